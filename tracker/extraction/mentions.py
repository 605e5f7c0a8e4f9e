"""Mentions of energy facilities: a name of the gazetteer, or a facility word with the place beside it.

"The Saratov, Ryazan and Syzran refineries" are three mentions, "an oil depot in Feodosia" one; a facility
word without a place stands for the last facility of its kind, else it is no mention: nothing is invented.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.extraction.names import FacilityNames, NameHit
from tracker.extraction.scan import Document, Hit, Sentence
from tracker.knowledge.gazetteer import Gazetteer
from tracker.knowledge.towns import Towns
from tracker.model import Kind, Target

COMPATIBLE: dict[Kind, frozenset[Kind]] = {
    Kind.REFINERY: frozenset({Kind.PETROCHEMICAL_PLANT, Kind.GAS_PLANT}),
    Kind.OIL_DEPOT: frozenset({Kind.OIL_TERMINAL}),
    Kind.OIL_TERMINAL: frozenset({Kind.OIL_DEPOT}),
    Kind.GAS_PLANT: frozenset({Kind.PETROCHEMICAL_PLANT}),
    Kind.PETROCHEMICAL_PLANT: frozenset({Kind.GAS_PLANT, Kind.REFINERY}),
    Kind.POWER_PLANT: frozenset({Kind.HYDRO_PLANT, Kind.NUCLEAR_PLANT}),
    Kind.GAS_FIELD: frozenset({Kind.GAS_PLANT}),
    Kind.OTHER_ENERGY: frozenset(Kind),
}
"""Kinds that a looser word may stand for when the place has no facility of the kind it names."""

LINES = frozenset({Kind.PIPELINE, Kind.GRID, Kind.OTHER_ENERGY})
"""Kinds that are no single site: a line, a grid, energy in general."""

_LINEAR = frozenset({Kind.PIPELINE, Kind.GRID})
_ADJACENT = 60
_SHORTEST = 3
_TOWN = 1_000
"""Hamlets share their names with too many words to be read from a text."""
_TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_CAPITALISED = re.compile(r"\b[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄҐ][^\W\d_]*(?:[-'’ʼ ][A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄҐ][^\W\d_]*){0,2}")


@dataclass(frozen=True, slots=True)
class Mention:
    """A target at its place in the text. `anaphoric`: a bare facility word that refers back to it."""

    start: int
    end: int
    sentence: int
    target: Target
    anaphoric: bool = False
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A place name in the text: a facility's short name, a town or a region."""

    start: int
    end: int
    name: str
    facility_ids: tuple[str, ...] = ()
    region: str | None = None
    country: str | None = None

    @property
    def is_region(self) -> bool:
        """Whether the place is a region rather than a town."""
        return self.region is not None


