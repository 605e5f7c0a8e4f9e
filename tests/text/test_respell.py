from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.respell import cyrillic_skeleton, skeletons


@pytest.mark.parametrize(
    ("respelled", "lang", "cyrillic"),
    [
        ("Unyecsa", "hu", "Унеча"),
        ("Brjanszk", "hu", "Брянск"),
        ("Novorosszijszk", "hu", "Новороссийск"),
        ("Jejszk", "hu", "Ейск"),
        ("Rjazany", "hu", "Рязань"),
        ("Szizrany", "hu", "Сызрань"),
        ("Uljanovszk", "hu", "Ульяновск"),
        ("Uneča", "sk", "Унеча"),
        ("Kiriši", "sk", "Кириши"),
        ("Brjansk", "cs", "Брянск"),
        ("Uněča", "cs", "Унеча"),
        ("Briańsk", "pl", "Брянск"),
        ("Unecza", "pl", "Унеча"),
        ("Noworosyjsk", "pl", "Новоросийск"),
        ("Rjasan", "de", "Рязань"),
        ("Unetscha", "de", "Унеча"),
        ("Woronesh", "de", "Воронеж"),
        ("Ust-Luga", "sk", "Усть-Луга"),
    ],
)
def test_a_respelling_sounds_like_its_name(respelled: str, lang: str, cyrillic: str) -> None:
    assert cyrillic_skeleton(cyrillic) in skeletons(respelled, lang)


def test_other_letters_and_languages_have_no_skeleton() -> None:
    assert cyrillic_skeleton("Brjansk") is None
    assert skeletons("Brjansk", "en") == ()
    assert skeletons("Брянск", "hu") == ()


def test_different_names_keep_different_skeletons() -> None:
    assert cyrillic_skeleton("Самара") not in skeletons("Samarra", "sk")
    assert cyrillic_skeleton("Рязань") not in skeletons("Rjazanov", "sk")


@given(st.text(max_size=40), st.sampled_from(("hu", "sk", "cs", "pl", "de", "en")))
def test_any_word_has_at_most_eight_skeletons(word: str, lang: str) -> None:
    assert len(skeletons(word, lang)) <= 8
