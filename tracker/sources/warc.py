"""Web archives (.warc, .warc.gz, as Common Crawl's news set has them): one article a page, as a stream."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from tracker.model import Article
from tracker.sources import html
from tracker.sources.contract import Failure, Terms, too_large

_GZIP, _MAGIC, _END, _CHUNK = 31, b"\x1f\x8b", b"\r\n\r\n", 65536
_REMEDY = "Fetch the archive again; the pages before that were read"


def read(name: str, where: str, stream: BinaryIO, terms: Terms) -> Iterator[Article | Failure]:
    """The pages that were answered with success, in their order; everything else is passed over.

    An article's id is its address. A page is dated by what it says of itself: the day on which it was fetched
    says nothing of when it was written.
    """
    found = last = 0
    try:
        records = ArchiveIterator(stream, arc2warc=True)
        for record in records:
            if _is_page(record):
                found += 1
                yield _page(record, where, terms)
            last = records.get_record_offset()
        if _ends_early(stream, last):
            yield Failure(where, f"an archive that is cut off after {found} pages", _REMEDY)
            return
    except (ArchiveLoadFailed, EOFError, OSError, ValueError, AttributeError, zlib.error) as error:
        yield Failure(where, f"a broken archive after {found} pages ({type(error).__name__})", _REMEDY)
        return
    if not found:
        yield Failure(where, "no page in this archive", "Give a WARC file that holds HTML pages")


def _ends_early(stream: BinaryIO, last: int) -> bool:
    """Whether an archive ends inside a record; `last` is where its last whole record begins.

    The library takes such an end for the end of the archive, and the page in it would be lost unsaid.
    """
    stream.seek(last)
    start = stream.read(len(_MAGIC))
    if start != _MAGIC:
        size = stream.seek(0, 2)
        stream.seek(max(0, size - len(_END)))
        return size > 0 and stream.read() != _END
    member, chunk, whole = zlib.decompressobj(_GZIP), start, False
    while chunk := chunk or stream.read(_CHUNK):
        if whole:
            member, whole = zlib.decompressobj(_GZIP), False
        member.decompress(chunk)
        whole, chunk = member.eof, member.unused_data
    return not whole


def _is_page(record: ArcWarcRecord) -> bool:
    if record.rec_type != "response" or record.http_headers is None:
        return False
    kind = record.http_headers.get_header("content-type") or ""
    return record.http_headers.get_statuscode() == "200" and "html" in kind.lower()


def _page(record: ArcWarcRecord, where: str, terms: Terms) -> Article | Failure:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    place = f"{where}: {url[:200]}"
    payload = record.content_stream().read(terms.max_bytes + 1)
    if len(payload) > terms.max_bytes:
        return too_large(place, terms.max_bytes)
    if record.raw_stream.limit > 0:
        return Failure(place, "a page that is cut off", _REMEDY)
    kind = record.http_headers.get_header("content-type") or ""
    _, _, charset = kind.partition("charset=")
    return html.read(None, place, payload, terms, url=url, charset=charset.strip(" \"';") or None)
