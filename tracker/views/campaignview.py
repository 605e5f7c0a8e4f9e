"""The campaign on the page: its charts, drawn once for each choice, and what a click on them narrows to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import altair as alt
import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from tracker.figures import campaign, intervals, tempo, words
from tracker.figures.tempo import Struck
from tracker.history import View
from tracker.model import Article, Strike
from tracker.views import charted, data, markup, networkview, state
from tracker.views.filters import Filters, from_query, to_query

MOST = 15
_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Drawn:
    """Everything that the page shows of one choice of strikes."""

    token: str
    weeks: alt.Chart
    kinds: alt.Chart
    weapons: alt.Chart
    strips: alt.LayerChart
    gaps: alt.Chart
    lags: alt.Chart
    lagged: bool
    struck: tuple[Struck, ...]


def drawn(strikes: Sequence[Strike], snapshot: View, filters: Filters) -> Drawn:
    """The figures of these strikes, which the filters chose from the snapshot; from the cache where known."""
    chosen = to_query(replace(filters, strike="", day=None, as_of=None, buyer=""))
    token = "&".join(f"{name}={value}" for name, value in chosen)
    return _drawn(*data.version(), token, strikes, snapshot.articles)


@st.cache_resource(max_entries=16, show_spinner=False)
def _drawn(
    url: str,
    revision: int,
    known: object,
    token: str,
    _strikes: Sequence[Strike],
    _articles: Mapping[str, Article],
) -> Drawn:
    everywhere = tempo.most_struck(_strikes, len(_strikes))
    most = everywhere[:MOST]
    spoken = [tempo.spoken(strike, _articles) for strike in _strikes]
    return Drawn(
        token=token,
        weeks=campaign.weeks(_strikes),
        kinds=campaign.kinds(_strikes),
        weapons=campaign.weapons(_strikes),
        strips=intervals.strips(_strikes, most),
        gaps=intervals.gaps(_strikes, everywhere),
        lags=intervals.lags(spoken),
        lagged=any(word.lag is not None for word in spoken),
        struck=tuple(most),
    )


def rhythm(shown: Drawn) -> None:
    """Strikes per week, by kind, and by weapon and month; a click narrows to the bar."""
    st.html(markup.heading("Strikes per week", "a click on a bar narrows to its week"))
    with _together():
        charted.picked(shown.weeks, f"weeks {shown.token}", 300, _to_week)
        charted.download(shown.weeks, "weeks")
    left, right = st.columns(2, gap="medium")
    with left, _together():
        st.html(markup.heading("Kinds of target", "a click narrows to the kind"))
        charted.picked(shown.kinds, f"kinds {shown.token}", shown.kinds.height, _to_kind)
        charted.download(shown.kinds, "kinds")
    with right, _together():
        st.html(markup.heading("Weapons by month", "a click narrows to weapon and month"))
        charted.picked(shown.weapons, f"weapons {shown.token}", shown.weapons.height, _to_weapon)
        charted.download(shown.weapons, "weapons")


def facilities(shown: Drawn) -> None:
    """The most struck facilities as a table, each row of which opens its strikes, and as lines of time."""
    st.html(markup.heading("Most struck", "a row opens the facility's strikes"))
    if not shown.struck:
        st.html(markup.line("None of these strikes is placed at a facility that we know.", "quiet"))
        return
    frame, key = table(shown.struck), f"struck {shown.token}"
    ids = [item.facility_id for item in shown.struck]
    most = max(item.strikes for item in shown.struck)
    left, right = st.columns([3, 2], gap="medium")
    left.dataframe(
        frame, key=key, hide_index=True, height="content", selection_mode="single-row",
        on_select=lambda: _to_facility(key, ids), placeholder=words.NOT_KNOWN,
        column_config={
            "Strikes": st.column_config.ProgressColumn(
                width="small", format="%d", min_value=0, max_value=most
            ),
            "Median days between": st.column_config.NumberColumn(format="%g"),
        },
    )  # fmt: skip
    with right, _together():
        charted.chart(shown.strips, f"strips {shown.token}", 36 * len(frame) + 40)
        charted.download(shown.strips, "strips")


def waits(shown: Drawn) -> None:
    """How many days lie between strikes, and between a claim and its confirmation."""
    left, right = st.columns(2, gap="medium")
    with left, _together():
        st.html(markup.heading("Days between strikes"))
        charted.chart(shown.gaps, f"gaps {shown.token}", 220)
        charted.download(shown.gaps, "gaps")
    with right, _together():
        st.html(markup.heading("From claim to confirmation"))
        if shown.lagged:
            charted.chart(shown.lags, f"lags {shown.token}", 220)
            charted.download(shown.lags, "lags")
        else:
            st.html(markup.line(charted.caption(shown.lags), "quiet"))


def capacity(filters: Filters) -> None:
    """Russian refining out of service in the chosen period, of a year where it has no beginning."""
    last = min(filters.last or data.today(), data.today())
    first = min(filters.first or last - _YEAR, last)
    networkview.refining(last, first)
    st.html(
        markup.line(
            "Of the filters, only the period counts here; strikes without a known date are not in it.",
            "quiet",
        )
    )


def ways() -> None:
    """The same strikes on the pages that obey the same filters."""
    with st.container(horizontal=True, gap="small"):
        st.page_link("app_pages/map_page.py", label="These strikes on the map")
        st.page_link("app_pages/strikes.py", label="These strikes in the table")


def _together() -> DeltaGenerator:
    """A chart with what belongs to it, closer than the parts of a page."""
    return st.container(gap=None)


def table(struck: Sequence[Struck]) -> pd.DataFrame:
    """One row for each facility, in words."""
    rows = [
        {
            "Facility": item.name,
            "Strikes": item.strikes,
            "Newest": words.when(item.newest),
            "Median days between": pd.Series(tempo.gaps(item.days), dtype="float64").median(),
        }
        for item in struck
    ]
    return pd.DataFrame(rows)


def _to_week(code: str) -> None:
    week = date.fromisoformat(code)
    state.change(first=week, last=week + tempo.WEEK)


def _to_kind(code: str) -> None:
    state.change(kind=from_query([("kind", code)])[0].kind)


def _to_weapon(code: str) -> None:
    weapon, _, day = code.rpartition(" ")
    month = date.fromisoformat(day)
    last = (month + tempo.MONTH).replace(day=1) - timedelta(days=1)
    known = {"weapon": from_query([("weapon", weapon)])[0].weapon} if weapon else {}
    state.change(first=month, last=last, **known)


def _to_facility(key: str, ids: Sequence[str]) -> None:
    rows = st.session_state[key]["selection"]["rows"]
    if rows:
        state.change(facility=frozenset({ids[rows[0]]}))
