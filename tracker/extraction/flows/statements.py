"""What the sentences of a document say of supply: of what, for whom, and that it stopped, fell, goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tracker.extraction.flows.clauses import Clause, between_commas, clauses_of
from tracker.extraction.flows.flowwords import words_of
from tracker.extraction.flows.parties import (
    NEIGHBOURS,
    Memory,
    Party,
    along_the_line,
    at_home,
    named,
    on_the_line,
    only_speaks,
    turns_away,
)
from tracker.extraction.scan import Document, Hit, Sentence
from tracker.model import Commodity, FlowWord, Kind, Route

_CUT = (FlowWord.HALTED, FlowWord.REDUCED)
_OIL = (Route.DRUZHBA, Route.ADRIA, Route.TAL_IKL, Route.BPS, Route.CPC)
_EXPORTED = (Commodity.FUEL, Commodity.ELECTRICITY)
_UKRAINE = "UA"
_NEAR = 30
_FLOWING: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("supply", ("subject",)),
    ("commodity", ()),
    ("route", ()),
)
_CORES = ("comes", "change", "stands", "same", "trouble")
"""Keys of [flow] that may make a statement without a flow word of their own."""
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
    hoped: bool = False
    """Only the restart to come is told: that the flow stands still is understood."""


@dataclass(frozen=True, slots=True)
class About:
    """What a document is about: the lines it names, one entry a mention, and its main commodity."""

    routes: tuple[str, ...]
    main: Commodity | None


def read_statements(document: Document) -> list[Statement]:
    """All statements of supply, in reading order."""
    memory = Memory(document.lexicon.lang)
    routes = [hit.key for sentence in document.sentences for hit in sentence.of("route")]
    about = About(tuple(routes), _main_commodity(document))
    found: list[Statement] = []
    for sentence in document.sentences:
        memory.note(sentence)
        if sentence.hits and not document.clean.text.endswith("?", sentence.start, sentence.end):
            found.extend(_statements(document, sentence, memory, about, found))
    return found


def _statements(
    document: Document, sentence: Sentence, memory: Memory, about: About, before: Sequence[Statement]
) -> list[Statement]:
    told = sentence.has("supply", *FlowWord) or sentence.has("flow", *_CORES)
    whole = Clause(sentence, sentence.start, sentence.end)
    parts = clauses_of(document, sentence) if told else [whole]
    if not told and not (sentence.has("country") or sentence.has("voice")):
        memory.topic = _named_commodity(whole) or memory.topic
        return []
    own = [named(document, part, memory) for part in parts]
    goes_on = bool(before) and sentence.number - before[-1].clause.sentence.number <= 1
    found: list[Statement] = []
    for at, part in enumerate(parts) if told else ():
        words = list(words_of(document, part, goes_on=goes_on))
        parties = own[at - 1] if _quotes(document, part, own, at) else own[at]
        if not words:
            found.extend(_likewise(part, parties, [*before, *found]))
        for word, hit, hoped in words:
            commodity = _commodity(document, part, hit, memory, about.main)
            if commodity is None:
                continue
            whom = parties or _understood(part, own, at, memory, commodity, about.main)
            whom = _without_exporters(part, whom, commodity)
            route = _route(part, commodity, about.routes)
            if whom:
                found.append(Statement(word, hit, part, whom, commodity, route, bool(parties), hoped))
    _remember(memory, sentence, own, found)
    return found


def _remember(
    memory: Memory, sentence: Sentence, own: Sequence[tuple[Party, ...]], found: Sequence[Statement]
) -> None:
    """Turns to the countries named, where supply or a plant is spoken of, or the neighbours on the line."""
    everyone = [party for parties in own for party in parties]
    on_topic = any(sentence.has(table) for table in _TOPICS)
    turned = [party for party in everyone if on_topic or party.country in NEIGHBOURS]
    whole = Clause(sentence, sentence.start, sentence.end)
    spoken = found[-1].commodity if found else _named_commodity(whole)
    if turned:
        plant = sentence.has("facility", Kind.REFINERY)
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
    if carried:
        fits = memory.commodity in (None, commodity) or commodity in (Commodity.FUEL, main)
        return carried if fits else ()
    of_oil_line = commodity is Commodity.CRUDE_OIL and part.sentence.has("route", Route.DRUZHBA)
    of_gas_line = memory.lang == "hu" and part.has("route", Route.TURKSTREAM)
    return on_the_line(memory) if of_oil_line or of_gas_line else ()


def _without_exporters(part: Clause, parties: tuple[Party, ...], commodity: Commodity) -> tuple[Party, ...]:
    """Fuel and power named beside Ukraine go there: their stop is no outage of those who send them."""
    return () if commodity in _EXPORTED and part.sentence.has("country", _UKRAINE) else parties


# 2. Of what.


def _commodity(
    document: Document, part: Clause, hit: Hit, memory: Memory, main: Commodity | None
) -> Commodity | None:
    """What the words between two commas name, else the part, the sentence, the sentences before."""
    sentence = part.sentence
    for words in (between_commas(document, part, hit), part):
        if _is_of_plant(words, hit, memory):
            return Commodity.FUEL
        found = _named_commodity(words)
        if found is not None:
            return found
    whole = Clause(sentence, sentence.start, sentence.end)
    made = Commodity.FUEL if memory.plant and part.has("flow", "output") else None
    return _named_commodity(whole) or memory.topic or made or main


def _is_of_plant(words: Clause, hit: Hit, memory: Memory) -> bool:
    """Whether what a refinery makes is meant: its output, or that it stands still, not what it receives."""
    output = words.of("flow", "output")
    if any(max(hit.start - near.end, near.start - hit.end) <= _NEAR for near in output):
        told_of_plant = memory.plant and not (words.has("commodity") or words.has("route"))
        return told_of_plant or words.sentence.has("facility", Kind.REFINERY)
    named = any(words.has(table, *keys) for table, keys in _FLOWING)
    return words.has("facility", Kind.REFINERY) and not named


def _main_commodity(document: Document) -> Commodity | None:
    """What the whole document is about: oil where a line for it is named, else what it names most."""
    sentences = document.sentences
    if any(
        sentence.has("route", *_OIL) or sentence.has("facility", Kind.PUMPING_STATION)
        for sentence in sentences
    ):
        return Commodity.CRUDE_OIL
    if any(sentence.has("facility", Kind.COMPRESSOR_STATION) for sentence in sentences):
        return Commodity.GAS
    kinds = [hit.key for sentence in sentences for hit in sentence.of("commodity")]
    return Commodity(max(sorted(set(kinds)), key=kinds.count)) if kinds else None


def _named_commodity(part: Clause) -> Commodity | None:
    if part.has("route", Route.TURKSTREAM):
        return Commodity.GAS
    kinds = [hit.key for hit in part.of("commodity")]
    if Commodity.CRUDE_OIL in kinds or (part.has("route", *_OIL) and not kinds):
        return Commodity.CRUDE_OIL
    return Commodity(kinds[0]) if kinds else None


def _route(part: Clause, commodity: Commodity, routes: Sequence[str]) -> Route | None:
    for hits in (part.of("route"), part.sentence.of("route")):
        for hit in hits:
            if (hit.key == Route.TURKSTREAM) == (commodity is Commodity.GAS):
                return Route(hit.key)
    if commodity is not Commodity.CRUDE_OIL or not routes:
        return None
    return Route.DRUZHBA if Route.DRUZHBA in routes else Route(max(sorted(set(routes)), key=routes.count))
