"""`tracker review`: the correction desk in the terminal."""

from __future__ import annotations

import getpass
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracker.cli.common import app, print_table
from tracker.config import settings
from tracker.errors import UsageError

if TYPE_CHECKING:
    from tracker.desk import Decision, Desk, Outcome
    from tracker.model import Article, Judgement, Report, Strike
    from tracker.store import Store

_REACH = 100
"""Characters of an article that are shown on each side of a quote."""

StrikeId = Annotated[str | None, typer.Argument(help="A strike; without one, those that wait are listed.")]
Accept = Annotated[bool, typer.Option("--accept", help="It is right as it stands.")]
Reject = Annotated[bool, typer.Option("--reject", help="It is no strike: its reports were misread.")]
Retract = Annotated[bool, typer.Option("--retract", help="Its source withdrew it.")]
Merge = Annotated[str | None, typer.Option(metavar="OTHER_ID", help="It is the same strike as another.")]
Split = Annotated[
    list[str] | None,
    typer.Option(metavar="REPORT", help="Take reports out, by number: 2 or 2,3; repeatable."),
]
Set = Annotated[
    list[str] | None, typer.Option("--set", metavar="FIELD=VALUE", help="Set a value; repeatable.")
]
Undo = Annotated[int | None, typer.Option(metavar="JUDGEMENT", help="Take a judgement back.")]
Why = Annotated[str, typer.Option(help="The reason; needed for all but --accept.")]
Who = Annotated[str | None, typer.Option(help="Who decides; default: the user of this machine.")]
History = Annotated[bool, typer.Option("--history", help="List all judgements, the newest first.")]
Limit = Annotated[int, typer.Option(min=1, help="How many are listed.")]


@app.command()
def review(
    strike: StrikeId = None,
    accept: Accept = False,
    reject: Reject = False,
    retract: Retract = False,
    merge: Merge = None,
    split: Split = None,
    values: Set = None,
    undo: Undo = None,
    why: Why = "",
    who: Who = None,
    history: History = False,
    limit: Limit = 20,
) -> None:
    """List the strikes that nobody has judged, the least certain first; show one; or decide over it.

    Example: tracker review unecha-pumping-station-2025-08-21 --set weapons=drone,missile --why "both named"
    """
    from tracker.knowledge import knowledge
    from tracker.pipeline import is_seeded, seed
    from tracker.store import Store

    given: dict[str, Any] = {
        "accept": accept, "reject": reject, "retract": retract, "merge": merge, "split": split,
        "correct": values, "undo": undo,
    }  # fmt: skip
    chosen = [name for name, value in given.items() if value not in (False, None, [])]
    with Store.open(settings().database_url) as store:
        if not is_seeded(store, knowledge()):
            seed(store, knowledge())
        if chosen:
            _decide(store, _decision(strike, chosen, given, why, who))
        elif history:
            _print_history(store.judgements(), limit)
        elif strike is None:
            _print_queue(_desk(store), limit)
        else:
            _print_strike(store, strike)


def printable(text: str) -> str:
    """Text that is not trusted, for a terminal: what would steer it or hide is a question mark."""
    return "".join(c if c.isprintable() else " " if c in "\n\t\r" else "?" for c in text)


def _decision(
    strike: str | None, chosen: list[str], given: dict[str, Any], why: str, who: str | None
) -> Decision:
    from tracker.desk import Decision
    from tracker.model import Verdict

    if len(chosen) > 1:
        remedy = "Decide one thing at a time"
        raise UsageError(f"{' and '.join(chosen)} at once", where="review", remedy=remedy)
    if strike is None and chosen != ["undo"]:
        raise UsageError("no strike is named", where="review", remedy="Put its id first")
    return Decision(
        kind=Verdict(chosen[0]), who=who if who is not None else _user(), why=why, strike=strike or "",
        other=given["merge"] or "", apart=_numbers(given["split"] or ()), undoes=given["undo"],
        values=tuple(map(_pair, given["correct"] or ())),
    )  # fmt: skip


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _pair(text: str) -> tuple[str, str]:
    field, sign, value = text.partition("=")
    if not sign:
        raise UsageError(f"'{text}' is not understood", where="--set", remedy="Write field=value")
    return field.strip(), value


def _numbers(given: Iterable[str]) -> tuple[int, ...]:
    words = [word.strip() for text in given for word in text.split(",")]
    wrong = [word for word in words if not word.isascii() or not word.isdigit()]
    if wrong:
        raise UsageError(f"'{wrong[0]}' is no number", where="--split", remedy="Write 2 or 2,3")
    return tuple(map(int, words))


def _decide(store: Store, decision: Decision) -> None:
    from tracker.desk import decide
    from tracker.knowledge import knowledge

    outcome = decide(store, decision, knowledge())
    numbers = ", ".join(map(str, outcome.ids))
    print(f"{decision.kind.value}: judgement {numbers} by {printable(decision.who)}")
    _print_outcome(outcome)


