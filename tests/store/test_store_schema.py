"""The migrations make the schema, from any version that was ever released, with data in it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from store_makers import fill, parsed

from tracker.store import Store, migrate
from tracker.store.database import connect
from tracker.store.schema import metadata

NEXT = """
import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "9001", "{newest}", None, None


def upgrade():
    op.add_column("strikes", sa.Column("note", sa.Text))
    op.execute("UPDATE strikes SET note = 'kept'")
    {last}
"""


def later_version(folder: Path, last: str) -> Path:
    """The migrations of a later version of the program."""
    shutil.copytree(migrate.FOLDER, folder / "migrations", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "migrations" / "versions" / "r9001_next.py").write_text(
        NEXT.format(last=last, newest=migrate.newest())
    )
    return folder / "migrations"


def test_the_migrations_make_exactly_the_tables_that_the_code_reads(address: str) -> None:
    with Store.open(address) as store, store._database.reading() as connection:
        options = {"version_table": migrate.VERSION_TABLE, "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []


def test_a_database_of_the_first_version_is_brought_up_with_its_data(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/t.db"
    database = connect(url, read_only=False, wait_seconds=1)
    migrate.upgrade(database, target="0001")
    database.close()
    with closing(sqlite3.connect(tmp_path / "t.db")) as connection:
        assert connection.execute("SELECT version_num FROM tracker_schema").fetchall() == [("0001",)]
    with Store.open(url) as store:
        strikes = fill(store, [parsed("telex"), parsed("hvg")])
    with Store.open(url) as store:
        assert store.strikes() == strikes


def test_what_the_first_version_held_is_read_by_this_one(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/t.db"
    with Store.open(url) as store:
        strikes = fill(store, [parsed("telex"), parsed("hvg", day=14)])
        reports, supply, articles = store.reports(), store.supply_reports(), store.articles()
    with closing(sqlite3.connect(tmp_path / "t.db")) as connection, connection:
        for table in ("reports", "supply_reports"):
            connection.execute(f"ALTER TABLE {table} DROP COLUMN read_at")
            connection.execute(f"ALTER TABLE {table} DROP COLUMN superseded_at")
        connection.execute("DROP TABLE judgements")
        for column in ("set_by_person", "judged"):
            connection.execute(f"ALTER TABLE strikes DROP COLUMN {column}")
        connection.execute("UPDATE tracker_schema SET version_num = '0001'")
    with Store.open(url) as store:
        assert (store.reports(), store.supply_reports(), store.articles()) == (reports, supply, articles)
        assert store.strikes() == strikes
        assert store.judgements() == ()


def test_a_later_version_upgrades_a_store_in_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"sqlite:///{tmp_path}/t.db"
    with Store.open(url) as store:
        strikes = fill(store, [parsed("telex"), parsed("hvg")])
    monkeypatch.setattr(migrate, "FOLDER", later_version(tmp_path, "pass"))
    with Store.open(url) as store:
        assert store.strikes() == strikes
    with closing(sqlite3.connect(tmp_path / "t.db")) as connection:
        assert connection.execute("SELECT note FROM strikes").fetchall() == [("kept",)]
        assert connection.execute("SELECT version_num FROM tracker_schema").fetchall() == [("9001",)]


def test_an_upgrade_that_fails_leaves_the_database_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path}/t.db"
    with Store.open(url) as store:
        strikes = fill(store, [parsed("telex")])
    with monkeypatch.context() as patched:
        patched.setattr(migrate, "FOLDER", later_version(tmp_path, "raise RuntimeError('power cut')"))
        with pytest.raises(RuntimeError, match="power cut"):
            Store.open(url)
    with Store.open(url) as store:
        assert store.strikes() == strikes
    with closing(sqlite3.connect(tmp_path / "t.db")) as connection:
        assert "note" not in {row[1] for row in connection.execute("PRAGMA table_info(strikes)")}


def test_opening_a_store_that_is_up_to_date_writes_nothing(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/t.db"
    Store.open(url).close()
    before = (tmp_path / "t.db").read_bytes()
    Store.open(url).close()
    assert (tmp_path / "t.db").read_bytes() == before


def test_a_folder_with_a_percent_sign_is_no_obstacle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    odd = tmp_path / "100%s"
    odd.mkdir()
    monkeypatch.setattr(migrate, "FOLDER", later_version(odd, "pass"))
    with Store.open("sqlite://") as store:
        assert store.revision() == 0


def test_the_picture_of_the_schema_shows_every_table_and_column() -> None:
    lines = (Path(__file__).parents[2] / "docs" / "schema.md").read_text(encoding="utf-8").splitlines()
    drawn: dict[str, list[str]] = {}
    table = ""
    for line in map(str.split, lines):
        if line[1:] == ["{"]:
            table = line[0]
            drawn[table] = []
        elif line == ["}"]:
            table = ""
        elif table:
            drawn[table].append(line[1])
    assert drawn == {table.name: [column.name for column in table.c] for table in metadata.sorted_tables}
