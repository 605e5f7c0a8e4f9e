"""The correction desk as HTML: what was read beside what stands, each report, what people decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from tracker.desk import shown
from tracker.events import FIELDS, value_of
from tracker.figures import words
from tracker.model import Article, Effect, Judgement, Kind, Place, Report, Strike, Verdict, Weapon
from tracker.views import found, markup, panel

LABELS = {
    "name": "Name",
    "kind": "Kind of target",
    "facility_id": "Facility",
    "place": "Place",
    "date_start": "First day",
    "date_end": "Last day",
    "attacker": "Attacker",
    "weapons": "Weapons",
    "effects": "Effects",
    "status": "Status",
}
"""The fields that a person may set, as the page calls them."""

VERDICTS = {
    Verdict.ACCEPT: "accepted it",
    Verdict.REJECT: "rejected it",
    Verdict.RETRACT: "retracted it",
    Verdict.MERGE: "merged it with another",
    Verdict.SPLIT: "took reports out",
    Verdict.CORRECT: "set",
    Verdict.UNDO: "undid judgement",
}


def summary(waiting: int, judged: int, matching: int) -> str:
    """The first sentence: how many wait, and how many of them the filters leave."""
    if not waiting:
        return f"No strike waits for a person; {words.count(judged, 'judgement')} so far."
    some = f", {matching:,} of them match the filters" if matching != waiting else ""
    verb = "waits" if waiting == 1 else "wait"
    head = f"{words.count(waiting, 'strike')} {verb} for a person, the least certain first{some}"
    return f"{head}; {words.count(judged, 'judgement')} so far."


def compared(strike: Strike, read: Strike) -> str:
    """The values as they stand, with those that were read beside them where a person set any."""
    both = bool(strike.set_by_person)
    head = ("Field", "As read", "As it stands") if both else ("Field", "As read")
    rows = [_row(field, strike, read, both) for field in FIELDS]
    cells = "".join(f'<th scope="col">{markup.text(title)}</th>' for title in head)
    return f'<table class="compared"><thead><tr>{cells}</tr></thead><tbody>{"".join(rows)}</tbody></table>'


def value(field: str, item: Strike) -> str:
    """One value of a strike in words; unknown says so."""
    known = value_of(item, field)
    if field == "weapons":
        return words.listed(map(words.weapon, item.weapons))
    if field == "effects":
        return words.listed(map(words.effect, item.effects))
    if field in ("date_start", "date_end"):
        return words.day(known)
    if isinstance(known, Place):
        return words.place(known)
    named = {"kind": lambda: words.kind(item.kind), "attacker": lambda: words.country(item.attacker)}
    return named[field]() if field in named else str(known) if known else words.NOT_KNOWN


def sureness(strike: Strike) -> str:
    """How sure the machine is, and on what."""
    stands = "" if strike.verified else "; unverified: no outlet, official or operator"
    sources = words.count(strike.sources, "independent source")
    accepted = "; accepted by a person" if strike.judged else ""
    reports = words.count(len(strike.reports), "report")
    return f"confidence {strike.confidence:.2f}, {reports}, {sources}{stands}{accepted}"


def reports(strike: Strike, articles: Mapping[str, Article]) -> str:
    """Every report by its number, with its evidence marked in the sentences of its article."""
    marked = found.key() if any(report.evidence for report in strike.reports) else ""
    parts = [
        f'<div class="numbered"><b>{number}</b>{panel.report(report, articles.get(report.article_id))}</div>'
        for number, report in enumerate(strike.reports, start=1)
    ]
    return (
        f'{marked}<div class="words" tabindex="0" role="region" aria-label="Reports">{"".join(parts)}</div>'
    )


def report_label(number: int, report: Report, articles: Mapping[str, Article]) -> str:
    """A report in a list to choose from: its number, who published it, what day it says."""
    article = articles.get(report.article_id)
    who = (article.publisher if article else None) or "source not known"
    return f"{number}: {who}, {words.when(report.when)}"


def judgement(item: Judgement) -> str:
    """`3: Eva set weapons = drone, 24 Nov 2026: both outlets say so`."""
    did = VERDICTS[item.kind]
    if item.kind is Verdict.CORRECT:
        label = LABELS.get(item.field or "", item.field or "").lower()
        did += f" {label} = {in_words(item.field or '', item.value)}"
    elif item.kind is Verdict.UNDO:
        did += f" {item.undoes}"
    day = f", {words.day(item.at.date())}" if item.at else ""
    why = f": {item.why}" if item.why else ""
    return f"{item.id}: {item.who} {did}{day}{why}"


def in_words(field: str, given: Any) -> str:
    """The value of a correction as the page writes it."""
    if given in (None, [], ()):
        return words.NOT_KNOWN
    read: dict[str, Callable[[Any], str]] = {
        "weapons": lambda codes: words.listed(words.weapon(Weapon(code)) for code in codes),
        "effects": lambda codes: words.listed(words.effect(Effect(code)) for code in codes),
        "kind": lambda code: words.kind(Kind(code)),
        "attacker": words.country,
        "date_start": lambda day: words.day(date.fromisoformat(day)),
        "date_end": lambda day: words.day(date.fromisoformat(day)),
    }
    return read.get(field, shown)(given)


def judgements(items: Iterable[Judgement], in_effect: frozenset[int], *, with_ids: bool) -> str:
    """Judgements as a list, the newest first; undone ones say so."""
    rows = []
    for item in sorted(items, key=lambda j: j.id, reverse=True):
        strikes = f" ({', '.join(item.strikes)})" if with_ids and item.strikes else ""
        undone = "" if item.id in in_effect else " [undone]"
        rows.append(markup.text(f"{judgement(item)}{strikes}{undone}"))
    return markup.items(rows)


def _row(field: str, strike: Strike, read: Strike, both: bool) -> str:
    name = f'<th scope="row">{markup.text(LABELS[field])}</th>'
    was, stands = value(field, read), value(field, strike)
    if not both:
        return f"<tr>{name}<td>{markup.text(stands)}</td></tr>"
    if field not in strike.set_by_person:
        return f'<tr>{name}<td>{markup.text(was)}</td><td class="quiet">same</td></tr>'
    mark = "<small>set by a person</small>"
    return (
        f'<tr class="set">{name}<td><s>{markup.text(was)}</s></td><td>{markup.text(stands)} {mark}</td></tr>'
    )
