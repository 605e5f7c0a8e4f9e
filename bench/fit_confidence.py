"""Prints the points of tracker/extraction/strikes/confidence.py that fit the tuned gold.

Each report of the tuned articles is right or not, as the evaluation counts; points are fitted by least
squares that are drawn towards zero (ridge), so that rare grounds weigh little. The bands are then checked on
articles left out: fitted on four fifths, measured on the fifth, five times.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tracker.evaluation import BANDS, Gold, _read, score
from tracker.extraction.places.mentions import Mention
from tracker.extraction.strikes import confidence, reports
from tracker.extraction.strikes.told import Reading, Told
from tracker.knowledge import Knowledge, knowledge
from tracker.pipeline import parse

ROOT = Path(__file__).parents[1]
RIDGE = 12.0
FOLDS = 5
NAMES = list(confidence.POINTS)

Row = tuple[int, list[str], bool]
"""An article's number, the grounds of one of its reports, and whether the report is right."""


def observed(golds: Sequence[Gold], known: Knowledge) -> list[Row]:
    """The grounds of every report of the articles, and whether it is right."""
    seen: list[list[str]] = []

    def remember(reading: Reading, strike: Told, mention: Mention) -> float:
        """Stands in for the confidence: the number under which the grounds are kept."""
        seen.append(confidence.grounds(reading, strike, mention))
        return float(len(seen) - 1)

    reports.confidence = remember
    rows: list[Row] = []
    for at, gold in enumerate(golds):
        seen.clear()
        tally = score(gold, parse(gold.article, known), known)
        rows += [(at, seen[int(number)], good) for number, good in tally.bands]
    return rows


def fit(rows: Sequence[Row]) -> tuple[float, NDArray[np.float64]]:
    """The base and the points: ridge regression of right or wrong on the grounds."""
    facts = np.array([[name in grounds for name in NAMES] for _, grounds, _ in rows], dtype=float)
    right = np.array([good for _, _, good in rows], dtype=float)
    base = float(right.mean())
    centred = facts - facts.mean(axis=0)
    points = np.linalg.solve(centred.T @ centred + RIDGE * np.eye(len(NAMES)), centred.T @ (right - base))
    return round(base - float(facts.mean(axis=0) @ points), 2), np.round(points, 2)


def said(base: float, points: NDArray[np.float64], grounds: Sequence[str]) -> float:
    """The confidence that these points give."""
    total = base + sum(points[NAMES.index(name)] for name in grounds)
    return min(max(total, confidence.LEAST), confidence.MOST)


def bands(pairs: Sequence[tuple[float, bool]]) -> list[str]:
    """For each band: how many reports, what was said on average, what share was right."""
    lines = []
    for low, high in BANDS:
        band = [(value, good) for value, good in pairs if low <= value < high]
        if band:
            mean, right = np.mean([value for value, _ in band]), np.mean([good for _, good in band])
            lines.append(f"{low:.1f}-{min(high, 1.0):.1f}: {len(band)} said {mean:.3f} right {right:.3f}")
    return lines


def main() -> int:
    """Prints base and points, then the bands on the fitted articles and on articles left out."""
    files = sorted((ROOT / "tests" / "gold" / "tuned").glob("*.jsonl"))
    rows = observed([gold for file in files for gold in _read(file)], knowledge())
    base, points = fit(rows)
    print(f"{len(rows)} reports\nBASE = {base}")
    for name, value in zip(NAMES, points, strict=True):
        print(f'    "{name}": {value},  # {sum(name in grounds for _, grounds, _ in rows)} reports')
    print("fitted:", *bands([(said(base, points, grounds), good) for _, grounds, good in rows]), sep="\n  ")
    left_out: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        part = fit([row for row in rows if row[0] % FOLDS != fold])
        left_out += [(said(*part, grounds), good) for at, grounds, good in rows if at % FOLDS == fold]
    print("left out:", *bands(left_out), sep="\n  ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
