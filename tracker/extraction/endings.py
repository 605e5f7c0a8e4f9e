"""What Hungarian says with endings and words behind: "Szaratovban" (in Saratov), "Szaratov közelében" (near
it), "a jeleci olajraktár" (the depot in Yelets), "öt napig" (for five days), "Brovdi szerint" (says Brovdi).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.extraction.scan import Document, Hit, Sentence

_LANG = "hu"
_LOCATIVE = re.compile(r"\w{3,}(?:ban|ben|nál|nél|án|én|ön)")
_LASTING = re.compile(r"(?:nap|hét|hónap)(?:ra|re|ig)$|(?:napos|hetes|hónapos)(?:ra)?$")
_ACCORDING_TO = "szerint"
_ADJECTIVE = re.compile(r"[^\W\d_]{3,}(?:-[^\W\d_]+)?i(?=[\s-])")
_REACH = 45
_WORDS = 2


def located(document: Document, start: int, end: int) -> bool:
    """Whether a place's own ending, or the word behind it, says that something happens there."""
    if document.lexicon.lang != _LANG:
        return False
    behind = document.clean.folded[end : end + 20].split()[:1]
    ends = _LOCATIVE.fullmatch(document.clean.folded[start:end].split()[-1])
    return bool(ends) or bool(behind and behind[0].strip(",.;") in document.lexicon.near)


def stands_behind(document: Document, start: int, end: int) -> bool:
    """Whether a place may belong to the facility word before it: a Hungarian one must say "in" or "near"."""
    return document.lexicon.lang != _LANG or located(document, start, end)


def lasting(words: str) -> bool:
    """Whether a number of days, weeks or months says by its own ending how long something lasts."""
    return bool(_LASTING.search(words))


def postposed(document: Document, say: Hit) -> bool:
    """Whether the speaker stands before this word of saying, so that a date behind it is the event's."""
    return document.clean.folded.endswith(_ACCORDING_TO, say.start, say.end)


def adjectives(document: Document, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Spans of small words in -i within two words before a facility word, such as a town may give."""
    if document.lexicon.lang != _LANG:
        return
    text, seen = document.clean.text, -1
    for word in sentence.of("facility"):
        for match in _ADJECTIVE.finditer(text, max(sentence.start, word.start - _REACH), word.start):
            between = text[match.end() : word.start]
            known = match.group() in document.lexicon.filler or not match.group().islower()
            if match.start() <= seen or known or len(between.split()) > _WORDS:
                continue
            if match.start() and text[match.start() - 1].isalnum():
                continue
            seen = match.start()
            yield match.start(), match.end()
