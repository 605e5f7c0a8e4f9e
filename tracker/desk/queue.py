"""What waits for a person, and what people have said so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tracker.events import concerning, whole
from tracker.model import Article, Judgement, Report, Strike


@dataclass(frozen=True, slots=True)
class Desk:
    """The strikes that nobody has judged, the least certain first, and the judgements of each report."""

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


def desk(strikes: Iterable[Strike], reports: Iterable[Report], judgements: tuple[Judgement, ...]) -> Desk:
    """The desk of a store: its strikes, all its reports and all its judgements."""
    about = concerning(reports, judgements)
    articles = {report.article_id for report in about}
    untouched = (
        strike
        for strike in strikes
        if not any(r.article_id in articles and r in about for r in strike.reports)
    )
    return Desk(tuple(sorted(untouched, key=lambda s: (s.confidence, s.id))), judgements, about)


def original(strike: Strike, articles: Mapping[str, Article]) -> Strike:
    """The same reports as the machine merges them, without what people corrected; its id may differ."""
    return whole(strike.reports, articles)
