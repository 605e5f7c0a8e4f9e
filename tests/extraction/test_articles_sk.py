"""Short Slovak articles after the patterns of real news, read end to end; published on Friday, 22 August 2025."""

from __future__ import annotations

from datetime import date

import pytest
from reading import Case, check, check_supply, one, read

from tracker.model import Effect, FlowWord, Route, Weapon

STRIKES = {
    "wire, governor and general staff": Case(
        "Ukrajinské drony v noci na piatok zasiahli ropnú rafinériu v Riazani a vyvolali tam požiar. "
        "Generálny štáb ukrajinskej armády na Telegrame uviedol, že cieľ zasiahli Sily bezpilotných systémov. "
        "Gubernátor Riazanskej oblasti Pavel Malkov potvrdil, že trosky dronu dopadli na územie priemyselného podniku.",
        (("ryazan-refinery", "2025-08-21", "2025-08-22", "UA", "confirmed"),),
    ),
    "claim alone": Case(
        "Rafinéria v Saratove bola v noci zo štvrtka na piatok terčom útoku bezpilotných lietadiel, oznámil generálny štáb v Kyjeve.",
        (("saratov-refinery", "2025-08-21", "2025-08-22", "UA", "claimed"),),
    ),
    "adjective before the facility word": Case(
        "Drony zaútočili vo štvrtok na syzranskú rafinériu. Na mieste horí, píšu miestne médiá.",
        (("syzran-refinery", "2025-08-21", "2025-08-21", "UA", "reported"),),
    ),
    "the station on Druzhba and the minister": Case(
        "Na ropovod Družba v noci na piatok opäť zaútočili, zasiahnutá bola prečerpávacia stanica Uneča v Brjanskej oblasti. "
        "Ministerka hospodárstva Denisa Saková uviedla, že dodávky ropy na Slovensko sú zastavené. "
        "Slovnaft má podľa nej zásoby na niekoľko týždňov.",
        (("unecha-pumping-station", "2025-08-21", "2025-08-22", "UA", "confirmed"),),
        (("SK", "crude_oil", "halted"),),
    ),
    "two countries for at least five days": Case(
        "Preprava ropy cez ropovod Družba do Maďarska a na Slovensko je po útoku dronov na čerpaciu stanicu v Uneči prerušená "
        "a podľa ministra zahraničných vecí Juraja Blanára môže trvať najmenej päť dní, kým sa obnoví.",
        (("unecha-pumping-station", "2025-08-22", "2025-08-22", "UA", "confirmed"),),
        (("HU", "crude_oil", "halted"), ("SK", "crude_oil", "halted")),
    ),
    "commander's post": Case(
        "Veliteľ Síl bezpilotných systémov Robert Brovdi zverejnil 21. augusta na Telegrame video zo zásahu prečerpávacej stanice Uneča. "
        "Gubernátor Brjanskej oblasti Alexander Bogomaz priznal, že na energetickom objekte vypukol po údere rakiet HIMARS a dronov požiar.",
        (("unecha-pumping-station", "2025-08-21", "2025-08-21", "UA", "confirmed"),),
    ),
    "all shot down": Case(
        "V noci na štvrtok sa drony pokúsili zaútočiť na rafinériu v Novokujbyševsku, všetky však protivzdušná obrana zostrelila. "
        "Podľa gubernátora Viačeslava Fedoriščeva škody nevznikli.",
        (("novokuibyshevsk-refinery", "2025-08-20", "2025-08-21", "UA", "denied"),),
    ),
    "russian missiles on a power plant": Case(
        "Rusko v noci na stredu odpálilo rakety na Burštynskú tepelnú elektráreň v Ivano-Frankivskej oblasti, tisíce domácností ostali bez elektriny. "
        "Ministerka energetiky Svitlana Hrynčuková uviedla, že škody sa vyčísľujú.",
        (("burshtyn-tpp", "2025-08-19", "2025-08-20", "RU", "confirmed"),),
    ),
    "occupied place": Case(
        "Drony v utorok 19. augusta zasiahli ropný terminál v okupovanej Feodosii, horelo tam niekoľko nádrží.",
        (("feodosia-oil-terminal", "2025-08-19", "2025-08-19", "UA", "reported"),),
    ),
    "two refineries in one night": Case(
        "Ukrajinská armáda v noci na 22. augusta zasiahla rafinérie v Saratove a Syzrani.",
        (
            ("saratov-refinery", "2025-08-21", "2025-08-22", "UA", "reported"),
            ("syzran-refinery", "2025-08-21", "2025-08-22", "UA", "reported"),
        ),
    ),
    "an unnamed depot in a town": Case(
        "V Jelci v Lipeckej oblasti horí po nočnom útoku dronov sklad ropy, informoval gubernátor Igor Artamonov.",
        (("Yelets, Lipetsk Oblast", "2025-08-21", "2025-08-22", "UA", "confirmed"),),
    ),
    "a region is all that is known": Case(
        "Vo štvrtok večer zasiahli drony sklad pohonných hmôt v Smolenskej oblasti.",
        (("Smolensk Oblast", "2025-08-21", "2025-08-21", "UA", "reported"),),
    ),
    "an older strike is background": Case(
        "Po dronovom útoku v noci na piatok horela rafinéria vo Volgograde. "
        "Rafinériu v Afipskom v Krasnodarskom kraji zasiahli drony 7. augusta.",
        (
            ("afipsky-refinery", "2025-08-07", "2025-08-07", "UA", "reported"),
            ("volgograd-refinery", "2025-08-21", "2025-08-22", "UA", "reported"),
        ),
    ),
    "port": Case(
        "Ropný terminál v prístave Usť-Luga v Leningradskej oblasti sa v piatok ráno stal terčom útoku dronov, vypukol požiar. "
        "Nakládka bola prerušená, povedali agentúre Reuters dva zdroje.",
        (("ust-luga-oil-terminal", "2025-08-22", "2025-08-22", "UA", "reported"),),
    ),
    "substation": Case(
        "Drony v noci zasiahli rozvodňu pri Belgorode, časť mesta je bez prúdu, napísal gubernátor Viačeslav Gladkov.",
        (("Belgorod, Belgorod Oblast", "2025-08-21", "2025-08-22", "UA", "confirmed"),),
    ),
    "nikolskoye, the two days of August": Case(
        "Dodávky ropy na Slovensko cez Družbu boli v pondelok zastavené, v utorok večer sa obnovili. "
        "Príčinou bol útok dronov na prečerpávaciu stanicu Nikoľskoje v Tambovskej oblasti v noci na pondelok.",
        (("nikolskoye-pumping-station", "2025-08-17", "2025-08-18", "UA", "reported"),),
        (("SK", "crude_oil", "halted"), ("SK", "crude_oil", "resumed")),
    ),
    "small letters with marks are no towns": Case(
        "V Kremenčuku po ruskom raketovom útoku horí rafinéria, škody sú rozsiahle, napísal starosta Vitalij Maleckyj.",
        (("kremenchuk-refinery", "2025-08-22", "2025-08-22", "RU", "confirmed"),),
    ),
    "a town's name that holds a region's": Case(
        "Trosky dronu spôsobili v noci požiar v rafinérii v Slaviansku na Kubáni, uviedol operačný štáb Krasnodarského kraja.",
        (("slavyansk-refinery", "2025-08-21", "2025-08-22", "UA", "confirmed"),),
    ),
    "a denial in words of doubt": Case(
        "Generálny štáb v piatok potvrdil, že v noci bola zasiahnutá rafinéria v Saratove. "
        "Gubernátor Roman Busargin poprel, že by došlo k škodám.",
        (("saratov-refinery", "2025-08-21", "2025-08-22", "UA", "denied"),),
    ),
    "an adjective before the town": Case(
        "V ruskom meste Soči horel v noci na piatok sklad ropy, do nádrže narazil dron, uviedol gubernátor Veniamin Kondraťjev.",
        (("sochi-adler-depot", "2025-08-21", "2025-08-22", "UA", "confirmed"),),
    ),
    "a gas plant in another spelling": Case(
        "SBU sa prihlásila k útoku na závod na spracovanie plynu v Astracháni, ku ktorému došlo v stredu.",
        (("astrakhan-gpp", "2025-08-20", "2025-08-20", "UA", "claimed"),),
    ),
    "the district of the station": Case(
        "Na objekte palivovo-energetickej infraštruktúry v Unečskom okrese vypukol po útoku dronov požiar, uviedol vo štvrtok gubernátor Alexander Bogomaz.",
        (("unecha-pumping-station", "2025-08-21", "2025-08-21", "UA", "confirmed"),),
    ),
    "two adjectives share the facility word": Case(
        "Saratovská a syzranská rafinéria sa v noci stali terčom dronov.",
        (
            ("saratov-refinery", "2025-08-21", "2025-08-22", "UA", "reported"),
            ("syzran-refinery", "2025-08-21", "2025-08-22", "UA", "reported"),
        ),
    ),
    "thermal plants of three cities": Case(
        "Ruské jednotky v stredu ráno udreli na teplárne v Kyjeve, Charkove a Dnipre.",
        (
            ("Dnipro, Dnipropetrovsk Oblast", "2025-08-20", "2025-08-20", "RU", "reported"),
            ("Kharkiv, Kharkiv Oblast", "2025-08-20", "2025-08-20", "RU", "reported"),
            ("Kyiv, Kyiv", "2025-08-20", "2025-08-20", "RU", "reported"),
        ),
    ),
}
NO_STRIKE = {
    "labour strike": Case("Zamestnanci bratislavskej rafinérie Slovnaft vyhlásili v piatok štrajkovú pohotovosť, štrajk má trvať dva dni."),
    "firefighters": Case("Pri požiari v rafinérii Slovnaft v piatok zasahovali hasiči, príčinou bola technická porucha čerpadla."),
    "lightning": Case("Blesk udrel do nádrže v rafinérii v Omsku, oheň hasiči uhasili, nikto sa nezranil."),
    "threat": Case("Moskva varuje, že Kyjev by mohol zaútočiť na prečerpávaciu stanicu Uneča."),
    "plan": Case("Ukrajina plánuje útok na rafinériu v Riazani, tvrdí ruský poslanec."),
    "drones over a town": Case("Ruská protivzdušná obrana v noci zničila 52 ukrajinských dronov, z toho štyri nad Riazaňou. Nikto nebol zranený."),
    "sanctions": Case("Spojené štáty zasiahli sankciami spoločnosť Rosnefť, ktorá vlastní rafinériu v Riazani."),
    "aggregate": Case("Ukrajina tento mesiac zasiahla niekoľko ruských rafinérií a ceny benzínu v Rusku dosiahli rekord."),
    "film": Case("Režisér nakrúca film o bombovom útoku na rafinériu Apollo v Bratislave v roku 1944."),
    "market": Case("Slovnaft v auguste zvýšil spracovanie ropy z ropovodu Adria, čerpacie stanice znížili ceny benzínu."),
    "ceasefire": Case("Fico vyzval Kyjev, aby prestal útočiť na ropovod Družba, a Moskvu, aby súhlasila s prímerím."),
    "sanctions by another word order": Case("Nové sankcie zasiahli ruskú rafinériu v Syzrani aj jej majiteľa, oznámilo ministerstvo financií v Londýne."),
    "a year ago": Case("Pred rokom drony zasiahli rafinériu v Riazani."),
    "a drill": Case("V rafinérii Slovnaft sa konalo cvičenie hasičov, ktoré simulovalo útok dronom."),
    "a planned outage": Case("Jadrová elektráreň Mochovce v sobotu odstavila prvý blok pre plánovanú odstávku."),
    "intervention": Case("Vláda zvažuje zásah do cien palív, rafinéria Slovnaft ho odmieta."),
    "striker": Case("Útočník Slovana dal v piatok gól a zápas sledovali aj zamestnanci rafinérie Slovnaft."),
    "not energy": Case("Ruské rakety vo štvrtok zasiahli elektrotechnický závod v Mukačeve, zranených je 23 ľudí."),
}  # fmt: skip


