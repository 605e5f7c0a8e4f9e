"""The tables of the store. The migrations create them; a test keeps the two the same.

Text columns are `SafeText`, lists of words are `Words`: what is read back is exactly what was written.
Evidence is a table of its own, not JSON inside a report, so that the quoted sentences of a strike are one
indexed join away. Row ids are given out by the store, which writes one transaction at a time, and not by
the database.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
)

from tracker.store.types import Json, Moment, SafeText, Words

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

KEY_LENGTH = 16


def _when() -> list[Column[object]]:
    return [
        Column("date_start", Date),
        Column("date_end", Date),
        Column("date_precision", String(8), nullable=False),
        Column("date_basis", String(9)),
    ]


def _place() -> list[Column[object]]:
    """A place is there when it has a precision; its other cells may still be unknown."""
    return [
        Column("place_name", SafeText),
        Column("place_precision", String(8)),
        Column("place_radius_km", Double),
        Column("place_country", SafeText),
        Column("place_region", SafeText),
        Column("place_lat", Double),
        Column("place_lon", Double),
    ]


def _voices() -> list[Column[object]]:
    return [
        Column("attacker", SafeText, nullable=False),
        Column("weapons", Words, nullable=False),
        Column("effects", Words, nullable=False),
        Column("status", String(9), nullable=False),
        Column("claimed_by", Words, nullable=False),
        Column("confirmed_by", Words, nullable=False),
        Column("denied_by", Words, nullable=False),
        Column("confidence", Double, nullable=False),
    ]


def _reading() -> list[Column[object]]:
    """No `read_at`: read when the article came. `superseded_at`: a newer reading took this one's place."""
    return [
        Column("parser_version", String(32), nullable=False),
        Column("read_at", Moment),
        Column("superseded_at", Moment),
    ]


meta = Table(
    "meta",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("number", Integer, nullable=False),
)
"""One row, `revision`: grows by one with every transaction that changes anything."""

articles = Table(
    "articles",
    metadata,
    Column("id", String(KEY_LENGTH), primary_key=True),
    Column("sha256", String(64), nullable=False, unique=True),
    Column("position", Integer, nullable=False, unique=True),
    Column("given_id", SafeText, nullable=False),
    Column("text", SafeText, nullable=False),
    Column("title", SafeText),
    Column("url", SafeText),
    Column("publisher", SafeText),
    Column("published", Date),
    Column("published_basis", String(8), nullable=False),
    Column("lang", SafeText),
    Column("basis", String(8), nullable=False),
    Column("tier", String(8), nullable=False),
    Column("warnings", Words, nullable=False),
    Column("parser_warnings", Words, nullable=False),
    Column("parser_version", String(32), nullable=False),
    Column("captured_at", Moment, nullable=False),
)
"""Articles as published, in the order of arrival (`position`, which does not trust the clock)."""

reports = Table(
    "reports",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("article_id", ForeignKey("articles.id"), nullable=False, index=True),
    *_reading(),
    Column("target_name", SafeText, nullable=False),
    Column("target_kind", String(24), nullable=False),
    Column("target_facility_ids", Words, nullable=False),
    Column("target_town", SafeText),
    Column("target_region", SafeText),
    Column("target_country", SafeText),
    *_when(),
    *_voices(),
    Column("is_primary", Boolean, nullable=False),
    Column("facility_id", SafeText, index=True),
    *_place(),
)

supply_reports = Table(
    "supply_reports",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("article_id", ForeignKey("articles.id"), nullable=False, index=True),
    *_reading(),
    Column("country", SafeText, nullable=False),
    Column("commodity", String(12), nullable=False),
    Column("status", String(12), nullable=False),
    Column("facility_id", SafeText),
    Column("route", String(12)),
    Column("date_start", Date),
    Column("date_end", Date),
    Column("days_min", Integer),
    Column("days_max", Integer),
    Column("said_by", Words, nullable=False),
    Column("confidence", Double, nullable=False),
)

evidence = Table(
    "evidence",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("report_id", ForeignKey("reports.id", ondelete="CASCADE"), index=True),
    Column("supply_report_id", ForeignKey("supply_reports.id", ondelete="CASCADE"), index=True),
    Column("field", SafeText, nullable=False),
    Column("start_at", Integer, nullable=False),
    Column("end_at", Integer, nullable=False),
    Column("quote", SafeText, nullable=False),
    Column("found_in", SafeText, nullable=False),
    CheckConstraint("(report_id IS NULL) <> (supply_report_id IS NULL)", name="one_owner"),
)
"""The spans that a report or a supply report was read from, in their order (`id`)."""

strikes = Table(
    "strikes",
    metadata,
    Column("id", SafeText, primary_key=True),
    Column("name", SafeText, nullable=False),
    Column("kind", String(24), nullable=False),
    Column("facility_id", SafeText, index=True),
    *_place(),
    *_when(),
    *_voices(),
    Column("sources", Integer, nullable=False),
    Column("verified", Boolean, nullable=False),
    Column("set_by_person", Words, nullable=False),
    Column("judged", String(8)),
)

strike_reports = Table(
    "strike_reports",
    metadata,
    Column("strike_id", ForeignKey("strikes.id", ondelete="CASCADE"), primary_key=True),
    Column("report_id", ForeignKey("reports.id"), primary_key=True, unique=True),
    Column("position", Integer, nullable=False),
)
"""Which reports a strike consists of, in order; a report belongs to one strike."""

strike_aliases = Table(
    "strike_aliases",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("alias", SafeText, nullable=False, index=True),
    Column("successor", SafeText),
    Column("position", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
)
"""Ids that strikes once had. Of one alias the rows of the newest revision count: its successors, the one that
took over most reports first; a row without successor says that all its reports are gone."""

judgements = Table(
    "judgements",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("who", SafeText, nullable=False),
    Column("why", SafeText, nullable=False),
    Column("kind", String(8), nullable=False),
    Column("strikes", Words, nullable=False),
    Column("reports", Json, nullable=False),
    Column("apart", Json, nullable=False),
    Column("field", SafeText),
    Column("value", Json, nullable=False),
    Column("undoes", ForeignKey("judgements.id")),
)
"""What people decided, in the order in which they did (`id`); rows are only ever added."""

Index("ix_strikes_date_start", strikes.c.date_start)
