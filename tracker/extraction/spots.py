"""Places named in a sentence: short names of facilities, towns and regions, in any grammatical case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.extraction.endings import adjectives
from tracker.extraction.names import NameHit
from tracker.extraction.scan import Document, Sentence
from tracker.knowledge.gazetteer import Gazetteer
from tracker.knowledge.towns import Town, Towns
from tracker.text.clean import fold
from tracker.text.letters import UPPER

_SHORTEST = 3
_TOWN = 1_000
"""Hamlets share their names with too many words to be read from a text."""
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

    @property
    def is_region(self) -> bool:
        """Whether the place is a region rather than a town."""
        return self.region is not None


class SpotReader:
    """Finds the places of a sentence; holds the gazetteer and the towns."""

    def __init__(self, gazetteer: Gazetteer, towns: Towns) -> None:
        self._gazetteer, self._towns = gazetteer, towns

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
        short = [self._short(hit, text[hit.start : hit.end], document.lexicon.lang) for hit in names]
        regions = [spot for spot in regions if not _part_of(spot, short)]
        short = [spot for spot in short if not _overlaps(spot, regions)]
        taken = [*regions, *short]
        towns = [
            spot for spot in self._town_spots(document, sentence) if not _overlaps(spot, [*taken, *routes])
        ]
        return sorted([*taken, *towns], key=lambda spot: spot.start)

    def _short(self, hit: NameHit, surface: str, lang: str) -> Spot:
        """A short name with the town it is the name of, for facilities there that the gazetteer lacks."""
        facility = self._gazetteer.get(hit.facility_ids[0])
        match = self._towns.find_inflected(surface, lang, facility.country)
        town = match.towns[0].name if match else surface
        return Spot(hit.start, hit.end, town, hit.facility_ids, country=facility.country)

    def _town_spots(self, document: Document, sentence: Sentence) -> Iterable[Spot]:
        """Runs of capitalised words that name a town; the longest run that does wins."""
        for start, end in adjectives(document, sentence):
            match = self._towns.find_inflected(document.text_of(start, end), document.lexicon.lang)
            if match and match.towns[0].population >= _TOWN:
                yield _town(start, end, match.towns[0])
        for run in _CAPITALISED.finditer(document.clean.text, sentence.start, sentence.end):
            start, words = run.start(), run.group().split(" ")
            if len(words) > 1 and words[0].lower() in document.lexicon.near:
                start += len(words.pop(0)) + 1
            while words:
                name = " ".join(words)
                match = (
                    self._towns.find_inflected(name, document.lexicon.lang)
                    if len(name) >= _SHORTEST
                    else None
                )
                town = match.towns[0] if match else None
                known = town is not None and town.population >= _TOWN
                if town is not None and known and not _ordinary(document, sentence, start, name):
                    yield _town(start, start + len(name), town)
                    break
                words.pop()


def _ordinary(document: Document, sentence: Sentence, start: int, name: str) -> bool:
    """A word that the lexicon knows as another one: German capitals, "eine Raffinerie in Brand"."""
    places = document.lexicon.filler | document.lexicon.near
    if fold(name) in {word for phrase in places for word in phrase.split()}:
        return True
    hits = (hit for table in _WORDS for hit in sentence.of(table))
    return any(hit.start <= start and start + len(name) <= hit.end for hit in hits)


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
