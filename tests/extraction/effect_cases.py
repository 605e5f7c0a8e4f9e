"""Words for what an attack did, in eight languages; and words beside an attack that tell of no harm."""

from __future__ import annotations

ATTACK: dict[str, str] = {
    "en": "Drones hit the Ryazan refinery overnight. {}",
    "sk": "Drony v noci zasiahli rafinériu v Riazani. {}",
    "cs": "Drony v noci zasáhly rafinerii v Rjazani. {}",
    "hu": "Drónok találták el az éjjel a rjazanyi finomítót. {}",
    "de": "Drohnen trafen in der Nacht die Raffinerie in Rjasan. {}",
    "pl": "Drony trafiły w nocy w rafinerię w Riazaniu. {}",
    "uk": "Дрони вночі вразили Рязанський НПЗ. {}",
    "ru": "Дроны ночью поразили Рязанский НПЗ. {}",
}

# Sentences between slashes, each of which follows the attack alone.
HARM: dict[str, dict[str, str]] = {
    "en": {
        "damage": "A distillation column was put out of action. / Two tanks were lost. / The unit will need months of repairs. / A pipe rack collapsed. / The roof of the pump hall was blown away. / A transformer was wrecked. / Shrapnel pierced a tank. / The blast tore open a pipeline. / The main unit suffered heavy damage. / One tank is a write-off.",
        "halted": "Processing has been suspended. / The plant stopped work. / All units are down. / Runs were cut to zero. / The refinery has shut. / Operations came to a stop. / It has not produced a drop of fuel since. / The main unit is offline. / Loading ceased. / The plant is out of action.",
        "power_outage": "Half the city lost electricity. / Thousands of homes are without power. / The lights went off in three districts. / Emergency cut-offs were introduced. / Residents had no electricity until noon. / Power was lost in the district. / Electricity supply was disrupted.",
        "fire": "A blaze covered 200 square metres. / Tanks were burning until morning. / Flames rose over the plant. / A conflagration began. / Thick smoke covered the town. / Firefighters fought the flames. / The unit went up in flames.",
        "casualties": "Two workers were hurt. / A guard died. / Three people were taken to hospital. / One employee suffered burns. / An engineer lost his life.",
        "spill": "Oil spilled into the river. / Diesel leaked from a tank. / An oil slick spread.",
        "explosion": "Several blasts were heard. / A powerful explosion shook the town. / Residents counted ten bangs. / Loud booms woke the city.",
    },
    "sk": {
        "damage": "Destilačná kolóna je vyradená. / Prišli o dve nádrže. / Oprava potrvá mesiace, jednotka je zničená. / Potrubie je roztrhnuté. / Strecha čerpacej haly sa zrútila. / Črepiny prerazili nádrž. / Hlavná jednotka utrpela vážne škody. / Jedna nádrž je na odpis.",
        "halted": "Spracovanie ropy pozastavili. / Závod prestal pracovať. / Všetky jednotky stoja. / Rafinéria stojí. / Prevádzku prerušili. / Výrobu zastavili. / Od rána nevyrába. / Nakládka sa zastavila. / Závod odstavili.",
        "power_outage": "Polovica mesta je bez elektriny. / Tisíce domácností ostali bez prúdu. / V troch okresoch zhaslo svetlo. / Zaviedli núdzové vypínanie. / Dodávky elektriny sú prerušené. / Mesto sa ponorilo do tmy.",
        "fire": "Požiar zachvátil 200 metrov štvorcových. / Nádrže horeli do rána. / Nad závodom šľahali plamene. / Hustý dym zahalil mesto. / Jednotka vzbĺkla. / Vypukol oheň.",
        "casualties": "Dvaja pracovníci utrpeli zranenia. / Zahynul strážnik. / Troch ľudí previezli do nemocnice. / Jeden zamestnanec utrpel popáleniny.",
        "spill": "Ropa vytiekla do rieky. / Z nádrže unikla nafta.",
        "explosion": "Ozvalo sa niekoľko výbuchov. / Mestom otriasla silná explózia. / Obyvatelia narátali desať rán. / Bolo počuť detonácie.",
    },
    "hu": {
        "damage": "Egy lepárlóoszlop használhatatlanná vált. / Két tartály odaveszett. / A főegység súlyosan megsérült. / A csővezeték felszakadt. / A szivattyúcsarnok teteje beszakadt. / A repeszek átütöttek egy tartályt. / Jelentős kár keletkezett. / A javítás hónapokig tart, az egység romokban hever.",
        "halted": "A feldolgozást felfüggesztették. / Az üzem leállt. / Minden egység áll. / A finomító nem dolgozik. / A termelés szünetel. / A munkát megszakították. / A berakodás leállt.",
        "power_outage": "A fél város áram nélkül maradt. / Több ezer háztartásban nincs áram. / Három járásban elment a villany. / Vészhelyzeti lekapcsolásokat vezettek be. / Akadozik az áramellátás.",
        "fire": "A tűz 200 négyzetméteren pusztított. / A tartályok reggelig égtek. / Lángok csaptak fel az üzem fölött. / Sűrű füst borította a várost. / Az egység lángra kapott. / Kigyulladt egy tartály.",
        "casualties": "Két dolgozó megsebesült. / Meghalt egy őr. / Hárman kórházba kerültek.",
        "spill": "Olaj ömlött a folyóba. / Gázolaj szivárgott egy tartályból.",
        "explosion": "Több robbanás hallatszott. / Erős detonáció rázta meg a várost. / A lakók tíz dörrenést számoltak.",
    },
    "de": {
        "damage": "Eine Destillationskolonne ist unbrauchbar. / Zwei Tanks gingen verloren. / Die Hauptanlage wurde schwer beschädigt. / Eine Leitung riss. / Das Dach der Pumpenhalle stürzte ein. / Ein Transformator ist zerstört. / Die Reparatur dauert Monate, die Anlage ist ausgebrannt.",
        "halted": "Die Verarbeitung wurde ausgesetzt. / Das Werk steht. / Alle Anlagen stehen still. / Die Raffinerie arbeitet nicht. / Die Produktion ruht. / Der Betrieb ist unterbrochen. / Seither wird nichts produziert. / Die Verladung wurde gestoppt. / Das Werk wurde heruntergefahren.",
        "power_outage": "Die halbe Stadt ist ohne Strom. / In Tausenden Haushalten fiel der Strom aus. / In drei Bezirken gingen die Lichter aus. / Es gab Notabschaltungen. / Die Stromversorgung brach zusammen.",
        "fire": "Der Brand erfasste 200 Quadratmeter. / Tanks brannten bis zum Morgen. / Flammen schlugen aus der Anlage. / Dichter Rauch zog über die Stadt. / Die Anlage ging in Flammen auf. / Ein Feuer brach aus.",
        "casualties": "Zwei Arbeiter wurden verletzt. / Ein Wachmann starb. / Drei Menschen kamen ins Krankenhaus. / Ein Mitarbeiter erlitt Verbrennungen.",
        "spill": "Öl lief in den Fluss. / Diesel trat aus einem Tank aus.",
        "explosion": "Mehrere Explosionen waren zu hören. / Eine Detonation erschütterte die Stadt. / Anwohner zählten zehn Knalle.",
    },
    "uk": {
        "damage": "Установку первинної переробки виведено з ладу. / Втрачено два резервуари. / Основна установка зазнала значних пошкоджень. / Трубопровід розірвало. / Дах насосної обвалився. / Осколки пробили резервуар. / Трансформатор знищено. / Постраждав цех гідроочищення.",
        "halted": "Переробку призупинили. / Завод не працює. / Усі установки стоять. / Завод став. / Виробництво зупинили. / Роботу перервано. / Відтоді не виробляє пального. / Відвантаження припинилося.",
        "power_outage": "Пів міста без світла. / Тисячі домівок лишилися без струму. / У трьох районах зникло світло. / Запроваджено аварійні відключення. / Електропостачання порушено.",
        "fire": "Пожежа охопила 200 квадратних метрів. / Резервуари горіли до ранку. / Над заводом здійнялося полум'я. / Густий дим накрив місто. / Установка зайнялася. / Сталося загоряння.",
        "casualties": "Двоє робітників поранені. / Загинув охоронець. / Трьох людей госпіталізували. / Один працівник дістав опіки.",
        "spill": "Нафта вилилася в річку. / З резервуара витекло пальне.",
        "explosion": "Пролунало кілька вибухів. / Потужна детонація струсонула місто. / Мешканці нарахували десять вибухів.",
    },
    "ru": {
        "damage": "Установка первичной переработки выведена из строя. / Потеряны два резервуара. / Основная установка получила значительные повреждения. / Трубопровод разорвало. / Крыша насосной обрушилась. / Осколки пробили резервуар. / Трансформатор уничтожен. / Пострадал цех гидроочистки.",
        "halted": "Переработку приостановили. / Завод не работает. / Все установки стоят. / Завод встал. / Производство остановили. / Работа прервана. / С тех пор не выпускает топливо. / Отгрузка прекратилась.",
        "power_outage": "Полгорода без света. / Тысячи домов остались без электричества. / В трех районах пропал свет. / Введены аварийные отключения. / Электроснабжение нарушено.",
        "fire": "Пожар охватил 200 квадратных метров. / Резервуары горели до утра. / Над заводом поднялось пламя. / Густой дым накрыл город. / Установка загорелась. / Произошло возгорание.",
        "casualties": "Двое рабочих ранены. / Погиб охранник. / Трех человек госпитализировали. / Один сотрудник получил ожоги.",
        "spill": "Нефть вылилась в реку. / Из резервуара вытекло топливо.",
        "explosion": "Прогремело несколько взрывов. / Мощная детонация потрясла город. / Жители насчитали десять хлопков.",
    },
    "pl": {
        "damage": "Kolumna destylacyjna jest wyłączona z użytku. / Stracono dwa zbiorniki. / Główna instalacja doznała poważnych uszkodzeń. / Rurociąg został rozerwany. / Dach hali pomp runął. / Odłamki przebiły zbiornik. / Transformator jest zniszczony.",
        "halted": "Przerób wstrzymano. / Zakład nie pracuje. / Wszystkie instalacje stoją. / Zakład stanął. / Produkcję zatrzymano. / Praca została przerwana. / Od tego czasu nie produkuje. / Załadunek ustał.",
        "power_outage": "Pół miasta nie ma prądu. / Tysiące domów zostało bez prądu. / W trzech rejonach zgasło światło. / Wprowadzono awaryjne wyłączenia. / Dostawy prądu są przerwane.",
        "fire": "Pożar objął 200 metrów kwadratowych. / Zbiorniki płonęły do rana. / Nad zakładem wzbiły się płomienie. / Gęsty dym spowił miasto. / Instalacja stanęła w ogniu. / Doszło do zapłonu.",
        "casualties": "Dwóch pracowników zostało rannych. / Zginął strażnik. / Trzy osoby trafiły do szpitala. / Jeden pracownik doznał oparzeń.",
        "spill": "Ropa wylała się do rzeki. / Ze zbiornika wyciekło paliwo.",
        "explosion": "Słychać było kilka wybuchów. / Potężna detonacja wstrząsnęła miastem. / Mieszkańcy naliczyli dziesięć huków.",
    },
    "cs": {
        "damage": "Destilační kolona je vyřazena. / Přišli o dvě nádrže. / Hlavní jednotka utrpěla vážné škody. / Potrubí je roztržené. / Střecha čerpací haly se zřítila. / Střepiny prorazily nádrž.",
        "halted": "Zpracování ropy pozastavili. / Závod přestal pracovat. / Všechny jednotky stojí. / Rafinerie stojí. / Provoz přerušili. / Výrobu zastavili. / Od rána nevyrábí. / Nakládka se zastavila.",
        "power_outage": "Polovina města je bez elektřiny. / Tisíce domácností zůstaly bez proudu. / Ve třech okresech zhaslo světlo. / Zavedli nouzové vypínání. / Dodávky elektřiny jsou přerušeny.",
        "fire": "Požár zachvátil 200 metrů čtverečních. / Nádrže hořely do rána. / Nad závodem šlehaly plameny. / Hustý dým zahalil město. / Jednotka vzplála. / Vypukl oheň.",
        "casualties": "Dva pracovníci utrpěli zranění. / Zahynul hlídač. / Tři lidi převezli do nemocnice. / Jeden zaměstnanec utrpěl popáleniny.",
        "spill": "Ropa vytekla do řeky. / Z nádrže unikla nafta.",
        "explosion": "Ozvalo se několik výbuchů. / Městem otřásla silná exploze. / Obyvatelé napočítali deset ran.",
    },
}

NO_HARM: dict[str, str] = {
    "en": "Nobody was hurt and nothing was damaged. / Flights were halted at the airport. / The extent of the damage is being assessed.",
    "sk": "Starosta poďakoval hasičom. / Nikto nebol zranený. / Lety na letisku pozastavili. / Rozsah škôd sa zisťuje.",
    "cs": "Starosta poděkoval hasičům. / Nikdo neutrpěl zranění. / Lety na letišti pozastavili. / Rozsah škod se zjišťuje.",
    "hu": "Senki sem sérült meg. / A repülőtéren leállították a járatokat. / A kár mértékét felmérik.",
    "de": "Verletzt wurde niemand. / Am Flughafen wurden Flüge ausgesetzt. / Das Ausmaß der Schäden wird ermittelt.",
    "uk": "Ніхто не постраждав. / В аеропорту призупинили рейси. / Масштаби збитків уточнюються. / У районі цілі працювала ППО.",
    "ru": "Никто не пострадал. / В аэропорту приостановили рейсы. / Масштаб ущерба уточняется.",
    "pl": "Nikt nie ucierpiał. / Na lotnisku wstrzymano loty. / Skala strat jest ustalana.",
}
