from __future__ import annotations

import csv
import math
import re
import shutil
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from knowledge_places import KM_PER_DEGREE, km_outside

from tracker.errors import DataError
from tracker.knowledge import basemap
from tracker.knowledge.gazetteer import FACILITY_COLUMNS, Facility, Gazetteer, load
from tracker.model import Kind

DATA = Path(__file__).parents[2] / "data"
FOLDER = DATA / "gazetteer"

SAME_POINT = {
    frozenset({"klintsy-druzhba", "klintsy-depot"}),
    frozenset({"korobkovsky-gpp", "kotovo-oil-facility"}),
    frozenset({"dnister-hpp", "dnister-psp"}),
    frozenset({"surgut-gres-1", "surgut-gres-2"}),
    frozenset({"belgorod-chp", "belgorod-luch-tpp"}),
    frozenset({"tobolsk-chp", "zapsibneftekhim-tobolsk"}),
    frozenset({"budyonnovsk-tpp", "budyonnovsk-stavrolen"}),
}
"""Facilities that share a point on purpose, as data/README.md says."""

LEAST = 400
"""Of facilities; the gazetteer never becomes smaller than this."""

OUTLINES_END = 33.0
"""Degrees north: the basemap shows nothing south of it."""

SOUTH = {"SA": (16.0, 33.0, 34.0, 56.0), "IR": (24.0, 40.0, 44.0, 64.0)}
"""Boxes (south, north, west, east) of the countries that the outlines lack or cut off."""

CAPITALS = {
    "moscow",
    "москва",
    "kyiv",
    "kiev",
    "київ",
    "киев",
    "bratislava",
    "budapest",
    "warsaw",
    "prague",
    "minsk",
}


def apart_km(one: Facility, other: Facility) -> float:
    """How far two placed facilities lie apart."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    shrink = math.cos(math.radians(one.lat))
    return KM_PER_DEGREE * math.hypot(one.lat - other.lat, (one.lon - other.lon) * shrink)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load(FOLDER)


@pytest.fixture(scope="module")
def outlines() -> dict[str, Any]:
    return basemap.load(DATA / "basemap")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "gazetteer"))


Edit = Callable[[dict[str, str]], None]


def edit(path: Path, row_id: str, change: Edit | None, *, twice: bool = False) -> None:
    """Rewrites one row of a copied file, or doubles it."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    chosen = next(one for one in rows if row_id in one.values())
    if change:
        change(chosen)
    if twice:
        rows.append(chosen)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


@pytest.mark.parametrize(
    ("cells", "complaint"),
    [
        ({"lat": "95"}, "column 'lat' is 95, outside -90 to 90"),
        ({"lon": "181"}, "column 'lon' is 181"),
        ({"lat": "0", "lon": "0"}, "the point is 0,0"),
        ({"lat": ""}, "come together or not at all"),
        ({"lat": "", "lon": ""}, "come together or not at all"),
        ({"radius_km": "3"}, "radius_km is 3. This confidence means 1 km"),
        ({"confidence": "sure"}, "column 'confidence' is 'sure'"),
        ({"kind": "bakery"}, "column 'kind' is 'bakery'"),
        ({"country": "Russia"}, "country is 'Russia'"),
        ({"occupied": "maybe"}, "column 'occupied' is 'maybe'"),
        ({"id": "Omsk Refinery"}, "id 'Omsk Refinery'"),
        ({"capacity": ""}, "capacity and capacity_unit come together"),
        ({"capacity": "a lot"}, "column 'capacity' is not a number"),
        ({"capacity_unit": "barrels"}, "column 'capacity_unit' is 'barrels'"),
        ({"status": "fine"}, "column 'status' is 'fine'"),
        ({"source": ""}, "column 'source' is empty"),
        ({"source_date": "last year"}, "column 'source_date' is 'last year'"),
        ({"licence": ""}, "column 'licence' is empty"),
        ({"licence": "ODbL-1.0"}, "stands in a file for CC-BY-SA-4.0"),
        ({"attribution": ""}, "column 'attribution' is empty"),
    ],
)
def test_a_wrong_facility_is_refused_with_file_row_and_remedy(
    copy: Path, cells: dict[str, str], complaint: str
) -> None:
    path = copy / "facilities_ccbysa.csv"
    with path.open(encoding="utf-8") as file:
        row = next(n for n, line in enumerate(file, start=1) if line.startswith("omsk-refinery,"))
    edit(path, "omsk-refinery", lambda one: one.update(cells))
    with pytest.raises(DataError) as caught:
        load(copy)
    line = str(caught.value)
    assert line.startswith(f"{path}:{row}: ")
    assert complaint in line
    assert "\n" not in line
    assert caught.value.remedy


