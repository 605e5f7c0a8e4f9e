"""Letters as regular expressions name them."""

from __future__ import annotations

UPPER = "A-ZÀ-ÖØ-ÞĄĆČĎĘĚĹĽŁŃŇŐŔŘŚŠŤŮŰŹŻŽА-ЯЁІЇЄҐ"
"""The capital letters of our languages, for a character class; a range such as Ā-Ž holds small ones too."""
