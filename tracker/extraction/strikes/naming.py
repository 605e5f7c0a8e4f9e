"""A facility that the telling leaves unnamed, but the article names: later in the text, or by its owner.

"A refinery in the Volgograd region" is the Volgograd refinery when the article names that one and no other;
"a Lukoil refinery in the Perm region" is Lukoil's only refinery there. Anything less certain stays a region.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracker.extraction.places.mentions import COMPATIBLE, LINES, owner
from tracker.extraction.strikes.told import Reading, Told

_OWNER_REACH = 25


def name_all(reading: Reading, tellings: Sequence[Told]) -> list[Told]:
    """The tellings, with a facility where exactly one can be meant."""
    for telling in tellings:
        target = telling.target
        if target.facility_ids or target.town or target.region is None or target.kind in LINES:
            continue
        facility_id = _named_elsewhere(reading, telling) or _owned(reading, telling)
        if facility_id is not None:
            telling.target = replace(target, facility_ids=(facility_id,))
    return list(tellings)


def _named_elsewhere(reading: Reading, telling: Told) -> str | None:
    kind = telling.target.kind
    found = {
        mention.target.facility_ids[0]
        for mention in reading.mentions
        if len(mention.target.facility_ids) == 1
        and (mention.target.kind is kind or mention.target.kind in COMPATIBLE.get(kind, ()))
        and reading.region_of(mention.target) == telling.target.region
    }
    return found.pop() if len(found) == 1 else None


def _owned(reading: Reading, telling: Told) -> str | None:
    """The only facility of that kind in the region whose operator stands right before the facility word."""
    mention = telling.mentions[0]
    before = reading.document.clean.folded[max(0, mention.start - _OWNER_REACH) : mention.start]
    words = before.replace("'s", " ").split()
    found = [
        facility.id
        for facility in reading.gazetteer.facilities.values()
        if facility.kind is telling.target.kind and owner(facility) in words
    ]
    region = telling.target.region
    here = [id_ for id_ in found if reading.region_of(replace(telling.target, facility_ids=(id_,))) == region]
    return here[0] if len(here) == 1 else None
