"""Finds the gazetteer's facilities by any of their names, in any grammatical case of eight languages."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import ahocorasick_rs

from tracker.knowledge.gazetteer import Gazetteer
from tracker.text.clean import Clean, fold
from tracker.text.inflect import forms


@dataclass(frozen=True, slots=True)
class NameHit:
    """A name in the text and the facilities that bear it; `alone` when it links without a facility word."""

    start: int
    end: int
    facility_ids: tuple[str, ...]
    alone: bool


class FacilityNames:
    """One automaton over every form of every alias; the longest of overlapping names wins."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        bearers: dict[str, dict[str, bool]] = defaultdict(dict)
        for alias in gazetteer.aliases:
            facility_id, alone = gazetteer.get(alias.facility_id).id, alias.type == "name"
            for form in forms(alias.alias, alias.lang):
                folded = fold(form)
                bearers[folded][facility_id] = bearers[folded].get(facility_id, False) or alone
        self._forms = list(bearers)
        self._bearers = [self._reading(bearers[form]) for form in self._forms]
        self._automaton = ahocorasick_rs.AhoCorasick(self._forms)

    @staticmethod
    def _reading(bearers: dict[str, bool]) -> tuple[tuple[str, ...], bool]:
        alone = tuple(sorted(facility_id for facility_id, links in bearers.items() if links))
        return (alone, True) if alone else (tuple(sorted(bearers)), False)

    def find(self, clean: Clean) -> list[NameHit]:
        """Names in reading order. A name is written with a capital letter wherever it stands."""
        found: list[NameHit] = []
        folded, text = clean.folded, clean.text
        matches = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        for index, start, end in sorted(matches, key=lambda match: (match[1], -match[2])):
            if found and start < found[-1].end:
                continue
            if _inside_word(folded, start, end) or not any(char.isupper() for char in text[start:end]):
                continue
            ids, alone = self._bearers[index]
            found.append(NameHit(start, end, ids, alone))
        return found


def _inside_word(folded: str, start: int, end: int) -> bool:
    before = start > 0 and (
        folded[start - 1].isalnum() or (folded[start - 1] == "-" and folded[start - 2 : start - 1].isalnum())
    )
    return before or (end < len(folded) and folded[end].isalnum())
