"""Hungarian case forms of names: suffixes by vowel harmony, and the `-i` adjective."""

from __future__ import annotations

_BACK, _FRONT, _ROUND = 0, 1, 2
_VOWELS = "aáeéiíoóöőuúüű"
_HARMONY = {**dict.fromkeys("aáoóuú", _BACK), **dict.fromkeys("eé", _FRONT), **dict.fromkeys("öőüű", _ROUND)}
_LONG = {"a": "á", "e": "é", "o": "ó", "ö": "ő"}
_DIGRAPHS = ("sz", "zs", "cs", "gy", "ly", "ny", "ty")

_SUFFIXES = (
    ("ban", "ben", "ben"),
    ("ba", "be", "be"),
    ("ból", "ből", "ből"),
    ("ra", "re", "re"),
    ("ról", "ről", "ről"),
    ("nál", "nél", "nél"),
    ("tól", "től", "től"),
    ("nak", "nek", "nek"),
    ("hoz", "hez", "höz"),
    ("ig", "ig", "ig"),
)
_ON, _OBJECT, _WITH = ("on", "en", "ön"), ("ot", "et", "öt"), ("al", "el", "el")


def inflected(name: str) -> set[str]:
    """The case forms of a name (the last word takes the suffix) and its `-i` adjective in both letter cases.

    >>> sorted(inflected("Unyecsa"))[:3]
    ['Unyecsai', 'Unyecsában', 'Unyecsába']
    """
    harmony = _harmony(name.lower())
    last = name[-1].lower()
    stem = name[:-1] + _LONG.get(last, name[-1])
    found = {stem + suffix[harmony] for suffix in _SUFFIXES}
    if last in _VOWELS:
        found |= {stem + "n", stem + "t", stem + "v" + _WITH[harmony]}
    else:
        found |= {name + _ON[harmony], name + _object(name, harmony), _doubled(name) + _WITH[harmony]}
    adjective = name if last == "i" else (stem if last in "oö" else name) + "i"
    return found | {adjective, adjective[0].lower() + adjective[1:]}


def abbreviation(name: str) -> set[str]:
    """The case forms of an abbreviation, which takes its suffixes after a hyphen: `MOL-ban`, `MOL-nál`."""
    return {f"{name}-{suffix[harmony]}" for suffix in _SUFFIXES for harmony in (_BACK, _FRONT)}


def _harmony(lowered: str) -> int:
    """The class of the last vowel; i and í ask the vowels before them."""
    vowels = [letter for letter in lowered if letter in _VOWELS]
    for letter in reversed(vowels):
        if letter in _HARMONY:
            return _HARMONY[letter] if letter != "é" or _BACK not in _classes(vowels) else _BACK
    return _FRONT


def _classes(vowels: list[str]) -> set[int]:
    return {_HARMONY[letter] for letter in vowels if letter in _HARMONY}


def _object(name: str, harmony: int) -> str:
    soft = name.lower().endswith(("sz", "zs", "ly", "ny", "l", "r", "n", "s", "z", "j"))
    clustered = (
        len(name) > 1 and name[-2].lower() not in _VOWELS + "y" and not name.lower().endswith(_DIGRAPHS)
    )
    return "t" if soft and not clustered else _OBJECT[harmony]


def _doubled(name: str) -> str:
    """The name with its last consonant doubled, as before -val: Rjazannyal, Brjanszkkal."""
    end = next((pair for pair in _DIGRAPHS if name.lower().endswith(pair)), name[-1].lower())
    if len(name) > len(end) and name[: -len(end)].lower().endswith(end[0]):
        return name
    return name[: -len(end)] + end[0] + end if len(end) == 2 else name + end
