"""Strikes, articles and the store's world for the tests of the pages."""

from __future__ import annotations

from datetime import date
from typing import Any

from tracker.model import (
    Article,
    DateBasis,
    DatePrecision,
    Evidence,
    Kind,
    Place,
    Precision,
    Report,
    Status,
    Strike,
    Target,
    Weapon,
    When,
)

UNECHA = Place(
    name="Unecha", precision=Precision.FACILITY, radius_km=1, country="RU", region="Bryansk Oblast",
    lat=52.85, lon=32.66,
)  # fmt: skip
TEXT = "Drones hit the Unecha station overnight. The governor confirmed it.\n\nOil stopped."
HOSTILE = (
    "<img src=x onerror=\"document.title='run'\">", "{{7*7}}", "{% raw %}", "${document.title='run'}", "`x`",
    "<script>document.title='run'</script>", "C:\\users", "![x](http://203.0.113.9/p.png)", "\u202eevil",
    "[a](javascript:alert(1))", "</blockquote></bdi>",
)  # fmt: skip


def when(first: str | None, last: str | None = None) -> When:
    """A day, an interval, or an unknown date."""
    if first is None:
        return When()
    start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    return When(start, end, DatePrecision.DAY if start == end else DatePrecision.NIGHT, DateBasis.EXPLICIT)


def evidence(text: str, quote: str, field: str = "target") -> Evidence:
    """The evidence of the first place where a quote stands in a text."""
    start = text.index(quote)
    return Evidence(field, start, start + len(quote), quote)


def strike(strike_id: str = "unecha-2025-08-21", **values: Any) -> Strike:
    """A verified strike with one report; any field may be given."""
    moment = values.pop("when", when("2025-08-21", "2025-08-22"))
    report = Report(
        article_id="a", target=Target(name="Unecha station", kind=Kind.PUMPING_STATION), when=moment,
        evidence=(evidence(TEXT, "hit the Unecha station"),),
    )  # fmt: skip
    plain: dict[str, Any] = {
        "name": "Unecha pumping station",
        "kind": Kind.PUMPING_STATION,
        "facility_id": "unecha-pumping-station",
        "place": UNECHA,
        "attacker": "UA",
        "status": Status.CONFIRMED,
        "weapons": (Weapon.DRONE,),
        "reports": (report,),
    }
    return Strike(id=strike_id, when=moment, **(plain | values))


def article(text: str = TEXT, **values: Any) -> Article:
    """An article that was read."""
    plain: dict[str, Any] = {
        "id": "a",
        "url": "https://example.org/a",
        "publisher": "Example",
        "published": date(2025, 8, 22),
    }
    return Article(text=text, **(plain | values))
