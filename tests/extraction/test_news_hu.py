"""Patterns of Hungarian news: lists, compounds and ports, what only stands near, who admits, how a flow goes."""

from __future__ import annotations

from datetime import date

import pytest
from reading import facilities, one, read
from supply_cases import said, wanted

STRIKES: dict[str, tuple[str, list[str]]] = {
    "a region between two adjectives": (
        "Rakéták csapódtak be az Ivano-Frankivszk megyei burstini, és a Lemberg megyében álló dobrotviri hőerőműbe.",
        ["burshtyn-tpp", "dobrotvir-tpp"],
    ),
    "a region before the last of three": (
        "Drónok érték el a rjazanyi, a szizranyi, valamint a Nyizsnyij Novgorod megyei ksztovói olajfinomítót.",
        ["norsi-kstovo-refinery", "ryazan-refinery", "syzran-refinery"],
    ),
    "a region before a name that shares its word": (
        "Drónok csaptak le a Szamarai területen lévő szizranyi és a Szaratov megyei szaratovi finomítóra.",
        ["saratov-refinery", "syzran-refinery"],
    ),
    "another place told only by its adjective is none": (
        "Drónok repültek át a szamarai és a rjazanyi repülőtér felett, majd eltalálták a szaratovi finomítót.",
        ["saratov-refinery"],
    ),
    "we have reached these targets": (
        "A vezérkar közleménye: az elmúlt éjszaka az alábbi célpontokat értük el:\n"
        "– a szaratovi olajfinomítót;\n– Tyihoreck szivattyúállomását;\n– egy radart Kercs mellett.",
        ["saratov-refinery", "tikhoretsk-pumping-station"],
    ),
    "a hub of the line": (
        "Drónok rongálták meg a Barátság vezeték unyecsai elosztóközpontját.",
        ["unecha-pumping-station"],
    ),
    "a transshipment works": (
        "Ukrán drónok csapást mértek a tamanyi kőolajátrakodó üzemre.",
        ["tamanneftegaz-terminal"],
    ),
    "the transformer of a plant is the plant": (
        "Kurszk: drón csapódott a Kurcsatovi atomerőmű transzformátorába.",
        ["kursk-npp"],
    ),
    "a strait is not its town": (
        "Ukrán drónok gyújtották fel éjjel a tamanyi olajterminált. A terminál a Kercs-szorostól hat kilométerre áll.",
        ["tamanneftegaz-terminal"],
    ),
    "what stands beside a plant is not the plant": (
        "Drónok csapódtak be a Szmolenszki atomerőmű közelében lévő alállomásba.",
        ["-"],
    ),
    "energy sites of another town": (
        "Drónok találták el éjjel a Korobkovszkij gázfeldolgozót, tűz ütött ki. Az orosz erők drónokkal támadták az odesszai "
        "járást. Csornomorszk városában megsérültek az energetikai létesítmények.",
        ["-", "korobkovsky-gpp"],
    ),
    "the port of Odesa with oil": (
        "Az orosz drónok Odessza kikötőjében egy olajtartályt gyújtottak fel.",
        ["odesa-oil-terminal"],
    ),
    "the caption of a picture": (
        "Az ukrán erők hétfőn megtámadták a szaratovi olajfinomítót, közölte a vezérkar.\n\n"
        "A brandenburgi olajfinomító 2022. december 28-án. Illusztráció: egy hírügynökség\n\n"
        "A vezérkar szerint csapást mértek az orosz erők logisztikai létesítményeire is Luhanszk megyében.",
        ["saratov-refinery"],
    ),
    "a republic by its Hungarian name": (
        "Drónok csaptak le egy olajipari vállalat telephelyére Baskírföldön, közölte a kormányzó.",
        ["-"],
    ),
}  # fmt: skip

NO_STRIKE = {
    "drones on their way": "A drónok a rjazanyi finomító felé tartottak, Moszkva megyében lőtték le mindet.",
    "strikes held out": "Zelenszkij újabb csapásokat helyezett kilátásba a novorosszijszki olajterminál ellen.",
    "strikes promised": "Kijev további csapásokat ígért a balti olajkikötőkre, köztük Primorszkra.",
    "sights of sanctions": "Orosz olajcégek kerültek a szankciók célkeresztjébe, köztük a Lukoil volgográdi finomítója.",
    "a port that ships grain": "Az orosz hadsereg drónokkal támadta Odessza kikötőjét, gabonaraktárak égtek.",
    "a drill": "Tűzoltógyakorlatot tartottak a szaratovi finomítóban: szimulált dróntámadás után oltottak.",
}  # fmt: skip

STATUS = {
    "only that there was an attack": (
        "A Gazprom közölte, hogy kilenc drón intézett támadást a Russzkaja kompresszorállomás ellen. A vállalat szerint a gépeket elhárították, a berendezések épek.",
        "denied",
    ),
    "rejects that it burned": (
        "A Leningrádi terület vezetése cáfolja azokat az ukrán állításokat, amelyek szerint kedden drónok gyújtották fel a kirisi finomítót.",
        "denied",
    ),
    "denies one thing and admits another": (
        "Drónok támadták a szizranyi finomítót. A kormányzó cáfolta, hogy bárki megsérült volna, de elismerte, hogy tűz ütött ki.",
        "confirmed",
    ),
    "the verb is split": (
        "Drónok csaptak le Tuapsze olajtermináljára. A válságstáb annyit ismert el, hogy lehullott roncsok tüzet okoztak a területén.",
        "confirmed",
    ),
    "the occupiers accuse": (
        "Jevhen Balickij, a terület oroszok által beiktatott vezetője azzal vádolta Kijevet, hogy lövedékekkel rongálta meg a melitopoli alállomást.",
        "confirmed",
    ),
    "confirmed, and still running": (
        "Drónok csaptak le a szalavati petrolkémiai üzemre, tűz keletkezett. Radij Habirov megerősítette a támadást; az üzem nem állt le.",
        "confirmed",
    ),
}  # fmt: skip

