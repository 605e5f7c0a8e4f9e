"""Routes beside the pages: the map's assets, and the strikes for machines.

They read the same parameters as the pages (`views/filters`), and answer 400 with the name of what they do
not know. Assets come from packages on this machine: the map needs no other host.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route
from xstatic.pkg import leaflet

from tracker import exports, figures
from tracker.config import settings
from tracker.errors import TrackerError
from tracker.figures import maps, places
from tracker.knowledge import cities, knowledge
from tracker.model import Article, Strike
from tracker.store import Store
from tracker.views import data, filters

TYPES = {"js": "text/javascript", "css": "text/css", "png": "image/png", "json": "application/json"}
LEAFLET = frozenset(
    {"leaflet.js", "leaflet.css"}
    | {
        f"images/{name}.png"
        for name in ("layers", "layers-2x", "marker-icon", "marker-icon-2x", "marker-shadow")
    }
)
MAP = frozenset(
    {f"{name}.js" for name in ("sheet", "base", "controls", "player", "marks", "strikes")}
    | {"map.css", "base.json", "names.json"}
)

Export = Callable[[Sequence[Strike], Mapping[str, Article]], str]


def routes() -> list[BaseRoute]:
    """All routes, for `st.App(routes=...)`."""
    return [
        Route("/assets/leaflet/{path:path}", _leaflet),
        Route("/assets/map/{path:path}", _map),
        Route("/healthz", _health),
        Route("/api/strikes.geojson", _geojson),
        Route("/api/strikes.csv", _csv),
    ]


async def _leaflet(request: Request) -> Response:
    path = request.path_params["path"]
    if path not in LEAFLET:
        return _missing(path)
    return _asset(request, path, await run_in_threadpool(_file, Path(leaflet.BASE_DIR) / path))


async def _map(request: Request) -> Response:
    path = request.path_params["path"]
    if path not in MAP:
        return _missing(path)
    if path == "base.json":
        return _asset(request, path, await run_in_threadpool(_base))
    if path == "names.json":
        return _asset(request, path, await run_in_threadpool(_names))
    return _asset(
        request, path, await run_in_threadpool(_file, Path(figures.__file__).parent / "static" / path)
    )


async def _health(_: Request) -> Response:
    headers = {"Cache-Control": "no-store"}
    try:
        revision = await run_in_threadpool(_revision)
    except TrackerError as error:
        return JSONResponse({"status": "broken", "error": str(error)}, 503, headers)
    return JSONResponse({"status": "ok", "revision": revision}, headers=headers)


async def _geojson(request: Request) -> Response:
    return await _strikes(request, exports.to_geojson, "application/geo+json", "strikes.geojson")


async def _csv(request: Request) -> Response:
    return await _strikes(request, exports.to_csv, "text/csv; charset=utf-8", "strikes.csv")


async def _strikes(request: Request, export: Export, kind: str, name: str) -> Response:
    wanted, unknown = filters.from_query(request.query_params.multi_items())
    if unknown:
        return JSONResponse({"error": f"not known: {', '.join(unknown)}", "unknown": unknown}, 400)
    try:
        content = await run_in_threadpool(_export, wanted, export)
    except TrackerError as error:
        return JSONResponse({"error": str(error)}, 503)
    headers = {"Content-Disposition": f'inline; filename="{name}"', "Cache-Control": "no-cache"}
    return _tagged(request, content, kind, headers)


def _export(wanted: filters.Filters, export: Export) -> bytes:
    seen = data.view_at(wanted.known)
    return export(filters.apply(seen.strikes, wanted), seen.articles).encode("utf-8")


def _revision() -> int:
    with Store.open(settings().database_url) as store:
        return store.revision()


@cache
def _file(path: Path) -> bytes:
    return path.read_bytes()


@cache
def _base() -> bytes:
    stations = places.stations(knowledge().supply, knowledge().gazetteer)
    return maps.base_json(knowledge().outlines, cities.load(), stations).encode("utf-8")


@cache
def _names() -> bytes:
    return places.names_json(knowledge().gazetteer).encode("utf-8")


def _asset(request: Request, path: str, content: bytes) -> Response:
    kind = TYPES[path.rpartition(".")[2]]
    return _tagged(request, content, kind, {"Cache-Control": "no-cache"})


def _tagged(request: Request, content: bytes, kind: str, headers: Mapping[str, str]) -> Response:
    """The content, or 304 when the browser says that it has it."""
    tag = f'"{sha256(content).hexdigest()[:24]}"'
    both = {**headers, "ETag": tag, "X-Content-Type-Options": "nosniff"}
    known = [part.strip().removeprefix("W/") for part in request.headers.get("if-none-match", "").split(",")]
    if tag in known:
        return Response(status_code=304, headers=both)
    return Response(content, media_type=kind, headers=both)


def _missing(path: str) -> Response:
    return JSONResponse({"error": f"no asset '{path[:100]}'"}, 404)
