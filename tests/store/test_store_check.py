"""A check finds what is wrong with a database, and nothing in a sound one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from store_makers import fill, parsed

from tracker.errors import StoreError
from tracker.store import Store


def test_a_sound_store_has_nothing_wrong(store: Store) -> None:
    assert store.check() == []
    fill(store, [parsed("telex"), parsed("sme", day=14)])
    assert store.check() == []


@pytest.mark.parametrize(
    ("statement", "line"),
    [
        ("DELETE FROM articles WHERE rowid = 1", "links: reports.article_id = "),
        ("UPDATE evidence SET start_at = 1, end_at = 7 WHERE id = 1", "quotes: evidence 1 of article "),
        (
            "UPDATE strike_reports SET report_id = 99 WHERE report_id = 1",
            "links: strike_reports.report_id = 99, which reports lacks",
        ),
    ],
)
def test_what_was_changed_behind_its_back_is_named(tmp_path: Path, statement: str, line: str) -> None:
    with Store.open(f"sqlite:///{tmp_path}/t.db") as store:
        fill(store, [parsed("telex"), parsed("sme", day=14)])
        _behind_its_back(tmp_path / "t.db", statement)
        found = store.check()
    assert any(problem.startswith(line) for problem in found), found


def test_a_cell_that_nobody_can_have_written_is_a_damaged_store(tmp_path: Path) -> None:
    with Store.open(f"sqlite:///{tmp_path}/t.db") as store:
        fill(store, [parsed("telex")])
        _behind_its_back(tmp_path / "t.db", "UPDATE strikes SET status = 'perhaps'")
        with pytest.raises(StoreError, match="the database is damaged"):
            store.check()


def test_a_broken_index_is_named(tmp_path: Path) -> None:
    with Store.open(f"sqlite:///{tmp_path}/t.db") as store:
        fill(store, [parsed("telex"), parsed("sme", day=14)])
        _behind_its_back(
            tmp_path / "t.db",
            "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL",
        )
    with Store.open(f"sqlite:///{tmp_path}/t.db", read_only=True) as store:
        assert any(problem.startswith("pages: ") for problem in store.check())


def _behind_its_back(file: Path, statements: str) -> None:
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.executescript(statements)
    connection.commit()
    connection.close()
