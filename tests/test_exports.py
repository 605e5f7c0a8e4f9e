"""Files for other programs hold exactly the strikes passed, say whose data it is, and harm no reader."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker import exports
from tracker.knowledge import knowledge
from tracker.model import (
    Article,
    DateBasis,
    DatePrecision,
    Evidence,
    Judged,
    Kind,
    Place,
    Precision,
    Report,
    Status,
    Strike,
    Target,
    Weapon,
    When,
)
from tracker.store.records import article_key

QUOTE = 'He said: "the station, line 1;\nline 2" <b>{{ 7*7 }}</b>'
ARTICLE = Article(id="a1", text=QUOTE, url="https://news.example/1?a=1;b=2", publisher="news.example")
UNECHA = Place(
    name="Unecha", precision=Precision.FACILITY, radius_km=1, country="RU", region="Bryansk Oblast",
    lat=52.7649, lon=32.6805,
)  # fmt: skip


def strike(facility_id: str | None = "unecha-pumping-station", **values: Any) -> Strike:
    when = When(date(2025, 8, 21), date(2025, 8, 22), DatePrecision.NIGHT, DateBasis.RELATIVE)
    report = Report(
        article_id="a1", target=Target(name="station", kind=Kind.PUMPING_STATION), when=when,
        evidence=(Evidence("target", 0, len(QUOTE), QUOTE),),
    )  # fmt: skip
    defaults: dict[str, Any] = {
        "id": "unecha-2025-08-21", "name": "Unecha pumping station", "kind": Kind.PUMPING_STATION,
        "place": UNECHA, "when": when, "attacker": "UA", "status": Status.CONFIRMED,
        "weapons": (Weapon.HIMARS, Weapon.DRONE), "claimed_by": ("Robert Brovdi",), "sources": 2,
        "reports": (report,), "confidence": 0.93,
    }  # fmt: skip
    return Strike(facility_id=facility_id, **{**defaults, **values})


def cells(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_csv_has_a_row_for_each_strike_passed_and_no_other() -> None:
    strikes = [strike(), strike(id="b", place=None, facility_id=None, when=When())]
    rows = cells(exports.to_csv(strikes, {"a1": ARTICLE}))
    assert [row["id"] for row in rows] == ["unecha-2025-08-21", "b"]
    assert rows[0] | {"attribution": ""} == {
        "id": "unecha-2025-08-21", "name": "Unecha pumping station", "kind": "pumping_station",
        "facility_id": "unecha-pumping-station", "place": "Unecha", "region": "Bryansk Oblast",
        "country": "RU",
        "lat": "52.7649", "lon": "32.6805", "precision": "facility", "radius_km": "1",
        "date_start": "2025-08-21", "date_end": "2025-08-22", "date_precision": "night",
        "date_basis": "relative", "attacker": "UA", "status": "confirmed", "weapons": "himars; drone",
        "effects": "", "claimed_by": "Robert Brovdi", "confirmed_by": "", "denied_by": "", "sources": "2",
        "verified": "1", "confidence": "0.93", "reports": "1", "urls": "https://news.example/1?a=1;b=2",
        "quotes": f"target: {QUOTE}", "set_by_person": "", "attribution": "",
    }  # fmt: skip
    unknown = rows[1]
    assert [unknown[name] for name in ("facility_id", "place", "lat", "lon", "date_start", "date_basis")] == [
        ""
    ] * 6
    assert unknown["date_precision"] == "unknown"


def test_every_file_says_which_values_a_person_set() -> None:
    set_ = strike(set_by_person=("date_start", "weapons"), judged=Judged.ACCEPTED)
    [row] = cells(exports.to_csv([set_]))
    assert row["set_by_person"] == "date_start; weapons"
    properties = json.loads(exports.to_geojson([set_]))["features"][0]["properties"]
    assert properties["set_by_person"] == ["date_start", "weapons"]
    assert properties["judged"] == "accepted"


def test_csv_reads_back_in_pandas_with_and_without_byte_order_mark() -> None:
    for bom, encoding in ((False, "utf-8"), (True, "utf-8-sig")):
        content = exports.to_csv([strike(name="Унеча")], bom=bom).encode()
        frame = pd.read_csv(io.BytesIO(content), encoding=encoding)
        assert tuple(frame.columns) == exports.COLUMNS
        assert frame.loc[0, "name"] == "Унеча"
        assert content.startswith(b"\xef\xbb\xbf") is bom


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1"])
def test_a_spreadsheet_finds_no_formula(start: str) -> None:
    [row] = cells(exports.to_csv([strike(name=start, claimed_by=(start,))]))
    assert row["name"].startswith("'")
    assert row["claimed_by"].startswith("'")


def test_numbers_below_zero_stay_numbers() -> None:
    [row] = cells(exports.to_csv([strike(place=replace(UNECHA, lat=-12.5, lon=-0.25))]))
    assert (row["lat"], row["lon"]) == ("-12.5", "-0.25")


@given(st.lists(st.text(), min_size=1, max_size=3))
def test_any_text_gives_valid_files_that_say_the_same(texts: list[str]) -> None:
    strikes = [strike(id=f"s{n}", name=text, claimed_by=(text,)) for n, text in enumerate(texts)]
    rows = cells(exports.to_csv(strikes))
    whole = [text.encode("utf-8", "replace").decode() for text in texts]
    assert [row["name"].removeprefix("'") for row in rows] == [text.removeprefix("'") for text in whole]
    assert not [row for row in rows if row["name"][:1] in set("=+-@\t\r\n")]
    features = json.loads(exports.to_geojson(strikes).encode())["features"]
    assert [feature["properties"]["name"] for feature in features] == whole


def test_geojson_is_a_collection_with_longitude_first_and_every_field() -> None:
    text = exports.to_geojson([strike()], {"a1": ARTICLE})
    collection = json.loads(text)
    [feature] = collection["features"]
    assert (collection["type"], feature["type"], feature["id"]) == (
        "FeatureCollection",
        "Feature",
        "unecha-2025-08-21",
    )
    assert feature["geometry"] == {"type": "Point", "coordinates": [32.6805, 52.7649]}
    properties = feature["properties"]
    assert set(properties) == {*Strike.__dataclass_fields__, "ledger"}
    assert [(line["part"], line["article_id"]) for line in properties["ledger"]] == [("reports", "a1")]
    assert properties["when"] == {
        "start": "2025-08-21", "end": "2025-08-22", "precision": "night", "basis": "relative",
    }  # fmt: skip
    [report] = properties["reports"]
    assert (report["url"], report["publisher"], report["basis"]) == (ARTICLE.url, "news.example", "read")
    assert report["evidence"][0]["quote"] == QUOTE
    assert "<" not in text


def test_geojson_keeps_strikes_without_a_point_with_null_geometry() -> None:
    lost = strike(place=Place(name="Kaleikino", precision=Precision.FACILITY, radius_km=500))
    features = json.loads(exports.to_geojson([lost, strike(place=None)]))["features"]
    assert [feature["geometry"] for feature in features] == [None, None]


def test_no_strike_is_still_a_valid_file() -> None:
    assert json.loads(exports.to_geojson([])) == {
        "type": "FeatureCollection",
        "attribution": [],
        "features": [],
    }
    assert exports.to_csv([]) == ",".join(exports.COLUMNS) + "\r\n"


def test_the_open_database_licence_is_named_when_a_row_of_it_is_inside() -> None:
    facilities = knowledge().gazetteer.facilities.values()
    odbl = next(f for f in facilities if f.licence == "ODbL-1.0")
    free = next(f for f in facilities if f.licence == "CC-BY-4.0")
    assert f"{odbl.attribution} (ODbL-1.0)" in exports.credits_of([strike(odbl.id)])
    assert not [line for line in exports.credits_of([strike(free.id)]) if "ODbL" in line]
    [row] = cells(exports.to_csv([strike(odbl.id)]))
    assert "ODbL-1.0" in row["attribution"]
    assert json.loads(exports.to_geojson([strike(odbl.id)]))["attribution"] == list(
        exports.credits_of([strike(odbl.id)])
    )


def test_a_listed_row_names_its_list_and_a_town_its_gazetteer() -> None:
    listed = next(row for row in knowledge().listed if row.licence == "ODbL-1.0")
    report = replace(listed.report, article_id=article_key(listed.article))
    assert exports.credits_of([strike(None, place=None, reports=(report,))]) == (
        f"{listed.attribution} (ODbL-1.0)",
    )
    town = Place(name="Kstovo", precision=Precision.TOWN, radius_km=8, lat=56.1, lon=44.2)
    assert exports.credits_of([strike(None, place=town, reports=())]) == ("GeoNames (CC BY 4.0)",)


def test_quotes_are_credited_to_their_publishers() -> None:
    assert "Quotes: the publishers of the linked articles" in exports.credits_of([strike()])