SUPPLY: dict[str, tuple[str, str]] = {
    "two thirds of the usual": (
        "A Janaf hétfőtől a megszokott mennyiség kétharmadát továbbítja Százhalombatta felé az Adria-vezetéken.",
        "HU oil reduced",
    ),
    "forty per cent of the usual": (
        "A Barátságon Szlovákiába érkező olaj a szokásos 40 százaléka, közölte a Transpetrol.",
        "SK oil reduced",
    ),
    "at half steam": (
        "Félgőzzel érkezik az olaj a Barátságon Százhalombattára.",
        "HU oil reduced",
    ),
    "has not cut its output": (
        "A Slovnaft nem fogta vissza az üzemanyag-termelést, a szlovákiai kutak ellátása folyamatos.",
        "SK fuel unaffected",
    ),
    "did no harm to the line, but it stands": (
        "Hernádi Zsolt szerint a támadás nem okozott kárt a Barátság vezetékben, az ukránok mégsem indították újra a szállítást.",
        "HU oil halted",
    ),
    "the country means the one in focus": (
        "Nem érkezik kőolaj Szlovákiába a Barátságon. Az ország ellátása nincs veszélyben, közölte a minisztérium.",
        "SK oil halted",
    ),
    "within days is no restart": (
        "A Barátságon hétfő óta áll a szállítás Magyarország felé. A vezeték két napon belül újraindulhat.",
        "HU oil halted",
    ),
    "the taps are opened": (
        "Ukrajna megnyitotta a csapokat: Magyarország csütörtökön kapta meg az első tételt a Barátságon.",
        "HU oil resumed",
    ),
    "no need to fear": (
        "Nem kell attól tartani, hogy Magyarország orosz olaj nélkül marad, mondta az energiaügyi miniszter.",
        "HU oil unaffected",
    ),
    "as contracted": (
        "Szlovákiába továbbra is a szerződésben rögzített mennyiségű olaj jön a Barátságon.",
        "SK oil unaffected",
    ),
    "restart at the earliest": (
        "Fico szerint legkorábban kedden folytatódhat az olajszállítás Szlovákiába.",
        "SK oil halted",
    ),
    "also told of the neighbour": (
        "Leállt az orosz nyersolaj szállítása a Barátságon Magyarország felé. A leállás Szlovákiát is érinti.",
        "HU oil halted; SK oil halted",
    ),
    "the plant told of before makes less": (
        "Kigyulladt egy lepárló a Mol százhalombattai finomítójában. A termelés egy része kiesett, az üzem csökkentett terheléssel megy.",
        "HU fuel reduced",
    ),
    "the market of the world": (
        "A Mol szerint a háború a világpiac jelentős részét veszélyezteti, az olajárak emelkednek.",
        "",
    ),
    "filling stations of another country": (
        "Sztrájkolnak a lengyel Orlen sofőrjei. A töltőállomásokon nincs fennakadás, közölte a cég.",
        "",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "struck"), STRIKES.values(), ids=STRIKES.keys())
def test_which_facilities_hungarian_news_tells_as_struck(text: str, struck: list[str]) -> None:
    assert facilities(text, lang="hu") == struck


@pytest.mark.parametrize("text", NO_STRIKE.values(), ids=NO_STRIKE.keys())
def test_what_hungarian_news_tells_of_no_strike(text: str) -> None:
    assert read(text, lang="hu").reports == ()


@pytest.mark.parametrize(("text", "status"), STATUS.values(), ids=STATUS.keys())
def test_who_admits_and_who_denies_in_hungarian(text: str, status: str) -> None:
    assert one(text, lang="hu").status.value == status


@pytest.mark.parametrize(("text", "expected"), SUPPLY.values(), ids=SUPPLY.keys())
def test_what_hungarian_news_says_of_a_flow(text: str, expected: str) -> None:
    assert said(text, "hu") == wanted(expected)


def test_that_day_is_the_day_told_before() -> None:
    report = one(
        "Január 27. óta nem jön olaj a Barátságon. Azon a napon orosz drónok eltalálták a brodi szivattyúállomást.",
        lang="hu",
        published=date(2026, 2, 11),
    )
    assert (report.when.start, report.when.end) == (date(2026, 1, 27), date(2026, 1, 27))


def test_the_day_of_its_own_paragraph_comes_before_that_of_the_next() -> None:
    text = (
        "Kigyulladt kedden a szaratovi finomító, miután dróncsapás érte. A kormányzó két sérültről tud. A vezérkar szerint "
        "a novokujbisevszki finomítót is eltalálták.\n\nVasárnap a kirisi olajfinomítót gyújtották fel drónok."
    )
    reports = read(text, lang="hu", published=date(2025, 8, 20)).reports
    days = {report.facility_id: report.when.start for report in reports}
    assert days["novokuibyshevsk-refinery"] == date(2025, 8, 19)
