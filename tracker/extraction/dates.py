"""Dates in words to intervals of days, with their precision and basis. Never reads the clock.

The lexicon's ordered rules say how a language writes a date; each rule names one of the meanings here. The
first rule that reads a span keeps it. Words that need a publication date ("on Friday", "13 August") give no
interval when that date is unknown.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tracker.extraction.scan import Document, Sentence
from tracker.knowledge.lexicon import Lexicon
from tracker.model import DateBasis, DatePrecision, When

UNKNOWN = When()
IMPOSSIBLE = When(basis=DateBasis.EXPLICIT)
"""A day that is written but does not exist, such as 31 June: the date stays unknown and nothing fills it."""
_DAY = timedelta(days=1)
_WRITTEN = frozenset({"day", "iso", "numeric"})
_IN_FIGURES = frozenset({"night", "night_to", "night_from", "range", "day", "iso", "numeric", "year"})
"""Meanings of rules that hold a day or a year in figures; all others hold a word for a date."""
_FIGURE = re.compile(r"\d")
_VAGUE = frozenset({"this_week", "last_week", "this_month", "last_month", "month", "year"})
_HOURS = frozenset({"today", "last_night"})
"""Meanings of words for an hour of a day that is not named: "at dawn", "overnight"."""
_TOUCH = 5


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in the text: its span, its interval (unknown when it cannot be resolved), how it was written."""

    start: int
    end: int
    when: When
    meaning: str

    @property
    def impossible(self) -> bool:
        """A day written out, with its year, that does not exist."""
        return self.when is IMPOSSIBLE

    @property
    def vague(self) -> bool:
        """A week, a month or a year rather than a day."""
        return self.meaning in _VAGUE


@dataclass(frozen=True, slots=True)
class _Words:
    """The groups of a match as numbers, and the days they are relative to."""

    groups: Mapping[str, str | None]
    lexicon: Lexicon
    published: date | None
    previous: When
    week: When = UNKNOWN
    """The days that the article reviews; its weekdays are theirs."""
    told_before: When = UNKNOWN
    """The date that the same sentence has given before."""

    def number(self, group: str) -> int:
        text = self.groups.get(group) or "1"
        return int(text) if text.isdigit() else self.lexicon.numbers.get(text, 1)

    def month(self, group: str = "m") -> int:
        text = self.groups.get(group)
        if text:
            return self.lexicon.months[text]
        return self.number("month") if self.groups.get("month") else self.month("m")

    def day(self, day_group: str = "d", month_group: str = "m") -> date | None:
        """The day written; a year or month left out is the latest that does not lie after publication."""
        year, day = self.groups.get("y"), self.number(day_group)
        if not any(self.groups.get(group) for group in (month_group, "m", "month")):
            return self._latest(day)
        month = self.month(month_group)
        if year:
            return _day(int(year), month, day)
        if self.published is None:
            return None
        if self.groups.get("last"):
            return _day(self.published.year - 1, month, day)
        found = _day(self.published.year, month, day)
        if found is not None and found > self.published + _DAY:
            found = _day(self.published.year - 1, month, day)
        return found

    def _latest(self, day: int) -> date | None:
        """The latest day of that number in a month up to publication: "on the 22nd"."""
        if self.published is None:
            return None
        year, month = self.published.year, self.published.month
        if day > self.published.day + 1:
            year, month = (year, month - 1) if month > 1 else (year - 1, 12)
        return _day(year, month, day)

    def weekday(self, group: str = "w") -> date | None:
        """The latest such weekday up to publication, or up to the end of the week under review."""
        last = self.week.end or self.published
        if last is None:
            return None
        wanted = self.lexicon.weekdays[str(self.groups[group])] - 1
        return last - timedelta(days=(last.weekday() - wanted) % 7)

    def before_publication(self, days: int) -> date | None:
        return self.published - timedelta(days=days) if self.published else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _interval(start: date | None, end: date | None, precision: DatePrecision, basis: DateBasis) -> When:
    if start is None or end is None or start > end:
        return UNKNOWN
    return When(start, end, precision, basis)


def _one(day: date | None, basis: DateBasis) -> When:
    return _interval(day, day, DatePrecision.DAY, basis)


def _night_to(morning: date | None, basis: DateBasis) -> When:
    return _interval(morning - _DAY if morning else None, morning, DatePrecision.NIGHT, basis)


def _night_from(evening: date | None, basis: DateBasis) -> When:
    """The night that follows an evening."""
    return _interval(evening, evening + _DAY if evening else None, DatePrecision.NIGHT, basis)


def _written(words: _Words, precision: DatePrecision) -> When:
    """An interval of two written days; the first month may be left out."""
    two_months = words.groups.get("m2") is not None
    first = words.day("d", "m")
    last = words.day("d2", "m2" if two_months else "m")
    if first and last and first > last and not words.groups.get("y"):
        first = _day(first.year - 1, first.month, first.day)
    if precision is DatePrecision.NIGHT and first and last and last - first != _DAY:
        precision = DatePrecision.RANGE
    return _interval(first, last, precision, DateBasis.EXPLICIT)


