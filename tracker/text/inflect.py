"""Case forms of place and facility names in eight languages, and the way back from a form to its nominative.

`forms` declines a whole name: the adjectives before the first noun agree with it, what follows it stays
("Рязанский НПЗ" -> "Рязанского НПЗ", "порт Приморск" -> "порта Приморск"). The Slavic endings are the
tables of `paradigms`; one engine reads them both ways, so that `nominatives` undoes what `forms` does.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

from tracker.text import hungarian
from tracker.text.paradigms import TABLES

Cases = tuple[tuple[str, ...], ...]
"""Nominative, genitive, dative, accusative, instrumental and locative, each with its equal variants."""

MIN_LENGTH = 4
_VOWELS = "aeiouyáéíóúýäôöőüűąęěů" + "аеёиоуыэюяіїє"
_APOSTROPHES = "'’ʼ‘`´′ʹ\""
_LINKS = re.compile(r"на|над|под|в|по|при|na|nad|pod|pri|při|on|an|am|im|de|ob")
_PREPOSITION = re.compile(r"во?|на|у|за|под|над|при|біля|під|від|do|we?|ve?|na|nad|pod|u|pri|při|an|of|in")
_PLURAL = re.compile(r"[ыіи]$|ce$|[^aeiouy]y$|[^aeiou]ki$")
_FEMININE = re.compile(r"([aeаяě]|ce|s[tť]|ň)$")
_DOUBLED = re.compile(r"([cglnstz])\1([syz])[ae]l$")
"""Hungarian "Rjazannyal" is "Rjazany" with its last consonant doubled."""
_NO_ADJECTIVE = re.compile(rf"[{_VOWELS}]$|[äöü][^{_VOWELS}]*$")
_ROLLING = re.compile(r"(sky|skiy|skij|skii|skyi|skyj|ski)$")


@dataclass(frozen=True, slots=True)
class _Rule:
    kind: str
    context: re.Pattern[str]
    ending: str
    endings: tuple[tuple[str, ...], ...] | None
    """Of the five other cases; None leaves the word as it is."""

    def fits(self, lowered: str) -> bool:
        """Whether a lower-case word ends as this rule says."""
        if self.ending:
            return lowered.endswith(self.ending) and bool(self.context.search(lowered[: -len(self.ending)]))
        return lowered[-1] not in _VOWELS and bool(self.context.search(lowered))

    def cases(self, word: str) -> Cases:
        """The six cases of a word that fits; the letters of the stem keep their size."""
        if self.endings is None:
            return ((word,),) * 6
        stem = word[: len(word) - len(self.ending)] if self.ending else word
        if not stem:
            first = word[0]
            return ((word,), *(tuple(first + end[1:] for end in variants) for variants in self.endings))
        return ((word,), *(tuple(stem + end for end in variants) for variants in self.endings))


@cache
def _rules(lang: str) -> tuple[_Rule, ...]:
    return tuple(_rule(line) for line in TABLES[lang].strip().splitlines())


def _rule(line: str) -> _Rule:
    left, right = line.split(" : ")
    kind, context, ending = left.split()
    endings = None if right.strip() == "~" else tuple(
        tuple("" if part == "0" else part for part in cell.split("/")) for cell in right.split()
    )  # fmt: skip
    return _Rule(kind, re.compile(f"(?:{context})$"), "" if ending == "-" else ending, endings)


@lru_cache(maxsize=4096)
def forms(name: str, lang: str) -> frozenset[str]:
    """All case forms of a nominative name in a language, itself included, in the letter case given.

    `lang` is one of en uk ru hu sk cs de pl; another one gives the name alone. Forms of fewer than four
    letters are left out (of three where the name itself has no more), abbreviations stay as they are, and
    nothing is guessed for foreign endings.

    >>> sorted(forms("Унеча", "ru"))
    ['Унеча', 'Унече', 'Унечей', 'Унечи', 'Унечу']
    """
    name = " ".join(name.split())
    found: Iterable[str] = ()
    if not name or not name[-1].isalnum():
        found = ()
    elif lang == "hu":
        found = hungarian.abbreviation(name) if _fixed(name.split()[-1]) else hungarian.inflected(name)
    elif lang == "en":
        found = {f"{name}'s", f"{name}’s"} | ({f"{name}'", f"{name}’"} if name.endswith("s") else set())
    elif lang == "de":
        found = _german(name)
    elif lang in TABLES:
        found = _declined(tuple(name.split(" ")), lang)
    least = max(MIN_LENGTH - 1, min(MIN_LENGTH, _letters(name)))
    return frozenset({name, *(form for form in found if _letters(form) >= least)})


def _german(name: str) -> Iterable[str]:
    """The genitive and, behind a consonant, the adjective ("Rjasaner"); none of an umlaut ("Wälder")."""
    if _fixed(name.split()[-1]):
        return ()
    genitive = () if name.endswith(("s", "ß", "x", "z")) else (f"{name}s",)
    return genitive if _NO_ADJECTIVE.search(name.lower()) else (*genitive, f"{name}er")


def _letters(name: str) -> int:
    return sum(map(str.isalpha, name))


def _declined(words: tuple[str, ...], lang: str) -> set[str]:
    """All cases of a Slavic name: head and adjectives agree, the rest is fixed or in the genitive."""
    declined: list[Cases] = []
    rest: tuple[str, ...] = ()
    for at, word in enumerate(words):
        kind, cases = _word(word, words[at + 1] if at + 1 < len(words) else None, lang)
        declined.append(cases)
        if kind == "n":
            rest = words[at + 1 :]
            break
    while lang == "pl" and rest and rest[0].islower():
        kind, cases = _word(rest[0], None, lang)
        if kind != "a":
            break
        declined.append(cases)
        rest = rest[1:]
    found: set[str] = set()
    for tail in _tails(words[len(declined) - 1], rest, lang):
        for case in range(6):
            found |= {" ".join((*chosen, *tail)) for chosen in product(*(cases[case] for cases in declined))}
    return found


def _tails(head: str, rest: tuple[str, ...], lang: str) -> list[tuple[str, ...]]:
    """What may follow a head: the words given, or one name in the genitive ("порта Приморска")."""
    tails = [rest]
    if len(rest) == 1 and rest[0][0].isupper() and (head.islower() or _fixed(head)) and not _fixed(rest[0]):
        tails += [(form,) for form in _word(rest[0], None, lang)[1][1]]
    return tails


def _word(word: str, following: str | None, lang: str) -> tuple[str, Cases]:
    """A word's kind (noun or adjective) and its cases; `following` is the next word of the name."""
    before, core, after = _split(word)
    if _fixed(core):
        return "n", ((word,),) * 6
    kind, cases = _simple(core, following, lang)
    return kind, tuple(tuple(before + form + after for form in variants) for variants in cases)


