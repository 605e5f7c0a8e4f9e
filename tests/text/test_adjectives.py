"""Towns behind adjectives: every answer is a guess, the right one is among them."""

from __future__ import annotations

import pytest

from tracker.knowledge import knowledge
from tracker.text.adjectives import names_behind, stem_of


@pytest.mark.parametrize(
    ("surface", "lang", "town"),
    [
        ("Херсонську", "uk", "Kherson"),
        ("Запорізька", "uk", "Zaporizhzhya"),
        ("Одеській", "uk", "Odesa"),
        ("Дніпровська", "uk", "Dnipro"),
        ("Ярославская", "ru", "Yaroslavl"),
        ("Вологодской", "ru", "Vologda"),
        ("Пензенский", "ru", "Penza"),
        ("Липецкую", "ru", "Lipetsk"),
        ("chersonskú", "sk", "Kherson"),
        ("odeskú", "sk", "Odesa"),
        ("rjazaňská", "cs", "Ryazan"),
        ("uněčském", "cs", "Unecha"),
        ("riazańskiej", "pl", "Ryazan"),
        ("wołgogradzka", "pl", "Volgograd"),
    ],
)
def test_an_adjective_leads_back_to_its_town(surface: str, lang: str, town: str) -> None:
    found = knowledge().towns.find_adjective(surface, lang)
    assert found is not None
    assert found.name == town


@pytest.mark.parametrize(
    ("word", "lang"),
    [("российских", "ru"), ("морской", "ru"), ("rafinéria", "sk"), ("Ryazan", "en"), ("", "uk")],
)
def test_other_words_lead_to_no_town(word: str, lang: str) -> None:
    assert knowledge().towns.find_adjective(word, lang) is None


def test_a_word_that_is_no_adjective_has_no_stem() -> None:
    assert stem_of("Херсонська", "uk") == "херсон"
    assert stem_of("Херсон", "uk") is None
    assert names_behind("refinery", "en") == ()
