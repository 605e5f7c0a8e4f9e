"""A readable copy of an article whose every character knows where it stood in the original.

Combining marks are composed, soft hyphens and zero-width characters dropped, so that a name matches however
it was typed; spans found in the copy are carried back exactly. A separate title is read as a first paragraph.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from tracker.model import Evidence

DATE_HEADER = re.compile(r"\s*date:?[ \t]+(\d{4}-\d\d-\d\d)(?![\w-])", re.IGNORECASE)
"""A publication date at the head of a text; it stays in the text, and is no date of an event."""

DROPPED = (
    "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_BREAK = "\n\n"

REPLACED = (
    ("’", "'"), ("ʼ", "'"), ("‘", "'"), ("`", "'"), ("´", "'"), ("′", "'"), ("ё", "е"),
    ("\u00a0", " "), ("\u202f", " "), ("\u2009", " "), ("\t", " "),
    ("–", "-"), ("—", "-"), ("‑", "-"), ("−", "-"),
    ("„", '"'), ("“", '"'), ("”", '"'), ("«", '"'), ("»", '"'),
)  # fmt: skip


def fold(text: str) -> str:
    """Lower case with apostrophes, dashes, quotes, spaces and ё made equal; always of the same length."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    for old, new in REPLACED:
        lowered = lowered.replace(old, new)
    return lowered


@dataclass(frozen=True, slots=True)
class Clean:
    """The readable copy: `text`, its folded form, and the way back to the original title and text."""

    text: str
    folded: str
    original: str
    body_start: int
    """Where the article's own text starts in `original`: after the title and a blank line, or 0."""
    origin: tuple[int, ...] | None
    """For each character of `text` its place in `original`; None when they are the same."""

    def evidence(self, field: str, start: int, end: int) -> Evidence:
        """Evidence for a span of the copy, with offsets and quote of the original title or text."""
        if self.origin is not None:
            start, end = self.origin[start], self.origin[end - 1] + 1
            end = _composed_end(self.original, end)
        quote = self.original[start:end]
        if end <= self.body_start:
            return Evidence(field, start, end, quote, "title")
        return Evidence(field, start - self.body_start, end - self.body_start, quote)


def clean(text: str, title: str | None = None) -> Clean:
    """The readable copy of an article; costs one pass when nothing needs composing."""
    if title and title.strip() and text.lstrip().startswith(title.strip()):
        title = None
    head = f"{title}{_BREAK}" if title else ""
    original = head + text
    if original.isascii() or not _needs_composing(original):
        return Clean(original, fold(original), original, len(head), None)
    composed, origin = _compose(original)
    return Clean(composed, fold(composed), original, len(head), tuple(origin))


def _needs_composing(text: str) -> bool:
    return any(char in text for char in DROPPED) or not unicodedata.is_normalized("NFC", text)


def _composed_end(text: str, end: int) -> int:
    """Where the marks end that compose with the character before `end`; white space carries none."""
    if not text[end - 1].isspace():
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
    return end


def _compose(text: str) -> tuple[str, list[int]]:
    chars: list[str] = []
    origin: list[int] = []
    at = 0
    while at < len(text):
        end = _composed_end(text, at + 1)
        for char in unicodedata.normalize("NFC", text[at:end]):
            if char not in DROPPED:
                chars.append(char)
                origin.append(at)
        at = end
    return "".join(chars), origin
