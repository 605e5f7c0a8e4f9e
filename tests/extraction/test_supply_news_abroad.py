"""Short news of supply from abroad: several statements, each with its own country."""

from __future__ import annotations

import pytest
from supply_cases import said, wanted

PATTERNS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "short news": (
        (
            "en",
            "Slovakia's sole refiner Slovnaft has been cut adrift from Russian crude since Tuesday night, when pumps at Unecha fell silent. Transpetrol expects the standstill to last until the weekend.",
            "SK oil halted",
        ),
        (
            "en",
            "BUDAPEST - Hungary is not getting any oil from the east for a sixth day, and MOL has begun to eat into its stocks. Motorists will not feel it, the energy ministry promised.",
            "HU oil halted; HU fuel unaffected",
        ),
        (
            "en",
            "Hungary's foreign minister said pumping had come back to life shortly after midnight, four days after it broke down. Slovakia has yet to see any oil.",
            "HU oil resumed; HU oil halted; SK oil halted",
        ),
        (
            "en",
            "A spokesman for Eustream said no deviation had been registered at the Serbian entry; gas for Slovakia was moving as it should.",
            "SK gas unaffected",
        ),
        (
            "en",
            "Slovakia's energy ministry dismissed talk of a stoppage: Druzhba crude, it said, is arriving day and night.",
            "SK oil unaffected",
        ),
        (
            "en",
            "Poland helped Ukraine with 300 MW overnight. Hungary's power exports to Ukraine stopped at 6 a.m., Ukrenergo said.",
            "",
        ),
        (
            "de",
            "Den sechsten Tag schon erreicht Ungarn kein Öl aus dem Osten. MOL zapft seine Vorräte an, an den Zapfsäulen werde man davon nichts merken, versprach das Ministerium.",
            "HU oil halted; HU fuel unaffected",
        ),
        (
            "de",
            "In der Nacht auf Mittwoch verstummten die Pumpen in Unetscha; seither ist die Slowakei vom russischen Rohöl abgeschnitten.",
            "SK oil halted",
        ),
        (
            "de",
            "Nach vier Tagen ist die Druschba wieder zum Leben erwacht, teilte Szijjarto mit, kurz nach Mitternacht kam das erste Öl in Ungarn an. Die Slowakei wartet noch.",
            "HU oil resumed; HU oil halted; SK oil halted",
        ),
        (
            "de",
            "In Budkovce kommt derzeit etwa halb so viel Öl für die Slowakei an wie sonst. In Ungarn gebe es keinen Rückgang, so MOL.",
            "SK oil reduced; HU oil unaffected",
        ),
        (
            "de",
            "Von einem Stopp könne keine Rede sein, hieß es im slowakischen Wirtschaftsministerium, das Öl fließe Tag und Nacht.",
            "SK oil unaffected",
        ),
        (
            "de",
            "Fällt der südliche Strang erneut aus, gehe Ungarn binnen Wochen das Öl aus, warnte Szijjarto.",
            "HU oil at_risk",
        ),
        (
            "pl",
            "Węgry szósty dzień nie mają rosyjskiej ropy. MOL sięgnął po zapasy, ale kierowcy tego nie odczują, zapewnia ministerstwo.",
            "HU oil halted; HU fuel unaffected",
        ),
        (
            "pl",
            "W nocy z wtorku na środę pompy w Uneczy zamilkły i ropa przestała napływać na Słowację.",
            "SK oil halted",
        ),
        (
            "pl",
            "O żadnym wstrzymaniu nie ma mowy, odpowiada słowacki resort gospodarki; ropa płynie dzień i noc.",
            "SK oil unaffected",
        ),
        (
            "pl",
            "Jeśli południowa nitka znów stanie, Węgrom w ciągu kilku tygodni zabraknie ropy, ostrzegł Szijjarto.",
            "HU oil at_risk",
        ),
        (
            "uk",
            "Угорщина вже шосту добу не бачить нафти зі сходу. MOL розпечатав запаси, водії цього не відчують, запевнило міністерство.",
            "HU oil halted; HU fuel unaffected",
        ),
        (
            "uk",
            "У ніч на середу насоси в Унечі замовкли, і нафта перестала доходити до Словаччини.",
            "SK oil halted",
        ),
        (
            "uk",
            "Крізь Будковце до Словаччини йде десь половина звичного. В Угорщині спаду немає, каже MOL.",
            "SK oil reduced; HU oil unaffected",
        ),
        (
            "uk",
            "Про жодну зупинку не йдеться, відповіли у словацькому міністерстві економіки: нафта тече вдень і вночі.",
            "SK oil unaffected",
        ),
        (
            "uk",
            "Якщо південна гілка знову стане, в Угорщини за кілька тижнів скінчиться нафта, попередив Сійярто.",
            "HU oil at_risk",
        ),
        (
            "ru",
            "Венгрия уже шестые сутки не видит нефти с востока. MOL распечатал запасы, водители этого не почувствуют, заверило министерство.",
            "HU oil halted; HU fuel unaffected",
        ),
        (
            "ru",
            "В ночь на среду насосы в Унече замолчали, и нефть перестала доходить до Словакии.",
            "SK oil halted",
        ),
        (
            "ru",
            "Спустя четыре дня «Дружба» ожила, сообщил Сийярто: в полночь до Венгрии дошли первые объёмы. Словакия пока ждёт.",
            "HU oil resumed; HU oil halted; SK oil halted",
        ),
        (
            "ru",
            "Через Будковце в Словакию идёт примерно половина обычного. В Венгрии спада нет, говорят в MOL.",
            "SK oil reduced; HU oil unaffected",
        ),
        (
            "ru",
            "Ни о какой остановке речи нет, ответили в словацком минэкономики: нефть идёт днём и ночью.",
            "SK oil unaffected",
        ),
        (
            "ru",
            "Если южная ветка снова встанет, у Венгрии за несколько недель кончится нефть, предупредил Сийярто.",
            "HU oil at_risk",
        ),
        (
            "en",
            'Druzhba goes quiet again\n\nBRATISLAVA (AP) — Slovakia\'s economy minister Denisa Sakova confirmed on Friday that shipments ceased at 9 p.m. the previous day following an explosion at the Unecha hub. "Our experts say the repair will take five days at least," she told reporters. The refinery has enough feedstock, she added.',
            "SK oil halted",
        ),
        (
            "en",
            'MOL: seaborne oil will replace Druzhba\n\nHungary\'s MOL is negotiating for cargoes in Omisalj after the pipeline froze on Monday, the company said. "We are not receiving Russian barrels and do not know when we will," its chief executive added. Fuel supply to filling stations goes on undisturbed.',
            "HU oil halted; HU fuel unaffected",
        ),
        (
            "en",
            "Peter Szijjarto told state television that Ukraine had switched off Hungary's oil for the third time in a month. Kyiv denies it.",
            "HU oil halted",
        ),
        (
            "en",
            "Both Slovakia and Hungary have been told by Transneft to expect 30 percent less crude in October.",
            "SK HU oil reduced",
        ),
        (
            "de",
            "Transpetrol bestätigte, dass der Durchfluss am Freitag um drei Uhr zum Erliegen kam. Mit einer Wiederaufnahme sei frühestens am Dienstag zu rechnen. Die Raffinerie in Bratislava habe genug Rohstoff.",
            "SK oil halted",
        ),
        (
            "de",
            "Für Oktober kündigte Transneft Ungarn und der Slowakei 30 Prozent weniger Rohöl an.",
            "SK HU oil reduced",
        ),
        (
            "pl",
            "Transpetrol potwierdził, że w piątek o trzeciej nad ranem przepływ na wejściu z Ukrainy ustał. Wznowienia spodziewamy się najwcześniej we wtorek, dodał rzecznik.",
            "SK oil halted",
        ),
        (
            "pl",
            "Transnieft zapowiedział Słowacji i Węgrom na październik o 30 procent mniej ropy.",
            "SK HU oil reduced",
        ),
        (
            "uk",
            "Transpetrol підтвердив, що в п'ятницю о третій ночі потік на вході з України зупинився. Відновлення чекаємо не раніше вівторка, додав речник.",
            "SK oil halted",
        ),
        (
            "uk",
            "На жовтень «Транснефть» пообіцяла Словаччині та Угорщині на 30% менше нафти.",
            "SK HU oil reduced",
        ),
        (
            "ru",
            "Transpetrol подтвердила, что в пятницу в три часа ночи поток на входе с Украины прекратился. Возобновления ждём не раньше вторника, добавил представитель.",
            "SK oil halted",
        ),
        (
            "ru",
            "На октябрь «Транснефть» пообещала Словакии и Венгрии на 30 % меньше нефти.",
            "SK HU oil reduced",
        ),
        (
            "en",
            "Slovakia declared an oil emergency because no crude has been pumped to it since late January.",
            "SK oil halted",
        ),
        (
            "en",
            "Ukrainian drones have once more shut the tap on Hungary's oil, Szijjarto fumed.",
            "HU oil halted",
        ),
        ("en", "The Druzhba was down for three days and MOL turned to Adria.", "HU oil halted"),
        (
            "de",
            "Weder Bratislava noch Budapest haben seit Donnerstagabend russisches Rohöl erhalten. Der Kommissar sieht keinen Grund zur Panik.",
            "SK HU oil halted",
        ),
        (
            "de",
            "Die Slowakei rief den Ölnotstand aus, weil seit Ende Januar kein Rohöl mehr eintrifft.",
            "SK oil halted",
        ),
        (
            "ru",
            "Ни Братислава, ни Будапешт с вечера четверга не получают российскую нефть. Еврокомиссар не видит причин для паники.",
            "SK HU oil halted",
        ),
        (
            "uk",
            "Ні Братислава, ні Будапешт від вечора четверга не мають російської нафти. Єврокомісар не бачить підстав для паніки.",
            "SK HU oil halted",
        ),
        (
            "pl",
            "Ani Bratysława, ani Budapeszt nie mają od czwartku wieczorem rosyjskiej ropy. Komisarz nie widzi powodów do paniki.",
            "SK HU oil halted",
        ),
        (
            "en",
            "Druzhba volumes to Hungary fell by half, while those to Slovakia stayed the same.",
            "HU oil reduced; SK oil unaffected",
        ),
        (
            "de",
            "Die Druschba-Menge nach Ungarn halbierte sich, die in die Slowakei blieb gleich.",
            "HU oil reduced; SK oil unaffected",
        ),
        ("en", "Another attack could rob Slovakia of its crude, Fico warned.", "SK oil at_risk"),
        ("uk", "Ще один удар може залишити Словаччину без нафти, попередив Фіцо.", "SK oil at_risk"),
        ("ru", "Ещё один удар может оставить Словакию без нефти, предупредил Фицо.", "SK oil at_risk"),
        ("pl", "Kolejny atak może pozbawić Słowację ropy, ostrzegł Fico.", "SK oil at_risk"),
        ("de", "Ein weiterer Angriff könnte die Slowakei um ihr Öl bringen, warnte Fico.", "SK oil at_risk"),
    ),
}
CASES = [
    pytest.param(lang, text, expected, id=f"{lang} {name} {at}")
    for name, cases in PATTERNS.items()
    for at, (lang, text, expected) in enumerate(cases)
]


@pytest.mark.parametrize(("lang", "text", "expected"), CASES)
def test_short_news_is_read(lang: str, text: str, expected: str) -> None:
    assert said(text, lang) == wanted(expected)
