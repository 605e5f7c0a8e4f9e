"""`tracker export` in every format, run as a person runs it."""

from __future__ import annotations

import io
import json
from pathlib import Path

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
from test_cli import tracker

QUERY = "kind=refinery&from=2025-08-01&to=2025-12-31"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a store that is filled once."""
    folder = tmp_path_factory.mktemp("store")
    url = f"sqlite:///{folder / 'tracker.db'}"
    assert tracker("export", "-o", "first.csv", cwd=folder, TRACKER_DATABASE_URL=url).returncode == 0
    return url


def export(store: str, folder: Path, fmt: str, *more: str) -> bytes:
    words = ("export", "--format", fmt, "--query", QUERY, "-o", f"out.{fmt}", *more)
    run = tracker(*words, cwd=folder, TRACKER_DATABASE_URL=store, TRACKER_TODAY="2026-06-10")
    assert run.returncode == 0, run.stderr
    return (folder / f"out.{fmt}").read_bytes()


def test_every_format_holds_the_same_strikes(store: str, tmp_path: Path) -> None:
    ids = list(pd.read_csv(io.BytesIO(export(store, tmp_path, "csv")))["id"])
    assert len(ids) > 5
    geojson = json.loads(export(store, tmp_path, "geojson"))
    assert [feature["id"] for feature in geojson["features"]] == ids
    assert pq.read_table(io.BytesIO(export(store, tmp_path, "parquet"))).column("id").to_pylist() == ids
    book = openpyxl.load_workbook(io.BytesIO(export(store, tmp_path, "xlsx")))
    assert [row[0] for row in book["Strikes"].iter_rows(min_row=2, values_only=True)] == ids
    about = {name.value: value.value for name, value in book["About"].iter_rows(max_col=2)}
    assert about["Filters as a link"] == f"/strikes?{QUERY}"
    page = export(store, tmp_path, "html").decode()
    assert f"<h1>{len(ids)} strikes on energy infrastructure</h1>" in page
    assert page.count("<tr>") == len(ids) + 1


def test_the_byte_order_mark_is_there_when_asked_for(store: str, tmp_path: Path) -> None:
    mark = b"\xef\xbb\xbf"
    assert not export(store, tmp_path, "csv").startswith(mark)
    assert export(store, tmp_path, "csv", "--bom").startswith(mark)


def test_a_file_that_cannot_be_written_is_one_line(store: str, tmp_path: Path) -> None:
    words = ("export", "--format", "xlsx", "-o", "no/such/folder.xlsx")
    run = tracker(*words, cwd=tmp_path, TRACKER_DATABASE_URL=store)
    assert run.returncode == 2
    assert len(run.stderr.strip().splitlines()) == 1
    assert "folder.xlsx" in run.stderr
