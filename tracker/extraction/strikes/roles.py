"""Who struck, and who says so: the parts that people and bodies play in a report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tracker.extraction.harm import absent, harm, harm_of_site, is_tally, negated, no_harm
from tracker.extraction.scan import Document, Hit, Sentence
from tracker.extraction.speakers import speaker_name, subject_of
from tracker.extraction.strikes.acts import attacks
from tracker.extraction.strikes.scope import Scope
from tracker.extraction.strikes.voices import CONFIRMS, Voice, speaking, supposed, voices
from tracker.model import Evidence, Status

_REACH = 45
_APPOSED = 40
_NOBODY = 30
_LEAD = 2
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
    harmed: bool = False
    """Whether the struck side tells of harm or a stop, and not only that it was attacked."""
    repelled: bool = False
    """Whether the struck side says that the attack was repelled, or denies it."""

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


def strikes_back(document: Document, sentence: Sentence, holder: str | None) -> bool:
    """Whether only the struck side attacks in a sentence: "Russia for its part goes on striking Ukraine"."""
    acts = sentence.of("strike", "attack")
    walls = [*sentence.of("facility"), *sentence.of("saying"), *sentence.of("strike", "repelled")]
    sides = set()
    for side in sentence.of("side"):
        act = next((hit for hit in acts if 0 <= hit.start - side.end <= _REACH), None)
        if act is None or any(side.end <= wall.start < act.start for wall in walls):
            continue
        if re.search(r"[;:]|\s-\s", document.clean.folded[side.end : act.start]):
            continue
        if side.start == sentence.start or act.start - side.end <= 1:
            sides.add(side.key)
    return sides == {holder}


# 2. Who says so.


def occupied(scope: Scope, holder: str | None) -> bool:
    """Whether a target in Ukraine is told to be in the occupier's hands: "in occupied Tokmak"."""
    return holder == "UA" and any(part.has("speaker", "occupier") for part in (*scope.own, *scope.near))


def attribute(
    document: Document, scope: Scope, attacker: str, holder: str | None, *, alone: bool = True
) -> Attribution:
    """Who claims, confirms and denies a strike in the parts of the text that speak of it.

    `alone`: the text tells of no other strike.
    """
    found = Attribution()
    numbers = {part.number for part in scope.parts}
    follow = {part.number + 1 for part in scope.own}
    for part in scope.parts:
        own = part in scope.own
        if not own and is_tally(document, part):
            continue
        last: Hit | None = None
        heard = voices(document, part)
        if not heard and part not in scope.wide:
            _admitted(document, part, attacker, found, own=own)
        for voice in heard:
            if _part(voice.hit.key, attacker, holder) is None:
                continue
            same, last = _same_voice(document, last, voice.hit), voice.hit
            if same or (not alone and _is_of_others(document, part, voice, scope)):
                continue
            said = _what_it_means(document, voice, numbers)
            _place(document, Voice(voice.hit, said), attacker, holder, found, own=own)
            if not own and part.number in follow and (after := _speaks_after(voice, attacker, holder)):
                _add(after, document, part, voice.hit, found)
    _settle(found)
    return found


def attribute_to_author(
    document: Document, author: Sentence, scope: Scope, attacker: str, holder: str | None, *, alone: bool
) -> Attribution:
    """What the author of a communiqué or post says of a strike that quotes nobody else.

    A buyer of what is pumped speaks of the one strike of a text, and not of others that it recalls.
    """
    found = Attribution()
    for hit in author.of("speaker"):
        part = _part(hit.key, attacker, holder)
        if part == "attacker":
            _add("claimed_by", document, author, hit, found)
        elif part == "struck" and (alone or hit.key != "buyer"):
            denies = all(_stance(document, sentence, own=True) == _DENIES for sentence in scope.own)
            denies = denies and not any(harm_of_site(document, part) for part in scope.close)
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
        elif stance == _ADMITS or own or voice.said.has("saying", "claim", *CONFIRMS):
            _add("claimed_by", document, voice.said, voice.hit, found)
    elif part == "struck" and stance == _ADMITS and not _is_aside(voice) and _is_owned_up(document, voice):
        found.harmed |= bool(harm_of_site(document, voice.said)) or voice.said.has("supply", "halted")
        found.harmed |= voice.said.has("saying", *CONFIRMS)
        _add("confirmed_by", document, voice.said, voice.hit, found)
    elif part == "struck" and stance == _DENIES and voice.hit.key != "buyer":
        found.repelled |= voice.said.has("strike", "repelled") or voice.said.has("stance", "attempt")
        found.repelled |= voice.said.has("saying", "deny")
        _add("denied_by", document, voice.said, voice.hit, found)


def _is_of_others(document: Document, part: Sentence, voice: Voice, scope: Scope) -> bool:
    """Whether what the struck side says is of another strike of the text, where somebody told of this one.

    So it is in a later paragraph, and in a headline where media alone tell of this strike.
    """
    if voice.hit.key.startswith("attacker_") or part in scope.close or part in scope.own:
        return False
    tellers = {hit.key for own in scope.own for hit in speaking(document, own)}
    if part in scope.near:
        return bool(tellers)
    return part.number < _LEAD and bool(tellers) and tellers <= {"media", "independent"}


