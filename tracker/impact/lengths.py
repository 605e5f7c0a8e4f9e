"""How long halts last: Kaplan-Meier over known halts, made continuous and given a tail, with its quantiles.

With n other halts the curve is lowered so that a new halt outlasts the longest of them with a chance of
1 / (n + 1), which is what exchangeability says. Between known lengths the share still halted falls linearly
in ln(1 + days); beyond the longest one, L, it is that chance times ((1 + L) / (1 + days)) ** exponent.
Lengths are whole days, so "at least d days" is more than d - 1/2.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import CensoredData, ecdf

from tracker.model import Range


@dataclass(frozen=True, slots=True)
class Lengths:
    """Share of halts that last longer (`still`) at known lengths (`knots`, ln(1 + days), rising)."""

    knots: tuple[float, ...]
    still: tuple[float, ...]
    exponent: float

    def outlast(self, days: float) -> float:
        """The share of halts longer than so many days; 1 for a negative number."""
        if days < 0:
            return 1.0
        place = math.log1p(days)
        if place <= self.knots[-1]:
            return float(np.interp(place, self.knots, self.still))
        return self.still[-1] * math.exp(self.exponent * (self.knots[-1] - place))

    def quantile(self, share: float, at_least: int = 0) -> float:
        """The length in days that this share of halts of at least so many days does not exceed."""
        left = (1 - share) * self.outlast(at_least - 0.5)
        if left >= self.still[-1]:
            place = float(np.interp(left, self.still[::-1], self.knots[::-1]))
        else:
            place = self.knots[-1] + math.log(self.still[-1] / left) / self.exponent
        return max(float(at_least), math.expm1(place))

    def interval(self, at_least: int = 0) -> Range:
        """The 80 % interval and the median, the ends rounded outwards to whole days."""
        low, middle, high = (self.quantile(share, at_least) for share in (0.1, 0.5, 0.9))
        return Range(math.floor(low), middle, math.ceil(high))


def lengths_of(known: Sequence[int], lasting: Sequence[int], exponent: float) -> Lengths | None:
    """The distribution from ended halts and from those of which only a least length is known (censored).

    Days, none negative. None when no ended halt is given.
    """
    if not known:
        return None
    curve = ecdf(CensoredData(uncensored=list(known), right=list(lasting))).sf
    ended = curve.quantiles <= max(known)
    count = len(known) + len(lasting)
    days = [float(day) for day in curve.quantiles[ended]]
    still = [1 - count / (count + 1) * (1 - float(p)) for p in curve.probabilities[ended]]
    if days[0] > 0:
        days, still = [0.0, *days], [1.0, *still]
    return Lengths(tuple(math.log1p(day) for day in days), tuple(still), exponent)
