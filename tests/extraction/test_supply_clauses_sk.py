"""Slovak statements of supply whose clauses, speakers and neighbours decide whom they concern."""

from __future__ import annotations

import pytest
from supply_cases import said, wanted

CASES: dict[str, tuple[str, str]] = {
    "one gets none, the other is supplied": (
        "Do Maďarska ropa od štvrtka netečie, Slovensko je zásobované cez Družbu bez obmedzení.",
        "HU oil halted; SK oil unaffected",
    ),
    "halted for one, resumed for the other": (
        "Na Slovensko sa dodávky ropy cez Družbu v piatok obnovili, do Maďarska však zatiaľ ropa netečie.",
        "SK oil resumed; HU oil halted",
    ),
    "adjectives of two refineries": (
        "Slovenské a maďarské rafinérie zostali po útoku na Družbu bez dodávok ruskej ropy.",
        "HU SK oil halted",
    ),
    "capitals stand for countries": (
        "Bratislava aj Budapešť ohlásili, že dodávky ropy cez Družbu sú prerušené.",
        "HU SK oil halted",
    ),
    "both countries": (
        "Saková a Szijjártó rokovali v Bruseli. Do oboch krajín sa od piatka ropa cez Družbu nedodáva.",
        "HU SK oil halted",
    ),
    "a minister who names no country": (
        "Ministerka hospodárstva Denisa Saková potvrdila, že dodávky ropy boli v noci prerušené.",
        "SK oil halted",
    ),
    "a Hungarian minister who names no country": (
        'Szijjártó na Facebooku napísal: "Dodávky ropy cez Družbu sa opäť zastavili."',
        "HU oil halted",
    ),
    "an operator": (
        "Prepravu ropy ropovodom Družba v noci prerušili, potvrdil Transpetrol.",
        "SK oil halted",
    ),
    "country from the sentence before": (
        "Slovensko je závislé od Družby. V noci na ňu zaútočili drony. Tok ropy sa zastavil v piatok ráno.",
        "SK oil halted",
    ),
    "at home without a name": (
        "Družba stojí, k nám od pondelka nepriteká žiadna ropa.",
        "SK oil halted",
    ),
    "restart expected": (
        "Dodávky ropy na Slovensko sú od štvrtka prerušené, obnoviť by sa mali v pondelok.",
        "SK oil halted",
    ),
    "restart told as future noun": (
        "Ropa cez Družbu na Slovensko netečie a obnovenie dodávok sa očakáva najskôr o päť dní, povedala Saková.",
        "SK oil halted",
    ),
    "restart asked for": (
        "Fico žiada od Kyjeva obnovenie tranzitu ropy na Slovensko, ktorý stojí od 27. januára.",
        "SK oil halted",
    ),
    "halted, then resumed": (
        "Ropa cez Družbu na Slovensko opäť prúdi od štvrtka. Dodávky sa prerušili 18. augusta po útoku na čerpaciu stanicu.",
        "SK oil halted; SK oil resumed",
    ),
    "resumed at half the volume": (
        "Prietok ropy na Slovensko sa v piatok obnovil, zatiaľ však len v polovičnom objeme.",
        "SK oil reduced; SK oil resumed",
    ),
    "motorists notice nothing": (
        "Dodávky ropy na Slovensko sa zastavili. Čerpacie stanice sú zásobené a motoristi nič nepocítia, uviedol Slovnaft.",
        "SK oil halted; SK fuel unaffected",
    ),
    "fuel market untouched": (
        "Ropa cez Družbu na Slovensko netečie, zásobovanie trhu pohonnými látkami však nie je ohrozené.",
        "SK oil halted; SK fuel unaffected",
    ),
    "gas transit ended": (
        "Od 1. januára 2025 plyn cez Ukrajinu na Slovensko netečie, Maďarsko ho naďalej dostáva cez TurkStream.",
        "SK gas halted; HU gas unaffected",
    ),
    "reserves": (
        "Slovensko má zásoby ropy na 90 dní a Slovnaft má suroviny na niekoľko týždňov, upokojovala po útoku na Družbu ministerka.",
        "",
    ),
    "warning": (
        "Ďalšie útoky na Družbu by mohli ohroziť zásobovanie Slovenska ropou, varoval premiér.",
        "SK oil at_risk",
    ),
    "Adria steps in": (
        "Družbou ropa na Slovensko od januára netečie, dodávky cez Adriu sa zvýšili.",
        "SK oil halted",
    ),
    "planned end of imports": (
        "Únia chce do konca roka 2027 zastaviť dovoz ruskej ropy a plynu, Slovensko a Maďarsko sú proti.",
        "",
    ),
    "calls to stop attacks": (
        "Slovensko a Maďarsko vyzvali Kyjev, aby zastavil útoky na ropovod Družba.",
        "",
    ),
    "a condition": (
        "Ak by sa dodávky ropy cez Družbu na Slovensko zastavili, Slovnaft by mal veľký problém.",
        "SK oil at_risk",
    ),
    "similar statement": (
        "Dodávky ropy na Slovensko pokračujú podľa plánu, uviedol Transpetrol. Maďarský MOL vydal podobné stanovisko.",
        "HU SK oil unaffected",
    ),
    "same trouble next door": (
        "Na Slovensko od pondelka nepriteká ropa cez Družbu. Rovnaký problém hlásia v Budapešti.",
        "HU SK oil halted",
    ),
    "no outage seen": (
        "Transpetrol po útoku na stanicu Uneča výpadok dodávok ropy nezaznamenal.",
        "SK oil unaffected",
    ),
    "planned maintenance of the line": (
        "Adria pôjde pre odstávku čerpadiel tri dni so zníženým výkonom, Slovnaft dostane menej ropy.",
        "SK oil reduced",
    ),
    "emergency power is a threat": (
        "Fico pohrozil, že Slovensko zastaví núdzové dodávky elektriny Ukrajine, ak sa tranzit ropy neobnoví.",
        "",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_whom_a_slovak_clause_concerns(text: str, expected: str) -> None:
    assert said(text, "sk") == wanted(expected)
