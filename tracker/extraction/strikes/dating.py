"""Which date of a sentence is that of an attack, not of a statement, a picture, a stop or another target."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from tracker.extraction.dates import DateMention
from tracker.extraction.endings import postposed
from tracker.extraction.places.mention import Mention
from tracker.extraction.scan import Document, Hit, Sentence
from tracker.extraction.strikes.acts import attacks
from tracker.extraction.strikes.voices import clauses
from tracker.model import DateBasis, DatePrecision, When
from tracker.text.letters import UPPER

_PICTURE = 20
_SAID, _SAID_LONG = 6, 34
_VAGUE_REACH = 90
_BEHIND = 3
_BARE = 8
_DAY, _WEEK, _OLD = timedelta(days=1), timedelta(days=7), timedelta(days=3)
_IMAGE = re.compile(
    r"\b(?:foto|photo|image|pictures? taken|bild|aufnahme|zdjęci|snímk|snímok|záběr|záber|знімк|знімок"
    r"|зображен|снимк|кадр|felvétel|műhold)"
)
"""Pictures are dated apart from what they show."""
_THAT = re.compile(r"[,;:]|\b(?:that|dass|daß|że|že|hogy|що|что)\b")
"""What follows is what was said, not when."""
_PLACE = re.compile(rf"(?:[{UPPER}][\w./' -]{{1,40}},? )?$")
_LINE_ENDS = re.compile(r"(?:,? \d{4})?,? ?(?:\([^)\n]{2,40}\)|/[^/\n]{2,30}/)? ?[-–—] ")
_HOURS = frozenset({"last_night", "today"})
_STOPS = ("halted", "resumed", "reduced")
_AT_ATTACK, _NEAR_ATTACK, _ALONE, _AT_STOP = range(4)


def own_date(
    document: Document, sentence: Sentence, dates: Sequence[DateMention], mention: Mention,
    others: Sequence[Mention], published: date | None,
) -> DateMention | None:  # fmt: skip
    """The date among those of a sentence that belongs to the attack on one of its mentions."""
    known = [found for found in dates if found.when.start and found.meaning != "tomorrow"]
    said = [found for found in known if dates_a_statement(document, sentence, found)]
    events = [
        found for found in known if found not in said and not apart(document, sentence, found.start, mention)
    ]
    behind = any(other.start > mention.start for other in others)
    events = [
        found
        for found in events
        if not (behind and found.meaning == "days_after" and found.start > mention.end)
    ]
    exact = [
        found for found in events if not (found.vague or _is_of_report(document, sentence, found, published))
    ]
    candidates = [*exact, *_vague_events(document.clean.folded, sentence, events)]
    if not candidates:
        return None
    best = _in_turn(exact, [mention, *others]) or min(
        candidates,
        key=lambda found: (
            _between_them(found, mention, others),
            _rank(document, sentence, found, mention),
            *_distance(document, found, mention),
        ),
    )
    return _as_said(best, said, published)


def _as_said(found: DateMention, said: Sequence[DateMention], published: date | None) -> DateMention:
    """ "Said on Thursday that it was hit overnight": the night that a statement of an earlier day means."""
    for other in said if found.meaning in _HOURS and published else ():
        day = other.when.start
        if day is None or published is None or day != other.when.end:
            continue
        if timedelta(0) < published - day <= _WEEK:
            start, precision = (
                (day - _DAY, DatePrecision.NIGHT)
                if found.meaning == "last_night"
                else (day, DatePrecision.DAY)
            )
            return replace(found, when=When(start, day, precision, DateBasis.RELATIVE))
    return found


def _in_turn(exact: Sequence[DateMention], mentions: Sequence[Mention]) -> DateMention | None:
    """The date of the first mention where dates and mentions take turns: "on Tuesday A and on Friday B"."""
    named = {mention.start: mention.target for mention in mentions if not mention.anaphoric}
    if len(exact) < 2 or len(exact) != len(named) or len(set(map(id, named.values()))) != len(named):
        return None
    order = sorted([(start, 0) for start in named] + [(found.start, 1) for found in exact])
    if any(one == other for (_, one), (_, other) in pairwise(order)):
        return None
    turn = sorted(named).index(mentions[0].start) if mentions[0].start in named else None
    return sorted(exact, key=lambda found: found.start)[turn] if turn is not None else None


def apart(document: Document, sentence: Sentence, at: int, mention: Mention) -> bool:
    """Whether a semicolon parts what stands at `at` and its attack from a mention and its own."""
    start, end = min(at, mention.end), max(at, mention.start)
    mark = document.clean.folded.find(";", start, end)
    if mark < 0:
        return False
    acts = attacks(document, sentence)
    return any(hit.start < mark for hit in acts) and any(hit.start > mark for hit in acts)


def _is_of_report(document: Document, sentence: Sentence, found: DateMention, published: date | None) -> bool:
    """The day of publication apart from any attack: "On Saturday crews were at work where drones hit"."""
    if published is None or found.when.end != published or found.when.start != published:
        return False
    return bool(attacks(document, sentence)) and _place_of(document, sentence, found) == _ALONE


def _rank(document: Document, sentence: Sentence, found: DateMention, mention: Mention) -> int:
    """How likely a date is that of an attack: days before weeks, beside its words before those of a stop."""
    place = _place_of(document, sentence, found)
    if place == _ALONE and _shares_verb(document, sentence, found, mention):
        place = _AT_ATTACK
    return (1 if place == _AT_ATTACK else 4) if found.vague else (0, 2, 3, 5)[place]


def _shares_verb(document: Document, sentence: Sentence, found: DateMention, mention: Mention) -> bool:
    """Whether the clause of a date and a mention leaves out the verb: "A was hit on Monday, B on Friday"."""
    for start, end in clauses(document, sentence)[1:]:
        if start <= found.start < end and start <= mention.start < end:
            return any(hit.end <= start for hit in attacks(document, sentence))
    return False


def _place_of(document: Document, sentence: Sentence, found: DateMention) -> int:
    """What the word before a date in its clause tells of, else that behind: an attack, or a stop.

    "It halted work on Friday after an attack on Thursday."
    """
    stops = [*sentence.of("supply", *_STOPS), *sentence.of("effect", "halted")]
    acts = [*sentence.of("strike"), *sentence.of("weapon"), *sentence.of("effect"), *stops]
    spans = clauses(document, sentence)
    at = next((at for at, span in enumerate(spans) if span[0] <= found.start < span[1]), 0)
    here = _within(acts, spans[at])
    if not here:
        start, end = spans[at]
        bare = len(spans) > 1 and end - start - (found.end - found.start) <= _BARE
        return _AT_ATTACK if bare else _ALONE
    before = [hit for hit in here if hit.end <= found.start]
    near = max(before, key=lambda hit: hit.end) if before else min(here, key=lambda hit: hit.start)
    if not any(near.start < stop.end and stop.start < near.end for stop in stops):
        return _AT_ATTACK
    return _NEAR_ATTACK if any(hit.table in ("strike", "weapon") for hit in here) else _AT_STOP


def _within(hits: Sequence[Hit], span: tuple[int, int]) -> list[Hit]:
    return [hit for hit in hits if span[0] <= hit.start < span[1]]


def _vague_events(folded: str, sentence: Sentence, found: Sequence[DateMention]) -> list[DateMention]:
    """Weeks, months and years that date the attack: near its verb, and no count ("the third this week")."""
    if sentence.has("hedge", "count"):
        return []
    acts = [*sentence.of("strike"), *sentence.of("effect", "fire", "explosion", "damage", "casualties")]
    return [
        date_
        for date_ in found
        if date_.vague
        and any(
            _between(date_, act) <= _VAGUE_REACH
            and ";" not in folded[min(date_.end, act.end) : max(date_.start, act.start)]
            for act in acts
        )
    ]


def _between(found: DateMention, hit: Hit) -> int:
    return max(found.start - hit.end, hit.start - found.end, 0)


def _between_them(found: DateMention, mention: Mention, others: Sequence[Mention]) -> int:
    """How many other mentions stand between a date and a mention."""
    start, end = min(found.end, mention.end), max(found.start, mention.start)
    return sum(start <= other.start < end for other in others)


def _distance(document: Document, found: DateMention, mention: Mention) -> tuple[bool, int]:
    """How far a date stands from a mention: behind a comma, then in characters."""
    start, end = min(found.end, mention.end), max(found.start, mention.start)
    return "," in document.clean.folded[start:end], max(end - start, 0)


def dates_a_statement(document: Document, sentence: Sentence, found: DateMention) -> bool:
    """Whether the date stands at a verb of saying, a picture or a dateline: "said on Friday"."""
    if _IMAGE.search(document.clean.folded[max(sentence.start, found.start - _PICTURE) : found.start]):
        return True
    if is_dateline(document, sentence, found):
        return True
    for view in sentence.of("speaker", "independent"):
        acts = sentence.of("strike", "attack")
        if 0 <= found.start - view.end <= _PICTURE and not any(
            view.end <= hit.start < found.start for hit in acts
        ):
            return True
    for say in sentence.of("saying"):
        if say.end <= found.start and _said_on(document, sentence, say, found):
            return True
        if say.key != "prefix" and 0 <= say.start - found.end <= 2:
            acts = sentence.of("strike", "attack")
            return not any(hit.end <= found.start for hit in acts)
    return False


def _said_on(document: Document, sentence: Sentence, say: Hit, found: DateMention) -> bool:
    """ "Said on Friday", "told a news conference in Bratislava on Friday": nothing of the attack between."""
    gap = document.clean.folded[say.end : found.start]
    if len(gap) > _SAID_LONG or _THAT.search(gap) or postposed(document, say):
        return False
    if len(gap) <= _SAID:
        return True
    tables = ("strike", "weapon", "effect", "facility", "site", "supply", "route", "hedge")
    return not any(say.end <= hit.start < found.start for table in tables for hit in sentence.of(table))


def is_dateline(document: Document, sentence: Sentence, found: DateMention) -> bool:
    """The day at the head of an agency's report: "KYIV, Aug 22 (Agency) - "."""
    if sentence.number > 1 or found.meaning not in ("day", "weekday", "numeric", "iso"):
        return False
    text = document.clean.text
    head = text.rfind("\n", 0, found.start) + 1
    return bool(_PLACE.fullmatch(text[head : found.start]) and _LINE_ENDS.match(text, found.end))


