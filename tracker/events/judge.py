"""The strikes as people have judged them: the machine proposes, a person decides, and keeps the last word.

A function of the set of reports and of the list of judgements; neither order nor batches of arrival matter.
Of two judgements that contradict each other the later one (by id) stands; one that was undone has no effect.

- rejected, retracted: the reports leave the strikes (not the store), until a later acceptance of them.
- merged: the reports are one strike; split: those taken out and those left never are, whatever arrives. What
  nobody has judged follows the machine; where people part what the machine takes for one, it goes to the part
  that says the very same of place and day, else it stays with those left.
- corrected, accepted: goes to the strike that holds most of the reports that the person saw.

A strike keeps the id that the machine gives it, unless people changed what it is made of, where or when it
was: then it takes the next free id of that kind.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tracker.events.anchors import Finder, anchor_of
from tracker.events.bonds import Bonds, home_of, hosts
from tracker.events.correct import corrected
from tracker.events.merge import merge as machine
from tracker.events.merge import whole
from tracker.events.places import place_name, slug
from tracker.model import Anchor, Article, Judged, Judgement, Report, Strike, Verdict

Merge = Callable[[Sequence[Report], Mapping[str, Article]], Sequence[Strike]]
Articles = Mapping[str, Article]


@dataclass(frozen=True, slots=True)
class _Case:
    """A judgement that stands, and the reports that it finds."""

    judgement: Judgement
    reports: tuple[Report, ...]
    apart: tuple[Report, ...]


def merge(
    reports: Sequence[Report], articles: Articles, judgements: Sequence[Judgement] = ()
) -> tuple[Strike, ...]:
    """All strikes that the reports tell of, merged by the machine and judged by people, sorted by id."""
    return judged(reports, articles, judgements, machine)


def judged(
    reports: Sequence[Report], articles: Articles, judgements: Sequence[Judgement], merge: Merge
) -> tuple[Strike, ...]:
    """The strikes that `merge` makes of the reports, as far as no judgement says otherwise, sorted by id."""
    cases = _cases(reports, judgements)
    out = _out(cases)
    named = {report.article_id for report in out}
    left = [report for report in reports if report.article_id not in named or report not in out]
    strikes = list(merge(left, articles))
    if not cases:
        return tuple(strikes)
    kept, remade, taken = _regrouped(strikes, articles, cases, out)
    before = [*kept, *remade]
    same: list[Strike] = []
    anew: list[Strike] = []
    for number, after in enumerate(_corrected(before, cases, taken)):
        stays = number < len(kept) and _base(after) == _base(before[number])
        (same if stays else anew).append(after)
    return tuple(sorted([*same, *_named(anew, same, taken)], key=lambda strike: strike.id))


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that have an effect on strikes, the oldest first: neither undone nor an undoing."""
    return tuple(judgement for judgement in active(judgements) if judgement.kind is not Verdict.UNDO)


