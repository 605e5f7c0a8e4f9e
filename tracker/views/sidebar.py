"""The filters beside every page: what is often used stands open, the rest folds away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from tracker.figures import words
from tracker.model import Strike
from tracker.views import markup, state
from tracker.views.filters import BUYERS, FIRST_DAY, LAST_DAY, MOST_TEXT, Filters, active, counts, moment

_LABELS: dict[str, tuple[str, Callable[[Any], str]]] = {
    "kind": ("Kind of target", words.kind),
    "country": ("Country of the strike", words.country),
    "attacker": ("Attacker", words.country),
    "status": ("Status", words.status),
    "region": ("Region", str),
    "weapon": ("Weapon", words.weapon),
    "effect": ("Effect", words.effect),
}
_KNOWN = "known day"
_FOLDED = ("region", "weapon", "effect")


def show(strikes: Sequence[Strike], shown: int) -> None:
    """All filters; `shown` is how many strikes match them now."""
    chosen = state.current()
    used = bool(active(chosen)) or chosen.unverified or chosen.known is not None
    with st.sidebar:
        st.html(markup.heading("Filters", f"{shown:,} of {words.count(len(strikes), 'strike')}"))
        _period()
        for name in ("kind", "country", "attacker", "status"):
            _choice(strikes, name)
        st.text_input(
            "Text", key=state.widget("q"), max_chars=MOST_TEXT, placeholder="Names and quoted words"
        )
        with st.expander("More filters", expanded=_folded_in_use(state.current())):
            for name in _FOLDED:
                _choice(strikes, name)
            st.number_input("Independent sources, at least", 1, 99, key=state.widget("sources"))
            st.toggle("Show unverified rows too", key=state.widget("unverified"))
            _known()
        st.button("Clear filters", on_click=state.put, args=(Filters(),), width="stretch", disabled=not used)


def show_supply() -> None:
    """The choices of the supply pages: the country, the period, and the day from which it is seen."""
    with st.sidebar:
        st.selectbox(
            "Country", ["", *BUYERS], format_func=lambda code: words.country(code) if code else "Both",
            key=state.widget("buyer"),
        )  # fmt: skip
        _period()
        st.date_input(
            "As known on", value=None, min_value=FIRST_DAY, max_value=LAST_DAY, format="YYYY-MM-DD",
            key=state.widget("as_of"), help="Empty: today",
        )  # fmt: skip


def label(name: str, filters: Filters) -> str:
    """One condition in words: `status = confirmed`, `from 1 Aug 2025`."""
    value = getattr(filters, name)
    if name in ("first", "last"):
        return f"{'from' if name == 'first' else 'to'} {words.day(value)}"
    if name == "sources":
        return f"at least {words.count(value, 'source')}"
    if name == "q":
        return f"text '{value}'"
    title, word = _LABELS[name]
    return f"{title.lower()} = {' or '.join(word(code) for code in sorted(value))}"


def _period() -> None:
    for name, title in (("first", "From"), ("last", "To")):
        st.date_input(
            title, value=None, min_value=FIRST_DAY, max_value=LAST_DAY, format="YYYY-MM-DD",
            key=state.widget(name), on_change=state.keep_period, args=(name,),
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
    title, word = _LABELS[name]
    st.multiselect(
        title, _options(strikes, name), format_func=word, key=state.widget(name), placeholder="All"
    )


def _options(strikes: Sequence[Strike], name: str) -> list[str]:
    found = counts(strikes, Filters(unverified=True), name)
    return sorted({*found, *getattr(state.current(), name)}, key=lambda code: (-found[code], code))


def _folded_in_use(filters: Filters) -> bool:
    return (
        filters.unverified
        or filters.sources > 1
        or filters.known is not None
        or any(getattr(filters, name) for name in _FOLDED)
    )
