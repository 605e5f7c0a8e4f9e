"""Since when, until when and for how long a supply stands still, in the words of a statement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from tracker.extraction.dates import DateMention
from tracker.extraction.endings import lasting
from tracker.extraction.flows.clauses import Clause
from tracker.extraction.flows.nearby import has_nearby, nearby
from tracker.extraction.scan import Document, Hit, Sentence
from tracker.knowledge.lexicon import Lexicon
from tracker.model import Evidence, FlowWord

_BEFORE = 25
_AT = 4
_AFTER = 25
_FOR = re.compile(r"\b(?:for|na|auf|für|през|на|течение|протягом|впродовж|napra|napig|dni|nap)\s*$")
_UNIT_DAYS = {"week": 7, "month": 30, "day": 1}
Length = tuple[int | None, int | None, Evidence | None]
"""Days at least, days at most, and the words that say so."""


def length_of(document: Document, start: int, end: int) -> Length:
    """Days at least and at most that a span of text speaks of; "several days" is no number."""
    folded = document.clean.folded
    for match in _pattern(document.lexicon).finditer(folded, start, end):
        number = match.group("n")
        days = int(number) if number.isdigit() else document.lexicon.numbers[number]
        days *= next(size for unit, size in _UNIT_DAYS.items() if match.group(unit))
        evidence = document.clean.evidence("days_min", match.start(), match.end())
        before = folded[max(start, match.start() - _BEFORE) : match.start()]
        if _stands(document.lexicon.number_words["up_to"], before):
            return None, days, replace(evidence, field="days_max")
        if _stands(document.lexicon.number_words["at_least"], before):
            return days, None, evidence
        if _FOR.search(before) or lasting(match.group()):
            return days, days, evidence
    return None, None, None


def length_before(document: Document, clause: Clause) -> tuple[int, int] | None:
    """ "After eleven weeks" (oil flows again): where a part names the length of the stop that is over."""
    for after in nearby(document, "after", clause.start, clause.end):
        start, end = max(clause.start, after.start - _AFTER), min(clause.end, after.end + _AFTER)
        match = _pattern(document.lexicon).search(document.clean.folded, start, end)
        if match:
            return match.start(), match.end()
    return None


def speaks_of_stocks(document: Document, sentence: Sentence) -> bool:
    """ "The reserves last for weeks": words of stocks and a unit of time; that is no word on the pumps."""
    if not has_nearby(document, "stocks", sentence.start, sentence.end):
        return False
    units = _units(tuple(word for unit in _UNIT_DAYS for word in document.lexicon.number_words[unit]))
    return units.search(document.clean.folded, sentence.start, sentence.end) is not None


def interval_of(
    dates: Sequence[DateMention], clause: Clause, hit: Hit, word: FlowWord, rival: Hit | None = None
) -> tuple[date | None, date | None, DateMention | None]:
    """First and last affected day: the date of the part nearest to its flow word; only a range has an end.

    Whoever waits for a restart on a day has not been without flow since that day. In a count ("the second
    stop this month, after the strike of the 12th") the day of an attack is that of another one; a day nearer
    to a restart, the `rival`, is the day of that.
    """
    waits = word is FlowWord.HALTED and clause.has("flow", "still")
    if waits or word in (FlowWord.AT_RISK, FlowWord.UNAFFECTED):
        return None, None, None
    exact = [
        found
        for found in dates
        if found.when.start is not None
        and not found.vague
        and clause.start <= found.start < clause.end
        and not _dates_another_attack(clause, found)
    ]
    if not exact:
        return None, None, None
    best = min(exact, key=lambda found: _apart(found, hit))
    if rival and _apart(best, rival) <= _apart(best, hit):
        return None, None, None
    ranged = best.meaning in ("range", "weekdays")
    return best.when.start, best.when.end if ranged and word is not FlowWord.RESUMED else None, best


def _apart(found: DateMention, hit: Hit) -> int:
    return max(found.start - hit.end, hit.start - found.end, 0)


def _dates_another_attack(clause: Clause, found: DateMention) -> bool:
    acts = clause.sentence.of("strike", "attack") if clause.sentence.has("hedge", "count") else []
    return any(0 <= found.start - act.end <= _AT for act in acts)


def _stands(phrases: Sequence[str], before: str) -> bool:
    """Whether one of the phrases stands in these words, as whole words."""
    return any(re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", before) for phrase in phrases)


@cache
def _length_pattern(
    numbers: tuple[str, ...], units: tuple[tuple[str, tuple[str, ...]], ...]
) -> re.Pattern[str]:
    number = "|".join(sorted(map(re.escape, numbers), key=len, reverse=True))
    unit = "|".join(f"(?P<{name}>{'|'.join(map(re.escape, words))})" for name, words in units)
    return re.compile(rf"\b(?P<n>\d{{1,3}}|{number})[ -]?(?:{unit})\b")


@cache
def _units(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")


def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    units = tuple((unit, lexicon.number_words[unit]) for unit in _UNIT_DAYS)
    return _length_pattern(tuple(lexicon.numbers), units)
