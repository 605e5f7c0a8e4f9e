"""Who speaks where: bodies that speak rather than act or own, and what each of them says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tracker.extraction.harm import absent, negated
from tracker.extraction.scan import Document, Hit, Sentence

CONFIRMS = ("confirm", "admit")
"""Keys of verbs that say that something is so."""
_VOICE = 90
_BEFORE, _BEHIND = 45, 30
_COLON = 60
_QUOTED = 2
_NOT, _NEXT = 12, 25
_NOBODY, _SILENT = 26, 60
_PAUSE = re.compile(r"[.;:!?,]")
_QUOTE_ENDS = re.compile(r'[,.!?…]"|"(?:,| -)')
_STOP = re.compile(r"[.;:!?]")
_CLAUSE = re.compile(r"[,;:()]|\s-\s")
_SO = re.compile(r", so (?:[\w-]+ ){0,2}$")
"""German for said by: "... , so Alexander Drosdenko"."""
_REPORTED = {
    "de": re.compile(
        r"\b(?:sei|seien|habe|hätten|wären|werde|würden|gebe|gäbe|könne|müsse|stehe|stünden|brenne|laufe|liefen|liege"
        r"|bleibe|gehe|fließe|dauere|arbeite|bestehe|\w{0,3}komme)\b"
    )
}
"""Verbs that by their mood alone are somebody's words: "Der Brand sei gelöscht"."""
_BRIEF = 12


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker and what of a sentence is said by it."""

    hit: Hit
    said: Sentence


# 1. Who of those named speaks.


def speaking(document: Document, sentence: Sentence) -> Iterator[Hit]:
    """The speakers of a sentence that speak in it, in order."""
    acts = sentence.of("strike")
    for hit in sentence.of("speaker"):
        no_body = hit.key == "occupier" or any(act.start <= hit.start < act.end for act in acts)
        if not no_body and not keeps_silent(document, sentence, hit) and _speaks(document, sentence, hit):
            yield hit


def keeps_silent(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """ "Neither the governor nor the company has admitted", "the officials keep silent"."""
    folded = document.clean.folded
    for no in sentence.of("hedge", "negation"):
        gap = folded[no.end : hit.start] if 0 <= hit.start - no.end <= _NOBODY else ""
        only = any(0 <= word.start - no.end <= 1 for word in sentence.of("stance", "only"))
        if not gap or only or _PAUSE.search(gap):
            continue
        inner = (*sentence.of("saying"), *sentence.of("effect"), *sentence.of("strike"))
        if not any(no.end <= other.start < hit.start for other in inner):
            return True
    for mute in sentence.of("stance", "silent"):
        start, end = min(mute.end, hit.end), max(mute.start, hit.start)
        if end - start > _SILENT or _STOP.search(folded, start, end):
            continue
        if not any(start <= say.start < end for say in sentence.of("saying")) and not _then_speaks(
            sentence, mute
        ):
            return True
    return False


def _then_speaks(sentence: Sentence, mute: Hit) -> bool:
    """ "Was silent at first and then said": a verb of saying behind, before anybody else is named."""
    others = [other.start for other in sentence.of("speaker") if other.start >= mute.end]
    end = min(others, default=sentence.end)
    return any(
        mute.end <= say.start < end for say in sentence.of("saying", "say", "claim", "deny", *CONFIRMS)
    )


def _speaks(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """A verb of saying near with no attack between, or a colon; not a body that acts or owns."""
    if hit.key == "independent":
        return True
    if hit.key == "operator" and _owns(document, sentence, hit):
        return False
    acts = [*sentence.of("strike", "attack"), *sentence.of("weapon")]
    if any(_says(document, sentence, hit, say, acts) for say in sentence.of("saying")):
        return True
    if _QUOTE_ENDS.search(document.clean.folded, max(sentence.start, hit.start - _BEHIND), hit.start):
        return True
    colon = document.clean.folded.find(":", hit.end, min(hit.end + _COLON, sentence.end))
    if colon >= 0 and not any(hit.end <= act.start < colon for act in acts):
        return True
    if document.lexicon.lang == "de" and _SO.search(document.clean.folded, sentence.start, hit.start):
        return True
    return _is_credited(document, sentence, hit) or _introduces(document, sentence, hit)


def is_reported(document: Document, start: int, end: int) -> bool:
    """Whether the mood of a verb shows a part of the text to be somebody's words."""
    mood = _REPORTED.get(document.lexicon.lang)
    return mood is not None and mood.search(document.clean.folded, start, end) is not None


