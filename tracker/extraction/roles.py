"""Who struck, and who says so: the parts that people and bodies play in a report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from tracker.extraction.scan import Document, Hit, Sentence
from tracker.model import Evidence, Status
from tracker.text.clean import fold
from tracker.text.letters import UPPER

_REACH = 45
_VOICE = 90
_APPOSED = 40
_NAMED = 50
_BODIES = frozenset({"operator", "independent", "media"})
"""Speakers that are no persons: in "Uneča Slovnaft" stands no first name."""
_SHOT = 40
_NEGATED = 32
_PARTICLE = r"(?:(?:de|di|da|van|al|el|bin|la|le) )?"
_PERSON = re.compile(rf"[{UPPER}][\w'’ʼ-]+(?: {_PARTICLE}[{UPPER}][\w'’ʼ-]+){{1,2}}")


@dataclass(slots=True)
class Attribution:
    """Who stands behind a strike, in the order of the text, with the spans that say so."""

    claimed_by: list[str] = field(default_factory=list)
    confirmed_by: list[str] = field(default_factory=list)
    denied_by: list[str] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)

    @property
    def status(self) -> Status:
        """Confirmed over denied over claimed over reported."""
        if self.confirmed_by:
            return Status.CONFIRMED
        if self.denied_by:
            return Status.DENIED
        return Status.CLAIMED if self.claimed_by else Status.REPORTED


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


def attribute(
    document: Document, sentences: Iterable[Sentence], own: Collection[int], attacker: str, holder: str | None
) -> Attribution:
    """Who claims, confirms and denies; `own` are the numbers of the sentences that name the target."""
    found = Attribution()
    for sentence in sentences:
        if not sentence.has("saying") and not sentence.has("speaker", "independent"):
            continue
        if sentence.number not in own and is_tally(document, sentence):
            continue
        last: Hit | None = None
        for hit in sentence.of("speaker"):
            part = _part(hit.key, attacker, holder)
            if part is None or _is_object(document, sentence, hit) or _is_aside(sentence, hit):
                continue
            same, last = _same_voice(document, last, hit), hit
            if same:
                continue
            if part == "struck":
                _add(
                    found.denied_by if _denies(document, sentence) else found.confirmed_by,
                    document,
                    sentence,
                    hit,
                    found,
                )
            else:
                _add(found.claimed_by, document, sentence, hit, found)
    found.confirmed_by = [name for name in found.confirmed_by if name not in found.claimed_by]
    return found


def attribute_to_author(
    document: Document, author: Sentence, own: Sequence[Sentence], attacker: str, holder: str | None
) -> Attribution:
    """What the author of a communiqué or post says of a strike that quotes nobody else."""
    found = Attribution()
    for hit in author.of("speaker"):
        part = _part(hit.key, attacker, holder)
        if part == "attacker":
            _add(found.claimed_by, document, author, hit, found)
        elif part == "struck":
            denies = all(_denies(document, sentence) for sentence in own)
            _add(found.denied_by if denies else found.confirmed_by, document, author, hit, found)
    return found


def _is_aside(sentence: Sentence, hit: Hit) -> bool:
    """A buyer who says nothing of a stop or of the attack: prices, plans, politics."""
    if hit.key != "buyer":
        return False
    return not (sentence.has("supply", "halted") or sentence.has("strike", "attack"))


def _same_voice(document: Document, last: Hit | None, hit: Hit) -> bool:
    """An apposition of the speaker before: "the commander, Robert Brovdy, also known as Magyar"."""
    if last is None or last.key.split("_")[0] != hit.key.split("_")[0]:
        return False
    gap = document.clean.folded[last.end : hit.start]
    return len(gap) <= _APPOSED and not any(f" {phrase} " in gap for phrase in document.lexicon.join)


def _part(role: str, attacker: str, holder: str | None) -> str | None:
    """`attacker` or `struck`: which side of this strike a speaker speaks for."""
    if role in ("operator", "independent", "buyer"):
        return "struck"
    if role == f"attacker_{attacker}":
        return "attacker"
    if role.startswith(("authority_", "attacker_")) and role.endswith(f"_{holder}"):
        return "struck"
    return None


def _is_object(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """A body that acts or owns rather than speaks: no verb of saying near, or an attack between them."""
    if hit.key == "independent":
        return False
    if hit.key == "operator" and _owns(sentence, hit):
        return True
    for say in sentence.of("saying"):
        start, end = min(say.end, hit.end), max(say.start, hit.start)
        acts = [*sentence.of("strike", "attack"), *sentence.of("weapon")]
        if end - start <= _VOICE and not any(start <= act.start < end for act in acts):
            return False
    return True


def _owns(sentence: Sentence, hit: Hit) -> bool:
    """An operator that touches a facility word and no verb of saying: "the Lukoil refinery"."""
    for site in sentence.of("facility"):
        start, end = min(site.start, hit.start), max(site.end, hit.end)
        if max(site.start - hit.end, hit.start - site.end) <= 1:
            says = sentence.of("saying")
            return not any(0 <= say.start - end <= 1 or 0 <= start - say.end <= 1 for say in says)
    return False


def harm(document: Document, sentence: Sentence) -> list[Hit]:
    """Effects that the sentence tells of: not negated, and not of the drones ("destroyed 40 drones")."""
    weapons = sentence.of("weapon")
    found = []
    for hit in sentence.of("effect"):
        shot = hit.key == "damage" and any(_counted(document, hit, arm) for arm in weapons)
        if hit.key != "none" and not shot and not negated(document, sentence, hit):
            found.append(hit)
    return found


def _counted(document: Document, hit: Hit, arm: Hit) -> bool:
    """Whether a number stands between the two words: what was destroyed is weapons by number."""
    gap = document.clean.folded[hit.end : arm.start] if 0 <= arm.start - hit.end <= _SHOT else ""
    return any(word.isdigit() or word in document.lexicon.numbers for word in gap.split())


def is_tally(document: Document, sentence: Sentence) -> bool:
    """Drones counted as shot down, with no word of a target: says nothing of this strike."""
    shot = sentence.has("strike", "repelled") or sentence.has("effect", "damage")
    told = sentence.has("facility") or sentence.has("effect", "none") or harm(document, sentence)
    return shot and not told


def _denies(document: Document, sentence: Sentence) -> bool:
    found = harm(document, sentence)
    if sentence.has("saying", "deny") and not found:
        return True
    return not found and (sentence.has("strike", "repelled") or sentence.has("effect", "none"))


def negated(document: Document, sentence: Sentence, hit: Hit, reach: int = _NEGATED) -> bool:
    """Whether a negation stands right before a hit: "no casualties", "was not damaged"."""
    for no in sentence.of("hedge", "negation"):
        if 0 <= hit.start - no.end <= reach and not re.search(
            r"[.;:!?,]", document.clean.folded[no.end : hit.start]
        ):
            return True
    return False


def _add(names: list[str], document: Document, sentence: Sentence, hit: Hit, found: Attribution) -> None:
    name, start, end = speaker_name(document, sentence, hit)
    if any(name in other or other in name for other in names):
        return
    names.append(name)
    which = (
        "claimed_by"
        if names is found.claimed_by
        else "denied_by"
        if names is found.denied_by
        else "confirmed_by"
    )
    found.evidence.append(document.clean.evidence(which, start, end))


def speaker_name(document: Document, sentence: Sentence, hit: Hit) -> tuple[str, int, int]:
    """The person named beside an office, else the office or body as printed; with its span."""
    text = document.clean.text
    person = text[hit.start].isupper() and hit.key not in _BODIES
    if person and (whole := _whole_name(document, sentence, hit)):
        return whole
    for after in _PERSON.finditer(text, hit.end, sentence.end):
        gap = text[hit.end : after.start()]
        if len(gap) > _NAMED or re.search(r"[.;:!?]", gap) or gap.count(",") > 1:
            break
        if _acts(sentence, hit.end, after.start()):
            break
        for start in () if _names_place(document, after.group()) else _starts(after):
            if not _holds_body(sentence, start, after.end()):
                return text[start : after.end()], start, after.end()
    return text[hit.start : hit.end], hit.start, hit.end


def _whole_name(document: Document, sentence: Sentence, hit: Hit) -> tuple[str, int, int] | None:
    """A surname's first name: "Robert Brovdy" for the hit "Brovdy"."""
    text = document.clean.text
    for match in _PERSON.finditer(text, max(sentence.start, hit.start - 40), min(sentence.end, hit.end + 40)):
        if (
            match.start() < hit.start
            and not _names_place(document, match.group())
            and match.end() == hit.end
            and not _holds_body(sentence, match.start(), hit.start)
            and not any(match.start() < say.end and say.start < hit.start for say in sentence.of("saying"))
        ):
            return match.group(), match.start(), match.end()
    return None


def _starts(person: re.Match[str]) -> tuple[int, ...]:
    """Where a name of three words may begin: "Denisa Sakova" in "minister Słowacji Denisa Sakova"."""
    first, _, rest = person.group().partition(" ")
    return (person.start(), person.start() + len(first) + 1) if " " in rest else (person.start(),)


def _acts(sentence: Sentence, start: int, end: int) -> bool:
    """Whether an attack stands between an office and a name: then the name is another's."""
    return any(start <= act.start < end for act in sentence.of("strike", "attack"))


def _names_place(document: Document, name: str) -> bool:
    """Whether a name begins with a word of place or an article: "Region Samara", "Der Generalstab"."""
    places = document.lexicon.filler | document.lexicon.near
    return fold(name).split(" ", 1)[0] in {word for phrase in places for word in phrase.split()}


def _holds_body(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the span names a side, a country, a facility or another body rather than a person."""
    hits: Sequence[Hit] = [
        *sentence.of("side"),
        *sentence.of("country"),
        *sentence.of("facility"),
        *sentence.of("dates"),
    ]
    return any(hit.start < end and start < hit.end for hit in hits)
