"""Dates in Russian words, all read in an article published on Friday, 22 August 2025."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.extraction.dates import read_dates
from tracker.extraction.scan import Scanner
from tracker.knowledge import knowledge
from tracker.model import DateBasis, DatePrecision, When
from tracker.text.clean import clean

PUBLISHED = date(2025, 8, 22)
RUSSIAN = [
    ("в пятницу", "2025-08-22", "2025-08-22", "day"),
    ("в четверг вечером", "2025-08-21", "2025-08-21", "day"),
    ("во вторник", "2025-08-19", "2025-08-19", "day"),
    ("утром в среду", "2025-08-20", "2025-08-20", "day"),
    ("вечером воскресенья", "2025-08-17", "2025-08-17", "day"),
    ("минувшей ночью", "2025-08-21", "2025-08-22", "night"),
    ("этой ночью", "2025-08-21", "2025-08-22", "night"),
    ("Ночью", "2025-08-21", "2025-08-22", "night"),
    ("за ночь", "2025-08-21", "2025-08-22", "night"),
    ("сегодня ночью", "2025-08-21", "2025-08-22", "night"),
    ("в ночь на 22 августа", "2025-08-21", "2025-08-22", "night"),
    ("в ночь на пятницу, 22 августа", "2025-08-21", "2025-08-22", "night"),
    ("в ночь на пятницу", "2025-08-21", "2025-08-22", "night"),
    ("в ночь с четверга на пятницу", "2025-08-21", "2025-08-22", "night"),
    ("в ночь со вторника на среду", "2025-08-19", "2025-08-20", "night"),
    ("в ночь с 12 на 13 августа", "2025-08-12", "2025-08-13", "night"),
    ("в ночь с 31 июля на 1 августа", "2025-07-31", "2025-08-01", "night"),
    ("в ночь на 22-е", "2025-08-21", "2025-08-22", "night"),
    ("ночью 13 августа", "2025-08-12", "2025-08-13", "night"),
    ("13 августа ночью", "2025-08-12", "2025-08-13", "night"),
    ("в ночь на 13.08", "2025-08-12", "2025-08-13", "night"),
    ("ночью в четверг", "2025-08-20", "2025-08-21", "night"),
    ("вечером 21 августа", "2025-08-21", "2025-08-21", "day"),
    ("рано утром 22-го августа", "2025-08-22", "2025-08-22", "day"),
    ("утром 22-го", "2025-08-22", "2025-08-22", "day"),
    ("28-го числа", "2025-07-28", "2025-07-28", "day"),
    ("13 августа 2024 года", "2024-08-13", "2024-08-13", "day"),
    ("13 августа прошлого года", "2024-08-13", "2024-08-13", "day"),
    ("28 декабря", "2024-12-28", "2024-12-28", "day"),
    ("13.08.2025", "2025-08-13", "2025-08-13", "day"),
    ("2025-08-13", "2025-08-13", "2025-08-13", "day"),
    ("вчера вечером", "2025-08-21", "2025-08-21", "day"),
    ("накануне", "2025-08-21", "2025-08-21", "day"),
    ("накануне вечером", "2025-08-21", "2025-08-21", "day"),
    ("позавчера", "2025-08-20", "2025-08-20", "day"),
    ("сегодня утром", "2025-08-22", "2025-08-22", "day"),
    ("на рассвете", "2025-08-22", "2025-08-22", "day"),
    ("около трех часов ночи", "2025-08-22", "2025-08-22", "day"),
    ("три дня назад", "2025-08-19", "2025-08-19", "day"),
    ("двое суток назад", "2025-08-20", "2025-08-20", "day"),
    ("с 18 по 20 августа", "2025-08-18", "2025-08-20", "range"),
    ("18 и 19 августа", "2025-08-18", "2025-08-19", "range"),
    ("18–19 августа", "2025-08-18", "2025-08-19", "range"),
    ("в понедельник и вторник", "2025-08-18", "2025-08-19", "range"),
    ("на этой неделе", "2025-08-18", "2025-08-22", "range"),
    ("на прошлой неделе", "2025-08-11", "2025-08-17", "range"),
    ("в прошлую пятницу", "2025-08-15", "2025-08-15", "day"),
    ("в прошлом месяце", "2025-07-01", "2025-07-31", "month"),
    ("в марте", "2025-03-01", "2025-03-31", "month"),
    ("в начале августа 2024 года", "2024-08-01", "2024-08-31", "month"),
    ("в августе прошлого года", "2024-08-01", "2024-08-31", "month"),
    ("в 2023 году", "2023-01-01", "2023-12-31", "range"),
]


def read(words: str, published: date | None = PUBLISHED, previous: When | None = None) -> list[When]:
    document = Scanner(knowledge().lexicons["ru"]).read(clean(f"Завод, по сводкам, {words} снова горел."))
    (sentence,) = document.sentences
    return [found.when for found in read_dates(document, sentence, published, previous or When())]


@pytest.mark.parametrize(("words", "start", "end", "precision"), RUSSIAN)
def test_russian_dates_become_intervals(words: str, start: str, end: str, precision: str) -> None:
    (when,) = read(words)
    assert (str(when.start), str(when.end), when.precision.value) == (start, end, precision)


@pytest.mark.parametrize(
    "words",
    [
        "минимум на пять дней",
        "охраны окружающей среды",
        "мощностью 15,7 млн тонн",
        "к 2,5 процента",
        "третий день подряд",
        "при 10.12 доллара",
    ],
)
def test_lengths_and_homonyms_are_no_dates(words: str) -> None:
    assert read(words) == []


@pytest.mark.parametrize(
    "words", ["в пятницу", "в ночь на 22-е", "13 августа", "накануне", "в августе прошлого года"]
)
def test_words_that_need_a_publication_date_give_none_without_it(words: str) -> None:
    assert [when.start for when in read(words, published=None)] == [None]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("через два дня", 15),
        ("спустя трое суток", 16),
        ("на следующий день", 14),
        ("двумя днями ранее", 11),
        ("днем ранее", 12),
        ("за два дня до этого", 11),
    ],
)
def test_days_before_and_after_count_from_the_date_before_and_say_so(words: str, day: int) -> None:
    before = When(date(2025, 8, 13), date(2025, 8, 13), DatePrecision.DAY, DateBasis.EXPLICIT)
    (when,) = read(words, previous=before)
    assert (when.start, when.basis) == (date(2025, 8, day), DateBasis.INHERITED)
