from __future__ import annotations

import csv
import re
import shutil
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from knowledge_places import km_outside

from tracker.errors import DataError
from tracker.knowledge import basemap, gazetteer, supply
from tracker.knowledge.chronology import Listed, load
from tracker.knowledge.gazetteer import Gazetteer
from tracker.model import Basis, DatePrecision, Effect, Precision, Status, Tier, Weapon

DATA = Path(__file__).parents[2] / "data"
FULL_DAY = re.compile(r"(?<!\d)(20\d\d)[/-]?(\d\d)[/-]?(\d\d)(?!\d)")


@pytest.fixture(scope="module")
def facilities() -> Gazetteer:
    return gazetteer.load(DATA / "gazetteer")


@pytest.fixture(scope="module")
def listed(facilities: Gazetteer) -> tuple[Listed, ...]:
    return load(DATA / "chronology.csv", facilities)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in ("chronology.csv", "chronology_odbl.csv"):
        shutil.copy(DATA / name, tmp_path / name)
    return tmp_path / "chronology.csv"


def edit(path: Path, row_id: str, **cells: str) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    next(row for row in rows if row["id"] == row_id).update(cells)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def by_id(listed: tuple[Listed, ...], row_id: str) -> Listed:
    return next(one for one in listed if one.article.id == f"listed:{row_id}")


@pytest.mark.parametrize(
    ("cells", "complaint"),
    [
        ({"facility_id": "atlantis-refinery"}, "no facility 'atlantis-refinery'"),
        ({"facility_id": ""}, "column 'country' is empty"),
        ({"name": "A refinery"}, "name given beside a facility_id"),
        ({"lat": "52"}, "lat given beside a facility_id"),
        ({"date_start": ""}, "column 'date_start' is empty"),
        ({"date_start": "12 August"}, "is not a day"),
        ({"date_end": "2025-08-11"}, "date_end lies before date_start"),
        ({"date_precision": "day"}, "2 days under the precision 'day'"),
        ({"date_end": "2025-08-14"}, "3 days under the precision 'night'"),
        ({"date_precision": "unknown"}, "column 'date_precision' is 'unknown'"),
        ({"attacker": "Ukraine"}, "column 'attacker' is 'Ukraine'"),
        ({"weapons": "drone|arrow"}, "column 'weapons' holds 'arrow'"),
        ({"effects": "boom"}, "column 'effects' holds 'boom'"),
        ({"effects": "fire|none"}, "effect 'none' beside others"),
        ({"status": "disputed"}, "column 'status' is 'disputed'"),
        ({"tier": "rumour"}, "column 'tier' is 'rumour'"),
        ({"source_url": ""}, "column 'source_url' is empty"),
        ({"source_url": "javascript:alert(1)"}, "source_url is 'javascript:alert(1)'"),
        ({"source_url": "unian.ua/war"}, "source_url is 'unian.ua/war'"),
        ({"publisher": "reuters.com"}, "publisher 'reuters.com' is not the host"),
        ({"publisher": "ian.ua"}, "publisher 'ian.ua' is not the host"),
        ({"licence": ""}, "column 'licence' is empty"),
        ({"licence": "ODbL-1.0"}, "a row under ODbL-1.0 stands in a file for rows without share-alike"),
        ({"attribution": ""}, "column 'attribution' is empty"),
    ],
)
def test_a_wrong_row_is_refused_with_file_row_and_remedy(
    copy: Path, facilities: Gazetteer, cells: dict[str, str], complaint: str
) -> None:
    edit(copy, "unecha-pumping-station-2025-08-12", **cells)
    with pytest.raises(DataError, match=r"chronology\.csv:\d+: ") as caught:
        load(copy, facilities)
    assert complaint in str(caught.value)
    assert caught.value.remedy


@pytest.mark.parametrize("cells", [{"lat": ""}, {"radius_km": ""}, {"lat": "0", "lon": "0"}, {"place": ""}])
def test_a_strike_without_facility_needs_a_place(
    copy: Path, facilities: Gazetteer, cells: dict[str, str]
) -> None:
    edit(copy, "chertkovo-pipeline-site-2025-03-04", **cells)
    with pytest.raises(DataError, match=r"no facility_id and no place|'place' is empty"):
        load(copy, facilities)


