"""Who struck, and who says so: the parts that people and bodies play in a report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tracker.extraction.acts import attacks
from tracker.extraction.harm import absent, harm_of_site, is_tally, negated, no_harm
from tracker.extraction.scan import Document, Hit, Sentence
from tracker.extraction.scope import Scope
from tracker.extraction.speakers import speaker_name
from tracker.extraction.voices import Voice, voices
from tracker.model import Evidence, Status

_REACH = 45
_APPOSED = 40
_ADMITS, _DENIES = "admits", "denies"


@dataclass(slots=True)
class Attribution:
    """Who stands behind a strike, in the order of the text, with the spans that say so."""

    claimed_by: list[str] = field(default_factory=list)
    confirmed_by: list[str] = field(default_factory=list)
    denied_by: list[str] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    disowned: bool = False
    """Whether the attacking side says that it was not its attack."""

    @property
    def status(self) -> Status:
        """Confirmed over denied over claimed over reported."""
        if self.confirmed_by:
            return Status.CONFIRMED
        if self.denied_by:
            return Status.DENIED
        return Status.CLAIMED if self.claimed_by else Status.REPORTED


# 1. Who struck.


def attacker_of(
    document: Document, sentences: Iterable[Sentence], holder: str | None
) -> tuple[str, Evidence | None]:
    """The attacking side and the words that say it, else the enemy of whoever holds the target.

    `holder` is the side that holds the target: its country, or the occupier where it is occupied.
    """
    votes: Counter[str] = Counter()
    first: dict[str, Evidence] = {}
    for sentence in sentences:
        for side, start, end in _sides_before_attacks(document, sentence):
            if side != holder:
                votes[side] += 1
                first.setdefault(side, document.clean.evidence("attacker", start, end))
    if votes:
        side = max(votes, key=lambda code: (votes[code], code))
        return side, first[side]
    return {"RU": "UA", "UA": "RU"}.get(holder or "", "unknown"), None


def _sides_before_attacks(document: Document, sentence: Sentence) -> Iterable[tuple[str, int, int]]:
    """A side whose next words are a weapon or an attack: "Ukrainian drones", "Russia struck"."""
    acts = sorted([*sentence.of("strike", "attack"), *sentence.of("weapon")], key=lambda hit: hit.start)
    walls = [*sentence.of("facility"), *sentence.of("saying")]
    for side in sentence.of("side"):
        act = next((hit for hit in acts if 0 <= hit.start - side.end <= _REACH), None)
        if act is None or any(side.end <= wall.start < act.start for wall in walls):
            continue
        if re.search(r"[.;:!?,]", document.clean.folded[side.end : act.start]):
            continue
        yield side.key, side.start, act.end


# 2. Who says so.


def occupied(scope: Scope, holder: str | None) -> bool:
    """Whether a target in Ukraine is told to be in the occupier's hands: "in occupied Tokmak"."""
    return holder == "UA" and any(part.has("speaker", "occupier") for part in (*scope.own, *scope.near))


def attribute(document: Document, scope: Scope, attacker: str, holder: str | None) -> Attribution:
    """Who claims, confirms and denies a strike in the parts of the text that speak of it."""
    found = Attribution()
    numbers = {part.number for part in scope.parts}
    follow = {part.number + 1 for part in scope.own}
    for part in scope.parts:
        own = part in scope.own
        if not own and is_tally(document, part):
            continue
        last: Hit | None = None
        for voice in voices(document, part):
            if _part(voice.hit.key, attacker, holder) is None:
                continue
            same, last = _same_voice(document, last, voice.hit), voice.hit
            if same:
                continue
            said = _what_it_means(document, voice, numbers)
            _place(document, Voice(voice.hit, said), attacker, holder, found, own=own)
            if not own and part.number in follow and _speaks_after(voice, attacker, holder):
                _add("confirmed_by", document, part, voice.hit, found)
    _settle(found)
    return found


def attribute_to_author(
    document: Document, author: Sentence, own: Sequence[Sentence], attacker: str, holder: str | None
) -> Attribution:
    """What the author of a communiqué or post says of a strike that quotes nobody else."""
    found = Attribution()
    for hit in author.of("speaker"):
        part = _part(hit.key, attacker, holder)
        if part == "attacker":
            _add("claimed_by", document, author, hit, found)
        elif part == "struck":
            denies = all(_stance(document, sentence, own=True) == _DENIES for sentence in own)
            _add("denied_by" if denies else "confirmed_by", document, author, hit, found)
    _settle(found)
    return found


