"""What a person puts right before an article is saved holds afterwards, and harms no other report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from tracker import pipeline
from tracker.desk import Fix, check_fixes, keep_fixes
from tracker.errors import UsageError
from tracker.knowledge import knowledge
from tracker.model import Article, Effect, Kind, Parsed, Status, Verdict, Weapon
from tracker.store import Store

TEXT = "Drones hit the Unecha pumping station in Bryansk region in the night to 22 August 2025. It burnt."
OTHER = "A missile hit the Unecha pumping station in Bryansk region in the night to 22 August 2025, governor Alexander Bogomaz said."
WHY = ("Eva", "the article says so")


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open("sqlite:///:memory:") as opened:
        yield opened


def read(text: str, publisher: str = "One") -> Parsed:
    article = Article(id=publisher, text=text, lang="en", published=date(2025, 8, 23), publisher=publisher)
    parsed = pipeline.parse(article, knowledge())
    assert len(parsed.reports) == 1
    return parsed


def saved(store: Store, *items: Parsed) -> None:
    store.add_all(items)
    pipeline.remerge(store)


def fix(item: Parsed, **values: str) -> Fix:
    return Fix(article=item.article, report=item.reports[0], values=tuple(values.items()))


def kept(store: Store, *fixes: Fix) -> list[Verdict]:
    keep_fixes(store, fixes, *WHY, knowledge())
    return [judgement.kind for judgement in store.judgements()]


def test_changed_values_stand_and_say_that_a_person_set_them(store: Store) -> None:
    item = read(TEXT)
    saved(store, item)
    made = fix(
        item,
        kind="pipeline",
        date_start="2025-08-20",
        date_end="2025-08-20",
        status="confirmed",
        weapons="missile",
        effects="unknown",
    )
    assert set(kept(store, made)) == {Verdict.CORRECT}
    (strike,) = store.strikes()
    assert (strike.kind, strike.when.start, strike.when.end) == (
        Kind.PIPELINE,
        date(2025, 8, 20),
        date(2025, 8, 20),
    )
    assert (strike.status, strike.weapons, strike.effects) == (Status.CONFIRMED, (Weapon.MISSILE,), ())
    assert set(strike.set_by_person) >= {"kind", "date_start", "date_end", "status", "weapons", "effects"}
    assert strike.reports[0] == replace(item.reports[0], article_id=strike.reports[0].article_id)
    assert {(j.who, j.why) for j in store.judgements()} == {WHY}


def test_a_facility_that_a_person_names_brings_its_place_and_kind(store: Store) -> None:
    item = read(TEXT)
    saved(store, item)
    kept(store, fix(item, facility_id="saratov-refinery"))
    (strike,) = store.strikes()
    assert (strike.facility_id, strike.kind) == ("saratov-refinery", Kind.REFINERY)
    assert strike.place is not None
    assert strike.place.region == knowledge().gazetteer.get("saratov-refinery").region


def test_a_strike_that_is_left_out_leaves_its_report_in_the_store(store: Store) -> None:
    item = read(TEXT)
    saved(store, item)
    assert kept(store, replace(fix(item), drop=True)) == [Verdict.REJECT]
    assert store.strikes() == ()
    assert len(store.reports()) == 1


def test_leaving_out_one_report_keeps_the_strike_that_others_tell_of(store: Store) -> None:
    item, other = read(TEXT), read(OTHER, "Two")
    saved(store, other, item)
    assert len(store.strikes()) == 1
    assert kept(store, replace(fix(item), drop=True)) == [Verdict.SPLIT, Verdict.REJECT]
    (strike,) = store.strikes()
    assert [report.evidence for report in strike.reports] == [other.reports[0].evidence]


def test_another_day_takes_the_report_out_of_the_strike_that_others_tell_of(store: Store) -> None:
    item, other = read(TEXT), read(OTHER, "Two")
    saved(store, other, item)
    kept(store, fix(item, date_start="2025-08-13", date_end="2025-08-13"))
    days = [(strike.when.start, strike.set_by_person) for strike in store.strikes()]
    assert sorted(days) == [(date(2025, 8, 13), ("date_start", "date_end")), (date(2025, 8, 21), ())]


def test_weapons_and_effects_of_others_are_kept_beside_what_a_person_says(store: Store) -> None:
    item, other = read(TEXT), read(OTHER, "Two")
    saved(store, other, item)
    assert kept(store, fix(item, weapons="bomb", effects="halted", status="reported"))[0] is Verdict.CORRECT
    (strike,) = store.strikes()
    assert set(strike.weapons) == {Weapon.BOMB, Weapon.MISSILE}
    assert Effect.HALTED in strike.effects
    assert strike.status is Status.CONFIRMED
    assert set(strike.set_by_person) == {"weapons", "effects", "status"}


def test_a_change_to_an_article_that_is_not_stored_does_nothing(store: Store) -> None:
    assert kept(store, fix(read(TEXT), status="confirmed")) == []


@pytest.mark.parametrize(
    ("who", "values"),
    [("", {"status": "confirmed"}), ("Eva", {"status": "castle"}), ("Eva", {"date_start": "2999-01-01"}),
     ("Eva", {"date_start": "2025-08-22", "date_end": "2025-08-01"})],
)  # fmt: skip
def test_what_could_not_be_kept_is_refused_before_anything_is_saved(who: str, values: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        check_fixes([fix(read(TEXT), **values)], who, "why", knowledge())


def test_nothing_to_keep_needs_no_name() -> None:
    check_fixes([], "", "", knowledge())
