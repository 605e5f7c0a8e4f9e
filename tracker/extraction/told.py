"""Which mention of a facility is told as hit, and the date that stands beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from tracker.extraction.acts import (
    attacks,
    goes_on,
    in_list_of_targets,
    is_heading,
    is_landmark,
    is_no_event,
    is_story,
    named_late,
    tells_of_accident,
    tells_of_attack,
)  # fmt: skip
from tracker.extraction.dates import IMPOSSIBLE, UNKNOWN, DateMention
from tracker.extraction.endings import postposed
from tracker.extraction.harm import harm, negated
from tracker.extraction.mentions import COMPATIBLE, Mention
from tracker.extraction.paragraphs import around, lead
from tracker.extraction.scan import Document, Hit, Sentence
from tracker.knowledge.gazetteer import Gazetteer
from tracker.knowledge.towns import Towns
from tracker.model import DateBasis, Evidence, Target, When

_BESIDE = 40
_ARTICLE = 6
_PICTURE = 20
_HEADING = 45
_IMAGE = re.compile(
    r"\b(?:foto|photo|image|bild|aufnahme|zdjęci|snímk|snímok|záběr|záber|знімк|знімок|зображен|снимк|кадр|felvétel|műhold)"
)
"""Pictures are dated apart from what they show."""
_FAR = 10_000
_NIGHT = timedelta(days=1)
_WAR = date(2014, 1, 1)
"""What was struck before is history."""
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
    """The telling of an attack on a mention, or None where neither its sentence nor its line tells one."""
    document, sentence = reading.document, reading.sentence(mention.sentence)
    if is_no_event(document, sentence) or is_story(document) or _ruled_out(document, sentence, mention):
        return None
    attack = attacks(document, sentence)
    harmed, repelled = bool(harm(document, sentence)), sentence.has("strike", "repelled")
    weapon = sentence.has("weapon")
    if tells_of_accident(document) and not weapon and not (attack and sentence.has("side")):
        return None
    direct = bool(attack) or (weapon and (harmed or repelled)) or in_list_of_targets(document, sentence)
    direct = direct or (weapon and _at_war(reading, mention) and not sentence.has("hedge"))
    numbers = [mention.sentence]
    if not direct and (beside := _told_beside(reading, mention)) is not None:
        direct = True
        numbers.append(beside)
    if not direct and not ((harmed or repelled) and _near_attack(reading, mention.sentence)):
        return None
    if (mention.anaphoric and not direct) or _supplied_only(reading, sentence, mention, attack):
        return None
    when, evidence = _own_date(reading, mention)
    if when is UNKNOWN or when.basis is DateBasis.RELATIVE:
        headed = _heading_date(reading, mention)
        when, evidence = headed or (when, evidence)
    if when.start is not None and when.start < _WAR:
        return None
    background = sentence.has("hedge", "background")
    if when is UNKNOWN and not background and not mention.anaphoric:
        when, evidence = _paragraph_date(reading, mention, numbers)
    return Told(mention.target, [mention], when, evidence, background, direct, numbers)


def _at_war(reading: Reading, mention: Mention) -> bool:
    """Whether weapons beside a name need no verb: "drones over the Antipino refinery" in a country at war."""
    return not mention.anaphoric and reading.holder(mention.target) in ("RU", "UA")


def _told_beside(reading: Reading, mention: Mention) -> int | None:
    """The number of the next sentence, or the one before, where this one only names what that tells of."""
    document, sentence = reading.document, reading.sentence(mention.sentence)
    before = named_late(document, sentence)
    if before is not None and (attacks(document, before) or _hurt(reading, before)):
        return before.number
    following = goes_on(document, sentence)
    if following is None or is_no_event(document, following):
        return None
    others = [other for other in reading.mentions if other.sentence in (sentence.number, following.number)]
    if any(other.target != mention.target for other in others) or following.has("facility"):
        return None
    if is_heading(document, sentence) and (_hurt(reading, following) or attacks(document, following)):
        return following.number
    return following.number if attacks(document, following) and following.has("weapon") else None


def _hurt(reading: Reading, sentence: Sentence) -> bool:
    return bool(harm(reading.document, sentence)) and _near_attack(reading, sentence.number)


def _ruled_out(document: Document, sentence: Sentence, mention: Mention) -> bool:
    """ "Not the Saratov refinery", "a house near the depot", or an accident nearer by than an attack."""
    gaps = [document.clean.folded[no.end : mention.start] for no in sentence.of("hedge", "negation")]
    if any(len(gap) <= _ARTICLE and not re.search(r"[.;:!?,]", gap) for gap in gaps if gap):
        return True
    if is_landmark(document, sentence, mention.start, mention.end):
        return True
    accidents = [hit for hit in sentence.of("hedge", "accident") if not negated(document, sentence, hit)]
    acts = [*attacks(document, sentence), *sentence.of("weapon")]
    return bool(accidents) and _nearest(mention, accidents) < _nearest(mention, acts)


def _nearest(mention: Mention, hits: Sequence[Hit]) -> int:
    return min((max(hit.start - mention.end, mention.start - hit.end, 0) for hit in hits), default=_FAR)


def _supplied_only(reading: Reading, sentence: Sentence, mention: Mention, attack: Sequence[Hit]) -> bool:
    """A refinery of a country that is not at war, named beside the pipeline or station that was hit."""
    if reading.holder(mention.target) in (None, "RU", "UA"):
        return False
    if any(other.has("hedge", "unreal", "fiction") for other in reading.document.sentences):
        return True
    if sentence.has("route") or any(
        other.sentence == mention.sentence for other in reading.mentions if other != mention
    ):
        return True
    return not any(max(hit.start - mention.end, mention.start - hit.end) <= _BESIDE for hit in attack)


def _near_attack(reading: Reading, number: int) -> bool:
    """Whether an attack with weapons or sides is told in the sentences around, or a weapon right beside."""
    if tells_of_accident(reading.document):
        return False
    beside = reading.document.sentences[max(0, number - 1) : number]
    if any(near.has("weapon") and not near.has("hedge", "background", "plan", "unreal") for near in beside):
        return True
    around = reading.document.sentences[max(0, number - 3) : number + 3]
    return any(tells_of_attack(reading.document, near) for near in around)


def _own_date(reading: Reading, mention: Mention) -> tuple[When, Evidence | None]:
    """The date in the mention's own sentence that belongs to the attack and not to a statement about it."""
    sentence = reading.sentence(mention.sentence)
    dates = [found for found in reading.dates.get(mention.sentence, []) if found.when.start]
    events = [found for found in dates if not dates_a_statement(reading.document, sentence, found)]
    if any(found.impossible for found in reading.dates.get(mention.sentence, [])):
        return IMPOSSIBLE, None
    exact = [found for found in events if not found.vague] or _vague_events(
        reading.document.clean.folded, sentence, events
    )
    if not exact:
        return UNKNOWN, None
    others = [other for other in reading.mentions if other.sentence == mention.sentence and other != mention]
    best = min(exact, key=lambda found: _apart(reading.document, found, mention, others))
    return best.when, reading.document.clean.evidence("when", best.start, best.end)


