"""Who speaks where: bodies that speak rather than act or own, and what each of them says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tracker.extraction.harm import absent, negated
from tracker.extraction.scan import Document, Hit, Sentence
from tracker.extraction.speakers import speaker_name
from tracker.text.clean import fold

_SHORTEST = 4
_ENDINGS = r"\w{0,4}"
_VOICE = 90
_BEFORE, _BEHIND = 45, 30
_COLON, _HEADLINE = 60, 25
_QUOTED = 2
_OPENS = 16
_NOT, _NEXT = 12, 25
_KEPT = 2
_HEADING = 2
_LINE = 140
_PAUSE = re.compile(r"[.;:!?,]")
_QUOTE_ENDS = re.compile(r'[,.!?…]"|"(?:,| -)')
_STOP = re.compile(r"[.;:!?]")
_CLAUSE = re.compile(r"[,;:()]|\s-\s")
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


# 1. Voices that a document introduces once and hears again.


def hear_again(document: Document) -> None:
    """Adds a speaker wherever the surname of a person named before with an office stands alone, or speaks on.

    "The head of Naftogaz, Serhii Koretskyi, said" makes "Koretskyi confirmed" the word of the operator too;
    "He added" and the rest of a quotation are the word of whoever spoke before: those become `carried`.
    """
    known: dict[str, set[str]] = {}
    for sentence in document.sentences:
        for surname, keys in known.items():
            _mark(document, sentence, surname, keys)
        for hit in sentence.of("speaker"):
            name, start, end = speaker_name(document, sentence, hit)
            person = (start, end) != (hit.start, hit.end) and " " in name
            for word in name.split()[-1:] if person else []:
                if len(word) >= _SHORTEST:
                    known.setdefault(fold(word), set()).add(hit.key)
    _carry(document)


def _mark(document: Document, sentence: Sentence, surname: str, keys: set[str]) -> None:
    if document.clean.folded.find(surname[:-1], sentence.start, sentence.end) < 0:
        return
    pattern = re.compile(rf"(?<!\w){re.escape(surname[:-1])}{_ENDINGS}(?!\w)")
    for match in pattern.finditer(document.clean.folded, sentence.start, sentence.end):
        taken = any(hit.start < match.end() and match.start() < hit.end for hit in sentence.of("speaker"))
        if not taken and document.clean.text[match.start()].isupper():
            sentence.hits["speaker"] += [Hit(*match.span(), "speaker", key) for key in sorted(keys)]
            sentence.hits["speaker"].sort(key=lambda hit: hit.start)


def _carry(document: Document) -> None:
    """Marks sentences that go on in the voice of the one before: "He added", an open quotation."""
    last: Sequence[Hit] = ()
    said_at, quoting, told = -_KEPT, False, False
    for sentence in document.sentences:
        quotes = document.clean.folded.count('"', sentence.start, sentence.end)
        if spoken := tuple(speaking(document, sentence)):
            last = spoken
            told = any(sentence.has(table) for table in ("strike", "effect", "weapon"))
            said_at, quoting = sentence.number, quotes % 2 == 1
            continue
        if not last or sentence.number - said_at > _KEPT:
            continue
        goes_on = told and _goes_on(document, sentence, last)
        reported = _is_reported(document, sentence.start, sentence.end)
        if quoting or reported or goes_on or _speaks_on(document, sentence):
            sentence.hits["carried"] = list(last)
            said_at = sentence.number
            quoting = quoting != (quotes % 2 == 1)


def _goes_on(document: Document, sentence: Sentence, last: Sequence[Hit]) -> bool:
    """Whether the sentence stands in the same paragraph as the one before and tells of harm or an attack.

    Not where both sides spoke last, nor where a local voice spoke and the sentence opens on another place.
    """
    before = document.sentences[sentence.number - 1]
    sides = {hit.key for hit in last if hit.key.startswith("attacker_")}
    if sentence.has("hedge", "background") or sentence.has("speaker", "media") or len(sides) > 1:
        return False
    if not sides and _opens_on_a_place(document, sentence):
        return False
    return "\n" not in document.clean.folded[before.end : sentence.start] and (
        sentence.has("strike") or sentence.has("effect")
    )


def _opens_on_a_place(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence begins "In Sumy ...": a preposition and a name."""
    first, _, rest = document.clean.text[sentence.start : sentence.end].partition(" ")
    return rest[:1].isupper() and fold(first) in document.lexicon.near


