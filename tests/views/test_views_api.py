"""The routes beside the pages: assets from this machine only, strikes for machines, plain refusals."""

from __future__ import annotations

import asyncio
import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import streamlit as st
from starlette.applications import Starlette

from tracker.config import settings
from tracker.model import (
    Article,
    DateBasis,
    DatePrecision,
    Kind,
    Parsed,
    Place,
    Precision,
    Report,
    Status,
    Strike,
    Target,
    When,
)
from tracker.store import Store
from tracker.views import api

ASSETS = [f"/assets/leaflet/{name}" for name in sorted(api.LEAFLET)]
ASSETS += [f"/assets/map/{name}" for name in sorted(api.MAP)]


@dataclass
class Answer:
    """What a route sent back."""

    status_code: int
    headers: dict[str, str]
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode("utf-8")

    def json(self) -> Any:
        return json.loads(self.content)


class Client:
    """Asks the routes in this process, as a server would."""

    def __init__(self) -> None:
        self._app = Starlette(routes=api.routes())

    def get(self, url: str, headers: Mapping[str, str] | None = None, method: str = "GET") -> Answer:
        return asyncio.run(self._ask(method, url, headers or {}))

    async def _ask(self, method: str, url: str, headers: Mapping[str, str]) -> Answer:
        path, _, query = url.partition("?")
        scope = {
            "type": "http", "http_version": "1.1", "method": method, "scheme": "http", "root_path": "",
            "server": ("127.0.0.1", 80), "path": unquote(path), "raw_path": path.encode(),
            "query_string": query.encode(),
            "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
        }  # fmt: skip
        sent: list[Any] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Any) -> None:
            sent.append(message)

        await self._app(scope, receive, send)
        got = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
        return Answer(sent[0]["status"], got, b"".join(message.get("body", b"") for message in sent[1:]))


def strike(name: str, kind: Kind, day: int) -> Strike:
    place = Place(
        name=name, precision=Precision.TOWN, radius_km=5, country="RU", lat=50.0 + day / 10, lon=40.0
    )
    when = When(date(2025, 8, day), date(2025, 8, day), DatePrecision.DAY, DateBasis.EXPLICIT)
    return Strike(
        id=f"{name}-2025-08-{day}", name=name, kind=kind, facility_id=None, place=place, when=when,
        attacker="UA", status=Status.CONFIRMED,
    )  # fmt: skip


@pytest.fixture
def client() -> Iterator[Client]:
    yield Client()
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def stored(monkeypatch: pytest.MonkeyPatch) -> None:
    """A store of two strikes that takes nothing from data/."""
    monkeypatch.setattr("tracker.views.data.is_seeded", lambda *_: True)
    with Store.open(settings().database_url) as store:
        report = Report(
            article_id="a",
            target=Target(name="depot", kind=Kind.OIL_DEPOT),
            when=When(),
            status=Status.CONFIRMED,
        )
        store.add(Parsed(article=Article(id="a", text="A depot was hit."), reports=(report,)))
        store.put_strikes([strike("kstovo", Kind.REFINERY, 3), strike("proletarsk", Kind.OIL_DEPOT, 18)])


