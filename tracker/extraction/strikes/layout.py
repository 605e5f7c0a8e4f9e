"""How an article is laid out for the rules of scope: paragraphs, list items, and what each sentence names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.extraction.places.mentions import LINES, Mention
from tracker.extraction.scan import Document, Sentence
from tracker.extraction.strikes.told import Reading, Told, same_target
from tracker.extraction.strikes.voices import clauses, cut
from tracker.model import Target

_STEM = 6
_BULLET = re.compile(r"[•●▪■*–—-]|\d{1,2}[.):]")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Layout:
    """What is looked up again and again while the scopes of an article's strikes are found."""

    paragraph: Sequence[int]
    """The number of its paragraph for each sentence."""
    listed: frozenset[int]
    """Paragraphs that are items of a list."""
    mentions: dict[int, list[Mention]]
    """Mentions by sentence."""
    stems: Sequence[frozenset[str]]
    """The beginnings of the words of each sentence."""


def lay_out(reading: Reading) -> Layout:
    """The layout of a document, once for all its strikes."""
    document = reading.document
    mentions: dict[int, list[Mention]] = defaultdict(list)
    for mention in reading.mentions:
        if not _is_receiver(reading, mention):
            mentions[mention.sentence].append(mention)
    paragraph, listed, at, end = [], set(), 0, 0
    for sentence in document.sentences:
        begins = end == 0 or "\n" in document.clean.folded[end : sentence.start]
        at += begins
        if begins and (_BULLET.match(document.clean.text, sentence.start) or _is_dated(reading, sentence)):
            listed.add(at)
        paragraph.append(at)
        end = sentence.end
    stems = [
        frozenset(word[:_STEM] for word in _WORD.findall(document.clean.folded, sentence.start, sentence.end))
        for sentence in document.sentences
    ]
    return Layout(paragraph, frozenset(listed), mentions, stems)


def _is_receiver(reading: Reading, mention: Mention) -> bool:
    """A refinery of a country that is not at war, named as the company that speaks: "Slovnaft said"."""
    if reading.holder(mention.target) in (None, "RU", "UA"):
        return False
    bodies = reading.sentence(mention.sentence).of("speaker", "operator")
    return any(body.start < mention.end and mention.start < body.end for body in bodies)


def _is_dated(reading: Reading, sentence: Sentence) -> bool:
    """Whether a paragraph opens with a day of its own, as in a review: "Monday: ...", "3 November. ..."."""
    return any(
        found.start == sentence.start and reading.document.clean.folded.startswith((":", "."), found.end)
        for found in reading.dates.get(sentence.number, [])
    )


def stems_of(reading: Reading, strike: Told) -> set[str]:
    """The beginnings of the names in the mentions of a target: "волгог" of "Волгоградский НПЗ"."""
    found = set()
    for mention in strike.mentions:
        sentence = reading.sentence(mention.sentence)
        kinds = [*sentence.of("facility"), *sentence.of("site")]
        for word in _WORD.finditer(reading.document.clean.folded, mention.start, mention.end):
            named = not any(kind.start <= word.start() < kind.end for kind in kinds)
            if named and len(word.group()) > _STEM - 2:
                found.add(word.group()[:_STEM])
    return found


def is_other(mention: Mention, target: Target) -> bool:
    """Whether a mention is of a site other than the target; a line or "energy facilities" is no other."""
    return mention.target.kind not in LINES and not same_target(mention.target, target)


def narrowed(reading: Reading, layout: Layout, number: int, target: Target) -> Sentence:
    """A sentence without the clauses that tell of another target; a list of targets shares its clauses."""
    sentence = reading.sentence(number)
    mentions = layout.mentions.get(number, [])
    if not any(is_other(mention, target) for mention in mentions):
        return sentence
    groups = _groups(reading.document, sentence, mentions)
    mine = [
        span
        for span, named in groups
        if not named or any(same_target(mention.target, target) for mention in named)
    ]
    if len(mine) == len(groups):
        return sentence
    part = cut(sentence, mine)
    if not part.has("speaker"):
        part.hits["speaker"], part.hits["saying"] = sentence.of("speaker"), sentence.of("saying")
    return part


def _groups(
    document: Document, sentence: Sentence, mentions: Sequence[Mention]
) -> list[tuple[tuple[int, int], list[Mention]]]:
    """Runs of clauses, a new one at each clause that names a target and tells what happened to it."""
    groups: list[tuple[tuple[int, int], list[Mention]]] = []
    acts = [*sentence.of("strike"), *sentence.of("effect"), *sentence.of("supply", "halted")]
    for start, end in clauses(document, sentence):
        named = [mention for mention in mentions if start <= mention.start < end]
        acted = any(start <= act.start < end for act in acts)
        if not groups or (named and acted and groups[-1][1]):
            groups.append(((start, end), named))
        else:
            (first, _), before = groups[-1]
            groups[-1] = ((first, end), before + named)
    return groups
