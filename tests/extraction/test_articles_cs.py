"""Short Czech articles after the patterns of real news, read end to end; published on Friday, 22 August 2025."""

from __future__ import annotations

from datetime import date

import pytest
from reading import Case, check, check_supply, one, read

from tracker.model import Effect, FlowWord, Route, Weapon

STRIKES = {
    "wire, governor and general staff": Case(
        "Ukrajinské drony v noci na pátek zasáhly ropnou rafinerii v Rjazani, vypukl tam požár. "
        "Generální štáb ukrajinské armády na Telegramu uvedl, že úder provedly Síly bezpilotních systémů. "
        "Gubernátor Rjazaňské oblasti Pavel Malkov potvrdil, že trosky dronu dopadly na areál průmyslového podniku.",
        (("ryazan-refinery", "2025-08-21", "2025-08-22", "UA", "confirmed"),),
    ),
    "claim alone": Case(
        "Rafinerie v Saratově se v noci ze čtvrtka na pátek stala terčem útoku bezpilotních letounů, oznámil generální štáb v Kyjevě.",
        (("saratov-refinery", "2025-08-21", "2025-08-22", "UA", "claimed"),),
    ),
    "adjective before the facility word": Case(
        "Drony zaútočily ve čtvrtek na volgogradskou rafinerii. Na místě hoří, píší místní média.",
        (("volgograd-refinery", "2025-08-21", "2025-08-21", "UA", "reported"),),
    ),
    "the station on Druzhba and the minister": Case(
        "Na ropovod Družba v noci na pátek znovu zaútočily drony, zasažena byla přečerpávací stanice Uneča v Brjanské oblasti. "
        "Slovenská ministryně hospodářství Denisa Saková uvedla, že dodávky ropy na Slovensko jsou přerušené.",
        (("unecha-pumping-station", "2025-08-21", "2025-08-22", "UA", "confirmed"),),
        (("SK", "crude_oil", "halted"),),
    ),
    "two countries for at least five days": Case(
        "Doprava ropy ropovodem Družba do Maďarska a na Slovensko byla po útoku na přečerpávací stanici v Uneči přerušena nejméně na pět dní, "
        "napsal na Facebooku maďarský ministr zahraničí Péter Szijjártó.",
        (("unecha-pumping-station", "2025-08-22", "2025-08-22", "UA", "confirmed"),),
        (("HU", "crude_oil", "halted"), ("SK", "crude_oil", "halted")),
    ),
    "commander's post": Case(
        "Velitel Sil bezpilotních systémů Robert Brovdi zveřejnil 21. srpna na Telegramu video ze zásahu přečerpávací stanice Uneča. "
        "Gubernátor Brjanské oblasti Alexandr Bogomaz přiznal, že na energetickém objektu vypukl po úderu raket HIMARS a dronů požár.",
        (("unecha-pumping-station", "2025-08-21", "2025-08-21", "UA", "confirmed"),),
    ),
    "all shot down": Case(
        "V noci na čtvrtek se drony pokusily zaútočit na rafinerii v Novokujbyševsku, všechny ale protivzdušná obrana sestřelila. "
        "Podle gubernátora Vjačeslava Fedoriščeva škody nevznikly.",
        (("novokuibyshevsk-refinery", "2025-08-20", "2025-08-21", "UA", "denied"),),
    ),
    "russian missiles on a power plant": Case(
        "Rusko v noci na středu odpálilo rakety na Burštynskou tepelnou elektrárnu v Ivanofrankivské oblasti, tisíce domácností zůstaly bez elektřiny. "
        "Ministryně energetiky Svitlana Hrynčuková sdělila, že poškození je rozsáhlé.",
        (("burshtyn-tpp", "2025-08-19", "2025-08-20", "RU", "confirmed"),),
    ),
    "occupied place": Case(
        "Drony v úterý 19. srpna zasáhly ropný terminál v okupované Feodosiji, hořelo tam několik nádrží.",
        (("feodosia-oil-terminal", "2025-08-19", "2025-08-19", "UA", "reported"),),
    ),
    "two refineries in one night": Case(
        "Ukrajinská armáda v noci na 22. srpna zasáhla rafinerie v Saratově a Syzrani.",
        (
            ("saratov-refinery", "2025-08-21", "2025-08-22", "UA", "reported"),
            ("syzran-refinery", "2025-08-21", "2025-08-22", "UA", "reported"),
        ),
    ),
    "an unnamed depot in a town": Case(
        "V Jelci v Lipecké oblasti hoří po nočním útoku dronů sklad ropy, informoval gubernátor Igor Artamonov.",
        (("Yelets, Lipetsk Oblast", "2025-08-21", "2025-08-22", "UA", "confirmed"),),
    ),
    "a region is all that is known": Case(
        "Ve čtvrtek večer zasáhly drony sklad pohonných hmot ve Smolenské oblasti.",
        (("Smolensk Oblast", "2025-08-21", "2025-08-21", "UA", "reported"),),
    ),
    "an older strike is background": Case(
        "Po dronovém útoku v noci na pátek hořela rafinerie ve Volgogradu. "
        "Rafinerii v Afipském v Krasnodarském kraji zasáhly drony 7. srpna.",
        (
            ("afipsky-refinery", "2025-08-07", "2025-08-07", "UA", "reported"),
            ("volgograd-refinery", "2025-08-21", "2025-08-22", "UA", "reported"),
        ),
    ),
    "port": Case(
        "Ropný terminál v přístavu Usť-Luga v Leningradské oblasti se v pátek ráno stal terčem útoku dronů, vypukl požár. "
        "Nakládka byla přerušena, řekly agentuře Reuters dva zdroje.",
        (("ust-luga-oil-terminal", "2025-08-22", "2025-08-22", "UA", "reported"),),
    ),
    "substation": Case(
        "Drony v noci zasáhly rozvodnu u Belgorodu, část města je bez proudu, napsal gubernátor Vjačeslav Gladkov.",
        (("Belgorod, Belgorod Oblast", "2025-08-21", "2025-08-22", "UA", "confirmed"),),
    ),
    "a governor denies": Case(
        "Ukrajinský generální štáb uvedl, že v noci byla zasažena rafinerie v Syzrani. "
        "Gubernátor Samarské oblasti popřel, že by došlo ke škodám.",
        (("syzran-refinery", "2025-08-21", "2025-08-22", "UA", "denied"),),
    ),
}
NO_STRIKE = {
    "labour strike": Case("Zaměstnanci rafinerie v Litvínově vyhlásili v pátek stávkovou pohotovost, stávka má trvat dva dny."),
    "firefighters": Case("Při požáru v rafinerii v Kralupech v pátek zasahovali hasiči, příčinou byla technická závada čerpadla."),
    "lightning": Case("Blesk udeřil do nádrže v rafinerii v Omsku, oheň hasiči uhasili, nikdo se nezranil."),
    "threat": Case("Moskva varuje, že Kyjev by mohl zaútočit na přečerpávací stanici Uneča."),
    "plan": Case("Ukrajina plánuje útok na rafinerii v Rjazani, tvrdí ruský poslanec."),
    "drones over a town": Case("Ruská protivzdušná obrana v noci zničila 52 ukrajinských dronů, z toho čtyři nad Rjazaní. Nikdo nebyl zraněn."),
    "sanctions": Case("Spojené státy zasáhly sankcemi společnost Rosněfť, která vlastní rafinerii v Rjazani."),
    "sanctions by another word order": Case("Nové sankce zasáhly ruskou rafinerii v Syzrani i jejího majitele, oznámilo ministerstvo financí v Londýně."),
    "aggregate": Case("Ukrajina tento měsíc zasáhla několik ruských rafinerií a ceny benzinu v Rusku dosáhly rekordu."),
    "film": Case("Režisér natáčí film o bombovém útoku na rafinerii v Litvínově v roce 1944."),
    "market": Case("Orlen Unipetrol v srpnu zvýšil zpracování ropy z ropovodu TAL, čerpací stanice snížily ceny benzinu."),
    "ceasefire": Case("Fico vyzval Kyjev, aby přestal útočit na ropovod Družba, a Moskvu, aby souhlasila s příměřím."),
    "striker": Case("Útočník Baníku dal v pátek gól a zápas sledovali i zaměstnanci rafinerie v Litvínově."),
    "not energy": Case("Ruské rakety ve čtvrtek zasáhly elektrotechnický závod v Mukačevu, zraněno je 23 lidí."),
}  # fmt: skip


