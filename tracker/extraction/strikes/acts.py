"""Whether a sentence tells of an attack that happened: its verbs, hedges, and the list it stands in."""

from __future__ import annotations

import re
from functools import cache

from tracker.extraction.harm import is_tally, negated
from tracker.extraction.scan import Document, Hit, Sentence

_PLAN_REACH = 60
_BULLET = re.compile(r"[ \t]*(?:[•▪●◦‣■□◾🔹🔸➡✅*·–—-][\ufe0f]?|\d{1,2}[.)])[ \t]+\S")
_FRAGMENT, _DATELINE = 90, 45
_LEAD = 3
_LANDMARK = 45
_ANOTHER = 15
_TOWARDS = re.compile(r"\s(?:felé|irányába)\b")
"""Hungarian for heading for a place."""
_WHICH = re.compile(
    r",\s(?:(?:через|из|с|від|з|za|od|z|von|durch)\s)?"
    r"(?:як(?:а|ий|е|і|ої|ого|у|ою|им|их)|котор\w+|котр\w+|któr\w+|kter\w+|ktor\w+|amely\w*|which)\b"
)
_FOR = re.compile(r"\s(?:для|for|pre|pro|dla|für)\s(?:\w+\s)?")
_CLAUSE_ENDS = re.compile(r"[,.;:!?]|\s-\s")
_DISTANCE = re.compile(
    r"\d\s?(?:m|km|м|км|met\w*|kilom\w*|метр\w*|кілом\w*|килом\w*|meter\w*|yard\w*|méter\w*)\b"
)


def attacks(document: Document, sentence: Sentence) -> list[Hit]:
    """Words of attack that are not negated and not merely planned or feared."""
    plans = sentence.of("hedge", "plan")
    found = []
    for hit in sentence.of("strike", "attack"):
        if negated(document, sentence, hit) or _denied_behind(document, sentence, hit):
            continue
        if any(plan.start <= hit.start and hit.start - plan.end <= _PLAN_REACH for plan in plans):
            continue
        found.append(hit)
    return found


def _denied_behind(document: Document, sentence: Sentence, hit: Hit) -> bool:
    """Whether a negation right behind ends the clause: "the refinery was hit not", as Czech puts it."""
    folded = document.clean.folded
    return any(
        0 <= no.start - hit.end <= 1 and _CLAUSE_ENDS.match(folded, no.end)
        for no in sentence.of("hedge", "negation")
    )


def is_no_event(document: Document, sentence: Sentence) -> bool:
    """Accidents, films, matches and mere plans, unless weapons or attackers stand beside them."""
    if sentence.has("hedge", "unreal"):
        return True
    armed = sentence.has("weapon") or bool(attacks(document, sentence))
    if sentence.has("hedge", "plan") and not attacks(document, sentence):
        return not sentence.has("effect") or not sentence.has("weapon")
    if sentence.has("hedge", "fiction") and not sentence.has("weapon"):
        return True
    return sentence.has("hedge", "accident") and not armed


