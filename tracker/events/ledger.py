"""Who says what of a strike, since when, and in which words; and for how long a last word is good."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from tracker.events.families import families
from tracker.events.places import plain
from tracker.events.publishers import publisher_of
from tracker.model import Article, Effect, Evidence, FlowWord, Report, Status, SupplyReport
from tracker.text import sentences

SILENCE_DAYS = 14
"""After so many days without news a last word no longer says how things are. Twice the seven days within
which every full halt of Druzhba after a strike but one was over (data/supply/halts.csv), and the days for
which a report of flow speaks (`fresh_days` in data/supply/assumptions.csv): who has not been heard of for
longer is neither out of work nor back in it, but unknown."""


class Part(StrEnum):
    """What a voice does: the attacker claims, the struck side confirms, denies or blames, media report."""

    CLAIMS = "claims"
    CONFIRMS = "confirms"
    BLAMES = "blames"
    DENIES = "denies"
    REPORTS = "reports"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One line of the ledger: who first said it where, and in which further articles it stands.

    `who` is None where the article names nobody. `against` is the side that is blamed. `evidence` is the
    span that names the speaker, or, where media report, the target.
    """

    who: str | None
    part: Part
    day: date | None
    article_id: str
    evidence: Evidence | None = None
    against: str | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LastWord:
    """What was said last until a day. `unknown`: that was too long ago to say how things are on that day."""

    word: Status | FlowWord
    day: date | None
    article_id: str
    unknown: bool
    effects: tuple[Effect, ...] = ()


_PARTS = {
    Status.CLAIMED: Part.CLAIMS,
    Status.CONFIRMED: Part.CONFIRMS,
    Status.DENIED: Part.DENIES,
    Status.REPORTED: Part.REPORTS,
}
_STRONGEST = (Status.CONFIRMED, Status.DENIED, Status.CLAIMED, Status.REPORTED)
_GRAVEST = (FlowWord.HALTED, FlowWord.REDUCED, FlowWord.RESUMED, FlowWord.UNAFFECTED, FlowWord.AT_RISK)


def ledger(reports: Sequence[Report], articles: Mapping[str, Article]) -> tuple[Voice, ...]:
    """Every voice of a strike's reports: one line for each speaker and part, the earliest first.

    A speaker is known by his name, without case and marks. Where nobody is named, and for media, copies of
    one text are one voice. Days are those of publication; what has none stands last. Does not depend on the
    order of the reports.
    """
    family = families(articles[r.article_id] for r in reports if r.article_id in articles)
    lines: dict[tuple[str, Part, str], list[Voice]] = defaultdict(list)
    for report in reports:
        article = articles.get(report.article_id)
        for voice in _voices(report, article):
            spoken = voice.who is not None and voice.part is not Part.REPORTS
            speaker = plain(voice.who or "") if spoken else family.get(report.article_id, report.article_id)
            lines[speaker, voice.part, voice.against or ""].append(voice)
    return tuple(sorted((_line(same) for same in lines.values()), key=_age))


def _line(same: list[Voice]) -> Voice:
    first, *later = sorted(same, key=_age)
    ids = dict.fromkeys(voice.article_id for voice in later)
    return replace(first, also=tuple(name for name in ids if name != first.article_id))


def _age(voice: Voice) -> tuple[object, ...]:
    at = (voice.evidence.start, voice.evidence.end) if voice.evidence else (0, 0)
    return voice.day or date.max, voice.article_id, list(Part).index(voice.part), voice.who or "", at


def _voices(report: Report, article: Article | None) -> Iterator[Voice]:
    """The voices of one report; its article itself where it names none for what it says."""
    day = article.published if article else None
    named: set[Part] = set()
    for names, field, part in (
        (report.claimed_by, "claimed_by", Part.CLAIMS),
        (report.confirmed_by, "confirmed_by", Part.CONFIRMS),
        (report.denied_by, "denied_by", Part.DENIES),
    ):
        for name, span in zip(names, _spans(report, field, names), strict=True):
            named.add(part)
            voice = Voice(who=name, part=part, day=day, article_id=report.article_id, evidence=span)
            yield voice
            if part is Part.CONFIRMS and _accuses(report, span, article):
                yield replace(voice, part=Part.BLAMES, against=report.attacker)
    part = _PARTS[report.status]
    if part not in named:
        who = _publisher(article) if part is Part.REPORTS else None
        target = next((item for item in report.evidence if item.field == "target"), None)
        yield Voice(who=who, part=part, day=day, article_id=report.article_id, evidence=target)