# 2. Two attacks on one target in one sentence.


def aside(
    document: Document, sentence: Sentence, mention: Mention, others: Sequence[Mention]
) -> tuple[int, int] | None:
    """The clause right behind a mention that tells of an attack of its own: ", last hit on 2 August,"."""
    for start, end in clauses(document, sentence):
        if not 0 < start - mention.end <= _BEHIND or any(start <= other.start < end for other in others):
            continue
        acts = attacks(document, sentence)
        if any(start <= hit.start < end for hit in acts) and any(
            not start <= hit.start < end for hit in (*acts, *sentence.of("weapon"))
        ):
            return start, end
    return None


def is_older(
    sentence: Sentence, span: tuple[int, int], found: DateMention | None, rest: DateMention | None,
    published: date | None,
) -> bool:  # fmt: skip
    """Whether an aside tells of another attack than its sentence: on another day, or of what was before."""
    if found is None or found.when.start is None or found.when.end is None:
        return False
    if rest is not None and rest.when.start is not None and rest.when.end is not None:
        return found.when.end + _DAY < rest.when.start or rest.when.end + _DAY < found.when.start
    before = any(span[0] <= hit.start < span[1] for hit in sentence.of("hedge", "background"))
    return before or found.vague or (published is not None and published - found.when.end > _OLD)
