"""What a bare word refers back to: the last facility of its kind, the last site, the only one named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.extraction.places.kinds import LINES, REFERS
from tracker.extraction.places.mention import Mention
from tracker.extraction.places.page import Page
from tracker.extraction.places.spots import Spot
from tracker.extraction.scan import Document, Hit, Sentence
from tracker.model import Kind
from tracker.text.letters import UPPER

REMEMBERED = 3
"""How many sentences back a word may refer."""
_SHORT, _DAY = 60, re.compile(r"\d")
_NAMED = re.compile(rf"\s[\"«„“][{UPPER}][^\"»“”]{{1,40}}")


_IT = re.compile(r"(?:it|this|er|sie|es|він|вона|воно|он|она|оно)\s(?:\w+\s){1,4}")
"""A sentence that goes on about the site told before: "It was also hit in March"."""


def region_before(page: Page, sentence: Sentence) -> list[Spot]:
    """The one region of the sentence before, where that tells of an attack."""
    if sentence.number == 0:
        return []
    before = page.document.sentences[sentence.number - 1]
    if not any(before.has(table) for table in ("strike", "weapon", "effect")):
        return []
    spots = page.spots(before)
    return spots if len(spots) == 1 and spots[0].is_region else []


def region_heading(page: Page, sentence: Sentence, back: Mention | None) -> Spot | None:
    """The region alone before a sentence on its line ("07:45. Odesa region."), nearer than `back`."""
    for number in range(sentence.number - 1, back.sentence if back else -1, -1):
        before, after = page.document.sentences[number : number + 2]
        if "\n" in page.document.clean.text[before.end : after.start] or not page.heads(before):
            return None
        spots = page.spots(before)
        if spots:
            told = before.has("strike") or before.has("effect")
            return spots[0] if len(spots) == 1 and spots[0].is_region and not told else None
    return None


def bears_name(document: Document, sentence: Sentence, word: Hit) -> bool:
    """Whether a name in quotation marks stands right behind a facility word: it refers to no other then.

    "The refinery «Lukoil»" with its owner in such marks may still be the one told before.
    """
    name = _NAMED.match(document.clean.text, word.end)
    if name is None:
        return False
    owners = sentence.of("speaker", "operator")
    return not any(hit.start < name.end() and name.start() < hit.end for hit in owners)


def same_again(page: Page, sentence: Sentence, site: Hit, earlier: Sequence[Mention]) -> list[Mention]:
    """ "The plant was also hit in March": the last single site named in three sentences.

    Farther off only the sole site of the article is meant, where something older is told with a date.
    """
    sites = [mention for mention in earlier if mention.target.kind not in LINES]
    if not sites:
        return []
    if sentence.number - sites[-1].sentence > REMEMBERED:
        older = sentence.has("hedge", "background") and sentence.has("dates")
        if not older or len({mention.target for mention in sites}) > 1 or page.spots(sentence):
            return []
    return [Mention(site.start, site.end, sentence.number, sites[-1].target, anaphoric=True)]


def again(page: Page, sentence: Sentence, earlier: Sequence[Mention]) -> list[Mention]:
    """ "On 6 October drones burnt five tanks here": the only facility that the article has named.

    A short sentence of an attack on a day needs no weapon: "The first raid was on 31 March."
    """
    acts = [*sentence.of("strike", "attack"), *sentence.of("weapon")]
    words = page.document.text_of(sentence.start, sentence.end)
    short = len(words) <= _SHORT and sentence.has("dates", "name") and _DAY.search(words) and acts
    named = {mention.target.facility_ids for mention in earlier if mention.target.kind not in LINES}
    goes_on = _IT.match(page.document.clean.folded, sentence.start) is not None
    dated = bool(short) or (goes_on and sentence.has("dates") and bool(acts))
    if (
        not (sentence.has("weapon") or dated)
        or not (sentence.has("strike") or sentence.has("effect"))
        or len(named) != 1
        or len(next(iter(named))) != 1
        or page.spots(sentence)
    ):
        return []
    back = next(mention for mention in reversed(earlier) if mention.target.kind not in LINES)
    return [Mention(acts[0].start, acts[0].end, sentence.number, back.target, anaphoric=True)]


def antecedent(kind: Kind, sentence: int, earlier: Sequence[Mention]) -> Mention | None:
    """The last mention of that kind within the three sentences before."""
    for mention in reversed(earlier):
        if sentence - mention.sentence > REMEMBERED:
            return None
        if mention.target.kind is kind or mention.target.kind in REFERS.get(kind, frozenset()):
            return mention
    return None
