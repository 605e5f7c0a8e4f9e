"""What waits for a person, and what people have said so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tracker.events import FIELDS, concerning, value_of, whole
from tracker.model import Article, Judgement, Report, Strike


@dataclass(frozen=True, slots=True)
class Desk:
    """What waits, the least certain first: strikes that nobody has judged, and those told anew since.

    Also all judgements, and those about each report.
    """

    waiting: tuple[Strike, ...]
    judgements: tuple[Judgement, ...]
    about: Mapping[Report, tuple[Judgement, ...]]

    def of(self, strike: Strike) -> tuple[Judgement, ...]:
        """The judgements that have an effect on a strike, the oldest first."""
        found = {j.id: j for report in strike.reports for j in self.about.get(report, ())}
        return tuple(found[number] for number in sorted(found))

    def naming(self, strike_id: str) -> tuple[Judgement, ...]:
        """The judgements made on a strike of this id, whatever became of it."""
        return tuple(judgement for judgement in self.judgements if strike_id in judgement.strikes)


def desk(
    strikes: Iterable[Strike],
    articles: Mapping[str, Article],
    reports: Iterable[Report],
    judgements: tuple[Judgement, ...],
) -> Desk:
    """The desk of a store: its strikes and articles, all its reports and all its judgements."""
    about = concerning(reports, judgements)
    judged = {report.article_id for report in about}

    def waits(strike: Strike) -> bool:
        seen = [r for r in strike.reports if r.article_id in judged and r in about]
        return not seen or _told_anew(strike, seen, articles)

    waiting = sorted(filter(waits, strikes), key=lambda s: (s.confidence, s.id))
    return Desk(tuple(waiting), judgements, about)


def _told_anew(strike: Strike, seen: Sequence[Report], articles: Mapping[str, Article]) -> bool:
    """Whether reports that came after the judgement change a value that no person has set."""
    if len(seen) == len(strike.reports):
        return False
    then, now = whole(seen, articles), whole(strike.reports, articles)
    free = (field for field in FIELDS if field not in strike.set_by_person)
    return any(value_of(then, field) != value_of(now, field) for field in free)


def original(strike: Strike, articles: Mapping[str, Article]) -> Strike:
    """The same reports as the machine merges them, without what people corrected; its id may differ."""
    return whole(strike.reports, articles)
