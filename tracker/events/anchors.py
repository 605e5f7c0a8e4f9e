"""How a judgement names the reports it is about, and how it finds them again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta

from tracker.events.places import place_name, slug
from tracker.model import Anchor, Report

Nearness = tuple[int, int, int]
EXACT: Nearness = (0, 0, 0)
_NEAR = timedelta(days=1)


def anchor_of(report: Report) -> Anchor:
    """What names a report in a judgement. It must come from the store: its article's id is the key."""
    where = slug(place_name(report))
    return Anchor(report.article_id, report.facility_id, where, report.when.start, report.target.kind)


class Finder:
    """Finds the reports that anchors name, among those of the articles that some anchor names."""

    def __init__(self, reports: Iterable[Report], anchors: Iterable[Anchor]) -> None:
        named = {anchor.article for anchor in anchors}
        self._reports: dict[str, list[Report]] = defaultdict(list)
        for report in reports:
            if report.article_id in named:
                self._reports[report.article_id].append(report)

    def find(self, anchor: Anchor) -> tuple[Report, ...]:
        """The reports of an anchor: mostly one, none when its article no longer tells of anything like it.

        The nearest of its article by `nearness`. Several that are exactly what it says all count; of several
        that are only near, none does: nobody may be judged by mistake.
        """
        ranked = [(nearness(anchor, anchor_of(r)), r) for r in self._reports.get(anchor.article, ())]
        near = [(rank, report) for rank, report in ranked if rank is not None]
        best = min((rank for rank, _ in near), default=EXACT)
        found = [report for rank, report in near if rank == best]
        if len(found) > 1:
            return tuple(sorted(found, key=repr)) if best == EXACT else ()
        return tuple(found)

    def find_all(self, anchors: Iterable[Anchor]) -> tuple[Report, ...]:
        """The reports of several anchors, each once, in their order."""
        return tuple(dict.fromkeys(report for anchor in anchors for report in self.find(anchor)))


def nearness(anchor: Anchor, report: Anchor) -> Nearness | None:
    """How near what an article says now is to what a person judged; None when it is something else.

    Place: the same facility, or, where neither knows one, the same name; or weaker the same name where the
    facility was found or lost since. Day: the same; or weaker a day off, or known to only one of the two.
    The kind decides last.
    """
    same = anchor.facility_id == report.facility_id and (anchor.facility_id or anchor.place == report.place)
    if not same and anchor.place != report.place:
        return None
    day = _day_rank(anchor, report)
    return None if day is None else (int(not same), day, int(anchor.kind is not report.kind))


def _day_rank(anchor: Anchor, report: Anchor) -> int | None:
    if anchor.day == report.day:
        return 0
    if anchor.day is None or report.day is None:
        return 1
    return 1 if abs(anchor.day - report.day) <= _NEAR else None
