"""Finds the gazetteer's facilities by any of their names, in any grammatical case of eight languages."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import ahocorasick_rs

from tracker.knowledge.formtable import Form
from tracker.text.clean import Clean

_BETWEEN = re.compile(r",?\s+(?:[^\W\d_-]+[\s-]+){0,2}")
"""At most two words between an adjective and its facility word; half a compound is a word of its own."""
_LISTED = re.compile(r"(?:(,)|\s([^\W\d_]+))\s[^.;:!?()]{0,55}")
"""Up to the next adjective of a list, which may have its region before it."""

_WATERS = re.compile(r"-(?:szoros|tenger|öböl|öbl|híd|hid|csatorn)")
"""Straits, seas, bays and bridges named after a town (hu "a Kercs-szorosban")."""


@dataclass(frozen=True, slots=True)
class NameHit:
    """A name in the text and the facilities that bear it; `alone` when it links without a facility word."""

    start: int
    end: int
    facility_ids: tuple[str, ...]
    alone: bool
    small: bool = False
    """Written without a capital letter."""


class FacilityNames:
    """One automaton over every form of every alias; the longest of overlapping names wins."""

    def __init__(self, forms: Sequence[Form]) -> None:
        self._forms = forms
        self._automaton = ahocorasick_rs.AhoCorasick([form.form for form in self._forms])

    def find(
        self, clean: Clean, facility_words: Sequence[int] = (), joins: Collection[str] = ()
    ) -> list[NameHit]:
        """Names in reading order. A name has a capital letter wherever it stands, unless it is written small.

        Small are the names that the gazetteer writes so ("volgogradská rafinéria") and adjectives (hu
        "rjazanyi", sk "volgogradská") within two words before one of the `facility_words`: where these start,
        or before another of a list, which one of the words `joins` leads on.
        """
        found: list[NameHit] = []
        folded, text = clean.folded, clean.text
        matches = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        for index, start, end in sorted(matches, key=lambda match: (match[1], -match[2])):
            if (found and start < found[-1].end) or _inside_word(folded, start, end):
                continue
            form = self._forms[index]
            small = not any(char.isupper() for char in text[start:end])
            if small and not form.small:
                continue
            found.append(NameHit(start, end, form.facility_ids, form.alone, small))
        return _led_on(found, folded, facility_words, joins)


def _led_on(
    hits: Sequence[NameHit], folded: str, facility_words: Sequence[int], joins: Collection[str]
) -> list[NameHit]:
    """Without small adjectives that neither a facility word nor another of them in a list follows."""
    kept: list[NameHit] = []
    later: NameHit | None = None
    for hit in reversed(hits):
        at = bisect_left(facility_words, hit.end)
        following = [*facility_words[at : at + 1], *(later.start for later in kept[-1:])]
        bare = hit.small and " " not in folded[hit.start : hit.end]
        if (
            not bare
            or any(_BETWEEN.fullmatch(folded, hit.end, start) for start in following)
            or (later is not None and later in kept[-1:] and _lists(folded, hit, later, joins))
        ):
            kept.append(hit)
        later = hit
    return kept[::-1]


def _lists(folded: str, hit: NameHit, later: NameHit, joins: Collection[str]) -> bool:
    """Whether a comma or "and" leads on to the next adjective: "a burstini, és a Lviv megyei dobrotviri"."""
    match = _LISTED.fullmatch(folded, hit.end, later.start)
    return later.small and match is not None and (bool(match.group(1)) or match.group(2) in joins)


def _inside_word(folded: str, start: int, end: int) -> bool:
    before = start > 0 and (
        folded[start - 1].isalnum() or (folded[start - 1] == "-" and folded[start - 2 : start - 1].isalnum())
    )
    return before or (end < len(folded) and folded[end].isalnum()) or bool(_WATERS.match(folded, end))
