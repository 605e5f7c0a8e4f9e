"""Exports of Telegram Desktop (result.json): one article a message, read as a stream, of one chat or of all.

The export says of a public channel its name, not its address, so articles have no link.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

import ijson

from tracker.model import Article, PublishedBasis
from tracker.sources.contract import Document, Failure, Terms, article, day

_REMEDY = "Export the channel again with Telegram Desktop as machine-readable JSON"
_MESSAGES = ("messages.item", "chats.list.item.messages.item")
_NAMES = ("name", "chats.list.item.name")


def read(name: str, where: str, stream: BinaryIO, terms: Terms) -> Iterator[Article | Failure]:
    """The messages that hold words, in their order; service messages and bare pictures are passed over."""
    found = 0
    try:
        for channel, message in _messages(stream):
            text = _text(message.get("text"))
            if message.get("type") != "message" or not text.strip():
                continue
            found += 1
            number = message.get("id")
            yield _article(f"{name}:{number}", f"{where}: message {number}", channel, message, text, terms)
    except (ijson.JSONError, UnicodeDecodeError, ValueError) as error:
        yield Failure(where, f"broken JSON after {found} messages ({str(error)[:80]})", _REMEDY)
        return
    if not found:
        yield Failure(where, "no message in this export", _REMEDY)


def _messages(stream: BinaryIO) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every message with its channel's name; one message at a time is in memory."""
    channel, builder, inside = "", None, ""
    for prefix, event, value in ijson.parse(stream, use_float=True):
        if builder is None and prefix in _MESSAGES and event == "start_map":
            builder, inside = ijson.ObjectBuilder(), prefix
        if builder is not None:
            builder.event(event, value)
            if prefix == inside and event == "end_map":
                yield channel, builder.value
                builder = None
        elif prefix in _NAMES:
            channel = str(value or "")


def _article(
    name: str, where: str, channel: str, message: dict[str, Any], text: str, terms: Terms
) -> Article | Failure:
    document = Document(
        id=name, where=where, text=text, publisher=channel or None,
        published=day(str(message.get("date") or "")), basis=PublishedBasis.METADATA,
    )  # fmt: skip
    return article(document, terms)


def _text(value: Any) -> str:
    """The words of a message: a text, or pieces that are texts or have one."""
    if isinstance(value, list):
        return "".join(_text(part.get("text") if isinstance(part, dict) else part) for part in value)
    return value if isinstance(value, str) else ""
