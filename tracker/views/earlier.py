"""What stands above a page that shows an earlier moment: which moment, and what has changed since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import groupby

import streamlit as st

from tracker.figures import words
from tracker.history import Change, Clock, View, What
from tracker.model import FlowDay, Strike
from tracker.views import data, markup, state
from tracker.views.filters import BUYERS

MOST = 200
"""So many changes are listed; the rest is counted."""

LABELS: dict[str, tuple[str, Callable[[Strike], str]]] = {
    "kind": ("kind", lambda s: words.kind(s.kind)),
    "facility_id": ("facility", lambda s: s.name if s.facility_id else words.NOT_KNOWN),
    "place": ("place", lambda s: words.place(s.place)),
    "when": ("date", lambda s: words.when(s.when)),
    "attacker": ("attacker", lambda s: words.country(s.attacker)),
    "status": ("status", lambda s: words.status(s.status)),
    "weapons": ("weapons", lambda s: words.listed(map(words.weapon, s.weapons))),
    "effects": ("effects", lambda s: words.listed(map(words.effect, s.effects))),
    "claimed_by": ("claimed by", lambda s: words.listed(s.claimed_by)),
    "confirmed_by": ("confirmed by", lambda s: words.listed(s.confirmed_by)),
    "denied_by": ("denied by", lambda s: words.listed(s.denied_by)),
    "sources": ("independent sources", lambda s: str(s.sources)),
}
"""Each compared field: its name on the page, and how its value reads."""


def show(*, decisions: bool = False) -> None:
    """The banner, where the link names a moment; a page of `decisions` says that they rest on what is now."""
    moment = data.moment()
    if moment is None:
        return
    found = data.since()
    flows = {code: data.words_since(code) for code in BUYERS}
    st.html(markup.notice(" ".join([opening(data.snapshot(), moment), summary(found, flows)])))
    if decisions:
        st.html(markup.notice("Decisions are made on what is known now: this page shows the present."))
    listed, back = st.columns([3, 1], gap="small")
    with listed.expander("What has changed since", expanded=False):
        st.html(lines(found, flows))
    back.button(
        "Show what is known now",
        on_click=state.change,
        kwargs={"known": None},
        key="present",
        width="stretch",
    )


def opening(seen: View, moment: datetime) -> str:
    """Which moment is shown, and by what clock."""
    head = f"As it was known on {words.day(moment.date())}, {moment:%H:%M} UTC."
    if seen.clock is Clock.STORED:
        return head
    left = f" {words.count(seen.left_out, 'article')} of unknown day left out." if seen.left_out else ""
    return (
        f"{head} This store began later: shown is what had been published by then, as it is read today.{left}"
    )


def summary(found: Sequence[Change], flows: dict[str, tuple[tuple[FlowDay, FlowDay], ...]]) -> str:
    """`Since then: 3 strikes came; 1 is gone; the word on crude for Hungary is another on 6 days.`"""
    told = [parts(found)] * bool(found)
    told += [
        f"the word on crude for {words.country(code)} is another on {words.count(len(days), 'day')}"
        for code, days in flows.items()
        if days
    ]
    return f"Since then: {'; '.join(told) or 'nothing changed'}."


def parts(found: Sequence[Change]) -> str:
    """`3 strikes came; 1 is gone; 2 are told differently`."""
    many = Counter(change.what for change in found)
    return "; ".join(
        text
        for what, text in (
            (What.NEW, f"{words.count(many[What.NEW], 'strike')} came"),
            (What.GONE, f"{_are(many[What.GONE])} gone"),
            (What.CHANGED, f"{_are(many[What.CHANGED])} told differently"),
        )
        if many[what]
    )


def _are(number: int) -> str:
    return f"{number:,} {'is' if number == 1 else 'are'}"


def lines(found: Sequence[Change], flows: dict[str, tuple[tuple[FlowDay, FlowDay], ...]]) -> str:
    """Every change in a line, supply first, then strikes: the newest first."""
    rows = [markup.text(text) for code, days in flows.items() for text in _flow_lines(code, days)]
    rows += [
        f"{markup.text(_line(change))} {markup.own('strike', change.strike.id)}"
        for change in sorted(found, key=_newest, reverse=True)
    ]
    if not rows:
        return markup.line("Nothing changed.")
    more = [markup.text(f"and {len(rows) - MOST:,} more")] * (len(rows) > MOST)
    return markup.items([*rows[:MOST], *more])


def _flow_lines(code: str, days: Iterable[tuple[FlowDay, FlowDay]]) -> list[str]:
    rows = []
    for (then, now), run in groupby(days, key=lambda pair: (pair[0].status, pair[1].status)):
        span = [pair[0].day for pair in run]
        between = words.days(span[0], span[-1])
        rows.append(
            f"{words.country(code)}, crude by Druzhba, {between}: "
            f"{words.status(then)} then, {words.status(now)} now"
        )
    return rows


def _line(change: Change) -> str:
    head = f"{words.when(change.strike.when)} {words.where(change.strike)}"
    if change.what is What.NEW or change.before is None:
        return f"New: {head}, {words.status(change.strike.status)}"
    if change.what is What.GONE:
        return f"No longer stands: {head}"
    told = [_told(name, change.before, change.strike) for name in change.fields]
    return f"Changed: {head}: {'; '.join(told)}"


def _told(name: str, before: Strike, after: Strike) -> str:
    label, value = LABELS[name]
    return f"{label} {value(before)} then, {value(after)} now"


def _newest(change: Change) -> tuple[str, str]:
    return str(change.strike.when.end or ""), change.strike.id
