"""Which mention of a facility is told as hit, and the date that stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from tracker.extraction.dates import IMPOSSIBLE, UNKNOWN, DateMention
from tracker.extraction.harm import harm, negated
from tracker.extraction.paragraphs import around, lead, parted
from tracker.extraction.places.mentions import COMPATIBLE, Mention
from tracker.extraction.scan import Document, Hit, Sentence
from tracker.extraction.strikes.acts import (
    attacks,
    goes_on,
    in_list_of_targets,
    is_heading,
    is_landmark,
    is_no_event,
    is_story,
    is_supplied,
    named_late,
    tells_of_accident,
    tells_of_attack,
)  # fmt: skip
from tracker.extraction.strikes.dating import apart, aside, dates_a_statement, is_older, own_date
from tracker.extraction.strikes.voices import speaking
from tracker.knowledge.gazetteer import Gazetteer
from tracker.knowledge.towns import Towns
from tracker.model import DateBasis, Evidence, Kind, Target, When

_BESIDE = 40
_ARTICLE = 6
_HEADING = 45
_LEAD, _LATER = 1, 7
"""Of a lead that tells of a fire alone, an attack may be told as many sentences later."""
_FAR = 10_000
_NIGHT = timedelta(days=1)
_WAR = date(2014, 1, 1)
"""What was struck before is history."""

_CARRIERS = frozenset({Kind.PUMPING_STATION, Kind.PIPELINE})
"""Whose flow is told to restart after an attack."""

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

    def _home(self, target: Target) -> str | None:
        """The region that the target's town lies in."""
        towns = self.towns.find(target.town, target.country) if target.town else ()
        return towns[0].region_id if towns else None

    def holder(self, target: Target) -> str | None:
        """The side that holds a target: its country, or the occupier where it is occupied."""
        if not target.facility_ids:
            return "RU" if (target.region or self._home(target)) in OCCUPIED else target.country
        facility = self.gazetteer.get(target.facility_ids[0])
        return "RU" if facility.occupied else facility.country


def tellings_of(reading: Reading, mention: Mention) -> list[Told]:
    """The attack told on a mention, and an older one that an aside tells beside it."""
    telling = told(reading, mention)
    older = told_again(reading, mention) if telling else None
    return [found for found in (telling, older) if found]


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
    direct = direct or (harmed and _enemy_tells(reading, sentence, mention))
    if not direct and not ((harmed or repelled) and _near_attack(reading, mention.sentence)):
        return None
    if (mention.anaphoric and not direct) or _supplied_only(reading, sentence, mention, attack):
        return None
    span = aside(document, sentence, mention, _beside(reading, mention))
    when, evidence = _own_date(reading, mention, span)
    if when.start is not None and when.start < _WAR:
        return None
    background = any(
        not (_in(span, hit) or apart(document, sentence, hit.start, mention))
        for hit in sentence.of("hedge", "background")
    )
    restart = sentence.of("supply", "resumed") if mention.target.kind in _CARRIERS else []
    if restart:
        background = True
        if _dates_restart(reading, mention, restart):
            when, evidence = UNKNOWN, None
    if when is UNKNOWN and not background and not mention.anaphoric:
        when, evidence = _paragraph_date(reading, mention, numbers)
    return Told(mention.target, [mention], when, evidence, background, direct, numbers)


def _dates_restart(reading: Reading, mention: Mention, restart: Sequence[Hit]) -> bool:
    """Whether all dates of a sentence stand at a restart: "resumed on Friday after the attack"."""
    sentence = reading.sentence(mention.sentence)
    acts: list[Hit | Mention] = [mention, *sentence.of("strike", "attack")]
    return all(_gap(found, restart) <= _gap(found, acts) for found in reading.dates.get(mention.sentence, []))


def _gap(found: DateMention, others: Iterable[Hit | Mention]) -> int:
    """Characters from a date to the nearest of `others`."""
    return min(max(found.start - other.end, other.start - found.end, 0) for other in others)


