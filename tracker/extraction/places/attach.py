"""Which places belong to a facility word: right before it, behind a preposition, and lists of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.extraction.endings import located, stands_behind
from tracker.extraction.places.spots import Spot
from tracker.extraction.scan import Document, Hit, Sentence
from tracker.extraction.words import first_words, words_of

_ADJACENT = 60
_COLON = re.compile(r"(?:\s\([^)]{1,40}\))?:")
_STOP = re.compile(r"[.;:!?]|\s-\s")
_PAUSE = re.compile(r"[.;:!?,]|\s-\s")
_BRACKETS = re.compile(r"\s\([^()]{1,30}\)")
"""What a list adds to a place: "Saratov (18 August) and Ryazan"."""
_TURN = 25
_BEHIND = 3
_OWN_NAME = re.compile(r'^ "[^"]{2,40}"(?= )')
"""What a facility is called, in quotation marks: in "the station «Tingovatovo» in Chuvashia"."""
_TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


def attached(document: Document, sentence: Sentence, word: Hit, spots: Sequence[Spot]) -> list[Spot]:
    """Places that belong to a facility word: right before it, right after it, and whole lists of them."""
    before = [spot for spot in spots if spot.end <= word.start]
    after = [spot for spot in spots if spot.start >= word.end]
    found: list[Spot] = []
    edge = word.start
    for spot in reversed(before):
        gap = document.clean.folded[spot.end : edge]
        if not (_joins(document, gap) if found else _fills(document, gap, possessive=True)):
            break
        found.insert(0, spot)
        edge = spot.start
    edge, behind, placed = word.end, 0, False
    for spot in after:
        gap = document.clean.folded[edge : spot.start]
        if edge == word.end:
            gap = _OWN_NAME.sub("", gap, 1)
        if not stands_behind(document, spot.start, spot.end) or ("," in gap and _leads_on(sentence, spot)):
            break
        if not (_leads(document, gap) or (behind and _joins(document, gap))):
            break
        if placed and not spot.is_region and not lists(document, edge, spot.start):
            break
        found.append(spot)
        edge, behind, placed = spot.end, behind + 1, placed or not spot.is_region
    return found


def _leads_on(sentence: Sentence, spot: Spot) -> bool:
    """Whether something else follows a place: "a refinery burned, in Voronezh a depot (a school) was hit"."""
    others = (*sentence.of("facility"), *sentence.of("effect", "elsewhere"))
    return any(hit.start >= spot.end for hit in others)


def is_hurt(sentence: Sentence) -> bool:
    """Whether a sentence tells both of an attack and of its harm."""
    return sentence.has("strike", "attack") and sentence.has("effect", "damage", "power_outage", "fire")


def of_another_trade(sentence: Sentence, word: Hit) -> bool:
    """ "A post terminal", "a grain terminal": longer words for what is no energy facility."""
    return any(
        other.start <= word.start
        and word.end <= other.end
        and other.end - other.start > word.end - word.start
        for other in sentence.of("effect", "elsewhere")
    )


def _fills(document: Document, gap: str, *, possessive: bool = False) -> bool:
    """Only filler words between a place and the facility word behind it."""
    rest = gap.removeprefix("'s") if possessive else gap
    return len(gap) <= _ADJACENT and not _PAUSE.search(rest) and _only(rest, document.lexicon.filler)


def _leads(document: Document, gap: str) -> bool:
    """A preposition, perhaps with filler, between a facility word and the place behind it."""
    lexicon = document.lexicon
    if len(gap) > _ADJACENT or re.search(r"[.;:!?]", gap):
        return False
    words = _TOKEN.findall(gap)
    if "," in gap or not words or words[0] not in first_words(lexicon.near):
        return gap.strip() in {"", ",", "("} or _only(gap, lexicon.near, lexicon.filler)
    near, filler = words_of(lexicon.near), words_of(lexicon.filler)
    return sum(word not in near and word not in filler for word in words) <= 2


def lists(document: Document, start: int, end: int) -> bool:
    """Whether a comma or a word such as "and" joins what ends at `start` to what begins at `end`."""
    gap = document.clean.folded[start:end]
    words = words_of(document.lexicon.join)
    return _joins(document, gap) and ("," in gap or any(word in words for word in _TOKEN.findall(gap)))


def _joins(document: Document, gap: str) -> bool:
    lexicon, gap = document.lexicon, _BRACKETS.sub("", gap)
    return len(gap) <= 25 and not _STOP.search(gap) and _only(gap, lexicon.filler, lexicon.near, lexicon.join)


def _only(gap: str, *allowed: frozenset[str]) -> bool:
    known = [words_of(phrases) for phrases in allowed]
    return all(any(token in words for words in known) for token in _TOKEN.findall(gap))


def loose(document: Document, word: Hit, spots: Sequence[Spot]) -> Spot | None:
    """The nearest place before the word, else the first behind it, that a preposition introduces."""
    introduced = [spot for spot in spots if _introduced(document, spot)]
    before = [spot for spot in introduced if spot.end <= word.start]
    return before[-1] if before else introduced[0] if introduced else None


def _introduced(document: Document, spot: Spot) -> bool:
    """ "In Ryazan, drones hit a refinery", "Sochi: a depot is on fire"."""
    folded, near = document.clean.folded, document.lexicon.near
    if located(document, spot.start, spot.end) or _COLON.match(folded, spot.end):
        return True
    before = folded[max(0, spot.start - 30) : spot.start].split()
    return bool(before) and (before[-1] in near or " ".join(before[-2:]) in near)


def behind_colon(document: Document, sentence: Sentence, word: Hit, spots: Sequence[Spot]) -> list[Spot]:
    """The places listed behind a colon that a facility word opens: "three refineries: Saratov, Ryazan"."""
    at = document.clean.folded.find(":", word.end, sentence.end)
    if at < 0 or any(word.end <= hit.start < at for hit in sentence.of("facility")):
        return []
    found: list[Spot] = []
    sides = sentence.of("side")
    for spot in (spot for spot in spots if spot.start > at and not spot.is_region):
        if not found and any(hit.start <= spot.start < hit.end for hit in sides):
            break
        edge = found[-1].end if found else at + 1
        if not _joins(document, document.clean.folded[edge : spot.start]):
            break
        found.append(spot)
    return found


def joined_on(document: Document, sentence: Sentence, spot: Spot, before: int | None) -> bool:
    """Whether a bare place is told as hit: behind a dash or a word of attack, or in a list with one that is.

    `before` is where the place told before it ends.
    """
    folded = document.clean.folded
    if before is not None and lists(document, before, spot.start):
        return True
    gap = folded[max(sentence.start, spot.start - _TURN) : spot.start]
    dash = max(gap.rfind("- "), gap.rfind(": "))
    if dash >= 0 and _only(gap[dash + 2 :], document.lexicon.near, document.lexicon.filler):
        return True
    for hit in sentence.of("strike", "attack"):
        if 0 < hit.start - spot.end <= _BEHIND and folded[spot.end : hit.start].strip() == ",":
            return True
        between = folded[hit.end : spot.start]
        if hit.end <= spot.start and len(between) <= _TURN and _joins(document, between):
            return True
    return False
