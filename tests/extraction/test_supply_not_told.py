"""What looks like a statement of supply and is none, in eight languages."""

from __future__ import annotations

import pytest
from supply_cases import said, wanted

PATTERNS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "a share of what is bought is no cut": (
        ("en", "Slovakia buys about 80 percent of its crude from Russia.", ""),
        ("sk", "Slovensko dováža z Ruska zhruba 80 percent ropy.", ""),
        ("hu", "Magyarország a kőolaj 80 százalékát Oroszországból szerzi be.", ""),
        ("de", "Ungarn bezieht rund 80 Prozent seines Öls aus Russland.", ""),
        ("uk", "Словаччина купує в Росії близько 80% нафти.", ""),
        ("ru", "Словакия закупает в России около 80 % нефти.", ""),
        ("pl", "Słowacja kupuje w Rosji około 80 proc. ropy.", ""),
        ("cs", "Slovensko kupuje z Ruska asi 80 procent ropy.", ""),
    ),
    "a condition is a risk only where danger is named": (
        ("en", "Hungary could not meet its oil demand should Druzhba be cut, MOL warned.", "HU oil at_risk"),
        (
            "en",
            "Were the Druzhba line to stop for good, Slovakia would turn to the sea route, analysts say.",
            "",
        ),
        (
            "sk",
            "Keby Družba vypadla natrvalo, hrozilo by Slovensku, že bude mať ropy málo.",
            "SK oil at_risk",
        ),
        ("sk", "Ak sa Družba zastaví, Maďarsko prejde na Adriu.", ""),
        ("hu", "Ha a Barátság végleg leállna, Szlovákia olajellátása veszélybe kerülne.", "SK oil at_risk"),
        ("hu", "Amennyiben a Barátság elnémul, Magyarország az Adriára áll át.", ""),
        (
            "de",
            "Fiele die Druschba dauerhaft aus, geriete die Ölversorgung der Slowakei in Gefahr.",
            "SK oil at_risk",
        ),
        ("ru", "Остановись «Дружба» — Словакия перейдёт на морские поставки, говорит аналитик.", ""),
        (
            "ru",
            "Если «Дружба» встанет надолго, снабжение Венгрии нефтью окажется под угрозой.",
            "HU oil at_risk",
        ),
        (
            "uk",
            "Якщо «Дружба» зупиниться надовго, постачання нафти до Угорщини опиниться під загрозою.",
            "HU oil at_risk",
        ),
        ("pl", "Gdyby Przyjaźń stanęła na dłużej, Słowacja przestawi się na dostawy morskie.", ""),
        ("cs", "Kdyby Družba vypadla, Maďarsko by přešlo na Adrii.", ""),
    ),
    "a governor of the struck side says nothing of buyers": (
        (
            "en",
            "Oil to Hungary stopped on Friday, Szijjarto said. Bryansk governor Bogomaz had reported no consequences of the drone raid.",
            "HU oil halted",
        ),
        (
            "sk",
            "Ropa do Maďarska v piatok prestala tiecť. Gubernátor Bogomaz pritom hlásil, že nálet dronov nemal následky.",
            "HU oil halted",
        ),
        (
            "hu",
            "Pénteken elapadt az olaj Szlovákia felé. Bogomaz kormányzó szerint a dróntámadásnak nem volt hatása.",
            "SK oil halted",
        ),
        (
            "de",
            "Seit Freitag bekommt Ungarn kein Öl. Gouverneur Bogomas hatte den Drohnenangriff als folgenlos bezeichnet, alles laufe normal.",
            "HU oil halted",
        ),
        (
            "ru",
            "Нефть в Венгрию перестала поступать в пятницу. Губернатор Богомаз сообщал, что налёт обошёлся без последствий.",
            "HU oil halted",
        ),
        (
            "uk",
            "Нафта до Угорщини перестала надходити в п'ятницю. Губернатор Богомаз казав, що наліт минув без наслідків.",
            "HU oil halted",
        ),
    ),
    "threats of loans, vetoes and power aid": (
        (
            "en",
            "Fico repeated his threat that if Druzhba is hit again, Bratislava will block the EU loan.",
            "",
        ),
        (
            "sk",
            "Fico zopakoval hrozbu, že ak Ukrajina znovu zaútočí na Družbu, Bratislava zablokuje pôžičku.",
            "",
        ),
        (
            "hu",
            "Orbán megismételte fenyegetését: ha a Barátságot újra támadás éri, Budapest megvétózza a hitelt.",
            "",
        ),
        (
            "de",
            "Fico drohte erneut, Bratislava werde den Kredit blockieren, falls die Druschba wieder angegriffen wird.",
            "",
        ),
        ("ru", "Фицо повторил угрозу: если «Дружбу» снова ударят, Братислава заблокирует кредит.", ""),
        ("uk", "Фіцо повторив погрозу: якщо «Дружбу» знову вдарять, Братислава заблокує кредит.", ""),
        ("uk", "Словаччина припинить аварійну допомогу Україні електроенергією, погрожує Фіцо.", ""),
        ("sk", "Slovensko zastaví havarijné dodávky elektriny na Ukrajinu, pohrozil Fico.", ""),
        ("hu", "Szlovákia leállítja az Ukrajnának nyújtott áramsegélyt, közölte Fico.", ""),
        ("en", "Slovakia will stop emergency electricity supplies to Ukraine, Fico threatened.", ""),
    ),
    "nothing new is felt where nothing flows": (
        (
            "en",
            "Hungary notices nothing of the new strike: no oil has reached it through Druzhba since January anyway.",
            "HU oil halted",
        ),
        ("sk", "Maďarsko nový úder nepocíti: ropa doň netečie už od januára.", "HU oil halted"),
        ("hu", "Szlovákia az új csapásból semmit sem érez: január óta nem folyik oda olaj.", "SK oil halted"),
        (
            "de",
            "Ungarn spürt vom neuen Schlag nichts: Seit Januar kommt dort ohnehin kein Öl an.",
            "HU oil halted",
        ),
        ("uk", "Угорщина нового удару не відчула: нафта до неї не тече ще із січня.", "HU oil halted"),
    ),
    "stops of last year recalled": (
        (
            "en",
            "Prime Minister Fico recalled the interruptions of Russian oil in 2025 and asked parliament for support.",
            "",
        ),
        ("sk", "Fico v pléne pripomenul vlaňajšie výpadky ruskej ropy.", ""),
        ("hu", "Orbán felidézte az orosz olaj tavalyi kimaradásait.", ""),
        ("de", "Fico erinnerte an die Ausfälle russischen Öls im vergangenen Jahr.", ""),
        ("ru", "Фицо напомнил о прошлогодних перебоях с российской нефтью.", ""),
        ("uk", "Фіцо нагадав про торішні перебої з російською нафтою.", ""),
        ("pl", "Fico przypomniał ubiegłoroczne przerwy w dostawach rosyjskiej ropy.", ""),
        ("cs", "Fico připomněl loňské výpadky ruské ropy.", ""),
    ),
    "stocks are no word on the pumps": (
        (
            "en",
            "Crude deliveries to Hungary have stopped. The country's reserves last for 90 days, so drivers need not worry.",
            "HU oil halted",
        ),
        (
            "sk",
            "Dodávky ropy na Slovensko stoja. Zásoby vystačia na 90 dní, vodiči sa teda báť nemusia.",
            "SK oil halted",
        ),
        (
            "hu",
            "Nem jön olaj Magyarországra. A készlet kilencven napra elég, az autósoknak nincs mitől tartaniuk.",
            "HU oil halted",
        ),
        (
            "de",
            "Die Öllieferungen nach Ungarn sind gestoppt. Die Reserven reichen für 90 Tage, die Autofahrer müssen sich nicht sorgen.",
            "HU oil halted",
        ),
        (
            "uk",
            "Постачання нафти до Угорщини зупинилося. Запасів вистачить на 90 днів, тож водіям нема чого боятися.",
            "HU oil halted",
        ),
    ),
    "fires, drones and shares that fall are no flow": (
        (
            "en",
            "Oil has not reached Slovakia since Wednesday after drones hit Unecha. The fire has been partially put out, and the number of tanks burning fell to two, the governor said.",
            "SK oil halted",
        ),
        (
            "en",
            "Hungary gets no crude from Druzhba, MOL said. Its shares fell by three percent and the forint weakened.",
            "HU oil halted",
        ),
        (
            "sk",
            "Ropa z Družby na Slovensko netečie od stredy. Požiar v Uneči hasiči čiastočne zlikvidovali, počet dronov klesol na polovicu.",
            "SK oil halted",
        ),
        (
            "sk",
            "Maďarsko je bez ropy. MOL stratil na burze tri percentá, forint oslabil o percento.",
            "HU oil halted",
        ),
        (
            "hu",
            "Szerda óta nem jön olaj Szlovákiába. Az unyecsai tüzet részben eloltották, a lángoló tartályok száma kettőre csökkent.",
            "SK oil halted",
        ),
        (
            "hu",
            "Magyarország nem kap olajat a Barátságon. A Mol részvénye három százalékot gyengült, a forint is visszaesett.",
            "HU oil halted",
        ),
        (
            "hu",
            "A Mol orosz olajtól való függősége az utóbbi években csökkent, közölte a cég éves jelentésében.",
            "",
        ),
        (
            "de",
            "Seit Mittwoch kommt kein Öl in der Slowakei an. Das Feuer in Unetscha sei teilweise gelöscht, sagte der Gouverneur, die Zahl der Drohnen sei gesunken.",
            "SK oil halted",
        ),
        (
            "uk",
            "До Словаччини нафта не надходить із середи. Пожежу в Унечі частково загасили, кількість дронів зменшилася вдвічі.",
            "SK oil halted",
        ),
        (
            "ru",
            "В Венгрию нефть не поступает со среды. Пожар в Унече частично потушен, число беспилотников снизилось вдвое.",
            "HU oil halted",
        ),
        (
            "cs",
            "Ropa z Družby na Slovensko neteče od středy. Požár v Uneči hasiči částečně uhasili, počet dronů klesl na polovinu.",
            "SK oil halted",
        ),
        (
            "pl",
            "Ropa na Słowację nie płynie od środy. Pożar w Uneczy częściowo ugaszono, liczba dronów spadła o połowę.",
            "SK oil halted",
        ),
        (
            "en",
            "Russia's seaborne exports dropped by a fifth after the Primorsk strike, traders said. Hungary and Slovakia still buy Russian oil by pipeline.",
            "",
        ),
        (
            "hu",
            "Oroszország az ust-lugai csapás után harmadával visszafogta tengeri kivitelét. Magyarország vezetéken veszi az orosz olajat.",
            "",
        ),
        ("sk", "Poľsko obmedzilo dovoz uhlia. Slovensko odsúdilo útok na Družbu.", ""),
    ),
    "prices and stocks are no word on the pumps": (
        (
            "en",
            "No oil has come to Slovakia through Druzhba for three days. Bratislava holds reserves for three months and Brussels sees no danger to supply.",
            "SK oil halted",
        ),
        (
            "sk",
            "Na Slovensko tri dni neprišla cez Družbu žiadna ropa. Zásoby sú na tri mesiace a Brusel nevidí ohrozenie.",
            "SK oil halted",
        ),
        (
            "hu",
            "Három napja nem jött olaj Szlovákiába a Barátságon. A tartalék három hónapra elég, Brüsszel nem lát veszélyt.",
            "SK oil halted",
        ),
        (
            "hu",
            "Magyarország nem kap olajat a Barátságon. A benzin ára a jövő héten sem változik, a kutakon nem lesz drágulás.",
            "HU oil halted",
        ),
        (
            "sk",
            "Maďarsko je bez ropy z Družby. Cena benzínu sa na pumpách nezmení, tvrdí analytik.",
            "HU oil halted",
        ),
        (
            "de",
            "Ungarn erhält kein Öl mehr über die Druschba. Der Benzinpreis bleibt an den Tankstellen unverändert.",
            "HU oil halted",
        ),
        (
            "en",
            "Hungary has had no oil through Druzhba since Friday. Petrol prices will remain stable, MOL said.",
            "HU oil halted",
        ),
        (
            "ru",
            "Венгрия не получает нефть по «Дружбе» с пятницы. Цены на бензин останутся стабильными, заявили в MOL.",
            "HU oil halted",
        ),
        (
            "uk",
            "Угорщина з п'ятниці не отримує нафти «Дружбою». Ціни на бензин залишаться стабільними, заявили в MOL.",
            "HU oil halted",
        ),
    ),
    "what else stops is no supply": (
        (
            "en",
            "Hungary's MOL halted a sponsorship deal with a football club. Oil shares dropped 3 percent on Friday.",
            "",
        ),
        (
            "en",
            "Slovnaft will shut one unit for planned maintenance in May; deliveries of fuel will not be affected.",
            "SK fuel unaffected",
        ),
        ("sk", "Slovenskí železničiari zastavili dopravu, vlaky stoja. Cena ropy klesla o dve percentá.", ""),
        ("sk", "Maďarsko chce do roku 2028 zastaviť dovoz ruskej ropy, tvrdí opozícia.", ""),
        (
            "hu",
            "Leállt a metró Budapesten, az utasok egy órát vártak. Az olaj ára két százalékkal esett.",
            "",
        ),
        (
            "hu",
            "Az Európai Bizottság 2027-től megtiltaná az orosz gáz behozatalát, Magyarország tiltakozik.",
            "",
        ),
        ("de", "Die slowakische Bahn stellte den Verkehr ein. Der Ölpreis fiel um zwei Prozent.", ""),
        ("uk", "Словаччина припинила видавати візи росіянам. Нафта подешевшала на два відсотки.", ""),
        ("ru", "Венгрия остановила выдачу виз. Нефть подешевела на 2 %, Urals — на 3 %.", ""),
        ("pl", "Słowacja wstrzymała ruch pociągów. Ropa potaniała o dwa procent.", ""),
        ("cs", "Slovensko zastavilo provoz vlaků. Ropa zlevnila o dvě procenta.", ""),
        (
            "en",
            "Ukraine's refineries have halted output and gas production fell by 40 percent after strikes, Naftogaz said. Slovakia's prime minister is to visit Kyiv.",
            "",
        ),
        (
            "uk",
            "Російські НПЗ зупинили переробку, експорт нафти з Приморська впав на 30%. Угорський прем'єр відвідає Москву.",
            "",
        ),
        (
            "sk",
            "Rusko po útokoch znížilo vývoz ropy z Primorska o tretinu. Slovenský premiér odcestoval do Moskvy.",
            "",
        ),
        (
            "en",
            "Orban opened a new battery plant in Debrecen. Output of the old line was halted in June; power for the site comes from Paks.",
            "",
        ),
        (
            "sk",
            "Fico sa stretol s Orbánom. Rokovanie o trase diaľnice prerušili na obed, diskusia o Družbe sa odkladá.",
            "",
        ),
        (
            "hu",
            "Magyarország megállította a Nyugat-Balkán migrációs útvonalát, mondta Orbán. Szóba került a Barátság vezeték is.",
            "",
        ),
        (
            "hu",
            "Ukrán drónok csaptak le Rjazanyban, a finomító leállt. A magyar külügyminiszter Moszkvába utazott.",
            "",
        ),
        (
            "sk",
            "Ukrajinské drony zasiahli rafinériu v Riazani, jej prevádzka stojí. Slovenský premiér útok odsúdil.",
            "",
        ),
        (
            "de",
            "Ukrainische Drohnen trafen die Raffinerie in Rjasan, die Anlage steht still. Ungarns Außenminister reiste nach Moskau.",
            "",
        ),
        ("uk", "Дрони влучили у Рязанський НПЗ, завод зупинено. Угорський міністр поїхав до Москви.", ""),
        (
            "ru",
            "Беспилотники попали в Рязанский НПЗ, завод остановлен. Венгерский министр прилетел в Москву.",
            "",
        ),
        (
            "en",
            "Drones hit the Ryazan refinery, which has stopped. Hungary's foreign minister flew to Moscow.",
            "",
        ),
        ("en", "A fire at the Szazhalombatta refinery was put out within an hour; nobody was hurt.", ""),
        ("sk", "Slovnaft investuje do novej jednotky 40 miliónov eur, výstavba bola dočasne prerušená.", ""),
        ("en", "Slovakia's parliament suspended its session over the Druzhba debate.", ""),
        ("hu", "Felfüggesztették az ülést a szlovák parlamentben a Barátságról szóló vita miatt.", ""),
        ("sk", "Parlament prerušil schôdzu pre spor o Družbu.", ""),
        ("sk", "Ropa Brent klesla na 61 dolárov, Slovnaft znížil ceny nafty o dva centy.", ""),
        ("hu", "A Brent 61 dollárra esett, a Mol két forinttal csökkentette a gázolaj árát.", ""),
        ("en", "Brent fell to 61 dollars and MOL cut its diesel price by two forints.", ""),
        ("de", "Brent fiel auf 61 Dollar, MOL senkte den Dieselpreis um zwei Forint.", ""),
        ("hu", "A Mol negyedéves nyeresége a felére csökkent, a finomítói árrés visszaesett.", ""),
        ("sk", "Zisk MOL-u klesol na polovicu, marža rafinérie sa znížila.", ""),
        (
            "en",
            "Russia cut oil exports from Novorossiysk by a third. Kazakhstan's CPC flows are back to normal. Hungary abstained in the UN vote.",
            "KZ oil resumed",
        ),
    ),
}
CASES = [
    pytest.param(lang, text, expected, id=f"{lang} {name} {at}")
    for name, cases in PATTERNS.items()
    for at, (lang, text, expected) in enumerate(cases)
]


@pytest.mark.parametrize(("lang", "text", "expected"), CASES)
def test_what_is_no_statement_is_left_out(lang: str, text: str, expected: str) -> None:
    assert said(text, lang) == wanted(expected)
