"""How the store changes; every function works inside a transaction that its caller holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, union_all, update

from tracker.errors import StoreError
from tracker.model import Evidence, Judgement, Parsed, Report, Strike, SupplyReport
from tracker.store import records
from tracker.store.read import read_links, read_outlines
from tracker.store.schema import (
    articles,
    evidence,
    judgements,
    meta,
    reports,
    strike_aliases,
    strike_reports,
    strikes,
    supply_reports,
)

Outline = tuple[Strike, tuple[int, ...]]
"""A strike without its reports, and their row ids."""


@dataclass(frozen=True, slots=True)
class Change:
    """How many strikes came, changed and went."""

    added: int = 0
    changed: int = 0
    removed: int = 0

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def lock(connection: Connection) -> int:
    """Makes other writers wait until this transaction ends; gives the revision that stands."""
    query = select(meta.c.number).where(meta.c.name == "revision").with_for_update()
    return int(connection.execute(query).scalar_one())


def grow(connection: Connection) -> None:
    """The next revision: something has changed."""
    connection.execute(update(meta).where(meta.c.name == "revision").values(number=meta.c.number + 1))


def add_article(connection: Connection, parsed: Parsed, now: datetime, parser_version: str) -> bool:
    """Stores an article and what was found in it; False when its words are stored already."""
    cells = records.article_cells(parsed.article)
    if connection.execute(select(articles.c.id).where(articles.c.sha256 == cells["sha256"])).first():
        return False
    cells["position"] = _next(connection, articles, "position")
    cells["parser_warnings"] = parsed.warnings
    cells["parser_version"] = parser_version
    cells["captured_at"] = now
    connection.execute(insert(articles), [cells])
    origin = {"article_id": cells["id"], "parser_version": parser_version}
    _add_found(connection, reports, "report_id", parsed.reports, origin)
    _add_found(connection, supply_reports, "supply_report_id", parsed.supply_reports, origin)
    return True


def reread(connection: Connection, parsed: Parsed, now: datetime, parser_version: str) -> None:
    """Puts a newer reading of a stored article in the place of the one that stands; the old one is kept."""
    article_id = parsed.article.id
    now = _no_earlier(connection, article_id, now)
    for table in (reports, supply_reports):
        stands = (table.c.article_id == article_id) & table.c.superseded_at.is_(None)
        connection.execute(update(table).where(stands).values(superseded_at=now))
    news = {"parser_warnings": parsed.warnings, "parser_version": parser_version}
    connection.execute(update(articles).where(articles.c.id == article_id).values(news))
    origin = {"article_id": article_id, "parser_version": parser_version, "read_at": now}
    _add_found(connection, reports, "report_id", parsed.reports, origin)
    _add_found(connection, supply_reports, "supply_report_id", parsed.supply_reports, origin)


def _no_earlier(connection: Connection, article_id: str, now: datetime) -> datetime:
    """Now; when the clock has gone back, the article's last moment, so that its readings never overlap."""
    found = [
        select(column).where(table.c.article_id == article_id)
        for table in (reports, supply_reports)
        for column in (table.c.read_at, table.c.superseded_at)
    ]
    came = select(articles.c.captured_at).where(articles.c.id == article_id)
    moments: Iterable[datetime | None] = connection.execute(union_all(came, *found)).scalars()
    return max([now, *(moment for moment in moments if moment is not None)])


def add_judgement(connection: Connection, judgement: Judgement, now: datetime) -> int:
    """Adds a judgement and gives its id; nothing in this program changes or deletes one."""
    number = _next(connection, judgements)
    last = connection.execute(select(judgements.c.at).where(judgements.c.id == number - 1)).scalar()
    cells = {"id": number, "at": max(now, last or now), **records.judgement_cells(judgement)}
    connection.execute(insert(judgements), [cells])
    return number


def _add_found(
    connection: Connection,
    table: Table,
    owner: str,
    found: Sequence[Report | SupplyReport],
    origin: records.Cells,
) -> None:
    """Stores reports of either kind with their evidence."""
    if not found:
        return
    first, span = _next(connection, table), _next(connection, evidence)
    rows: list[records.Cells] = []
    spans: list[records.Cells] = []
    for number, report in enumerate(found, start=first):
        cells = records.report_cells(report) if isinstance(report, Report) else records.supply_cells(report)
        rows.append({"id": number, **origin, **cells})
        spans += _span_cells(owner, number, report.evidence, span + len(spans))
    connection.execute(insert(table), rows)
    if spans:
        connection.execute(insert(evidence), spans)


