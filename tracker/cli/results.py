"""`tracker export`, `evaluate` and `serve`: answers out."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import parse_qsl, urlencode

import typer

from tracker.cli.common import app, print_table
from tracker.config import settings
from tracker.errors import UsageError

if TYPE_CHECKING:
    from tracker.views.filters import Filters


class Kind(StrEnum):
    """What an export is written as."""

    CSV = "csv"
    GEOJSON = "geojson"
    XLSX = "xlsx"
    PARQUET = "parquet"
    HTML = "html"


@app.command()
def export(
    fmt: Annotated[
        Kind, typer.Option("--format", help="html is one file with a map that works offline.")
    ] = Kind.CSV,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="File; default: standard output.")
    ] = None,
    query: Annotated[
        str, typer.Option(help="Filters as in a link, such as kind=refinery&from=2025-08-01.")
    ] = "",
    known: Annotated[
        str | None, typer.Option(help="As it was known at this moment (2025-08-25T12:00Z, or a day's end).")
    ] = None,
    bom: Annotated[
        bool, typer.Option("--bom", help="CSV with a byte-order mark, by which Excel sees UTF-8.")
    ] = False,
) -> None:
    """Write the stored strikes, filtered like a shared link, as they are known now or were at a moment.

    Example: tracker export --format xlsx --query "country=RU&kind=refinery" -o refineries.xlsx
    """
    from tracker.views.filters import from_query, moment

    filters, unknown = from_query(parse_qsl(query, keep_blank_values=True))
    if unknown:
        raise UsageError(
            f"unknown filter: {', '.join(unknown)}", where="--query", remedy="See the README's table"
        )
    then = moment(known) if known else None
    if known and then is None:
        remedy = "Write it as 2025-08-25T12:00Z or 2025-08-25"
        raise UsageError(f"'{known}' is not a moment", where="--known", remedy=remedy)
    if output is None and fmt in (Kind.XLSX, Kind.PARQUET) and sys.stdout.isatty():
        raise UsageError(f"{fmt} is no text", where="--format", remedy="Name a file with --output")
    many, payload = _written(fmt, replace(filters, known=then or filters.known), bom=bom)
    if output is None:
        sys.stdout.buffer.write(payload)
        return
    try:
        output.write_bytes(payload)
    except OSError as error:
        raise UsageError(
            f"cannot write ({error.strerror})", where=str(output), remedy="Choose another file"
        ) from None
    print(f"{many} strikes written to {output}")


def _written(fmt: Kind, filters: Filters, *, bom: bool) -> tuple[int, bytes]:
    """How many strikes the filters leave, and the file of them."""
    from tracker.exports import FORMATS, Selection, to_csv
    from tracker.history import view
    from tracker.impact import leg_status
    from tracker.knowledge import knowledge
    from tracker.pipeline import is_seeded, seed
    from tracker.store import Store
    from tracker.views.filters import apply, to_query

    with Store.open(settings().database_url) as store:
        if not is_seeded(store, knowledge()):
            seed(store, knowledge())
        seen = view(store, filters.known)
    strikes = apply(seen.strikes, filters)
    if fmt is Kind.CSV:
        return len(strikes), to_csv(strikes, seen.articles, bom=bom).encode()
    today = filters.known.date() if filters.known else settings().clock()
    day = filters.day or today
    legs = leg_status(
        day, supply=knowledge().supply, supply_reports=seen.supply_reports, articles=seen.articles,
        strikes=seen.strikes, today=today,
    )  # fmt: skip
    link = f"/strikes?{urlencode(to_query(filters))}"
    selection = Selection(link=link, known=filters.known, made=datetime.now(UTC), day=day, legs=legs)
    return len(strikes), FORMATS[fmt].write(strikes, seen.articles, selection)


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Option(help="Folder of annotated articles.")] = Path("tests/gold"),
    misses: Annotated[
        bool, typer.Option("--misses", help="List what was missed or invented, tuned half only.")
    ] = False,
    pin: Annotated[
        bool, typer.Option("--pin", help="Write the held-out scores as floors, and for the page Method.")
    ] = False,
    lower: Annotated[bool, typer.Option("--lower", help="With --pin: a floor may fall.")] = False,
    desk: Annotated[
        bool, typer.Option("--desk", help="Instead: how often people put the stored strikes right.")
    ] = False,
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
        pin_measured,
        table,
    )
    from tracker.knowledge import knowledge
    from tracker.store.store import program_version

    if desk:
        _print_desk()
        return
    for half, articles in load_gold(gold).items():
        if not articles:
            continue
        tallies = evaluate(articles, knowledge())
        print(f"{half}: {len(articles)} articles, corpus {fingerprint(articles)}")
        print_table(table(tallies))
        print("confidence against what was right:")
        print_table(calibration(tallies["all"]))
        if misses and half == HALVES[0]:
            print("\n".join(missed(articles, knowledge())))
        if pin and half == HALVES[1]:
            pin_floors(gold / "floors.json", articles, tallies, lower=lower)
            measured = settings().data() / "measured.json"
            pin_measured(measured, articles, tallies, made=settings().clock(), version=program_version())


def _print_desk() -> None:
    """The error rate that people's judgements show, or that there is none yet."""
    from tracker.desk import measure, rate_table
    from tracker.figures import words
    from tracker.store import Store

    with Store.open(settings().database_url) as store:
        rate, strikes = measure(store.judgements()), len(store.strikes())
    if not rate.looked_at:
        print("Nothing was judged yet: no error rate is known. tracker review lists what waits.")
        return
    looked = words.count(rate.looked_at, "strike")
    print(f"People looked at {looked} (merged or split ones count once); {strikes} are stored.")
    print_table(rate_table(rate))
    print("This holds for the strikes that were looked at: the desk shows the least certain ones first.")


@app.command()
def serve(
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port on this machine.")] = 8501,
    address: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
) -> None:
    """Open the dashboard from an installed wheel; the same as `streamlit run app.py` in a checkout."""
    from tracker.views.server import serve as run

    run(address, port)
