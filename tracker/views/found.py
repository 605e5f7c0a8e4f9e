"""What the parser found in one article, as HTML: strikes, disruptions, warnings, and the marked text."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.figures import words
from tracker.model import Evidence, Parsed, Report, SupplyReport
from tracker.views import markup, quotes

LONGEST = 40_000
"""Characters of an article that are shown; the rest is read all the same."""


def head(parsed: Parsed) -> str:
    """What an article is, what is doubtful about it, and how many strikes were found in it."""
    own = parsed.article
    published = (
        f"published {words.day(own.published)} ({own.published_basis.value})"
        if own.published
        else "publication date not known"
    )
    note = f"{own.lang or 'language not known'}, {published}"
    many = words.count(len(parsed.reports), "strike") if parsed.reports else "No strike"
    warned = "".join(markup.notice(warning) for warning in parsed.warnings)
    return markup.heading(own.title or own.id, note) + warned + markup.line(f"{many} found.")


def supply(parsed: Parsed) -> str:
    """What an article says of supply."""
    rows = [disruption(report) for report in parsed.supply_reports]
    if not rows:
        return markup.line("No disruption of supply found.", "quiet")
    return markup.heading("Supply") + markup.items(rows)


def strike(report: Report, *, struck: bool = False) -> str:
    """One found strike in a line; `struck` through where it will not be saved."""
    parts = [
        words.when(report.when),
        words.place(report.place) if report.place else f"place {words.NOT_KNOWN}",
        f"attacker {words.country(report.attacker)}",
        f"weapons {words.listed(map(words.weapon, report.weapons))}",
        f"effects {words.listed(map(words.effect, report.effects))}",
        _status(report),
        "reported as news" if report.primary else "background",
    ]
    line = _line(f"{report.target.name} ({words.kind(report.target.kind)})", parts)
    return f"<p>{f'<s>{line}</s>' if struck else line}</p>"


def disruption(report: SupplyReport) -> str:
    """One found disruption in a line."""
    parts = [
        report.commodity.value.replace("_", " "),
        f"route {words.route(report.route)}",
        report.status.value.replace("_", " "),
        f"from {words.day(report.start)}",
        f"to {words.day(report.end)}",
        _length(report.days_min, report.days_max),
        f"said by {words.listed(report.said_by)}",
    ]
    return _line(words.country(report.country), parts)


def marked(parsed: Parsed) -> str:
    """The sentences that were read from, then, folded, the whole text; all evidence marked by colour."""
    text, items = parsed.article.text, evidence(parsed)
    read = "".join(quotes.to_html(text, passage) for passage in quotes.passages(text, items))
    title = "Whole text" if len(text) <= LONGEST else f"The first {LONGEST:,} of {len(text):,} characters"
    whole = f"<details><summary>{title}</summary>{quotes.whole(text[:LONGEST], items)}</details>"
    return f'{key()}{read}<div class="article">{whole}</div>'


def evidence(parsed: Parsed) -> list[Evidence]:
    """The evidence of all reports of an article."""
    found = [item for report in parsed.reports for item in report.evidence]
    return found + [item for report in parsed.supply_reports for item in report.evidence]


def key() -> str:
    """What the colours in a marked text mean."""
    groups = dict.fromkeys(quotes.FIELDS.values())
    marks = " ".join(f'<mark class="mark-{group}">{group}</mark>' for group in groups)
    return f'<p class="quiet">Read from: {marks}</p>'


def _status(report: Report) -> str:
    by = [
        f"{word} {words.listed(names)}"
        for word, names in (
            ("claimed by", report.claimed_by),
            ("confirmed by", report.confirmed_by),
            ("denied by", report.denied_by),
        )
        if names
    ]
    return words.status(report.status) + (f" ({'; '.join(by)})" if by else "")


def _line(head: str, parts: Sequence[str]) -> str:
    return f"<b>{markup.text(head)}</b>: {markup.text('; '.join(parts))}"


def _length(least: int | None, most: int | None) -> str:
    if least is None and most is None:
        return f"length {words.NOT_KNOWN}"
    if most is None:
        return f"at least {least} days"
    return f"up to {most} days" if least is None else f"{least} to {most} days"
