"""Places named in a sentence: short names of facilities, towns and regions, in any grammatical case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tracker.extraction.endings import adjectives
from tracker.extraction.places.adjectives import is_common, made_adjectives, names_district
from tracker.extraction.places.names import NameHit
from tracker.extraction.places.sounds import FacilitySounds
from tracker.extraction.scan import Document, Sentence
from tracker.extraction.words import words_of
from tracker.knowledge.gazetteer import Gazetteer
from tracker.knowledge.towns import Match, Town, Towns
from tracker.text.letters import UPPER

_SHORTEST = 3
_SHORT_WORD = 4
_TOWN = 1_000
"""Hamlets share their names with too many words to be read from a text."""
_AT_WAR = frozenset({"UA", "RU", "BY"})
_NEAR = frozenset({"KZ", "MD", "RO", "HU", "SK", "CZ", "PL", "DE"})
_ABROAD = 50_000
_WATER = re.compile(
    r"\s(?:sea|gulf|strait|bay|river|мор[еяю]|морем|морі|заток\w*|проток\w*|залив\w*|пролив\w*|mor[ie]|morem"
    r"|morz[eua]\w*|zatok\w*|meer\w*|golf|tenger\w*|öb[öl]\w*)\b"
)
_LANDS = re.compile(
    r"урал\w*|ural\w*|донбас\w*|donbas\w*|кубан\w*|kuban\w*|крим\w*|крым\w*|krym\w*|кавказ\w*|kaukas\w*|сибир\w*|сибір\w*"
    r"|волг[аиеуіою]{1,2}|волзі|volg[aáyuo]|volze|volgai|wolg[aięą]|wołg[aięąo]|wołdze"
)
"""Lands and rivers whose names towns bear too."""
_NAMED_AFTER = re.compile(
    r"\b(?:ул|улиц\w*|вул|вулиц\w*|проспект\w*|просп|street|avenue|stra(?:ß|ss)e|ulic\w*|ul"
    r"|utc\w*|імені|ім|имени|им)\.?\s$"
)
"""A street, or a field or club named after a person."""
_NEXT = re.compile(rf" ([{UPPER}][^\W\d_]+)")
_WORDS = ("strike", "weapon", "effect", "site", "facility", "saying", "hedge", "supply", "commodity", "dates")
"""Tables of words that name no place; a town's name in them is read as the word."""
_CAPITALISED = re.compile(rf"\b[{UPPER}][^\W\d_]*(?:[-'’ʼ ][{UPPER}][^\W\d_]*){{0,2}}")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place name in the text: a facility's short name, a town or a region."""

    start: int
    end: int
    name: str
    facility_ids: tuple[str, ...] = ()
    region: str | None = None
    country: str | None = None
    home: str | None = None
    """The region that the town lies in."""
    of_district: bool = False
    """Only a district that is named after the town."""

    @property
    def is_region(self) -> bool:
        """Whether the place is a region rather than a town."""
        return self.region is not None


