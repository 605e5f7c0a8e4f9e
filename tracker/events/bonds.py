"""Which reports stay together and which stay apart: what people said first, the machine's word last.

Reports are numbers here, given out by content, so that nothing depends on who came first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from itertools import combinations, product


class Bonds:
    """Groups of numbers. Whoever speaks first is obeyed: a later word that contradicts has no effect."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self._apart: dict[int, set[int]] = defaultdict(set)
        self.taken: set[int] = set()
        """The numbers that were parted from others, as against those that they were parted from."""

    def group(self, number: int) -> int:
        """The group of a number, as the number that stands for it."""
        while self._parent[number] != number:
            number = self._parent[number]
        return number

    def together(self, numbers: Iterable[int]) -> None:
        """Joins all these, as far as nobody keeps them apart."""
        for one, other in combinations(numbers, 2):
            self.join(one, other)

    def part(self, staying: Iterable[int], leaving: Iterable[int]) -> None:
        """Keeps each of some apart from each of others, as far as nobody has joined them."""
        for one, other in product(staying, leaving):
            here, there = self.group(one), self.group(other)
            if here != there:
                self._apart[here].add(there)
                self._apart[there].add(here)
                self.taken.add(other)

    def join(self, one: int, other: int) -> bool:
        """Joins two groups unless they are kept apart; gives whether they are one now."""
        here, there = self.group(one), self.group(other)
        if there in self._apart[here]:
            return False
        if here != there:
            self._parent[there] = here
            for foe in self._apart.pop(there, ()):
                self._apart[foe].discard(there)
                self._apart[foe].add(here)
                self._apart[here].add(foe)
        return True


def hosts(members: Sequence[int], bonds: Bonds) -> list[list[int]]:
    """What the machine takes for one, in as few parts as people allow; the first is the one that stays.

    Those that were taken out of a strike come last, larger sides before smaller ones.
    """
    sides: dict[int, list[int]] = defaultdict(list)
    for number in sorted(members):
        sides[bonds.group(number)].append(number)
    order = sorted(sides.values(), key=lambda s: (not bonds.taken.isdisjoint(s), -len(s), s[0]))
    parts: list[list[int]] = []
    for side in order:
        home = next((part for part in parts if bonds.join(part[0], side[0])), None)
        if home is None:
            parts.append(side)
        else:
            home += side
    return parts


def home_of(said: Hashable, parts: Sequence[Sequence[int]], alike: Sequence[Hashable]) -> int:
    """Where a report goes that nobody has judged, when people have parted what the machine takes for one.

    To the one part in which somebody says the very same (`alike` by number); otherwise to the first, which
    stays. Gives a number of that part.
    """
    same = [part for part in parts if any(alike[number] == said for number in part)]
    return (same[0] if len(same) == 1 else parts[0])[0]
