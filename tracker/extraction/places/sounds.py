"""Facilities by the sound of their names: "Zujivská" and "Jenem" are Зуївська and Энем, whoever spells them.

The gazetteer's Russian and Ukrainian names are brought to the skeletons of `text.respell`, and so are words
in Latin letters that no alias of their language matches.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from tracker.knowledge.gazetteer import Gazetteer
from tracker.text.adjectives import stem_of
from tracker.text.inflect import nominatives
from tracker.text.respell import cyrillic_skeleton, skeletons

_SHORTEST, _LONG = 4, 9
_ADJECTIVE = "+"
"""Stands before the key of an adjective's stem."""


class FacilitySounds:
    """Looks up facilities by respelled names, in the languages that respell."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._short: dict[str, set[str]] = defaultdict(set)
        self._long: dict[str, set[str]] = defaultdict(set)
        for alias in gazetteer.aliases:
            if alias.lang not in ("ru", "uk") or " " in alias.alias:
                continue
            table = self._short if alias.type == "short" else self._long
            facility_id = gazetteer.get(alias.facility_id).id
            stem = stem_of(alias.alias, alias.lang)
            for key in (cyrillic_skeleton(alias.alias), stem and f"{_ADJECTIVE}{cyrillic_skeleton(stem)}"):
                if key and len(key) >= _SHORTEST:
                    table[key].add(facility_id)
        self._remembered = lru_cache(maxsize=8_192)(self._find)

    def short(self, word: str, lang: str) -> tuple[str, ...]:
        """Facilities whose short name, or an adjective of it, sounds like a word in any case."""
        return self._remembered(word, lang, False)

    def alone(self, word: str, lang: str) -> tuple[str, ...]:
        """Facilities whose full name is one long word that sounds like this one."""
        return self._remembered(word, lang, True) if len(word) >= _LONG else ()

    def _find(self, word: str, lang: str, alone: bool) -> tuple[str, ...]:
        table = self._long if alone else self._short
        stem = stem_of(word, lang)
        if stem is not None:
            keys = {_ADJECTIVE + key for key in skeletons(stem, lang)}
        else:
            keys = {key for name in nominatives(word, lang) for key in skeletons(name, lang)}
        return tuple(sorted({facility_id for key in keys for facility_id in table.get(key, ())}))
