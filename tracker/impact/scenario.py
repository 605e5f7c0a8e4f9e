"""What if: stations taken to be out, and figures set by hand, as one value that a file and a link can hold.

A figure is an assumption of data/supply by its name, or what a country holds and gets: `SK.refiner_kt`,
`SK.state_kt`, `SK.adria_kt_per_day` (see `cover.Chosen`). Everything else stays as it is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from tracker.impact.balance import NodeOutage
from tracker.impact.cover import Chosen
from tracker.impact.words import span_text
from tracker.knowledge.supply.types import Assumption, Supply
from tracker.model import FlowBasis, Ground, Range

STORES = {"refiner_kt": 5_000.0, "state_kt": 10_000.0, "adria_kt_per_day": 200.0}
"""What a country holds and gets, with the most that may be set, far above anything known."""

COUNTRIES = ("HU", "SK")
MOST_DAYS = 3660
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)
_BOUNDS = (
    ("share of the mean", 0.1, 3.0),
    ("share", 0.0, 1.0),
    ("exponent", 0.5, 10.0),
    ("days a year", 1.0, 366.0),
    ("days", 0.0, 1_000.0),
    ("barrels/t", 6.0, 9.0),
)
"""What an assumption may be by the beginning of its unit; others may be up to ten times their high value."""
_FIGURE = re.compile(r"[A-Za-z0-9_.]{1,60}")


@dataclass(frozen=True, slots=True)
class Lost:
    """A facility out of service for so many days from a day on; `share` of what passes (0 to 1) is lost."""

    facility_id: str
    start: date
    days: int
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Scenario:
    """A case to compare with what is known: outages, and figures by name."""

    lost: tuple[Lost, ...] = ()
    figures: tuple[tuple[str, Range], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.lost or self.figures)


def bounds(assumption: Assumption) -> tuple[float, float]:
    """The least and the most that an assumption may be set to; days that are never 0 may not be made so."""
    for unit, least, most in _BOUNDS:
        if assumption.unit.startswith(unit):
            return (1.0 if unit == "days" and assumption.value.low > 0 else least), most
    return 0.0, 10 * assumption.value.high


def from_texts(lost: Iterable[str], figures: Iterable[str], supply: Supply) -> Scenario:
    """The scenario of a link: `unecha-pumping-station~2025-08-22~30[~0.5]`, `season_q3~1[~1.02~1.07]`.

    Raises ValueError that names the piece and what is allowed.
    """
    return checked(Scenario(tuple(map(_lost, lost)), tuple(map(_figure, figures))), supply)


def to_texts(scenario: Scenario) -> tuple[list[str], list[str]]:
    """The pieces of a link: the outages, and the figures."""
    lost = [
        "~".join([item.facility_id, str(item.start), str(item.days), *_share(item)]) for item in scenario.lost
    ]
    return lost, [f"{name}~{_range_text(value)}" for name, value in scenario.figures]


def from_mapping(given: Mapping[str, Any], supply: Supply) -> Scenario:
    """The scenario of a TOML file: tables `[[outage]]` (facility, start, days, share) and `[set]`.

    Raises ValueError that names the key and what is allowed.
    """
    unknown = sorted(set(given) - {"outage", "set"})
    if unknown:
        raise ValueError(f"'{unknown[0]}' is not known; use [[outage]] and [set]")
    outages, figures = given.get("outage", []), given.get("set", {})
    if not isinstance(outages, list) or not isinstance(figures, dict):
        raise ValueError("write outages as [[outage]] and figures as [set]")
    named = _flat(figures)
    return checked(Scenario(tuple(map(_table, outages)), tuple((n, _values(n, v)) for n, v in named)), supply)


def checked(scenario: Scenario, supply: Supply) -> Scenario:
    """The same scenario in a fixed order. Raises ValueError for a name or a value that cannot be."""
    for item in scenario.lost:
        _check_lost(item, {name for leg in supply.legs for name in (leg.start, leg.end)})
    names = [name for name, _ in scenario.figures]
    for name, value in scenario.figures:
        if names.count(name) > 1:
            raise ValueError(f"'{name}' is set twice")
        least, most = _bounds_of(name, supply)
        if not least <= value.low <= value.high <= most:
            raise ValueError(f"'{name}': use {least:g} to {most:g}")
    lost = sorted(set(scenario.lost), key=lambda item: (item.start, item.facility_id, item.days, item.share))
    return Scenario(tuple(lost), tuple(sorted(scenario.figures)))


def _check_lost(item: Lost, nodes: set[str]) -> None:
    if item.facility_id not in nodes:
        raise ValueError(f"'{item.facility_id}' is no station of the supply network")
    if not FIRST_DAY <= item.start <= LAST_DAY:
        raise ValueError(f"{item.facility_id}: from {item.start}; use {FIRST_DAY} to {LAST_DAY}")
    if not 1 <= item.days <= MOST_DAYS:
        raise ValueError(f"{item.facility_id}: {item.days} days; use 1 to {MOST_DAYS}")
    if not 0 < item.share <= 1:
        raise ValueError(f"{item.facility_id}: a share of {item.share:g}; use more than 0, at most 1")


def _bounds_of(name: str, supply: Supply) -> tuple[float, float]:
    if name in supply.assumptions:
        return bounds(supply.assumptions[name])
    code, _, store = name.partition(".")
    if code not in COUNTRIES or store not in STORES:
        raise ValueError(f"'{name}' is no figure of the model; see data/supply/assumptions.csv")
    return 0.0, STORES[store]


def applied(supply: Supply, scenario: Scenario) -> Supply:
    """The facts with the assumptions that the scenario sets; each says that it was set by hand."""
    if not scenario.figures:
        return supply
    own = {
        name: replace(supply.assumptions[name], value=value, note="Set by hand", publisher="this scenario")
        for name, value in scenario.figures
        if name in supply.assumptions
    }
    return replace(supply, assumptions={**supply.assumptions, **own})


def outages(scenario: Scenario) -> tuple[NodeOutage, ...]:
    """The stations that the scenario takes out, for the balance."""
    return tuple(_outage(item) for item in scenario.lost)


def _outage(item: Lost) -> NodeOutage:
    last = item.start + timedelta(days=item.days - 1)
    share = Range(item.share, item.share, item.share)
    part = "" if item.share == 1 else f" by {item.share:.0%}"
    ground = Ground(sentence=f"What if: {item.facility_id} out{part} {span_text(item.start, last)}")
    return NodeOutage(item.facility_id, item.start, last, share, FlowBasis.NONE, ground)


def chosen(scenario: Scenario, country: str) -> Chosen:
    """What the scenario sets of a country's stocks and cargoes, for the cover clock."""
    figures = dict(scenario.figures)
    return Chosen(**{store: figures.get(f"{country}.{store}") for store in STORES})  # type: ignore[arg-type]