@pytest.mark.parametrize("case", STRIKES.values(), ids=STRIKES.keys())
def test_czech_strikes(case: Case) -> None:
    check(case, "cs")


@pytest.mark.parametrize("case", NO_STRIKE.values(), ids=NO_STRIKE.keys())
def test_what_is_no_strike_in_czech(case: Case) -> None:
    assert read(case.text, lang="cs").reports == ()


SUPPLY = [
    (
        "Dodávky ropy Družbou na Slovensko a do Maďarska byly přerušeny nejméně na pět dní, uvedla ministryně hospodářství Denisa Saková.",
        {"HU": (FlowWord.HALTED, Route.DRUZHBA, None, None, 5, None), "SK": (FlowWord.HALTED, Route.DRUZHBA, None, None, 5, None)},
    ),
    (
        "Ropa do Česka od pondělí neproudí, řekla mluvčí společnosti Mero.",
        {"CZ": (FlowWord.HALTED, None, date(2025, 8, 18), None, None, None)},
    ),
    (
        "V pondělí a úterý byly dodávky ropy do Maďarska ropovodem Družba pozastaveny.",
        {"HU": (FlowWord.HALTED, Route.DRUZHBA, date(2025, 8, 18), date(2025, 8, 19), None, None)},
    ),
    (
        "Na Slovensko od čtvrtka opět proudí ropa ropovodem Družba, informoval Slovnaft.",
        {"SK": (FlowWord.RESUMED, Route.DRUZHBA, date(2025, 8, 21), None, None, None)},
    ),
    (
        "Útok dodávky ropy do Česka neovlivnil, české rafinerie odebírají ropu z ropovodu TAL.",
        {"CZ": (FlowWord.UNAFFECTED, Route.TAL_IKL, None, None, None, None)},
    ),
    (
        "Dodávky ropy na Slovensko přes Družbu nebyly přerušeny, upřesnil Slovnaft.",
        {"SK": (FlowWord.UNAFFECTED, Route.DRUZHBA, None, None, None, None)},
    ),
    (
        "Dodávky ropy na Slovensko přes Družbu by mohly být v budoucnu přerušeny, upozornil analytik.",
        {"SK": (FlowWord.AT_RISK, Route.DRUZHBA, None, None, None, None)},
    ),
    (
        "Tranzit ruské ropy do Česka ropovodem Družba je zastaven maximálně na tři dny.",
        {"CZ": (FlowWord.HALTED, Route.DRUZHBA, None, None, None, 3)},
    ),
    (
        "Česko má po zastavení dodávek ropy Družbou zásoby na 90 dní.",
        {"CZ": (FlowWord.HALTED, Route.DRUZHBA, None, None, None, None)},
    ),
    ("Ropa objednaná přes Adrii dorazí na Slovensko za 20 až 30 dnů.", {}),
    ("Ceny benzinu v Česku klesly, ropa zlevnila.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SUPPLY)
def test_what_czech_news_says_of_supply(text: str, expected: dict[str, tuple[object, ...]]) -> None:
    check_supply(text, expected, "cs")


def test_czech_speakers_weapons_and_effects() -> None:
    report = one(STRIKES["commander's post"].text, lang="cs")
    assert (report.claimed_by, report.confirmed_by) == (("Robert Brovdi",), ("Alexandr Bogomaz",))
    assert set(report.weapons) == {Weapon.DRONE, Weapon.HIMARS}
    assert Effect.FIRE in report.effects


def test_a_minister_in_czech_is_the_speaker_by_name() -> None:
    (row,) = read(STRIKES["the station on Druzhba and the minister"].text, lang="cs").supply_reports
    assert row.said_by == ("Denisa Saková",)
