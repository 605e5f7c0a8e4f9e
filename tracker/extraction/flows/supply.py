"""What a document says of supply: halted, reduced, at risk, resumed, unaffected; for whom and how long."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tracker.extraction.dates import DateMention
from tracker.extraction.flows.settle import settled
from tracker.extraction.flows.spells import Length, interval_of, length_of, speaks_of_stocks
from tracker.extraction.flows.statements import Statement, read_statements
from tracker.extraction.scan import Document, Sentence
from tracker.extraction.speakers import speaker_name
from tracker.extraction.strikes.dating import is_dateline
from tracker.knowledge.gazetteer import Gazetteer
from tracker.model import Commodity, DateBasis, Effect, Evidence, FlowWord, Kind, Report, SupplyReport

_CUT = (FlowWord.HALTED, FlowWord.REDUCED)
_SURE, _LIKELY, _CARRIED, _UNDERSTOOD = 0.85, 0.65, 0.55, 0.45
_CARRIERS = (Kind.PUMPING_STATION, Kind.PIPELINE)
"""Their stop is told as the stop of those they supply, where the article names them."""
_OUTPUT: dict[Kind, Commodity] = {
    **dict.fromkeys((Kind.REFINERY, Kind.PETROCHEMICAL_PLANT, Kind.OIL_DEPOT), Commodity.FUEL),
    **dict.fromkeys(
        (Kind.PUMPING_STATION, Kind.PIPELINE, Kind.OIL_TERMINAL, Kind.PLATFORM), Commodity.CRUDE_OIL
    ),
    **dict.fromkeys(
        (Kind.GAS_PLANT, Kind.GAS_STORAGE, Kind.GAS_FIELD, Kind.COMPRESSOR_STATION), Commodity.GAS
    ),
    **dict.fromkeys((Kind.POWER_PLANT, Kind.HYDRO_PLANT, Kind.NUCLEAR_PLANT), Commodity.ELECTRICITY),
    Kind.SUBSTATION: Commodity.ELECTRICITY,
}
"""What stops when a facility of that kind stops."""


def read_supply(
    document: Document, dates: dict[int, list[DateMention]], strikes: Sequence[Report], article_id: str,
    gazetteer: Gazetteer,
) -> tuple[SupplyReport, ...]:  # fmt: skip
    """All that the document says of supply, one row per country, commodity, route, word and interval."""
    statements = read_statements(document)
    happened = bool(strikes) or any(said.word is FlowWord.HALTED for said in statements)
    told = [said for said in statements if not (said.hoped or _is_reassurance(document, said, statements))]
    hoped = [
        said for said in statements if said.hoped and not any(_same_supply(said, other) for other in told)
    ]
    rows: list[SupplyReport] = []
    for said in (*told, *hoped):
        rows.extend(_rows(document, dates, said, happened, article_id))
    carried = any(row.commodity is Commodity.CRUDE_OIL and row.status in _CUT for row in rows)
    own = [report for report in strikes if not (carried and report.target.kind in _CARRIERS)]
    rows.extend(_stopped_facilities(own, gazetteer, article_id))
    return tuple(settled(rows))


def _is_reassurance(document: Document, said: Statement, statements: Sequence[Statement]) -> bool:
    """ "No shortage", said of oil that has stopped, or "feels nothing new" of a stop told beside it."""
    if said.word is FlowWord.REDUCED:
        return any(_ends_in(said, other) for other in statements)
    if said.word is not FlowWord.UNAFFECTED:
        return False
    if said.commodity is Commodity.FUEL and speaks_of_stocks(document, said.clause.sentence):
        return True
    halts = [other for other in statements if other.word is FlowWord.HALTED and _same_supply(said, other)]
    beside = [other for other in statements if other.clause.sentence is said.clause.sentence]
    if not said.clause.names_flow() and any(other in halts for other in beside):
        return True
    if said.commodity is Commodity.FUEL and not said.clause.has("commodity", Commodity.FUEL):
        return any(other.word is said.word and other.commodity is not said.commodity for other in beside)
    return bool(halts) and said.commodity is Commodity.CRUDE_OIL and said.clause.has("flow", "secure")


def _ends_in(said: Statement, other: Statement) -> bool:
    """ "A drop of pressure and then a complete stop": the stop, told right behind it, is what counts."""
    same = other.clause.sentence is said.clause.sentence and _same_supply(said, other)
    return same and other.word is FlowWord.HALTED and other.hit.start > said.hit.start and not other.hoped


def _same_supply(said: Statement, other: Statement) -> bool:
    countries = {party.country for party in other.parties}
    return said.commodity is other.commodity and any(party.country in countries for party in said.parties)


# 1. Rows: since when, for how long, said by whom.


def _rows(
    document: Document, dates: dict[int, list[DateMention]], said: Statement, happened: bool, article_id: str
) -> Iterable[SupplyReport]:  # fmt: skip
    sentence = said.clause.sentence
    days_min, days_max, length = _length(document, said)
    word = said.word
    if word is FlowWord.AT_RISK and happened and days_min is not None:
        word = FlowWord.HALTED
    found = [] if said.hoped else dates.get(sentence.number, [])
    told = [date for date in found if not is_dateline(document, sentence, date)]
    start, end, when = interval_of(told, said.clause, said.hit, word, said.rival)
    speakers, spoken = _speakers(document, sentence)
    evidence = [
        document.clean.evidence("status", said.hit.start, said.hit.end),
        *([document.clean.evidence("start", when.start, when.end)] if when else []),
        *([length] if length else []),
        *spoken,
    ]
    if word not in _CUT:
        days_min = days_max = None
    for party in said.parties:
        place = [document.clean.evidence("country", party.hit.start, party.hit.end)] if party.hit else []
        yield SupplyReport(
            article_id=article_id, country=party.country, commodity=said.commodity, status=word,
            route=said.route, start=start, end=end, days_min=days_min, days_max=days_max,
            said_by=tuple(speakers),
            confidence=_confidence(said, known=party.hit is not None), evidence=(*place, *evidence),
        )  # fmt: skip


def _length(document: Document, said: Statement) -> Length:
    """The length that the statement's own part gives, else its whole sentence."""
    part, sentence = said.clause, said.clause.sentence
    if sentence.has("supply", "no_outage"):
        return None, None, None
    found = length_of(document, part.start, part.end)
    return found if found[2] else length_of(document, sentence.start, sentence.end)


