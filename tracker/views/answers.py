"""The sentences at the top of a page: what was hit, and whether oil flows. Strikes and days in, text out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from tracker.figures import words
from tracker.figures.gathered import shown
from tracker.figures.maps import Key
from tracker.impact import Headline
from tracker.model import FlowBasis, Strike
from tracker.views import markup
from tracker.views.filters import Filters, Relaxation
from tracker.views.sidebar import label

_MOST = 3


def hit(strikes: Sequence[Strike], filters: Filters) -> str:
    """`38 strikes at 21 places, 1-31 Aug 2025: refinery 20, pumping station 9, other 9; 25 confirmed.`"""
    if not strikes:
        return f"No strike matches, {period(filters, strikes)}."
    found = shown(strikes)
    kinds = list(found.kinds.items())
    parts = [f"{words.kind(kind)} {many}" for kind, many in kinds[:_MOST]]
    rest = sum(many for _, many in kinds[_MOST:])
    parts += [f"other kinds {rest}"] * bool(rest)
    said = ", ".join(f"{many} {words.status(status)}" for status, many in found.statuses.items())
    where = f"{words.count(len(found), 'strike')} at {words.count(found.places, 'place')}"
    return f"{where}, {period(filters, found)}: {', '.join(parts)}; {said}."


def period(filters: Filters, strikes: Sequence[Strike]) -> str:
    """The chosen days; where an end is open, what the strikes themselves span."""
    if filters.first and filters.last:
        return words.days(filters.first, filters.last)
    if filters.first:
        return f"since {words.day(filters.first)}"
    if filters.last:
        return f"until {words.day(filters.last)}"
    span = shown(strikes).span
    return f"all dates ({words.days(*span)})" if span else "all dates"


def countries(heads: Iterable[Headline]) -> str:
    """Each country's word side by side, as HTML."""
    return f'<div class="countries">{"".join(map(country, heads))}</div>'


def country(head: Headline) -> str:
    """One country's word as HTML, in the line style of its status, with since when and who says so."""
    title = f"{words.country(head.country)}, crude by {words.route(head.route)}, {words.day(head.day)}"
    return (
        f'<div><div class="quiet">{markup.text(title)}</div>'
        f'<div class="word {head.status.value}">{markup.text(word(head))}</div>'
        f'<div class="quiet">{says_who(head)}</div></div>'
    )


def word(head: Headline) -> str:
    """`Halted since 21 Aug 2025`, `Flowing since 28 Aug 2025, modelled`, `Not known since 1 Jun 2026`."""
    since = f" since {words.day(head.since)}" if head.since else ""
    modelled = ", modelled" if head.basis is FlowBasis.MODELLED else ""
    return f"{words.status(head.status).capitalize()}{since}{modelled}"


def says_who(head: Headline) -> str:
    """The first reason for the word with its speaker, day and link, as HTML."""
    ground = head.last_word or next(iter(head.flow_day.grounds), None)
    return markup.ground(ground) if ground else markup.text(f"Grounds {words.NOT_KNOWN}")


def nothing(way: Relaxation | None, filters: Filters) -> str:
    """What an empty view says: which single condition to give up, and what would be left."""
    if way is None:
        return "No strike matches, and no single filter is the reason: clear the filters to start again."
    many = words.count(way.count, "strike")
    if way.name == "unverified":
        return f"No verified strike matches. With unverified rows there would be {many}."
    return f"No strike matches. Without '{label(way.name, filters)}' there would be {many}."


def legend(keys: Mapping[str, Sequence[Key]], strikes: Sequence[Strike]) -> str:
    """The signs of the map as HTML; only kinds that are on it."""
    present = set(map(words.kind, shown(strikes).kinds))
    rows = (
        [_kind_key(key) for key in keys["kinds"] if key.label in present],
        [_flow_key(key) for key in keys["flows"]],
        [
            f"<span>{markup.text(f'{key.label}: {key.sign}')}</span>"
            for key in (*keys["statuses"], *keys["places"])
        ],
    )
    lines = "".join(f'<div class="legend">{"".join(row)}</div>' for row in rows if row)
    return f'<div class="quiet">{lines}</div>'


def _kind_key(key: Key) -> str:
    sign = f'<i style="background:{key.colour};color:{key.ink}">{markup.text(key.sign)}</i>'
    return f"<span>{sign}{markup.text(key.label)}</span>"


def _flow_key(key: Key) -> str:
    style = {"solid": "solid", "dotted with a cross": "dotted"}.get(key.sign, "dashed")
    sign = f'<b style="border-top:3px {style} {key.colour}"></b>'
    return f"<span>{sign}{markup.text(f'{key.label} ({key.sign})')}</span>"


def span(first: date, last: date) -> str:
    """An interval of days in words."""
    return words.days(first, last)


def stepped(day: date, by: int) -> date:
    """The day before or after."""
    return date.fromordinal(day.toordinal() + by)