def _span_cells(owner: str, number: int, spans: Iterable[Evidence], first: int) -> list[records.Cells]:
    return [
        {"id": n, owner: number, **cells}
        for n, cells in enumerate(records.evidence_cells(spans), start=first)
    ]


def _next(connection: Connection, table: Table, column: str = "id") -> int:
    return int(connection.execute(select(func.coalesce(func.max(table.c[column]), 0))).scalar_one()) + 1


def put_strikes(
    connection: Connection,
    wanted: Sequence[Strike],
    stored: Mapping[int, Report],
    revision: int,
    address: str,
) -> Change:
    """Makes the stored strikes the wanted ones, touching only what differs; former ids become aliases.

    `stored` are all reports by row id, `revision` is the one that this change will make. Raises StoreError
    for a report that is not stored.
    """
    links = read_links(connection)
    old = {name: (strike, links.get(name, ())) for name, strike in read_outlines(connection).items()}
    new = _outlines(wanted, stored, address)
    added = [name for name in new if name not in old]
    changed = [name for name in new if name in old and new[name] != old[name]]
    removed = [name for name in old if name not in new]
    _unlink(connection, changed + removed)
    _write(connection, [new[name][0] for name in added], [new[name][0] for name in changed])
    _link(connection, {name: new[name][1] for name in added + changed})
    _retire(connection, {name: old[name][1] for name in removed}, new, revision)
    return Change(len(added), len(changed), len(removed))


def _outlines(wanted: Sequence[Strike], stored: Mapping[int, Report], address: str) -> dict[str, Outline]:
    numbers: dict[Report, int] = {}
    for number, report in stored.items():
        numbers.setdefault(report, number)
    outlines: dict[str, Outline] = {}
    for strike in wanted:
        if strike.id in outlines:
            raise ValueError(f"two strikes are called {strike.id}")
        missing = next((report for report in strike.reports if report not in numbers), None)
        if missing is not None:
            what = f"strike {strike.id} holds a report of article {missing.article_id} that is not stored"
            raise StoreError(
                what, where=address, remedy="Add the article first, then merge what the store gives"
            )
        members = tuple(numbers[report] for report in strike.reports)
        outlines[strike.id] = (replace(strike, reports=()), members)
    return outlines


def _unlink(connection: Connection, names: Sequence[str]) -> None:
    if names:
        statement = delete(strike_reports).where(strike_reports.c.strike_id == bindparam("name"))
        connection.execute(statement, [{"name": name} for name in names])


def _write(connection: Connection, added: Sequence[Strike], changed: Sequence[Strike]) -> None:
    if added:
        connection.execute(insert(strikes), [records.strike_cells(strike) for strike in added])
    if changed:
        rows = [records.strike_cells(strike) for strike in changed]
        cells: dict[str, Any] = {name: bindparam(name) for name in rows[0] if name != "id"}
        statement = update(strikes).where(strikes.c.id == bindparam("strike_id")).values(cells)
        connection.execute(statement, [{"strike_id": row.pop("id"), **row} for row in rows])


def _link(connection: Connection, members: dict[str, tuple[int, ...]]) -> None:
    rows = [
        {"strike_id": name, "report_id": number, "position": position}
        for name, numbers in members.items()
        for position, number in enumerate(numbers)
    ]
    if rows:
        connection.execute(insert(strike_reports), rows)


def _retire(
    connection: Connection, removed: dict[str, tuple[int, ...]], new: dict[str, Outline], revision: int
) -> None:
    """Takes strikes out and leaves their ids as aliases of the strikes that have their reports now."""
    if not removed:
        return
    owners = {number: name for name, (_, numbers) in new.items() for number in numbers}
    rows: list[records.Cells] = []
    for name, numbers in removed.items():
        shares = Counter(owners[number] for number in numbers if number in owners)
        heirs: list[str | None] = [*sorted(shares, key=lambda heir: (-shares[heir], heir))]
        rows += [
            {"alias": name, "successor": heir, "position": position, "revision": revision}
            for position, heir in enumerate(heirs or [None])
        ]
    first = _next(connection, strike_aliases)
    connection.execute(insert(strike_aliases), [{"id": n, **row} for n, row in enumerate(rows, start=first)])
    statement = delete(strikes).where(strikes.c.id == bindparam("name"))
    connection.execute(statement, [{"name": name} for name in removed])
