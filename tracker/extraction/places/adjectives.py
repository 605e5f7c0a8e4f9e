"""Words beside a facility word that may be adjectives of a town: "Херсонську ТЕЦ"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tracker.extraction.scan import Document, Sentence

_SLAVIC = frozenset({"uk", "ru", "sk", "cs", "pl"})
_OF_A_SEA = re.compile(
    r"балт|касп|чорном|черном|азов|росій|росси|укра[иї]н|rus|rosyj|ukrai|ukraj|kasp|balt|azov"
)
"""Adjectives of seas and countries, which towns are named after too."""
_BEFORE = re.compile(r"[^\W\d_]{5,}(?:-[^\W\d_]+)?")
_REACH, _WORDS = 45, 2
_COMMON = re.compile(
    r"(?:совет|радян|ленин|ленін|октябрь|жовтне|киров|кіров|первомай|першотравне|пролетар|красноармей|куйбышев"
    r"|дзержин|калинин|москов|киев|київ|фрунзен|свердлов|комсомоль|орджоникидзев|адмиралтей|красногвардей"
    r"|ворошилов|тракторозавод|индустриаль|індустріаль|нов)\w*",
    re.IGNORECASE,
)


def is_common(name: str) -> bool:
    """Whether districts of any town bear this name, so that alone it means none: "в Советском районе"."""
    return bool(_COMMON.match(name))


def made_adjectives(document: Document, sentence: Sentence) -> Iterator[tuple[int, int, bool]]:
    """Spans of words that may be adjectives of towns, and whether a word for a district is beside."""
    lang = document.lexicon.lang
    if lang == "hu":
        yield from _hungarian(document, sentence)
    if lang not in _SLAVIC:
        return
    text, seen = document.clean.text, -1
    beside = [(hit.start, hit.end, False) for hit in sentence.of("facility")]
    beside += [
        (*match.span(), True)
        for match in _districts(document).finditer(document.clean.folded, sentence.start, sentence.end)
    ]
    for word_start, word_end, district in sorted(beside):
        for match in _BEFORE.finditer(text, max(sentence.start, word_start - _REACH), word_start):
            between = text[match.end() : word_start]
            near = len(between.split()) <= (0 if district else _WORDS) and not re.search(
                r"[.,;:!?(]", between
            )
            if match.start() > seen and near and _may_be(document, match.group(), sentence, match.start()):
                seen = match.start()
                yield (*match.span(), district)
        behind = _BEFORE.match(text, word_end + 1, sentence.end) if lang == "pl" else None
        if behind and behind.start() > seen and _may_be(document, behind.group(), sentence, behind.start()):
            seen = behind.start()
            yield (*behind.span(), district)


def _hungarian(document: Document, sentence: Sentence) -> Iterator[tuple[int, int, bool]]:
    """Adjectives of districts: "az unyecsai járásban"."""
    for district in _districts(document).finditer(document.clean.folded, sentence.start, sentence.end):
        start = document.clean.text.rfind(" ", sentence.start, max(district.start() - 1, sentence.start)) + 1
        if start < district.start() and document.clean.text[start : district.start()].endswith("i "):
            yield start, district.start() - 1, True


def _may_be(document: Document, word: str, sentence: Sentence, start: int) -> bool:
    if _OF_A_SEA.match(word.lower()):
        return False
    if start and document.clean.text[start - 1].isalnum():
        return False
    known = word.lower() in document.lexicon.filler
    others = (
        *sentence.of("side"),
        *sentence.of("country"),
        *sentence.of("commodity"),
        *sentence.of("facility"),
    )
    return not known and not any(hit.start <= start < hit.end for hit in others)


def names_district(document: Document, end: int) -> bool:
    """Whether a word for a district stands right behind a place in the text."""
    return bool(_districts(document).match(document.clean.folded, end + 1))


def _districts(document: Document) -> re.Pattern[str]:
    return _pattern(document.lexicon.district)


@cache
def _pattern(words: frozenset[str]) -> re.Pattern[str]:
    alternatives = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in sorted(words))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")
