"""One decision of a person: checked, kept for ever, and the strikes merged anew under it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tracker.desk.values import value_for
from tracker.errors import UsageError
from tracker.events import Finder, active, anchor_of, merge
from tracker.knowledge import Knowledge
from tracker.model import Judgement, Report, Strike, Verdict
from tracker.store import Store

LONGEST = {"who": 100, "why": 1000}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person wants: of a strike, or, to take a judgement back, of that judgement's number.

    `other` is the strike to merge with, `apart` the numbers (from 1) of the reports to take out, `values`
    the fields to set and what they wrote, `undoes` the judgement to take back.
    """

    kind: Verdict
    who: str
    why: str = ""
    strike: str = ""
    other: str = ""
    apart: tuple[int, ...] = ()
    values: tuple[tuple[str, str], ...] = ()
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The numbers of the judgements made, and the strikes of the reports concerned, before and after."""

    ids: tuple[int, ...]
    before: tuple[Strike, ...]
    after: tuple[Strike, ...]


def decide(store: Store, decision: Decision, knowledge: Knowledge) -> Outcome:
    """Checks a decision, keeps it and merges the strikes anew. Raises UsageError, having written nothing."""
    judgements = _judgements(store, decision, knowledge)
    anchors = [anchor for judgement in _aimed(store, judgements) for anchor in judgement.reports]
    reports = set(Finder(store.reports(), anchors).find_all(anchors))
    before = _holding(store.strikes(), reports)
    ids = store.judge(judgements, merge)
    return Outcome(ids, before, _holding(store.strikes(), reports))


def check(decision: Decision, knowledge: Knowledge) -> None:
    """Raises UsageError where name, reason or values of a decision cannot be kept; asks no strike."""
    _words(decision)
    if decision.kind is Verdict.CORRECT:
        _values(decision, knowledge)


def _holding(strikes: Iterable[Strike], reports: set[Report]) -> tuple[Strike, ...]:
    articles = {report.article_id for report in reports}
    return tuple(s for s in strikes if any(r.article_id in articles and r in reports for r in s.reports))


def _aimed(store: Store, judgements: Sequence[Judgement]) -> list[Judgement]:
    """The judgements that are about reports: of an undoing the one that it takes back, to the last."""
    kept = {judgement.id: judgement for judgement in store.judgements()}
    aimed = []
    for judgement in judgements:
        while judgement.undoes is not None:
            judgement = kept[judgement.undoes]
        aimed.append(judgement)
    return aimed


def _judgements(store: Store, decision: Decision, knowledge: Knowledge) -> list[Judgement]:
    who, why = _words(decision)
    if decision.kind is Verdict.UNDO:
        return [replace(_undoing(store, decision.undoes), who=who, why=why)]
    strike = _strike(store, decision.strike)
    anchors = tuple(map(anchor_of, strike.reports))
    plain = Judgement(kind=decision.kind, who=who, why=why, strikes=(strike.id,), reports=anchors)
    if decision.kind is Verdict.MERGE:
        other = _strike(store, decision.other)
        if other.id == strike.id:
            raise UsageError(f"'{strike.id}' is the same strike", where="merge", remedy="Name another one")
        both = (*anchors, *map(anchor_of, other.reports))
        return [replace(plain, strikes=(strike.id, other.id), reports=both)]
    if decision.kind is Verdict.SPLIT:
        leaving = _leaving(strike, decision.apart)
        return [replace(plain, apart=tuple(anchor_of(strike.reports[n - 1]) for n in leaving))]
    if decision.kind is Verdict.CORRECT:
        return [replace(plain, field=f, value=v) for f, v in _values(decision, knowledge)]
    return [plain]


def _words(decision: Decision) -> tuple[str, str]:
    who, why = " ".join(decision.who.split()), " ".join(decision.why.split())
    for field, text in (("who", who), ("why", why)):
        needed = field == "who" or decision.kind is not Verdict.ACCEPT
        if needed and not text:
            what = "a name" if field == "who" else f"a reason to {decision.kind.value}"
            raise UsageError(f"{what} is needed", where=field, remedy="Write it in a few words")
        if len(text) > LONGEST[field]:
            raise UsageError("is too long", where=field, remedy=f"Use at most {LONGEST[field]} characters")
    return who, why


def _strike(store: Store, strike_id: str) -> Strike:
    strike = store.strike(strike_id)
    if strike is None:
        remedy = "See tracker review for those that wait"
        raise UsageError(f"no strike is known under '{strike_id}'", remedy=remedy)
    return strike


def _leaving(strike: Strike, numbers: Sequence[int]) -> list[int]:
    many = len(strike.reports)
    leaving = sorted(set(numbers))
    wrong = [number for number in leaving if not 1 <= number <= many]
    if many < 2:
        raise UsageError("has one report only", where=strike.id, remedy="Reject it, or correct it")
    if wrong or not leaving or len(leaving) == many:
        remedy = f"Name some of the reports 1 to {many}, not all of them"
        raise UsageError(f"cannot be split at {numbers or 'nothing'}", where=strike.id, remedy=remedy)
    return leaving


def _values(decision: Decision, knowledge: Knowledge) -> list[tuple[str, Any]]:
    if not decision.values:
        raise UsageError("no value is given", where="set", remedy="Write field=value")
    fields = [field for field, _ in decision.values]
    twice = sorted({field for field in fields if fields.count(field) > 1})
    if twice:
        raise UsageError("is given twice", where=twice[0], remedy="Give each field once")
    found = [(field, value_for(field, text, knowledge)) for field, text in decision.values]
    given = dict(found)
    first, last = given.get("date_start"), given.get("date_end")
    if first and last and first > last:
        raise UsageError(f"{last} is before {first}", where="date_end", remedy="Give the days in order")
    return sorted(found, key=lambda pair: pair[0] == "date_end")


def _undoing(store: Store, number: int | None) -> Judgement:
    kept = store.judgements()
    undone = next((judgement for judgement in kept if judgement.id == number), None)
    if undone is None:
        remedy = "See tracker review --history"
        raise UsageError(f"there is no judgement {number}", where="undo", remedy=remedy)
    if undone not in active(kept):
        raise UsageError(f"judgement {number} is undone already", where="undo", remedy="Nothing is to do")
    return Judgement(kind=Verdict.UNDO, who="", strikes=undone.strikes, undoes=undone.id)