def _vague_events(folded: str, sentence: Sentence, found: Sequence[DateMention]) -> list[DateMention]:
    """Weeks, months and years that date the attack: near its verb, and no count ("the third this week")."""
    if sentence.has("hedge", "count"):
        return []
    acts = [*sentence.of("strike"), *sentence.of("effect", "fire", "explosion", "damage", "casualties")]
    return [
        date_
        for date_ in found
        if any(
            _between(date_, act) <= _VAGUE_REACH
            and ";" not in folded[min(date_.end, act.end) : max(date_.start, act.start)]
            for act in acts
        )
    ]


def _between(found: DateMention, hit: Hit) -> int:
    return max(found.start - hit.end, hit.start - found.end, 0)


def _apart(
    document: Document, found: DateMention, mention: Mention, others: Sequence[Mention]
) -> tuple[int, bool, int]:
    """How far a date stands from a mention: other mentions between them, then a comma, then characters."""
    start, end = min(found.end, mention.end), max(found.start, mention.start)
    between = sum(start <= other.start < end for other in others)
    return between, "," in document.clean.folded[start:end], max(end - start, 0)


def same_target(one: Target, other: Target) -> bool:
    """Whether two targets may be one: a facility in common, or the same town or region and kindred kinds."""
    if one.facility_ids and other.facility_ids:
        return bool(set(one.facility_ids) & set(other.facility_ids))
    related = (
        one.kind is other.kind
        or other.kind in COMPATIBLE.get(one.kind, ())
        or one.kind in COMPATIBLE.get(other.kind, ())
    )
    if one.town and other.town:
        return related and one.town == other.town
    return one.kind is other.kind and not one.town and not other.town and one.region == other.region


def names_another(reading: Reading, number: int, target: Target) -> bool:
    """Whether the sentence of that number names another target by more than a word that refers back."""
    return any(
        mention.sentence == number and not mention.anaphoric and not same_target(mention.target, target)
        for mention in reading.mentions
    )


def _heading_date(reading: Reading, mention: Mention) -> tuple[When, Evidence] | None:
    """The day that heads a paragraph: "16 April. At dawn drones came"; "at dawn" is then of that day."""
    number = lead(reading.document, [mention.sentence])
    sentence = reading.sentence(number)
    if number == mention.sentence or sentence.end - sentence.start > _HEADING:
        return None
    for found in reading.dates.get(number, []):
        if found.when.basis is DateBasis.EXPLICIT and not found.vague and found.when.start:
            evidence = reading.document.clean.evidence("when", found.start, found.end)
            return replace(found.when, basis=DateBasis.INHERITED), evidence
    return None


def _paragraph_date(
    reading: Reading, mention: Mention, numbers: Sequence[int]
) -> tuple[When, Evidence | None]:
    """The exact date that the paragraph gives before or right behind a mention."""
    document = reading.document
    for number in around(document, numbers, lambda other: names_another(reading, other, mention.target)):
        sentence = document.sentences[number]
        for found in reading.dates.get(number, []):
            long = found.when.start and found.when.end and found.when.end - found.when.start > _NIGHT
            if found.vague or not found.when.start or long or sentence.has("hedge", "background"):
                continue
            if not dates_a_statement(document, sentence, found):
                evidence = document.clean.evidence("when", found.start, found.end)
                return replace(found.when, basis=DateBasis.INHERITED), evidence
    return UNKNOWN, None


def dates_a_statement(document: Document, sentence: Sentence, found: DateMention) -> bool:
    """Whether the date stands at a verb of saying, not at the attack: "said on Friday"."""
    if _IMAGE.search(document.clean.folded[max(sentence.start, found.start - _PICTURE) : found.start]):
        return True
    for view in sentence.of("speaker", "independent"):
        acts = sentence.of("strike", "attack")
        if 0 <= found.start - view.end <= _PICTURE and not any(
            view.end <= hit.start < found.start for hit in acts
        ):
            return True
    for say in sentence.of("saying"):
        gap = document.clean.folded[say.end : found.start]
        if 0 <= found.start - say.end <= 6 and "," not in gap and not postposed(document, say):
            return True
        if 0 <= say.start - found.end <= 2:
            acts = sentence.of("strike", "attack")
            return not any(hit.end <= found.start for hit in acts)
    return False
