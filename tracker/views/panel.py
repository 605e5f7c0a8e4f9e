"""One strike in full, as HTML: what is known, then every report with its source and the words it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from tracker.events import Voice, last_supply_word, last_word, ledger, stopped_by
from tracker.figures import words
from tracker.knowledge.pipelines import Segment
from tracker.model import (
    Article,
    Basis,
    DatePrecision,
    Evidence,
    FlowStatus,
    Ground,
    Report,
    Strike,
    SupplyReport,
)
from tracker.views import markup, quotes

_PRECISION = {
    DatePrecision.NIGHT: " (night)",
    DatePrecision.RANGE: " (some time in these days)",
    DatePrecision.MONTH: " (day not known)",
}


def strike(
    item: Strike,
    articles: Mapping[str, Article],
    today: date | None = None,
    statements: Sequence[SupplyReport] = (),
) -> str:
    """The whole panel of one strike; with `today`, also for how long nothing has been heard of it.

    `statements` on supply: those that give this strike as the reason of a stop are shown with it.
    """
    reports = "".join(report(part, articles.get(part.article_id)) for part in item.reports)
    count = f"{words.count(len(item.reports), 'report')}, {words.count(item.sources, 'independent source')}"
    last = words.last_word(last_word(item.reports, articles, today)) if today else None
    voices = markup.items(voice(line, articles) for line in ledger(item.reports, articles))
    who = markup.heading("Who says so", count)
    stopped = supply(item, statements, articles, today)
    return facts(item, last) + stopped + who + voices + markup.heading("In their words") + reports


def supply(
    item: Strike, statements: Sequence[SupplyReport], articles: Mapping[str, Article], today: date | None
) -> str:
    """What stopped or was cut because of a strike, who says so, and once the last word on each supply."""
    lines: list[str] = []
    told: set[object] = set()
    for said in statements:
        if stopped_by(said, item.reports) is None or _over_before(said, item):
            continue
        same = [s for s in statements if (s.country, s.route) == (said.country, said.route)]
        last = last_supply_word(
            [s for s in same if s.commodity is said.commodity], articles, today or date.max
        )
        what = (said.country, said.route, said.commodity)
        now = f"; last word: {words.last_word(last)}" if last and today and what not in told else ""
        told.add(what)
        source = articles.get(said.article_id)
        link = markup.link(source.url if source else None, (source.publisher if source else None) or "source")
        lines.append(f"{markup.text(words.stopped(said) + now)} {link}")
    return markup.heading("What it did to supply") + markup.items(dict.fromkeys(lines)) if lines else ""


def _over_before(said: SupplyReport, item: Strike) -> bool:
    """Whether a stop was over before the strike: an article that tells of two must not lend it the first."""
    return said.end is not None and item.when.start is not None and said.end < item.when.start


def voice(line: Voice, articles: Mapping[str, Article]) -> str:
    """One line of the ledger, with a link to where it was said first and how often it was said again."""
    article = articles.get(line.article_id)
    publisher = article.publisher if article else None
    source = "source" if publisher is None or publisher == line.who else publisher
    again = f" and {words.count(len(line.also), 'further article')}" if line.also else ""
    return f"{markup.text(words.voice(line))}, {markup.link(article.url if article else None, source)}{again}"


def facts(item: Strike, last: str | None = None) -> str:
    """What is known of the strike, field by field, and the last word on it; unknown fields say so."""
    rows = [
        (
            "When",
            words.when(item.when)
            + _PRECISION.get(item.when.precision, "")
            + _by_person(item, "date_start", "date_end"),
        ),
        ("Target", words.kind(item.kind) + _by_person(item, "kind")),
        ("Place", words.place(item.place) + _by_person(item, "place")),
        ("Attacker", words.country(item.attacker) + _by_person(item, "attacker")),
        (
            "Status",
            words.status(item.status)
            + _by_person(item, "status")
            + ("" if item.verified else " (unverified: no outlet, official or operator)"),
        ),
        ("Weapons", words.listed(map(words.weapon, item.weapons)) + _by_person(item, "weapons")),
        ("Effects", words.listed(map(words.effect, item.effects)) + _by_person(item, "effects")),
        ("Claimed by", words.listed(item.claimed_by)),
        ("Confirmed by", words.listed(item.confirmed_by)),
    ]
    rows += [("Denied by", words.listed(item.denied_by))] * bool(item.denied_by)
    rows += [("Judged", "accepted by a person")] * bool(item.judged)
    rows += [("Last word", last)] if last else []
    return markup.facts(rows)


def _by_person(item: Strike, *fields: str) -> str:
    return "" if set(fields).isdisjoint(item.set_by_person) else " (set by a person)"


def report(item: Report, article: Article | None) -> str:
    """One report: publisher with link, how we know it, and its evidence in the sentences around it."""
    publisher = (article.publisher if article else None) or "Source not known"
    who = markup.link(article.url if article else None, publisher)
    how = f"{basis(article)}; {words.when(item.when)}; says: {words.status(item.status)}"
    return (
        f'<div class="report"><div class="who">{who}</div><div class="basis">{markup.text(how)}</div>'
        f"{evidence(item.evidence, article)}</div>"
    )


def leg(segment: Segment, status: FlowStatus | None, grounds: Sequence[Ground]) -> str:
    """One pipeline segment on one day: its word, and what is said of its route on that day."""
    title = f"{segment.start} - {segment.end}"
    rows = [
        ("Route", words.route(segment.route)),
        ("Flow", words.status(status) if status else words.NOT_KNOWN),
        ("Length", f"{words.number(segment.length_km)} km" if segment.length_km else words.NOT_KNOWN),
        ("Course from", segment.attribution),
    ]
    why = markup.items(map(markup.ground, grounds)) if grounds else markup.line(words.NOT_KNOWN)
    return markup.heading(title) + markup.facts(rows) + markup.heading("Said of this route") + why


def basis(article: Article | None) -> str:
    """How we know what a report says: read and quoted, summed up by us, or only listed."""
    if article is None:
        return "article not in the store"
    published = f", published {words.day(article.published)}"
    if article.basis is Basis.LISTED:
        return "listed, not read"
    if article.basis is Basis.SUMMARY:
        return f"our summary of {article.publisher or 'a source not known'}{published}"
    return f"quoted{published}"


def evidence(items: tuple[Evidence, ...], article: Article | None) -> str:
    """The marked passages of a report's article; nothing where there is no text to quote."""
    if article is None or not items:
        return ""
    body = [quotes.to_html(article.text, passage) for passage in quotes.passages(article.text, items)]
    return quotes.titled(article.title or "", items) + "".join(body)
