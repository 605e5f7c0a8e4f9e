"""Short German articles after the patterns of real news, read end to end; published on Friday, 22 August 2025."""

from __future__ import annotations

from datetime import date

import pytest
from reading import Case, check, check_supply, one, read

from tracker.model import Effect, FlowWord, Route, Weapon

STRIKES = {
    "wire, governor and general staff": Case(
        "Rjasan (AP) - Die ukrainische Armee hat in der Nacht zum Freitag die Ölraffinerie im russischen Rjasan mit Drohnen angegriffen. "
        "Der Generalstab in Kiew teilte auf Telegram mit, das Ziel sei von den Drohnenstreitkräften getroffen worden. "
        "Gouverneur Pawel Malkow bestätigte, dass Trümmer auf das Gelände eines Industriebetriebs gefallen seien und dort ein Brand ausgebrochen sei.",
        (("ryazan-refinery", "2025-08-21", "2025-08-22", "UA", "confirmed"),),
    ),
    "claim alone": Case(
        "Die Raffinerie in Saratow ist nach Angaben des ukrainischen Generalstabs in der Nacht auf den 22. August von Drohnen getroffen worden.",
        (("saratov-refinery", "2025-08-21", "2025-08-22", "UA", "claimed"),),
    ),
    "split verb": Case(
        "Die Ukraine griff in der Nacht von Mittwoch auf Donnerstag eine der größten Raffinerien Russlands in Sysran mit Drohnen an. Das melden örtliche Telegram-Kanäle.",
        (("syzran-refinery", "2025-08-20", "2025-08-21", "UA", "reported"),),
    ),
    "set ablaze, split": Case(
        "Ukrainische Drohnen setzten am frühen Freitagmorgen die Raffinerie Wolgograd in Brand, berichteten Anwohner.",
        (("volgograd-refinery", "2025-08-22", "2025-08-22", "UA", "reported"),),
    ),
    "in Brand is no town": Case(
        "Nach einem nächtlichen Drohnenangriff steht eine Raffinerie in Brand. Getroffen wurde nach Angaben von Anwohnern die Raffinerie in Kstowo.",
        (("norsi-kstovo-refinery", "2025-08-21", "2025-08-22", "UA", "reported"),),
    ),
    "adjective in -er": Case(
        "Drohnen haben am Donnerstag die Saratower Raffinerie beschädigt, ein Anschlag traf auch die Moskauer Innenstadt.",
        (("saratov-refinery", "2025-08-21", "2025-08-21", "UA", "reported"),),
    ),
    "compound with the company": Case(
        "Bei einem Drohnenangriff am Donnerstag ist auf der Lukoil-Raffinerie in Wolgograd ein Feuer ausgebrochen, meldet die Agentur Interfax.",
        (("volgograd-refinery", "2025-08-21", "2025-08-21", "UA", "reported"),),
    ),
    "the station on Druzhba and the minister": Case(
        "Die Erdölleitung Druschba ist in der Nacht zum Freitag erneut angegriffen worden, getroffen wurde die Pumpstation Unetscha im Gebiet Brjansk. "
        "Die Öllieferungen nach Ungarn seien nach dem Angriff unterbrochen, schrieb Ungarns Außenminister Peter Szijjarto auf Facebook.",
        (("unecha-pumping-station", "2025-08-21", "2025-08-22", "UA", "confirmed"),),
        (("HU", "crude_oil", "halted"),),
    ),
    "two countries for at least five days": Case(
        "Nach einem Angriff auf die Pumpstation in Unetscha fließt kein Öl mehr durch die Druschba-Pipeline nach Ungarn und in die Slowakei. "
        "Die Lieferungen in beide Länder könnten nach Angaben der EU-Kommission für mindestens fünf Tage unterbrochen sein.",
        (("unecha-pumping-station", "2025-08-22", "2025-08-22", "UA", "reported"),),
        (("HU", "crude_oil", "halted"), ("SK", "crude_oil", "halted")),
    ),
    "commander's post": Case(
        "Der Kommandeur der ukrainischen Drohnenstreitkräfte, Robert Browdi, veröffentlichte am 21. August ein Video vom Angriff auf die Ölpumpstation Unetscha. "
        "Der Gouverneur von Brjansk, Alexander Bogomas, räumte ein, dass ein Objekt der Energieinfrastruktur nach Beschuss mit Himars-Raketen und Drohnen brennt.",
        (("unecha-pumping-station", "2025-08-21", "2025-08-21", "UA", "confirmed"),),
    ),
    "all shot down": Case(
        "In der Nacht zum Donnerstag griffen Drohnen die Raffinerie in Nowokuibyschewsk an, alle wurden von der Flugabwehr abgeschossen. "
        "Schäden gebe es nicht, teilte Gouverneur Wjatscheslaw Fedorischtschew mit.",
        (("novokuibyshevsk-refinery", "2025-08-20", "2025-08-21", "UA", "denied"),),
    ),
    "russian missiles on a power plant": Case(
        "Russland hat in der Nacht zu Mittwoch das Wärmekraftwerk Burschtyn im Westen der Ukraine mit Raketen beschossen, Tausende Haushalte sind ohne Strom. "
        "Energieministerin Switlana Hryntschuk sprach von schweren Schäden.",
        (("burshtyn-tpp", "2025-08-19", "2025-08-20", "RU", "confirmed"),),
    ),
    "occupied place": Case(
        "Am Dienstag, dem 19. August, trafen Drohnen das Ölterminal in Feodossija auf der besetzten Krim, mehrere Tanks standen in Flammen.",
        (("feodosia-oil-terminal", "2025-08-19", "2025-08-19", "UA", "reported"),),
    ),
    "two refineries in one night": Case(
        "Das ukrainische Militär hat in der Nacht auf Freitag die Raffinerien in Saratow und Sysran angegriffen.",
        (
            ("saratov-refinery", "2025-08-21", "2025-08-22", "UA", "reported"),
            ("syzran-refinery", "2025-08-21", "2025-08-22", "UA", "reported"),
        ),
    ),
    "an unnamed depot in a town": Case(
        "In Jelez im Gebiet Lipezk brennt nach einem nächtlichen Drohnenangriff ein Öldepot, teilte Gouverneur Igor Artamonow mit.",
        (("Yelets, Lipetsk Oblast", "2025-08-21", "2025-08-22", "UA", "confirmed"),),
    ),
    "a region is all that is known": Case(
        "Am Donnerstagabend schlugen Drohnen in ein Treibstofflager in der Region Smolensk ein.",
        (("Smolensk Oblast", "2025-08-21", "2025-08-21", "UA", "reported"),),
    ),
    "an older strike is background": Case(
        "Nach einem Drohnenangriff in der Nacht zum Freitag brannte die Raffinerie in Wolgograd. "
        "Die Raffinerie Afipski in der Region Krasnodar war am 7. August getroffen worden.",
        (
            ("afipsky-refinery", "2025-08-07", "2025-08-07", "UA", "reported"),
            ("volgograd-refinery", "2025-08-21", "2025-08-22", "UA", "reported"),
        ),
    ),
    "port": Case(
        "Der Ölhafen Ust-Luga an der Ostsee wurde am Freitagmorgen von Drohnen angegriffen, ein Feuer brach aus. "
        "Die Verladung sei gestoppt, sagten zwei Insider der Nachrichtenagentur Reuters.",
        (("ust-luga-oil-terminal", "2025-08-22", "2025-08-22", "UA", "reported"),),
    ),
    "substation": Case(
        "Drohnen trafen in der Nacht ein Umspannwerk bei Belgorod, Teile der Stadt sind ohne Strom, schrieb Gouverneur Wjatscheslaw Gladkow.",
        (("Belgorod, Belgorod Oblast", "2025-08-21", "2025-08-22", "UA", "confirmed"),),
    ),
    "nikolskoye, the two days of August": Case(
        "Am Montag und Dienstag waren die Öllieferungen nach Ungarn über die Druschba-Pipeline unterbrochen. "
        "Grund war ein Drohnenangriff auf die Pumpstation Nikolskoje im Gebiet Tambow in der Nacht zum Montag.",
        (("nikolskoye-pumping-station", "2025-08-17", "2025-08-18", "UA", "reported"),),
        (("HU", "crude_oil", "halted"),),
    ),
}
STRIKES |= {
    "a town named only to say where the first lies": Case(
        "Drohnen griffen in der Nacht zum Freitag die Raffinerie in Kstowo nahe Nischni Nowgorod an, schrieb Gouverneur Gleb Nikitin auf Telegram, ein Feuer sei ausgebrochen.",
        (("norsi-kstovo-refinery", "2025-08-21", "2025-08-22", "UA", "confirmed"),),
    ),
    "a capital that only speaks": Case(
        "Ziel der Attacke war am Donnerstag laut Kiew das Ölterminal Scheskharis im Hafen von Noworossijsk.",
        (("novorossiysk-sheskharis", "2025-08-21", "2025-08-21", "UA", "claimed"),),
    ),
    "port city first": Case(
        "Im Schwarzmeerhafen Noworossijsk ist nach einem ukrainischen Drohnenangriff am Freitagmorgen ein Ölterminal in Flammen aufgegangen.",
        (("novorossiysk-sheskharis", "2025-08-22", "2025-08-22", "UA", "reported"),),
    ),
    "gas plant": Case(
        "Nach dem Drohnenangriff vom Dienstag auf das Gasverarbeitungswerk in Orenburg brennt eine Anlage, teilte Gouverneur Jewgeni Solnzew mit.",
        (("orenburg-gpp", "2025-08-19", "2025-08-19", "UA", "confirmed"),),
    ),
    "no month behind the ordinal ends a sentence": Case(
        "In der Nacht auf den 13. August brannte nach einem Drohnenangriff die Pumpstation Unetscha.",
        (("unecha-pumping-station", "2025-08-12", "2025-08-13", "UA", "reported"),),
    ),
}
NO_STRIKE = {
    "labour strike": Case(
        "Die Beschäftigten der Raffinerie PCK in Schwedt sind am Freitag in einen Warnstreik getreten, der Streik soll zwei Tage dauern."
    ),
    "accident": Case("In der Raffinerie Leuna ist am Freitag wegen eines technischen Defekts ein Feuer ausgebrochen, die Werkfeuerwehr löschte es."),
    "lightning": Case("Ein Blitz schlug in der Raffinerie in Omsk ein, ein Tank fing Feuer, verletzt wurde niemand."),
    "threat": Case("Moskau warnt, Kiew könnte die Pumpstation Unetscha angreifen."),
    "plan": Case("Die Ukraine plant nach Angaben eines russischen Abgeordneten einen Angriff auf die Raffinerie in Rjasan."),
    "drones over a town": Case(
        "Die russische Flugabwehr hat in der Nacht 52 ukrainische Drohnen abgeschossen, davon vier über Rjasan. Verletzt wurde niemand."
    ),
    "sanctions": Case("Die Sanktionen treffen den Ölkonzern Rosneft hart, dem die Raffinerie in Rjasan gehört."),
    "aggregate": Case("Die Ukraine hat in diesem Monat mehrere russische Raffinerien angegriffen, die Benzinpreise erreichten einen Rekord."),
    "film": Case("Der Regisseur dreht einen Film über den Bombenangriff auf die Raffinerie in Ploiesti im Zweiten Weltkrieg."),
    "bomb of the war": Case("Auf dem Gelände der Raffinerie in Schwedt ist am Freitag eine Weltkriegsbombe entdeckt worden, ein Blindgänger."),
    "market": Case("Die Exporte über den Ölhafen Primorsk trafen auf hohe Nachfrage, der Preis für Urals schoss in die Höhe."),
    "meeting": Case("Ungarns Außenminister traf sich am Freitag mit den Betreibern der Raffinerie in Bratislava, das Treffen galt den Preisen."),
    "decision": Case("Über die Zukunft der Raffinerie Schwedt hat die Bundesregierung am Freitag eine Entscheidung getroffen."),
    "ceasefire": Case("Fico forderte Kiew auf, die Angriffe auf die Druschba-Pipeline einzustellen und einer Waffenruhe zuzustimmen."),
    "not energy": Case(
        "Eine russische Rakete traf am Donnerstag eine Elektronikfabrik in Mukatschewo, 23 Menschen wurden verletzt."
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", STRIKES.values(), ids=STRIKES.keys())
def test_german_strikes(case: Case) -> None:
    check(case, "de")


@pytest.mark.parametrize("case", NO_STRIKE.values(), ids=NO_STRIKE.keys())
def test_what_is_no_strike_in_german(case: Case) -> None:
    assert read(case.text, lang="de").reports == ()


DRUZHBA = Route.DRUZHBA
SUPPLY = [
    (
        "Die Öllieferungen durch die Druschba-Pipeline nach Ungarn und in die Slowakei sind für mindestens fünf Tage unterbrochen, teilte MOL mit.",
        {"HU": (FlowWord.HALTED, DRUZHBA, None, None, 5, None), "SK": (FlowWord.HALTED, DRUZHBA, None, None, 5, None)},
    ),
    (
        "Seit Montag fließt kein Öl mehr in die Slowakei, sagte ein Sprecher von Transpetrol.",
        {"SK": (FlowWord.HALTED, None, date(2025, 8, 18), None, None, None)},
    ),
    (
        "Am Montag und Dienstag waren die Öllieferungen nach Ungarn über die Erdölleitung Freundschaft ausgesetzt.",
        {"HU": (FlowWord.HALTED, DRUZHBA, date(2025, 8, 18), date(2025, 8, 19), None, None)},
    ),
    (
        "Seit Donnerstag fließt durch die Druschba-Leitung wieder Öl nach Ungarn, teilte der Konzern MOL mit.",
        {"HU": (FlowWord.RESUMED, DRUZHBA, date(2025, 8, 21), None, None, None)},
    ),
    (
        "Die Rohöllieferungen über Druschba in die Slowakei wurden am Mittwochabend wieder aufgenommen.",
        {"SK": (FlowWord.RESUMED, DRUZHBA, date(2025, 8, 20), None, None, None)},
    ),
    (
        "Die Öllieferungen über die Druschba-Pipeline nach Tschechien sind nicht betroffen, teilte der Betreiber MERO mit.",
        {"CZ": (FlowWord.UNAFFECTED, DRUZHBA, None, None, None, None)},
    ),
    (
        "Die Versorgung der Raffinerie PCK in Schwedt mit Rohöl aus Kasachstan durch die Druschba-Pipeline ist nach Angaben des Betreibers gesichert.",
        {"DE": (FlowWord.UNAFFECTED, DRUZHBA, None, None, None, None), "KZ": (FlowWord.UNAFFECTED, DRUZHBA, None, None, None, None)},
    ),
    (
        "Bei weiteren Angriffen könnten die Öllieferungen nach Ungarn über Druschba ausfallen, warnte ein Analyst.",
        {"HU": (FlowWord.AT_RISK, DRUZHBA, None, None, None, None)},
    ),
    (
        "Die Öllieferungen durch die Druschba-Pipeline in die Slowakei wurden um die Hälfte reduziert.",
        {"SK": (FlowWord.REDUCED, DRUZHBA, None, None, None, None)},
    ),
    (
        "Der Transit russischen Öls nach Tschechien über die Druschba-Pipeline ist für höchstens drei Tage gestoppt.",
        {"CZ": (FlowWord.HALTED, DRUZHBA, None, None, None, 3)},
    ),
    (
        "Ungarn hat nach dem Stopp der Öllieferungen über Druschba Reserven für 90 Tage.",
        {"HU": (FlowWord.HALTED, DRUZHBA, None, None, None, None)},
    ),
    ("In der Slowakei sind die Benzinpreise gesunken, weil Rohöl billiger wurde.", {}),
    ("Die slowakische Regierung berät am Freitag über den Haushalt.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SUPPLY)
def test_what_german_news_says_of_supply(text: str, expected: dict[str, tuple[object, ...]]) -> None:
    check_supply(text, expected, "de")


def test_german_speakers_weapons_and_effects() -> None:
    report = one(STRIKES["commander's post"].text, lang="de")
    assert (report.claimed_by, report.confirmed_by) == (("Robert Browdi",), ("Alexander Bogomas",))
    assert set(report.weapons) == {Weapon.DRONE, Weapon.HIMARS}
    assert Effect.FIRE in report.effects


def test_neither_an_article_nor_a_region_nor_an_owner_is_a_speakers_name() -> None:
    text = "Laut dem Generalstab wurde die Lukoil-Raffinerie in der Region Wolgograd von Drohnen getroffen."
    assert one(text, lang="de").claimed_by == ("Generalstab",)
    assert one(text, lang="de").confirmed_by == ()
    text = "Der Generalstab bestätigte den Angriff auf das Kombinat Kristall in Engels."
    assert one(text, lang="de").claimed_by == ("Generalstab",)


def test_a_hungarian_minister_is_the_speaker_by_name() -> None:
    (row,) = read(STRIKES["the station on Druzhba and the minister"].text, lang="de").supply_reports
    assert row.said_by == ("Peter Szijjarto",)


@pytest.mark.parametrize(
    "noun", ["in Brand", "in Flammen", "im Norden", "im Osten des Landes", "auf dem Feld", "im Ort", "nach dem Treffen", "im März"]
)  # fmt: skip
def test_ordinary_capitalised_nouns_are_no_towns(noun: str) -> None:
    """German writes every noun with a capital: none of them may place a refinery that nobody names."""
    assert read(f"Drohnen trafen eine Raffinerie {noun}.", lang="de").reports == ()
