from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.model import Article, PublishedBasis
from tracker.sources import Failure, read, read_bytes

RECORDED = Path(__file__).parents[1] / "data" / "sources"


def table(name: str, payload: bytes, **terms: object) -> list[Article | Failure]:
    return list(read_bytes(name, payload, **terms))  # type: ignore[arg-type]


def parquet(columns: dict[str, object]) -> bytes:
    file = io.BytesIO()
    pq.write_table(pa.table(columns), file)
    return file.getvalue()


def lines(*rows: object) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


@pytest.mark.parametrize("name", ["articles.jsonl", "articles.csv", "articles.parquet"])
def test_recorded_tables_hold_the_same_three_articles(name: str) -> None:
    assert list(read(str(RECORDED / name))) == [
        Article(
            id="a-1",
            text="Dróntámadás érte az uneczsai szivattyúállomást.\r\nA kőolajszállítás leállt.",
            title="Leállt a Barátság",
            url="https://hirek.example/a-1",
            publisher="Példa Hírek",
            published=date(2025, 8, 22),
            published_basis=PublishedBasis.COLUMN,
            lang="hu",
        ),
        Article(
            id="a-2",
            text=" date 2025-09-13 В ночь на субботу атакована станция в Кириши.",
            url="https://www.novosti.example/a-2",
            publisher="novosti.example",
            published=date(2025, 9, 13),
            published_basis=PublishedBasis.HEADER,
            lang="ru",
        ),
        Article(id="a-3", text="A fire broke out at the depot."),
    ]


def test_a_header_in_the_text_wins_over_the_column_with_a_warning() -> None:
    (article,) = table("a.jsonl", lines({"id": "1", "text": "date 2025-08-22 W", "published": "2025-08-23"}))
    assert isinstance(article, Article)
    assert article.published == date(2025, 8, 22)
    assert article.warnings == ("the publication date is 2025-08-22 (header), not 2025-08-23 (column)",)


def test_bad_lines_of_jsonl_are_failures_in_their_place_and_the_rest_is_read() -> None:
    payload = (
        b'{"id": "1", "text": "one"}\n'
        b'{"id": "2", "text": \n'
        b"[1, 2]\n"
        b'{"id": "4", "body": "x"}\n'
        b'{"id": "5", "text": "\xcd\xee"}\n'
        b'{"id": "6", "text": ""}\n'
        b'{"id": "7", "text": 7}\n'
        b'{"id": "8", "text": "x", "published": "last week"}\n'
        b'{"id": "9", "text": "half \\ud800"}\n'
        b'{"id": "10", "text": "nul \\u0000"}\n'
        + b"[" * 100_000
        + b"\n\n"
        + b'{"id": 13, "text": "thirteen"}'
    )
    found = table("a.jsonl", payload)
    assert [item.id for item in found if isinstance(item, Article)] == ["1", "13"]
    failures = [item for item in found if isinstance(item, Failure)]
    assert [item.where for item in failures] == [f"a.jsonl:{row}" for row in range(2, 12)]
    assert [item.what.split(" (")[0] for item in failures] == [
        "broken JSON",
        "not a JSON object",
        "column 'text' is missing",
        "not UTF-8: byte 0xcd at offset 21 of the line",
        "empty",
        "column 'text' is int, not text",
        "column 'published' is no day: 'last week'",
        "not Unicode: it holds half a surrogate pair",
        "not text: it holds NUL characters",
        "broken JSON",
    ]
    assert all(item.remedy for item in failures)


def test_a_line_beyond_the_limit_is_passed_over_and_the_next_is_read() -> None:
    payload = lines({"id": "1", "text": "x" * 5000}, {"id": "2", "text": "two"})
    found = table("a.jsonl", payload, max_bytes=100)
    assert isinstance(found[0], Failure)
    assert found[0].what == "larger than 100 bytes"
    assert isinstance(found[1], Article)


def test_the_limit_is_for_each_article_not_for_the_table() -> None:
    payload = lines(*({"id": str(n), "text": "x" * 90} for n in range(50)))
    assert all(isinstance(item, Article) for item in table("a.jsonl", payload, max_bytes=100))


def test_a_row_without_an_id_is_named_by_file_and_row() -> None:
    found = table("a.jsonl", lines({"text": "one"}, {"id": " ", "text": "two"}))
    assert [item.id for item in found if isinstance(item, Article)] == ["a.jsonl:1", "a.jsonl:2"]


