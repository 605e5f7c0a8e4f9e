"""Every language tells fires, damage, stops, outages, spills, blasts and casualties by its own words."""

from __future__ import annotations

import pytest
from effect_cases import ATTACK, HARM, NO_HARM
from reading import one

from tracker.model import Effect

TOLD = [
    (lang, effect, text)
    for lang, words in HARM.items()
    for effect, texts in words.items()
    for text in texts.split(" / ")
]
UNHARMED = [(lang, text) for lang, texts in NO_HARM.items() for text in texts.split(" / ")]


@pytest.mark.parametrize(("lang", "effect", "text"), TOLD)
def test_what_the_sentence_behind_an_attack_tells(lang: str, effect: str, text: str) -> None:
    assert Effect(effect) in one(ATTACK[lang].format(text), lang=lang).effects


@pytest.mark.parametrize(("lang", "text"), UNHARMED)
def test_what_is_no_harm_to_the_site(lang: str, text: str) -> None:
    assert set(one(ATTACK[lang].format(text), lang=lang).effects) <= {Effect.NONE}
