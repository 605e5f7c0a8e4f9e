"""Workbooks, Parquet and the HTML map, read back by other programs: the same strikes, whose data, no trap."""

from __future__ import annotations

import io
import json
from datetime import UTC, date, datetime
from typing import Any

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_exports import ARTICLE, QUOTE, UNECHA, strike

from tracker import exports
from tracker.exports import Selection
from tracker.exports.xlsx_file import MOST_TEXT
from tracker.knowledge import knowledge
from tracker.model import Strike, When

MADE = datetime(2026, 11, 25, 7, 30, tzinfo=UTC)
CHOSEN = Selection(link="http://localhost:8501/strikes?kind=refinery", made=MADE)
HOSTILE = (
    "=1+1", "+1", "@SUM(A1)", "{=A1}", "http://evil.example/", "<r><t>x</t></r>", "_x0041_", "a\x01\x0bb",
    "</script><script>window.ran=1</script>", "{{7*7}}", "{% raw %}", "${window.ran=1}", "`x`", "\ud800", "\u202e",
)  # fmt: skip


def workbook(strikes: list[Strike], selection: Selection = CHOSEN) -> Any:
    content = exports.to_xlsx(strikes, {"a1": ARTICLE}, selection)
    return openpyxl.load_workbook(io.BytesIO(content))


def about(book: Any) -> list[tuple[str, str]]:
    return [(name.value, value.value) for name, value in book["About"].iter_rows(max_col=2)]


def test_a_workbook_holds_the_strikes_with_days_as_days_and_numbers_as_numbers() -> None:
    other = strike(id="b", place=None, facility_id=None, when=When())
    head, first, second = workbook([strike(), other])["Strikes"].iter_rows(values_only=True)
    assert head == exports.COLUMNS
    row = dict(zip(head, first, strict=True))
    assert (row["id"], row["lat"], row["sources"], row["verified"]) == ("unecha-2025-08-21", 52.7649, 2, True)
    assert (row["date_start"], row["date_end"]) == (datetime(2025, 8, 21), datetime(2025, 8, 22))  # noqa: DTZ001
    assert (row["weapons"], row["urls"], row["quotes"]) == ("himars; drone", ARTICLE.url, f"target: {QUOTE}")
    unknown = dict(zip(head, second, strict=True))
    assert [unknown[name] for name in ("facility_id", "lat", "date_start", "confirmed_by")] == [None] * 4


def test_a_workbook_reads_back_in_pandas() -> None:
    content = exports.to_xlsx([strike(name="Унеча")], {}, CHOSEN)
    frame = pd.read_excel(io.BytesIO(content), sheet_name="Strikes")
    assert tuple(frame.columns) == exports.COLUMNS
    assert frame.loc[0, "date_start"] == pd.Timestamp("2025-08-21")
    assert frame.loc[0, "radius_km"] == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_a_workbook_holds_outside_text_as_text_only(text: str) -> None:
    rows = workbook([strike(None, place=None, name=text, claimed_by=(text,))])["Strikes"]
    name, claimed = (
        rows.cell(2, exports.COLUMNS.index("name") + 1),
        rows.cell(2, exports.COLUMNS.index("claimed_by") + 1),
    )
    for cell in (name, claimed):
        assert cell.data_type == "s"
        assert cell.hyperlink is None
    if text.isprintable() and text != "\u202e":
        assert claimed.value.rstrip() == text


def test_a_text_that_no_cell_can_hold_is_cut_and_says_so() -> None:
    for long in ("x" * 40_000, "😀" * 20_000):
        cell = workbook([strike(claimed_by=(long,))])["Strikes"].cell(
            2, exports.COLUMNS.index("claimed_by") + 1
        )
        assert cell.value.endswith("the CSV has it whole]")
        assert len(cell.value.encode("utf-16-le")) // 2 <= MOST_TEXT
        assert cell.value.startswith(long[:16_000])


