"""Campaign, Strike and the line of what changed, in a real browser: clicks on bars, links, and the cookie."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from browser_world import Visit, settled
from playwright.sync_api import Locator, Page, expect

Visits = Callable[..., Visit]
UNECHA = "unecha-pumping-station-2025-08-21"


def bars(page: Page, heading: str, mark: str = "bar") -> Locator:
    """The bars of the first chart below a heading."""
    below = page.locator(
        f"xpath=//h3[contains(., '{heading}')]/following::*[@data-testid='stVegaLiteChart'][1]"
    )
    found = below.locator(f'[aria-roledescription="{mark}"]')
    expect(found.first).to_be_visible(timeout=30_000)
    return found


def test_clicks_on_bars_narrow_the_period_the_kind_and_the_weapon_for_the_map_too(visit: Visits) -> None:
    page = visit(height=1400).open("/campaign?from=2025-08-01&to=2025-12-31")
    many = bars(page, "Strikes per week").count()
    bars(page, "Kinds of target").first.click()
    page.wait_for_url(re.compile(r"kind=refinery"))
    settled(page)
    assert bars(page, "Strikes per week").count() < many
    bars(page, "Weapons by month", "rect mark").first.click()
    page.wait_for_url(re.compile(r"from=2025-08-01&to=2025-08-31"))
    settled(page)
    bars(page, "Strikes per week").first.click()
    page.wait_for_url(re.compile(r"from=2025-\d\d-\d\d&to=2025-08-\d\d"))
    settled(page)
    sentence = page.locator(".answer").first.inner_text()
    page.get_by_role("link", name="These strikes on the map").click()
    page.wait_for_url(re.compile(r"/\?kind=refinery"))
    settled(page)
    expect(page.locator(".answer").first).to_have_text(sentence)


def test_the_panel_beside_the_map_leads_to_the_page_of_the_strike_and_back(visit: Visits) -> None:
    page = visit().open(f"/?strike={UNECHA}")
    page.get_by_role("link", name="All of this strike").click()
    page.wait_for_url(re.compile(rf"/strike\?strike={UNECHA}$"))
    settled(page)
    expect(page.locator(".report mark.mark-target").first).to_be_visible()
    page.get_by_text("Whole text").first.click()
    expect(page.locator("details[open] blockquote mark").first).to_be_visible()
    page.get_by_role("link", name="Open on the map").click()
    page.wait_for_url(re.compile(rf"/\?strike={UNECHA}$"))


def test_a_second_visit_is_told_what_changed_since_the_first(visit: Visits) -> None:
    guest = visit()
    first = guest.open()
    expect(first.get_by_text("Yesterday and today")).to_be_visible()
    assert "last visit" not in first.locator("body").inner_text()
    (held,) = (cookie for cookie in guest.context.cookies() if cookie.get("name") == "tracker_visits")
    assert re.fullmatch(r"20260610T\d{4}Z", held.get("value", ""))
    assert held.get("httpOnly") is True
    guest.context.add_cookies(
        [{"name": "tracker_visits", "value": "20260609T0702Z", "url": guest.served.url}]
    )
    for _ in range(2):  # reloading is no further visit
        again = guest.open()
        expect(again.get_by_text("Since your last visit (9 Jun 2026, 07:02 UTC)")).to_be_visible()


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("path", ["campaign", f"strike?strike={UNECHA}"])
def test_the_pages_fit_their_screen_in_both_themes(
    visit: Visits, tmp_path: Path, path: str, width: int
) -> None:
    page = visit(width=width, height=900 if width > 400 else 844).open(f"/{path}")
    folder = Path(os.environ.get("TRACKER_SCREENSHOTS") or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    for scheme, paper in (("light", "rgb(255, 255, 255)"), ("dark", "rgb(18, 23, 28)")):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        expect(page.locator(".stApp")).to_have_css("background-color", paper)
        page.screenshot(path=folder / f"{path.partition('?')[0]}-{scheme}-{width}.png")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator('[data-testid="stException"], [role="alert"]').count() == 0
