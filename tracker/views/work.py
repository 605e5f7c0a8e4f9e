"""Long work in steps: it shows what it is doing and how long it may take, and stops between two steps.

A step never touches Streamlit, so the page's run can only be interrupted between steps: what was done stays
done, and the next run goes on from there.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Protocol

import streamlit as st

from tracker.desk import Fix
from tracker.figures import words
from tracker.model import Article, Parsed
from tracker.sources import Failure
from tracker.views import data, side

_FIRST_GUESS = 3.0
"""Seconds after which the time that is left is guessed."""


class Work(Protocol):
    """Something to be done in steps."""

    seconds: float
    stopped: bool

    @property
    def verb(self) -> str:
        """What is done to each, `Reading`."""

    @property
    def done(self) -> int:
        """How many steps are done."""

    @property
    def left(self) -> int:
        """How many steps are known to be left."""

    def upcoming(self) -> str:
        """What the next step works on."""

    def step(self) -> None:
        """Does one step."""

    def stop(self) -> None:
        """Makes this the end of the work, until it is told to go on."""


@dataclass(frozen=True, slots=True)
class Source:
    """Something to be read: its name, and how it is opened."""

    name: str
    open: Callable[[], Iterator[Article | Failure]]


class Reading:
    """Opens sources, then parses their articles one by one; what cannot be read is a Failure in its place."""

    verb = "Reading"

    def __init__(self, sources: Iterable[Source]) -> None:
        self._sources, self._articles = deque(sources), deque[Article | Failure]()
        self.results: list[Parsed | Failure] = []
        self.seconds, self.stopped = 0.0, False

    @property
    def done(self) -> int:
        """How many articles are parsed."""
        return len(self.results)

    @property
    def left(self) -> int:
        """How many sources are not opened yet, and how many articles of the others are not parsed."""
        return len(self._sources) + len(self._articles)

    def upcoming(self) -> str:
        """The source or article whose turn it is."""
        if self._sources:
            return self._sources[0].name
        item = self._articles[0]
        return item.where if isinstance(item, Failure) else item.title or item.id

    def step(self) -> None:
        """Opens the next source; when all are open, parses the next article."""
        if self._sources:
            self._articles.extend(self._sources.popleft().open())
        else:
            self.results.append(data.parsed(self._articles.popleft()))

    def stop(self) -> None:
        """Leaves the rest unread for now."""
        self.stopped = True


class Saving:
    """Stores articles with what was found in them, one by one; `kept` are those that are stored.

    It carries what a person changed in them, and their name and reason, to be kept when all are stored.
    """

    verb = "Saving"

    def __init__(self, items: Iterable[Parsed], fixes: Sequence[Fix], signed: tuple[str, str]) -> None:
        self._items = deque(items)
        self.fixes, self.signed = fixes, signed
        self.kept: list[Parsed] = []
        self.new, self.seconds, self.stopped = 0, 0.0, False

    @property
    def done(self) -> int:
        """How many are stored."""
        return len(self.kept)

    @property
    def left(self) -> int:
        """How many are not stored yet."""
        return len(self._items)

    def upcoming(self) -> str:
        """The article whose turn it is."""
        return self._items[0].article.title or self._items[0].article.id

    def step(self) -> None:
        """Stores the next one."""
        item = self._items.popleft()
        self.new += data.add(item)
        self.kept.append(item)

    def stop(self) -> None:
        """Leaves the rest unsaved."""
        self.stopped = True


def run(work: Work, key: str) -> bool:
    """Does the work, with a bar and a button that stops it; whether nothing of it is going on any more."""
    if work.stopped or not work.left:
        return True
    place = st.empty()
    with place.container():
        bar = st.progress(0.0, f"{work.verb}")
        st.button("Stop", on_click=work.stop, key=f"stop {key}")
    while work.left:
        bar.progress(work.done / (work.done + work.left), side.plain(told(work)))
        begun = monotonic()
        work.step()
        work.seconds += monotonic() - begun
    place.empty()
    return True


def told(work: Work) -> str:
    """What is being done: `Reading 13 of 300: kyiv-1.txt, about 2 min left`."""
    now = f"{work.verb} {work.done + 1:,} of {work.done + work.left:,}: {work.upcoming()}"
    if work.seconds < _FIRST_GUESS or not work.done:
        return now
    left = work.seconds / work.done * work.left
    guess = f"{round(left / 60):,} min" if left >= 90 else words.count(max(round(left), 1), "second")
    return f"{now}, about {guess} left"
