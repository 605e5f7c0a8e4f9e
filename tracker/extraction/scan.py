"""Finds every word of a lexicon in a text, once, and lays the findings out by sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import ahocorasick_rs

from tracker.knowledge.lexicon import Lexicon, Pattern
from tracker.text.clean import Clean
from tracker.text.sentences import split

ARRIVAL = "arrival"
_REST_OF_WORD = re.compile(r"\w*")
MASK = "other"
"""The key of words that look like a strike, weapon or effect and are none: they only take its place."""


class Hit(NamedTuple):
    """A pattern found in a text: its meaning (`table.key`) and where it stands."""

    start: int
    end: int
    table: str
    key: str


@dataclass(slots=True)
class Sentence:
    """A sentence with what was found in it."""

    number: int
    start: int
    end: int
    hits: dict[str, list[Hit]] = field(default_factory=lambda: defaultdict(list))

    def of(self, table: str, *keys: str) -> list[Hit]:
        """Hits of a table, in order; of the given keys only, when keys are given."""
        found = self.hits.get(table, [])
        return [hit for hit in found if hit.key in keys] if keys else found

    def has(self, table: str, *keys: str) -> bool:
        """Whether any such hit stands in the sentence."""
        found = self.hits.get(table)
        if not found or not keys:
            return bool(found)
        for hit in found:  # noqa: SIM110 (a plain loop is twice as fast, and this is asked all the time)
            if hit.key in keys:
                return True
        return False


@dataclass(frozen=True, slots=True)
class Document:
    """A text laid out by sentence."""

    clean: Clean
    lexicon: Lexicon
    sentences: tuple[Sentence, ...]

    def text_of(self, start: int, end: int) -> str:
        """The words of a span, as printed."""
        return self.clean.text[start:end]


class Scanner:
    """One automaton over all patterns of a language. Overlapping hits of one table: the longest stays."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        by_prefix: dict[str, list[tuple[Pattern, re.Pattern[str] | None]]] = defaultdict(list)
        for pattern in lexicon.patterns:
            prefix, _, rest = pattern.words.partition("*")
            regex = re.compile(re.escape(pattern.words).replace(r"\*", r"\w*") + r"(?!\w)") if rest else None
            by_prefix[prefix].append((pattern, regex))
        self._patterns = list(by_prefix.values())
        self._automaton = ahocorasick_rs.AhoCorasick(list(by_prefix))

    def read(self, clean: Clean) -> Document:
        """The document of a text: sentences with their hits."""
        spans = split(clean.text)
        sentences = tuple(Sentence(at, start, end) for at, (start, end) in enumerate(spans))
        starts = [start for start, _ in spans]
        for hit in _longest(self._hits(clean.folded)):
            if hit.key == MASK:
                continue
            sentence = sentences[bisect_right(starts, hit.start) - 1]
            sentence.hits[hit.table].append(hit)
        for sentence in sentences:
            _settle_arrivals(sentence)
        return Document(clean, self.lexicon, sentences)

    def _hits(self, folded: str) -> Iterator[Hit]:
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            if start and folded[start - 1].isalnum():
                continue
            word_end = _REST_OF_WORD.match(folded, end).end()  # type: ignore[union-attr]
            for pattern, regex in self._patterns[index]:
                if regex is not None:
                    if match := regex.match(folded, start):
                        yield Hit(start, match.end(), pattern.table, pattern.key)
                elif word_end == end or pattern.words[-1] == "*":
                    yield Hit(start, word_end, pattern.table, pattern.key)


def _settle_arrivals(sentence: Sentence) -> None:
    """Words of arrival are an attack where weapons or their debris arrive, and nothing elsewhere."""
    acts = sentence.hits.get("strike")
    if not acts or not any(hit.key == ARRIVAL for hit in acts):
        return
    armed = sentence.has("weapon") or sentence.has("effect", "debris")
    kept = [hit._replace(key="attack") if hit.key == ARRIVAL and armed else hit for hit in acts]
    sentence.hits["strike"] = [hit for hit in kept if hit.key != ARRIVAL]


def _longest(hits: Iterable[Hit]) -> list[Hit]:
    """Of overlapping hits of one table the longest; equal spans of several keys all stay."""
    by_table: dict[str, list[Hit]] = defaultdict(list)
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.key != MASK)):
        kept = by_table[hit.table]
        if hit in kept[-2:]:
            continue
        last = kept[-1] if kept else None
        if last is None or hit.start >= last.end:
            kept.append(hit)
        elif (hit.start, hit.end) == (last.start, last.end):
            if last.key != MASK:
                kept.append(hit)
        elif hit.end - hit.start > last.end - last.start:
            kept[-1] = hit
    return [hit for kept in by_table.values() for hit in kept]
