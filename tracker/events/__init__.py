"""Reports of the same attack become one strike; nothing that a report said is lost."""

from __future__ import annotations

from tracker.events.anchors import Finder, anchor_of
from tracker.events.correct import FIELDS, value_of
from tracker.events.families import families
from tracker.events.judge import active, concerning, judged, merge, standing
from tracker.events.ledger import LastWord, Part, Voice, last_supply_word, last_word, ledger, stopped_by
from tracker.events.match import cluster
from tracker.events.merge import whole

__all__ = [
    "FIELDS",
    "Finder",
    "LastWord",
    "Part",
    "Voice",
    "active",
    "anchor_of",
    "cluster",
    "concerning",
    "families",
    "judged",
    "last_supply_word",
    "last_word",
    "ledger",
    "merge",
    "standing",
    "stopped_by",
    "value_of",
    "whole",
]
