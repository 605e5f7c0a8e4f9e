"""Whether a database still holds what was written: its pages, its links, its cells and its quotes."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from tracker.model import Evidence
from tracker.store import read, records
from tracker.store.schema import evidence, metadata, reports, supply_reports

MOST = 100
"""So many problems of a kind are named; a damaged file has no end of them."""


def problems(connection: Connection) -> list[str]:
    """One line for each thing that is wrong, none for a sound database.

    SQLite checks its own pages and indexes; both databases are read whole, and every quote must stand in
    its article where it says. Raises UnreadableError for a cell that this program cannot have written.
    """
    found = list(_pages(connection)) if connection.dialect.name == "sqlite" else []
    found = found or [*_links(connection), *_quotes(connection)]
    if not found:  # reading rows whose links are broken would only say that the database is damaged
        read.read_strikes(connection)
        read.read_judgements(connection)
    return found


def _pages(connection: Connection) -> Iterator[str]:
    for (line,) in connection.exec_driver_sql(f"PRAGMA integrity_check({MOST})"):
        if line != "ok":
            yield f"pages: {line}"


def _links(connection: Connection) -> Iterator[str]:
    """Rows that name a row of another table that is not there; a sound database refuses to make them."""
    for table in metadata.sorted_tables:
        for key in table.foreign_keys:
            target = key.column.table.alias()
            names = key.parent.in_(select(target.c[key.column.name]))
            lost = select(key.parent).where(key.parent.is_not(None), ~names).limit(MOST)
            for (name,) in connection.execute(lost):
                yield f"links: {table.name}.{key.parent.name} = {name}, which {key.column.table.name} lacks"


def _quotes(connection: Connection) -> Iterator[str]:
    kept = {article.id: article for article in read.read_articles(connection)}
    for table, owner in ((reports, evidence.c.report_id), (supply_reports, evidence.c.supply_report_id)):
        query = select(table.c.article_id, evidence).join(evidence, owner == table.c.id)
        for row in connection.execute(query):
            article, span = kept.get(row.article_id), records.evidence_of(row)
            if article is not None and not _stands(span, article.text, article.title or ""):
                yield f"quotes: evidence {row.id} of article {row.article_id} is not what stands there"


def _stands(span: Evidence, text: str, title: str) -> bool:
    where = title if span.where == "title" else text
    return where[span.start : span.end] == span.quote
