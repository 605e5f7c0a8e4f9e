"""What the sentences of a document say of supply: of what, for whom, and that it stopped, fell, goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tracker.extraction.flows.clauses import Clause, between_commas, clauses_of
from tracker.extraction.flows.commodities import (
    commodity_of,
    main_commodity,
    named_commodity,
    refines_oil,
    route_of,
)
from tracker.extraction.flows.flowwords import words_of
from tracker.extraction.flows.nearby import has_nearby
from tracker.extraction.flows.parties import (
    NEIGHBOURS,
    Memory,
    Party,
    along_the_line,
    at_home,
    concerns_a_buyer,
    named,
    on_the_line,
    only_speaks,
    turns_away,
)
from tracker.extraction.flows.spells import length_before
from tracker.extraction.scan import Document, Hit, Sentence
from tracker.model import Commodity, FlowWord, Route

_CUT = (FlowWord.HALTED, FlowWord.REDUCED)
_EXPORTED = (Commodity.FUEL, Commodity.ELECTRICITY)
_UKRAINE = "UA"
_CORES = ("comes", "change", "stands", "same", "trouble", "waits", "percent", "fraction")
"""Keys of [flow] that may make a statement without a flow word of their own."""
_SPOKEN = ("subject", *FlowWord)
_LOOSE = (FlowWord.REDUCED, FlowWord.UNAFFECTED)
"""Words that are said of fires, drones and sites as well."""
_HARM = ("fire", "explosion", "damage", "casualties", "debris", "spill")
_ATTACK: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("strike", ()),
    ("weapon", ()),
    ("side", ()),
    ("effect", _HARM),
)
_TOPICS = ("supply", "commodity", "route", "facility")


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement: its word, the part of a sentence that says it, and whom it concerns."""

    word: FlowWord
    hit: Hit
    clause: Clause
    parties: tuple[Party, ...]
    commodity: Commodity
    route: Route | None
    own: bool
    """Whether the part itself names the countries."""
    rival: Hit | None = None
    """The restart told in the same part, which may be what a date there belongs to."""
    hoped: bool = False
    """Only the restart to come is told: that the flow stands still is understood."""


@dataclass(frozen=True, slots=True)
class About:
    """What a document is about: the lines it names, one entry a mention, and its main commodity."""

    routes: tuple[str, ...]
    main: Commodity | None


def read_statements(document: Document) -> list[Statement]:
    """All statements of supply, in reading order."""
    sentences = document.sentences
    spoken = any(sentence.has("supply", *_SPOKEN) for sentence in sentences)
    if not (spoken and concerns_a_buyer(document)):
        return []
    memory = Memory(document.lexicon)
    routes = [hit.key for sentence in sentences for hit in sentence.of("route")]
    about = About(tuple(routes), main_commodity(document))
    found: list[Statement] = []
    read = 0
    for sentence in sentences:
        memory.note(sentence)
        memory.paragraph += "\n\n" in document.clean.text[read : sentence.start]
        read = sentence.end
        if sentence.hits and not document.clean.text.endswith("?", sentence.start, sentence.end):
            found.extend(_statements(document, sentence, memory, about, found))
    return found


