"""What the commands share: the application, options, days and tables, exit codes, complaints."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.config import settings
from tracker.errors import UsageError

if TYPE_CHECKING:
    from tracker.model import Article
    from tracker.pipeline import Progress
    from tracker.sources import Failure

ALL_READ, NOTHING_READ, SOME_FAILED = 0, 2, 3

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="From news text to who loses crude, on which day.",
)

Sources = Annotated[list[str], typer.Argument(help="Files, folders, addresses, or - for standard input.")]
Published = Annotated[
    str | None, typer.Option(help="Publication date (YYYY-MM-DD) of articles that have none.")
]
Lang = Annotated[str | None, typer.Option(help="Language of all articles: en uk ru hu sk cs de pl.")]


def articles_of(
    sources: list[str], published: str | None, lang: str | None, today: date | None
) -> Iterator[Article | Failure]:
    """The articles of all sources; `published` and `lang` for those that have none."""
    from tracker.sources import read
    from tracker.text.language import LANGUAGES

    if lang is not None and lang not in LANGUAGES:
        raise UsageError(
            f"unknown language '{lang}'", where="--lang", remedy=f"Use one of: {' '.join(LANGUAGES)}"
        )
    given = day_of(published, "--published")
    for source in sources:
        yield from read(
            source, published=given, lang=lang, max_bytes=settings().max_article_bytes, today=today
        )


FIRST_YEAR, LAST_YEAR = 2000, 2099


def day_of(text: str | None, option: str) -> date | None:
    """The day that an option names. Raises UsageError for anything else."""
    if text is None:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"'{text}' is not a day", where=option, remedy="Write it as YYYY-MM-DD") from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise UsageError(f"{day} is out of reach", where=option, remedy=f"Use {FIRST_YEAR} to {LAST_YEAR}")
    return day


def print_table(rows: list[dict[str, str]]) -> None:
    """Prints rows of equal names, right-aligned."""
    widths = {name: max(len(name), *(len(row[name]) for row in rows)) for name in rows[0]}
    for cells in ({name: name for name in widths}, *rows):
        print("  ".join(cells[name].rjust(width) for name, width in widths.items()))


@contextmanager
def progress_line() -> Iterator[Progress | None]:
    """A progress line on a terminal; nothing where the output is not one."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import Progress as Bar
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed} read"),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, name: bar.update(task, completed=done, description=escape(name))


def code_of(read: int, failed: int) -> int:
    """The exit code for so many articles read and failed."""
    if not read:
        return NOTHING_READ
    return SOME_FAILED if failed else ALL_READ


def complain(what: object) -> None:
    """One line on standard error."""
    print(f"tracker: {what}", file=sys.stderr)
