"""When two reports may speak of the same attack: a rule about days, tested as a table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from tracker.model import Article, Basis, DateBasis, DatePrecision, Report

DAY = timedelta(days=1)

SAME, MORNING, EVENING, A_DAY_OFF, INSIDE, TOUCHING = range(6)
"""How near two spans are, the nearest first; see `nearness`."""


class Shape(IntEnum):
    """What a date says, the most exact first: this order decides which date a merged strike takes."""

    NIGHT = 0
    DAY = 1
    LISTED_DAY = 2
    PUBLISHED_DAY = 3
    RANGE = 4
    UNDATED = 5


_TURN = {
    Shape.NIGHT: 0,
    Shape.LISTED_DAY: 1,  # before read days: two rows of a list are two strikes
    Shape.DAY: 2,
    Shape.PUBLISHED_DAY: 3,
    Shape.RANGE: 4,
    Shape.UNDATED: 5,
}


@dataclass(frozen=True, slots=True)
class Span:
    """The days a report speaks of, both included, and how far they can be trusted.

    The shape follows the days, not the label alone: a "range" of one day is a day, a "day" of three is a
    range.
    """

    shape: Shape
    start: date = date.min
    end: date = date.min

    @property
    def length(self) -> int:
        """Days between first and last."""
        return (self.end - self.start).days

    @property
    def exactness(self) -> tuple[int, int, date]:
        """Sorts the most exact first; of two ranges the narrower."""
        return self.shape, self.length, self.start

    @property
    def turn(self) -> tuple[int, int, date]:
        """The order in which spans find their strike, so that the result never depends on arrival."""
        return _TURN[self.shape], self.length, self.start


def span_of(report: Report, article: Article) -> Span:
    """The span of a report, given the article it stands in."""
    when = report.when
    if when.start is None or when.end is None:
        return Span(Shape.UNDATED)
    return Span(_shape(report, article, (when.end - when.start).days), when.start, when.end)


def _shape(report: Report, article: Article, length: int) -> Shape:
    if report.when.precision is DatePrecision.NIGHT and length == 1:
        return Shape.NIGHT
    if length:
        return Shape.RANGE
    if article.basis is Basis.LISTED:
        return Shape.LISTED_DAY
    return Shape.PUBLISHED_DAY if report.when.basis is DateBasis.PUBLISHED else Shape.DAY


def nearness(one: Span, other: Span) -> int | None:
    """How near two spans are, or None when they cannot be the same attack. Symmetric.

    - `SAME`: the same night, the same day, the same range, or both without a date (undated meets only
      undated).
    - `MORNING`: a day is the second day of a night: "on the 22nd" and "in the night of 21 to 22".
    - `EVENING`: a day is the first day of a night. Weaker than MORNING, so "on the 22nd" goes to the night
      21-22 where there is one and to the night 22-23 where there is only that.
    - `A_DAY_OFF`: a day known only from publication lies a day after the attack, or (weaker than MORNING
      for the same reason) on the evening of a night; or a list counts by the evening, a day before the day
      that was read.
    - `INSIDE`, `TOUCHING`: a range ("this week", "in August") holds the other span, or shares a day with it.

    Two different nights, and two different days that were read, are never the same attack.
    """
    shapes = {one.shape, other.shape}
    if Shape.UNDATED in shapes:
        return SAME if len(shapes) == 1 else None
    if Shape.RANGE in shapes:
        return _range_nearness(one, other)
    if Shape.NIGHT not in shapes:
        return _day_nearness(one, other)
    if len(shapes) == 1:
        return SAME if one.start == other.start else None
    night, day = (one, other) if one.shape is Shape.NIGHT else (other, one)
    return _night_nearness(night, day)


def _night_nearness(night: Span, day: Span) -> int | None:
    published = day.shape is Shape.PUBLISHED_DAY
    if day.start == night.end:
        return MORNING
    if day.start == night.start:
        return A_DAY_OFF if published else EVENING
    return A_DAY_OFF if published and day.start == night.end + DAY else None


def _day_nearness(one: Span, other: Span) -> int | None:
    early, late = sorted((one, other), key=lambda span: span.start)
    if early.start == late.start:
        return SAME
    if late.start - early.start > DAY:
        return None
    by_evening = early.shape is Shape.LISTED_DAY and late.shape is Shape.DAY
    return A_DAY_OFF if late.shape is Shape.PUBLISHED_DAY or by_evening else None


def _range_nearness(one: Span, other: Span) -> int | None:
    if (one.start, one.end) == (other.start, other.end):
        return SAME
    first, last = max(one.start, other.start), min(one.end, other.end)
    if first > last:
        return None
    return INSIDE if (first, last) in ((one.start, one.end), (other.start, other.end)) else TOUCHING
