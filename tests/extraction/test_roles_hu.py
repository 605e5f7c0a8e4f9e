"""Status, weapons and effects of Hungarian texts: who speaks, for which side, and of what."""

from __future__ import annotations

import pytest
from telling import Told, check_told

CASES = {
    "a kormányzó tüzet ismert el egy üzemben": Told(
        "Drónok támadták az éjjel a szaratovi finomítót, közölte az ukrán vezérkar. Roman Buszargin kormányzó elismerte, hogy egy ipari létesítményben tűz keletkezett.",
        "confirmed",
        "drone",
        "fire",
    ),
    "az üzemeltető a leállásról": Told(
        "Csütörtök este dróntámadás érte az unyecsai szivattyúállomást, leállt az olajszállítás Szlovákiába, közölte a Transpetrol.",
        "confirmed",
        "drone",
        "halted",
    ),
    "a tulajdonos nem beszél": Told(
        "A Bloomberg szerint a Rosznyefty szizranyi finomítóját kedden drónok támadták.",
        "reported",
        "drone",
    ),
    "mindet lelőtték": Told(
        "Drónok támadták az éjjel a rjazanyi finomítót. A kormányzó szerint mindet lelőtték, nem keletkezett kár.",
        "denied",
        "drone",
        "none",
    ),
    "hozzátette": Told(
        "Drónok támadták csütörtökön az ilszkiji finomítót. A kormányzó a támadásról számolt be. Hozzátette, hogy az üzemben tűz ütött ki.",
        "confirmed",
        "drone",
        "fire",
    ),
    "források az SZBU-ban": Told(
        "Az SZBU drónjai csapást mértek az éjjel a tuapszei olajterminálra, közölte az SZBU forrása.",
        "claimed",
        "drone",
    ),
    "a károk mértéke": Told(
        "Az ukrán vezérkar közölte, hogy az éjjel csapást mért a jaroszlavli finomítóra. A károk mértékét felmérik.",
        "claimed",
    ),
    "senki sem sérült meg": Told(
        "Drón találta el az éjjel a volgográdi finomítót, tűz ütött ki, közölte a kormányzó. Senki sem sérült meg.",
        "confirmed",
        "drone",
        "fire",
    ),
    "ezt megerősítette": Told(
        "Rakéták csapódtak be az éjjel a burstini hőerőműbe, a környék áram nélkül maradt. Ezt megerősítette az energiaügyi miniszter.",
        "confirmed",
        "missile",
        "power_outage",
    ),
    "pilóta nélküli gépek": Told(
        "Pilóta nélküli gépek támadták csütörtökön a permi finomítót, robbanás hallatszott, írta egy helyi csatorna.",
        "reported",
        "drone",
        "explosion",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_what_hungarian_texts_tell_of_a_strike(case: Told) -> None:
    check_told(case, "hu")
