"""Gas, power, refineries, shares and fuel: of what a statement of supply is, in eight languages."""

from __future__ import annotations

import pytest
from supply_cases import said, wanted

PATTERNS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "a company stands for its country and what it carries": (
        (
            "en",
            "FGSZ said gas was entering the country from Serbia at the nominated volumes.",
            "HU gas unaffected",
        ),
        (
            "en",
            "MVM said the gas it buys through TurkStream was arriving without a hitch.",
            "HU gas unaffected",
        ),
        ("sk", "SPP ubezpečil, že plyn prichádza v objednanom množstve.", "SK gas unaffected"),
        ("sk", "Podľa Eustreamu tečie plyn bez akýchkoľvek výkyvov.", "SK gas unaffected"),
        ("hu", "Az FGSZ szerint a gáz a lekötött mennyiségben érkezik.", "HU gas unaffected"),
        ("hu", "Az Eustream szerint a gáz fennakadás nélkül áramlik tovább.", "SK gas unaffected"),
        ("cs", "Slovenský Eustream hlásí, že plyn teče bez výkyvů.", "SK gas unaffected"),
        (
            "de",
            "Der ungarische Netzbetreiber FGSZ meldete, das Gas fließe in voller Menge.",
            "HU gas unaffected",
        ),
        ("ru", "FGSZ сообщила, что газ поступает в заявленных объёмах.", "HU gas unaffected"),
        ("uk", "SPP запевнила, що газ надходить у замовлених обсягах.", "SK gas unaffected"),
        ("pl", "FGSZ podał, że gaz dociera w zamówionych ilościach.", "HU gas unaffected"),
    ),
    "the grid of a country holds": (
        (
            "en",
            "The Hungarian grid operator MAVIR said domestic consumers noticed nothing of the outage of the Paks unit.",
            "HU power unaffected",
        ),
        (
            "sk",
            "Slovenská elektrizačná prenosová sústava SEPS uviedla, že jej sieť pracuje stabilne.",
            "SK power unaffected",
        ),
        ("hu", "A Mavir szerint az ország áramellátása nem volt veszélyben.", "HU power unaffected"),
        (
            "hu",
            "A SEPS közölte, hogy a szlovák villamosenergia-rendszer stabilan működik.",
            "SK power unaffected",
        ),
        ("cs", "Slovenská SEPS uvedla, že její síť pracuje spolehlivě.", "SK power unaffected"),
        (
            "de",
            "Der ungarische Netzbetreiber MAVIR teilte mit, die Stromversorgung sei zu keiner Zeit gefährdet gewesen.",
            "HU power unaffected",
        ),
        (
            "uk",
            "Угорський оператор MAVIR заявив, що електропостачання в країні стабільне.",
            "HU power unaffected",
        ),
        (
            "ru",
            "Словацкий оператор SEPS заявил, что электроснабжение в стране стабильно.",
            "SK power unaffected",
        ),
        ("pl", "Węgierski operator MAVIR podał, że dostawy prądu nie są zagrożone.", "HU power unaffected"),
    ),
    "gas by TurkStream": (
        (
            "en",
            "Gas arriving in Hungary via TurkStream was not affected by the drone raid on Russkaya, Szijjarto said; Slovakia's SPP gave the same assurance.",
            "HU SK gas unaffected",
        ),
        (
            "sk",
            "Plyn z TurkStreamu do Maďarska prúdi aj po nálete na Russkaju, povedal Szijjártó; rovnako sa vyjadril SPP.",
            "HU SK gas unaffected",
        ),
        (
            "hu",
            "A Török Áramlaton a ruszkajai dróntámadás után is rendben jön a gáz Magyarországra, mondta Szijjártó; az SPP ugyanezt közölte.",
            "HU SK gas unaffected",
        ),
        (
            "de",
            "Das Gas über Turkstream kommt in Ungarn auch nach dem Angriff auf Russkaja in voller Höhe an, sagte Szijjarto.",
            "HU gas unaffected",
        ),
        (
            "uk",
            "Газ «Турецьким потоком» до Угорщини після нальоту на «Русскую» надходить у повному обсязі, сказав Сійярто.",
            "HU gas unaffected",
        ),
        (
            "ru",
            "Газ по «Турецкому потоку» в Венгрию после налёта на «Русскую» идёт в полном объёме, сказал Сийярто.",
            "HU gas unaffected",
        ),
        (
            "hu",
            "Karbantartás miatt három napig szünetel a gázszállítás a Török Áramlaton Magyarország felé.",
            "HU gas halted",
        ),
        ("sk", "Pre údržbu tri dni nepotečie plyn z TurkStreamu do Maďarska.", "HU gas halted"),
        (
            "en",
            "Gas flows to Hungary through TurkStream stopped for three days of maintenance.",
            "HU gas halted",
        ),
    ),
    "a refinery that feels nothing of a stop of oil": (
        (
            "en",
            "Druzhba has been shut since Monday. MOL's refinery at Szazhalombatta has not felt the interruption, the company said.",
            "HU oil unaffected",
        ),
        (
            "sk",
            "Družba od pondelka do Maďarska ropu nevedie. Bratislavskej rafinérie sa výpadok nedotkol.",
            "HU oil halted; SK oil unaffected",
        ),
        (
            "hu",
            "A Barátságon hétfő óta nem jut olaj Szlovákiába. A százhalombattai finomítót a kiesés nem érintette.",
            "SK oil halted; HU oil unaffected",
        ),
        (
            "cs",
            "Družba od pondělí do Maďarska ropu nevede, žádná tam neteče. Bratislavské rafinerie se výpadek nedotkl.",
            "HU oil halted; SK oil unaffected",
        ),
        (
            "uk",
            "Від понеділка «Дружбою» до Словаччини нафта не йде. Угорські НПЗ перерви не помітили.",
            "SK oil halted; HU oil unaffected",
        ),
        (
            "ru",
            "С понедельника нефть по «Дружбе» в Словакию не идёт. Венгерские НПЗ перерыва не заметили.",
            "SK oil halted; HU oil unaffected",
        ),
        (
            "de",
            "Seit Montag fließt über die Druschba kein Öl in die Slowakei. Die Raffinerie von MOL in Százhalombatta blieb von der Unterbrechung verschont.",
            "SK oil halted; HU oil unaffected",
        ),
        (
            "pl",
            "Od poniedziałku ropa z Przyjaźni nie płynie na Słowację. Rafineria w Százhalombatcie przerwy nie odczuła.",
            "SK oil halted; HU oil unaffected",
        ),
    ),
    "a refinery that runs below its capacity": (
        (
            "en",
            "The Slovnaft refinery in Bratislava is running at 60 percent of capacity because Russian crude has stopped.",
            "SK oil halted; SK fuel reduced",
        ),
        ("sk", "Rafinéria Slovnaft ide na 60 percent výkonu.", "SK fuel reduced"),
        (
            "sk",
            "Po požiari pracuje maďarská rafinéria MOL v Százhalombatte len na polovicu.",
            "HU fuel reduced",
        ),
        ("hu", "A pozsonyi Slovnaft finomító csökkentett terheléssel működik.", "SK fuel reduced"),
        ("cs", "Rafinerie Slovnaft jede na 60 procent výkonu.", "SK fuel reduced"),
        (
            "hu",
            "Nem jön orosz olaj Magyarországra, a százhalombattai finomító a kapacitásának 55 százalékán üzemel.",
            "HU oil halted; HU fuel reduced",
        ),
        (
            "de",
            "In die Slowakei fließt kein russisches Öl mehr; die Raffinerie Slovnaft läuft nur noch mit 60 Prozent ihrer Kapazität.",
            "SK oil halted; SK fuel reduced",
        ),
        (
            "pl",
            "Słowacja nie dostaje rosyjskiej ropy, a rafineria Slovnaft pracuje na 60 proc. mocy.",
            "SK oil halted; SK fuel reduced",
        ),
        (
            "uk",
            "Словаччина не отримує російської нафти, НПЗ Slovnaft працює на 60% потужності.",
            "SK oil halted; SK fuel reduced",
        ),
    ),
    "less by a share of what is usual": (
        ("en", "Druzhba volumes to Hungary are 40% below the contracted amount this week.", "HU oil reduced"),
        ("en", "Slovakia is getting a third less crude than agreed, Transpetrol said.", "SK oil reduced"),
        ("sk", "Na Slovensko prichádza o 40 percent menej ropy, než bolo dohodnuté.", "SK oil reduced"),
        ("sk", "Do Maďarska tečie ropa s objemom o tretinu nižším.", "HU oil reduced"),
        ("hu", "Magyarországra 40 százalékkal kevesebb kőolaj jön a szerződöttnél.", "HU oil reduced"),
        ("hu", "Szlovákia a megrendelt olajnak csupán a kétharmadát kapja.", "SK oil reduced"),
        ("cs", "Na Slovensko přichází o 40 procent méně ropy, než bylo dohodnuto.", "SK oil reduced"),
        ("de", "Ungarn erhält 40 Prozent weniger Rohöl als vereinbart.", "HU oil reduced"),
        ("ru", "Венгрия получает нефти на 40 % меньше договорного объёма.", "HU oil reduced"),
        ("uk", "Словаччина отримує нафти на 40% менше, ніж за договором.", "SK oil reduced"),
        ("pl", "Na Węgry płynie o 40 proc. mniej ropy, niż przewiduje umowa.", "HU oil reduced"),
    ),
    "oil has stopped, the pumps are supplied": (
        (
            "en",
            "Crude deliveries to Hungary through Druzhba have stopped. Filling stations are being supplied without interruption, the government said.",
            "HU oil halted; HU fuel unaffected",
        ),
        (
            "sk",
            "Dodávky ropy na Slovensko stoja. Vodiči sa nedostatku báť nemusia, pumpy sú zásobené, uviedlo ministerstvo.",
            "SK oil halted; SK fuel unaffected",
        ),
        (
            "hu",
            "A Barátságon nem jön olaj Magyarországra. A benzinkutak ellátása folyamatos, közölte a kormány.",
            "HU oil halted; HU fuel unaffected",
        ),
        (
            "cs",
            "Dodávky ropy na Slovensko stojí. Řidiči se nedostatku bát nemusí, čerpací stanice jsou zásobené, uvedlo ministerstvo.",
            "SK oil halted; SK fuel unaffected",
        ),
        (
            "de",
            "Die Öllieferungen nach Ungarn sind gestoppt. Die Tankstellen werden weiter beliefert, versicherte die Regierung.",
            "HU oil halted; HU fuel unaffected",
        ),
        (
            "uk",
            "Постачання нафти до Угорщини зупинилося. Заправки забезпечені пальним, запевнив уряд.",
            "HU oil halted; HU fuel unaffected",
        ),
        (
            "ru",
            "Поставки нефти в Венгрию остановились. Заправки обеспечены топливом, заверило правительство.",
            "HU oil halted; HU fuel unaffected",
        ),
        (
            "pl",
            "Dostawy ropy na Węgry ustały. Stacje paliw są zaopatrzone, zapewnił rząd.",
            "HU oil halted; HU fuel unaffected",
        ),
    ),
}
CASES = [
    pytest.param(lang, text, expected, id=f"{lang} {name} {at}")
    for name, cases in PATTERNS.items()
    for at, (lang, text, expected) in enumerate(cases)
]


@pytest.mark.parametrize(("lang", "text", "expected"), CASES)
def test_what_is_supplied_is_read(lang: str, text: str, expected: str) -> None:
    assert said(text, lang) == wanted(expected)
