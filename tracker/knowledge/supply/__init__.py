"""Reads data/supply strictly into the types beside this: one reader per file, each row checked.

A column is never guessed: a missing, doubled or unknown one is refused, an interval that ends before it
starts, a range out of order, an id used twice and a statement about a halt that is not listed as well.
"""

from __future__ import annotations

from pathlib import Path

from tracker.errors import DataError
from tracker.knowledge.supply import refining, stocks
from tracker.knowledge.supply.capacities import read_capacities
from tracker.knowledge.supply.capacity_types import Capacity
from tracker.knowledge.supply.cells import (
    check_order,
    countries,
    country,
    day,
    number,
    read_table,
    route,
    source,
    value_range,
    whole,
)
from tracker.knowledge.supply.refining_types import (
    RefiningOffline,
    RefiningOutage,
    RefiningRuns,
    RefiningUnit,
)
from tracker.knowledge.supply.stock_types import Stock, StockRelease
from tracker.knowledge.supply.types import (
    SIGNALS,
    Alternative,
    Assumption,
    Delivery,
    Halt,
    Leg,
    Policy,
    RefineryFigure,
    Share,
    Statement,
    Supply,
    UnitOutage,
)
from tracker.knowledge.tables import Row

__all__ = [
    "Alternative",
    "Assumption",
    "Capacity",
    "Delivery",
    "Halt",
    "Leg",
    "Policy",
    "RefineryFigure",
    "RefiningOffline",
    "RefiningOutage",
    "RefiningRuns",
    "RefiningUnit",
    "Share",
    "Statement",
    "Stock",
    "StockRelease",
    "Supply",
    "UnitOutage",
    "load",
]

MANY = 1e7


def load(folder: Path) -> Supply:
    """All files of data/supply. Raises DataError that names file, row and remedy."""
    supply = Supply(
        halts=read_table(folder / "halts.csv", HALT, _halt),
        deliveries=read_table(folder / "imports.csv", DELIVERY, _delivery),
        shares=read_table(folder / "shares.csv", SHARE, _share),
        refineries=read_table(folder / "refineries.csv", REFINERY, _refinery),
        unit_outages=read_table(folder / "unit_outages.csv", UNIT_OUTAGE, _unit_outage),
        stocks=stocks.read_stocks(folder / "stocks.csv"),
        stock_releases=stocks.read_releases(folder / "stock_releases.csv"),
        alternatives=read_table(folder / "alternatives.csv", ALTERNATIVE, _alternative),
        policy=read_table(folder / "policy.csv", POLICY, _policy),
        statements=read_table(folder / "statements.csv", STATEMENT, _statement),
        refining_offline=refining.read_offline(folder / "refining_offline.csv"),
        refining_runs=refining.read_runs(folder / "refining_runs.csv"),
        refining_units=refining.read_units(folder / "refining_units.csv"),
        refining_outages=refining.read_outages(folder / "refining_outages.csv"),
        legs=read_table(folder / "legs.csv", LEG, _leg),
        capacities=read_capacities(folder / "capacities.csv"),
        assumptions={a.name: a for a in read_table(folder / "assumptions.csv", ASSUMPTION, _assumption)},
    )
    _check_statements(folder / "statements.csv", supply)
    refining.check_units(folder / "refining_outages.csv", supply.refining_outages, supply.refining_units)
    return supply


HALT = (
    "id start last_day resumed_on restart_flow outcome route countries completeness lost_low_percent "
    "lost_middle_percent lost_high_percent cause facility_id said_by resumed_said_by resumed_source_url"
)


