"""The filters of one session: seeded from the link before any widget, written back to it after them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from tracker.views.filters import Filters, from_query, to_query

_FILTERS, _WRITTEN, _UNKNOWN = "filters", "link", "unknown"
_OFFERED = "offered"
_WIDGET = "filter."
_COUNTED = re.compile(r" \([\d,]+\)$")


def begin() -> list[str]:
    """Reads the link where it is news: at the first run of a session, and after Back or Forward.

    Gives what of it means nothing to this program. A widget that the reader has just touched wins.
    """
    _decode()
    link = _link()
    written = st.session_state.get(_WRITTEN)
    if written is None or (link and link != written and not _touched()):
        filters, unknown = from_query(link)
        st.session_state[_UNKNOWN] = unknown
        put(filters)
    st.session_state[_FILTERS] = _from_widgets(current())
    return list(st.session_state[_UNKNOWN])


def end() -> None:
    """Writes the filters into the link, when they have changed."""
    pairs = to_query(current())
    if pairs != _link():
        grouped: dict[str, list[str]] = {}
        for name, value in pairs:
            grouped.setdefault(name, []).append(value)
        st.query_params.from_dict(grouped)
    st.session_state[_WRITTEN] = pairs


def current() -> Filters:
    """The filters of this session."""
    filters: Filters = st.session_state.get(_FILTERS, Filters())
    return filters


def put(filters: Filters) -> None:
    """Replaces the filters; only before the widgets of a run, so in a callback or at its start."""
    st.session_state[_FILTERS] = filters
    for key in [key for key in st.session_state if str(key).startswith(_WIDGET)]:
        name = str(key).removeprefix(_WIDGET)
        st.session_state[key] = _shown(getattr(filters, name))


def change(**values: Any) -> None:
    """Changes some fields of the filters; for callbacks."""
    put(replace(current(), **values))


def widget(name: str) -> str:
    """The key of the widget that edits one field; a widget new to the page starts with the field's value."""
    key = f"{_WIDGET}{name}"
    if key not in st.session_state:
        st.session_state[key] = _shown(getattr(current(), name))
    return key


def offer(name: str, labels: Mapping[Any, str]) -> str:
    """The key of the widget that edits one field by a choice among codes, shown as labels with counts.

    A browser answers with labels. When they change it must be told what its choice is called now.
    """
    key, offered = widget(name), st.session_state.setdefault(_OFFERED, {})
    if offered.get(name) != labels:
        offered[name] = dict(labels)
        st.session_state[key] = st.session_state[key]
    return key


def counted(label: str, number: int) -> str:
    """An option with how many strikes it would show."""
    return f"{label} ({number:,})"


def keep_period(moved: str) -> None:
    """Callback of the two days of the period: the end that was not moved gives way, so the order holds."""
    first, last = st.session_state[f"{_WIDGET}first"], st.session_state[f"{_WIDGET}last"]
    if first and last and first > last:
        other = "last" if moved == "first" else "first"
        st.session_state[f"{_WIDGET}{other}"] = st.session_state[f"{_WIDGET}{moved}"]


def decoded(value: Any, labels: Mapping[Any, str]) -> Any:
    """What a browser chose among codes that are shown as labels, where it may know them by older counts.

    What is no longer offered is left out of several, and is None where one was chosen.
    """
    codes = {_COUNTED.sub("", label): code for code, label in labels.items()}
    many = value if isinstance(value, list | tuple) else [value]
    found = [item if item in labels else codes.get(_COUNTED.sub("", str(item))) for item in many]
    return [code for code in found if code is not None] if many is value else found[0]


def _decode() -> None:
    for name, labels in st.session_state.get(_OFFERED, {}).items():
        key = f"{_WIDGET}{name}"
        if key in st.session_state:
            value = decoded(st.session_state[key], labels)
            if value != st.session_state[key]:
                st.session_state[key] = _shown(getattr(Filters(), name)) if value is None else value


def _touched() -> bool:
    return _from_widgets(current()) != current()


def _from_widgets(filters: Filters) -> Filters:
    values: Mapping[str, Any] = {
        str(key).removeprefix(_WIDGET): _read(value)
        for key, value in st.session_state.items()
        if str(key).startswith(_WIDGET)
    }
    return replace(filters, **values)


def _shown(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset) else value


def _read(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return frozenset(value)
    return value.strip() if isinstance(value, str) else value


def _link() -> list[tuple[str, str]]:
    return [(name, value) for name in st.query_params for value in st.query_params.get_all(name)]