def _may_tell(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence has a word of flow, or one that may make one; many articles have none."""
    if sentence.has("supply", *FlowWord) or sentence.has("flow", *_CORES):
        return True
    return "%" in document.clean.folded[sentence.start : sentence.end]


def _statements(
    document: Document, sentence: Sentence, memory: Memory, about: About, before: Sequence[Statement]
) -> list[Statement]:
    told = _may_tell(document, sentence)
    whole = Clause(sentence, sentence.start, sentence.end)
    parts = clauses_of(document, sentence) if told else [whole]
    if not told and not (sentence.has("country") or sentence.has("voice")):
        memory.topic = named_commodity(whole) or memory.topic
        return []
    own = [named(document, part, memory) for part in parts]
    goes_on = bool(before) and sentence.number - before[-1].clause.sentence.number <= 1
    goes_on = goes_on or _points_back(document, sentence, memory)
    found: list[Statement] = []
    for at, part in enumerate(parts) if told else ():
        words = list(words_of(document, part, goes_on=goes_on))
        parties = own[at - 1] if _quotes(document, part, own, at) else own[at]
        if not words:
            found.extend(_likewise(part, parties, [*before, *found]))
        for word, hit, hoped in words:
            if word in _LOOSE and _of_elsewhere(document, part, hit, own):
                continue
            commodity = commodity_of(document, part, hit, memory, about.main)
            if commodity is None:
                continue
            whom = parties or _understood(part, own, at, memory, commodity, about.main)
            whom = _without_exporters(document, part, whom, commodity, word)
            route = route_of(part, commodity, about.routes)
            if not whom:
                continue
            rival = next((other for one, other, _ in words if one is FlowWord.RESUMED and one != word), None)
            said = Statement(word, hit, part, whom, commodity, route, bool(parties), rival, hoped)
            found.extend((*_stop_before(document, said, words), said))
    _remember(memory, sentence, own, found)
    return found


def _stop_before(
    document: Document, said: Statement, words: Sequence[tuple[FlowWord, Hit, bool]]
) -> Iterator[Statement]:
    """ "After eleven weeks oil flows again": the stop that is over, where only its length is told."""
    if said.word is not FlowWord.RESUMED or any(word is FlowWord.HALTED for word, _, _ in words):
        return
    length = length_before(document, said.clause)
    if length:
        stop = said.hit._replace(start=length[0], end=length[1])
        yield replace(said, word=FlowWord.HALTED, hit=stop, rival=said.hit)


def _points_back(document: Document, sentence: Sentence, memory: Memory) -> bool:
    """ "Hungary draws its crude from Druzhba. Since Friday it has had none": named just before."""
    just_before = memory.focus_at == sentence.number - 1 and memory.topic is not None
    return just_before and has_nearby(document, "it", sentence.start, sentence.end)


def _of_elsewhere(document: Document, part: Clause, hit: Hit, own: Sequence[tuple[Party, ...]]) -> bool:
    """Whether words are of a seller or another carrier, or of the attack, and name nothing that flows."""
    sentence, words = part.sentence, between_commas(document, part, hit)
    if part.has("supply", "subject") or part.has("commodity"):
        return False
    if hit.key == FlowWord.REDUCED and part.has("flow", "output"):
        return False
    attack = any(sentence.has(table, *keys) for table, keys in _ATTACK)
    told = attack and not (any(own) or sentence.has("route"))
    carrier = any(other.end <= hit.start for other in part.of("flow", "foreign"))
    return told or (carrier and not words.has("country", *NEIGHBOURS))


def _remember(
    memory: Memory, sentence: Sentence, own: Sequence[tuple[Party, ...]], found: Sequence[Statement]
) -> None:
    """Turns to the countries named, where supply or a plant is spoken of, or the neighbours on the line."""
    everyone = [party for parties in own for party in parties]
    on_topic = any(sentence.has(table) for table in _TOPICS)
    turned = [party for party in everyone if on_topic or party.country in NEIGHBOURS]
    whole = Clause(sentence, sentence.start, sentence.end)
    spoken = found[-1].commodity if found else named_commodity(whole)
    if turned:
        plant = refines_oil(sentence)
        memory.turn_to(turned, sentence.number, spoken, plant=plant)
    memory.topic = spoken or memory.topic


def _quotes(document: Document, part: Clause, own: Sequence[tuple[Party, ...]], at: int) -> bool:
    """Whether a later part names only a speaker, who goes on about the countries of the part before."""
    if at == 0 or not own[at - 1] or not own[at] or not only_speaks(document, part):
        return False
    return {party.country for party in own[at]} <= {party.country for party in own[at - 1]}


def _likewise(part: Clause, parties: tuple[Party, ...], before: Sequence[Statement]) -> Iterator[Statement]:
    """ "The same from Budapest": what was said last, for others; "the same trouble": the last cut."""
    for key, words in (("trouble", _CUT), ("same", tuple(FlowWord))):
        hits = part.of("flow", key)
        last = next((said for said in reversed(before) if said.word in words), None)
        if not hits or last is None:
            continue
        old = {party.country for party in last.parties}
        others = tuple(party for party in parties if party.country not in old)
        if others:
            yield replace(last, parties=others, clause=part, hit=hits[0], own=True)
        return


# 1. For whom, where the part itself names nobody.


def _understood(
    part: Clause, own: Sequence[tuple[Party, ...]], at: int, memory: Memory, commodity: Commodity,
    main: Commodity | None,
) -> tuple[Party, ...]:  # fmt: skip
    home = at_home(part, memory)
    if home:
        return home
    beside = [*reversed(own[:at]), *own[at + 1 :]]
    if any(beside):
        return next(parties for parties in beside if parties)
    of_plant = memory.plant and commodity is Commodity.FUEL
    if commodity is Commodity.ELECTRICITY or (turns_away(part) and not of_plant):
        return ()
    carried = along_the_line(part, memory) or memory.carried(part.sentence.number)
    if carried and (memory.commodity in (None, commodity) or commodity in (Commodity.FUEL, main)):
        return carried
    return on_the_line(part.sentence if commodity is Commodity.CRUDE_OIL else part, memory)


def _without_exporters(
    document: Document, part: Clause, parties: tuple[Party, ...], commodity: Commodity, word: FlowWord
) -> tuple[Party, ...]:
    """Fuel and power named beside Ukraine go there: their stop is no outage of those who send them.

    Nor is the stop of a power plant's unit, where no supply of power is spoken of.
    """
    there: Clause | Sentence = part if word is FlowWord.UNAFFECTED else part.sentence
    if commodity in _EXPORTED and there.has("country", _UKRAINE):
        return ()
    if commodity is not Commodity.ELECTRICITY or word not in _CUT:
        return parties
    unit = not part.has("supply", "subject") or has_nearby(document, "copes", part.start, part.end)
    return () if unit else parties
