"""What every kind of source hands over: a `Document` that `article` turns into an Article or a Failure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from tracker.model import Article, PublishedBasis
from tracker.text.clean import DATE_HEADER

UTF8_REMEDY = "Save it as UTF-8, for example with: iconv -f WINDOWS-1251 -t UTF-8 OLD > NEW"
EMPTY_REMEDY = "Give a file that holds the text of an article"

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_LANG = re.compile(r"([a-z]{2,3})(?:[-_].*)?", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that could not be read: where (`file` or `file:row`), what is wrong, and the remedy."""

    where: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return printable(f"{self.where}: {self.what}. {self.remedy}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What the person who reads says of all the articles at once.

    `published` fills where an article has no date of its own, `lang` wins over what an article says,
    `max_bytes` limits each article (as UTF-8), and a date after `today` is warned of unless it is None.
    """

    published: date | None = None
    lang: str | None = None
    max_bytes: int
    today: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file, page or row as its kind found it; `published` is its own date with that date's basis."""

    id: str
    where: str
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: date | None = None
    basis: PublishedBasis = PublishedBasis.UNKNOWN
    lang: str | None = None
    warnings: tuple[str, ...] = ()


def article(document: Document, terms: Terms) -> Article | Failure:
    """The article, with the rules of text, date, language and address applied; a Failure if it has none."""
    flaw = _flaw(document, terms.max_bytes)
    if flaw is not None:
        return flaw
    text = document.text.removeprefix("\ufeff")
    published, basis, date_warnings = _publication(document, text, terms)
    url, url_warnings = _address(document.url)
    return Article(
        id=document.id,
        text=text,
        title=one_line(document.title),
        url=url,
        publisher=one_line(document.publisher) or host(url),
        published=published,
        published_basis=basis,
        lang=language(terms.lang) or language(document.lang),
        warnings=document.warnings + date_warnings + url_warnings,
    )


def day(value: str) -> date | None:
    """The day that a date, an ISO time or an e-mail time names, as written there; None if it names none."""
    words = value.strip()
    try:
        return datetime.fromisoformat(words).date()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(words).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def language(value: str | None) -> str | None:
    """The language of a tag such as `sk` or `sk-SK`, in lower case; None if it is no such tag."""
    match = _LANG.fullmatch(value.strip()) if value else None
    return match[1].lower() if match else None


def host(url: str | None) -> str | None:
    """The host of an address without `www.`, or None."""
    try:
        name = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None


def one_line(value: str | None) -> str | None:
    """The words with single spaces between them; None if there are none."""
    return " ".join(value.split()) or None if value else None


def printable(value: str) -> str:
    """The line with an escape for every character that a terminal would act on or cannot encode."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in value)


def too_large(where: str, max_bytes: int) -> Failure:
    """The complaint about an article beyond the limit."""
    return Failure(
        where, f"larger than {max_bytes:,} bytes", "Split it, or raise the limit TRACKER_MAX_ARTICLE_BYTES"
    )


def not_utf8(where: str, error: UnicodeDecodeError) -> Failure:
    """The complaint about a text of another encoding, naming the first byte that is none of UTF-8's."""
    byte = error.object[error.start]
    return Failure(where, f"not UTF-8: byte 0x{byte:02x} at offset {error.start}", UTF8_REMEDY)


def _flaw(document: Document, max_bytes: int) -> Failure | None:
    if not document.text.replace("\ufeff", "").strip():
        return Failure(document.where, "empty", EMPTY_REMEDY)
    for value in (document.text, document.title, document.url, document.publisher, document.id):
        if value and "\0" in value:
            return Failure(document.where, "not text: it holds NUL characters", "Export it again as text")
        if value and _HALF_CHARACTER.search(value):
            return Failure(document.where, "not Unicode: it holds half a surrogate pair", UTF8_REMEDY)
    if len(document.text) > max_bytes or len(document.text.encode()) > max_bytes:
        return too_large(document.where, max_bytes)
    return None


def _publication(
    document: Document, text: str, terms: Terms
) -> tuple[date | None, PublishedBasis, tuple[str, ...]]:
    """The date by rank (header, metadata or column, given), its basis, and a warning for each other one."""
    ranked = [
        (_header(text), PublishedBasis.HEADER),
        (document.published, document.basis),
        (terms.published, PublishedBasis.GIVEN),
    ]
    known = [(found, basis) for found, basis in ranked if found is not None]
    if not known:
        return None, PublishedBasis.UNKNOWN, ()
    chosen, basis = known[0]
    warnings = [
        f"the publication date is {chosen} ({basis}), not {other} ({other_basis})"
        for other, other_basis in known[1:]
        if other != chosen
    ]
    if terms.today is not None and chosen > terms.today:
        warnings.append(f"the publication date {chosen} ({basis}) is in the future: today is {terms.today}")
    return chosen, basis, tuple(warnings)


def _header(text: str) -> date | None:
    match = DATE_HEADER.match(text)
    try:
        return date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None


def _address(url: str | None) -> tuple[str | None, tuple[str, ...]]:
    """An address that a reader may be sent to: http or https with a host; else None and a warning."""
    address = url.strip() if url else ""
    if not address:
        return None, ()
    if address.lower().startswith(("http://", "https://")) and host(address) and address.isprintable():
        return address, ()
    return None, (f"the address '{printable(address[:80])}' is no web address and was left out",)
