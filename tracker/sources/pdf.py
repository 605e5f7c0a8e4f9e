"""PDF files: one article, the text of the pages in order; what pypdf extracts is what counts."""

from __future__ import annotations

import io
import zlib
from dataclasses import replace
from datetime import date

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

from tracker.model import Article, PublishedBasis
from tracker.sources.contract import Document, Failure, Terms, article, one_line, too_large

_REMEDY = "Print the article to a new PDF, or give its text as .txt"
# pypdf says of itself that broken files may cause other exceptions than its own.
_BROKEN = (
    PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, AssertionError,
    RecursionError, NotImplementedError, OverflowError, ZeroDivisionError, OSError, zlib.error,
)  # fmt: skip


def read(name: str, where: str, payload: bytes, terms: Terms) -> Article | Failure:
    """The article in a PDF file.

    The day on which a PDF was made is often not the day of publication: it stands in only where
    nothing else is known, and the article says so in a warning.
    """
    try:
        reader = PdfReader(io.BytesIO(payload), strict=False)
        text = _text(reader, terms.max_bytes)
        title = one_line(reader.metadata.title) if reader.metadata else None
        made = _made(reader)
    except (FileNotDecryptedError, DependencyError):
        return Failure(where, "an encrypted PDF", "Save it without a password")
    except _BROKEN as error:
        return Failure(where, f"a broken PDF ({type(error).__name__})", _REMEDY)
    if text is None:
        return too_large(where, terms.max_bytes)
    if not text.strip():
        return Failure(where, "no text in this PDF", "It may be a scan: run it through OCR first")
    return _dated(Document(id=name, where=where, text=text, title=title), terms, made)


def _dated(document: Document, terms: Terms, made: date | None) -> Article | Failure:
    """The article, with the day on which the PDF was made as its date unless a better one is known."""
    plain = article(document, terms)
    if made is None or isinstance(plain, Failure) or plain.published is not None:
        return plain
    warning = f"the publication date {made} is the day on which the PDF was made"
    dated = replace(document, published=made, basis=PublishedBasis.METADATA, warnings=(warning,))
    return article(dated, terms)


def _text(reader: PdfReader, max_bytes: int) -> str | None:
    """The pages' text, a blank line between two of them; None once it grows beyond the limit."""
    pages: list[str] = []
    size = 0
    for page in reader.pages:
        words = page.extract_text().replace("\0", "").encode("utf-8", "replace").decode("utf-8")
        size += len(words)
        if size > max_bytes:
            return None
        pages.append(words)
    return "\n\n".join(pages)


def _made(reader: PdfReader) -> date | None:
    try:
        moment = reader.metadata.creation_date if reader.metadata else None
    except ValueError:
        return None
    return moment.date() if moment else None
