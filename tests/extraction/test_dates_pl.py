"""Dates in Polish words, all read in an article published on Friday, 22 August 2025."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.extraction.dates import read_dates
from tracker.extraction.scan import Scanner
from tracker.knowledge import knowledge
from tracker.model import When
from tracker.text.clean import clean

PUBLISHED = date(2025, 8, 22)
POLISH = [
    ("w piątek", "2025-08-22", "2025-08-22", "day"),
    ("we czwartek", "2025-08-21", "2025-08-21", "day"),
    ("w piątek nad ranem", "2025-08-22", "2025-08-22", "day"),
    ("w czwartek późnym wieczorem", "2025-08-21", "2025-08-21", "day"),
    ("w środę po południu", "2025-08-20", "2025-08-20", "day"),
    ("wczesnym rankiem w piątek", "2025-08-22", "2025-08-22", "day"),
    ("w piątkowy poranek", "2025-08-22", "2025-08-22", "day"),
    ("w wyniku wtorkowego ataku", "2025-08-19", "2025-08-19", "day"),
    ("w minioną sobotę", "2025-08-16", "2025-08-16", "day"),
    ("od poniedziałku", "2025-08-18", "2025-08-18", "day"),
    ("we wtorek w ubiegłym tygodniu", "2025-08-12", "2025-08-12", "day"),
    ("w nocy z czwartku na piątek", "2025-08-21", "2025-08-22", "night"),
    ("w nocy ze środy na czwartek", "2025-08-20", "2025-08-21", "night"),
    ("z soboty na niedzielę", "2025-08-16", "2025-08-17", "night"),
    ("w nocy na piątek", "2025-08-21", "2025-08-22", "night"),
    ("w nocy na 22 sierpnia", "2025-08-21", "2025-08-22", "night"),
    ("w nocy z 21 na 22 sierpnia", "2025-08-21", "2025-08-22", "night"),
    ("w nocy z 31 lipca na 1 sierpnia", "2025-07-31", "2025-08-01", "night"),
    ("nocą z 12 na 13 sierpnia 2025 roku", "2025-08-12", "2025-08-13", "night"),
    ("w nocy 13 sierpnia", "2025-08-12", "2025-08-13", "night"),
    ("w nocy na 13.08.2025", "2025-08-12", "2025-08-13", "night"),
    ("w czwartek w nocy", "2025-08-21", "2025-08-22", "night"),
    ("w nocy", "2025-08-21", "2025-08-22", "night"),
    ("minionej nocy", "2025-08-21", "2025-08-22", "night"),
    ("dziś w nocy", "2025-08-21", "2025-08-22", "night"),
    ("w ostatnią noc", "2025-08-21", "2025-08-22", "night"),
    ("po nocnym ataku", "2025-08-21", "2025-08-22", "night"),
    ("dzisiaj", "2025-08-22", "2025-08-22", "day"),
    ("nad ranem", "2025-08-22", "2025-08-22", "day"),
    ("o świcie", "2025-08-22", "2025-08-22", "day"),
    ("wczoraj wieczorem", "2025-08-21", "2025-08-21", "day"),
    ("minionej doby", "2025-08-21", "2025-08-21", "day"),
    ("przedwczoraj", "2025-08-20", "2025-08-20", "day"),
    ("poprzedniego dnia", "2025-08-21", "2025-08-21", "day"),
    ("13 sierpnia", "2025-08-13", "2025-08-13", "day"),
    ("w środę, 13 sierpnia", "2025-08-13", "2025-08-13", "day"),
    ("rano 13 sierpnia", "2025-08-13", "2025-08-13", "day"),
    ("13 sierpnia nad ranem", "2025-08-13", "2025-08-13", "day"),
    ("12 sierpnia 2024 roku", "2024-08-12", "2024-08-12", "day"),
    ("12 sierpnia ubiegłego roku", "2024-08-12", "2024-08-12", "day"),
    ("28 grudnia", "2024-12-28", "2024-12-28", "day"),
    ("13.08.2025", "2025-08-13", "2025-08-13", "day"),
    ("2025-08-13", "2025-08-13", "2025-08-13", "day"),
    ("w poniedziałek i wtorek", "2025-08-18", "2025-08-19", "range"),
    ("w poniedziałek i we wtorek", "2025-08-18", "2025-08-19", "range"),
    ("od poniedziałku do środy", "2025-08-18", "2025-08-20", "range"),
    ("18 i 19 sierpnia", "2025-08-18", "2025-08-19", "range"),
    ("w dniach 18–19 sierpnia", "2025-08-18", "2025-08-19", "range"),
    ("od 28 lipca do 3 sierpnia", "2025-07-28", "2025-08-03", "range"),
    ("trzy dni temu", "2025-08-19", "2025-08-19", "day"),
    ("przed dwoma dniami", "2025-08-20", "2025-08-20", "day"),
    ("tydzień temu", "2025-08-12", "2025-08-18", "range"),
    ("w tym tygodniu", "2025-08-18", "2025-08-22", "range"),
    ("w ubiegłym tygodniu", "2025-08-11", "2025-08-17", "range"),
    ("w zeszłym miesiącu", "2025-07-01", "2025-07-31", "month"),
    ("pod koniec lipca", "2025-07-01", "2025-07-31", "month"),
    ("w sierpniu 2024 roku", "2024-08-01", "2024-08-31", "month"),
    ("w sierpniu ubiegłego roku", "2024-08-01", "2024-08-31", "month"),
    ("w 2024 roku", "2024-01-01", "2024-12-31", "range"),
]


def read(words: str, published: date | None = PUBLISHED, previous: When | None = None) -> list[When]:
    document = Scanner(knowledge().lexicons["pl"]).read(clean(f"Trafiono ją {words} ponownie."))
    (sentence,) = document.sentences
    return [found.when for found in read_dates(document, sentence, published, previous or When())]


@pytest.mark.parametrize(("words", "start", "end", "precision"), POLISH)
def test_polish_dates_become_intervals(words: str, start: str, end: str, precision: str) -> None:
    (when,) = read(words)
    assert (str(when.start), str(when.end), when.precision.value) == (start, end, precision)


@pytest.mark.parametrize(
    "words",
    [
        "na co najmniej pięć dni",
        "od trzech lat",
        "o godz. 3.30",
        "z 2000 dronów",
        "przez żołnierzy 14. pułku",
        "maju",
        "w środku miasta",
    ],
)
def test_lengths_and_figures_are_no_dates(words: str) -> None:
    assert read(words) == []


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("dwa dni później", date(2025, 8, 15)),
        ("następnego dnia", date(2025, 8, 14)),
        ("dzień wcześniej", date(2025, 8, 12)),
        ("trzy dni wcześniej", date(2025, 8, 10)),
    ],
)
def test_days_before_and_after_count_from_the_date_before(words: str, day: date) -> None:
    (when,) = read(words, previous=When(date(2025, 8, 13), date(2025, 8, 13)))
    assert when.start == day


def test_words_that_need_a_publication_date_give_none_without_it() -> None:
    assert [when.start for when in read("w nocy na piątek", published=None)] == [None]
