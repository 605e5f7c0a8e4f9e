"""A real browser, and the dashboard that the tests share."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator

import pytest
from browser_world import Served, Visit, running
from playwright.sync_api import Browser, Error, Route, WebSocket, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
REMEDY = "Install Chromium (Debian: apt install chromium; else: python -m playwright install chromium)"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """An installed Chromium, else Playwright's own; without either the tests fail and say what to do."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(executable_path=found)
        except Error as error:
            pytest.fail(f"no browser to test with ({error.message.splitlines()[0]}). {REMEDY}")
        yield started
        started.close()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The dashboard that the tests share; at the end nothing may have left the machine."""
    with running(tmp_path_factory.mktemp("served")) as dashboard:
        yield dashboard
        assert dashboard.left() == []


@pytest.fixture
def visit(browser: Browser, served: Served) -> Iterator[Callable[..., Visit]]:
    """Visits in fresh contexts; at the end none of them may have asked another host for anything."""
    visits: list[Visit] = []

    def fresh(dashboard: Served = served, *, width: int = 1440, height: int = 900) -> Visit:
        context = browser.new_context(viewport={"width": width, "height": height})
        foreign: list[str] = []

        def allow(route: Route) -> None:
            if route.request.url.startswith((dashboard.url, "data:", "blob:")):
                route.continue_()
            else:
                foreign.append(route.request.url)
                route.abort()

        def heard(socket: WebSocket) -> None:
            if not socket.url.startswith(dashboard.url.replace("http", "ws", 1)):
                foreign.append(socket.url)

        context.route("**/*", allow)
        context.on("page", lambda page: page.on("websocket", heard))
        visits.append(Visit(context, dashboard, foreign))
        return visits[-1]

    yield fresh
    for done in visits:
        done.context.close()
    assert [url for done in visits for url in done.foreign] == []
