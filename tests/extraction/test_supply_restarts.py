"""Restarts of supply, told and announced, and speakers who differ, in eight languages."""

from __future__ import annotations

import pytest
from supply_cases import said, wanted

PATTERNS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "restarts in many words": (
        (
            "en",
            "Oil is on its way to Hungary once more: the Druzhba pumps were restarted at noon on Saturday.",
            "HU oil resumed",
        ),
        (
            "sk",
            "Ropa opäť mieri do Maďarska: čerpadlá na Družbe znovu spustili v sobotu napoludnie.",
            "HU oil resumed",
        ),
        (
            "hu",
            "Ismét úton van az olaj Magyarország felé: a Barátság szivattyúit szombat délben újraindították.",
            "HU oil resumed",
        ),
        (
            "de",
            "Wieder fließt Öl nach Ungarn: Die Pumpen der Druschba wurden am Samstagmittag neu gestartet.",
            "HU oil resumed",
        ),
        (
            "uk",
            "Нафта знову прямує до Угорщини: насоси «Дружби» перезапустили в суботу опівдні.",
            "HU oil resumed",
        ),
        (
            "ru",
            "Нефть снова идёт в Венгрию: насосы «Дружбы» перезапустили в субботу в полдень.",
            "HU oil resumed",
        ),
        (
            "pl",
            "Ropa znów zmierza na Węgry: pompy Przyjaźni uruchomiono ponownie w sobotę w południe.",
            "HU oil resumed",
        ),
        (
            "cs",
            "Ropa opět míří do Maďarska: čerpadla na Družbě znovu spustili v sobotu v poledne.",
            "HU oil resumed",
        ),
    ),
    "a restart after a break tells of both": (
        (
            "en",
            "After a four-day break, oil is flowing to Slovakia again, Transpetrol said.",
            "SK oil halted; SK oil resumed",
        ),
        (
            "sk",
            "Po štvordňovej prestávke ropa na Slovensko opäť tečie, oznámil Transpetrol.",
            "SK oil halted; SK oil resumed",
        ),
        (
            "hu",
            "Négynapos szünet után ismét folyik a kőolaj Szlovákiába, közölte a Transpetrol.",
            "SK oil halted; SK oil resumed",
        ),
        (
            "cs",
            "Po čtyřdenní přestávce ropa na Slovensko opět teče, oznámil Transpetrol.",
            "SK oil halted; SK oil resumed",
        ),
        (
            "de",
            "Nach viertägiger Pause fließt wieder Öl in die Slowakei, teilte Transpetrol mit.",
            "SK oil halted; SK oil resumed",
        ),
        (
            "ru",
            "После четырёхдневного перерыва нефть снова пошла в Словакию, сообщила Transpetrol.",
            "SK oil halted; SK oil resumed",
        ),
        (
            "uk",
            "Після чотириденної перерви нафта знову пішла до Словаччини, повідомила Transpetrol.",
            "SK oil halted; SK oil resumed",
        ),
        (
            "pl",
            "Po czterodniowej przerwie ropa znów płynie na Słowację, podał Transpetrol.",
            "SK oil halted; SK oil resumed",
        ),
    ),
    "a restart announced is none yet": (
        (
            "en",
            "Crude deliveries to Hungary are halted; a restart has been announced for Sunday.",
            "HU oil halted",
        ),
        ("sk", "Dodávky ropy do Maďarska stoja, obnovenie je ohlásené na nedeľu.", "HU oil halted"),
        ("hu", "Áll a kőolajszállítás Magyarországra, az újraindítást vasárnapra ígérik.", "HU oil halted"),
        ("cs", "Dodávky ropy do Maďarska stojí, obnovení je ohlášeno na neděli.", "HU oil halted"),
        (
            "de",
            "Die Öllieferungen nach Ungarn ruhen; die Wiederaufnahme ist für Sonntag angekündigt.",
            "HU oil halted",
        ),
        ("ru", "Поставки нефти в Венгрию стоят, возобновление обещано в воскресенье.", "HU oil halted"),
        ("uk", "Постачання нафти до Угорщини зупинено, відновлення обіцяють у неділю.", "HU oil halted"),
        ("pl", "Dostawy ropy na Węgry stoją, wznowienie zapowiedziano na niedzielę.", "HU oil halted"),
    ),
    "one has oil again, the other waits": (
        (
            "en",
            "Slovakia's crude is back since Tuesday, Hungary is still waiting for its own.",
            "SK oil resumed; HU oil halted",
        ),
        (
            "sk",
            "Na Slovensko ropa od utorka znovu prúdi, Maďarsko na ňu ešte čaká.",
            "SK oil resumed; HU oil halted",
        ),
        (
            "hu",
            "Szlovákiába kedd óta ismét folyik az olaj, Magyarország viszont még vár rá.",
            "SK oil resumed; HU oil halted",
        ),
        (
            "cs",
            "Na Slovensko ropa od úterý znovu teče, Maďarsko na ni ještě čeká.",
            "SK oil resumed; HU oil halted",
        ),
        (
            "de",
            "In die Slowakei fließt seit Dienstag wieder Öl, Ungarn wartet noch darauf.",
            "SK oil resumed; HU oil halted",
        ),
        (
            "ru",
            "В Словакию нефть со вторника снова идёт, Венгрия её пока ждёт.",
            "SK oil resumed; HU oil halted",
        ),
        (
            "uk",
            "До Словаччини нафта від вівторка знову тече, Угорщина на неї ще чекає.",
            "SK oil resumed; HU oil halted",
        ),
        (
            "pl",
            "Na Słowację ropa od wtorku znów płynie, Węgry wciąż na nią czekają.",
            "SK oil resumed; HU oil halted",
        ),
    ),
    "two speakers who differ": (
        (
            "en",
            "Slovakia receives less crude than planned, Transpetrol said. The economy ministry countered that Slovak deliveries were running to plan.",
            "SK oil reduced; SK oil unaffected",
        ),
        (
            "sk",
            "Transpetrol hlási, že na Slovensko tečie menej ropy. Ministerstvo hospodárstva tvrdí, že dodávky idú podľa plánu.",
            "SK oil reduced; SK oil unaffected",
        ),
        (
            "hu",
            "A Transpetrol szerint kevesebb olaj folyik Szlovákiába. A szlovák gazdasági minisztérium azt állítja, hogy a szállítás zavartalan.",
            "SK oil reduced; SK oil unaffected",
        ),
        (
            "de",
            "Laut Transpetrol fließt weniger Öl in die Slowakei. Das Wirtschaftsministerium in Bratislava behauptet, die Lieferungen liefen nach Plan.",
            "SK oil reduced; SK oil unaffected",
        ),
        (
            "cs",
            "Transpetrol hlásí, že na Slovensko teče méně ropy. Ministerstvo hospodářství tvrdí, že dodávky jdou podle plánu.",
            "SK oil reduced; SK oil unaffected",
        ),
        (
            "uk",
            "Transpetrol повідомляє, що до Словаччини тече менше нафти. Міністерство економіки в Братиславі стверджує, що постачання йде за планом.",
            "SK oil reduced; SK oil unaffected",
        ),
    ),
}
CASES = [
    pytest.param(lang, text, expected, id=f"{lang} {name} {at}")
    for name, cases in PATTERNS.items()
    for at, (lang, text, expected) in enumerate(cases)
]


@pytest.mark.parametrize(("lang", "text", "expected"), CASES)
def test_restarts_are_read(lang: str, text: str, expected: str) -> None:
    assert said(text, lang) == wanted(expected)
