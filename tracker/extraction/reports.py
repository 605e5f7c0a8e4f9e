"""Strikes told in a document: what was hit, when, by whom, with what, to what effect, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from tracker.extraction.gather import date_all, gather, same_target, without_vaguer
from tracker.extraction.mentions import COMPATIBLE, LINES, Mention
from tracker.extraction.naming import name_all
from tracker.extraction.roles import attacker_of, attribute, attribute_to_author, harm, negated
from tracker.extraction.scan import Document, Sentence
from tracker.extraction.told import Reading, Told, told
from tracker.extraction.voices import author_of
from tracker.model import DateBasis, DatePrecision, Effect, Evidence, Kind, Report, Status, Target, Weapon

_NEWS_DAYS = timedelta(days=3)
_FOLLOWS = 4
_STOPS = frozenset(
    {Kind.PUMPING_STATION, Kind.PIPELINE, Kind.OIL_TERMINAL, Kind.COMPRESSOR_STATION, Kind.REFINERY}
)
"""Kinds whose stop is told as a stop of what flows through or out of them."""
_OWN_ONLY = frozenset({Effect.CASUALTIES, Effect.HALTED})


def read_strikes(reading: Reading, article_id: str) -> tuple[Report, ...]:
    """Every strike on an energy target that the document tells, most certain place and date first found."""
    tellings = [telling for mention in reading.mentions if (telling := told(reading, mention))]
    merged = without_vaguer(reading, date_all(reading, gather(name_all(reading, tellings))))
    return tuple(_report(reading, strike, article_id, alone=len(merged) == 1) for strike in merged)


def _report(reading: Reading, strike: Told, article_id: str, *, alone: bool) -> Report:
    document = reading.document
    own = [reading.sentence(number) for number in sorted(set(strike.sentences))]
    scope = _scope(reading, strike)
    holder = reading.holder(strike.target)
    attacker, attacker_evidence = attacker_of(document, scope, holder)
    said = attribute(document, scope, strike.sentences, attacker, holder)
    author = author_of(document)
    if said.status is Status.REPORTED and author is not None:
        said = attribute_to_author(document, author, own, attacker, holder)
    weapons, weapon_evidence = _weapons(document, scope)
    effects, effect_evidence = _effects(document, scope if alone else own, scope, strike.target.kind)
    mention = _best(strike.mentions)
    evidence = [document.clean.evidence("target", mention.start, mention.end)]
    evidence += [found for found in (strike.when_evidence, attacker_evidence) if found]
    primary = _is_primary(reading, strike)
    return Report(
        article_id=article_id, target=strike.target, when=strike.when, attacker=attacker,
        weapons=weapons, effects=effects, status=said.status, claimed_by=tuple(said.claimed_by),
        confirmed_by=tuple(said.confirmed_by), denied_by=tuple(said.denied_by), primary=primary,
        confidence=_confidence(strike, mention, said.status.value),
        evidence=tuple(evidence + weapon_evidence + effect_evidence + said.evidence),
    )  # fmt: skip


def _best(mentions: Sequence[Mention]) -> Mention:
    return min(
        mentions, key=lambda mention: (mention.anaphoric, mention.loose, mention.sentence, mention.start)
    )


def _scope(reading: Reading, strike: Told) -> list[Sentence]:
    """The strike's own sentences and those that follow until another target is named."""
    others = {
        mention.sentence
        for mention in reading.mentions
        if mention.target.kind not in LINES and not same_target(mention.target, strike.target)
    }
    others |= {
        sentence.number
        for sentence in reading.document.sentences
        if _speaks_of_others(sentence, strike.target)
    }
    numbers: set[int] = set()
    for home in strike.sentences:
        numbers.add(home)
        for number in range(home + 1, min(home + 1 + _FOLLOWS, len(reading.document.sentences))):
            if number not in strike.sentences and (number in others or _elsewhere(reading, number, strike)):
                break
            numbers.add(number)
    for number in range(min(2, len(reading.document.sentences)) if _is_primary(reading, strike) else 0):
        if number in others or _elsewhere(reading, number, strike):
            break
        numbers.add(number)
    found = [reading.sentence(number) for number in sorted(numbers)]
    return [sentence for sentence in found if sentence.number in strike.sentences or _tells(sentence)]


def _elsewhere(reading: Reading, number: int, strike: Told) -> bool:
    """Whether a sentence speaks of other regions only than the strike's."""
    named = reading.regions.get(number, frozenset())
    here = reading.region_of(strike.target)
    return here is not None and bool(named) and here not in named


def _speaks_of_others(sentence: Sentence, target: Target) -> bool:
    """Facility words of quite another kind, or facilities in general ("several refineries")."""
    related = {target.kind, *COMPATIBLE.get(target.kind, ()), *LINES}
    return sentence.has("hedge", "aggregate") or any(
        Kind(hit.key) not in related for hit in sentence.of("facility")
    )


def _tells(sentence: Sentence) -> bool:
    return (
        any(sentence.has(table) for table in ("strike", "weapon", "effect"))
        or sentence.has("saying", "claim", "confirm", "deny")
        or sentence.has("supply", "halted")
    )


def _weapons(document: Document, scope: Iterable[Sentence]) -> tuple[tuple[Weapon, ...], list[Evidence]]:
    found: dict[Weapon, Evidence] = {}
    for sentence in scope:
        for hit in sentence.of("weapon"):
            if not negated(document, sentence, hit):
                found.setdefault(Weapon(hit.key), document.clean.evidence("weapons", hit.start, hit.end))
    return tuple(sorted(found)), list(found.values())


def _effects(
    document: Document, own: Sequence[Sentence], scope: Sequence[Sentence], kind: Kind
) -> tuple[tuple[Effect, ...], list[Evidence]]:
    found: dict[Effect, Evidence] = {}
    for sentence in scope:
        for hit in [*harm(document, sentence), *sentence.of("effect", "none")]:
            effect = Effect(hit.key)
            if effect not in _OWN_ONLY or sentence in own:
                found.setdefault(effect, document.clean.evidence("effects", hit.start, hit.end))
        if kind in _STOPS and not sentence.has("supply", "at_risk"):
            for hit in sentence.of("supply", "halted"):
                if not negated(document, sentence, hit):
                    found.setdefault(Effect.HALTED, document.clean.evidence("effects", hit.start, hit.end))
    if any(effect is not Effect.NONE for effect in found):
        found.pop(Effect.NONE, None)
    elif Effect.NONE not in found:
        for sentence in own:
            for hit in sentence.of("strike", "repelled"):
                found.setdefault(Effect.NONE, document.clean.evidence("effects", hit.start, hit.end))
    return tuple(sorted(found)), list(found.values())


def _is_primary(reading: Reading, strike: Told) -> bool:
    if strike.when.end is None or reading.published is None:
        return not strike.background
    near = abs(reading.published - strike.when.end) <= _NEWS_DAYS
    return near and strike.when.precision is not DatePrecision.MONTH


def _confidence(strike: Told, mention: Mention, status: str) -> float:
    score = 0.5
    score += 0.2 if len(strike.target.facility_ids) == 1 else 0.05 if strike.target.town else -0.1
    score += 0.1 if strike.direct else -0.1
    score += {DateBasis.EXPLICIT: 0.12, DateBasis.RELATIVE: 0.1, DateBasis.INHERITED: 0.05}.get(
        strike.when.basis or DateBasis.PUBLISHED, -0.05
    )
    score += 0.05 if status in ("confirmed", "claimed") else 0.0
    score -= 0.15 if mention.loose else 0.0
    return round(min(max(score, 0.05), 0.97), 2)