def tells_of_attack(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence, whatever its target, tells of an attack."""
    if sentence.has("hedge", "background") or is_no_event(document, sentence):
        return False
    if attacks(document, sentence):
        return True
    armed = any(not negated(document, sentence, hit) for hit in sentence.of("weapon"))
    return armed and not is_tally(document, sentence)


def tells_of_accident(document: Document) -> bool:
    """Whether a text opens with an accident and no weapon: attacks that it recalls lend no effects to it."""
    lead = document.sentences[:_LEAD]
    return any(one.has("hedge", "accident") for one in lead) and not any(one.has("weapon") for one in lead)


def is_landmark(document: Document, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a facility only says where else was hit: "a house near the depot", "500 m from it"."""
    folded = document.clean.folded
    lead = folded[max(sentence.start, start - _LANDMARK) : start]
    behind = folded[end : end + _LANDMARK]
    if document.lexicon.lang == "hu" and (_TOWARDS.match(behind) or _beside_another(document, sentence, end)):
        return True
    match = _beside(document).search(lead)
    if match is None and not (document.lexicon.lang == "hu" and _beside(document).match(behind)):
        return False
    at = start - len(lead) + match.start() if match else start
    if match and _DISTANCE.search(folded, max(sentence.start, at - 20), start):
        return True
    others = [
        hit for hit in sentence.of("effect", "elsewhere") if hit.end <= at and at - hit.end <= _LANDMARK
    ]
    return bool(others)


def _beside_another(document: Document, sentence: Sentence, end: int) -> bool:
    """Whether what stands beside a facility is another: hu "az erőmű közelében lévő alállomás"."""
    match = _beside(document).match(document.clean.folded[end : end + _LANDMARK])
    near = (hit.start - end - match.end() for hit in sentence.of("facility")) if match else ()
    return any(0 <= gap <= _ANOTHER for gap in near)


def is_supplied(document: Document, sentence: Sentence, start: int, end: int) -> bool:
    """ "The station, which feeds the Luhansk plant": named in a clause of its own that tells of no attack.

    Nor was the plant hit in "the source of gas for the Luhansk plant".
    """
    folded = document.clean.folded
    if any(_FOR.fullmatch(folded, hit.end, start) for hit in sentence.of("commodity")):
        return True
    opens = [match.end() for match in _WHICH.finditer(folded, sentence.start, start)]
    if not opens or not any(hit.end <= opens[-1] for hit in (*sentence.of("facility"), *sentence.of("site"))):
        return False
    if re.search(r"[,:;]", folded[opens[-1] : start]):
        return False
    pause = _CLAUSE_ENDS.search(folded, end, sentence.end)
    close = pause.start() if pause else sentence.end
    tables = (*sentence.of("strike"), *sentence.of("weapon"), *sentence.of("effect"))
    return not any(opens[-1] <= hit.start < close for hit in tables)


@cache
def _beside_pattern(words: frozenset[str]) -> re.Pattern[str]:
    alternatives = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(
        rf"(?:^|(?<=\W))(?:{alternatives})(?:\s[^\W\d]+){{0,3}}\s*[\"'(]?$|^\s(?:{alternatives})(?!\w)"
    )


def _beside(document: Document) -> re.Pattern[str]:
    return _beside_pattern(document.lexicon.beside)


def is_story(document: Document) -> bool:
    """Whether a text without weapons speaks twice of films, matches, history or hackers."""
    return sum(one.has("hedge", "fiction") for one in document.sentences) > 1 and not _armed(document)


def _armed(document: Document) -> bool:
    return any(sentence.has("weapon") for sentence in document.sentences)


def in_list_of_targets(document: Document, sentence: Sentence) -> bool:
    """Whether a line of a list stands under words of attack: "have hit: - the refinery in Saratov"."""
    number = sentence.number
    if not _in_list(document, sentence):
        return False
    while number > 0 and _in_list(document, document.sentences[number - 1]):
        number -= 1
    if number == 0:
        return False
    opener = document.sentences[number - 1]
    opens = document.clean.folded[opener.end - 1] == ":" and not is_no_event(document, opener)
    return opens and bool(attacks(document, opener))


def goes_on(document: Document, sentence: Sentence) -> Sentence | None:
    """The next sentence of a paragraph where this one only names: "Friday - the Saratov refinery."."""
    if sentence.number + 1 >= len(document.sentences) or sentence.has("hedge"):
        return None
    if sentence.has("strike") or sentence.has("effect"):
        return None
    following = document.sentences[sentence.number + 1]
    return following if "\n" not in document.clean.text[sentence.end : following.start] else None


def named_late(document: Document, sentence: Sentence) -> Sentence | None:
    """The sentence before, whose unnamed target this one names: "It was the Vtorovo station, Astra says"."""
    if sentence.number == 0 or not sentence.has("site", "named"):
        return None
    return document.sentences[sentence.number - 1]


def is_heading(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence is a few words at the head of a line, perhaps behind a date."""
    lead = sentence.start - _line(document, sentence)
    return sentence.end - sentence.start <= _FRAGMENT and lead <= _DATELINE


def _in_list(document: Document, sentence: Sentence) -> bool:
    return bool(_BULLET.match(document.clean.text, _line(document, sentence)))


def _line(document: Document, sentence: Sentence) -> int:
    return document.clean.text.rfind("\n", 0, sentence.start) + 1
