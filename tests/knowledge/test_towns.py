from __future__ import annotations

import csv
import math
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.config import settings
from tracker.errors import DataError
from tracker.knowledge import regions, towns, towntable
from tracker.knowledge.towns import Towns
from tracker.text.inflect import name_key

GAZETTEER = settings().data() / "gazetteer"
TOWNS_OF_CODES = ("RU", "UA", "BY", "HU", "SK", "CZ", "PL", "DE", "RO", "MD", "KZ")
LANGUAGES = ("en", "uk", "ru", "hu", "sk", "cs", "de", "pl")


@pytest.fixture(scope="module")
def table() -> towntable.TownTable:
    return towntable.open_table(settings().cache_dir)


@pytest.fixture(scope="module")
def known(table: towntable.TownTable) -> Towns:
    return Towns(table, regions.load(GAZETTEER))


@pytest.mark.parametrize(
    ("name", "country", "region_id", "lat", "lon"),
    [
        ("Unecha", "RU", "ru-bryansk", 52.84, 32.69),
        ("Унеча", "RU", "ru-bryansk", 52.84, 32.69),
        ("Kstovo", "RU", "ru-nizhny-novgorod", 56.15, 44.20),
        ("Slavyansk-na-Kubani", "RU", "ru-krasnodar", 45.25, 38.12),
        ("Brody", "UA", "ua-lviv", 50.09, 25.15),
        ("Броди", "UA", "ua-lviv", 50.09, 25.15),
        ("Симферополь", "UA", "ua-crimea", 44.95, 34.10),
        ("Севастополь", "UA", "ua-sevastopol", 44.60, 33.52),
        ("Орёл", "RU", "ru-oryol", 52.97, 36.07),
        ("Százhalombatta", "HU", "hu-pest", 47.33, 18.94),
        ("Mozyr", "BY", "by-gomel", 52.05, 29.25),
    ],
)
def test_a_town_is_where_it_is(
    known: Towns, name: str, country: str, region_id: str, lat: float, lon: float
) -> None:
    town = known.find(name, country)[0]
    assert (town.country, town.region_id) == (country, region_id)
    assert town.lat == pytest.approx(lat, abs=0.06)
    assert town.lon == pytest.approx(lon, abs=0.06)


def test_namesakes_come_largest_first_and_can_be_narrowed(known: Towns) -> None:
    everywhere = known.find("Никольское")
    assert len(everywhere) > 2
    assert [town.population for town in everywhere] == sorted(
        (t.population for t in everywhere), reverse=True
    )
    narrowed = known.find("Brody", region_id="ua-lviv")
    assert [(town.country, town.region_id) for town in narrowed] == [("UA", "ua-lviv")]
    assert known.find("Brody", "HU") == ()


@pytest.mark.parametrize("spelling", ["Nikol’skoye", "Nikolskoye", "nikol'skoye", "NIKOLSKOYE"])
def test_spellings_of_a_name_are_equal(known: Towns, spelling: str) -> None:
    assert known.find(spelling) == known.find("Nikolskoye") != ()


@pytest.mark.parametrize(
    ("surface", "lang", "nominative", "region_id"),
    [
        ("Унечи", "ru", "Унеча", "ru-bryansk"),
        ("Сызрани", "ru", "Сызрань", "ru-samara"),
        ("Нижнем Новгороде", "ru", "Нижний Новгород", "ru-nizhny-novgorod"),
        ("Череповце", "ru", "Череповец", "ru-vologda"),
        ("Уфе", "ru", "Уфа", "ru-bashkortostan"),
        ("Харкові", "uk", "Харків", "ua-kharkiv"),
        ("Києві", "uk", "Київ", "ua-kyiv-city"),
        ("Львові", "uk", "Львів", "ua-lviv"),
        ("Рівному", "uk", "Рівне", "ua-rivne"),
        ("Бродах", "uk", "Броди", "ua-lviv"),
        ("Riazane", "sk", "Riazaň", "ru-ryazan"),
        ("Kyjeve", "sk", "Kyjev", "ua-kyiv-city"),
        ("Charkowie", "pl", "Charków", "ua-kharkiv"),
        ("Szamarában", "hu", "Szamara", "ru-samara"),
        ("Unyecsában", "hu", "Unyecsa", "ru-bryansk"),
        ("unyecsai", "hu", "Unyecsa", "ru-bryansk"),
        ("Rjazanyban", "hu", "Rjazany", "ru-ryazan"),
        ("Uneči", "sk", "Uneča", "ru-bryansk"),
        ("Kirišoch", "sk", "Kiriši", "ru-leningrad"),
        ("Tuapse's", "en", "Tuapse", "ru-krasnodar"),
    ],
)
def test_a_case_form_finds_its_town(
    known: Towns, surface: str, lang: str, nominative: str, region_id: str
) -> None:
    match = known.find_inflected(surface, lang)
    assert match is not None
    assert (match.nominative, match.towns[0].region_id) == (nominative, region_id)


