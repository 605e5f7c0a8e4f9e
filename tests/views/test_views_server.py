"""Serving: the routes beside the pages, refused origins, and the options that travel with the program."""

from __future__ import annotations

import asyncio
from pathlib import Path
from queue import Queue
from typing import Any

import pytest
from streamlit import config
from streamlit.web.server.app_discovery import discover_asgi_app

from tracker.config import settings
from tracker.views import server

ROOT = Path(__file__).resolve().parents[2]


def ask(kind: str, headers: dict[str, str]) -> list[dict[str, Any]]:
    """What a request with these headers is answered with; an accepted one answers `passed on`."""
    sent: list[dict[str, Any]] = []

    async def send(message: Any) -> None:
        sent.append(dict(message))

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def behind(_scope: Any, _receive: Any, _send: Any) -> None:
        sent.append({"type": "passed on"})

    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    asyncio.run(server.SameOrigin(behind)({"type": kind, "headers": raw, "method": "GET"}, receive, send))
    return sent


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize(
    "headers",
    [{}, {"host": "localhost:8501"}, {"host": "localhost:8501", "origin": "http://localhost:8501"}],
)
def test_requests_of_our_own_pages_pass(kind: str, headers: dict[str, str]) -> None:
    assert ask(kind, headers) == [{"type": "passed on"}]


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://localhost:8502"])
def test_requests_of_other_sites_are_refused_before_streamlit_looks_them_up(origin: str) -> None:
    headers = {"host": "localhost:8501", "origin": origin}
    assert ask("http", headers)[0]["status"] == 403
    assert ask("websocket", headers) == [{"type": "websocket.close", "code": 1008}]


def test_streamlit_run_finds_the_app() -> None:
    found = discover_asgi_app(ROOT / "app.py")
    assert found.is_asgi_app
    assert found.app_name == "app"


def test_the_packaged_options_are_options_of_this_streamlit_and_keep_it_to_itself() -> None:
    options = server.packaged_options()
    unknown = [name for name in options if name not in config._config_options_template]
    assert unknown == []
    assert options["server.address"] == "127.0.0.1"
    assert options["browser.gatherUsageStats"] is False
    assert options["browser.serverAddress"] == "localhost"
    assert options["theme.light.textColor"] != options["theme.dark.textColor"]


def test_the_upload_limit_is_the_parsers_limit() -> None:
    assert server.packaged_options()["server.maxUploadSize"] * 1_000_000 == settings().max_article_bytes


def test_environment_variables_are_named_as_streamlit_names_them() -> None:
    for name in server.packaged_options():
        assert server._variable(name) == config._config_options_template[name].env_var


@pytest.mark.parametrize("headless", [True, False])
def test_the_readers_browser_is_opened_unless_there_is_none(
    headless: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: Queue[str] = Queue()
    values = {"server.headless": headless, "server.port": 8600, "browser.serverAddress": "localhost"}
    monkeypatch.setattr(config, "get_option", values.get)
    monkeypatch.setattr(server.webbrowser, "open", opened.put)

    async def start() -> None:
        async with server.lifespan(server.st.App(server.SCRIPT)):
            pass

    asyncio.run(start())
    if headless:
        assert opened.empty()
    else:
        assert opened.get(timeout=10) == "http://localhost:8600/"


def test_no_page_holds_logic() -> None:
    pages = list((ROOT / "tracker" / "views" / "app_pages").glob("*.py"))
    assert len(pages) > 5
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert len(text.splitlines()) <= 60
        assert "def " not in text