def _halt(row: Row) -> Halt:
    halt = Halt(
        **source(row),
        id=row.text("id"),
        start=day(row, "start"),
        last_day=row.day("last_day"),
        resumed_on=row.day("resumed_on"),
        restart_flow=row.choice("restart_flow", ("normal", "reduced", "unknown")),
        outcome=row.choice("outcome", ("resumed", "open", "no_halt", "not_separable")),
        route=route(row),
        countries=countries(row),
        completeness=row.choice("completeness", ("full", "partial", "none")),
        lost_percent=value_range(row, "lost_{}_percent", 100),
        cause=row.choice(
            "cause", ("strike", "power_cut", "sanctions", "payment", "contract", "operator", "unknown")
        ),
        facility_id=row.optional("facility_id"),
        said_by=row.optional("said_by"),
        resumed_said_by=row.optional("resumed_said_by"),
        resumed_source_url=row.optional("resumed_source_url"),
    )
    _check_halt(row, halt)
    return halt


def _check_halt(row: Row, halt: Halt) -> None:
    ends = [end for end in (halt.last_day, halt.resumed_on) if end]
    if any(end < halt.start for end in ends):
        raise row.error("the halt ends before it starts", "Swap the dates, or correct them from the source")
    if len(ends) == 2 and ends[0] > ends[1]:
        raise row.error(
            "last_day is after resumed_on", "last_day is the last day that stood still, in part at least"
        )
    if (halt.completeness == "none") != (halt.outcome in ("no_halt", "not_separable")):
        raise row.error(
            "completeness and outcome contradict each other", "none goes with no_halt or not_separable"
        )
    if ends and halt.outcome != "resumed":
        raise row.error(
            f"a halt with outcome {halt.outcome} has an end", "Leave last_day and resumed_on blank"
        )
    if not ends and halt.outcome == "resumed":
        raise row.error("a halt that ended has no end", "Give last_day or resumed_on, or say open")


DELIVERY = (
    "id countries route crude metric period_start period_end days_counted low_kt middle_kt high_kt "
    "low_kb_per_day middle_kb_per_day high_kb_per_day"
)


def _delivery(row: Row) -> Delivery:
    delivery = Delivery(
        **source(row),
        id=row.text("id"),
        countries=countries(row),
        route=route(row),
        crude=row.choice("crude", ("russian", "kazakh")),
        metric=row.choice("metric", ("delivery", "delivery_other", "month", "transit", "context")),
        period_start=day(row, "period_start"),
        period_end=day(row, "period_end"),
        days_counted=row.choice("days_counted", ("calendar", "flow")),
        kt=value_range(row, "{}_kt", MANY),
        kb_per_day=value_range(row, "{}_kb_per_day", MANY),
    )
    check_order(row, delivery.period_start, delivery.period_end)
    if (delivery.kt is None) == (delivery.kb_per_day is None):
        raise row.error("give a volume in kt or a rate in kb/d, one of them")
    return delivery


SHARE = "id country period_start period_end russian_crude_percent"


def _share(row: Row) -> Share:
    share = Share(
        **source(row),
        id=row.text("id"),
        country=country(row, row.text("country")),
        period_start=day(row, "period_start"),
        period_end=day(row, "period_end"),
        percent=number(row, "russian_crude_percent", 100),
    )
    check_order(row, share.period_start, share.period_end)
    return share


REFINERY = (
    "id facility_ids countries metric as_of mt_per_year low_kt_per_day high_kt_per_day "
    "low_percent high_percent"
)


def _refinery(row: Row) -> RefineryFigure:
    return RefineryFigure(
        **source(row),
        id=row.text("id"),
        facility_ids=tuple(row.text("facility_ids").split("|")),
        countries=countries(row),
        metric=row.choice("metric", ("capacity", "need", "intake", "non_russian_share", "adria_share")),
        as_of=row.day("as_of"),
        mt_per_year=row.number_in("mt_per_year", 0, 1000),
        low_kt_per_day=row.number_in("low_kt_per_day", 0, 1000),
        high_kt_per_day=row.number_in("high_kt_per_day", 0, 1000),
        low_percent=row.number_in("low_percent", 0, 100),
        high_percent=row.number_in("high_percent", 0, 100),
    )


UNIT_OUTAGE = "id facility_id unit start end low_percent middle_percent high_percent"