def _lost(text: str) -> Lost:
    parts = text.split("~")
    try:
        if not 3 <= len(parts) <= 4:
            raise ValueError
        share = float(parts[3]) if len(parts) == 4 else 1.0
        return Lost(parts[0], date.fromisoformat(parts[1]), int(parts[2]), share)
    except ValueError:
        raise ValueError(
            f"'{text[:80]}': write station~day~days, as unecha-pumping-station~2025-08-22~30"
        ) from None


def _figure(text: str) -> tuple[str, Range]:
    name, _, rest = text.partition("~")
    if not _FIGURE.fullmatch(name):
        raise ValueError(f"'{text[:80]}': write figure~value, as season_q3~1.02")
    return name, _values(name, rest.split("~"))


def _values(name: str, given: Any) -> Range:
    values: Sequence[Any] = given if isinstance(given, list) else [given]
    try:
        numbers = [float(value) for value in values]
    except (TypeError, ValueError):
        numbers = []
    if len(numbers) not in (1, 3) or not all(abs(number) < 1e9 for number in numbers):
        raise ValueError(f"'{name[:60]}': write one number, or low, middle and high")
    if numbers[0] < 0 or sorted(numbers) != numbers:
        raise ValueError(f"'{name[:60]}': write low, middle and high in order, none below 0")
    return Range(numbers[0], numbers[len(numbers) // 2], numbers[-1])


def _table(given: Any) -> Lost:
    if not isinstance(given, dict) or not {"facility", "start", "days"} <= set(given):
        raise ValueError("an [[outage]] needs facility, start and days")
    unknown = sorted(set(given) - {"facility", "start", "days", "share"})
    if unknown:
        raise ValueError(f"an [[outage]] has no '{unknown[0]}'; use facility, start, days and share")
    start, days, share = given["start"], given["days"], given.get("share", 1.0)
    if type(start) is not date or type(days) is not int or type(share) not in (int, float):
        raise ValueError("an [[outage]] has start = 2025-08-22 (a day), days = 30 and share = 1.0")
    return Lost(str(given["facility"]), start, days, float(share))


def _flat(figures: Mapping[str, Any]) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    for name, value in figures.items():
        inner = value.items() if isinstance(value, dict) else None
        found += [(f"{name}.{key}", item) for key, item in inner] if inner is not None else [(name, value)]
    return found


def _share(item: Lost) -> list[str]:
    return [] if item.share == 1 else [repr(item.share)]


def _range_text(value: Range) -> str:
    numbers = [value.middle] if value.low == value.high else [value.low, value.middle, value.high]
    return "~".join(map(_number, numbers))


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)
