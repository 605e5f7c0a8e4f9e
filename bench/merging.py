"""Whether merging stays linear: 10,000 and 100,000 reports in one process and run: `python bench/merging.py`.

The reports are made up: strikes on facilities, in towns and in regions, on nights and days, in weeks and
months, three reports each, a third of the articles copies of another. Ten times as many are spread once over
ten times as many days ("longer") and once over the same days ("denser"). Time is processor time, the least of
the rounds, because these machines are noisy; memory is the most that the merge itself held. Ratio 1.00 is
linear.
"""

from __future__ import annotations

import gc
import random
import sys
import time
import tracemalloc
from dataclasses import replace
from datetime import date, timedelta

from tracker.events import merge
from tracker.model import (
    Article,
    DateBasis,
    DatePrecision,
    Kind,
    Place,
    Precision,
    Report,
    Status,
    Target,
    When,
)

SIZES = (10_000, 100_000)
ALLOWED = 1.15
ROUNDS = 5
REPORTS_A_STRIKE = 3
DAYS = 1_000
FIRST = date(1990, 1, 1)
DAY = timedelta(days=1)
WORDS = [f"word{n}" for n in range(3_000)]
KINDS = (Kind.REFINERY, Kind.OIL_DEPOT, Kind.SUBSTATION, Kind.POWER_PLANT)

World = tuple[list[Report], dict[str, Article]]


def spot(number: int) -> Place:
    """One of 800 points of Eastern Europe: facilities, every fifth a town, every tenth a region."""
    lat, lon = 45 + number % 20 * 0.7, 25 + number // 20 * 0.9
    place = Place(name=f"Spot {number}", precision=Precision.FACILITY, radius_km=1.0, lat=lat, lon=lon)
    if number % 10 == 0:
        return replace(place, precision=Precision.REGION, radius_km=120.0)
    return replace(place, precision=Precision.TOWN, radius_km=5.0) if number % 5 == 0 else place


def when(chance: random.Random, day: date) -> When:
    """How one article dates a strike of the night before `day`."""
    week, month = day - timedelta(days=day.weekday()), day.replace(day=1)
    return chance.choices(
        [
            When(day - DAY, day, DatePrecision.NIGHT, DateBasis.RELATIVE),
            When(day, day, DatePrecision.DAY, DateBasis.EXPLICIT),
            When(day, day, DatePrecision.DAY, DateBasis.PUBLISHED),
            When(week, week + 6 * DAY, DatePrecision.RANGE, DateBasis.RELATIVE),
            When(month, month + 27 * DAY, DatePrecision.MONTH, DateBasis.EXPLICIT),
        ],
        weights=(50, 30, 10, 8, 2),
    )[0]


def world(size: int, days: int) -> World:
    """So many reports, each of an article of its own, of strikes on so many days."""
    chance = random.Random(size)  # noqa: S311
    reports: list[Report] = []
    articles: dict[str, Article] = {}
    for strike in range(size // REPORTS_A_STRIKE + 1):
        number, day = chance.randrange(800), FIRST + chance.randrange(days) * DAY
        place, kind = spot(number), KINDS[number % len(KINDS)]
        facility = f"facility-{number}" if place.precision is Precision.FACILITY else None
        wire = " ".join(chance.choices(WORDS, k=200))
        for voice in range(REPORTS_A_STRIKE):
            key = f"{strike}-{voice}"
            text = " ".join(chance.choices(WORDS, k=120)) if voice == 2 else f"Paper {voice}. {wire}"
            articles[key] = Article(
                id=key, text=text, url=f"https://paper{chance.randrange(400)}.example/{key}", published=day
            )
            reports.append(
                Report(
                    article_id=key,
                    target=Target(name=place.name, kind=kind, country="RU"),
                    when=when(chance, day),
                    status=chance.choice((Status.CLAIMED, Status.CONFIRMED, Status.REPORTED)),
                    facility_id=facility,
                    place=place,
                )
            )
    return reports[:size], articles


def seconds(made: World) -> tuple[float, int]:
    """How much of the processor's time one merge takes, and how many strikes it gives."""
    gc.collect()
    start = time.process_time()
    strikes = merge(*made)
    return time.process_time() - start, len(strikes)


def megabytes(made: World) -> float:
    """The most that one merge holds beyond what it is given."""
    gc.collect()
    tracemalloc.start()
    merge(*made)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def compare(name: str, small: World, large: World) -> bool:
    """Prints one line for each size and the ratios; whether both are as low as they must be."""
    rounds = [(seconds(small), seconds(large)) for _ in range(ROUNDS)]
    found = [
        _least(name, small, [few for few, _ in rounds]),
        _least(name, large, [many for _, many in rounds]),
    ]
    factor = len(large[0]) / len(small[0])
    in_time, in_memory = (many / few / factor for few, many in zip(*found, strict=True))
    print(f"{name}: growth against linear: time {in_time:.2f}, memory {in_memory:.2f} (at most {ALLOWED})")
    return max(in_time, in_memory) <= ALLOWED


def _least(name: str, made: World, rounds: list[tuple[float, int]]) -> tuple[float, float]:
    """Seconds and megabytes of one world, printed."""
    (taken, strikes), held = min(rounds), megabytes(made)
    print(f"{name}: {len(made[0]):>7,} reports -> {strikes:>6,} strikes  {taken:6.2f} s  {held:6.1f} MB")
    return taken, held


def main() -> int:
    """Both ways of growing; 1 when one of them is not linear."""
    few, many = SIZES
    small = world(few, DAYS)
    longer = compare("longer", small, world(many, DAYS * many // few))
    denser = compare("denser", small, world(many, DAYS))
    return 0 if longer and denser else 1


if __name__ == "__main__":
    sys.exit(main())
