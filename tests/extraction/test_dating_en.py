"""Which date is taken where an English text holds several; all published on Friday, 22 August 2025."""

from __future__ import annotations

import pytest
from reading import read

NIGHT = "2025-08-21..2025-08-22"


def days(text: str) -> list[str]:
    """The intervals of the strikes that a text tells, sorted."""
    whens = [report.when for report in read(text).reports]
    return sorted(
        f"{when.start}..{when.end}" if when.start != when.end else str(when.start) for when in whens
    )


IN_WORDS = {
    "overnight and a weekday": ("overnight on Thursday", "2025-08-20..2025-08-21"),
    "overnight, bare weekday": ("overnight Thursday", "2025-08-20..2025-08-21"),
    "overnight and two days": ("overnight, August 20-21", "2025-08-20..2025-08-21"),
    "night of two days of a month": ("on the night of 18-19 August", "2025-08-18..2025-08-19"),
    "night of the day of publication": ("on the night of 22 August", NIGHT),
    "night of an ordinal": ("on the night of the 18th", "2025-08-18..2025-08-19"),
    "night of a weekday": ("on the night of Wednesday, 20 August", "2025-08-20..2025-08-21"),
    "the night before last": ("the night before last", "2025-08-20..2025-08-21"),
    "two nights ago": ("two nights ago", "2025-08-20..2025-08-21"),
    "an ordinal alone": ("on the 18th", "2025-08-18"),
    "small hours of an ordinal": ("in the small hours of the 21st", "2025-08-21"),
    "month before an ordinal": ("on August the 20th", "2025-08-20"),
    "three in the morning": ("at around three in the morning of 20 August", "2025-08-20"),
    "last Friday": ("last Friday", "2025-08-15"),
    "Tuesday of last week": ("on Tuesday of last week", "2025-08-12"),
    "weekend": ("at the weekend", "2025-08-16..2025-08-17"),
    "end of a month": ("at the end of July", "2025-07-01..2025-07-31"),
}


@pytest.mark.parametrize(("words", "expected"), IN_WORDS.values(), ids=IN_WORDS.keys())
def test_how_english_says_when_it_was_hit(words: str, expected: str) -> None:
    assert days(f"Drones hit the Ryazan refinery {words}.") == [expected]


