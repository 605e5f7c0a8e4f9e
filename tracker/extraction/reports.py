"""Strikes told in a document: what was hit, when, by whom, with what, to what effect, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from tracker.extraction.dates import UNKNOWN, DateMention
from tracker.extraction.mentions import COMPATIBLE, Mention
from tracker.extraction.roles import attacker_of, attribute, negated
from tracker.extraction.scan import Document, Hit, Sentence
from tracker.knowledge.gazetteer import Gazetteer
from tracker.model import DateBasis, DatePrecision, Effect, Evidence, Kind, Report, Target, Weapon, When

_NEWS_DAYS = timedelta(days=3)
_SAME = timedelta(days=1)
_FOLLOWS = 4
_NEIGHBOURS = 2
_LINES = frozenset({Kind.PIPELINE, Kind.GRID, Kind.OTHER_ENERGY})
_OWN_ONLY = frozenset({Effect.CASUALTIES, Effect.HALTED})


@dataclass(slots=True)
class Strike:
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

    def sentence(self, number: int) -> Sentence:
        """The sentence of that number."""
        return self.document.sentences[number]

    def holder(self, target: Target) -> str | None:
        """The side that holds a target: its country, or the occupier where it is occupied."""
        if not target.facility_ids:
            return target.country
        facility = self.gazetteer.get(target.facility_ids[0])
        return "RU" if facility.occupied else facility.country


def read_strikes(reading: Reading, article_id: str) -> tuple[Report, ...]:
    """Every strike on an energy target that the document tells, most certain place and date first found."""
    told = [strike for mention in reading.mentions if (strike := _told(reading, mention))]
    merged = _without_vaguer(_date(reading, _gather(told)))
    return tuple(_report(reading, strike, article_id) for strike in merged)


# 1. Which mention is told as hit.


def _told(reading: Reading, mention: Mention) -> Strike | None:
    sentence = reading.sentence(mention.sentence)
    if _is_no_event(reading.document, sentence):
        return None
    attack = _attacks(reading.document, sentence)
    harm = [hit for hit in sentence.of("effect") if hit.key != "none"]
    weapon = sentence.has("weapon")
    repelled = sentence.has("strike", "repelled")
    direct = bool(attack) or (weapon and (bool(harm) or repelled))
    if not direct and not ((harm or repelled) and _near_attack(reading, mention.sentence)):
        return None
    if mention.anaphoric and not direct:
        return None
    when, evidence = _own_date(reading, mention)
    background = sentence.has("hedge", "background")
    return Strike(mention.target, [mention], when, evidence, background, direct, [mention.sentence])


def _attacks(document: Document, sentence: Sentence) -> list[Hit]:
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
    armed = sentence.has("weapon") or bool(_attacks(document, sentence))
    if sentence.has("hedge", "plan") and not _attacks(document, sentence):
        return not sentence.has("effect") or not sentence.has("weapon")
    if sentence.has("hedge", "fiction") and not sentence.has("weapon"):
        return True
    return sentence.has("hedge", "accident") and not armed


def _near_attack(reading: Reading, number: int) -> bool:
    """Whether an attack with weapons or sides is told in the sentences around."""
    around = reading.document.sentences[max(0, number - 3) : number + 3]
    return any(
        _attacks(reading.document, near) and (near.has("weapon") or near.has("side")) for near in around
    )


# 2. When.


def _own_date(reading: Reading, mention: Mention) -> tuple[When, Evidence | None]:
    """The date in the mention's own sentence that belongs to the attack and not to a statement about it."""
    sentence = reading.sentence(mention.sentence)
    dates = [found for found in reading.dates.get(mention.sentence, []) if found.when.start]
    events = [found for found in dates if not _dates_a_statement(reading.document, sentence, found)]
    exact = [found for found in events if not found.vague] or events
    if not exact:
        return UNKNOWN, None
    acts = [*sentence.of("strike"), *sentence.of("effect")]
    best = min(exact, key=lambda found: min((_gap(found, act) for act in acts), default=0))
    return best.when, reading.document.clean.evidence("when", best.start, best.end)


def _gap(found: DateMention, hit: Hit) -> int:
    return max(found.start - hit.end, hit.start - found.end, 0)


def _dates_a_statement(document: Document, sentence: Sentence, found: DateMention) -> bool:
    """Whether the date stands at a verb of saying, not at the attack: "said on Friday"."""
    for say in sentence.of("saying"):
        if 0 <= found.start - say.end <= 6:
            return True
        if 0 <= say.start - found.end <= 2:
            acts = sentence.of("strike", "attack")
            return not any(hit.end <= found.start for hit in acts)
    return False