class MentionReader:
    """Reads the mentions of a document; holds the names of the gazetteer and the towns."""

    def __init__(self, gazetteer: Gazetteer, towns: Towns) -> None:
        self._gazetteer, self._towns = gazetteer, towns
        self._names = FacilityNames(gazetteer)

    def read(self, document: Document) -> list[Mention]:
        """All mentions in reading order."""
        names = self._names.find(document.clean)
        found: list[Mention] = []
        for sentence in document.sentences:
            inside = [hit for hit in names if sentence.start <= hit.start < sentence.end]
            if inside or sentence.has("facility"):
                found.extend(self._sentence(document, sentence, inside, found))
        return found

    def _sentence(
        self, document: Document, sentence: Sentence, names: list[NameHit], earlier: Sequence[Mention]
    ) -> list[Mention]:
        mentions = [self._named(document, sentence, hit) for hit in names if hit.alone]
        words = [hit for hit in sentence.of("facility") if not _covered(hit, mentions)]
        if words:
            spots = self._spots(document, sentence, [hit for hit in names if not hit.alone])
            for word in words:
                mentions.extend(self._described(document, sentence, word, spots, [*earlier, *mentions]))
        return sorted(mentions, key=lambda mention: mention.start)

    def _named(self, document: Document, sentence: Sentence, hit: NameHit) -> Mention:
        kind = self._gazetteer.get(hit.facility_ids[0]).kind
        target = Target(name=document.text_of(hit.start, hit.end), kind=kind, facility_ids=hit.facility_ids)
        return Mention(hit.start, hit.end, sentence.number, target)

    def _spots(self, document: Document, sentence: Sentence, names: Sequence[NameHit]) -> list[Spot]:
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
            Spot(hit.start, hit.end, text[hit.start : hit.end], facility_ids=hit.facility_ids)
            for hit in names
        ]
        short = [spot for spot in short if not _overlaps(spot, regions)]
        taken = [*regions, *short]
        towns = [
            spot for spot in self._town_spots(document, sentence) if not _overlaps(spot, [*taken, *routes])
        ]
        return sorted([*taken, *towns], key=lambda spot: spot.start)

    def _town_spots(self, document: Document, sentence: Sentence) -> Iterable[Spot]:
        """Runs of capitalised words that name a town; the longest run that does wins."""
        for run in _CAPITALISED.finditer(document.clean.text, sentence.start, sentence.end):
            start, words = run.start(), run.group().split(" ")
            while words:
                name = " ".join(words)
                match = (
                    self._towns.find_inflected(name, document.lexicon.lang)
                    if len(name) >= _SHORTEST
                    else None
                )
                town = match.towns[0] if match else None
                if town is not None and town.population >= _TOWN:
                    yield Spot(start, start + len(name), town.name, country=town.country)
                    break
                words.pop()

    def _described(
        self,
        document: Document,
        sentence: Sentence,
        word: Hit,
        spots: Sequence[Spot],
        earlier: Sequence[Mention],
    ) -> list[Mention]:
        kind = Kind(word.key)
        attached = _attached(document, word, spots)
        regions = [spot for spot in attached if spot.is_region]
        region = next(iter(regions or [spot for spot in spots if spot.is_region]), None)
        places = [spot for spot in attached if not spot.is_region]
        if places:
            listed = len(places) > 1
            return [self._at(document, sentence, word, spot, kind, region, listed) for spot in places]
        if not attached and _in_general(sentence, word):
            return []
        back = _antecedent(kind, sentence.number, earlier)
        if not attached and back is not None:
            return [Mention(word.start, word.end, sentence.number, back.target, anaphoric=True)]
        loose = _loose(document, spots) if kind not in LINES else None
        if region is None and loose is not None:
            return [self._at(document, sentence, word, loose, kind, region, True, loose=True)]
        found = regions or ([region] if region else [])
        return [self._in(document, sentence, word, spot, kind, spot not in attached) for spot in found]

    def _in(
        self, document: Document, sentence: Sentence, word: Hit, region: Spot, kind: Kind, loose: bool
    ) -> Mention:
        """A target of which only the region is known; a line keeps the name of its route."""
        route = [hit.start for hit in sentence.of("route") if kind in _LINEAR and hit.end <= word.start]
        name = document.text_of(min([word.start, *route]), word.end)
        target = Target(name=name, kind=kind, region=region.region, country=region.country)
        return Mention(word.start, word.end, sentence.number, target, loose=loose)

    def _at(
        self, document: Document, sentence: Sentence, word: Hit, spot: Spot, kind: Kind, region: Spot | None,
        listed: bool, loose: bool = False,
    ) -> Mention:  # fmt: skip
        ids = self._of_kind(spot.facility_ids, kind)
        start, end = (
            (spot.start, spot.end) if listed else (min(word.start, spot.start), max(word.end, spot.end))
        )
        if ids:
            kind = self._gazetteer.get(ids[0]).kind
        target = Target(
            name=document.text_of(start, end), kind=kind, facility_ids=ids, town=spot.name,
            region=region.region if region else None, country=region.country if region else spot.country,
        )  # fmt: skip
        return Mention(start, end, sentence.number, target, loose=loose)

    def _of_kind(self, facility_ids: Sequence[str], kind: Kind) -> tuple[str, ...]:
        same = tuple(id_ for id_ in facility_ids if self._gazetteer.get(id_).kind is kind)
        looser = COMPATIBLE.get(kind, frozenset())
        return same or tuple(id_ for id_ in facility_ids if self._gazetteer.get(id_).kind in looser)


