"""Charts of how far apart things came: one strike and the next, a claim and its confirmation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

import altair as alt
import pandas as pd

from tracker.figures import charts, palette, tempo, words
from tracker.figures.campaign import DAY, ROW, WHOLE, at, next_month, span, time_axis
from tracker.figures.tempo import Struck, Words
from tracker.model import Strike

_FAR = 10_000
GAP_BINS = (
    ("1", 1),
    ("2", 2),
    ("3", 3),
    ("4-7", 7),
    ("8-14", 14),
    ("15-30", 30),
    ("31-90", 90),
    ("over 90", _FAR),
)
LAG_BINS = (
    ("before", -1),
    ("0", 0),
    ("1", 1),
    ("2", 2),
    ("3", 3),
    ("4-7", 7),
    ("8-14", 14),
    ("over 14", _FAR),
)
MANY = 1500
ANYWHERE, SAME = "anywhere", "same facility"


def strips(strikes: Sequence[Strike], struck: Sequence[Struck]) -> alt.LayerChart:
    """A line of time for each of these facilities: a tick for each strike, a bar where it is a span.

    More than MANY strikes stand together, a bar for each month that has one.
    """
    names = {item.facility_id: item.name for item in struck}
    shown = [
        (names[strike.facility_id], strike.when.start, strike.when.end, strike)
        for strike in strikes
        if strike.facility_id in names and strike.when.start and strike.when.end
    ]
    wide = span([first for _, first, _, _ in shown])
    single = len(shown) <= MANY
    rows = (
        [
            {
                "facility": name, "day": at(first), "until": at(last + DAY),
                "label": f"{words.when(strike.when)}, {words.status(strike.status)}",
                "exact": last - first <= tempo.NIGHT,
            }
            for name, first, last, strike in shown
        ]
        if single
        else _by_month((name, first) for name, first, _, _ in shown)
    )  # fmt: skip
    base = alt.Chart(pd.DataFrame(rows, columns=["facility", "day", "until", "label", "exact"])).encode(
        x=alt.X("day:T", title=None, axis=time_axis(wide)),
        y=alt.Y("facility:N", title=None, sort=[item.name for item in struck], axis=alt.Axis(labelLimit=210)),
        tooltip=["facility:N", alt.Tooltip("label:N", title="when")],
    )
    spans = base.transform_filter("!datum.exact").mark_bar(height=12, opacity=0.35, color=palette.COUNT)
    ticks = base.transform_filter("datum.exact").mark_tick(
        thickness=2.5, size=18, opacity=1, color=palette.COUNT
    )
    total = sum(item.strikes for item in struck)
    how = (
        "a tick each, a bar where only a span of days is known" if single else "a bar for each month with any"
    )
    undated = f"not shown: {words.count(total - len(shown), 'strike')} without a known date"
    caption = f"{words.count(total, 'strike')} at these facilities, {how}; {undated}"
    layers = [spans.encode(x2="until:T"), ticks]
    return charts.finish(alt.LayerChart(layer=layers), caption, height=ROW * max(len(struck), 1) + 40)


def _by_month(hits: Iterable[tuple[str, date]]) -> list[dict[str, str | bool]]:
    counts = Counter((name, day.replace(day=1)) for name, day in hits)
    return [
        {
            "facility": name, "day": at(month), "until": at(next_month(month)), "exact": False,
            "label": f"{words.month(month)}, {words.count(number, 'strike')}",
        }
        for (name, month), number in sorted(counts.items())
    ]  # fmt: skip


def gaps(strikes: Sequence[Strike], struck: Sequence[Struck]) -> alt.Chart:
    """How many days pass from one day with a strike to the next, anywhere and at the same one of `struck`."""
    days = [day for day, _ in tempo.exact(strikes, tempo.NIGHT)]
    anywhere = tempo.gaps(days)
    same = [gap for item in struck for gap in tempo.gaps(item.days)]
    rows = [
        {"gap": label, "where": where, "times": number}
        for where, values in ((ANYWHERE, anywhere), (SAME, same))
        for label, number in _binned(values, GAP_BINS)
    ]
    chart: alt.Chart = (
        alt.Chart(pd.DataFrame(rows))
        .mark_bar(color=palette.COUNT)
        .encode(
            x=alt.X("gap:N", title="days to the next strike", sort=None, axis=alt.Axis(labelAngle=0)),
            xOffset=alt.XOffset("where:N", sort=[ANYWHERE, SAME]),
            y=alt.Y("times:Q", title="times", scale=alt.Scale(zero=True), axis=WHOLE),
            opacity=alt.Opacity(
                "where:N", title=None, scale=alt.Scale(domain=[ANYWHERE, SAME], range=[0.45, 1]),
                legend=alt.Legend(orient="top"),
            ),
            tooltip=[alt.Tooltip("where:N"), alt.Tooltip("gap:N", title="days"), "times:Q"],
        )
    )  # fmt: skip
    caption = (
        f"Median from one day with a strike to the next: {tempo.middle(anywhere)} anywhere, "
        f"{tempo.middle(same)} at the same facility ({len(same):,} returns)"
        f"{tempo.left_out(strikes, len(days))}"
    )
    return charts.finish(chart, caption, height=200)


def lags(spoken: Iterable[Words]) -> alt.Chart:
    """How many days pass from the first claim of a strike to its first confirmation."""
    said = list(spoken)
    known = [word.lag for word in said if word.lag is not None]
    rows = [{"lag": label, "strikes": number} for label, number in _binned(known, LAG_BINS)]
    chart: alt.Chart = (
        alt.Chart(pd.DataFrame(rows))
        .mark_bar(color=palette.COUNT)
        .encode(
            x=alt.X("lag:N", title="days from claim to confirmation", sort=None, axis=alt.Axis(labelAngle=0)),
            y=alt.Y("strikes:Q", title="strikes", scale=alt.Scale(zero=True), axis=WHOLE),
            tooltip=[alt.Tooltip("lag:N", title="days"), "strikes:Q"],
        )
    )
    both = sum(word.claimed and word.confirmed for word in said)
    claimed = sum(word.claimed and not word.confirmed for word in said)
    confirmed = sum(word.confirmed and not word.claimed for word in said)
    caption = (
        f"Median from the first claim to the first confirmation, by days of publication: "
        f"{tempo.middle(known)} ({words.count(len(known), 'strike')}); not counted: {both - len(known):,} of "
        f"which one of the two days is not known, {claimed:,} only claimed, {confirmed:,} only confirmed, "
        f"{len(said) - both - claimed - confirmed:,} neither"
    )
    return charts.finish(chart, caption, height=200)


def _binned(values: Iterable[int], bins: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """How many values come to lie in each bin, which reaches from the one before up to its end."""
    counts = Counter(next(label for label, end in bins if value <= end) for value in values)
    return [(label, counts[label]) for label, _ in bins]
