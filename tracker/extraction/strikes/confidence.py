"""How sure a report is: points for grounds that a reader can check in the text, fitted on the tuned gold.

`python bench/fit_confidence.py` prints the points that fit the gold best, and how well they hold on articles
that they were not fitted on; they are copied here by hand.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracker.extraction.places.mentions import Mention
from tracker.extraction.scan import Hit
from tracker.extraction.strikes.told import Reading, Told
from tracker.model import DateBasis

BASE = 0.9
POINTS = {
    "one facility": 0.06,
    "a town": -0.02,
    "a region": -0.04,
    "struck beside the name": -0.04,
    "struck in the sentence": 0.01,
    "struck in sentences around": 0.02,
    "date explicit": 0.03,
    "date relative": -0.01,
    "date inherited": 0.01,
    "date of publication": -0.01,
    "date unknown": -0.02,
    "told twice": 0.05,
    "named loosely": 0.01,
}
LEAST, MOST = 0.05, 0.97

_BESIDE = 60
_DATES = {
    DateBasis.EXPLICIT: "date explicit",
    DateBasis.RELATIVE: "date relative",
    DateBasis.INHERITED: "date inherited",
    DateBasis.PUBLISHED: "date of publication",
}


def grounds(reading: Reading, strike: Told, mention: Mention) -> list[str]:
    """The grounds that hold for a strike, as keys of POINTS."""
    found = [
        _place(strike),
        _verb(reading, strike),
        _DATES[strike.when.basis] if strike.when.basis else "date unknown",
    ]
    if len(set(strike.sentences)) > 1:
        found.append("told twice")
    if mention.loose:
        found.append("named loosely")
    return found


def _place(strike: Told) -> str:
    if len(strike.target.facility_ids) == 1:
        return "one facility"
    return "a town" if strike.target.town else "a region"


def _verb(reading: Reading, strike: Told) -> str:
    if not strike.direct:
        return "struck in sentences around"
    beside = any(_near(reading.sentence(at.sentence).of("strike"), at) for at in strike.mentions)
    return "struck beside the name" if beside else "struck in the sentence"


def _near(acts: Sequence[Hit], mention: Mention) -> bool:
    return any(max(act.start - mention.end, mention.start - act.end) <= _BESIDE for act in acts)


def confidence(reading: Reading, strike: Told, mention: Mention) -> float:
    """The share of such reports that are right, as far as the gold can tell."""
    score = BASE + sum(POINTS[ground] for ground in grounds(reading, strike, mention))
    return round(min(max(score, LEAST), MOST), 2)