def _place(
    document: Document, voice: Voice, attacker: str, holder: str | None, found: Attribution, *, own: bool
) -> None:
    """Adds a voice to those who claim, confirm or deny; nowhere when it says nothing of the attack."""
    part = _part(voice.hit.key, attacker, holder)
    stance = _stance(document, voice.said, own=own)
    if part == "attacker":
        if stance == _DENIES and voice.said.has("saying", "deny"):
            found.disowned = True
        elif stance == _ADMITS or own or voice.said.has("saying", "claim", "confirm"):
            _add("claimed_by", document, voice.said, voice.hit, found)
    elif part == "struck" and stance == _ADMITS and not _is_aside(voice):
        _add("confirmed_by", document, voice.said, voice.hit, found)
    elif part == "struck" and stance == _DENIES and voice.hit.key != "buyer":
        _add("denied_by", document, voice.said, voice.hit, found)


def _part(role: str, attacker: str, holder: str | None) -> str | None:
    """`attacker` or `struck`: which side of this strike a speaker speaks for."""
    if role in ("operator", "independent", "buyer"):
        return "struck"
    if role == f"attacker_{attacker}":
        return "attacker"
    if role.startswith(("authority_", "attacker_")) and role.endswith(f"_{holder}"):
        return "struck"
    return None


def _speaks_after(voice: Voice, attacker: str, holder: str | None) -> bool:
    """An authority of the struck side that speaks right after of what follows from it, and denies nothing."""
    struck = _part(voice.hit.key, attacker, holder) == "struck" and voice.hit.key.startswith("authority_")
    other = (
        ("strike",),
        ("weapon",),
        ("effect",),
        ("saying", "deny"),
        ("hedge", "negation"),
        ("hedge", "plan"),
    )
    return struck and not any(voice.said.has(*what) for what in other)


def _is_aside(voice: Voice) -> bool:
    """A buyer who says nothing of a stop or of the attack: prices, plans, politics."""
    if voice.hit.key != "buyer":
        return False
    return not (voice.said.has("supply", "halted", "resumed") or voice.said.has("strike", "attack"))


def _what_it_means(document: Document, voice: Voice, numbers: set[int]) -> Sentence:
    """What a voice says; "this was confirmed by the governor" says what the sentence before told."""
    said = voice.said
    points_back = said.has("saying", "this") or said.has("saying", "confirm")
    if not points_back or said.number - 1 not in numbers or _tells(said):
        return said
    before = document.sentences[said.number - 1]
    whole = Sentence(said.number, said.start, said.end)
    for table in ("strike", "effect", "weapon", "facility", "site", "supply", "hedge"):
        whole.hits[table] = before.of(table)
    whole.hits["saying"], whole.hits["speaker"] = said.of("saying"), said.of("speaker")
    return whole


def _tells(sentence: Sentence) -> bool:
    return any(sentence.has(table) for table in ("strike", "effect"))


def _stance(document: Document, said: Sentence, *, own: bool) -> str | None:
    """Whether words admit an attack, its harm or a stop, or deny them; None when they do neither."""
    if harm_of_site(document, said):
        return _ADMITS
    denial = any(not negated(document, said, hit) for hit in said.of("saying", "deny"))
    if denial or no_harm(document, said):
        return _DENIES
    if said.has("strike", "repelled"):
        return _DENIES if own or said.has("facility") or said.has("site") else None
    stops = said.of("supply", "halted", "resumed")
    stopped = any(not (negated(document, said, hit) or absent(document, said, hit)) for hit in stops)
    confirms = any(not negated(document, said, hit) for hit in said.of("saying", "confirm"))
    return _ADMITS if attacks(document, said) or stopped or confirms else None


def _same_voice(document: Document, last: Hit | None, hit: Hit) -> bool:
    """An apposition of the speaker before: "the commander, Robert Brovdy, also known as Magyar"."""
    if last is None or last.key.split("_")[0] != hit.key.split("_")[0]:
        return False
    gap = document.clean.folded[last.end : hit.start]
    return len(gap) <= _APPOSED and not any(f" {phrase} " in gap for phrase in document.lexicon.join)


def _add(which: str, document: Document, sentence: Sentence, hit: Hit, found: Attribution) -> None:
    name, start, end = speaker_name(document, sentence, hit)
    names: list[str] = getattr(found, which)
    if any(name in other or other in name for other in names):
        return
    names.append(name)
    found.evidence.append(document.clean.evidence(which, start, end))


def _settle(found: Attribution) -> None:
    """Nobody confirms what they claim, or denies what they confirm."""
    found.confirmed_by = [name for name in found.confirmed_by if name not in found.claimed_by]
    found.denied_by = [name for name in found.denied_by if name not in found.confirmed_by]
