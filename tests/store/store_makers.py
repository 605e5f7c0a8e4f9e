"""Articles, reports and what hypothesis may make of them, for the tests of the store."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from hypothesis import strategies as st

from tracker.events import merge
from tracker.model import (
    Article,
    Basis,
    Commodity,
    DateBasis,
    DatePrecision,
    Effect,
    Evidence,
    FlowWord,
    Kind,
    Parsed,
    Place,
    Precision,
    PublishedBasis,
    Report,
    Route,
    Status,
    Strike,
    SupplyReport,
    Target,
    Tier,
    Weapon,
    When,
)
from tracker.store import Store

UNECHA = Place(
    name="Unecha, Bryansk Oblast",
    precision=Precision.FACILITY,
    radius_km=1,
    country="RU",
    lat=52.85,
    lon=32.68,
)


def article(name: str, day: int = 22) -> Article:
    """An article of a publisher of its own."""
    return Article(
        id=f"{name}.txt",
        text=f"Unecha was hit, says {name}.",
        title=name,
        url=f"https://{name}.example/1",
        published=date(2025, 8, day),
        published_basis=PublishedBasis.HEADER,
        lang="en",
    )


def parsed(name: str, day: int = 22, facility: str = "unecha") -> Parsed:
    """An article with one report of a strike in the night to that day of August 2025, and one of supply."""
    report = Report(
        article_id=f"{name}.txt",
        target=Target(name="Unecha", kind=Kind.PUMPING_STATION, facility_ids=(facility,)),
        when=When(date(2025, 8, day - 1), date(2025, 8, day), DatePrecision.NIGHT, DateBasis.RELATIVE),
        weapons=(Weapon.DRONE,),
        effects=(Effect.FIRE,),
        evidence=(Evidence("target", 0, 6, "Unecha"), Evidence("effects", 11, 14, "hit")),
        facility_id=facility,
        place=UNECHA,
    )
    supply = SupplyReport(
        article_id=f"{name}.txt",
        country="HU",
        commodity=Commodity.CRUDE_OIL,
        status=FlowWord.HALTED,
        route=Route.DRUZHBA,
        start=date(2025, 8, day),
        days_min=5,
        evidence=(Evidence("status", 0, 6, "Unecha"),),
    )
    return Parsed(article=article(name, day), reports=(report,), supply_reports=(supply,), warnings=("w",))


def merged(store: Store) -> tuple[Strike, ...]:
    """The strikes that the store's reports make."""
    return merge(store.reports(), {a.id: a for a in store.articles()})


def fill(store: Store, found: Iterable[Parsed]) -> tuple[Strike, ...]:
    """Stores articles and the strikes that they make."""
    store.add_all(found)
    strikes = merged(store)
    store.put_strikes(strikes)
    return strikes


TEXTS = st.text(st.characters(), max_size=20)
MAYBE = st.none() | TEXTS
LISTS = st.lists(TEXTS, max_size=3).map(tuple)
SHARES = st.floats(0, 1)
DAYS = st.dates()


@st.composite
def whens(draw: st.DrawFn) -> When:
    days = sorted(draw(st.lists(DAYS, min_size=2, max_size=2)))
    start, end = days if draw(st.booleans()) else (None, None)
    basis = draw(st.none() | st.sampled_from(DateBasis))
    return When(start, end, draw(st.sampled_from(DatePrecision)), basis)


@st.composite
def places(draw: st.DrawFn) -> Place:
    lat, lon = draw(st.just((None, None)) | st.tuples(st.floats(-90, 90), st.floats(-180, 180)))
    return Place(
        name=draw(TEXTS),
        precision=draw(st.sampled_from(Precision)),
        radius_km=draw(st.floats(0, 1e6)),
        country=draw(MAYBE),
        region=draw(MAYBE),
        lat=lat,
        lon=lon,
    )


@st.composite
def spans(draw: st.DrawFn) -> Evidence:
    quote, start = draw(TEXTS), draw(st.integers(0, 50_000_000))
    return Evidence(draw(TEXTS), start, start + len(quote), quote, draw(st.sampled_from(["text", "title"])))


SPANS = st.lists(spans(), max_size=3).map(tuple)

TARGETS = st.builds(
    Target,
    name=TEXTS,
    kind=st.sampled_from(Kind),
    facility_ids=LISTS,
    town=MAYBE,
    region=MAYBE,
    country=MAYBE,
)
REPORTS = st.builds(
    Report,
    article_id=st.just("given"),
    target=TARGETS,
    when=whens(),
    attacker=TEXTS,
    weapons=st.lists(st.sampled_from(Weapon), max_size=3).map(tuple),
    effects=st.lists(st.sampled_from(Effect), max_size=3).map(tuple),
    status=st.sampled_from([status for status in Status if status is not Status.DISPUTED]),
    claimed_by=LISTS,
    confirmed_by=LISTS,
    denied_by=LISTS,
    primary=st.booleans(),
    confidence=SHARES,
    evidence=SPANS,
    facility_id=MAYBE,
    place=st.none() | places(),
)
SUPPLY = st.builds(
    SupplyReport,
    article_id=st.just("given"),
    country=TEXTS,
    commodity=st.sampled_from(Commodity),
    status=st.sampled_from(FlowWord),
    facility_id=MAYBE,
    route=st.none() | st.sampled_from(Route),
    start=st.none() | DAYS,
    end=st.none() | DAYS,
    days_min=st.none() | st.integers(0, 10_000),
    days_max=st.none() | st.integers(0, 10_000),
    said_by=LISTS,
    confidence=SHARES,
    evidence=SPANS,
)
ARTICLES = st.builds(
    Article,
    id=st.just("given"),
    text=TEXTS,
    title=MAYBE,
    url=MAYBE,
    publisher=MAYBE,
    published=st.none() | DAYS,
    published_basis=st.sampled_from(PublishedBasis),
    lang=MAYBE,
    basis=st.sampled_from(Basis),
    tier=st.sampled_from(Tier),
    warnings=LISTS,
)
PARSED = st.builds(
    Parsed,
    article=ARTICLES,
    reports=st.lists(REPORTS, max_size=3).map(tuple),
    supply_reports=st.lists(SUPPLY, max_size=2).map(tuple),
    warnings=LISTS,
)