def test_an_id_that_stands_in_both_files_is_refused(copy: Path, facilities: Gazetteer) -> None:
    edit(copy, "unecha-pumping-station-2025-08-12", id="slavyansk-refinery-2025-08-13")
    with pytest.raises(DataError, match="'slavyansk-refinery-2025-08-13' stands here a second time"):
        load(copy, facilities)


def test_a_listed_strike_is_a_placed_report_without_a_word_of_text(listed: tuple[Listed, ...]) -> None:
    for one in listed:
        article, report = one.article, one.report
        assert (article.basis, article.text, report.evidence) == (Basis.LISTED, "", ())
        assert report.article_id == article.id
        assert report.place is not None
        assert report.place.lat is not None or report.facility_id in ("bps2-nps-3", "bps2-nps-7")
        assert (report.place.precision is Precision.FACILITY) == (report.facility_id is not None)
        assert one.licence
        assert one.attribution


def test_no_two_listed_articles_are_taken_for_the_same_document(listed: tuple[Listed, ...]) -> None:
    assert len({one.article.sha256 for one in listed}) == len(listed) == 173


def test_a_night_keeps_both_days_and_its_list_stays_unread(listed: tuple[Listed, ...]) -> None:
    one = by_id(listed, "unecha-pumping-station-2025-08-21")
    assert (one.report.when.start, one.report.when.end) == (date(2025, 8, 21), date(2025, 8, 22))
    assert one.report.when.precision is DatePrecision.NIGHT
    assert one.report.weapons == (Weapon.DRONE, Weapon.HIMARS)
    assert one.article.publisher == "pravda.com.ua"
    assert one.article.published is None


def test_a_bare_drone_is_kept_only_where_the_source_says_so(listed: tuple[Listed, ...]) -> None:
    assert by_id(listed, "tuapse-refinery-2024-01-25").report.weapons == ()
    assert by_id(listed, "kaleikino-pumping-station-2026-02-23").report.weapons == (Weapon.DRONE,)


def test_a_denied_attack_has_no_effect(listed: tuple[Listed, ...]) -> None:
    denied = [one.report for one in listed if one.report.status is Status.DENIED]
    assert denied
    assert all(report.effects == (Effect.NONE,) for report in denied)


def test_channels_are_publishers_of_their_own(listed: tuple[Listed, ...]) -> None:
    social = {one.article.publisher for one in listed if one.article.tier is Tier.SOCIAL}
    assert "t.me/GeneralStaffZSU" in social
    assert all("/" in (publisher or "") for publisher in social)


def test_what_is_shown_by_default_rests_on_news(listed: tuple[Listed, ...]) -> None:
    tiers = Counter(one.article.tier for one in listed)
    assert tiers == {Tier.NEWS: 93, Tier.LEDGER: 43, Tier.WEAK: 20, Tier.SOCIAL: 17}


def test_nothing_from_automatic_lists_without_a_licence_is_there(listed: tuple[Listed, ...]) -> None:
    text = " ".join(f"{one.article.url} {one.note} {one.attribution}" for one in listed)
    assert "npz-tactical-map" not in text
    assert "strike-map" not in text


def test_no_halt_caused_by_a_strike_is_without_a_visible_strike(listed: tuple[Listed, ...]) -> None:
    visible = [one.report for one in listed if one.article.tier.verified]
    halts = [halt for halt in supply.load(DATA / "supply").halts if halt.cause == "strike"]
    assert len(halts) >= 7
    for halt in halts:
        assert any(
            (halt.facility_id is None or report.facility_id == halt.facility_id)
            and report.when.start is not None
            and report.when.end is not None
            and report.when.start - timedelta(days=1) <= halt.start <= report.when.end + timedelta(days=1)
            for report in visible
        ), halt.id


def test_a_day_in_the_address_is_not_before_the_strike(listed: tuple[Listed, ...]) -> None:
    checked = 0
    for one in listed:
        found = FULL_DAY.search(one.article.url or "")
        if found and one.report.when.start and found[2] <= "12":
            day = date(int(found[1]), int(found[2]), int(found[3]))
            checked += 1
            assert timedelta(0) <= day - one.report.when.start <= timedelta(days=7), one.article.id
    assert checked >= 12


def test_every_place_lies_in_its_country(listed: tuple[Listed, ...]) -> None:
    outlines: dict[str, Any] = basemap.load(DATA / "basemap")
    for one in listed:
        place = one.report.place
        if one.report.facility_id is None and place and place.country and place.lat and place.lon:
            assert km_outside(outlines, place.country, place.lat, place.lon) == 0, one.article.id
