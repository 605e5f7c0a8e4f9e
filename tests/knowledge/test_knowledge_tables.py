from __future__ import annotations

import csv
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import DataError
from tracker.knowledge.licences import FACTS_ONLY, LICENCES, ODBL, SHARE_ALIKE, credit
from tracker.knowledge.tables import Row, read_rows

COLUMNS = ("a", "b", "c")
CELL = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=20)


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "table.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def row(**cells: str) -> Row:
    return Row(Path("table.csv"), 7, cells)


def outcome(path: Path) -> tuple[DataError | None, list[Row]]:
    try:
        return None, list(read_rows(path, COLUMNS))
    except DataError as error:
        return error, []


@given(st.lists(st.tuples(CELL, CELL, CELL), max_size=8))
def test_every_table_written_by_csv_reads_back_as_it_was(rows: list[tuple[str, str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([COLUMNS, *rows])
        read = [tuple(one.cells.values()) for one in read_rows(path, COLUMNS)]
    assert read == [tuple(cell.strip() for cell in cells) for cells in rows]


@given(st.binary(max_size=200))
def test_any_bytes_give_rows_or_one_line_that_names_the_file(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = written(Path(folder), content)
        complaint, rows = outcome(path)
    if complaint is None:
        assert all(tuple(one.cells) == COLUMNS for one in rows)
    else:
        assert str(complaint).startswith(str(path))
        assert complaint.remedy


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("a,b\n1,2\n", "missing: c"),
        ("a,b,c,d\n1,2,3,4\n", "unknown columns: d"),
        ("a,b,b\n1,2,3\n", "missing: c"),
        ("c,b,a\n1,2,3\n", "another order"),
        ("", "missing: a, b, c"),
        ("a,b,c\n1,2\n", "2 cells where the header has 3"),
        ("a,b,c\n1,2,3,4\n", "4 cells where the header has 3"),
        ("a,b,c\n\n", "0 cells where the header has 3"),
        (b"a,b,c\n\xff,2,3\n", "not a UTF-8 CSV file"),
        ('a,b,c\n"1"x,2,3\n', "not a UTF-8 CSV file"),
    ],
)
def test_a_malformed_table_is_refused_with_its_reason(
    tmp_path: Path, content: str | bytes, complaint: str
) -> None:
    path = written(tmp_path, content)
    with pytest.raises(DataError, match=complaint) as caught:
        list(read_rows(path, COLUMNS))
    assert str(path) in str(caught.value)


def test_a_missing_table_is_named_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"gone\.csv: the file is missing\. Restore data/"):
        list(read_rows(tmp_path / "gone.csv", COLUMNS))


def test_a_byte_order_mark_is_no_part_of_the_first_column(tmp_path: Path) -> None:
    rows = list(read_rows(written(tmp_path, "\ufeffa,b,c\n1,2,3\n"), COLUMNS))
    assert rows[0].cells == {"a": "1", "b": "2", "c": "3"}


def test_a_complaint_names_the_line_of_the_file_also_after_a_cell_of_two_lines(tmp_path: Path) -> None:
    rows = list(read_rows(written(tmp_path, 'a,b,c\n"1\n1",2,3\n4,5,6\n'), COLUMNS))
    assert str(rows[1].error("wrong")).endswith("table.csv:4: wrong. Correct this row")


@pytest.mark.parametrize("value", ["north", "nan", "inf", "91", "-91", "1e3", "--1"])
def test_a_number_that_is_none_or_out_of_bounds_is_refused(value: str) -> None:
    with pytest.raises(DataError, match=r"table\.csv:7: column 'lat'"):
        row(lat=value).number_in("lat", -90, 90)


@pytest.mark.parametrize("value", ["2025-13-01", "2025-02-30", "13.08.2025", "yesterday", "2025"])
def test_a_day_that_does_not_exist_is_refused(value: str) -> None:
    with pytest.raises(DataError, match="not a day"):
        row(day=value).day("day")


def test_a_blank_is_not_known_and_a_required_blank_is_refused() -> None:
    blank = row(x="")
    assert blank.optional("x") is None
    assert blank.day("x") is None
    assert blank.number_in("x", 0, 1) is None
    with pytest.raises(DataError, match="column 'x' is empty"):
        blank.text("x")


@pytest.mark.parametrize("licence", ["", "MIT", "CC BY 4.0", "odbl-1.0"])
def test_a_row_without_a_known_licence_is_refused(licence: str) -> None:
    with pytest.raises(DataError, match="licence"):
        credit(row(licence=licence, attribution="somebody"))


def test_a_row_without_attribution_is_refused() -> None:
    with pytest.raises(DataError, match="'attribution' is empty"):
        credit(row(licence="CC-BY-4.0", attribution=""))


@pytest.mark.parametrize("home", [None, ODBL, SHARE_ALIKE])
@pytest.mark.parametrize("licence", LICENCES)
def test_share_alike_rows_stand_in_the_file_of_their_licence_and_alone(
    licence: str, home: str | None
) -> None:
    own = licence == home or (home is None and licence not in (ODBL, SHARE_ALIKE))
    one = row(licence=licence, attribution="somebody")
    if own:
        assert credit(one, home) == (licence, "somebody")
    else:
        with pytest.raises(DataError, match="Move it to the file of its licence"):
            credit(one, home)


def test_a_source_without_licence_has_a_word_of_its_own() -> None:
    assert FACTS_ONLY in LICENCES
