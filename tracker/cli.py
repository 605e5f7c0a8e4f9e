"""The command line: `tracker parse | ingest | impact | export | evaluate | serve`.

Exit codes: 0 all read, 3 some failed, 2 nothing could be read or wrong usage. A command imports its rooms
when it runs, so that `--help` and `parse` start at once.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import parse_qsl

import typer

from tracker.config import settings
from tracker.errors import TrackerError, UsageError

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


class Format(StrEnum):
    """What an export is written as."""

    CSV = "csv"
    GEOJSON = "geojson"


class Layout(StrEnum):
    """How `impact` prints."""

    TABLE = "table"
    JSON = "json"


@app.command()
def parse(
    sources: Sources,
    published: Published = None,
    lang: Lang = None,
    with_text: Annotated[
        bool, typer.Option("--with-text", help="Print the text that offsets count in.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say step by step, in words, what was found.")
    ] = False,
    only_telling: Annotated[
        bool, typer.Option("--sift", help="For archives: pass over articles that can hold nothing to find.")
    ] = False,
) -> None:
    """Read articles and print one JSON object a line for each; store nothing.

    Example: tracker parse article.txt --published 2025-08-22
    """
    from tracker.explain import explained
    from tracker.knowledge import knowledge
    from tracker.pipeline import parse_all, parsed_json, sift
    from tracker.sources import Failure

    read = failed = passed_over = 0

    def pass_over(_: Article) -> None:
        nonlocal passed_over
        passed_over += 1

    articles = _articles(sources, published, lang, settings().today)
    if only_telling:
        articles = sift(articles, knowledge(), pass_over)
    for item in parse_all(articles, knowledge()):
        if isinstance(item, Failure):
            failed += 1
            _complain(item)
            continue
        read += 1
        print(
            explained(item)
            if explain
            else json.dumps(parsed_json(item, with_text=with_text), ensure_ascii=False)
        )
    if only_telling:
        whole = read + failed + passed_over
        _complain(f"passed over {passed_over} of {whole} articles: they hold nothing to find")
    raise typer.Exit(_code(read + passed_over, failed))


@app.command()
def ingest(sources: Sources, published: Published = None, lang: Lang = None) -> None:
    """Read articles, store what is new and merge the strikes. Running it again changes nothing.

    Example: tracker ingest articles/ --published 2025-08-22
    """
    from tracker.knowledge import knowledge
    from tracker.pipeline import ingest as run
    from tracker.store import Store

    with Store.open(settings().database_url) as store, _progress() as progress:
        articles = _articles(sources, published, lang, settings().clock())
        summary = run(store, articles, knowledge(), progress)
    for failure in summary.failed:
        _complain(failure)
    for warning in summary.warnings:
        _complain(f"warning: {warning}")
    change = summary.strikes
    if summary.read and not summary.new:
        print(f"Nothing new: all {summary.known} articles were stored already; no strike changed.")
    else:
        print(
            f"Read {summary.read} articles: {summary.new} new, {summary.known} known, "
            f"{len(summary.failed)} failed. "
            f"Strikes: {change.added} added, {change.changed} changed, {change.removed} removed."
        )
    raise typer.Exit(_code(summary.read, len(summary.failed)))


@app.command()
def impact(
    country: Annotated[str, typer.Option(help="HU or SK.")],
    as_of: Annotated[
        str | None, typer.Option(help="First day (YYYY-MM-DD); default: the last days up to today.")
    ] = None,
    days: Annotated[int, typer.Option(min=1, max=3660, help="How many days.")] = 14,
    layout: Annotated[Layout, typer.Option("--as", help="Table or JSON.")] = Layout.TABLE,
) -> None:
    """Print, day by day, whether crude flows to a country by Druzhba and how much is missing.

    Example: tracker impact --country SK --as-of 2025-08-20 --days 10
    """
    from tracker.impact import flow_days
    from tracker.knowledge import knowledge
    from tracker.model import Route, to_json
    from tracker.store import Store

    if country not in ("HU", "SK"):
        raise UsageError(f"no supply model for country '{country}'", remedy="Use HU or SK")
    first = _day(as_of, "--as-of") or settings().clock() - timedelta(days=days - 1)
    with Store.open(settings().database_url) as store:
        found = flow_days(
            country, Route.DRUZHBA, first, first + timedelta(days=days - 1), supply=knowledge().supply,
            supply_reports=store.supply_reports(), articles={item.id: item for item in store.articles()},
            strikes=store.strikes(), today=settings().clock(),
        )  # fmt: skip
    for day in found:
        if layout is Layout.JSON:
            print(json.dumps(to_json(day), ensure_ascii=False))
            continue
        missing = f"{day.missing_kt.low:.1f}-{day.missing_kt.high:.1f} kt missing" if day.missing_kt else ""
        ground = day.grounds[0] if day.grounds else None
        why = f"{ground.sentence} <{ground.source_url or 'no address'}>" if ground else "not known"
        print(f"{day.day}  {day.status:<8} {day.basis:<9} {missing:<24} {why}")


@app.command()
def export(
    fmt: Annotated[Format, typer.Option("--format", help="csv or geojson.")] = Format.CSV,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="File; default: standard output.")
    ] = None,
    query: Annotated[
        str, typer.Option(help="Filters as in a link, such as kind=refinery&from=2025-08-01.")
    ] = "",
) -> None:
    """Write the stored strikes, filtered like a shared link.

    Example: tracker export --format geojson --query "country=RU&kind=refinery" -o refineries.geojson
    """
    from tracker.exports import to_csv, to_geojson
    from tracker.knowledge import knowledge
    from tracker.pipeline import is_seeded, seed
    from tracker.store import Store
    from tracker.views.filters import apply, from_query

    filters, unknown = from_query(parse_qsl(query, keep_blank_values=True))
    if unknown:
        raise UsageError(
            f"unknown filter: {', '.join(unknown)}", where="--query", remedy="See the README's table"
        )
    with Store.open(settings().database_url) as store:
        if not is_seeded(store, knowledge()):
            seed(store, knowledge())
        strikes = apply(store.strikes(), filters)
        articles = {article.id: article for article in store.articles()}
    write = to_geojson if fmt is Format.GEOJSON else to_csv
    text = write(strikes, articles)
    if output is None:
        sys.stdout.write(text)
        return
    try:
        output.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise UsageError(
            f"cannot write ({error.strerror})", where=str(output), remedy="Choose another file"
        ) from None
    print(f"{len(strikes)} strikes written to {output}")


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Option(help="Folder of annotated articles.")] = Path("tests/gold"),
    misses: Annotated[
        bool, typer.Option("--misses", help="List what was missed or invented, tuned half only.")
    ] = False,
    pin: Annotated[bool, typer.Option("--pin", help="Write the held-out scores as floors.")] = False,
    lower: Annotated[bool, typer.Option("--lower", help="With --pin: a floor may fall.")] = False,
) -> None:
    """Read the annotated articles and print how good the parser is, by language.

    Example: tracker evaluate
    """
    from tracker.evaluation import (
        HALVES,
        calibration,
        evaluate,
        fingerprint,
        load_gold,
        missed,
        pin_floors,
        table,
    )
    from tracker.knowledge import knowledge

    for half, articles in load_gold(gold).items():
        if not articles:
            continue
        tallies = evaluate(articles, knowledge())
        print(f"{half}: {len(articles)} articles, corpus {fingerprint(articles)}")
        _print_table(table(tallies))
        print("confidence against what was right:")
        _print_table(calibration(tallies["all"]))
        if misses and half == HALVES[0]:
            print("\n".join(missed(articles, knowledge())))
        if pin and half == HALVES[1]:
            pin_floors(gold / "floors.json", articles, tallies, lower=lower)


@app.command()
def serve(
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port on this machine.")] = 8501,
    address: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
) -> None:
    """Open the dashboard from an installed wheel; the same as `streamlit run app.py` in a checkout."""
    from tracker.views.server import serve as run

    run(address, port)


def main() -> None:
    """The console command. Every expected error is one line on standard error and exit code 2."""
    try:
        app()
    except TrackerError as error:
        _complain(error)
        sys.exit(NOTHING_READ)
    except BrokenPipeError:
        sys.stderr.close()


def _articles(
    sources: list[str], published: str | None, lang: str | None, today: date | None
) -> Iterator[Article | Failure]:
    from tracker.sources import read
    from tracker.text.language import LANGUAGES

    if lang is not None and lang not in LANGUAGES:
        raise UsageError(
            f"unknown language '{lang}'", where="--lang", remedy=f"Use one of: {' '.join(LANGUAGES)}"
        )
    given = _day(published, "--published")
    for source in sources:
        yield from read(
            source, published=given, lang=lang, max_bytes=settings().max_article_bytes, today=today
        )


def _day(text: str | None, option: str) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"'{text}' is not a day", where=option, remedy="Write it as YYYY-MM-DD") from None


def _print_table(rows: list[dict[str, str]]) -> None:
    widths = {name: max(len(name), *(len(row[name]) for row in rows)) for name in rows[0]}
    for cells in ({name: name for name in widths}, *rows):
        print("  ".join(cells[name].rjust(width) for name, width in widths.items()))


@contextmanager
def _progress() -> Iterator[Progress | None]:
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


def _code(read: int, failed: int) -> int:
    if not read:
        return NOTHING_READ
    return SOME_FAILED if failed else ALL_READ


def _complain(what: object) -> None:
    print(f"tracker: {what}", file=sys.stderr)
