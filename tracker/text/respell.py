"""Brjanszk, Brjansk, Briańsk and Brjansk are one town: Cyrillic names as five languages respell them.

Both the Cyrillic name and its Latin respelling are brought to one skeleton: Cyrillic letters without
hardness, where и stands for й, ы, і and ї, and я, ю are и with a vowel.
"""

from __future__ import annotations

import unicodedata
from itertools import islice, product

_CYRILLIC = {
    **dict.fromkeys("ьъ'’ʼ", ""),
    **dict.fromkeys("йыії", "и"),
    **dict.fromkeys("эєё", "е"),
    "ґ": "г",
    "я": "иа",
    "ю": "иу",
    "щ": "шч",
}
_SAME = dict(zip("abdefgiklmnoprtuvwyj", "абдефгиклмнопртуввии", strict=True)) | {"x": "кс"}
_HARD = {"ny": "н", "ly": "л", "ty": "т", "gy": "д"}
_VOWELS = {"a": "иа", "u": "иу", "o": "ио", "e": "ие", "i": "и"}
_CZECH = _SAME | {"ch": "х", "h": "г", "c": "ц", "z": "з", "s": "с", "š": "ш", "ž": "ж", "č": "ч", "ě": "ие"}
_POLISH = {"ch": "х", "h": "г", "c": "ц", "z": "з", "s": "с", "sz": "ш", "cz": "ч", "szcz": "шч", "ż": "ж"}
_HUNGARIAN = {"sz": "с", "ssz": "сс", "je": "ие|е", "s": "ш", "zs": "ж", "z": "з", "cs": "ч", "c": "ц"} | {
    "ch": "х",
    "h": "х|г",
    "dzs": "дж",
}
_SOFT = {soft + vowel: hard + sound for soft, hard in _HARD.items() for vowel, sound in _VOWELS.items()}
_GERMAN = {"sch": "ш", "tsch": "ч", "schtsch": "шч", "sh": "ж", "ch": "х", "h": "х|г", "z": "ц", "ss": "с"}
_LETTERS: dict[str, dict[str, str]] = {
    "sk": _CZECH,
    "cs": _CZECH,
    "pl": _SAME | _POLISH | {"ł": "л"},
    "hu": _SAME | _HUNGARIAN | _HARD | _SOFT,
    "de": _SAME | _GERMAN | {"s": "с|з"},
}
"""What letters sound like; `|` parts two readings."""
RESPELLING = frozenset(_LETTERS)
"""Languages that respell Cyrillic names."""
_LONGEST = 7
_VARIANTS = 8


def cyrillic_skeleton(name: str) -> str | None:
    """The skeleton of a Russian or Ukrainian name; None for one in other letters."""
    lowered = name.casefold().replace("-", " ")
    if not all("а" <= char <= "я" or char in "ёіїєґ '’ʼ" for char in lowered):
        return None
    return _collapsed("".join(_CYRILLIC.get(char, char) for char in lowered))


def skeletons(name: str, lang: str) -> tuple[str, ...]:
    """What Cyrillic skeletons a name printed in hu, sk, cs, pl or de may have; none in other languages.

    >>> skeletons("Unyecsa", "hu") == (cyrillic_skeleton("Унеча"),)
    True
    """
    letters = _LETTERS.get(lang)
    if letters is None:
        return ()
    sounds: list[tuple[str, ...]] = []
    lowered, at = unicodedata.normalize("NFC", name).casefold().replace("-", " "), 0
    while at < len(lowered):
        part = _longest(lowered, at, letters)
        if part is None:
            return ()
        sounds.append(tuple(_sound(part, letters).split("|")))
        at += len(part)
    return tuple(dict.fromkeys(_collapsed("".join(choice)) for choice in islice(product(*sounds), _VARIANTS)))


def _longest(lowered: str, at: int, letters: dict[str, str]) -> str | None:
    for length in range(_LONGEST, 0, -1):
        part = lowered[at : at + length]
        if part in letters or (len(part) == 1 and (part == " " or _bare(part) in letters)):
            return part
    return None


def _sound(part: str, letters: dict[str, str]) -> str:
    return letters.get(part) or (" " if part == " " else letters[_bare(part)])


def _bare(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]


def _collapsed(skeleton: str) -> str:
    for long, short in (("ио", "е"), ("ие", "е"), ("ии", "и")):
        skeleton = skeleton.replace(long, short)
    return skeleton