def _print_outcome(outcome: Outcome) -> None:
    """Before and after: for one strike that stays one, the fields that differ; else the strikes."""
    before, after = outcome.before, outcome.after
    if len(before) == len(after) == 1:
        rows = _differences(before[0], after[0])
        if rows:
            print_table(rows)
        else:
            print(f"No value changed: {_line(after[0])}")
        return
    for title, strikes in (("before", before), ("after", after)):
        for strike in strikes:
            print(f"{title:<6}  {_line(strike)}")
        if not strikes:
            print(f"{title:<6}  no strike; the reports stay in the store")


def _differences(before: Strike, after: Strike) -> list[dict[str, str]]:
    from tracker.desk import shown
    from tracker.events import FIELDS, value_of

    told = [(field, shown(value_of(before, field)), shown(value_of(after, field))) for field in FIELDS]
    told += [(name, shown(getattr(before, name)), shown(getattr(after, name))) for name in ("id", "judged")]
    rows = [
        {"field": field, "before": printable(old), "after": printable(new)}
        for field, old, new in told
        if old != new
    ]
    return [{**row, "before": "-" if row["field"] == "judged" else row["before"]} for row in rows]


def _line(strike: Strike) -> str:
    from tracker.figures import words

    where = printable(words.located(strike))
    return f"{strike.id}: {where}, {words.when(strike.when)}, {words.count(len(strike.reports), 'report')}"


def _desk(store: Store) -> Desk:
    from tracker.desk import desk

    articles = {article.id: article for article in store.articles()}
    return desk(store.strikes(), articles, store.reports(), store.judgements())


def _print_queue(found: Desk, limit: int) -> None:
    from tracker.figures import words

    rows = [
        {
            "confidence": f"{s.confidence:.2f}",
            "reports": str(len(s.reports)),
            "status": s.status.value + ("" if s.verified else ", unverified"),
            "when": words.when(s.when),
            "id": s.id,
        }
        for s in found.waiting[:limit]
    ]
    if rows:
        print_table(rows)
    print(f"{words.count(len(found.waiting), 'strike')} wait for a person, the least certain first.")


def _print_history(judgements: Iterable[Judgement], limit: int) -> None:
    from tracker.events import active

    kept = list(judgements)
    in_effect = {judgement.id for judgement in active(kept)}
    for judgement in kept[::-1][:limit]:
        print(_told(judgement) + ("" if judgement.id in in_effect else " [undone]"))
    if not kept:
        print("Nobody has judged a strike yet.")


def _told(judgement: Judgement) -> str:
    from tracker.desk import shown

    what = judgement.kind.value
    if judgement.field:
        what += f" {judgement.field}={shown(judgement.value)}"
    if judgement.undoes is not None:
        what += f" judgement {judgement.undoes}"
    when = f"{judgement.at:%Y-%m-%d %H:%M} UTC" if judgement.at else ""
    why = f": {judgement.why}" if judgement.why else ""
    return printable(f"{judgement.id}  {when}  {judgement.who}  {what}  {' '.join(judgement.strikes)}{why}")


def _print_strike(store: Store, strike_id: str) -> None:
    from tracker.desk import original, shown
    from tracker.events import FIELDS, value_of

    strike, found = store.strike(strike_id), _desk(store)
    if strike is None:
        earlier = found.naming(strike_id)
        for judgement in earlier:
            print(_told(judgement))
        if not earlier:
            remedy = "See tracker review for those that wait"
            raise UsageError(f"no strike is known under '{strike_id}'", remedy=remedy)
        return
    articles = {report.article_id: store.article(report.article_id) for report in strike.reports}
    known = {key: article for key, article in articles.items() if article}
    print(_line(strike))
    read = original(strike, known)
    for field in FIELDS:
        now, was = shown(value_of(strike, field)), shown(value_of(read, field))
        mark = f"  (set by a person; read as: {was})" if field in strike.set_by_person else ""
        print(printable(f"  {field:<12}{now}{mark}"))
    print(f"  {'confidence':<12}{strike.confidence:.2f}")
    for number, report in enumerate(strike.reports, start=1):
        _print_report(number, report, articles[report.article_id])
    for judgement in found.of(strike):
        print(_told(judgement))


def _print_report(number: int, report: Report, article: Article | None) -> None:
    from tracker.figures import words

    who = (article.publisher or article.url or article.id) if article else report.article_id
    basis = f", {article.basis.value}" if article else ""
    print(printable(f"report {number}: {who}{basis}; {words.when(report.when)}; {report.status.value}"))
    if article and article.url:
        print(printable(f"  {article.url}"))
    for item in report.evidence:
        text = (article.title if item.where == "title" else article.text) if article else None
        print(f"  {item.field:<12}{_in_context(text or '', item.start, item.end) or printable(item.quote)}")


def _in_context(text: str, start: int, end: int) -> str:
    """A quote inside the words around it: `... fire at [the refinery] in Ryazan ...`."""
    if not text[start:end]:
        return ""
    left, right = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    left = ("..." + left.partition(" ")[2]) if start > _REACH else left
    right = (right.rpartition(" ")[0] + "...") if end + _REACH < len(text) else right
    return printable(f"{left}[{text[start:end]}]{right}").strip()
