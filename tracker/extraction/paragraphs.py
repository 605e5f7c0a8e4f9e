"""What a paragraph lends to a sentence of it: the date that stands in one before or right behind it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from tracker.extraction.scan import Document

_BULLET = re.compile(r"[ \t]*(?:[•▪●◦‣■□◾🔹🔸➡✅*·–—-][\ufe0f]?|\d{1,2}[.)])[ \t]+\S")


def around(document: Document, homes: Iterable[int], foreign: Callable[[int], bool]) -> list[int]:
    """Numbers of the sentences of a telling, those before them in the paragraph, and the next one.

    A sentence of another target, which `foreign` knows by its number, ends the paragraph's claim.
    """
    found: list[int] = sorted(set(homes))
    first, last = found[0], found[-1]
    while first > 0 and not foreign(first - 1) and not parted(document, first - 1):
        first -= 1
        found.append(first)
    behind = last + 1
    if behind < len(document.sentences) and not foreign(behind) and not parted(document, last):
        found.append(behind)
    return found


def parted(document: Document, number: int) -> bool:
    """Whether a paragraph ends behind the sentence of that number."""
    one, following = document.sentences[number : number + 2]
    return "\n" in document.clean.text[one.end : following.start]


def opener(document: Document, number: int) -> list[int]:
    """The number of the sentence that opens the list in which a sentence stands; none outside a list."""
    if not in_list(document, number):
        return []
    while number > 0 and in_list(document, number - 1):
        number -= 1
    return [number - 1] if number > 0 else []


def in_list(document: Document, number: int) -> bool:
    """Whether the line of a sentence is an item of a list."""
    line = document.clean.text.rfind("\n", 0, document.sentences[number].start) + 1
    return bool(_BULLET.match(document.clean.text, line))


def lead(document: Document, numbers: Sequence[int]) -> int:
    """The number of the first sentence of the paragraph in which the first of these stands."""
    number = min(numbers)
    while number > 0 and not parted(document, number - 1):
        number -= 1
    return number
