"""The words of the project as types; DESIGN's vocabulary, nothing else.

Everything here is an immutable value. Dates are days (no times), lengths kilometres, coordinates WGS84
degrees. `None` means "not known"; a number is never invented to fill a gap.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from tracker.vocabulary import (
    Basis as Basis,
)
from tracker.vocabulary import (
    Commodity as Commodity,
)
from tracker.vocabulary import (
    DateBasis as DateBasis,
)
from tracker.vocabulary import (
    DatePrecision as DatePrecision,
)
from tracker.vocabulary import (
    Effect as Effect,
)
from tracker.vocabulary import (
    FlowBasis as FlowBasis,
)
from tracker.vocabulary import (
    FlowStatus as FlowStatus,
)
from tracker.vocabulary import (
    FlowWord as FlowWord,
)
from tracker.vocabulary import (
    Judged as Judged,
)
from tracker.vocabulary import (
    Kind as Kind,
)
from tracker.vocabulary import (
    Precision as Precision,
)
from tracker.vocabulary import (
    PublishedBasis as PublishedBasis,
)
from tracker.vocabulary import (
    Route as Route,
)
from tracker.vocabulary import (
    Status as Status,
)
from tracker.vocabulary import (
    Tier as Tier,
)
from tracker.vocabulary import (
    Verdict as Verdict,
)
from tracker.vocabulary import (
    Weapon as Weapon,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One document as published. `text` is kept exactly; evidence offsets count its code points."""

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: date | None = None
    published_basis: PublishedBasis = PublishedBasis.UNKNOWN
    lang: str | None = None
    basis: Basis = Basis.READ
    tier: Tier = Tier.NEWS
    warnings: tuple[str, ...] = ()

    @property
    def sha256(self) -> str:
        """Hash of title and text: the same words are the same article wherever they come from."""
        return hashlib.sha256(f"{self.title or ''}\0{self.text}".encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A field and the span it was read from: `text[start:end] == quote`, in code points."""

    field: str
    start: int
    end: int
    quote: str
    where: str = "text"

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.quote) or self.start < 0:
            raise ValueError(f"evidence for {self.field}: span {self.start}-{self.end} is not its quote")


@dataclass(frozen=True, slots=True)
class When:
    """An interval of days, both included; unknown is two `None`s with precision `unknown`."""

    start: date | None = None
    end: date | None = None
    precision: DatePrecision = DatePrecision.UNKNOWN
    basis: DateBasis | None = None

    def __post_init__(self) -> None:
        if (self.start is None) != (self.end is None):
            raise ValueError("a date interval has both ends or none")
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"a date interval ends before it starts: {self.start} > {self.end}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where, and how exactly. A place without coordinates is never drawn; 0,0 does not exist."""

    name: str
    precision: Precision
    radius_km: float
    country: str | None = None
    region: str | None = None
    lat: float | None = None
    lon: float | None = None

    def __post_init__(self) -> None:
        if (self.lat is None) != (self.lon is None):
            raise ValueError(f"{self.name}: latitude and longitude come together or not at all")
        if (
            self.lat is not None
            and self.lon is not None
            and not (-90 <= self.lat <= 90 and -180 <= self.lon <= 180)
        ):
            raise ValueError(f"{self.name}: {self.lat}, {self.lon} is not on Earth")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What was hit, as the article names it, before it is placed.

    `facility_ids` are the gazetteer entries the name may mean (one when it is clear, none when the
    facility is unnamed); `town`, `region` and `country` are the names that stand beside it.
    """

    name: str
    kind: Kind
    facility_ids: tuple[str, ...] = ()
    town: str | None = None
    region: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one article says of one strike."""

    article_id: str
    target: Target
    when: When
    attacker: str = "unknown"
    weapons: tuple[Weapon, ...] = ()
    effects: tuple[Effect, ...] = ()
    status: Status = Status.REPORTED
    claimed_by: tuple[str, ...] = ()
    confirmed_by: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    primary: bool = True
    confidence: float = 0.5
    evidence: tuple[Evidence, ...] = ()
    facility_id: str | None = None
    place: Place | None = None

    def __post_init__(self) -> None:
        if self.status is Status.DISPUTED:
            raise ValueError("one report cannot be disputed; only a merged strike can")


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplyReport:
    """What one article says of a supply: first and last affected day, or the first day of flow."""

    article_id: str
    country: str
    commodity: Commodity
    status: FlowWord
    facility_id: str | None = None
    route: Route | None = None
    start: date | None = None
    end: date | None = None
    days_min: int | None = None
    days_max: int | None = None
    said_by: tuple[str, ...] = ()
    confidence: float = 0.5
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Strike:
    """All reports of one event, merged; every report stays inside it.

    `sources` counts independent sources, not articles: what one publisher says, and copies of one text, are
    one. `verified` says whether at least one report rests on a news outlet, an official or the operator.
    `set_by_person` names the fields whose values a person set, `judged` what a person said of the whole.
    """

    id: str
    name: str
    kind: Kind
    facility_id: str | None
    place: Place | None
    when: When
    attacker: str
    status: Status
    weapons: tuple[Weapon, ...] = ()
    effects: tuple[Effect, ...] = ()
    claimed_by: tuple[str, ...] = ()
    confirmed_by: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    sources: int = 1
    verified: bool = True
    confidence: float = 0.5
    set_by_person: tuple[str, ...] = ()
    judged: Judged | None = None
    reports: tuple[Report, ...] = ()


@dataclass(frozen=True, slots=True)
class Anchor:
    """How a judgement names a report, so that it finds it again after any re-ingest, re-parse or re-merge.

    The article's key in the store, the facility and the slug of the place's name, the first day. `kind`
    decides only between reports that agree in all of that. docs/desk.md says what counts as the same.
    """

    article: str
    facility_id: str | None
    place: str
    day: date | None
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a person decided, when and why; never changed and never deleted, a later one may undo it.

    `strikes` are the ids that the person saw, for people; what counts are the anchors: `reports` of all
    strikes concerned, of a split also `apart`, those that leave. A correction has `field` and `value`: plain
    JSON, of a facility or a place an object. `id` and `at` are the store's to give; ids grow.
    """

    kind: Verdict
    who: str
    why: str = ""
    strikes: tuple[str, ...] = ()
    reports: tuple[Anchor, ...] = ()
    apart: tuple[Anchor, ...] = ()
    field: str | None = None
    value: Any = None
    undoes: int | None = None
    id: int = 0
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """A figure with its uncertainty: low <= middle <= high, in the unit that its field's name gives."""

    low: float
    middle: float
    high: float

    def __post_init__(self) -> None:
        if not self.low <= self.middle <= self.high:
            raise ValueError(f"a range must be ordered: {self.low}, {self.middle}, {self.high}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Why a figure is what it is: one sentence, who said it, where to read it."""

    sentence: str
    said_by: str | None = None
    known_on: date | None = None
    source_url: str | None = None
    article_id: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowDay:
    """One day of one country's supply by one route, with what did not arrive and why we say so."""

    country: str
    route: Route
    day: date
    status: FlowStatus
    basis: FlowBasis
    grounds: tuple[Ground, ...] = ()
    missing_kt: Range | None = None
    missing_kb: Range | None = None
    strike_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """Everything the parser found in one article."""

    article: Article
    reports: tuple[Report, ...] = ()
    supply_reports: tuple[SupplyReport, ...] = ()
    warnings: tuple[str, ...] = ()


def to_json(value: Any) -> Any:
    """A value of this module as plain JSON types: dates as ISO text, enums as their codes."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: to_json(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [to_json(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        return {f.name: to_json(getattr(value, f.name)) for f in fields(value)}
    return value
