"""Which language a text is in."""

from __future__ import annotations

import pytest

from tracker.text.language import LANGUAGES, detect

SAMPLES = {
    "en": "Ukrainian drones struck an oil pumping station in the Bryansk region overnight.",
    "uk": "Уночі безпілотники уразили нафтоперекачувальну станцію у Брянській області.",
    "ru": "Ночью беспилотники атаковали нефтеперекачивающую станцию в Брянской области.",
    "hu": "Éjszaka ukrán drónok támadtak egy olajszivattyú-állomást a brjanszki régióban.",
    "sk": "Ukrajinské drony v noci zasiahli prečerpávaciu stanicu ropy v Brjanskej oblasti.",
    "cs": "Ukrajinské drony v noci zasáhly přečerpávací stanici ropy v Brjanské oblasti.",
    "de": "Ukrainische Drohnen haben in der Nacht eine Ölpumpstation im Gebiet Brjansk getroffen.",
    "pl": "Ukraińskie drony uderzyły w nocy w przepompownię ropy w obwodzie briańskim.",
}


@pytest.mark.parametrize(("lang", "text"), SAMPLES.items())
def test_a_sentence_is_enough(lang: str, text: str) -> None:
    assert detect(text) == lang


@pytest.mark.parametrize("text", ["", "12345", "日本語の文章です", "\0\0"])
def test_any_text_gets_one_of_our_languages(text: str) -> None:
    assert detect(text) in LANGUAGES
