"""The days ahead of an open halt: for how long the restart forecast takes crude to be missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from tracker.impact.balance import Ahead
from tracker.impact.outages import Outage
from tracker.impact.restart import OpenHalt, open_halt
from tracker.impact.words import day_text
from tracker.knowledge.supply.types import Supply
from tracker.model import Article, FlowStatus, Ground, Range, Strike, SupplyReport

BUYERS = ("HU", "SK")


def expected(
    *,
    supply: Supply,
    supply_reports: Sequence[SupplyReport],
    articles: Mapping[str, Article],
    strikes: Sequence[Strike],
    today: date,
) -> tuple[Ahead, ...]:
    """The open halt of each buyer whose Druzhba flow is cut on `today`, as its restart forecast has it."""
    found = []
    for buyer in BUYERS:
        halt = open_halt(
            buyer,
            supply=supply,
            supply_reports=supply_reports,
            articles=articles,
            strikes=strikes,
            today=today,
        )
        if halt is not None:
            found.append(_ahead(buyer, halt, supply))
    return tuple(found)


def _ahead(buyer: str, halt: OpenHalt, supply: Supply) -> Ahead:
    told = halt.forecast
    text = f"Forecast of {day_text(told.as_of)}: flow again between {day_text(told.restart_from)} "
    return Ahead(
        country=buyer,
        start=told.start,
        lengths=halt.lengths,
        at_least=told.at_least,
        share=_share(halt.outage, supply),
        ground=Ground(sentence=f"{text}and {day_text(told.restart_to)} (80 %)", known_on=told.as_of),
    )


def _share(outage: Outage, supply: Supply) -> Range:
    """The share of flow that is lost while the halt lasts."""
    if outage.word is FlowStatus.HALTED:
        return Range(1, 1, 1)
    lost = outage.halt.lost_percent if outage.halt else None
    if lost is None:
        return supply.assume("reduced_lost_share")
    return Range(lost.low / 100, lost.middle / 100, lost.high / 100)
