"""Whether a sentence tells of another town than the one that was struck: "In Kharkiv three people died"."""

from __future__ import annotations

import re

from geopy.distance import great_circle

from tracker.extraction.endings import located
from tracker.extraction.scan import Document, Sentence
from tracker.extraction.strikes.told import Reading
from tracker.knowledge.towns import Town
from tracker.model import Target
from tracker.text.letters import UPPER

_HERE_KM = 60.0
_LEAST = 3_000
_NAME = re.compile(rf"\b[{UPPER}][^\W\d_]{{2,}}(?:-[{UPPER}][^\W\d_]+)*")
_TABLES = ("speaker", "side", "country", "facility", "dates", "saying", "route", "strike", "weapon", "effect")


def names_another_town(reading: Reading, sentence: Sentence, target: Target) -> bool:
    """Whether all towns that a preposition or a case introduces lie far off; False when in doubt."""
    if not (sentence.has("effect") or sentence.has("weapon")):
        return False
    point = _point(reading, target)
    if point is None:
        return False
    named = [towns for towns in _towns(reading, sentence) if towns]
    return bool(named) and not any(
        great_circle(point, (town.lat, town.lon)).km <= _HERE_KM for towns in named for town in towns
    )


def _towns(reading: Reading, sentence: Sentence) -> list[tuple[Town, ...]]:
    document = reading.document
    taken = [hit for table in _TABLES for hit in reading.sentence(sentence.number).of(table)]
    found = []
    for match in _NAME.finditer(document.clean.text, sentence.start, sentence.end):
        start, end = match.span()
        if any(hit.start < end and start < hit.end for hit in taken) or not _placed(document, start, end):
            continue
        match_ = reading.towns.find_inflected(match.group(), document.lexicon.lang)
        if match_ is not None:
            found.append(tuple(town for town in match_.towns if town.population >= _LEAST))
    return found


def _placed(document: Document, start: int, end: int) -> bool:
    """Whether a preposition before a name or its ending says that something is there."""
    before = document.clean.folded[max(0, start - 20) : start].split()
    return located(document, start, end) or bool(before and before[-1] in document.lexicon.near)


def _point(reading: Reading, target: Target) -> tuple[float, float] | None:
    """Where the target lies: its facility, else its town."""
    if len(target.facility_ids) == 1:
        facility = reading.gazetteer.get(target.facility_ids[0])
        if facility.lat is not None and facility.lon is not None:
            return facility.lat, facility.lon
        return None
    towns = reading.towns.find(target.town, target.country) if target.town else ()
    return (towns[0].lat, towns[0].lon) if towns else None
