"""The store: the only room that talks to a database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import cache
from importlib import metadata
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, func, select

from tracker.config import settings
from tracker.model import Article, Judgement, Parsed, Report, Strike, SupplyReport
from tracker.store import check, read, write
from tracker.store.backup import Backup, read_backup, write_backup
from tracker.store.database import Database, connect
from tracker.store.migrate import newest, upgrade
from tracker.store.records import Stored
from tracker.store.schema import articles, judgements, meta, reports, supply_reports

WAIT_SECONDS = 30.0
Merge = Callable[[Sequence[Report], Mapping[str, Article], Sequence[Judgement]], Sequence[Strike]]
"""What makes strikes of all reports, their articles by id, and what people have judged."""


@cache
def program_version() -> str:
    """The version of the installed program, which is the version of its parser."""
    try:
        return metadata.version("energy-strike-tracker")
    except metadata.PackageNotFoundError:
        return "unknown"


def _now() -> datetime:
    """This moment in UTC, on the day that the settings say it is."""
    return datetime.combine(settings().clock(), datetime.now(UTC).timetz())


class Store:
    """Articles, what was read from them, and the strikes that this makes. Safe to share between threads.

    Every method is one transaction: it sees or leaves the store whole. All of them raise StoreError, with
    one line that names the address (without password) and the remedy, when the database fails. Inside the
    store an article is called by the first 16 hex digits of its hash: `Article.id` and `Report.article_id`
    that come out are that.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, url: str, *, read_only: bool = False, wait_seconds: float = WAIT_SECONDS) -> Self:
        """Opens the store at an SQLAlchemy address, creating or upgrading it where needed.

        `sqlite:///path`, `sqlite://` (in memory, for one process) or `postgresql://...`. With `read_only`
        nothing is created, upgraded or written. `wait_seconds` is how long to wait for another program that
        is writing.
        """
        with ExitStack() as unless_opened:
            database = connect(url, read_only=read_only, wait_seconds=wait_seconds)
            unless_opened.callback(database.close)
            upgrade(database, read_only=read_only)
            unless_opened.pop_all()
        return cls(database)

    def close(self) -> None:
        """Closes all connections."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def address(self) -> str:
        """Where the store is, without password."""
        return self._database.address

    def add(self, parsed: Parsed) -> bool:
        """Stores an article with all that was found in it; False when its words are stored already."""
        return self.add_all([parsed]) == 1

    def add_all(self, batch: Iterable[Parsed]) -> int:
        """Stores several articles, all or none; gives how many were new."""
        batch = list(batch)
        with self._database.writing() as connection:
            write.lock(connection)
            now, version = _now(), program_version()
            new = sum(write.add_article(connection, parsed, now, version) for parsed in batch)
            if new:
                write.grow(connection)
        return new

    def put_strikes(self, strikes: Sequence[Strike]) -> write.Change:
        """Makes the stored strikes exactly these; ids that vanish stay as aliases of their successors.

        The strikes must be merged from what `reports` gives. Nothing is written when nothing differs.
        """
        return self.remerge(lambda reports, articles, judgements: strikes)

    def remerge(self, merge: Merge) -> write.Change:
        """As `put_strikes(merge(reports, articles, judgements))`, but nobody can add anything in between."""
        with self._database.writing() as connection:
            revision = write.lock(connection)
            change = self._merged(connection, merge, revision + 1)
            if change:
                write.grow(connection)
        return change

    def _merged(self, connection: Connection, merge: Merge, revision: int) -> write.Change:
        stored = read.read_reports(connection)
        by_id = {article.id: article for article in read.read_articles(connection)}
        strikes = merge(tuple(stored.values()), by_id, read.read_judgements(connection))
        return write.put_strikes(connection, strikes, stored, revision, self.address)

    def reread(self, readings: Iterable[Parsed], merge: Merge) -> tuple[int, write.Change]:
        """Replaces what was found in stored articles by newer readings and merges anew, all or nothing.

        Gives how many were replaced, and what that did to the strikes. The articles are those that the store
        gives; the former reports are kept, for what was known when.
        """
        with self._database.writing() as connection:
            revision = write.lock(connection)
            now, version, done = _now(), program_version(), 0
            for done, parsed in enumerate(readings, start=1):  # noqa: B007
                write.reread(connection, parsed, now, version)
            if not done:
                return 0, write.Change()
            change = self._merged(connection, merge, revision + 1)
            write.grow(connection)
        return done, change

    def judge(self, made: Sequence[Judgement], merge: Merge) -> tuple[int, ...]:
        """Keeps judgements for ever and merges the strikes under them, all or nothing; gives their ids.

        An id is higher than that of any earlier judgement; `id` and `at` are set here.
        """
        with self._database.writing() as connection:
            revision = write.lock(connection)
            numbers = tuple(write.add_judgement(connection, judgement, _now()) for judgement in made)
            self._merged(connection, merge, revision + 1)
            write.grow(connection)
        return numbers

    def check(self) -> list[str]:
        """What is wrong with the database, one line each: pages, links between tables, quotes, cells."""
        with self._database.reading() as connection:
            return check.problems(connection)

    def judgements(self, known: datetime | None = None) -> tuple[Judgement, ...]:
        """All judgements, undone ones too, the oldest first; with `known`, those made by that moment."""
        with self._database.reading() as connection:
            return read.read_judgements(connection, known)

    def backup(self, file: Path) -> Backup:
        """Writes everything to a file, as it stands at this moment; others may read and write meanwhile."""
        with self._database.reading() as connection:
            return write_backup(connection, newest(), file)

    def restore(self, file: Path) -> Backup:
        """Fills this store, which must be empty, from a backup of any store, whole or not at all."""
        with self._database.writing() as connection:
            write.lock(connection)
            return read_backup(connection, newest(), file)

    def revision(self) -> int:
        """A number that grows with every change; 0 for a store that is still empty."""
        with self._database.reading() as connection:
            query = select(meta.c.number).where(meta.c.name == "revision")
            return int(connection.execute(query).scalar_one())

    def first_moment(self) -> datetime | None:
        """When the first article came; None for a store that is still empty."""
        with self._database.reading() as connection:
            return connection.execute(select(func.min(articles.c.captured_at))).scalar()

    def last_moment(self) -> datetime | None:
        """When an article last came or was read anew, or a person last judged; None for an empty store."""
        columns = (
            articles.c.captured_at, reports.c.read_at, reports.c.superseded_at, supply_reports.c.read_at,
            supply_reports.c.superseded_at, judgements.c.at,
        )  # fmt: skip
        with self._database.reading() as connection:
            found = [connection.execute(select(func.max(column))).scalar() for column in columns]
        return max((moment for moment in found if moment is not None), default=None)

    def articles(self, known: datetime | None = None) -> tuple[Article, ...]:
        """All articles, in the order in which they came; with `known`, those that had come by then."""
        with self._database.reading() as connection:
            return read.read_articles(connection, None if known is None else articles.c.captured_at <= known)

    def article(self, article_id: str) -> Article | None:
        """One article by its id in the store."""
        with self._database.reading() as connection:
            return next(iter(read.read_articles(connection, articles.c.id == article_id)), None)

    def stored(self, article_id: str) -> Stored | None:
        """One article with all that was found in it, when it came, and what version read it."""
        with self._database.reading() as connection:
            return read.read_stored(connection, article_id)

    def reports(self, known: datetime | None = None) -> tuple[Report, ...]:
        """All reports in the order in which they came; with `known`, those that stood at that moment."""
        with self._database.reading() as connection:
            return tuple(read.read_reports(connection, known=known).values())

    def supply_reports(self, known: datetime | None = None) -> tuple[SupplyReport, ...]:
        """All supply reports in the order in which they came; with `known`, those that stood then."""
        with self._database.reading() as connection:
            return read.read_supply_reports(connection, known=known)

    def strikes(self) -> tuple[Strike, ...]:
        """All strikes with their reports, sorted by id."""
        with self._database.reading() as connection:
            return read.read_strikes(connection)

    def strike(self, strike_id: str) -> Strike | None:
        """One strike by its present or a former id; where it was split, the part with most of its reports."""
        with self._database.reading() as connection:
            names = read.read_successors(connection, strike_id)
            return read.read_strikes(connection, names[0])[0] if names else None

    def successors(self, strike_id: str) -> tuple[str, ...]:
        """The present ids behind a present or former one: itself, its heirs (of a split several), none."""
        with self._database.reading() as connection:
            return read.read_successors(connection, strike_id)
