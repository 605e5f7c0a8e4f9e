"""The supply network on the page: line diagram, what each station is worth, Russian refining."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import pandas as pd
import streamlit as st

from tracker.figures import balances, words
from tracker.figures.schematic import Station, schematic
from tracker.impact import NodeLoss
from tracker.knowledge import Knowledge
from tracker.model import Range, Strike
from tracker.views import charted, data, markup
from tracker.views.filters import BUYERS

SPANS = (1, 7, 30, 90)
REFINING_DAYS = timedelta(days=365)


def diagram(day: date, known: Knowledge, strikes: Iterable[Strike]) -> None:
    """The line diagram of one day, with each leg's capacity and each station's strikes under the pointer."""
    flows, out = data.network(day)
    theme = st.context.theme.type or "light"
    drawn = schematic(
        known.supply.legs, known.schematic, flows, _stations(day, known, strikes, out), _capacities(known),
        theme=theme,
    )  # fmt: skip
    charted.wide(drawn, "schematic")


def _stations(
    day: date, known: Knowledge, strikes: Iterable[Strike], out: frozenset[str]
) -> dict[str, Station]:
    hits: dict[str, list[Strike]] = {name: [] for name in known.schematic}
    for strike in strikes:
        if strike.facility_id in hits and (strike.when.start is None or strike.when.start <= day):
            hits[strike.facility_id].append(strike)
    return {
        name: Station(name=known.gazetteer.facilities[name].name, out=name in out, struck=_struck(found))
        for name, found in hits.items()
    }


def _struck(found: Sequence[Strike]) -> str:
    newest = max((s for s in found if s.when.end), key=lambda s: (s.when.end, s.id), default=None)
    if newest is None:
        return words.count(len(found), "strike") if found else "no strike known"
    return f"{words.count(len(found), 'strike')}, newest {words.when(newest.when)}"


def _capacities(known: Knowledge) -> dict[str, str]:
    return {
        row.id: f"{words.between(row.kt_per_day, 'kt a day')} ({row.publisher})"
        for row in known.supply.capacities
        if row.kt_per_day is not None
    }


def critical(day: date, known: Knowledge) -> None:
    """What Hungary and Slovakia lose when a station is out, costliest first."""
    losses = data.critical(day)
    st.html(markup.heading("What each station is worth", f"out from {words.day(day)}, all else working"))
    home = known.gazetteer.facilities
    free = [
        known.schematic[loss.facility_id].label
        for loss in losses
        if loss.not_yet_hit and home[loss.facility_id].country not in BUYERS
    ]
    st.html(markup.line(f"Upstream and not yet hit, as far as is known: {words.listed(free)}."))
    st.dataframe(critical_table(losses, known), hide_index=True, key="critical")


def critical_table(losses: Sequence[NodeLoss], known: Knowledge) -> pd.DataFrame:
    """One row per station: rank, routes, what is lost over each span in kt (low to high), strikes so far."""
    rows = [
        {
            "Rank": loss.rank,
            "Station": known.gazetteer.facilities[loss.facility_id].name,
            "Routes": words.listed(map(words.route, loss.routes)),
            **{
                f"{words.country(code)}, {words.count(span, 'day')}, kt": _lost(loss.lost_kt[span][code])
                for span in SPANS
                for code in ("HU", "SK")
            },
            "Strikes": len(loss.hits),
        }
        for loss in losses
    ]
    return pd.DataFrame(rows)


def _lost(value: Range) -> str:
    if value.low == value.high:
        return words.number(value.middle)
    return f"{words.number(value.middle)} ({words.between(value, '').strip()})"


def refining(last: date, first: date | None = None) -> None:
    """Russian refining out of service until a day (from a year before it): struck, offline, and published."""
    days = data.refining(first or last - REFINING_DAYS, last)
    st.html(markup.heading("Russian refining out of service", words.days(days[0].day, last)))
    charted.chart(balances.refining(days), "refining", 260)
    claims = {claim.id: claim for day in days for claim in day.claims}
    with st.expander(f"Published figures, kept as claims ({len(claims):,})", expanded=False):
        rows = (
            markup.ground(claim.ground) for claim in sorted(claims.values(), key=lambda c: (c.start, c.id))
        )
        st.html(markup.items(rows))
