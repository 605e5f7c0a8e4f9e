"""Status, weapons and effects of Czech texts: who speaks, for which side, and of what."""

from __future__ import annotations

import pytest
from telling import Told, check_told

CASES = {
    "gubernátor připustil požár v podniku": Told(
        "Drony v noci zasáhly rafinerii v Saratově, oznámil generální štáb. Gubernátor Roman Busargin napsal, že trosky zapálily průmyslový objekt ve městě.",
        "confirmed",
        "drone",
        "debris fire",
    ),
    "provozovatel o zastavení": Told(
        "Po čtvrtečním útoku dronů na čerpací stanici Uněča se tok ropy na Slovensko zastavil, potvrdil Transpetrol.",
        "confirmed",
        "drone",
        "halted",
    ),
    "vlastník nemluví": Told(
        "Podle agentury Bloomberg drony v úterý zasáhly rafinerii Rosněfti v Syzrani.",
        "reported",
        "drone",
    ),
    "všechny sestřeleny": Told(
        "Drony v noci zaútočily na rafinerii v Rjazani. Gubernátor tvrdí, že všechny byly sestřeleny a škody nejsou.",
        "denied",
        "drone",
        "none",
    ),
    "dodal": Told(
        "Drony ve čtvrtek zasáhly rafinerii Ilskij. Operační štáb kraje informoval o náletu. Dodal, že na místě vypukl požár.",
        "confirmed",
        "drone",
        "fire",
    ),
    "zdroj v SBU": Told(
        "Drony SBU zasáhly v noci ropný terminál v Tuapse, řekl zdroj v SBU.",
        "claimed",
        "drone",
    ),
    "rozsah škod": Told(
        "Generální štáb oznámil, že v noci zasáhl rafinerii v Jaroslavli. Rozsah škod se zjišťuje.",
        "claimed",
    ),
    "zraněn nikdo nebyl": Told(
        "Dron v noci zasáhl rafinerii ve Volgogradu a vypukl požár, uvedl gubernátor. Zraněn nikdo nebyl.",
        "confirmed",
        "drone",
        "fire",
    ),
    "potvrdil to": Told(
        "Rakety v noci zasáhly tepelnou elektrárnu Burštyn, část města zůstala bez proudu. Potvrdil to ministr energetiky.",
        "confirmed",
        "missile",
        "power_outage",
    ),
    "ministerstvo útok potvrdilo": Told(
        "Drony v noci zasáhly kompresorovou stanici Orlivka. Ministerstvo energetiky útok potvrdilo.",
        "confirmed",
        "drone",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_what_czech_texts_tell_of_a_strike(case: Told) -> None:
    check_told(case, "cs")