class SpotReader:
    """Finds the places of a sentence; holds the gazetteer and the towns."""

    def __init__(self, gazetteer: Gazetteer, towns: Towns) -> None:
        self._gazetteer, self._towns = gazetteer, towns
        self.sounds = FacilitySounds(gazetteer)

    def read(self, document: Document, sentence: Sentence, names: Sequence[NameHit]) -> list[Spot]:
        """All places in reading order; of overlapping ones the region, then the short name, then the town."""
        text = document.clean.text
        regions = [
            Spot(start, end, text[start:end], region=region.id, country=region.country)
            for start, end, region in self._towns.regions_in(
                text[sentence.start : sentence.end], document.lexicon.lang
            )
        ]
        regions = [_shifted(spot, sentence.start) for spot in regions]
        routes = [Spot(hit.start, hit.end, text[hit.start : hit.end]) for hit in sentence.of("route")]
        short = [
            self._short(hit, text[hit.start : hit.end], document.lexicon.lang)
            for hit in names
            if not _first_name(document, sentence, hit.end)
        ]
        regions = [spot for spot in regions if not _part_of(spot, short)]
        short = [spot for spot in short if not _overlaps(spot, regions)]
        taken = [*regions, *short]
        made = self._adjective_spots(document, sentence, regions)
        taken += [spot for spot in made if not _overlaps(spot, [*taken, *routes])]
        towns = [
            spot for spot in self._town_spots(document, sentence) if not _overlaps(spot, [*taken, *routes])
        ]
        spots = sorted([*taken, *towns], key=lambda spot: spot.start)
        return [self._at_home(spot, spots) for spot in spots]

    def _at_home(self, spot: Spot, others: Sequence[Spot]) -> Spot:
        """Of several towns of a name the one in a region that the sentence names, or that of another town."""
        homes = {other.region or other.home for other in others if other is not spot} - {None}
        if spot.is_region or spot.facility_ids or not homes or spot.home in homes:
            return spot
        namesakes = [town for town in self._towns.find(spot.name, spot.country) if town.region_id in homes]
        return replace(spot, home=namesakes[0].region_id) if namesakes else spot

    def _adjective_spots(
        self, document: Document, sentence: Sentence, regions: Sequence[Spot]
    ) -> Iterable[Spot]:
        """Adjectives of towns beside a facility word or a word for a district: "в Унечском районе"."""
        lang, region = document.lexicon.lang, next((spot.region for spot in regions), None)
        for start, end, of_district in made_adjectives(document, sentence):
            surface = document.text_of(start, end)
            if ids := () if of_district else self.sounds.short(surface, lang):
                yield self._sounding(start, end, ids, self._made_of(surface, lang, None))
                continue
            home = region if of_district else None
            town = self._made_of(surface, lang, region) if region else None
            if town is None and (home is None) and not (of_district and is_common(surface)):
                town = self._made_of(surface, lang, None)
            if town is not None:
                yield replace(_town(start, end, town), of_district=of_district)

    def _made_of(self, surface: str, lang: str, region: str | None) -> Town | None:
        if lang != "hu":
            return self._towns.find_adjective(surface, lang, region)
        match = self._towns.find_inflected(surface, lang, region_id=region)
        return match.towns[0] if match else None

    def _sounding(self, start: int, end: int, ids: tuple[str, ...], town: Town | None = None) -> Spot:
        facility = self._gazetteer.get(ids[0])
        name = town.name if town else facility.town or facility.name
        return Spot(start, end, name, ids, country=facility.country)

    def _short(self, hit: NameHit, surface: str, lang: str) -> Spot:
        """A short name with the town it is the name of, for facilities there that the gazetteer lacks."""
        facility = self._gazetteer.get(hit.facility_ids[0])
        match = self._towns.find_inflected(surface, lang, facility.country)
        made = None if match else self._towns.find_adjective(surface, lang)
        town = match.towns[0].name if match else made.name if made else surface
        return Spot(hit.start, hit.end, town, hit.facility_ids, country=facility.country)

    def _town_spots(self, document: Document, sentence: Sentence) -> Iterable[Spot]:
        """Runs of capitalised words that name a town; the longest run that does wins."""
        for start, end in adjectives(document, sentence):
            if ids := self.sounds.short(document.text_of(start, end), document.lexicon.lang):
                yield self._sounding(start, end, ids)
                continue
            match = self._towns.find_inflected(document.text_of(start, end), document.lexicon.lang)
            if match and match.towns[0].population >= _TOWN:
                yield _town(start, end, match.towns[0])
        for run in _CAPITALISED.finditer(document.clean.text, sentence.start, sentence.end):
            start, words = run.start(), run.group().split(" ")
            if len(words) > 1 and (
                words[0].lower() in document.lexicon.near
                or (start == sentence.start and len(words[0]) <= _SHORT_WORD)
            ):
                start += len(words.pop(0)) + 1
            spots = (
                self._named(document, sentence, start, " ".join(words[:count]))
                for count in range(len(words), 0, -1)
            )
            yield from [spot for spot in spots if spot is not None][:1]

    def _named(self, document: Document, sentence: Sentence, start: int, name: str) -> Spot | None:
        """The facility or town that capitalised words name, if they name one."""
        lang, end = document.lexicon.lang, start + len(name)
        if len(name) < _SHORTEST or _ordinary(document, sentence, start, name):
            return None
        if ids := self.sounds.short(name, lang):
            return self._sounding(start, end, ids)
        match = self._towns.find_inflected(name, lang)
        if match is None or not _may_tell_of(match) or _first_name(document, sentence, end):
            return None
        return _town(start, end, match.towns[0])


def _may_tell_of(match: Match) -> bool:
    """Large enough to be told of: abroad, where nothing is struck, only cities of a plain name are."""
    town = match.towns[0]
    if town.country in _AT_WAR:
        return town.population >= _TOWN
    plain = not match.respelled and len(match.nominative) > _SHORT_WORD
    return town.country in _NEAR and town.population >= _ABROAD and plain


def _ordinary(document: Document, sentence: Sentence, start: int, name: str) -> bool:
    """A word that the lexicon knows as another one: German capitals, a sea, a street, a person's name."""
    folded, lexicon = document.clean.folded, document.lexicon
    word = folded[start : start + len(name)]
    if (
        _LANDS.fullmatch(word)
        or _WATER.match(folded, start + len(name))
        or _NAMED_AFTER.search(folded[max(0, start - 14) : start])
    ):
        return True
    if word in words_of(lexicon.filler) or word in words_of(lexicon.near):
        return True
    hits = (hit for table in _WORDS for hit in sentence.of(table))
    return any(hit.start <= start and start + len(name) <= hit.end for hit in hits)


def _first_name(document: Document, sentence: Sentence, end: int) -> bool:
    """Whether a surname follows: "Wladimir Putin" is no town."""
    following = _NEXT.match(document.clean.text, end)
    if following is None or following.end() > sentence.end or names_district(document, following.end()):
        return False
    at = following.start(1)
    known = (*sentence.of("facility"), *sentence.of("site"), *sentence.of("route"))
    if any(hit.start <= at < hit.end for hit in known):
        return False
    people = [hit for hit in sentence.of("speaker") if hit.key.startswith(("authority", "attacker", "buyer"))]
    return any(hit.start <= at < hit.end for hit in (*sentence.of("side"), *people)) or (
        document.lexicon.lang not in ("de", "en")
    )


def _town(start: int, end: int, town: Town) -> Spot:
    return Spot(start, end, town.name, country=town.country, home=town.region_id)


def _shifted(spot: Spot, by: int) -> Spot:
    return Spot(spot.start + by, spot.end + by, spot.name, spot.facility_ids, spot.region, spot.country)


def _part_of(spot: Spot, others: Iterable[Spot]) -> bool:
    """Whether a longer name holds the spot: "Slaviansk na Kubáni" holds the region "Kubáni"."""
    return any(
        other.start <= spot.start
        and spot.end <= other.end
        and (other.start, other.end) != (spot.start, spot.end)
        for other in others
    )


def _overlaps(spot: Spot, others: Iterable[Spot]) -> bool:
    return any(spot.start < other.end and other.start < spot.end for other in others)
