"""The filters beside every page: what is often used stands open, the rest folds away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from tracker.figures import words
from tracker.knowledge import knowledge
from tracker.model import Strike
from tracker.views import markup, period, state
from tracker.views.filters import (
    BUYERS,
    FIRST_DAY,
    LAST_DAY,
    MOST_TEXT,
    Filters,
    active,
    counts,
    moment,
    number,
)


def _facility(code: str) -> str:
    known = knowledge().gazetteer.facilities.get(code)
    return known.name if known else code


_LABELS: dict[str, tuple[str, Callable[[Any], str]]] = {
    "kind": ("Kind of target", words.kind),
    "country": ("Country of the strike", words.country),
    "attacker": ("Attacker", words.country),
    "status": ("Status", words.status),
    "region": ("Region", str),
    "facility": ("Facility", _facility),
    "weapon": ("Weapon", words.weapon),
    "effect": ("Effect", words.effect),
}
_KNOWN = "known day"
_SOURCES = range(1, 6)
_FOLDED = ("region", "facility", "weapon", "effect")


def show(strikes: Sequence[Strike], shown: int, today: date) -> None:
    """All filters; `shown` is how many strikes match them now."""
    chosen = state.current()
    with st.sidebar:
        st.html(markup.heading("Filters", f"{shown:,} of {words.count(len(strikes), 'strike')}"))
        period.show(strikes, today)
        for name in ("kind", "country", "attacker", "status"):
            _choice(strikes, name)
        st.text_input(
            "Text", key=state.widget("q"), max_chars=MOST_TEXT, placeholder="Names and quoted words"
        )
        more, clear = st.columns([6, 5], gap="xsmall")
        used = _folded_in_use(chosen)
        with more.popover(f"More filters{f' ({used})' if used else ''}", width="stretch"):
            _more(strikes)
        clear.button(
            "Clear filters", on_click=state.put, args=(Filters(),), width="stretch",
            disabled=not active(chosen) and not used,
        )  # fmt: skip


def show_supply() -> None:
    """The choices of the supply pages: the country, the period, and the day from which it is seen."""
    with st.sidebar:
        st.selectbox(
            "Country", ["", *BUYERS], format_func=lambda code: words.country(code) if code else "Both",
            key=state.widget("buyer"),
        )  # fmt: skip
        period.fields()
        st.date_input(
            "As known on", value=None, min_value=FIRST_DAY, max_value=LAST_DAY, format="YYYY-MM-DD",
            key=state.widget("as_of"), help="Empty: today",
        )  # fmt: skip


def label(name: str, filters: Filters) -> str:
    """One condition in words: `status = confirmed`, `from 1 Aug 2025`."""
    if name == "period":
        return words.days(filters.first, filters.last)
    value = getattr(filters, name)
    if name in ("first", "last"):
        return f"{'from' if name == 'first' else 'to'} {words.day(value)}"
    if name == "sources":
        return f"at least {words.count(value, 'source')}"
    if name == "q":
        return f"text '{value}'"
    title, word = _LABELS[name]
    return f"{title.lower()} = {' or '.join(word(code) for code in sorted(value))}"


def _more(strikes: Sequence[Strike]) -> None:
    for name in _FOLDED:
        _choice(strikes, name)
    _sources(strikes)
    chosen = state.current()
    both = [number(strikes, replace(chosen, unverified=unverified)) for unverified in (True, False)]
    st.toggle(state.counted("Show unverified rows too", both[0] - both[1]), key=state.widget("unverified"))
    _known()


def _sources(strikes: Sequence[Strike]) -> None:
    chosen = state.current()
    labels = {
        many: state.counted(
            f"at least {many}" if many > 1 else "any number", number(strikes, replace(chosen, sources=many))
        )
        for many in sorted({*_SOURCES, chosen.sources})
    }
    st.selectbox(
        "Independent sources", list(labels), format_func=lambda many: labels.get(many, str(many)),
        key=state.offer("sources", labels),
    )  # fmt: skip


def _known() -> None:
    """The day whose knowledge is shown; a link may name any moment of it."""
    known = state.current().known
    st.session_state[_KNOWN] = known.date() if known else None
    st.date_input(
        "What was known at the end of", value=None, min_value=FIRST_DAY, max_value=LAST_DAY,
        format="YYYY-MM-DD", key=_KNOWN, on_change=_known_changed, help="Empty: all that is known now",
    )  # fmt: skip


def _known_changed() -> None:
    day = st.session_state[_KNOWN]
    state.change(known=moment(day.isoformat()) if day else None)


def _choice(strikes: Sequence[Strike], name: str) -> None:
    """One filter: each value that any strike has, with the strikes it would show; zero stays choosable."""
    title, word = _LABELS[name]
    chosen = state.current()
    every, now = counts(strikes, Filters(unverified=True), name), counts(strikes, chosen, name)
    codes = sorted({*every, *getattr(chosen, name)}, key=lambda code: (-every[code], code))
    said = Counter(map(word, codes))
    labels = {
        code: state.counted(word(code) if said[word(code)] == 1 else f"{word(code)}, {code}", now[code])
        for code in codes
    }
    st.multiselect(
        title, codes, format_func=lambda code: labels.get(code, str(code)), key=state.offer(name, labels),
        placeholder="All", wrap=False, select_all=False,
    )  # fmt: skip


def _folded_in_use(filters: Filters) -> int:
    used = [bool(getattr(filters, name)) for name in _FOLDED]
    return sum([*used, filters.unverified, filters.sources > 1, filters.known is not None])
