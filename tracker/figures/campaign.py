"""Charts of a campaign whose bars a click narrows to: strikes by week, by kind, by weapon and month.

The rows of each carry a `code` for the selection PICK: a week's Monday, a kind, a weapon with
its month. Captions say what is counted, and what is not because its date is not known that exactly.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

import altair as alt
import pandas as pd

from tracker.figures import charts, palette, tempo, words
from tracker.model import Kind, Strike, Weapon

PICK = "pick"
DAY = timedelta(days=1)
ROW = 26
_APART, _MONTHLY = 1000, 400


def weeks(strikes: Sequence[Strike]) -> alt.Chart:
    """Bars of strikes per week, stacked by kind in the colour of its family; `code` is the week's Monday."""
    counts = Counter((tempo.monday(day), s.kind) for day, s in tempo.exact(strikes, tempo.WEEK))
    rows = pd.DataFrame(_stacked(counts), columns=_WEEK_COLUMNS)
    present = set(rows["family"])
    families = [family for family in palette.FAMILIES if family.label in present]
    scale = alt.Scale(domain=[f.label for f in families], range=[f.colour for f in families])
    chart: alt.Chart = (
        alt.Chart(rows)
        .mark_bar(cursor="pointer")
        .encode(
            x=alt.X("week:T", title=None, axis=time_axis(span([week for week, _ in counts]))),
            x2="until:T",
            y=alt.Y("base:Q", title="strikes a week", scale=alt.Scale(zero=True), axis=WHOLE),
            y2="top:Q",
            color=alt.Color("family:N", title=None, scale=scale, legend=alt.Legend(orient="top", columns=3)),
            tooltip=[alt.Tooltip("label:N", title="week"), "kind:N", "strikes:Q"],
        )
        .add_params(_pick())
    )
    head = f"{words.count(counts.total(), 'strike')} by the week of their first day and by kind"
    return charts.finish(chart, f"{head}{tempo.left_out(strikes, counts.total())}", height=240)


def kinds(strikes: Sequence[Strike]) -> alt.Chart:
    """One bar for each kind of target, with its number; `code` is the kind."""
    counts = Counter(strike.kind for strike in strikes)
    rows = [
        {
            "code": kind.value, "kind": f"{words.kind(kind)} ({number:,})", "strikes": number,
            "family": palette.MARKS[kind].family.label,
        }
        for kind, number in sorted(counts.items(), key=lambda item: (-item[1], _RANK[item[0]]))
    ]  # fmt: skip
    scale = alt.Scale(domain=[f.label for f in palette.FAMILIES], range=[f.colour for f in palette.FAMILIES])
    chart: alt.Chart = (
        alt.Chart(pd.DataFrame(rows, columns=["code", "kind", "strikes", "family"]))
        .mark_bar(cursor="pointer", height=16)
        .encode(
            x=alt.X("strikes:Q", scale=alt.Scale(zero=True), axis=None),
            y=alt.Y("kind:N", title=None, sort=None, axis=alt.Axis(labelLimit=240)),
            color=alt.Color("family:N", scale=scale, legend=None),
            tooltip=["kind:N", "family:N"],
        )
        .add_params(_pick())
    )
    undated = sum(strike.when.start is None for strike in strikes)
    caption = (
        f"{words.count(len(strikes), 'strike')} by kind of target, {undated:,} of them without a known date"
    )
    return charts.finish(chart, caption, height=ROW * max(len(rows), 1) + 16)


