"""A person has the last word over the machine, whatever arrives, in whatever order."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from event_makers import UNECHA, article, report, town, when
from hypothesis import given, settings
from hypothesis import strategies as st
from test_events_merge import many_reports

from tracker.events import anchor_of, concerning, judged, merge, standing, whole
from tracker.events import merge as judged_merge
from tracker.events.correct import FIELDS
from tracker.events.merge import merge as machine
from tracker.model import Article, Judged, Judgement, Kind, Report, Strike, Verdict, Weapon, to_json


def by_id(reports: Iterable[Report]) -> dict[str, Article]:
    return {r.article_id: article(r.article_id) for r in reports}


def strikes_of(reports: Sequence[Report], *judgements: Judgement) -> tuple[Strike, ...]:
    return merge(reports, by_id(reports), judgements)


def judgement(number: int, kind: str, reports: Iterable[Report] = (), **more: Any) -> Judgement:
    apart = tuple(map(anchor_of, more.pop("apart", ())))
    anchors = tuple(map(anchor_of, reports))
    return Judgement(id=number, kind=Verdict(kind), who="Eva", reports=anchors, apart=apart, **more)


def together(strikes: Iterable[Strike]) -> set[frozenset[str]]:
    return {frozenset(r.article_id for r in strike.reports) for strike in strikes}


A, B, C = report("a", "21/22"), report("b", "22"), report("c", "21/22")
FAR = report("d", "28")
SYZRAN = {"id": "syzran-refinery", "name": "Syzran refinery", "kind": "refinery", "place": to_json(UNECHA)}


def test_without_a_judgement_the_machine_has_the_word() -> None:
    assert strikes_of([A, B, FAR]) == machine([A, B, FAR], by_id([A, B, FAR]))


@pytest.mark.parametrize("kind", ["reject", "retract"])
def test_rejected_reports_leave_and_an_undo_brings_them_back(kind: str) -> None:
    no = judgement(1, kind, [A, B])
    assert together(strikes_of([A, B, FAR], no)) == {frozenset("d")}
    assert together(strikes_of([A, B, C, FAR], no)) == {frozenset("c"), frozenset("d")}
    undo = Judgement(id=2, kind=Verdict.UNDO, who="Eva", undoes=1)
    assert strikes_of([A, B, FAR], no, undo) == strikes_of([A, B, FAR])
    redo = Judgement(id=3, kind=Verdict.UNDO, who="Eva", undoes=2)
    assert strikes_of([A, B, FAR], no, undo, redo) == strikes_of([A, B, FAR], no)


def test_a_later_acceptance_beats_a_rejection() -> None:
    (strike,) = strikes_of([A], judgement(1, "reject", [A]), judgement(2, "accept", [A]))
    assert strike.judged is Judged.ACCEPTED
    assert strikes_of([A], judgement(1, "accept", [A]), judgement(2, "reject", [A])) == ()


def test_what_a_person_merged_is_one_strike_whatever_arrives() -> None:
    one = judgement(1, "merge", [A, FAR])
    (strike,) = strikes_of([A, FAR], one)
    assert together([strike]) == {frozenset("ad")}
    assert strike.id == "unecha-2025-08-21"
    assert together(strikes_of([A, B, C, FAR, report("e", "28")], one)) == {frozenset("abcde")}


def test_what_a_person_split_stays_apart_whatever_arrives() -> None:
    two = judgement(1, "split", [A, B], apart=[B])
    assert together(strikes_of([A, B], two)) == {frozenset("a"), frozenset("b")}
    late = [report("e", "21/22"), report("f", "22")]
    assert together(strikes_of([A, B, *late], two)) == {frozenset("ae"), frozenset("bf")}
    elsewhere = report("g", "22", facility=None, place=town("Unecha", 52.846, 32.68))
    assert together(strikes_of([A, B, elsewhere], two)) == {frozenset("ag"), frozenset("b")}


def test_the_part_that_stays_keeps_the_id() -> None:
    other = report("b", "21/22")
    strikes = strikes_of([A, other, C], judgement(1, "split", [A, other, C], apart=[A]))
    assert {s.id: together([s]) for s in strikes} == {
        "unecha-2025-08-21": {frozenset("bc")},
        "unecha-2025-08-21-2": {frozenset("a")},
    }


def test_the_later_of_two_words_on_the_same_reports_stands() -> None:
    apart, joined = judgement(1, "split", [A, B], apart=[B]), judgement(2, "merge", [A, B])
    assert together(strikes_of([A, B], apart, joined)) == {frozenset("ab")}
    assert len(strikes_of([A, B], replace(joined, id=1), replace(apart, id=2))) == 2


def test_the_machine_may_not_join_by_a_detour_what_people_keep_apart() -> None:
    kept_apart = judgement(1, "split", [A, FAR], apart=[FAR])
    friend = report("e", "28")
    joined = judgement(2, "merge", [C, friend])
    strikes = strikes_of([A, C, FAR, friend], kept_apart, joined)
    owner = {r: s.id for s in strikes for r in s.reports}
    assert owner[C] == owner[friend]
    assert owner[A] != owner[FAR]


@pytest.mark.parametrize(
    ("field", "value", "changed"),
    [
        ("name", "LPDS Unecha", ("name",)),
        ("kind", "oil_depot", ("kind",)),
        ("attacker", "UA", ("attacker",)),
        ("weapons", ["missile", "drone"], ("weapons",)),
        ("effects", [], ("effects",)),
        ("status", "disputed", ("status",)),
        ("date_start", "2025-08-20", ("date_start",)),
        ("date_start", "2025-08-25", ("date_start", "date_end")),
        ("date_end", "2025-08-20", ("date_start", "date_end")),
        ("date_end", None, ("date_start", "date_end")),
        ("place", to_json(town("Kstovo", 56.1, 44.2)), ("facility_id", "place")),
        ("facility_id", SYZRAN, ("name", "kind", "facility_id")),
    ],
)
def test_a_correction_sets_its_field_and_says_which_values_are_a_persons(
    field: str, value: object, changed: tuple[str, ...]
) -> None:
    (strike,) = strikes_of([A, C], judgement(1, "correct", [A], field=field, value=value))
    assert strike.set_by_person == changed
    assert strike.reports == (A, C)
    assert (strike.when.start is None) == (value is None)


def test_dates_of_a_person_say_how_exact_they_are() -> None:
    def after(**days: str) -> Strike:
        sets = [
            judgement(n, "correct", [A], field=f, value=d) for n, (f, d) in enumerate(days.items(), start=1)
        ]
        return strikes_of([A], *sets)[0]

    assert after(date_start="2025-08-10", date_end="2025-08-10").when.precision == "day"
    night = after(date_start="2025-08-10", date_end="2025-08-11")
    assert (night.when.precision, night.id) == ("night", "unecha-2025-08-10")
    assert after(date_start="2025-08-10").when.precision == "range"


def test_the_last_correction_of_a_field_stands_and_undoing_it_shows_the_one_before() -> None:
    first = judgement(1, "correct", [A], field="weapons", value=["drone"])
    second = judgement(2, "correct", [A], field="weapons", value=["missile", "bomb"])
    assert strikes_of([A], first, second)[0].weapons == (Weapon.MISSILE, Weapon.BOMB)
    undo = Judgement(id=3, kind=Verdict.UNDO, who="Eva", undoes=2)
    assert strikes_of([A], first, second, undo)[0].weapons == (Weapon.DRONE,)


def test_a_corrected_date_gives_a_new_id_and_takes_nobody_elses() -> None:
    moved = judgement(1, "correct", [FAR], field="date_start", value="2025-08-21")
    ended = judgement(2, "correct", [FAR], field="date_end", value="2025-08-22")
    strikes = strikes_of([A, FAR], moved, ended)
    assert {s.id: together([s]) for s in strikes} == {
        "unecha-2025-08-21": {frozenset("a")},
        "unecha-2025-08-21-2": {frozenset("d")},
    }


def test_a_correction_goes_with_most_of_the_reports_that_were_seen() -> None:
    named = judgement(1, "correct", [A, B, C], field="name", value="Tank farm")
    apart = judgement(2, "split", [A, B, C], apart=[A])
    strikes = strikes_of([A, B, C], named, apart)
    assert {s.name: together([s]) for s in strikes} == {
        "Tank farm": {frozenset("bc")},
        "Unecha pumping station": {frozenset("a")},
    }
    fewer = judgement(2, "split", [A, B], apart=[A])
    (holder,) = [
        s for s in strikes_of([A, B], replace(named, reports=named.reports[:2]), fewer) if s.set_by_person
    ]
    assert together([holder]) == {frozenset("b")}


@pytest.mark.parametrize(
    ("read", "found"),
    [
        (report("a", "21/22", name="НПС Унеча", weapons=(Weapon.DRONE,)), True),
        (report("a", "22"), True),
        (report("a", "?"), True),
        (report("a", "21/22", facility=None), True),
        (report("a", "21/22", facility="unecha-2"), True),
        (report("a", "21/22", kind=Kind.OIL_DEPOT), True),
        (report("a", "24"), False),
        (report("a", "21/22", facility="ryazan", place=town("Ryazan", 54.6, 39.8)), False),
        (report("other", "21/22"), False),
    ],
)
def test_a_judgement_finds_its_report_after_a_newer_reading(read: Report, found: bool) -> None:
    assert (strikes_of([read], judgement(1, "reject", [A])) == ()) is found


def test_a_near_report_is_not_judged_in_the_place_of_another() -> None:
    other_night = report("a", "22/23")
    assert together(strikes_of([A, other_night], judgement(1, "reject", [A]))) == {frozenset("a")}
    assert strikes_of([A, other_night], judgement(1, "reject", [A]))[0].when == when("22/23")
    two = [report("a", "20"), report("a", "22")]
    assert len(strikes_of(two, judgement(1, "reject", [report("a", "21")]))) == 2
    depot = report("a", "21/22", facility=None, kind=Kind.OIL_DEPOT)
    refinery = report("a", "21/22", facility=None, kind=Kind.REFINERY)
    (left,) = strikes_of([depot, refinery], judgement(1, "reject", [depot]))
    assert left.kind is Kind.REFINERY


def test_what_concerns_a_report_leaves_out_what_was_undone() -> None:
    first, second = judgement(1, "accept", [A]), judgement(2, "reject", [A, B])
    undo = Judgement(id=3, kind=Verdict.UNDO, who="Eva", undoes=1)
    assert concerning([A, B, C], [first, second, undo]) == {A: (second,), B: (second,)}
    assert standing([undo, second, first]) == (second,)


FIELD_VALUES = st.sampled_from(
    [
        ("name", "Tank farm"), ("kind", "oil_depot"), ("attacker", "RU"), ("weapons", ["bomb"]),
        ("effects", ["fire"]), ("status", "denied"), ("date_start", "2025-08-22"), ("date_end", None),
        ("place", to_json(town("Kstovo", 56.1, 44.2))), ("facility_id", SYZRAN),
    ]
)  # fmt: skip


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[Report], list[Judgement]]:
    """Reports, and judgements each made on what the strikes were when some of the reports were there."""
    reports = draw(many_reports())
    made: list[Judgement] = []
    for number in range(1, draw(st.integers(1, 6)) + 1):
        come = reports[: draw(st.integers(1, len(reports)))]
        strikes = judged(come, by_id(come), made, machine)
        if not strikes:
            continue
        seen = draw(st.sampled_from(strikes)).reports
        kind = draw(st.sampled_from(Verdict))
        more: dict[str, Any] = {}
        if kind is Verdict.MERGE:
            seen += draw(st.sampled_from(strikes)).reports
        elif kind is Verdict.SPLIT:
            more["apart"] = draw(st.lists(st.sampled_from(seen), min_size=1, max_size=len(seen)))
        elif kind is Verdict.CORRECT:
            more["field"], more["value"] = draw(FIELD_VALUES)
        elif kind is Verdict.UNDO:
            more["undoes"] = draw(st.integers(1, number))
        made.append(judgement(number, kind, () if kind is Verdict.UNDO else seen, **more))
    return reports, made


@given(cases(), st.randoms(use_true_random=False))
@settings(max_examples=300, deadline=None)
def test_neither_order_nor_repetition_of_reports_matters(
    case: tuple[list[Report], list[Judgement]], chance: random.Random
) -> None:
    reports, made = case
    once = judged_merge(reports, by_id(reports), made)
    shuffled = chance.sample(reports, len(reports)) + reports[:2]
    assert judged_merge(shuffled, by_id(reports), chance.sample(made, len(made))) == once
    assert len({strike.id for strike in once}) == len(once)
    assert [s.id for s in once] == sorted(s.id for s in once)


@given(cases())
@settings(max_examples=300, deadline=None)
def test_the_last_word_of_a_person_holds(case: tuple[list[Report], list[Judgement]]) -> None:
    reports, made = case
    strikes = judged(reports, by_id(reports), made, machine)
    inside = [r for strike in strikes for r in strike.reports]
    assert len(inside) == len(set(inside))
    about = concerning(reports, made)
    assert set(reports) - set(inside) <= set(about)
    owner = {r: strike for strike in strikes for r in strike.reports}
    newest = max(standing(made), key=lambda j: j.id, default=None)
    if newest is None:
        assert strikes == machine(reports, by_id(reports))
        return
    mine = {r for r, said in about.items() if newest in said and r in owner}
    if newest.kind in (Verdict.REJECT, Verdict.RETRACT):
        assert not mine
    elif newest.kind is Verdict.MERGE:
        assert len({owner[r].id for r in mine}) <= 1
    elif newest.kind is Verdict.SPLIT:
        away = {r for r in mine if anchor_of(r) in newest.apart}
        assert not [r for r, s in product(mine - away, away) if owner[r] is owner[s]]
    elif newest.kind is Verdict.CORRECT and mine:
        assert any(newest.field in owner[r].set_by_person for r in mine)
    elif newest.kind is Verdict.ACCEPT:
        assert mine
        assert any(owner[r].judged is Judged.ACCEPTED for r in mine)


@given(cases())
@settings(max_examples=100, deadline=None)
def test_only_corrected_strikes_differ_from_what_their_reports_make(
    case: tuple[list[Report], list[Judgement]],
) -> None:
    reports, made = case
    for strike in judged(reports, by_id(reports), made, machine):
        assert set(strike.set_by_person) <= set(FIELDS)
        if not strike.set_by_person:
            plain = whole(strike.reports, by_id(strike.reports))
            assert strike == replace(plain, id=strike.id, judged=strike.judged)
