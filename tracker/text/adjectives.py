"""What town an adjective may be made of: "Херсонську" of Херсон, "rjazaňská" of Rjazaň, "unieckim" of Unecza.

The way back is a guess of several nominatives; whoever asks looks them up and keeps those that are towns.
"""

from __future__ import annotations

import re
from functools import lru_cache

_EAST = re.compile(
    r"(?P<stem>.{2,}?)(?P<k>[сцз])ь?к(?:ий|ая|ое|ие|ой|ого|ому|им|ом|ую|их|ими|ою|а|е|і|ої|ій|у|ім|їй)"
)
_WEST = re.compile(
    r"(?P<stem>.{2,}?)(?P<k>sk|ck|ck|zk|čk)(?:ý|ého|ému|omu|om|ém|ým|á|ou|é|ej|ú|ých|ými|i|iego|iemu|im|a|ą|iej|ie|ich|imi)"
)
_LEAST = 4
_VOWELS = "аеиоуыэюяіїьй"
_EAST_ENDS = ("", "ь", "а", "я", "о", "е", "ы", "и", "і", "й", "ое", "ий", "ый")
_WEST_ENDS = ("", "a", "o", "e", "y", "i", "ja", "ij", "je")
_BEFORE_KA = ("ів", "їв", "ов", "ев", "єв")
"""Before -ка in the names of towns: Корюків-ський of Корюківка."""
_SOFTENED = {"ж": ("г", "з"), "ч": ("к", "ц"), "ш": ("х",), "з": ("ж", "г"), "ц": ("к", "ц")}


@lru_cache(maxsize=8192)
def names_behind(surface: str, lang: str) -> tuple[str, ...]:
    """Nominatives of towns that an adjective in any case may come from; none for a word that is none.

    >>> "Херсон" in names_behind("Херсонську", "uk")
    True
    """
    if lang in ("ru", "uk"):
        match = _EAST.fullmatch(surface.lower())
        return _capitalised(_eastern(match["stem"], match["k"], lang)) if match else ()
    if lang in ("sk", "cs", "pl"):
        match = _WEST.fullmatch(surface.lower())
        return _capitalised(_western(match["stem"], match["k"], lang)) if match else ()
    return ()


def stem_of(surface: str, lang: str) -> str | None:
    """What stands before the ending -sk- of an adjective in any case; None for a word that is none."""
    pattern = {"ru": _EAST, "uk": _EAST, "sk": _WEST, "cs": _WEST, "pl": _WEST}.get(lang)
    match = pattern.fullmatch(surface.lower()) if pattern else None
    return match["stem"] if match else None


def _capitalised(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name[0].upper() + name[1:] for name in names if len(name) >= _LEAST))


def _eastern(stem: str, k: str, lang: str) -> list[str]:
    soft = "ь" if lang == "uk" else ""
    stems = [stem, *_stems(stem)]
    if k == "ц":
        stems += [stem + end for end in "кцчт"]
    elif k == "с":
        stems += [stem + "с"]
    stems += [stem[:-1] + hard for hard in _SOFTENED.get(stem[-1], ())]
    stems += [
        fleeting
        for one in [*stems, *([stem[:-2]] if stem.endswith("ов") else [])]
        for fleeting in _fleeting(one)
    ]
    found = [one + end for one in stems for end in _EAST_ENDS]
    found += [stem + "ка"] if stem.endswith(_BEFORE_KA) else []
    if lang == "uk":
        hard = stem.removesuffix("ь")
        found += [stem + "жжя", hard + "ля", hard + "я", re.sub(r"о([^аеиоуіїяю]+)$", r"і\1", stem)]
    return [f"{stem}{k}{soft}к", f"{stem}{k}{soft}кий", stem + "ль", *found]


def _stems(stem: str) -> list[str]:
    """A stem without what makes adjectives of names in vowels: Пенз-ен-ский, Соч-ин-ский, Дніпро-в-ський."""
    found = [stem[:-2]] if stem.endswith(("ен", "он", "ан", "ин")) else []
    if stem.endswith(("ль", "ов", "ів")):
        found.append(stem[:-1])
    return found


def _fleeting(stem: str) -> list[str]:
    """Stems with a vowel more or less before the last consonant: Вологод-ский of Вологда."""
    if len(stem) < 3 or stem[-1] in _VOWELS:
        return []
    if stem[-2] in _VOWELS:
        return [stem[:-2] + stem[-1]] if len(stem) > 4 else []
    return [f"{stem[:-1]}{vowel}{stem[-1]}" for vowel in "оеі"]


def _western(stem: str, k: str, lang: str) -> list[str]:
    stems = [stem]
    if k in ("ck", "čk"):
        stems += [stem + end for end in ("k", "c", "č", "cz", "t")]
    elif k == "sk":
        stems += [stem + "s"]
    if stem.endswith(("en", "on", "an", "in")):
        stems += [stem[:-2]]
    if stem.endswith(("ň", "ľ", "ń")):
        stems += [stem[:-1] + {"ň": "n", "ľ": "l", "ń": "n"}[stem[-1]]]
    if lang == "pl" and stem.endswith("l"):
        stems += [stem[:-1] + "ł"]
    found = [one + end for one in stems for end in _WEST_ENDS]
    if lang == "pl" and stem.endswith("ń"):
        found += [f"{stem[:-1]}nia"]
    return [stem + k, *found]