def weapons(strikes: Sequence[Strike]) -> alt.Chart:
    """A row for each weapon, a cell for each month, the stronger the more; `code` is `weapon month`."""
    dated = tempo.exact(strikes, tempo.MONTH)
    counts = Counter(
        (weapon, day.replace(day=1)) for day, strike in dated for weapon in strike.weapons or (None,)
    )
    totals: Counter[Weapon | None] = Counter()
    for (weapon, _), number in counts.items():
        totals[weapon] += number
    order = sorted(totals, key=lambda weapon: (weapon is None, -totals[weapon], weapon or ""))
    names = {weapon: f"{_weapon(weapon)} ({totals[weapon]:,})" for weapon in order}
    rows = [
        {
            "code": f"{weapon or ''} {month.isoformat()}", "weapon": names[weapon], "month": at(month),
            "until": at(next_month(month), DAY), "label": words.month(month), "strikes": number,
        }
        for (weapon, month), number in sorted(counts.items(), key=lambda item: (item[0][1], item[0][0] or ""))
    ]  # fmt: skip
    columns = ["code", "weapon", "month", "until", "label", "strikes"]
    wide = span([month for _, month in counts])
    chart: alt.Chart = (
        alt.Chart(pd.DataFrame(rows, columns=columns))
        .mark_rect(cursor="pointer", color=palette.COUNT, cornerRadius=2)
        .encode(
            x=alt.X("month:T", title=None, axis=_month_axis(wide)),
            x2="until:T",
            y=alt.Y(
                "weapon:N",
                title=None,
                sort=list(names.values()),
                axis=alt.Axis(labelLimit=240),
                scale=alt.Scale(paddingInner=0.15),
            ),
            opacity=alt.Opacity(
                "strikes:Q", legend=None, scale=alt.Scale(type="sqrt", domainMin=0, range=[0.3, 1])
            ),
            tooltip=[alt.Tooltip("label:N", title="month"), "weapon:N", "strikes:Q"],
        )
        .add_params(_pick())
    )
    most = max(counts.values(), default=0)
    caption = (
        f"Weapons of {words.count(len(dated), 'strike')} by month, the stronger the more (most: {most:,}); "
        f"a strike with two weapons is in two rows{tempo.left_out(strikes, len(dated))}"
    )
    return charts.finish(chart, caption, height=ROW * max(len(order), 1) + 40)


WHOLE = alt.Axis(tickMinStep=1, format=",d")
_RANK: Mapping[Kind, int] = {kind: rank for rank, kind in enumerate(palette.MARKS)}


_WEEK_COLUMNS = ["week", "until", "code", "label", "family", "kind", "strikes", "base", "top"]


def _stacked(counts: Mapping[tuple[date, Kind], int]) -> list[dict[str, str | int]]:
    """A row for each kind of each week, on top of the one before; weeks stand apart where they are few."""
    gap = timedelta(hours=16 if span([week for week, _ in counts]) <= _APART else 0)
    tops: Counter[date] = Counter()
    rows: list[dict[str, str | int]] = []
    for week, kind in sorted(counts, key=lambda key: (key[0], _RANK[key[1]])):
        base = tops[week]
        tops[week] += counts[week, kind]
        rows.append(
            {
                "week": at(week), "until": at(week + 7 * DAY, gap), "code": week.isoformat(),
                "label": words.days(week, week + tempo.WEEK), "family": palette.MARKS[kind].family.label,
                "kind": words.kind(kind), "strikes": counts[week, kind], "base": base, "top": tops[week],
            }
        )  # fmt: skip
    return rows


def _pick() -> alt.Parameter:
    return alt.selection_point(name=PICK, fields=["code"])


def at(day: date, less: timedelta = timedelta()) -> str:
    """A day as the charts write it, so much earlier."""
    return (datetime.combine(day, time()) - less).isoformat()


def span(days: Sequence[date]) -> int:
    """How many days lie between the first and the last."""
    return (max(days) - min(days)).days if days else 0


def time_axis(wide: int) -> alt.Axis:
    """An axis of days that many days wide, named by day or by month."""
    return alt.Axis(format="%-d %b %Y" if wide < _MONTHLY else "%b %Y", labelOverlap=True, grid=False)


def _month_axis(wide: int) -> alt.Axis:
    """A tick at the start of a month, about eight of them."""
    step = max(1, round(wide / 30 / 8))
    every = alt.TimeIntervalStep(interval="month", step=step)
    return alt.Axis(format="%b %Y", labelOverlap=True, grid=False, tickCount=every, labelAlign="left")


def next_month(month: date) -> date:
    """The first day of the month after."""
    return (month + tempo.MONTH).replace(day=1)


def _weapon(weapon: Weapon | None) -> str:
    return words.weapon(weapon) if weapon else words.NOT_KNOWN
