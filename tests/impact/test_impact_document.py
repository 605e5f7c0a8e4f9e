from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tracker.knowledge.supply import Supply

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "model.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["model_figures", "balance", "cover_figures"])
def test_every_figure_of_the_page_is_what_its_command_prints(command: str) -> None:
    run = [sys.executable, str(ROOT / "bench" / f"{command}.py")]
    here = {**os.environ, "PYTHONPATH": str(ROOT)}
    printed = subprocess.run(run, capture_output=True, text=True, check=True, cwd=ROOT, env=here)
    lines = [line for line in printed.stdout.splitlines() if line and not re.search(r": \d+\.\d\d s$", line)]
    assert len(lines) > 15
    assert [line for line in lines if line not in PAGE.splitlines()] == []


def test_every_assumption_stands_on_the_page_with_its_range(supply: Supply) -> None:
    for name, assumption in supply.assumptions.items():
        value = assumption.value
        assert f"| {name} | {value.middle:g} ({value.low:g} to {value.high:g}) |" in PAGE


def test_the_gap_of_august_2025_is_stated_as_it_is() -> None:
    assert "| HU+SK delivered in August 2025, kt | 503 | 430 |" in PAGE
    assert f"{100 * (503 / 430 - 1):.0f} % above the published transit" in PAGE
