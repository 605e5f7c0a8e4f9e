"""The parser held against the gold articles: no score may fall below its pinned floor."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tracker.errors import DataError, UsageError
from tracker.evaluation import (
    Gold,
    Tally,
    evaluate,
    f1,
    floors,
    interval,
    load_gold,
    pin_floors,
    score,
    table,
)
from tracker.knowledge import knowledge
from tracker.model import Article
from tracker.pipeline import parse

GOLD = Path(__file__).parent / "gold"
TEXT = "Drones hit the Ryazan refinery overnight, the governor said."
WANTED: Mapping[str, Any] = {
    "facility_id": "ryazan-refinery", "place": None, "kind": "refinery", "country": "RU", "lat": None, "lon": None,
    "date_start": "2025-08-21", "date_end": "2025-08-22", "attacker": "UA", "weapons": ["drone"], "effects": [],
    "status": "confirmed", "primary": True,
}  # fmt: skip


def compared(text: str, *wanted: Mapping[str, Any]) -> Tally:
    article = Article(id="t", text=text, published=date(2025, 8, 22), lang="en")
    return score(Gold(article, wanted, ()), parse(article, knowledge()), knowledge())


def test_no_score_on_the_held_out_half_is_below_its_floor() -> None:
    articles = load_gold(GOLD)["heldout"]
    pinned = json.loads((GOLD / "floors.json").read_text(encoding="utf-8"))
    found = floors(articles, evaluate(articles, knowledge()))
    assert found["corpus"] == pinned["corpus"], "the corpus changed: pin the floors anew"
    fallen = {lang: (found["strike_f1"][lang], floor) for lang, floor in pinned["strike_f1"].items()
              if found["strike_f1"][lang] < floor}  # fmt: skip
    assert fallen == {}


def test_every_annotation_names_facilities_and_codes_that_exist() -> None:
    facilities = knowledge().gazetteer.facilities
    for half in load_gold(GOLD).values():
        for gold in half:
            for strike in gold.strikes:
                assert strike["facility_id"] is None or strike["facility_id"] in facilities, gold.article.id
                assert strike["facility_id"] or strike["lat"] is not None, gold.article.id


def test_the_same_place_and_day_count_as_found() -> None:
    tally = compared(TEXT, WANTED)
    assert (tally.found, tally.invented, tally.missed, tally.right_day, tally.right_status) == (1, 0, 0, 1, 1)


def test_another_facility_is_one_missed_and_one_invented() -> None:
    tally = compared(TEXT, {**WANTED, "facility_id": "syzran-refinery"})
    assert (tally.found, tally.invented, tally.missed) == (0, 1, 1)


def test_a_date_two_days_off_is_not_found() -> None:
    tally = compared(TEXT, {**WANTED, "date_start": "2025-08-18", "date_end": "2025-08-19"})
    assert (tally.found, tally.missed) == (0, 1)


def test_a_near_place_without_a_facility_counts_and_a_far_one_does_not() -> None:
    near = {**WANTED, "facility_id": None, "place": "Ryazan", "lat": 54.6, "lon": 39.7}
    assert compared(TEXT, near).found == 1
    assert compared(TEXT, {**near, "lat": 56.0}).found == 0


def test_a_quiet_article_counts_as_clean_only_when_nothing_was_found() -> None:
    assert compared("Petrol prices rose in August.").quiet_clean == 1
    assert compared(TEXT).quiet_clean == 0


def test_f1_of_nothing_wanted_and_nothing_found_is_one() -> None:
    assert f1(0, 0, 0) == 1.0
    assert f1(1, 1, 0) == pytest.approx(2 / 3)


def test_the_interval_holds_the_score_and_is_the_same_each_time() -> None:
    tallies = [compared(TEXT, WANTED), compared(TEXT), compared("Quiet.")]
    low, high = interval(tallies)
    assert low <= f1(1, 1, 0) <= high
    assert interval(tallies) == (low, high)
    assert table({"en": tallies})[0]["F1"] == "0.667"


def test_a_floor_falls_only_when_asked_to(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    good = Gold(Article(id="t", text=TEXT, published=date(2025, 8, 22), lang="en"), (WANTED,), ())
    worse = replace(good, strikes=())
    pin_floors(path, [good], {"en": [compared(TEXT, WANTED)]})
    with pytest.raises(UsageError, match="en"):
        pin_floors(path, [worse], {"en": [compared(TEXT)]})
    pin_floors(path, [worse], {"en": [compared(TEXT)]}, lower=True)
    assert json.loads(path.read_text())["strike_f1"] == {"en": 0.0}


def test_a_broken_line_is_named_by_file_and_number(tmp_path: Path) -> None:
    (tmp_path / "tuned").mkdir()
    (tmp_path / "tuned" / "en.jsonl").write_text('{"id": "x"}\n', encoding="utf-8")
    with pytest.raises(DataError, match=r"en\.jsonl:1"):
        load_gold(tmp_path)
