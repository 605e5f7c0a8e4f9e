"""`tracker impact`: who loses how much crude on which day, what covers it and when it will be back."""

from __future__ import annotations

import csv
import json
import sys
import tomllib
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracker.cli.common import app, day_of
from tracker.config import settings
from tracker.errors import UsageError

if TYPE_CHECKING:
    from tracker.impact import Answer, RestartForecast, Scenario
    from tracker.impact.cover import RunOut
    from tracker.knowledge.supply.types import Supply
    from tracker.model import FlowDay, Range


class Layout(StrEnum):
    """How `impact` prints."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


@app.command()
def impact(
    country: Annotated[str, typer.Option(help="HU or SK.")],
    as_of: Annotated[
        str | None,
        typer.Option(help="Look from this day (YYYY-MM-DD), with what was public then; default: today."),
    ] = None,
    start: Annotated[
        str | None,
        typer.Option(
            "--from", help="First day; default: the day of --as-of, else the last days up to today."
        ),
    ] = None,
    days: Annotated[int, typer.Option(min=1, max=3660, help="How many days.")] = 14,
    scenario: Annotated[
        Path | None,
        typer.Option(help="A what-if case as TOML: tables outage (facility, start, days) and set (figures)."),
    ] = None,
    layout: Annotated[
        Layout, typer.Option("--as", help="Table, JSON (one object a line) or CSV.")
    ] = Layout.TABLE,
) -> None:
    """Print by day whether crude flows by Druzhba, what comes, what is missing and why; then what covers it.

    Example: tracker impact --country SK --as-of 2025-08-22 --days 30 --scenario unecha-out.toml
    """
    from tracker.history import view
    from tracker.impact import answer, flow_days, restart_forecast
    from tracker.knowledge import knowledge
    from tracker.model import Route
    from tracker.pipeline import is_seeded, seed
    from tracker.store import Store

    if country not in ("HU", "SK"):
        raise UsageError(f"no supply model for country '{country}'", remedy="Use HU or SK")
    seen_from = day_of(as_of, "--as-of")
    today = seen_from or settings().clock()
    first = day_of(start, "--from") or seen_from or today - timedelta(days=days - 1)
    last = first + timedelta(days=days - 1)
    case = _case(scenario, knowledge().supply) if scenario else None
    with Store.open(settings().database_url) as store:
        if not is_seeded(store, knowledge()):
            seed(store, knowledge())
        seen = view(store)
    known: dict[str, Any] = {
        "supply": knowledge().supply, "supply_reports": seen.supply_reports, "articles": seen.articles,
        "strikes": seen.strikes, "today": today,
    }  # fmt: skip
    flows = flow_days(country, Route.DRUZHBA, first, last, **known)
    found = answer(country, first, last, scenario=case, **known)
    back = restart_forecast(country, **known)
    {Layout.TABLE: _table, Layout.JSON: _json, Layout.CSV: _csv}[layout](flows, found, back)


def _case(file: Path, supply: Supply) -> Scenario:
    from tracker.impact import scenario_of

    remedy = "See the README for what a scenario holds"
    try:
        return scenario_of(tomllib.loads(file.read_text(encoding="utf-8")), supply)
    except OSError as error:
        raise UsageError(f"cannot be read ({error.strerror})", where=str(file), remedy=remedy) from None
    except (UnicodeDecodeError, ValueError) as error:  # a TOMLDecodeError is a ValueError
        raise UsageError(str(error), where=str(file), remedy=remedy) from None


def _table(flows: Sequence[FlowDay], found: Answer, back: RestartForecast | None) -> None:
    from tracker.model import FlowBasis

    for flow, day in zip(flows, found.days, strict=True):
        came = ", ".join(f"{route} {value.middle:.1f}" for route, value in day.delivered.items())
        lacks = f"{_span(day.missing_kt)} kt missing of {day.need_kt.middle:.1f}"
        reasons = flow.grounds if flow.basis is not FlowBasis.NONE else (*day.grounds, *flow.grounds)
        ground = reasons[0] if reasons else None
        source = f" <{ground.source_url}>" if ground and ground.source_url else ""
        why = f"{ground.sentence}{source}" if ground else "not known"
        print(f"{day.day}  {flow.status:<8} {flow.basis:<9} {came:<26} {lacks:<34} {why}")
    print(*_lines(found, back), sep="\n")


def _lines(found: Answer, back: RestartForecast | None) -> Iterable[str]:
    total = found.total
    yield ""
    if found.scenario:
        figures = [f"{name} = {_span(value)}" for name, value in found.scenario.figures]
        yield "What if: " + "; ".join([*_lost(found), *figures])
    yield f"Missing in all: {_span(total.missing_kt)} kt or {_span(total.missing_kb)} kb, modelled"
    if found.cover is None:
        yield "Nothing is missing in the middle case."
    else:
        own, all_of_it = found.cover.refiner, found.cover.everything
        yield f"Short from {found.short_from}, on {found.short_days} days."
        yield f"The refiner's stock and loans last {_until(own, found.cover.last)};"
        yield f"with state crude {_until(all_of_it, found.cover.last)}."
        yield f"Assumed: {', '.join(found.cover.assumptions)}"
    if back:
        late = "; overdue" if back.overdue else ""
        yield (
            f"Flow back between {back.restart_from} and {back.restart_to} (80 %), "
            f"as likely before as after {back.restart_middle}{late}."
        )


def _lost(found: Answer) -> list[str]:
    return [f"{lost.facility_id} out for {lost.days} days from {lost.start}" for lost in found.scenario.lost]


def _until(end: RunOut, last: date) -> str:
    if end.early is None:
        return f"beyond {last} in every case"
    if end.middle is None:
        return f"to {end.early} in the low case, beyond {last} in the middle one"
    return f"{_span(end.days)} days, to {end.middle}"


def _span(value: Range) -> str:
    low, middle, high = (f"{number:,.1f}" for number in (value.low, value.middle, value.high))
    return middle if low == high else f"{middle} ({low} to {high})"


def _json(flows: Sequence[FlowDay], found: Answer, back: RestartForecast | None) -> None:
    from tracker.model import to_json

    for flow, day in zip(flows, found.days, strict=True):
        print(json.dumps({**to_json(flow), "balance": to_json(day)}, ensure_ascii=False))
    whole = {
        "total": to_json(found.total), "short_from": to_json(found.short_from),
        "short_days": found.short_days,
        "cover": to_json(found.cover), "restart": to_json(back), "scenario": to_json(found.scenario),
    }  # fmt: skip
    print(json.dumps(whole, ensure_ascii=False))


def _csv(flows: Sequence[FlowDay], found: Answer, back: RestartForecast | None) -> None:
    ranges = ("need", "missing", *(str(route) for route in found.days[0].delivered))
    parts = ("low", "middle", "high")
    names = [f"{name}_{part}_kt" for name in ranges for part in parts]
    rows = csv.writer(sys.stdout, lineterminator="\n")
    rows.writerow(["day", "country", "druzhba_status", "druzhba_basis", *names, "limited_by", "source_url"])
    for flow, day in zip(flows, found.days, strict=True):
        values = (day.need_kt, day.missing_kt, *day.delivered.values())
        cells = [f"{getattr(value, part):.3f}" for value in values for part in parts]
        source = next((ground.source_url for ground in flow.grounds if ground.source_url), "")
        head = [day.day, day.country, flow.status.value, flow.basis.value]
        rows.writerow([*head, *cells, "|".join(day.limited_by), source])
