"""Strikes, pipelines and days of flow for the tests of figures and exports."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from tracker.knowledge.pipelines import Pipelines, Segment
from tracker.model import (
    DateBasis,
    DatePrecision,
    Evidence,
    FlowBasis,
    FlowDay,
    FlowStatus,
    Ground,
    Kind,
    Place,
    Precision,
    Range,
    Report,
    Route,
    Status,
    Strike,
    Target,
    When,
)

UNECHA = Place(
    name="Unecha", precision=Precision.FACILITY, radius_km=1, country="RU", region="Bryansk Oblast",
    lat=52.7649, lon=32.6805,
)  # fmt: skip
RYAZAN = Place(
    name="Ryazan", precision=Precision.FACILITY, radius_km=5, country="RU", region="Ryazan Oblast",
    lat=54.5759, lon=39.7437,
)  # fmt: skip
SOMEWHERE = Place(
    name="Bryansk Oblast", precision=Precision.REGION, radius_km=120, country="RU", lat=53.0, lon=33.5
)
NOWHERE = Place(name="Kaleikino", precision=Precision.FACILITY, radius_km=500, country="RU")

HOSTILE = (
    "{{ 7*7 }}", "{% raw %}", "{# x", "${alert(1)}", "`", "C:\\users\\x", "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>", "'\"><svg onload=alert(1)>", "\u2028\u2029\u202eevil\u202c",
    "]]>", "<!--", "_div map_div feature_group_0", "\\u{110000}", "{{ '_x' }}",
)  # fmt: skip


def night(day: date) -> When:
    """The night that begins on a day."""
    return When(day, day + timedelta(days=1), DatePrecision.NIGHT, DateBasis.EXPLICIT)


def strike(name: str = "Unecha pumping station", place: Place | None = UNECHA, **values: Any) -> Strike:
    """A strike with one report that quotes a sentence; any field may be given."""
    quote = values.pop("quote", "The station was hit")
    start = values.get("when", night(date(2025, 8, 21)))
    kind = values.get("kind", Kind.PUMPING_STATION)
    report = Report(
        article_id=values.pop("article_id", "a1"), target=Target(name=name, kind=kind), when=start,
        evidence=(Evidence("target", 0, len(quote), quote),), place=place,
    )  # fmt: skip
    defaults: dict[str, Any] = {
        "id": "unecha-2025-08-21", "kind": kind, "facility_id": "unecha-pumping-station", "when": start,
        "attacker": "UA", "status": Status.CONFIRMED, "claimed_by": ("Robert Brovdi",), "reports": (report,),
    }  # fmt: skip
    return Strike(name=name, place=place, **{**defaults, **values})


def segment(
    name: str = "unecha-mozyr", attribution: str = "OpenStreetMap contributors", **values: Any
) -> Segment:
    """A pipeline leg of three points."""
    defaults: dict[str, Any] = {
        "branch": "trunk", "order": 1, "start": "Unecha", "end": "Mozyr", "route": Route.DRUZHBA,
        "length_km": 276.0, "capacity_low": None, "capacity": None, "capacity_high": None,
        "capacity_unit": None, "capacity_source": None, "geometry": "good", "source": "OSM",
        "licence": "ODbL-1.0", "note": None, "parts": (((52.76, 32.68), (52.40, 31.00), (51.99, 29.30)),),
    }  # fmt: skip
    return Segment(id=name, attribution=attribution, **{**defaults, **values})


def pipelines(*segments: Segment) -> Pipelines:
    """Pipelines of these legs, or of one."""
    return Pipelines(segments or (segment(),))


def flow_day(day: date, status: FlowStatus = FlowStatus.HALTED, **values: Any) -> FlowDay:
    """One day of Hungary's Druzhba flow, reported by its operator."""
    ground = Ground(sentence="Flow stopped after the strike.", said_by="MOL", known_on=date(2025, 8, 22))
    defaults: dict[str, Any] = {
        "country": "HU", "route": Route.DRUZHBA, "basis": FlowBasis.REPORTED, "grounds": (ground,),
        "missing_kb": Range(80, 95, 110), "missing_kt": Range(11, 13, 15),
    }  # fmt: skip
    return FlowDay(day=day, status=status, **{**defaults, **values})
