"""Strikes on energy infrastructure from news text, and who loses crude by them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tracker.errors import SourceError, TrackerError
from tracker.model import Article, Evidence, Parsed, Report, Strike, SupplyReport

__all__ = ["Article", "Evidence", "Parsed", "Report", "Strike", "SupplyReport", "TrackerError", "parse"]


def parse(
    text: str, *, published: date | None = None, title: str | None = None, lang: str | None = None
) -> Parsed:
    """What `tracker parse` finds in one article, as objects. Offsets count code points of `text`.

    Raises SourceError when the text is empty or no text, DataError when data/ is incomplete.
    """
    # Imported on use: the names above come at once, the rooms bring their libraries.
    from tracker.knowledge import knowledge
    from tracker.pipeline import parse as run
    from tracker.sources import Failure, read_bytes

    (found,) = read_bytes("text.txt", text.encode("utf-8", "surrogatepass"), published=published, lang=lang)
    if isinstance(found, Failure):
        raise SourceError(found.what, where="text", remedy=found.remedy)
    return run(replace(found, id="text", title=title), knowledge())
