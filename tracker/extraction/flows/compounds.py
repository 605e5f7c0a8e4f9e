"""Flow words made of two: "nothing arrives" is halted, "flows again" resumed, "no change" unaffected.

News finds ever new verbs for a flow; which of them are negated, repeated or halved is said with few words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.extraction.flows.nearby import TABLE, nearby
from tracker.extraction.scan import Document, Hit, Sentence
from tracker.model import FlowWord, Kind

_WORDS = tuple(FlowWord)
_STOP = re.compile(r"[.,;:!?]")
_NEXT = 12
_FREE = "negation_behind"
"""Trait of languages whose negation may stand far behind the verb it negates."""
_FAR = "verb_far"
"""Trait of languages whose negation may stand some words before the verb."""
_PERCENT = re.compile(r"(?<![\d.,])(?P<n>\d{1,3})(?:[.,]\d+)?[ -]?%")
_WHOLE = re.compile(r"(?<![\d.,])100\s*$")
_CORES = ("comes", "change", "stands", "waits", "percent", "fraction")
_WIDE, _CLOSE, _CALLED = 60, 14, 6

Source = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Pair:
    """Words of one kind beside words of another, within so many characters, and what the two say."""

    core: tuple[Source, ...]
    beside: tuple[Source, ...]
    reach: int
    word: FlowWord


_COMES: tuple[Source, ...] = (("flow", ("comes",)),)
_NOT: tuple[Source, ...] = (("hedge", ("negation",)),)
_SHARE: tuple[Source, ...] = (("flow", ("percent", "fraction")), ("sign", ("%",)))
_PAIRS = (
    _Pair((("flow", ("change",)),), _NOT, 34, FlowWord.UNAFFECTED),
    _Pair(_COMES, (("flow", ("nothing",)),), 60, FlowWord.HALTED),
    _Pair((("flow", ("change",)),), ((TABLE, ("absent",)),), 12, FlowWord.UNAFFECTED),
    _Pair(_COMES, _NOT, 34, FlowWord.HALTED),
    _Pair(_COMES, ((TABLE, ("later",)),), 34, FlowWord.HALTED),
    _Pair(_COMES, (("flow", ("again",)),), 34, FlowWord.RESUMED),
    _Pair(_COMES, (("flow", ("fraction",)),), 34, FlowWord.REDUCED),
    _Pair(_COMES, (("flow", ("steady",)),), 34, FlowWord.UNAFFECTED),
    _Pair(
        (("flow", ("stands",)),),
        (("route", ("druzhba", "turkstream")), ("facility", (Kind.PIPELINE,)), ("supply", ("subject",))),
        34,
        FlowWord.HALTED,
    ),
    _Pair((("flow", ("waits",)),), ((TABLE, ("yet",)),), 20, FlowWord.HALTED),
    _Pair(_SHARE, ((TABLE, ("less",)),), 20, FlowWord.REDUCED),
    _Pair(_SHARE, ((TABLE, ("usual",)),), 34, FlowWord.REDUCED),
)


def compounds(document: Document, sentence: Sentence) -> Iterator[Hit]:
    """The flow words that pairs of words make in a sentence; each word of the core counts once."""
    taken: list[Hit] = []
    sign = "%" in document.clean.folded[sentence.start : sentence.end]
    if not (sign or sentence.has("flow", *_CORES)):
        return
    cores_of: dict[tuple[Source, ...], list[Hit]] = {}
    for pair in _PAIRS:
        if pair.core not in cores_of:
            found = _of(document, sentence, pair.core)
            cores_of[pair.core] = [core for core in found if _counts(document, sentence, core)]
        cores = cores_of[pair.core]
        besides = _of(document, sentence, pair.beside) if cores else []
        for core in cores if besides else ():
            near = [hit for hit in besides if _belongs(document, sentence, core, hit, pair.reach)]
            if not near or core in taken or any(_overlap(core, site) for site in sentence.of("facility")):
                continue
            taken.append(core)
            yield Hit(min(near[0].start, core.start), max(near[0].end, core.end), core.key, pair.word)


def _overlap(one: Hit, other: Hit) -> bool:
    return one.start < other.end and other.start < one.end


def _of(document: Document, sentence: Sentence, sources: tuple[Source, ...]) -> list[Hit]:
    found: list[Hit] = []
    for table, keys in sources:
        if table == TABLE:
            found += [hit for key in keys for hit in nearby(document, key, sentence.start, sentence.end)]
        elif table == "sign":
            signs = _PERCENT.finditer(document.clean.folded, sentence.start, sentence.end)
            found += [Hit(sign.start(), sign.end(), table, "%") for sign in signs if sign["n"] != "100"]
        else:
            found += sentence.of(table, *keys)
    return found


def _counts(document: Document, sentence: Sentence, core: Hit) -> bool:
    """A hundred percent is no cut."""
    return core.key != "percent" or not _WHOLE.search(document.clean.folded, sentence.start, core.start)


def _belongs(document: Document, sentence: Sentence, core: Hit, hit: Hit, reach: int) -> bool:
    start, end = min(core.end, hit.end), max(core.start, hit.start)
    behind = hit.start > core.start
    if any(start <= act.start < end for act in sentence.of("strike", "attack")):
        return False
    if core.key == "stands" and behind:
        reach = _CALLED
    if hit.key == "negation":
        free = _FREE in document.lexicon.traits
        if behind and not free:
            return False
        verb = core.key == "comes" and _FAR not in document.lexicon.traits
        reach = _WIDE if free else _CLOSE if verb else reach
    if end - start > reach or _STOP.search(document.clean.folded, start, end):
        return False
    return not (hit.key == "again" and _turns_to(sentence, core, hit))


def _turns_to(sentence: Sentence, verb: Hit, again: Hit) -> bool:
    """Whether "again" belongs to a flow word behind it and not to the verb: "the flow was again halted"."""
    words = sentence.of("supply", *_WORDS)
    return any(0 <= word.start - again.end <= _NEXT and word.start > verb.end for word in words)