def _spans(report: Report, field: str, names: Sequence[str]) -> list[Evidence | None]:
    """The span of each name: the one with these very words, else the one at its place in the order."""
    found = [item for item in report.evidence if item.field == field]
    by_words = {item.quote: item for item in reversed(found)}
    in_order: list[Evidence | None] = [*found] if len(found) == len(names) else [None] * len(names)
    return [by_words.get(name, span) for name, span in zip(names, in_order, strict=True)]


def _accuses(report: Report, speaker: Evidence | None, article: Article | None) -> bool:
    """Whether the attacker is named, in words, in the very sentence in which the speaker confirms."""
    attacker = next((item for item in report.evidence if item.field == "attacker"), None)
    if article is None or speaker is None or attacker is None or "title" in (speaker.where, attacker.where):
        return False
    return any(
        start <= min(speaker.start, attacker.start) and max(speaker.end, attacker.end) <= end
        for start, end in sentences.split(article.text)
    )


def _publisher(article: Article | None) -> str | None:
    if article is None or article.publisher:
        return article.publisher if article else None
    key = publisher_of(article)
    return None if key.startswith("article:") else key


def last_word(reports: Iterable[Report], articles: Mapping[str, Article], on: date) -> LastWord | None:
    """The last word on a strike until a day; of several on one day the strongest. None: nobody spoke yet.

    Silence is not recovery: SILENCE_DAYS after the last word the state of what was hit is unknown, whatever
    the word was. A list, or an article without a date, says nothing of when it was said: unknown.
    """
    said = [(_said(report, articles), report) for report in reports]
    heard = [(day, report) for day, report in said if day is None or day <= on]
    if not heard:
        return None

    def latest(item: tuple[date | None, Report]) -> tuple[object, ...]:
        day, report = item
        strength = -_STRONGEST.index(report.status)
        return day or date.min, strength, len(report.effects), report.article_id, repr(report)

    day, report = max(heard, key=latest)
    return LastWord(
        word=report.status,
        day=day,
        article_id=report.article_id,
        unknown=_is_stale(day, on),
        effects=report.effects,
    )


def last_supply_word(
    statements: Iterable[SupplyReport], articles: Mapping[str, Article], on: date
) -> LastWord | None:
    """The last word, until a day, on a supply: of statements that the caller chose, by country and route.

    What is said of days to come (a restart announced) counts from the day that it names. A statement that
    names days ("for at least five days") is good until the last of them; then SILENCE_DAYS run as for
    strikes. Of several on one day the gravest counts, a mere warning last.
    """
    heard = [
        (day, said)
        for said in statements
        if (day := _said(said, articles)) is None or max(day, said.start or day) <= on
    ]
    if not heard:
        return None

    def latest(item: tuple[date | None, SupplyReport]) -> tuple[object, ...]:
        day, said = item
        return day or date.min, -_GRAVEST.index(said.status), said.article_id, repr(said)

    day, said = max(heard, key=latest)
    stale = _is_stale(max(day, _good_until(said) or day) if day else None, on)
    return LastWord(word=said.status, day=day, article_id=said.article_id, unknown=stale)


def stopped_by(statement: SupplyReport, reports: Iterable[Report]) -> Report | None:
    """The strike that a statement gives as the reason why supply stopped: "damage stops the flow".

    It is one of the same article, with the effect `halted`, told by the same speaker where the statement has
    one. None when the statement gives no such reason, as in "the owner does not restart": that is a word on
    supply and none on any strike.
    """
    if statement.status not in (FlowWord.HALTED, FlowWord.REDUCED):
        return None
    speakers = {plain(name) for name in statement.said_by}
    fitting = [
        report
        for report in reports
        if report.article_id == statement.article_id
        and Effect.HALTED in report.effects
        and (not speakers or speakers & {plain(name) for name in (*report.confirmed_by, *report.claimed_by)})
    ]
    return min(fitting, key=lambda report: (not report.primary, repr(report)), default=None)


def _said(found: Report | SupplyReport, articles: Mapping[str, Article]) -> date | None:
    article = articles.get(found.article_id)
    return article.published if article else None


def _is_stale(day: date | None, on: date) -> bool:
    return day is None or on - day > timedelta(days=SILENCE_DAYS)


def _good_until(said: SupplyReport) -> date | None:
    """The last day that a statement names."""
    if said.end or said.start is None or said.days_min is None:
        return said.end or said.start
    return said.start + timedelta(days=max(said.days_min - 1, 0))
