"""Common words that count only beside a word of supply: looked for where they are asked for, not scanned."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tracker.extraction.scan import Document, Hit

TABLE = "near_flow"


def nearby(document: Document, key: str, start: int, end: int) -> Iterator[Hit]:
    """Words of a key of [near_flow] that begin and end between two offsets, in order."""
    for match in _pattern(document.lexicon.near_flow[key]).finditer(document.clean.folded, start, end):
        yield Hit(match.start(), match.end(), TABLE, key)


def has_nearby(document: Document, key: str, start: int, end: int) -> bool:
    """Whether any such word stands there."""
    return next(nearby(document, key, start, end), None) is not None


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(words, key=len, reverse=True)
    alternatives = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in longest)
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")
