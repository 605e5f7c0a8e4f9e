"""Dates in German words, all read in an article published on Friday, 22 August 2025."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.extraction.dates import read_dates
from tracker.extraction.scan import Scanner
from tracker.knowledge import knowledge
from tracker.model import When
from tracker.text.clean import clean

PUBLISHED = date(2025, 8, 22)
GERMAN = [
    ("am Freitag", "2025-08-22", "2025-08-22", "day"),
    ("am Donnerstag", "2025-08-21", "2025-08-21", "day"),
    ("am frühen Freitagmorgen", "2025-08-22", "2025-08-22", "day"),
    ("am späten Donnerstagabend", "2025-08-21", "2025-08-21", "day"),
    ("am Mittwochnachmittag", "2025-08-20", "2025-08-20", "day"),
    ("Freitag früh", "2025-08-22", "2025-08-22", "day"),
    ("am Sonnabend", "2025-08-16", "2025-08-16", "day"),
    ("am vergangenen Dienstag", "2025-08-19", "2025-08-19", "day"),
    ("in den frühen Morgenstunden des Freitags", "2025-08-22", "2025-08-22", "day"),
    ("am Dienstag vergangener Woche", "2025-08-12", "2025-08-12", "day"),
    ("in der Nacht zum Freitag", "2025-08-21", "2025-08-22", "night"),
    ("in der Nacht auf Freitag", "2025-08-21", "2025-08-22", "night"),
    ("in der Nacht zu Mittwoch", "2025-08-19", "2025-08-20", "night"),
    ("in der Nacht zum heutigen Freitag", "2025-08-21", "2025-08-22", "night"),
    ("in der Nacht von Donnerstag auf Freitag", "2025-08-21", "2025-08-22", "night"),
    ("in der Nacht vom Dienstag auf den Mittwoch", "2025-08-19", "2025-08-20", "night"),
    ("in der Nacht auf den 22. August", "2025-08-21", "2025-08-22", "night"),
    ("in der Nacht zum 13. August 2025", "2025-08-12", "2025-08-13", "night"),
    ("in der Nacht auf Mittwoch, den 13. August", "2025-08-12", "2025-08-13", "night"),
    ("in der Nacht vom 21. auf den 22. August", "2025-08-21", "2025-08-22", "night"),
    ("in der Nacht vom 31. Juli zum 1. August", "2025-07-31", "2025-08-01", "night"),
    ("in der Nacht zum 22.", "2025-08-21", "2025-08-22", "night"),
    ("in der Nacht auf den 13.08.2025", "2025-08-12", "2025-08-13", "night"),
    ("in der Nacht", "2025-08-21", "2025-08-22", "night"),
    ("in der vergangenen Nacht", "2025-08-21", "2025-08-22", "night"),
    ("über Nacht", "2025-08-21", "2025-08-22", "night"),
    ("heute Nacht", "2025-08-21", "2025-08-22", "night"),
    ("in der Donnerstagnacht", "2025-08-21", "2025-08-22", "night"),
    ("heute", "2025-08-22", "2025-08-22", "day"),
    ("im Morgengrauen", "2025-08-22", "2025-08-22", "day"),
    ("am frühen Morgen", "2025-08-22", "2025-08-22", "day"),
    ("gestern Abend", "2025-08-21", "2025-08-21", "day"),
    ("vorgestern", "2025-08-20", "2025-08-20", "day"),
    ("am Vortag", "2025-08-21", "2025-08-21", "day"),
    ("am 13. August", "2025-08-13", "2025-08-13", "day"),
    ("am Mittwoch, dem 13. August", "2025-08-13", "2025-08-13", "day"),
    ("am Abend des 12. August", "2025-08-12", "2025-08-12", "day"),
    ("am 12. August 2024", "2024-08-12", "2024-08-12", "day"),
    ("am 12. August vergangenen Jahres", "2024-08-12", "2024-08-12", "day"),
    ("am 28. Dez.", "2024-12-28", "2024-12-28", "day"),
    ("13.08.2025", "2025-08-13", "2025-08-13", "day"),
    ("am 13.8.", "2025-08-13", "2025-08-13", "day"),
    ("2025-08-13", "2025-08-13", "2025-08-13", "day"),
    ("am Montag und Dienstag", "2025-08-18", "2025-08-19", "range"),
    ("von Montag bis Mittwoch", "2025-08-18", "2025-08-20", "range"),
    ("am 18. und 19. August", "2025-08-18", "2025-08-19", "range"),
    ("vom 18. bis zum 20. August", "2025-08-18", "2025-08-20", "range"),
    ("vom 28. Juli bis 3. August", "2025-07-28", "2025-08-03", "range"),
    ("vor drei Tagen", "2025-08-19", "2025-08-19", "day"),
    ("vor einem Tag", "2025-08-21", "2025-08-21", "day"),
    ("vor einer Woche", "2025-08-12", "2025-08-18", "range"),
    ("Anfang der Woche", "2025-08-18", "2025-08-22", "range"),
    ("in der vergangenen Woche", "2025-08-11", "2025-08-17", "range"),
    ("im vergangenen Monat", "2025-07-01", "2025-07-31", "month"),
    ("Ende Juli", "2025-07-01", "2025-07-31", "month"),
    ("im August 2024", "2024-08-01", "2024-08-31", "month"),
    ("im August vergangenen Jahres", "2024-08-01", "2024-08-31", "month"),
    ("im Jahr 2024", "2024-01-01", "2024-12-31", "range"),
]


def read(words: str, published: date | None = PUBLISHED, previous: When | None = None) -> list[When]:
    document = Scanner(knowledge().lexicons["de"]).read(clean(f"Sie wurde {words} getroffen."))
    (sentence,) = document.sentences
    return [found.when for found in read_dates(document, sentence, published, previous or When())]


@pytest.mark.parametrize(("words", "start", "end", "precision"), GERMAN)
def test_german_dates_become_intervals(words: str, start: str, end: str, precision: str) -> None:
    (when,) = read(words)
    assert (str(when.start), str(when.end), when.precision.value) == (start, end, precision)


@pytest.mark.parametrize(
    "words",
    [
        "für mindestens fünf Tage",
        "seit drei Jahren",
        "um 3.30 Uhr",
        "mit 2000 Drohnen",
        "beim Start des 14. Regiments",
        "zu 12,5 Prozent",
    ],
)
def test_lengths_and_figures_are_no_dates(words: str) -> None:
    assert read(words) == []


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("zwei Tage später", date(2025, 8, 15)),
        ("am Tag darauf", date(2025, 8, 14)),
        ("einen Tag zuvor", date(2025, 8, 12)),
        ("drei Tage zuvor", date(2025, 8, 10)),
    ],
)
def test_days_before_and_after_count_from_the_date_before(words: str, day: date) -> None:
    (when,) = read(words, previous=When(date(2025, 8, 13), date(2025, 8, 13)))
    assert when.start == day


def test_words_that_need_a_publication_date_give_none_without_it() -> None:
    assert [when.start for when in read("in der Nacht zum Freitag", published=None)] == [None]
