"""A day and a month in figures without a year: a date at the head of an item or after a weekday, else none."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.extraction.dates import read_dates
from tracker.extraction.scan import Scanner
from tracker.knowledge import knowledge
from tracker.model import When
from tracker.text.clean import clean


def days(text: str, lang: str) -> list[tuple[date | None, str]]:
    document = Scanner(knowledge().lexicons[lang]).read(clean(text))
    found = [
        mention
        for sentence in document.sentences
        for mention in read_dates(document, sentence, date(2025, 9, 30), When())
    ]
    return [(mention.when.start, mention.meaning) for mention in found]


@pytest.mark.parametrize("lang", ["ru", "uk", "pl", "de"])
@pytest.mark.parametrize("text", ["• 24.09, X", "▪️ 24.09. X", "- 24.09 - X", "X (24.09) X", "* 24.09: X"])
def test_the_head_of_an_item_is_a_date(lang: str, text: str) -> None:
    assert days(text, lang) == [(date(2025, 9, 24), "numeric")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [("ru", "среда, 24.09"), ("uk", "середа, 24.09"), ("pl", "środa, 24.09"), ("de", "Mittwoch, 24.09.")],
)
def test_a_weekday_makes_figures_a_date(lang: str, text: str) -> None:
    assert days(text, lang)[0] == (date(2025, 9, 24), "numeric")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "в 19.10 мск"), ("ru", "• 12.10 млн тонн"), ("uk", "о 19.10"), ("uk", "(14.11 млрд)"),
        ("pl", "od 4.50 do 7.30"), ("pl", "(12.10 mln ton)"), ("de", "um 19.10 Uhr"), ("de", "(12.10 Uhr)"),
    ],
)  # fmt: skip
def test_hours_and_amounts_are_no_dates(lang: str, text: str) -> None:
    assert days(text, lang) == []
