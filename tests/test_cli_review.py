"""`tracker review` and `tracker evaluate --desk`: what they print, and what they refuse."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from test_cli import TWINS, tracker

from tracker.cli.common import app
from tracker.errors import UsageError

Run = Callable[..., str]
UNECHA = "unecha-pumping-station-2025-08-21"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command inside this process and gives what it printed."""

    def ran(*words: str) -> str:
        with contextlib.suppress(typer.Exit):
            app(list(words), standalone_mode=False)
        return capsys.readouterr().out

    return ran


def test_a_refusal_is_one_line_on_standard_error(tmp_path: Path) -> None:
    done = tracker("review", UNECHA, "--reject", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "tracker: why: a reason to reject is needed. Write it in a few words\n"


def test_the_queue_one_strike_and_nothing_judged_yet(run: Run) -> None:
    run("ingest", str(TWINS), "--published", "2025-08-22")
    queue = run("review", "--limit", "3")
    lines = queue.splitlines()
    assert len(lines) == 5
    assert "wait for a person, the least certain first." in lines[-1]
    shares = [float(line.split()[0]) for line in lines[1:-1]]
    assert shares == sorted(shares)
    one = run("review", UNECHA)
    assert "report 2:" in one
    assert "[" in one.split("report 1:")[1]
    none = run("evaluate", "--desk")
    assert none.startswith("Nothing was judged yet: no error rate is known.")
    assert run("review", "--history") == "Nobody has judged a strike yet.\n"


def test_decisions_show_before_and_after_and_reach_the_exports(run: Run) -> None:
    run("ingest", str(TWINS), "--published", "2025-08-22")
    words = ("--who", "Eva", "--why", "both say so")
    done = run("review", UNECHA, "--set", "weapons=missile", "--set", "date_end=2025-08-21", *words)
    head, *table = done.splitlines()
    assert head == "correct: judgement 1, 2 by Eva"
    assert table[0].split() == ["field", "before", "after"]
    assert ["date_end", "2025-08-22", "2025-08-21"] in [row.split() for row in table]
    exported = run("export", "--format", "geojson", "--query", f"q={UNECHA}")
    (feature,) = json.loads(exported)["features"]
    assert feature["properties"]["set_by_person"] == ["date_end", "weapons"]
    shown = run("review", UNECHA)
    assert "(set by a person; read as: 2025-08-22)" in shown
    assert "Eva  correct weapons=missile" in shown
    rate = run("evaluate", "--desk")
    assert "People looked at 1 strike " in rate
    assert "corrected: weapons" in rate


def test_a_rejection_is_told_and_undone_by_its_number(run: Run) -> None:
    run("ingest", str(TWINS), "--published", "2025-08-22")
    done = run("review", UNECHA, "--reject", "--who", "Eva", "--why", "a drill")
    assert "after   no strike; the reports stay in the store" in done
    assert "Eva  reject" in run("review", UNECHA)
    back = run("review", "--undo", "1", "--who", "Eva", "--why", "it was real")
    assert f"after   {UNECHA}" in back
    history = run("review", "--history").splitlines()
    assert [line.endswith("[undone]") for line in history] == [False, True]


def test_reports_are_split_off_and_merged_by_name(run: Run) -> None:
    run("ingest", str(TWINS), "--published", "2025-08-22")
    words = ("--who", "Eva", "--why", "x")
    apart = run("review", UNECHA, "--split", "2,3", *words)
    assert apart.count("after   ") == 2
    joined = run("review", UNECHA, "--merge", f"{UNECHA}-2", *words)
    assert joined.count("after   ") == 1


def test_wrong_usage_is_one_line_and_changes_nothing(run: Run) -> None:
    run("ingest", str(TWINS), "--published", "2025-08-22")
    for words, line in (
        ((UNECHA, "--reject"), "why: a reason to reject is needed"),
        ((UNECHA, "--accept", "--reject"), "accept and reject at once"),
        (("--accept",), "no strike is named"),
        ((UNECHA, "--set", "weapons"), "'weapons' is not understood. Write field=value"),
        ((UNECHA, "--set", "weapons=axe", "--why", "x"), "weapons: 'axe' is not known. Use: drone,"),
        ((UNECHA, "--split", "two", "--why", "x"), "'two' is no number"),
        (("gone",), "no strike is known under 'gone'"),
    ):
        with pytest.raises(UsageError) as caught:
            run("review", *words)
        assert line in str(caught.value)
    assert run("review", "--history") == "Nobody has judged a strike yet.\n"


def test_what_steers_a_terminal_is_not_printed(run: Run, tmp_path: Path) -> None:
    text = "Drones hit the Ryazan refinery \x1b[2J\u202eovernight on 22 August 2025, said the governor."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    run("ingest", str(tmp_path / "a.txt"))
    strike = next(
        feature["id"]
        for feature in json.loads(run("export", "--format", "geojson"))["features"]
        if feature["id"].startswith("ryazan-refinery-2025-08-2")
    )
    shown = run("review", strike)
    assert "Ryazan refinery" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown
