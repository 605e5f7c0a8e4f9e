"""Short Hungarian articles after the patterns of real news, read end to end; published on Friday, 22 August 2025."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from reading import one, read

from tracker.model import Effect, FlowWord, Report, SupplyReport, Weapon

Row = tuple[str, str, str, str, str]


@dataclass(frozen=True)
class Case:
    """An article, its strikes (target, first day, last day, attacker, status) and who is told to be cut off."""

    text: str
    strikes: tuple[Row, ...] = ()
    supply: frozenset[tuple[str, str]] = frozenset()


STRIKES = {
    "minister's statement": Case(
        "Ismét támadás érte a Barátság kőolajvezetéket, péntekre virradóra drónok csaptak le az unyecsai "
        "olajszivattyú-állomásra – közölte Szijjártó Péter külgazdasági és külügyminiszter. "
        "A Magyarországra irányuló kőolajszállítás leállt, az újraindítás legalább öt napot vesz igénybe.",
        (("unecha-pumping-station", "2025-08-21", "2025-08-22", "UA", "confirmed"),),
        frozenset({("HU", "halted")}),
    ),
    "general staff and governor": Case(
        "Az ukrán vezérkar közlése szerint augusztus 21-ről 22-re virradó éjszaka csapást mértek a Brjanszki területen "
        "lévő Unyecsa kőolajszivattyú-állomásra. A létesítményben nagy tűz keletkezett. "
        "Alekszandr Bogomaz, a régió kormányzója elismerte, hogy egy energetikai létesítményt találat ért.",
        (("unecha-pumping-station", "2025-08-21", "2025-08-22", "UA", "confirmed"),),
    ),
    "claim alone": Case(
        "Az ukrán fegyveres erők az éjjel eltalálták a szaratovi olajfinomítót – jelentette be a vezérkar a Facebookon.",
        (("saratov-refinery", "2025-08-21", "2025-08-22", "UA", "claimed"),),
    ),
    "commander by name": Case(
        "Robert Brovdi, a Pilóta Nélküli Rendszerek Erőinek parancsnoka azt írta a Telegramon, hogy drónjaik "
        "csütörtökre virradóra elérték és felgyújtották a szizranyi kőolajfinomítót.",
        (("syzran-refinery", "2025-08-20", "2025-08-21", "UA", "claimed"),),
    ),
    "split prefix in the headline": Case(
        "Ukrán drónok csaptak le egy orosz olajfinomítóra\n\n"
        "Tűz ütött ki a volgográdi kőolajfinomítóban, miután csütörtök éjjel ukrán drónok csapódtak be az üzem területén. "
        "Andrej Bocsarov kormányzó szerint a lezuhanó roncsok okozták a tüzet.",
        (("volgograd-refinery", "2025-08-21", "2025-08-22", "UA", "confirmed"),),
    ),
    "three refineries in one breath": Case(
        "Kijev szerint hétfőn és kedden drónok támadták a rjazanyi, a szaratovi és a novokujbisevszki finomítót.",
        (
            ("novokuibyshevsk-refinery", "2025-08-18", "2025-08-19", "UA", "claimed"),
            ("ryazan-refinery", "2025-08-18", "2025-08-19", "UA", "claimed"),
            ("saratov-refinery", "2025-08-18", "2025-08-19", "UA", "claimed"),
        ),
    ),
    "a facility behind its town": Case(
        "Olajfinomító gyulladt ki Uhtában egy dróntámadás után augusztus 10-én hajnalban.",
        (("ukhta-refinery", "2025-08-10", "2025-08-10", "UA", "reported"),),
    ),
    "owner before the facility word": Case(
        "Találatot kapott a Lukoil ksztovói finomítója vasárnap hajnalban. Helyi lakosok videókat tettek közzé a tűzről.",
        (("norsi-kstovo-refinery", "2025-08-17", "2025-08-17", "UA", "reported"),),
    ),
    "all shot down": Case(
        "Drónok próbáltak csapást mérni a rjazanyi finomítóra péntek hajnalban, a légvédelem valamennyit lelőtte, "
        "kár nem keletkezett – mondta Pavel Malkov kormányzó.",
        (("ryazan-refinery", "2025-08-22", "2025-08-22", "UA", "denied"),),
    ),
    "depot in a town without a row": Case(
        "Jelecben a tegnapi nap folyamán olajraktárra zuhantak ukrán drónok, a tűzoltók még oltják a lángokat.",
        (("town:Yelets", "2025-08-21", "2025-08-21", "UA", "reported"),),
    ),
    "small adjective of a town": Case(
        "Ukrán drónok csütörtökön telibe találták a jeleci olajraktárt – írta az Astra.",
        (("town:Yelets", "2025-08-21", "2025-08-21", "UA", "reported"),),
    ),
    "only a region": Case(
        "Dróntámadás ért egy üzemanyagraktárt a Szmolenszki területen szerdán, a tüzet eloltották.",
        (("region:Smolensk Oblast", "2025-08-20", "2025-08-20", "UA", "reported"),),
    ),
    "region with its noun": Case(
        "Kigyulladt egy olajraktár Tula megyében, miután drónok támadták a térséget az éjszaka.",
        (("region:Tula Oblast", "2025-08-21", "2025-08-22", "UA", "reported"),),
    ),
    "occupied place": Case(
        "Lángol a feodoszijai olajterminál: a megszállt Krímben lévő létesítményt az éjjel drónok támadták.",
        (("feodosia-oil-terminal", "2025-08-21", "2025-08-22", "UA", "reported"),),
    ),
    "port and terminal": Case(
        "Az SZBU forrásai szerint a biztonsági szolgálat drónjai augusztus 22-ére virradóra csapást mértek az uszty-lugai "
        "olajterminálra.",
        (("ust-luga-oil-terminal", "2025-08-21", "2025-08-22", "UA", "claimed"),),
    ),
    "Russian missiles on a power plant": Case(
        "Orosz rakéták csapódtak be az éjszaka a burstini hőerőműbe, Ivano-Frankivszk megyében több tízezren maradtak "
        "áram nélkül. A DTEK megerősítette, hogy súlyos károk keletkeztek.",
        (("burshtyn-tpp", "2025-08-21", "2025-08-22", "RU", "confirmed"),),
    ),
    "Russian drones on a terminal": Case(
        "Oroszország szerda hajnalban drónokkal támadta az odesszai olajterminált, a megyei katonai közigazgatás "
        "megerősítette, hogy tűz ütött ki.",
        (("odesa-oil-terminal", "2025-08-20", "2025-08-20", "RU", "confirmed"),),
    ),
    "an older strike is background": Case(
        "Ukrán drónok támadták péntekre virradóra az unyecsai szivattyúállomást. "
        "Augusztus 13-ára virradóra már érte csapás a nyikolszkojei szivattyúállomást is.",
        (
            ("nikolskoye-pumping-station", "2025-08-12", "2025-08-13", "UA", "reported"),
            ("unecha-pumping-station", "2025-08-21", "2025-08-22", "UA", "reported"),
        ),
    ),
    "after the speaker comes the day of the strike": Case(
        "Brovdi szerint szerdán eltalálták a szaratovi finomítót. Pénteken az ukrán elnök méltatta a csapásokat.",
        (("saratov-refinery", "2025-08-20", "2025-08-20", "UA", "claimed"),),
    ),
    "the day of a statement is not the day of the strike": Case(
        "A kormányzó pénteken közölte, hogy drónok szerdán találták el a szaratovi finomítót.",
        (("saratov-refinery", "2025-08-20", "2025-08-20", "UA", "confirmed"),),
    ),
    "refinery halted": Case(
        "Leállította a termelést az afipszkiji olajfinomító, amelyet augusztus 7-én ért ukrán dróntámadás – értesült a Reuters.",
        (("afipsky-refinery", "2025-08-07", "2025-08-07", "UA", "reported"),),
        frozenset({("RU", "halted")}),
    ),
    "market report": Case(
        "Emelkedett a Brent ára, miután az ukrán hadsereg csütörtökön csapást mért a Krasznodari területen lévő "
        "tuapszei finomítóra. Az elemzők szerint a piac szűkebb kínálattal számol.",
        (("tuapse-refinery", "2025-08-21", "2025-08-21", "UA", "reported"),),
    ),
    "tabloid": Case(
        "Szétlőtték az ukránok a Barátság vezeték unyecsai állomását! Az éjjel rakéták csapódtak be, minden lángokban állt.",
        (("unecha-pumping-station", "2025-08-21", "2025-08-22", "UA", "reported"),),
    ),
    "station of the line, place behind": Case(
        "Ukrajna támadást hajtott végre kedd éjjel egy olajszivattyú-állomás ellen Unyecsában, a Brjanszk régióban.",
        (("unecha-pumping-station", "2025-08-19", "2025-08-20", "UA", "reported"),),
    ),
    "a meeting planned for Friday is no day of the strike": Case(
        "Ukrajna kedd éjjel a péntekre tervezett csúcstalálkozó előtt megtámadta az unyecsai szivattyúállomást.",
        (("unecha-pumping-station", "2025-08-19", "2025-08-20", "UA", "reported"),),
    ),
    "the ministry of defence is no plan": Case(
        "Az orosz védelmi minisztérium szerint ukrán drónok támadták az éjjel a rjazanyi finomítót, tüzet okozva.",
        (("ryazan-refinery", "2025-08-21", "2025-08-22", "UA", "confirmed"),),
    ),
    "a line in a region": Case(
        "Az ukránok szerdán felrobbantották a Barátság kőolajvezetéket a Brjanszki területen – írta a Meduza.",
        (("region:Bryansk Oblast", "2025-08-20", "2025-08-20", "UA", "reported"),),
    ),
    "after the attack it burns": Case(
        "Éjszakai ukrán dróntámadás után ég a szizranyi olajfinomító.",
        (("syzran-refinery", "2025-08-21", "2025-08-22", "UA", "reported"),),
    ),
    "two power plants halted": Case(
        "A DTEK szerint a burstini és a ladizsini hőerőmű leállt az éjszakai orosz rakétatámadás után.",
        (
            ("burshtyn-tpp", "2025-08-21", "2025-08-22", "RU", "confirmed"),
            ("ladyzhyn-tpp", "2025-08-21", "2025-08-22", "RU", "confirmed"),
        ),
        frozenset({("UA", "halted")}),
    ),
    "energy sites of a region, at the weekend": Case(
        "Oroszország a hétvégén energetikai létesítményeket támadott Odessza megyében.",
        (("region:Odesa Oblast", "2025-08-16", "2025-08-17", "RU", "reported"),),
    ),
    "gas plant": Case(
        "Csapás érte az orenburgi gázfeldolgozó üzemet kedden – közölte Jevgenyij Szolncev, a régió kormányzója.",
        (("orenburg-gpp", "2025-08-19", "2025-08-19", "UA", "confirmed"),),
    ),
    "naval drones on the loading buoys": Case(
        "Tengeri drónok támadták meg tegnap a CPC-terminált, a konzorcium leállította a rakodást.",
        (("cpc-marine-terminal", "2025-08-21", "2025-08-21", "UA", "reported"),),
        frozenset({("RU", "halted")}),
    ),
}

NO_STRIKE = {
    "labour strike": "Sztrájkba léptek pénteken a százhalombattai finomító dolgozói, béremelést követelnek a MOL-tól.",
    "accident at home": "Tűz ütött ki a MOL százhalombattai finomítójában csütörtök este, a vállalat szerint műszaki hiba "
    "okozta, ketten könnyebben megsérültek.",
    "plan": "Ukrajna azt tervezi, hogy megtámadja a rjazanyi finomítót – állította egy orosz tisztviselő.",
    "call to stop": "Szijjártó Péter felszólította Ukrajnát, hogy ne támadja többé a Barátság kőolajvezetéket.",
    "tally over a town": "Az orosz védelmi minisztérium szerint az éjszaka 54 drónt semmisítettek meg, közülük hatot "
    "Szaratov, négyet Rjazany felett.",
    "airport closed": "Pénteken hajnalban lezárták a volgográdi repülőteret, miután a térségben drónokat észleltek.",
    "sanctions": "Az Európai Unió újabb szankciós csomagja csapást mér az orosz olajfinomítókra, közölték Brüsszelben.",
    "cyberattack": "Kibertámadás érte a lengyel Orlen informatikai rendszerét csütörtökön, a płocki finomító működik.",
    "market": "Csúcsra lőtt ki az olaj ára, miközben a százhalombattai finomító karbantartás miatt lassított.",
    "aggregate": "Ukrajna az elmúlt hetekben sorra támadta az orosz olajfinomítókat, drágul a benzin.",
    "lightning": "Villámcsapás miatt gyulladt ki egy üzemanyagtartály a rjazanyi finomítóban szerdán.",
    "history": "A második világháborúban szövetséges bombázók támadták a ploiesti olajfinomítót, erről szól az új kiállítás.",
    "not energy": "Orosz rakéta csapódott be egy munkácsi elektronikai üzembe csütörtökre virradóra, 23-an megsebesültek.",
    "football": "A szaratovi finomító csapata ellen két gólt lőtt a csatár, a támadó középpályás is betalált.",
    "fire that broke out": "Tűz támadt a szaratovi finomító egyik raktárában, a karbantartás közben hegesztettek.",
    "competitors": "A Mol fejleszti a százhalombattai finomítót, csapást mérve a versenytársakra.",
    "a blow to drivers": "Súlyos csapás az autósoknak: karbantartás miatt leáll a százhalombattai finomító.",
    "exercise": "Gyakorlatot tartottak a paksi atomerőműnél, a forgatókönyv szerint drónok támadták a létesítményt.",
    "condition": "Ha Ukrajna megtámadja a Barátság vezetéket, leáll az unyecsai állomás – mondta Orbán Viktor.",
    "denied outright": "Ukrajna nem támadta meg az unyecsai állomást – cáfolta Kijev az orosz állításokat.",
    "two towns without a target": "Ukrán drónok támadták Szaratovot és Engelszt az éjszaka, egy lakóház megrongálódott.",
    "court": "A MOL bíróságon támadja meg a versenyhivatal döntését, amely a százhalombattai finomítót is érinti.",
}

SUPPLY = {
    "halt for two countries": (
        "Szijjártó Péter szerint a támadás miatt legalább öt napig szünetel a kőolajszállítás Magyarországra és "
        "Szlovákiába a Barátság vezetéken.",
        {("HU", "halted", None, 5, None), ("SK", "halted", None, 5, None)},
    ),
    "halt by the adjective": (
        "Ötnapos leállással számol a MOL a Barátság kőolajvezetéken Magyarország felé.",
        {("HU", "halted", None, 5, 5)},
    ),
    "up to": (
        "A Magyarországra irányuló kőolajszállítás legfeljebb két hétig szünetel.",
        {("HU", "halted", None, None, 14)},
    ),
    "several days are no number": (
        "Néhány napra leállt az olajszállítás Magyarország felé a Barátság vezetéken.",
        {("HU", "halted", None, None, None)},
    ),
    "resumed with a day": (
        "Csütörtökön újraindult a kőolajszállítás Magyarország irányába a Barátság kőolajvezetéken – közölte Szijjártó Péter.",
        {("HU", "resumed", "2025-08-21", None, None)},
    ),
    "resumed, split": (
        "Kedden indult újra az olajszállítás Szlovákia felé – mondta Denisa Saková gazdasági miniszter.",
        {("SK", "resumed", "2025-08-19", None, None)},
    ),
    "flows again": (
        "Szerda óta ismét érkezik kőolaj a Barátság vezetéken Magyarországra.",
        {("HU", "resumed", "2025-08-20", None, None)},
    ),
    "unaffected": (
        "A MOL közölte, hogy a támadás nem érinti a magyarországi kőolajellátást, a szállítás zavartalan.",
        {("HU", "unaffected", None, None, None)},
    ),
    "not halted": (
        "Nem állt le az olajszállítás Szlovákiába a Barátság vezetéken, közölte a Transpetrol.",
        {("SK", "unaffected", None, None, None)},
    ),
    "risk": (
        "Szijjártó Péter szerint az ukrán támadások veszélyeztetik Magyarország kőolajellátását.",
        {("HU", "at_risk", None, None, None)},
    ),
    "may stop": (
        "Leállhat a kőolajszállítás Magyarországra, ha megsérül a Barátság vezeték – figyelmeztetett a miniszter.",
        {("HU", "at_risk", None, None, None)},
    ),
    "reserves are no outage": (
        "Leállt a szállítás a Barátság vezetéken Magyarország felé, a stratégiai készletek 90 napra elegendők.",
        {("HU", "halted", None, None, None)},
    ),
    "reduced": (
        "A Slovnaft közölte, hogy csökkentett mennyiségben érkezik kőolaj Szlovákiába a Barátság vezetéken.",
        {("SK", "reduced", None, None, None)},
    ),
    "restart after a stop": (
        "Kétnapos leállás után csütörtökön újraindult az olajszállítás Magyarországra a Barátságon.",
        {("HU", "resumed", "2025-08-21", None, None), ("HU", "halted", None, 2, 2)},
    ),
    "a condition is a risk": (
        "Lantos Csaba szerint a Barátság leállása esetén az Adria-vezeték nem tudja ellátni Magyarországot.",
        {("HU", "at_risk", None, None, None)},
    ),
    "a border is no buyer": (
        "Támadás érte a Barátság vezetéket az orosz-belorusz határon, leállt az olajszállítás Magyarországra.",
        {("HU", "halted", None, None, None)},
    ),
    "blow to the line": (
        "Újabb csapás a Barátságra: áll az olajszállítás Magyarország és Szlovákia felé.",
        {("HU", "halted", None, None, None), ("SK", "halted", None, None, None)},
    ),
    "prices are no disruption": (
        "Magyarországon hétfőtől drágul a benzin és a gázolaj, közölte a Holtankoljak.",
        set(),
    ),
}


def _row(report: Report) -> Row:
    place, when = report.place, report.when
    where = f"{place.precision.value}:{place.name.split(',')[0]}" if place else "-"
    return report.facility_id or where, str(when.start), str(when.end), report.attacker, report.status.value


def _supply(row: SupplyReport) -> tuple[str, str, str | None, int | None, int | None]:
    start = str(row.start) if row.start else None
    return row.country, row.status.value, start, row.days_min, row.days_max


@pytest.mark.parametrize("case", STRIKES.values(), ids=STRIKES.keys())
def test_hungarian_strikes(case: Case) -> None:
    parsed = read(case.text, lang="hu")
    assert tuple(sorted(map(_row, parsed.reports))) == case.strikes
    assert {(row.country, row.status.value) for row in parsed.supply_reports} >= case.supply


@pytest.mark.parametrize("text", NO_STRIKE.values(), ids=NO_STRIKE.keys())
def test_what_is_no_strike_in_hungarian(text: str) -> None:
    assert read(text, lang="hu").reports == ()


@pytest.mark.parametrize(("text", "expected"), SUPPLY.values(), ids=SUPPLY.keys())
def test_what_hungarian_news_says_of_supply(text: str, expected: set[tuple[object, ...]]) -> None:
    assert {_supply(row) for row in read(text, lang="hu").supply_reports} == expected


def test_an_older_hungarian_strike_is_background() -> None:
    reports = read(STRIKES["an older strike is background"].text, lang="hu").reports
    assert {report.facility_id: report.primary for report in reports} == {
        "unecha-pumping-station": True,
        "nikolskoye-pumping-station": False,
    }


def test_hungarian_weapons_and_effects() -> None:
    report = one(
        "HIMARS-rakétákkal és drónokkal támadták péntekre virradóra az unyecsai szivattyúállomást, robbanások hallatszottak, "
        "tűz ütött ki, a szállítás leállt, ketten megsérültek.",
        lang="hu",
    )
    assert set(report.weapons) >= {Weapon.DRONE, Weapon.HIMARS}
    assert set(report.effects) == {Effect.FIRE, Effect.EXPLOSION, Effect.HALTED, Effect.CASUALTIES}


def test_nobody_hurt_is_neither_casualties_nor_an_unharmed_plant() -> None:
    report = one("Ukrán drónok támadták az éjjel a rjazanyi finomítót, senki sem sérült meg.", lang="hu")
    assert report.effects == ()


def test_a_hungarian_minister_speaks_by_name() -> None:
    text = "Leállt a kőolajszállítás Magyarországra – írta Szijjártó Péter külgazdasági és külügyminiszter."
    (row,) = read(text, lang="hu").supply_reports
    assert (row.status, row.said_by) == (FlowWord.HALTED, ("Szijjártó Péter",))


def test_a_small_adjective_is_a_name_only_beside_a_facility_word() -> None:
    assert read("Ukrán drónok támadtak egy szaratovi lakónegyedet az éjjel.", lang="hu").reports == ()
    assert one("Ukrán drónok támadtak egy szaratovi finomítót.", lang="hu").when.start == date(2025, 8, 22)
