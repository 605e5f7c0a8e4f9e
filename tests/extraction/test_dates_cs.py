"""Dates in Czech words, all read in an article published on Friday, 22 August 2025."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.extraction.dates import read_dates
from tracker.extraction.scan import Scanner
from tracker.knowledge import knowledge
from tracker.model import When
from tracker.text.clean import clean

PUBLISHED = date(2025, 8, 22)
CZECH = [
    ("v pátek", "2025-08-22", "2025-08-22", "day"),
    ("ve čtvrtek", "2025-08-21", "2025-08-21", "day"),
    ("v pátek ráno", "2025-08-22", "2025-08-22", "day"),
    ("v pátek brzy ráno", "2025-08-22", "2025-08-22", "day"),
    ("ve čtvrtek pozdě večer", "2025-08-21", "2025-08-21", "day"),
    ("ve středu v ranních hodinách", "2025-08-20", "2025-08-20", "day"),
    ("během úterního rána", "2025-08-19", "2025-08-19", "day"),
    ("od pondělí", "2025-08-18", "2025-08-18", "day"),
    ("v noci na pátek", "2025-08-21", "2025-08-22", "night"),
    ("v noci na dnešní pátek", "2025-08-21", "2025-08-22", "night"),
    ("v noci ze čtvrtka na pátek", "2025-08-21", "2025-08-22", "night"),
    ("v noci z úterý na středu", "2025-08-19", "2025-08-20", "night"),
    ("ze soboty na neděli", "2025-08-16", "2025-08-17", "night"),
    ("během noci na středu", "2025-08-19", "2025-08-20", "night"),
    ("v noci na 22. srpna", "2025-08-21", "2025-08-22", "night"),
    ("v noci na pátek 22. srpna", "2025-08-21", "2025-08-22", "night"),
    ("v noci z 21. na 22. srpna", "2025-08-21", "2025-08-22", "night"),
    ("v noci z 31. července na 1. srpna", "2025-07-31", "2025-08-01", "night"),
    ("v noci 13. srpna 2025", "2025-08-12", "2025-08-13", "night"),
    ("v noci na 22. 8.", "2025-08-21", "2025-08-22", "night"),
    ("ve čtvrtek v noci", "2025-08-21", "2025-08-22", "night"),
    ("v noci", "2025-08-21", "2025-08-22", "night"),
    ("dnes v noci", "2025-08-21", "2025-08-22", "night"),
    ("přes noc", "2025-08-21", "2025-08-22", "night"),
    ("minulou noc", "2025-08-21", "2025-08-22", "night"),
    ("v noci na dnešek", "2025-08-21", "2025-08-22", "night"),
    ("dnes", "2025-08-22", "2025-08-22", "day"),
    ("nad ránem", "2025-08-22", "2025-08-22", "day"),
    ("včera", "2025-08-21", "2025-08-21", "day"),
    ("předevčírem", "2025-08-20", "2025-08-20", "day"),
    ("13. srpna", "2025-08-13", "2025-08-13", "day"),
    ("ve středu 13. srpna", "2025-08-13", "2025-08-13", "day"),
    ("12. srpna 2024", "2024-08-12", "2024-08-12", "day"),
    ("28. prosince", "2024-12-28", "2024-12-28", "day"),
    ("13.08.2025", "2025-08-13", "2025-08-13", "day"),
    ("13. 8. 2025", "2025-08-13", "2025-08-13", "day"),
    ("13. 8.", "2025-08-13", "2025-08-13", "day"),
    ("2025-08-13", "2025-08-13", "2025-08-13", "day"),
    ("v pondělí a úterý", "2025-08-18", "2025-08-19", "range"),
    ("od pondělí do středy", "2025-08-18", "2025-08-20", "range"),
    ("18. a 19. srpna", "2025-08-18", "2025-08-19", "range"),
    ("18.-19. srpna", "2025-08-18", "2025-08-19", "range"),
    ("před třemi dny", "2025-08-19", "2025-08-19", "day"),
    ("před týdnem", "2025-08-12", "2025-08-18", "range"),
    ("tento týden", "2025-08-18", "2025-08-22", "range"),
    ("minulý týden", "2025-08-11", "2025-08-17", "range"),
    ("v úterý minulého týdne", "2025-08-12", "2025-08-12", "day"),
    ("minulý měsíc", "2025-07-01", "2025-07-31", "month"),
    ("koncem července", "2025-07-01", "2025-07-31", "month"),
    ("v srpnu 2024", "2024-08-01", "2024-08-31", "month"),
    ("v září", "2024-09-01", "2024-09-30", "month"),
    ("v roce 2024", "2024-01-01", "2024-12-31", "range"),
]
NO_DATES = [
    "nejméně pět dní",
    "tři roky",
    "ve středě města",
    "v 5.10.",
    "o 3,5 procenta",
    "13. srpna loňského roku",
    "v srpnu loňského roku",
]


def read(words: str, published: date | None = PUBLISHED, previous: When | None = None) -> list[When]:
    document = Scanner(knowledge().lexicons["cs"]).read(clean(f"Sklad zasáhli {words} znovu."))
    (sentence,) = document.sentences
    return [found.when for found in read_dates(document, sentence, published, previous or When())]


@pytest.mark.parametrize(("words", "start", "end", "precision"), CZECH)
def test_czech_dates_become_intervals(words: str, start: str, end: str, precision: str) -> None:
    (when,) = read(words)
    assert (str(when.start), str(when.end), when.precision.value) == (start, end, precision)


@pytest.mark.parametrize("words", NO_DATES)
def test_czech_lengths_hours_and_unreadable_years_are_no_dates(words: str) -> None:
    assert [when for when in read(words) if when.start] == []


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("o dva dny později", "2025-08-15"),
        ("o den později", "2025-08-14"),
        ("druhý den", "2025-08-14"),
        ("den předtím", "2025-08-12"),
        ("o tři dny dříve", "2025-08-10"),
    ],
)
def test_czech_days_counted_from_the_date_before(words: str, day: str) -> None:
    (when,) = read(words, previous=When(date(2025, 8, 13), date(2025, 8, 13)))
    assert str(when.start) == day


@pytest.mark.parametrize("words", ["v pátek", "v noci", "13. srpna", "včera", "v noci na středu"])
def test_czech_words_that_need_a_publication_date_give_none_without_it(words: str) -> None:
    assert [when.start for when in read(words, published=None)] == [None]
