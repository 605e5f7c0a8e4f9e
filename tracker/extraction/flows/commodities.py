"""Of what a statement of supply is: oil, fuel, gas or power, and by which line it comes."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.extraction.flows.clauses import Clause, between_commas
from tracker.extraction.flows.parties import Memory
from tracker.extraction.scan import Document, Hit, Sentence
from tracker.model import Commodity, FlowWord, Kind, Route

_OIL = (Route.DRUZHBA, Route.ADRIA, Route.TAL_IKL, Route.BPS, Route.CPC)
_NEAR = 30
_RECEIVED = (FlowWord.HALTED, FlowWord.UNAFFECTED, FlowWord.RESUMED)


def commodity_of(
    document: Document, part: Clause, hit: Hit, memory: Memory, main: Commodity | None
) -> Commodity | None:
    """What the words between two commas name, else the part, the sentence, the sentences before."""
    sentence = part.sentence
    for words in (between_commas(document, part, hit), part):
        if _is_of_plant(words, hit, memory):
            return Commodity.FUEL
        found = named_commodity(words)
        if found is not None:
            return found
    whole = Clause(sentence, sentence.start, sentence.end)
    made = Commodity.FUEL if memory.plant and part.has("flow", "output") else None
    return named_commodity(whole) or memory.topic or made or main


def _is_of_plant(words: Clause, hit: Hit, memory: Memory) -> bool:
    """Whether what a refinery makes is meant: its output, or that it stands still, not what it receives.

    A refinery that feels nothing of a stop of oil, or lacks oil, is meant as a receiver.
    """
    output = words.of("flow", "output")
    receives = hit.key in _RECEIVED and memory.topic is Commodity.CRUDE_OIL
    supplied = hit.key != FlowWord.REDUCED and words.has("supply", "subject")
    if not supplied and any(max(hit.start - near.end, near.start - hit.end) <= _NEAR for near in output):
        told_of_plant = memory.plant and not (words.has("commodity") or words.has("route"))
        named = words.sentence.has("facility", Kind.REFINERY) or words.has("flow", "refiner")
        return told_of_plant or named
    return words.has("facility", Kind.REFINERY) and not (words.names_flow() or receives)


def refines_oil(sentence: Sentence) -> bool:
    """Whether a sentence names a refinery, or the company that is one."""
    return sentence.has("facility", Kind.REFINERY) or sentence.has("flow", "refiner")


def main_commodity(document: Document) -> Commodity | None:
    """What the whole document is about: oil where a line for it is named, else what it names most."""
    sentences = document.sentences
    if any(
        sentence.has("route", *_OIL) or sentence.has("facility", Kind.PUMPING_STATION)
        for sentence in sentences
    ):
        return Commodity.CRUDE_OIL
    if any(sentence.has("facility", Kind.COMPRESSOR_STATION) for sentence in sentences):
        return Commodity.GAS
    priceless = [sentence for sentence in sentences if not sentence.has("flow", "money")]
    kinds = [hit.key for sentence in priceless for hit in sentence.of("commodity")]
    return Commodity(max(sorted(set(kinds)), key=kinds.count)) if kinds else None


def named_commodity(part: Clause) -> Commodity | None:
    """What the words name; oil before its products, and by its line."""
    if part.has("route", Route.TURKSTREAM):
        return Commodity.GAS
    kinds = [hit.key for hit in part.of("commodity")]
    if Commodity.CRUDE_OIL in kinds or (part.has("route", *_OIL) and not kinds):
        return Commodity.CRUDE_OIL
    return Commodity(kinds[0]) if kinds else None


def route_of(part: Clause, commodity: Commodity, routes: Sequence[str]) -> Route | None:
    """The line that the part, its sentence or else the document names for that commodity."""
    for hits in (part.of("route"), part.sentence.of("route")):
        for hit in hits:
            if (hit.key == Route.TURKSTREAM) == (commodity is Commodity.GAS):
                return Route(hit.key)
    if commodity is not Commodity.CRUDE_OIL or not routes:
        return None
    return Route.DRUZHBA if Route.DRUZHBA in routes else Route(max(sorted(set(routes)), key=routes.count))
