"""Run by Alembic for each upgrade, on the connection and inside the transaction that migrate.py opened."""

from __future__ import annotations

from alembic import context

from tracker.store.migrate import VERSION_TABLE
from tracker.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
