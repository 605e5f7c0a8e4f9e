"""Which mention of a facility is told as hit, and the date that stands beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from tracker.extraction.dates import IMPOSSIBLE, UNKNOWN, DateMention
from tracker.extraction.endings import postposed
from tracker.extraction.mentions import Mention
from tracker.extraction.roles import harm, is_tally, negated
from tracker.extraction.scan import Document, Hit, Sentence
from tracker.knowledge.gazetteer import Gazetteer
from tracker.knowledge.towns import Towns
from tracker.model import Evidence, Target, When

_BESIDE = 40
_ARTICLE = 6
_VAGUE_REACH = 90

OCCUPIED = frozenset({"ua-crimea", "ua-sevastopol", "ua-luhansk"})
"""Regions of Ukraine that Russia holds wholly or nearly so: who strikes there is Ukraine."""


@dataclass(slots=True)
class Told:
    """A strike as it is being read: its target, its date, the sentences that tell it."""

    target: Target
    mentions: list[Mention]
    when: When = UNKNOWN
    when_evidence: Evidence | None = None
    background: bool = False
    direct: bool = False
    sentences: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with its mentions and dates, as the rules of this module see it."""

    document: Document
    mentions: Sequence[Mention]
    dates: dict[int, list[DateMention]]
    published: date | None
    gazetteer: Gazetteer
    towns: Towns
    regions: dict[int, frozenset[str]]
    """Ids of the regions that each sentence names."""

    def sentence(self, number: int) -> Sentence:
        """The sentence of that number."""
        return self.document.sentences[number]

    def region_of(self, target: Target) -> str | None:
        """The id of the target's region: its facility's, else the one named beside it."""
        if len(target.facility_ids) != 1:
            return target.region
        facility = self.gazetteer.get(target.facility_ids[0])
        region = self.towns.region_named(facility.region, facility.country) if facility.region else None
        return region.id if region else None

    def holder(self, target: Target) -> str | None:
        """The side that holds a target: its country, or the occupier where it is occupied."""
        if not target.facility_ids:
            return "RU" if target.region in OCCUPIED else target.country
        facility = self.gazetteer.get(target.facility_ids[0])
        return "RU" if facility.occupied else facility.country


def told(reading: Reading, mention: Mention) -> Told | None:
    """The telling of an attack on a mention, or None where its sentence tells none."""
    sentence = reading.sentence(mention.sentence)
    if _is_no_event(reading.document, sentence):
        return None
    attack = attacks(reading.document, sentence)
    harmed = bool(harm(reading.document, sentence))
    weapon = sentence.has("weapon")
    repelled = sentence.has("strike", "repelled")
    direct = bool(attack) or (weapon and (harmed or repelled))
    if not direct and not ((harmed or repelled) and _near_attack(reading, mention.sentence)):
        return None
    if _ruled_out(reading.document, sentence, mention):
        return None
    if (mention.anaphoric and not direct) or _supplied_only(reading, sentence, mention, attack):
        return None
    when, evidence = _own_date(reading, mention)
    background = sentence.has("hedge", "background")
    return Told(mention.target, [mention], when, evidence, background, direct, [mention.sentence])


def _ruled_out(document: Document, sentence: Sentence, mention: Mention) -> bool:
    """ "Not the Saratov refinery": a negation right before the name."""
    gaps = [document.clean.folded[no.end : mention.start] for no in sentence.of("hedge", "negation")]
    return any(len(gap) <= _ARTICLE and not re.search(r"[.;:!?,]", gap) for gap in gaps if gap)


def _supplied_only(reading: Reading, sentence: Sentence, mention: Mention, attack: Sequence[Hit]) -> bool:
    """A refinery of a country that is not at war, named beside the pipeline or station that was hit."""
    if reading.holder(mention.target) in (None, "RU", "UA"):
        return False
    if sentence.has("route") or any(
        other.sentence == mention.sentence for other in reading.mentions if other != mention
    ):
        return True
    return not any(max(hit.start - mention.end, mention.start - hit.end) <= _BESIDE for hit in attack)


