"""The pieces of the supply page: one country's flow with its grounds, and the table of all halts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import pandas as pd
import streamlit as st

from tracker.figures import charts, words
from tracker.impact import Answer, Forecast, NotDelivered, not_delivered
from tracker.impact.horizon import as_known
from tracker.knowledge.supply.types import Halt, Supply
from tracker.model import FlowDay, FlowStatus, Ground, Range, Route
from tracker.views import answers, caseview, charted, data, markup

STRIP, VOLUME = 130, 230
"""Heights of the charts, in pixels."""

BEFORE, AFTER = timedelta(days=60), timedelta(days=30)
"""The days around the chosen one whose balance is drawn; those ahead follow the restart forecast."""

HALT_COLUMNS = {
    "start": "First day",
    "last_day": "Last halted day",
    "resumed_on": "Flow again",
    "length": "Days",
    "countries": "Countries",
    "completeness": "Extent",
    "lost": "Not delivered to HU, SK",
    "cause": "Cause",
    "said_by": "Said by",
    "source_url": "Source",
}


def country(code: str, days: Sequence[FlowDay], as_of: date) -> None:
    """One country: its word, the strip of days, what is missing, the grounds, what was forecast."""
    last = days[-1].day
    st.html(answers.country(data.headline(code, last, as_of)))
    charted.chart(charts.flow_strip(days), f"strip {code}", STRIP)
    st.html(missing(days))
    charted.chart(charts.missing_volume(days), f"missing {code}", VOLUME)
    st.html(markup.heading("Why we say so", words.day(last)) + grounds(days[-1].grounds))
    around = data.answer(code, max(days[0].day, last - BEFORE), last + AFTER, as_of, frozenset(), frozenset())
    span = words.days(around.days[0].day, around.days[-1].day)
    st.html(markup.heading("Need, what came and what covers the rest", span) + balance(around))
    caseview.charts(around, code, as_of)
    st.html(markup.heading("When flow is back", f"seen from {words.day(as_of)}"))
    st.html(caseview.restart(data.restart(code, as_of)))
    said = during(data.forecasts(code, as_of), days[0].day, last)
    st.html(markup.heading("Forecast and what happened") + forecasts(said))


def balance(found: Answer) -> str:
    """What the country is short of after all routes, and how long cover lasts, in words."""
    total = found.total
    came = total.delivered[Route.ADRIA]
    rows = [
        ("Short after Adria", f"{words.volume(total.missing_kb, total.missing_kt)}, modelled"),
        ("Low to high", f"{words.between(total.missing_kt, 'kt')}; Adria brings {words.between(came, 'kt')}"),
        *caseview.covered(found),
    ]
    note = "Less than Druzhba does not deliver: Adria brings some, and a refinery with a unit out needs less."
    return markup.facts(rows) + markup.line(note, "quiet")


def missing(days: Sequence[FlowDay]) -> str:
    """What did not arrive over all these days, in both units, low to high."""
    kb, kt = total(day.missing_kb for day in days), total(day.missing_kt for day in days)
    halted = sum(day.status is FlowStatus.HALTED for day in days)
    known = sum(day.missing_kb is not None for day in days)
    rows = [
        ("Days halted", f"{halted:,} of {len(days):,}"),
        ("Not delivered by Druzhba", f"{words.volume(kb, kt)}, modelled" if kb or kt else words.NOT_KNOWN),
        (
            "Low to high",
            f"{words.between(kb, 'kb')}; {words.between(kt, 'kt')}" if kb or kt else words.NOT_KNOWN,
        ),
        ("Days with a figure", f"{known:,}"),
    ]
    return markup.facts(rows)


def total(values: Iterable[Range | None]) -> Range | None:
    """The sum of what is known: low with low, high with high; None when nothing is."""
    known = [value for value in values if value]
    if not known:
        return None
    return Range(sum(v.low for v in known), sum(v.middle for v in known), sum(v.high for v in known))


def grounds(items: Sequence[Ground]) -> str:
    """The reasons for a word, each with its source."""
    return markup.items(map(markup.ground, items)) if items else markup.line(words.NOT_KNOWN)


def during(items: Iterable[Forecast], first: date, last: date) -> list[Forecast]:
    """The forecasts of halts that meet these days, newest halt first."""
    found = [
        f for f in items if f.halt_start and f.halt_start <= last and (f.actual_restart or last) >= first
    ]
    return sorted(found, key=lambda f: (f.halt_start or date.min, f.known_on or date.min), reverse=True)


def forecasts(items: Sequence[Forecast]) -> str:
    """What was expected, beside what happened; one line each."""
    if not items:
        return markup.line("No forecast is on record for a halt in these days.")
    return markup.items(map(forecast, items))


def forecast(item: Forecast) -> str:
    """One forecast with its speaker and day, then how the halt went."""
    known = f", {words.day(item.known_on)}" if item.known_on else ""
    said = f"\u201c{item.says}\u201d ({item.said_by}{known})"
    source = f" {markup.link(item.source_url, 'source')}" if item.source_url else ""
    return f"{markup.text(said)}{source}<br>{markup.text(outcome(item))}"


def outcome(item: Forecast) -> str:
    """How a halt went: `Halted from 22 Aug 2025, flow again on 28 Aug 2025 after 6 days: as said.`"""
    start = f"Halted from {words.day(item.halt_start)}"
    if item.actual_restart is None or item.actual_days is None:
        return f"{start}; the day of restart is {words.NOT_KNOWN}."
    again = f"flow again on {words.day(item.actual_restart)}"
    went = f"{start}, {again} after {words.count(item.actual_days, 'day')}"
    if item.late_days is None:
        return f"{went}."
    if item.late_days == 0:
        return f"{went}: as said."
    side = "later" if item.late_days > 0 else "earlier"
    return f"{went}: {words.count(abs(item.late_days), 'day')} {side} than said."


def halts(supply: Supply, today: date) -> None:
    """All halts known on a day, newest first, as a table with links."""
    st.dataframe(
        halt_table(as_known(supply, today).halts, not_delivered(supply, today=today)), hide_index=True,
        key="halts",
        column_config={
            **HALT_COLUMNS,
            "length": st.column_config.NumberColumn("Days", width="small"),
            "source_url": st.column_config.LinkColumn("Source", display_text="source", width="small"),
        },
    )  # fmt: skip


def halt_table(items: Sequence[Halt], lost: Iterable[NotDelivered]) -> pd.DataFrame:
    """One row per halt under HALT_COLUMNS; `length` is empty where the restart is not known."""
    volume = {cost.halt.id: cost for cost in lost}
    rows = [_halt_row(halt, volume.get(halt.id)) for halt in sorted(items, key=_start, reverse=True)]
    return pd.DataFrame(rows, columns=list(HALT_COLUMNS)).astype({"length": "Int64"})


def _halt_row(halt: Halt, cost: NotDelivered | None) -> dict[str, str | int | None]:
    return {
        "start": words.day(halt.start),
        "last_day": words.day(halt.last_day),
        "resumed_on": words.day(halt.resumed_on),
        "length": halt.length,
        "countries": words.listed(map(words.country, halt.countries)),
        "completeness": halt.completeness,
        "lost": words.between(cost.kt, "kt") if cost and cost.kt else words.NOT_KNOWN,
        "cause": halt.cause.replace("_", " "),
        "said_by": halt.said_by or words.NOT_KNOWN,
        "source_url": halt.source_url,
    }


def _start(halt: Halt) -> date:
    return halt.start
