"""Parts of a sentence, one for each thing that it says of supply.

"Hungary gets none, but Slovakia is supplied" has two: each keeps its own countries, dates and lengths.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from tracker.extraction.flows.compounds import compounds
from tracker.extraction.flows.nearby import nearby
from tracker.extraction.scan import Document, Hit, Sentence
from tracker.model import FlowWord

_WORDS = tuple(FlowWord)
_SECOND = "contrast_second"
"""Trait of languages whose "but" may follow the first words of its part; a comma comes before those."""
_MARK = re.compile(r"[;,:()]|\s[-/]\s")
_FULL = re.compile(r";")
_PAUSE = re.compile(r"[,;:()]")
_ENUMERATION = 25
_AFTER_COMMA = 8
_RANK = {";": 1, "-": 2, "/": 2, "(": 2, ")": 2, ",": 3, ":": 3}
_CONTRAST, _INNER = 0, 4


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence and the flow words in it; `of` and `has` as in a sentence."""

    sentence: Sentence
    start: int
    end: int
    words: tuple[Hit, ...] = ()

    def of(self, table: str, *keys: str) -> list[Hit]:
        """Hits of a table in this part, in order."""
        found = self.sentence.hits.get(table)
        if not found:
            return []
        return [hit for hit in found if self.start <= hit.start < self.end and (not keys or hit.key in keys)]

    def has(self, table: str, *keys: str) -> bool:
        """Whether any such hit stands in this part."""
        for hit in self.sentence.hits.get(table, ()):
            if self.start <= hit.start < self.end and (not keys or hit.key in keys):
                return True
        return False

    def names_flow(self) -> bool:
        """Whether this part names what flows: supply, oil, gas or power, or a line."""
        return self.has("supply", "subject") or self.has("commodity") or self.has("route")


def between_commas(document: Document, part: Clause, hit: Hit) -> Clause:
    """The words around a hit up to the next comma on either side."""
    folded = document.clean.folded
    before = [mark.end() for mark in _PAUSE.finditer(folded, part.start, hit.start)]
    after = _PAUSE.search(folded, hit.end, part.end)
    return Clause(part.sentence, before[-1] if before else part.start, after.start() if after else part.end)


def clauses_of(document: Document, sentence: Sentence) -> list[Clause]:
    """The parts of a sentence in reading order; one at least."""
    words = [*sentence.of("supply", *_WORDS)]
    words += [made for made in compounds(document, sentence) if not any(_overlap(made, hit) for hit in words)]
    told = [*words, *sentence.of("flow", "expected", "same")]
    told.sort(key=lambda hit: hit.start)
    words.sort(key=lambda hit: hit.start)
    lists = list(_enumerations(document, sentence))
    bounds = {mark.start() for mark in _FULL.finditer(document.clean.folded, sentence.start, sentence.end)}
    for before, after in pairwise(told):
        at = _boundary(document, sentence, before.end, after.start, lists)
        bounds |= set() if at is None else {at}
    starts = [sentence.start, *sorted(bounds)]
    ends = [*starts[1:], sentence.end]
    return [
        Clause(sentence, start, end, tuple(hit for hit in words if start <= hit.start < end))
        for start, end in zip(starts, ends, strict=True)
    ]


def _overlap(one: Hit, other: Hit) -> bool:
    return one.start < other.end and other.start < one.end


def _boundary(
    document: Document, sentence: Sentence, start: int, end: int, lists: Sequence[tuple[int, int]]
) -> int | None:
    """Where one part ends between two flow words: at "but", else at the strongest mark, else at "and"."""
    found = [
        (_CONTRAST if _opens(document, hit) else _INNER, hit.start)
        for hit in sentence.of("flow", "contrast")
        if start <= hit.start < end
    ]
    asides = _asides(document, start, end)
    for mark in _MARK.finditer(document.clean.folded, start, end):
        if not any(first <= mark.start() < last for first, last in (*lists, *asides)):
            found.append((_RANK[mark.group().strip()], mark.start()))
    if found:
        return min(found)[1]
    joins = [match.start() for match in _join(document).finditer(document.clean.folded, start, end)]
    joins = [at for at in joins if not any(first <= at < last for first, last in lists)]
    return joins[-1] if joins else None


def _asides(document: Document, start: int, end: int) -> list[tuple[int, int]]:
    """Relative clauses that begin and end between two words; the comma behind them parts the sentence.

    "The outage, which hit Slovakia, does not concern Hungary": what was hit belongs to the outage.
    """
    folded = document.clean.folded
    found = []
    for pronoun in nearby(document, "relative", start, end):
        comma = folded.rfind(",", start, pronoun.start)
        close = folded.find(",", pronoun.end, end)
        if comma != -1 and close != -1 and pronoun.start - comma <= _AFTER_COMMA:
            found.append((comma, close))
    return found


def _opens(document: Document, hit: Hit) -> bool:
    """Whether a word such as "but" begins a part, rather than standing as its second word."""
    before = document.clean.folded[: hit.start].rstrip()[-1:]
    return _SECOND not in document.lexicon.traits or before in ",;:-("


def _enumerations(document: Document, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Spans such as "Hungary, Slovakia and the Czech Republic", whose commas part nothing."""
    hits = sentence.of("country")
    join = _join(document)
    chain: list[Hit] = []
    for hit in [*hits, None]:
        gap = document.clean.folded[chain[-1].end : hit.start] if chain and hit else ""
        if chain and hit and len(gap) <= _ENUMERATION and (join.search(gap) or "," in gap or "/" in gap):
            chain.append(hit)
            continue
        if len(chain) > 1 and join.search(document.clean.folded, chain[-2].end, chain[-1].start):
            yield chain[0].start, chain[-1].end
        chain = [hit] if hit else []


def _join(document: Document) -> re.Pattern[str]:
    return _any_of(document.lexicon.join)


@cache
def _any_of(words: frozenset[str]) -> re.Pattern[str]:
    alternatives = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")
