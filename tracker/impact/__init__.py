"""Who loses crude, on which day: pure functions of strikes, reports and the facts of data/supply.

flow_days         one word a day for a buyer and a route, with grounds and missing volume
leg_status        the word for each pipeline segment on a day; leg_words the same by leg
leg_courses       the days of a period on which those words change
summary           the headline of a day
forecasts         what was expected of halts beside what came
not_delivered     what each halt cost
restart_forecast  when an open halt will be over
answer            need, deliveries, what is missing and what covers it, as known or for a what-if Scenario
criticality       what the loss of each station costs
concerned         the strikes that can matter to any of these, for those who have very many
offline           capacity of Russian refining out of service, and what was claimed of it
"""

from __future__ import annotations

from tracker.impact.balance import BalanceDay, NodeLoss, criticality, network
from tracker.impact.concerned import concerned
from tracker.impact.cover import Cover
from tracker.impact.flows import flow_days, leg_courses, leg_status, leg_words
from tracker.impact.headline import Forecast, Headline, NotDelivered, forecasts, not_delivered, summary
from tracker.impact.refining import RefiningDay, offline
from tracker.impact.restart import RestartForecast, restart_forecast
from tracker.impact.scenario import Lost, Scenario
from tracker.impact.scenario import bounds as scenario_bounds
from tracker.impact.scenario import from_mapping as scenario_of
from tracker.impact.scenario import from_texts as scenario_from
from tracker.impact.scenario import to_texts as scenario_texts
from tracker.impact.whatif import Answer, answer

__all__ = [
    "Answer",
    "BalanceDay",
    "Cover",
    "Forecast",
    "Headline",
    "Lost",
    "NodeLoss",
    "NotDelivered",
    "RefiningDay",
    "RestartForecast",
    "Scenario",
    "answer",
    "concerned",
    "criticality",
    "flow_days",
    "forecasts",
    "leg_courses",
    "leg_status",
    "leg_words",
    "network",
    "not_delivered",
    "offline",
    "restart_forecast",
    "scenario_bounds",
    "scenario_from",
    "scenario_of",
    "scenario_texts",
    "summary",
]
