"""Regions (first-level divisions of countries) and every mention of them in a text, in any grammatical case.

Centres and radii in regions.csv are made from the towns of GeoNames: the centre is the mean of their
coordinates, the radius the distance within which 95 % of them lie, rounded up to 5 km, at least 15 km.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

import ahocorasick_rs

from tracker.knowledge.licences import credit
from tracker.knowledge.tables import read_rows
from tracker.text.clean import fold
from tracker.text.inflect import forms

LANGUAGES = ("en", "uk", "ru", "hu", "sk", "cs", "de", "pl")
REGION_COLUMNS = (
    *("id", "name", "country", "admin1", "lat", "lon", "radius_km"),
    *("source", "source_date", "licence", "attribution"),
)
NAME_COLUMNS = ("region_id", "name", "lang")

_SHARED = {
    "en": ("region", ("regions", "oblasts", "provinces")),
    "ru": ("область", ("обл", "области", "областей", "областям", "областями", "областях")),
    "uk": ("область", ("обл", "області", "областей", "областям", "областями", "областях")),
    "sk": ("oblasť", ("oblasti", "oblastí", "oblastiam", "oblastiach")),
    "cs": ("oblast", ("oblasti", "oblastí", "oblastem", "oblastech")),
    "hu": ("terület", ("régió", "régióban", "régiók", "régiókban", "területek", "területeken")),
}
"""The noun that names of a language share, and its forms when several regions share one: "Брянской и
Смоленской областях"."""
_AND = re.compile(
    r"\s*(?:,|/|\b(?:and|и|і|й|та|a|és|als auch)\b)\s*(?:\b(?:the|and|в|у|v|ve|a|az)\s+)?"
    r"(?:(?:north|south|east|west|central)\w*\s+)?"
)


@dataclass(frozen=True, slots=True)
class Region:
    """A first-level division of a country; `radius_km` holds 95 % of its towns around `lat`, `lon`."""

    id: str
    name: str
    country: str
    lat: float
    lon: float
    radius_km: float


Mention = tuple[int, int, Region]
"""Start and end in code points of the text, and the region."""


class _Role(IntEnum):
    FIRST = 0
    """Half a name, which the next mention completes: "Брянской" before "и Смоленской областях"."""
    FULL = 1
    SHARED = 2
    """A full name whose noun is a plural and may complete others."""


@dataclass(frozen=True, slots=True)
class _Finder:
    """The automaton of one language, and what each of its patterns means."""

    automaton: ahocorasick_rs.AhoCorasick
    meanings: tuple[tuple[str, _Role], ...]


class Regions:
    """Regions by id and by GeoNames code, and the automata that find them, one for each language asked."""

    def __init__(self, by_code: dict[tuple[str, str], Region], names: Sequence[tuple[str, str, str]]) -> None:
        self.by_id = {region.id: region for region in by_code.values()}
        self._ids = {code: region.id for code, region in by_code.items()}
        self._names = tuple(names)
        self._by_name = self._names_of_countries()
        self._finders: dict[str, _Finder] = {}

    def id_of(self, country: str, admin1: str) -> str | None:
        """The id of the region that GeoNames calls `country`.`admin1`, or None when we do not list it."""
        return self._ids.get((country, admin1))

    def named(self, name: str, country: str) -> Region | None:
        """The region of exactly this name in rows of data/, where "Kyiv" is the city's region; or None."""
        return self._by_name.get((fold(name), country))

    def find_all(self, text: str, lang: str) -> list[Mention]:
        """All mentions in reading order; the longest of overlapping ones, whole words only.

        A name of one word is one only with a capital letter (unless the text was given without any).
        """
        finder = self._finders.get(lang) or self._finders.setdefault(lang, self._finder(lang))
        folded = fold(text)
        hits: list[tuple[int, int, str, _Role]] = []
        matches = finder.automaton.find_matches_as_indexes(folded, overlapping=True)
        for index, start, end in sorted(matches, key=lambda match: (match[1], -match[2])):
            if (hits and start < hits[-1][1]) or not _whole(folded, start, end):
                continue
            region_id, role = finder.meanings[index]
            if role is _Role.FIRST or " " in folded[start:end] or text[start].isupper() or text == folded:
                hits.append((start, end, region_id, role))
        return [(start, end, self.by_id[found]) for start, end, found in _complete(hits, folded, lang)]

    def _names_of_countries(self) -> dict[tuple[str, str], Region]:
        known: dict[tuple[str, str], Region] = {}
        for region_id, name, _ in self._names:
            known[fold(name), self.by_id[region_id].country] = self.by_id[region_id]
        for region in self.by_id.values():
            known[fold(region.name), region.country] = region
            known.setdefault((fold(region.name.removesuffix(" County")), region.country), region)
        return known

    def _finder(self, lang: str) -> _Finder:
        meanings: dict[str, tuple[str, _Role]] = {}
        for name, region_id, role in self._patterns(lang):
            meanings.setdefault(fold(name), (region_id, role))
        return _Finder(ahocorasick_rs.AhoCorasick(list(meanings)), tuple(meanings.values()))

    def _patterns(self, lang: str) -> Iterator[tuple[str, str, _Role]]:
        """Forms of the names in a language; of regions that have none, the names of other languages."""
        shared, plurals = _SHARED.get(lang, ("", ()))
        named = {region_id for region_id, _, of in self._names if of == lang}
        halves: list[tuple[str, str, _Role]] = []
        for region_id, name, of in self._names:
            if of != lang and region_id in named:
                continue
            for form in forms(name, lang) if of == lang else (name,):
                yield form, region_id, _Role.FULL
                half = form.rpartition(" ")[0]
                if of == lang and half and name.endswith(f" {shared}"):
                    yield from ((f"{half} {plural}", region_id, _Role.SHARED) for plural in plurals)
                    halves.append((half, region_id, _Role.FIRST))
        yield from halves


