"""Who is short of how much crude: network, day-by-day balance of Hungary and Slovakia, criticality of nodes.

network         legs and stations with published capacities, as a networkx graph
balance         need, delivered by route and missing, with low, middle and high: day by day, and in all
balance_days    the days of it alone
balance_totals  the totals of it alone
leg_flows       what flows through each leg on a day
criticality     what the loss of each node costs over 1, 7, 30 and 90 days
"""

from __future__ import annotations

from tracker.impact.balance.criticality import criticality
from tracker.impact.balance.days import balance, balance_days, balance_totals, leg_flows
from tracker.impact.balance.pipes import network
from tracker.impact.balance.results import Ahead, Balance, BalanceDay, BalanceTotal, NodeLoss, NodeOutage

__all__ = [
    "Ahead",
    "Balance",
    "BalanceDay",
    "BalanceTotal",
    "NodeLoss",
    "NodeOutage",
    "balance",
    "balance_days",
    "balance_totals",
    "criticality",
    "leg_flows",
    "network",
]