def _gather(told: Sequence[Strike]) -> list[Strike]:
    """Reports of one target and one date as one; those without a date join the first of their target."""
    groups: list[Strike] = []
    for strike in sorted(told, key=lambda strike: (strike.when.start is None, strike.sentences)):
        home = next((other for other in groups if _same(other, strike)), None)
        if home is None:
            groups.append(strike)
            continue
        home.mentions += strike.mentions
        home.sentences += strike.sentences
        home.direct |= strike.direct
        home.background &= strike.background
        if _exactness(strike.when) > _exactness(home.when):
            home.when, home.when_evidence = strike.when, strike.when_evidence
        if strike.target.facility_ids and len(strike.target.facility_ids) < (
            len(home.target.facility_ids) or 99
        ):
            home.target = strike.target
    return groups


def _same(one: Strike, other: Strike) -> bool:
    if not _same_target(one.target, other.target):
        return False
    if one.when.start is None or other.when.start is None:
        return not (other.background and not one.background)
    return _overlap(one.when, other.when)


def _same_target(one: Target, other: Target) -> bool:
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


def _exactness(when: When) -> int:
    order = (
        DatePrecision.UNKNOWN,
        DatePrecision.MONTH,
        DatePrecision.RANGE,
        DatePrecision.DAY,
        DatePrecision.NIGHT,
    )
    return order.index(when.precision)


def _date(reading: Reading, groups: Sequence[Strike]) -> list[Strike]:
    """Gives undated strikes the date of a neighbour or of publication; drops old ones that have none."""
    dated: list[Strike] = []
    for strike in groups:
        if strike.when.start is None:
            if strike.background:
                continue
            strike.when, strike.when_evidence = _inherited(reading, strike)
        dated.append(strike)
    return dated


def _inherited(reading: Reading, strike: Strike) -> tuple[When, Evidence | None]:
    """The exact date of the nearest sentence that tells of an attack, else of the publication."""
    document, homes = reading.document, strike.sentences
    order = sorted(
        range(len(document.sentences)), key=lambda number: min(abs(number - home) for home in homes)
    )
    near = [number for number in order if min(abs(number - home) for home in homes) <= _NEIGHBOURS]
    statements: list[DateMention] = []
    for number in [*near, *range(min(3, len(order)))]:
        sentence = document.sentences[number]
        if not (sentence.has("strike") or sentence.has("weapon") or number in homes):
            continue
        for found in reading.dates.get(number, []):
            if found.vague or found.when.start is None or sentence.has("hedge", "background"):
                continue
            if _far(reading.published, found.when):
                continue
            if _dates_a_statement(document, sentence, found):
                statements.append(found)
                continue
            return _as_inherited(document, found)
    if statements:
        return _as_inherited(document, statements[0])
    if reading.published is None:
        return UNKNOWN, None
    return When(reading.published, reading.published, DatePrecision.DAY, DateBasis.PUBLISHED), None


def _as_inherited(document: Document, found: DateMention) -> tuple[When, Evidence]:
    evidence = document.clean.evidence("when", found.start, found.end)
    return replace(found.when, basis=DateBasis.INHERITED), evidence


def _far(published: date | None, when: When) -> bool:
    return published is not None and when.end is not None and abs(published - when.end) > timedelta(days=7)


# 3. One strike once.


def _without_vaguer(groups: Sequence[Strike]) -> list[Strike]:
    """A line hit together with its station is the station; "a depot in the region" is the one named."""
    return [
        strike
        for strike in groups
        if not any(_tells_more(other, strike) for other in groups if other is not strike)
    ]


def _tells_more(one: Strike, vaguer: Strike) -> bool:
    if vaguer.target.facility_ids or vaguer.target.town or not (one.target.facility_ids or one.target.town):
        return False
    if not _overlap(one.when, vaguer.when):
        return False
    line = vaguer.target.kind in _LINES
    related = one.target.kind is vaguer.target.kind or one.target.kind in COMPATIBLE.get(
        vaguer.target.kind, ()
    )
    return line or related


def _overlap(one: When, other: When) -> bool:
    if one.start is None or other.start is None or one.end is None or other.end is None:
        return True
    return one.start <= other.end + _SAME and other.start <= one.end + _SAME


# 4. The report.