def _speaks_on(document: Document, sentence: Sentence) -> bool:
    """A verb of saying at the beginning or right behind a quotation, with nobody named: "He added"."""
    return any(
        (say.start - sentence.start <= _OPENS and not _names_a_side(sentence, say))
        or '"' in document.clean.folded[max(0, say.start - 8) : say.start]
        for say in sentence.of("saying", "say", "claim", "confirm", "deny")
    )


def _names_a_side(sentence: Sentence, say: Hit) -> bool:
    """Whether a side stands before a verb of saying: in "Russia reports" it speaks and nobody goes on."""
    return any(side.end <= say.start for side in sentence.of("side"))


def author_of(document: Document) -> Sentence | None:
    """The heading that names whose text this is: "General Staff", "The governor, on Telegram:"."""
    for sentence in document.sentences[:_HEADING]:
        if sentence.has("speaker"):
            return sentence if _is_heading(document, sentence) else None
        if sentence.has("strike") or sentence.has("effect"):
            return None
    return None


def _is_heading(document: Document, sentence: Sentence) -> bool:
    folded = document.clean.folded
    if folded.startswith(":", sentence.end - 1):
        return True
    for hit in sentence.of("speaker"):
        colon = folded.find(":", hit.end, min(hit.end + _HEADLINE, sentence.end))
        if colon >= 0 and not any(hit.end <= act.start < colon for act in sentence.of("strike")):
            return True
    ends = folded.startswith(".", sentence.end - 1) and not _ends_line(folded, sentence)
    return not (ends or sentence.has("strike") or sentence.has("effect"))


def _ends_line(folded: str, sentence: Sentence) -> bool:
    """Whether what stands on the sentence's line is a heading: a short line of its own."""
    end = folded.find("\n", sentence.start)
    return 0 <= end - sentence.start <= _LINE


# 2. Who of those named speaks.


def speaking(document: Document, sentence: Sentence) -> Iterator[Hit]:
    """The speakers of a sentence that speak in it, in order."""
    acts = sentence.of("strike")
    for hit in sentence.of("speaker"):
        no_body = hit.key == "occupier" or any(act.start <= hit.start < act.end for act in acts)
        if not no_body and _speaks(document, sentence, hit):
            yield hit


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
    return _is_credited(document, sentence, hit) or _introduces(document, sentence, hit)


def _is_reported(document: Document, start: int, end: int) -> bool:
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
    if not _is_reported(document, sentence.start, sentence.end):
        return False
    spans = clauses(document, sentence)
    own = next(at for at, (start, end) in enumerate(spans) if start <= hit.start < end)
    start, end = spans[own]
    if _is_reported(document, start, end) or len(document.clean.folded[start:end].split()) > _BRIEF:
        return False
    return any(_is_reported(document, *span) for span in spans[max(0, own - 1) : own + 2])


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
    if say.key == "confirm" and absent(document, sentence, say):
        return False
    start, end = min(say.end, hit.end), max(say.start, hit.start)
    if end - start > _VOICE:
        return False
    if not any(start <= act.start < end for act in acts):
        return True
    others = [other for other in sentence.of("speaker") if other.start != hit.start]
    if say.start < hit.start or any(start <= other.start < say.end + _NEXT for other in others):
        return False
    return say.key == "confirm" or _PAUSE.search(folded, start, end) is None


def _owns(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """An operator with a facility word of its own and no verb of saying: "the Lukoil refinery"."""
    if any(hit.start <= say.start < hit.end for say in sentence.of("saying")):
        return False
    for site in sentence.of("facility"):
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


# 3. What each of them says.


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
