"""The rule of days, as a table; `listed` marks a day that only a list gives."""

from __future__ import annotations

import pytest
from event_makers import article, merged, report

from tracker.events.dates import A_DAY_OFF, EVENING, INSIDE, MORNING, SAME, TOUCHING, Shape, nearness, span_of


def span(words: str):
    listed = words.startswith("L")
    key = "listed" if listed else "read"
    return span_of(report(key, words.removeprefix("L")), article(key))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("21/22", "21/22", SAME),
        ("21/22", "22/23", None),  # consecutive nights share a day and are two
        ("21/22", "22", MORNING),
        ("22/23", "22", EVENING),
        ("21/22", "23", None),
        ("21/22", "20", None),
        ("22", "22", SAME),
        ("22", "i22", SAME),
        ("22", "23", None),  # two days that were read are two
        ("22", "~22", SAME),
        ("22", "~23", A_DAY_OFF),
        ("22", "~21", None),  # nothing is published before it happens
        ("22", "~24", None),
        ("~22", "~23", A_DAY_OFF),
        ("21/22", "~22", MORNING),
        ("21/22", "~23", A_DAY_OFF),
        ("22/23", "~22", A_DAY_OFF),
        ("21/22", "~24", None),
        ("L21", "22", A_DAY_OFF),  # a list may count a night by its evening
        ("L22", "21", None),
        ("L21", "L22", None),  # two rows of a list are two strikes
        ("L21", "21/22", EVENING),
        ("L21", "~22", A_DAY_OFF),
        ("18-24", "21/22", INSIDE),
        ("18-24", "24/25", TOUCHING),
        ("18-24", "22", INSIDE),
        ("18-24", "25", None),
        ("18-24", "18-24", SAME),
        ("18-24", "20-26", TOUCHING),
        ("1-31", "18-24", INSIDE),
        ("18-24", "25-31", None),
        ("?", "?", SAME),
        ("?", "22", None),
        ("?", "1-31", None),
    ],
)
def test_nearness_follows_the_table_both_ways(one: str, other: str, expected: int | None) -> None:
    assert nearness(span(one), span(other)) == expected
    assert nearness(span(other), span(one)) == expected


@pytest.mark.parametrize(
    ("words", "shape"),
    [
        ("21/22", Shape.NIGHT),
        ("22", Shape.DAY),
        ("~22", Shape.PUBLISHED_DAY),
        ("L22", Shape.LISTED_DAY),
        ("L21/22", Shape.NIGHT),
        ("18-24", Shape.RANGE),
        ("21/24", Shape.RANGE),  # a "night" of four days is no night
        ("22-22", Shape.DAY),  # a "range" of one day is a day
        ("?", Shape.UNDATED),
    ],
)
def test_shape_follows_the_days_and_not_the_label(words: str, shape: Shape) -> None:
    assert span(words).shape is shape


@pytest.mark.parametrize(
    ("days", "together"),
    [
        # what one facility's reports say, and which of them (by their position) are one strike
        (["21/22", "22/23"], ["0", "1"]),
        (["21/22", "22/23", "22"], ["02", "1"]),
        (["22/23", "22"], ["01"]),
        (["22/23", "23", "22"], ["012"]),
        (["21/22", "23"], ["0", "1"]),
        (["21", "22"], ["0", "1"]),
        (["21", "~22"], ["01"]),
        (["20", "~22"], ["0", "1"]),
        (["21", "22", "~22"], ["0", "12"]),
        (
            ["19/20", "21/22", "~21"],
            ["0", "1", "2"],
        ),  # a day late of the one, or the eve of the other: nobody knows
        (["~22", "~23", "~24"], ["01", "2"]),  # a day of slack once, not again and again
        (["21/22", "18-24"], ["01"]),
        (["18/19", "21/22", "18-24"], ["0", "1", "2"]),  # a round-up swallows neither of two
        (["18/19", "24/25", "18-24"], ["02", "1"]),  # one lies inside it, one only touches it
        (["18/19", "21/22", "18-24", "17-24"], ["0", "1", "23"]),  # nor do two round-ups make two more
        (["18-24", "20-26"], ["01"]),
        (["18-24", "1-31"], ["01"]),
        (["21/22", "?"], ["0", "1"]),
        (["?", "?"], ["01"]),
        (["13", "1-31", "?"], ["01", "2"]),
        (["L21", "22"], ["01"]),
        (["L21", "L22", "22"], ["0", "12"]),
        (["L21", "21", "22"], ["01", "2"]),
        (["L21", "20/21", "21/22"], ["01", "2"]),
        (["L21", "21/22"], ["01"]),
    ],
)
def test_reports_of_one_facility_come_together_by_their_days(days: list[str], together: list[str]) -> None:
    reports = [
        report(f"{'listed' if d.startswith('L') else 'read'}:{n}", d.removeprefix("L"))
        for n, d in enumerate(days)
    ]
    strikes = merged(*reports)
    found = sorted("".join(sorted(r.article_id[-1] for r in strike.reports)) for strike in strikes)
    assert found == sorted(together)
