"""Samples of ranges: triangular between low and high with its top at the middle, seeded by name.

Each quantity has a stream of its own, made from the seed and its name. So a sample of one quantity does not
depend on which others are asked for, nor in which order, and two cases that differ in one outage are compared
under the same draws.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from tracker.model import Range

Values = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Draws:
    """Draws of named quantities: element 0 is the middle case, the rest are `samples` samples."""

    samples: int
    seed: int
    _quantiles: dict[str, Values] = field(default_factory=dict)

    def value(self, name: str, of: Range) -> Values:
        """The middle and the samples of one quantity, shape (samples + 1,)."""
        if of.low == of.high:
            return np.full(self.samples + 1, of.middle)
        return np.concatenate(([of.middle], triangular(self.quantile(name), of)))

    def quantile(self, name: str) -> Values:
        """Uniform draws from 0 to 1 for one quantity, shape (samples,)."""
        if name not in self._quantiles:
            stream = np.random.default_rng([self.seed, zlib.crc32(name.encode())])
            self._quantiles[name] = stream.random(self.samples)
        return self._quantiles[name]

    def even(self, name: str) -> Values:
        """Uniform draws that fill 0 to 1 evenly, so that their percentiles are those of what is drawn."""
        stream = np.random.default_rng([self.seed, zlib.crc32(name.encode())])
        return (stream.permutation(self.samples) + 0.5) / max(1, self.samples)


def triangular(quantile: Values, of: Range) -> Values:
    """Inverse of the triangular distribution function at these quantiles."""
    low, middle, high = of.low, of.middle, of.high
    width = high - low
    top = (middle - low) / width
    rising = low + np.sqrt(quantile * width * (middle - low))
    falling = high - np.sqrt((1 - quantile) * width * (high - middle))
    return np.where(quantile < top, rising, falling)


def spread(values: Values) -> Range:
    """Middle case and the 10th and 90th percentile of the samples, widened to hold the middle."""
    middle = float(values[0])
    if values.size == 1:
        return Range(middle, middle, middle)
    low, high = np.quantile(values[1:], (0.1, 0.9))
    return Range(min(float(low), middle), middle, max(float(high), middle))


def added(values: Iterable[Values]) -> Values:
    """The sum, case by case."""
    return np.asarray(np.sum(np.stack(list(values)), axis=0), dtype=np.float64)