def _report(reading: Reading, strike: Strike, article_id: str) -> Report:
    document = reading.document
    own = [reading.sentence(number) for number in sorted(set(strike.sentences))]
    scope = _scope(reading, strike)
    holder = reading.holder(strike.target)
    attacker, attacker_evidence = attacker_of(document, scope, holder)
    said = attribute(document, scope, attacker, holder)
    weapons, weapon_evidence = _weapons(document, scope)
    effects, effect_evidence = _effects(document, own, scope)
    mention = _best(strike.mentions)
    evidence = [document.clean.evidence("target", mention.start, mention.end)]
    evidence += [found for found in (strike.when_evidence, attacker_evidence) if found]
    primary = _is_primary(reading, strike)
    return Report(
        article_id=article_id, target=strike.target, when=strike.when, attacker=attacker,
        weapons=weapons, effects=effects, status=said.status, claimed_by=tuple(said.claimed_by),
        confirmed_by=tuple(said.confirmed_by), denied_by=tuple(said.denied_by), primary=primary,
        confidence=_confidence(strike, mention, said.status.value),
        evidence=tuple(evidence + weapon_evidence + effect_evidence + said.evidence),
    )  # fmt: skip


def _best(mentions: Sequence[Mention]) -> Mention:
    return min(
        mentions, key=lambda mention: (mention.anaphoric, mention.loose, mention.sentence, mention.start)
    )


def _scope(reading: Reading, strike: Strike) -> list[Sentence]:
    """The strike's own sentences and those that follow until another target is named."""
    others = {
        mention.sentence
        for mention in reading.mentions
        if mention.target.kind not in _LINES and not _same_target(mention.target, strike.target)
    }
    others |= {
        sentence.number
        for sentence in reading.document.sentences
        if _speaks_of_others(sentence, strike.target)
    }
    numbers: set[int] = set()
    for home in strike.sentences:
        numbers.add(home)
        for number in range(home + 1, min(home + 1 + _FOLLOWS, len(reading.document.sentences))):
            if number in others and number not in strike.sentences:
                break
            numbers.add(number)
    heads = [number for number in (0, 1) if number < len(reading.document.sentences) and number not in others]
    found = [reading.sentence(number) for number in sorted(numbers | set(heads))]
    return [sentence for sentence in found if sentence.number in strike.sentences or _tells(sentence)]


def _speaks_of_others(sentence: Sentence, target: Target) -> bool:
    """Facility words of quite another kind, or facilities in general ("several refineries")."""
    related = {target.kind, *COMPATIBLE.get(target.kind, ()), *_LINES}
    return sentence.has("hedge", "aggregate") or any(
        Kind(hit.key) not in related for hit in sentence.of("facility")
    )


def _tells(sentence: Sentence) -> bool:
    return any(sentence.has(table) for table in ("strike", "weapon", "effect")) or sentence.has(
        "saying", "confirm", "deny"
    )


def _weapons(document: Document, scope: Iterable[Sentence]) -> tuple[tuple[Weapon, ...], list[Evidence]]:
    found: dict[Weapon, Evidence] = {}
    for sentence in scope:
        for hit in sentence.of("weapon"):
            if not negated(document, sentence, hit):
                found.setdefault(Weapon(hit.key), document.clean.evidence("weapons", hit.start, hit.end))
    return tuple(sorted(found)), list(found.values())


def _effects(
    document: Document, own: Sequence[Sentence], scope: Sequence[Sentence]
) -> tuple[tuple[Effect, ...], list[Evidence]]:
    found: dict[Effect, Evidence] = {}
    for sentence in scope:
        for hit in sentence.of("effect"):
            effect = Effect(hit.key)
            if effect in _OWN_ONLY and sentence not in own:
                continue
            if effect is not Effect.NONE and negated(document, sentence, hit):
                continue
            found.setdefault(effect, document.clean.evidence("effects", hit.start, hit.end))
    harm = [effect for effect in found if effect is not Effect.NONE]
    if harm:
        found.pop(Effect.NONE, None)
    elif Effect.NONE not in found:
        for sentence in own:
            for hit in sentence.of("strike", "repelled"):
                found.setdefault(Effect.NONE, document.clean.evidence("effects", hit.start, hit.end))
    return tuple(sorted(found)), list(found.values())


def _is_primary(reading: Reading, strike: Strike) -> bool:
    if strike.when.end is None or reading.published is None:
        return not strike.background
    near = abs(reading.published - strike.when.end) <= _NEWS_DAYS
    return near and strike.when.precision is not DatePrecision.MONTH


def _confidence(strike: Strike, mention: Mention, status: str) -> float:
    score = 0.5
    score += 0.2 if len(strike.target.facility_ids) == 1 else 0.05 if strike.target.town else -0.1
    score += 0.1 if strike.direct else -0.1
    score += {DateBasis.EXPLICIT: 0.12, DateBasis.RELATIVE: 0.1, DateBasis.INHERITED: 0.05}.get(
        strike.when.basis or DateBasis.PUBLISHED, -0.05
    )
    score += 0.05 if status in ("confirmed", "claimed") else 0.0
    score -= 0.15 if mention.loose else 0.0
    return round(min(max(score, 0.05), 0.97), 2)
