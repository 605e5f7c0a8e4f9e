"""Whom a statement of supply concerns: countries named in its part, by a speaker, or some words before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tracker.extraction.flows.clauses import Clause
from tracker.extraction.scan import Document, Hit, Sentence
from tracker.knowledge.lexicon import Lexicon
from tracker.model import Commodity, Kind

BUYERS = ("HU", "SK", "CZ", "DE", "PL", "BY", "KZ")
NEIGHBOURS = ("HU", "SK")
"""The two that live on the southern branch: news of the line is news of them."""
_REMEMBERED = 2
_SAYING = 14
_OFFICE = 2
_AND = 7
_TOLD_BY = ("buyer", "operator")
_OWN_LINE = frozenset({Kind.PIPELINE, Kind.PUMPING_STATION})
"""Facilities of the line itself: naming one does not turn to another subject."""


@dataclass(frozen=True, slots=True)
class Party:
    """A country that a statement concerns and the words that say so; none where it was derived."""

    country: str
    hit: Hit | None


@dataclass(slots=True)
class Memory:
    """The countries that the sentences before spoke of, as a reader keeps them in mind."""

    lexicon: Lexicon
    focus: tuple[Party, ...] = ()
    focus_at: int = -9
    focus_in: int = 0
    paragraph: int = 0
    """The paragraph that the countries in focus were named in, and the one that is read."""
    commodity: Commodity | None = None
    topic: Commodity | None = None
    plant: bool = False
    headline: tuple[Party, ...] = ()
    last_two: list[str] = field(default_factory=list)

    def note(self, sentence: Sentence) -> None:
        """Remembers the buyers that a sentence names, whatever it says of them."""
        for hit in [*sentence.of("country", *BUYERS), *sentence.of("voice", *BUYERS)]:
            if hit.key in self.last_two:
                self.last_two.remove(hit.key)
            self.last_two.append(hit.key)

    def turn_to(
        self, parties: Sequence[Party], number: int, commodity: Commodity | None, *, plant: bool
    ) -> None:
        """Turns to the countries of a sentence that speaks of supply, or of a refinery in them."""
        self.focus, self.focus_at, self.focus_in = tuple(parties), number, self.paragraph
        self.commodity = commodity or self.commodity
        self.plant = plant or self.plant
        if number <= 1 and not self.headline:
            self.headline = self.focus

    def both(self) -> tuple[str, ...]:
        """What "both countries" means: the two in focus, those named last, else the pair on the line."""
        focused = tuple(dict.fromkeys(party.country for party in self.focus))
        return (
            focused
            if len(focused) == 2
            else tuple(self.last_two[-2:])
            if len(self.last_two) > 1
            else NEIGHBOURS
        )

    def carried(self, number: int) -> tuple[Party, ...]:
        """The countries that a sentence without any still speaks of."""
        return self.focus if number - self.focus_at <= _REMEMBERED else self.headline


def concerns_a_buyer(document: Document) -> bool:
    """Whether a document names anyone whom a statement can concern; most news of strikes does not."""
    lines = document.lexicon.own_lines
    return any(
        sentence.has("country", *BUYERS, "both", "home")
        or sentence.has("voice", *BUYERS)
        or (bool(lines) and sentence.has("route", *lines))
        for sentence in document.sentences
    )


def named(document: Document, clause: Clause, memory: Memory) -> tuple[Party, ...]:
    """The countries that a part of a sentence itself names: receivers, else those that speak."""
    hits = _countries(document, clause)
    spoken = [hit for hit in hits if _speaks(document, clause.sentence, hit)]
    for hit in (*hits, *reversed(hits)):
        if hit not in spoken and any(_joined(document, hit, one) for one in spoken):
            spoken.append(hit)
    receivers = [hit for hit in hits if hit not in spoken]
    both = [Party(country, hit) for hit in clause.of("country", "both")[:1] for country in memory.both()]
    return _distinct([*(Party(hit.key, hit) for hit in receivers), *both]) or _distinct(
        Party(hit.key, hit) for hit in spoken
    )


def only_speaks(document: Document, clause: Clause) -> bool:
    """Whether the countries that a part names are all those of speakers."""
    both = clause.has("country", "both")
    return not both and all(_speaks(document, clause.sentence, hit) for hit in _countries(document, clause))


def at_home(clause: Clause, memory: Memory) -> tuple[Party, ...]:
    """The country of "we" and "our motorists": the language's, else the one in focus."""
    home = memory.lexicon.home
    hits = clause.of("country", "home")
    if not hits:
        return ()
    others = bool(memory.last_two) and home not in memory.last_two
    near = clause.sentence.number - memory.focus_at <= _REMEMBERED and memory.paragraph == memory.focus_in
    elsewhere = others or (bool(memory.focus) and near)
    of_fuel = any(_overlap(hit, hits[0]) for hit in clause.of("commodity"))
    if home and not (elsewhere and of_fuel):
        return (Party(home, hits[0]),)
    return memory.carried(clause.sentence.number)


