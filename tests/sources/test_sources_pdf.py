from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from tracker.model import Article, PublishedBasis
from tracker.sources import Failure, read, read_bytes

RELEASE = Path(__file__).parents[1] / "data" / "sources" / "release.pdf"


def written(change: str | None = None, *, password: str | None = None) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(RELEASE))
    if change is not None:
        writer.add_metadata({"/CreationDate": change})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def test_the_pages_are_the_text() -> None:
    (article,) = read(str(RELEASE))
    assert isinstance(article, Article)
    assert article.title == "Supply notice"
    assert article.text == (
        "Supply notice\nNo crude has reached the refinery through the Druzhba line since Friday,\n"
        "after a strike on the Unecha pumping station.\n\n\n"
        "The operator expects at least five days without flow.\n"
    )


def test_the_day_it_was_made_stands_in_and_says_so() -> None:
    (article,) = read(str(RELEASE))
    assert isinstance(article, Article)
    assert (article.published, article.published_basis) == (date(2025, 8, 23), PublishedBasis.METADATA)
    assert article.warnings == ("the publication date 2025-08-23 is the day on which the PDF was made",)


def test_a_given_date_is_better_than_the_day_it_was_made() -> None:
    (article,) = read(str(RELEASE), published=date(2025, 8, 22))
    assert isinstance(article, Article)
    assert (article.published, article.published_basis) == (date(2025, 8, 22), PublishedBasis.GIVEN)
    assert article.warnings == ()


def test_a_nonsense_creation_date_is_no_date() -> None:
    (article,) = read_bytes("a.pdf", written("D:2025-99"))
    assert isinstance(article, Article)
    assert article.published is None


@pytest.mark.parametrize("payload", [b"%PDF-1.4", b"not a pdf", RELEASE.read_bytes()[:600]])
def test_a_broken_pdf_is_a_failure(payload: bytes) -> None:
    (found,) = read_bytes("a.pdf", payload)
    assert isinstance(found, Failure)
    assert found.where == "a.pdf"
    assert found.what.startswith(("a broken PDF (", "no text in this PDF"))


def test_an_encrypted_pdf_is_a_failure_that_says_so() -> None:
    (found,) = read_bytes("a.pdf", written(password="secret"))
    assert isinstance(found, Failure)
    assert str(found) == "a.pdf: an encrypted PDF. Save it without a password"


def test_a_pdf_without_text_asks_for_ocr() -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    file = io.BytesIO()
    writer.write(file)
    (found,) = read_bytes("scan.pdf", file.getvalue())
    assert isinstance(found, Failure)
    assert "OCR" in found.remedy


def test_the_limit_counts_the_text_not_the_wrapping() -> None:
    (found,) = read_bytes("a.pdf", RELEASE.read_bytes() + b"\n" * 2000, max_bytes=1500)
    assert isinstance(found, Failure)
    assert "larger than 1,500 bytes" in found.what


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 1190), st.integers(0, 255)), min_size=1, max_size=30))
def test_a_damaged_pdf_never_raises(damage: list[tuple[int, int]]) -> None:
    payload = bytearray(RELEASE.read_bytes())
    for place, byte in damage:
        payload[place] = byte
    (found,) = read_bytes("a.pdf", bytes(payload))
    assert isinstance(found, Article | Failure)
