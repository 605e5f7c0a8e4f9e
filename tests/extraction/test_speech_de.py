"""German reported speech: who stands behind what the mood of a verb or an unusual word of saying tells."""

from __future__ import annotations

import pytest
from telling import Told, check_told

CASES = {
    # Mood alone shows whose words they are.
    "unknown verb before": Told(
        "Drohnen haben in der Nacht die Raffinerie in Saratow getroffen. Gouverneur Roman Bussargin winkte ab, der Brand sei klein.",
        "confirmed",
        "drone",
        "fire",
    ),
    "unknown verb behind": Told(
        "Die Raffinerie in Wolgograd sei in der Nacht getroffen worden, frohlockte Drohnenkommandeur Robert Browdi.",
        "claimed",
    ),
    "mood goes on": Told(
        "Gouverneur Pawel Malkow meldete sich am Morgen zu Wort. Die Raffinerie in Rjasan sei in der Nacht von Drohnen getroffen worden.",
        "confirmed",
        "drone",
    ),
    "mood of a denial": Told(
        "Drohnen griffen in der Nacht die Raffinerie in Rjasan an. Gouverneur Pawel Malkow gab sich gelassen, alle seien abgefangen worden, die Anlage sei unversehrt.",
        "denied",
        "drone",
        "none",
    ),
    "residents end the governor's word": Told(
        "Drohnen flogen in der Nacht auf die Raffinerie in Saratow zu. Alle seien abgefangen worden, Schäden gebe es nicht, behauptete der Gouverneur. Anwohner hörten Explosionen.",
        "denied",
        "drone",
        "explosion none",
    ),
    # Verbs at the end of a clause, verbs that part.
    "wie die Behörden einräumten": Told(
        "Drohnentrümmer fielen in der Nacht auf die Raffinerie Ilski, wie die Behörden einräumten.",
        "confirmed",
        "drone",
        "debris",
    ),
    "wie der Stab wissen ließ": Told(
        "Auf dem Gelände der Raffinerie Afipski brennt es nach einem Drohnenangriff, wie der Krisenstab wissen ließ.",
        "confirmed",
        "drone",
        "fire",
    ),
    "stritt ab": Told(
        "Einen Drohnentreffer auf die Raffinerie in Ufa stritt Republikoberhaupt Radi Chabirow am Freitag ab.",
        "denied",
        "drone",
    ),
    # Capitals and official words that speak.
    "Kiew bekennt sich": Told(
        "Kiew hat sich zu dem Drohnenangriff auf die Raffinerie in Sysran bekannt.", "claimed", "drone"
    ),
    "nach ukrainischer Lesart": Told(
        "Nach ukrainischer Lesart trafen Drohnen in der Nacht das Ölterminal in Primorsk.", "claimed", "drone"
    ),
    "nach russischen Angaben": Told(
        "Nach russischen Angaben brennt die Raffinerie von Tuapse nach einem Drohnenangriff in der Nacht.",
        "confirmed",
        "drone",
        "fire",
    ),
    "headline with its source": Told(
        "Verteidigungskräfte treffen Raffinerie in Saratow – Generalstab", "claimed"
    ),
    "the attacker speaks after": Told(
        "Die ukrainischen Drohnenstreitkräfte haben in der Nacht das Tanklager in Noginsk angegriffen. Kommandeur Robert Browdi nannte das Ergebnis gut.",
        "claimed",
    ),
    "the enemy's army tells of harm": Told(
        "Dem Generalstab in Kiew zufolge wurden am Donnerstag in der Raffinerie Saratow zwei Tanks zerstört.",
        "claimed",
        "",
        "damage",
    ),
    "the port confirms, nobody is hurt": Told(
        "Eine Drohne ist am Freitag auf den Ölhafen Primorsk gestürzt. Die Hafenverwaltung bestätigte das, meldete aber keine Verletzten.",
        "confirmed",
        "drone",
    ),
    "blames the enemy": Told(
        "Das Ölterminal in Ust-Luga brennt nach einem Angriff in der Nacht. Gouverneur Drosdenko machte ukrainische Drohnen verantwortlich.",
        "confirmed",
        "drone",
        "fire",
    ),
    "satellites are independent proof": Told(
        "Satellitenbilder zeigen ein Feuer in der Raffinerie Saratow, die in der Nacht von Drohnen getroffen wurde.",
        "confirmed",
        "drone",
        "fire",
    ),
    # Who says nothing of it.
    "bestätigten dies nicht": Told(
        "Drohnen sollen in der Nacht die Raffinerie in Tuapse getroffen haben. Die Behörden bestätigten dies nicht.",
        "reported",
        "drone",
    ),
    "weder bestätigen noch dementieren": Told(
        "Blogger melden einen Drohnentreffer auf das Tanklager in Noginsk. Der Gouverneur wollte das weder bestätigen noch dementieren.",
        "reported",
        "drone",
    ),
    "no statement": Told(
        "Die Raffinerie in Sysran wurde in der Nacht von Drohnen getroffen. Eine Stellungnahme der Behörden gab es nicht.",
        "reported",
        "drone",
    ),
    "keine Angaben zu Schäden": Told(
        "Der Gouverneur bestätigte einen Drohnenangriff auf die Raffinerie in Perm am Freitag. Zu Schäden machte er keine Angaben.",
        "confirmed",
        "drone",
    ),
    "zu Schaden kam niemand": Told(
        "Eine Drohne schlug in der Nacht in der Raffinerie Saratow ein, schrieb der Gouverneur. Zu Schaden gekommen sei niemand.",
        "confirmed",
        "drone",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_whose_word_a_german_text_gives(case: Told) -> None:
    check_told(case, "de")