@pytest.mark.parametrize(
    ("surface", "lang"),
    [("Samarra", "en"), ("Самарра", "ru"), ("Рязанов", "ru"), ("Qwertzu", "de"), ("", "ru")],
)
def test_what_is_no_town_of_ours_finds_none(known: Towns, surface: str, lang: str) -> None:
    assert known.find_inflected(surface, lang) is None


def test_a_town_found_by_its_sound_says_so(known: Towns) -> None:
    match = known.find_inflected("Brjanszkban", "hu")
    assert match is not None
    assert match.respelled
    assert match.towns[0].region_id == "ru-bryansk"
    assert known.find_inflected("kormány", "hu") is None


def test_a_word_that_is_a_town_as_it_stands_is_not_undone(known: Towns) -> None:
    match = known.find_inflected("Саратов", "ru")
    assert match is not None
    assert match.nominative == "Саратов"


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("в Брянской области", "ru", [("Брянской области", "ru-bryansk")]),
        ("Брянская обл.", "ru", [("Брянская обл", "ru-bryansk")]),
        ("на Брянщине и в Татарстане", "ru", [("Брянщине", "ru-bryansk"), ("Татарстане", "ru-tatarstan")]),
        ("на Кубани", "ru", [("Кубани", "ru-krasnodar")]),
        ("в Краснодарском крае", "ru", [("Краснодарском крае", "ru-krasnodar")]),
        ("в Крыму", "ru", [("Крыму", "ua-crimea")]),
        (
            "в Брянской, Орловской и Смоленской областях",
            "ru",
            [("Брянской", "ru-bryansk"), ("Орловской", "ru-oryol"), ("Смоленской областях", "ru-smolensk")],
        ),
        (
            "в Ямало-Ненецком автономном округе",
            "ru",
            [("Ямало-Ненецком автономном округе", "ru-yamalo-nenets")],
        ),
        ("у Брянській області", "uk", [("Брянській області", "ru-bryansk")]),
        ("на Львівщині", "uk", [("Львівщині", "ua-lviv")]),
        ("у Підмосков'ї", "uk", [("Підмосков'ї", "ru-moscow-oblast")]),
        ("у Підмосков’ї", "uk", [("Підмосков’ї", "ru-moscow-oblast")]),
        ("v Brjanskej oblasti", "sk", [("Brjanskej oblasti", "ru-bryansk")]),
        ("v Brjanské oblasti", "cs", [("Brjanské oblasti", "ru-bryansk")]),
        ("a brjanszki régióban", "hu", [("brjanszki régióban", "ru-bryansk")]),
        ("Kárpátalján", "hu", [("Kárpátalján", "ua-zakarpattia")]),
        ("w obwodzie briańskim", "pl", [("obwodzie briańskim", "ru-bryansk")]),
        ("im Gebiet Brjansk", "de", [("Gebiet Brjansk", "ru-bryansk")]),
        ("Russia's Bryansk region", "en", [("Bryansk region", "ru-bryansk")]),
        (
            "the Bryansk and Smolensk regions",
            "en",
            [("Bryansk", "ru-bryansk"), ("Smolensk regions", "ru-smolensk")],
        ),
        ("v Košickom kraji", "sk", [("Košickom kraji", "sk-kosice")]),
        ("в Брестской области", "ru", [("Брестской области", "by-brest")]),
    ],
)
def test_a_region_is_found_in_any_case(
    known: Towns, text: str, lang: str, expected: list[tuple[str, str]]
) -> None:
    found = known.regions_in(text, lang)
    assert [(text[start:end], region.id) for start, end, region in found] == expected


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("na Brjansku", "sk"),
        ("в Брянске и в Киеве", "ru"),
        ("Bryansk and Moscow said", "en"),
        ("комитет", "ru"),
        ("кубанский хор", "ru"),
        ("Брянской и не только", "ru"),
        ("krymský", "sk"),
        ("İ", "en"),
        ("", "en"),
    ],
)
def test_a_town_or_another_word_is_no_region(known: Towns, text: str, lang: str) -> None:
    assert known.regions_in(text, lang) == []


