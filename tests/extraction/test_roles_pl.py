"""Status, weapons and effects of Polish texts: who speaks, for which side, and of what."""

from __future__ import annotations

import pytest
from telling import Told, check_told

CASES = {
    "gubernator przyznał, że płonie zakład": Told(
        "Drony uderzyły w nocy w rafinerię w Saratowie, podał ukraiński Sztab Generalny. Gubernator Roman Busargin przyznał, że szczątki wywołały pożar w zakładzie przemysłowym.",
        "confirmed",
        "drone",
        "debris fire",
    ),
    "operator o wstrzymaniu": Told(
        "Po czwartkowym ataku dronów na stację pomp Unecza wstrzymano tłoczenie ropy na Słowację, potwierdził Transpetrol.",
        "confirmed",
        "drone",
        "halted",
    ),
    "właściciel nie mówi": Told(
        "Według agencji Bloomberg drony zaatakowały we wtorek rafinerię Rosnieftu w Syzraniu.",
        "reported",
        "drone",
    ),
    "wszystkie zestrzelone": Told(
        "Drony zaatakowały w nocy rafinerię w Riazaniu. Gubernator oświadczył, że wszystkie zestrzelono, zniszczeń nie ma.",
        "denied",
        "drone",
        "none",
    ),
    "dodał": Told(
        "Drony zaatakowały w czwartek rafinerię Ilski. Sztab operacyjny kraju poinformował o nalocie. Dodał, że na terenie wybuchł pożar.",
        "confirmed",
        "drone",
        "fire",
    ),
    "źródło w SBU": Told(
        "Drony SBU uderzyły w nocy w terminal naftowy w Tuapse, przekazało źródło w SBU.",
        "claimed",
        "drone",
    ),
    "skala zniszczeń": Told(
        "Sztab Generalny poinformował o trafieniu rafinerii w Jarosławiu nad Wołgą w nocy. Skala zniszczeń jest ustalana.",
        "claimed",
    ),
    "nikt nie ucierpiał": Told(
        "Dron uderzył w nocy w rafinerię w Wołgogradzie, wybuchł pożar, podał gubernator. Nikt nie ucierpiał.",
        "confirmed",
        "drone",
        "fire",
    ),
    "potwierdził to": Told(
        "Rakiety trafiły w nocy w elektrownię w Bursztynie, tysiące domów zostały bez prądu. Potwierdziło to ministerstwo energetyki.",
        "confirmed",
        "missile",
        "power_outage",
    ),
    "próbowały zniszczyć": Told(
        "Drony próbowały w nocy zniszczyć tłocznię Russkaja, ale atak odparto, a uszkodzeń nie stwierdzono, oświadczył Gazprom.",
        "denied",
        "drone",
        "none",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_what_polish_texts_tell_of_a_strike(case: Told) -> None:
    check_told(case, "pl")
