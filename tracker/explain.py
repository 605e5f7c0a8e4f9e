"""`tracker parse --explain`: the flow in words, step by step, for one article."""

from __future__ import annotations

from tracker.model import Evidence, Parsed, Report, SupplyReport


def explained(parsed: Parsed) -> str:
    """Several lines: the article, then what each room made of it, each field with its words."""
    article = parsed.article
    lines = [
        f"== {article.id}",
        f"sources     {len(article.text)} characters, published {article.published or 'not known'} "
        f"({article.published_basis.value})",
        f"text        language {article.lang}",
        f"extraction  {len(parsed.reports)} strikes, {len(parsed.supply_reports)} statements on supply",
    ]
    for report in parsed.reports:
        lines += _strike(report)
    for supply in parsed.supply_reports:
        lines += _supply(supply)
    lines += [f"warning     {warning}" for warning in parsed.warnings]
    return "\n".join(lines)


def _strike(report: Report) -> list[str]:
    place, when = report.place, report.when
    dates = f"{when.start} to {when.end}" if when.start else "not known"
    basis = when.basis.value if when.basis else "no date words"
    where = (
        "not known"
        if place is None
        else f"{place.name} ({place.precision.value}, within {place.radius_km:g} km)"
    )
    if place and place.lat is not None:
        where += f" at {place.lat:.4f}, {place.lon:.4f}"
    return [
        f"  strike    {report.target.name} [{report.target.kind.value}]: {report.status.value}, "
        f"{'news' if report.primary else 'background'}, confidence {report.confidence:.2f}",
        f"    when    {dates} ({when.precision.value}, {basis})",
        f"    who     {report.attacker} with {', '.join(report.weapons) or 'weapons not known'}; "
        f"effects: {', '.join(report.effects) or 'not known'}",
        f"geocoding   {where}",
        *_quotes(report.evidence),
    ]


def _supply(report: SupplyReport) -> list[str]:
    route = f" by {report.route.value}" if report.route else ""
    length = f", at least {report.days_min} days" if report.days_min else ""
    length += f", at most {report.days_max} days" if report.days_max else ""
    since = f", from {report.start}" if report.start else ""
    since += f" to {report.end}" if report.end else ""
    head = (
        f"  supply    {report.country}: {report.commodity.value}{route} {report.status.value}{since}{length}"
    )
    return [head, *_quotes(report.evidence)]


def _quotes(evidence: tuple[Evidence, ...]) -> list[str]:
    return [f"    {item.field:<14}{item.where}[{item.start}:{item.end}] {item.quote!r}" for item in evidence]
