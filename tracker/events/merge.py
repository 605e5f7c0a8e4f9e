"""One strike out of the reports of one attack: what it takes from which report."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from itertools import chain
from typing import TypeVar

from tracker.events.dates import span_of
from tracker.events.families import families
from tracker.events.match import cluster
from tracker.events.places import place_name, slug
from tracker.events.status import status_of
from tracker.model import (
    Article,
    Basis,
    DateBasis,
    Effect,
    Kind,
    Place,
    Precision,
    Report,
    Strike,
    Weapon,
    When,
)

Word = TypeVar("Word", bound=str)
Code = TypeVar("Code", bound=StrEnum)
Family = Mapping[str, str]
"""The source family of each article, by its id."""

_PRECISIONS = list(Precision)
_BASES = {
    DateBasis.EXPLICIT: 0,
    DateBasis.RELATIVE: 0,
    DateBasis.INHERITED: 1,
    None: 1,
    DateBasis.PUBLISHED: 2,
}
MOST_CERTAIN = 0.99
UNVERIFIED_WEIGHT = 0.5


def merge(reports: Sequence[Report], articles: Mapping[str, Article]) -> tuple[Strike, ...]:
    """All strikes that the reports tell of, sorted by id; a function of the set of reports, not of its order.

    `articles` holds the article of every report by its id (KeyError otherwise). match.cluster decides what
    belongs together. A strike's id is `<facility id or place slug>-<first day or "undated">`, with `-2`,
    `-3`, ... where several share that name, in the order of their content.
    """
    named: dict[str, list[Strike]] = defaultdict(list)
    for members in cluster(reports, articles):
        strike = whole(members, articles)
        named[strike.id].append(strike)
    strikes = chain.from_iterable(_numbered(namesakes) for namesakes in named.values())
    return tuple(sorted(strikes, key=lambda strike: strike.id))


def whole(members: Sequence[Report], articles: Mapping[str, Article]) -> Strike:
    """One strike of exactly these reports, whatever `cluster` makes of them; its id has no number."""
    return _strike(_in_order(members, articles), articles)


def _numbered(namesakes: list[Strike]) -> list[Strike]:
    if len(namesakes) == 1:
        return namesakes
    ordered = sorted(namesakes, key=lambda s: (s.kind, s.when.end or date.max, repr(s.reports)))
    return [_renamed(strike, number) for number, strike in enumerate(ordered, start=1)]


def _renamed(strike: Strike, number: int) -> Strike:
    return strike if number == 1 else replace(strike, id=f"{strike.id}-{number}")


def _in_order(members: Sequence[Report], articles: Mapping[str, Article]) -> list[Report]:
    """Oldest article first; several reports of one article by their content."""
    count = Counter(report.article_id for report in members)

    def key(report: Report) -> tuple[date, str, str]:
        published = articles[report.article_id].published or date.max
        return published, report.article_id, repr(report) if count[report.article_id] > 1 else ""

    return sorted(members, key=key)


def _strike(reports: list[Report], articles: Mapping[str, Article]) -> Strike:
    facility = min((r.facility_id for r in reports if r.facility_id), default=None)
    best = _best_placed(reports, facility)
    when = _when(reports, articles)
    prefix = facility or slug(place_name(best[0]))
    family = families(articles[r.article_id] for r in reports)
    return Strike(
        id=f"{prefix}-{when.start or 'undated'}",
        name=_name(best, articles, family),
        kind=_kind(best, articles, family),
        facility_id=facility,
        place=best[0].place,
        when=when,
        attacker=_attacker(reports, family),
        status=status_of(reports, articles),
        weapons=_in_list_order(Weapon, (r.weapons for r in reports)),
        effects=_in_list_order(Effect, (r.effects for r in reports)),
        claimed_by=_union(r.claimed_by for r in reports),
        confirmed_by=_union(r.confirmed_by for r in reports),
        denied_by=_union(r.denied_by for r in reports),
        sources=len(set(family.values())),
        verified=any(articles[r.article_id].tier.verified for r in reports),
        confidence=_confidence(reports, articles, family),
        reports=tuple(reports),
    )


def _best_placed(reports: Sequence[Report], facility: str | None) -> list[Report]:
    """The reports that share the most exact place; the gazetteer's facility beats every other."""
    own = [r for r in reports if r.facility_id == facility] if facility else list(reports)
    best = min((r.place for r in own if r.place), key=_inexactness, default=None)
    return [r for r in own if r.place == best]


def _inexactness(place: Place) -> tuple[bool, int, float, str]:
    return place.lat is None, _PRECISIONS.index(place.precision), place.radius_km, repr(place)


def _when(reports: Iterable[Report], articles: Mapping[str, Article]) -> When:
    """The most exact date that was reported.

    A night beats a day (it says which two days), a day that was read beats a day in a list, that beats a
    day known only from publication, then ranges, the narrowest first. Of equals: explicit and relative
    words beat inherited ones, an article that was read beats a summary, that beats a list.
    """
    bases = list(Basis)

    def key(report: Report) -> tuple[object, ...]:
        article, when = articles[report.article_id], report.when
        exact = span_of(report, article).exactness
        return *exact, _BASES[when.basis], bases.index(article.basis), when.precision, when.basis or ""

    return min(reports, key=key).when


def _name(reports: Sequence[Report], articles: Mapping[str, Article], family: Family) -> str:
    """What to call the target: as a list does (by the gazetteer), else as in English, else most often."""
    listed = [r for r in reports if articles[r.article_id].basis is Basis.LISTED]
    english = [r for r in reports if articles[r.article_id].lang == "en"]
    return _most_frequent([(r, r.target.name) for r in listed or english or reports], family)


def _kind(reports: Sequence[Report], articles: Mapping[str, Article], family: Family) -> Kind:
    listed = [r for r in reports if articles[r.article_id].basis is Basis.LISTED]
    exact = [r for r in reports if r.target.kind is not Kind.OTHER_ENERGY]
    return _most_frequent([(r, r.target.kind) for r in listed or exact or reports], family)


def _attacker(reports: Sequence[Report], family: Family) -> str:
    named = [(r, r.attacker) for r in reports if r.attacker != "unknown"]
    return _most_frequent(named, family) if named else "unknown"


def _most_frequent(said: Iterable[tuple[Report, Word]], family: Family) -> Word:
    """The word that most source families use; copies of one text have one vote."""
    votes = {(family[report.article_id], word) for report, word in said}
    count = Counter(word for _, word in votes)
    return min(count, key=lambda word: (-count[word], len(word), word))


def _in_list_order(words: type[Code], found: Iterable[Sequence[Code]]) -> tuple[Code, ...]:
    seen = set(chain.from_iterable(found))
    return tuple(word for word in words if word in seen)


def _union(names: Iterable[Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(names)))


def _confidence(reports: Iterable[Report], articles: Mapping[str, Article], family: Family) -> float:
    """How sure we are that this attack was read rightly: 1 - the chance that every source is misread.

    Of each source family only the surest report counts, so copies add nothing; a report of an unverified
    tier counts half. Never above 0.99. It says nothing of whether the claim is true: that is `status`.
    """
    surest: dict[str, float] = {}
    for report in reports:
        weight = 1.0 if articles[report.article_id].tier.verified else UNVERIFIED_WEIGHT
        source = family[report.article_id]
        surest[source] = max(surest.get(source, 0.0), report.confidence * weight)
    doubt = 1.0
    for confidence in sorted(surest.values()):
        doubt *= 1.0 - confidence
    return min(round(1.0 - doubt, 4), MOST_CERTAIN)