def _unit_outage(row: Row) -> UnitOutage:
    outage = UnitOutage(
        **source(row),
        id=row.text("id"),
        facility_id=row.text("facility_id"),
        unit=row.text("unit"),
        start=day(row, "start"),
        end=row.day("end"),
        percent=value_range(row, "{}_percent", 100),
    )
    check_order(row, outage.start, outage.end)
    return outage


ALTERNATIVE = (
    "id countries route metric period_start period_end low_mt_per_year middle_mt_per_year high_mt_per_year "
    "low_days high_days said_by"
)


def _alternative(row: Row) -> Alternative:
    other = Alternative(
        **source(row),
        id=row.text("id"),
        countries=countries(row),
        route=route(row),
        metric=row.choice(
            "metric", ("capacity_claim", "capacity_denied", "test", "shipped", "contract", "lead_time")
        ),
        period_start=day(row, "period_start"),
        period_end=row.day("period_end"),
        low_mt_per_year=row.number_in("low_mt_per_year", 0, 1000),
        middle_mt_per_year=row.number_in("middle_mt_per_year", 0, 1000),
        high_mt_per_year=row.number_in("high_mt_per_year", 0, 1000),
        low_days=row.number_in("low_days", 0, 1000),
        high_days=row.number_in("high_days", 0, 1000),
        said_by=row.text("said_by"),
    )
    check_order(row, other.period_start, other.period_end)
    return other


POLICY = "id countries what start end route buyers stops_from"


def _policy(row: Row) -> Policy:
    rule = Policy(
        **source(row),
        id=row.text("id"),
        countries=countries(row),
        what=row.text("what"),
        start=row.day("start"),
        end=row.day("end"),
        route=route(row) if row.cells["route"] else None,
        buyers=tuple(filter(None, row.cells["buyers"].split("|"))),
        stops_from=row.day("stops_from"),
    )
    if rule.start:
        check_order(row, rule.start, rule.end)
    return rule


STATEMENT = "id halt_id countries said_by role says affected signal days_min days_max restart_on"


def _statement(row: Row) -> Statement:
    said = Statement(
        **source(row),
        id=row.text("id"),
        halt_id=row.text("halt_id"),
        countries=countries(row),
        said_by=row.text("said_by"),
        role=row.choice("role", ("official", "operator", "media")),
        says=row.text("says"),
        affected=row.choice("affected", ("", "stopped", "reduced", "no")) or None,
        signal=row.choice("signal", ("", *SIGNALS)) or None,
        days_min=whole(row, "days_min"),
        days_max=whole(row, "days_max"),
        restart_on=row.day("restart_on"),
    )
    if said.days_min is not None and said.days_max is not None and said.days_min > said.days_max:
        raise row.error("days_min is above days_max")
    return said


def _check_statements(path: Path, supply: Supply) -> None:
    known = {halt.id for halt in supply.halts}
    for said in supply.statements:
        if said.halt_id not in known:
            raise DataError(
                f"statement '{said.id}' names the halt '{said.halt_id}', which halts.csv does not hold",
                where=str(path),
                remedy="Add the halt or correct the name",
            )


LEG = "id route start end segments buyers dedicated"


def _leg(row: Row) -> Leg:
    return Leg(
        **source(row),
        id=row.text("id"),
        route=route(row),
        start=row.text("start"),
        end=row.text("end"),
        segments=tuple(filter(None, row.cells["segments"].split("|"))),
        buyers=tuple(country(row, code) for code in row.text("buyers").split("|")),
        dedicated=row.choice("dedicated", ("yes", "no")) == "yes",
    )


ASSUMPTION = "name low middle high unit"


def _assumption(row: Row) -> Assumption:
    value = value_range(row, "{}", MANY)
    if value is None:
        raise row.error("the assumption has no value", "Give low, middle and high")
    return Assumption(**source(row), name=row.text("name"), value=value, unit=row.text("unit"))
