"""Short Polish articles after the patterns of real news, read end to end; published on Friday, 22 August 2025."""

from __future__ import annotations

from datetime import date

import pytest
from reading import Case, check, check_supply, one, read

from tracker.model import Effect, FlowWord, Route, Weapon

STRIKES = {
    "wire, governor and general staff": Case(
        "Ukraińskie drony uderzyły w nocy z czwartku na piątek w rafinerię w Riazaniu, wybuchł tam pożar. "
        "Sztab Generalny Sił Zbrojnych Ukrainy poinformował na Telegramie, że w cel trafiły Siły Systemów Bezzałogowych. "
        "Gubernator obwodu riazańskiego Paweł Małkow potwierdził, że szczątki drona spadły na teren zakładu przemysłowego.",
        (("ryazan-refinery", "2025-08-21", "2025-08-22", "UA", "confirmed"),),
    ),
    "claim alone": Case(
        "Rafineria w Saratowie została w nocy na 22 sierpnia zaatakowana przez drony, podał Sztab Generalny w Kijowie.",
        (("saratov-refinery", "2025-08-21", "2025-08-22", "UA", "claimed"),),
    ),
    "oil refinery, the adjective behind": Case(
        "W piątek nad ranem bezzałogowce zaatakowały rafinerię ropy naftowej w Syzraniu. Na miejscu pali się zbiornik, piszą lokalne media.",
        (("syzran-refinery", "2025-08-22", "2025-08-22", "UA", "reported"),),
    ),
    "adjective before the facility word": Case(
        "Po czwartkowym ataku dronów płonie wołgogradzka rafineria Łukoilu, donoszą mieszkańcy.",
        (("volgograd-refinery", "2025-08-21", "2025-08-21", "UA", "reported"),),
    ),
    "passive and late naming": Case(
        "W nocy ze środy na czwartek w Rosji celem ataku dronów stał się zakład petrochemiczny. "
        "Trafiona została także rafineria w Kstowie w obwodzie niżnonowogrodzkim.",
        (("norsi-kstovo-refinery", "2025-08-20", "2025-08-21", "UA", "reported"),),
    ),
    "the station on Druzhba and the minister": Case(
        "Rurociąg Przyjaźń został w nocy z czwartku na piątek znów zaatakowany, trafiono przepompownię w Unieczy w obwodzie briańskim. "
        "Po ataku dostawy ropy na Węgry zostały wstrzymane, napisał na Facebooku szef węgierskiej dyplomacji Peter Szijjarto.",
        (("unecha-pumping-station", "2025-08-21", "2025-08-22", "UA", "confirmed"),),
        (("HU", "crude_oil", "halted"),),
    ),
    "two countries for at least five days": Case(
        "Po ataku dronów na stację pomp Uniecza ropa nie płynie rurociągiem Przyjaźń na Węgry i Słowację. "
        "Przerwa w dostawach do obu krajów potrwa co najmniej pięć dni, podała Komisja Europejska.",
        (("unecha-pumping-station", "2025-08-22", "2025-08-22", "UA", "reported"),),
        (("HU", "crude_oil", "halted"), ("SK", "crude_oil", "halted")),
    ),
    "commander's post": Case(
        "Dowódca Sił Systemów Bezzałogowych Robert Browdi opublikował 21 sierpnia na Telegramie nagranie z ataku na stację pomp Uniecza. "
        "Gubernator obwodu briańskiego Aleksandr Bogomaz przyznał, że po ostrzale z wyrzutni HIMARS i uderzeniu dronów płonie obiekt energetyczny.",
        (("unecha-pumping-station", "2025-08-21", "2025-08-21", "UA", "confirmed"),),
    ),
    "all shot down": Case(
        "W nocy na czwartek drony próbowały zaatakować rafinerię w Nowokujbyszewsku, wszystkie zestrzeliła obrona przeciwlotnicza. "
        "Nie ma zniszczeń, poinformował gubernator Wiaczesław Fiedoriszczew.",
        (("novokuibyshevsk-refinery", "2025-08-20", "2025-08-21", "UA", "denied"),),
    ),
    "russian missiles on a power plant": Case(
        "Rosja ostrzelała w nocy na środę rakietami elektrownię cieplną w Bursztynie na zachodzie Ukrainy, tysiące domów są bez prądu. "
        "Minister energetyki Switłana Hrynczuk poinformowała o poważnych zniszczeniach.",
        (("burshtyn-tpp", "2025-08-19", "2025-08-20", "RU", "confirmed"),),
    ),
    "occupied place": Case(
        "We wtorek 19 sierpnia drony trafiły w terminal naftowy w Teodozji na okupowanym Krymie, paliło się kilka zbiorników.",
        (("feodosia-oil-terminal", "2025-08-19", "2025-08-19", "UA", "reported"),),
    ),
    "two refineries in one night": Case(
        "Ukraińska armia zaatakowała w nocy z 21 na 22 sierpnia rafinerie w Saratowie i Syzraniu.",
        (
            ("saratov-refinery", "2025-08-21", "2025-08-22", "UA", "reported"),
            ("syzran-refinery", "2025-08-21", "2025-08-22", "UA", "reported"),
        ),
    ),
    "an unnamed depot in a town": Case(
        "W Jelcu w obwodzie lipieckim po nocnym ataku dronów płonie baza paliw, poinformował gubernator Igor Artamonow.",
        (("Yelets, Lipetsk Oblast", "2025-08-21", "2025-08-22", "UA", "confirmed"),),
    ),
    "a region is all that is known": Case(
        "W czwartek wieczorem drony uderzyły w skład paliw w obwodzie smoleńskim.",
        (("Smolensk Oblast", "2025-08-21", "2025-08-21", "UA", "reported"),),
    ),
    "an older strike is background": Case(
        "Po ataku dronów w nocy na piątek paliła się rafineria w Wołgogradzie. "
        "Rafinerię Afipski w Kraju Krasnodarskim drony trafiły 7 sierpnia.",
        (
            ("afipsky-refinery", "2025-08-07", "2025-08-07", "UA", "reported"),
            ("volgograd-refinery", "2025-08-21", "2025-08-22", "UA", "reported"),
        ),
    ),
    "port": Case(
        "Terminal naftowy w porcie Ust-Ługa nad Bałtykiem stał się w piątek rano celem ataku dronów, wybuchł pożar. "
        "Załadunek wstrzymano, powiedziały Reuterowi dwa źródła w branży.",
        (("ust-luga-oil-terminal", "2025-08-22", "2025-08-22", "UA", "reported"),),
    ),
    "substation": Case(
        "Drony trafiły w nocy w podstację pod Biełgorodem, część miasta jest bez prądu, napisał gubernator Wiaczesław Gładkow.",
        (("Belgorod, Belgorod Oblast", "2025-08-21", "2025-08-22", "UA", "confirmed"),),
    ),
    "nikolskoye, the two days of August": Case(
        "W poniedziałek i wtorek dostawy ropy na Węgry rurociągiem Przyjaźń były wstrzymane. "
        "Powodem był atak dronów na przepompownię Nikolskoje w obwodzie tambowskim w nocy na poniedziałek.",
        (("nikolskoye-pumping-station", "2025-08-17", "2025-08-18", "UA", "reported"),),
        (("HU", "crude_oil", "halted"),),
    ),
}
STRIKES |= {
    "a line and its station in one region": Case(
        "Drony uderzyły w czwartek w stację pompowania ropy rurociągu Przyjaźń w obwodzie briańskim, podał Sztab Generalny.",
        (("Bryansk Oblast", "2025-08-21", "2025-08-21", "UA", "claimed"),),
    ),
    "adjective behind the facility word": Case(
        "W Kraju Krasnodarskim po ataku dronów w nocy na piątek wybuchł pożar w rafinerii Ilskiej, podał sztab kryzysowy.",
        (("ilsky-refinery", "2025-08-21", "2025-08-22", "UA", "confirmed"),),
    ),
    "the target stands first": Case(
        "W nocy z wtorku na środę celem była rafineria w Syktywkarze, około 2000 kilometrów od granicy, piszą media.",
        (("Syktyvkar, Komi Republic", "2025-08-19", "2025-08-20", "UA", "reported"),),
    ),
    "nuclear plant": Case(
        "Po ataku drona na elektrownię atomową w Kursku w sobotę uszkodzony został transformator, podał gubernator.",
        (("kursk-npp", "2025-08-16", "2025-08-16", "UA", "confirmed"),),
    ),
    "drones that fell on a depot": Case(
        "Ukraińskie drony spadły w czwartek na bazę paliw w rosyjskim Borysoglebsku. Gubernator Aleksandr Gusiew mówi o uszkodzeniach.",
        (("Borisoglebsk, Voronezh Oblast", "2025-08-21", "2025-08-21", "UA", "confirmed"),),
    ),
}
NO_STRIKE = {
    "labour strike": Case("Pracownicy rafinerii w Płocku ogłosili w piątek strajk ostrzegawczy, strajk potrwa dwa dni."),
    "accident": Case("W rafinerii w Gdańsku wybuchł w piątek pożar, przyczyną była awaria pompy, strażacy opanowali ogień."),
    "lightning": Case("Piorun uderzył w zbiornik w rafinerii w Omsku, wybuchł pożar, nikt nie ucierpiał."),
    "threat": Case("Moskwa ostrzega, że Kijów może zaatakować przepompownię w Unieczy."),
    "plan": Case("Ukraina planuje atak na rafinerię w Riazaniu, twierdzi rosyjski deputowany."),
    "drones over a town": Case(
        "Rosyjska obrona przeciwlotnicza zestrzeliła w nocy 52 ukraińskie drony, w tym cztery nad Riazaniem. Nikt nie został ranny."
    ),
    "sanctions": Case("Nowe sankcje uderzają w koncern Rosnieft, właściciela rafinerii w Riazaniu."),
    "aggregate": Case("Ukraina zaatakowała w tym miesiącu kilka rosyjskich rafinerii, a ceny benzyny pobiły rekord."),
    "film": Case("Reżyser kręci nowy film o nalocie na rafinerię w Ploeszti podczas drugiej wojny światowej."),
    "oil that reaches a market": Case("Ropa z terminala naftowego w Primorsku trafiła na rynek w Indiach, eksport w sierpniu wzrósł."),
    "wallets": Case("Podwyżka cen w rafinerii w Płocku uderza w kieszenie kierowców, twierdzą analitycy."),
    "exercise": Case("W piątek w rafinerii w Gdańsku odbyły się ćwiczenia, scenariusz zakładał atak dronów."),
    "ceasefire": Case("Fico wezwał Kijów, aby zaprzestał ataków na rurociąg Przyjaźń, i poparł zawieszenie broni."),
    "hackers": Case("Grupa przestępcza przeprowadziła w czwartek atak hakerski na rafinerię w Możejkach, system nie działał."),
    "not energy": Case("Rosyjska rakieta uderzyła w czwartek w fabrykę elektroniki w Mukaczewie, rannych zostało 23 osób."),
}  # fmt: skip


