"""Dates in Slovak words, all read in an article published on Friday, 22 August 2025."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.extraction.dates import read_dates
from tracker.extraction.scan import Scanner
from tracker.knowledge import knowledge
from tracker.model import When
from tracker.text.clean import clean

PUBLISHED = date(2025, 8, 22)
SLOVAK = [
    ("v piatok", "2025-08-22", "2025-08-22", "day"),
    ("vo štvrtok", "2025-08-21", "2025-08-21", "day"),
    ("v piatok ráno", "2025-08-22", "2025-08-22", "day"),
    ("v piatok skoro ráno", "2025-08-22", "2025-08-22", "day"),
    ("vo štvrtok neskoro večer", "2025-08-21", "2025-08-21", "day"),
    ("v stredu v ranných hodinách", "2025-08-20", "2025-08-20", "day"),
    ("počas utorkového rána", "2025-08-19", "2025-08-19", "day"),
    ("od pondelka", "2025-08-18", "2025-08-18", "day"),
    ("v uplynulú sobotu", "2025-08-16", "2025-08-16", "day"),
    ("v noci na piatok", "2025-08-21", "2025-08-22", "night"),
    ("v noci na dnešný piatok", "2025-08-21", "2025-08-22", "night"),
    ("v noci zo štvrtka na piatok", "2025-08-21", "2025-08-22", "night"),
    ("v noci z utorka na stredu", "2025-08-19", "2025-08-20", "night"),
    ("zo soboty na nedeľu", "2025-08-16", "2025-08-17", "night"),
    ("počas noci na stredu", "2025-08-19", "2025-08-20", "night"),
    ("v noci na 22. augusta", "2025-08-21", "2025-08-22", "night"),
    ("v noci na piatok 22. augusta", "2025-08-21", "2025-08-22", "night"),
    ("v noci z 21. na 22. augusta", "2025-08-21", "2025-08-22", "night"),
    ("v noci z 31. júla na 1. augusta", "2025-07-31", "2025-08-01", "night"),
    ("v noci zo štvrtka 21. na piatok 22. augusta", "2025-08-21", "2025-08-22", "night"),
    ("v noci 13. augusta 2025", "2025-08-12", "2025-08-13", "night"),
    ("v noci na 22. 8.", "2025-08-21", "2025-08-22", "night"),
    ("vo štvrtok v noci", "2025-08-21", "2025-08-22", "night"),
    ("v noci", "2025-08-21", "2025-08-22", "night"),
    ("dnes v noci", "2025-08-21", "2025-08-22", "night"),
    ("minulú noc", "2025-08-21", "2025-08-22", "night"),
    ("počas uplynulej noci", "2025-08-21", "2025-08-22", "night"),
    ("v noci na dnes", "2025-08-21", "2025-08-22", "night"),
    ("dnes", "2025-08-22", "2025-08-22", "day"),
    ("nadránom", "2025-08-22", "2025-08-22", "day"),
    ("včera", "2025-08-21", "2025-08-21", "day"),
    ("včera večer", "2025-08-21", "2025-08-21", "day"),
    ("predvčerom", "2025-08-20", "2025-08-20", "day"),
    ("13. augusta", "2025-08-13", "2025-08-13", "day"),
    ("v stredu 13. augusta", "2025-08-13", "2025-08-13", "day"),
    ("v stredu, 13. augusta ráno", "2025-08-13", "2025-08-13", "day"),
    ("13. augusta v noci", "2025-08-13", "2025-08-13", "day"),
    ("12. augusta 2024", "2024-08-12", "2024-08-12", "day"),
    ("28. decembra", "2024-12-28", "2024-12-28", "day"),
    ("13.08.2025", "2025-08-13", "2025-08-13", "day"),
    ("13. 8. 2025", "2025-08-13", "2025-08-13", "day"),
    ("13. 8.", "2025-08-13", "2025-08-13", "day"),
    ("2025-08-13", "2025-08-13", "2025-08-13", "day"),
    ("v pondelok a utorok", "2025-08-18", "2025-08-19", "range"),
    ("v pondelok a v utorok", "2025-08-18", "2025-08-19", "range"),
    ("od pondelka do stredy", "2025-08-18", "2025-08-20", "range"),
    ("18. a 19. augusta", "2025-08-18", "2025-08-19", "range"),
    ("18.-19. augusta", "2025-08-18", "2025-08-19", "range"),
    ("od 28. júla do 3. augusta", "2025-07-28", "2025-08-03", "range"),
    ("pred tromi dňami", "2025-08-19", "2025-08-19", "day"),
    ("pred týždňom", "2025-08-12", "2025-08-18", "range"),
    ("tento týždeň", "2025-08-18", "2025-08-22", "range"),
    ("minulý týždeň", "2025-08-11", "2025-08-17", "range"),
    ("v utorok minulého týždňa", "2025-08-12", "2025-08-12", "day"),
    ("minulý utorok", "2025-08-12", "2025-08-12", "day"),
    ("minulý mesiac", "2025-07-01", "2025-07-31", "month"),
    ("koncom júla", "2025-07-01", "2025-07-31", "month"),
    ("v auguste 2024", "2024-08-01", "2024-08-31", "month"),
    ("v roku 2024", "2024-01-01", "2024-12-31", "range"),
]
NO_DATES = [
    "najmenej päť dní",
    "tri roky",
    "v strede mesta",
    "o 5.10.",
    "na 3,5 percenta",
    "13. augusta minulého roka",
    "v auguste minulého roka",
]


def read(words: str, published: date | None = PUBLISHED, previous: When | None = None) -> list[When]:
    document = Scanner(knowledge().lexicons["sk"]).read(clean(f"Sklad zasiahli {words} znova."))
    (sentence,) = document.sentences
    return [found.when for found in read_dates(document, sentence, published, previous or When())]


@pytest.mark.parametrize(("words", "start", "end", "precision"), SLOVAK)
def test_slovak_dates_become_intervals(words: str, start: str, end: str, precision: str) -> None:
    (when,) = read(words)
    assert (str(when.start), str(when.end), when.precision.value) == (start, end, precision)


@pytest.mark.parametrize("words", NO_DATES)
def test_slovak_lengths_hours_and_unreadable_years_are_no_dates(words: str) -> None:
    assert [when for when in read(words) if when.start] == []


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("o dva dni neskôr", "2025-08-15"),
        ("o deň neskôr", "2025-08-14"),
        ("na druhý deň", "2025-08-14"),
        ("deň predtým", "2025-08-12"),
        ("o tri dni skôr", "2025-08-10"),
    ],
)
def test_slovak_days_counted_from_the_date_before(words: str, day: str) -> None:
    (when,) = read(words, previous=When(date(2025, 8, 13), date(2025, 8, 13)))
    assert str(when.start) == day


@pytest.mark.parametrize("words", ["v piatok", "v noci", "13. augusta", "včera", "v noci na stredu"])
def test_slovak_words_that_need_a_publication_date_give_none_without_it(words: str) -> None:
    assert [when.start for when in read(words, published=None)] == [None]
