"""What changed since yesterday and since the last visit; the cookie holds two times and nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from tracker.config import settings
from tracker.knowledge import knowledge
from tracker.model import Article
from tracker.pipeline import ingest
from tracker.store import Store
from tracker.store import store as store_module
from tracker.views import data, visits

Open = Callable[..., AppTest]
NOW = datetime(2026, 6, 10, 7, 1, tzinfo=UTC)
NEWS = (
    "Ukrainian drones struck the Unecha oil pumping station in Bryansk Oblast overnight on 9 June 2026, "
    "regional governor Alexander Bogomaz said. A fire broke out."
)


def html(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.get("html"))


def asked(
    cookie: str | None = None, kind: str = "text/html; charset=utf-8", scheme: str = "http"
) -> list[str]:
    """The cookies that a request is answered with."""
    sent: list[dict[str, Any]] = []

    async def behind(_scope: Any, _receive: Any, send: Any) -> None:
        await send(
            {"type": "http.response.start", "status": 200, "headers": [(b"content-type", kind.encode())]}
        )

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(dict(message))

    headers = [(b"cookie", cookie.encode())] if cookie is not None else []
    scope = {"type": "http", "scheme": scheme, "headers": headers}
    asyncio.run(visits.Remember(behind)(scope, receive, send))
    return [value.decode() for name, value in sent[0]["headers"] if name.lower() == b"set-cookie"]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visits, "now", lambda: NOW)


@pytest.mark.usefixtures("clock")
def test_an_opened_page_is_remembered_by_its_minute_and_that_of_the_visit_before() -> None:
    rules = "; Path=/; Max-Age=15552000; HttpOnly; SameSite=Lax"
    assert asked() == [f"tracker_visits=20260610T0701Z{rules}"]
    assert asked("a=b; tracker_visits=20260609T0702Z") == [
        f"tracker_visits=20260610T0701Z.20260609T0702Z{rules}"
    ]
    assert asked(scheme="https") == [f"tracker_visits=20260610T0701Z{rules}; Secure"]


@pytest.mark.usefixtures("clock")
def test_what_is_no_page_gets_no_cookie() -> None:
    assert asked(kind="application/json") == []


def test_a_page_opened_again_within_the_hour_is_the_same_visit() -> None:
    again = visits.following("20260610T0701Z.20260609T0702Z", NOW + timedelta(minutes=59))
    assert again == "20260610T0800Z.20260609T0702Z"
    assert visits.following(again, NOW + timedelta(hours=9)) == "20260610T1601Z.20260610T0800Z"


@pytest.mark.parametrize(
    "held",
    [
        "", "x", "20260610", "20261310T0701Z", "20260611T0701Z", "00010101T0000Z", "20260609T0702Z.",
        "20260609T0702Z.20260608T0702Z.x", "٢٠٢٦٠٦٠٩T0702Z",
    ],
)  # fmt: skip
def test_a_cookie_that_no_clock_of_ours_wrote_says_nothing(held: str) -> None:
    assert visits.times(held, NOW) == (None, None)
    assert visits.following(held, NOW) == "20260610T0701Z"


@given(st.text(max_size=60))
def test_any_cookie_is_read_and_only_times_are_written(held: str) -> None:
    assert visits._TIMES.fullmatch(visits.following(held, NOW))
    assert len(asked(f"{visits.COOKIE}={held}".encode("ascii", "ignore").decode())) == 1


def visited(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    context = type("Context", (), {"cookies": {visits.COOKIE: value}, "theme": visits.st.context.theme})()
    monkeypatch.setattr(visits.st, "context", context)
    monkeypatch.setattr(visits, "now", lambda: NOW)


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(store_module, "_now", lambda: moment)


@pytest.fixture
def grown(page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store filled on 1 June 2026 to which one article came on the 9th at noon."""
    at(monkeypatch, datetime(2026, 6, 1, tzinfo=UTC))
    page()
    at(monkeypatch, datetime(2026, 6, 9, 12, tzinfo=UTC))
    more = Article(id="n", text=NEWS, lang="en", published=date(2026, 6, 9), publisher="Example")
    with Store.open(settings().database_url) as store:
        ingest(store, [more], knowledge())


@pytest.mark.usefixtures("grown")
def test_the_map_says_what_came_yesterday_and_since_the_last_visit(
    page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = html(page())
    assert "Yesterday and today: 1 strike came" in body
    assert "New: 8-9 Jun 2026 Unecha line-operation station" in body
    assert '<a href="./strike?strike=unecha-pumping-station-2026-06-08" target="_self">open</a>' in body
    assert "last visit" not in body
    visited(monkeypatch, "20260610T0701Z.20260609T1300Z")
    body = html(page())
    assert "Since your last visit (9 Jun 2026, 13:00 UTC): no strike came" in body
    visited(monkeypatch, "20260610T0701Z.20260609T1100Z")
    assert "Since your last visit (9 Jun 2026, 11:00 UTC): <" not in html(page())
    assert "11:00 UTC): 1 strike came" in html(page())


@pytest.mark.usefixtures("grown")
def test_what_changed_is_worked_out_once_and_not_at_all_where_nothing_came(
    page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked: list[datetime | None] = []
    view = data.history.view
    monkeypatch.setattr(
        data.history, "view", lambda store, moment=None: (worked.append(moment), view(store, moment))[1]
    )
    visited(monkeypatch, "20260610T0701Z.20260609T1300Z")
    for _ in range(3):
        page()
    assert [moment for moment in worked if moment] == [datetime(2026, 6, 9, tzinfo=UTC)]


def test_a_store_younger_than_yesterday_says_that_it_does_not_know(page: Open) -> None:
    assert "Yesterday and today: not known, because this store began later." in html(page())


@pytest.mark.usefixtures("grown")
def test_a_page_of_an_earlier_moment_has_its_own_account_of_changes(page: Open) -> None:
    body = html(page("", known="2026-06-05T00:00:00Z"))
    assert "Yesterday and today" not in body
    assert "Since then: 1 strike came" in body