def _night_of(words: _Words) -> When:
    """ "On the night of 5 September": the night that follows, unless it were still to come at publication."""
    evening = words.day()
    if evening is not None and evening == words.published:
        return _night_to(evening, DateBasis.EXPLICIT)
    return _night_from(evening, DateBasis.EXPLICIT)


def _weekday_range(words: _Words) -> When:
    last = words.weekday("w2")
    first = words.weekday("w")
    if first and last and first > last:
        first -= timedelta(days=7)
    return _interval(first, last, DatePrecision.RANGE, DateBasis.RELATIVE)


def _weekday_night(words: _Words) -> When:
    evening = words.weekday("w")
    if evening is not None and evening == words.published:
        return _night_to(evening, DateBasis.RELATIVE)
    return _night_from(evening, DateBasis.RELATIVE)


def _after(words: _Words, days: int) -> When:
    """So many days after the date before; the day before a night is that of its evening."""
    at_night = words.previous.precision is DatePrecision.NIGHT
    anchor = words.previous.end if days > 0 or (days < 0 and at_night) else words.previous.start
    return _one(anchor + timedelta(days=days) if anchor else None, DateBasis.INHERITED)


def _previous_day(words: _Words) -> When:
    if words.previous.start is None:
        return _one(words.before_publication(1), DateBasis.RELATIVE)
    return _after(words, -1)


def _previous_night(words: _Words) -> When:
    """ "The night before": that before the date told last, else the last night."""
    return _night_to(words.previous.end or words.published, DateBasis.INHERITED)


def _same_night(words: _Words) -> When:
    """ "That same night": the night told last, else the date."""
    return replace(words.previous, basis=DateBasis.INHERITED) if words.previous.start else UNKNOWN


def _days_after(words: _Words) -> When:
    """ "Two days after drones hit it": the attack is so long before the day that the sentence tells of."""
    now = words.told_before.start or words.published
    return _one(now - timedelta(days=words.number("n")) if now else None, DateBasis.RELATIVE)


def _weekday_before(words: _Words) -> When:
    """ "Last Friday": the latest one before the day of publication."""
    day = words.weekday()
    return _one(day - timedelta(days=7) if day and day == words.published else day, DateBasis.RELATIVE)


def _weeks_back(words: _Words, first: int, last: int) -> When:
    start, end = words.before_publication(first), words.before_publication(last)
    return _interval(start, end, DatePrecision.RANGE, DateBasis.RELATIVE)


def _this_week(words: _Words) -> When:
    published = words.published
    monday = published - timedelta(days=published.weekday()) if published else None
    return _interval(monday, published, DatePrecision.RANGE, DateBasis.RELATIVE)


def _last_week(words: _Words) -> When:
    published = words.published
    monday = published - timedelta(days=published.weekday() + 7) if published else None
    return _interval(monday, monday + 6 * _DAY if monday else None, DatePrecision.RANGE, DateBasis.RELATIVE)


def _weekend(words: _Words) -> When:
    """The latest Saturday and Sunday, as far as they lie before the end of the day of publication."""
    published = words.published
    saturday = published - timedelta(days=(published.weekday() - 5) % 7) if published else None
    sunday = min(saturday + _DAY, published) if saturday and published else None
    return _interval(saturday, sunday, DatePrecision.RANGE, DateBasis.RELATIVE)


def _whole_month(year: int, month: int, basis: DateBasis) -> When:
    last = calendar.monthrange(year, month)[1]
    return When(date(year, month, 1), date(year, month, last), DatePrecision.MONTH, basis)


def _month(words: _Words) -> When:
    year, month = words.groups.get("y"), words.month()
    if year:
        return _whole_month(int(year), month, DateBasis.EXPLICIT)
    if words.published is None:
        return UNKNOWN
    earlier = month > words.published.month or words.groups.get("last") is not None
    return _whole_month(words.published.year - earlier, month, DateBasis.EXPLICIT)


def _relative_month(words: _Words, back: int) -> When:
    if words.published is None:
        return UNKNOWN
    year, month = divmod(words.published.year * 12 + words.published.month - 1 - back, 12)
    return _whole_month(year, month + 1, DateBasis.RELATIVE)


def _year(words: _Words) -> When:
    year = words.number("y")
    return When(date(year, 1, 1), date(year, 12, 31), DatePrecision.RANGE, DateBasis.EXPLICIT)


