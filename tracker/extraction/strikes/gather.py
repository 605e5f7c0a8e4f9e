"""Several tellings of one target and one date as one strike; undated ones get the date of a neighbour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from tracker.extraction.dates import IMPOSSIBLE, UNKNOWN, DateMention
from tracker.extraction.paragraphs import around, opener, parted
from tracker.extraction.places.attach import lists
from tracker.extraction.places.mentions import COMPATIBLE, LINES
from tracker.extraction.places.targets import distance_km
from tracker.extraction.scan import Document, Sentence
from tracker.extraction.strikes.acts import attacks
from tracker.extraction.strikes.dating import dates_a_statement
from tracker.extraction.strikes.told import Reading, Told, names_another, same_target
from tracker.model import DateBasis, DatePrecision, Evidence, Kind, When

_BERTHS = frozenset({Kind.OIL_TERMINAL, Kind.OIL_DEPOT})
"""Where tankers lie that burn with the berth."""
_PARTS_OF = {**COMPATIBLE, Kind.SUBSTATION: frozenset({Kind.POWER_PLANT, Kind.HYDRO_PLANT})}
"""Kinds that a looser word may stand for, and what a switchyard belongs to."""
_NEIGHBOURS = 2
_ONE_TOWN_KM = 25.0
_HEADING = 45
_LATER = 2
"""So many sentences behind the undated news an old strike that is dated is another one."""
_SAME = timedelta(days=1)
_RECENT, _WEEK = timedelta(days=2), timedelta(days=7)
_OTHER = 2
"""A sentence of another paragraph counts as so many sentences farther."""


def gather(told: Sequence[Told]) -> list[Told]:
    """Reports of one target and one date as one; those without a date join the first of their target."""
    groups: list[Told] = []
    for strike in sorted(told, key=lambda strike: (strike.when.start is None, strike.sentences)):
        home = next((other for other in groups if _same(other, strike)), None)
        if home is None:
            groups.append(strike)
            continue
        home.mentions += strike.mentions
        home.sentences += strike.sentences
        home.direct |= strike.direct
        home.background &= strike.background
        if _exactness(strike.when) > _exactness(home.when):
            home.when, home.when_evidence = strike.when, strike.when_evidence
        if strike.target.facility_ids and len(strike.target.facility_ids) < (
            len(home.target.facility_ids) or 99
        ):
            home.target = strike.target
    return groups


def _same(one: Told, other: Told) -> bool:
    """Whether two tellings are of one strike; the undated news that an old, dated one follows is another."""
    if not same_target(one.target, other.target):
        return False
    if one.when.start is None or other.when.start is None:
        later = min(one.sentences) - min(other.sentences)
        old = one.background or one.when.precision is DatePrecision.MONTH
        news_first = old and (later > _LATER or (other.direct and later in (0, _LATER)))
        return not news_first and not (other.background and not one.background)
    return _overlap(one.when, other.when)


def _exactness(when: When) -> int:
    order = (
        DatePrecision.UNKNOWN,
        DatePrecision.MONTH,
        DatePrecision.RANGE,
        DatePrecision.DAY,
        DatePrecision.NIGHT,
    )
    return order.index(when.precision)


def date_all(reading: Reading, groups: Sequence[Told]) -> list[Told]:
    """Gives undated strikes the date of a neighbour or of publication; drops old ones that have none."""
    dated: list[Told] = []
    places = {(strike.target.town or strike.target.facility_ids or strike.target.region) for strike in groups}
    for strike in groups:
        if strike.when is IMPOSSIBLE:
            strike.when = UNKNOWN
        elif strike.when.start is None:
            if strike.background:
                continue
            strike.when, strike.when_evidence = _inherited(reading, strike, alone=len(places) == 1)
        dated.append(strike)
    return dated


def _inherited(reading: Reading, strike: Told, *, alone: bool) -> tuple[When, Evidence | None]:
    """The date of its paragraph, of the nearest sentence that tells of an attack, or of publication.

    Of an article with no other strike all that tells of an attack counts: "It was in the night to Wednesday".
    """
    document, homes = reading.document, strike.sentences
    own = around(document, homes, lambda number: names_another(reading, number, strike.target))
    own += opener(document, min(homes))
    judged = {mention.sentence for mention in strike.mentions}
    order = sorted(range(len(document.sentences)), key=lambda number: _away(document, number, homes))
    near = [number for number in order if min(abs(number - home) for home in homes) <= _NEIGHBOURS]
    statements: list[DateMention] = []
    spans: list[DateMention] = []
    hints: list[DateMention] = []
    rest = [number for number in order if alone and _only_attack(reading, number)]
    for number in [*own, *near, *range(min(3, len(order))), *rest]:
        sentence = document.sentences[number]
        hint = not (_tells(sentence) or number in own or _heads(sentence, homes))
        near_by = hint and _in_paragraph(document, number, homes)
        if hint and not (near_by or sentence.has("effect")):
            continue
        for found in reading.dates.get(number, []):
            if near_by and found.when.precision is not DatePrecision.NIGHT and not sentence.has("effect"):
                continue
            if found.vague or found.when.start is None or sentence.has("hedge", "background"):
                continue
            if reading.published and found.when.start > reading.published:
                continue
            if number not in own and _far(reading, number, found.when, homes):
                continue
            if number in judged and not dates_a_statement(document, sentence, found):
                continue
            if _long(found.when) or hint:
                (hints if hint else spans).append(found)
                continue
            if dates_a_statement(document, sentence, found):
                if not _far(reading, number, found.when, homes):
                    statements.append(found)
                continue
            return _as_inherited(document, found)
    hinted = [found for found in hints if reading.published and found.when.end != reading.published]
    said = [found for found in statements if found.when.end != reading.published]
    for found in [*said[:1], *hinted[:1], *statements[:1], *spans[:1], *hints[:1]]:
        return _as_inherited(document, found)
    if reading.published is None:
        return UNKNOWN, None
    return When(reading.published, reading.published, DatePrecision.DAY, DateBasis.PUBLISHED), None


def _away(document: Document, number: int, homes: Sequence[int]) -> int:
    """How far a sentence stands from a telling; what its own paragraph told before is nearer than others."""
    near = min(abs(number - home) for home in homes)
    after = any(home > number for home in homes) and _in_paragraph(document, min(homes), [number])
    return near if near == 0 or after else near + _OTHER


def _only_attack(reading: Reading, number: int) -> bool:
    """Whether a sentence tells of an attack and names neither another target nor another region."""
    sentence = reading.sentence(number)
    foreign = sentence.has("facility") or number in reading.regions or sentence.has("hedge")
    return bool(attacks(reading.document, sentence)) and not foreign


def _as_inherited(document: Document, found: DateMention) -> tuple[When, Evidence]:
    evidence = document.clean.evidence("when", found.start, found.end)
    return replace(found.when, basis=DateBasis.INHERITED), evidence


def _in_paragraph(document: Document, number: int, homes: Sequence[int]) -> bool:
    """Whether a sentence stands in one paragraph with the telling before it: "It was done last night"."""
    home = max((home for home in homes if home < number), default=None)
    return home is not None and not any(parted(document, at) for at in range(home, number))


def _tells(sentence: Sentence) -> bool:
    return sentence.has("strike") or sentence.has("weapon")


def _heads(sentence: Sentence, homes: Sequence[int]) -> bool:
    """A heading such as "Monday, 3 November" dates what stands below it."""
    return sentence.end - sentence.start <= _HEADING and any(sentence.number < home for home in homes)


def _long(when: When) -> bool:
    """Longer than a night or two: the span of a round-up, not the date of one strike."""
    return when.start is not None and when.end is not None and when.end - when.start > _SAME


def _far(reading: Reading, number: int, when: When, homes: Sequence[int]) -> bool:
    """Too long before publication to be the news; a sentence of another target lends recent dates only."""
    if reading.published is None or when.end is None:
        return False
    foreign = number not in homes and any(mention.sentence == number for mention in reading.mentions)
    return abs(reading.published - when.end) > (_RECENT if foreign else _WEEK)


def without_vaguer(reading: Reading, groups: Sequence[Told]) -> list[Told]:
    """A line hit together with its station is the station; "a depot in the region" is the one named."""
    return [
        strike
        for strike in groups
        if not any(_tells_more(reading, other, strike) for other in groups if other is not strike)
    ]


def _tells_more(reading: Reading, one: Told, vaguer: Told) -> bool:
    if vaguer.target.kind is Kind.TANKER and one.target.kind in _BERTHS:
        near = min(abs(first - second) for first in one.sentences for second in vaguer.sentences) <= 1
        return near and _overlap(one.when, vaguer.when)
    if vaguer.target.facility_ids:
        return False
    if vaguer.target.town and vaguer.target.kind in LINES and vaguer.target.town == one.target.town:
        return one.target.kind not in LINES and _overlap(one.when, vaguer.when)
    if vaguer.target.town:
        return _is_that_town(reading, one, vaguer) or _is_part(reading, one, vaguer)
    if _same_sentence(reading, one, vaguer):
        return True
    line = vaguer.target.kind in LINES
    site = line and one.target.kind not in LINES
    if not (one.target.facility_ids or one.target.town or site) or not _overlap(one.when, vaguer.when):
        return False
    here, there = reading.region_of(one.target), vaguer.target.region
    if here is not None and there is not None and here != there:
        return False
    related = one.target.kind is vaguer.target.kind or one.target.kind in COMPATIBLE.get(
        vaguer.target.kind, ()
    )
    return line or related


def _is_that_town(reading: Reading, one: Told, vaguer: Told) -> bool:
    """ "A power plant in Kyiv" where the article names the plant there that was hit."""
    if len(one.target.facility_ids) != 1 or not _overlap(one.when, vaguer.when):
        return False
    facility = reading.gazetteer.get(one.target.facility_ids[0])
    kindred = facility.kind is vaguer.target.kind or facility.kind in _PARTS_OF.get(vaguer.target.kind, ())
    towns = reading.towns.find(vaguer.target.town or "", vaguer.target.country)[:1]
    headline = vaguer.sentences == [0] and vaguer.mentions[0].loose
    here = reading.region_of(one.target)
    return kindred and any(
        distance_km(facility, town.lat, town.lon) <= _ONE_TOWN_KM or (headline and town.region_id == here)
        for town in towns
    )


def _is_part(reading: Reading, one: Told, vaguer: Told) -> bool:
    """ "The transformers of the Unecha station": in one sentence, of one town, and not in a list."""
    first, second = sorted((one.mentions[0], vaguer.mentions[0]), key=lambda mention: mention.start)
    if first.sentence != second.sentence or one.target.town != vaguer.target.town:
        return False
    site = one.target.facility_ids or (first is one.mentions[0] and vaguer.target.kind is Kind.SUBSTATION)
    return bool(site) and not lists(reading.document, first.end, second.start)


def _same_sentence(reading: Reading, one: Told, vaguer: Told) -> bool:
    """Two facilities of one region in a sentence that lists none: the first was hit."""
    first, second = one.mentions[0], vaguer.mentions[0]
    if first.sentence != second.sentence or first.start >= second.start or one.target.kind in LINES:
        return False
    if one.target.facility_ids or one.target.region != vaguer.target.region or one.target.region is None:
        return False
    return len(vaguer.mentions) == 1 and not lists(reading.document, first.end, second.start)


def _overlap(one: When, other: When) -> bool:
    if one.start is None or other.start is None or one.end is None or other.end is None:
        return True
    return one.start <= other.end + _SAME and other.start <= one.end + _SAME
