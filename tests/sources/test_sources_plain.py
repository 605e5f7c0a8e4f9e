from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tracker.model import Article, PublishedBasis
from tracker.sources import Failure, read, read_bytes

RECORDED = Path(__file__).parents[1] / "data" / "sources"


def one(name: str, payload: bytes, **terms: object) -> Article:
    (article,) = read_bytes(name, payload, **terms)  # type: ignore[arg-type]
    assert isinstance(article, Article), article
    return article


def failure(name: str, payload: bytes, **terms: object) -> Failure:
    (found,) = read_bytes(name, payload, **terms)  # type: ignore[arg-type]
    assert isinstance(found, Failure), found
    return found


def test_text_is_kept_exactly_but_for_the_byte_order_mark() -> None:
    assert one("a.txt", b"\xef\xbb\xbf one\r\ntwo\rthree\n\n").text == " one\r\ntwo\rthree\n\n"


def test_recorded_text_has_the_date_of_its_header_and_keeps_the_header() -> None:
    (article,) = read(str(RECORDED / "article.txt"))
    assert isinstance(article, Article)
    assert article.id == "article.txt"
    assert article.text == (RECORDED / "article.txt").read_bytes().decode()
    assert article.text.startswith(" date 2025-08-22 ")
    assert (article.published, article.published_basis) == (date(2025, 8, 22), PublishedBasis.HEADER)
    assert article.title is article.url is article.publisher is article.lang is None


def test_front_matter_of_markdown_is_text() -> None:
    (article,) = read(str(RECORDED / "bulletin.md"))
    assert isinstance(article, Article)
    assert article.text.startswith("---\ntitle: Нічний удар\n---\r\n")
    assert article.published_basis is PublishedBasis.UNKNOWN


@pytest.mark.parametrize(
    "text",
    [
        " date 2025-08-22 Words",
        "date 2025-08-22\nWords",
        "Date: 2025-08-22\r\nWords",
        "\ufeff\n date 2025-08-22",
    ],
)
def test_a_leading_date_is_a_header(text: str) -> None:
    article = one("a.txt", text.encode())
    assert (article.published, article.published_basis) == (date(2025, 8, 22), PublishedBasis.HEADER)


@pytest.mark.parametrize(
    "text",
    [
        "The date 2025-08-22 was set",
        "date 2025-02-30 Words",
        "date 2025-08-221 Words",
        "dates 2025-08-22",
        "date 22.08.2025",
        "2025-08-22 Words",
    ],
)
def test_other_words_are_no_header(text: str) -> None:
    article = one("a.txt", text.encode())
    assert (article.published, article.published_basis) == (None, PublishedBasis.UNKNOWN)
    assert article.warnings == ()


def test_a_given_date_fills_where_there_is_none() -> None:
    article = one("a.txt", b"Words", published=date(2025, 8, 22))
    assert (article.published, article.published_basis) == (date(2025, 8, 22), PublishedBasis.GIVEN)
    assert article.warnings == ()


def test_the_own_date_wins_over_a_given_one_and_the_conflict_is_a_warning() -> None:
    article = one("a.txt", b" date 2025-08-22 Words", published=date(2025, 8, 21))
    assert article.published == date(2025, 8, 22)
    assert article.warnings == ("the publication date is 2025-08-22 (header), not 2025-08-21 (given)",)


def test_the_same_date_twice_is_no_conflict() -> None:
    assert one("a.txt", b" date 2025-08-22 Words", published=date(2025, 8, 22)).warnings == ()


def test_a_date_after_today_is_a_warning_where_today_is_known() -> None:
    text = b" date 2025-08-22 Words"
    assert one("a.txt", text).warnings == ()
    assert one("a.txt", text, today=date(2025, 8, 22)).warnings == ()
    (warning,) = one("a.txt", text, today=date(2025, 8, 21)).warnings
    assert warning == "the publication date 2025-08-22 (header) is in the future: today is 2025-08-21"


@pytest.mark.parametrize(
    ("tag", "code"), [("sk", "sk"), ("SK-sk", "sk"), ("uk_UA", "uk"), ("", None), ("?", None)]
)
def test_a_given_language_is_its_short_code(tag: str, code: str | None) -> None:
    assert one("a.txt", b"Words", lang=tag).lang == code


@pytest.mark.parametrize(
    "payload", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n", "\u2028\u3000\u2029".encode()]
)
def test_an_empty_file_is_a_failure(payload: bytes) -> None:
    assert str(failure("a.txt", payload)) == "a.txt: empty. Give a file that holds the text of an article"


def test_another_encoding_is_a_failure_that_names_the_byte() -> None:
    found = failure("a.txt", "Ночь: удар".encode("cp1251"))
    assert found.what == "not UTF-8: byte 0xcd at offset 0"
    assert "UTF-8" in found.remedy


def test_utf_16_is_named_as_such() -> None:
    assert failure("a.txt", "Words".encode("utf-16")).what == "not UTF-8: it begins like UTF-16"


@pytest.mark.parametrize(
    "payload", [b"\x7fELF\x02\x01\x01\x00\x00", b"\x01\x02\x03\x04\x05 words", b"words \x00"]
)
def test_binary_is_a_failure(payload: bytes) -> None:
    assert failure("a.txt", payload).what.startswith("binary: ")


def test_a_text_beyond_the_limit_is_a_failure_and_one_at_the_limit_is_not() -> None:
    assert one("a.txt", b"x" * 1000, max_bytes=1000).text == "x" * 1000
    found = failure("a.txt", b"x" * 1001, max_bytes=1000)
    assert (
        str(found) == "a.txt: larger than 1,000 bytes. Split it, or raise the limit TRACKER_MAX_ARTICLE_BYTES"
    )


def test_fifty_megabytes_are_refused_by_the_default_limit() -> None:
    assert failure("a.txt", b"word " * 10_000_000).what == "larger than 20,000,000 bytes"


@pytest.mark.parametrize(
    ("name", "kind"), [("a.docx", "a file of kind .docx"), ("README", "a file without an ending")]
)
def test_an_unknown_kind_is_a_failure_that_names_the_known_ones(name: str, kind: str) -> None:
    found = failure(name, b"Words")
    assert found.what == f"{kind} is not read"
    assert (
        ".txt .md .html .htm .pdf .eml .rss .atom .xml .jsonl .csv .parquet .json .warc .gz" in found.remedy
    )


def test_the_ending_is_read_in_any_case() -> None:
    assert one("NEWS.TXT", b"Words").id == "NEWS.TXT"


def test_a_failure_is_one_line_even_for_a_hostile_name() -> None:
    line = str(failure("a\n\x1b[31m\u202e.bin", b"x"))
    assert line.isprintable()
    assert "\\n" in line
