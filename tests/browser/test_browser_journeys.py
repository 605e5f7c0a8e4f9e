"""What a reader does, in a real browser: look, filter, share, click, go back, add, stay offline."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from browser_world import Visit, running, settled
from playwright.sync_api import Error, FloatRect, Page, expect

Visits = Callable[..., Visit]
MAP = 'iframe[title="streamlit_folium.st_folium"]'
REFINERY = (230, 159, 0)
FIND_PIXEL = """
([red, green, blue]) => {
  let count = 0, spot = null;
  for (const canvas of document.querySelectorAll("canvas")) {
    const box = canvas.getBoundingClientRect(), ink = canvas.getContext("2d");
    const data = ink.getImageData(0, 0, canvas.width, canvas.height).data;
    for (let i = 0; i < data.length; i += 4) {
      if (data[i] !== red || data[i + 1] !== green || data[i + 2] !== blue || data[i + 3] < 250) continue;
      const x = (i / 4) % canvas.width, y = Math.floor(i / 4 / canvas.width);
      count += 1;
      spot = [box.left + x * box.width / canvas.width, box.top + y * box.height / canvas.height];
    }
  }
  return {count, spot};
}
"""
HOSTILE = (
    "Ukrainian drones struck the Unecha oil pumping station overnight on 12 April 2026 "
    "<img src=x onerror=top.ran=1> "
    "{{7*7}} {% raw %} ${top.ran=1} `+(top.ran=1)+` \\u0060 <script>top.ran=1</script> "
    "![p](http://203.0.113.9/p.png), governor Alexander Bogomaz said. A fire broke out."
)


def pixels(page: Page, colour: tuple[int, int, int] = REFINERY) -> dict[str, object]:
    """How many pixels of the map have a colour, and where one of them is, in the map's frame.

    Streamlit may mount the map's frame a second time while the page settles, and show both for a moment:
    then it is asked again.
    """
    deadline = time.monotonic() + 30
    while True:
        found: dict[str, object] = {"count": 0}
        try:
            root = page.frame_locator(MAP).locator("html")
            found = root.evaluate(f"(_, colour) => ({FIND_PIXEL})(colour)", list(colour), timeout=5_000)
        except Error as error:
            settling = any(word in str(error) for word in ("detached", "Timeout", "strict mode"))
            if not settling or time.monotonic() > deadline:
                raise
        if found["count"] or time.monotonic() > deadline:
            return found
        page.wait_for_timeout(200)


def count(page: Page) -> int:
    """The number of strikes in the first sentence."""
    return int(page.locator(".answer").first.inner_text().split()[0].replace(",", ""))


def test_the_map_shows_markers_and_the_words_for_both_countries(visit: Visits) -> None:
    page = visit().open()
    assert int(str(pixels(page)["count"])) > 100
    expect(page.locator(".countries .word")).to_have_count(2)
    assert count(page) > 50


def test_a_date_filter_changes_the_count_and_the_link_opens_the_same_view_elsewhere(visit: Visits) -> None:
    page = visit().open()
    before = count(page)
    group = page.locator('[data-testid="stDateInput"]', has_text="From")
    group.get_by_role("spinbutton").first.click()
    page.keyboard.type("20260101")
    page.locator(".answer").first.click()
    page.wait_for_url(re.compile(r"from=2026-01-01"))
    settled(page)
    expect(page.locator(".answer").first).to_contain_text("since 1 Jan 2026")
    after = count(page)
    assert 0 < after < before
    other = visit().open(page.url.removeprefix(page.url.split("/?")[0]))
    assert count(other) == after
    assert other.url == page.url


def test_a_click_on_a_marker_opens_its_strike_and_back_closes_it(visit: Visits) -> None:
    page = visit().open("/?kind=refinery")
    pixels(page)
    settled(page)
    spot = pixels(page)["spot"]
    assert isinstance(spot, list)
    box: FloatRect | None = page.locator(MAP).bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + spot[0], box["y"] + spot[1])
    page.wait_for_url(re.compile(r"strike="))
    expect(page.get_by_text("Who says so")).to_be_visible()
    assert "kind=refinery" in page.url
    page.go_back()
    page.wait_for_url(re.compile(r"/\?kind=refinery$"))
    expect(page.get_by_text("Latest strikes")).to_be_visible()


def test_the_first_visit_to_any_page_has_the_frame_and_nothing_leaves_the_machine(
    visit: Visits, tmp_path: Path
) -> None:
    with running(tmp_path) as own:
        page = visit(own).open("/supply?from=2025-08-01&to=2025-09-10")
        expect(page.get_by_text("Hungary, Druzhba: flow by day")).to_be_visible()
        expect(page.get_by_role("link", name="Strikes")).to_be_visible()
        page.get_by_role("link", name="Strikes").click()
        page.wait_for_url(re.compile(r"/strikes\?from=2025-08-01&to=2025-09-10$"))
        assert own.left() == []


def test_a_hostile_article_runs_nothing_and_the_map_still_shows(visit: Visits, tmp_path: Path) -> None:
    with running(tmp_path) as own:
        guest = visit(own)
        page = guest.open("/add")
        page.get_by_label("Text of an article").fill(HOSTILE)
        page.get_by_role("button", name="Show what is found").click()
        expect(page.locator("mark.mark-target").first).to_be_visible()
        expect(page.locator(".article")).to_contain_text("{{7*7}} {% raw %} ${top.ran=1}")
        page.get_by_role("button", name="Save 1 article").click()
        expect(page.get_by_text("Saved: 1 new article")).to_be_visible()
        shown = guest.open("/?q=unecha&from=2026-04-01")
        shown.get_by_role("button", name=re.compile("Apr 2026.*Unecha")).first.click()
        expect(shown.locator("blockquote mark").first).to_be_visible()
        pixels(shown, (0, 114, 178))
        for seen in (page, shown):
            assert seen.evaluate("window.ran") is None
            assert seen.locator("blockquote img, blockquote script").count() == 0
        assert own.left() == []


def test_the_filters_are_never_taller_than_the_screen(visit: Visits) -> None:
    page = visit().open()
    tall, screen = page.eval_on_selector(
        '[data-testid="stSidebarContent"]', "side => [side.scrollHeight, side.clientHeight]"
    )
    assert tall <= screen


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("path", ["", "supply", "strikes", "review", "add", "method"])
def test_every_page_fits_its_screen_in_both_themes(
    visit: Visits, tmp_path: Path, path: str, width: int
) -> None:
    page = visit(width=width, height=900 if width > 400 else 844).open(f"/{path}")
    if not path:
        pixels(page)
    folder = Path(os.environ.get("TRACKER_SCREENSHOTS") or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    for scheme, paper in (("light", "rgb(255, 255, 255)"), ("dark", "rgb(18, 23, 28)")):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        expect(page.locator(".stApp")).to_have_css("background-color", paper)
        picture = folder / f"{path or 'map'}-{scheme}-{width}.png"
        page.screenshot(path=picture)
        assert picture.stat().st_size > 5_000
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator('[data-testid="stException"], [role="alert"]').count() == 0


LONGER = """() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode())
    if (/[A-Za-z]{4}/.test(node.data) && node.parentElement.closest("label, button, nav, a, dt, th, h3, p"))
      node.data = node.data.replace(/[A-Za-z]{6,}/g, (word) => word + word.slice(-4));
}"""
"""Makes every longer word of labels, buttons and headings as much longer as Hungarian is than English."""


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("path", ["", "supply", "strikes", "campaign"])
def test_labels_as_long_as_hungarian_ones_fit_the_page(visit: Visits, path: str, width: int) -> None:
    page = visit(width=width, height=900 if width > 400 else 844).open(f"/{path}")
    page.evaluate(LONGER)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    cut = page.evaluate(
        """() => [...document.querySelectorAll('[data-testid="stMain"] button')]
            .filter((b) => b.scrollWidth > b.clientWidth + 2 && b.offsetParent).map((b) => b.innerText)"""
    )
    assert cut == []
