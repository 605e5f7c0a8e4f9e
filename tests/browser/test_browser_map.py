"""The map in the real dashboard: its views by link and by hand, a click on one strike, search, full screen."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from browser_world import Visit, settled
from playwright.sync_api import FrameLocator, Page, expect

Visits = Callable[..., Visit]


def drawn(page: Page, view: str) -> FrameLocator:
    """The map's frame, once it shows a view."""
    frame = page.frame_locator('iframe[title="streamlit_folium.st_folium"]')
    expect(frame.locator(f'[data-view="{view}"]')).to_have_count(1, timeout=60_000)
    return frame


def test_the_view_is_switched_by_hand_and_the_link_opens_it_elsewhere(visit: Visits) -> None:
    page = visit().open()
    drawn(page, "facilities")
    page.get_by_role("radio", name="Day by day").click()
    page.wait_for_url(re.compile(r"view=time"))
    settled(page)
    expect(drawn(page, "time").get_by_role("group", name="Play the campaign day by day")).to_be_visible()
    other = visit().open("/?" + page.url.partition("?")[2])
    expect(drawn(other, "time").get_by_label("Day shown")).to_be_visible()
    page.get_by_role("radio", name="By facility").click()
    settled(page)
    expect(drawn(page, "facilities").get_by_label("Day shown")).to_have_count(0)


def test_the_days_play_from_the_keyboard_without_a_run_on_the_server(visit: Visits) -> None:
    guest = visit()
    sent: list[object] = []

    def listen(page: Page) -> None:
        page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(frame)))

    guest.context.on("page", listen)
    page = guest.open("/?view=time&day=2025-08-22")
    frame = drawn(page, "time")
    day = frame.locator("[data-day]")
    expect(day).to_have_attribute("data-day", "2025-08-22")
    settled(page)
    before = len(sent)
    frame.get_by_label("Day shown").focus()
    page.keyboard.press("ArrowLeft")
    expect(day).to_have_attribute("data-day", "2025-08-21")
    expect(frame.locator(".energy-told")).to_contain_text("so far")
    page.keyboard.press("Space")
    expect(day).to_have_attribute("data-day", re.compile(r"2025-08-2[2-9]|2025-09"))
    page.keyboard.press("Space")
    expect(frame.get_by_label("Play", exact=True)).to_be_visible()
    assert before > 0
    assert len(sent) == before


def test_a_click_on_one_of_several_strikes_opens_that_one(visit: Visits) -> None:
    page = visit().open("/?view=strikes&q=unecha&from=2025-08-01&to=2025-08-31")
    frame = drawn(page, "strikes")
    settled(page)
    search = frame.get_by_role("combobox")
    search.fill("Unecha")
    expect(frame.get_by_role("option").first).to_contain_text("Unecha")
    search.press("Enter")
    expect(frame.locator(".leaflet-popup-content")).to_contain_text("Unecha")
    at = frame.locator(".energy-map").evaluate(
        """box => { const sheet = energy.shown, spot = sheet._spots.find(item => item.title.includes("Unecha"));
        const middle = sheet._map.latLngToContainerPoint([spot.lat, spot.lon]);
        const [x, y] = energy.marks.seed(spot.all - 1, sheet._step(spot));
        return {many: spot.all, x: middle.x + x, y: middle.y + y}; }"""
    )
    assert at["many"] == 2
    frame.locator(".energy-map").click(position={"x": at["x"], "y": at["y"]})
    page.wait_for_url(re.compile(r"strike=unecha-pumping-station-2025-08-12"))


def test_the_map_fills_the_screen_and_comes_back(visit: Visits) -> None:
    frame = drawn(visit().open(), "facilities")
    frame.get_by_label("Full screen").press("Enter")
    expect(frame.get_by_label("Leave full screen")).to_be_visible()
    assert frame.locator("html").evaluate("() => document.fullscreenElement.className.includes('energy-map')")
    frame.get_by_label("Leave full screen").press("Enter")
    expect(frame.get_by_label("Full screen")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_player_and_the_search_fit_a_phone(visit: Visits, scheme: str) -> None:
    page = visit(width=390, height=844).open("/?view=time")
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    frame = drawn(page, "time")
    wide = frame.locator("html").evaluate("html => html.clientWidth")
    for name in (".energy-player", ".energy-search input"):
        left, right = frame.locator(name).evaluate(
            "item => [item.getBoundingClientRect().left, item.getBoundingClientRect().right]"
        )
        assert 0 <= left < right <= wide
    assert frame.locator(".energy-player").evaluate("item => item.scrollWidth <= item.clientWidth")
