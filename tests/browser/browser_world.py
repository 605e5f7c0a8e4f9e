"""A real server, `streamlit run app.py` on a free port, watched for every way out, and visits to it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import BrowserContext, Page, expect

ROOT = Path(__file__).resolve().parents[2]
TODAY = "2026-06-10"


@dataclass(frozen=True)
class Served:
    """A running dashboard: its address, and the file that lists what left the machine."""

    url: str
    egress: Path

    def left(self) -> list[str]:
        """Every connection or look-up that was not of this machine."""
        return self.egress.read_text(encoding="utf-8").splitlines() if self.egress.exists() else []


@dataclass(frozen=True)
class Visit:
    """A browser context of its own on one dashboard; `foreign` lists requests to other hosts."""

    context: BrowserContext
    served: Served
    foreign: list[str]

    def open(self, link: str = "/") -> Page:
        """Opens a link and waits until the page stands."""
        page = self.context.new_page()
        page.goto(self.served.url + link)
        settled(page)
        return page


def settled(page: Page) -> None:
    """Waits until the script of the page has run and its first sentence stands."""
    page.wait_for_selector(".answer", timeout=60_000)
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=60_000)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=60_000)


@contextmanager
def running(folder: Path) -> Iterator[Served]:
    """A dashboard with a store of its own in `folder`, until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    served = Served(f"http://localhost:{port}", folder / "egress.txt")
    path = os.pathsep.join([str(ROOT / "tests" / "browser" / "watch"), str(ROOT)])
    values = {
        "PYTHONPATH": path, "TRACKER_TEST_EGRESS": str(served.egress), "TRACKER_TODAY": TODAY,
        "TRACKER_DATABASE_URL": f"sqlite:///{folder / 'tracker.db'}",
        "TRACKER_CACHE_DIR": str(ROOT / "var" / "cache"),
    }  # fmt: skip
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py")]
    command += ["--server.port", str(port), "--server.headless", "true"]
    with (folder / "server.log").open("w", encoding="utf-8") as log:
        server = subprocess.Popen(command, cwd=folder, env=os.environ | values, stdout=log, stderr=log)
        try:
            _wait(server, served.url, folder / "server.log")
            yield served
        finally:
            server.terminate()
            server.wait(20)


def _wait(server: subprocess.Popen[bytes], url: str, log: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if server.poll() is not None:
            break
        try:
            with urlopen(f"{url}/_stcore/health", timeout=5):  # noqa: S310
                return
        except OSError:  # not yet there, or still closing the door on us
            time.sleep(0.1)
    pytest.fail(f"the dashboard did not start:\n{log.read_text(encoding='utf-8')}")
