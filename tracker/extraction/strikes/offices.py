"""Whose an office is: "Kazakhstan's energy ministry", "the head of the district"; and places that speak."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tracker.extraction.scan import Document, Hit, Sentence
from tracker.knowledge.regions import Region

_BEFORE, _BEHIND, _TITLE = 26, 24, 18
_WORDS = 2
_IN = 4
_PAUSE = re.compile(r"[.;:!?,()]|\s-\s")
_SIDES = ("RU", "UA")
_COUNTRIES = ("HU", "SK", "CZ", "DE", "PL", "BY", "KZ")
_OFFICIAL = ("confirm", "admit", "deny")


class Named(NamedTuple):
    """A region where a text names it."""

    start: int
    end: int
    region: Region


def settle_offices(document: Document, places: Mapping[int, Sequence[Named]]) -> None:
    """Gives every office the side it governs, and lets capitals and regions speak for theirs."""
    for sentence in document.sentences:
        if sentence.has("speaker"):
            sentence.hits["speaker"] = list(_owned(document, sentence))
        if sentence.has("saying"):
            found = [*_capitals(document, sentence), *_regions(document, sentence, places)]
            taken = sentence.of("speaker")
            new = [hit for hit in found if not any(_overlaps(hit, other) for other in taken)]
            if new:
                sentence.hits["speaker"] = sorted([*taken, *new], key=lambda hit: hit.start)


def _owned(document: Document, sentence: Sentence) -> Iterable[Hit]:
    """The speakers of a sentence; an office without a side of its own has that of the words around it."""
    speakers = sentence.of("speaker")
    seen: set[tuple[int, int]] = set()
    for hit in speakers:
        keys = {other.key for other in speakers if other[:2] == hit[:2]}
        open_ = "authority" in keys or {"authority_RU", "authority_UA"} <= keys
        if not (open_ or hit.key.startswith("authority_")):
            yield hit
            continue
        if hit[:2] in seen:
            continue
        owner = _owner(document, sentence, hit)
        if owner in _COUNTRIES:
            seen.add((hit.start, hit.end))
            yield hit._replace(key="buyer")
        elif not open_:
            yield hit
        else:
            seen.add((hit.start, hit.end))
            if "authority" in keys and _is_title_of_enemy(document, sentence, hit):
                continue
            for side in (owner,) if owner in _SIDES else _SIDES:
                yield hit._replace(key=f"authority_{side}")


def _owner(document: Document, sentence: Sentence, hit: Hit) -> str | None:
    """The side or country in the noun phrase of an office: "Ukrainian officials", "ministry in Astana"."""
    walls = [*sentence.of("strike"), *sentence.of("weapon"), *sentence.of("saying"), *sentence.of("facility")]
    best, nearest = None, _BEFORE
    for other in (*sentence.of("side"), *sentence.of("country", *_COUNTRIES)):
        if _overlaps(other, hit):
            return other.key
        start, end = min(other.end, hit.end), max(other.start, hit.start)
        reach = _BEFORE if other.end <= hit.start else _BEHIND
        gap = document.clean.folded[start:end]
        if end - start > min(reach, nearest) or _PAUSE.search(gap) or len(gap.split()) > _WORDS:
            continue
        if not any(start <= wall.start < end for wall in walls):
            best, nearest = other.key, end - start
    return best


def _is_title_of_enemy(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """ "The head of the General Staff": the office is of a body that attacks."""
    for other in sentence.of("speaker"):
        if not other.key.startswith("attacker_"):
            continue
        start, end = min(other.end, hit.end), max(other.start, hit.start)
        if end - start <= _TITLE and not _PAUSE.search(document.clean.folded, start, end):
            return True
    return False


def _capitals(document: Document, sentence: Sentence) -> Iterable[Hit]:
    """Sides whose next word is a verb of saying, "Kyiv said", or that end a clause on one: "says Moscow"."""
    folded = document.clean.folded
    says = sentence.of("saying", "say", "claim", *_OFFICIAL)
    for side in sentence.of("side"):
        for say in says:
            after = say.start - side.end == 1
            gap = folded[say.end : side.start]
            near = gap == " " or (len(gap) <= _IN and gap.strip() in document.lexicon.near)
            before = near and not folded[side.end : side.end + 2].strip(" .,;:!?\n")
            if (after or before) and document.clean.text[side.start].isupper():
                yield Hit(side.start, side.end, "speaker", f"attacker_{side.key}")
                break


def _regions(document: Document, sentence: Sentence, places: Mapping[int, Sequence[Named]]) -> Iterable[Hit]:
    """Regions whose next word confirms, admits or denies: "Tatarstan admits a hit"."""
    says = sentence.of("saying", *_OFFICIAL)
    for start, end, region in places.get(sentence.number, ()) if says else ():
        if region.country in _SIDES and any(0 <= say.start - end <= 1 for say in says):
            yield Hit(start, end, "speaker", f"authority_{region.country}")


def _overlaps(one: Hit, other: Hit) -> bool:
    return one.start < other.end and other.start < one.end
