"""What a strike was done with and what it did: weapons and effects of the parts that speak of it."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.extraction.harm import absent, harm_of_site, is_tally, negated, no_harm
from tracker.extraction.scan import Document, Hit, Sentence
from tracker.extraction.strikes.scope import Scope
from tracker.model import Effect, Evidence, Kind, Weapon

_STOPS = frozenset(
    {Kind.PUMPING_STATION, Kind.PIPELINE, Kind.OIL_TERMINAL, Kind.COMPRESSOR_STATION, Kind.REFINERY}
)
"""Kinds whose stop is told as a stop of what flows through or out of them."""

_HARMLESS = frozenset({Effect.NONE, Effect.EXPLOSION})
"""Effects that go together: heard, without damage."""


def weapons_of(document: Document, scope: Scope) -> tuple[tuple[Weapon, ...], list[Evidence]]:
    """Weapons beside the target, else those told before it in the paragraph, else those of the lead.

    "Blown up" is sabotage only where no other weapon is told: boats blow up a berth too.
    """
    close = [part for part in scope.close if part in scope.own or not is_tally(document, part)]
    found = _weapons(document, close)
    for part in scope.frame:
        if not found:
            found = _weapons(document, [part])
    if Weapon.HIMARS in found:
        found.pop(Weapon.MISSILE, None)
    if len(found) > 1:
        found.pop(Weapon.SABOTAGE, None)
    return tuple(sorted(found)), list(found.values())


def _weapons(document: Document, parts: Iterable[Sentence]) -> dict[Weapon, Evidence]:
    found: dict[Weapon, Evidence] = {}
    for part in parts:
        for hit in part.of("weapon"):
            if not negated(document, part, hit):
                found.setdefault(Weapon(hit.key), document.clean.evidence("weapons", hit.start, hit.end))
    return found


def effects_of(
    document: Document, scope: Scope, kind: Kind, *, denied: bool
) -> tuple[tuple[Effect, ...], list[Evidence]]:
    """Effects told of the target; where its side denies any, only blasts and independent proof count."""
    found: dict[Effect, Evidence] = {}
    for part in scope.close:
        doubted = denied and not part.has("speaker", "independent")
        for hit in _told(document, part, kind):
            if doubted and hit.key != Effect.EXPLOSION:
                continue
            effect = Effect(hit.key) if hit.table == "effect" else Effect.HALTED
            found.setdefault(effect, document.clean.evidence("effects", hit.start, hit.end))
        for hit in no_harm(document, part):
            found.setdefault(Effect.NONE, document.clean.evidence("effects", hit.start, hit.end))
    if set(found) - {Effect.NONE}:
        if not denied and set(found) - _HARMLESS:
            found.pop(Effect.NONE, None)
    elif denied and Effect.NONE not in found:
        for part in scope.own:
            for hit in (*part.of("strike", "repelled"), *part.of("stance", "attempt")):
                found.setdefault(Effect.NONE, document.clean.evidence("effects", hit.start, hit.end))
    return tuple(sorted(found)), list(found.values())


def _told(document: Document, part: Sentence, kind: Kind) -> list[Hit]:
    found = harm_of_site(document, part)
    flows = part.has("supply", "subject") or part.has("commodity") or part.has("route")
    if kind in _STOPS and flows and not part.has("supply", "at_risk", "unaffected"):
        for hit in part.of("supply", "halted"):
            other = any(hit.start < effect.end and effect.start < hit.end for effect in part.of("effect"))
            if not (other or negated(document, part, hit) or absent(document, part, hit)):
                found.append(hit)
    return found
