"""The pages run on the frame, each test with a store of its own and a fixed today."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tracker.config import settings
from tracker.views import server

Open = Callable[..., AppTest]


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Opens a page by its path with query parameters, in a session of its own."""
    monkeypatch.setenv("TRACKER_TODAY", "2026-06-10")
    settings.cache_clear()

    def opened(path: str = "", **query: str | list[str]) -> AppTest:
        test = AppTest.from_file(str(server.SCRIPT), default_timeout=120)
        for name, value in query.items():
            test.query_params[name] = value
        test.run()
        return test.switch_page(f"app_pages/{path}").run() if path else test

    yield opened
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which data/ lists no strikes."""
    from tracker.views import data

    monkeypatch.setattr(data, "seed", lambda store, known, progress: None)
