"""Who says so, with what and to what effect: the cases that the tests of roles share."""

from __future__ import annotations

from dataclasses import dataclass

from reading import one


@dataclass(frozen=True)
class Told:
    """A text of one strike, its status, and its weapons and effects as words in one string."""

    text: str
    status: str
    weapons: str = ""
    effects: str = ""


def check_told(case: Told, lang: str) -> None:
    """The only strike of the text has exactly this status, these weapons and these effects."""
    report = one(case.text, lang=lang)
    found = (
        report.status.value,
        sorted(weapon.value for weapon in report.weapons),
        sorted(effect.value for effect in report.effects),
    )
    assert found == (case.status, sorted(case.weapons.split()), sorted(case.effects.split()))
