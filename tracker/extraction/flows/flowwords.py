"""What a part of a sentence says of a flow: which of its words hold, and which outweigh the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tracker.extraction.flows.clauses import Clause, between_commas
from tracker.extraction.flows.nearby import has_nearby
from tracker.extraction.flows.parties import NEIGHBOURS
from tracker.extraction.harm import negated
from tracker.extraction.scan import Document, Hit, Sentence
from tracker.model import FlowWord

_NEAR = 90
_NOT, _RIGHT_BEFORE = 16, 2
_WITHOUT = "without_behind"
"""Trait of languages whose "without" follows its noun: "leállás nélkül"."""
_POSTPOSED = 8
_MEASURE = 20
"""So close behind a cut stands what it is measured by: "a third below the agreed volume"."""
_AFTER = 20
_OBJECT = 5
"""An attack so close behind a flow word is what is to stop: "halt the strikes"."""
_DOUBLE = "double_negation"
"""Trait of languages that negate twice: "nor to Hungary does none arrive"."""
_CUT = (FlowWord.HALTED, FlowWord.REDUCED)
_OPPOSITE = {
    FlowWord.HALTED: FlowWord.UNAFFECTED,
    FlowWord.REDUCED: FlowWord.UNAFFECTED,
    FlowWord.AT_RISK: FlowWord.UNAFFECTED,
    FlowWord.RESUMED: FlowWord.HALTED,
}
"""What the negation of a word says."""


def words_of(document: Document, part: Clause, *, goes_on: bool) -> Iterator[tuple[FlowWord, Hit, bool]]:
    """Words that hold for a part, each with its hit; True where only a restart to come is told.

    `goes_on`: the sentence before spoke of supply, so that what flows need not be named again.
    """
    found = dict(_told(document, part, goes_on=goes_on))
    politics = part.has("flow", "policy")
    unreal = any(_is_unreal(document, part, hit) for hit in found.values())
    hoped = part.of("flow", "expected")
    found = {word: hit for word, hit in found.items() if not _is_reprisal(document, part, word, hit)}
    if politics:
        found = {word: hit for word, hit in found.items() if word is FlowWord.AT_RISK}
    if unreal or hoped:
        found.pop(FlowWord.RESUMED, None)
    if unreal:
        found.pop(FlowWord.UNAFFECTED, None)
        cut = [found.pop(word) for word in _CUT if word in found]
        cut = [hit for hit in cut if not _still(part, hit)]
        if cut and not _copes(document, part):
            found.setdefault(FlowWord.AT_RISK, cut[0])
    for word in _strongest(document, part, found):
        yield word, found[word], False
    if hoped and part.has("supply", "resumed") and not (found or unreal or politics):
        yield FlowWord.HALTED, hoped[0], True


def _is_reprisal(document: Document, part: Clause, word: FlowWord, hit: Hit) -> bool:
    """A threat to block a loan or to veto: politics, and no risk of supply."""
    if word is not FlowWord.AT_RISK or between_commas(document, part, hit).has("supply", "subject"):
        return False
    return has_nearby(document, "reprisal", part.sentence.start, part.sentence.end)


def _copes(document: Document, part: Clause) -> bool:
    """Whether the sentence says what would stand in: "were it to stop, Slovakia would turn to the sea"."""
    return has_nearby(document, "copes", part.sentence.start, part.sentence.end)


def _is_unreal(document: Document, part: Clause, hit: Hit) -> bool:
    words = between_commas(document, part, hit)
    conditions = [*part.of("flow", "unreal"), *part.of("hedge", "unreal")]
    if hit.key in _CUT and has_nearby(document, "may", words.start, hit.start):
        return True
    return any(found.start < words.end and found.start < hit.end for found in conditions) or any(
        words.start <= found.start < words.end for found in conditions
    )


def _told(document: Document, part: Clause, *, goes_on: bool) -> Iterator[tuple[FlowWord, Hit]]:
    sentence = part.sentence
    seen: set[FlowWord] = set()
    for hit in part.words:
        flows = _speaks_of_flow(document, sentence, hit)
        if not (goes_on or flows) or _stops_attacks(sentence, hit) or _is_of_money(document, part, hit):
            continue
        word: FlowWord | None = FlowWord(hit.key)
        if word is not None and (_negated(document, sentence, hit) or _denied(document, part, hit)):
            word = _OPPOSITE.get(word) if flows or part.has("country", *NEIGHBOURS) else None
        if word is not None and word not in seen:
            seen.add(word)
            yield word, hit


def _speaks_of_flow(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """Whether what flows is named beside a flow word, or in it ("deliveries stand still").

    Whoever waits, waits for oil where it flows again to others.
    """
    if hit.table == "waits":
        return sentence.has("supply", FlowWord.RESUMED)
    if hit.key != FlowWord.AT_RISK and " " in document.clean.folded[hit.start : hit.end]:
        return True
    subjects = [
        *sentence.of("supply", "subject"),
        *sentence.of("flow", "output", "nothing"),
        *sentence.of("commodity"),
        *sentence.of("route"),
    ]
    return any(max(hit.start - near.end, near.start - hit.end) <= _NEAR for near in subjects)


def _is_of_money(document: Document, part: Clause, hit: Hit) -> bool:
    """A price or a share that falls or holds, talks that stop: no flow does."""
    words = between_commas(document, part, hit)
    if hit.key != FlowWord.HALTED:
        return words.has("flow", "money")
    if has_nearby(document, "talks", hit.end, min(hit.end + _AFTER, words.end)):
        return True
    return not words.names_flow() and has_nearby(document, "talks", words.start, words.end)


def _stops_attacks(sentence: Sentence, hit: Hit) -> bool:
    if hit.key == FlowWord.UNAFFECTED:
        return False
    return any(0 <= act.start - hit.end <= _OBJECT for act in sentence.of("strike", "attack"))


def _negated(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """Negated by a word of its own; what holds its negation ("no crude") is meant as it stands."""
    if (
        hit.key in _CUT
        and _DOUBLE in document.lexicon.traits
        and document.clean.folded.startswith("ne", hit.start)
    ):
        return False
    if hit.key in _CUT and any(_overlap(hit, none) for none in sentence.of("flow", "nothing")):
        return False
    if _WITHOUT in document.lexicon.traits and has_nearby(document, "without", hit.end, hit.end + _POSTPOSED):
        return True
    inside = any(hit.start <= no.start < hit.end for no in sentence.of("hedge", "negation"))
    reach = _RIGHT_BEFORE if hit.key == FlowWord.UNAFFECTED else _NOT
    return not inside and negated(document, sentence, hit, reach)


def _overlap(one: Hit, other: Hit) -> bool:
    return one.start < other.end and other.start < one.end


def _denied(document: Document, part: Clause, hit: Hit) -> bool:
    """ "MOL denied that deliveries had stopped", "talk of a stop is nonsense": what is denied is not so."""
    if hit.key in _CUT and has_nearby(document, "untrue", part.start, part.end):
        return True
    denials = [deny for deny in part.of("saying", "deny") if deny.end <= hit.start]
    return hit.key in _CUT and any(":" not in document.clean.folded[deny.end : hit.start] for deny in denials)


def _still(part: Clause, hit: Hit) -> bool:
    """Whether a halt is told as a restart that does not come ("unless transit resumes")."""
    return hit.key == FlowWord.RESUMED or any(_overlap(hit, other) for other in part.of("flow", "still"))


def _strongest(document: Document, part: Clause, found: dict[FlowWord, Hit]) -> Iterable[FlowWord]:
    """Of words that share a part: "the halt did not affect", "the stopped flow resumed", "may be halted"."""
    both = FlowWord.HALTED in found and FlowWord.REDUCED in found
    if both and has_nearby(document, "zero", part.start, part.end):
        found.pop(FlowWord.REDUCED)
    if FlowWord.UNAFFECTED in found and FlowWord.REDUCED in found:
        gap = found[FlowWord.UNAFFECTED].start - found[FlowWord.REDUCED].end
        if 0 <= gap <= _MEASURE:
            found.pop(FlowWord.UNAFFECTED)
    if FlowWord.UNAFFECTED in found and FlowWord.RESUMED not in found:
        return (FlowWord.UNAFFECTED,)
    if FlowWord.RESUMED in found:
        return tuple(word for word in found if word in (FlowWord.RESUMED, *_CUT))
    for word in (FlowWord.AT_RISK, FlowWord.REDUCED, FlowWord.HALTED):
        if word in found:
            return (word,)
    return ()
