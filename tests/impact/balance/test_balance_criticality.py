from __future__ import annotations

from datetime import date, timedelta

import pytest
from balance_world import given, out
from impact_world import SUPPLY, a_strike

from tracker.impact.balance import NodeLoss, criticality, network
from tracker.impact.balance.pipes import carrying
from tracker.model import Range, Route

START = date(2026, 11, 24)


@pytest.fixture(scope="module")
def ranking() -> dict[str, NodeLoss]:
    strikes = (
        a_strike(start=date(2025, 8, 21)),
        a_strike(start=date(2025, 8, 12)),
        a_strike(start=date(2026, 12, 1)),
    )
    found = criticality(START, samples=20, **given(strikes=strikes))
    return {loss.facility_id: loss for loss in found}


def test_every_node_on_a_way_to_the_two_countries_is_ranked_once(ranking: dict[str, NodeLoss]) -> None:
    assert set(ranking) == {node for leg in carrying(SUPPLY) for node in (leg.start, leg.end)}


def test_what_costs_the_same_has_the_same_rank_and_the_same_range(ranking: dict[str, NodeLoss]) -> None:
    brody, unecha = ranking["brody-pumping-station"], ranking["unecha-pumping-station"]
    assert (brody.rank, brody.lost_kt) == (unecha.rank, unecha.lost_kt)
    assert ranking["fenyeslitke-pumping-station"].rank > brody.rank
    assert min(loss.rank for loss in ranking.values()) == 1


@pytest.mark.parametrize(
    ("node", "losers"),
    [
        ("brody-pumping-station", {"HU", "SK"}),
        ("fenyeslitke-pumping-station", {"HU"}),
        ("bucany-pumping-station", {"SK"}),
        ("omisalj-terminal", set()),
    ],
)
def test_a_node_costs_those_who_are_served_through_it(
    ranking: dict[str, NodeLoss], node: str, losers: set[str]
) -> None:
    for by_country in ranking[node].lost_kt.values():
        assert {country for country, lost in by_country.items() if lost.middle > 0} == losers


def test_a_longer_loss_costs_more_but_less_a_day_once_adria_brings_more(ranking: dict[str, NodeLoss]) -> None:
    lost = {
        span: sum(v.middle for v in by.values())
        for span, by in ranking["unecha-pumping-station"].lost_kt.items()
    }
    assert lost[1] < lost[7] < lost[30] < lost[90]
    assert lost[90] / 90 < lost[7] / 7


def test_past_strikes_are_named_oldest_first_and_later_ones_are_not_known(
    ranking: dict[str, NodeLoss],
) -> None:
    unecha = ranking["unecha-pumping-station"]
    assert unecha.hits == ("unecha-pumping-station-2025-08-12", "unecha-pumping-station-2025-08-21")
    assert not unecha.not_yet_hit
    assert ranking["karpaty-pumping-station"].not_yet_hit
    assert not ranking["mol-danube-refinery"].not_yet_hit


def test_omisalj_is_what_matters_when_druzhba_is_out() -> None:
    without = out("brody-pumping-station", start=START, last=START + timedelta(days=89))
    found = criticality(START, outages=[without], samples=0, **given())
    lost = {loss.facility_id: sum(v.middle for v in loss.lost_kt[90].values()) for loss in found}
    assert lost["omisalj-terminal"] > 0
    assert lost["unecha-pumping-station"] == 0


def test_the_spans_and_the_seed_are_the_callers(ranking: dict[str, NodeLoss]) -> None:
    one = criticality(START, spans=(3,), samples=10, seed=5, **given())
    assert all(set(loss.lost_kt) == {3} for loss in one)
    assert one == criticality(START, spans=(3,), samples=10, seed=5, **given())


def test_the_network_has_a_source_on_each_leg_and_a_range_for_each_station() -> None:
    graph = network(SUPPLY)
    assert graph.number_of_nodes() >= 20
    assert all(data["source_url"] for _, _, data in graph.edges(data=True))
    assert graph.edges["sahy-tupa-pumping-station", "bucany-pumping-station"]["routes"] == (
        Route.ADRIA,
        Route.DRUZHBA,
    )
    assert graph.edges["bucany-pumping-station", "slovnaft-bratislava-refinery"]["kt_per_day"] is None
    assert graph.nodes["unecha-pumping-station"]["by_pass"] == SUPPLY.assume("by_pass_share")
    assert graph.nodes["kaleikino-pumping-station"]["by_pass"] == Range(0, 0.5, 1)
    assert graph.nodes["mol-danube-refinery"]["by_pass"] == Range(0, 0, 0)
    assert graph.nodes["omisalj-terminal"]["transit_days"] == (5, 12)
    assert graph.has_edge("unecha-pumping-station", "andreapol-pumping-station")
