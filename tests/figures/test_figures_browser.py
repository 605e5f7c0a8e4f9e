"""The map in a real browser, rendered whole and served with the assets: drawn, clickable, inert, offline."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest
import uvicorn
from figure_makers import HOSTILE, RYAZAN, SOMEWHERE, UNECHA, night, pipelines, strike
from playwright.sync_api import Browser, Page, expect, sync_playwright
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from tracker.figures import maps
from tracker.model import FlowStatus, Kind, Status, When
from tracker.views import api

COURSE = {"unecha-mozyr": ((date(2025, 8, 1), FlowStatus.FLOWING), (date(2025, 8, 22), FlowStatus.HALTED))}
SHEET = "Object.values({map}._layers).find(layer => layer._spots)"


@dataclass
class Served:
    """A page with a map, what it asked for and what it complained of."""

    page: Page
    name: str
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def ask(self, script: str) -> Any:
        """The value of a JavaScript expression, in which `{map}` stands for the map."""
        return self.page.evaluate(f"() => ({script.replace('{map}', self.name)})")

    def pixel(self, lat: float, lon: float) -> list[int]:
        """The colour of the strikes' canvas at a place: red, green, blue, alpha."""
        point = f"{{map}}.latLngToLayerPoint([{lat}, {lon}]).subtract(sheet._bounds.min)"
        read = f"const at = {point}; return [...sheet._pen.getImageData(at.x, at.y - 5, 1, 1).data];"
        return list(self.ask(f"(sheet => {{ {read} }})({SHEET})"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        installed = (
            shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        )
        opened = playwright.chromium.launch(executable_path=installed, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """A server with the assets and a page for each view of hostile and ordinary strikes."""

    def page(request: Request) -> HTMLResponse:
        legs = pipelines()
        result = maps.base_map(legs, internet_tiles="tiles" in request.query_params)
        hostile = strike(
            name=" ".join(HOSTILE), id="hostile", place=RYAZAN, facility_id="r", kind=Kind.REFINERY
        )
        region = strike(id="region", place=SOMEWHERE, facility_id=None, kind=Kind.SUBSTATION)
        shown = [strike(), hostile, region]
        older = strike(id="older", when=night(date(2025, 8, 12)), status=Status.CLAIMED)
        shown += [older, strike(id="undated", when=When())] if request.url.path != "/" else []
        flows = {"unecha-mozyr": FlowStatus.HALTED}
        view = request.url.path.strip("/") or "facilities"
        maps.strikes_layer(shown, flows, legs, "hostile", view, (COURSE, None)).add_to(result)
        return HTMLResponse(result.get_root().render())

    app = Starlette(routes=[*(Route(path, page) for path in ("/", "/strikes", "/time")), *api.routes()])
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
        server.should_exit = True
        thread.join()


def opened(browser: Browser, address: str, scheme: Any) -> Served:
    """The page at an address, once the map is drawn."""
    page = browser.new_context(color_scheme=scheme, viewport={"width": 1000, "height": 700}).new_page()
    result = Served(page, "")
    page.on("request", lambda asked: result.asked.append(asked.url))
    page.on("pageerror", lambda error: result.complaints.append(str(error)))
    page.on("console", lambda line: result.complaints.append(line.text) if line.type == "error" else None)
    page.goto(address)
    page.wait_for_selector("[data-spots='3']")
    result.name = str(page.get_attribute(".folium-map", "id"))
    page.wait_for_function(f"() => Object.values({result.name}._layers).some(layer => layer._countries)")
    return result


@pytest.fixture(params=["light", "dark"])
def served(browser: Browser, site: str, request: pytest.FixtureRequest) -> Iterator[Served]:
    result = opened(browser, site, request.param)
    assert result.page.get_attribute(".folium-map", "data-theme") == request.param
    yield result
    result.page.context.close()


@pytest.fixture
def played(browser: Browser, site: str) -> Iterator[Served]:
    """The view that plays the days."""
    result = opened(browser, f"{site}time", "light")
    yield result
    assert [line for line in result.complaints if "404" not in line] == []
    result.page.context.close()


@pytest.fixture
def singly(browser: Browser, site: str) -> Iterator[Served]:
    """The view of single strikes."""
    result = opened(browser, f"{site}strikes", "dark")
    yield result
    assert [line for line in result.complaints if "404" not in line] == []
    result.page.context.close()


def closed(served: Served) -> None:
    """Closes the note that is open, and waits until it has faded."""
    served.ask("void {map}.closePopup()")
    expect(served.page.locator(".leaflet-popup")).to_have_count(0)


def click(served: Served, lat: float, lon: float) -> str:
    """Clicks on a place of the map; the text of the note that opens."""
    served.ask(f"void ({SHEET}.on('click', event => window.clicked = event.latlng))")
    closed(served)
    at = served.ask(f"{{map}}.latLngToContainerPoint([{lat}, {lon}])")
    served.page.click(".folium-map", position={"x": at["x"] + 2, "y": at["y"] + 2})
    return served.page.inner_text(".leaflet-popup-content")


def test_markers_are_drawn_in_the_colour_of_their_kind(served: Served) -> None:
    red, _, blue, alpha = served.pixel(UNECHA.lat or 0, UNECHA.lon or 0)
    assert alpha == 255
    assert blue > 120 > red


def test_a_click_says_what_is_there_and_reports_the_exact_place(served: Served) -> None:
    text = click(served, UNECHA.lat or 0, UNECHA.lon or 0)
    assert text == "Unecha pumping station\npumping station, 1 strike\n21-22 Aug 2025, confirmed"
    assert maps.picked(served.ask("window.clicked"), [strike()]) == ("unecha-2025-08-21",)


def test_a_click_on_a_pipeline_reports_its_leg(served: Served) -> None:
    assert click(served, 52.195, 30.15) == "Unecha - Mozyr\nDruzhba, halted"
    assert maps.picked_leg(served.ask("window.clicked"), pipelines()) == "unecha-mozyr"


def test_a_click_on_the_land_opens_nothing(served: Served) -> None:
    at = served.ask("{map}.latLngToContainerPoint([48, 46])")
    served.page.click(".folium-map", position={"x": at["x"], "y": at["y"]})
    assert served.page.query_selector(".leaflet-popup") is None


def test_hostile_text_is_shown_and_does_nothing(served: Served) -> None:
    dialogs: list[str] = []
    served.page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    text = click(served, RYAZAN.lat or 0, RYAZAN.lon or 0)
    assert "{{ 7*7 }} {% raw %}" in text
    assert "<img src=x onerror=alert(1)>" in text
    assert dialogs == []
    assert served.page.query_selector(".leaflet-popup-content img, .leaflet-popup-content svg") is None


def test_no_other_host_is_asked_and_nothing_is_missing(served: Served, site: str) -> None:
    click(served, UNECHA.lat or 0, UNECHA.lon or 0)
    assert served.asked
    assert [url for url in served.asked if not url.startswith(site)] == []
    assert [line for line in served.complaints if "favicon" not in line and "404" not in line] == []


def test_the_view_is_kept_when_the_layer_is_drawn_anew(served: Served) -> None:
    served.ask("void {map}.setView([54, 36], 8, {animate: false})")
    served.ask(f"void {{map}}.removeLayer({SHEET})")
    served.ask("void energy.strikes({map}, {spots: [], legs: []})")
    assert served.ask("[{map}.getZoom(), {map}.getContainer().dataset.spots]") == [8, "0"]


def test_the_map_can_be_moved_and_reset_from_the_keyboard(served: Served) -> None:
    before = served.ask("{map}.getZoom()")
    served.page.focus(".folium-map")
    served.page.keyboard.press("+")
    served.page.wait_for_function(f"() => {served.name}.getZoom() > {before}")
    served.page.focus("[aria-label='Show the whole area']")
    served.page.keyboard.press("Enter")
    served.page.wait_for_function(f"() => {served.name}.getZoom() === {before}")


def test_the_last_day_is_shown_first_and_the_undated_are_named(played: Served) -> None:
    told = played.page.locator(".energy-told")
    expect(told).to_have_text("22 Aug 2025" + "4 strikes so far, 0 new, 1 undated not shown")
    assert played.page.get_attribute(".folium-map", "data-day") == "2025-08-22"


def test_arrows_step_through_the_days_wherever_the_focus_is_in_the_player(played: Served) -> None:
    day, told = played.page.locator("[data-day]"), played.page.locator(".energy-told")
    played.page.focus("[aria-label='Day shown']")
    played.page.keyboard.press("ArrowLeft")
    expect(day).to_have_attribute("data-day", "2025-08-21")
    expect(told).to_contain_text("4 strikes so far, 3 new")
    played.page.focus("[aria-label='Play']")
    played.page.keyboard.press("ArrowLeft")
    expect(day).to_have_attribute("data-day", "2025-08-20")
    expect(told).to_contain_text("1 strike so far, 0 new")
    said = played.page.get_attribute("[aria-label='Day shown']", "aria-valuetext")
    assert said == "20 Aug 2025: 1 strike so far, 0 new, 1 undated not shown"


def test_the_space_bar_plays_from_the_first_day_to_the_last_and_asks_nothing(played: Served) -> None:
    asked = len(played.asked)
    played.page.select_option("[aria-label='Speed']", "30")
    played.page.focus(".folium-map")
    played.page.keyboard.press("Space")
    expect(played.page.get_by_label("Pause")).to_have_count(1)
    expect(played.page.get_by_label("Play", exact=True)).to_have_count(1)
    assert played.page.get_attribute(".folium-map", "data-day") == "2025-08-22"
    assert len(played.asked) == asked


def test_a_day_shows_what_was_known_of_it_and_the_flow_of_that_day(played: Served) -> None:
    played.page.focus("[aria-label='Day shown']")
    played.page.keyboard.press("Home")
    expect(played.page.locator("[data-day]")).to_have_attribute("data-day", "2025-08-12")
    text = click(played, UNECHA.lat or 0, UNECHA.lon or 0)
    assert text == "Unecha pumping station\npumping station, 1 strike by then\n12-13 Aug 2025, claimed"
    assert click(played, 52.195, 30.15) == "Unecha - Mozyr\nDruzhba, flowing, 12 Aug 2025"
    played.page.focus("[aria-label='Day shown']")
    played.page.keyboard.press("End")
    assert click(played, 52.195, 30.15) == "Unecha - Mozyr\nDruzhba, halted, 22 Aug 2025"


def test_a_strike_is_marked_on_its_day(played: Served) -> None:
    def yellow() -> bool:
        at = "{map}.latLngToLayerPoint([52.7649, 32.6805])"
        radius = "sheet._radius(sheet._spots.find(spot => spot.lat === 52.7649)) + 6"
        point = f"const at = {at}.subtract(sheet._bounds.min); const away = {radius};"
        read = "return [...sheet._pen.getImageData(at.x, at.y - away, 1, 1).data];"
        red, green, blue, _ = played.ask(f"(sheet => {{ {point} {read} }})({SHEET})")
        return bool(red > 200 and green > 190 and blue < 120)

    played.page.focus("[aria-label='Day shown']")
    played.page.keyboard.press("ArrowLeft")
    assert yellow()
    played.page.keyboard.press("ArrowLeft")
    assert not yellow()


def test_the_player_goes_with_its_layer(played: Served) -> None:
    played.ask(f"void {{map}}.removeLayer({SHEET})")
    assert played.page.query_selector(".energy-player") is None
    assert played.page.query_selector("[data-day]") is None


def test_each_strike_at_a_place_can_be_clicked_on_its_own(singly: Served) -> None:
    seen = set()
    singly.ask(f"void ({SHEET}.on('click', event => window.clicked = event.latlng))")
    for number in range(3):
        closed(singly)
        singly.ask("void {map}.setView([52.7649, 32.6805], 9, {animate: false})")
        seed = f"energy.marks.seed({number}, {SHEET}._step({SHEET}._spots[0]))"
        x, y = singly.ask(
            f"(at => [at.x + {seed}[0], at.y + {seed}[1]])({{map}}.latLngToContainerPoint([52.7649, 32.6805]))"
        )
        singly.page.mouse.click(x, y)
        seen.add((singly.page.inner_text(".leaflet-popup-content"), singly.ask("window.clicked.row")))
    assert [text.splitlines()[2] for text, _ in sorted(seen, key=lambda one: one[1])] == [
        "21-22 Aug 2025, confirmed",
        "12-13 Aug 2025, claimed",
        "date not known, confirmed",
    ]


def test_a_search_finds_a_facility_by_a_name_in_another_script_and_flies_there(served: Served) -> None:
    served.page.focus("[role=combobox]")
    assert not [url for url in served.asked if url.endswith("names.json") and served.asked.count(url) > 1]
    served.page.keyboard.type("унеча")
    option = served.page.get_by_role("option").first
    expect(option).to_contain_text("Unecha")
    expect(served.page.get_by_role("combobox")).to_have_attribute("aria-expanded", "true")
    served.page.keyboard.press("Enter")
    expect(served.page.locator(".leaflet-popup-content")).to_contain_text("1 strike")
    where = served.ask("[{map}.getCenter().lat, {map}.getCenter().lng, {map}.getZoom()]")
    assert abs(where[0] - 52.76) < 0.5
    assert where[2] == 9
    served.page.focus("[role=combobox]")
    served.page.keyboard.press("Escape")
    assert served.page.input_value("[role=combobox]") == ""


def test_a_search_for_nothing_known_says_so_and_keeps_the_map(served: Served) -> None:
    before = served.ask("{map}.getZoom()")
    served.page.fill("[role=combobox]", "<img src=x onerror=alert(1)> qqq")
    expect(served.page.get_by_role("status")).to_have_text("No facility of this name")
    served.page.keyboard.press("Enter")
    assert served.ask("{map}.getZoom()") == before


def test_stations_of_the_network_appear_when_the_map_is_near_enough(served: Served) -> None:
    served.ask("void {map}.setView([48.4, 22.3], 5, {animate: false})")
    assert served.ask(f"{SHEET}._stations().length") == 0
    served.ask("void {map}.setView([48.4, 22.3], 8, {animate: false})")
    stop = served.ask("energy.stations.find(item => item.title.includes('Budkovce'))")
    text = click(served, stop["lat"], stop["lon"])
    assert "Budkovce" in text
    assert "of the supply network" in text


def test_every_control_has_a_name_and_shows_its_focus(played: Served) -> None:
    controls = ".leaflet-control a[role=button], .energy-player :is(button, select, input), [role=combobox]"
    for control in played.page.query_selector_all(controls):
        assert control.get_attribute("aria-label") or control.get_attribute("title")
        if control.is_enabled():
            control.focus()
            played.page.keyboard.press("Shift")
            assert control.evaluate("item => getComputedStyle(item).outlineStyle") != "none"


def test_tiles_are_asked_for_when_the_reader_switches_them_on_and_not_before(
    browser: Browser, site: str
) -> None:
    plain = opened(browser, site, "light")
    assert plain.page.get_by_role("button", name="Show tiles from the internet").count() == 0
    plain.page.context.close()
    result = opened(browser, f"{site}?tiles", "light")
    page = result.page
    page.route("https://tile.openstreetmap.org/**", lambda route: route.abort())
    assert not any("openstreetmap.org" in url for url in result.asked)
    with page.expect_request("https://tile.openstreetmap.org/**"):
        page.get_by_role("button", name="Show tiles from the internet").click()
    expect(page.locator(".leaflet-control-attribution")).to_contain_text("OpenStreetMap contributors (ODbL)")
    back = page.get_by_role("button", name="Show the map without the internet")
    assert back.get_attribute("aria-pressed") == "true"
    back.press("Enter")
    expect(page.locator(".leaflet-energyTiles-pane .leaflet-layer")).to_have_count(0)
    assert "Tiles: OpenStreetMap" not in page.locator(".leaflet-control-attribution").inner_text()
    page.context.close()
