"""The reader's choice: what is shown, as one immutable value, and the one codec between it and a link.

Pages, exports and machine routes read the same names. Codes, never labels; absolute dates, never derived from
today. An unknown name or value is not dropped in silence: `from_query` hands it back to be named.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime, time
from enum import StrEnum
from itertools import compress
from typing import Any

import numpy as np

from tracker.figures.gathered import Shown
from tracker.model import Effect, Kind, Status, Strike, Weapon
from tracker.views.columns import Columns, Mask, columns

LANGUAGES = ("en",)
VIEWS = ("facilities", "strikes", "time")
BUYERS = ("HU", "SK")
MOST_TEXT = 200
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)


@dataclass(frozen=True, slots=True)
class Filters:
    """One view of the data; the default is everything verified, on all dates.

    Sets are alternatives ("any of these"); empty means no condition. `first` and `last` are days, both
    included, and a strike matches when its interval meets theirs. `day` is the day of the flow status,
    `buyer` and `as_of` belong to the supply page, None meaning both countries and today. `known` is the
    moment (UTC, whole seconds) whose knowledge is shown, None meaning all that is known now. `out` and
    `figures` are what the first case of the what-if page takes out and sets, `out2` and `figures2` the second
    (texts of `impact.scenario_from`).
    """

    kind: frozenset[Kind] = frozenset()
    country: frozenset[str] = frozenset()
    region: frozenset[str] = frozenset()
    facility: frozenset[str] = frozenset()
    attacker: frozenset[str] = frozenset()
    weapon: frozenset[Weapon] = frozenset()
    effect: frozenset[Effect] = frozenset()
    status: frozenset[Status] = frozenset()
    first: date | None = None
    last: date | None = None
    sources: int = 1
    unverified: bool = False
    q: str = ""
    strike: str = ""
    day: date | None = None
    lang: str = "en"
    view: str = "facilities"
    buyer: str = ""
    as_of: date | None = None
    known: datetime | None = None
    out: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()
    out2: frozenset[str] = frozenset()
    figures2: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if self.first and self.last and self.first > self.last:
            raise ValueError(f"the period ends before it starts: {self.first} > {self.last}")


_PARAMETERS = {"first": "from", "last": "to", "unverified": "all", "figures": "set", "figures2": "set2"}
_FIELDS = {_PARAMETERS.get(field.name, field.name): field.name for field in fields(Filters)}
SETS = ("kind", "country", "region", "facility", "attacker", "weapon", "effect", "status")
_CASES = ("out", "figures", "out2", "figures2")
_MANY = (*SETS, *_CASES)
_CONDITIONS = (*SETS, "first", "last", "sources", "unverified", "q")
_CODES: dict[str, type[StrEnum]] = {"kind": Kind, "weapon": Weapon, "effect": Effect, "status": Status}
_CLOSED = {"lang": LANGUAGES, "view": VIEWS, "buyer": BUYERS, "unverified": ("1",)}
_DAYS = ("first", "last", "day", "as_of")
_COUNTRY = re.compile(r"[A-Z]{2}")
_LOST = re.compile(r"[a-z0-9-]+~\d{4}-\d{2}-\d{2}~\d{1,4}(~\d?\.?\d+)?", re.ASCII)
_FIGURE = re.compile(r"[A-Za-z0-9_.]+(~\d+(\.\d+)?(e-?\d+)?){1,3}", re.ASCII)
_FACILITY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?", re.ASCII)


def from_query(pairs: Iterable[tuple[str, str]]) -> tuple[Filters, list[str]]:
    """The filters that a link asks for, and every `name=value` of it that means nothing to this program."""
    found: dict[str, Any] = {}
    unknown: list[str] = []
    for parameter, text in pairs:
        name = _FIELDS.get(parameter, "")
        value = _value(name, text.strip()) if name else None
        if value is None or (name in found and name not in _MANY):
            unknown.append(f"{parameter}={text}"[:MOST_TEXT])
        elif name in _MANY:
            found[name] = found.get(name, frozenset()) | {value}
        else:
            found[name] = value
    if found.get("first") and found.get("last") and found["first"] > found["last"]:
        unknown.append(f"from={found.pop('first')} after to={found.pop('last')}")
    return Filters(**found), unknown


def to_query(filters: Filters) -> list[tuple[str, str]]:
    """The link of these filters: only what differs from the default, always in the same order."""
    default = Filters()
    pairs: list[tuple[str, str]] = []
    for parameter, name in _FIELDS.items():
        value = getattr(filters, name)
        if value == getattr(default, name):
            continue
        if name in _MANY:
            pairs += [(parameter, str(code)) for code in sorted(value)]
        else:
            pairs.append((parameter, _text(value)))
    return pairs


def _text(value: Any) -> str:
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%SZ")
    return "1" if value is True else str(value)


def apply(strikes: Iterable[Strike], filters: Filters) -> list[Strike]:
    """The strikes that meet every condition, in the order they came in."""
    among = strikes if isinstance(strikes, Sequence) else tuple(strikes)
    return list(compress(among, _mask(columns(among), filters).tolist()))


def select(strikes: Sequence[Strike], filters: Filters) -> Shown:
    """The same strikes as `apply`, gathered for a page, and kept while other runs may ask for them."""
    among = columns(strikes)
    key = tuple(getattr(filters, name) for name in _CONDITIONS)
    return among.shown(key, lambda: _mask(among, filters))


def active(filters: Filters) -> list[str]:
    """The names of the conditions that narrow the view, in the order of the page."""
    default = Filters()
    return [
        name
        for name in _CONDITIONS
        if name != "unverified" and getattr(filters, name) != getattr(default, name)
    ]


def without(filters: Filters, *names: str) -> Filters:
    """The same filters with these fields back at their defaults."""
    default = Filters()
    return replace(filters, **{name: getattr(default, name) for name in names})


@dataclass(frozen=True, slots=True)
class Relaxation:
    """One condition to give up, and how many strikes would be left then."""

    name: str
    filters: Filters
    count: int


def relax(strikes: Sequence[Strike], filters: Filters) -> Relaxation | None:
    """The single condition whose removal brings back most strikes; None when no single one does.

    Showing unverified rows as well counts as giving up a condition; so does a period with both its ends.
    """
    ways = [Relaxation(name, without(filters, name), 0) for name in active(filters)]
    if filters.first and filters.last:
        ways.append(Relaxation("period", without(filters, "first", "last"), 0))
    if not filters.unverified:
        ways.append(Relaxation("unverified", replace(filters, unverified=True), 0))
    among = columns(strikes)
    counted = [replace(way, count=int(_mask(among, way.filters).sum())) for way in ways]
    best = max(counted, key=lambda way: way.count, default=None)
    return best if best and best.count else None


def number(strikes: Sequence[Strike], filters: Filters) -> int:
    """How many strikes meet every condition."""
    return int(_mask(columns(strikes), filters).sum())


def counts(strikes: Sequence[Strike], filters: Filters, name: str) -> Counter[str]:
    """How many strikes each value of one set would show, all other conditions kept; zeros are said."""
    among = columns(strikes)
    return among.count(name, _mask(among, without(filters, name)))


def per_day(strikes: Sequence[Strike], filters: Filters) -> Counter[date]:
    """How many strikes began on each day, all conditions but the period kept; undated ones are left out."""
    among = columns(strikes)
    starts = among.starts[_mask(among, without(filters, "first", "last"))]
    days, many = np.unique(starts[starts > 0], return_counts=True)
    return Counter({date.fromordinal(day): n for day, n in zip(days.tolist(), many.tolist(), strict=True)})


def _value(name: str, text: str) -> Any | None:
    if not text or len(text) > MOST_TEXT:
        return None
    if name in _CODES:
        return _CODES[name](text) if text in tuple(_CODES[name]) else None
    if name in _DAYS:
        return _day(text)
    if name == "known":
        return moment(text)
    if name in _CASES:
        return text if (_LOST if name.startswith("out") else _FIGURE).fullmatch(text) else None
    if name in _CLOSED:
        allowed = text in _CLOSED[name]
        return (True if name == "unverified" else text) if allowed else None
    if name in ("country", "attacker"):
        return text if _COUNTRY.fullmatch(text) or (name == "attacker" and text == "unknown") else None
    if name == "facility":
        return text if _FACILITY.fullmatch(text) else None
    if name == "sources":
        return int(text) if re.fullmatch("[1-9][0-9]?", text) else None
    return text


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text) if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else None
    except ValueError:
        return None
    return day if day and FIRST_DAY <= day <= LAST_DAY else None


def moment(text: str) -> datetime | None:
    """A moment as a link writes it, UTC where no zone is named; of a day its last second. None: no moment."""
    try:
        found = datetime.fromisoformat(text) if _MOMENT.fullmatch(text) else None
    except ValueError:
        return None
    if found is None or not FIRST_DAY <= found.date() <= LAST_DAY:
        return None
    if "T" not in text:
        found = datetime.combine(found, time(23, 59, 59))
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)


def _mask(among: Columns, filters: Filters) -> Mask:
    mask = among.all() if filters.unverified else among.verified.copy()
    if filters.first or filters.last:
        mask &= among.meets(filters.first or date.min, filters.last or date.max)
    if filters.sources > 1:
        mask &= among.sources >= filters.sources
    for name in SETS:
        wanted = getattr(filters, name)
        if wanted:
            mask &= among.any_of(name, wanted)
    return mask & among.holds(filters.q) if filters.q else mask
