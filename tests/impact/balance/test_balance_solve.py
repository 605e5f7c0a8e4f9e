from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.impact.balance.plan import SINK, SOURCE, parts_of
from tracker.impact.balance.results import COUNTRIES
from tracker.impact.balance.share import solve
from tracker.impact.balance.solve import Link, flows, reference
from tracker.knowledge.supply import Supply

NODES = ("a", "b", "c", "d", "e", "f")
links = st.lists(
    st.tuples(st.sampled_from(NODES), st.sampled_from(NODES), st.integers(0, 9)), min_size=1, max_size=12
).map(lambda found: [Link(*link) for link in found if link[0] != link[1]])


@st.composite
def problems(draw: st.DrawFn) -> tuple[list[Link], np.ndarray]:
    graph = draw(links.filter(bool))
    cases = draw(st.integers(1, 4))
    room = draw(
        st.lists(
            st.lists(st.integers(0, 40), min_size=cases, max_size=cases),
            min_size=len(graph),
            max_size=len(graph),
        )
    )
    return graph, np.array(room, dtype=np.int64)


@settings(max_examples=150, deadline=None)
@given(problems())
def test_size_and_cost_are_those_of_networkx_in_every_case(problem: tuple[list[Link], np.ndarray]) -> None:
    graph, room = problem
    found = flows(graph, room, "a", "f")
    cost = np.array([link.cost for link in graph]) @ found
    for case in range(room.shape[1]):
        sent = sum(found[i, case] for i, link in enumerate(graph) if link.head == "f")
        sent -= sum(found[i, case] for i, link in enumerate(graph) if link.tail == "f")
        assert (sent, cost[case]) == reference(graph, room[:, case].tolist(), "a", "f")


@settings(max_examples=100, deadline=None)
@given(problems())
def test_nothing_exceeds_its_capacity_and_what_comes_into_a_node_leaves_it(
    problem: tuple[list[Link], np.ndarray],
) -> None:
    graph, room = problem
    found = flows(graph, room, "a", "f")
    assert (found >= 0).all()
    assert (found <= room).all()
    for node in ("b", "c", "d", "e"):
        into = sum((found[i] for i, link in enumerate(graph) if link.head == node), np.zeros(room.shape[1]))
        away = sum((found[i] for i, link in enumerate(graph) if link.tail == node), np.zeros(room.shape[1]))
        assert (into == away).all()


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_crude_network_is_solved_as_networkx_does(supply: Supply, data: st.DataObject) -> None:
    parts = parts_of(supply)
    graph = [part.link for part in parts]
    room = data.draw(st.lists(st.integers(0, 30_000), min_size=len(parts), max_size=len(parts)))
    found = flows(graph, np.array([room], dtype=np.int64).T, SOURCE, SINK)[:, 0]
    sent = sum(found[i] for i, link in enumerate(graph) if link.head == SINK)
    cost = sum(int(found[i]) * link.cost for i, link in enumerate(graph))
    assert (sent, cost) == reference(graph, room, SOURCE, SINK)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_sharing_between_the_countries_gives_away_nothing(supply: Supply, data: st.DataObject) -> None:
    parts = parts_of(supply)
    room = np.array(
        [data.draw(st.lists(st.integers(0, 30_000), min_size=len(parts), max_size=len(parts)))],
        dtype=np.int64,
    ).T
    ends = [
        next(i for i, part in enumerate(parts) if (part.rule, part.country) == ("need", country))
        for country in COUNTRIES
    ]
    need = room[ends].copy()
    shared = solve(parts, room, need).flow
    largest = flows([part.link for part in parts], room, SOURCE, SINK)
    assert shared[ends].sum() == largest[ends].sum()
    assert (shared[ends] <= need).all()


def test_with_nothing_else_in_the_way_a_shortage_is_shared_in_proportion_to_need(supply: Supply) -> None:
    parts = parts_of(supply)
    room = np.full((len(parts), 1), 100_000, dtype=np.int64)
    entry = next(i for i, part in enumerate(parts) if part.entry == "kaleikino-pumping-station")
    adria = next(i for i, part in enumerate(parts) if part.entry == "omisalj-terminal")
    room[entry], room[adria] = 9_000, 0
    need = np.array([[10_000], [20_000]], dtype=np.int64)
    for row, country in enumerate(COUNTRIES):
        end = next(i for i, part in enumerate(parts) if (part.rule, part.country) == ("need", country))
        room[end] = need[row]
    found = solve(parts, room, need).flow
    came = [
        int(found[i, 0])
        for country in COUNTRIES
        for i, part in enumerate(parts)
        if (part.rule, part.country) == ("need", country)
    ]
    assert came == [3_000, 6_000]
