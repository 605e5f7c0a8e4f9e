"""One way in: a file, a folder, an address, standard input or uploaded bytes become articles.

Libraries for a kind of file are imported when a file needs them, so that text starts at once.
"""

from __future__ import annotations

import io
import stat
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO, TypeAlias

from tracker.model import Article
from tracker.sources import plain, table, web
from tracker.sources.contract import EMPTY_REMEDY, Failure, Terms, host, printable, too_large

_DOCUMENTS = (".txt", ".md", ".html", ".htm", ".pdf", ".eml")
_FEEDS = (".rss", ".atom", ".xml")
_STREAMS = (".jsonl", ".csv", ".parquet", ".json", ".warc", ".gz")
KINDS = (*_DOCUMENTS, *_FEEDS, *_STREAMS)
"""The endings of the files that are read: `.json` is an export of Telegram Desktop, `.gz` a `.warc.gz`."""

_KINDS_REMEDY = f"Known kinds: {' '.join(KINDS)}"
_HTML_STARTS = (b"<!doctype html", b"<html")


def read(
    source: str,
    *,
    published: date | None = None,
    lang: str | None = None,
    max_bytes: int = 20_000_000,
    today: date | None = None,
) -> Iterator[Article | Failure]:
    """The articles of a file, a folder (all of it, sorted), an http(s) address, or `-` for standard input.

    `published` fills where an article has no date, `lang` is the language of all, `max_bytes` limits each
    article, a date after `today` is warned of when `today` is given. What cannot be read is a Failure in
    its place; nothing is raised for bad input.
    """
    terms = Terms(published=published, lang=lang, max_bytes=max_bytes, today=today)
    if source == "-":
        payload = sys.stdin.buffer.read(max_bytes + 1)
        yield _document(_sniffed(payload), "stdin", "standard input", payload, terms)
    elif source.lower().startswith(("http://", "https://")):
        yield from _page(source, terms)
    else:
        yield from _path(source, terms)


def read_bytes(
    name: str,
    payload: bytes,
    *,
    published: date | None = None,
    lang: str | None = None,
    max_bytes: int = 20_000_000,
    today: date | None = None,
) -> Iterator[Article | Failure]:
    """The articles of an uploaded or pasted file; its kind is the ending of `name`, which is also its id.

    Options and failures are those of `read`.
    """
    terms = Terms(published=published, lang=lang, max_bytes=max_bytes, today=today)
    identity = printable(name)
    yield from _stream(Path(name).suffix, identity, identity, io.BytesIO(payload), terms)


def _path(source: str, terms: Terms) -> Iterator[Article | Failure]:
    path = Path(source)
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield Failure(source, getattr(error, "strerror", None) or "not a path", "Check the path")
        return
    if stat.S_ISDIR(mode):
        yield from _folder(path, terms)
    elif stat.S_ISREG(mode):
        yield from _file(path, path.name, terms)
    else:
        yield Failure(source, "neither a file nor a folder", _KINDS_REMEDY)


def _folder(folder: Path, terms: Terms) -> Iterator[Article | Failure]:
    """Every file below the folder, named by its path from there; what begins with a dot is left out."""
    empty = True
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in name.parts):
            empty = False
            yield from _file(path, name.as_posix(), terms)
    if empty:
        yield Failure(str(folder), "no file in this folder", _KINDS_REMEDY)


def _file(path: Path, name: str, terms: Terms) -> Iterator[Article | Failure]:
    try:
        with path.open("rb") as stream:
            yield from _stream(path.suffix, printable(name), str(path), stream, terms)
    except OSError as error:
        yield Failure(str(path), f"cannot be opened ({error.strerror})", "Check that you may read it")


def _page(url: str, terms: Terms) -> Iterator[Article | Failure]:
    try:
        page = web.fetch(url, terms.max_bytes)
    except web.FetchError as error:
        yield Failure(url, error.what, error.remedy)
        return
    if page.suffix == ".html":
        from tracker.sources import html

        yield html.read(None, url, page.payload, terms, url=page.url, charset=page.charset)
    elif page.suffix in _FEEDS:
        yield from _feed(page.url, url, page.payload, terms)
    else:
        found = _document(page.suffix, page.url, url, page.payload, terms)
        yield (
            found if isinstance(found, Failure) else replace(found, url=page.url, publisher=host(page.url))
        )


def _stream(
    suffix: str, name: str, where: str, stream: BinaryIO, terms: Terms
) -> Iterator[Article | Failure]:
    suffix = suffix.lower()
    if suffix in _DOCUMENTS:
        yield _document(suffix, name, where, stream.read(terms.max_bytes + 1), terms)
    elif suffix in _FEEDS:
        yield from _feed(name, where, stream.read(terms.max_bytes + 1), terms)
    elif suffix in _STREAMS and (suffix != ".gz" or name.lower().endswith(".warc.gz")):
        yield from _reader(suffix)(name, where, stream, terms)
    else:
        kind = f"a file of kind {suffix}" if suffix else "a file without an ending"
        yield Failure(where, f"{kind} is not read", _KINDS_REMEDY)


Reader: TypeAlias = Callable[[str, str, BinaryIO, Terms], Iterator[Article | Failure]]


def _reader(suffix: str) -> Reader:
    """What reads files of many articles."""
    if suffix == ".jsonl":
        return table.jsonl
    if suffix == ".csv":
        return table.comma
    if suffix == ".json":
        from tracker.sources import telegram

        return telegram.read
    if suffix == ".parquet":
        from tracker.sources import parquet

        return parquet.read
    from tracker.sources import warc

    return warc.read


def _feed(name: str, where: str, payload: bytes, terms: Terms) -> Iterator[Article | Failure]:
    if len(payload) > terms.max_bytes:
        yield too_large(where, terms.max_bytes)
        return
    from tracker.sources import feed

    yield from feed.read(name, where, payload, terms)


def _document(suffix: str, name: str, where: str, payload: bytes, terms: Terms) -> Article | Failure:
    if len(payload) > terms.max_bytes:
        return too_large(where, terms.max_bytes)
    if not payload.strip():
        return Failure(where, "empty", EMPTY_REMEDY)
    if suffix == ".pdf":
        from tracker.sources import pdf

        return pdf.read(name, where, payload, terms)
    if suffix == ".eml":
        from tracker.sources import mail

        return mail.read(name, where, payload, terms)
    if suffix in (".html", ".htm"):
        from tracker.sources import html

        return html.read(name, where, payload, terms)
    return plain.read(name, where, payload, terms)


def _sniffed(payload: bytes) -> str:
    """The kind of nameless bytes: PDF and HTML say so themselves, the rest is text."""
    if payload.startswith(b"%PDF-"):
        return ".pdf"
    start = payload[:100].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return ".html" if start.startswith(_HTML_STARTS) else ".txt"
