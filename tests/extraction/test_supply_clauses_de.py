"""German statements of supply whose clauses, speakers and neighbours decide whom they concern."""

from __future__ import annotations

import pytest
from supply_cases import said, wanted

CASES: dict[str, tuple[str, str]] = {
    "one gets none, the other is supplied": (
        "Ungarn erhält seit Donnerstag kein Öl über die Druschba, die Slowakei wird dagegen uneingeschränkt beliefert.",
        "HU oil halted; SK oil unaffected",
    ),
    "halted for one, resumed for the other": (
        "In die Slowakei fließt seit Freitag wieder Öl, die Lieferungen nach Ungarn bleiben unterbrochen.",
        "SK oil resumed; HU oil halted",
    ),
    "adjectives of two refineries": (
        "Slowakische und ungarische Raffinerien sind nach dem Angriff auf die Druschba-Pipeline von russischem Öl abgeschnitten.",
        "HU SK oil halted",
    ),
    "both countries": (
        "Ungarn und die Slowakei beschwerten sich in Brüssel. In beide Länder fließt seit Freitag kein Öl mehr.",
        "HU SK oil halted",
    ),
    "a minister who names no country": (
        "Szijjarto schrieb auf Facebook, die Öllieferungen über die Druschba-Pipeline seien erneut gestoppt worden.",
        "HU oil halted",
    ),
    "an operator": (
        "Transpetrol bestätigte, dass der Ölfluss durch die Druschba-Pipeline in der Nacht unterbrochen wurde.",
        "SK oil halted",
    ),
    "restart expected": (
        "Die Öllieferungen nach Ungarn sind seit Donnerstag unterbrochen und sollen am Montag wieder aufgenommen werden.",
        "HU oil halted",
    ),
    "restart unknown": (
        "In die Slowakei fließt kein Öl, wann die Lieferungen wieder anlaufen, ist offen.",
        "SK oil halted",
    ),
    "halted, then resumed": (
        "Seit Donnerstag fließt wieder Öl in die Slowakei. Die Lieferungen waren am 18. August nach einem Drohnenangriff unterbrochen worden.",
        "SK oil halted; SK oil resumed",
    ),
    "Germany is spared": (
        "Deutschland ist von dem Ausfall der Druschba-Leitung nicht betroffen, die Versorgung der PCK in Schwedt ist gesichert.",
        "DE oil unaffected",
    ),
    "motorists notice nothing": (
        "Die Öllieferungen in die Slowakei sind gestoppt. Die Versorgung der Tankstellen ist gesichert, teilte Slovnaft mit.",
        "SK oil halted; SK fuel unaffected",
    ),
    "gas": (
        "Seit dem 1. Januar 2025 fließt kein russisches Gas mehr durch die Ukraine in die Slowakei, Ungarn wird weiter über Turkstream beliefert.",
        "SK gas halted; HU gas unaffected",
    ),
    "reserves": (
        "Ungarn und die Slowakei verfügen über Ölreserven für 90 Tage, sagte eine Sprecherin der Kommission nach dem Angriff auf die Druschba.",
        "",
    ),
    "warning": (
        "Weitere Angriffe würden die Ölversorgung Ungarns gefährden, warnte Szijjarto.",
        "HU oil at_risk",
    ),
    "planned end of imports": (
        "Die EU will die Einfuhr von russischem Öl und Gas bis Ende 2027 stoppen, Ungarn und die Slowakei sind dagegen.",
        "",
    ),
    "calls to stop attacks": (
        "Ungarn und die Slowakei forderten Kiew auf, die Angriffe auf die Druschba-Pipeline einzustellen.",
        "",
    ),
    "Schwedt cut off": (
        "Die Lieferungen von kasachischem Öl an die Raffinerie Schwedt über die Druschba wurden am Mittwoch ausgesetzt.",
        "DE oil halted; KZ oil halted",
    ),
    "similar statement": (
        "Die Öllieferungen in die Slowakei laufen nach Plan, teilte Transpetrol mit. Ähnlich äußerte sich der ungarische Konzern MOL.",
        "HU SK oil unaffected",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_whom_a_german_clause_concerns(text: str, expected: str) -> None:
    assert said(text, "de") == wanted(expected)
