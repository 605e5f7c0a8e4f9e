"""What every room's tests share: settings that never touch the checkout, and one knowledge for all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from tracker.config import settings

ROOT = Path(__file__).resolve().parent.parent

# a slow machine is no fault of the code: nothing here is judged by the clock
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Each test has a store of its own and starts with fresh settings; built tables are shared."""
    monkeypatch.setenv("TRACKER_DATABASE_URL", f"sqlite:///{tmp_path / 'tracker.db'}")
    monkeypatch.setenv("TRACKER_CACHE_DIR", str(ROOT / "var" / "cache"))
    settings.cache_clear()
    yield
    settings.cache_clear()
