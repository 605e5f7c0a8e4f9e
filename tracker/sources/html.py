"""HTML pages: one article; trafilatura finds its text, and only the page's own metadata dates it."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from lxml.etree import LxmlError
from lxml.html import HtmlElement
from trafilatura import bare_extraction, load_html

from tracker.model import Article, PublishedBasis
from tracker.sources.contract import Document, Failure, Terms, article, day, not_utf8

_REMEDY = "Save the article's text as .txt"
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD_BYTES = 4096
# The web means Windows-1252 when it says these.
_WESTERN = {"iso8859-1", "ascii"}
_DATE_NAMES = {
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date",
    "dc.date.issued", "dcterms.date", "dcterms.issued", "dcterms.created", "pubdate", "publishdate",
    "publish-date", "publication_date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "citation_publication_date",
}  # fmt: skip
_DATE_IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=\D|$)")
_LAST_DATE = "2200-01-01"


def read(
    name: str | None,
    where: str,
    payload: bytes,
    terms: Terms,
    *,
    url: str | None = None,
    charset: str | None = None,
) -> Article | Failure:
    """The article of a page; its id is `name`, or the page's canonical address when `name` is None.

    `url` is the address the page came from and `charset` what its server said, if known. The date is the
    one that the page states (JSON-LD, meta tags, a single `<time>`, its address); none is guessed from words.
    """
    page = _decode(where, payload, charset)
    if isinstance(page, Failure):
        return page
    try:
        tree = load_html(page)
        found = None if tree is None else _extract(page, url)
        published = None if tree is None else _published(tree, found.url if found else url)
    except (LxmlError, ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError) as error:
        return Failure(where, f"a page that cannot be taken apart ({type(error).__name__})", _REMEDY)
    if tree is None or found is None or not found.text:
        return Failure(where, "no article text in this page", _REMEDY)
    address = found.url or url
    document = Document(
        id=name or address or where,
        where=where,
        text=found.text,
        title=found.title,
        url=address,
        publisher=found.sitename,
        published=published,
        basis=PublishedBasis.METADATA,
        lang=tree.get("lang"),
    )
    return article(document, terms)


def _extract(page: str, url: str | None) -> Any:
    """Trafilatura's document. The last date is fixed, so that its own date search asks no clock."""
    dates = {"extensive_search": False, "original_date": True, "max_date": _LAST_DATE}
    return bare_extraction(
        page, url=url, include_comments=False, with_metadata=True, date_extraction_params=dates
    )


def _decode(where: str, payload: bytes, charset: str | None) -> str | Failure:
    """The page by its byte-order mark, its server's word, its own word, else as UTF-8."""
    declared = _CHARSET.search(payload[:_HEAD_BYTES])
    label = charset or (declared[1].decode("ascii", "ignore") if declared else "utf-8")
    try:
        encoding = codecs.lookup(label).name
    except LookupError:
        encoding = "utf-8"
    if payload.startswith(codecs.BOM_UTF8):
        encoding = "utf-8-sig"
    elif encoding in _WESTERN:
        encoding = "cp1252"
    try:
        return payload.decode(encoding).replace("\0", "")
    except UnicodeDecodeError as error:
        if encoding.startswith("utf-8"):
            return not_utf8(where, error)
        byte = payload[error.start]
        return Failure(where, f"not {label}, as it says: byte 0x{byte:02x} at offset {error.start}", _REMEDY)
    except (UnicodeError, LookupError):
        return Failure(where, f"not {label}, as it says", _REMEDY)


def _published(tree: HtmlElement, url: str | None) -> date | None:
    """The first publication date that the page states, best place first."""
    for values in (_linked_data(tree), _meta(tree)):
        for value in values:
            found = day(value)
            if found is not None:
                return found
    times = {day(value) for value in tree.xpath("//time/@datetime")} - {None}
    if len(times) == 1:
        return times.pop()
    match = _DATE_IN_PATH.search(url or "")
    return day("-".join(match.groups())) if match else None


def _meta(tree: HtmlElement) -> Iterator[str]:
    for element in tree.xpath("//meta[@content] | //*[@itemprop='datePublished'][@content or @datetime]"):
        names = (element.get("property"), element.get("name"), element.get("itemprop"))
        if any(name and name.strip().lower() in _DATE_NAMES for name in names):
            yield element.get("content") or element.get("datetime") or ""


def _linked_data(tree: HtmlElement) -> Iterator[str]:
    """Every `datePublished` of the page's JSON-LD, in order; a broken block is passed over."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            waiting = [json.loads(script)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            node = waiting.pop(0)
            if isinstance(node, dict):
                value = node.get("datePublished")
                if isinstance(value, str):
                    yield value
                waiting.extend(v for v in node.values() if isinstance(v, dict | list))
            elif isinstance(node, list):
                waiting.extend(node)
