"""Which articles are one source: copies of one text, and all that comes from one publisher."""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from tracker.events.publishers import name_of, publisher_of
from tracker.model import Article, Basis

HEAD_WORDS = 150
"""So much of a text is compared: whoever takes over a wire keeps its beginning and cuts from below."""

HEAD_LETTERS = 15 * HEAD_WORDS
SHINGLE_WORDS = 4
COPIED = 0.5
"""Texts are copies when they share at least this part of their shingles; docs/status.md says why."""

FEW = 24
"""So many texts are compared each with each; of more, MinHash first finds those that may be alike."""

PERMUTATIONS, BANDS, ROWS = 128, 64, 2
"""So MinHash misses one pair in 2,000 of texts alike in half, one in 15 where one is a fifth of the other."""

_WORD = re.compile(r"[^\W_]+")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))

Words = tuple[str, ...]
Pair = tuple[int, int]


def families(articles: Iterable[Article]) -> dict[str, str]:
    """For the id of each article that of the first article of its family: one source, however often told.

    Articles are of one family when they have one publisher (by link or by name), or when their texts are
    copies; so is, in a chain, what both are kin to. A row of a list and a summary of ours speak for the
    publisher that they cite, so they add a family only when that publisher is not heard otherwise; one that
    cites nobody adds none. The result does not depend on the order of the articles.
    """
    ordered = sorted({article.id: article for article in articles}.values(), key=_age)
    first = list(range(len(ordered)))
    for one, other in (*_same_publisher(ordered), *_copies(ordered), *_uncited(ordered)):
        older, younger = sorted((_root(first, one), _root(first, other)))
        first[younger] = older
    return {article.id: ordered[_root(first, n)].id for n, article in enumerate(ordered)}


def _age(article: Article) -> tuple[bool, date, str]:
    """What was read first, then by publication: a list is never the first of a family that was read."""
    return article.basis is not Basis.READ, article.published or date.max, article.id


def _root(first: list[int], number: int) -> int:
    while first[number] != number:
        first[number] = number = first[first[number]]
    return number


def _same_publisher(articles: Sequence[Article]) -> Iterator[Pair]:
    seen: dict[tuple[str, str], int] = {}
    for number, article in enumerate(articles):
        yield seen.setdefault(("key", publisher_of(article)), number), number
        if name := name_of(article):
            yield seen.setdefault(("name", name), number), number


def _uncited(articles: Sequence[Article]) -> Iterator[Pair]:
    """Rows of lists and summaries that name no publisher belong to whoever else speaks, first of all."""
    nameless = [
        number
        for number, article in enumerate(articles)
        if article.basis is not Basis.READ and not article.url and not article.publisher
    ]
    others = set(range(len(articles))) - set(nameless)
    for number in nameless:
        yield min(others, default=0), number


def _copies(articles: Sequence[Article]) -> Iterator[Pair]:
    """Pairs of articles whose texts are copies; texts of the very same words count once."""
    if len(articles) < 2:
        return
    owners: dict[Words, int] = {}
    for number, article in enumerate(articles):
        if words := _head(article.text):
            yield owners.setdefault(words, number), number
    for one, other in _pairs(list(owners)):
        if are_copies(one, other):
            yield owners[one], owners[other]


def are_copies(one: Words, other: Words) -> bool:
    """Whether two texts, as far as the shorter one goes, share most of their runs of four words."""
    length = min(len(one), len(other))
    here, there = _shingles(one[:length]), _shingles(other[:length])
    return len(here & there) >= COPIED * min(len(here), len(there))


def _head(text: str) -> Words:
    """The first words of a text, without case, punctuation and the marks that nobody sees."""
    start = unicodedata.normalize("NFKC", text[:HEAD_LETTERS].translate(_INVISIBLE))
    return tuple(_WORD.findall(start.casefold())[:HEAD_WORDS])


def _shingles(words: Words) -> set[Words]:
    if len(words) <= SHINGLE_WORDS:
        return {words}
    return set(zip(*(words[n:] for n in range(SHINGLE_WORDS)), strict=False))


def _pairs(texts: Sequence[Words]) -> Iterable[tuple[Words, Words]]:
    """The pairs to compare: all of few texts, those that MinHash finds likely of many."""
    return combinations(texts, 2) if len(texts) <= FEW else _likely(texts)


def _likely(texts: Sequence[Words]) -> Iterator[tuple[Words, Words]]:
    from datasketch import MinHash, MinHashLSH  # half a second, and few strikes need it

    index = MinHashLSH(num_perm=PERMUTATIONS, params=(BANDS, ROWS))
    empty = MinHash(num_perm=PERMUTATIONS, hashfunc=int)
    for number, words in enumerate(texts):
        sketch = empty.copy()
        sketch.update_batch(zlib.crc32(" ".join(run).encode()) for run in _shingles(words))
        for earlier in sorted(index.query(sketch)):
            yield texts[earlier], words
        index.insert(number, sketch)
