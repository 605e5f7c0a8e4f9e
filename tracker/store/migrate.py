"""Brings a database to the present schema, in one transaction, with Alembic but without its files."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, func, inspect, select

from tracker.errors import StoreError
from tracker.store.database import Database
from tracker.store.schema import metadata

VERSION_TABLE = "tracker_schema"
FOLDER = Path(__file__).parent / "migrations"
_ADVISORY_LOCK = 0x7AC4E12
_ONE_AT_A_TIME = Lock()
"""Alembic keeps the migration that runs in a module of its own: one per process."""


def upgrade(database: Database, *, target: str = "head", read_only: bool = False) -> None:
    """Creates or upgrades the tables where that is needed; otherwise only reads.

    Raises StoreError when a newer version of the program wrote the database, when it belongs to another
    program, or when it would have to be upgraded but is opened for reading only.
    """
    config = _config()
    script = ScriptDirectory.from_config(config)
    head = script.get_current_head() if target == "head" else target
    with database.reading() as connection:
        if _version(connection, database.address, script) == head:
            return
    if read_only:
        remedy = "Open it once for writing: tracker ingest"
        raise StoreError("has an older schema", where=database.address, remedy=remedy)
    with _ONE_AT_A_TIME, database.writing() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(_ADVISORY_LOCK)))
        if _version(connection, database.address, script) != head:
            config.attributes["connection"] = connection
            command.upgrade(config, target)


def newest() -> str:
    """The schema that this program writes."""
    return str(ScriptDirectory.from_config(_config()).get_current_head())


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _version(connection: Connection, address: str, script: ScriptDirectory) -> str | None:
    """The schema version of the database, None for an empty one."""
    tables = set(inspect(connection).get_table_names())
    if VERSION_TABLE not in tables:
        foreign = tables if connection.dialect.name == "sqlite" else tables & set(metadata.tables)
        if foreign:
            what = f"belongs to another program (it holds the table {min(foreign)})"
            raise StoreError(what, where=address, remedy="Set TRACKER_DATABASE_URL to another place")
        return None
    context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
    current = context.get_current_revision()
    if current is not None and current not in {revision.revision for revision in script.walk_revisions()}:
        what = f"was written by a newer version of this program (schema {current})"
        raise StoreError(what, where=address, remedy="Update the program, or restore an older backup")
    return current
