"""The single words of a lexicon's phrases, found once."""

from __future__ import annotations

from functools import cache


@cache
def words_of(phrases: frozenset[str]) -> frozenset[str]:
    """All words that the phrases hold."""
    return frozenset(word for phrase in phrases for word in phrase.split())


@cache
def first_words(phrases: frozenset[str]) -> frozenset[str]:
    """The words that phrases begin with."""
    return frozenset(phrase.split()[0] for phrase in phrases)
