"""A decision is checked, kept, and survives whatever the machine does next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tracker import pipeline
from tracker.desk import Decision, Desk, Outcome, decide, desk, original
from tracker.errors import UsageError
from tracker.events import merge
from tracker.knowledge import knowledge
from tracker.model import Article, Judged, Parsed, Verdict, Weapon
from tracker.sources import Failure, read
from tracker.store import Store

TWINS = Path(__file__).parents[1] / "data" / "twins"
UNECHA = "unecha-pumping-station-2025-08-21"


def twins() -> list[Article | Failure]:
    return list(read(str(TWINS), published=date(2025, 8, 22)))


@pytest.fixture
def store() -> Iterator[Store]:
    """A store with one strike of two reports."""
    with Store.open("sqlite:///:memory:") as opened:
        pipeline.ingest(opened, twins(), knowledge())
        yield opened


def desk_of(store: Store) -> Desk:
    articles = {article.id: article for article in store.articles()}
    return desk(store.strikes(), articles, store.reports(), store.judgements())


def decided(store: Store, kind: str, strike: str = UNECHA, **more: object) -> Outcome:
    given = {"who": "Eva", "why": "I read both", **more}
    return decide(store, Decision(kind=Verdict(kind), strike=strike, **given), knowledge())  # type: ignore[arg-type]


def read_anew(store: Store, article: str) -> Parsed:
    stored = store.stored(article)
    assert stored is not None
    return stored.parsed


def test_a_correction_survives_a_second_run_new_articles_and_a_new_reading(store: Store) -> None:
    done = decided(store, "correct", values=(("weapons", "missile, drone"),))
    assert done.ids == (1,)
    assert (done.before[0].weapons, done.after[0].weapons) != ((), ())
    kept = store.strikes()
    assert kept[0].set_by_person == ("weapons",)
    assert not pipeline.ingest(store, twins(), knowledge()).strikes
    pipeline.reparse(store, knowledge(), apply=True)
    assert store.strikes() == kept
    news = "Drones hit the Unecha pumping station in Bryansk region in the night to 22 August 2025. It burnt."
    more = Article(id="x", text=news, lang="en", published=date(2025, 8, 23), publisher="Another")
    pipeline.ingest(store, [more], knowledge())
    (strike,) = store.strikes()
    assert len(strike.reports) == 3
    assert strike.weapons == (Weapon.MISSILE, Weapon.DRONE)


def test_a_rejection_survives_a_reading_that_differs(store: Store) -> None:
    (strike,) = store.strikes()
    decided(store, "reject", why="a drill")
    assert store.strikes() == ()
    for report in strike.reports:
        found = read_anew(store, report.article_id)
        changed = tuple(replace(r, weapons=(Weapon.BOMB,)) for r in found.reports)
        store.reread([replace(found, reports=changed)], merge)
    assert store.strikes() == ()
    assert len(store.reports()) == 2
    pipeline.reparse(store, knowledge(), apply=True)
    assert store.strikes() == ()


def test_a_rejection_is_undone_and_the_undoing_too(store: Store) -> None:
    before = store.strikes()
    gone = decided(store, "reject")
    assert (gone.before, gone.after) == (before, ())
    back = decided(store, "undo", strike="", undoes=1)
    assert (back.before, back.after) == ((), before)
    again = decided(store, "undo", strike="", undoes=2)
    assert again.after == ()
    with pytest.raises(UsageError, match="judgement 2 is undone already"):
        decided(store, "undo", strike="", undoes=2)
    assert len(store.judgements()) == 3


def test_reports_are_parted_and_joined_and_the_machine_obeys(store: Store) -> None:
    apart = decided(store, "split", apart=(2,))
    assert [len(s.reports) for s in apart.after] == [1, 1]
    assert not pipeline.remerge(store)
    assert not pipeline.ingest(store, twins(), knowledge()).strikes
    first, second = (s.id for s in store.strikes())
    joined = decided(store, "merge", strike=first, other=second)
    assert [len(s.reports) for s in joined.after] == [2]
    assert store.judgements()[-1].strikes == (first, second)


def test_an_accepted_strike_no_longer_waits(store: Store) -> None:
    def waiting() -> list[str]:
        found = desk_of(store)
        return [strike.id for strike in found.waiting]

    assert waiting() == [UNECHA]
    done = decided(store, "accept", why="")
    assert done.after[0].judged is Judged.ACCEPTED
    assert waiting() == []
    decided(store, "undo", strike="", undoes=1)
    assert waiting() == [UNECHA]


@pytest.mark.parametrize(
    ("words", "waits"),
    [
        ("Oil spilled from a damaged tank.", True),
        ("The attack was carried out with drones and HIMARS rockets.", False),
    ],
)
def test_an_accepted_strike_waits_again_when_later_news_tells_it_anew(
    store: Store, words: str, waits: bool
) -> None:
    decided(store, "accept", why="")
    (accepted,) = store.strikes()
    text = f"Drones hit the Unecha pumping station in Bryansk region in the night to 22 August 2025. {words}"
    more = Article(id="x", text=text, lang="en", published=date(2025, 8, 23), publisher="Another")
    pipeline.ingest(store, [more], knowledge())
    (strike,) = store.strikes()
    assert len(strike.reports) == len(accepted.reports) + 1
    assert [item.id for item in desk_of(store).waiting] == [strike.id] * waits


def test_the_queue_begins_with_the_least_certain(store: Store) -> None:
    pipeline.seed(store, knowledge())
    found = desk_of(store)
    assert list(found.waiting) == sorted(store.strikes(), key=lambda s: (s.confidence, s.id))


def test_what_was_read_can_be_seen_beside_what_was_set(store: Store) -> None:
    (before,) = store.strikes()
    decided(store, "correct", values=(("status", "disputed"), ("date_end", "2025-08-21")))
    (strike,) = store.strikes()
    articles = {article.id: article for article in store.articles()}
    assert original(strike, articles) == before
    found = desk_of(store)
    assert [(j.id, j.field) for j in found.of(strike)] == [(1, "status"), (2, "date_end")]
    assert found.naming(UNECHA) == found.judgements


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ({"kind": "accept", "who": " "}, "who: a name is needed"),
        ({"kind": "reject", "why": ""}, "why: a reason to reject is needed"),
        ({"kind": "reject", "why": "x" * 1001}, "why: is too long. Use at most 1000 characters"),
        ({"kind": "accept", "strike": "gone"}, "no strike is known under 'gone'"),
        ({"kind": "merge", "other": "gone"}, "no strike is known under 'gone'"),
        ({"kind": "merge", "other": UNECHA}, f"merge: '{UNECHA}' is the same strike"),
        ({"kind": "split"}, f"{UNECHA}: cannot be split at nothing"),
        ({"kind": "split", "apart": (1, 2)}, "Name some of the reports 1 to 2, not all of them"),
        ({"kind": "split", "apart": (3,)}, "cannot be split at"),
        ({"kind": "correct"}, "set: no value is given"),
        (
            {"kind": "correct", "values": (("status", "denied"), ("status", "claimed"))},
            "status: is given twice",
        ),
        (
            {"kind": "correct", "values": (("date_start", "2025-08-22"), ("date_end", "2025-08-20"))},
            "date_end: 2025-08-20 is before 2025-08-22",
        ),
        (
            {"kind": "correct", "values": (("status", "denied"), ("kind", "castle"))},
            "kind: 'castle' is not known",
        ),
        ({"kind": "undo", "undoes": 7}, "undo: there is no judgement 7"),
    ],
)
def test_a_decision_that_cannot_be_is_one_line_and_writes_nothing(
    store: Store, given: dict[str, object], line: str
) -> None:
    revision = store.revision()
    with pytest.raises(UsageError) as caught:
        decided(store, **given)  # type: ignore[arg-type]
    assert line in str(caught.value)
    assert "\n" not in str(caught.value)
    assert (store.revision(), store.judgements()) == (revision, ())


def test_one_report_cannot_be_split(store: Store) -> None:
    decided(store, "split", apart=(2,))
    with pytest.raises(UsageError, match="has one report only"):
        decided(store, "split", apart=(1,))
