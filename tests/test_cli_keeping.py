"""`tracker reparse`, `backup` and `restore`, run as a person runs them."""

from __future__ import annotations

from pathlib import Path

from test_cli import TWINS, tracker


def test_reparse_says_when_there_is_nothing_to_change(tmp_path: Path) -> None:
    tracker("ingest", str(TWINS), "--published", "2025-08-22", cwd=tmp_path)
    run = tracker("reparse", cwd=tmp_path)
    assert run.returncode == 0
    assert run.stdout == "Read 2 articles again: 0 read differently. Nothing to change.\n"


def test_reparse_of_a_store_that_is_not_there_makes_none(tmp_path: Path) -> None:
    run = tracker("reparse", cwd=tmp_path)
    assert run.returncode == 2
    assert "is not there yet" in run.stderr
    assert not (tmp_path / "var" / "tracker.db").exists()


def test_a_backup_is_restored_into_an_empty_store(tmp_path: Path) -> None:
    tracker("ingest", str(TWINS), "--published", "2025-08-22", cwd=tmp_path)
    before = tracker("export", cwd=tmp_path)
    written = tracker("backup", "b.gz", cwd=tmp_path)
    new = f"sqlite:///{tmp_path}/new.db"
    restored = tracker("restore", "b.gz", cwd=tmp_path, TRACKER_DATABASE_URL=new)
    assert before.returncode == written.returncode == restored.returncode == 0
    assert restored.stdout.split(")")[0] == written.stdout.split(")")[0]
    assert tracker("export", cwd=tmp_path, TRACKER_DATABASE_URL=new).stdout == before.stdout != ""


def test_a_restore_over_something_or_from_nothing_is_one_line(tmp_path: Path) -> None:
    tracker("ingest", str(TWINS), "--published", "2025-08-22", cwd=tmp_path)
    tracker("backup", "b.gz", cwd=tmp_path)
    over = tracker("restore", "b.gz", cwd=tmp_path)
    assert (over.returncode, over.stdout) == (2, "")
    assert over.stderr == "tracker: b.gz: the store is not empty. Restore into a new, empty store\n"
    nothing = tracker("restore", "none.gz", cwd=tmp_path)
    assert nothing.returncode == 2
    assert nothing.stderr.startswith("tracker: none.gz: is not there. Name a file")


def test_an_export_of_an_earlier_moment_holds_what_was_known_then(tmp_path: Path) -> None:
    tracker("ingest", str(TWINS), "--published", "2025-08-22", cwd=tmp_path)
    now = tracker("export", cwd=tmp_path).stdout
    assert tracker("export", "--known", "2099-01-01", cwd=tmp_path).stdout == now
    before = tracker("export", "--known", "2020-01-01T12:00Z", cwd=tmp_path)
    assert (before.returncode, before.stdout.splitlines()) == (0, now.splitlines()[:1])
    wrong = tracker("export", "--known", "yesterday", cwd=tmp_path)
    assert wrong.returncode == 2
    assert wrong.stderr.startswith("tracker: --known: 'yesterday' is not a moment. Write it as")