def test_bad_rows_of_csv_are_failures_named_by_their_first_line() -> None:
    payload = (
        b'\xef\xbb\xbfid,text\r\n1,"one\r\ntwo, three"\r\n2,a,b\r\n3,"a"b\r\n4,\xcd\xee\r\n\r\n5,five\r\n'
    )
    found = table("a.csv", payload)
    assert [(i.id, i.text) for i in found if isinstance(i, Article)] == [
        ("1", "one\r\ntwo, three"),
        ("5", "five"),
    ]
    failures = [item for item in found if isinstance(item, Failure)]
    assert [item.where for item in failures] == ["a.csv:4", "a.csv:5", "a.csv:6"]
    assert failures[0].what == "3 cells under 2 columns"
    assert failures[1].what.startswith("broken CSV")
    assert failures[2].what == "not UTF-8: byte 0xcd in column 'text'"


def test_a_cell_larger_than_the_csv_module_allows_by_itself_is_read() -> None:
    (article,) = table("a.csv", b'id,text\n1,"' + b"word " * 60_000 + b'"\n')
    assert isinstance(article, Article)
    assert len(article.text) == 300_000


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl"])
def test_a_table_without_a_row_is_a_failure(name: str) -> None:
    (found,) = table(name, b"")
    assert isinstance(found, Failure)
    assert found.what == "no row in this table"


def test_a_csv_without_a_text_column_is_one_failure() -> None:
    (found,) = table("a.csv", b"id,body\n1,x\n2,y\n")
    assert isinstance(found, Failure)
    assert str(found).startswith("a.csv:1: column 'text' is missing. ")


def test_parquet_takes_days_and_times_and_numbers_as_ids() -> None:
    moments = [datetime(2025, 8, 22, 23, tzinfo=UTC), None]
    found = table("a.parquet", parquet({"id": [1, 2], "text": ["one", "two"], "published": moments}))
    assert [(i.id, i.published) for i in found if isinstance(i, Article)] == [
        ("1", date(2025, 8, 22)),
        ("2", None),
    ]
    days = table("a.parquet", parquet({"text": ["one"], "published": [date(2025, 8, 22)]}))
    assert [(i.id, i.published) for i in days if isinstance(i, Article)] == [
        ("a.parquet:1", date(2025, 8, 22))
    ]


def test_bad_rows_of_parquet_are_failures() -> None:
    raw = pa.array([b"one", b"\xcd\xee", b"three"], pa.binary()).view(pa.string())
    found = table("a.parquet", parquet({"id": ["1", "2", None], "text": raw}))
    assert isinstance(found[0], Article)
    assert isinstance(found[1], Failure)
    assert found[1].where == "a.parquet:2"
    assert isinstance(found[2], Article)


@pytest.mark.parametrize("payload", [b"PAR1", b"PAR1" + b"\0" * 50 + b"PAR1", b"not parquet"])
def test_a_broken_parquet_file_is_a_failure(payload: bytes) -> None:
    found = table("a.parquet", payload)
    assert isinstance(found[0], Failure)
    assert found[0].what.startswith("a broken Parquet file")


def test_parquet_without_a_text_column_is_one_failure() -> None:
    (found,) = table("a.parquet", parquet({"id": ["1"]}))
    assert isinstance(found, Failure)
    assert found.what == "column 'text' is missing"


def test_an_address_of_another_kind_is_left_out_with_a_warning() -> None:
    (article,) = table("a.jsonl", lines({"id": "1", "text": "x", "url": "javascript:alert(1)"}))
    assert isinstance(article, Article)
    assert article.url is None
    assert article.warnings == ("the address 'javascript:alert(1)' is no web address and was left out",)


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1).filter(
    lambda text: text.replace("\ufeff", "").strip() and not text.startswith("\ufeff")
)


@settings(max_examples=100, deadline=None)
@given(st.lists(texts, min_size=1, max_size=5))
def test_every_text_survives_every_table_exactly(words: list[str]) -> None:
    file = io.StringIO(newline="")
    writer = csv.writer(file, quoting=csv.QUOTE_ALL)
    writer.writerow(["id", "text"])
    writer.writerows([str(number), text] for number, text in enumerate(words))
    ids = [str(number) for number in range(len(words))]
    written = {
        "a.csv": file.getvalue().encode(),
        "a.jsonl": lines(*({"id": str(number), "text": text} for number, text in enumerate(words))),
        "a.parquet": parquet({"id": ids, "text": words}),
    }
    for name, payload in written.items():
        assert [item.text for item in table(name, payload) if isinstance(item, Article)] == words
