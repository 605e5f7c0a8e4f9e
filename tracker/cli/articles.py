"""`tracker parse` and `tracker ingest`: articles in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.common import Lang, Published, Sources, app, articles_of, code_of, complain, progress_line
from tracker.config import settings

if TYPE_CHECKING:
    from tracker.model import Article


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

    articles = articles_of(sources, published, lang, settings().today)
    if only_telling:
        articles = sift(articles, knowledge(), pass_over)
    for item in parse_all(articles, knowledge()):
        if isinstance(item, Failure):
            failed += 1
            complain(item)
            continue
        read += 1
        print(
            explained(item)
            if explain
            else json.dumps(parsed_json(item, with_text=with_text), ensure_ascii=False)
        )
    if only_telling:
        whole = read + failed + passed_over
        complain(f"passed over {passed_over} of {whole} articles: they hold nothing to find")
    raise typer.Exit(code_of(read + passed_over, failed))


@app.command()
def ingest(sources: Sources, published: Published = None, lang: Lang = None) -> None:
    """Read articles, store what is new and merge the strikes. Running it again changes nothing.

    Example: tracker ingest articles/ --published 2025-08-22
    """
    from tracker.knowledge import knowledge
    from tracker.pipeline import ingest as run
    from tracker.store import Store

    with Store.open(settings().database_url) as store, progress_line() as progress:
        articles = articles_of(sources, published, lang, settings().clock())
        summary = run(store, articles, knowledge(), progress)
    for failure in summary.failed:
        complain(failure)
    for warning in summary.warnings:
        complain(f"warning: {warning}")
    change = summary.strikes
    if summary.read and not summary.new:
        print(f"Nothing new: all {summary.known} articles were stored already; no strike changed.")
    else:
        print(
            f"Read {summary.read} articles: {summary.new} new, {summary.known} known, "
            f"{len(summary.failed)} failed. "
            f"Strikes: {change.added} added, {change.changed} changed, {change.removed} removed."
        )
    raise typer.Exit(code_of(summary.read, len(summary.failed)))