def active(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that no later one takes back, the oldest first; an undoing can be taken back as well."""
    undone: set[int | None] = set()
    found: list[Judgement] = []
    for judgement in sorted(judgements, key=lambda j: j.id, reverse=True):
        if judgement.id not in undone:
            found.append(judgement)
            undone.add(judgement.undoes)
    return tuple(reversed(found))


def concerning(
    reports: Iterable[Report], judgements: Sequence[Judgement]
) -> dict[Report, tuple[Judgement, ...]]:
    """For each report that a standing judgement is about, those judgements, the oldest first."""
    found: dict[Report, list[Judgement]] = defaultdict(list)
    for case in _cases(reports, judgements):
        for report in case.reports:
            found[report].append(case.judgement)
    return {report: tuple(cases) for report, cases in found.items()}


def _cases(reports: Iterable[Report], judgements: Iterable[Judgement]) -> list[_Case]:
    active = standing(judgements)
    finder = Finder(reports, (anchor for j in active for anchor in (*j.reports, *j.apart)))
    return [_Case(j, finder.find_all((*j.reports, *j.apart)), finder.find_all(j.apart)) for j in active]


def _out(cases: Iterable[_Case]) -> set[Report]:
    """The reports whose last word is that they do not count."""
    last: dict[Report, Verdict] = {}
    for case in cases:
        if case.judgement.kind in (Verdict.ACCEPT, Verdict.REJECT, Verdict.RETRACT):
            last |= dict.fromkeys(case.reports, case.judgement.kind)
    return {report for report, kind in last.items() if kind is not Verdict.ACCEPT}


def _regrouped(
    strikes: Sequence[Strike], articles: Articles, cases: Sequence[_Case], out: set[Report]
) -> tuple[list[Strike], list[Strike], set[Report]]:
    """Strikes that stay as the machine made them, those made anew, and the reports that were taken out."""
    linked = [case for case in cases if case.judgement.kind in (Verdict.MERGE, Verdict.SPLIT)]
    items = sorted({r for case in linked for r in case.reports} - out, key=lambda r: (r.article_id, repr(r)))
    numbers = {report: number for number, report in enumerate(items)}
    alike = [_said(report) for report in items]
    bonds = _bonds(linked, numbers)
    named = {report.article_id for report in items}
    loose: dict[Report, int] = {}
    kept, touched = [], []
    for strike in strikes:
        members = [numbers[r] for r in strike.reports if r.article_id in named and r in numbers]
        if not members:
            kept.append(strike)
            continue
        touched.append(strike)
        parts = hosts(members, bonds)
        loose |= {r: home_of(_said(r), parts, alike) for r in strike.reports if r not in numbers}
    groups: dict[int, list[Report]] = defaultdict(list)
    for report, number in (numbers | loose).items():
        groups[bonds.group(number)].append(report)
    whole_already = {frozenset(strike.reports): strike for strike in touched}
    remade = []
    for group in groups.values():
        strike_ = whole_already.get(frozenset(group))
        if strike_:
            kept.append(strike_)
        else:
            remade.append(whole(group, articles))
    return kept, remade, {items[number] for number in bonds.taken}


def _bonds(linked: Sequence[_Case], numbers: Mapping[Report, int]) -> Bonds:
    """What people said of reports that belong together or not, the newest word first."""
    bonds = Bonds(len(numbers))
    for case in reversed(linked):
        inside = sorted(numbers[report] for report in case.reports if report in numbers)
        if case.judgement.kind is Verdict.MERGE:
            bonds.together(inside)
        else:
            leaving = {numbers[report] for report in case.apart if report in numbers}
            bonds.part([n for n in inside if n not in leaving], sorted(leaving))
    return bonds


def _said(report: Report) -> Anchor:
    """What a report says of place and day, whichever article it is of."""
    return replace(anchor_of(report), article="")


def _corrected(strikes: Sequence[Strike], cases: Sequence[_Case], taken: set[Report]) -> list[Strike]:
    """The strikes as people corrected and accepted them, in the same order."""
    named = {report.article_id for case in cases for report in case.reports}
    owners = {r: n for n, s in enumerate(strikes) for r in s.reports if r.article_id in named}
    corrections: dict[int, list[Judgement]] = defaultdict(list)
    accepted: set[int] = set()
    for case in cases:
        holder = _holder(case, owners, taken)
        if holder is not None and case.judgement.kind is Verdict.CORRECT:
            corrections[holder].append(case.judgement)
        elif holder is not None and case.judgement.kind is Verdict.ACCEPT:
            accepted.add(holder)
    result = []
    for number, strike in enumerate(strikes):
        after = corrected(strike, corrections[number]) if number in corrections else strike
        result.append(replace(after, judged=Judged.ACCEPTED) if number in accepted else after)
    return result


def _holder(case: _Case, owners: Mapping[Report, int], taken: set[Report]) -> int | None:
    """The strike with most of a judgement's reports; of equals one that none was taken out to."""
    held = [(owners[report], report in taken) for report in case.reports if report in owners]
    many = Counter(owner for owner, _ in held)
    parted = {owner for owner, was_taken in held if was_taken}
    return min(many, key=lambda owner: (-many[owner], owner in parted), default=None)


def _base(strike: Strike) -> str:
    """The id of a strike by where and when it was, without a number."""
    where = strike.place.name if strike.place else place_name(strike.reports[0])
    return f"{strike.facility_id or slug(where)}-{strike.when.start or 'undated'}"


def _named(strikes: Iterable[Strike], others: Iterable[Strike], taken: set[Report]) -> list[Strike]:
    """The strikes under the first ids that are free, those first that were not taken out of another."""
    used = {strike.id for strike in others}
    result = []
    for strike in sorted(strikes, key=lambda s: (not taken.isdisjoint(s.reports), repr(s))):
        base, number = _base(strike), 1
        while (name := base if number == 1 else f"{base}-{number}") in used:
            number += 1
        used.add(name)
        result.append(replace(strike, id=name))
    return result
