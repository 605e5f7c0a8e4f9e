"""What a person's corrections make of a strike. Values are plain JSON, as `Judgement.value` keeps them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from tracker.model import (
    DatePrecision,
    Effect,
    Judgement,
    Kind,
    Place,
    Precision,
    Status,
    Strike,
    Weapon,
    When,
)

FIELDS = (
    *("name", "kind", "facility_id", "place", "date_start", "date_end"),
    *("attacker", "weapons", "effects", "status"),
)
"""The fields of a strike that a person may set."""


def corrected(strike: Strike, corrections: Sequence[Judgement]) -> Strike:
    """A strike with all corrections, the later over the earlier; `set_by_person` names what they changed."""
    result = strike
    for judgement in corrections:
        result = _set(result, str(judgement.field), judgement.value)
    named = {judgement.field for judgement in corrections}
    changed = tuple(f for f in FIELDS if f in named or value_of(result, f) != value_of(strike, f))
    return replace(result, set_by_person=changed)


def value_of(strike: Strike, field: str) -> Any:
    """The value of one of FIELDS."""
    if field == "date_start":
        return strike.when.start
    return strike.when.end if field == "date_end" else getattr(strike, field)


def place_of(value: dict[str, Any]) -> Place:
    """The place that a correction keeps as an object."""
    return Place(**{**value, "precision": Precision(value["precision"])})


def _set(strike: Strike, field: str, value: Any) -> Strike:
    if field in ("date_start", "date_end"):
        return replace(strike, when=_moved(strike.when, field, date.fromisoformat(value) if value else None))
    if field == "facility_id":
        return replace(
            strike, facility_id=value["id"], name=value["name"], kind=Kind(value["kind"]),
            place=place_of(value["place"]),
        )  # fmt: skip
    if field == "place":
        return replace(strike, place=place_of(value), facility_id=None)
    return replace(strike, **{field: _plain(field, value)})


def _plain(field: str, value: Any) -> Any:
    if field == "weapons":
        return tuple(map(Weapon, value))
    if field == "effects":
        return tuple(map(Effect, value))
    codes = {"kind": Kind, "status": Status}
    return codes[field](value) if field in codes else value


def _moved(when: When, field: str, day: date | None) -> When:
    """An interval with one end set: the other gives way where they would cross; no day is no date at all."""
    if day is None:
        return When()
    start, end = when.start or day, when.end or day
    start, end = (day, max(day, end)) if field == "date_start" else (min(day, start), day)
    length = end - start
    if length > timedelta(days=1):
        return When(start, end, DatePrecision.RANGE)
    return When(start, end, DatePrecision.NIGHT if length else DatePrecision.DAY)
