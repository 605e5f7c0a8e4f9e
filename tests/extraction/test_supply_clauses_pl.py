"""Polish statements of supply whose clauses, speakers and neighbours decide whom they concern."""

from __future__ import annotations

import pytest
from supply_cases import said, wanted

CASES: dict[str, tuple[str, str]] = {
    "one gets none, the other is supplied": (
        "Na Węgry od czwartku ropa nie płynie, Słowacja jest zaopatrywana rurociągiem Przyjaźń bez zakłóceń.",
        "HU oil halted; SK oil unaffected",
    ),
    "halted for one, resumed for the other": (
        "Dostawy ropy na Słowację wznowiono w piątek, ale tłoczenie na Węgry pozostaje wstrzymane.",
        "SK oil resumed; HU oil halted",
    ),
    "adjectives of two refineries": (
        "Po ataku na rurociąg Przyjaźń słowackie i węgierskie rafinerie zostały odcięte od rosyjskiej ropy.",
        "HU SK oil halted",
    ),
    "both countries": (
        "Węgry i Słowacja poskarżyły się w Brukseli. Do obu krajów od piątku nie płynie ropa.",
        "HU SK oil halted",
    ),
    "a minister who names no country": (
        "Szijjarto napisał na Facebooku, że dostawy ropy rurociągiem Przyjaźń znów zostały wstrzymane.",
        "HU oil halted",
    ),
    "an operator": (
        "Transpetrol potwierdził, że przesył ropy rurociągiem Przyjaźń przerwano w nocy.",
        "SK oil halted",
    ),
    "restart expected": (
        "Dostawy ropy na Słowację są wstrzymane od czwartku, mają zostać wznowione w poniedziałek.",
        "SK oil halted",
    ),
    "restart asked for": (
        "Budapeszt zażądał wznowienia tranzytu ropy na Węgry, wstrzymanego od 27 stycznia.",
        "HU oil halted",
    ),
    "halted, then resumed": (
        "Ropa znów płynie na Słowację od czwartku. Dostawy przerwano 18 sierpnia po ataku na przepompownię.",
        "SK oil halted; SK oil resumed",
    ),
    "Poland is spared": (
        "Polskie rafinerie nie odczuły wstrzymania dostaw rurociągiem Przyjaźń, ropa do Polski dociera przez Gdańsk.",
        "PL oil unaffected",
    ),
    "motorists notice nothing": (
        "Dostawy ropy na Słowację ustały. Stacje paliw są zaopatrzone bez zakłóceń, podał Slovnaft.",
        "SK oil halted; SK fuel unaffected",
    ),
    "gas": (
        "Od 1 stycznia 2025 roku gaz przez Ukrainę na Słowację nie płynie, Węgry nadal otrzymują go przez TurkStream.",
        "SK gas halted; HU gas unaffected",
    ),
    "reserves": (
        "Słowacja ma zapasy ropy na 90 dni, oświadczyła minister gospodarki po ataku na rurociąg Przyjaźń.",
        "",
    ),
    "warning": (
        "Kolejne ataki zagroziłyby dostawom ropy na Węgry, ostrzegł Szijjarto.",
        "HU oil at_risk",
    ),
    "planned end of imports": (
        "Unia chce do końca 2027 roku wstrzymać import rosyjskiej ropy i gazu, Węgry i Słowacja są przeciw.",
        "",
    ),
    "calls to stop attacks": (
        "Węgry i Słowacja wezwały Kijów, by wstrzymał ataki na rurociąg Przyjaźń.",
        "",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_whom_a_polish_clause_concerns(text: str, expected: str) -> None:
    assert said(text, "pl") == wanted(expected)
