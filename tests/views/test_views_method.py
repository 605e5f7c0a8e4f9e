"""The page Method: what was measured, what is assumed, and the documents that travel with the program."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tracker.config import settings
from tracker.errors import DataError
from tracker.evaluation import Tally, pin_measured
from tracker.figures import method
from tracker.knowledge import knowledge, measured
from tracker.views import about, data

Open = Callable[..., AppTest]
ROOT = Path(__file__).parents[2]


def html(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.get("html"))


def test_the_scores_of_this_version_stand_on_the_page_with_day_and_number_of_articles(page: Open) -> None:
    opened = page("method.py")
    found = knowledge().measured
    assert found is not None
    body = html(opened)
    assert f"On {found.articles} articles in eight languages" in body
    assert "measured on" in body
    frame = opened.dataframe[0].value
    assert list(frame["lang"])[-1] == "All"
    assert set(frame["lang"]) == set(method.LANGUAGES.values())
    assert 0.5 < frame["F1"].iloc[-1] <= 1


def test_the_shown_scores_are_of_the_corpus_whose_floors_are_pinned_and_not_below_them() -> None:
    found = knowledge().measured
    floors = json.loads((ROOT / "tests" / "gold" / "floors.json").read_text(encoding="utf-8"))
    assert found is not None
    assert found.corpus == floors["corpus"]
    shown = {row["lang"]: float(row["F1"]) for row in found.rows}
    assert {lang for lang, floor in floors["strike_f1"].items() if shown[lang] < floor - 0.001} == set()


def test_pinned_scores_read_back_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "measured.json"
    tally = Tally(found=9, missed=1, articles=5)
    pin_measured(path, [], {"en": [tally], "all": [tally]}, made=date(2026, 11, 25), version="1.2.3")
    found = measured.load(path)
    assert found is not None
    assert (found.made, found.version, found.articles) == (date(2026, 11, 25), "1.2.3", 0)
    assert found.rows[0]["lang"] == "en"
    assert list(method.score_table(found)["lang"]) == ["English", "All"]


@pytest.mark.parametrize("text", ["{", "[]", '{"made": "soon"}', '{"rows": 1}'])
def test_a_broken_file_of_scores_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "measured.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=r"measured\.json"):
        measured.load(path)


def test_a_version_that_was_not_measured_says_so(page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    assert measured.load(Path("nowhere.json")) is None
    plain = knowledge()
    monkeypatch.setitem(plain.__dict__, "measured", None)
    monkeypatch.setattr(data, "facts", lambda: plain)
    opened = page("method.py")
    assert not opened.exception
    assert "Nothing was measured for this version." in html(opened)


def test_every_assumption_is_listed_with_value_range_reason_and_source(page: Open) -> None:
    given = knowledge().supply.assumptions
    body = html(page("method.py"))
    assert f"Assumptions ({len(given)})" in body
    table = about.assumptions(given)
    assert table.count('<th scope="row">') == len(given)
    barrels = given["barrels_per_tonne"]
    assert "7.2 to 7.3" in table
    assert f'href="{barrels.source_url}"' in table.replace("&#x2F;", "/")


def test_an_assumption_is_escaped() -> None:
    given = replace(
        knowledge().supply.assumptions["barrels_per_tonne"],
        note="<script>{{7*7}}",
        source_url="javascript:alert(1)",
    )
    table = about.assumptions({"x": given})
    assert "<script" not in table
    assert "{{" not in table
    assert "href" not in table


@pytest.mark.parametrize("name", about.MANUALS)
def test_a_document_is_shown_without_links_into_the_repository(name: str) -> None:
    text = about.manual(name, settings().data())
    assert text
    assert not text.startswith("# ")
    assert "](docs" not in text
    assert ".md)" not in text


def test_a_document_that_is_not_there_is_left_out(tmp_path: Path) -> None:
    assert about.manual("model.md", tmp_path / "a" / "b") is None
