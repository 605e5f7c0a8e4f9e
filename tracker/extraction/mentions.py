"""Mentions of energy facilities: a name of the gazetteer, or a facility word with the place beside it.

"The Saratov, Ryazan and Syzran refineries" are three mentions, "an oil depot in Feodosia" one; a facility
word without a place stands for the last facility of its kind, else it is no mention: nothing is invented.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tracker.extraction.attach import attached, lists, loose
from tracker.extraction.names import FacilityNames, NameHit
from tracker.extraction.scan import Document, Hit, Sentence
from tracker.extraction.spots import Spot, SpotReader
from tracker.knowledge.gazetteer import Facility, Gazetteer
from tracker.knowledge.towns import Towns
from tracker.model import Kind, Target
from tracker.text.clean import fold

COMPATIBLE: dict[Kind, frozenset[Kind]] = {
    Kind.REFINERY: frozenset({Kind.PETROCHEMICAL_PLANT, Kind.GAS_PLANT}),
    Kind.OIL_DEPOT: frozenset({Kind.OIL_TERMINAL}),
    Kind.OIL_TERMINAL: frozenset({Kind.OIL_DEPOT}),
    Kind.GAS_PLANT: frozenset({Kind.PETROCHEMICAL_PLANT}),
    Kind.PETROCHEMICAL_PLANT: frozenset({Kind.GAS_PLANT, Kind.REFINERY}),
    Kind.POWER_PLANT: frozenset({Kind.HYDRO_PLANT, Kind.NUCLEAR_PLANT}),
    Kind.GAS_FIELD: frozenset({Kind.GAS_PLANT}),
    Kind.PIPELINE: frozenset({Kind.PUMPING_STATION}),
    Kind.OTHER_ENERGY: frozenset(Kind),
}
"""Kinds that a looser word may stand for when the place has no facility of the kind it names."""

_REFERS: dict[Kind, frozenset[Kind]] = {
    **COMPATIBLE,
    Kind.OIL_DEPOT: frozenset({Kind.OIL_TERMINAL, Kind.PUMPING_STATION, Kind.REFINERY, Kind.GAS_PLANT}),
}
"""Kinds that a bare facility word may refer back to: tanks belong to stations, refineries and terminals."""

LINES = frozenset({Kind.PIPELINE, Kind.GRID, Kind.OTHER_ENERGY})
"""Kinds that are no single site: a line, a grid, energy in general."""

_LINEAR = frozenset({Kind.PIPELINE, Kind.GRID})
_OWNER_REACH = 25


@dataclass(frozen=True, slots=True)
class Mention:
    """A target at its place in the text. `anaphoric`: a bare facility word that refers back to it."""

    start: int
    end: int
    sentence: int
    target: Target
    anaphoric: bool = False
    loose: bool = False


class MentionReader:
    """Reads the mentions of a document; holds the names of the gazetteer and the towns."""

    def __init__(self, gazetteer: Gazetteer, towns: Towns) -> None:
        self._gazetteer, self._towns = gazetteer, towns
        self._names = FacilityNames(gazetteer)
        self._spots = SpotReader(gazetteer, towns)
        self._by_town: dict[tuple[Kind, str], set[str]] = defaultdict(set)
        for facility in gazetteer.facilities.values():
            if not facility.replaced_by and not any(char.isdigit() for char in facility.name):
                self._by_town[facility.kind, fold(facility.name.split()[0])].add(facility.id)

    def read(self, document: Document) -> list[Mention]:
        """All mentions in reading order."""
        names = self._names.find(document.clean, _facility_words(document))
        found: list[Mention] = []
        for sentence in document.sentences:
            inside = [hit for hit in names if sentence.start <= hit.start < sentence.end]
            if inside or sentence.has("facility") or sentence.has("site"):
                found.extend(self._sentence(document, sentence, inside, found))
        return found

    def _sentence(
        self, document: Document, sentence: Sentence, names: list[NameHit], earlier: Sequence[Mention]
    ) -> list[Mention]:
        mentions = [self._named(document, sentence, hit) for hit in names if hit.alone]
        words = [hit for hit in sentence.of("facility") if not _covered(hit, mentions)]
        sites = [
            hit for hit in sentence.of("site") if not _within(hit, words) and not _covered(hit, mentions)
        ]
        shared = [hit for hit in sentence.of("facility") if _inside(hit, mentions)]
        if words or ((sites or shared) and names):
            spots = self._spots.read(document, sentence, [hit for hit in names if not hit.alone])
            for word in shared:
                mentions.extend(self._sharing(document, sentence, word, spots, mentions))
            for word in words:
                mentions.extend(self._described(document, sentence, word, spots, [*earlier, *mentions]))
            for site in sites:
                mentions.extend(self._beside_name(document, sentence, site, spots))
        if sites and not mentions:
            mentions.extend(_same_again(sites[0], sentence.number, earlier))
        if not mentions:
            mentions.extend(self._on_route(document, sentence, names))
        return sorted(mentions, key=lambda mention: mention.start)

    def _sharing(
        self,
        document: Document,
        sentence: Sentence,
        word: Hit,
        spots: Sequence[Spot],
        names: Sequence[Mention],
    ) -> list[Mention]:
        """Adjectives that share the facility word of a name: "Саратовский и Сызранский НПЗ"."""
        name = next(mention for mention in names if _inside(word, [mention]))
        ending = document.text_of(name.start, word.start).split()[0][-1:]
        edge = name.start
        found: list[Spot] = []
        for spot in reversed([spot for spot in spots if spot.end <= name.start]):
            if not lists(document, spot.end, edge) or document.text_of(spot.end - 1, spot.end) != ending:
                break
            found.insert(0, spot)
            edge = spot.start
        kind = Kind(word.key)
        listed = [spot for spot in found if self._of_kind(spot.facility_ids, kind)]
        return [self._at(document, sentence, word, spot, kind, None, True) for spot in listed]

    def _named(self, document: Document, sentence: Sentence, hit: NameHit) -> Mention:
        kind = self._gazetteer.get(hit.facility_ids[0]).kind
        target = Target(name=document.text_of(hit.start, hit.end), kind=kind, facility_ids=hit.facility_ids)
        return Mention(hit.start, hit.end, sentence.number, target)

    def _described(
        self,
        document: Document,
        sentence: Sentence,
        word: Hit,
        spots: Sequence[Spot],
        earlier: Sequence[Mention],
    ) -> list[Mention]:
        kind = Kind(word.key)
        beside = attached(document, sentence, word, spots)
        regions = [spot for spot in beside if spot.is_region]
        region = next(iter(regions or [spot for spot in spots if spot.is_region]), None)
        places = [spot for spot in beside if not spot.is_region and self._may_be(spot, kind, document)]
        if places:
            listed = len(places) > 1
            return [self._at(document, sentence, word, spot, kind, region, listed) for spot in places]
        if not beside and _in_general(sentence, word):
            return []
        apart = [spot for spot in spots if len(self._of_kind(spot.facility_ids, kind, exact=True)) == 1]
        if not beside and len(apart) == 1:
            return [self._at(document, sentence, word, apart[0], kind, region, True, loose=True)]
        back = _antecedent(kind, sentence.number, earlier)
        if not beside and back is not None:
            return [Mention(word.start, word.end, sentence.number, back.target, anaphoric=True)]
        far = None if regions or kind in LINES else self._loose(document, word, spots, region)
        if far is not None:
            return [self._at(document, sentence, word, far, kind, region, True, loose=True)]
        found = regions or ([region] if region else []) or self._carried(document, sentence)
        towns = [spot for spot in found if not spot.is_region]
        if towns:
            return [self._at(document, sentence, word, towns[0], kind, None, True, loose=True)]
        return [self._in(document, sentence, word, spot, kind, spot not in beside) for spot in found]

    def _carried(self, document: Document, sentence: Sentence) -> list[Spot]:
        """The one place of the sentence before: "Drones came to Tuapse. A tank burns at the terminal"."""
        if sentence.number == 0:
            return []
        before = document.sentences[sentence.number - 1]
        if not any(before.has(table) for table in ("strike", "weapon", "effect")):
            return []
        names = self._names.find(document.clean, _facility_words(document))
        inside = [hit for hit in names if before.start <= hit.start < before.end and not hit.alone]
        spots = self._spots.read(document, before, inside)
        towns = [spot for spot in spots if not spot.is_region]
        found = towns or spots
        return found if len(found) == 1 else []

    def _on_route(self, document: Document, sentence: Sentence, names: Sequence[NameHit]) -> list[Mention]:
        """A station's bare town, hit, in an article on its pipeline: "Brody, where it broke the pumps"."""
        if not any(other.has("route") for other in document.sentences):
            return []
        found = []
        for hit in names:
            facility = self._gazetteer.get(hit.facility_ids[0])
            if not hit.alone and len(hit.facility_ids) == 1 and facility.kind is Kind.PUMPING_STATION:
                name = document.text_of(hit.start, hit.end)
                target = Target(name=name, kind=facility.kind, facility_ids=hit.facility_ids)
                found.append(Mention(hit.start, hit.end, sentence.number, target, loose=True))
        return found

    def _loose(
        self, document: Document, word: Hit, spots: Sequence[Spot], region: Spot | None
    ) -> Spot | None:
        """The town that leads the sentence; one outside the region named in it is another story's."""
        spot = loose(document, word, [spot for spot in spots if not spot.is_region])
        if spot is None or region is None:
            return spot
        for facility in map(self._gazetteer.get, spot.facility_ids):
            home = self._towns.region_named(facility.region, facility.country) if facility.region else None
            if home is not None and home.id == region.region:
                return spot
        surface = document.text_of(spot.start, spot.end)
        inside = self._towns.find_inflected(surface, document.lexicon.lang, region_id=region.region)
        return spot if inside else None

    def _beside_name(
        self, document: Document, sentence: Sentence, word: Hit, spots: Sequence[Spot]
    ) -> list[Mention]:
        """A word such as "station" is a mention only where it touches a facility's short name."""
        found = []
        for spot in attached(document, sentence, word, [spot for spot in spots if spot.facility_ids]):
            port = word.key == "port"
            ids = (
                self._of_kind(spot.facility_ids, Kind.OIL_TERMINAL, exact=True) if port else spot.facility_ids
            )
            touches = not document.text_of(word.end, spot.start).strip(' "«„“')
            if len(ids) == 1 and (port or touches or spot.end <= word.start):
                kind = self._gazetteer.get(ids[0]).kind
                found.append(
                    self._at(document, sentence, word, replace(spot, facility_ids=ids), kind, None, False)
                )
        return found

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
        ids = (
            self._owned(document, spot)
            or self._of_kind(spot.facility_ids, kind)
            or self._only_one(spot, kind)
        )
        start, end = (
            (spot.start, spot.end) if listed else (min(word.start, spot.start), max(word.end, spot.end))
        )
        if ids:
            kind = self._gazetteer.get(ids[0]).kind
        target = Target(
            name=document.text_of(start, end), kind=kind, facility_ids=ids, town=spot.name,
            region=region.region if region else spot.home, country=region.country if region else spot.country,
        )  # fmt: skip
        return Mention(start, end, sentence.number, target, loose=loose)

    def _only_one(self, spot: Spot, kind: Kind) -> tuple[str, ...]:
        """The only facility of that kind that bears the town's name."""
        found = self._by_town.get((kind, fold(spot.name)), ())
        here = tuple(id_ for id_ in found if self._gazetteer.get(id_).country == spot.country)
        return here if len(here) == 1 else ()

    def _may_be(self, spot: Spot, kind: Kind, document: Document) -> bool:
        """A facility of that kind, or a town: a company's name that is neither is no place."""
        if not spot.facility_ids or self._of_kind(spot.facility_ids, kind):
            return True
        return self._towns.find_inflected(spot.name, document.lexicon.lang) is not None

    def _owned(self, document: Document, spot: Spot) -> tuple[str, ...]:
        """Of several facilities of one name the one whose owner stands before it: "Novatek's Ust-Luga"."""
        before = (
            document.clean.folded[max(0, spot.start - _OWNER_REACH) : spot.start].replace("'s", " ").split()
        )
        owned = [id_ for id_ in spot.facility_ids if owner(self._gazetteer.get(id_)) in before]
        return (owned[0],) if len(spot.facility_ids) > 1 and len(owned) == 1 else ()

    def _of_kind(self, facility_ids: Sequence[str], kind: Kind, *, exact: bool = False) -> tuple[str, ...]:
        same = tuple(id_ for id_ in facility_ids if self._gazetteer.get(id_).kind is kind)
        looser = frozenset[Kind]() if exact else COMPATIBLE.get(kind, frozenset())
        return same or tuple(id_ for id_ in facility_ids if self._gazetteer.get(id_).kind in looser)


