"""Hungarian dates in words, all read in an article published on Friday, 22 August 2025."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.extraction.dates import read_dates
from tracker.extraction.scan import Scanner
from tracker.knowledge import knowledge
from tracker.model import DateBasis, DatePrecision, When
from tracker.text.clean import clean

PUBLISHED = date(2025, 8, 22)
HUNGARIAN = [
    ("pénteken", "2025-08-22", "2025-08-22", "day"),
    ("csütörtökön", "2025-08-21", "2025-08-21", "day"),
    ("szerda hajnalban", "2025-08-20", "2025-08-20", "day"),
    ("kedd késő este", "2025-08-19", "2025-08-19", "day"),
    ("az éjjel", "2025-08-21", "2025-08-22", "night"),
    ("az éjszaka folyamán", "2025-08-21", "2025-08-22", "night"),
    ("az elmúlt éjszaka", "2025-08-21", "2025-08-22", "night"),
    ("tegnap éjjel", "2025-08-21", "2025-08-22", "night"),
    ("tegnapról mára virradóra", "2025-08-21", "2025-08-22", "night"),
    ("péntekre virradóra", "2025-08-21", "2025-08-22", "night"),
    ("péntekre virradó éjszaka", "2025-08-21", "2025-08-22", "night"),
    ("keddre virradóan", "2025-08-18", "2025-08-19", "night"),
    ("csütörtökről péntekre virradó éjjel", "2025-08-21", "2025-08-22", "night"),
    ("szombat éjjelről vasárnap hajnalra", "2025-08-16", "2025-08-17", "night"),
    ("csütörtök éjjel", "2025-08-21", "2025-08-22", "night"),
    ("augusztus 21-ről 22-re virradó éjszaka", "2025-08-21", "2025-08-22", "night"),
    ("augusztus 21-éről 22-ére virradóra", "2025-08-21", "2025-08-22", "night"),
    ("július 31-ről augusztus 1-re virradó éjjel", "2025-07-31", "2025-08-01", "night"),
    ("augusztus 12-13-án éjszaka", "2025-08-12", "2025-08-13", "night"),
    ("augusztus 13-ra virradóra", "2025-08-12", "2025-08-13", "night"),
    ("augusztus 13-ára virradó éjszaka", "2025-08-12", "2025-08-13", "night"),
    ("augusztus 22-én éjjel", "2025-08-21", "2025-08-22", "night"),
    ("augusztus 22-én hajnalban", "2025-08-22", "2025-08-22", "day"),
    ("augusztus 22-én", "2025-08-22", "2025-08-22", "day"),
    ("augusztus 13-i", "2025-08-13", "2025-08-13", "day"),
    ("aug. 13-án", "2025-08-13", "2025-08-13", "day"),
    ("2025. augusztus 13-án", "2025-08-13", "2025-08-13", "day"),
    ("2024. augusztus 13-án", "2024-08-13", "2024-08-13", "day"),
    ("2025.08.13-án", "2025-08-13", "2025-08-13", "day"),
    ("2025-08-13", "2025-08-13", "2025-08-13", "day"),
    ("december 28-án", "2024-12-28", "2024-12-28", "day"),
    ("hétfőn és kedden", "2025-08-18", "2025-08-19", "range"),
    ("augusztus 18-án és 19-én", "2025-08-18", "2025-08-19", "range"),
    ("augusztus 18-19-én", "2025-08-18", "2025-08-19", "range"),
    ("augusztus 13. és 18. között", "2025-08-13", "2025-08-18", "range"),
    ("hajnalban", "2025-08-22", "2025-08-22", "day"),
    ("ma reggel", "2025-08-22", "2025-08-22", "day"),
    ("tegnap", "2025-08-21", "2025-08-21", "day"),
    ("tegnap este", "2025-08-21", "2025-08-21", "day"),
    ("tegnapelőtt", "2025-08-20", "2025-08-20", "day"),
    ("három nappal ezelőtt", "2025-08-19", "2025-08-19", "day"),
    ("két napja", "2025-08-20", "2025-08-20", "day"),
    ("múlt hét szerdán", "2025-08-13", "2025-08-13", "day"),
    ("múlt pénteken", "2025-08-15", "2025-08-15", "day"),
    ("a hét elején", "2025-08-18", "2025-08-22", "range"),
    ("múlt héten", "2025-08-11", "2025-08-17", "range"),
    ("a hétvégén", "2025-08-16", "2025-08-17", "range"),
    ("márciusban", "2025-03-01", "2025-03-31", "month"),
    ("2024 augusztusában", "2024-08-01", "2024-08-31", "month"),
    ("a múlt hónapban", "2025-07-01", "2025-07-31", "month"),
]


def read(words: str, published: date | None = PUBLISHED, previous: When | None = None) -> list[When]:
    document = Scanner(knowledge().lexicons["hu"]).read(clean(f"Találat érte {words} ismét."))
    found = []
    for sentence in document.sentences:
        found += read_dates(document, sentence, published, previous or When())
    return [mention.when for mention in found]


@pytest.mark.parametrize(("words", "start", "end", "precision"), HUNGARIAN)
def test_hungarian_dates_become_intervals(words: str, start: str, end: str, precision: str) -> None:
    (when,) = read(words)
    assert (str(when.start), str(when.end), when.precision.value) == (start, end, precision)


@pytest.mark.parametrize(
    "words",
    [
        "legalább öt napig",
        "ötnapos leállás miatt",
        "hét üzemben",
        "mindmáig",
        "90 napra elegendő",
        "2-es blokk",
    ],
)
def test_lengths_and_homonyms_are_no_dates(words: str) -> None:
    assert [when for when in read(words) if when.start] == []


@pytest.mark.parametrize(
    "words",
    [
        "jövő hétfőn",
        "a jövő héten",
        "hétfőre",
        "a péntekre tervezett csúcs előtt",
        "tavaly augusztusban",
        "tavaly május 3-án",
    ],
)
def test_next_week_and_last_year_are_no_days_of_this_one(words: str) -> None:
    assert [when.start for when in read(words) if when.start] == []


def test_words_that_need_a_publication_date_give_none_without_it() -> None:
    assert [when.start for when in read("pénteken", published=None)] == [None]
    assert [when.start for when in read("augusztus 13-án", published=None)] == [None]


def test_a_written_year_needs_no_publication_date() -> None:
    (when,) = read("2025. augusztus 13-án", published=None)
    assert when == When(date(2025, 8, 13), date(2025, 8, 13), DatePrecision.DAY, DateBasis.EXPLICIT)


@pytest.mark.parametrize(
    ("words", "day"),
    [("két nappal később", 15), ("másnap", 14), ("az előző napon", 12), ("három nappal korábban", 10)],
)
def test_days_before_and_after_count_from_the_date_before(words: str, day: int) -> None:
    before = When(date(2025, 8, 13), date(2025, 8, 13), DatePrecision.DAY, DateBasis.EXPLICIT)
    (when,) = read(words, previous=before)
    assert (when.start, when.basis) == (date(2025, 8, day), DateBasis.INHERITED)
