"""Merging against gold that was written without knowledge of its rules: tests/gold/clusters."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from tracker.events import cluster
from tracker.knowledge import knowledge
from tracker.model import (
    Article,
    Basis,
    DateBasis,
    DatePrecision,
    Effect,
    Kind,
    Place,
    Precision,
    Report,
    Status,
    Target,
    Tier,
    Weapon,
    When,
)

GOLD = Path(__file__).parents[1] / "gold" / "clusters" / "reports.jsonl"
LEAST_F1 = 0.95
LEAST_FOR_A_TRAP = 0.8


@cache
def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def article(row: Mapping[str, Any]) -> Article:
    said = row["article"]
    return Article(
        id=row["id"], text=said["text"], url=said["url"], publisher=said["publisher"],
        published=day(said["published"]), lang=said["lang"], basis=Basis(said["basis"]), tier=Tier(said["tier"]),
    )  # fmt: skip


def place(row: Mapping[str, Any]) -> Place:
    if row["facility_id"]:
        found = knowledge().gazetteer.get(row["facility_id"])
        return Place(
            name=found.name, precision=Precision.FACILITY, radius_km=found.radius_km, country=found.country,
            region=found.region, lat=found.lat, lon=found.lon,
        )  # fmt: skip
    return Place(**{**row["place"], "precision": Precision(row["place"]["precision"])})


def report(row: Mapping[str, Any]) -> Report:
    where = place(row)
    ids = (row["facility_id"],) if row["facility_id"] else ()
    return Report(
        article_id=row["id"],
        target=Target(name=row["name"], kind=Kind(row["kind"]), facility_ids=ids, country=where.country),
        when=When(
            day(row["date_start"]), day(row["date_end"]), DatePrecision(row["date_precision"]),
            DateBasis(row["date_basis"]) if row["date_basis"] else None,
        ),
        attacker=row["attacker"], weapons=tuple(map(Weapon, row["weapons"])),
        effects=tuple(map(Effect, row["effects"])), status=Status(row["status"]),
        claimed_by=tuple(row["claimed_by"]), confirmed_by=tuple(row["confirmed_by"]),
        denied_by=tuple(row["denied_by"]), confidence=row["confidence"],
        facility_id=row["facility_id"], place=where,
    )  # fmt: skip


@cache
def merged() -> dict[str, int]:
    """The number of the strike that each report came to."""
    articles = {row["id"]: article(row) for row in rows()}
    groups = cluster([report(row) for row in rows()], articles)
    return {member.article_id: number for number, group in enumerate(groups) for member in group}


def b_cubed(chosen: Callable[[Mapping[str, Any]], bool]) -> float:
    """B-cubed F1 (Bagga and Baldwin 1998) over the chosen reports, each against all reports."""
    ours, gold = defaultdict(set), defaultdict(set)
    for row in rows():
        ours[merged()[row["id"]]].add(row["id"])
        gold[row["strike"]].add(row["id"])
    pairs = [(ours[merged()[row["id"]]], gold[row["strike"]]) for row in rows() if chosen(row)]
    precision = sum(len(one & other) / len(one) for one, other in pairs) / len(pairs)
    recall = sum(len(one & other) / len(other) for one, other in pairs) / len(pairs)
    return 2 * precision * recall / (precision + recall)


def test_the_gold_is_as_large_as_promised() -> None:
    assert len(rows()) >= 150
    assert len({row["strike"] for row in rows() if row["strike"].startswith("s")}) >= 60


def test_reports_come_to_the_strikes_that_an_editor_would_give_them_to() -> None:
    assert b_cubed(lambda row: True) >= LEAST_F1


def test_no_trap_is_lost_in_the_average() -> None:
    traps = {row["trap"] for row in rows()}
    scores = {str(trap): round(b_cubed(lambda row, trap=trap: row["trap"] == trap), 3) for trap in traps}
    assert min(scores.values()) >= LEAST_FOR_A_TRAP, scores