def test_lower_case_text_has_regions_too(known: Towns) -> None:
    assert [region.id for _, _, region in known.regions_in("на кубани", "ru")] == ["ru-krasnodar"]
    assert known.regions_in("На реке кубани", "ru") == []


@given(
    before=st.text(max_size=20),
    after=st.text(max_size=20),
    lang_and_name=st.sampled_from([("ru", "Брянской области"), ("uk", "Львівщині"), ("en", "Kursk region")]),
)
def test_offsets_are_those_of_the_text_given(
    known: Towns, before: str, after: str, lang_and_name: tuple[str, str]
) -> None:
    lang, name = lang_and_name
    text = f"{before} . {name} . {after}"
    at = len(before) + 3
    found = known.regions_in(text, lang)
    assert (at, at + len(name)) in [(start, end) for start, end, _ in found]
    ends = [0]
    for start, end, _ in found:
        assert ends[-1] <= start < end <= len(text)
        ends.append(end)


@given(st.text(alphabet="Брянскойобластью вКриму-,и'’İßǅ", max_size=60), st.sampled_from(LANGUAGES))
def test_any_text_can_be_searched(known: Towns, text: str, lang: str) -> None:
    for start, end, region in known.regions_in(text, lang):
        assert 0 <= start < end <= len(text)
        assert region.id in known.regions


def test_region_answers_for_a_few_words(known: Towns) -> None:
    region = known.region("Рязанская область", "ru")
    assert region is not None
    assert (region.id, region.country) == ("ru-ryazan", "RU")
    assert known.region("Рязань", "ru") is None


def test_regions_of_data_rows_are_found_by_their_names(known: Towns) -> None:
    for name, country, region_id in [
        ("Bryansk Oblast", "RU", "ru-bryansk"),
        ("Kyiv", "UA", "ua-kyiv-city"),
        ("Kyiv Oblast", "UA", "ua-kyiv-oblast"),
        ("Pest", "HU", "hu-pest"),
        ("Khanty-Mansi AO", "RU", "ru-khanty-mansi"),
    ]:
        region = known.region_named(name, country)
        assert region is not None
        assert region.id == region_id
    assert known.region_named("Kyiv", "RU") is None


def test_all_regions_of_russia_and_ukraine_are_there_in_eight_languages(known: Towns) -> None:
    ours = {region.id for region in known.regions.values() if region.country in ("RU", "UA")}
    assert len(ours) == 83 + 27
    with (GAZETTEER / "region_names.csv").open(encoding="utf-8", newline="") as file:
        named = {(row["region_id"], row["lang"]) for row in csv.DictReader(file)}
    assert {(region_id, lang) for region_id in ours for lang in LANGUAGES} <= named


def test_crimea_and_sevastopol_are_ukrainian(known: Towns) -> None:
    assert known.regions["ua-crimea"].country == known.regions["ua-sevastopol"].country == "UA"


