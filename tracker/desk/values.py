"""What a person writes into a field of a strike, checked against the closed lists and the gazetteer."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from typing import Any

from tracker.config import settings
from tracker.errors import UsageError
from tracker.events import FIELDS
from tracker.geocoding import locate
from tracker.geocoding.link import place_of
from tracker.knowledge import Knowledge
from tracker.model import Effect, Kind, Place, Precision, Report, Status, Target, Weapon, When, to_json

UNKNOWN = "unknown"
"""What a person writes for a value that is not known: a date, an attacker, weapons, effects."""

LONGEST_NAME = 200
FIRST_DAY = date(2014, 1, 1)
_LISTS: dict[str, type[StrEnum]] = {"weapons": Weapon, "effects": Effect}
_CODES: dict[str, type[StrEnum]] = {"kind": Kind, "status": Status}


def value_for(field: str, text: str, knowledge: Knowledge) -> Any:
    """The value that a field takes, as `Judgement.value` keeps it.

    Raises UsageError that names the field and what it allows.
    """
    if field not in FIELDS:
        raise UsageError(f"'{field}' cannot be set", remedy=f"Use one of: {', '.join(FIELDS)}")
    text = text.strip()
    if field in _LISTS:
        return _codes(field, text)
    if field in _CODES:
        return _code(field, text, _CODES[field])
    read: dict[str, Callable[[str], Any]] = {
        "name": _name,
        "attacker": _attacker,
        "facility_id": lambda given: _facility(given, knowledge),
        "place": lambda given: _place(given, knowledge),
    }
    return read[field](text) if field in read else _day(field, text)


def shown(value: Any) -> str:
    """A value as a person reads and writes it: codes, a facility's id, a place's name."""
    if isinstance(value, dict):
        return str(value.get("id") or value["name"])
    if isinstance(value, Place):
        return value.name
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value)) or UNKNOWN
    return UNKNOWN if value is None else str(value)


def _codes(field: str, text: str) -> list[str]:
    words = [word for word in re.split(r"[,;\s]+", text) if word]
    if words in ([], [UNKNOWN]):
        return []
    return list(dict.fromkeys(_code(field, word, _LISTS[field]) for word in words))


def _code(field: str, text: str, codes: type[StrEnum]) -> str:
    if text not in tuple(codes):
        allowed = [str(code) for code in codes] + [UNKNOWN] * (field in _LISTS)
        raise UsageError(f"'{text}' is not known", where=field, remedy=f"Use: {', '.join(allowed)}")
    return text


def _name(text: str) -> str:
    if not text or len(text) > LONGEST_NAME or not text.isprintable():
        remedy = f"Write 1 to {LONGEST_NAME} printable characters in one line"
        raise UsageError("is no name", where="name", remedy=remedy)
    return text


def _attacker(text: str) -> str:
    if text != UNKNOWN and not re.fullmatch("[A-Z]{2}", text):
        raise UsageError(
            f"'{text}' is not known", where="attacker",
            remedy=f"Use a country's ISO code of two letters, such as UA or RU, or {UNKNOWN}",
        )  # fmt: skip
    return text


def _day(field: str, text: str) -> str | None:
    if text == UNKNOWN:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = date.min
    if not FIRST_DAY <= day <= settings().clock():
        remedy = f"Write YYYY-MM-DD, from {FIRST_DAY} to {settings().clock()}, or {UNKNOWN}"
        raise UsageError(f"'{text}' is no day of a strike", where=field, remedy=remedy)
    return day.isoformat()


def _facility(text: str, knowledge: Knowledge) -> dict[str, Any]:
    gazetteer = knowledge.gazetteer
    if text not in gazetteer.facilities:
        near = get_close_matches(text, gazetteer.facilities, 3, 0.5)
        like = f" such as {', '.join(near)}" if near else ""
        remedy = f"Use an id of data/gazetteer{like}; for a place that has none set place"
        raise UsageError(f"no facility '{text}'", where="facility_id", remedy=remedy)
    facility = gazetteer.get(text)
    place = to_json(place_of(facility))
    return {"id": facility.id, "name": facility.name, "kind": facility.kind.value, "place": place}


def _place(text: str, knowledge: Knowledge) -> dict[str, Any]:
    """`Town`, `Town, Region`, `Region`, each also with a country's code behind: `Kstovo, RU`."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    country = parts.pop() if len(parts) > 1 and re.fullmatch("[A-Z]{2}", parts[-1]) else None
    if parts:
        region = knowledge.towns.region(parts[-1], "en")
        place = _located(parts[0], country, region.id if region else None, knowledge)
        if place is not None:
            return dict(to_json(place))
    remedy = "Write it as Town, or Town, Region, or Town, CC with a country's code"
    raise UsageError(f"no town or region '{text}' is known", where="place", remedy=remedy)


def _located(town: str, country: str | None, region: str | None, knowledge: Knowledge) -> Place | None:
    target = Target(name=town, kind=Kind.OTHER_ENERGY, town=town, country=country, region=region)
    place = locate(Report(article_id="", target=target, when=When()), knowledge).place
    return None if place is None or place.precision is Precision.COUNTRY else place