def _admitted(document: Document, part: Sentence, attacker: str, found: Attribution, *, own: bool) -> None:
    """Adds whoever admits without an office that we know: "In Orenburg they have admitted the damage"."""
    told_by_others = part.has("speaker", "media", "independent")
    if told_by_others or any(negated(document, part, hit, _NOBODY) for hit in part.of("speaker")):
        return
    if _stance(document, part, own=own) != _ADMITS:
        return
    for say in part.of("saying", "admit"):
        start, end = subject_of(document, part, say)
        enemy = any(start <= side.start < say.start and side.key == attacker for side in part.of("side"))
        if (
            enemy
            or supposed(document, part, say)
            or negated(document, part, say)
            or absent(document, part, say)
        ):
            continue
        found.harmed |= bool(harm_of_site(document, part))
        found.confirmed_by.append(document.clean.text[start:end])
        found.evidence.append(document.clean.evidence("confirmed_by", start, end))
        return


def _is_owned_up(document: Document, voice: Voice) -> bool:
    """Whether an army confirms its loss: it does so by harm or by the word, not by what it shot down."""
    if not voice.hit.key.startswith("attacker_"):
        return True
    shot = voice.said.has("strike", "repelled")
    return not shot or bool(harm_of_site(document, voice.said)) or voice.said.has("saying", *CONFIRMS)


def _part(role: str, attacker: str, holder: str | None) -> str | None:
    """`attacker` or `struck`: which side of this strike a speaker speaks for."""
    if role in ("operator", "independent", "buyer"):
        return "struck"
    if role == f"attacker_{attacker}":
        return "attacker"
    if role.startswith(("authority_", "attacker_")) and role.endswith(f"_{holder}"):
        return "struck"
    return None


def _speaks_after(voice: Voice, attacker: str, holder: str | None) -> str | None:
    """What it means that a side speaks right after of what follows from a strike, and denies nothing."""
    part = _part(voice.hit.key, attacker, holder)
    works = voice.hit.key == "operator" and (voice.said.has("flow", "output") or voice.said.has("supply"))
    struck = part == "struck" and (voice.hit.key.startswith("authority_") or works)
    other = (
        ("stance", "silent"),
        ("supply", "unaffected"),
        ("flow", "steady"),
        ("strike",),
        ("weapon",),
        ("effect",),
        ("saying", "deny"),
        ("hedge", "negation"),
        ("hedge", "plan"),
    )
    if any(voice.said.has(*what) for what in other):
        return None
    return "claimed_by" if part == "attacker" else "confirmed_by" if struck else None


def _is_aside(voice: Voice) -> bool:
    """A buyer who says nothing of a stop or of the attack: prices, plans, politics; or that all flows."""
    if voice.hit.key not in ("buyer", "operator"):
        return False
    said = voice.said
    if said.has("supply", "unaffected") and not said.has("supply", "halted"):
        return True
    if voice.hit.key == "operator":
        return False
    return not (said.has("supply", "halted", "resumed") or said.has("strike", "attack"))


def _what_it_means(document: Document, voice: Voice, numbers: set[int]) -> Sentence:
    """What a voice says; "this was confirmed by the governor" says what the sentence before told."""
    said = voice.said
    confirms = any(not negated(document, said, hit) for hit in said.of("saying", *CONFIRMS))
    points_back = said.has("saying", "this") or confirms
    if not points_back or said.number - 1 not in numbers or _tells(document, said):
        return said
    before = document.sentences[said.number - 1]
    whole = Sentence(said.number, said.start, said.end)
    for table in ("strike", "effect", "weapon", "facility", "site", "supply"):
        whole.hits[table] = before.of(table)
    whole.hits["hedge"] = [*before.of("hedge"), *said.of("hedge")]
    whole.hits["saying"], whole.hits["speaker"] = said.of("saying"), said.of("speaker")
    return whole


def _tells(document: Document, said: Sentence) -> bool:
    return said.has("strike") or bool(harm(document, said)) or bool(no_harm(document, said))


def _stance(document: Document, said: Sentence, *, own: bool) -> str | None:
    """Whether words admit an attack, its harm or a stop, or deny them; None when they do neither."""
    denials = [hit for hit in said.of("saying", "deny") if not negated(document, said, hit)]
    if said.has("hedge", "unreal"):
        return _DENIES if denials else None
    if any(not negated(document, said, hit) for hit in said.of("hedge", "accident")):
        return _DENIES if denials else None
    told = [hit for hit in harm_of_site(document, said) if not _is_denied(document, said, hit, denials)]
    harmless = no_harm(document, said)
    confirms = any(not negated(document, said, hit) for hit in said.of("saying", *CONFIRMS))
    if told and (confirms or not harmless or any(hit.key != "debris" for hit in told)):
        return _ADMITS
    if denials or harmless:
        return _DENIES
    if said.has("strike", "repelled") or said.has("stance", "attempt"):
        return _DENIES if own or said.has("facility") or said.has("site") else None
    stops = said.of("supply", "halted", "resumed")
    stopped = any(not (negated(document, said, hit) or absent(document, said, hit)) for hit in stops)
    return _ADMITS if attacks(document, said) or stopped or confirms else None


def _is_denied(document: Document, said: Sentence, harm: Hit, denials: Sequence[Hit]) -> bool:
    """ "Rejects claims that drones set it on fire": told behind a denial, with no turn such as "but"."""
    turns = [hit.start for hit in said.of("flow", "contrast")]
    for deny in denials:
        gap = document.clean.folded[deny.end : harm.start]
        if gap and not re.search(r"[.;:!?]", gap) and not any(deny.end <= at < harm.start for at in turns):
            return True
    return False


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
    """Nobody confirms what they claim, or denies what they confirm; repelled without harm means denied."""
    found.confirmed_by = [name for name in found.confirmed_by if name not in found.claimed_by]
    if found.denied_by and found.repelled and not found.harmed:
        found.confirmed_by = []
    found.denied_by = [name for name in found.denied_by if name not in found.confirmed_by]
