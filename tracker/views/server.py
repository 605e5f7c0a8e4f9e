"""How the dashboard is served: its script, the routes beside it, and who may talk to it."""

from __future__ import annotations

import os
import tomllib
import webbrowser
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import streamlit as st
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config
from streamlit.starlette import App

from tracker.config import settings
from tracker.errors import DataError
from tracker.views import api, visits

SCRIPT = Path(__file__).with_name("frame.py")
"""The script that Streamlit runs for every page."""


def routes() -> list[BaseRoute]:
    """The routes beside the pages: assets of the map, and data for machines."""
    return list(api.routes())


def middleware() -> list[Middleware]:
    """What stands before Streamlit: requests of other sites are refused, visits get their cookie."""
    return [Middleware(SameOrigin), Middleware(visits.Remember)]


@asynccontextmanager
async def lifespan(_: App) -> AsyncIterator[None]:
    """Opens the reader's browser once the server is up, as `streamlit run` does for plain scripts only."""
    if not config.get_option("server.headless"):
        Thread(target=webbrowser.open, args=(home(),), daemon=True).start()
    yield


def home() -> str:
    """The address under which this machine's browser finds the dashboard."""
    scheme = "https" if config.get_option("server.sslCertFile") else "http"
    path = str(config.get_option("server.baseUrlPath") or "").strip("/")
    return (
        f"{scheme}://{config.get_option('browser.serverAddress')}:{config.get_option('server.port')}/{path}"
    )


def serve(address: str, port: int) -> None:
    """Serves the dashboard until it is stopped; the same app as `streamlit run app.py`, also from a wheel.

    Streamlit's other options come from environment variables (`STREAMLIT_...`), else from the defaults that
    travel with the program. Raises DataError when those are missing.
    """
    defaults = {
        name: value for name, value in packaged_options().items() if _variable(name) not in os.environ
    }
    app = st.App(SCRIPT, routes=routes(), middleware=middleware(), lifespan=lifespan)
    app.run(config={**defaults, "server.address": address, "server.port": port})


def packaged_options() -> dict[str, Any]:
    """Streamlit's options of this program by dotted name, from the checkout or from the wheel."""
    data = settings().data()
    places = (data / "streamlit.toml", Path(__file__).parent.parent.parent / ".streamlit" / "config.toml")
    for path in places:
        if path.is_file():
            return dict(_flat(tomllib.loads(path.read_text(encoding="utf-8"))))
    raise DataError("the file is missing", where=str(places[0]), remedy="Install the program again")


def _flat(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


def _variable(option: str) -> str:
    words = "".join(f"_{letter}" if letter.isupper() else letter for letter in option.replace(".", "_"))
    return f"STREAMLIT_{words.upper()}"


class SameOrigin:
    """Refuses requests that a page of another site makes, before Streamlit sees them.

    Streamlit would compare such an origin with the machine's outside address and ask a foreign host for it.
    Sites that may embed or call the dashboard are named in `server.corsAllowedOrigins`.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request: passed on, or answered with 403 (a closed websocket)."""
        headers = dict(scope.get("headers") or ())
        origin = headers.get(b"origin", b"").decode("latin-1")
        if not origin or _allowed(origin, headers.get(b"host", b"").decode("latin-1")):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await PlainTextResponse("Refused: the request comes from another site.\n", 403)(
                scope, receive, send
            )


def _allowed(origin: str, host: str) -> bool:
    named = config.get_option("server.corsAllowedOrigins") or []
    return urlsplit(origin).netloc.lower() == host.lower() or origin in named
