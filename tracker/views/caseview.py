"""What a case means, as HTML and charts: totals beside each other, deliveries by day, stocks running down."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from tracker.figures import balances, words
from tracker.impact import Answer, RestartForecast
from tracker.impact.cover import RunOut
from tracker.views import charted, markup


def compared(answers: Sequence[Answer]) -> str:
    """The totals of cases side by side, as a table."""
    heads = "".join(f'<th scope="col">{markup.text(f"Case {n}")}</th>' for n in range(1, len(answers) + 1))
    rows = zip(*(_rows(found) for found in answers), strict=True)
    body = "".join(
        f'<tr><th scope="row">{markup.text(row[0][0])}</th>'
        + "".join(f"<td>{markup.text(value)}</td>" for _, value in row)
        + "</tr>"
        for row in rows
    )
    return f'<table class="compared"><thead><tr><th></th>{heads}</tr></thead><tbody>{body}</tbody></table>'


def _rows(found: Answer) -> list[tuple[str, str]]:
    total = found.total
    return [
        ("Short", f"{words.count(found.short_days, 'day')} of {len(found.days):,}"),
        ("First day short", words.day(found.short_from) if found.short_from else "none"),
        ("Short after Adria", f"{words.volume(total.missing_kb, total.missing_kt)}, modelled"),
        ("Low to high", words.between(total.missing_kt, "kt")),
        *(
            (f"By {words.route(route)}", words.between(value, "kt"))
            for route, value in total.delivered.items()
        ),
        *covered(found),
    ]


def covered(found: Answer) -> list[tuple[str, str]]:
    """How long what is in stock makes up for what is missing, without and with the state's crude."""
    cover = found.cover
    if cover is None:
        return [("Own stock and loans last", "not needed"), ("With state crude", "not needed")]
    ends = (("Own stock and loans last", cover.refiner), ("With state crude", cover.everything))
    return [(name, until(end, cover.last)) for name, end in ends]


def until(end: RunOut, last: date) -> str:
    """`12 days (6 to 22), to 3 Sep 2025`; what outlasts the span says in which cases it does."""
    if end.early is None:
        return f"beyond {words.day(last)}, in every case"
    if end.middle is None:
        return f"to {words.day(end.early)} in the low case, beyond {words.day(last)} in the middle one"
    length = f"{words.number(end.days.middle)} days ({words.between(end.days, '').strip()})"
    return f"{length}, to {words.day(end.middle)}"


def charts(found: Answer, key: str, seen_from: date, beside: Sequence[Answer] = ()) -> None:
    """Deliveries and missing crude by day, and the stock where any of it is needed.

    Cases `beside` this one share its axes, so that they can be compared by eye.
    """
    cases = (found, *beside)
    most = max(day.need_kt.middle for case in cases for day in case.days)
    charted.chart(balances.deliveries(found.days, seen_from, most), f"balance {key}", 220)
    if found.cover is not None:
        held = max(day.stock_kt.high for case in cases if case.cover for day in case.cover.days)
        charted.chart(balances.stocks(found.cover, held), f"stock {key}", 200)
        rests = ", ".join(name.replace("_", " ") for name in found.cover.assumptions)
        st.html(markup.line(f"The stock rests on: {rests}.", "quiet"))
    grounds = dict.fromkeys(ground for day in found.days for ground in day.grounds)
    with st.expander(f"Why we say so ({len(grounds):,})", expanded=False):
        st.html(markup.items(map(markup.ground, grounds)) if grounds else markup.line(words.NOT_KNOWN))


def restart(found: RestartForecast | None) -> str:
    """When flow will be back, as HTML, with what the forecast rests on; that nothing is halted where so."""
    if found is None:
        return markup.line("No halt is known on this day: there is no restart to expect.")
    span = f"{words.day(found.restart_from)} to {words.day(found.restart_to)}"
    rows = [
        ("Flow again (80 %)", span),
        ("As likely before as after", words.day(found.restart_middle)),
        ("Halted so far", words.count(found.elapsed, "day")),
        ("Overdue", f"since {words.day(found.overdue_from)}" if found.overdue else "no"),
    ]
    return markup.facts(rows) + markup.items(map(markup.ground, found.basis))
