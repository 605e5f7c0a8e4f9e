"""Known strikes from public lists: "listed, not read". `chronology.csv`, and its twin under the ODbL."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from tracker.knowledge.gazetteer import Facility, Gazetteer
from tracker.knowledge.licences import ODBL, credit
from tracker.knowledge.tables import Row, read_rows
from tracker.model import (
    Article,
    Basis,
    DateBasis,
    DatePrecision,
    Effect,
    Kind,
    Place,
    Precision,
    Report,
    Status,
    Target,
    Tier,
    Weapon,
    When,
)

COLUMNS = (
    *("id", "date_start", "date_end", "date_precision", "facility_id", "name", "kind", "region", "country"),
    *("place", "place_precision", "lat", "lon", "radius_km", "attacker", "weapons", "effects"),
    *(
        "capacity_offline",
        "status",
        "tier",
        "source_url",
        "publisher",
        "source_note",
        "licence",
        "attribution",
    ),
)
PLACE_COLUMNS = ("name", "kind", "region", "country", "place", "place_precision", "lat", "lon", "radius_km")
"""Blank where `facility_id` is given: then the gazetteer says all this."""

ATTACKERS = ("UA", "RU", "unknown")
STATUSES = tuple(status for status in Status if status is not Status.DISPUTED)
CONFIDENCE = {
    Tier.OFFICIAL: 0.8,
    Tier.OPERATOR: 0.8,
    Tier.NEWS: 0.7,
    Tier.SOCIAL: 0.5,
    Tier.LEDGER: 0.5,
    Tier.WEAK: 0.4,
}

Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Listed:
    """A strike that a list names: the page behind it, which nobody read for us, and what the list says.

    `capacity_offline` is free text; licence and attribution are those of the list.
    """

    article: Article
    report: Report
    licence: str
    attribution: str
    capacity_offline: str | None
    note: str | None


def load(path: Path, gazetteer: Gazetteer) -> tuple[Listed, ...]:
    """Reads `chronology.csv` and its twin `_odbl` beside it. Raises DataError that names file and row."""
    listed: dict[str, Listed] = {}
    for file, home in ((path, None), (path.with_name("chronology_odbl.csv"), ODBL)):
        for row in read_rows(file, COLUMNS):
            name = row.text("id")
            if name in listed:
                raise row.error(f"'{name}' stands here a second time", "Remove one, or end its id in -2")
            listed[name] = _listed(row, home, gazetteer)
    return tuple(listed[name] for name in sorted(listed))


def _listed(row: Row, home: str | None, gazetteer: Gazetteer) -> Listed:
    licence, attribution = credit(row, home)
    target, place, facility_id = _target(row, gazetteer)
    when = _when(row)
    tier = Tier(row.choice("tier", tuple(Tier)))
    article = Article(
        id=f"listed:{row.cells['id']}",
        text="",
        title=f"{target.name}, {when.start}: listed, not read",
        url=_url(row),
        publisher=_publisher(row),
        basis=Basis.LISTED,
        tier=tier,
    )
    report = Report(
        article_id=article.id,
        target=target,
        when=when,
        attacker=row.choice("attacker", ATTACKERS),
        weapons=_words(row, "weapons", Weapon),
        effects=_effects(row),
        status=Status(row.choice("status", STATUSES)),
        confidence=CONFIDENCE[tier],
        facility_id=facility_id,
        place=place,
    )
    return Listed(
        article, report, licence, attribution, row.optional("capacity_offline"), row.optional("source_note")
    )


def _when(row: Row) -> When:
    row.text("date_start")
    row.text("date_end")
    start, end = row.day("date_start"), row.day("date_end")
    precision = DatePrecision(row.choice("date_precision", ("day", "night", "range", "month")))
    if start is None or end is None or start > end:
        raise row.error("date_end lies before date_start")
    days = (end - start).days
    if (precision is DatePrecision.DAY and days) or (precision is DatePrecision.NIGHT and days != 1):
        raise row.error(f"{days + 1} days under the precision '{precision}'", "A day is one day, a night two")
    return When(start, end, precision, DateBasis.EXPLICIT)


def _target(row: Row, gazetteer: Gazetteer) -> tuple[Target, Place, str | None]:
    facility_id = row.optional("facility_id")
    if facility_id is None:
        return _placed(row)
    if facility_id not in gazetteer.facilities:
        raise row.error(f"no facility '{facility_id}'", "Use an id of data/gazetteer/facilities*.csv")
    filled = [column for column in PLACE_COLUMNS if row.cells[column]]
    if filled:
        raise row.error(
            f"{', '.join(filled)} given beside a facility_id", "Blank them: the gazetteer says it"
        )
    return _at_facility(gazetteer.get(facility_id))


def _at_facility(facility: Facility) -> tuple[Target, Place, str]:
    target = Target(
        name=facility.name,
        kind=facility.kind,
        facility_ids=(facility.id,),
        town=facility.town,
        region=facility.region,
        country=facility.country,
    )
    place = Place(
        name=", ".join(part for part in (facility.town, facility.region) if part) or facility.name,
        precision=Precision.FACILITY,
        radius_km=facility.radius_km,
        country=facility.country,
        region=facility.region,
        lat=facility.lat,
        lon=facility.lon,
    )
    return target, place, facility.id


def _placed(row: Row) -> tuple[Target, Place, None]:
    region, country = row.optional("region"), row.text("country")
    lat, lon = row.number_in("lat", -90, 90), row.number_in("lon", -180, 180)
    radius = row.number_in("radius_km", 1, 500)
    if lat is None or lon is None or radius is None or (lat == 0 and lon == 0):
        raise row.error("no facility_id and no place", "Give lat, lon and radius_km of the town or region")
    precision = Precision(row.choice("place_precision", ("town", "district", "region", "country")))
    place = Place(
        name=row.text("place"),
        precision=precision,
        radius_km=radius,
        country=country,
        region=region,
        lat=lat,
        lon=lon,
    )
    town = place.name if precision is Precision.TOWN else None
    kind = Kind(row.choice("kind", tuple(Kind)))
    return Target(name=row.text("name"), kind=kind, town=town, region=region, country=country), place, None


def _words(row: Row, column: str, words: type[Word]) -> tuple[Word, ...]:
    return tuple(_word(row, column, words, code) for code in row.cells[column].split("|") if code)


def _word(row: Row, column: str, words: type[Word], code: str) -> Word:
    try:
        return words(code)
    except ValueError:
        allowed = ", ".join(words)
        raise row.error(f"column '{column}' holds '{code}'", f"Use these, joined by |: {allowed}") from None


def _effects(row: Row) -> tuple[Effect, ...]:
    effects = _words(row, "effects", Effect)
    if Effect.NONE in effects and len(effects) > 1:
        raise row.error("effect 'none' beside others", "Keep one: 'none' means that a source says no damage")
    return effects


def _url(row: Row) -> str:
    url = row.text("source_url")
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise row.error(f"source_url is '{url}'", "Give the address of the page, https://...")
    return url


def _publisher(row: Row) -> str:
    publisher, parts = row.text("publisher"), urlsplit(row.cells["source_url"])
    host, _, path = publisher.partition("/")
    domain = parts.hostname or ""
    if not (domain == host or domain.endswith("." + host)) or not parts.path.startswith(f"/{path}"):
        raise row.error(f"publisher '{publisher}' is not the host of the source", "Use the host, without www")
    return publisher