def test_a_facility_that_stands_in_two_files_is_refused(copy: Path) -> None:
    with (copy / "facilities_ccbysa.csv").open(encoding="utf-8", newline="") as file:
        one = next(row for row in csv.DictReader(file) if row["id"] == "omsk-refinery")
    with (copy / "facilities.csv").open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, FACILITY_COLUMNS, lineterminator="\n").writerow(one | {"licence": "CC0-1.0"})
    with pytest.raises(DataError, match=r"facility 'omsk-refinery' stands here a second time"):
        load(copy)


@pytest.mark.parametrize("target", ["nowhere", "omsk-refinery"])
def test_a_replacement_that_leads_nowhere_is_refused(copy: Path, target: str) -> None:
    edit(copy / "facilities_ccbysa.csv", "omsk-refinery", lambda one: one.update(replaced_by=target))
    with pytest.raises(DataError, match=f"replaced by '{target}', which leads nowhere"):
        load(copy)


def test_a_replaced_facility_is_answered_with_its_successor(gazetteer: Gazetteer) -> None:
    old = replace(gazetteer.get("omsk-refinery"), replaced_by="orsk-refinery")
    changed = Gazetteer(gazetteer.facilities | {"omsk-refinery": old}, ())
    assert changed.get("omsk-refinery").id == "orsk-refinery"
    with pytest.raises(KeyError):
        changed.get("atlantis-refinery")


@pytest.mark.parametrize(
    ("cells", "complaint"),
    [
        ({"facility_id": "atlantis-refinery"}, "no facility 'atlantis-refinery'"),
        ({"alias": ""}, "column 'alias' is empty"),
        ({"lang": "fr"}, "column 'lang' is 'fr'"),
        ({"type": "nickname"}, "column 'type' is 'nickname'"),
        ({"source": ""}, "column 'source' is empty"),
    ],
)
def test_a_wrong_alias_is_refused(copy: Path, cells: dict[str, str], complaint: str) -> None:
    edit(copy / "aliases.csv", "Омский НПЗ", lambda one: one.update(cells))
    with pytest.raises(DataError, match=r"aliases\.csv:\d+") as caught:
        load(copy)
    assert complaint in str(caught.value)


def test_a_doubled_alias_is_refused(copy: Path) -> None:
    edit(copy / "aliases.csv", "Омский НПЗ", None, twice=True)
    with pytest.raises(DataError, match="'Омский НПЗ' of 'omsk-refinery' stands here a second time"):
        load(copy)


