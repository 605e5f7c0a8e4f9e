from __future__ import annotations

import csv
import shutil
from datetime import date
from pathlib import Path

import pytest

from tracker.errors import DataError
from tracker.knowledge.supply import Supply, load
from tracker.model import Range, Route

DATA = Path(__file__).parents[2] / "data"
FOLDER = DATA / "supply"


@pytest.fixture(scope="module")
def supply() -> Supply:
    return load(FOLDER)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "supply"))


def change(folder: Path, name: str, row_id: str, **cells: str) -> None:
    """Writes cells of one row of a copied file; the first column is the row's name."""
    path = folder / name
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    header = rows[0]
    for row in rows[1:]:
        if row[0] == row_id:
            for column, value in cells.items():
                row[header.index(column)] = value
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def test_every_file_of_the_folder_is_read(supply: Supply) -> None:
    assert {path.stem for path in FOLDER.glob("*.csv")} == {
        "halts",
        "imports",
        "shares",
        "refineries",
        "unit_outages",
        "stocks",
        "stock_releases",
        "alternatives",
        "policy",
        "statements",
        "refining_offline",
        "schematic",
        "refining_outages",
        "refining_runs",
        "refining_units",
        "legs",
        "capacities",
        "assumptions",
    }
    assert all(getattr(supply, name) for name in supply.__dataclass_fields__)


@pytest.mark.parametrize(
    ("halt_id", "days"),
    [
        ("druzhba-2022-08-04", 6),
        ("druzhba-2022-11-15", 1),
        ("druzhba-2024-07-17", 54),
        ("druzhba-2024-12-19", 3),
        ("druzhba-hu-2025-03-11", 0),
        ("druzhba-2025-08-18", 1),
        ("druzhba-2025-08-21", 7),
        ("druzhba-2025-12-01", 0),
        ("druzhba-2026-01-27", 86),
        ("druzhba-cz-2025-03-04", None),
    ],
)
def test_length_is_restart_day_minus_first_day(supply: Supply, halt_id: str, days: int | None) -> None:
    assert supply.halt(halt_id).length == days


def test_open_halts_keep_their_blanks(supply: Supply) -> None:
    halt = supply.halt("druzhba-cz-2025-03-04")
    assert (halt.last_day, halt.resumed_on, halt.outcome) == (None, None, "open")


def test_every_row_has_a_source_an_attribution_and_a_licence(supply: Supply) -> None:
    for name in supply.__dataclass_fields__:
        rows = getattr(supply, name)
        for row in rows.values() if isinstance(rows, dict) else rows:
            assert row.source_url
            assert row.attribution
            assert row.licence
            assert row.confidence in ("high", "medium", "low")


def test_nothing_became_public_after_the_facts_were_gathered(supply: Supply) -> None:
    for name in supply.__dataclass_fields__:
        rows = getattr(supply, name)
        for row in rows.values() if isinstance(rows, dict) else rows:
            assert row.known_on is None or row.known_on <= date(2026, 11, 24)


def test_a_forecast_was_made_while_its_halt_lasted(supply: Supply) -> None:
    for said in supply.statements:
        halt = supply.halt(said.halt_id)
        assert set(said.countries) <= set(halt.countries) or said.affected == "no"
        if said.known_on:
            assert halt.start <= said.known_on or said.affected == "no"
            assert halt.resumed_on is None or said.known_on <= halt.resumed_on


def test_the_volume_of_the_slovak_release_gives_the_factor(supply: Supply) -> None:
    release = next(r for r in supply.stock_releases if r.id == "sk-2026-02-18")
    assert release.million_barrels is not None
    assert release.million_barrels * 1000 / release.kt.middle == pytest.approx(
        supply.assume("barrels_per_tonne").middle
    )


def test_the_hungarian_share_comes_from_the_published_volumes(supply: Supply) -> None:
    kt = {d.id: d.kt.middle for d in supply.deliveries if d.kt}
    share = supply.assume("hungarian_share")
    assert share.middle == pytest.approx(kt["hu-2025"] / (kt["hu-2025"] + kt["sk-2025"]), abs=0.001)
    assert share.high == pytest.approx(kt["hu-2024"] / (kt["hu-2024"] + kt["sk-2024"]), abs=0.001)
    assert share.low == 0.43


