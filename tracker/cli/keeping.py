"""`tracker reparse`, `backup`, `restore` and `check`: the store kept right and safe."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.common import SOME_FAILED, app, complain, progress_line
from tracker.config import settings
from tracker.errors import UsageError


@app.command()
def reparse(
    apply: Annotated[bool, typer.Option("--apply", help="Replace the old readings by the new.")] = False,
) -> None:
    """Read every stored article again with this version and show what differs; change nothing unless told to.

    Example: tracker reparse, then tracker reparse --apply
    """
    from tracker.knowledge import knowledge
    from tracker.pipeline import reparse as run
    from tracker.store import Store

    with Store.open(settings().database_url, read_only=not apply) as store, progress_line() as progress:
        found = run(store, knowledge(), apply=apply, progress=progress)
    for difference in found.differences:
        print(f"{difference.article_id} {difference.title or 'without title'}")
        print(
            *(f"  - {line}" for line in difference.gone),
            *(f"  + {line}" for line in difference.come),
            sep="\n",
        )
    read = f"Read {found.read} articles again: {len(found.differences)} read differently."
    if not found.differences:
        print(f"{read} Nothing to change.")
    elif apply:
        change = found.strikes
        print(f"{read} Strikes: {change.added} added, {change.changed} changed, {change.removed} removed.")
    else:
        print(f"{read} Nothing was changed: run tracker reparse --apply to do so.")


@app.command()
def backup(file: Annotated[Path, typer.Argument(help="File to write, such as tracker.backup.gz.")]) -> None:
    """Write the whole store to one file, also while it is in use.

    Example: tracker backup backups/2025-08-22.gz
    """
    from tracker.store import Store

    with Store.open(settings().database_url, read_only=True) as store:
        held = store.backup(file)
    print(f"{held.articles} articles and {held.strikes} strikes ({held.rows} rows) written to {file}")


@app.command()
def restore(file: Annotated[Path, typer.Argument(help="A file that tracker backup wrote.")]) -> None:
    """Fill an empty store from a backup; the backup may come from SQLite or PostgreSQL.

    Example: TRACKER_DATABASE_URL=sqlite:///new.db tracker restore backups/2025-08-22.gz
    """
    from tracker.store import Store

    if not file.is_file():
        raise UsageError("is not there", where=str(file), remedy="Name a file that tracker backup wrote")
    with Store.open(settings().database_url) as store:
        held = store.restore(file)
        where = store.address
    print(f"{held.articles} articles and {held.strikes} strikes ({held.rows} rows) restored into {where}")


@app.command()
def check() -> None:
    """Look whether the store still holds what was written: pages, links between tables, cells, quotes.

    Example: tracker check
    """
    from tracker.store import Store

    with Store.open(settings().database_url, read_only=True) as store:
        found = store.check()
        where = store.address
    if not found:
        print(f"{where}: nothing is wrong")
        return
    print(*found, sep="\n")
    complain(f"{where}: {len(found)} things are wrong. Restore a backup into a new store: tracker restore")
    raise typer.Exit(SOME_FAILED)
