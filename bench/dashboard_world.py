"""The made-up stores of `bench/dashboard.py`: so many strikes on 300 facilities beside what data/ knows.

A store is made once and kept in the machine's folder for temporary files; its name carries what it was made
from, so that a changed generator or a changed data/ makes a new one.
"""

from __future__ import annotations

import hashlib
import os
import random
import tempfile
from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import pandas as pd

from tracker.events import merge
from tracker.history import view
from tracker.knowledge import Knowledge, knowledge
from tracker.knowledge.gazetteer import Facility
from tracker.model import (
    Article,
    DateBasis,
    DatePrecision,
    Effect,
    Evidence,
    Parsed,
    Place,
    Precision,
    PublishedBasis,
    Report,
    Status,
    Strike,
    Target,
    Weapon,
    When,
)
from tracker.pipeline import seed
from tracker.store import Store
from tracker.views.filters import Filters, apply

FACILITIES = 300
FIRST, DAYS = date(2022, 3, 1), 1500
BATCH = 5_000
PREFIX = "bench-"
"""How the articles of the made-up strikes begin."""

SENTENCES = (
    "Drones of the Security Service struck the {name} in the night to {day:%d %B}, two tanks burning; "
    "the governor said that forty firemen were at work and nobody was hurt.",
    "Local people filmed explosions at the {name} early on {day:%d %B}; the operator confirmed damage to a "
    "column and said that loading would stand still for some days.",
    "The General Staff reported a hit on the {name} on {day:%d %B}; debris of a drone fell on the site, the "
    "ministry said, and the fire was put out within two hours.",
)


def store(size: int) -> str:
    """The address of a store with so many made-up strikes; made now if it is not there yet."""
    file = folder() / f"{_name(size)}.db"
    if not file.exists():
        half = file.with_suffix(f".{os.getpid()}")
        _fill(f"sqlite:///{half}", size)
        half.replace(file)
    return f"sqlite:///{file}"


def points(size: int) -> Path:
    """The same strikes as a table for the page with pydeck: what our map shows without filters."""
    file = folder() / f"{_name(size)}.parquet"
    if not file.exists():
        with Store.open(store(size)) as opened:
            shown = apply(view(opened).strikes, Filters())
        pd.DataFrame(map(_point, shown)).dropna(subset=["lat"]).to_parquet(file)
    return file


def folder() -> Path:
    """Where the stores are kept."""
    found = Path(tempfile.gettempdir()) / "energy-strike-bench"
    found.mkdir(exist_ok=True)
    return found


def _name(size: int) -> str:
    made_from = [Path(__file__).read_bytes(), *(repr(row).encode() for row in knowledge().listed)]
    return f"{size}-{hashlib.sha256(b''.join(made_from)).hexdigest()[:12]}"


def _fill(url: str, size: int) -> None:
    known = knowledge()
    sites, chance = _sites(known), random.Random(size)  # noqa: S311
    with Store.open(url) as opened:
        seed(opened, known)
        for start in range(0, size, BATCH):
            print(f"making a store of {size:,} strikes: {start:,} done", end="\r", flush=True)
            opened.add_all(_made_up(chance, sites, range(start, min(start + BATCH, size))))
        opened.remerge(lambda reports, articles, _: _strikes(reports, articles.values()))
    print(" " * 70, end="\r")


def _sites(known: Knowledge) -> list[Facility]:
    placed = [site for site in known.gazetteer.facilities.values() if site.lat is not None]
    return placed[:: max(1, len(placed) // FACILITIES)][:FACILITIES]


def _made_up(chance: random.Random, sites: Sequence[Facility], numbers: Sequence[int]) -> Iterator[Parsed]:
    for number in numbers:
        site, day = chance.choice(sites), FIRST + timedelta(days=chance.randrange(DAYS))
        said = chance.choice(SENTENCES).format(name=site.name, day=day)
        text = f"{said} Note {number}."
        article = Article(
            id=f"{PREFIX}{number}", text=text, title=f"News {number}", lang="en", published=day,
            url=f"https://paper{number % 97}.example/{number}", publisher=f"Paper {number % 97}",
            published_basis=PublishedBasis.HEADER,
        )  # fmt: skip
        start = said.index(site.name)
        report = Report(
            article_id=article.id,
            target=Target(name=site.name, kind=site.kind, facility_ids=(site.id,), country=site.country),
            when=When(day - timedelta(days=1), day, DatePrecision.NIGHT, DateBasis.RELATIVE),
            attacker=chance.choices(("UA", "RU"), (9, 1))[0],
            weapons=(chance.choice((Weapon.DRONE, Weapon.DRONE, Weapon.MISSILE)),),
            effects=(chance.choice((Effect.FIRE, Effect.DAMAGE, Effect.EXPLOSION)),),
            status=chance.choice((Status.CLAIMED, Status.CONFIRMED, Status.REPORTED)),
            evidence=(
                Evidence("target", start, start + len(site.name), site.name),
                Evidence("effects", 0, len(said), said),
            ),
            facility_id=site.id,
            place=Place(
                name=site.name, precision=Precision.FACILITY, radius_km=1.0, country=site.country,
                region=site.region, lat=site.lat, lon=site.lon,
            ),
        )  # fmt: skip
        yield Parsed(article=article, reports=(report,))


def _strikes(reports: Sequence[Report], articles: Collection[Article]) -> list[Strike]:
    """What data/ knows is merged as ever; each made-up report is a strike of its own."""
    made_up = {article.id for article in articles if article.url and ".example/" in article.url}
    own = [report for report in reports if report.article_id not in made_up]
    real = merge(own, {article.id: article for article in articles}, ())
    return [*real, *(_strike(report) for report in reports if report.article_id in made_up)]


def _strike(report: Report) -> Strike:
    assert report.when.start
    return Strike(
        id=f"{PREFIX}{report.facility_id}-{report.when.start}-{report.article_id}", name=report.target.name,
        kind=report.target.kind, facility_id=report.facility_id, place=report.place, when=report.when,
        attacker=report.attacker, status=report.status, weapons=report.weapons, effects=report.effects,
        reports=(report,),
    )  # fmt: skip


def _point(strike: Strike) -> dict[str, object]:
    place = strike.place
    return {
        "lat": place.lat if place else None, "lon": place.lon if place else None, "kind": strike.kind.value,
        "attacker": strike.attacker, "status": strike.status.value, "date": str(strike.when.end or ""),
        "name": strike.name,
    }  # fmt: skip
