"""Who confirms, claims and denies: any office of the struck side, its operators, and nobody else."""

from __future__ import annotations

import pytest
from reading import one, read
from voice_cases import VOICES

from tracker.model import Status

CASES = [
    (lang, status, text)
    for lang, by_status in VOICES.items()
    for status, texts in by_status.items()
    for text in texts
]


@pytest.mark.parametrize(("lang", "status", "text"), CASES)
def test_whose_word_makes_the_status(lang: str, status: str, text: str) -> None:
    assert one(text, lang=lang).status is Status(status)


NAMES = {
    "a person before the office": (
        "en",
        "Oleg Nikolayev, leader of Chuvashia, conceded that a drone hit the Tingovatovo pumping station overnight.",
        ("Oleg Nikolayev",),
    ),
    "a region": (
        "en",
        "Tatarstan confirms a drone hit on the Kaleikino pumping station overnight.",
        ("Tatarstan",),
    ),
    "a capital": (
        "sk",
        "Kyjev potvrdil, že ruské rakety v noci poškodili Trypiľskú tepelnú elektráreň.",
        ("Kyjev",),
    ),
    "nobody named": (
        "ru",
        "В Рязани после двух дней молчания признали, что в среду дроны повредили местный НПЗ.",
        ("Рязани",),
    ),
    "a Hungarian name before the office": (
        "hu",
        "Drónok gyújtották fel az éjjel az asztraháni gázfeldolgozót. Igor Babuskin kormányzó a roncsokat hibáztatta.",
        ("Igor Babuskin",),
    ),
}


@pytest.mark.parametrize(("lang", "text", "names"), NAMES.values(), ids=NAMES.keys())
def test_who_confirms_is_named_as_printed(lang: str, text: str, names: tuple[str, ...]) -> None:
    assert one(text, lang=lang).confirmed_by == names


FOREIGN = {
    "of the attacker": ("Officials in Kyiv said drones set the Ryazan refinery on fire overnight.", False),
    "of a buyer that lost its supply": (
        "Kazakhstan's energy ministry said the Orenburg gas plant stopped intake after drones hit it overnight.",
        True,
    ),
    "of the body that attacks": (
        "The head of Ukraine's General Staff said drones set the Ryazan refinery ablaze overnight.",
        False,
    ),
}


@pytest.mark.parametrize(("text", "confirms"), FOREIGN.values(), ids=FOREIGN.keys())
def test_an_office_belongs_to_whoever_is_named_beside_it(text: str, confirms: bool) -> None:
    assert (one(text).status is Status.CONFIRMED) == confirms


def test_an_entry_of_a_live_page_is_not_the_author_of_the_others() -> None:
    text = (
        "09:40 Vitali Klitschko: a thousand homes in Kyiv are cold.\n\n"
        "07:50 Three missiles hit the Ladyzhyn power plant overnight, the Monitor channel writes."
    )
    assert one(text).status is Status.REPORTED


def test_a_headline_on_one_plant_does_not_confirm_the_other() -> None:
    text = (
        "Komi authorities confirm a hit on the refinery\n\nDrones hit the Ukhta refinery overnight, governor "
        "Rostislav Goldstein said.\n\nThe channel Exilenova also reports drones at the Sosnogorsk gas "
        "processing plant overnight."
    )
    found = {report.facility_id: report.status for report in read(text).reports}
    assert found == {"ukhta-refinery": Status.CONFIRMED, "sosnogorsk-gpp": Status.REPORTED}
