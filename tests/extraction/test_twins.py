"""The two articles the project began with, and two written after their pattern, end to end.

The originals are not ours to ship: they are read where they lie beside the checkout, the twins everywhere.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tracker.knowledge import knowledge
from tracker.model import Article, FlowWord, Parsed, Route, Status, Weapon
from tracker.pipeline import parse
from tracker.sources import read

TWINS = Path(__file__).parent.parent / "data" / "twins"
ORIGINALS = Path(__file__).parents[3] / "shared" / "seeds"
PAIRS = [sorted(folder.glob("*.txt")) for folder in (TWINS, ORIGINALS) if folder.is_dir()]
DATED, UNDATED = zip(*PAIRS, strict=True)
DAY = date(2025, 8, 22)


def parsed(file: Path, published: date | None = None) -> Parsed:
    (article,) = read(str(file), published=published)
    assert isinstance(article, Article)
    return parse(article, knowledge())


@pytest.mark.parametrize("file", DATED, ids=lambda file: file.name)
def test_the_dated_article_gives_one_confirmed_strike_and_no_disruption(file: Path) -> None:
    found = parsed(file)
    (report,) = found.reports
    assert report.facility_id == "unecha-pumping-station"
    assert report.place is not None
    assert report.place.country == "RU"
    assert (report.when.start, report.when.end) in {(date(2025, 8, 21), DAY), (DAY, DAY)}
    assert report.attacker == "UA"
    assert set(report.weapons) == {Weapon.HIMARS, Weapon.DRONE}
    assert report.status is Status.CONFIRMED
    assert report.claimed_by == ("Robert Brovdy",)
    assert report.confirmed_by == ("Alexander Bogomaz",)
    assert report.primary
    assert found.supply_reports == ()


@pytest.mark.parametrize("file", UNDATED, ids=lambda file: file.name)
def test_the_undated_article_with_a_given_date_gives_the_same_strike_and_both_halts(file: Path) -> None:
    found = parsed(file, DAY)
    (report,) = found.reports
    assert report.facility_id == "unecha-pumping-station"
    assert (report.when.start, report.when.end) == (date(2025, 8, 21), DAY)
    halts = {(row.country, row.start, row.end, row.days_min) for row in found.supply_reports}
    earlier = (date(2025, 8, 18), date(2025, 8, 19), None)
    assert {("HU", *earlier), ("SK", *earlier)} <= halts
    lasting = [row for row in found.supply_reports if row.days_min == 5]
    assert {row.country for row in lasting} == {"HU", "SK"}
    for row in found.supply_reports:
        assert (row.status, row.route) == (FlowWord.HALTED, Route.DRUZHBA)


@pytest.mark.parametrize("file", UNDATED, ids=lambda file: file.name)
def test_without_a_date_nothing_is_dated_and_the_reader_is_told(file: Path) -> None:
    found = parsed(file)
    (report,) = found.reports
    assert (report.when.start, report.when.end) == (None, None)
    assert all(row.start is None for row in found.supply_reports)
    assert any("publication date" in warning for warning in found.warnings)


@pytest.mark.parametrize("file", [*DATED, *UNDATED], ids=lambda file: file.name)
def test_every_quote_stands_where_its_offsets_say(file: Path) -> None:
    found = parsed(file, DAY)
    for report in (*found.reports, *found.supply_reports):
        assert report.evidence
        for item in report.evidence:
            assert found.article.text[item.start : item.end] == item.quote