def on_the_line(words: Clause | Sentence, memory: Memory) -> tuple[Party, ...]:
    """The reader's own country, for news of its line that names nobody."""
    home, lines = memory.lexicon.home, memory.lexicon.own_lines
    return (Party(home, None),) if home and lines and words.has("route", *lines) else ()


def along_the_line(clause: Clause, memory: Memory) -> tuple[Party, ...]:
    """For what is said of the line itself ("it has stood since Monday"): the neighbours named so far."""
    if not (clause.has("route", "druzhba") or clause.has("facility", Kind.PIPELINE)):
        return ()
    carried = {party.country: party for party in memory.carried(clause.sentence.number)}
    return tuple(carried.get(code, Party(code, None)) for code in NEIGHBOURS if code in memory.last_two)


def turns_away(clause: Clause) -> bool:
    """Whether a part without a buyer speaks of something else: a plant, a port, what a seller sends.

    "The refinery's spokesman" speaks for a plant, not of it.
    """
    voices = clause.of("speaker", "operator")
    sites = [
        hit
        for hit in clause.of("facility")
        if hit.key not in _OWN_LINE and not any(_overlap(hit, voice) for voice in voices)
    ]
    return bool(sites) or (clause.has("flow", "output") and not clause.has("supply", "subject"))


def _countries(document: Document, words: Clause | Sentence) -> list[Hit]:
    """Buyers named, by their own names or by those who speak for them; not where a flow comes from."""
    hits = [*words.of("country", *BUYERS), *words.of("voice", *BUYERS)]
    origins = words.of("country", "none")
    kept = [
        hit
        for hit in hits
        if not any(hit.start - no.start > 0 and _joined(document, no, hit) for no in origins)
    ]
    return sorted(kept, key=lambda hit: hit.start)


def _speaks(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """A minister or a body that says it: "the Hungarian foreign minister", "Slovnaft said", "podľa MOL"."""
    voices = [voice for voice in sentence.of("speaker", *_TOLD_BY) if _overlap(voice, hit)]
    if hit.table == "voice" or any(voice.key == "buyer" for voice in voices):
        return True
    if any(0 <= office.start - hit.end <= _OFFICE for office in sentence.of("voice", "office")):
        return True
    for say in sentence.of("saying"):
        start, end = min(say.end, hit.end), max(say.start, hit.start)
        gap = document.clean.folded[start:end]
        if end - start <= _SAYING and not re.search(r"[.;:!?,]|\s-\s", gap):
            return True
    return False


def _joined(document: Document, one: Hit, other: Hit) -> bool:
    """ "Hungary and Slovakia": nothing but a short word or a mark stands between."""
    start, end = min(one.end, other.end), max(one.start, other.start)
    return end - start <= _AND and len(document.clean.folded[start:end].split()) <= 1


def _overlap(one: Hit, other: Hit) -> bool:
    return one.start < other.end and other.start < one.end


def _distinct(parties: Iterable[Party]) -> tuple[Party, ...]:
    """The first of each country, in order."""
    first: dict[str, Party] = {}
    for party in parties:
        first.setdefault(party.country, party)
    return tuple(first.values())
