"""Dates in Ukrainian words, all read in an article published on Friday, 22 August 2025."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.extraction.dates import read_dates
from tracker.extraction.scan import Scanner
from tracker.knowledge import knowledge
from tracker.model import DateBasis, DatePrecision, When
from tracker.text.clean import clean

PUBLISHED = date(2025, 8, 22)
UKRAINIAN = [
    ("у п’ятницю", "2025-08-22", "2025-08-22", "day"),
    ("в четвер увечері", "2025-08-21", "2025-08-21", "day"),
    ("вранці в середу", "2025-08-20", "2025-08-20", "day"),
    ("ввечері 21 серпня", "2025-08-21", "2025-08-21", "day"),
    ("минулої ночі", "2025-08-21", "2025-08-22", "night"),
    ("цієї ночі", "2025-08-21", "2025-08-22", "night"),
    ("Вночі", "2025-08-21", "2025-08-22", "night"),
    ("сьогодні уночі", "2025-08-21", "2025-08-22", "night"),
    ("упродовж ночі", "2025-08-21", "2025-08-22", "night"),
    ("у ніч проти 22 серпня", "2025-08-21", "2025-08-22", "night"),
    ("в ніч на 22 серпня", "2025-08-21", "2025-08-22", "night"),
    ("вночі проти 13 серпня", "2025-08-12", "2025-08-13", "night"),
    ("у ніч на п'ятницю, 22 серпня", "2025-08-21", "2025-08-22", "night"),
    ("у ніч проти п’ятниці", "2025-08-21", "2025-08-22", "night"),
    ("в ніч на п'ятницю", "2025-08-21", "2025-08-22", "night"),
    ("у ніч із четверга на п'ятницю", "2025-08-21", "2025-08-22", "night"),
    ("у ніч з вівторка на середу", "2025-08-19", "2025-08-20", "night"),
    ("у ніч з 12 на 13 серпня", "2025-08-12", "2025-08-13", "night"),
    ("у ніч із 31 липня на 1 серпня", "2025-07-31", "2025-08-01", "night"),
    ("вночі 13 серпня", "2025-08-12", "2025-08-13", "night"),
    ("13 серпня вночі", "2025-08-12", "2025-08-13", "night"),
    ("у ніч на 22-ге", "2025-08-21", "2025-08-22", "night"),
    ("у ніч на 13.08", "2025-08-12", "2025-08-13", "night"),
    ("уночі в четвер", "2025-08-20", "2025-08-21", "night"),
    ("вранці 22-го", "2025-08-22", "2025-08-22", "day"),
    ("28-го числа", "2025-07-28", "2025-07-28", "day"),
    ("13 серпня 2024 року", "2024-08-13", "2024-08-13", "day"),
    ("13 серпня минулого року", "2024-08-13", "2024-08-13", "day"),
    ("28 грудня", "2024-12-28", "2024-12-28", "day"),
    ("13.08.2025", "2025-08-13", "2025-08-13", "day"),
    ("вчора ввечері", "2025-08-21", "2025-08-21", "day"),
    ("учора", "2025-08-21", "2025-08-21", "day"),
    ("минулої доби", "2025-08-21", "2025-08-21", "day"),
    ("напередодні", "2025-08-21", "2025-08-21", "day"),
    ("позавчора", "2025-08-20", "2025-08-20", "day"),
    ("сьогодні вранці", "2025-08-22", "2025-08-22", "day"),
    ("на світанку", "2025-08-22", "2025-08-22", "day"),
    ("близько третьої ночі", "2025-08-22", "2025-08-22", "day"),
    ("три дні тому", "2025-08-19", "2025-08-19", "day"),
    ("дві доби тому", "2025-08-20", "2025-08-20", "day"),
    ("з 18 по 20 серпня", "2025-08-18", "2025-08-20", "range"),
    ("18 і 19 серпня", "2025-08-18", "2025-08-19", "range"),
    ("18—19 серпня", "2025-08-18", "2025-08-19", "range"),
    ("у понеділок та вівторок", "2025-08-18", "2025-08-19", "range"),
    ("цього тижня", "2025-08-18", "2025-08-22", "range"),
    ("минулого тижня", "2025-08-11", "2025-08-17", "range"),
    ("минулої п'ятниці", "2025-08-15", "2025-08-15", "day"),
    ("минулого місяця", "2025-07-01", "2025-07-31", "month"),
    ("у березні", "2025-03-01", "2025-03-31", "month"),
    ("на початку серпня 2024 року", "2024-08-01", "2024-08-31", "month"),
    ("у серпні минулого року", "2024-08-01", "2024-08-31", "month"),
    ("у 2023 році", "2023-01-01", "2023-12-31", "range"),
]


def read(words: str, published: date | None = PUBLISHED, previous: When | None = None) -> list[When]:
    document = Scanner(knowledge().lexicons["uk"]).read(clean(f"Завод, за зведенням, {words} знову горів."))
    (sentence,) = document.sentences
    return [found.when for found in read_dates(document, sentence, published, previous or When())]


@pytest.mark.parametrize(("words", "start", "end", "precision"), UKRAINIAN)
def test_ukrainian_dates_become_intervals(words: str, start: str, end: str, precision: str) -> None:
    (when,) = read(words)
    assert (str(when.start), str(when.end), when.precision.value) == (start, end, precision)


@pytest.mark.parametrize(
    "words",
    [
        "щонайменше на п'ять днів",
        "лютого морозу",
        "потужністю 15,7 млн тонн",
        "до 2,5 відсотка",
        "третій день поспіль",
        "за посередництва",
    ],
)
def test_lengths_and_homonyms_are_no_dates(words: str) -> None:
    assert read(words) == []


@pytest.mark.parametrize(
    "words", ["у п'ятницю", "у ніч на 22-ге", "13 серпня", "напередодні", "у серпні минулого року"]
)
def test_words_that_need_a_publication_date_give_none_without_it(words: str) -> None:
    assert [when.start for when in read(words, published=None)] == [None]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("через два дні", 15),
        ("за три доби потому", 16),
        ("наступного дня", 14),
        ("двома днями раніше", 11),
        ("днем раніше", 12),
        ("за два дні до цього", 11),
    ],
)
def test_days_before_and_after_count_from_the_date_before_and_say_so(words: str, day: int) -> None:
    before = When(date(2025, 8, 13), date(2025, 8, 13), DatePrecision.DAY, DateBasis.EXPLICIT)
    (when,) = read(words, previous=before)
    assert (when.start, when.basis) == (date(2025, 8, day), DateBasis.INHERITED)
