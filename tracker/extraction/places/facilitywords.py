"""How a facility word stands in its sentence: inside a name or behind it, of oil, or in general."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.extraction.places.back import REMEMBERED
from tracker.extraction.places.kinds import LINES
from tracker.extraction.places.mention import Mention
from tracker.extraction.places.names import NameHit
from tracker.extraction.scan import Document, Hit, Sentence
from tracker.model import Kind


def spoken_of(document: Document, sentence: Sentence) -> list[Kind]:
    """The kinds that the sentences before speak of in general: "two refineries. Ilsky, hit ..."."""
    before = document.sentences[max(0, sentence.number - REMEMBERED) : sentence.number]
    found = [Kind(hit.key) for other in before for hit in other.of("facility")]
    return [kind for kind in found if kind not in LINES]


def of_oil(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence speaks of oil or fuel, or the article of a refinery."""
    return sentence.has("commodity", "crude_oil", "fuel") or any(
        other.has("facility", Kind.REFINERY) for other in document.sentences
    )


def within(hit: Hit, others: Iterable[Hit | NameHit]) -> bool:
    """Whether a word begins inside one of others."""
    return any(other.start <= hit.start < other.end for other in others)


def covered(document: Document, hit: Hit, mentions: Iterable[Mention]) -> bool:
    """A facility word inside a name, or right behind it ("the TANECO refinery"), belongs to the name."""
    return any(
        mention.start <= hit.start < mention.end + 2 or document.text_of(mention.end, hit.start) == " ("
        for mention in mentions
    )


def inside_name(hit: Hit, mentions: Iterable[Mention]) -> bool:
    """A facility word inside a name, behind its first word."""
    return any(mention.start < hit.start < mention.end for mention in mentions)


def in_general(sentence: Sentence, word: Hit) -> bool:
    """Facilities in general: "Russian refineries"."""
    return any(hit.start < word.end and word.start < hit.end for hit in sentence.of("hedge", "aggregate"))
