"""The conditions of the view as chips above the page; each takes itself away."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from tracker.figures import words
from tracker.model import Strike
from tracker.views import side, state
from tracker.views.answers import period
from tracker.views.filters import Filters, active, number, without
from tracker.views.sidebar import label

Names = tuple[str, ...]


def show(strikes: Sequence[Strike]) -> None:
    """A chip for every condition, and one for all where there are several; nothing without a condition."""
    chosen = state.current()
    conditions = named(chosen)
    if not conditions:
        return
    with st.container(horizontal=True, gap="xsmall", key="chips"):
        for names, text in conditions.items():
            many = words.count(number(strikes, without(chosen, *names)), "strike")
            st.button(
                f"{side.plain(text)} \u2715", key=f"chip {names[0]}",
                help=f"Remove this condition: {many} without it", on_click=_remove, args=(names,),
            )  # fmt: skip
        if len(conditions) > 1:
            every = tuple(name for names in conditions for name in names)
            st.button("Remove all", key="chip all", type="tertiary", on_click=_remove, args=(every,))


def named(filters: Filters) -> dict[Names, str]:
    """The conditions in words, each with the fields that it rests on; the period is one."""
    found: dict[Names, str] = {}
    for name in active(filters):
        if name in ("first", "last"):
            found[("first", "last")] = period(filters, ())
        else:
            found[(name,)] = label(name, filters)
    if filters.unverified:
        found[("unverified",)] = "unverified rows too"
    return found


def _remove(names: Names) -> None:
    state.put(without(state.current(), *names))
