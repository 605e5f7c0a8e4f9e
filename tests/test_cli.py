"""The command line, run as a person runs it."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TWINS = ROOT / "tests" / "data" / "twins"


def tracker(
    *words: str, cwd: Path, stdin: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tracker", *words],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        input=stdin.decode("utf-8"),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_parse_prints_one_object_a_line_in_input_order(tmp_path: Path) -> None:
    run = tracker("parse", str(TWINS), "--published", "2025-08-22", cwd=tmp_path)
    rows = [json.loads(line) for line in run.stdout.splitlines()]
    assert run.returncode == 0
    assert [row["id"] for row in rows] == ["dated.txt", "undated.txt"]
    assert [len(row["strikes"]) for row in rows] == [1, 1]
    assert {row["country"] for row in rows[1]["disruptions"]} == {"HU", "SK"}
    assert not (tmp_path / "var" / "tracker.db").exists()


def test_parse_reads_standard_input_and_shows_the_text_that_offsets_count_in(tmp_path: Path) -> None:
    text = "Drones hit the Ryazan refinery overnight on 22 August 2025."
    run = tracker("parse", "-", "--with-text", cwd=tmp_path, stdin=text.encode())
    (row,) = [json.loads(line) for line in run.stdout.splitlines()]
    assert row["id"] == "stdin"
    evidence = row["strikes"][0]["evidence"][0]
    assert row["text"][evidence["start"] : evidence["end"]] == evidence["quote"]


def test_explain_says_the_flow_in_its_own_words(tmp_path: Path) -> None:
    run = tracker("parse", str(TWINS / "dated.txt"), "--explain", cwd=tmp_path)
    for word in ("sources", "text", "extraction", "geocoding", "Unecha"):
        assert word in run.stdout


def test_some_failed_is_three_and_the_complaint_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    run = tracker("parse", str(TWINS / "dated.txt"), "empty.txt", cwd=tmp_path)
    assert run.returncode == 3
    assert len(run.stdout.splitlines()) == 1
    assert len(run.stderr.splitlines()) == 1
    assert "empty.txt" in run.stderr


@pytest.mark.parametrize(
    "words", [("parse", "missing.txt"), ("parse", "x", "--published", "tomorrow"), ("parse",)]
)
def test_nothing_readable_or_wrong_usage_is_two(tmp_path: Path, words: tuple[str, ...]) -> None:
    run = tracker(*words, cwd=tmp_path)
    assert run.returncode == 2
    assert run.stdout == ""
    assert "Traceback" not in run.stderr


def test_ingest_twice_says_that_nothing_changed(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'own.db'}"
    words = ("ingest", str(TWINS), "--published", "2025-08-22")
    first = tracker(*words, cwd=tmp_path, TRACKER_DATABASE_URL=address)
    assert (first.returncode, "2 new" in first.stdout) == (0, True)
    again = tracker(*words, cwd=tmp_path, TRACKER_DATABASE_URL=address)
    assert (again.returncode, "Nothing new" in again.stdout) == (0, True)


def test_a_corrupt_database_is_one_line_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "own.db").write_bytes(b"this is no database" * 100)
    run = tracker("ingest", str(TWINS), cwd=tmp_path, TRACKER_DATABASE_URL=f"sqlite:///{tmp_path / 'own.db'}")
    assert run.returncode == 2
    assert len(run.stderr.splitlines()) == 1
    assert "own.db" in run.stderr
    assert (tmp_path / "own.db").read_bytes() == b"this is no database" * 100


def test_a_missing_data_file_is_one_line_that_names_it(tmp_path: Path) -> None:
    run = tracker("parse", str(TWINS / "dated.txt"), cwd=tmp_path, TRACKER_DATA_DIR=str(tmp_path))
    assert run.returncode == 2
    assert len(run.stderr.splitlines()) == 1
    assert str(tmp_path) in run.stderr


def test_an_article_dated_in_the_future_is_warned_of(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(" date 2099-01-01 Drones hit the Ryazan refinery overnight.")
    run = tracker("parse", "a.txt", cwd=tmp_path)
    (row,) = [json.loads(line) for line in run.stdout.splitlines()]
    assert run.returncode == 0
    assert any("2099-01-01" in warning and "future" in warning for warning in row["warnings"])
    stored = tracker("ingest", "a.txt", cwd=tmp_path, TRACKER_DATABASE_URL=f"sqlite:///{tmp_path / 'own.db'}")
    assert "2099-01-01" in stored.stderr


def test_impact_tells_of_a_halt_day_by_day(tmp_path: Path) -> None:
    run = tracker(
        "impact", "--country", "SK", "--from", "2025-08-23", "--days", "2", "--as", "json", cwd=tmp_path
    )
    *days, whole = [json.loads(line) for line in run.stdout.splitlines()]
    assert [day["status"] for day in days] == ["halted", "halted"]
    assert days[0]["grounds"][0]["source_url"].startswith("https://")
    assert days[0]["balance"]["delivered"]["druzhba"]["middle"] == 0
    assert whole["short_days"] == 2
    assert whole["total"]["missing_kt"]["low"] > 20
    assert whole["cover"]["refiner"]["middle"] is None


SEEDS_CASE = ("impact", "--country", "SK", "--as-of", "2025-08-22", "--days", "30")


def test_impact_looks_ahead_from_a_day_with_what_was_known_then(tmp_path: Path) -> None:
    *days, whole = [
        json.loads(line) for line in tracker(*SEEDS_CASE, "--as", "json", cwd=tmp_path).stdout.splitlines()
    ]
    assert [day["status"] for day in days] == ["halted", *["unknown"] * 29]
    back = whole["restart"]
    assert back["restart_from"] >= "2025-08-26", "at least five days were announced"
    assert back["restart_from"] <= "2025-08-28" <= back["restart_to"]
    missing = [day["balance"]["missing_kt"]["middle"] > 0 for day in days]
    assert missing == sorted(missing, reverse=True)
    assert days[-1]["balance"]["missing_kt"]["low"] == 0


def test_a_scenario_file_changes_the_answer_and_a_wrong_one_is_one_line(tmp_path: Path) -> None:
    text = '[[outage]]\nfacility = "unecha-pumping-station"\nstart = 2025-08-22\ndays = 30\n'
    (tmp_path / "out.toml").write_text(f"{text}[set]\nSK.refiner_kt = 50\n")
    run = tracker(*SEEDS_CASE, "--scenario", "out.toml", cwd=tmp_path)
    assert (
        "What if: unecha-pumping-station out for 30 days from 2025-08-22; SK.refiner_kt = 50.0" in run.stdout
    )
    assert "Short from 2025-08-22, on 30 days." in run.stdout
    assert "The refiner's stock and loans last 3." in run.stdout
    (tmp_path / "bad.toml").write_text(text.replace("unecha", "uncha"))
    for file, says in (
        ("bad.toml", "'uncha-pumping-station' is no station"),
        ("none.toml", "cannot be read"),
    ):
        wrong = tracker(*SEEDS_CASE, "--scenario", file, cwd=tmp_path)
        assert wrong.returncode == 2
        assert wrong.stderr.startswith(f"tracker: {file}: {says}"), wrong.stderr
        assert wrong.stderr.count("\n") == 1


def test_impact_as_csv_has_a_row_a_day_and_ranges_in_kt(tmp_path: Path) -> None:
    run = tracker(*SEEDS_CASE, "--as", "csv", cwd=tmp_path)
    rows = list(csv.DictReader(run.stdout.splitlines()))
    assert len(rows) == 30
    for row in rows:
        low, middle, high = (float(row[f"missing_{part}_kt"]) for part in ("low", "middle", "high"))
        assert low <= middle <= high
        came = float(row["druzhba_middle_kt"]) + float(row["adria_middle_kt"])
        assert abs(float(row["need_middle_kt"]) - came - middle) < 0.01


def test_export_filters_like_a_link(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'own.db'}"
    tracker("ingest", str(TWINS), "--published", "2025-08-22", cwd=tmp_path, TRACKER_DATABASE_URL=address)
    words = ("export", "--format", "geojson", "--query")
    night = "from=2025-08-21&to=2025-08-22&kind=pumping_station&country="
    all_of_it = tracker(*words, f"{night}RU", cwd=tmp_path, TRACKER_DATABASE_URL=address)
    assert len(json.loads(all_of_it.stdout)["features"]) == 1
    none = tracker(*words, f"{night}UA", cwd=tmp_path, TRACKER_DATABASE_URL=address)
    assert json.loads(none.stdout)["features"] == []
    odd = tracker(*words, "colour=red", cwd=tmp_path, TRACKER_DATABASE_URL=address)
    assert (odd.returncode, "colour" in odd.stderr) == (2, True)
