"""The first schema: articles, what was read from them, strikes with their reports and former ids.

Written out and never changed again: a database of this version stays readable whatever schema.py becomes.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _when() -> list[sa.Column[object]]:
    return [
        sa.Column("date_start", sa.Date),
        sa.Column("date_end", sa.Date),
        sa.Column("date_precision", sa.String(8), nullable=False),
        sa.Column("date_basis", sa.String(9)),
    ]


def _place() -> list[sa.Column[object]]:
    return [
        sa.Column("place_name", sa.Text),
        sa.Column("place_precision", sa.String(8)),
        sa.Column("place_radius_km", sa.Double),
        sa.Column("place_country", sa.Text),
        sa.Column("place_region", sa.Text),
        sa.Column("place_lat", sa.Double),
        sa.Column("place_lon", sa.Double),
    ]


def _voices() -> list[sa.Column[object]]:
    return [
        sa.Column("attacker", sa.Text, nullable=False),
        sa.Column("weapons", sa.Text, nullable=False),
        sa.Column("effects", sa.Text, nullable=False),
        sa.Column("status", sa.String(9), nullable=False),
        sa.Column("claimed_by", sa.Text, nullable=False),
        sa.Column("confirmed_by", sa.Text, nullable=False),
        sa.Column("denied_by", sa.Text, nullable=False),
        sa.Column("confidence", sa.Double, nullable=False),
    ]


def upgrade() -> None:
    """Creates everything in an empty database."""
    _create_articles()
    _create_reports()
    _create_evidence()
    _create_strikes()


def _create_articles() -> None:
    meta = op.create_table(
        "meta",
        sa.Column("name", sa.String(32), primary_key=True),
        sa.Column("number", sa.Integer, nullable=False),
    )
    op.bulk_insert(meta, [{"name": "revision", "number": 0}])
    op.create_table(
        "articles",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("sha256", sa.String(64), nullable=False, unique=True),
        sa.Column("position", sa.Integer, nullable=False, unique=True),
        sa.Column("given_id", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("publisher", sa.Text),
        sa.Column("published", sa.Date),
        sa.Column("published_basis", sa.String(8), nullable=False),
        sa.Column("lang", sa.Text),
        sa.Column("basis", sa.String(8), nullable=False),
        sa.Column("tier", sa.String(8), nullable=False),
        sa.Column("warnings", sa.Text, nullable=False),
        sa.Column("parser_warnings", sa.Text, nullable=False),
        sa.Column("parser_version", sa.String(32), nullable=False),
        sa.Column("captured_at", sa.String(32), nullable=False),
    )


def _create_reports() -> None:
    op.create_table(
        "reports",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("article_id", sa.String(16), sa.ForeignKey("articles.id"), nullable=False, index=True),
        sa.Column("parser_version", sa.String(32), nullable=False),
        sa.Column("target_name", sa.Text, nullable=False),
        sa.Column("target_kind", sa.String(24), nullable=False),
        sa.Column("target_facility_ids", sa.Text, nullable=False),
        sa.Column("target_town", sa.Text),
        sa.Column("target_region", sa.Text),
        sa.Column("target_country", sa.Text),
        *_when(),
        *_voices(),
        sa.Column("is_primary", sa.Boolean, nullable=False),
        sa.Column("facility_id", sa.Text, index=True),
        *_place(),
    )
    op.create_table(
        "supply_reports",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("article_id", sa.String(16), sa.ForeignKey("articles.id"), nullable=False, index=True),
        sa.Column("parser_version", sa.String(32), nullable=False),
        sa.Column("country", sa.Text, nullable=False),
        sa.Column("commodity", sa.String(12), nullable=False),
        sa.Column("status", sa.String(12), nullable=False),
        sa.Column("facility_id", sa.Text),
        sa.Column("route", sa.String(12)),
        sa.Column("date_start", sa.Date),
        sa.Column("date_end", sa.Date),
        sa.Column("days_min", sa.Integer),
        sa.Column("days_max", sa.Integer),
        sa.Column("said_by", sa.Text, nullable=False),
        sa.Column("confidence", sa.Double, nullable=False),
    )


def _create_evidence() -> None:
    op.create_table(
        "evidence",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("report_id", sa.Integer, sa.ForeignKey("reports.id", ondelete="CASCADE"), index=True),
        sa.Column(
            "supply_report_id",
            sa.Integer,
            sa.ForeignKey("supply_reports.id", ondelete="CASCADE"),
            index=True,
        ),
        sa.Column("field", sa.Text, nullable=False),
        sa.Column("start_at", sa.Integer, nullable=False),
        sa.Column("end_at", sa.Integer, nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("found_in", sa.Text, nullable=False),
        sa.CheckConstraint("(report_id IS NULL) <> (supply_report_id IS NULL)", name="one_owner"),
    )


def _create_strikes() -> None:
    op.create_table(
        "strikes",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("facility_id", sa.Text, index=True),
        *_place(),
        *_when(),
        *_voices(),
        sa.Column("sources", sa.Integer, nullable=False),
        sa.Column("verified", sa.Boolean, nullable=False),
    )
    op.create_index("ix_strikes_date_start", "strikes", ["date_start"])
    op.create_table(
        "strike_reports",
        sa.Column("strike_id", sa.Text, sa.ForeignKey("strikes.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("report_id", sa.Integer, sa.ForeignKey("reports.id"), primary_key=True, unique=True),
        sa.Column("position", sa.Integer, nullable=False),
    )
    op.create_table(
        "strike_aliases",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("alias", sa.Text, nullable=False, index=True),
        sa.Column("successor", sa.Text),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
    )


def downgrade() -> None:
    """Refuses: going back would lose what was stored."""
    raise NotImplementedError("there is nothing before the first schema; restore a backup instead")
