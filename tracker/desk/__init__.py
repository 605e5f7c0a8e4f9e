"""The correction desk: what a person may decide, how it is checked, kept and counted.

The terminal and the dashboard both come through `decide`; nothing else writes a judgement.
"""

from __future__ import annotations

from tracker.desk.adding import Fix, check_fixes, keep_fixes
from tracker.desk.decide import Decision, Outcome, decide
from tracker.desk.queue import Desk, desk, original
from tracker.desk.rate import Rate, measure, rate_table
from tracker.desk.values import shown

__all__ = [
    "Decision",
    "Desk",
    "Fix",
    "Outcome",
    "Rate",
    "check_fixes",
    "decide",
    "desk",
    "keep_fixes",
    "measure",
    "original",
    "rate_table",
    "shown",
]
