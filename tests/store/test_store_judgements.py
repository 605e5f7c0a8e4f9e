"""What people decided is kept for ever, in order, on every database, and what they made of a strike with it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import exc
from store_makers import DAYS, LISTS, MAYBE, TEXTS, fill, parsed

from tracker.events import anchor_of, merge
from tracker.history import view
from tracker.model import Anchor, Judged, Judgement, Kind, Verdict
from tracker.store import Store, migrate
from tracker.store import store as store_module
from tracker.store.database import connect

ANCHORS = st.builds(
    Anchor,
    article=TEXTS,
    facility_id=MAYBE,
    place=TEXTS,
    day=st.none() | DAYS,
    kind=st.sampled_from(Kind),
)
VALUES = st.none() | TEXTS | st.lists(TEXTS, max_size=3) | st.dictionaries(TEXTS, TEXTS | st.floats(0, 1))
JUDGEMENTS = st.builds(
    Judgement,
    kind=st.sampled_from(Verdict),
    who=TEXTS,
    why=TEXTS,
    strikes=LISTS,
    reports=st.lists(ANCHORS, max_size=3).map(tuple),
    apart=st.lists(ANCHORS, max_size=2).map(tuple),
    field=MAYBE,
    value=VALUES,
)


def rejection(store: Store) -> Judgement:
    """The rejection of everything in a store."""
    return Judgement(
        kind=Verdict.REJECT,
        who="Eva",
        why="a drill",
        strikes=("x",),
        reports=tuple(map(anchor_of, store.reports())),
    )


def test_judgements_come_out_as_they_were_made_in_their_order(store: Store) -> None:
    fill(store, [parsed("telex")])
    first = rejection(store)
    assert store.judge([first], merge) == (1,)
    assert store.judge([Judgement(kind=Verdict.UNDO, who="Adam", why="it was real", undoes=1)], merge) == (2,)
    kept = store.judgements()
    assert [j.id for j in kept] == [1, 2]
    assert replace(kept[0], id=0, at=None) == first
    assert kept[0].at is not None
    assert kept[0].at <= kept[1].at


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(JUDGEMENTS)
def test_whatever_a_judgement_holds_is_read_back(store: Store, judgement: Judgement) -> None:
    (number,) = store.judge([judgement], merge)
    assert replace(store.judgements()[-1], at=None) == replace(judgement, id=number)


def test_a_judgement_is_a_change_that_readers_see(store: Store) -> None:
    revision = store.revision()
    store.judge([rejection(store)], merge)
    assert store.revision() == revision + 1


def test_the_store_has_no_way_to_change_or_delete_a_judgement() -> None:
    source = (Path(store_module.__file__).parent / "write.py").read_text(encoding="utf-8")
    assert "insert(judgements)" in source
    assert "update(judgements)" not in source
    assert "delete(judgements)" not in source


def test_undoing_what_was_never_judged_is_refused_by_the_database(store: Store) -> None:
    with pytest.raises(exc.IntegrityError):
        store.judge([Judgement(kind=Verdict.UNDO, who="Eva", undoes=99)], merge)
    assert store.judgements() == ()


def test_strikes_follow_the_judgements_at_once(store: Store) -> None:
    fill(store, [parsed("telex"), parsed("sme", day=14)])
    wrong = next(report for report in store.reports() if report.when.end == date(2025, 8, 14))
    store.judge([replace(rejection(store), reports=(anchor_of(wrong),))], merge)
    assert len(store.reports()) == 2
    (left,) = store.strikes()
    seen = tuple(map(anchor_of, left.reports))
    set_ = {"kind": Verdict.CORRECT, "who": "Eva", "why": "x", "reports": seen}
    accepted = Judgement(kind=Verdict.ACCEPT, who="Eva", reports=seen)
    assert store.judge([accepted, Judgement(field="weapons", value=["missile"], **set_)], merge) == (2, 3)
    (left,) = store.strikes()
    assert (left.judged, left.set_by_person, left.weapons) == (Judged.ACCEPTED, ("weapons",), ("missile",))
    assert store.strike(left.id) == left
    assert not store.remerge(merge)


def test_a_moved_strike_is_found_under_its_former_id(store: Store) -> None:
    (strike,) = fill(store, [parsed("telex")])
    seen = tuple(map(anchor_of, strike.reports))
    given_ = {"kind": Verdict.CORRECT, "who": "Eva", "reports": seen, "field": "date_start"}
    store.judge([Judgement(value="2025-08-20", **given_)], merge)
    moved = store.strike(strike.id)
    assert moved is not None
    assert moved.id == "unecha-2025-08-20"


def test_an_earlier_moment_knows_only_the_judgements_made_by_then(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = {day: datetime(2025, 9, day, 12, tzinfo=UTC) for day in (1, 2, 3)}
    now = {"is": moments[1]}
    monkeypatch.setattr(store_module, "_now", lambda: now["is"])
    fill(store, [parsed("telex")])
    now["is"] = moments[3]
    store.judge([rejection(store)], merge)
    assert store.judgements(moments[2]) == ()
    assert len(store.judgements(moments[3])) == 1
    assert len(view(store, moments[2]).strikes) == 1
    assert view(store, moments[3]).strikes == ()


def test_judgements_are_in_the_backup_and_go_on_from_there(store: Store, tmp_path: Path) -> None:
    fill(store, [parsed("telex"), parsed("sme", day=14)])
    store.judge([replace(rejection(store), reports=tuple(map(anchor_of, store.reports()))[:1])], merge)
    store.judge([Judgement(kind=Verdict.UNDO, who="Eva", why="oops", undoes=1)], merge)
    store.remerge(merge)
    store.backup(tmp_path / "b.gz")
    with Store.open(f"sqlite:///{tmp_path}/new.db") as new:
        new.restore(tmp_path / "b.gz")
        assert new.judgements() == store.judgements()
        assert new.strikes() == store.strikes()
        undo = Judgement(kind=Verdict.UNDO, who="Eva", why="again", undoes=2)
        assert new.judge([undo], merge) == (3,)


def test_strikes_of_the_schema_before_are_judged_by_nobody(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/t.db"
    database = connect(url, read_only=False, wait_seconds=1)
    migrate.upgrade(database, target="0002")
    database.close()
    with closing(sqlite3.connect(tmp_path / "t.db")) as connection, connection:
        connection.execute(
            "INSERT INTO strikes (id, name, kind, date_precision, attacker, weapons, effects, status, claimed_by,"
            " confirmed_by, denied_by, confidence, sources, verified)"
            " VALUES ('old', 'Old', 'refinery', 'unknown', 'UA', '[]', '[]', 'claimed', '[]', '[]', '[]', 0.5, 1, 1)"
        )
    with Store.open(url) as store:
        (strike,) = store.strikes()
        assert (strike.id, strike.set_by_person, strike.judged) == ("old", (), None)
        assert store.judgements() == ()


def test_the_table_has_a_column_for_every_field() -> None:
    from tracker.store.schema import judgements

    assert {column.name for column in judgements.c} == {field.name for field in fields(Judgement)}
