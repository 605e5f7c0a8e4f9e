"""What people decide over the machine, and on each strike what of it is theirs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A table that only ever grows, and two columns; no strike has been judged yet."""
    op.create_table(
        "judgements",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("strikes", sa.Text, nullable=False),
        sa.Column("reports", sa.Text, nullable=False),
        sa.Column("apart", sa.Text, nullable=False),
        sa.Column("field", sa.Text),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("undoes", sa.Integer, sa.ForeignKey("judgements.id")),
    )
    op.add_column("strikes", sa.Column("set_by_person", sa.Text, nullable=False, server_default="[]"))
    op.add_column("strikes", sa.Column("judged", sa.String(8)))
