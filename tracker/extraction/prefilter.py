"""Whether a text can hold a strike or a supply statement at all, in any language: one scan, no sentence read.

A strike needs an energy facility, by its name or by a word for one, and a word of attack, weapon or effect;
a supply statement needs a word of flow and what flows, or names a route. A text that has not both of these
kinds of words is not worth reading. The filter errs to one side only: what the reader would find in a text
it lets pass.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import ahocorasick_rs

from tracker.knowledge.formtable import Form
from tracker.knowledge.lexicon import Lexicon
from tracker.text.clean import DROPPED, REPLACED, clean

_ENERGY, _ACT, _ODD = 1, 2, 4
_BOTH = _ENERGY | _ACT
_TABLES = {
    **dict.fromkeys(("facility", "commodity"), _ENERGY),
    "route": _BOTH,
    **dict.fromkeys(("strike", "weapon", "effect", "supply"), _ACT),
}
_MADE_EQUAL = tuple((old, new) for old, new in REPLACED if old in "ё’ʼ–—\u00a0")
"""The common part of what `fold` makes equal."""
_RARE = frozenset(
    {
        *DROPPED,
        *"\u0300\u0301\u0306\u0308\u030a\u030b\u030c\u0327\u0328",
        *(old for old, new in REPLACED if new != '"' and (old, new) not in _MADE_EQUAL),
    }
)
"""Any of these sends a text the long way, through `clean`; the automaton looks for them as well."""
_UNTOLD = frozenset(
    {
        ("strike", "other"),
        ("weapon", "other"),
        ("effect", "other"),
        ("effect", "elsewhere"),
        ("supply", "no_outage"),
    }
)
"""Words that make neither a strike nor a statement."""


class Prefilter:
    """One automaton over the beginnings of all words that matter and all names of facilities."""

    def __init__(self, lexicons: Iterable[Lexicon], forms: Iterable[Form]) -> None:
        begun: dict[str, int] = defaultdict(int)
        whole: dict[str, int] = defaultdict(int)
        for lexicon in lexicons:
            for pattern in lexicon.patterns:
                if (pattern.table, pattern.key) not in _UNTOLD and pattern.table in _TABLES:
                    beginning = _beginning(pattern.words)
                    (whole if beginning == pattern.words else begun)[beginning] |= _TABLES[pattern.table]
        for form in forms:
            beginning = _beginning(form.form)
            (whole if beginning == form.form else begun)[beginning] |= _ENERGY
        begun |= dict.fromkeys(_RARE, _ODD)
        words = list(begun | whole)
        self._begun, self._whole = [begun[word] for word in words], [whole[word] for word in words]
        self._automaton = ahocorasick_rs.AhoCorasick(words)

    def may_tell(self, text: str, title: str | None = None) -> bool:
        """Whether the reader might find anything in an article; False means that it cannot."""
        whole = f"{title}\n{text}" if title else text
        lowered = whole.lower()
        if not whole.isascii():
            for old, new in _MADE_EQUAL:
                lowered = lowered.replace(old, new)
        seen = self._seen(lowered)
        if seen & _ODD:
            seen = self._seen(clean(whole).folded)
        return seen & _BOTH == _BOTH

    def scan(self, text: str) -> int:
        """How many words match: the bare scan, which the filter is measured against."""
        return len(self._automaton.find_matches_as_indexes(text.lower(), overlapping=True))

    def _seen(self, folded: str) -> int:
        seen, size = 0, len(folded)
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            kind = self._begun[index]
            if not kind & _ODD and start and folded[start - 1].isalnum():
                continue
            if self._whole[index] and (end == size or not folded[end].isalnum()):
                kind |= self._whole[index]
            seen |= kind
            if seen & _BOTH == _BOTH:
                return _BOTH
        return seen


def _beginning(words: str) -> str:
    """The longest piece that a text must hold at the start of a word for a pattern or a name to be in it."""
    first, *others = words.lstrip('"').partition('"')[0].split("*")
    return max((first, *(piece.strip() for piece in others if piece.startswith(" "))), key=len)
