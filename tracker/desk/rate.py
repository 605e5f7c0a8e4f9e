"""How often the machine was wrong, out of what people decided: `tracker evaluate --desk`."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.events import FIELDS, standing
from tracker.model import Anchor, Judgement, Verdict

_Z = 1.959964
"""Standard deviations on either side of the middle that hold 95 % of a normal distribution."""

_NAMES = {
    Verdict.REJECT: "rejected",
    Verdict.MERGE: "merged with another",
    Verdict.SPLIT: "split",
    Verdict.RETRACT: "retracted",
}


@dataclass(frozen=True, slots=True)
class Rate:
    """Of so many strikes that people looked at: those accepted unchanged, those wrong, and how often why.

    Strikes that judgements tie together (merged, split) count as one. A strike may be wrong in several
    ways. A retraction is the source's error and not the machine's.
    """

    looked_at: int
    unchanged: int
    wrong: int
    ways: tuple[tuple[str, int], ...]


def measure(judgements: Iterable[Judgement]) -> Rate:
    """The rate that the judgements in effect show; undone ones do not count."""
    cases = _cases(standing(judgements))
    ways = [_ways(case) for case in cases]
    counted = Counter(way for found in ways for way in found)
    order = ["corrected", *(f"corrected: {field}" for field in FIELDS), *_NAMES.values()]
    wrong = sum(bool(found - {_NAMES[Verdict.RETRACT]}) for found in ways)
    unchanged = sum(not found for found in ways)
    return Rate(len(cases), unchanged, wrong, tuple((way, counted[way]) for way in order if counted[way]))


def rate_table(rate: Rate) -> list[dict[str, str]]:
    """One row for each outcome: how many, what share, and the 95 % interval of the share."""
    named = [("accepted unchanged", rate.unchanged), ("wrong", rate.wrong), *rate.ways]
    return [{"outcome": name, **_share(count, rate.looked_at)} for name, count in named]


def wilson(count: int, whole: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson's score); everything where nothing was counted."""
    if not whole:
        return 0.0, 1.0
    share, square = count / whole, _Z * _Z
    middle = (share + square / (2 * whole)) / (1 + square / whole)
    spread = share * (1 - share) / whole + square / (4 * whole * whole)
    half = _Z * math.sqrt(spread) / (1 + square / whole)
    return max(0.0, middle - half), min(1.0, middle + half)


def _share(count: int, whole: int) -> dict[str, str]:
    low, high = wilson(count, whole)
    return {
        "strikes": str(count),
        "share": f"{count / whole:.2f}" if whole else "-",
        "95 %": f"{low:.2f}-{high:.2f}",
    }


def _cases(judgements: Sequence[Judgement]) -> list[list[Judgement]]:
    """The judgements of each strike that people looked at: those that share a report, directly or not."""
    first: dict[Anchor, Anchor] = {}

    def root(anchor: Anchor) -> Anchor:
        while first.setdefault(anchor, anchor) != anchor:
            anchor = first[anchor]
        return anchor

    for judgement in judgements:
        for anchor in judgement.reports:
            first[root(anchor)] = root(judgement.reports[0])
    cases: dict[Anchor, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        if judgement.reports:
            cases[root(judgement.reports[0])].append(judgement)
    return list(cases.values())


def _ways(case: Sequence[Judgement]) -> set[str]:
    """In which ways the machine was wrong about one strike; none when it was accepted as it stood."""
    fields = {f"corrected: {judgement.field}" for judgement in case if judgement.kind is Verdict.CORRECT}
    found = fields | ({"corrected"} if fields else set())
    verdicts = [judgement.kind for judgement in case]
    found |= {_NAMES[kind] for kind in (Verdict.MERGE, Verdict.SPLIT) if kind in verdicts}
    last = [kind for kind in verdicts if kind in (Verdict.ACCEPT, Verdict.REJECT, Verdict.RETRACT)][-1:]
    return found | {_NAMES[kind] for kind in last if kind in _NAMES}
