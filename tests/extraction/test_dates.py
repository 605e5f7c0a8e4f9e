"""Dates in words, all read in an article published on Friday, 22 August 2025."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.extraction.dates import MEANINGS, read_dates
from tracker.extraction.scan import Scanner
from tracker.knowledge import knowledge
from tracker.model import DateBasis, DatePrecision, When
from tracker.text.clean import clean

PUBLISHED = date(2025, 8, 22)
ENGLISH = [
    ("on Friday", "2025-08-22", "2025-08-22", "day"),
    ("on Thursday", "2025-08-21", "2025-08-21", "day"),
    ("last night", "2025-08-21", "2025-08-22", "night"),
    ("overnight", "2025-08-21", "2025-08-22", "night"),
    ("overnight into 22 August", "2025-08-21", "2025-08-22", "night"),
    ("overnight on Aug. 22", "2025-08-21", "2025-08-22", "night"),
    ("on the night of 12 to 13 August", "2025-08-12", "2025-08-13", "night"),
    ("on the night of August 21-22", "2025-08-21", "2025-08-22", "night"),
    ("overnight from Thursday to Friday", "2025-08-21", "2025-08-22", "night"),
    ("overnight into Friday", "2025-08-21", "2025-08-22", "night"),
    ("Thursday night", "2025-08-21", "2025-08-22", "night"),
    ("late on Thursday", "2025-08-21", "2025-08-21", "day"),
    ("in the early hours of 22 August", "2025-08-22", "2025-08-22", "day"),
    ("on Monday and Tuesday", "2025-08-18", "2025-08-19", "range"),
    ("18-19 August", "2025-08-18", "2025-08-19", "range"),
    ("on Aug 18 and 19", "2025-08-18", "2025-08-19", "range"),
    ("22 August 2025", "2025-08-22", "2025-08-22", "day"),
    ("on August 12, 2024", "2024-08-12", "2024-08-12", "day"),
    ("on Dec. 28", "2024-12-28", "2024-12-28", "day"),
    ("13.08.2025", "2025-08-13", "2025-08-13", "day"),
    ("8/13/2025", "2025-08-13", "2025-08-13", "day"),
    ("2025-08-13", "2025-08-13", "2025-08-13", "day"),
    ("three days ago", "2025-08-19", "2025-08-19", "day"),
    ("earlier this week", "2025-08-18", "2025-08-22", "range"),
    ("last month", "2025-07-01", "2025-07-31", "month"),
    ("in March", "2025-03-01", "2025-03-31", "month"),
    ("in August 2024", "2024-08-01", "2024-08-31", "month"),
]


def read(words: str, published: date | None = PUBLISHED, previous: When | None = None) -> list[When]:
    document = Scanner(knowledge().lexicons["en"]).read(clean(f"It was hit {words} again."))
    (sentence,) = document.sentences
    return [found.when for found in read_dates(document, sentence, published, previous or When())]


@pytest.mark.parametrize(("words", "start", "end", "precision"), ENGLISH)
def test_english_dates_become_intervals(words: str, start: str, end: str, precision: str) -> None:
    (when,) = read(words)
    assert (str(when.start), str(when.end), when.precision.value) == (start, end, precision)


@pytest.mark.parametrize(
    "words", ["for three years", "for at least five days", "a three-year war", "it may be so"]
)
def test_lengths_and_homonyms_are_no_dates(words: str) -> None:
    assert read(words) == []


def test_words_that_need_a_publication_date_give_none_without_it() -> None:
    assert [when.start for when in read("on Friday", published=None)] == [None]
    assert [when.start for when in read("on 13 August", published=None)] == [None]


def test_a_written_year_needs_no_publication_date() -> None:
    (when,) = read("on 13 August 2025", published=None)
    assert when == When(date(2025, 8, 13), date(2025, 8, 13), DatePrecision.DAY, DateBasis.EXPLICIT)


def test_days_later_count_from_the_date_before_and_say_so() -> None:
    before = When(date(2025, 8, 13), date(2025, 8, 13), DatePrecision.DAY, DateBasis.EXPLICIT)
    (when,) = read("two days later", previous=before)
    assert (when.start, when.basis) == (date(2025, 8, 15), DateBasis.INHERITED)


def test_a_date_without_a_year_never_lies_after_publication() -> None:
    (when,) = read("on 28 December")
    assert when.start == date(2024, 12, 28)


def test_an_impossible_day_gives_no_date() -> None:
    assert [when.start for when in read("on 31 February 2025")] == [None]


def test_every_rule_of_every_language_has_a_known_meaning() -> None:
    for lexicon in knowledge().lexicons.values():
        assert {rule.meaning for rule in lexicon.date_rules} <= MEANINGS