@pytest.mark.parametrize("case", STRIKES.values(), ids=STRIKES.keys())
def test_slovak_strikes(case: Case) -> None:
    check(case, "sk")


@pytest.mark.parametrize("case", NO_STRIKE.values(), ids=NO_STRIKE.keys())
def test_what_is_no_strike_in_slovak(case: Case) -> None:
    assert read(case.text, lang="sk").reports == ()


SUPPLY = [
    (
        "Dodávky ropy cez Družbu na Slovensko a do Maďarska boli prerušené najmenej na päť dní, uviedla ministerka hospodárstva Denisa Saková.",
        {"HU": (FlowWord.HALTED, Route.DRUZHBA, None, None, 5, None), "SK": (FlowWord.HALTED, Route.DRUZHBA, None, None, 5, None)},
    ),
    (
        "Ropa na Slovensko od pondelka neprúdi, povedal pre TASR hovorca spoločnosti Transpetrol.",
        {"SK": (FlowWord.HALTED, None, date(2025, 8, 18), None, None, None)},
    ),
    (
        "V pondelok a utorok boli dodávky ropy do Maďarska ropovodom Družba pozastavené.",
        {"HU": (FlowWord.HALTED, Route.DRUZHBA, date(2025, 8, 18), date(2025, 8, 19), None, None)},
    ),
    (
        "Na Slovensko od štvrtka opäť prúdi ropa cez ropovod Družba, informoval Slovnaft.",
        {"SK": (FlowWord.RESUMED, Route.DRUZHBA, date(2025, 8, 21), None, None, None)},
    ),
    (
        "Tok ropy na Slovensko cez Družbu sa v stredu večer obnovil.",
        {"SK": (FlowWord.RESUMED, Route.DRUZHBA, date(2025, 8, 20), None, None, None)},
    ),
    (
        "Útok dodávky ropy na Slovensko ropovodom Družba neovplyvnil, tvrdí Transpetrol.",
        {"SK": (FlowWord.UNAFFECTED, Route.DRUZHBA, None, None, None, None)},
    ),
    (
        "Dodávky ropy na Slovensko cez Družbu neboli prerušené, spresnil Slovnaft.",
        {"SK": (FlowWord.UNAFFECTED, Route.DRUZHBA, None, None, None, None)},
    ),
    (
        "Dodávky ropy na Slovensko cez Družbu by mohli byť v budúcnosti prerušené, upozornil analytik.",
        {"SK": (FlowWord.AT_RISK, Route.DRUZHBA, None, None, None, None)},
    ),
    (
        "Slovnaft dostáva ropu v obmedzenom množstve, dodávky cez Družbu klesli o polovicu.",
        {"SK": (FlowWord.REDUCED, Route.DRUZHBA, None, None, None, None)},
    ),
    (
        "Tranzit ruskej ropy do Česka ropovodom Družba je zastavený maximálne na tri dni.",
        {"CZ": (FlowWord.HALTED, Route.DRUZHBA, None, None, None, 3)},
    ),
    (
        "Dodávky plynu na Slovensko cez Turkish Stream boli počas údržby zastavené na sedem dní.",
        {"SK": (FlowWord.HALTED, Route.TURKSTREAM, None, None, 7, 7)},
    ),
    (
        "Slovensko má po zastavení dodávok ropy cez Družbu zásoby na 90 dní.",
        {"SK": (FlowWord.HALTED, Route.DRUZHBA, None, None, None, None)},
    ),
    ("Ropa objednaná cez Adriu dorazí na Slovensko za 20 až 30 dní.", {}),
    ("Ceny benzínu na Slovensku klesli, ropa zlacnela.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SUPPLY)
def test_what_slovak_news_says_of_supply(text: str, expected: dict[str, tuple[object, ...]]) -> None:
    check_supply(text, expected, "sk")


def test_slovak_speakers_weapons_and_effects() -> None:
    report = one(STRIKES["commander's post"].text, lang="sk")
    assert (report.claimed_by, report.confirmed_by) == (("Robert Brovdi",), ("Alexander Bogomaz",))
    assert set(report.weapons) == {Weapon.DRONE, Weapon.HIMARS}
    assert Effect.FIRE in report.effects


def test_a_slovak_minister_is_the_speaker_by_name() -> None:
    (row,) = read(STRIKES["the station on Druzhba and the minister"].text, lang="sk").supply_reports
    assert row.said_by == ("Denisa Saková",)


def test_a_company_is_named_without_the_place_before_it() -> None:
    text = "Po útoku dronov na prečerpávaciu stanicu Uneča Slovnaft potvrdil výpadok dodávok ropy cez Družbu."
    (row,) = [found for found in read(text, lang="sk").supply_reports if found.route is Route.DRUZHBA]
    assert row.said_by == ("Slovnaft",)
