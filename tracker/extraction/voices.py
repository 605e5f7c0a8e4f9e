"""Voices that a document introduces once and hears again: a person by surname, the author of a communiqué."""

from __future__ import annotations

import re

from tracker.extraction.roles import speaker_name
from tracker.extraction.scan import Document, Hit, Sentence
from tracker.text.clean import fold

_SHORTEST = 4
_ENDINGS = r"\w{0,4}"


def hear_again(document: Document) -> None:
    """Adds a speaker wherever the surname of a person named before with an office stands alone.

    "The head of Naftogaz, Serhii Koretskyi, said" makes "Koretskyi confirmed" the word of the operator too.
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


def _mark(document: Document, sentence: Sentence, surname: str, keys: set[str]) -> None:
    pattern = re.compile(rf"(?<!\w){re.escape(surname[:-1])}{_ENDINGS}(?!\w)")
    for match in pattern.finditer(document.clean.folded, sentence.start, sentence.end):
        taken = any(hit.start < match.end() and match.start() < hit.end for hit in sentence.of("speaker"))
        if not taken and document.clean.text[match.start()].isupper():
            sentence.hits["speaker"] += [Hit(*match.span(), "speaker", key) for key in sorted(keys)]
            sentence.hits["speaker"].sort(key=lambda hit: hit.start)


def author_of(document: Document) -> Sentence | None:
    """The heading that names whose text this is: "General Staff", "The governor, on Telegram:"."""
    first = next(iter(document.sentences), None)
    if first is None or not first.has("speaker"):
        return None
    sentence_ends = document.clean.folded.startswith(".", first.end - 1)
    said = document.clean.folded.startswith(":", first.of("speaker")[0].end)
    heading = not (sentence_ends or first.has("strike") or first.has("effect"))
    return first if said or heading else None
