"""Hungarian statements of supply whose clauses, speakers and neighbours decide whom they concern."""

from __future__ import annotations

import pytest
from supply_cases import said, wanted

CASES: dict[str, tuple[str, str]] = {
    "one gets none, the other is supplied": (
        "Magyarország csütörtök óta nem kap olajat a Barátságon, Szlovákia ellátása viszont zavartalan.",
        "HU oil halted; SK oil unaffected",
    ),
    "halted for one, resumed for the other": (
        "Szlovákiába pénteken újraindult a kőolajszállítás, Magyarország felé azonban továbbra is áll a vezeték.",
        "SK oil resumed; HU oil halted",
    ),
    "neither one nor the other": (
        "Január 27-e óta sem Magyarország, sem Szlovákia nem kap nyersolajat a Barátságon.",
        "HU SK oil halted",
    ),
    "capitals stand for countries": (
        "Pozsony és Budapest egyaránt azt közölte, hogy leállt az olajszállítás a Barátságon.",
        "HU SK oil halted",
    ),
    "both countries": (
        "Szijjártó Péter és Juraj Blanár levelet írt Brüsszelnek. A két országba péntek óta nem érkezik kőolaj a Barátságon.",
        "HU SK oil halted",
    ),
    "a minister who names no country": (
        "Leállt a kőolajszállítás a Barátság vezetéken - írta Szijjártó Péter pénteken.",
        "HU oil halted",
    ),
    "we": (
        "Megint támadás érte a Barátságot, napokig nem kapunk olajat.",
        "HU oil halted",
    ),
    "our country": (
        "A Barátság leállása miatt péntek óta nem jön orosz olaj hazánkba.",
        "HU oil halted",
    ),
    "country from the headline": (
        "Leállt Magyarország olajellátása\n\nDrónok támadták az unyecsai szivattyúállomást. A szállítás péntek hajnal óta szünetel.",
        "HU oil halted",
    ),
    "Slovnaft too": (
        "Magyarország felé leállt az olajszállítás. A Slovnaft sem kap nyersanyagot.",
        "HU SK oil halted",
    ),
    "restart unknown": (
        "A kőolajszállítás Magyarország felé leállt, nem tudni, mikor indulhat újra.",
        "HU oil halted",
    ),
    "restart expected": (
        "A Barátságon leállt a szállítás Szlovákiába, az újraindulás hétfőn várható.",
        "SK oil halted",
    ),
    "restart being worked on": (
        "Magyarország felé áll az olajszállítás, az orosz fél az újraindításon dolgozik.",
        "HU oil halted",
    ),
    "halted, then resumed": (
        "Kedden helyreállt a kőolajszállítás Magyarország irányába. A Barátság vezeték hétfő óta állt.",
        "HU oil halted; HU oil resumed",
    ),
    "resumed with low pressure": (
        "Szerdán megindult az olajszállítás Szlovákia felé a Barátságon, egyelőre csökkentett mennyiségben.",
        "SK oil reduced; SK oil resumed",
    ),
    "pumps are supplied": (
        "A kőolajszállítás Magyarországra szünetel. A Mol szerint a kutak ellátása zavartalan, az autósok semmit nem vesznek észre.",
        "HU oil halted; HU fuel unaffected",
    ),
    "fuel supply safe": (
        "Leállt az olajszállítás hazánkba, az üzemanyag-ellátás azonban biztonságos - közölte a Mol.",
        "HU oil halted; HU fuel unaffected",
    ),
    "gas by the southern line": (
        "2025. január 1-jén leállt az orosz gáz tranzitja Ukrajnán át Szlovákia felé, Magyarország a Török Áramlaton zavartalanul kapja a gázt.",
        "SK gas halted; HU gas unaffected",
    ),
    "reserves": (
        "Magyarországnak 96 napra elegendő kőolajkészlete van, közölte a Mol a Barátságot ért támadás után.",
        "",
    ),
    "warning": (
        "Egy újabb csapás veszélyeztetné a magyar és a szlovák olajellátást - mondta a miniszterelnök.",
        "HU SK oil at_risk",
    ),
    "warning beside a halt": (
        "Leállt az olajszállítás Magyarország felé. Szijjártó szerint a támadás veszélyezteti az ország energiaellátását.",
        "HU oil halted",
    ),
    "Adria steps in": (
        "A Barátságon január óta nem jön olaj Magyarországra, az Adria-vezetéken viszont többet szállítanak.",
        "HU oil halted",
    ),
    "planned end of imports": (
        "Az EU 2027 végéig leállítaná az orosz olaj és gáz importját, Magyarország és Szlovákia ellenzi a tervet.",
        "",
    ),
    "calls to stop attacks": (
        "Magyarország felszólította Kijevet, hogy állítsa le a Barátság vezeték elleni támadásokat.",
        "",
    ),
    "a condition": (
        "Ha leállna a Barátság, Magyarország csak az Adrián kaphatna olajat.",
        "HU oil at_risk",
    ),
    "likewise next door": (
        "A Magyarországra irányuló gázszállítás zavartalan - közölte Szijjártó Péter. A szlovák SPP hasonlóan nyilatkozott.",
        "HU SK gas unaffected",
    ),
    "unaffected refinery": (
        "A Mol szerint a százhalombattai finomító működését és az üzemanyag-ellátást nem érinti a Barátság leállása.",
        "HU fuel unaffected",
    ),
    "for at least five days, told as a possibility": (
        "Drónok csaptak le pénteken az unyecsai szivattyúállomásra. A Magyarországra és Szlovákiába irányuló kőolajszállítás legalább öt napig leállhat.",
        "HU SK oil halted",
    ),
    "maintenance on Adria": (
        "Az Adrián karbantartás miatt egy hétig kevesebb olaj jut el Magyarországra, a Barátságon a szállítás teljes kapacitással folyik.",
        "HU oil reduced; HU oil unaffected",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_whom_a_hungarian_clause_concerns(text: str, expected: str) -> None:
    assert said(text, "hu") == wanted(expected)