def _at_war(reading: Reading, mention: Mention) -> bool:
    """Whether weapons beside a name need no verb: "drones over the Antipino refinery" in a country at war."""
    return not mention.anaphoric and reading.holder(mention.target) in ("RU", "UA")


def _enemy_tells(reading: Reading, sentence: Sentence, mention: Mention) -> bool:
    """Whether harm needs no attack beside it: the General Staff of the other side tells of it."""
    enemy = {"RU": "attacker_UA", "UA": "attacker_RU"}.get(reading.holder(mention.target) or "")
    return any(hit.key == enemy for hit in speaking(reading.document, sentence))


def _told_beside(reading: Reading, mention: Mention) -> int | None:
    """The number of the next sentence, or the one before, where this one only names what that tells of."""
    document, sentence = reading.document, reading.sentence(mention.sentence)
    before = named_late(document, sentence)
    if before is not None and (attacks(document, before) or _hurt(reading, before)):
        return before.number
    if sentence.has("site", "named") and (harmed := _next_hurt(reading, sentence)) is not None:
        return harmed
    following = goes_on(document, sentence)
    if following is None or is_no_event(document, following) or following.has("hedge", "background"):
        return None
    others = [other for other in reading.mentions if other.sentence in (sentence.number, following.number)]
    if any(other.target != mention.target for other in others) or following.has("facility"):
        return None
    if is_heading(document, sentence) and (_hurt(reading, following) or attacks(document, following)):
        return following.number
    return following.number if attacks(document, following) and following.has("weapon") else None


def _next_hurt(reading: Reading, sentence: Sentence) -> int | None:
    """The next sentence of a paragraph that names targets, where it tells of harm alone: "Both burned"."""
    for following in reading.document.sentences[sentence.number + 1 : sentence.number + 2]:
        alone = not (following.has("facility") or following.has("site"))
        if alone and not parted(reading.document, sentence.number) and _hurt(reading, following):
            return following.number
    return None


def _hurt(reading: Reading, sentence: Sentence) -> bool:
    return bool(harm(reading.document, sentence)) and _near_attack(reading, sentence.number)


def _ruled_out(document: Document, sentence: Sentence, mention: Mention) -> bool:
    """ "Not the Saratov refinery", "a house near the depot", or an accident nearer by than an attack."""
    gaps = [document.clean.folded[no.end : mention.start] for no in sentence.of("hedge", "negation")]
    if any(len(gap) <= _ARTICLE and not re.search(r"[.;:!?,]", gap) for gap in gaps if gap):
        return True
    if is_landmark(document, sentence, mention.start, mention.end):
        return True
    if is_supplied(document, sentence, mention.start, mention.end):
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
    if mention.loose and not mention.target.facility_ids:
        return True
    sentences = reading.document.sentences
    if any(other.has("hedge", "unreal", "fiction") for other in sentences):
        return True
    if not any(other.has("weapon") for other in sentences):
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
    if any(tells_of_attack(reading.document, near) for near in around):
        return True
    later = reading.document.sentences[number + 3 : number + _LATER] if number <= _LEAD else ()
    return any(
        near.has("weapon")
        and not near.has("facility")
        and not near.has("hedge", "background")
        and bool(attacks(reading.document, near))
        for near in later
    )


def told_again(reading: Reading, mention: Mention) -> Told | None:
    """The older attack that an aside tells of: "The plant, last hit on 2 August, was attacked overnight"."""
    document, sentence = reading.document, reading.sentence(mention.sentence)
    span = aside(document, sentence, mention, _beside(reading, mention))
    if span is None or (found := _within(reading, mention, span)) is None:
        return None
    if found.when.start is None or found.when.start < _WAR:
        return None
    evidence = document.clean.evidence("when", found.start, found.end)
    return Told(mention.target, [mention], found.when, evidence, True, True, [mention.sentence])