OF_SEVERAL = {
    "a dateline": (
        "KYIV, Aug 22 (Agency) - Drones hit the Ryazan refinery, the governor said on Friday. "
        "The attack happened late on Thursday.",
        ["2025-08-21"],
    ),
    "a dateline with a night": (
        "Aug 21 - Drones hit the Ryazan refinery last night.",
        ["2025-08-20..2025-08-21"],
    ),
    "said on a later day": (
        "The General Staff told a news conference in Kyiv on Friday that drones had hit the Ryazan refinery on 20 August.",
        ["2025-08-20"],
    ),
    "said that on a day": (
        "The governor said that on Thursday drones hit the Ryazan refinery.",
        ["2025-08-21"],
    ),
    "according to, behind the day": (
        "Late on Thursday, according to the governor, drones hit the Ryazan refinery.",
        ["2025-08-21"],
    ),
    "overnight of an earlier statement": (
        "Sources said on Thursday that the Ryazan refinery had been hit by drones overnight.",
        ["2025-08-20..2025-08-21"],
    ),
    "a stop and an attack": (
        "The Ryazan refinery halted processing on Friday after a drone attack on Thursday, sources said.",
        ["2025-08-21"],
    ),
    "a restart and an attack": (
        "The Ryazan refinery would restart on Monday after a drone attack last week halted it.",
        ["2025-08-11..2025-08-17"],
    ),
    "pictures and an attack": (
        "Satellite pictures taken on Thursday show damage at the Ryazan refinery, which drones attacked on Tuesday.",
        ["2025-08-19"],
    ),
    "put out by": (
        "Drones struck the Ryazan refinery on Wednesday. The blaze was put out by Thursday evening.",
        ["2025-08-20"],
    ),
    "until": ("Drones hit the Ryazan refinery on Tuesday, and it burned until Thursday.", ["2025-08-19"]),
    "days after": ("Two days after drones hit the Ryazan refinery, it is still burning.", ["2025-08-20"]),
    "the evening before": (
        "By Friday morning the fire at the Ryazan refinery, set off by drones the evening before, was out.",
        ["2025-08-21"],
    ),
    "crews on the day of publication": (
        "Drones hit the Ryazan refinery on Thursday. On Friday crews were at work at the refinery, which was hit by two drones.",
        ["2025-08-21"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), OF_SEVERAL.values(), ids=OF_SEVERAL.keys())
def test_the_date_of_the_attack_is_taken_of_several(text: str, expected: list[str]) -> None:
    assert days(text) == expected


TWO = {
    "hit before, hit again": (
        "The Ryazan refinery, which was hit on Monday, was attacked by drones again overnight.",
        ["2025-08-18", NIGHT],
    ),
    "last hit": (
        "Drones attacked the Ryazan refinery, last hit on 2 August, overnight.",
        ["2025-08-02", NIGHT],
    ),
    "previously hit in a month": (
        "Ukrainian drones attacked the Ryazan refinery, previously hit in March.",
        ["2025-03-01..2025-03-31", "2025-08-22"],
    ),
    "dates and places take turns": (
        "On Tuesday drones hit the Saratov refinery and on Thursday the Ryazan refinery.",
        ["2025-08-19", "2025-08-21"],
    ),
    "in brackets": (
        "Refineries in Saratov (18 August) and Ryazan (20 August) were hit by drones.",
        ["2025-08-18", "2025-08-20"],
    ),
    "a day after another": (
        "The drone attack on the Ryazan refinery came a day after drones hit the Saratov refinery.",
        ["2025-08-21", "2025-08-22"],
    ),
    "the same night": (
        "In the night to Thursday drones hit the Ryazan refinery. The same night, the Saratov refinery was attacked.",
        ["2025-08-20..2025-08-21"] * 2,
    ),
    "a review of a week": (
        "The week of 11-17 August\n\nMonday: drones hit the Ryazan refinery.\n\nSunday: drones hit the Saratov refinery.",
        ["2025-08-11", "2025-08-17"],
    ),
    "a list under a day": (
        "Drones on Wednesday night attacked two targets:\n- the Ryazan refinery burned;\n- the Saratov refinery was damaged.",
        ["2025-08-20..2025-08-21"] * 2,
    ),
    "it was also hit": (
        "Drones hit the Ryazan refinery overnight. The plant is the third largest in Russia. "
        "It was also attacked in January, when a fire burned there for two days.",
        ["2025-01-01..2025-01-31", NIGHT],
    ),
}


@pytest.mark.parametrize(("text", "expected"), TWO.values(), ids=TWO.keys())
def test_each_of_two_strikes_keeps_its_own_day(text: str, expected: list[str]) -> None:
    assert days(text) == expected


ONE = {
    "an apposition": "The Ryazan refinery, attacked by drones on Thursday, has stopped work.",
    "what the drones did": "Drones attacked the Ryazan refinery, striking a column, on Thursday.",
    "a description": "The Ryazan refinery, one of the largest, was hit by drones on Thursday.",
    "a count": "A drone strike on the Ryazan refinery on Thursday, the third attack this month, damaged a unit.",
}


@pytest.mark.parametrize("text", ONE.values(), ids=ONE.keys())
def test_an_aside_on_the_same_attack_makes_no_second_one(text: str) -> None:
    assert days(text) == ["2025-08-21"]


@pytest.mark.parametrize(
    "text",
    [
        "Ukrainian drones attacked the Ryazan refinery for the third time this year, the General Staff said.",
        "Ukrainian drones attacked the Ryazan refinery, which had already been hit several times this year.",
        "Ukrainian drones struck the Ryazan refinery for the second time; the plant was previously hit on Tuesday.",
    ],
)
def test_news_that_looks_back_is_still_news(text: str) -> None:
    assert "2025-08-22" in days(text)
