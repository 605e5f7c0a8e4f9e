"""What a document says of supply: halted, reduced, at risk, resumed, unaffected; for whom and how long."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tracker.extraction.dates import DateMention
from tracker.extraction.endings import lasting
from tracker.extraction.roles import negated, speaker_name
from tracker.extraction.scan import Document, Hit, Sentence
from tracker.knowledge.gazetteer import Gazetteer
from tracker.knowledge.lexicon import Lexicon
from tracker.model import Commodity, DateBasis, Effect, Evidence, FlowWord, Kind, Report, Route, SupplyReport

_BUYERS = ("HU", "SK", "CZ", "DE", "PL", "BY", "KZ")
_NEAR = 90
_NOT = 16
_CUT = (FlowWord.HALTED, FlowWord.REDUCED)
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


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement in one sentence: its word, whom it concerns, and the span that says it."""

    word: FlowWord
    hit: Hit
    sentence: Sentence
    named: tuple[Hit, ...]
    commodity: Commodity
    route: Route | None


def read_supply(
    document: Document, dates: dict[int, list[DateMention]], strikes: Sequence[Report], article_id: str,
    gazetteer: Gazetteer, published: date | None,
) -> tuple[SupplyReport, ...]:  # fmt: skip
    """All that the document says of supply, one row per country, commodity, route, word and interval."""
    statements = list(_statements(document))
    happened = bool(strikes) or any(said.word is FlowWord.HALTED for said in statements)
    rows: list[SupplyReport] = []
    for said in statements:
        rows.extend(_rows(document, dates, said, happened, article_id, published))
    carried = any(row.commodity is Commodity.CRUDE_OIL and row.status in _CUT for row in rows)
    own = [report for report in strikes if not (carried and report.target.kind in _CARRIERS)]
    rows.extend(_stopped_facilities(own, gazetteer, article_id))
    return tuple(_merged(rows))


# 1. Which sentences speak of supply, of what and for whom.


def _statements(document: Document) -> Iterable[Statement]:
    named: tuple[Hit, ...] = ()
    named_at = 0
    routes = [hit.key for sentence in document.sentences for hit in sentence.of("route")]
    for sentence in document.sentences:
        own = tuple(hit for hit in sentence.of("country") if hit.key in _BUYERS)
        if own:
            named, named_at = own, sentence.number
        elif not (sentence.has("country", "both") or _goes_on(sentence, named_at)):
            continue
        if not named or not (sentence.has("supply", "subject") or sentence.has("route")):
            continue
        commodity = _commodity(sentence, routes)
        if commodity is None:
            continue
        for word, hit in _words(document, sentence):
            yield Statement(word, hit, sentence, named, commodity, _route(sentence, commodity, routes))


def _goes_on(sentence: Sentence, named_at: int) -> bool:
    """A sentence right after that names no country and no site of its own still speaks of the same ones."""
    sites = [hit for hit in sentence.of("facility") if hit.key != Kind.PIPELINE]
    return sentence.number == named_at + 1 and not sentence.has("country") and not sites


def _words(document: Document, sentence: Sentence) -> Iterable[tuple[FlowWord, Hit]]:
    """Flow words beside what flows; the same word once a sentence."""
    seen: set[FlowWord] = set()
    subjects = [*sentence.of("supply", "subject"), *sentence.of("commodity")]
    for hit in sentence.of("supply"):
        if hit.key in ("subject", "no_outage"):
            continue
        word = FlowWord(hit.key)
        if word is FlowWord.HALTED and sentence.has("hedge", "unreal"):
            word = FlowWord.AT_RISK
        if word in seen or not any(
            max(hit.start - near.end, near.start - hit.end) <= _NEAR for near in subjects
        ):
            continue
        if negated(document, sentence, hit, _NOT):
            if word not in (FlowWord.HALTED, FlowWord.REDUCED):
                continue
            word = FlowWord.UNAFFECTED
        seen.add(word)
        yield word, hit


def _commodity(sentence: Sentence, routes: Sequence[str]) -> Commodity | None:
    kinds = [hit.key for hit in sentence.of("commodity")]
    if sentence.has("route", "turkstream"):
        return Commodity.GAS
    if Commodity.CRUDE_OIL in kinds or sentence.has("route", "druzhba", "adria", "tal_ikl", "bps", "cpc"):
        return Commodity.CRUDE_OIL
    if kinds:
        return Commodity(kinds[0])
    return Commodity.CRUDE_OIL if "druzhba" in routes else None


def _route(sentence: Sentence, commodity: Commodity, routes: Sequence[str]) -> Route | None:
    own = [hit.key for hit in sentence.of("route")]
    if own:
        return Route(own[0])
    if commodity is Commodity.CRUDE_OIL and routes:
        return Route(max(set(routes), key=routes.count))
    return None


# 2. Rows: since when, for how long, said by whom.


