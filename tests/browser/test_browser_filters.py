"""The filters in a real browser: brush, presets, counts that change under a choice, chips, phone."""

from __future__ import annotations

import re
from collections.abc import Callable

from browser_world import Visit, settled
from playwright.sync_api import Locator, Page, expect

Visits = Callable[..., Visit]
COUNT_RUNS = """
() => {
  window.runs = 0;
  new MutationObserver((changes) => {
    window.runs += changes.filter((change) => change.oldValue === "running").length;
  }).observe(document.body, {
    attributeFilter: ["data-test-script-state"], attributeOldValue: true, subtree: true
  });
}
"""
"""Counts the runs that end from here on."""


def bars(page: Page) -> Locator:
    """The histogram, drawn."""
    found = page.get_by_test_id("stSidebar").locator("svg.marks")
    expect(found).to_be_visible()
    return found


def chips(page: Page) -> Locator:
    """The chips above the page."""
    return page.locator(".st-key-chips").get_by_role("button")


def drag(page: Page, start: float, end: float) -> None:
    """Brushes the histogram between two shares of its width."""
    box = bars(page).bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + start * box["width"], box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + end * box["width"], box["y"] + 20, steps=8)
    page.mouse.up()


def brushed(page: Page, low: int, high: int) -> None:
    """Waits until the brush is between so and so many pixels wide."""
    page.wait_for_function(
        """([low, high]) => {
          const brush = document.querySelector("[data-testid=stSidebar] svg.marks .brush_brush path");
          const width = brush ? brush.getBoundingClientRect().width : 0;
          return low <= width && width <= high;
        }""",
        arg=[low, high],
    )


def test_a_brush_sets_the_period_in_one_run_and_stays_where_it_is(visit: Visits) -> None:
    page = visit().open("/strikes")
    bars(page)
    page.evaluate(COUNT_RUNS)
    drag(page, 0.35, 0.75)
    page.wait_for_url(re.compile(r"\?from=\d{4}-\d{2}-01&to=\d{4}-\d{2}-\d{2}$"))
    settled(page)
    brushed(page, 80, 130)
    assert page.evaluate("window.runs") == 1
    narrow = page.url
    drag(page, 0.1, 0.9)
    page.wait_for_url(lambda url: url != narrow)
    settled(page)
    expect(chips(page)).to_have_count(1)
    chips(page).click()
    page.wait_for_url(re.compile(r"/strikes$"))
    brushed(page, 0, 2)


def test_a_preset_and_a_link_are_drawn_as_a_brush(visit: Visits) -> None:
    page = visit().open("/?from=2025-08-01&to=2026-01-31")
    bars(page)
    brushed(page, 10, 60)
    page.get_by_role("button", name="This year").click()
    page.wait_for_url(re.compile(r"\?from=2026-01-01&to=2026-12-31$"))
    page.get_by_role("link", name="Method").click()
    page.wait_for_url(re.compile(r"/method"))
    page.get_by_role("link", name="Strikes").click()
    page.wait_for_url(re.compile(r"/strikes\?from=2026-01-01&to=2026-12-31$"))
    settled(page)
    brushed(page, 20, 80)


def test_a_choice_keeps_its_place_while_the_counts_beside_it_change(visit: Visits) -> None:
    page = visit().open("/strikes?kind=refinery")
    side = page.get_by_test_id("stSidebar")
    page.evaluate(COUNT_RUNS)
    before = side.get_by_text(re.compile(r"^refinery \(\d+\)$")).inner_text()
    side.get_by_role("combobox", name="Status").click()
    page.get_by_role("option", name=re.compile("denied")).click()
    page.wait_for_url(re.compile(r"\?kind=refinery&status=denied$"))
    page.keyboard.press("Escape")
    settled(page)
    assert page.evaluate("window.runs") == 1
    now = side.get_by_text(re.compile(r"^refinery \(\d+\)$"))
    expect(now).not_to_have_text(before)
    side.get_by_role("combobox", name="Kind of target").click()
    page.get_by_role("option", name=re.compile(r"pipeline \(\d+\)")).click()
    page.wait_for_url(re.compile(r"\?kind=pipeline&kind=refinery&status=denied$"))
    page.keyboard.press("Escape")
    settled(page)
    chips(page).filter(has_text="kind of target").click()
    page.wait_for_url(re.compile(r"/strikes\?status=denied$"))


def test_the_sidebar_fits_the_screen_with_every_filter_in_use(visit: Visits) -> None:
    kinds = "&".join(f"kind={kind}" for kind in ("refinery", "oil_depot", "oil_terminal", "pumping_station"))
    page = visit().open(
        f"/?{kinds}&status=confirmed&status=claimed&weapon=drone&effect=fire&sources=2&all=1&q=oil"
    )
    page.get_by_role("button", name="More filters (4)").click()
    expect(page.get_by_role("combobox", name="Independent sources")).to_be_visible()
    tall, screen = page.get_by_test_id("stSidebarContent").evaluate("s => [s.scrollHeight, s.clientHeight]")
    assert tall <= screen
    body = page.get_by_test_id("stPopoverBody").bounding_box()
    assert body is not None
    assert body["y"] >= 0
    assert body["y"] + body["height"] <= 900


def test_on_a_phone_the_chips_wrap_and_the_filters_are_in_the_drawer(visit: Visits) -> None:
    page = visit(width=390, height=844).open(
        "/?kind=refinery&kind=oil_depot&status=confirmed&from=2025-08-01&q=oil"
    )
    expect(page.locator(".st-key-chips")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_test_id("stExpandSidebarButton").click()
    expect(page.get_by_role("combobox", name="Kind of target")).to_be_visible()
    bars(page)
