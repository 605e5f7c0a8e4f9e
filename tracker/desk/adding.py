"""What a person puts right in an article before it is saved, kept as judgements once it is.

The report of the article is stored as it was read: nothing is lost, and every value that the person set can
be told from what the machine read, and taken back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tracker.desk.decide import Decision, Outcome, check, decide
from tracker.desk.values import shown
from tracker.events import anchor_of, value_of, whole
from tracker.knowledge import Knowledge
from tracker.model import Article, Effect, Report, Status, Strike, Verdict, Weapon
from tracker.store import Store, article_key

WHERE_AND_WHEN = ("facility_id", "place", "date_start", "date_end")
"""Fields by which reports of one attack find each other: who sets one says that it is another attack."""

_OF_THE_REPORT = ("status", "weapons", "effects")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """What a person changes of one found strike: leave it out (`drop`), or set `values` (field, text)."""

    article: Article
    report: Report
    drop: bool = False
    values: tuple[tuple[str, str], ...] = ()


def check_fixes(fixes: Iterable[Fix], who: str, why: str, knowledge: Knowledge) -> None:
    """Raises UsageError for what could not be kept later: to be called before the articles are saved."""
    for fix in fixes:
        check(_decision(fix, "", who, why, fix.values), knowledge)


def keep_fixes(store: Store, fixes: Iterable[Fix], who: str, why: str, knowledge: Knowledge) -> list[Outcome]:
    """Decides what the fixes say over strikes of articles that are stored now; gives what was decided.

    A strike that other reports tell of as well keeps what they say: a report that is left out, or of another
    place or day, is taken out of it first, and status, weapons and effects are merged with theirs. A report
    that an older version of the parser stored otherwise is passed over.
    """
    made: list[Outcome] = []
    for fix in fixes:
        for _ in range(2):  # taken out of a strike first, where that is needed
            strike = _holding(store, fix)
            decision = _next(store, fix, strike, who, why) if strike else None
            if decision is None:
                break
            made.append(decide(store, decision, knowledge))
            if decision.kind is not Verdict.SPLIT:
                break
    return made


def _holding(store: Store, fix: Fix) -> Strike | None:
    """The strike that the report belongs to now."""
    return next((s for s in store.strikes() if _numbers(s, fix)), None)


def _numbers(strike: Strike, fix: Fix) -> list[int]:
    """The numbers, from 1, that the report has in a strike."""
    own = anchor_of(replace(fix.report, article_id=article_key(fix.article)))
    return [number for number, report in enumerate(strike.reports, start=1) if anchor_of(report) == own]


def _next(store: Store, fix: Fix, strike: Strike, who: str, why: str) -> Decision | None:
    numbers = _numbers(strike, fix)
    shared = len(numbers) < len(strike.reports)
    if shared and (fix.drop or any(field in WHERE_AND_WHEN for field, _ in fix.values)):
        split = _decision(fix, strike.id, who, why, ())
        return replace(split, kind=Verdict.SPLIT, apart=tuple(numbers))
    values = fix.values
    if shared:
        articles = {article.id: article for article in store.articles()}
        values = _among(fix, strike, numbers[0], articles)
    return _decision(fix, strike.id, who, why, values)


def _decision(fix: Fix, strike_id: str, who: str, why: str, values: tuple[tuple[str, str], ...]) -> Decision:
    kind = Verdict.REJECT if fix.drop else Verdict.CORRECT
    return Decision(kind=kind, who=who, why=why, strike=strike_id, values=() if fix.drop else values)


def _among(
    fix: Fix, strike: Strike, number: int, articles: Mapping[str, Article]
) -> tuple[tuple[str, str], ...]:
    """The values of the whole strike, were the report as the person says."""
    given = dict(fix.values)
    report = strike.reports[number - 1]
    if "status" in given:
        report = replace(report, status=Status(given["status"]))
    if "weapons" in given:
        report = replace(report, weapons=tuple(Weapon(code) for code in _codes(given["weapons"])))
    if "effects" in given:
        report = replace(report, effects=tuple(Effect(code) for code in _codes(given["effects"])))
    told = whole([*strike.reports[: number - 1], report, *strike.reports[number:]], articles)
    own = {field: shown(value_of(told, field)) for field in _OF_THE_REPORT if field in given}
    return tuple((given | own).items())


def _codes(text: str) -> Sequence[str]:
    return [] if text == shown(None) else text.split(", ")
