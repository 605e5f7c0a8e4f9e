"""Who loses crude, on which day: pure functions of strikes, reports and the facts of data/supply.

flow_days      one word a day for a buyer and a route, with grounds and missing volume
leg_status     the word for each pipeline segment on a day
summary        the headline of a day
forecasts      what was expected of halts beside what came
not_delivered  what each halt cost
"""

from __future__ import annotations

from tracker.impact.flows import flow_days, leg_status
from tracker.impact.headline import Forecast, Headline, NotDelivered, forecasts, not_delivered, summary

__all__ = [
    "Forecast",
    "Headline",
    "NotDelivered",
    "flow_days",
    "forecasts",
    "leg_status",
    "not_delivered",
    "summary",
]
