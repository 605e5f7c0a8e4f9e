"""A document with the facility names in it, and the places of each sentence, read when asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.extraction.places.attach import attached
from tracker.extraction.places.names import FacilityNames, NameHit
from tracker.extraction.places.sounds import FacilitySounds
from tracker.extraction.places.spots import Spot, SpotReader
from tracker.extraction.scan import Document, Sentence
from tracker.extraction.words import words_of
from tracker.model import Kind
from tracker.text.letters import UPPER
from tracker.text.respell import RESPELLING

_HEADING = 70
_LONG = re.compile(rf"(?<![^\W_])[{UPPER}][^\W\d_]{{8,}}")
_PERSON_BEFORE = re.compile(rf"[{UPPER}][^\W\d_]+ $")
_PERSON_BEHIND = re.compile(rf" [{UPPER}][^\W\d_]+")


class Page:
    """What is asked more than once of a document while its mentions are read."""

    def __init__(self, document: Document, names: FacilityNames, spots: SpotReader) -> None:
        self.document = document
        joins = words_of(document.lexicon.join)
        self._names = names.find(document.clean, _facility_words(document), joins)
        self._names = _with_sounding(document, self._names, spots.sounds)
        self._spots, self._read = spots, dict[int, list[Spot]]()

    def names(self, sentence: Sentence) -> list[NameHit]:
        """Names of facilities in a sentence, long and short."""
        return [hit for hit in self._names if sentence.start <= hit.start < sentence.end]

    def spots(self, sentence: Sentence) -> list[Spot]:
        """All places of a sentence in reading order."""
        if sentence.number not in self._read:
            short = [hit for hit in self.names(sentence) if not hit.alone]
            self._read[sentence.number] = self._spots.read(self.document, sentence, short)
        return self._read[sentence.number]

    def scenes(self, sentence: Sentence) -> list[Spot]:
        """Towns where something may happen: no capital that means its state, no part of a name."""
        sides = [*sentence.of("side"), *sentence.of("speaker")]
        return [
            spot
            for spot in self.spots(sentence)
            if not spot.is_region
            and not any(hit.start < spot.end and spot.start < hit.end for hit in sides)
            and (spot.facility_ids or not self._person(sentence, spot))
        ]

    def free(self, sentence: Sentence, kind: Kind) -> list[Spot]:
        """The towns that no facility word of another kind takes: not that of "the refinery in Kstovo"."""
        scenes = self.scenes(sentence)
        taken = [
            spot
            for word in sentence.of("facility")
            if scenes and word.key != kind
            for spot in attached(self.document, sentence, word, self.spots(sentence))
        ]
        return [spot for spot in scenes if spot not in taken]

    def heads(self, sentence: Sentence) -> bool:
        """Whether a sentence is as short as a heading or a dateline."""
        return sentence.end - sentence.start <= _HEADING

    def _person(self, sentence: Sentence, spot: Spot) -> bool:
        text = self.document.clean.text
        before = _PERSON_BEFORE.search(text, max(sentence.start + 1, spot.start - 30), spot.start)
        return bool(before or _PERSON_BEHIND.match(text, spot.end))


def _with_sounding(document: Document, names: list[NameHit], sounds: FacilitySounds) -> list[NameHit]:
    """The names and those of one long word that only sound like one: "Permněftěorgsintěz"."""
    if document.lexicon.lang not in RESPELLING:
        return names
    found = list(names)
    for match in _LONG.finditer(document.clean.text):
        if any(hit.start < match.end() and match.start() < hit.end for hit in names):
            continue
        if ids := sounds.alone(match.group(), document.lexicon.lang):
            found.append(NameHit(*match.span(), ids, alone=True))
    return sorted(found, key=lambda hit: hit.start)


def _facility_words(document: Document) -> Sequence[int]:
    """Where words begin that stand for a facility, ascending."""
    tables = ("facility", "site")
    return sorted(
        hit.start for sentence in document.sentences for table in tables for hit in sentence.of(table)
    )
