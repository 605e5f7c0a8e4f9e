"""The filter passes over what can hold nothing, and over nothing else."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.extraction import Prefilter
from tracker.knowledge import knowledge
from tracker.model import Article
from tracker.pipeline import parse, sift

GOLD = Path(__file__).parents[1] / "gold"
STRUCK = "Bei einem Drohnenangriff geriet die Ölraffinerie in Rjasan in Brand."


@pytest.fixture(scope="module")
def sieve() -> Prefilter:
    return Prefilter(knowledge().lexicons.values(), knowledge().forms)


@pytest.mark.parametrize(
    "text",
    [
        "The town council met on Tuesday to talk about school meals.",
        "Мэр поблагодарил жителей за терпение.",
        "A képviselők megszavazták a jövő évi költségvetést.",
        "Kolesár stávkoval na víťazstvo v druhom zápase.",
        "Oil prices rose a little on Monday.",
        "Two people were wounded when a drone hit a block of flats.",
        "",
    ],
)
def test_what_can_hold_nothing_is_passed_over(sieve: Prefilter, text: str) -> None:
    assert not sieve.may_tell(text)


@pytest.mark.parametrize(
    "text",
    [
        STRUCK,
        STRUCK.upper(),
        unicodedata.normalize("NFD", STRUCK),
        STRUCK.replace("raffinerie", "raf\u00adfinerie"),
        "Вибух прогримів на Кам’янець-Подільській підстанції.",
        "Нефтебаза в Усть–Луге горит после\u00a0прилёта.",
        "Elles a Barátság vezetéken leállt a szállítás.",
    ],
)
def test_a_telling_text_passes_however_it_is_typed(sieve: Prefilter, text: str) -> None:
    assert sieve.may_tell(text)


def test_words_of_the_title_count(sieve: Prefilter) -> None:
    assert not sieve.may_tell("It burnt for hours after the drones came.")
    assert sieve.may_tell("It burnt for hours after the drones came.", "The refinery in Samara")


def test_every_gold_article_that_tells_something_passes(sieve: Prefilter) -> None:
    files = sorted([*GOLD.glob("tuned/*.jsonl"), *GOLD.glob("heldout/*.jsonl")])
    rows = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    telling = [row for row in rows if row["strikes"] or row["disruptions"]]
    assert len(telling) > 200
    assert all(sieve.may_tell(row["text"], row.get("title")) for row in telling)


WORDS = (
    "drones hit the ",
    "Ryazan refinery",
    " Ufa ",
    "site",
    "depot",
    "pipeline",
    "Hungary",
    " oil ",
    "halted",
    "fire at ",
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=9).map("".join))
def test_what_the_reader_finds_the_filter_lets_pass(text: str) -> None:
    parsed = parse(Article(id="t", text=text, lang="en"), knowledge())
    if parsed.reports or parsed.supply_reports:
        assert list(sift([parsed.article], knowledge(), lambda _: None))


def test_what_is_passed_over_is_told(sieve: Prefilter) -> None:
    dull = Article(id="dull", text="Nothing to see here.", lang="en")
    telling = Article(id="telling", text=STRUCK, lang="de")
    passed: list[Article] = []
    assert list(sift([dull, telling, dull], knowledge(), passed.append)) == [telling]
    assert passed == [dull, dull]
