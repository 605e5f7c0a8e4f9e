"""What a bare word refers back to: the last facility of its kind, the last site, the only one named."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.extraction.kinds import LINES, REFERS
from tracker.extraction.mention import Mention
from tracker.extraction.page import Page
from tracker.extraction.scan import Hit, Sentence
from tracker.extraction.spots import Spot
from tracker.model import Kind

REMEMBERED = 3
"""How many sentences back a word may refer."""


def region_before(page: Page, sentence: Sentence) -> list[Spot]:
    """The one region of the sentence before, where that tells of an attack."""
    if sentence.number == 0:
        return []
    before = page.document.sentences[sentence.number - 1]
    if not any(before.has(table) for table in ("strike", "weapon", "effect")):
        return []
    spots = page.spots(before)
    return spots if len(spots) == 1 and spots[0].is_region else []


def same_again(site: Hit, sentence: int, earlier: Sequence[Mention]) -> list[Mention]:
    """ "The plant was also hit in March": the last single site named within the three sentences before."""
    for mention in reversed(earlier):
        if sentence - mention.sentence > REMEMBERED:
            break
        if mention.target.kind not in LINES:
            return [Mention(site.start, site.end, sentence, mention.target, anaphoric=True)]
    return []


def again(page: Page, sentence: Sentence, earlier: Sequence[Mention]) -> list[Mention]:
    """ "On 6 October drones burnt five tanks here": the only facility that the article has named."""
    acts = [*sentence.of("strike", "attack"), *sentence.of("weapon")]
    named = {mention.target.facility_ids for mention in earlier if mention.target.kind not in LINES}
    if (
        not sentence.has("weapon")
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
