"""The error rate that judgements show, with its uncertainty."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.desk import measure, rate_table
from tracker.desk.rate import wilson
from tracker.model import Anchor, Judgement, Kind, Verdict


def seen(
    number: int, kind: str, *reports: str, field: str | None = None, undoes: int | None = None
) -> Judgement:
    anchors = tuple(Anchor(name, None, "x", date(2025, 8, 21), Kind.REFINERY) for name in reports)
    return Judgement(id=number, kind=Verdict(kind), who="Eva", reports=anchors, field=field, undoes=undoes)


def test_nothing_judged_is_no_rate() -> None:
    rate = measure([])
    assert (rate.looked_at, rate.unchanged, rate.wrong, rate.ways) == (0, 0, 0, ())
    assert rate_table(rate)[0] == {
        "outcome": "accepted unchanged",
        "strikes": "0",
        "share": "-",
        "95 %": "0.00-1.00",
    }


def test_each_strike_counts_once_however_often_it_was_judged() -> None:
    rate = measure(
        [
            seen(1, "accept", "a", "b"),
            seen(2, "accept", "c"),
            seen(3, "correct", "d", field="status"),
            seen(4, "correct", "d", field="date_end"),
            seen(5, "correct", "d", field="status"),
            seen(6, "accept", "d"),
            seen(7, "reject", "e"),
            seen(8, "merge", "f", "g"),
            seen(9, "split", "h", "i"),
            seen(10, "retract", "j"),
        ]
    )
    assert (rate.looked_at, rate.unchanged, rate.wrong) == (7, 2, 4)
    assert dict(rate.ways) == {
        "corrected": 1, "corrected: date_end": 1, "corrected: status": 1, "rejected": 1,
        "merged with another": 1, "split": 1, "retracted": 1,
    }  # fmt: skip


def test_what_was_undone_or_overruled_does_not_count() -> None:
    undone = [seen(1, "reject", "a"), seen(2, "undo", undoes=1), seen(3, "accept", "a")]
    assert (measure(undone).unchanged, measure(undone).wrong) == (1, 0)
    overruled = [seen(1, "reject", "a"), seen(2, "accept", "a")]
    assert (measure(overruled).unchanged, measure(overruled).wrong) == (1, 0)
    assert measure([seen(1, "reject", "a"), seen(2, "undo", undoes=1)]).looked_at == 0


@pytest.mark.parametrize(
    ("count", "whole", "low", "high"),
    [
        (0, 0, 0.0, 1.0),
        (0, 10, 0.0, 0.2775),
        (5, 10, 0.2366, 0.7634),
        (10, 10, 0.7225, 1.0),
        (1, 20, 0.0089, 0.2361),
    ],
)
def test_the_interval_is_wilsons(count: int, whole: int, low: float, high: float) -> None:
    assert wilson(count, whole) == (pytest.approx(low, abs=1e-4), pytest.approx(high, abs=1e-4))
