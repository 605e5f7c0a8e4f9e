"""Capacity offline in Russian refining, day by day: struck, reported offline, and what the press says."""

from __future__ import annotations

from tracker.impact.refining.claims import claims
from tracker.impact.refining.lines import offline
from tracker.impact.refining.types import ASSUMPTIONS, Claim, PlantDay, RefiningDay

__all__ = ["ASSUMPTIONS", "Claim", "PlantDay", "RefiningDay", "claims", "offline"]