def _is_credited(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """Whether a headline ends on its source: "Drones hit the Saratov refinery - General Staff"."""
    folded = document.clean.folded
    ends = not folded[hit.end : sentence.end].strip(" .")
    return ends and folded[max(sentence.start, hit.start - 3) : hit.start] == " - "


def _introduces(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """Whether a speaker's few words stand beside a clause of reported speech, whatever their verb is."""
    if not is_reported(document, sentence.start, sentence.end):
        return False
    spans = clauses(document, sentence)
    own = next(at for at, (start, end) in enumerate(spans) if start <= hit.start < end)
    start, end = spans[own]
    if is_reported(document, start, end) or len(document.clean.folded[start:end].split()) > _BRIEF:
        return False
    return any(is_reported(document, *span) for span in spans[max(0, own - 1) : own + 2])


def _says(document: Document, sentence: Sentence, hit: Hit, say: Hit, acts: Sequence[Hit]) -> bool:
    """Whether a word of saying is the speaker's: "according to" before, "szerint" behind, a verb near."""
    folded = document.clean.folded
    if hit.start <= say.start < hit.end:
        return True
    if say.key == "prefix":
        return 0 <= hit.start - say.end <= _BEFORE and not _STOP.search(folded, say.end, hit.start)
    if say.key == "suffix":
        if any(hit.end <= other.start < say.start for other in sentence.of("speaker")):
            return False
        return 0 <= say.start - hit.end <= _BEHIND and not _STOP.search(folded, hit.end, say.start)
    if say.key != "deny" and negated(document, sentence, say, _NOT):
        return False
    if say.key in CONFIRMS and (absent(document, sentence, say) or supposed(document, sentence, say)):
        return False
    start, end = min(say.end, hit.end), max(say.start, hit.start)
    if end - start > _VOICE:
        return False
    if not any(start <= act.start < end for act in acts):
        return True
    others = [other for other in sentence.of("speaker") if other.start != hit.start]
    if say.start < hit.start or any(start <= other.start < say.end + _NEXT for other in others):
        return False
    return say.key in CONFIRMS or _PAUSE.search(folded, start, end) is None


def supposed(document: Document, sentence: Sentence, say: Hit) -> bool:
    """Whether a clause only supposes that somebody says so: "Should the governor confirm it, ..."."""
    if not sentence.has("stance", "condition"):
        return False
    folded = document.clean.folded
    opens = [sentence.start, *(mark.end() for mark in _CLAUSE.finditer(folded, sentence.start, say.start))]
    return any(0 <= word.start - opens[-1] <= 1 for word in sentence.of("stance", "condition"))


def _owns(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """An operator with a facility word of its own and no verb of saying: "the Lukoil refinery"."""
    if any(hit.start <= say.start < hit.end for say in sentence.of("saying")):
        return False
    named = sentence.of("site") if document.clean.text[hit.start].isupper() else []
    for site in (*sentence.of("facility"), *named):
        start, end = min(site.start, hit.start), max(site.end, hit.end)
        touches = max(site.start - hit.end, hit.start - site.end) <= _QUOTED
        if touches or _has(document, hit, site):
            says = sentence.of("saying")
            return not any(0 <= say.start - end <= 1 or 0 <= start - say.end <= 1 for say in says)
    return False


def _has(document: Document, hit: Hit, site: Hit) -> bool:
    """ "Rosneft's Saratov refinery"."""
    gap = document.clean.folded[hit.end : site.start]
    return gap.startswith("'s ") and len(gap) <= _BEFORE and not _PAUSE.search(gap)


# 2. What each of them says.


def voices(document: Document, sentence: Sentence) -> list[Voice]:
    """Everybody who speaks in a sentence, each with the clauses that are theirs."""
    hits = list(speaking(document, sentence))
    if not hits:
        return [Voice(hit, sentence) for hit in sentence.of("carried")]
    if len({hit.start for hit in hits}) == 1:
        return [Voice(hit, sentence) for hit in hits]
    return [
        Voice(hit, cut(sentence, spans))
        for own, spans in _territories(document, sentence, hits)
        for hit in own
    ]


def _territories(
    document: Document, sentence: Sentence, hits: Sequence[Hit]
) -> list[tuple[list[Hit], list[tuple[int, int]]]]:
    """Clauses by speaker: behind "the governor said that", or before ", the governor said"."""
    found: list[tuple[list[Hit], list[tuple[int, int]]]] = []
    pending: list[tuple[int, int]] = []
    open_ = False
    for start, end in clauses(document, sentence):
        own = [hit for hit in hits if start <= hit.start < end]
        if own and open_ and not any(_has_content(sentence, *span) for span in found[-1][1]):
            found[-1][0].extend(own)
            found[-1][1].append((start, end))
        elif own:
            bare = not _has_content(sentence, start, end)
            found.append((own, [*pending, (start, end)]))
            open_ = not (bare and pending)
            pending = []
        elif open_:
            found[-1][1].append((start, end))
        else:
            pending.append((start, end))
    if pending and found:
        found[-1][1].extend(pending)
    return found


def _has_content(sentence: Sentence, start: int, end: int) -> bool:
    tables = [*sentence.of("strike"), *sentence.of("effect"), *sentence.of("supply", "halted", "resumed")]
    return any(start <= hit.start < end for hit in tables)


def clauses(document: Document, sentence: Sentence) -> list[tuple[int, int]]:
    """The spans of a sentence between commas, semicolons, colons, brackets and dashes."""
    marks = [mark.end() for mark in _CLAUSE.finditer(document.clean.folded, sentence.start, sentence.end)]
    edges = [sentence.start, *marks, sentence.end]
    return [(start, end) for start, end in pairwise(edges) if start < end]


def cut(sentence: Sentence, spans: Sequence[tuple[int, int]]) -> Sentence:
    """The sentence with the hits of some spans only."""
    part = Sentence(sentence.number, sentence.start, sentence.end)
    for table, hits in sentence.hits.items():
        part.hits[table] = [hit for hit in hits if any(start <= hit.start < end for start, end in spans)]
    return part
