"""The table of what the parser scored, for the page Method."""

from __future__ import annotations

import pandas as pd

from tracker.knowledge.measured import Measured

LANGUAGES = {
    "en": "English", "uk": "Ukrainian", "ru": "Russian", "hu": "Hungarian", "sk": "Slovak", "cs": "Czech",
    "de": "German", "pl": "Polish", "all": "All",
}  # fmt: skip

SCORES = {
    "lang": "Language",
    "articles": "Articles",
    "strikes": "Strikes in them",
    "F1": "Strikes, F1",
    "95 %": "F1, 95 % interval",
    "precision": "Found ones right",
    "recall": "Strikes found",
    "quiet clean": "Quiet left clean",
    "right day": "Day right",
    "status": "Status right",
    "attacker": "Attacker right",
    "weapons": "Weapons right",
    "effects": "Effects right",
    "within 5 km": "Within 5 km",
    "HU SK flows": "HU, SK supply, F1",
}
"""The columns of the evaluation, and what the page calls them."""

_WORDS = ("lang", "95 %")
_COUNTS = ("articles", "strikes")
FORMATS = {name: "%.2f" for name in SCORES if name not in (*_WORDS, *_COUNTS)}
"""How the shares are written."""


def score_table(found: Measured) -> pd.DataFrame:
    """One row a language, all of them last; the columns of SCORES that were measured, numbers as numbers."""
    rows = [{**row, "lang": LANGUAGES.get(row.get("lang", ""), row.get("lang", ""))} for row in found.rows]
    names = [name for name in SCORES if any(name in row for row in rows)]
    frame = pd.DataFrame(rows, columns=names).astype("str")
    numbers = {name: pd.to_numeric(frame[name], errors="coerce") for name in names if name not in _WORDS}
    return frame.assign(**numbers)
