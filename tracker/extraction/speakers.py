"""Who a speaker is: the person named beside an office, else the office or body as printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tracker.extraction.scan import Document, Hit, Sentence
from tracker.text.clean import fold
from tracker.text.letters import UPPER

_NAMED = 50
_WORD = re.compile(r"\w[\w'-]*")
_MARK = re.compile(r"[.,;:()!?\"]|\s-\s")
_BODIES = frozenset({"operator", "independent", "media"})
"""Speakers that are no persons: in "Uneča Slovnaft" stands no first name."""
_PARTICLE = r"(?:(?:de|di|da|van|al|el|bin|la|le) )?"
_PERSON = re.compile(rf"[{UPPER}][\w'’ʼ-]+(?: {_PARTICLE}[{UPPER}][\w'’ʼ-]+){{1,2}}")


def speaker_name(document: Document, sentence: Sentence, hit: Hit) -> tuple[str, int, int]:
    """The person named beside an office, else the office or body as printed; with its span."""
    text = document.clean.text
    person = text[hit.start].isupper() and hit.key not in _BODIES
    if person and (whole := _whole_name(document, sentence, hit)):
        return whole
    if before := _named_before(document, sentence, hit):
        return before
    for after in _PERSON.finditer(text, hit.end, sentence.end):
        gap = text[hit.end : after.start()]
        if len(gap) > _NAMED or re.search(r"[.;:!?]", gap) or gap.count(",") > 1:
            break
        if _acts(sentence, hit.end, after.start()):
            break
        for start in () if _names_place(document, after.group()) else _starts(after):
            if not _holds_body(sentence, start, after.end()):
                return text[start : after.end()], start, after.end()
    return text[hit.start : hit.end], hit.start, hit.end


def subject_of(document: Document, sentence: Sentence, say: Hit) -> tuple[int, int]:
    """The name before a verb of saying in its clause, "In Orenburg they admitted"; else the verb itself."""
    text, folded = document.clean.text, document.clean.folded
    marks = [mark.end() for mark in _MARK.finditer(folded, sentence.start, say.start)]
    start = marks[-1] if marks else sentence.start
    for word in _WORD.finditer(text, start, say.start):
        if word.group()[0].isupper() and fold(word.group()) not in document.lexicon.near:
            return word.span()
    return say.start, say.end


def names_body(document: Document, sentence: Sentence, word: Hit) -> bool:
    """Whether a facility word only begins the name of a body: "Kraftwerksleitung"."""
    return any(
        body.start == word.start and " " not in document.clean.folded[body.start : body.end]
        for body in sentence.of("speaker", "operator")
    )


def _whole_name(document: Document, sentence: Sentence, hit: Hit) -> tuple[str, int, int] | None:
    """A surname's first name: "Robert Brovdy" for the hit "Brovdy"."""
    text = document.clean.text
    for match in _PERSON.finditer(text, max(sentence.start, hit.start - 40), min(sentence.end, hit.end + 40)):
        if (
            match.start() < hit.start
            and not _names_place(document, match.group())
            and match.end() == hit.end
            and not _holds_body(sentence, match.start(), hit.start)
            and not any(match.start() < say.end and say.start < hit.start for say in sentence.of("saying"))
        ):
            return match.group(), match.start(), match.end()
    return None


def _named_before(document: Document, sentence: Sentence, hit: Hit) -> tuple[str, int, int] | None:
    """The person before an office: "Rostislav Goldstein, head of Komi", hu "Szijjártó Péter miniszter"."""
    if hit.key in _BODIES or hit.key == "occupier":
        return None
    text, lexicon = document.clean.text, document.lexicon
    gap = " " if lexicon.lang == "hu" else ", "
    for match in _PERSON.finditer(text, max(sentence.start, hit.start - _NAMED), hit.start):
        if text[match.end() : hit.start].removesuffix("the ") != gap or _names_place(document, match.group()):
            continue
        lead = fold(text[sentence.start : match.start()]).split()[-1:]
        if not (lead and lead[0] in lexicon.near) and not _holds_body(sentence, *match.span()):
            return match.group(), match.start(), match.end()
    return None


def _starts(person: re.Match[str]) -> tuple[int, ...]:
    """Where a name of three words may begin: "Denisa Sakova" in "minister Słowacji Denisa Sakova"."""
    first, _, rest = person.group().partition(" ")
    return (person.start(), person.start() + len(first) + 1) if " " in rest else (person.start(),)


def _acts(sentence: Sentence, start: int, end: int) -> bool:
    """Whether an attack stands between an office and a name: then the name is another's."""
    return any(start <= act.start < end for act in sentence.of("strike", "attack"))


def _names_place(document: Document, name: str) -> bool:
    """Whether a name begins with a word of place or an article: "Region Samara", "Der Generalstab"."""
    places = _words(document.lexicon.filler) | _words(document.lexicon.near)
    return fold(name).split(" ", 1)[0] in places


@cache
def _words(phrases: frozenset[str]) -> frozenset[str]:
    return frozenset(word for phrase in phrases for word in phrase.split())


def _holds_body(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the span names a side, a country, a facility or another body rather than a person."""
    hits: Sequence[Hit] = [
        *sentence.of("side"),
        *sentence.of("country"),
        *sentence.of("facility"),
        *sentence.of("dates"),
    ]
    return any(hit.start < end and start < hit.end for hit in hits)
