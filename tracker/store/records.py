"""Rows of the tables as objects of the model, and back; nothing else knows both."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tracker.model import (
    Anchor,
    Article,
    Basis,
    Commodity,
    DateBasis,
    DatePrecision,
    Effect,
    Evidence,
    FlowWord,
    Judged,
    Judgement,
    Kind,
    Parsed,
    Place,
    Precision,
    PublishedBasis,
    Report,
    Route,
    Status,
    Strike,
    SupplyReport,
    Target,
    Tier,
    Verdict,
    Weapon,
    When,
    to_json,
)
from tracker.store.schema import KEY_LENGTH

Cells = dict[str, Any]
Row = Any
"""A row of a result: its cells are attributes, named as the columns."""


@dataclass(frozen=True, slots=True)
class Stored:
    """An article as the store keeps it: what was found in it, and how it came here."""

    parsed: Parsed
    given_id: str
    captured_at: datetime
    parser_version: str


def content_hash(article: Article) -> str:
    """What makes an article the same one: its words.

    An article that nobody read has no words: there it is the place it has in its list (basis, id and link).
    """
    if article.text:
        return article.sha256
    name = f"{article.basis}\0{article.id}\0{article.url or ''}\0{article.title or ''}"
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()


def article_key(article: Article) -> str:
    """The id that an article has inside the store."""
    return content_hash(article)[:KEY_LENGTH]


def article_cells(article: Article) -> Cells:
    """What the model knows of an article."""
    return {
        "id": article_key(article),
        "sha256": content_hash(article),
        "given_id": article.id,
        "text": article.text,
        "title": article.title,
        "url": article.url,
        "publisher": article.publisher,
        "published": article.published,
        "published_basis": article.published_basis.value,
        "lang": article.lang,
        "basis": article.basis.value,
        "tier": article.tier.value,
        "warnings": article.warnings,
    }


def article_of(row: Row) -> Article:
    """The article of a row of `articles`. Raises ValueError when the words are no longer those that came."""
    article = Article(
        id=row.id,
        text=row.text,
        title=row.title,
        url=row.url,
        publisher=row.publisher,
        published=row.published,
        published_basis=PublishedBasis(row.published_basis),
        lang=row.lang,
        basis=Basis(row.basis),
        tier=Tier(row.tier),
        warnings=row.warnings,
    )
    if row.text and article.sha256 != row.sha256:
        raise ValueError(f"the words of article {row.id} are not those that were stored")
    return article


def report_cells(report: Report) -> Cells:
    """A report without its evidence; its article's id is the given one."""
    target = report.target
    return {
        "target_name": target.name,
        "target_kind": target.kind.value,
        "target_facility_ids": target.facility_ids,
        "target_town": target.town,
        "target_region": target.region,
        "target_country": target.country,
        "is_primary": report.primary,
        "facility_id": report.facility_id,
        **_when_cells(report.when),
        **_place_cells(report.place),
        **_voice_cells(report),
    }


def report_of(row: Row, evidence: Iterable[Evidence]) -> Report:
    """The report of a row of `reports`."""
    return Report(
        article_id=row.article_id,
        target=Target(
            name=row.target_name,
            kind=Kind(row.target_kind),
            facility_ids=row.target_facility_ids,
            town=row.target_town,
            region=row.target_region,
            country=row.target_country,
        ),
        when=_when_of(row),
        primary=row.is_primary,
        evidence=tuple(evidence),
        facility_id=row.facility_id,
        place=_place_of(row),
        **_voices_of(row),
    )


def supply_cells(report: SupplyReport) -> Cells:
    """A supply report without its evidence."""
    return {
        "country": report.country,
        "commodity": report.commodity.value,
        "status": report.status.value,
        "facility_id": report.facility_id,
        "route": report.route.value if report.route else None,
        "date_start": report.start,
        "date_end": report.end,
        "days_min": report.days_min,
        "days_max": report.days_max,
        "said_by": report.said_by,
        "confidence": report.confidence,
    }


def supply_of(row: Row, evidence: Iterable[Evidence]) -> SupplyReport:
    """The supply report of a row of `supply_reports`."""
    return SupplyReport(
        article_id=row.article_id,
        country=row.country,
        commodity=Commodity(row.commodity),
        status=FlowWord(row.status),
        facility_id=row.facility_id,
        route=Route(row.route) if row.route is not None else None,
        start=row.date_start,
        end=row.date_end,
        days_min=row.days_min,
        days_max=row.days_max,
        said_by=row.said_by,
        confidence=row.confidence,
        evidence=tuple(evidence),
    )


