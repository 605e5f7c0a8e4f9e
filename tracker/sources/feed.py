"""RSS and Atom feeds (.rss, .atom, .xml): one article an entry, with what the feed itself holds of it.

Many feeds hold a summary only. That is read as it is: the page behind the link is a source of its own.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from typing import Any

import feedparser
from lxml.etree import LxmlError
from trafilatura import html2txt

from tracker.model import Article, PublishedBasis
from tracker.sources.contract import Document, Failure, Terms, article

_REMEDY = "Check that it is an RSS or Atom feed"


def read(name: str, where: str, payload: bytes, terms: Terms) -> Iterator[Article | Failure]:
    """The articles of a feed, in its order; an entry without words is a Failure in its place."""
    try:
        # never the bytes themselves: the library takes what is short for a path or an address and opens it
        feed = feedparser.parse(io.BytesIO(payload), sanitize_html=False)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError, AssertionError) as error:
        yield Failure(where, f"a feed that cannot be taken apart ({type(error).__name__})", _REMEDY)
        return
    if not feed.entries:
        what = "no entry in this feed" if feed.get("version") else "not a feed"
        yield Failure(where, what, _REMEDY)
        return
    for number, entry in enumerate(feed.entries, start=1):
        yield _entry(f"{name}:{number}", f"{where}:{number}", entry, feed.feed, terms)


def _entry(fallback: str, where: str, entry: Any, feed: Any, terms: Terms) -> Article | Failure:
    try:
        text = _words(entry)
        document = Document(
            id=str(entry.get("id") or entry.get("link") or fallback),
            where=where,
            text=text or str(entry.get("title") or ""),
            title=str(entry.get("title") or "") or None,
            url=str(entry.get("link") or "") or None,
            publisher=str(feed.get("title") or "") or None,
            published=_day(entry),
            basis=PublishedBasis.METADATA,
            lang=str(entry.get("language") or feed.get("language") or "") or None,
        )
    except (LxmlError, ValueError, TypeError, AttributeError, RecursionError) as error:
        return Failure(where, f"an entry that cannot be taken apart ({type(error).__name__})", _REMEDY)
    return article(document, terms)


def _words(entry: Any) -> str:
    """The fullest text that the entry holds, without its tags."""
    held = [str(part.get("value") or "") for part in entry.get("content") or ()]
    fullest = max([*held, str(entry.get("summary") or "")], key=len)
    return str(html2txt(f"<html><body>{fullest}</body></html>") or "").strip() if fullest.strip() else ""


def _day(entry: Any) -> date | None:
    held = list(entry.keys())  # asked by `in`, the library answers for one name with another's value
    name = next((key for key in ("published_parsed", "updated_parsed") if key in held), None)
    moment = entry[name] if name else None
    return date(moment.tm_year, moment.tm_mon, moment.tm_mday) if moment else None
