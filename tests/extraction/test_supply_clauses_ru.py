"""Russian statements of supply whose clauses, speakers and neighbours decide whom they concern."""

from __future__ import annotations

import pytest
from supply_cases import said, wanted

CASES: dict[str, tuple[str, str]] = {
    "one gets none, the other is supplied": (
        "Венгрия с четверга не получает нефть по «Дружбе», а в Словакию поставки идут в штатном режиме.",
        "HU oil halted; SK oil unaffected",
    ),
    "halted for one, resumed for the other": (
        "Поставки нефти в Словакию возобновились в пятницу, но в Венгрию нефть по-прежнему не поступает.",
        "SK oil resumed; HU oil halted",
    ),
    "adjectives of two refineries": (
        "После удара по «Дружбе» словацкие и венгерские НПЗ остались без российской нефти.",
        "HU SK oil halted",
    ),
    "both countries": (
        "Венгрия и Словакия пожаловались Брюсселю. В обе страны с пятницы нефть не поступает.",
        "HU SK oil halted",
    ),
    "a minister who names no country": (
        "Сийярто написал в Facebook, что поставки нефти по «Дружбе» снова остановлены.",
        "HU oil halted",
    ),
    "an operator": (
        "Transpetrol подтвердила, что прокачка нефти по «Дружбе» ночью прекратилась.",
        "SK oil halted",
    ),
    "restart expected": (
        "Поставки нефти в Словакию остановлены с четверга, их планируют возобновить в понедельник.",
        "SK oil halted",
    ),
    "restart demanded": (
        "Будапешт требует возобновить транзит нефти в Венгрию, который остановлен с 27 января.",
        "HU oil halted",
    ),
    "halted, then resumed": (
        "Нефть вновь поступает в Словакию с четверга. Поставки прекратились 18 августа после удара по станции.",
        "SK oil halted; SK oil resumed",
    ),
    "fuel is safe": (
        "Поставки нефти в Словакию остановились. Автозаправки работают в обычном режиме, дефицита топлива нет, заверил Slovnaft.",
        "SK oil halted; SK fuel unaffected",
    ),
    "gas": (
        "С 1 января 2025 года транзит газа через Украину в Словакию прекращен, Венгрия по-прежнему получает газ по «Турецкому потоку».",
        "SK gas halted; HU gas unaffected",
    ),
    "reserves": (
        "У Венгрии есть запасы нефти на 90 дней, заявили в Еврокомиссии после удара по «Дружбе».",
        "",
    ),
    "warning": (
        "Новые удары поставят под угрозу поставки нефти в Венгрию, предупредил Сийярто.",
        "HU oil at_risk",
    ),
    "planned end of imports": (
        "ЕС хочет до конца 2027 года прекратить импорт российской нефти и газа, Венгрия и Словакия против.",
        "",
    ),
    "calls to stop attacks": (
        "Венгрия и Словакия призвали Киев прекратить атаки на нефтепровод «Дружба».",
        "",
    ),
    "power for Ukraine": (
        "Фицо угрожает прекратить аварийные поставки электроэнергии Украине.",
        "",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_whom_a_russian_clause_concerns(text: str, expected: str) -> None:
    assert said(text, "ru") == wanted(expected)
