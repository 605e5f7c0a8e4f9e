"""Every page opens on a hundred thousand strikes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from tracker import history
from tracker.history import View
from tracker.model import Strike, When
from tracker.store import Store

Open = Callable[..., AppTest]
MANY = 100_000


def many(strikes: tuple[Strike, ...]) -> tuple[Strike, ...]:
    """So many strikes, made of these by moving them day by day into the past."""
    dated = [strike for strike in strikes if strike.when.start and strike.when.end]
    return tuple(
        replace(
            one,
            id=f"{one.id}-x{number}",
            when=When(
                one.when.start - timedelta(days=number // len(dated)) if one.when.start else None,
                one.when.end - timedelta(days=number // len(dated)) if one.when.end else None,
                one.when.precision,
                one.when.basis,
            ),
        )
        for number, one in zip(range(MANY), dated * (MANY // len(dated) + 1), strict=False)
    )


@pytest.fixture
def crowded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A store whose strikes are multiplied when they are read."""
    real = history.view

    def multiplied(store: Store, moment: object = None) -> View:
        found = real(store)
        return replace(found, strikes=many(found.strikes))

    monkeypatch.setattr(history, "view", multiplied)


@pytest.mark.parametrize(
    "path", ["", "supply.py", "whatif.py", "campaign.py", "strikes.py", "strike.py", "review.py", "method.py"]
)
def test_a_page_opens_on_a_hundred_thousand_strikes(page: Open, crowded: None, path: str) -> None:
    opened = page(path)
    assert not opened.exception
    body = "\n".join(element.proto.body for element in opened.get("html"))
    assert 'role="alert"' not in body
    if path in ("", "campaign.py", "strikes.py"):
        said = next(e.proto.body for e in opened.get("html") if 'class="answer"' in e.proto.body)
        assert 30_000 < int(said.split("<bdi>")[1].split()[0].replace(",", "")) <= MANY