def owner(facility: Facility) -> str:
    """The first word of a facility's operator, folded; a dash when it is not known."""
    return fold(facility.operator.split()[0].strip(",;")) if facility.operator else "-"


def _facility_words(document: Document) -> list[int]:
    """Where words begin that stand for a facility, ascending."""
    tables = ("facility", "site")
    return sorted(
        hit.start for sentence in document.sentences for table in tables for hit in sentence.of(table)
    )


def _within(hit: Hit, others: Iterable[Hit | NameHit]) -> bool:
    return any(other.start <= hit.start < other.end for other in others)


def _covered(hit: Hit, mentions: Iterable[Mention]) -> bool:
    """A facility word inside a name, or right behind it ("the TANECO refinery"), belongs to the name."""
    return any(mention.start <= hit.start < mention.end + 2 for mention in mentions)


def _inside(hit: Hit, mentions: Iterable[Mention]) -> bool:
    """A facility word inside a name, behind its first word."""
    return any(mention.start < hit.start < mention.end for mention in mentions)


def _in_general(sentence: Sentence, word: Hit) -> bool:
    """Facilities in general: "Russian refineries"."""
    return any(hit.start < word.end and word.start < hit.end for hit in sentence.of("hedge", "aggregate"))


def _same_again(site: Hit, sentence: int, earlier: Sequence[Mention]) -> list[Mention]:
    """ "The plant was also hit in March": the last single site named within the three sentences before."""
    for mention in reversed(earlier):
        if sentence - mention.sentence > 3:
            break
        if mention.target.kind not in LINES:
            return [Mention(site.start, site.end, sentence, mention.target, anaphoric=True)]
    return []


def _antecedent(kind: Kind, sentence: int, earlier: Sequence[Mention]) -> Mention | None:
    """The last mention of that kind within the three sentences before."""
    for mention in reversed(earlier):
        if sentence - mention.sentence > 3:
            return None
        if mention.target.kind is kind or mention.target.kind in _REFERS.get(kind, frozenset()):
            return mention
    return None
