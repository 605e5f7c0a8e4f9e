"""How fast the dashboard is, as ratios against a page with pydeck in the same run: `make bench-dashboard`.

1. In a real browser, for 20,000 and 100,000 strikes: from opening the page to visible markers, and from the
   click on a filter that drops a tenth of the strikes to the redrawn map. Our clock stops two frames after
   the layer of our map holds the strikes that match, pydeck's two frames after a draw call for as many.
2. Twenty sessions that change a filter at the same moment, each to a period of its own, against one.
3. How much memory the server has gained for each of these sessions.

The stores are made up (`dashboard_world.py`) and kept between runs. Rounds alternate between both pages, each
in a new browser profile with both servers warm. Ends with 1 when a goal is missed.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import median

import dashboard_world as world
import pandas as pd
from dashboard_server import ROOT, Server, Session, all_at_once, open_sessions, serving
from playwright.sync_api import Browser, Page, sync_playwright

from tracker.figures import words

SIZES = (20_000, 100_000)
VIEWS = ("facilities", "strikes")
ROUNDS = 3
SESSIONS = 20
CHANGES = 3
"""How often each of the sessions changes its filter."""
AS_FAST, FACILITIES_UPDATE, AT_ONCE, MEGABYTES = 1.2, 0.4, 25.0, 15.0
PATIENCE = 120.0
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost"
"""Chromium finds no other host: pydeck would wait for tiles of the internet."""

WATCH = """
(() => {
  const now = () => performance.timeOrigin + performance.now();
  const bench = (window.bench = { drawn: {}, clicked: 0 });
  const frames = (then) => requestAnimationFrame(() => requestAnimationFrame(then));
  const saw = (count) => frames(() => (bench.drawn[count] ??= now()));
  addEventListener("pointerdown", () => (bench.clicked = now()), true);
  for (const kind of [window.WebGLRenderingContext, window.WebGL2RenderingContext]) {
    for (const name of ["drawArraysInstanced", "drawElementsInstanced"]) {
      const draw = kind && kind.prototype[name];
      if (!draw) continue;
      kind.prototype[name] = function (...values) {
        saw(values[name === "drawArraysInstanced" ? 3 : 4]);
        return draw.apply(this, values);
      };
    }
  }
  let last = -1;
  const layers = () => [...document.querySelectorAll("iframe")].flatMap((frame) =>
    Object.values(frame.contentWindow?.map?._layers ?? {}).filter((layer) => layer._spots && layer._pen));
  const look = () => {
    const ours = layers();
    const total = ours.reduce((all, layer) => layer._spots.reduce((n, spot) => n + spot.count, all), 0);
    if (ours.length && total !== last) saw((last = total));
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();
"""


@dataclass(frozen=True)
class Times:
    """Seconds to visible markers, and from the click on a filter to the redrawn map."""

    load: float
    update: float


@dataclass(frozen=True)
class Line:
    """One figure beside its goal."""

    name: str
    figure: float
    most: float
    detail: str

    def __str__(self) -> str:
        """The line of the table."""
        word = "ok" if self.met else "MISSED"
        return f"{self.name:<46} {self.figure:>7.2f}  at most {self.most:>5.1f}  {word:<6}  {self.detail}"

    @property
    def met(self) -> bool:
        """Whether the figure is as low as it must be."""
        return self.figure <= self.most


def visit(browser: Browser, url: str, before: int, after: int) -> Times:
    """One reader in a new profile: opens the page, then keeps only one attacker's strikes."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.add_init_script(WATCH)
    page = context.new_page()
    page.goto(url)
    drawn = _drawn(page, before)
    load = drawn - float(page.evaluate("performance.timeOrigin"))
    _settled(page)
    _filter(page)
    drawn = _drawn(page, after)
    update = drawn - float(page.evaluate("bench.clicked"))
    context.close()
    return Times(load / 1000, update / 1000)


def _filter(page: Page) -> None:
    field = page.get_by_test_id("stMultiSelect").filter(has_text="Attacker")
    field.get_by_role("combobox").click()
    page.get_by_role("option", name="U").first.click()


def _settled(page: Page) -> None:
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=60_000)


def _drawn(page: Page, count: int) -> float:
    """The moment at which so many strikes were first seen on the map."""
    page.wait_for_function(f"bench.drawn[{count}]", timeout=PATIENCE * 1000)
    return float(page.evaluate(f"bench.drawn[{count}]"))


@contextmanager
def both(size: int) -> Iterator[tuple[Server, Server]]:
    """Our dashboard and the page with pydeck, over the same strikes."""
    ours = {"TRACKER_DATABASE_URL": world.store(size)}
    theirs = {"BENCH_POINTS": str(world.points(size))}
    with (
        serving(ROOT / "app.py", ours) as dashboard,
        serving(Path(__file__).with_name("pydeck_page.py"), theirs) as pydeck,
    ):
        yield dashboard, pydeck


def against_pydeck(browser: Browser, dashboard: Server, pydeck: Server, size: int, rounds: int) -> list[Line]:
    """Load and filter change of every view of our map against pydeck's."""
    frame = pd.read_parquet(world.points(size))
    counts = len(frame), int((frame["attacker"] == "UA").sum())
    pages = {"pydeck": f"{pydeck.url}/"}
    pages |= {view: f"{dashboard.url}/" + f"?view={view}" * bool(n) for n, view in enumerate(VIEWS)}
    for url in pages.values():
        visit(browser, url, *counts)
    times: dict[str, list[Times]] = {name: [] for name in pages}
    for _ in range(rounds):
        for name, url in pages.items():
            times[name].append(visit(browser, url, *counts))
    lines = []
    for view in VIEWS:
        goal = FACILITIES_UPDATE if (view, size) == (VIEWS[0], max(SIZES)) else AS_FAST
        lines += [
            _ratio(f"{size:,} {view}: load", times, view, lambda t: t.load, AS_FAST),
            _ratio(f"{size:,} {view}: filter change", times, view, lambda t: t.update, goal),
        ]
    return lines


def _ratio(
    name: str, times: dict[str, list[Times]], view: str, pick: Callable[[Times], float], most: float
) -> Line:
    pairs = [(pick(ours), pick(theirs)) for ours, theirs in zip(times[view], times["pydeck"], strict=True)]
    ours, theirs = (median(side) for side in zip(*pairs, strict=True))
    detail = f"{ours:.2f} s against {theirs:.2f} s"
    return Line(name, median(ours / theirs for ours, theirs in pairs), most, detail)


async def together(server: Server, size: int) -> list[Line]:
    """Twenty sessions at once against one, and the memory of a session."""
    links = _links()
    alone = await open_sessions(server, 1)
    one = [await alone[0].run(*next(links)) for _ in range(CHANGES * 3)]
    before = server.megabytes
    crowd = await open_sessions(server, SESSIONS)
    many = [second for _ in range(CHANGES) for second in await _changed(crowd, links)]
    grown = (server.megabytes - before) / SESSIONS
    ratio = median(many) / median(one)
    detail = f"{median(many):.2f} s against {median(one):.2f} s"
    return [
        Line(f"{size:,} {SESSIONS} sessions at once: filter change", ratio, AT_ONCE, detail),
        Line(f"{size:,} memory of a session, MB", grown, MEGABYTES, f"{before:.0f} MB before"),
    ]


async def _changed(crowd: list[Session], links: Iterator[tuple[str, str]]) -> list[float]:
    return await all_at_once(crowd, [next(links) for _ in crowd])


def _links() -> Iterator[tuple[str, str]]:
    """A period that nobody has asked for yet, and its day as the page says it; again and again."""
    day = date(2022, 3, 1)
    while True:
        day += timedelta(days=1)
        yield f"from={day}", words.day(day)


def measure(sizes: list[int], rounds: int) -> list[Line]:
    """All figures for these sizes, printed as they come."""
    found: list[Line] = []
    chromium = next(filter(None, map(shutil.which, NAMES)), None)
    for size in sizes:
        with both(size) as (dashboard, pydeck):
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=chromium, args=[ALONE])
                lines = against_pydeck(browser, dashboard, pydeck, size, rounds)
                browser.close()
            lines += asyncio.run(together(dashboard, size))
        print(*lines, sep="\n", flush=True)
        found += lines
    return found


def main() -> int:
    """1 when a goal is missed."""
    options = argparse.ArgumentParser(description="The dashboard against pydeck.")
    options.add_argument(
        "--sizes", type=int, nargs="+", default=list(SIZES), help="the goals are for 20000 and 100000"
    )
    options.add_argument("--rounds", type=int, default=ROUNDS)
    chosen = options.parse_args()
    missed = [line for line in measure(chosen.sizes, chosen.rounds) if not line.met]
    print(f"{len(missed)} goals missed" if missed else "every goal met")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