_MEANINGS: Mapping[str, Callable[[_Words], When]] = {
    "night": lambda words: _written(words, DatePrecision.NIGHT),
    "night_to": lambda words: _night_to(words.day(), DateBasis.EXPLICIT),
    "night_from": _night_of,
    "range": lambda words: _written(words, DatePrecision.RANGE),
    "day": lambda words: _one(words.day(), DateBasis.EXPLICIT),
    "iso": lambda words: _one(words.day(), DateBasis.EXPLICIT),
    "numeric": lambda words: _one(words.day(), DateBasis.EXPLICIT),
    "night_weekdays": lambda words: _night_to(words.weekday("w2"), DateBasis.RELATIVE),
    "night_to_weekday": lambda words: _night_to(words.weekday(), DateBasis.RELATIVE),
    "night_from_weekday": _weekday_night,
    "weekday": lambda words: _one(words.weekday(), DateBasis.RELATIVE),
    "weekdays": _weekday_range,
    "weekday_before": _weekday_before,
    "weekday_last_week": lambda words: _one(_last_weekday(words), DateBasis.RELATIVE),
    "last_night": lambda words: _night_to(words.published, DateBasis.RELATIVE),
    "night_before_last": lambda words: _night_to(words.before_publication(1), DateBasis.RELATIVE),
    "previous_night": _previous_night,
    "same_night": _same_night,
    "today": lambda words: _one(words.published, DateBasis.RELATIVE),
    "tomorrow": lambda words: _one(words.before_publication(-1), DateBasis.RELATIVE),
    "yesterday": lambda words: _one(words.before_publication(1), DateBasis.RELATIVE),
    "day_before_yesterday": lambda words: _one(words.before_publication(2), DateBasis.RELATIVE),
    "days_ago": lambda words: _one(words.before_publication(words.number("n")), DateBasis.RELATIVE),
    "weeks_ago": lambda words: _weeks_back(words, 7 * words.number("n") + 3, 7 * words.number("n") - 3),
    "previous_day": lambda words: _previous_day(words),
    "same_day": lambda words: _after(words, 0),
    "next_day": lambda words: _after(words, 1),
    "days_later": lambda words: _after(words, words.number("n")),
    "days_earlier": lambda words: _after(words, -words.number("n")),
    "days_after": _days_after,
    "weekend": _weekend,
    "this_week": _this_week,
    "last_week": _last_week,
    "this_month": lambda words: _relative_month(words, 0),
    "last_month": lambda words: _relative_month(words, 1),
    "month": _month,
    "year": _year,
    "none": lambda _: UNKNOWN,
}  # fmt: skip

MEANINGS = frozenset(_MEANINGS)
"""Every meaning that a rule of a lexicon may name."""


def _last_weekday(words: _Words) -> date | None:
    found, last = words.weekday(), _last_week(words).end
    while found and last and found > last:
        found -= timedelta(days=7)
    return found


def read_dates(
    document: Document, sentence: Sentence, published: date | None, previous: When, week: When = UNKNOWN
) -> list[DateMention]:
    """The dates of a sentence in reading order; `previous` is the date that "two days later" counts from.

    `week` are the days that the article reviews, if it says so: "Monday" is the one among them.
    """
    in_words = sentence.has("dates")
    in_figures = _FIGURE.search(document.clean.folded, sentence.start, sentence.end) is not None
    taken: list[tuple[re.Match[str], str]] = []
    for rule in document.lexicon.date_rules:
        if not (in_figures if rule.meaning in _IN_FIGURES else in_words):
            continue
        for match in rule.regex.finditer(document.clean.folded, sentence.start, sentence.end):
            if all(match.end() <= other.start() or match.start() >= other.end() for other, _ in taken):
                taken.append((match, rule.meaning))
    found: list[DateMention] = []
    here = UNKNOWN
    for match, meaning in sorted(taken, key=lambda item: item[0].start()):
        words = _Words(match.groupdict(), document.lexicon, published, previous, week, here)
        when = _MEANINGS[meaning](words)
        if meaning in _WRITTEN and when.start is None and (published or words.groups.get("y")):
            when = IMPOSSIBLE
        found.append(DateMention(match.start(), match.end(), when, meaning))
        if when.start and not found[-1].vague:
            previous = here = when
    return _with_hours(document.clean.folded, found)


def _with_hours(folded: str, found: list[DateMention]) -> list[DateMention]:
    """An hour beside its day as one date: "overnight, Aug. 20-21", "at three in the morning of 2 August"."""
    joined: list[DateMention] = []
    for mention in found:
        before = joined[-1] if joined else None
        if before is not None and _touch(folded, before, mention):
            hours, day = (before, mention) if before.meaning in _HOURS else (mention, before)
            joined[-1] = DateMention(before.start, mention.end, _at_hours(hours, day), day.meaning)
        else:
            joined.append(mention)
    return joined


def _touch(folded: str, one: DateMention, other: DateMention) -> bool:
    gap = folded[one.end : other.start]
    hours, day = (one, other) if one.meaning in _HOURS else (other, one)
    named = day.meaning not in _HOURS and not day.vague and day.when.start is not None
    apart = r"[.;:!?(]" if hours is one else r"[.;:!?(,]"
    return hours.meaning in _HOURS and named and len(gap) <= _TOUCH and not re.search(apart, gap)


def _at_hours(hours: DateMention, day: DateMention) -> When:
    start, end, basis = day.when.start, day.when.end, day.when.basis
    if hours.meaning != "last_night" or start is None or end is None or basis is None:
        return day.when
    if end - start == _DAY:
        return When(start, end, DatePrecision.NIGHT, basis)
    if start != end:
        return day.when
    return _night_to(start, basis) if hours.start < day.start else _night_from(start, basis)