def test_a_workbook_says_whose_data_it_holds_which_link_shows_it_and_as_of_when() -> None:
    facts = about(workbook([strike()]))
    assert facts[:3] == [
        ("Strikes", "1"), ("Filters as a link", CHOSEN.link), ("As known on", "25 Nov 2026, 07:30 UTC"),
    ]  # fmt: skip
    assert [value for name, value in facts if name == "Attribution"] == list(exports.credits_of([strike()]))
    then = Selection(link="/strikes", known=datetime(2025, 8, 22, 12, tzinfo=UTC), made=MADE)
    facts = about(workbook([strike()], then))
    assert ("As known on", "22 Aug 2025, 12:00 UTC") in facts
    assert ("File written on", "25 Nov 2026, 07:30 UTC") in facts


@given(st.text(max_size=60))
def test_any_text_gives_a_workbook_and_a_parquet_file_that_open(text: str) -> None:
    strikes = [strike(name=text, claimed_by=(text,))]
    cell = workbook(strikes)["Strikes"].cell(2, exports.COLUMNS.index("claimed_by") + 1)
    assert cell.data_type in ("s", "n")  # n: an empty cell
    table = pq.read_table(io.BytesIO(exports.to_parquet(strikes, {}, CHOSEN)))
    assert table.column("claimed_by").to_pylist() == [[text.encode("utf-8", "replace").decode()]]


def test_parquet_has_typed_columns_and_lists() -> None:
    content = exports.to_parquet([strike(), strike(id="b", place=None, when=When())], {"a1": ARTICLE}, CHOSEN)
    rows = pq.read_table(io.BytesIO(content)).to_pylist()
    assert tuple(rows[0]) == exports.COLUMNS
    assert (rows[0]["date_start"], rows[0]["lat"], rows[0]["verified"]) == (
        date(2025, 8, 21),
        UNECHA.lat,
        True,
    )
    assert (rows[0]["weapons"], rows[0]["urls"]) == (["himars", "drone"], [ARTICLE.url])
    assert (rows[1]["date_start"], rows[1]["lat"], rows[1]["place"]) == (None, None, None)
    assert list(pd.read_parquet(io.BytesIO(content))["id"]) == ["unecha-2025-08-21", "b"]


def test_parquet_says_in_its_metadata_whose_data_it_holds() -> None:
    odbl = next(f for f in knowledge().gazetteer.facilities.values() if f.licence == "ODbL-1.0")
    content = exports.to_parquet([strike(odbl.id)], {}, CHOSEN)
    kept = pq.read_schema(io.BytesIO(content)).metadata
    assert json.loads(kept[b"attribution"]) == list(exports.credits_of([strike(odbl.id)]))
    assert (kept[b"filters"].decode(), kept[b"known"]) == (CHOSEN.link, b"2026-11-25T07:30:00+00:00")


@pytest.mark.parametrize("code", exports.FORMATS)
def test_no_strike_is_still_a_file_that_opens(code: str) -> None:
    content = exports.FORMATS[code].write([], {}, CHOSEN)
    assert content
    if code == "xlsx":
        assert openpyxl.load_workbook(io.BytesIO(content))["Strikes"].max_row == 1
    if code == "parquet":
        assert pq.read_table(io.BytesIO(content)).num_rows == 0


def test_the_html_map_carries_all_it_needs_and_escapes_what_is_not_ours() -> None:
    text = " ".join(HOSTILE)
    page = exports.to_html([strike(None, place=None, name=text, claimed_by=(text,))], {}, CHOSEN)
    assert "<script src" not in page
    assert "<link" not in page
    assert "/assets/" not in page
    assert "</script><script>window" not in page
    assert "{{7*7}}" not in page
    assert "default-src &#x27;none&#x27;" in page or "default-src 'none'" in page


def test_the_html_map_lists_every_strike_with_its_sources_and_whose_data_it_is() -> None:
    page = exports.to_html([strike(), strike(id="b", place=None)], {"a1": ARTICLE}, CHOSEN)
    assert page.count("<tr>") == 3
    assert page.count('href="https://news.example/1?a=1;b=2"') == 2
    assert "1 strike not on the map" in page
    assert "Natural Earth" in page
    assert "GeoNames" in page
    assert "Copyright (c) 2010-2022, Volodymyr Agafonkin" in page
    for line in exports.credits_of([strike()]):
        assert line in page.replace("&#x27;", "'")
