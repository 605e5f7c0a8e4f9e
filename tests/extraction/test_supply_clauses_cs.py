"""Czech statements of supply whose clauses, speakers and neighbours decide whom they concern."""

from __future__ import annotations

import pytest
from supply_cases import said, wanted

CASES: dict[str, tuple[str, str]] = {
    "one gets none, the other is supplied": (
        "Do Maďarska ropa od čtvrtka neteče, Slovensko je přes Družbu zásobováno bez omezení.",
        "HU oil halted; SK oil unaffected",
    ),
    "halted for one, resumed for the other": (
        "Na Slovensko se dodávky ropy v pátek obnovily, do Maďarska ale ropa zatím neproudí.",
        "SK oil resumed; HU oil halted",
    ),
    "adjectives of two refineries": (
        "Slovenské a maďarské rafinerie zůstaly po útoku na Družbu bez dodávek ruské ropy.",
        "HU SK oil halted",
    ),
    "both countries": (
        "Slovensko a Maďarsko si stěžovaly v Bruselu. Do obou zemí se od pátku ropa Družbou nedodává.",
        "HU SK oil halted",
    ),
    "a minister who names no country": (
        "Szijjártó na Facebooku napsal, že dodávky ropy ropovodem Družba se znovu zastavily.",
        "HU oil halted",
    ),
    "an operator": (
        "Přepravu ropy ropovodem Družba v noci přerušili, potvrdil Transpetrol.",
        "SK oil halted",
    ),
    "restart expected": (
        "Dodávky ropy na Slovensko jsou od čtvrtka přerušeny, obnovit by se měly v pondělí.",
        "SK oil halted",
    ),
    "restart told as a noun": (
        "Ropa do Maďarska neteče a obnovení dodávek se očekává nejdříve za pět dní.",
        "HU oil halted",
    ),
    "halted, then resumed": (
        "Ropa Družbou na Slovensko opět proudí od čtvrtka. Dodávky byly přerušeny 18. srpna po útoku na přečerpávací stanici.",
        "SK oil halted; SK oil resumed",
    ),
    "Czechia is spared": (
        "Výpadek na Družbě české rafinerie nezasáhl, Česko odebírá ropu ropovodem TAL, uvedlo Mero.",
        "CZ oil unaffected",
    ),
    "motorists notice nothing": (
        "Dodávky ropy na Slovensko se zastavily. Čerpací stanice jsou zásobeny a motoristé nic nepocítí, uvedl Slovnaft.",
        "SK oil halted; SK fuel unaffected",
    ),
    "gas": (
        "Od 1. ledna 2025 plyn přes Ukrajinu na Slovensko neproudí, Maďarsko ho dál dostává přes TurkStream.",
        "SK gas halted; HU gas unaffected",
    ),
    "reserves": (
        "Česko má nouzové zásoby ropy na 90 dní, uvedla po útoku na Družbu Správa státních hmotných rezerv.",
        "",
    ),
    "warning": (
        "Další útoky na Družbu by mohly ohrozit zásobování Slovenska ropou, varoval Fico.",
        "SK oil at_risk",
    ),
    "planned end of imports": (
        "Unie chce do konce roku 2027 zastavit dovoz ruské ropy a plynu, Slovensko a Maďarsko jsou proti.",
        "",
    ),
    "similar statement": (
        "Dodávky ropy na Slovensko pokračují podle plánu, uvedl Transpetrol. Maďarský MOL vydal podobné prohlášení.",
        "HU SK oil unaffected",
    ),
    "calls to stop attacks": (
        "Slovensko a Maďarsko vyzvaly Kyjev, aby zastavil útoky na ropovod Družba.",
        "",
    ),
    "told by the ministry of a past stop": (
        "V březnu 2025 se do Česka dodávky ropy Družbou zastavily, od té doby tuzemské rafinerie jedou na ropu z TAL.",
        "CZ oil halted",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_whom_a_czech_clause_concerns(text: str, expected: str) -> None:
    assert said(text, "cs") == wanted(expected)
