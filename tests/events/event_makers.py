"""Short ways to write reports and articles for the tests of this room."""

from __future__ import annotations

from datetime import date

from tracker.events import merge
from tracker.model import (
    Article,
    Basis,
    DateBasis,
    DatePrecision,
    Kind,
    Place,
    Precision,
    Report,
    Status,
    Strike,
    Target,
    Tier,
    When,
)

UNECHA = Place(
    name="Unecha, Bryansk Oblast",
    precision=Precision.FACILITY,
    radius_km=1.0,
    country="RU",
    lat=52.85,
    lon=32.68,
)
BASES = {"~": DateBasis.PUBLISHED, "": DateBasis.EXPLICIT, "i": DateBasis.INHERITED, "r": DateBasis.RELATIVE}


def when(words: str) -> When:
    """August 2025 in short: night `21/22`, day `22`, by publication `~22`, range `18-24`, unknown `?`."""
    if words == "?":
        return When()
    mark = words[0] if words[0] in "~ir" else ""
    days = words[len(mark) :]
    first, _, last = days.replace("/", "-").partition("-")
    precision = (
        DatePrecision.NIGHT if "/" in days else DatePrecision.RANGE if "-" in days else DatePrecision.DAY
    )
    if (first, last) == ("1", "31"):
        precision = DatePrecision.MONTH
    return When(date(2025, 8, int(first)), date(2025, 8, int(last or first)), precision, BASES[mark])


def town(name: str, lat: float, lon: float, radius: float = 5.0, country: str = "RU") -> Place:
    """A place that is no facility of ours."""
    precision = Precision.TOWN if radius <= 25 else Precision.REGION
    return Place(name=name, precision=precision, radius_km=radius, country=country, lat=lat, lon=lon)


def article(key: str, **more: object) -> Article:
    """An article of a publisher of its own; a key that begins with `listed` was not read."""
    basis = Basis.LISTED if key.startswith("listed") else Basis.READ
    given = {
        "text": "" if basis is Basis.LISTED else f"text of {key}",
        "url": f"https://www.{key.replace(':', '-')}.example/1",
        "lang": "en",
        "basis": basis,
        **more,
    }
    return Article(id=key, **given)  # type: ignore[arg-type]


def report(
    key: str,
    days: str,
    *,
    facility: str | None = "unecha",
    place: Place | None = UNECHA,
    kind: Kind = Kind.PUMPING_STATION,
    name: str = "Unecha pumping station",
    **more: object,
) -> Report:
    """A report in the article `key`."""
    given: dict[str, object] = {"status": Status.REPORTED, "confidence": 0.8, **more}
    target = Target(name=name, kind=kind, country="RU")
    return Report(
        article_id=key,
        target=target,
        when=when(days),
        facility_id=facility,
        place=place,
        **given,  # type: ignore[arg-type]
    )


def merged(*reports: Report, tier: Tier = Tier.NEWS) -> tuple[Strike, ...]:
    """The strikes of reports whose articles need no more than a name."""
    return merge(reports, {r.article_id: article(r.article_id, tier=tier) for r in reports})


def groups(*reports: Report) -> set[frozenset[str]]:
    """Which articles came together."""
    return {frozenset(r.article_id for r in strike.reports) for strike in merged(*reports)}
