"""The sentences of the project: dates, counts, volumes, labels; the same in views, exports and briefings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tracker.events import LastWord, Part, Voice
from tracker.model import (
    DatePrecision,
    Effect,
    FlowBasis,
    FlowDay,
    FlowStatus,
    Ground,
    Kind,
    Place,
    Precision,
    Range,
    Route,
    Status,
    Strike,
    SupplyReport,
    Weapon,
    When,
)

NOT_KNOWN = "not known"

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_COUNTRIES = {
    "AT": "Austria",
    "AZ": "Azerbaijan",
    "BG": "Bulgaria",
    "BY": "Belarus",
    "CZ": "Czechia",
    "DE": "Germany",
    "GE": "Georgia",
    "HR": "Croatia",
    "HU": "Hungary",
    "IR": "Iran",
    "KZ": "Kazakhstan",
    "LT": "Lithuania",
    "LV": "Latvia",
    "MD": "Moldova",
    "PL": "Poland",
    "RO": "Romania",
    "RS": "Serbia",
    "RU": "Russia",
    "SK": "Slovakia",
    "TR": "Turkey",
    "UA": "Ukraine",
    "unknown": NOT_KNOWN,
}

_ROUTES = {
    Route.DRUZHBA: "Druzhba",
    Route.ADRIA: "Adria",
    Route.TAL_IKL: "TAL-IKL",
    Route.BPS: "BPS",
    Route.CPC: "CPC",
    Route.TURKSTREAM: "TurkStream",
    Route.OTHER: "other route",
}

_PLURALS = {"day": "days", "strike": "strikes", "report": "reports", "source": "sources", "place": "places"}


def day(value: date | None) -> str:
    """One day, `21 Aug 2025`."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}" if value else NOT_KNOWN


def days(start: date | None, end: date | None) -> str:
    """An interval of days: `21-22 Aug 2025`, `31 Aug - 1 Sep 2025`, `31 Dec 2025 - 1 Jan 2026`."""
    if start is None or end is None:
        return NOT_KNOWN
    if start == end:
        return day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}-{day(end)}"
    if start.year == end.year:
        return f"{start.day} {_MONTHS[start.month - 1]} - {day(end)}"
    return f"{day(start)} - {day(end)}"


def month(value: date) -> str:
    """The month of a day, `Aug 2025`."""
    return f"{_MONTHS[value.month - 1]} {value.year}"


def when(value: When) -> str:
    """When a strike was, as exactly as it is known: a night is two dates, a month is its name."""
    if value.start and value.precision is DatePrecision.MONTH:
        return month(value.start)
    return days(value.start, value.end)


def kind(value: Kind) -> str:
    """A kind of target, `pumping station`."""
    return value.value.replace("_", " ") if value is not Kind.OTHER_ENERGY else "other energy"


def status(value: Status | FlowStatus) -> str:
    """A status as a word."""
    return NOT_KNOWN if value is FlowStatus.UNKNOWN else value.value


def weapon(value: Weapon) -> str:
    """A weapon as a word."""
    return "HIMARS" if value is Weapon.HIMARS else value.value.replace("_", " ")


def effect(value: Effect) -> str:
    """An effect as a word; `none` is a finding: a source says so."""
    return "no damage" if value is Effect.NONE else value.value.replace("_", " ")


def country(code: str | None) -> str:
    """A country or attacker by ISO 3166 code; a code without a name in our tables stays a code."""
    return _COUNTRIES.get(code, code) if code else NOT_KNOWN


def route(value: Route | None) -> str:
    """A way of supply by its name."""
    return _ROUTES[value] if value else NOT_KNOWN


def listed(items: Iterable[str]) -> str:
    """Words in a row, `drone, missile`; none is "not known"."""
    return ", ".join(items) or NOT_KNOWN


def count(number: int, noun: str) -> str:
    """`1 strike`, `38 strikes`, `1,204 strikes`."""
    return f"{number:,} {noun if number == 1 else _PLURALS.get(noun, noun + 's')}"


def number(value: float | None) -> str:
    """A figure with no false precision: two significant digits, three above a hundred: `95`, `4.2`."""
    if value is None:
        return NOT_KNOWN
    rounded = float(f"{value:.{3 if abs(value) >= 100 else 2}g}")
    return f"{rounded:,.0f}" if rounded == int(rounded) else f"{rounded:,g}"


