"""A target at its place in a text."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.model import Target


@dataclass(frozen=True, slots=True)
class Mention:
    """A target at its place in the text. `anaphoric`: a bare facility word that refers back to it."""

    start: int
    end: int
    sentence: int
    target: Target
    anaphoric: bool = False
    loose: bool = False
