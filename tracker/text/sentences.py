"""Sentences by rule: end marks that abbreviations and figures do not fool, and line ends."""

from __future__ import annotations

import re

Span = tuple[int, int]

# fmt: off
_ABBREVIATIONS = frozenset([
    "mr", "mrs", "ms", "dr", "st", "gen", "col", "lt", "sgt", "gov", "sen", "rep", "prof", "inc", "ltd",
    "co", "corp", "no", "vs", "etc", "e.g", "i.e", "a.m", "p.m", "u.s", "u.k", "approx", "mil",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    "обл", "г", "гг", "ул", "им", "р-н", "т", "тыс", "млн", "млрд", "руб", "кв", "км", "м", "чел", "тонн",
    "п", "с", "ст", "д", "др", "проч", "рис", "напр", "смт", "сел", "вул", "буд", "грн", "тис", "куб",
    "ін", "див",
    "napr", "tzv", "resp", "č", "čl", "ul", "mld", "tis", "sv", "hod", "min", "str", "atď", "t.j",
    "p.o", "b.r",
    "m.r", "s.r.o", "a.s",
    "febr", "márc", "ápr", "máj", "jún", "júl", "szept", "okt",
    "kb", "pl", "ún", "stb", "ill", "old", "ifj", "özv", "vö",
    "bzw", "ca", "z", "z.b", "d.h", "u.a", "usw", "nr", "mio", "mrd", "tsd", "vgl", "sog",
    "np", "tzw", "m.in", "itd", "itp", "ok", "godz", "r", "im", "św", "wiek", "tys", "mln", "proc", "płk",
])
# fmt: on
_END = re.compile(r"[.!?…]+[\"'’”»)\]]*(?=\s)|\n")
_NUMBERED = re.compile(
    r"\s+(?:Jan|Jän|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Regiment|Brigade|Division|Armee|Weltkrieg|Jahrestag)"
)
"""German nouns behind an ordinal, where the dot after a number ends no sentence: "am 22. August"."""
_LAST_WORD = re.compile(r"([\w.\-]+)\.$")
_NEXT = re.compile(r"\s*[\"'“„«‘(\[\-–—•*·▪●]*\s*(\w)?")


def split(text: str) -> list[Span]:
    """Spans of sentences in reading order, without surrounding white space.

    Every character that is not white space lies in exactly one span.
    """
    spans: list[Span] = []
    start = 0
    for mark in _END.finditer(text):
        if _ends(text, start, mark.start(), mark.end()):
            _add(spans, text, start, mark.end())
            start = mark.end()
    _add(spans, text, start, len(text))
    return spans


def _ends(text: str, start: int, mark: int, end: int) -> bool:
    following = _NEXT.match(text, end)
    char = following.group(1) if following else None
    if text[mark] == "\n":
        before = text[start:mark].rstrip()
        wrapped = bool(before) and before[-1] not in '.!?…:;"”»' and char is not None and char.islower()
        return not (wrapped and text[mark : end + 1].count("\n") == 1 and not text.startswith("\n", end))
    if char is not None and char.islower():
        return False
    if text[mark] != ".":
        return True
    word = _LAST_WORD.search(text, max(start, mark - 20), mark + 1)
    if word is None:
        return True
    last = word.group(1)
    if last.lower() in _ABBREVIATIONS or (len(last) == 1 and last.isupper()):
        return False
    short = last.isdigit() and len(last) <= 2
    return not (short and char is not None and (not char.isupper() or _NUMBERED.match(text, end)))


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))