def _split(word: str) -> tuple[str, str, str]:
    """A word in three: still, declining, still ("|Ростов|-на-Дону", "Усть-|Луга|")."""
    parts = word.split("-")
    if len(parts) == 1:
        return "", word, ""
    if (len(parts) > 2 and _LINKS.fullmatch(parts[1].lower())) or _fixed(parts[-1]):
        return "", parts[0], word[len(parts[0]) :]
    return word[: -len(parts[-1])], parts[-1], ""


def _simple(word: str, following: str | None, lang: str) -> tuple[str, Cases]:
    lowered = word.lower()
    for rule in _rules(lang):
        if rule.fits(lowered) and _agrees(rule.kind, (following or "").lower()):
            return ("n" if rule.kind == "n" else "a"), rule.cases(word)
    return "n", ((word,),) * 6


def _agrees(kind: str, following: str) -> bool:
    """Whether the word after an adjective is one that a rule of this kind asks for."""
    if kind == "P":
        return bool(_PLURAL.search(following))
    if kind == "F":
        return bool(_FEMININE.search(following))
    return kind != "A" or bool(following and not _PREPOSITION.fullmatch(following))


def _fixed(word: str) -> bool:
    """Whether a word is an abbreviation, a number, a word without vowels or one in foreign signs."""
    if not word.isalpha() and not all(char.isalpha() or char in _APOSTROPHES or char == "-" for char in word):
        return True
    return word.isupper() or not any(char in _VOWELS for char in word.lower())


@lru_cache(maxsize=16384)
def nominatives(surface: str, lang: str) -> tuple[str, ...]:
    """The nominatives that a case form may have, the surface itself first.

    Every answer is one whose `forms` hold the surface, so the caller need only look them up in its own table.

    >>> "Харків" in nominatives("Харкові", "uk")
    True
    """
    words = surface.split()
    if not words or len(words) > 4:
        return (surface,)
    if lang in TABLES:
        options = [_undone(word, lang) for word in words[:-1]] + [_undone(words[-1], lang)]
        candidates = [" ".join(chosen) for chosen in product(*options)]
    else:
        candidates = list(_unsuffixed(surface, lang))
    kept = [name for name in dict.fromkeys(candidates) if name != surface and len(name) >= MIN_LENGTH - 1]
    return (surface, *(name for name in kept if surface in forms(name, lang)))


def _undone(word: str, lang: str) -> list[str]:
    """The word itself and all words that one rule backwards makes of it."""
    before, core, after = _split(word)
    lowered, found = core.lower(), [word]
    for rule in _rules(lang) if not _fixed(core) else ():
        for end in {end for variants in rule.endings or () for end in variants}:
            if end and not lowered.endswith(end):
                continue
            stem = core[: len(core) - len(end)]
            if len(stem) >= 2 and rule.fits(stem.lower() + rule.ending):
                found.append(before + stem + rule.ending + after)
    return list(dict.fromkeys(found))


def _unsuffixed(surface: str, lang: str) -> list[str]:
    """Cuts of one to four letters from the end, with Hungarian's long vowels made short again."""
    found: list[str] = []
    for cut in range(1, 5):
        stem = surface[:-cut]
        if lang == "hu" and stem and stem[-1] in "áéóő":
            found.append(stem[:-1] + {"á": "a", "é": "e", "ó": "o", "ő": "ö"}[stem[-1]])
        if stem:
            found.append(stem)
    if lang == "hu":
        found.append(_DOUBLED.sub(r"\1\2", surface))
        found = [stem[0].upper() + stem[1:] for stem in found]
    return found


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """What equal spellings of a name share: no case, marks, apostrophes, ё or hyphens; -skiy as -sky.

    >>> name_key("Nikol’skoye") == name_key("nikolskoye")
    True
    """
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not _dropped(char))
    plain = plain.casefold().replace("-", " ").replace("ł", "l").replace("đ", "d").replace("ø", "o")
    return " ".join(_ROLLING.sub("sky", word) for word in plain.split())


def _dropped(char: str) -> bool:
    return char in _APOSTROPHES or unicodedata.combining(char) > 0
