"""Nothing that is escaped can be taken for a template, a script or an escape of either."""

from __future__ import annotations

import html
import json

import pytest
from figure_makers import HOSTILE
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Template

from tracker.figures.escape import for_html, for_script

TEXTS = st.one_of(
    st.text(),
    st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(alphabet="{}%#$`\\<>&'\"_u007b \u2028\u202e"))).map(
        "".join
    ),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


@given(TEXTS)
def test_html_shows_the_same_text_and_holds_no_sign_of_any_language(text: str) -> None:
    escaped = for_html(text)
    assert html.unescape(escaped) == html.unescape(html.escape(text, quote=True))
    assert not set(escaped) & set("<>\"'`\\{}$")


@given(TEXTS)
def test_html_survives_two_passes_of_jinja_unchanged(text: str) -> None:
    once = Template(for_html(text), keep_trailing_newline=True, newline_sequence="\n").render()
    assert once.replace("\r\n", "\n").replace("\r", "\n") == for_html(text).replace("\r\n", "\n").replace(
        "\r", "\n"
    )


@given(JSON)
def test_script_is_json_that_gives_the_value_back(value: object) -> None:
    assert json.loads(for_script(value)) == value


@given(JSON)
def test_script_survives_two_passes_of_jinja_unchanged(value: object) -> None:
    script = for_script(value)
    assert Template(Template(script).render()).render() == script


@given(TEXTS)
def test_script_text_cannot_end_its_element_its_literal_or_its_line(text: str) -> None:
    inside = for_script(text)[1:-1]
    assert not set(inside) & set("<>{}`$&'_\u2028\u2029\u202e")
    assert inside.isprintable() or all(mark.isprintable() or ord(mark) > 127 for mark in inside)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), object(), {1, 2}, b"x"])
def test_what_json_cannot_say_is_refused(value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        for_script(value)
