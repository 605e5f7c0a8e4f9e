"""The page Strike: one strike in full, from its own link, from a former one, and without any."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from test_views_words import OURS, Tags
from views_makers import HOSTILE, TEXT, UNECHA, article, evidence, strike, when

from tracker.config import settings
from tracker.desk import Decision
from tracker.events import ledger
from tracker.figures.escape import for_html
from tracker.model import Kind, Report, Status, Strike, Target, Verdict
from tracker.store import Store
from tracker.views import data, strikeview

Open = Callable[..., AppTest]
ID = "unecha-pumping-station-2025-08-21"


def html(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.get("html"))


def stored(change: Callable[[Sequence[Strike]], Sequence[Strike]]) -> None:
    """Puts other strikes into the store of the test; ids that vanish stay as aliases."""
    with Store.open(settings().database_url) as store:
        store.put_strikes(change(store.strikes()))


def test_a_strike_is_told_in_full_and_what_is_unknown_says_so(page: Open) -> None:
    opened = page("strike.py", strike=ID)
    assert not opened.exception
    body = html(opened)
    assert "Bryansk Oblast, Russia: struck 21-22 Aug 2025, confirmed." in body
    assert "facility, within 1 km" in body
    assert "Claimed by" in body
    assert "not known" in body
    assert "What it did to supply" in body
    assert "Hungary, crude oil by Druzhba: halted" in body
    assert '<mark class="mark-target"' in body
    assert "<summary>Whole text</summary>" in body
    assert "Nobody has judged or corrected it." in body
    assert opened.query_params == {"strike": ID}


def test_voices_stand_in_the_order_of_time_each_with_its_marked_sentence() -> None:
    known = {
        "a": article(),
        "b": article("The Unecha station burns. Eva confirmed it.", id="b", published=None),
    }
    later = Report(
        article_id="b", target=Target(name="Unecha station", kind=Kind.PUMPING_STATION), when=when("2025-08-21"),
        status=Status.CONFIRMED, confirmed_by=("Eva",), evidence=(evidence(known["b"].text, "Eva", "confirmed_by"),),
    )  # fmt: skip
    one = strike()
    both = replace(one, reports=(later, *one.reports))
    first, second = ledger(both.reports, known)
    said = strikeview.said(first, both, known)
    assert "22 Aug 2025: Example reports" in said
    assert ">hit the Unecha station</mark> overnight." in said
    assert "Oil stopped" not in said
    assert "Day not known: Eva confirms" in strikeview.said(second, both, known)
    assert '<mark class="mark-status" title="status">Eva</mark>' in strikeview.said(second, both, known)


def test_a_voice_in_a_title_shows_the_title_and_one_without_an_article_shows_no_words() -> None:
    one = strike()
    (line,) = ledger(one.reports, {"a": article()})
    assert "blockquote" not in strikeview.said(line, one, {})
    titled = replace(evidence(TEXT, "Drones"), where="title")
    headed = replace(one, reports=(replace(one.reports[0], evidence=(titled,)),))
    known = {"a": article(title="Drones over Unecha")}
    (line,) = ledger(headed.reports, known)
    assert "Title: <bdi><mark" in strikeview.said(line, headed, known)


@pytest.mark.parametrize("text", HOSTILE)
def test_words_of_articles_are_never_markup(text: str) -> None:
    known = {"a": article(f"Drones hit {text} the Unecha station. {text}", publisher=text, title=text)}
    report = replace(strike().reports[0], evidence=(evidence(known["a"].text, "the Unecha station"),))
    one = strike(reports=(report,), name=text, place=replace(UNECHA, name=text))
    lines = "".join(strikeview.said(line, one, known) for line in ledger(one.reports, known))
    body = lines + strikeview.articles(one, known) + strikeview.located(one.place)
    assert for_html(text) in body
    assert Tags(body).tags <= OURS
    assert "{" not in body
    assert "`" not in body


def test_a_place_that_is_not_exact_or_not_known_says_so() -> None:
    assert "Place not known." in strikeview.located(None)
    nowhere = strikeview.located(replace(UNECHA, lat=None, lon=None))
    assert "<dt><bdi>Point</bdi></dt><dd><bdi>not known</bdi></dd>" in nowhere
    assert "km" not in nowhere


def test_strikes_at_the_same_place_are_listed_in_time_and_open(page: Open) -> None:
    opened = page("strike.py", strike=ID)
    others = [button for button in opened.button if str(button.key).startswith("open ")]
    assert [button.label for button in others] == sorted(
        (button.label for button in others), key=lambda label: label.split("Aug")[0]
    )
    assert "this one" in html(opened)
    assert "days later" in html(opened)
    others[0].click().run()
    assert opened.query_params == {"strike": str(others[0].key).removeprefix("open ")}
    assert "this one" in html(opened)


def test_a_long_list_shows_the_nearest_and_counts_the_rest() -> None:
    ordered = [strike(f"s{number:02}") for number in range(60)]
    near, left = strikeview._near(ordered, ordered[30])
    assert (near[0].id, near[-1].id, left) == ("s18", "s42", 35)
    assert strikeview._near(ordered[:3], ordered[0]) == (ordered[:3], 0)


def test_a_former_link_opens_the_present_strike_and_says_so(page: Open) -> None:
    page()
    stored(lambda all_: [replace(s, id="unecha-new") if s.id == ID else s for s in all_])
    opened = page("strike.py", strike=ID)
    assert f"The link named &#x27;{ID}&#x27;, which is now &#x27;unecha-new&#x27;" in html(opened)
    assert opened.query_params == {"strike": "unecha-new"}
    opened.run()
    assert "which is now" in html(opened), "it is said as long as that strike is open"
    assert "which is now" not in html(page("strike.py", strike="unecha-new"))


def test_a_strike_that_was_split_shows_all_its_heirs(page: Open) -> None:
    page()

    def split(strikes: Sequence[Strike]) -> list[Strike]:
        (whole,) = (s for s in strikes if s.id == ID)
        assert len(whole.reports) > 2
        parts = [replace(whole, id="first", reports=whole.reports[:-1])]
        parts.append(replace(whole, id="second", reports=whole.reports[-1:]))
        return [*(s for s in strikes if s.id != ID), *parts]

    stored(split)
    opened = page("strike.py", strike=ID)
    assert "It was split" in html(opened)
    next(button for button in opened.button if button.label == "Open second").click().run()
    assert opened.query_params == {"strike": "second"}
    assert "It was split" not in html(opened)


def test_without_a_strike_the_page_says_how_to_choose_one(page: Open) -> None:
    opened = page("strike.py")
    assert not opened.exception
    assert "No strike is chosen." in html(opened)
    assert "click a marker on the map, a row of the table" in html(opened)
    first = next(button for button in opened.button if str(button.key).startswith("open "))
    first.click().run()
    assert "Who says so, in the order of time" in html(opened)


def test_an_unknown_strike_is_named(page: Open) -> None:
    opened = page("strike.py", strike="gone-2020-01-01", kind="castle")
    assert not opened.exception
    assert "No strike is known under &#x27;gone-2020-01-01&#x27;." in html(opened)
    assert "left out: kind=castle" in html(opened)


def test_what_a_person_decided_stands_on_the_page(page: Open) -> None:
    page()
    data.decide(
        Decision(
            kind=Verdict.CORRECT, who="Eva", why="both say so", strike=ID, values=(("weapons", "drone"),)
        )
    )
    body = html(page("strike.py", strike=ID))
    assert "Eva set weapons = drone" in body
    assert "drone (set by a person)" in body


@pytest.mark.usefixtures("nothing_known")
def test_a_machine_without_strikes_says_how_to_begin(page: Open) -> None:
    opened = page("strike.py")
    assert not opened.exception
    assert "No strike is chosen." in html(opened)


def test_a_broken_store_is_one_line(page: Open, tmp_path: Path) -> None:
    (tmp_path / "tracker.db").write_bytes(b"this is no database" * 100)
    opened = page("strike.py", strike=ID)
    assert not opened.exception
    assert html(opened).count('role="alert"') == 1


def test_a_strike_is_told_as_it_was_known_at_a_moment(page: Open) -> None:
    now = html(page("strike.py", strike=ID))
    then = html(page("strike.py", strike=ID, known="2025-08-22T23:59:59Z"))
    assert then.count('class="report"') < now.count('class="report"')
