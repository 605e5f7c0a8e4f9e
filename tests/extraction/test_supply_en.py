"""What English news says of supply."""

from __future__ import annotations

from datetime import date

import pytest
from reading import read

from tracker.model import Commodity, FlowWord, Route, SupplyReport


def rows(text: str, **options: object) -> dict[str, SupplyReport]:
    return {row.country: row for row in read(text, **options).supply_reports}  # type: ignore[arg-type]


def test_a_halt_for_two_countries_with_its_least_length() -> None:
    found = rows(
        "Russian oil deliveries to Hungary and Slovakia via the Druzhba pipeline were suspended for at least five days, "
        "Hungarian Foreign Minister Peter Szijjarto said."
    )
    assert set(found) == {"HU", "SK"}
    row = found["HU"]
    assert (row.status, row.commodity, row.route) == (FlowWord.HALTED, Commodity.CRUDE_OIL, Route.DRUZHBA)
    assert (row.days_min, row.days_max, row.said_by) == (5, None, ("Peter Szijjarto",))


def test_recovery_is_a_row_of_its_own() -> None:
    found = rows(
        "Oil deliveries to Slovakia through Druzhba resumed on Thursday, Economy Minister Denisa Sakova said."
    )
    assert (found["SK"].status, found["SK"].start) == (FlowWord.RESUMED, date(2025, 8, 21))


def test_a_mere_warning_is_a_risk() -> None:
    found = rows(
        "Oil supplies to Hungary could be halted if the Druzhba pipeline is damaged, the ministry warned."
    )
    assert found["HU"].status is FlowWord.AT_RISK


def test_no_disruption_is_said_so() -> None:
    found = rows(
        "Slovakia's economy ministry said oil supplies through the Druzhba pipeline were not affected."
    )
    assert found["SK"].status is FlowWord.UNAFFECTED


@pytest.mark.parametrize(
    "text",
    [
        "Hungary holds oil reserves for 90 days, the ministry said, as supplies through Druzhba were halted.",
        "Crude ordered through Adria takes 20 to 30 days to reach Slovakia; Druzhba deliveries were halted.",
    ],
)
def test_reserves_and_lead_times_are_no_length_of_an_outage(text: str) -> None:
    for row in rows(text).values():
        assert (row.days_min, row.days_max) == (None, None)


def test_several_days_are_no_number() -> None:
    found = rows("Druzhba oil deliveries to Hungary were suspended for several days, MOL said.")
    assert (found["HU"].days_min, found["HU"].days_max) == (None, None)


def test_prices_are_no_disruption() -> None:
    assert (
        rows(
            "Ukraine has hit oil refineries, and Russian wholesale gasoline prices have reached record highs."
        )
        == {}
    )


def test_a_condition_is_a_risk_and_no_halt() -> None:
    found = rows("If deliveries through Druzhba were halted, Hungary would be in trouble, MOL said.")
    assert found["HU"].status is FlowWord.AT_RISK


def test_a_condition_that_something_stands_in_for_is_no_risk() -> None:
    assert not rows("If deliveries through Druzhba were halted, Hungary would turn to Adria, MOL said.")


def test_a_count_of_stops_does_not_date_this_one() -> None:
    parsed = read(
        "Drones hit the Unecha station overnight. Druzhba deliveries to Hungary are halted. It is the second "
        "interruption this month, after the strike in the night of 12 to 13 August."
    )
    assert [(row.country, row.status, row.start) for row in parsed.supply_reports] == [("HU", "halted", None)]


def test_a_disputed_restart_is_no_restart() -> None:
    parsed = read(
        "Druzhba deliveries to Slovakia have been halted since 27 January 2025. The restart is disputed between "
        "Bratislava and Kyiv."
    )
    assert [(row.country, row.status) for row in parsed.supply_reports] == [("SK", "halted")]


def test_a_stop_that_was_forecast_is_over_once_flow_is_back() -> None:
    parsed = read(
        "Druzhba supplies to Hungary resumed on 20 August 2025. The government had then forecast a stop of at least "
        "five days."
    )
    found = {(row.status, row.start, row.end) for row in parsed.supply_reports}
    assert found == {("resumed", date(2025, 8, 20), None), ("halted", None, date(2025, 8, 19))}
