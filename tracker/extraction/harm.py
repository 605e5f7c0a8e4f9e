"""What an attack did: words of effect that are meant, neither denied nor told of something else."""

from __future__ import annotations

import re

from tracker.extraction.scan import Document, Hit, Sentence

_NEGATED = 32
_ABSENT = 48
_SHOT = 40
_BY = frozenset({"by", "von", "durch", "przez"})
"""Words before what did the harm: "destroyed by two drones"."""
_ELSEWHERE = 28
_PAUSE = re.compile(r"[.;:!?,]")
_WORD = re.compile(r"\w+")
_NO_HARM = frozenset({"none", "elsewhere"})
_DENIABLE = {"casualties": 1, "damage": 1, "spill": 1, "explosion": 1, "fire": 0}
"""Effects that a negation behind denies, and how many words may follow it: "a fire not put out" burns."""


def harm(document: Document, sentence: Sentence) -> list[Hit]:
    """Effects that the sentence tells of: not negated, and not of the drones ("destroyed 40 drones")."""
    weapons = sentence.of("weapon")
    found = []
    for hit in sentence.of("effect"):
        shot = hit.key == "damage" and any(_counted(document, hit, arm) for arm in weapons)
        if hit.key in _NO_HARM or shot or negated(document, sentence, hit):
            continue
        if hit.key in _DENIABLE and absent(document, sentence, hit, _DENIABLE[hit.key]):
            continue
        found.append(hit)
    return found


def harm_of_site(document: Document, sentence: Sentence) -> list[Hit]:
    """The harm without what was done to homes, schools, cars and traffic nearby."""
    return [hit for hit in harm(document, sentence) if not _elsewhere(document, sentence, hit)]


def _counted(document: Document, hit: Hit, arm: Hit) -> bool:
    """Whether a number stands between the two words: what was destroyed is weapons by number."""
    gap = document.clean.folded[hit.end : arm.start] if 0 <= arm.start - hit.end <= _SHOT else ""
    if gap.split()[:1] and gap.split()[0] in _BY:
        return False
    return any(word.isdigit() or word in document.lexicon.numbers for word in gap.split())


def _elsewhere(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """ "Damaged a house", "flights were suspended": a word nearer in the clause than any for a facility."""
    if hit.key not in ("damage", "fire", "halted"):
        return False
    near = _apart(document, hit, sentence.of("effect", "elsewhere"))
    return near is not None and near < (
        _apart(document, hit, [*sentence.of("facility"), *sentence.of("site")]) or _ELSEWHERE
    )


def _apart(document: Document, hit: Hit, others: list[Hit]) -> int | None:
    """Characters to the nearest of `others` in the same clause."""
    found = []
    for other in others:
        start, end = min(hit.end, other.end), max(hit.start, other.start)
        if end - start < _ELSEWHERE and not _PAUSE.search(document.clean.folded, start, end):
            found.append(max(end - start, 0))
    return min(found, default=None)


def no_harm(document: Document, sentence: Sentence) -> list[Hit]:
    """Words that say there was no damage: "works normally", or damage that is negated."""
    found = sentence.of("effect", "none")
    for hit in sentence.of("effect", "damage"):
        if negated(document, sentence, hit) or absent(document, sentence, hit):
            found.append(hit)
    return found


def is_tally(document: Document, sentence: Sentence) -> bool:
    """Drones counted as shot down, with no word of a target: says nothing of this strike."""
    shot = sentence.has("strike", "repelled") or sentence.has("effect", "damage")
    told = sentence.has("facility") or no_harm(document, sentence) or harm(document, sentence)
    return shot and not told


def negated(document: Document, sentence: Sentence, hit: Hit, reach: int = _NEGATED) -> bool:
    """Whether a negation stands right before a hit, or holds it: "no casualties", "neither confirm nor"."""
    for no in [*sentence.of("hedge", "negation"), *_denials(sentence, hit)]:
        if no.start < hit.start and hit.end < no.end:
            return True
        if not 0 <= hit.start - no.end <= reach:
            continue
        if _PAUSE.search(document.clean.folded, no.end, hit.start):
            continue
        if _goes_on(document, sentence, no, hit):
            return True
    return False


def _denials(sentence: Sentence, hit: Hit) -> list[Hit]:
    """ "Denied any damage": verbs of denial negate effects, not attacks."""
    return sentence.of("saying", "deny") if hit.table == "effect" else []


def _goes_on(document: Document, sentence: Sentence, no: Hit, hit: Hit) -> bool:
    """Whether a negation still holds: "no fire or damage", but not in "no casualties but a fire"."""
    inner = [other for other in sentence.of("effect") if no.end <= other.start and other.end <= hit.start]
    if not inner:
        return True
    words = set(_WORD.findall(document.clean.folded, inner[-1].end, hit.start))
    return bool(words & document.lexicon.join) or any(
        inner[-1].end <= again.start < hit.start for again in sentence.of("hedge", "negation")
    )


def absent(document: Document, sentence: Sentence, hit: Hit, following: int = 1) -> bool:
    """Whether a negation behind a hit ends the clause: "Verletzte gab es nicht", "škody nie sú"."""
    folded = document.clean.folded
    for no in sentence.of("hedge", "negation"):
        if not 0 <= no.start - hit.end <= _ABSENT or _PAUSE.search(folded, hit.end, no.start):
            continue
        if hit.key == "casualties" and no.start - hit.end <= 1:
            return True
        pause = _PAUSE.search(folded, no.end, sentence.end)
        end = pause.start() if pause else sentence.end
        if any(hit.start < other.start < end and other.end > no.start for other in sentence.of("effect")):
            continue
        rest = folded[no.end : end]
        if len(_WORD.findall(rest)) <= following:
            return True
    return False
