"""What the store holds, as objects of the model: one SELECT for each table, never one for each row."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, func, or_, select

from tracker.model import Article, Evidence, Judgement, Parsed, Report, Strike, SupplyReport
from tracker.store import records
from tracker.store.failures import readable
from tracker.store.schema import (
    articles,
    evidence,
    judgements,
    reports,
    strike_aliases,
    strike_reports,
    strikes,
    supply_reports,
)

Condition = ColumnElement[bool]
Ids = Select[tuple[Any]]


@readable
def read_articles(connection: Connection, where: Condition | None = None) -> tuple[Article, ...]:
    """Articles in the order of their arrival."""
    query = _filtered(select(articles), where).order_by(articles.c.position)
    return tuple(records.article_of(row) for row in connection.execute(query))


@readable
def read_stored(connection: Connection, article_id: str) -> records.Stored | None:
    """One article with everything that was found in it."""
    row = connection.execute(select(articles).where(articles.c.id == article_id)).first()
    if row is None:
        return None
    found = tuple(read_reports(connection, reports.c.article_id == article_id).values())
    supply = read_supply_reports(connection, supply_reports.c.article_id == article_id)
    article = records.article_of(row)
    parsed = Parsed(article=article, reports=found, supply_reports=supply, warnings=row.parser_warnings)
    return records.Stored(parsed, row.given_id, row.captured_at, row.parser_version)


def standing(table: Table, known: datetime | None) -> Condition:
    """Reports that no newer reading has replaced; with `known`, those that stood at that moment."""
    replaced = table.c.superseded_at
    if known is None:
        return replaced.is_(None)
    came = select(articles.c.captured_at).where(articles.c.id == table.c.article_id).scalar_subquery()
    read = func.coalesce(table.c.read_at, came) <= known
    return and_(read, or_(replaced.is_(None), replaced > known))


@readable
def read_reports(
    connection: Connection, where: Condition | None = None, known: datetime | None = None
) -> dict[int, Report]:
    """Standing reports by row id, in the order of their arrival."""
    chosen = standing(reports, known) if where is None else and_(where, standing(reports, known))
    return _reports(connection, chosen)


def _reports(connection: Connection, chosen: Condition) -> dict[int, Report]:
    spans = _spans(connection, evidence.c.report_id, select(reports.c.id).where(chosen))
    query = select(reports).where(chosen).order_by(reports.c.id)
    return {row.id: records.report_of(row, spans.get(row.id, ())) for row in connection.execute(query)}


@readable
def read_supply_reports(
    connection: Connection, where: Condition | None = None, known: datetime | None = None
) -> tuple[SupplyReport, ...]:
    """Standing supply reports in the order of their arrival."""
    stands = standing(supply_reports, known)
    chosen = stands if where is None else and_(where, stands)
    spans = _spans(connection, evidence.c.supply_report_id, select(supply_reports.c.id).where(chosen))
    query = select(supply_reports).where(chosen).order_by(supply_reports.c.id)
    return tuple(records.supply_of(row, spans.get(row.id, ())) for row in connection.execute(query))


@readable
def read_strikes(connection: Connection, strike_id: str | None = None) -> tuple[Strike, ...]:
    """All strikes sorted by id, or the one with that id, with the reports that they were merged from.

    Between a newer reading and the next merge those are the former reports, which no longer stand.
    """
    chosen = None if strike_id is None else strikes.c.id == strike_id
    owned = None if strike_id is None else strike_reports.c.strike_id == strike_id
    members = _filtered(select(strike_reports.c.report_id), owned)
    found = _reports(connection, reports.c.id.in_(members))
    links = read_links(connection, strike_id)
    rows = connection.execute(_filtered(select(strikes), chosen))
    made = (records.strike_of(row, [found[number] for number in links.get(row.id, ())]) for row in rows)
    return tuple(sorted(made, key=lambda strike: strike.id))


@readable
def read_judgements(connection: Connection, known: datetime | None = None) -> tuple[Judgement, ...]:
    """All judgements in the order in which they were made; with `known`, those made by then."""
    query = _filtered(select(judgements), None if known is None else judgements.c.at <= known)
    return tuple(records.judgement_of(row) for row in connection.execute(query.order_by(judgements.c.id)))


@readable
def read_outlines(connection: Connection) -> dict[str, Strike]:
    """All strikes by id, without their reports."""
    return {row.id: records.strike_of(row, ()) for row in connection.execute(select(strikes))}


def read_links(connection: Connection, strike_id: str | None = None) -> dict[str, tuple[int, ...]]:
    """The row ids of each strike's reports, in order, by strike id."""
    query = select(strike_reports.c.strike_id, strike_reports.c.report_id).order_by(strike_reports.c.position)
    links: dict[str, list[int]] = defaultdict(list)
    chosen = None if strike_id is None else strike_reports.c.strike_id == strike_id
    for owner, report in connection.execute(_filtered(query, chosen)):
        links[owner].append(report)
    return {owner: tuple(members) for owner, members in links.items()}


def read_successors(connection: Connection, former_id: str) -> tuple[str, ...]:
    """The strikes that stand now for an id that no longer does, the one that took over most first."""
    found: list[str] = []
    seen: set[str] = set()
    ahead = [former_id]
    while ahead:
        name = ahead.pop(0)
        if name in seen:
            continue
        seen.add(name)
        if connection.execute(select(strikes.c.id).where(strikes.c.id == name)).first():
            found.append(name)
        else:
            ahead += _next_of(connection, name)
    return tuple(found)


def _next_of(connection: Connection, former_id: str) -> list[str]:
    query = select(strike_aliases).where(strike_aliases.c.alias == former_id)
    rows = connection.execute(
        query.order_by(strike_aliases.c.revision.desc(), strike_aliases.c.position)
    ).all()
    return [row.successor for row in rows if row.revision == rows[0].revision and row.successor is not None]


def _spans(connection: Connection, owner: ColumnElement[Any], ids: Ids) -> dict[int, list[Evidence]]:
    spans: dict[int, list[Evidence]] = defaultdict(list)
    query = select(owner.label("owner"), evidence).where(owner.in_(ids)).order_by(evidence.c.id)
    for row in connection.execute(query):
        spans[row.owner].append(records.evidence_of(row))
    return spans


def _filtered(query: Select[Any], where: Condition | None) -> Select[Any]:
    return query if where is None else query.where(where)