def test_the_struck_days_are_the_median_of_the_halts_that_strikes_caused(supply: Supply) -> None:
    lengths = sorted(
        halt.length
        for halt in supply.halts
        if halt.cause == "strike" and halt.completeness == "full" and halt.length is not None
        if "HU" in halt.countries
    )
    assert supply.assume("struck_days") == Range(lengths[0], lengths[len(lengths) // 2], lengths[-1])


def test_the_transit_of_2025_is_the_sum_of_its_buyers(supply: Supply) -> None:
    kt = {d.id: d.kt.middle for d in supply.deliveries if d.kt}
    assert kt["hu-2025"] + kt["sk-2025"] + kt["cz-2025"] == pytest.approx(kt["transit-2025"], rel=0.01)


def test_legs_name_facilities_and_segments_that_exist(supply: Supply) -> None:
    facilities = _first_column("gazetteer", "facilities*.csv")
    segments = _first_column("pipelines", "segments*.csv")
    for leg in supply.legs:
        assert {leg.start, leg.end} <= facilities
        assert set(leg.segments) <= segments
    for halt in supply.halts:
        assert halt.facility_id is None or halt.facility_id in facilities


def _first_column(folder: str, pattern: str) -> set[str]:
    found: set[str] = set()
    for path in (DATA / folder).glob(pattern):
        with path.open(encoding="utf-8", newline="") as file:
            found |= {row[0] for row in list(csv.reader(file))[1:]}
    return found


def test_the_adria_contracts_follow_each_other_and_none_is_known_after_2025(supply: Supply) -> None:
    contracts = [a for a in supply.alternatives if a.metric == "contract" and a.route is Route.ADRIA]
    found = sorted((a.period_start, a.period_end, a.middle_mt_per_year) for a in contracts)
    assert found == [
        (date(2023, 1, 1), date(2023, 3, 31), 2.0),
        (date(2023, 5, 17), date(2023, 12, 31), 2.9),
        (date(2024, 1, 1), date(2024, 12, 31), 2.2),
        (date(2025, 1, 1), date(2025, 12, 31), 2.1),
    ]


@pytest.mark.parametrize(
    ("name", "row_id", "cells", "complaint"),
    [
        ("halts.csv", "druzhba-2025-08-21", {"resumed_on": "2025-08-20"}, "ends before it starts"),
        ("halts.csv", "druzhba-2025-08-21", {"last_day": "2025-08-29"}, "last_day is after resumed_on"),
        ("halts.csv", "druzhba-2025-08-21", {"cause": "weather"}, "Use one of: strike"),
        ("halts.csv", "druzhba-2025-08-21", {"countries": "HU+SK"}, "is no country code"),
        ("halts.csv", "druzhba-2025-08-21", {"outcome": "open"}, "outcome open has an end"),
        ("halts.csv", "druzhba-2025-08-21", {"completeness": "none"}, "contradict each other"),
        ("halts.csv", "druzhba-cz-2025-03-04", {"outcome": "resumed"}, "has no end"),
        ("halts.csv", "druzhba-2025-08-21", {"licence": ""}, "licence"),
        ("halts.csv", "druzhba-2025-08-21", {"id": "druzhba-2025-08-18"}, "stands in the file twice"),
        ("imports.csv", "hu-2025", {"low_kt": "5000"}, "a range must rise"),
        ("imports.csv", "hu-2025", {"low_kt": ""}, "a range has three numbers"),
        ("imports.csv", "hu-2025", {"middle_kb_per_day": "87"}, "a range has three numbers"),
        ("imports.csv", "hu-2025", {"period_end": "2024-12-31"}, "the period ends before it starts"),
        ("statements.csv", "2025-08-22-fms", {"halt_id": "druzhba-1999"}, "which halts.csv does not hold"),
        ("statements.csv", "2025-08-22-fms", {"days_min": "4.5"}, "not a whole number"),
        ("statements.csv", "2025-08-25-sk-minister", {"days_max": "3"}, "days_min is above days_max"),
        ("stocks.csv", "hu-2026-01-31", {"cover_days": ""}, "the reserve has no figure"),
        ("stocks.csv", "hu-2026-01-31", {"holder": "bank"}, "Use one of: state"),
        ("refining_units.csv", "ust-luga-plant", {"mt_per_year": ""}, "a whole plant needs its capacity"),
        (
            "refining_outages.csv",
            "ryazan-2025-10-23",
            {"units": "CDU-9"},
            "which refining_units.csv does not",
        ),
        ("refining_outages.csv", "ryazan-2025-10-23", {"expected_on": "2025-10-01"}, "ends before it starts"),
        ("refining_offline.csv", "reuters-2024-09", {"percent": ""}, "the claim has no figure"),
        ("refining_runs.csv", "reuters-2025-11-14", {"change_percent": ""}, "does not fit the metric"),
        ("refining_runs.csv", "bloomberg-2026-04", {"change_percent": "-3"}, "does not fit the metric"),
        ("stocks.csv", "hu-2026-01-31", {"cover_days": "-3"}, "outside 0 to"),
        ("stock_releases.csv", "sk-2026-02-18", {"return_by": "2026-01-01"}, "ends before it starts"),
        ("assumptions.csv", "fresh_days", {"low": "20"}, "a range must rise"),
    ],
)
def test_a_wrong_row_is_refused_by_file_and_reason(
    copy: Path, name: str, row_id: str, cells: dict[str, str], complaint: str
) -> None:
    change(copy, name, row_id, **cells)
    with pytest.raises(DataError, match=complaint) as caught:
        load(copy)
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_named_with_its_remedy(copy: Path) -> None:
    (copy / "legs.csv").unlink()
    with pytest.raises(DataError, match=r"legs\.csv: the file is missing\. Restore"):
        load(copy)


def test_a_volume_needs_one_unit(copy: Path) -> None:
    rate = {"low_kb_per_day": "80", "middle_kb_per_day": "87", "high_kb_per_day": "90"}
    change(copy, "imports.csv", "hu-2025", **rate)
    with pytest.raises(DataError, match="one of them"):
        load(copy)