def _shifted(spot: Spot, by: int) -> Spot:
    return Spot(spot.start + by, spot.end + by, spot.name, spot.facility_ids, spot.region, spot.country)


def _overlaps(spot: Spot, others: Iterable[Spot]) -> bool:
    return any(spot.start < other.end and other.start < spot.end for other in others)


def _covered(hit: Hit, mentions: Iterable[Mention]) -> bool:
    """A facility word inside a name, or right behind it ("the TANECO refinery"), belongs to the name."""
    return any(mention.start <= hit.start < mention.end + 2 for mention in mentions)


def _attached(document: Document, word: Hit, spots: Sequence[Spot]) -> list[Spot]:
    """Places that belong to a facility word: right before it, right after it, and whole lists of them."""
    before = [spot for spot in spots if spot.end <= word.start]
    after = [spot for spot in spots if spot.start >= word.end]
    found: list[Spot] = []
    edge = word.start
    for spot in reversed(before):
        gap = document.clean.folded[spot.end : edge]
        if not (_joins(document, gap) if found else _fills(document, gap, possessive=True)):
            break
        found.insert(0, spot)
        edge = spot.start
    edge, behind = word.end, 0
    for spot in after:
        gap = document.clean.folded[edge : spot.start]
        if not (_leads(document, gap) or (behind and _joins(document, gap))):
            break
        found.append(spot)
        edge, behind = spot.end, behind + 1
    return found


def _fills(document: Document, gap: str, *, possessive: bool = False) -> bool:
    """Only filler words between a place and the facility word behind it."""
    rest = gap.removeprefix("'s") if possessive else gap
    return len(gap) <= _ADJACENT and not re.search(r"[.;:!?,]", rest) and _only(rest, document.lexicon.filler)


def _leads(document: Document, gap: str) -> bool:
    """A preposition, perhaps with filler, between a facility word and the place behind it."""
    lexicon = document.lexicon
    if len(gap) > _ADJACENT or re.search(r"[.;:!?]", gap):
        return False
    words = _TOKEN.findall(gap)
    if "," in gap or not words or words[0] not in {phrase.split()[0] for phrase in lexicon.near}:
        return gap.strip() in {"", ",", "("} or _only(gap, lexicon.near | lexicon.filler)
    known = {word for phrase in lexicon.near | lexicon.filler for word in phrase.split()}
    return sum(word not in known for word in words) <= 2


def _joins(document: Document, gap: str) -> bool:
    words = {word for phrase in document.lexicon.join for word in phrase.split()} | document.lexicon.near
    return len(gap) <= 25 and not re.search(r"[.;:!?]", gap) and _only(gap, words | document.lexicon.filler)


def _only(gap: str, allowed: Iterable[str]) -> bool:
    words = {word for phrase in allowed for word in phrase.split()}
    return all(token in words for token in _TOKEN.findall(gap))


def _in_general(sentence: Sentence, word: Hit) -> bool:
    """Facilities in general: "Russian refineries"."""
    return any(hit.start < word.end and word.start < hit.end for hit in sentence.of("hedge", "aggregate"))


def _antecedent(kind: Kind, sentence: int, earlier: Sequence[Mention]) -> Mention | None:
    """The last mention of that kind within the three sentences before."""
    for mention in reversed(earlier):
        if sentence - mention.sentence > 3:
            return None
        if mention.target.kind is kind or mention.target.kind in COMPATIBLE.get(kind, frozenset()):
            return mention
    return None


def _loose(document: Document, spots: Sequence[Spot]) -> Spot | None:
    """A place elsewhere in the sentence behind a preposition ("In Ryazan, drones hit a refinery")."""
    for spot in spots:
        before = document.clean.folded[max(0, spot.start - 30) : spot.start].split()
        if before and (before[-1] in document.lexicon.near or " ".join(before[-2:]) in document.lexicon.near):
            return spot
    return None
