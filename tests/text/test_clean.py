"""The readable copy of a text and the way back from it."""

from __future__ import annotations

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from tracker.text.clean import clean, fold

LETTERS = st.text(alphabet="aéÉčЁёйİß'’ \n\u00ad\u0301\u030c\u200b🙂אב-", max_size=60)


@given(st.text(max_size=200))
@example("İstanbul")
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(LETTERS, LETTERS)
def test_every_visible_character_of_the_copy_is_a_quote_of_the_original(title: str, body: str) -> None:
    copy = clean(body, title or None)
    for start in (at for at, char in enumerate(copy.text) if not char.isspace()):
        item = copy.evidence("field", start, start + 1)
        source = body if item.where == "text" else title
        assert source[item.start : item.end] == item.quote


def test_combining_marks_and_soft_hyphens_do_not_hide_a_name() -> None:
    decomposed = unicodedata.normalize("NFD", "Čerpacia stanica Uneča ") + "Une\u00adcha"
    copy = clean(decomposed)
    assert "uneča" in copy.folded
    assert "unecha" in copy.folded
    start = copy.folded.index("uneča")
    assert unicodedata.normalize("NFC", copy.evidence("target", start, start + 5).quote) == "Uneča"


def test_emoji_line_ends_and_right_to_left_names_keep_offsets() -> None:
    text = "🔥🔥\r\nשלום Unecha"
    copy = clean(text)
    start = copy.folded.index("unecha")
    item = copy.evidence("target", start, start + 6)
    assert text[item.start : item.end] == "Unecha"


def test_a_title_that_the_text_repeats_is_not_read_twice() -> None:
    assert clean("Headline\nBody", "Headline").body_start == 0
