"""Status, weapons and effects of Slovak texts: who speaks, for which side, and of what."""

from __future__ import annotations

import pytest
from telling import Told, check_told

CASES = {
    "gubernátor priznal požiar v podniku": Told(
        "Drony v noci zasiahli rafinériu v Saratove, oznámil generálny štáb. Gubernátor Roman Busargin napísal, že trosky zapálili priemyselný objekt v meste.",
        "confirmed",
        "drone",
        "debris fire",
    ),
    "prevádzkovateľ o zastavení": Told(
        "Po štvrtkovom útoku dronov na prečerpávaciu stanicu Uneča sa tok ropy na Slovensko zastavil, potvrdil Transpetrol.",
        "confirmed",
        "drone",
        "halted",
    ),
    "majiteľ nie je hovorca": Told(
        "Podľa agentúry Bloomberg drony v utorok zasiahli rafinériu Rosnefti v Syzrani.",
        "reported",
        "drone",
    ),
    "všetky zostrelené": Told(
        "Drony v noci zaútočili na rafinériu v Riazani. Gubernátor tvrdí, že všetky boli zostrelené a škody nie sú.",
        "denied",
        "drone",
        "none",
    ),
    "dodal": Told(
        "Drony vo štvrtok zasiahli rafinériu Iľskij. Operačný štáb kraja informoval o nálete. Dodal, že na mieste vypukol požiar.",
        "confirmed",
        "drone",
        "fire",
    ),
    "zdroj v SBU": Told(
        "Drony SBU zasiahli v noci ropný terminál v Tuapse, povedal zdroj v SBU.",
        "claimed",
        "drone",
    ),
    "rozsah škôd": Told(
        "Generálny štáb oznámil, že v noci zasiahol rafinériu v Jaroslavli. Rozsah škôd sa zisťuje.",
        "claimed",
    ),
    "nikto nebol zranený": Told(
        "Dron v noci trafil rafinériu vo Volgograde a vypukol požiar, uviedol gubernátor. Nikto nebol zranený.",
        "confirmed",
        "drone",
        "fire",
    ),
    "odmieta": Told(
        "Ukrajina tvrdí, že drony vo štvrtok zasiahli rafinériu v Orsku. Gubernátor Solncev to odmieta, podľa neho sa nič nepoškodilo.",
        "denied",
        "drone",
        "none",
    ),
    "potvrdil to": Told(
        "Rakety v noci zasiahli tepelnú elektráreň Burštyn, časť mesta ostala bez prúdu. Potvrdil to minister energetiky.",
        "confirmed",
        "missile",
        "power_outage",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_what_slovak_texts_tell_of_a_strike(case: Told) -> None:
    check_told(case, "sk")