def evidence_cells(evidence: Iterable[Evidence]) -> Iterator[Cells]:
    """The spans of one report, in order."""
    for span in evidence:
        yield {
            "field": span.field,
            "start_at": span.start,
            "end_at": span.end,
            "quote": span.quote,
            "found_in": span.where,
        }


def evidence_of(row: Row) -> Evidence:
    """The span of a row of `evidence`."""
    return Evidence(row.field, row.start_at, row.end_at, row.quote, row.found_in)


def strike_cells(strike: Strike) -> Cells:
    """A strike without its reports."""
    return {
        "id": strike.id,
        "name": strike.name,
        "kind": strike.kind.value,
        "facility_id": strike.facility_id,
        "sources": strike.sources,
        "verified": strike.verified,
        "set_by_person": strike.set_by_person,
        "judged": strike.judged.value if strike.judged else None,
        **_when_cells(strike.when),
        **_place_cells(strike.place),
        **_voice_cells(strike),
    }


def strike_of(row: Row, reports: Iterable[Report]) -> Strike:
    """The strike of a row of `strikes`."""
    return Strike(
        id=row.id,
        name=row.name,
        kind=Kind(row.kind),
        facility_id=row.facility_id,
        place=_place_of(row),
        when=_when_of(row),
        sources=row.sources,
        verified=row.verified,
        set_by_person=row.set_by_person,
        judged=Judged(row.judged) if row.judged is not None else None,
        reports=tuple(reports),
        **_voices_of(row),
    )


def judgement_cells(judgement: Judgement) -> Cells:
    """A judgement; its id and moment are the store's to give."""
    return {
        "who": judgement.who,
        "why": judgement.why,
        "kind": judgement.kind.value,
        "strikes": judgement.strikes,
        "reports": to_json(judgement.reports),
        "apart": to_json(judgement.apart),
        "field": judgement.field,
        "value": judgement.value,
        "undoes": judgement.undoes,
    }


def judgement_of(row: Row) -> Judgement:
    """The judgement of a row of `judgements`."""
    return Judgement(
        id=row.id,
        at=row.at,
        who=row.who,
        why=row.why,
        kind=Verdict(row.kind),
        strikes=row.strikes,
        reports=tuple(map(_anchor_of, row.reports)),
        apart=tuple(map(_anchor_of, row.apart)),
        field=row.field,
        value=row.value,
        undoes=row.undoes,
    )


def _anchor_of(cells: Cells) -> Anchor:
    day = date.fromisoformat(cells["day"]) if cells["day"] else None
    return Anchor(cells["article"], cells["facility_id"], cells["place"], day, Kind(cells["kind"]))


def _when_cells(when: When) -> Cells:
    return {
        "date_start": when.start,
        "date_end": when.end,
        "date_precision": when.precision.value,
        "date_basis": when.basis.value if when.basis else None,
    }


def _when_of(row: Row) -> When:
    basis = DateBasis(row.date_basis) if row.date_basis is not None else None
    return When(row.date_start, row.date_end, DatePrecision(row.date_precision), basis)


def _place_cells(place: Place | None) -> Cells:
    return {
        "place_name": place.name if place else None,
        "place_precision": place.precision.value if place else None,
        "place_radius_km": place.radius_km if place else None,
        "place_country": place.country if place else None,
        "place_region": place.region if place else None,
        "place_lat": place.lat if place else None,
        "place_lon": place.lon if place else None,
    }


def _place_of(row: Row) -> Place | None:
    if row.place_precision is None:
        return None
    return Place(
        name=row.place_name,
        precision=Precision(row.place_precision),
        radius_km=row.place_radius_km,
        country=row.place_country,
        region=row.place_region,
        lat=row.place_lat,
        lon=row.place_lon,
    )


def _voice_cells(said: Report | Strike) -> Cells:
    return {
        "attacker": said.attacker,
        "weapons": said.weapons,
        "effects": said.effects,
        "status": said.status.value,
        "claimed_by": said.claimed_by,
        "confirmed_by": said.confirmed_by,
        "denied_by": said.denied_by,
        "confidence": said.confidence,
    }


def _voices_of(row: Row) -> Cells:
    return {
        "attacker": row.attacker,
        "weapons": tuple(Weapon(word) for word in row.weapons),
        "effects": tuple(Effect(word) for word in row.effects),
        "status": Status(row.status),
        "claimed_by": row.claimed_by,
        "confirmed_by": row.confirmed_by,
        "denied_by": row.denied_by,
        "confidence": row.confidence,
    }