def test_every_printed_name_finds_its_own_region(known: Towns) -> None:
    wrong = []
    with (GAZETTEER / "region_names.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["lang"] in LANGUAGES:
                found = known.region(row["name"], row["lang"])
                if found is None or found.id != row["region_id"]:
                    wrong.append((row["name"], row["lang"], found and found.id))
    assert wrong == []


def test_centres_and_radii_follow_from_the_towns(known: Towns, table: towntable.TownTable) -> None:
    listed = regions.load(GAZETTEER)
    places: dict[str, set[tuple[float, float]]] = {}
    for row in table.rows():
        region_id = listed.id_of(row.country, row.admin1)
        if region_id:
            places.setdefault(region_id, set()).add((row.lat, row.lon))
    assert set(places) == set(known.regions)
    for region in known.regions.values():
        if region.id == "ru-chukotka":
            continue
        points = places[region.id]
        assert region.lat == pytest.approx(sum(lat for lat, _ in points) / len(points), abs=0.02)
        assert region.lon == pytest.approx(sum(lon for _, lon in points) / len(points), abs=0.02)
        inside = sum(_km(region.lat, region.lon, *point) <= region.radius_km + 0.5 for point in points)
        assert inside >= math.floor(0.95 * len(points)), region.id


def _km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    one, two = math.radians(lat), math.radians(other_lat)
    turn = math.radians(other_lon - lon)
    chord = math.sin((two - one) / 2) ** 2 + math.cos(one) * math.cos(two) * math.sin(turn / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(chord))


def small_build() -> bytes:
    rows = [
        "brody\tBrody\tUA\t15\t50.08854\t25.14606\t23134",
        "kstovo\tKstovo\tRU\t51\t56.14750\t44.19865\t67242",
    ]
    return ("\n".join(rows) + "\n").encode()


def test_the_table_is_built_once_and_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []
    monkeypatch.setattr(towntable, "build", lambda: calls.append(1) or small_build())
    for _ in range(3):
        assert towntable.open_table(tmp_path / "deep").find("brody")[0].name == "Brody"
    assert len(calls) == 1
    assert len(list((tmp_path / "deep").iterdir())) == 1


@pytest.mark.parametrize("damage", [b"", b"garbage", b"00000000 5\nbrody", b"\n\n\n"])
def test_a_damaged_cache_is_built_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes
) -> None:
    monkeypatch.setattr(towntable, "build", small_build)
    towntable.open_table(tmp_path)
    (cached,) = tmp_path.iterdir()
    whole = cached.read_bytes()
    cached.write_bytes(damage or whole[:-9])
    assert towntable.open_table(tmp_path).find("kstovo")[0].population == 67242
    assert cached.read_bytes() == whole


def test_an_unwritable_cache_folder_leaves_the_table_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(towntable, "build", small_build)
    (tmp_path / "file").write_text("not a folder")
    assert towntable.open_table(tmp_path / "file").find("brody")[0].country == "UA"


def test_builders_at_the_same_time_do_not_hurt_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(towntable, "build", small_build)
    found: list[str] = []
    builders = [
        threading.Thread(target=lambda: found.append(towntable.open_table(tmp_path).find("brody")[0].name))
        for _ in range(8)
    ]
    for builder in builders:
        builder.start()
    for builder in builders:
        builder.join()
    assert found == ["Brody"] * 8
    assert len(list(tmp_path.iterdir())) == 1


@given(st.lists(st.sampled_from(["ab", "a b", "abc", "b", "аб", "ź", "zz"]), min_size=1, max_size=12))
def test_halving_finds_what_scanning_finds(keys: list[str]) -> None:
    lines = sorted(
        {f"{key}\tTown\tRU\t{at:02}\t1.00000\t2.00000\t{at}".encode() for at, key in enumerate(keys)}
    )
    table = towntable.TownTable(b"\n".join(lines) + b"\n")
    for key in {*keys, "a", "zzz", ""}:
        assert len(table.find(key)) == keys.count(key)


def test_the_real_table_is_sorted_and_holds_only_our_scripts(table: towntable.TownTable) -> None:
    assert table.find(name_key("Рязань"))[0].name == "Ryazan"
    assert table.find("") == []
    assert {row.country for row in table.rows()} >= set(TOWNS_OF_CODES)


def write(folder: Path, region_rows: str, name_rows: str = "") -> Path:
    (folder / "regions.csv").write_text(
        ",".join(regions.REGION_COLUMNS) + "\n" + region_rows, encoding="utf-8"
    )
    (folder / "region_names.csv").write_text("region_id,name,lang\n" + name_rows, encoding="utf-8")
    return folder


ROW = "ru-x,X Oblast,RU,10,52.9,33.3,120,GeoNames,,CC-BY-4.0,GeoNames\n"


@pytest.mark.parametrize(
    ("rows", "names", "place"),
    [
        (ROW.replace("52.9", ""), "", "regions.csv:2"),
        (ROW.replace("120", "0"), "", "regions.csv:2"),
        (ROW + ROW, "", "regions.csv:3"),
        (ROW.replace("CC-BY-4.0", "mine"), "", "regions.csv:2"),
        (ROW, "ru-y,Y Oblast,en\n", "region_names.csv:2"),
        (
            ROW + ROW.replace("ru-x", "ru-z").replace("10", "11"),
            "ru-x,Same,en\nru-z,same,en\n",
            "region_names.csv:3",
        ),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, rows: str, names: str, place: str) -> None:
    with pytest.raises(DataError) as error:
        regions.load(write(tmp_path, rows, names))
    assert place in str(error.value)


def test_towns_load_from_the_cache_folder_of_the_settings() -> None:
    assert towns.load(GAZETTEER).find("Рязань")[0].region_id == "ru-ryazan"
