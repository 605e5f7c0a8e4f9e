"""Mentions of energy facilities: a name of the gazetteer, or a facility word with the place beside it.

"The Saratov, Ryazan and Syzran refineries" are three mentions, "an oil depot in Feodosia" one; a facility
word without a place stands for the last facility of its kind, or for that of a place told before it, else it
is no mention: nothing is invented.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracker.extraction.places.attach import (
    attached,
    behind_colon,
    is_hurt,
    joined_on,
    lists,
    loose,
    of_another_trade,
)
from tracker.extraction.places.back import (
    REMEMBERED,
    again,
    antecedent,
    bears_name,
    region_before,
    region_heading,
    same_again,
)
from tracker.extraction.places.facilitywords import (
    covered,
    in_general,
    inside_name,
    of_oil,
    spoken_of,
    within,
)
from tracker.extraction.places.kinds import COMPATIBLE, LINEAR, LINES, WORKS
from tracker.extraction.places.mention import Mention
from tracker.extraction.places.names import FacilityNames, NameHit
from tracker.extraction.places.page import Page
from tracker.extraction.places.spots import Spot, SpotReader
from tracker.extraction.places.targets import Targets, owner
from tracker.extraction.scan import Document, Hit, Sentence
from tracker.extraction.speakers import names_body
from tracker.knowledge.formtable import Form
from tracker.knowledge.gazetteer import Gazetteer
from tracker.knowledge.towns import Towns
from tracker.model import Kind, Target

__all__ = ["COMPATIBLE", "LINES", "Mention", "MentionReader", "owner"]

_OPENING = 5
"""So few characters before a place that opens its sentence: "In Belgorod ..."."""


class MentionReader:
    """Reads the mentions of a document; holds the names of the gazetteer and the towns."""

    def __init__(self, gazetteer: Gazetteer, forms: Sequence[Form], towns: Towns) -> None:
        self._gazetteer = gazetteer
        self._names = FacilityNames(forms)
        self._spots = SpotReader(gazetteer, towns)
        self._targets = Targets(gazetteer, towns)

    def read(self, document: Document) -> list[Mention]:
        """All mentions in reading order."""
        page = Page(document, self._names, self._spots)
        found: list[Mention] = []
        for sentence in document.sentences:
            names = page.names(sentence)
            if names or sentence.has("facility") or sentence.has("site"):
                found.extend(self._sentence(page, sentence, names, found))
            elif sentence.has("dates"):
                found.extend(again(page, sentence, found))
        return found

    def _sentence(
        self, page: Page, sentence: Sentence, names: list[NameHit], earlier: Sequence[Mention]
    ) -> list[Mention]:
        document = page.document
        mentions = [self._named(document, sentence, hit) for hit in names if hit.alone]
        words = [
            hit
            for hit in sentence.of("facility")
            if not (covered(document, hit, mentions) or names_body(document, sentence, hit))
            and not of_another_trade(sentence, hit)
        ]
        sites = [
            hit
            for hit in sentence.of("site", "word", "port")
            if not (within(hit, words) or covered(document, hit, mentions) or of_another_trade(sentence, hit))
        ]
        shared = [hit for hit in sentence.of("facility") if inside_name(hit, mentions)]
        for word in shared if names else ():
            mentions.extend(self._sharing(page, sentence, word, mentions))
        for word in words:
            if not covered(document, word, [one for one in mentions if not one.loose]):
                mentions.extend(self._described(page, sentence, word, [*earlier, *mentions]))
        for site in sites if names else ():
            mentions.extend(self._beside_name(page, sentence, site))
        if names:
            mentions.extend(self._led_on(page, sentence, mentions, earlier))
        if sites and not mentions:
            mentions.extend(self._headed(page, sentence, sites[0]))
        if not mentions:
            mentions.extend(self._on_route(document, sentence, names))
        if sites and not mentions and not bears_name(page.document, sentence, sites[0]):
            mentions.extend(same_again(page, sentence, sites[0], self._of_region(page, sentence, earlier)))
        return sorted(mentions, key=lambda mention: mention.start)

    def _of_region(self, page: Page, sentence: Sentence, earlier: Sequence[Mention]) -> Sequence[Mention]:
        """Those in a region that the sentence names, if any: "the governor of Ryazan: a plant burns"."""
        here = {spot.region for spot in page.spots(sentence) if spot.is_region}
        return [mention for mention in earlier if not here or self._region(mention.target) in here]

    def _region(self, target: Target) -> str | None:
        return self._targets.home(target.facility_ids[0]) if target.facility_ids else target.region

    def _headed(self, page: Page, sentence: Sentence, site: Hit) -> list[Mention]:
        """The works of the place that heads a line: "Afipsky: an attack on the plant was repelled"."""
        spot = loose(page.document, site, [spot for spot in page.scenes(sentence) if spot.facility_ids])
        works = [id_ for id_ in spot.facility_ids if self._gazetteer.get(id_).kind in WORKS] if spot else []
        if spot is None or len(works) != 1 or not page.document.clean.folded.startswith(":", spot.end):
            return []
        named = replace(spot, facility_ids=tuple(works))
        kind = self._gazetteer.get(works[0]).kind
        return [self._at(page.document, sentence, site, named, kind, None, True)]

    def _sharing(self, page: Page, sentence: Sentence, word: Hit, names: Sequence[Mention]) -> list[Mention]:
        """Adjectives that share the facility word of a name: "Саратовский и Сызранский НПЗ"."""
        document = page.document
        name = next(mention for mention in names if inside_name(word, [mention]))
        ending = document.text_of(name.start, word.start).split()[0][-1:]
        edge = name.start
        found: list[Spot] = []
        for spot in reversed([spot for spot in page.spots(sentence) if spot.end <= name.start]):
            if spot.is_region and not document.text_of(spot.end, edge).strip():
                edge = spot.start
                continue
            if not lists(document, spot.end, edge) or document.text_of(spot.end - 1, spot.end) != ending:
                break
            found.insert(0, spot)
            edge = spot.start
        kind = Kind(word.key)
        listed = [spot for spot in found if self._targets.of_kind(spot.facility_ids, kind)]
        return [self._at(document, sentence, word, spot, kind, None, True) for spot in listed]

    def _named(self, document: Document, sentence: Sentence, hit: NameHit) -> Mention:
        kind = self._gazetteer.get(hit.facility_ids[0]).kind
        target = Target(name=document.text_of(hit.start, hit.end), kind=kind, facility_ids=hit.facility_ids)
        return Mention(hit.start, hit.end, sentence.number, target)

    def _described(
        self, page: Page, sentence: Sentence, word: Hit, earlier: Sequence[Mention]
    ) -> list[Mention]:
        document, kind, spots = page.document, Kind(word.key), page.spots(sentence)
        beside = attached(document, sentence, word, spots)
        regions = [spot for spot in beside if spot.is_region]
        region = next(iter(regions or [spot for spot in spots if spot.is_region]), None)
        numbered = self._by_number(page, sentence, word)
        if numbered:
            return numbered
        places = [
            spot for spot in beside if not spot.is_region and self._targets.may_be(spot, kind, document)
        ]
        places = self._nearer_named(document, places, kind)
        listed = places or [
            spot
            for spot in behind_colon(document, sentence, word, spots)
            if self._targets.may_be(spot, kind, document)
        ]
        if listed and all(spot.of_district for spot in listed):
            told = [] if kind in LINES else self._told_before(page, sentence, kind)
            listed = told or listed
        if listed:
            many = len(listed) > 1 or not places
            return self._known(
                [self._at(document, sentence, word, spot, kind, region, many) for spot in listed]
            )
        if not beside and in_general(sentence, word):
            return []
        apart = self._targets.sole(spots, kind)
        if not beside and len(apart) == 1:
            return [self._at(document, sentence, word, apart[0], kind, region, True, loose=True)]
        far = None if regions or kind in LINEAR else self._loose(document, word, spots, region)
        opens = far is not None and far.start - sentence.start <= _OPENING and far.end <= word.start
        if far is not None and opens and kind is Kind.OTHER_ENERGY and is_hurt(sentence):
            return [self._at(document, sentence, word, far, kind, region, True, loose=True)]
        back = antecedent(kind, sentence.number, earlier)
        leads = far is not None and far.end <= word.start
        away = far is not None and self._targets.elsewhere(far, back.target if back else None)
        if far is not None and leads and (kind not in LINES or away):
            return [self._at(document, sentence, word, far, kind, region, True, loose=True)]
        headed = None if spots else region_heading(page, sentence, back)
        if headed is not None:
            return [self._in(document, sentence, word, headed, kind, True)]
        if bears_name(document, sentence, word) or self._in_another(back, region):
            back = None
        if not beside and back is not None:
            nearer = self._told_before(page, sentence, kind, back.sentence + 1)
            if nearer:
                return [self._at(document, sentence, word, nearer[0], kind, region, True, loose=True)]
            return [Mention(word.start, word.end, sentence.number, back.target, anaphoric=True)]
        scenes = page.scenes(sentence)
        if far is None and not regions and kind not in LINEAR and len({spot.name for spot in scenes}) == 1:
            far = self._within(document, scenes[0], region)
        if far is not None:
            return self._known([self._at(document, sentence, word, far, kind, region, True, loose=True)])
        carried = [] if kind in LINEAR else self._carried(page, sentence, kind, region)
        if carried:
            return self._known(
                [self._at(document, sentence, word, carried[0], kind, region, True, loose=True)]
            )
        found = regions or ([region] if region else []) or region_before(page, sentence)
        return [self._in(document, sentence, word, spot, kind, spot not in beside) for spot in found]

    def _nearer_named(self, document: Document, places: list[Spot], kind: Kind) -> list[Spot]:
        """Without what says where a named place lies: "az Anapa melletti Russzkaja állomás"."""
        named = self._targets.sole(places, kind)
        if len(named) != 1 or len(places) != 2:
            return places
        first, second = places
        return places if lists(document, first.end, second.start) else named

    def _in_another(self, back: Mention | None, region: Spot | None) -> bool:
        """Whether the facility told before lies in another region than the one named here."""
        homes = {self._targets.home(id_) for id_ in back.target.facility_ids} if back else set()
        return region is not None and len(homes) == 1 and region.region not in homes | {None}

    def _known(self, mentions: list[Mention]) -> list[Mention]:
        """Without nuclear plants that the gazetteer lacks: other reactors are none."""
        return [
            mention
            for mention in mentions
            if mention.target.kind is not Kind.NUCLEAR_PLANT or mention.target.facility_ids
        ]

    def _by_number(self, page: Page, sentence: Sentence, word: Hit) -> list[Mention]:
        """ "ТЭЦ-5": of the stations of that number the one whose town or region the article names."""
        number, ids = self._targets.numbered(page.document, word)
        if not ids:
            return []
        homes = {self._targets.home(id_): id_ for id_ in ids}
        order = sorted(page.document.sentences, key=lambda other: abs(other.number - sentence.number))
        for other in order:
            for spot in page.spots(other):
                known = self._targets.home(spot.facility_ids[0]) if spot.facility_ids else None
                facility_id = homes.get(spot.region or spot.home or known)
                if facility_id:
                    end = word.end + 1 + len(number or "")
                    name = page.document.text_of(word.start, end)
                    target = Target(name=name, kind=Kind(word.key), facility_ids=(facility_id,))
                    return [Mention(word.start, end, sentence.number, target)]
        return []

    def _told_before(self, page: Page, sentence: Sentence, kind: Kind, since: int = 0) -> list[Spot]:
        """The only facility of that kind whose place the sentences before name, not before `since`."""
        first = max(since, sentence.number - REMEMBERED)
        before = page.document.sentences[first : sentence.number]
        found = [spot for other in before for spot in self._targets.sole(page.free(other, kind), kind)]
        return found[:1] if len({spot.facility_ids for spot in found}) == 1 else []

    def _carried(self, page: Page, sentence: Sentence, kind: Kind, region: Spot | None) -> list[Spot]:
        """The place told in the sentences before: "Drones came to Tuapse. A tank burns at the terminal"."""
        document = page.document
        back = range(sentence.number - 1, max(-1, sentence.number - 1 - REMEMBERED), -1)
        numbers = [*back, *([0] if sentence.number > REMEMBERED else [])]
        for number in numbers:
            before = document.sentences[number]
            scenes = page.free(before, kind)
            if region is not None:
                scenes = [spot for spot in scenes if self._targets.within(document, spot, region)]
            sole = self._targets.sole(scenes, kind)
            if len({spot.facility_ids for spot in sole}) == 1:
                return sole[:1]
            telling = any(before.has(table) for table in ("strike", "weapon", "effect"))
            near = number == sentence.number - 1 and telling
            if len({spot.name for spot in scenes}) == 1 and (near or page.heads(before)):
                return scenes[:1]
            if scenes and telling:
                return []
        return self._only_elsewhere(page, kind, region)

    def _only_elsewhere(self, page: Page, kind: Kind, region: Spot | None) -> list[Spot]:
        """The only facility of that kind which the whole article names by its place."""
        found = [
            spot
            for sentence in page.document.sentences
            for spot in self._targets.sole(page.free(sentence, kind), kind)
            if region is None or self._targets.within(page.document, spot, region)
        ]
        return found[:1] if len({spot.facility_ids for spot in found}) == 1 else []

    def _led_on(
        self, page: Page, sentence: Sentence, mentions: Sequence[Mention], earlier: Sequence[Mention]
    ) -> list[Mention]:
        """A bare name after others: "... the Syzran refinery; on Friday it was the turn of Kirishi"."""
        document = page.document
        recent = [mention for mention in earlier if sentence.number - mention.sentence <= REMEMBERED]
        kinds = [mention.target.kind for mention in [*recent, *mentions] if mention.target.kind not in LINES]
        kinds = kinds or spoken_of(document, sentence)
        if not kinds:
            return []
        found: list[Mention] = []
        for spot in page.spots(sentence):
            if any(mention.start < spot.end and spot.start < mention.end for mention in mentions):
                continue
            before = found[-1].end if found else None
            told = joined_on(document, sentence, spot, before)
            likely = [*WORKS, *kinds] if WORKS & set(kinds) else kinds
            kind = next((kind for kind in reversed(likely) if self._targets.sole([spot], kind)), None)
            if told and kind is not None:
                ids = self._targets.of_kind(spot.facility_ids, kind, exact=True)
                target = Target(name=document.text_of(spot.start, spot.end), kind=kind, facility_ids=ids)
                found.append(Mention(spot.start, spot.end, sentence.number, target, loose=True))
        return found

    def _on_route(self, document: Document, sentence: Sentence, names: Sequence[NameHit]) -> list[Mention]:
        """A station's bare town, hit, in an article on its pipeline: "Brody, where it broke the pumps"."""
        if not any(other.has("route") for other in document.sentences):
            return []
        found = []
        for hit in names:
            facility = self._gazetteer.get(hit.facility_ids[0])
            if not hit.alone and len(hit.facility_ids) == 1 and facility.kind is Kind.PUMPING_STATION:
                name = document.text_of(hit.start, hit.end)
                target = Target(name=name, kind=facility.kind, facility_ids=hit.facility_ids)
                found.append(Mention(hit.start, hit.end, sentence.number, target, anaphoric=True, loose=True))
        return found

    def _loose(
        self, document: Document, word: Hit, spots: Sequence[Spot], region: Spot | None
    ) -> Spot | None:
        """The town that leads the sentence; one outside the region named in it is another story's."""
        return self._within(
            document, loose(document, word, [spot for spot in spots if not spot.is_region]), region
        )

    def _within(self, document: Document, spot: Spot | None, region: Spot | None) -> Spot | None:
        if spot is None or region is None or self._targets.within(document, spot, region):
            return spot
        return None

    def _beside_name(self, page: Page, sentence: Sentence, word: Hit) -> list[Mention]:
        """A word such as "station" is a mention only where it touches a facility's short name.

        A plant is one also behind "in", where oil or fuel is spoken of: "the plant in Syzran, which refines".
        """
        document = page.document
        found = []
        spots = [spot for spot in page.spots(sentence) if spot.facility_ids]
        for spot in attached(document, sentence, word, spots):
            port = word.key == "port"
            ids = (
                self._targets.ports(spot, of_oil=of_oil(document, sentence))
                if port
                else self._targets.owned(document, spot) or spot.facility_ids
            )
            touches = not document.text_of(word.end, spot.start).strip(' "«„“')
            works = [id_ for id_ in spot.facility_ids if self._gazetteer.get(id_).kind in WORKS]
            if not port and not touches and len(works) == 1 and of_oil(document, sentence):
                ids, touches = tuple(works), True
            if len(ids) == 1 and (port or touches or spot.end <= word.start):
                kind = self._gazetteer.get(ids[0]).kind
                found.append(
                    self._at(document, sentence, word, replace(spot, facility_ids=ids), kind, None, False)
                )
        return found

    def _in(
        self, document: Document, sentence: Sentence, word: Hit, region: Spot, kind: Kind, loose: bool
    ) -> Mention:
        """A target of which only the region is known; a line keeps the name of its route."""
        route = [hit.start for hit in sentence.of("route") if kind in LINEAR and hit.end <= word.start]
        name = document.text_of(min([word.start, *route]), word.end)
        target = Target(name=name, kind=kind, region=region.region, country=region.country)
        return Mention(word.start, word.end, sentence.number, target, loose=loose)

    def _at(
        self, document: Document, sentence: Sentence, word: Hit, spot: Spot, kind: Kind, region: Spot | None,
        listed: bool, loose: bool = False,
    ) -> Mention:  # fmt: skip
        inside = sentence.start <= spot.start < sentence.end
        start, end = (
            (word.start, word.end) if not inside else
            (spot.start, spot.end) if listed else (min(word.start, spot.start), max(word.end, spot.end))
        )  # fmt: skip
        target = self._targets.named_in(document, spot, kind, start, end, region)
        return Mention(start, end, sentence.number, target, loose=loose)