@pytest.mark.parametrize("name", ["facilities.csv", "facilities_odbl.csv", "aliases.csv"])
def test_a_missing_file_is_named(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(DataError, match=f"{name}: the file is missing"):
        load(copy)


def test_every_facility_of_the_facts_is_there_with_source_and_licence(gazetteer: Gazetteer) -> None:
    assert len(gazetteer.facilities) >= LEAST
    for facility in gazetteer.facilities.values():
        assert facility.source
        assert facility.licence
        assert facility.attribution


def test_every_point_lies_in_its_country(gazetteer: Gazetteer, outlines: dict[str, Any]) -> None:
    """5 km for what stands on the shore or on a coarse outline; a platform stands out at sea."""
    allowed = {Kind.PLATFORM: 100.0}
    for facility in gazetteer.facilities.values():
        if facility.lat is None or facility.lon is None:
            continue
        if facility.lat < OUTLINES_END:
            south, north, west, east = SOUTH[facility.country]
            assert south <= facility.lat <= north, facility.id
            assert west <= facility.lon <= east, facility.id
        else:
            off = km_outside(outlines, facility.country, facility.lat, facility.lon)
            assert off <= allowed.get(facility.kind, 5.0), f"{facility.id} is {off:.1f} km outside"


def test_only_facilities_without_a_known_point_are_unplaced(gazetteer: Gazetteer) -> None:
    unplaced = [facility for facility in gazetteer.facilities.values() if facility.lat is None]
    assert {facility.id for facility in unplaced} == {"bps2-nps-3", "bps2-nps-7"}
    assert all(facility.lon is None and facility.radius_km >= 100 for facility in unplaced)


def test_no_two_facilities_share_a_point_by_accident(gazetteer: Gazetteer) -> None:
    """The same point, or 300 m apart for two of one kind."""
    placed = [one for one in gazetteer.facilities.values() if one.lat is not None]
    close = {
        frozenset({one.id, other.id})
        for one, other in combinations(placed, 2)
        if apart_km(one, other) < (0.3 if one.kind is other.kind else 0.001)
    }
    assert close == SAME_POINT


def test_power_plants_have_a_capacity_in_megawatts(gazetteer: Gazetteer) -> None:
    """Where one is known: of every power, hydro and nuclear plant, and of nine in ten."""
    kinds = {Kind.POWER_PLANT, Kind.HYDRO_PLANT, Kind.NUCLEAR_PLANT}
    plants = [one for one in gazetteer.facilities.values() if one.kind in kinds]
    known = [one for one in plants if one.capacity is not None]
    assert {one.capacity_unit for one in known} == {"MW"}
    assert all(30 <= (one.capacity or 0) <= 7_000 for one in known)
    assert len(known) >= 0.9 * len(plants)


def test_a_number_of_a_plant_stands_once_in_a_region(gazetteer: Gazetteer) -> None:
    """ "CHP-5 in the Kharkiv region" is looked up by kind, number and region."""
    numbered: dict[tuple[Kind, str, str | None], set[str]] = defaultdict(set)
    for one in gazetteer.facilities.values():
        number = re.search(r"\d+", one.name)
        if number and one.kind is Kind.POWER_PLANT:
            numbered[one.kind, number.group(), one.region].add(one.id)
    assert {key: ids for key, ids in numbered.items() if len(ids) > 1} == {}


def test_only_share_alike_sources_of_openstreetmap_stand_under_odbl(gazetteer: Gazetteer) -> None:
    for one in gazetteer.facilities.values():
        assert one.source.startswith("OpenStreetMap") == (one.licence == "ODbL-1.0"), one.id


def test_a_point_known_only_by_its_town_is_wide(gazetteer: Gazetteer) -> None:
    by_town = [one for one in gazetteer.facilities.values() if one.source.startswith("GeoNames")]
    assert by_town
    assert {one.radius_km for one in by_town} == {25.0}


def test_unsettled_points_are_wide(gazetteer: Gazetteer) -> None:
    unsettled = (
        "surgut-condensate-plant",
        "yaya-refinery",
        "nikolskoye-pumping-station",
        "naitopovichi-8n-station",
        "bilche-volytsko-ugs",
    )
    assert {gazetteer.get(one).radius_km for one in unsettled} == {25.0}


def test_crimea_and_sevastopol_are_ukraine_and_occupied(gazetteer: Gazetteer) -> None:
    crimean = [one for one in gazetteer.facilities.values() if one.region in ("Crimea", "Sevastopol")]
    assert len(crimean) == 12
    assert all(one.country == "UA" and one.occupied for one in crimean)
    assert not any(one.occupied for one in gazetteer.facilities.values() if one.country != "UA")
    assert "occupied" not in " ".join(one.name for one in crimean)


def test_every_facility_has_a_name_that_links_alone(gazetteer: Gazetteer) -> None:
    named = {alias.facility_id for alias in gazetteer.aliases if alias.type == "name"}
    assert named == set(gazetteer.facilities)


def test_a_name_that_links_alone_belongs_to_one_facility(gazetteer: Gazetteer) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for alias in gazetteer.aliases:
        if alias.type == "name":
            owners[alias.alias.casefold()].add(alias.facility_id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_an_alias_of_two_facilities_is_short_on_both(gazetteer: Gazetteer) -> None:
    owners: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for alias in gazetteer.aliases:
        owners[alias.alias.casefold()].add((alias.facility_id, alias.type))
    shared = [pairs for pairs in owners.values() if len({facility for facility, _ in pairs}) > 1]
    assert shared
    assert all(kind == "short" for pairs in shared for _, kind in pairs)


def test_a_bare_town_never_links_alone(gazetteer: Gazetteer) -> None:
    names = {alias.alias.casefold() for alias in gazetteer.aliases if alias.type == "name"}
    towns = {facility.town.casefold() for facility in gazetteer.facilities.values() if facility.town}
    assert names & towns == set()


def test_no_capital_is_a_name_of_a_facility(gazetteer: Gazetteer) -> None:
    assert {alias.alias.casefold() for alias in gazetteer.aliases} & CAPITALS == set()


@pytest.mark.parametrize(
    ("alias", "facility_id", "kind"),
    [
        ("Рязанский НПЗ", "ryazan-refinery", "name"),
        ("Unecha oil pumping station", "unecha-pumping-station", "name"),
        ("ЛПДС Унеча", "unecha-pumping-station", "name"),
        ("Slovnaft", "slovnaft-bratislava-refinery", "name"),
        ("TANECO", "taneco-refinery", "name"),
        ("KINEF", "kirishi-refinery", "name"),
        ("Dunai Finomító", "mol-danube-refinery", "name"),
        ("unyecsai szivattyúállomás", "unecha-pumping-station", "name"),
        ("Унеча", "unecha-pumping-station", "short"),
        ("Rijeka", "rijeka-refinery", "short"),
        ("Adler", "sochi-adler-depot", "short"),
        ("Kristall", "engels-kristall-depot", "short"),
        ("Волна", "tamanneftegaz-terminal", "short"),
        ("Крекинг", "saratov-refinery", "short"),
        ("Первый завод", "pervyi-zavod-kaluga", "short"),
        ("NIS", "pancevo-refinery", "short"),
        ("Paks", "paks-npp", "short"),
        ("Шатурская ГРЭС", "shatura-gres", "name"),
        ("ТЭЦ-22 Мосэнерго", "moscow-chp-22", "name"),
        ("подстанция Новобрянская", "novobryanskaya-substation", "name"),
        ("Новобрянская", "novobryanskaya-substation", "short"),
        ("Запорізька-750", "zaporizka-750-substation", "name"),
        ("Саратовская ГЭС", "saratovskaya-hpp", "name"),
        ("Нефтохим Бургас", "burgas-refinery", "name"),
        ("lábi gáztároló", "lab-gas-storage", "name"),
        ("Конаково", "konakovo-gres", "short"),
        ("Abqaiq", "abqaiq-plant", "short"),
    ],
)
def test_full_names_link_alone_and_words_need_company(
    gazetteer: Gazetteer, alias: str, facility_id: str, kind: str
) -> None:
    found = {one.type for one in gazetteer.aliases if (one.alias, one.facility_id) == (alias, facility_id)}
    assert found == {kind}


@pytest.mark.parametrize(
    ("facility_id", "languages"),
    [
        ("unecha-pumping-station", "en uk ru hu sk cs de pl"),
        ("brody-pumping-station", "en uk ru hu sk cs de pl"),
        ("nikolskoye-pumping-station", "en uk ru hu sk cs de pl"),
        ("mol-danube-refinery", "en uk ru hu sk cs de pl"),
        ("slovnaft-bratislava-refinery", "en uk ru hu sk cs de pl"),
        ("ryazan-refinery", "en uk ru hu sk cs de pl"),
        ("primorsk-oil-terminal", "en uk ru hu sk cs de pl"),
    ],
)
def test_what_matters_to_hungary_and_slovakia_is_named_in_every_language(
    gazetteer: Gazetteer, facility_id: str, languages: str
) -> None:
    named = {one.lang for one in gazetteer.aliases if one.facility_id == facility_id and one.type == "name"}
    assert set(languages.split()) <= named


def test_aliases_are_many_and_written_in_the_script_of_their_language(gazetteer: Gazetteer) -> None:
    counts = Counter(alias.lang for alias in gazetteer.aliases)
    assert sum(counts.values()) >= 1800
    assert min(counts[lang] for lang in ("en", "uk", "ru", "hu", "sk", "cs", "de", "pl")) >= 200
    for alias in gazetteer.aliases:
        cyrillic = any("\u0400" <= letter <= "\u04ff" for letter in alias.alias)
        assert cyrillic == (alias.lang in ("uk", "ru")), alias