def _confidence(said: Statement, *, known: bool) -> float:
    if said.hoped or not known:
        return _UNDERSTOOD
    if not said.own:
        return _CARRIED
    return _SURE if said.route and said.commodity is Commodity.CRUDE_OIL else _LIKELY


def _speakers(document: Document, sentence: Sentence) -> tuple[list[str], list[Evidence]]:
    names: list[str] = []
    evidence: list[Evidence] = []
    if not sentence.has("saying"):
        return names, evidence
    for hit in sentence.of("speaker"):
        name, start, end = speaker_name(document, sentence, hit)
        if not any(name in other or other in name for other in names):
            names.append(name)
            evidence.append(document.clean.evidence("said_by", start, end))
    return names, evidence


# 2. Facilities that stopped.


def _stopped_facilities(
    strikes: Sequence[Report], gazetteer: Gazetteer, article_id: str
) -> Iterable[SupplyReport]:
    for report in strikes:
        commodity = _OUTPUT.get(report.target.kind)
        if Effect.HALTED not in report.effects or commodity is None or len(report.target.facility_ids) != 1:
            continue
        facility = gazetteer.get(report.target.facility_ids[0])
        relevant = [found for found in report.evidence if found.field in ("target", "effects")]
        dated = report.when.basis is not DateBasis.PUBLISHED
        yield SupplyReport(
            article_id=article_id, country=facility.country, facility_id=facility.id, commodity=commodity,
            status=FlowWord.HALTED, said_by=(*report.confirmed_by, *report.claimed_by),
            start=report.when.start if dated else None, confidence=report.confidence,
            evidence=tuple(replace(found, field="status") for found in relevant if found.field == "effects")
            + tuple(replace(found, field="facility_id") for found in relevant if found.field == "target"),
        )  # fmt: skip
