"""What a file says of itself: whose data it holds, which link shows the same, and as of which moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from tracker.figures import words
from tracker.knowledge import knowledge
from tracker.knowledge.cities import ATTRIBUTION as GEONAMES
from tracker.model import FlowStatus, Precision, Strike
from tracker.store.records import article_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Where the strikes of a file come from.

    `link` shows the same strikes in the dashboard, `known` is the moment whose knowledge they are (None: that
    of `made`), `made` is when the file was written. `legs` is the flow by pipeline segment on `day`, for the
    formats that draw pipelines.
    """

    link: str = ""
    known: datetime | None = None
    made: datetime | None = None
    day: date | None = None
    legs: Mapping[str, FlowStatus] = field(default_factory=dict)

    def facts(self, strikes: Sequence[Strike]) -> list[tuple[str, str]]:
        """Names and values, as every format that has room for them shows them."""
        rows = [
            ("Strikes", f"{len(strikes):,}"),
            ("Filters as a link", self.link or "none: all strikes"),
            ("As known on", written(self.known or self.made)),
        ]
        return [*rows, ("File written on", written(self.made))] if self.known else rows


def written(moment: datetime | None) -> str:
    """A moment with its zone, `22 Aug 2025, 12:00 UTC`."""
    return f"{words.day(moment.date())}, {moment:%H:%M} UTC" if moment else words.NOT_KNOWN


def credits_of(strikes: Iterable[Strike]) -> tuple[str, ...]:
    """The attributions, with licence, of everything these strikes are made of, sorted, each once."""
    lists = listed()
    return tuple(sorted({line for strike in strikes for line in credits_in(strike, lists)}))


def listed() -> dict[str, str]:
    """Whose list each article of the chronology comes from, by its key in the store."""
    return {article_key(row.article): f"{row.attribution} ({row.licence})" for row in knowledge().listed}


def credits_in(strike: Strike, lists: Mapping[str, str]) -> Iterator[str]:
    """The attributions of one strike, with `lists` as `listed` gives them."""
    if strike.facility_id:
        facility = knowledge().gazetteer.get(strike.facility_id)
        yield f"{facility.attribution} ({facility.licence})"
    elif strike.place and strike.place.precision is Precision.TOWN:
        yield GEONAMES
    yield from (lists[report.article_id] for report in strike.reports if report.article_id in lists)
    if any(report.evidence for report in strike.reports):
        yield "Quotes: the publishers of the linked articles"