def _within(reading: Reading, mention: Mention, span: tuple[int, int]) -> DateMention | None:
    """The date of an aside, where it tells of another attack than the rest of the sentence."""
    sentence = reading.sentence(mention.sentence)
    dates = reading.dates.get(mention.sentence, [])
    inside = _date_of(reading, mention, [found for found in dates if span[0] <= found.start < span[1]])
    rest = _date_of(reading, mention, [found for found in dates if not span[0] <= found.start < span[1]])
    return inside if is_older(sentence, span, inside, rest, reading.published) else None


def _in(span: tuple[int, int] | None, hit: Hit) -> bool:
    return span is not None and span[0] <= hit.start < span[1]


def _own_date(
    reading: Reading, mention: Mention, span: tuple[int, int] | None
) -> tuple[When, Evidence | None]:
    """The date in the mention's own sentence, or that of its heading for words such as "at dawn"."""
    dates = reading.dates.get(mention.sentence, [])
    if any(found.impossible for found in dates):
        return IMPOSSIBLE, None
    if span is not None and (older := _within(reading, mention, span)) is not None:
        dates = [found for found in dates if found is not older]
    found = _date_of(reading, mention, dates)
    if found is None or found.when.basis is DateBasis.RELATIVE:
        headed = _heading_date(reading, mention, found)
        if headed is not None:
            return headed
    if found is None:
        return UNKNOWN, None
    return found.when, reading.document.clean.evidence("when", found.start, found.end)


def _date_of(reading: Reading, mention: Mention, dates: Sequence[DateMention]) -> DateMention | None:
    sentence = reading.sentence(mention.sentence)
    others = _beside(reading, mention)
    return own_date(reading.document, sentence, dates, mention, others, reading.published)


def _beside(reading: Reading, mention: Mention) -> list[Mention]:
    """The other mentions of a mention's sentence."""
    return [other for other in reading.mentions if other.sentence == mention.sentence and other != mention]


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


def _heading_date(
    reading: Reading, mention: Mention, own: DateMention | None
) -> tuple[When, Evidence] | None:
    """The day that heads a paragraph: "16 April. At dawn drones came"; "at dawn" is then of that day.

    So does one that opens it in a review: "Monday brought another blow. After midnight drones hit ...".
    """
    number = lead(reading.document, [mention.sentence])
    sentence = reading.sentence(number)
    if number == mention.sentence:
        return None
    hours = own is not None and own.meaning in ("today", "last_night")
    long = sentence.end - sentence.start > _HEADING
    bare = hours and not any(other.sentence == number for other in reading.mentions)
    for found in reading.dates.get(number, []):
        if long and not (bare and found.start == sentence.start):
            continue
        named = found.when.basis is DateBasis.EXPLICIT or (hours and found.meaning == "weekday")
        if named and not found.vague and found.when.start:
            evidence = reading.document.clean.evidence("when", found.start, found.end)
            return replace(found.when, basis=DateBasis.INHERITED), evidence
    return None


def _paragraph_date(
    reading: Reading, mention: Mention, numbers: Sequence[int]
) -> tuple[When, Evidence | None]:
    """The exact date that the paragraph gives before or right behind a mention."""
    document = reading.document
    for number in around(document, numbers, lambda other: names_another(reading, other, mention.target)):
        if number == mention.sentence:
            continue
        sentence = document.sentences[number]
        for found in reading.dates.get(number, []):
            long = found.when.start and found.when.end and found.when.end - found.when.start > _NIGHT
            if found.vague or not found.when.start or long or sentence.has("hedge", "background"):
                continue
            if reading.published and found.when.start > reading.published:
                continue
            if not dates_a_statement(document, sentence, found):
                evidence = document.clean.evidence("when", found.start, found.end)
                return replace(found.when, basis=DateBasis.INHERITED), evidence
    return UNKNOWN, None
