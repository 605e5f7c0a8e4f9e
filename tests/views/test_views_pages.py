"""Every page, run on the frame: full, empty, with a broken store, and from a link that is out of date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Barrier, Thread

import pytest
from streamlit.testing.v1 import AppTest
from views_makers import HOSTILE

from tracker.config import settings
from tracker.store import Store
from tracker.views import access, data

Open = Callable[..., AppTest]
PAGES = ["", "supply.py", "whatif.py", "strikes.py", "review.py", "add.py", "method.py"]
ARTICLE = (
    "Ukrainian drones struck the Unecha oil pumping station in Bryansk Oblast overnight on 12 April 2026, "
    "regional governor Alexander Bogomaz said. A fire broke out. "
)


def html(page: AppTest) -> str:
    """All HTML of a page."""
    return "\n".join(element.proto.body for element in page.get("html"))


def count(page: AppTest) -> int:
    """The number of strikes that the first sentence names."""
    said = next(e.proto.body for e in page.get("html") if 'class="answer"' in e.proto.body)
    return int(said.split("<bdi>")[1].split()[0].replace(",", ""))


@pytest.mark.parametrize("path", PAGES)
def test_a_page_opens_on_an_empty_machine_and_is_full(page: Open, path: str) -> None:
    opened = page(path)
    assert not opened.exception
    assert 'role="alert"' not in html(opened)
    assert "answer" in html(opened)


def test_the_map_answers_without_a_click(page: Open) -> None:
    opened = page()
    assert count(opened) > 50
    body = html(opened)
    assert "Hungary, crude by Druzhba, 10 Jun 2026" in body
    assert "Slovakia, crude by Druzhba, 10 Jun 2026" in body
    assert len(opened.get("component_instance")) == 1


def test_a_link_opens_the_same_view(page: Open) -> None:
    opened = page(
        "", **{"from": "2025-08-01", "to": "2025-08-31", "day": "2025-08-24", "status": ["confirmed"]}
    )
    assert 0 < count(opened) < 20
    assert "Halted since 21 Aug 2025" in html(opened)
    assert str(opened.date_input(key="filter.first").value) == "2025-08-01"
    assert [str(value) for value in opened.multiselect(key="filter.status").value] == ["confirmed"]


def test_a_filter_changes_the_count_and_the_link_in_one_run(page: Open) -> None:
    opened = page()
    before = count(opened)
    opened.multiselect(key="filter.kind").set_value(["refinery"]).run()
    assert 0 < count(opened) < before
    assert opened.query_params == {"kind": "refinery"}
    opened.multiselect(key="filter.kind").set_value([]).run()
    assert count(opened) == before
    assert opened.query_params == {}


def test_filters_are_kept_from_page_to_page(page: Open) -> None:
    opened = page("", kind="pumping_station")
    many = count(opened)
    opened.switch_page("app_pages/method.py").run()
    opened.switch_page("app_pages/strikes.py").run()
    assert count(opened) == many
    assert opened.query_params == {"kind": "pumping_station"}


def test_moving_one_end_of_the_period_past_the_other_takes_it_along(page: Open) -> None:
    opened = page("", **{"from": "2025-08-01", "to": "2025-08-31"})
    opened.date_input(key="filter.first").set_value("2025-10-01").run()
    assert opened.query_params == {"from": "2025-10-01", "to": "2025-10-01"}


@pytest.mark.parametrize("path", PAGES)
def test_a_stale_link_is_named_and_the_rest_of_it_holds(page: Open, path: str) -> None:
    opened = page(path, kind=["refinery", "castle"], colour="red", strike="gone-2020-01-01")
    assert not opened.exception
    assert "Not understood in this link, and left out: kind=castle, colour=red" in html(opened)
    if not path:
        assert "No strike is known under &#x27;gone-2020-01-01&#x27;." in html(opened)


def test_an_empty_view_says_what_to_relax_and_clearing_brings_everything_back(page: Open) -> None:
    opened = page("", q="nowhere at all")
    assert "No strike matches. Without &#x27;text &#x27;nowhere at all&#x27;&#x27; there would be" in html(
        opened
    )
    next(button for button in opened.button if button.label == "Clear filters").click().run()
    assert count(opened) > 50


@pytest.mark.usefixtures("nothing_known")
@pytest.mark.parametrize("path", PAGES)
def test_a_page_with_nothing_to_show_says_so(page: Open, path: str) -> None:
    opened = page(path)
    assert not opened.exception
    assert 'role="alert"' not in html(opened)
    if path in ("", "strikes.py"):
        assert "No strike matches" in html(opened)
    if path == "review.py":
        assert "No strike waits for a person" in html(opened)


@pytest.mark.parametrize("path", ["", "supply.py", "whatif.py", "strikes.py", "review.py", "method.py"])
def test_a_broken_store_is_one_line_on_the_page(page: Open, path: str, tmp_path: Path) -> None:
    (tmp_path / "tracker.db").write_bytes(b"this is no database" * 100)
    opened = page(path)
    assert not opened.exception
    alerts = [e.proto.body for e in opened.get("html") if 'role="alert"' in e.proto.body]
    assert len(alerts) == 1
    assert "tracker.db" in alerts[0]
    assert "\n" not in alerts[0]


def test_a_missing_file_of_data_is_one_line_on_the_page(
    page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRACKER_DATA_DIR", str(tmp_path / "gone"))
    settings.cache_clear()
    monkeypatch.setattr(data, "knowledge", lambda: data.Knowledge(tmp_path / "gone"))
    opened = page()
    assert not opened.exception
    assert html(opened).count('role="alert"') == 1


def test_an_opened_strike_shows_each_report_with_its_source_and_its_words(page: Open) -> None:
    opened = page("", strike="unecha-pumping-station-2025-08-21")
    body = html(opened)
    assert "our summary of" in body
    assert "listed, not read" in body
    assert '<mark class="mark-target"' in body
    opened.button(key="close").click().run()
    assert opened.query_params == {}
    assert "Latest strikes" in html(opened)


def test_a_strike_of_the_list_opens_with_one_click(page: Open) -> None:
    opened = page()
    first = next(button for button in opened.button if str(button.key).startswith("open "))
    first.click().run()
    assert opened.query_params == {"strike": str(first.key).removeprefix("open ")}
    assert "Who says so" in html(opened)


def test_the_table_offers_exactly_what_is_filtered(page: Open) -> None:
    opened = page("strikes.py", kind="refinery")
    many = count(opened)
    assert len(opened.dataframe[0].value) == many
    labels = [element.proto.label for element in opened.get("download_button")]
    formats = ("CSV", "XLSX", "GeoJSON", "Parquet", "HTML map")
    assert labels == [f"Download {many} strikes ({name})" for name in formats]


def test_the_supply_page_shows_both_countries_their_forecasts_and_all_halts(page: Open) -> None:
    opened = page("supply.py", **{"from": "2025-08-01", "to": "2025-09-10"})
    body = html(opened)
    assert "Hungary, Druzhba: flow by day" in body
    assert "Slovakia, Druzhba: flow by day" in body
    assert "flow again on 28 Aug 2025" in body
    halts = next(frame.value for frame in opened.dataframe if "last_day" in frame.value)
    assert len(halts) == len(data.facts().supply.halts)
    alone = page("supply.py", buyer="SK")
    assert "Hungary, Druzhba" not in html(alone)


def test_an_article_is_read_shown_and_saved(page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "refusal", lambda: None)
    opened = page("add.py")
    opened.text_area(key="intake.text").set_value(ARTICLE + " ".join(HOSTILE))
    opened.button[0].click().run()
    assert not opened.exception
    body = html(opened)
    assert '<mark class="mark-target"' in body
    assert "<img" not in body
    assert "<script" not in body
    next(button for button in opened.button if button.label == "Save 1 article").click().run()
    assert "Saved: 1 new article" in html(opened)
    shown = page("", strike="unecha-pumping-station-2026-04-11", q="unecha")
    assert not shown.exception
    assert "unecha-pumping-station-2026-04-1" in " ".join(strike.id for strike in data.snapshot().strikes)


def test_saving_is_refused_with_its_reason_away_from_this_machine(
    page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access, "refusal", lambda: access.why_not("0.0.0.0", None, {}))  # noqa: S104
    opened = page("add.py")
    opened.text_area(key="intake.text").set_value(ARTICLE)
    opened.button[0].click().run()
    assert "Saving is off: the server listens on 0.0.0.0" in html(opened)
    assert not [button for button in opened.button if button.label.startswith("Save")]


def test_reading_nothing_says_what_to_do(page: Open) -> None:
    opened = page("add.py")
    opened.button[0].click().run()
    assert "Paste the text of an article or choose a file" in html(opened)


def test_two_readers_at_once_fill_the_store_once(page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[Store] = []
    fill = data.seed
    monkeypatch.setattr(data, "seed", lambda store, *rest: (begun.append(store), fill(store, *rest)))
    together = Barrier(2)
    problems: list[object] = []

    def read() -> None:
        together.wait()
        problems.extend(page().exception)

    readers = [Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert problems == []
    assert len(begun) == 1


KNOWN = "2025-08-22T12:00:00Z"


@pytest.mark.parametrize("path", ["", "strikes.py", "supply.py"])
def test_a_link_to_an_earlier_moment_shows_what_was_known_then_and_what_changed(
    page: Open, path: str
) -> None:
    now = page(path)
    then = page(path, known=KNOWN)
    body = html(then)
    assert "As it was known on 22 Aug 2025, 12:00 UTC. This store began later" in body
    assert "Since then: " in body
    assert " strikes came" in body
    assert "New: " in body
    assert then.query_params["known"] == KNOWN
    if path != "supply.py":
        assert 0 < count(then) < count(now)
    then.button(key="present").click().run()
    assert "As it was known" not in html(then)
    assert "known" not in then.query_params


def test_the_day_of_knowledge_can_be_chosen_beside_the_page(page: Open) -> None:
    opened = page()
    everything = count(opened)
    opened.date_input(key="known day").set_value(date(2025, 8, 22)).run()
    assert opened.query_params["known"] == "2025-08-22T23:59:59Z"
    assert 0 < count(opened) < everything
    assert "crude by Druzhba, 22 Aug 2025" in html(opened)
    opened.date_input(key="known day").set_value(None).run()
    assert count(opened) == everything


def test_decisions_are_made_on_what_is_known_now(page: Open) -> None:
    waiting = html(page("review.py"))
    then = html(page("review.py", known=KNOWN))
    assert "Decisions are made on what is known now" in then
    first = next(line for line in waiting.splitlines() if "wait for a person" in line)
    assert first in then


def test_a_strike_opened_at_an_earlier_moment_is_told_as_it_was_then(page: Open) -> None:
    now = page("", strike="unecha-pumping-station-2025-08-21")
    then = page("", strike="unecha-pumping-station-2025-08-21", known="2025-08-22T23:59:59Z")
    assert "Who says so" in html(now)
    assert html(then).count('class="report"') < html(now).count('class="report"')
    assert "No strike is known" in html(
        page("", strike="unecha-pumping-station-2025-08-21", known="2025-08-01")
    )


def test_an_opened_strike_says_what_it_did_to_supply(page: Open) -> None:
    body = html(page("", strike="unecha-pumping-station-2025-08-21"))
    assert "What it did to supply" in body
    assert "Hungary, crude oil by Druzhba: halted" in body
    assert "halted from 18 Aug 2025 to 19 Aug 2025" not in body, "that stop was over before this strike"


CASE = {"as_of": "2025-08-22", "buyer": "SK", "out2": "unecha-pumping-station~2025-08-22~30"}


def test_a_link_opens_two_cases_beside_each_other(page: Open) -> None:
    opened = page("whatif.py", **CASE, set2="SK.refiner_kt~100")
    body = html(opened)
    assert not opened.exception
    assert "Two cases of 22 Aug - 20 Sep 2025, seen from 22 Aug 2025." in body
    assert "30 days of 30" in body
    first, second = body.split("First day short")[0].rsplit("<td>", 2)[1:]
    assert first != second
    assert opened.slider(key="set 2 SK.refiner_kt").value == 100
    opened.slider(key="set 2 SK.refiner_kt").set_value(300.0).run()
    assert opened.query_params["set2"] in ("SK.refiner_kt~300", ["SK.refiner_kt~300"])


def test_a_station_is_taken_out_and_put_back(page: Open) -> None:
    opened = page("whatif.py", as_of="2025-06-16", buyer="HU")
    assert "0 days of 30" in html(opened)
    opened.selectbox(key="station 1").set_value("brody-pumping-station")
    opened.number_input(key="days 1").set_value(10)
    next(b for b in opened.button if b.label == "Take it out").click().run()
    assert "10 days of 30" in html(opened)
    assert "brody-pumping-station~2025-06-16~10" in str(opened.query_params["out"])
    next(b for b in opened.button if b.label.startswith("Remove: Brody")).click().run()
    assert "10 days of 30" not in html(opened)
    assert "out" not in opened.query_params


def test_a_slider_of_an_assumption_changes_the_case_and_back_again_is_no_case(page: Open) -> None:
    opened = page("whatif.py", **CASE)
    slider = opened.slider(key="set 1 intake_slovnaft_kt_per_day")
    low, high = slider.value
    slider.set_value((12.0, 13.0)).run()
    assert "intake_slovnaft_kt_per_day~12~13~13" in str(opened.query_params["set"])
    opened.slider(key="set 1 intake_slovnaft_kt_per_day").set_value((low, high)).run()
    assert "set" not in opened.query_params


def test_a_case_that_cannot_be_is_named_and_can_be_cleared(page: Open) -> None:
    opened = page("whatif.py", **{**CASE, "out2": "nowhere~2025-08-22~30"})
    assert "nowhere" in html(opened)
    assert "is no station of the supply network" in html(opened)
    opened.button(key="clear 2").click().run()
    assert "is no station" not in html(opened)
    assert "out2" not in opened.query_params


def test_the_supply_page_draws_the_network_and_what_each_station_is_worth(page: Open) -> None:
    opened = page("supply.py", as_of="2025-08-25")
    body = html(opened)
    assert "Crude network, " in body
    assert "Brody - Karpaty" in body
    assert "Upstream and not yet hit, as far as is known: " in body
    assert "Flow again (80 %)" in body
    assert "Russian refining capacity, percent" in body
    table = next(frame.value for frame in opened.dataframe if "Station" in frame.value)
    assert list(table["Rank"]) == sorted(table["Rank"])
    assert "Unecha line-operation station (LPDS Unecha)" in set(table["Station"])
