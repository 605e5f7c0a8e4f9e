"""Holds the supply model against what happened: `make backtest`, or `python bench/backtest.py`.

Each Hungarian or Slovak halt of data/supply/halts.csv, and each attack that stopped nothing, is predicted
from what was publicly said on its first and second public day, measured by all the other halts (leave one
out). Ends with 1 when a figure is missed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from scipy.stats import CensoredData, ecdf

from tracker.impact.delivered import delivered
from tracker.impact.known import Known, affected, known_halt, known_halts
from tracker.impact.restart import forecast
from tracker.knowledge.supply import Halt, Supply, load
from tracker.model import Range, Route

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 24)
COUNTRIES = ("HU", "SK")
ALPHA = 0.2
COVERED = 0.75
ALWAYS = Range(1, 4, 7)
WORDS = {True: "yes", False: "no"}
VOLUMES = (
    ("HU+SK in August 2025", ("HU", "SK"), date(2025, 8, 1), date(2025, 8, 31), "transit-2025-08", 0.2),
    ("transit in 2025", ("HU", "SK", "CZ"), date(2025, 1, 1), date(2025, 12, 31), "transit-2025", 0.1),
    ("HU in 2025", ("HU",), date(2025, 1, 1), date(2025, 12, 31), "hu-2025", 0.1),
    ("SK in 2025", ("SK",), date(2025, 1, 1), date(2025, 12, 31), "sk-2025", 0.1),
    ("HU+SK in April 2026", ("HU", "SK"), date(2026, 4, 1), date(2026, 4, 30), "hu-sk-2026-04", 0.2),
)


@dataclass(frozen=True)
class Case:
    """One halt: whether HU and SK were said to be affected and were, our interval, that of one curve."""

    halt: Halt
    said: tuple[bool, ...]
    real: tuple[bool, ...]
    ours: Range
    one_curve: Range

    @property
    def length(self) -> int | None:
        """Real days, None where the restart is not known."""
        return self.halt.length

    @property
    def stopped(self) -> bool:
        """Whether anything stopped at all."""
        return self.halt.completeness != "none"


def cases(supply: Supply) -> list[Case]:
    """Each halt and each attack without a halt that concerns Hungary or Slovakia, in order of its start."""
    chosen = [
        halt
        for halt in supply.halts
        if halt.route is Route.DRUZHBA and set(halt.countries) & set(COUNTRIES)
        if halt.outcome != "not_separable"
    ]
    return [_case(halt, supply) for halt in chosen]


def _case(halt: Halt, supply: Supply) -> Case:
    known = known_halt(halt, supply, TODAY)
    said = known.until(known.second_day)
    others = [o for o in known_halts(supply, TODAY) if o.id != halt.id]
    told = tuple(affected(country, said) in ("stopped", "reduced") for country in COUNTRIES)
    return Case(
        halt=halt,
        said=told,
        real=tuple(country in halt.countries and halt.completeness != "none" for country in COUNTRIES),
        ours=_ours(known, others, supply) if any(told) else Range(0, 0, 0),
        one_curve=_one_curve(known, others),
    )


def _ours(known: Known, others: Sequence[Known], supply: Supply) -> Range:
    elapsed = (known.public_on - known.start).days
    found = forecast(known, others, supply, as_of=known.second_day, elapsed=elapsed)
    assert found is not None
    return found.days


def _one_curve(known: Known, others: Sequence[Known]) -> Range:
    """The plain 10th to 90th percentile of one Kaplan-Meier curve of all the others that lasted as long."""
    elapsed = (known.public_on - known.start).days
    ended = [o.length for o in others if o.length is not None and o.length >= elapsed]
    lasting = [o.lasted for o in others if o.length is None and o.lasted >= elapsed]
    curve = ecdf(CensoredData(uncensored=ended, right=lasting)).cdf
    days = [
        next((q for q, p in zip(curve.quantiles, curve.probabilities, strict=True) if p >= share), max(ended))
        for share in (ALPHA / 2, 0.5, 1 - ALPHA / 2)
    ]
    return Range(*(float(day) for day in days))


def score(interval: Range, real: int) -> float:
    """Interval score (Winkler 1972) for alpha 0.2: the width, and ten times how far outside it came."""
    return interval.high - interval.low + 2 / ALPHA * _outside(interval, real)


def _outside(interval: Range, real: int) -> float:
    return max(0.0, interval.low - real, real - interval.high)


@dataclass(frozen=True)
class Check:
    """A figure to reach and whether it was."""

    text: str
    passed: bool


def checks(supply: Supply) -> list[Check]:
    """All figures to reach, for every case and for the halts alone."""
    found = cases(supply)
    right = sum(case.said == case.real for case in found)
    lines = [Check(f"affected right: {right} of {len(found)}", right == len(found))]
    timed = [case for case in found if case.length is not None]
    for name, some in (("all", timed), ("halts only", [case for case in timed if case.stopped])):
        lines += _interval_checks(name, some)
    return [*lines, *(_volume_check(supply, *row) for row in VOLUMES)]


def _interval_checks(name: str, timed: Sequence[Case]) -> list[Check]:
    inside = sum(_outside(case.ours, case.length or 0) == 0 for case in timed)
    ours = mean(timed, lambda case: case.ours)
    curve = mean(timed, lambda case: case.one_curve)
    always = mean(timed, lambda _: ALWAYS)
    return [
        Check(f"{name}, N = {len(timed)}: {inside} inside", inside >= COVERED * len(timed)),
        Check(
            f"{name}, mean interval score: {ours:.1f} against {curve:.1f} and {always:.1f}",
            ours < min(curve, always),
        ),
    ]


def mean(timed: Sequence[Case], pick: Callable[[Case], Range]) -> float:
    """The mean interval score of one method."""
    return sum(score(pick(case), case.length or 0) for case in timed) / len(timed)


def _volume_check(
    supply: Supply, name: str, countries: tuple[str, ...], first: date, last: date, source: str, limit: float
) -> Check:
    model = delivered(countries, first, last, supply=supply, today=TODAY)
    row = next(d for d in supply.deliveries if d.id == source)
    days = (last - first + timedelta(days=1)).days
    barrels = supply.assume("barrels_per_tonne").middle
    published = row.kt.middle if row.kt else row.kb_per_day.middle * days / barrels if row.kb_per_day else 0.0
    off = model.middle / published - 1 if model else 1.0
    text = f"{name}: {model.middle:,.0f} ({model.low:,.0f} to {model.high:,.0f})" if model else name
    return Check(f"{text} kt, published {published:,.0f}, {off:+.0%}", abs(off) <= limit)


def table(found: Sequence[Case]) -> list[str]:
    """The table of docs/model.md."""
    head = (
        "| halt | HU said, real | SK said, real | days | 80 % interval | inside | ours | one curve | 1 to 7 |"
    )
    rows = [head, "|---" * 9 + "|"]
    for case in found:
        who = [f"{WORDS[s]}, {WORDS[r]}" for s, r in zip(case.said, case.real, strict=True)]
        real = case.length
        span = f"{case.ours.low:g} to {case.ours.high:g}"
        if real is None:
            tail = ["not known", span, "not known", "", "", ""]
        else:
            scores = (score(i, real) for i in (case.ours, case.one_curve, ALWAYS))
            tail = [str(real), span, WORDS[_outside(case.ours, real) == 0], *(f"{s:.0f}" for s in scores)]
        rows.append(f"| {' | '.join([case.halt.id, *who, *tail])} |")
    return rows


def changed(supply: Supply) -> list[str]:
    """The same figures, halts only, with one assumption at an end of its range."""
    rows = ["| assumption | value | inside | mean score | August 2025, kt |", "|---" * 5 + "|"]
    for name in ("tail_repair", "tail_prolonged", "ramp_days"):
        value = supply.assume(name)
        rows += [_changed(supply, name, end) for end in (value.low, value.high)]
    return rows


def _changed(supply: Supply, name: str, end: float) -> str:
    assumption = replace(supply.assumptions[name], value=Range(end, end, end))
    other = replace(supply, assumptions={**supply.assumptions, name: assumption})
    timed = [case for case in cases(other) if case.length is not None and case.stopped]
    inside = sum(_outside(case.ours, case.length or 0) == 0 for case in timed)
    august = delivered(*VOLUMES[0][1:4], supply=other, today=TODAY)
    kt = f"{august.middle:,.0f}" if august else "not known"
    return f"| {name} | {end:g} | {inside} of {len(timed)} | {mean(timed, lambda c: c.ours):.1f} | {kt} |"


def lines(supply: Supply) -> list[str]:
    """The tables, and each figure with the word whether it was reached."""
    found = cases(supply)
    told = [f"| {'ok' if check.passed else 'MISSED'} | {check.text} |" for check in checks(supply)]
    figures = ["| figure | |", "|---|---|", *told]
    return [f"N = {len(found)} cases", "", *table(found), "", *figures, "", *changed(supply)]


if __name__ == "__main__":
    supply = load(ROOT / "data" / "supply")
    sys.stdout.write("\n".join(lines(supply)) + "\n")
    sys.exit(0 if all(check.passed for check in checks(supply)) else 1)
