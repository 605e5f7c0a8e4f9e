"""docs/status.md says who speaks, what is said and what follows; every row of its tables is a test here."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from event_makers import article, report

from tracker import parse
from tracker.events import merge
from tracker.model import Effect, Status, Tier

PAGE = (Path(__file__).parents[2] / "docs" / "status.md").read_text(encoding="utf-8")
STATUSES = {"claims": "claimed", "confirms": "confirmed", "denies": "denied", "reports": "reported"}
VOICE = re.compile(r"(?P<who>\w+) (?P<verb>\w+)(?: (?P<effects>[\w, ]+?))?(?: \((?P<tier>\w+)\))?")


def table(title: str) -> list[list[str]]:
    """The rows of the last table under a title, without its head."""
    section = PAGE.split(f"\n## {title}\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (.+) \|$", section, re.MULTILINE)
    return [[cell.strip() for cell in row.split(" | ")] for row in rows[1:]]


ARTICLES, MERGED = table("One article"), table("The merged strike")


def test_the_tables_are_read_whole() -> None:
    assert (len(ARTICLES), len(MERGED)) == (12, 22)
    assert {row[2] for row in MERGED} == set(Status)
    assert {row[3] for row in ARTICLES} == {*Status, "none"} - {Status.DISPUTED}


@pytest.mark.parametrize(("who", "what", "example", "strike", "supply"), ARTICLES)
def test_one_article_is_read_as_the_page_says(
    who: str, what: str, example: str, strike: str, supply: str
) -> None:
    parsed = parse(example, published=date(2025, 8, 22))
    assert [r.status.value for r in parsed.reports] == ([] if strike == "none" else [strike])
    found = {f"{s.country} {s.status}" for s in parsed.supply_reports}
    assert found == (set() if supply == "-" else {supply})


@pytest.mark.parametrize(("number", "voices", "status"), MERGED)
def test_the_merged_status_follows_the_page(number: str, voices: str, status: str) -> None:
    reports, articles = [], {}
    for index, words in enumerate(voices.split("; ")):
        said = VOICE.fullmatch(words)
        assert said is not None, words
        named = () if said["who"] == "somebody" else (said["who"],)
        names = {f"{STATUSES[said['verb']]}_by": named} if said["verb"] != "reports" else {}
        effects = tuple(
            Effect.NONE if effect == "no damage" else Effect(effect)
            for effect in (said["effects"] or "").split(", ")
            if effect
        )
        key = f"a{index}"
        reports.append(report(key, "22", status=Status(STATUSES[said["verb"]]), effects=effects, **names))
        articles[key] = article(key, tier=Tier(said["tier"] or "news"))
    for order in (reports, reports[::-1]):
        (strike,) = merge(order, articles)
        assert strike.status == status


def test_one_article_with_two_voices_is_disputed_like_two_articles() -> None:
    both = report(
        "a",
        "22",
        status=Status.CONFIRMED,
        effects=(Effect.FIRE,),
        confirmed_by=("Governor",),
        denied_by=("Ministry",),
    )
    assert merge([both], {"a": article("a")})[0].status is Status.DISPUTED


def test_names_are_compared_without_case_and_marks() -> None:
    said = [
        report("a", "22", status=Status.DENIED, denied_by=("Péter Szijjártó",)),
        report("b", "22", status=Status.CONFIRMED, effects=(Effect.FIRE,), confirmed_by=("PETER SZIJJARTO",)),
    ]
    assert merge(said, {key: article(key) for key in "ab"})[0].status is Status.CONFIRMED
