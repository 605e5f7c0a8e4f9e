"""The page Review: what waits, one strike open, and every way to decide over it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from streamlit.testing.v1 import AppTest
from test_views_pages import html
from test_views_words import OURS, Tags
from views_makers import HOSTILE, article, strike

from tracker.config import settings
from tracker.model import Judged, Judgement, Status, Verdict
from tracker.store import Store
from tracker.views import access, data, deskview

Open = Callable[..., AppTest]
UNECHA = "unecha-pumping-station-2025-08-21"


@pytest.fixture(autouse=True)
def at_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "refusal", lambda: None)


def stored() -> Store:
    return Store.open(settings().database_url)


def sign(page: AppTest, owner: str = UNECHA, why: str = "both outlets say so") -> None:
    page.text_input(key=f"desk.who {owner}").set_value("Eva")
    page.text_input(key=f"desk.why {owner}").set_value(why)


def press(page: AppTest, label: str) -> AppTest:
    next(button for button in page.button if button.label == label).click()
    return page.run()


def choose(page: AppTest, kind: Verdict) -> None:
    page.radio[0].set_value(kind).run()


def test_the_least_certain_strike_is_open_and_the_queue_beside_it(page: Open) -> None:
    opened = page("review.py", all="1")
    assert not opened.exception
    assert "wait for a person, the least certain first; 0 judgements so far." in html(opened)
    waiting = [b for b in opened.button if str(b.key).startswith("wait ")]
    assert len(waiting) == 12
    assert waiting[0].label.startswith("▸ 0")
    first = str(waiting[1].key).removeprefix("wait ")
    waiting[1].click().run()
    assert opened.query_params["strike"] == first


def test_the_queue_follows_the_filters(page: Open) -> None:
    whole, some = page("review.py"), page("review.py", kind="pumping_station")
    assert "of them match the filters" in html(some)
    labels = [b.label for b in some.button if str(b.key).startswith("wait ")]
    assert labels
    assert labels != [b.label for b in whole.button if str(b.key).startswith("wait ")]


def test_accepting_needs_a_name_and_shows_the_next(page: Open) -> None:
    opened = page("review.py", strike=UNECHA)
    press(opened, "Accept this strike")
    assert "who: a name is needed" in html(opened)
    sign(opened, why="")
    press(opened, "Accept this strike")
    assert not opened.exception
    assert "Judgement 1: accepted Unecha" in html(opened)
    assert "strike" not in opened.query_params
    with stored() as store:
        kept = store.strike(UNECHA)
        assert kept is not None
        assert kept.judged is Judged.ACCEPTED


def test_a_correction_stands_beside_what_was_read(page: Open) -> None:
    opened = page("review.py", strike=UNECHA)
    choose(opened, Verdict.CORRECT)
    opened.multiselect(key=f"desk.weapons {UNECHA}").set_value(["missile"])
    press(opened, "Set weapons")
    assert "who: a name is needed" in html(opened)
    sign(opened)
    press(opened, "Set weapons")
    body = html(opened)
    assert "Judgement 1: Unecha" in body
    assert "<s><bdi>drone, HIMARS</bdi></s>" in body
    assert "1: Eva set weapons = missile" in body
    assert "set by a person" in html(page("", strike=UNECHA))


@pytest.mark.parametrize(
    ("field", "fill", "after"),
    [
        ("status", lambda p: p.selectbox(key=f"desk.status {UNECHA}").set_value(Status.DENIED), UNECHA),
        ("name", lambda p: p.text_input(key=f"desk.name {UNECHA}").set_value("LPDS"), UNECHA),
        (
            "place",
            lambda p: p.text_input(key=f"desk.place {UNECHA}").set_value("Kstovo, RU"),
            "kstovo-nizhny-novgorod-oblast-2025-08-21",
        ),
        (
            "facility",
            lambda p: p.selectbox(key=f"desk.facility_id {UNECHA}").set_value("ryazan-refinery"),
            "ryazan-refinery-2025-08-21",
        ),
        (
            "dates",
            lambda p: p.date_input(key=f"desk.date_start {UNECHA}").set_value("2025-08-20"),
            "unecha-pumping-station-2025-08-20",
        ),
    ],
)
def test_every_field_can_be_set_and_the_strike_stays_open_under_its_id(
    page: Open, field: str, fill: Callable[[AppTest], object], after: str
) -> None:
    opened = page("review.py", strike=UNECHA)
    choose(opened, Verdict.CORRECT)
    opened.selectbox(key=f"desk.field {UNECHA}").set_value(
        "facility_id" if field == "facility" else field
    ).run()
    fill(opened)
    sign(opened)
    press(opened, f"Set {field}")
    assert not opened.exception
    assert "Judgement 1" in html(opened)
    assert opened.query_params["strike"] == after


def test_reports_are_taken_out_and_put_together_again(page: Open) -> None:
    opened = page("review.py", strike=UNECHA)
    choose(opened, Verdict.SPLIT)
    opened.multiselect(key=f"desk.apart {UNECHA}").set_value([2])
    sign(opened)
    press(opened, "Take these reports out")
    assert "now 2 strikes" in html(opened)
    with stored() as store:
        other = next(s.id for s in store.strikes() if s.id.startswith(UNECHA) and s.id != UNECHA)
    choose(opened, Verdict.MERGE)
    opened.selectbox(key=f"desk.other {UNECHA}").set_value(other)
    sign(opened)
    press(opened, "Merge the two strikes")
    assert "now 1 strike" in html(opened)
    with stored() as store:
        assert {s.id for s in store.strikes() if s.id.startswith(UNECHA)} == {UNECHA}


def test_a_rejection_is_told_under_the_old_link_and_can_be_undone(page: Open) -> None:
    opened = page("review.py", strike=UNECHA)
    choose(opened, Verdict.REJECT)
    sign(opened, why="a drill")
    press(opened, "Reject this strike")
    assert "no strike is left of it; its reports stay in the store" in html(opened)
    gone = page("review.py", strike=UNECHA)
    assert "1: Eva rejected it" in html(gone)
    sign(gone, "undo", "it was real")
    press(gone, "Undo this judgement")
    assert gone.query_params["strike"] == UNECHA
    assert "[undone]" in html(gone)
    sign(gone, "undo", "again")
    press(gone, "Undo this judgement")
    assert gone.query_params["strike"] == UNECHA


def test_deciding_is_refused_away_from_this_machine(page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "refusal", lambda: access.why_not("0.0.0.0", None, {}))  # noqa: S104
    opened = page("review.py", strike=UNECHA)
    assert "Saving is off" in html(opened)
    assert not opened.radio
    assert not [b for b in opened.button if "this" in b.label]


def test_a_store_that_cannot_be_written_is_one_line_beside_the_form(
    page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tracker.errors import StoreError

    opened = page("review.py", strike=UNECHA)

    def broken(_: object) -> None:
        raise StoreError("the disk is full", where="t.db", remedy="Free some space")

    monkeypatch.setattr(data, "decide", broken)
    sign(opened)
    press(opened, "Accept this strike")
    assert 'role="alert"' in html(opened)
    assert "t.db: the disk is full. Free some space" in html(opened)


def test_a_strike_on_a_side_panel_leads_to_its_page_and_its_review(page: Open) -> None:
    opened = page("", strike=UNECHA)
    labels = [link.proto.label for link in opened.get("page_link")]
    assert labels == ["All of this strike", "Accept or correct it"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_in_articles_names_and_reasons_stay_words(text: str) -> None:
    item = strike(name=text, facility_id=None, set_by_person=("name", "place"))
    said = Judgement(
        kind=Verdict.CORRECT, who=text, why=text, field="name", value=text, strikes=(text,), id=1
    )
    whole = (
        deskview.compared(item, replace(item, name=f"{text}!"))
        + deskview.reports(item, {"a": article(text + article().text, publisher=text)})
        + deskview.judgements([said], frozenset(), with_ids=True)
    )
    tags = Tags(whole)
    assert isinstance(tags, HTMLParser)
    assert tags.tags <= OURS | {"table", "thead", "tbody", "tr", "th", "td", "s"}
    assert tags.attributes <= {
        "class",
        "scope",
        "title",
        "href",
        "target",
        "rel",
        "tabindex",
        "role",
        "aria-label",
    }
    assert "{" not in whole
    assert text.replace("\r", "") in tags.text
