"""The map in a real browser, rendered whole and served with the assets: drawn, clickable, inert, offline."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
import uvicorn
from figure_makers import HOSTILE, RYAZAN, SOMEWHERE, UNECHA, pipelines, strike
from playwright.sync_api import Browser, Page, sync_playwright
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from tracker.figures import maps
from tracker.model import FlowStatus, Kind
from tracker.views import api

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
    """A server with the assets and one page that shows the map of hostile and ordinary strikes."""

    def page(_: Request) -> HTMLResponse:
        legs = pipelines()
        result = maps.base_map(legs)
        hostile = strike(
            name=" ".join(HOSTILE), id="hostile", place=RYAZAN, facility_id="r", kind=Kind.REFINERY
        )
        region = strike(id="region", place=SOMEWHERE, facility_id=None, kind=Kind.SUBSTATION)
        shown = [strike(), hostile, region]
        maps.strikes_layer(shown, {"unecha-mozyr": FlowStatus.HALTED}, legs, "hostile").add_to(result)
        return HTMLResponse(result.get_root().render())

    app = Starlette(routes=[Route("/", page), *api.routes()])
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
        server.should_exit = True
        thread.join()


@pytest.fixture(params=["light", "dark"])
def served(browser: Browser, site: str, request: pytest.FixtureRequest) -> Iterator[Served]:
    context = browser.new_context(color_scheme=request.param, viewport={"width": 1000, "height": 700})
    page = context.new_page()
    result = Served(page, "")
    page.on("request", lambda asked: result.asked.append(asked.url))
    page.on("pageerror", lambda error: result.complaints.append(str(error)))
    page.on("console", lambda line: result.complaints.append(line.text) if line.type == "error" else None)
    page.goto(site)
    page.wait_for_selector("[data-spots='3']")
    result.name = str(page.get_attribute(".folium-map", "id"))
    page.wait_for_function(f"() => Object.values({result.name}._layers).some(layer => layer._countries)")
    assert page.get_attribute(".folium-map", "data-theme") == request.param
    yield result
    context.close()


def click(served: Served, lat: float, lon: float) -> str:
    """Clicks on a place of the map; the text of the note that opens."""
    served.ask(f"void ({SHEET}.on('click', event => window.clicked = event.latlng))")
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
