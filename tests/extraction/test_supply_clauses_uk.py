"""Ukrainian statements of supply whose clauses, speakers and neighbours decide whom they concern."""

from __future__ import annotations

import pytest
from supply_cases import said, wanted

CASES: dict[str, tuple[str, str]] = {
    "one gets none, the other is supplied": (
        "Угорщина з четверга не отримує нафту «Дружбою», а до Словаччини постачання триває у штатному режимі.",
        "HU oil halted; SK oil unaffected",
    ),
    "halted for one, resumed for the other": (
        "Постачання нафти до Словаччини відновилося у п'ятницю, але до Угорщини нафта досі не надходить.",
        "SK oil resumed; HU oil halted",
    ),
    "adjectives of two refineries": (
        "Після удару по «Дружбі» словацькі та угорські НПЗ залишилися без російської нафти.",
        "HU SK oil halted",
    ),
    "both countries": (
        "Угорщина і Словаччина поскаржилися Брюсселю. В обидві країни з п'ятниці нафта не надходить.",
        "HU SK oil halted",
    ),
    "a minister who names no country": (
        "Сійярто написав у Facebook, що постачання нафти «Дружбою» знову зупинене.",
        "HU oil halted",
    ),
    "an operator": (
        "Transpetrol підтвердила, що прокачування нафти «Дружбою» вночі припинилося.",
        "SK oil halted",
    ),
    "restart expected": (
        "Постачання нафти до Словаччини зупинене з четверга, його планують відновити в понеділок.",
        "SK oil halted",
    ),
    "restart demanded": (
        "Будапешт вимагає відновити транзит нафти до Угорщини, який зупинено з 27 січня.",
        "HU oil halted",
    ),
    "halted, then resumed": (
        "Нафта знову надходить до Словаччини з четверга. Постачання припинилося 18 серпня після удару по станції.",
        "SK oil halted; SK oil resumed",
    ),
    "fuel is safe": (
        "Постачання нафти до Словаччини зупинилося. Автозаправки працюють у штатному режимі, дефіциту пального немає, запевнив Slovnaft.",
        "SK oil halted; SK fuel unaffected",
    ),
    "gas": (
        "З 1 січня 2025 року транзит газу через Україну до Словаччини припинено, Угорщина й далі отримує газ «Турецьким потоком».",
        "SK gas halted; HU gas unaffected",
    ),
    "reserves": (
        "Угорщина має запаси нафти на 90 днів, заявили в Єврокомісії після удару по «Дружбі».",
        "",
    ),
    "warning": (
        "Подальші удари поставлять під загрозу постачання нафти до Угорщини, попередив Сійярто.",
        "HU oil at_risk",
    ),
    "planned end of imports": (
        "ЄС хоче до кінця 2027 року припинити імпорт російської нафти й газу, Угорщина та Словаччина проти.",
        "",
    ),
    "calls to stop attacks": (
        "Угорщина та Словаччина закликали Київ припинити атаки на нафтопровід «Дружба».",
        "",
    ),
    "sanctions on Ukraine's power": (
        "Фіцо погрожує припинити аварійне постачання електроенергії Україні.",
        "",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_whom_a_ukrainian_clause_concerns(text: str, expected: str) -> None:
    assert said(text, "uk") == wanted(expected)
