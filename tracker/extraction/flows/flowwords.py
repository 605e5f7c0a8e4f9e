"""What a part of a sentence says of a flow: which of its words hold, and which outweigh the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tracker.extraction.flows.clauses import Clause, between_commas
from tracker.extraction.harm import negated
from tracker.extraction.scan import Document, Hit, Sentence
from tracker.model import FlowWord

_NEAR = 90
_NOT, _RIGHT_BEFORE = 16, 2
_OBJECT = 5
"""An attack so close behind a flow word is what is to stop: "halt the strikes"."""
_DOUBLE = frozenset({"cs", "sk"})
"""Languages that negate twice: "nor to Hungary does none arrive"."""
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
    if politics:
        found = {word: hit for word, hit in found.items() if word is FlowWord.AT_RISK}
    if unreal or hoped:
        found.pop(FlowWord.RESUMED, None)
    if unreal:
        found.pop(FlowWord.UNAFFECTED, None)
        cut = [found.pop(word) for word in _CUT if word in found]
        cut = [hit for hit in cut if not _still(part, hit)]
        if cut:
            found.setdefault(FlowWord.AT_RISK, cut[0])
    for word in _strongest(found):
        yield word, found[word], False
    if hoped and part.has("supply", "resumed") and not (found or unreal or politics):
        yield FlowWord.HALTED, hoped[0], True


def _is_unreal(document: Document, part: Clause, hit: Hit) -> bool:
    words = between_commas(document, part, hit)
    conditions = [*part.of("flow", "unreal"), *part.of("hedge", "unreal")]
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
            word = _OPPOSITE.get(word) if flows else None
        if word is not None and word not in seen:
            seen.add(word)
            yield word, hit


def _speaks_of_flow(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """Whether what flows is named beside a flow word, or in it ("deliveries stand still")."""
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
    """A price or a share that falls or holds: no flow does."""
    return hit.key != FlowWord.HALTED and between_commas(document, part, hit).has("flow", "money")


def _stops_attacks(sentence: Sentence, hit: Hit) -> bool:
    if hit.key == FlowWord.UNAFFECTED:
        return False
    return any(0 <= act.start - hit.end <= _OBJECT for act in sentence.of("strike", "attack"))


def _negated(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """Negated by a word of its own; what holds its negation ("no crude") is meant as it stands."""
    if (
        hit.key in _CUT
        and document.lexicon.lang in _DOUBLE
        and document.clean.folded.startswith("ne", hit.start)
    ):
        return False
    inside = any(hit.start <= no.start < hit.end for no in sentence.of("hedge", "negation"))
    reach = _RIGHT_BEFORE if hit.key == FlowWord.UNAFFECTED else _NOT
    return not inside and negated(document, sentence, hit, reach)


def _denied(document: Document, part: Clause, hit: Hit) -> bool:
    """ "MOL denied that deliveries had stopped": what is denied before is not so."""
    denials = [deny for deny in part.of("saying", "deny") if deny.end <= hit.start]
    return hit.key in _CUT and any(":" not in document.clean.folded[deny.end : hit.start] for deny in denials)


def _still(part: Clause, hit: Hit) -> bool:
    """Whether a halt is told as a restart that does not come ("unless transit resumes")."""
    return hit.key == FlowWord.RESUMED or any(
        other.start < hit.end and hit.start < other.end for other in part.of("flow", "still")
    )


def _strongest(found: dict[FlowWord, Hit]) -> Iterable[FlowWord]:
    """Of words that share a part: "the halt did not affect", "the stopped flow resumed", "may be halted"."""
    if FlowWord.UNAFFECTED in found and FlowWord.RESUMED not in found:
        return (FlowWord.UNAFFECTED,)
    if FlowWord.RESUMED in found:
        return tuple(word for word in found if word in (FlowWord.RESUMED, FlowWord.REDUCED))
    for word in (FlowWord.AT_RISK, FlowWord.REDUCED, FlowWord.HALTED):
        if word in found:
            return (word,)
    return ()