def attacks(document: Document, sentence: Sentence) -> list[Hit]:
    """Words of attack that are not negated and not merely planned or feared."""
    plans = sentence.of("hedge", "plan")
    found = []
    for hit in sentence.of("strike", "attack"):
        if negated(document, sentence, hit):
            continue
        if any(plan.start <= hit.start and hit.start - plan.end <= 60 for plan in plans):
            continue
        found.append(hit)
    return found


def _is_no_event(document: Document, sentence: Sentence) -> bool:
    """Accidents, films, matches and mere plans, unless weapons or attackers stand beside them."""
    if sentence.has("hedge", "unreal"):
        return True
    armed = sentence.has("weapon") or bool(attacks(document, sentence))
    if sentence.has("hedge", "plan") and not attacks(document, sentence):
        return not sentence.has("effect") or not sentence.has("weapon")
    if sentence.has("hedge", "fiction") and not sentence.has("weapon"):
        return True
    return sentence.has("hedge", "accident") and not armed


def _near_attack(reading: Reading, number: int) -> bool:
    """Whether an attack with weapons or sides is told in the sentences around."""
    around = reading.document.sentences[max(0, number - 3) : number + 3]
    return any(_tells_of_attack(reading.document, near) for near in around)


def _tells_of_attack(document: Document, sentence: Sentence) -> bool:
    if sentence.has("hedge", "background"):
        return False
    armed = sentence.has("weapon")
    return (armed or sentence.has("side")) and (
        bool(attacks(document, sentence)) or (armed and not is_tally(document, sentence))
    )


def _own_date(reading: Reading, mention: Mention) -> tuple[When, Evidence | None]:
    """The date in the mention's own sentence that belongs to the attack and not to a statement about it."""
    sentence = reading.sentence(mention.sentence)
    dates = [found for found in reading.dates.get(mention.sentence, []) if found.when.start]
    events = [found for found in dates if not dates_a_statement(reading.document, sentence, found)]
    if any(found.impossible for found in reading.dates.get(mention.sentence, [])):
        return IMPOSSIBLE, None
    exact = [found for found in events if not found.vague] or _vague_events(sentence, events)
    if not exact:
        return UNKNOWN, None
    others = [other for other in reading.mentions if other.sentence == mention.sentence and other != mention]
    best = min(exact, key=lambda found: _apart(reading.document, found, mention, others))
    return best.when, reading.document.clean.evidence("when", best.start, best.end)


def _vague_events(sentence: Sentence, found: Sequence[DateMention]) -> list[DateMention]:
    """Weeks, months and years that date the attack: near its verb, and no count ("the third this week")."""
    if sentence.has("hedge", "count"):
        return []
    acts = [*sentence.of("strike"), *sentence.of("effect")]
    return [date_ for date_ in found if any(_between(date_, act) <= _VAGUE_REACH for act in acts)]


def _between(found: DateMention, hit: Hit) -> int:
    return max(found.start - hit.end, hit.start - found.end, 0)


def _apart(
    document: Document, found: DateMention, mention: Mention, others: Sequence[Mention]
) -> tuple[int, bool, int]:
    """How far a date stands from a mention: other mentions between them, then a comma, then characters."""
    start, end = min(found.end, mention.end), max(found.start, mention.start)
    between = sum(start <= other.start < end for other in others)
    return between, "," in document.clean.folded[start:end], max(end - start, 0)


def dates_a_statement(document: Document, sentence: Sentence, found: DateMention) -> bool:
    """Whether the date stands at a verb of saying, not at the attack: "said on Friday"."""
    for say in sentence.of("saying"):
        gap = document.clean.folded[say.end : found.start]
        if 0 <= found.start - say.end <= 6 and "," not in gap and not postposed(document, say):
            return True
        if 0 <= say.start - found.end <= 2:
            acts = sentence.of("strike", "attack")
            return not any(hit.end <= found.start for hit in acts)
    return False
