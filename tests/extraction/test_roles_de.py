"""Status, weapons and effects of German texts: who speaks, for which side, and of what."""

from __future__ import annotations

import pytest
from telling import Told, check_told

CASES = {
    "Gouverneur räumt Brand in einem Betrieb ein": Told(
        "Drohnen haben in der Nacht die Raffinerie in Saratow getroffen, teilte der ukrainische Generalstab mit. Gouverneur Roman Bussargin räumte ein, dass Trümmer ein Industrieobjekt in Brand gesetzt haben.",
        "confirmed",
        "drone",
        "debris fire",
    ),
    "Betreiber über den Stopp": Told(
        "Nach einem Drohnenangriff auf die Pumpstation Unetscha am Donnerstagabend fließt kein Öl mehr in die Slowakei, bestätigte der Betreiber Transpetrol.",
        "confirmed",
        "drone",
        "halted",
    ),
    "Eigentümer spricht nicht": Told(
        "Laut Bloomberg griffen Drohnen am Dienstag die Rosneft-Raffinerie in Sysran an.",
        "reported",
        "drone",
    ),
    "alle abgeschossen": Told(
        "Drohnen griffen in der Nacht die Raffinerie in Rjasan an. Der Gouverneur erklärte, alle seien abgeschossen worden, Schäden gebe es nicht.",
        "denied",
        "drone",
        "none",
    ),
    "fügte er hinzu": Told(
        "Drohnen griffen am Donnerstag die Raffinerie Ilski an. Der Gouverneur berichtete von einem Angriff. Auf dem Gelände sei ein Brand ausgebrochen, fügte er hinzu.",
        "confirmed",
        "drone",
        "fire",
    ),
    "Quellen im SBU": Told(
        "SBU-Drohnen trafen in der Nacht das Ölterminal in Tuapse, sagte eine Quelle im SBU.",
        "claimed",
        "drone",
    ),
    "Ausmaß der Schäden": Told(
        "Der Generalstab meldete einen Treffer auf die Raffinerie in Jaroslawl in der Nacht. Das Ausmaß der Schäden wird geprüft.",
        "claimed",
    ),
    "Verletzte gab es nicht": Told(
        "Eine Drohne traf in der Nacht die Raffinerie in Wolgograd, ein Brand brach aus, sagte der Gouverneur. Verletzte gab es nicht.",
        "confirmed",
        "drone",
        "fire",
    ),
    "das bestätigte die Ministerin": Told(
        "Raketen trafen in der Nacht das Wärmekraftwerk Burschtyn, Tausende blieben ohne Strom. Das bestätigte das Energieministerium.",
        "confirmed",
        "missile",
        "power_outage",
    ),
    "nach Behördenangaben": Told(
        "Auf die Raffinerie Ilski stürzten in der Nacht nach Behördenangaben Drohnentrümmer, zwei Tanks gerieten in Brand.",
        "confirmed",
        "drone",
        "debris fire",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_what_german_texts_tell_of_a_strike(case: Told) -> None:
    check_told(case, "de")
