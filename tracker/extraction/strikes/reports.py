"""Strikes told in a document: what was hit, when, by whom, with what, to what effect, and who says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from tracker.extraction.places.mentions import Mention
from tracker.extraction.scan import Document
from tracker.extraction.strikes.confidence import confidence
from tracker.extraction.strikes.effects import effects_of, weapons_of
from tracker.extraction.strikes.gather import date_all, gather, without_vaguer
from tracker.extraction.strikes.hearing import author_of
from tracker.extraction.strikes.layout import lay_out
from tracker.extraction.strikes.naming import name_all
from tracker.extraction.strikes.roles import (
    Attribution,
    attacker_of,
    attribute,
    attribute_to_author,
    occupied,
    strikes_back,
)
from tracker.extraction.strikes.scope import Scope, ScopeFinder
from tracker.extraction.strikes.told import Reading, Told, tellings_of
from tracker.model import DatePrecision, Report, Status

_NEWS_DAYS = timedelta(days=3)


def read_strikes(reading: Reading, article_id: str) -> tuple[Report, ...]:
    """Every strike on an energy target that the document tells, most certain place and date first found."""
    tellings = [telling for mention in reading.mentions for telling in tellings_of(reading, mention)]
    dated = date_all(reading, gather(name_all(reading, tellings)))
    merged = without_vaguer(reading, gather(dated))
    news = [strike for strike in merged if _is_primary(reading, strike)]
    layout = lay_out(reading)
    return tuple(
        _report(
            reading,
            strike,
            ScopeFinder(reading, layout, strike, merged, news).find(),
            article_id,
            alone=len(merged) == 1,
        )
        for strike in merged
    )


def _report(reading: Reading, strike: Told, scope: Scope, article_id: str, *, alone: bool) -> Report:
    document = reading.document
    holder = reading.holder(strike.target)
    holder = "RU" if occupied(scope, holder) else holder
    scope = _without_reprisals(document, scope, holder)
    attacker, attacker_evidence = attacker_of(document, scope.parts, holder)
    said = _attribution(reading, scope, attacker, holder, alone=alone)
    if said.disowned and not said.claimed_by:
        attacker, attacker_evidence = "unknown", None
    weapons, weapon_evidence = weapons_of(document, scope)
    denied = said.status is Status.DENIED
    effects, effect_evidence = effects_of(document, scope, strike.target.kind, denied=denied)
    mention = _best(strike.mentions)
    evidence = [document.clean.evidence("target", mention.start, mention.end)]
    evidence += [found for found in (strike.when_evidence, attacker_evidence) if found]
    return Report(
        article_id=article_id, target=strike.target, when=strike.when, attacker=attacker,
        weapons=weapons, effects=effects, status=said.status, claimed_by=tuple(said.claimed_by),
        confirmed_by=tuple(said.confirmed_by), denied_by=tuple(said.denied_by),
        primary=_is_primary(reading, strike), confidence=confidence(reading, strike, mention),
        evidence=tuple(evidence + weapon_evidence + effect_evidence + said.evidence),
    )  # fmt: skip


def _without_reprisals(document: Document, scope: Scope, holder: str | None) -> Scope:
    """Without sentences on what the struck side does in its turn: its weapons and hits are others."""
    close, frame = (
        tuple(part for part in parts if part in scope.own or not strikes_back(document, part, holder))
        for parts in (scope.close, scope.frame)
    )
    return replace(scope, close=close, frame=frame)


def _attribution(
    reading: Reading, scope: Scope, attacker: str, holder: str | None, *, alone: bool
) -> Attribution:
    """Who says so: those quoted, else the author of a communiqué or post."""
    said = attribute(reading.document, scope, attacker, holder, alone=alone)
    author = author_of(reading.document)
    if said.status is Status.REPORTED and author is not None:
        return attribute_to_author(reading.document, author, scope, attacker, holder, alone=alone)
    return said


def _best(mentions: Sequence[Mention]) -> Mention:
    return min(
        mentions, key=lambda mention: (mention.anaphoric, mention.loose, mention.sentence, mention.start)
    )


def _is_primary(reading: Reading, strike: Told) -> bool:
    if strike.when.end is None or reading.published is None:
        return not strike.background
    near = abs(reading.published - strike.when.end) <= _NEWS_DAYS
    return near and strike.when.precision is not DatePrecision.MONTH
