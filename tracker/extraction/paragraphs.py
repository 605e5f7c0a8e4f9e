"""What a paragraph lends to a sentence of it: the date that stands in one before or right behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from tracker.extraction.scan import Document


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


def lead(document: Document, numbers: Sequence[int]) -> int:
    """The number of the first sentence of the paragraph in which the first of these stands."""
    number = min(numbers)
    while number > 0 and not parted(document, number - 1):
        number -= 1
    return number
