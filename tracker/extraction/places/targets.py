"""From a facility word and a place to the facility of the gazetteer that they mean, or to none."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import cos, hypot, inf, radians

from tracker.extraction.places.kinds import COMPATIBLE
from tracker.extraction.places.spots import Spot
from tracker.extraction.scan import Document, Hit
from tracker.knowledge.gazetteer import Facility, Gazetteer
from tracker.knowledge.towns import Towns
from tracker.model import Kind, Target
from tracker.text.clean import fold

_OWNER_REACH = 25
_EARTH_KM = 6371.0
_NUMBER = re.compile(
    r"\s?-?\s?(?:№|nr\.?|no\.?|number|numer|č\.|číslo|číslom|čísla)?\s?(\d{1,2})(?![\d.,]\d|\s?(?:k?m|км|м|%|mw|мвт)\b)\b"
)
_NUMBER_BEFORE = re.compile(r"(\d{1,2})(?:-?[oeaö]s|\.)?(?:\s?számú)?\s(?:\w+i\s)?$")
_SINGULAR = frozenset(
    {Kind.REFINERY, Kind.HYDRO_PLANT, Kind.NUCLEAR_PLANT, Kind.GAS_PLANT, Kind.OIL_TERMINAL}
)
"""Kinds of which a town has hardly two: the one that the gazetteer has there is meant."""
_ONE_TOWN_KM = 15.0
_DIGITS = re.compile(r"\d+")


class Targets:
    """Looks facilities up by kind and place."""

    def __init__(self, gazetteer: Gazetteer, towns: Towns) -> None:
        self.gazetteer, self.towns = gazetteer, towns
        self._by_town: dict[tuple[Kind, str], set[str]] = defaultdict(set)
        self._numbered: dict[tuple[Kind, str], set[str]] = defaultdict(set)
        self._of_kind: dict[Kind, list[str]] = defaultdict(list)
        for facility in gazetteer.facilities.values():
            number = _DIGITS.search(facility.name)
            if facility.replaced_by:
                continue
            self._of_kind[facility.kind].append(facility.id)
            if number:
                self._numbered[facility.kind, number.group()].add(facility.id)
            else:
                self._by_town[facility.kind, fold(facility.name.split()[0])].add(facility.id)

    def of_kind(self, facility_ids: Sequence[str], kind: Kind, *, exact: bool = False) -> tuple[str, ...]:
        """Those of that kind; where there are none, and unless `exact`, those that the word may stand for."""
        same = tuple(id_ for id_ in facility_ids if self.gazetteer.get(id_).kind is kind)
        looser = frozenset[Kind]() if exact else COMPATIBLE.get(kind, frozenset())
        return same or tuple(id_ for id_ in facility_ids if self.gazetteer.get(id_).kind in looser)

    def ports(self, spot: Spot, *, of_oil: bool) -> tuple[str, ...]:
        """The oil terminals that a port may stand for; those that Ukraine holds only where oil is told of."""
        found = self.of_kind(spot.facility_ids, Kind.OIL_TERMINAL, exact=True)
        sites = [self.gazetteer.get(id_) for id_ in found]
        return tuple(site.id for site in sites if of_oil or site.occupied or site.country != "UA")

    def sole(self, spots: Iterable[Spot], kind: Kind) -> list[Spot]:
        """Places whose name is that of exactly one facility of that kind."""
        return [spot for spot in spots if len(self.of_kind(spot.facility_ids, kind, exact=True)) == 1]

    def may_be(self, spot: Spot, kind: Kind, document: Document) -> bool:
        """A facility of that kind, or a town: a company's name that is neither is no place."""
        if not spot.facility_ids or self.of_kind(spot.facility_ids, kind):
            return True
        lang = document.lexicon.lang
        return bool(self.towns.find(spot.name) or self.towns.find_inflected(spot.name, lang))

    def meant(self, document: Document, spot: Spot, kind: Kind) -> tuple[str, ...]:
        """The facilities that a word of this kind beside this place may mean."""
        if kind is Kind.OTHER_ENERGY:
            return spot.facility_ids if len(spot.facility_ids) == 1 else ()
        return (
            self.owned(document, spot) or self.of_kind(spot.facility_ids, kind) or self._only_one(spot, kind)
        )

    def named_in(
        self, document: Document, spot: Spot, kind: Kind, start: int, end: int, region: Spot | None
    ) -> Target:
        """The target of a word at a place; without a facility the town stands for it."""
        ids = self.meant(document, spot, kind)
        if ids:
            kind = self.gazetteer.get(ids[0]).kind
        lies_in = region if region and spot.home in (None, region.region) else None
        return Target(
            name=document.text_of(start, end), kind=kind, facility_ids=ids, town=spot.name,
            region=lies_in.region if lies_in else spot.home,
            country=lies_in.country if lies_in else spot.country,
        )  # fmt: skip

    def numbered(self, document: Document, word: Hit) -> tuple[str | None, tuple[str, ...]]:
        """The number behind a facility word ("ТЭЦ-5"), and the facilities that bear it."""
        match = _NUMBER.match(document.clean.folded, word.end)
        if match is None and document.lexicon.lang == "hu":
            match = _NUMBER_BEFORE.search(document.clean.folded[max(0, word.start - 25) : word.start])
        if match is None:
            return None, ()
        return match.group(1), tuple(sorted(self._numbered.get((Kind(word.key), match.group(1)), ())))

    def home(self, facility_id: str) -> str | None:
        """The id of the region that a facility lies in."""
        facility = self.gazetteer.get(facility_id)
        region = self.towns.region_named(facility.region, facility.country) if facility.region else None
        return region.id if region else None

    def elsewhere(self, spot: Spot, target: Target | None) -> bool:
        """Whether a town lies in another region than the facilities that a target may be."""
        ids = target.facility_ids if target else ()
        return bool(ids and spot.home) and all(self.home(id_) != spot.home for id_ in ids)

    def within(self, document: Document, spot: Spot, region: Spot) -> bool:
        """Whether a place, or a namesake of it, lies in a region."""
        if any(self.home(facility_id) == region.region for facility_id in spot.facility_ids):
            return True
        surface, lang = document.text_of(spot.start, spot.end), document.lexicon.lang
        inside = self.towns.find_inflected(surface, lang, region_id=region.region)
        return bool(inside or self.towns.find_adjective(surface, lang, region.region))

    def _only_one(self, spot: Spot, kind: Kind) -> tuple[str, ...]:
        """The only facility of that kind that bears the town's name."""
        found = self._by_town.get((kind, fold(spot.name)), ())
        here = tuple(id_ for id_ in found if self.gazetteer.get(id_).country == spot.country)
        if here or kind not in _SINGULAR:
            return here if len(here) == 1 else ()
        around = self._around(spot, kind)
        return around if len(around) == 1 else ()

    def _around(self, spot: Spot, kind: Kind) -> tuple[str, ...]:
        """The facilities of that kind in or right by a town."""
        towns = self.towns.find(spot.name, spot.country, spot.home)[:1]
        return tuple(
            id_
            for town in towns
            for id_ in self._of_kind[kind]
            if distance_km(self.gazetteer.get(id_), town.lat, town.lon) <= _ONE_TOWN_KM
        )

    def owned(self, document: Document, spot: Spot) -> tuple[str, ...]:
        """Of several facilities of one name the one whose owner stands before it: "Novatek's Ust-Luga"."""
        before = (
            document.clean.folded[max(0, spot.start - _OWNER_REACH) : spot.start].replace("'s", " ").split()
        )
        owned = [id_ for id_ in spot.facility_ids if owner(self.gazetteer.get(id_)) in before]
        return (owned[0],) if len(spot.facility_ids) > 1 and len(owned) == 1 else ()


def distance_km(facility: Facility, lat: float, lon: float) -> float:
    """How far a facility's point lies from another; very far where it has none."""
    if facility.lat is None or facility.lon is None:
        return inf
    north = radians(facility.lat - lat)
    east = radians(facility.lon - lon) * cos(radians(lat))
    return _EARTH_KM * hypot(north, east)


def owner(facility: Facility) -> str:
    """The first word of a facility's operator, folded; a dash when it is not known."""
    return fold(facility.operator.split()[0].strip(",;")) if facility.operator else "-"
