"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.sentences import split


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It burned. Nobody was hurt.", ["It burned.", "Nobody was hurt."]),
        (
            "Gov. Bogomaz said so on Aug. 22. Fire followed.",
            ["Gov. Bogomaz said so on Aug. 22.", "Fire followed."],
        ),
        ("В Брянской обл. горит НПС. Пострадавших нет.", ["В Брянской обл. горит НПС.", "Пострадавших нет."]),
        ("Stalo sa to 13. augusta. Ropa netečie.", ["Stalo sa to 13. augusta.", "Ropa netečie."]),
        (
            "In der Nacht zum 22. August brannte es. Verletzt wurden 12. Der Brand ist gelöscht.",
            ["In der Nacht zum 22. August brannte es.", "Verletzt wurden 12.", "Der Brand ist gelöscht."],
        ),
        ("Headline without a full stop\n\nThe text.", ["Headline without a full stop", "The text."]),
        ("A line that was\nwrapped by a mailer.", ["A line that was\nwrapped by a mailer."]),
        ("- Saratov\n- Syzran", ["- Saratov", "- Syzran"]),
        ("He said: “It is over.” Then he left.", ["He said: “It is over.”", "Then he left."]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(alphabet='aA1.!?…"” \nяЯ-', max_size=120))
def test_every_visible_character_lies_in_exactly_one_sentence(text: str) -> None:
    spans = split(text)
    covered = [at for start, end in spans for at in range(start, end)]
    assert len(covered) == len(set(covered))
    assert {at for at, char in enumerate(text) if not char.isspace()} <= set(covered)
