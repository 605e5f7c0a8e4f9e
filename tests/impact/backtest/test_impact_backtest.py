from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType

import pytest
from impact_world import SUPPLY

from tracker.knowledge.supply import Supply
from tracker.model import Range

ROOT = Path(__file__).parents[3]
SCRIPT = ROOT / "bench" / "backtest.py"
PAGE = (ROOT / "docs" / "model.md").read_text(encoding="utf-8").splitlines()


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bench_backtest", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


backtest = script()
FOUND = backtest.cases(SUPPLY)
CHECKS = backtest.checks(SUPPLY)


def assuming(name: str, value: float) -> Supply:
    assumption = replace(SUPPLY.assumptions[name], value=Range(value, value, value))
    return replace(SUPPLY, assumptions={**SUPPLY.assumptions, name: assumption})


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.text)
def test_a_figure_is_reached(check: backtest.Check) -> None:
    assert check.passed


def test_the_cases_are_all_halts_of_both_countries_and_the_attacks_without_one() -> None:
    listed = {
        halt.id
        for halt in SUPPLY.halts
        if {"HU", "SK"} & set(halt.countries) and halt.outcome != "not_separable"
    }
    assert {case.halt.id for case in FOUND} == listed
    assert {"druzhba-2025-08-21", "druzhba-2025-12-01", "druzhba-2026-01-27"} <= listed
    assert sum(case.length is None for case in FOUND) == 1  # November 2022, whose restart is not known


def test_every_case_has_a_statement_of_its_first_two_days() -> None:
    for case in FOUND:
        known = backtest.known_halt(case.halt, SUPPLY, backtest.TODAY)
        assert known.until(known.second_day)


def test_nothing_said_later_and_no_outcome_of_its_own_changes_a_prediction() -> None:
    early = {
        s.id
        for case in FOUND
        for s in SUPPLY.statements
        if s.halt_id == case.halt.id and s.known_on and s.known_on <= _second_day(case)
    }
    forgotten = replace(SUPPLY, statements=tuple(s for s in SUPPLY.statements if s.id in early))
    assert [case.ours for case in backtest.cases(forgotten)] == [case.ours for case in FOUND]
    for case in FOUND:
        halts = tuple(_longer(halt) if halt is case.halt else halt for halt in SUPPLY.halts)
        again = {c.halt.id: c.ours for c in backtest.cases(replace(SUPPLY, halts=halts))}
        assert again[case.halt.id] == case.ours


def _second_day(case: backtest.Case) -> date:
    return (case.halt.known_on or case.halt.start) + timedelta(days=1)


def _longer(halt: backtest.Halt) -> backtest.Halt:
    later = (halt.resumed_on or halt.start) + timedelta(days=40)
    if halt.completeness == "none":
        return halt
    return replace(halt, last_day=later, resumed_on=later, outcome="resumed")


@pytest.mark.parametrize(
    ("name", "value", "missed"),
    [
        ("tail_prolonged", 0.5, "halts only, mean interval score"),
        ("ramp_days", 1, "HU+SK in August 2025"),
    ],
)
def test_an_assumption_that_worsens_a_figure_fails(name: str, value: float, missed: str) -> None:
    failed = [check.text for check in backtest.checks(assuming(name, value)) if not check.passed]
    assert [text for text in failed if text.startswith(missed)]


def test_a_wrong_word_on_who_is_affected_fails() -> None:
    said = tuple(
        replace(s, affected="stopped") if s.halt_id == "druzhba-2025-12-01" else s for s in SUPPLY.statements
    )
    failed = [c.text for c in backtest.checks(replace(SUPPLY, statements=said)) if not c.passed]
    assert f"affected right: {len(FOUND) - 1} of {len(FOUND)}" in failed


@pytest.mark.parametrize(
    ("interval", "real", "score"),
    [
        (Range(1, 4, 7), 7, 6),
        (Range(1, 4, 7), 9, 26),
        (Range(1, 4, 7), 0, 16),
        (Range(0, 0, 0), 0, 0),
    ],
)
def test_the_score_is_the_width_and_ten_times_the_miss(interval: Range, real: int, score: float) -> None:
    assert backtest.score(interval, real) == score


def test_the_command_prints_the_page_and_ends_with_nought() -> None:
    here = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, str(SCRIPT)], capture_output=True, text=True, cwd=ROOT, env=here)
    assert done.returncode == 0
    printed = [line for line in done.stdout.splitlines() if line.startswith("|")]
    assert len(printed) > 25
    assert [line for line in printed if line not in PAGE] == []
