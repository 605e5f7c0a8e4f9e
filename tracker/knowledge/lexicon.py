"""The words of each language: patterns by table and key, and the date rules. One TOML file a language.

A pattern is one or more lower-case words; a word that ends in `*` stands for any ending. Every language has
the same tables and keys (SLOTS), so that a rule never has to ask which language it reads.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tracker.errors import DataError
from tracker.model import Commodity, Effect, Kind, Route, Weapon

SLOTS: Mapping[str, frozenset[str]] = {
    "strike": frozenset({"attack", "arrival", "repelled", "other"}),
    "weapon": frozenset({*Weapon, "other"}),
    "effect": frozenset({*Effect, "elsewhere", "other"}),
    "site": frozenset({"word", "port", "named"}),
    "facility": frozenset(set(Kind)),
    "place": frozenset({"near", "beside", "district", "join", "filler"}),
    "side": frozenset({"UA", "RU"}),
    "speaker": frozenset(
        {
            "attacker_UA",
            "attacker_RU",
            "authority",
            "authority_RU",
            "authority_UA",
            "operator",
            "buyer",
            "independent",
            "media",
            "occupier",
        }
    ),
    "saying": frozenset({"say", "claim", "confirm", "admit", "deny", "prefix", "suffix", "this"}),
    "stance": frozenset({"silent", "only", "condition", "attempt"}),
    "hedge": frozenset(
        {"plan", "unreal", "negation", "accident", "fiction", "aggregate", "count", "background"}
    ),
    "supply": frozenset({"halted", "reduced", "at_risk", "resumed", "unaffected", "subject", "no_outage"}),
    "flow": frozenset(
        {
            "output",
            "comes",
            "nothing",
            "again",
            "steady",
            "fraction",
            "change",
            "stands",
            "expected",
            "unreal",
            "policy",
            "still",
            "same",
            "trouble",
            "secure",
            "money",
            "contrast",
            "percent",
            "waits",
            "foreign",
            "refiner",
        }
    ),
    "commodity": frozenset(Commodity),
    "route": frozenset(set(Route) - {Route.OTHER}),
    "country": frozenset({"HU", "SK", "CZ", "DE", "PL", "BY", "KZ", "RU", "UA", "both", "home", "none"}),
    "voice": frozenset({"HU", "SK", "office"}),
    "number": frozenset({"words", "day", "week", "month", "at_least", "up_to"}),
    "near_flow": frozenset(
        {
            "absent",
            "after",
            "copes",
            "it",
            "later",
            "less",
            "may",
            "relative",
            "reprisal",
            "stocks",
            "talks",
            "untrue",
            "usual",
            "without",
            "yet",
            "zero",
        }
    ),
    "habits": frozenset({"home", "own_lines", "traits"}),
    "dates": frozenset({"months", "weekdays", "triggers", "rules"}),
}
_UNSCANNED = {"place", "number", "near_flow", "habits"}
_PLACEHOLDER = re.compile(r"\{(\w+\??)\}")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern of a lexicon; `table.key` is what it means."""

    table: str
    key: str
    words: str


@dataclass(frozen=True, slots=True)
class DateRule:
    """A way to write a date: a regular expression over folded text and the name of its meaning."""

    meaning: str
    regex: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words of one language."""

    lang: str
    patterns: tuple[Pattern, ...]
    near: frozenset[str]
    beside: frozenset[str]
    district: frozenset[str]
    filler: frozenset[str]
    join: frozenset[str]
    numbers: Mapping[str, int]
    number_words: Mapping[str, tuple[str, ...]]
    near_flow: Mapping[str, tuple[str, ...]]
    """Words that count only beside a word of supply, by what they say of it; common ones, not scanned for."""
    home: str | None
    """The country that "we" and "our motorists" mean in a language spoken in one."""
    own_lines: frozenset[str]
    """Lines whose news is news of that country where nothing else is named."""
    traits: frozenset[str]
    """Ways of a language to build sentences, by name."""
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    date_rules: tuple[DateRule, ...]


class Lexicons(Mapping[str, Lexicon]):
    """Every language that has a file in a folder, by code; each is read when first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = {file.stem: file for file in sorted(folder.glob("*.toml"))}
        self._read: dict[str, Lexicon] = {}
        if not self._files:
            raise DataError("no lexicon found", where=str(folder), remedy="Restore data/ from the repository")

    def __getitem__(self, lang: str) -> Lexicon:
        if lang not in self._files:
            remedy = "Restore data/ from the repository"
            raise DataError("the file is missing", where=str(self._folder / f"{lang}.toml"), remedy=remedy)
        if lang not in self._read:
            self._read[lang] = _read(self._files[lang])
        return self._read[lang]

    def __contains__(self, lang: object) -> bool:
        return lang in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def _read(file: Path) -> Lexicon:
    try:
        tables: dict[str, dict[str, Any]] = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(f"not a lexicon ({error})", where=str(file), remedy="Correct the TOML") from None
    _check(file, tables)
    dates, place, number, habits = tables["dates"], tables["place"], tables["number"], tables["habits"]
    months, weekdays = _ordinals(dates["months"]), _ordinals(dates["weekdays"])
    words = {word: at for at, group in enumerate(number["words"], 1) for word in group.split("|")}
    return Lexicon(
        lang=file.stem,
        patterns=tuple(_patterns(tables)),
        near=frozenset(place["near"]),
        beside=frozenset(place["beside"]),
        district=frozenset(place["district"]),
        filler=frozenset(place["filler"]),
        join=frozenset(place["join"]),
        numbers=words,
        number_words={key: tuple(number[key]) for key in ("day", "week", "month", "at_least", "up_to")},
        near_flow={key: tuple(words) for key, words in tables["near_flow"].items()},
        home=next(iter(habits["home"]), None),
        own_lines=frozenset(habits["own_lines"]),
        traits=frozenset(habits["traits"]),
        months=months,
        weekdays=weekdays,
        date_rules=tuple(_rule(file, rule, months, weekdays, words) for rule in dates["rules"]),
    )


