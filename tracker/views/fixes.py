"""What a person changes of found strikes before they are saved: kept by the session until it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from tracker.desk import Fix, shown
from tracker.figures import words
from tracker.model import Effect, Kind, Parsed, Report, Status, Weapon
from tracker.store import article_key
from tracker.views import data, deskform, deskview, found, markup
from tracker.views.filters import FIRST_DAY

_FIXES = "intake.fixes"
_DROP = "drop"
_FIELDS = ("facility_id", "kind", "date_start", "date_end", "status", "weapons", "effects")
"""In the order in which they are kept: a facility brings its kind with it, unless that is set as well."""


def form(item: Parsed, number: int) -> None:
    """One found strike in a line, and, when asked for, the fields by which it is put right or left out."""
    report, name = item.reports[number], _name(item, number)
    changed = _changed(report, _kept().get(name, {}))
    st.html(found.strike(report, struck=_DROP in changed) + _told(changed))
    if st.toggle("Put right", key=f"fix {name}", value=bool(changed)):
        with st.container(border=True):
            _fields(report, name, changed)
    else:
        _kept().pop(name, None)


def of(items: Sequence[Parsed]) -> list[Fix]:
    """The changes to the found strikes of these articles."""
    made = []
    for item in items:
        for number, report in enumerate(item.reports):
            changed = _changed(report, _kept().get(_name(item, number), {}))
            if changed:
                values = tuple((field, shown(changed[field])) for field in _FIELDS if field in changed)
                made.append(Fix(article=item.article, report=report, drop=_DROP in changed, values=values))
    return made


def forget() -> None:
    """Drops all changes."""
    st.session_state.pop(_FIXES, None)


def _fields(report: Report, name: str, changed: Mapping[str, Any]) -> None:
    if _field(st.checkbox, _DROP, name, "No strike: leave it out", value=_DROP in changed):
        return
    now = {field: changed.get(field, value_of(report, field)) for field in _FIELDS}
    ids, label = deskform.facilities()
    index = ids.index(now["facility_id"]) if now["facility_id"] in ids else None
    left, right = st.columns(2)
    with left:
        _field(st.selectbox, "facility_id", name, "Facility", options=ids, format_func=label, index=index)
        _choice("kind", name, "Kind of target", Kind, words.kind, now)
        _choice("status", name, "Status", Status, words.status, now)
    with right:
        first, last = st.columns(2)
        for place, end in ((first, "date_start"), (last, "date_end")):
            latest = max(filter(None, (data.today(), value_of(report, "date_end"))))
            with place:
                _field(
                    st.date_input, end, name, deskview.LABELS[end], value=now[end], format="YYYY-MM-DD",
                    min_value=FIRST_DAY, max_value=latest, help="Empty: not known",
                )  # fmt: skip
        _several("weapons", name, Weapon, words.weapon, now)
        _several("effects", name, Effect, words.effect, now)


def _choice(field: str, name: str, label: str, codes: Any, word: Any, now: Mapping[str, Any]) -> None:
    options = [code for code in codes if code is not Status.DISPUTED]
    _field(
        st.selectbox, field, name, label, options=options, format_func=word, index=options.index(now[field])
    )


def _several(field: str, name: str, codes: Any, word: Any, now: Mapping[str, Any]) -> None:
    _field(
        st.multiselect, field, name, deskview.LABELS[field], options=list(codes), format_func=word,
        default=list(now[field]), placeholder="Not known",
    )  # fmt: skip


def _field(widget: Any, field: str, name: str, label: str, **options: Any) -> Any:
    """A widget whose value the session keeps also when the page is left."""
    key = f"fix {name} {field}"
    if key in st.session_state:  # the widget knows its value, and would complain about a second one
        for given in ("value", "index", "default"):
            options.pop(given, None)
    return widget(label, key=key, on_change=_keep, args=(name, field), **options)


def _keep(name: str, field: str) -> None:
    _kept().setdefault(name, {})[field] = st.session_state[f"fix {name} {field}"]


def _kept() -> dict[str, dict[str, Any]]:
    kept: dict[str, dict[str, Any]] = st.session_state.setdefault(_FIXES, {})
    return kept


def _name(item: Parsed, number: int) -> str:
    return f"{article_key(item.article)} {number}"


def _changed(report: Report, kept: Mapping[str, Any]) -> dict[str, Any]:
    """What differs from the report; nothing else of a strike that is left out."""
    if kept.get(_DROP):
        return {_DROP: True}
    own = {field: tuple(v) if isinstance(v, list) else v for field, v in kept.items() if field != _DROP}
    if own.get("facility_id", "") is None:
        own.pop("facility_id")
    return {field: value for field, value in own.items() if value != value_of(report, field)}


def value_of(report: Report, field: str) -> Any:
    """The value of a field of a report as the desk names it."""
    if field in ("date_start", "date_end"):
        return report.when.start if field == "date_start" else report.when.end
    return report.target.kind if field == "kind" else getattr(report, field)


def _told(changed: Mapping[str, Any]) -> str:
    """What will be set by a person, in a line."""
    if _DROP in changed:
        return markup.line("Left out: a person says that it is no strike.", "quiet")
    said = [
        f"{deskview.LABELS[field].lower()} {_word(field, changed[field])}"
        for field in _FIELDS
        if field in changed
    ]
    return markup.line(f"Set by a person: {'; '.join(said)}.", "quiet") if said else ""


def _word(field: str, value: Any) -> str:
    if field == "facility_id":
        return deskform.facilities()[1](value)
    if isinstance(value, tuple):
        return deskview.in_words(field, [str(code) for code in value])
    return deskview.in_words(field, None if value is None else str(value))