def load(folder: Path) -> Regions:
    """The regions of regions.csv and region_names.csv in a folder.

    Raises DataError naming file and row for a wrong cell, a doubled region or a name of an unknown region.
    """
    by_code: dict[tuple[str, str], Region] = {}
    for code, region in _regions(folder / "regions.csv"):
        by_code[code] = region
    return Regions(
        by_code, tuple(_names(folder / "region_names.csv", {region.id for region in by_code.values()}))
    )


def _regions(path: Path) -> Iterator[tuple[tuple[str, str], Region]]:
    seen: set[str] = set()
    for row in read_rows(path, REGION_COLUMNS):
        lat, lon = row.number_in("lat", -90, 90), row.number_in("lon", -180, 180)
        radius = row.number_in("radius_km", 1, 2500)
        if lat is None or lon is None or radius is None:
            raise row.error("a region without centre or radius")
        region_id = row.text("id")
        if region_id in seen:
            raise row.error(f"region '{region_id}' stands twice", "Remove one of the rows")
        seen.add(region_id)
        row.text("source")
        row.day("source_date")
        credit(row)
        country = row.text("country")
        yield (country, row.text("admin1")), Region(region_id, row.text("name"), country, lat, lon, radius)


def _names(path: Path, known: set[str]) -> Iterator[tuple[str, str, str]]:
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in read_rows(path, NAME_COLUMNS):
        region_id, name, lang = row.text("region_id"), row.text("name"), row.text("lang")
        if region_id not in known:
            raise row.error(f"no region '{region_id}'", "Add it to regions.csv or correct the id")
        bearers[fold(name), lang].add(region_id)
        if len(bearers[fold(name), lang]) > 1:
            raise row.error(f"'{name}' is already the name of another region", "A name means one region")
        yield region_id, name, lang


def _whole(folded: str, start: int, end: int) -> bool:
    """Whether a span begins and ends with whole words."""
    if end < len(folded) and folded[end].isalnum():
        return False
    before = folded[start - 1] if start else " "
    return not before.isalnum() and not (before == "-" and start > 1 and folded[start - 2].isalnum())


def _complete(hits: list[tuple[int, int, str, _Role]], folded: str, lang: str) -> list[tuple[int, int, str]]:
    """Mentions that stand alone, and halves that a chain of "and" joins to one with the noun they share."""
    kept: list[tuple[int, int, str]] = []
    open_at = -1
    for start, end, region_id, role in reversed(hits):
        if role is _Role.FIRST and not (open_at > end and _AND.fullmatch(folded, end, open_at)):
            continue
        kept.append((start, end, region_id))
        completes = role is not _Role.FULL or (lang != "en" and " " in folded[start:end])
        open_at = start if completes else -1
    return kept[::-1]