def _rows(
    document: Document, dates: dict[int, list[DateMention]], said: Statement, happened: bool, article_id: str,
    published: date | None,
) -> Iterable[SupplyReport]:  # fmt: skip
    days_min, days_max, length = _length(document, said.sentence)
    word = said.word
    if word is FlowWord.AT_RISK and happened and days_min is not None:
        word = FlowWord.HALTED
    start, end, when = _interval(dates.get(said.sentence.number, []), said.hit, word, published)
    speakers, spoken = _speakers(document, said.sentence)
    evidence = [
        document.clean.evidence("status", said.hit.start, said.hit.end),
        *([document.clean.evidence("start", when.start, when.end)] if when else []),
        *([length] if length else []),
        *spoken,
    ]
    if word not in (FlowWord.HALTED, FlowWord.REDUCED):
        days_min = days_max = None
    for country in dict.fromkeys(hit.key for hit in said.named):
        name = next(hit for hit in said.named if hit.key == country)
        yield SupplyReport(
            article_id=article_id, country=country, commodity=said.commodity, status=word, route=said.route,
            start=start, end=end, days_min=days_min, days_max=days_max, said_by=tuple(speakers),
            confidence=0.85 if said.route and said.commodity is Commodity.CRUDE_OIL else 0.65,
            evidence=(document.clean.evidence("country", name.start, name.end), *evidence),
        )  # fmt: skip


def _length(document: Document, sentence: Sentence) -> tuple[int | None, int | None, Evidence | None]:
    """Days at least and at most, with the words that say so; "several days" is no number."""
    if sentence.has("supply", "no_outage"):
        return None, None, None
    for match in _length_pattern(document.lexicon).finditer(
        document.clean.folded, sentence.start, sentence.end
    ):
        number = match.group("n")
        days = int(number) if number.isdigit() else document.lexicon.numbers[number]
        days *= 7 if match.group("week") else 30 if match.group("month") else 1
        evidence = document.clean.evidence("days_min", match.start(), match.end())
        before = document.clean.folded[max(sentence.start, match.start() - 25) : match.start()]
        if _stands(document.lexicon.number_words["up_to"], before):
            return None, days, replace(evidence, field="days_max")
        if _stands(document.lexicon.number_words["at_least"], before):
            return days, None, evidence
        if re.search(
            r"\b(?:for|na|auf|für|през|на|течение|протягом|впродовж|napra|napig|dni|nap)\s*$", before
        ) or lasting(match.group()):
            return days, days, evidence
    return None, None, None


def _stands(phrases: Sequence[str], before: str) -> bool:
    """Whether one of the phrases stands in these words, as whole words."""
    return any(re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", before) for phrase in phrases)


def _length_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    units = {unit: "|".join(map(re.escape, lexicon.number_words[unit])) for unit in ("day", "week", "month")}
    number = "|".join(sorted(map(re.escape, lexicon.numbers), key=len, reverse=True))
    unit = "|".join(f"(?P<{name}>{words})" for name, words in units.items())
    return re.compile(rf"\b(?P<n>\d{{1,3}}|{number})[ -]?(?:{unit})\b")


def _interval(
    dates: Sequence[DateMention], hit: Hit, word: FlowWord, published: date | None
) -> tuple[date | None, date | None, DateMention | None]:
    """First and last affected day: the date nearest to the flow word; only a range has an end."""
    exact = [found for found in dates if found.when.start is not None and not found.vague]
    if not exact:
        return None, None, None
    best = min(exact, key=lambda found: max(found.start - hit.end, hit.start - found.end, 0))
    if word in (FlowWord.AT_RISK, FlowWord.UNAFFECTED):
        return None, None, None
    ranged = best.meaning in ("range", "weekdays")
    return best.when.start, best.when.end if ranged and word is not FlowWord.RESUMED else None, best


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


# 3. Facilities that stopped, and one row for what is said twice.


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


def _merged(rows: Sequence[SupplyReport]) -> list[SupplyReport]:
    """One row for one statement: rows that add neither interval nor length join the first that has one."""
    kept: list[SupplyReport] = []
    ordered = sorted(enumerate(rows), key=lambda item: (_bareness(item[1]), item[0]))
    for _, row in ordered:
        homes = [number for number, other in enumerate(kept) if _says_no_more(row, other)]
        at = min(homes, key=lambda number: (kept[number].end is not None, number), default=None)
        if at is None:
            kept.append(row)
        else:
            said_by = (*kept[at].said_by, *(name for name in row.said_by if name not in kept[at].said_by))
            evidence = (
                *kept[at].evidence,
                *(found for found in row.evidence if found not in kept[at].evidence),
            )
            kept[at] = replace(kept[at], said_by=said_by, evidence=evidence)
    return kept


def _bareness(row: SupplyReport) -> int:
    return (row.start is None) + (row.days_min is None and row.days_max is None) + (row.end is None)


def _says_no_more(row: SupplyReport, other: SupplyReport) -> bool:
    same = (row.country, row.commodity, row.status) == (other.country, other.commodity, other.status)
    same = (
        same
        and (row.route is None or row.route == other.route)
        and (row.facility_id in (None, other.facility_id))
    )
    interval = row.start is None or (row.start, row.end) == (other.start, other.end)
    length = row.days_min is None and row.days_max is None
    alike = (row.days_min, row.days_max) == (other.days_min, other.days_max)
    return same and interval and (length or alike)
