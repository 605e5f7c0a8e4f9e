"""Status, weapons and effects of English texts: who speaks, for which side, and of what."""

from __future__ import annotations

import pytest
from telling import Told, check_told

CASES = {
    "governor admits a fire at an unnamed site": Told(
        "Drones hit the Saratov refinery overnight, Ukraine's General Staff said. Governor Roman Busargin wrote that debris had set fire to an industrial site in the city.",
        "confirmed",
        "drone",
        "debris fire",
    ),
    "operator admits a stop": Told(
        "A drone strike on the Unecha pumping station on Thursday night halted oil flows to Slovakia, pipeline operator Transpetrol said.",
        "confirmed",
        "drone",
        "halted",
    ),
    "owner is not a speaker": Told(
        "Bloomberg reported that Rosneft's Syzran refinery was hit by drones on Tuesday.",
        "reported",
        "drone",
    ),
    "struck side denies and attacker tells of a fire": Told(
        "Kyiv's General Staff said its drones struck the Afipsky refinery overnight and a fire broke out. The regional headquarters said all drones were shot down and the plant was not damaged.",
        "denied",
        "drone",
        "none",
    ),
    "he added": Told(
        "Drones attacked the Ryazan refinery last night. Governor Pavel Malkov said air defences had worked over the region. He added that falling debris had caused a blaze at one enterprise.",
        "confirmed",
        "drone",
        "debris fire",
    ),
    "passive confirmation": Told(
        "Missiles struck the Burshtyn power plant on Friday morning. The attack was confirmed by the energy ministry.",
        "confirmed",
        "missile",
    ),
    "sources in the service": Told(
        "SBU drones hit the Tuapse oil terminal overnight, a source in the SBU told reporters.",
        "claimed",
        "drone",
    ),
    "no comment is no word": Told(
        "Drones struck the Novoshakhtinsk refinery on Thursday, residents said. The governor has not commented.",
        "reported",
        "drone",
    ),
    "extent of damage unknown": Told(
        "In the night of 22 August units struck the Ilsky refinery, the General Staff said. The extent of the damage is being clarified.",
        "claimed",
    ),
    "nobody hurt": Told(
        "A drone hit the Volgograd refinery overnight and a fire broke out, the governor said. There were no casualties.",
        "confirmed",
        "drone",
        "fire",
    ),
    "no casualties but a fire": Told(
        "There were no casualties but a fire broke out after drones hit the Kirishi refinery on Thursday, the governor said.",
        "confirmed",
        "drone",
        "fire",
    ),
    "wounded elsewhere": Told(
        "Russian missiles hit the Trypilska power plant overnight, leaving towns without power, the energy ministry said. In Kharkiv, shelling of a market wounded three people.",
        "confirmed",
        "missile",
        "power_outage",
    ),
    "homes are not the plant": Told(
        "Drones attacked the Slavyansk refinery overnight, causing a fire, the regional task force said. In the village, windows of a private house were damaged.",
        "confirmed",
        "drone",
        "fire",
    ),
    "quote before its speaker": Told(
        'Drones struck the Perm refinery on Thursday. "There was a hit on the plant, equipment is damaged," governor Dmitry Makhonin said.',
        "confirmed",
        "drone",
        "damage",
    ),
    "shot down elsewhere": Told(
        "Ukrainian missiles hit the Novorossiysk oil terminal overnight, setting tanks ablaze, the governor said. The defence ministry said 60 drones were shot down over other regions.",
        "confirmed",
        "missile",
        "fire",
    ),
    "naval drones": Told(
        "Sea Baby unmanned boats struck the CPC marine terminal on Friday, the company said, and loading stopped.",
        "confirmed",
        "naval_drone",
        "halted",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_what_english_texts_tell_of_a_strike(case: Told) -> None:
    check_told(case, "en")
