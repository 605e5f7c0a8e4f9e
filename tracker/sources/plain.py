"""Plain text and Markdown (.txt, .md): one article, kept exactly."""

from __future__ import annotations

import re

from tracker.model import Article
from tracker.sources.contract import Document, Failure, Terms, article, not_utf8

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_BINARY_SHARE = 0.02
_BINARY_REMEDY = "Give the article as text, HTML or PDF"


def read(name: str, where: str, payload: bytes, terms: Terms) -> Article | Failure:
    """The article in `payload`, UTF-8 with or without a byte-order mark; line ends and date header stay."""
    if payload.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Failure(where, "not UTF-8: it begins like UTF-16", "Save it as UTF-8")
    if b"\0" in payload:
        return Failure(where, f"binary: a zero byte at offset {payload.index(0)}", _BINARY_REMEDY)
    try:
        text = payload.decode("utf-8")
    except UnicodeDecodeError as error:
        return not_utf8(where, error)
    if len(_CONTROL.findall(text)) > _BINARY_SHARE * len(text):
        return Failure(where, "binary: too many control characters for a text", _BINARY_REMEDY)
    return article(Document(id=name, where=where, text=text), terms)