@pytest.mark.parametrize("case", STRIKES.values(), ids=STRIKES.keys())
def test_polish_strikes(case: Case) -> None:
    check(case, "pl")


@pytest.mark.parametrize("case", NO_STRIKE.values(), ids=NO_STRIKE.keys())
def test_what_is_no_strike_in_polish(case: Case) -> None:
    assert read(case.text, lang="pl").reports == ()


DRUZHBA = Route.DRUZHBA
SUPPLY = [
    (
        "Dostawy ropy na Węgry i Słowację rurociągiem Przyjaźń zostały przerwane na co najmniej pięć dni, podał koncern MOL.",
        {"HU": (FlowWord.HALTED, DRUZHBA, None, None, 5, None), "SK": (FlowWord.HALTED, DRUZHBA, None, None, 5, None)},
    ),
    (
        "Ropa na Słowację nie płynie od poniedziałku, powiedział rzecznik spółki Transpetrol.",
        {"SK": (FlowWord.HALTED, None, date(2025, 8, 18), None, None, None)},
    ),
    (
        "W poniedziałek i wtorek dostawy ropy na Węgry ropociągiem Przyjaźń były wstrzymane.",
        {"HU": (FlowWord.HALTED, DRUZHBA, date(2025, 8, 18), date(2025, 8, 19), None, None)},
    ),
    (
        "Od czwartku ropa znów płynie na Słowację rurociągiem Przyjaźń, poinformował Slovnaft.",
        {"SK": (FlowWord.RESUMED, DRUZHBA, date(2025, 8, 21), None, None, None)},
    ),
    (
        "Tłoczenie ropy na Węgry rurociągiem Przyjaźń wznowiono w środę wieczorem.",
        {"HU": (FlowWord.RESUMED, DRUZHBA, date(2025, 8, 20), None, None, None)},
    ),
    (
        "Dostawy ropy do Czech rurociągiem Przyjaźń nie zostały zakłócone, przekazała spółka MERO.",
        {"CZ": (FlowWord.UNAFFECTED, DRUZHBA, None, None, None, None)},
    ),
    (
        "Atak nie wpłynął na dostawy ropy do Polski, rurociąg Przyjaźń nie jest u nas używany, podał PERN.",
        {"PL": (FlowWord.UNAFFECTED, DRUZHBA, None, None, None, None)},
    ),
    (
        "Dostawy ropy na Słowację rurociągiem Przyjaźń mogą zostać wstrzymane, ostrzegł analityk.",
        {"SK": (FlowWord.AT_RISK, DRUZHBA, None, None, None, None)},
    ),
    (
        "Dostawy ropy na Słowację rurociągiem Przyjaźń spadły o połowę.",
        {"SK": (FlowWord.REDUCED, DRUZHBA, None, None, None, None)},
    ),
    (
        "Tranzyt rosyjskiej ropy do Czech rurociągiem Przyjaźń wstrzymano maksymalnie na trzy dni.",
        {"CZ": (FlowWord.HALTED, DRUZHBA, None, None, None, 3)},
    ),
    (
        "Po wstrzymaniu dostaw ropy rurociągiem Przyjaźń Węgry mają rezerwy na 90 dni.",
        {"HU": (FlowWord.HALTED, DRUZHBA, None, None, None, None)},
    ),
    ("Ceny benzyny na Słowacji spadły, bo ropa staniała.", {}),
    ("Słowacki rząd obraduje w piątek nad budżetem.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SUPPLY)
def test_what_polish_news_says_of_supply(text: str, expected: dict[str, tuple[object, ...]]) -> None:
    check_supply(text, expected, "pl")


def test_polish_speakers_weapons_and_effects() -> None:
    report = one(STRIKES["commander's post"].text, lang="pl")
    assert (report.claimed_by, report.confirmed_by) == (("Robert Browdi",), ("Aleksandr Bogomaz",))
    assert set(report.weapons) == {Weapon.DRONE, Weapon.HIMARS}
    assert Effect.FIRE in report.effects


def test_a_hungarian_minister_is_the_speaker_by_name() -> None:
    (row,) = read(STRIKES["the station on Druzhba and the minister"].text, lang="pl").supply_reports
    assert row.said_by == ("Peter Szijjarto",)
