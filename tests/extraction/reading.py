"""Reads a short article the way the pipeline does, for tests that look at one field."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.knowledge import knowledge
from tracker.model import Article, Parsed, Report
from tracker.pipeline import parse, sift

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
    if parsed.reports or parsed.supply_reports:
        assert list(sift([article], knowledge(), lambda _: None)), (
            "the prefilter passes over a telling article"
        )
    return parsed


def one(text: str, **options: object) -> Report:
    """The only strike of an article."""
    (report,) = read(text, **options).reports  # type: ignore[arg-type]
    return report


def facilities(text: str, **options: object) -> list[str | None]:
    """The facilities struck, sorted."""
    return sorted(report.facility_id or "-" for report in read(text, **options).reports)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Case:
    """An article, its strikes (target, first day, last day, attacker, status) and its disruptions."""

    text: str
    strikes: tuple[tuple[str, str, str, str, str], ...] = ()
    supply: tuple[tuple[str, str, str], ...] = ()


def row(report: Report) -> tuple[str, str, str, str, str]:
    """A strike as the cases write it; its place where it has no facility."""
    where = report.facility_id or (report.place.name if report.place else "-")
    return where, str(report.when.start), str(report.when.end), report.attacker, report.status.value


def check(case: Case, lang: str) -> None:
    """The article has exactly these strikes, and at least these disruptions."""
    parsed = read(case.text, lang=lang)
    assert sorted(map(row, parsed.reports)) == sorted(case.strikes)
    said = {(item.country, item.commodity.value, item.status.value) for item in parsed.supply_reports}
    assert set(case.supply) <= said


def check_supply(text: str, expected: dict[str, tuple[object, ...]], lang: str) -> None:
    """The text says exactly this of supply, one row a country."""
    rows = read(text, lang=lang).supply_reports
    found = {
        item.country: (item.status, item.route, item.start, item.end, item.days_min, item.days_max)
        for item in rows
    }
    assert found == expected
    assert len(rows) == len(expected)
