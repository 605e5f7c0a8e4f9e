"""Strikes as columns, so that a hundred thousand of them are filtered and counted in milliseconds.

Strikes never change, so the columns of a tuple of them are made once and shared by all sessions; each answer
to a condition is a mask that is kept for the next run, which mostly asks the same again.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, OrderedDict
from collections.abc import Callable, Hashable, Sequence
from datetime import date
from functools import cached_property
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from tracker.figures.gathered import Gathered, Shown
from tracker.model import Strike

Mask = NDArray[np.bool_]

_MOST_MASKS = 64
_MOST_SHOWN = 12
_MOST_HELD = 4
_UNDATED = 0


class Columns:
    """The columns of these strikes; masks are arrays of truth values in the order of the strikes."""

    def __init__(self, strikes: Sequence[Strike]) -> None:
        self.strikes = strikes
        self.verified = np.fromiter((strike.verified for strike in strikes), np.bool_, len(strikes))
        self.sources = np.fromiter((strike.sources for strike in strikes), np.int32, len(strikes))
        self.starts = np.fromiter((_ordinal(strike.when.start) for strike in strikes), np.int32, len(strikes))
        self.ends = np.fromiter((_ordinal(strike.when.end) for strike in strikes), np.int32, len(strikes))
        self._sets: dict[str, _Set] = {}
        self._masks: OrderedDict[Hashable, Mask] = OrderedDict()
        self._shown: OrderedDict[Hashable, Shown] = OrderedDict()
        self._lock = Lock()

    def shown(self, key: Hashable, mask: Callable[[], Mask]) -> Shown:
        """The strikes of a mask; those asked for lately are kept, with all that was made of them."""
        with self._lock:
            found = self._shown.pop(key, None)
        if found is None:
            found = Shown(self._gathered, np.flatnonzero(mask()).astype(np.int32))
        with self._lock:
            self._shown[key] = found
            while len(self._shown) > _MOST_SHOWN:
                self._shown.popitem(last=False)
        return found

    def all(self) -> Mask:
        """Every strike."""
        return np.ones(len(self.strikes), np.bool_)

    def any_of(self, name: str, wanted: frozenset[str]) -> Mask:
        """Strikes that have one of these values."""
        return self._kept((name, wanted), lambda: self._set(name).any_of(wanted))

    def meets(self, first: date, last: date) -> Mask:
        """Strikes whose interval meets this one; an undated strike meets none."""
        found: Mask = self.starts != _UNDATED
        found &= (self.starts <= last.toordinal()) & (self.ends >= first.toordinal())
        return found

    def holds(self, text: str) -> Mask:
        """Strikes whose names and quotes hold all words of a text, whatever case and accents."""
        return self._kept(("q", text), lambda: self._holds(fold(text).split()))

    def count(self, name: str, mask: Mask) -> Counter[str]:
        """How many strikes of a mask have each value."""
        return self._set(name).count(mask)

    def _holds(self, words: Sequence[str]) -> Mask:
        found = (all(word in text for word in words) for text in self._texts)
        return np.fromiter(found, np.bool_, len(self.strikes))

    def _set(self, name: str) -> _Set:
        found = self._sets.get(name)
        if found is None:
            found = self._sets[name] = _Set([values(strike, name) for strike in self.strikes])
        return found

    def _kept(self, key: Hashable, made: Callable[[], Mask]) -> Mask:
        with self._lock:
            found = self._masks.pop(key, None)
        if found is None:
            found = made()
            found.flags.writeable = False
        with self._lock:
            self._masks[key] = found
            while len(self._masks) > _MOST_MASKS:
                self._masks.popitem(last=False)
        return found

    @cached_property
    def _gathered(self) -> Gathered:
        return Gathered(self.strikes)

    @cached_property
    def _texts(self) -> list[str]:
        return [_searched(strike) for strike in self.strikes]


class _Set:
    """One field of which a strike may have several values: a row for each value, with the strike it is of."""

    def __init__(self, rows: Sequence[Sequence[str]]) -> None:
        self._codes: dict[str, int] = {}
        self._many = len(rows)
        seen: dict[int, int] = {}  # by identity: most values are members of an enum, whose hash is slow
        flat = np.fromiter((self._code(value, seen) for row in rows for value in row), np.int64)
        lengths = np.fromiter(map(len, rows), np.int64, len(rows))
        width = max(len(self._codes), 1)
        once = np.repeat(np.arange(self._many), lengths) * width + flat
        if lengths.max(initial=0) > 1:
            once = np.unique(once)
        self._strike, self._value = (once // width).astype(np.int32), (once % width).astype(np.int32)

    def _code(self, value: str, seen: dict[int, int]) -> int:
        code = seen.get(id(value))
        if code is None:
            code = seen[id(value)] = self._codes.setdefault(value, len(self._codes))
        return code

    def any_of(self, wanted: frozenset[str]) -> Mask:
        codes = np.array([self._codes[value] for value in wanted if value in self._codes], np.int32)
        mask = np.zeros(self._many, np.bool_)
        mask[self._strike[np.isin(self._value, codes)]] = True
        return mask

    def count(self, mask: Mask) -> Counter[str]:
        found = np.bincount(self._value[mask[self._strike]], minlength=len(self._codes))
        return Counter(dict(zip(self._codes, found.tolist(), strict=True)))


_HELD: OrderedDict[int, Columns] = OrderedDict()
_HOLDING = Lock()


def columns(strikes: Sequence[Strike]) -> Columns:
    """The columns of these strikes; those of a tuple, which cannot change, are kept while it is in use."""
    if not isinstance(strikes, tuple):
        return Columns(strikes)
    with _HOLDING:
        found = _HELD.pop(id(strikes), None)
        if found is None or found.strikes is not strikes:
            found = Columns(strikes)
        _HELD[id(strikes)] = found
        while len(_HELD) > _MOST_HELD:
            _HELD.popitem(last=False)
    return found


def values(strike: Strike, name: str) -> Sequence[str]:
    """The values of one filter that a strike has; none where it is not known."""
    if name == "weapon":
        return strike.weapons
    if name == "effect":
        return strike.effects
    if name == "facility":
        return (strike.facility_id,) if strike.facility_id else ()
    if name in ("country", "region"):
        value = getattr(strike.place, name) if strike.place else None
        return (value,) if value else ()
    return (getattr(strike, name),)


def fold(text: str) -> str:
    """Text without case and accents, for searching."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else _UNDATED


def _searched(strike: Strike) -> str:
    parts = [
        strike.id,
        strike.name,
        strike.place.name if strike.place else "",
        *strike.claimed_by,
        *strike.confirmed_by,
        *strike.denied_by,
    ]
    for report in strike.reports:
        parts.append(report.target.name)
        parts += [evidence.quote for evidence in report.evidence]
    return fold("\n".join(parts))
