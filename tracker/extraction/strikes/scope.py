"""Which parts of a text speak of which strike: the clauses that name it, what follows, what looks back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from tracker.extraction.places.mentions import COMPATIBLE, LINES
from tracker.extraction.scan import Sentence
from tracker.extraction.strikes.dating import dates_a_statement
from tracker.extraction.strikes.elsewhere import names_another_town
from tracker.extraction.strikes.layout import Layout, is_other, narrowed, stems_of
from tracker.extraction.strikes.told import Reading, Told, same_target
from tracker.model import Kind, Target

_FOLLOWS = 4
_PARTS = {Kind.OIL_TERMINAL: frozenset({Kind.TANKER, Kind.PUMPING_STATION})}
"""What lies at a site and burns with it."""
_LEAD, _LONG_LEAD = 2, 5
_CLOSE = 6
"""A long article on one strike speaks of much else, so many sentences away."""
_OLDER = timedelta(days=1)
_WEEK = timedelta(days=8)


@dataclass(frozen=True, slots=True)
class Scope:
    """The parts of a text that speak of one strike."""

    own: tuple[Sentence, ...]
    """The clauses that name the target as struck."""
    near: tuple[Sentence, ...] = ()
    """The sentences that follow, until another target or place comes."""
    wide: tuple[Sentence, ...] = ()
    """The headline and lead, and later sentences that can mean no other strike."""
    close: tuple[Sentence, ...] = ()
    """Of all these what tells of effects: not what harmed another town or may belong to another strike."""
    frame: tuple[Sentence, ...] = ()
    """What stands before it: tells the weapons where nothing nearer does."""

    @property
    def parts(self) -> tuple[Sentence, ...]:
        """Own, near and wide parts in the order of the text."""
        return tuple(sorted((*self.own, *self.near, *self.wide), key=lambda part: part.start))


class ScopeFinder:
    """Finds the scope of one strike beside the others of its article.

    `news` are those of the strikes that the article brings as news; of a strike with another date the clauses
    that name it count and what follows in the paragraph, of one told as background only the former.
    """

    def __init__(
        self, reading: Reading, layout: Layout, strike: Told, strikes: Sequence[Told], news: Sequence[Told]
    ) -> None:
        self._reading, self._layout, self._strike, self._strikes = reading, layout, strike, strikes
        self._homes = sorted(set(strike.sentences))
        self._primary = strike in news
        rivals = [other for other in strikes if not self._primary or other in news or self._recent(other)]
        self._alone = all(set(other.sentences) == set(self._homes) for other in rivals)
        self._rivals = [other for other in rivals if other is not strike]
        self._foreign, self._mine = self._by_name()
        self._taken = {number for other in strikes for number in other.sentences} | self._foreign

    def find(self) -> Scope:
        """The parts of the text that speak of the strike."""
        reading, target = self._reading, self._strike.target
        own = tuple(narrowed(reading, self._layout, number, target) for number in self._homes)
        news = self._primary or self._alone
        if not news and self._strike.background:
            return Scope(own, close=own)
        following = self._following()
        near = self._telling(following)
        beside = self._beside(near)
        if not news:
            return Scope(own, beside, close=(*own, *beside))
        wide = self._telling(self._around(following))
        first = min((min(other.sentences) for other in self._rivals), default=0)
        ahead = [part for part in near if part.number < first and part not in beside]
        close = (*near, *wide) if self._alone else (*beside, *ahead, *self._naming(wide))
        here = [part for part in close if not names_another_town(reading, part, target)]
        return Scope(own, near, wide, (*own, *here), self._frame())

    def _following(self) -> set[int]:
        """The sentences behind those that name the target, until another target, place or list item comes."""
        paragraph, found = self._layout.paragraph, set()
        for home in self._homes:
            for number in range(home + 1, min(home + 1 + _FOLLOWS, len(paragraph))):
                item_ends = paragraph[number] != paragraph[home] and paragraph[home] in self._layout.listed
                if item_ends or number in self._taken or self._speaks_elsewhere(number):
                    break
                if not _speaks_of_others(self._reading.sentence(number), self._strike.target):
                    found.add(number)
                elif not self._alone:
                    break
        return found

    def _around(self, following: set[int]) -> set[int]:
        """Headline and lead; of a text that tells of one strike what is close; else what names its place."""
        paragraph, reading = self._layout.paragraph, self._reading
        whole = self._alone and not any(paragraph[home] in self._layout.listed for home in self._homes)
        lead = max(_LEAD, min((*self._taken, _LONG_LEAD))) if self._primary else 0
        region = self._own_region()
        found = set()
        for number in range(len(paragraph)):
            in_region = region is not None and region in reading.regions.get(number, frozenset())
            close = whole and any(abs(number - home) <= _CLOSE for home in self._homes)
            leads = number < lead and not self._is_item(number)
            mine = number in self._mine or self._names_it(number)
            wanted = leads or in_region or (self._primary and (close or mine))
            if not wanted or number in self._taken or number in following or self._speaks_elsewhere(number):
                continue
            of_others = _speaks_of_others(reading.sentence(number), self._strike.target)
            if mine or not of_others:
                found.add(number)
        return found

    def _is_item(self, number: int) -> bool:
        """Whether a sentence stands in an item of a list that does not name the target."""
        paragraph = self._layout.paragraph
        return paragraph[number] in self._layout.listed and paragraph[number] not in {
            paragraph[home] for home in self._homes
        }

    def _telling(self, numbers: set[int]) -> tuple[Sentence, ...]:
        """Those that tell of an attack or its harm, or right behind the target let somebody speak."""
        paragraph = self._layout.paragraph
        next_ = {home + 1 for home in self._homes if paragraph[home + 1 : home + 2] == [paragraph[home]]}
        found = (self._reading.sentence(number) for number in sorted(numbers))
        return tuple(part for part in found if _tells(part) or (part.number in next_ and part.has("speaker")))

    def _beside(self, parts: Iterable[Sentence]) -> tuple[Sentence, ...]:
        """Parts in one paragraph with the clauses that name the target; a headline goes with the first."""
        paragraph, found = self._layout.paragraph, []
        for part in parts:
            home = max((number for number in self._homes if number < part.number), default=part.number)
            gap = paragraph[part.number] - paragraph[home]
            if gap == 0 or (gap == 1 and home == 0) or self._names_it(part.number):
                found.append(part)
        return tuple(found)

    def _names_it(self, number: int) -> bool:
        named = self._layout.mentions.get(number, [])
        return any(same_target(mention.target, self._strike.target) for mention in named)

    def _naming(self, parts: Iterable[Sentence]) -> list[Sentence]:
        return [part for part in parts if part.number in self._mine or self._names_it(part.number)]

    def _frame(self) -> tuple[Sentence, ...]:
        """Sentences up to the first that names the target, nearest first: its paragraph, then the lead."""
        paragraph, first = self._layout.paragraph, self._homes[0]
        before = [number for number in range(first, -1, -1) if paragraph[number] == paragraph[first]]
        listed = {number for number in range(first) if paragraph[number] in self._layout.listed}
        lead = [
            number
            for number in range(min(_LEAD + 1, first))
            if number not in {*before, *self._taken, *listed}
        ]
        found = (self._reading.sentence(number) for number in (*before, *lead))
        return tuple(
            part for part in found if not part.has("hedge", "background") and not self._older(part.number)
        )

    def _recent(self, strike: Told) -> bool:
        """A strike of the week that a round-up tells in a paragraph of its own."""
        published, end = self._reading.published, strike.when.end
        if strike.background or published is None or end is None:
            return False
        return abs(published - end) <= _WEEK

    def _speaks_elsewhere(self, number: int) -> bool:
        """Another target, other regions only, an older day, or what has been before."""
        sentence = self._reading.sentence(number)
        if sentence.has("hedge", "background") and not any(
            map(sentence.has, ("speaker", "carried", "saying"))
        ):
            return True
        named = self._reading.regions.get(number, frozenset())
        here = self._reading.region_of(self._strike.target)
        if here is not None and named and here not in named:
            return True
        mentions = self._layout.mentions.get(number, [])
        return any(is_other(mention, self._strike.target) for mention in mentions) or self._older(number)

    def _older(self, number: int) -> bool:
        """Whether all exact dates of a sentence lie before the strike; a later date is that of a reaction."""
        start = self._strike.when.start
        if start is None:
            return False
        sentence = self._reading.sentence(number)
        ends = [
            found.when.end
            for found in self._reading.dates.get(number, [])
            if found.when.end and not dates_a_statement(self._reading.document, sentence, found)
        ]
        return bool(ends) and all(end < start - _OLDER for end in ends)

    def _by_name(self) -> tuple[set[int], set[int]]:
        """Sentences that name another strike's place and not this one's, and the other way round."""
        here = stems_of(self._reading, self._strike)
        others = [stems_of(self._reading, other) for other in self._strikes if other is not self._strike]
        theirs = set().union(*others) - here
        foreign, mine = set(), set()
        for number, stems in enumerate(self._layout.stems if theirs else ()):
            if stems & theirs and not stems & here:
                foreign.add(number)
            elif stems & here and not stems & theirs:
                mine.add(number)
        return foreign, mine

    def _own_region(self) -> str | None:
        """The region of this strike, where no other strike of the text lies in it."""
        here = self._reading.region_of(self._strike.target)
        others = {
            self._reading.region_of(other.target) for other in self._strikes if other is not self._strike
        }
        return None if here in others else here


def _tells(sentence: Sentence) -> bool:
    return (
        any(sentence.has(table) for table in ("strike", "weapon", "effect"))
        or sentence.has("saying", "claim", "confirm", "admit", "deny", "this")
        or sentence.has("supply", "halted", "resumed")
    )


def _speaks_of_others(sentence: Sentence, target: Target) -> bool:
    """Facility words of quite another kind, or facilities in general ("several refineries")."""
    if target.kind is Kind.OTHER_ENERGY:
        return sentence.has("hedge", "aggregate")
    related = {target.kind, *COMPATIBLE.get(target.kind, ()), *LINES, *_PARTS.get(target.kind, ())}
    return sentence.has("hedge", "aggregate") or any(
        Kind(hit.key) not in related for hit in sentence.of("facility")
    )
