"""What a case means, as HTML and charts: totals beside each other, deliveries by day, stocks running down."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from tracker.figures import balances, words
from tracker.impact import Answer, RestartForecast
from tracker.model import Range
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
    total, cover = found.total, found.cover
    return [
        ("Short", f"{words.count(found.short_days, 'day')} of {len(found.days):,}"),
        ("First day short", words.day(found.short_from) if found.short_from else "none"),
        ("Missing", f"{words.volume(total.missing_kb, total.missing_kt)}, modelled"),
        ("Low to high", words.between(total.missing_kt, "kt")),
        *(
            (f"By {words.route(route)}", words.between(value, "kt"))
            for route, value in total.delivered.items()
        ),
        (
            "Own stock and loans last",
            until(cover.refiner.days, cover.refiner.middle) if cover else "not needed",
        ),
        (
            "With state crude",
            until(cover.everything.days, cover.everything.middle) if cover else "not needed",
        ),
    ]


def until(days: Range, middle: date | None) -> str:
    """`12 days (6 to 22), to 3 Sep 2025`; where stock outlasts the span: `at least 30 days`."""
    if middle is None:
        return f"at least {words.number(days.low)} days"
    return f"{words.number(days.middle)} days ({words.between(days, '').strip()}), to {words.day(middle)}"


def charts(found: Answer, key: str) -> None:
    """Deliveries and missing crude by day, and the stock where any of it is needed."""
    charted.chart(balances.deliveries(found.days), f"balance {key}", 220)
    if found.cover is not None:
        charted.chart(balances.stocks(found.cover), f"stock {key}", 200)
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
