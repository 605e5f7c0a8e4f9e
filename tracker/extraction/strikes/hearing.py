"""Voices that a document introduces once and hears again: a surname, "He added", the heading of a post."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.extraction.harm import is_tally
from tracker.extraction.scan import Document, Hit, Sentence
from tracker.extraction.speakers import speaker_name
from tracker.extraction.strikes.voices import is_reported, speaking
from tracker.text.clean import fold

_SHORTEST = 4
_ENDINGS = r"\w{0,4}"
_OPENS = 16
_ARMED = 15
_HEADLINE = 25
_KEPT = 2
_HEADING = 2
_LINE = 140
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d\b")
"""What begins an entry of a live page, which is nobody's text as a whole."""


def hear_again(document: Document) -> None:
    """Adds a speaker wherever the surname of a person named before with an office stands alone, or speaks on.

    "The head of Naftogaz, Serhii Koretskyi, said" makes "Koretskyi confirmed" the word of the operator too;
    "He added" and the rest of a quotation are the word of whoever spoke before: those become `carried`.
    """
    known: dict[str, set[str]] = {}
    for sentence in document.sentences:
        for surname, keys in known.items():
            _mark(document, sentence, surname, keys)
        for hit in sentence.of("speaker"):
            name, start, end = speaker_name(document, sentence, hit)
            person = (start, end) != (hit.start, hit.end) and " " in name
            for word in name.split()[-1:] if person else []:
                if len(word) >= _SHORTEST:
                    known.setdefault(fold(word), set()).add(hit.key)
    _carry(document)


def _mark(document: Document, sentence: Sentence, surname: str, keys: set[str]) -> None:
    if document.clean.folded.find(surname[:-1], sentence.start, sentence.end) < 0:
        return
    pattern = re.compile(rf"(?<!\w){re.escape(surname[:-1])}{_ENDINGS}(?!\w)")
    for match in pattern.finditer(document.clean.folded, sentence.start, sentence.end):
        taken = any(hit.start < match.end() and match.start() < hit.end for hit in sentence.of("speaker"))
        if not taken and document.clean.text[match.start()].isupper():
            sentence.hits["speaker"] += [Hit(*match.span(), "speaker", key) for key in sorted(keys)]
            sentence.hits["speaker"].sort(key=lambda hit: hit.start)


def _carry(document: Document) -> None:
    """Marks sentences that go on in the voice of the one before: "He added", an open quotation."""
    last: Sequence[Hit] = ()
    said_at, quoting, told = -_KEPT, False, False
    for sentence in document.sentences:
        quotes = document.clean.folded.count('"', sentence.start, sentence.end)
        if spoken := tuple(hit for hit in speaking(document, sentence) if hit.key != "independent"):
            last = spoken
            told = any(sentence.has(table) for table in ("strike", "effect", "weapon"))
            told = told and not is_tally(document, sentence)
            said_at, quoting = sentence.number, quotes % 2 == 1
            continue
        if not last or sentence.number - said_at > _KEPT:
            continue
        goes_on = told and _goes_on(document, sentence, last)
        reported = is_reported(document, sentence.start, sentence.end)
        if quoting or reported or goes_on or _speaks_on(document, sentence):
            sentence.hits["carried"] = list(last)
            said_at = sentence.number
            quoting = quoting != (quotes % 2 == 1)


def _goes_on(document: Document, sentence: Sentence, last: Sequence[Hit]) -> bool:
    """Whether the sentence stands in the same paragraph as the one before and tells of harm or an attack.

    Not where both sides spoke last, nor where a local voice spoke and the sentence opens on another place.
    """
    before = document.sentences[sentence.number - 1]
    sides = {hit.key for hit in last if hit.key.startswith("attacker_")}
    if sentence.has("hedge", "background") or sentence.has("speaker", "media") or len(sides) > 1:
        return False
    if not sides and _opens_on_a_place(document, sentence):
        return False
    if _opens_on_an_enemy(sentence, last):
        return False
    return "\n" not in document.clean.folded[before.end : sentence.start] and (
        sentence.has("strike") or sentence.has("effect")
    )


def _opens_on_a_place(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence begins "In Sumy ...": a preposition and a name."""
    first, _, rest = document.clean.text[sentence.start : sentence.end].partition(" ")
    at = sentence.start + len(first) + 1
    site = any(hit.start <= at < hit.end for hit in (*sentence.of("facility"), *sentence.of("site")))
    return rest[:1].isupper() and fold(first) in document.lexicon.near and not site


def _opens_on_an_enemy(sentence: Sentence, last: Sequence[Hit]) -> bool:
    """Whether another side than the speaker's begins the sentence, not its weapons: "Kyiv's agency"."""
    for side in sentence.of("side"):
        if side.start != sentence.start or any(hit.key.endswith(f"_{side.key}") for hit in last):
            continue
        acts = [*sentence.of("weapon"), *sentence.of("strike")]
        return not any(0 <= act.start - side.end <= _ARMED for act in acts)
    return False


def _speaks_on(document: Document, sentence: Sentence) -> bool:
    """A verb of saying at the beginning or right behind a quotation, with nobody named: "He added"."""
    return any(
        (say.start - sentence.start <= _OPENS and not _names_a_side(sentence, say))
        or '"' in document.clean.folded[max(0, say.start - 8) : say.start]
        for say in sentence.of("saying", "say", "claim", "confirm", "admit", "deny")
    )


def _names_a_side(sentence: Sentence, say: Hit) -> bool:
    """Whether a side stands before a verb of saying: in "Russia reports" it speaks and nobody goes on."""
    return any(side.end <= say.start for side in sentence.of("side"))


def author_of(document: Document) -> Sentence | None:
    """The heading that names whose text this is: "General Staff", "The governor, on Telegram:"."""
    for sentence in document.sentences[:_HEADING]:
        if sentence.has("speaker"):
            return sentence if _is_heading(document, sentence) else None
        if sentence.has("strike") or sentence.has("effect"):
            return None
    return None


def _is_heading(document: Document, sentence: Sentence) -> bool:
    folded = document.clean.folded
    if _CLOCK.match(folded, sentence.start):
        return False
    if folded.startswith(":", sentence.end - 1):
        return True
    for hit in sentence.of("speaker"):
        colon = folded.find(":", hit.end, min(hit.end + _HEADLINE, sentence.end))
        if colon >= 0 and not any(hit.end <= act.start < colon for act in sentence.of("strike")):
            return True
    speakers = sentence.of("speaker")
    bodies = all(hit.key in ("operator", "buyer", "media") for hit in speakers)
    if bodies and speakers[0].start - sentence.start > _OPENS:
        return False
    ends = folded.startswith(".", sentence.end - 1) and not _ends_line(folded, sentence)
    return not (ends or sentence.has("strike") or sentence.has("effect"))


def _ends_line(folded: str, sentence: Sentence) -> bool:
    """Whether what stands on the sentence's line is a heading: a short line of its own."""
    end = folded.find("\n", sentence.start)
    return 0 <= end - sentence.start <= _LINE