def volume(kb: Range | None, kt: Range | None, *, per_day: bool = False) -> str:
    """Crude in two units: `about 95 kb/d (13 kt/d)`; with the range where it is wide, `95 (80 to 110) kb`."""
    rate = "/d" if per_day else ""
    parts = [f"{number(value.middle)} {unit}{rate}" for value, unit in ((kb, "kb"), (kt, "kt")) if value]
    if not parts:
        return NOT_KNOWN
    return f"about {parts[0]}" + (f" ({parts[1]})" if len(parts) > 1 else "")


def between(value: Range | None, unit: str) -> str:
    """A range in words: `80 to 110 kb`, one figure where both ends read the same."""
    if value is None:
        return NOT_KNOWN
    low, high = number(value.low), number(value.high)
    return f"{low} {unit}".rstrip() if low == high else f"{low} to {high} {unit}".rstrip()


def place(value: Place | None) -> str:
    """A place and how exactly it is known: `Kstovo, Nizhny Novgorod Oblast, Russia (within 25 km)`."""
    if value is None:
        return NOT_KNOWN
    name = _joined(value.name, value)
    if value.lat is None:
        return f"{name} (point not known)"
    if value.precision is Precision.FACILITY and value.radius_km <= 1:
        return name
    return f"{name} (within {number(value.radius_km)} km)"


def where(strike: Strike) -> str:
    """The name under which a strike stands on maps and in tables; never words of an article.

    A strike on a known facility stands under the gazetteer's name, any other under kind and place.
    """
    if strike.facility_id:
        return strike.name
    label = kind(strike.kind)
    return f"{label[0].upper()}{label[1:]}, {strike.place.name if strike.place else 'place ' + NOT_KNOWN}"


def located(strike: Strike) -> str:
    """The name of a strike with region and country: `Unecha pumping station, Bryansk Oblast, Russia`."""
    name, spot = where(strike), strike.place
    if spot is None:
        return name
    return _joined(name, spot) + ("" if spot.lat is not None else " (point not known)")


def _joined(name: str, spot: Place) -> str:
    around = (spot.region, country(spot.country))
    return ", ".join([name, *(part for part in around if part and part != NOT_KNOWN and part not in name)])


def basis(value: FlowBasis) -> str:
    """How a day's word is known."""
    return NOT_KNOWN if value is FlowBasis.NONE else value.value


def said(ground: Ground) -> str:
    """A reason with its speaker: `Flow stopped after the strike (MOL, 22 Aug 2025)`."""
    source = ", ".join([ground.said_by or "", day(ground.known_on) if ground.known_on else ""]).strip(", ")
    sentence = ground.sentence.rstrip(".")
    return f"{sentence} ({source})" if source else sentence


def why(value: FlowDay) -> str:
    """All reasons for a day's word, in their order; "not known" when there is none."""
    return "; ".join(map(said, value.grounds)) or NOT_KNOWN


def voice(value: Voice) -> str:
    """One line of a strike's ledger: `22 Aug 2025: Alexander Bogomaz confirms`."""
    who = value.who or "somebody who is not named"
    blamed = f" {country(value.against)}" if value.part is Part.BLAMES else ""
    return f"{day(value.day) if value.day else 'Day ' + NOT_KNOWN}: {who} {value.part}{blamed}"


def stopped(value: SupplyReport) -> str:
    """A stop with its days and speaker: `Hungary, crude oil by Druzhba: halted from 22 Aug 2025 (MOL)`."""
    way = f" by {route(value.route)}" if value.route else ""
    what = f"{country(value.country)}, {value.commodity.value.replace('_', ' ')}{way}: {value.status.value}"
    since = f" from {day(value.start)}" if value.start else ""
    until = f" to {day(value.end)}" if value.end else ""
    who = f" ({', '.join(value.said_by)})" if value.said_by else ""
    return f"{what}{since}{until}{who}"


def last_word(value: LastWord | None) -> str:
    """A last word with its day; one that is too old says nothing of how things are now."""
    if value is None or value.day is None:
        return NOT_KNOWN
    said = f"{value.word} ({day(value.day)})"
    return f"{said}; nothing since, how things are now is {NOT_KNOWN}" if value.unknown else said
