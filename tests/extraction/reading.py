"""Reads a short article the way the pipeline does, for tests that look at one field."""

from __future__ import annotations

from datetime import date

from tracker.knowledge import knowledge
from tracker.model import Article, Parsed, Report
from tracker.pipeline import parse

PUBLISHED = date(2025, 8, 22)


def read(
    text: str, *, published: date | None = PUBLISHED, lang: str = "en", title: str | None = None
) -> Parsed:
    """The parsed article; checks on the way that every quote is what its offsets say."""
    article = Article(id="t", text=text, title=title, published=published, lang=lang)
    parsed = parse(article, knowledge())
    for report in (*parsed.reports, *parsed.supply_reports):
        for item in report.evidence:
            source = article.text if item.where == "text" else article.title or ""
            assert source[item.start : item.end] == item.quote
    return parsed


def one(text: str, **options: object) -> Report:
    """The only strike of an article."""
    (report,) = read(text, **options).reports  # type: ignore[arg-type]
    return report


def facilities(text: str, **options: object) -> list[str | None]:
    """The facilities struck, sorted."""
    return sorted(report.facility_id or "-" for report in read(text, **options).reports)  # type: ignore[arg-type]