def _check(file: Path, tables: Mapping[str, Mapping[str, Any]]) -> None:
    for table in SLOTS.keys() | tables.keys():
        wanted, found = SLOTS.get(table, frozenset()), set(tables.get(table, {}))
        if table not in SLOTS or found != wanted:
            odd = ", ".join(sorted(found ^ wanted)) or table
            raise DataError(
                f"table [{table}] misses or adds: {odd}",
                where=str(file),
                remedy="Give every language the same keys",
            )
    for pattern in _patterns(tables):
        if pattern.words != pattern.words.lower().strip() or not pattern.words.replace("*", ""):
            raise DataError(
                f"[{pattern.table}] {pattern.key}: '{pattern.words}' is not lower-case words",
                where=str(file),
                remedy="Write patterns in lower case without spaces at the ends",
            )
    doubled = _doubled(_patterns(tables))
    if doubled:
        raise DataError(f"doubled pattern: {doubled}", where=str(file), remedy="Keep one of them")


def _doubled(patterns: Iterator[Pattern]) -> Pattern | None:
    seen: set[Pattern] = set()
    for pattern in patterns:
        if pattern in seen:
            return pattern
        seen.add(pattern)
    return None


def _patterns(tables: Mapping[str, Mapping[str, Any]]) -> Iterator[Pattern]:
    for table in SLOTS:
        if table in _UNSCANNED:
            continue
        keys = ("triggers",) if table == "dates" else tuple(tables[table])
        for key in keys:
            for words in tables[table][key]:
                yield Pattern(table, key, words)
    for group in (*tables["dates"]["months"], *tables["dates"]["weekdays"]):
        for word in group:
            yield Pattern("dates", "name", word)
    for words in tables["number"]["at_least"]:
        yield Pattern("number", "at_least", words)
    for words in tables["number"]["up_to"]:
        yield Pattern("number", "up_to", words)


def _ordinals(groups: list[list[str]]) -> dict[str, int]:
    return {word: at for at, group in enumerate(groups, 1) for word in group}


def _rule(
    file: Path,
    rule: list[str],
    months: Mapping[str, int],
    weekdays: Mapping[str, int],
    numbers: Mapping[str, int],
) -> DateRule:
    meaning, template = rule
    parts = {
        "d": r"(?P<d>[0-3]?\d)", "d2": r"(?P<d2>[0-3]?\d)",
        "dd": r"(?P<d>[0-3]?\d)", "mm": r"(?P<month>[01]?\d)",
        "m": rf"(?P<m>{_alternatives(months)})\.?", "m2": rf"(?P<m2>{_alternatives(months)})\.?",
        "w": f"(?P<w>{_alternatives(weekdays)})", "w2": f"(?P<w2>{_alternatives(weekdays)})",
        "y": r"(?P<y>(?:19|20)\d\d)", "y?": r"(?:,? ?(?P<y>(?:19|20)\d\d))?",
        "n": rf"(?P<n>\d{{1,2}}|{_alternatives(numbers)})",
    }  # fmt: skip
    template = template.replace("{{", "\0").replace("}}", "\1")
    pattern = (
        _PLACEHOLDER.sub(lambda match: parts[match.group(1)], template).replace("\0", "{").replace("\1", "}")
    )
    try:
        return DateRule(meaning, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"))
    except (re.error, KeyError) as error:
        raise DataError(
            f"date rule '{template}' does not compile ({error})", where=str(file), remedy="Correct the rule"
        ) from None


def _alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first, with common beginnings written once.

    A plain list of sixty forms makes each rule try sixty branches at every word of a text.
    """
    rests: dict[str, list[str]] = defaultdict(list)
    for word in words:
        rests[word[:1]].append(word[1:])
    ends = rests.pop("", None) is not None
    branches = "|".join(re.escape(first) + _alternatives(rest) for first, rest in rests.items())
    if len(rests) > 1 or (ends and branches):
        branches = f"(?:{branches})"
    return f"{branches}?" if ends and branches else branches