@pytest.mark.parametrize("path", ASSETS)
def test_every_asset_is_served_typed_and_revalidated(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.content
    assert answer.headers["content-type"].split(";")[0] == api.TYPES[path.rpartition(".")[2]]
    assert answer.headers["x-content-type-options"] == "nosniff"
    again = client.get(path, headers={"If-None-Match": f'"other", W/{answer.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "path",
    [
        "leaflet/../__init__.py", "leaflet/%2e%2e/__init__.py", "leaflet//etc/passwd",
        "leaflet/leaflet-src.js",
        "leaflet/", "leaflet/images", "map/../../palette.py", "map/%2e%2e/palette.py", "map/..%2fpalette.py",
        "map/base.json/x",
    ],
)  # fmt: skip
def test_nothing_else_is_served(client: Client, path: str) -> None:
    assert client.get(f"/assets/{path}").status_code == 404


def test_the_base_map_holds_ukraine_with_crimea_and_cities(client: Client) -> None:
    base = client.get("/assets/map/base.json").json()
    assert {"Ukraine", "Hungary", "Slovakia"} <= {country[0] for country in base["land"]}
    names = [city[0] for city in base["cities"]]
    assert {"Budapest", "Bratislava", "Kyiv", "Simferopol"} <= set(names)
    people = [city[3] for city in base["cities"]]
    assert people == sorted(people, reverse=True)


def test_no_asset_names_another_host(client: Client) -> None:
    for path in ASSETS:
        if path.endswith((".js", ".css", ".json")) and "leaflet/leaflet" not in path:
            assert "http" not in client.get(path).text


def test_health_says_the_revision(client: Client, stored: None) -> None:
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json()["status"] == "ok"
    assert answer.json()["revision"] >= 1
    assert answer.headers["cache-control"] == "no-store"


def test_a_broken_store_is_a_503_that_says_why(client: Client, tmp_path: Path) -> None:
    (tmp_path / "tracker.db").write_bytes(b"this is no database, and it is long enough to be looked at" * 40)
    for path in ("/healthz", "/api/strikes.csv", "/api/strikes.geojson"):
        answer = client.get(path)
        assert answer.status_code == 503
        assert "tracker.db" in answer.json()["error"]


def test_geojson_and_csv_hold_the_same_filtered_strikes(client: Client, stored: None) -> None:
    def ids(query: str) -> list[str]:
        answer = client.get(f"/api/strikes.geojson{query}")
        assert answer.headers["content-type"] == "application/geo+json"
        table = client.get(f"/api/strikes.csv{query}")
        assert table.headers["content-type"] == "text/csv; charset=utf-8"
        found = [feature["id"] for feature in json.loads(answer.content)["features"]]
        assert [row["id"] for row in csv.DictReader(io.StringIO(table.text, newline=""))] == found
        return found

    assert ids("") == ["kstovo-2025-08-3", "proletarsk-2025-08-18"]
    assert ids("?kind=refinery") == ["kstovo-2025-08-3"]
    assert ids("?from=2025-08-10&to=2025-08-31") == ["proletarsk-2025-08-18"]
    assert ids("?kind=refinery&kind=oil_depot&country=RU") == ["kstovo-2025-08-3", "proletarsk-2025-08-18"]
    assert ids("?attacker=RU") == []


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("kind=castle", "kind=castle"), ("colour=red", "colour=red"), ("from=yesterday", "from=yesterday"),
        ("from=2025-08-22&to=2025-08-01", "from=2025-08-22"), ("kind=refinery&kind=castle", "kind=castle"),
    ],
)  # fmt: skip
def test_what_is_not_known_is_named_with_a_400(client: Client, stored: None, query: str, named: str) -> None:
    for form in ("csv", "geojson"):
        answer = client.get(f"/api/strikes.{form}?{query}")
        assert answer.status_code == 400
        assert named in answer.json()["error"]
        assert answer.json()["unknown"]


def test_a_new_strike_shows_at_once_and_an_unchanged_store_is_a_304(client: Client, stored: None) -> None:
    first = client.get("/api/strikes.csv")
    tag = {"If-None-Match": first.headers["etag"]}
    assert client.get("/api/strikes.csv", headers=tag).status_code == 304
    with Store.open(settings().database_url) as store:
        store.put_strikes([*store.strikes(), strike("saratov", Kind.REFINERY, 20)])
    assert "saratov" in client.get("/api/strikes.csv", headers=tag).text


def test_the_same_link_gives_machines_what_was_known_at_a_moment(client: Client) -> None:
    now = client.get("/api/strikes.geojson?all=1").json()["features"]
    then = client.get("/api/strikes.geojson?all=1&known=2025-08-22").json()["features"]
    assert 0 < len(then) < len(now)
    assert {f["id"] for f in then} - {f["id"] for f in now} == set()
    again = client.get("/api/strikes.geojson?all=1").json()["features"]
    assert again == now
    for day in range(1, 12):
        assert client.get(f"/api/strikes.csv?known=2025-08-{day:02}").status_code == 200


def test_only_reading_is_allowed(client: Client) -> None:
    assert client.get("/api/strikes.csv", method="POST").status_code == 405
    assert client.get("/assets/map/base.json", method="DELETE").status_code == 405
