"""Reports keep when they were read and when a newer reading of their article replaced them.

No `read_at` means: with the article's arrival. No `superseded_at`: this is what the store holds to be said.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Two moments for each report of either kind; what is stored stays as it is."""
    for table in ("reports", "supply_reports"):
        op.add_column(table, sa.Column("read_at", sa.String(32)))
        op.add_column(table, sa.Column("superseded_at", sa.String(32)))
