"""Short articles in Russian, written after the patterns of real news, read end to end."""

from __future__ import annotations

import pytest
from reading import read

from tracker.model import Effect, Report, Weapon

# Article, then its strikes: facility id or place, first and last day, attacker, status.
STRIKES: dict[str, tuple[str, list[tuple[str, str, str, str, str]]]] = {
    "wire": (
        "Украинские беспилотники минувшей ночью атаковали Рязанский НПЗ, на территории предприятия "
        "начался пожар. "
        "Об этом сообщил губернатор Павел Малков. По его словам, пострадавших нет.",
        [("ryazan-refinery", "2025-08-21", "2025-08-22", "UA", "confirmed")],
    ),
    "governor's post": (
        "В ночь на 22 августа силы ПВО отразили атаку БПЛА. Обломки одного из дронов упали на территорию "
        "Волгоградского нефтеперерабатывающего завода, произошло возгорание.\n"
        "Пострадавших нет, огонь тушат, — написал в своем канале губернатор Андрей Бочаров.",
        [("volgograd-refinery", "2025-08-21", "2025-08-22", "UA", "confirmed")],
    ),
    "general staff": (
        "Генштаб ВСУ подтвердил поражение Саратовского НПЗ. В ночь на 20 августа подразделения Сил "
        "беспилотных "
        "систем совместно с ГУР нанесли удар по заводу, зафиксированы взрывы и сильный пожар.",
        [("saratov-refinery", "2025-08-19", "2025-08-20", "UA", "claimed")],
    ),
    "sources": (
        "Дроны СБУ поразили нефтеперекачивающую станцию «Унеча» в Брянской области, рассказал источник в "
        "спецслужбе. "
        "Атака произошла вечером 21 августа.",
        [("unecha-pumping-station", "2025-08-21", "2025-08-21", "UA", "claimed")],
    ),
    "denial": (
        "Оперштаб Краснодарского края: ночью над Афипским НПЗ сбиты четыре беспилотника. "
        "Повреждений нет, завод работает в штатном режиме, сообщили в оперштабе.",
        [("afipsky-refinery", "2025-08-21", "2025-08-22", "UA", "denied")],
    ),
    "telegram channels": (
        "В Сызрани горит нефтеперерабатывающий завод. Местные жители сообщают о серии взрывов и налете "
        "дронов "
        "утром в четверг, пишут Telegram-каналы.",
        [("syzran-refinery", "2025-08-21", "2025-08-21", "UA", "reported")],
    ),
    "list": (
        "В ночь с 12 на 13 августа украинские дроны ударили по Новокуйбышевскому и Куйбышевскому НПЗ, "
        "а также по Саратовскому нефтеперерабатывающему заводу.",
        [
            ("kuibyshev-refinery", "2025-08-12", "2025-08-13", "UA", "reported"),
            ("novokuibyshevsk-refinery", "2025-08-12", "2025-08-13", "UA", "reported"),
            ("saratov-refinery", "2025-08-12", "2025-08-13", "UA", "reported"),
        ],
    ),
    "depot in a town": (
        "Губернатор Смоленской области Василий Анохин сообщил, что накануне вечером из-за падения "
        "обломков дрона "
        "загорелась нефтебаза в Кардымово.",
        [("kardymovo-depot", "2025-08-21", "2025-08-21", "UA", "confirmed")],
    ),
    "depot in a region": (
        "Во вторник беспилотник врезался в резервуар с топливом на нефтебазе в Пензенской области, "
        "начался пожар, "
        "сообщил губернатор Олег Мельниченко.",
        [("Penza Oblast", "2025-08-19", "2025-08-19", "UA", "confirmed")],
    ),
    "occupied": (
        "Взрывы прогремели этой ночью в оккупированной Феодосии: морские дроны атаковали нефтяной терминал. "
        "Атаку подтвердил глава Крыма Сергей Аксенов.",
        [("feodosia-oil-terminal", "2025-08-21", "2025-08-22", "UA", "confirmed")],
    ),
    "russian strike on a power plant": (
        "Россия в ночь на пятницу нанесла ракетный удар по Трипольской ТЭС, станция серьезно повреждена. "
        "Об этом сообщили в Центрэнерго.",
        [("trypilska-tpp", "2025-08-21", "2025-08-22", "RU", "confirmed")],
    ),
    "russian strike on a gas storage": (
        "Российские войска в среду ударили «Кинжалами» по Бильче-Волицко-Угерскому подземному хранилищу "
        "газа, "
        "сообщил глава Нафтогаза.",
        [("bilche-volytsko-ugs", "2025-08-20", "2025-08-20", "RU", "confirmed")],
    ),
    "substation in a region": (
        "Ночью российские дроны атаковали подстанцию в Одесской области, десятки тысяч семей остались без "
        "света, "
        "сообщили в ДТЭК.",
        [("Odesa Oblast", "2025-08-21", "2025-08-22", "RU", "confirmed")],
    ),
    "sabotage": (
        "Неизвестные подорвали газопровод в Пензенской области 18 августа. Взрывное устройство было "
        "заложено ночью, "
        "утверждает источник в ГУР.",
        [("Penza Oblast", "2025-08-18", "2025-08-18", "UA", "claimed")],
    ),
    "communique with other targets": (
        "Генштаб подтвердил результаты поражений ночи на 21 августа. Поражены аэродром Саки, склад "
        "боеприпасов в Токмаке и "
        "нефтебаза в Гвардейском. Последствия уточняются.",
        [("hvardiiske-depot", "2025-08-20", "2025-08-21", "UA", "claimed")],
    ),
    "euphemism": (
        "Бавовна в Туапсе: после ночных прилетов горит Туапсинский НПЗ. Дальнобойные санкции работают, "
        "написал командующий СБС Роберт «Мадяр» Бровди.",
        [("tuapse-refinery", "2025-08-21", "2025-08-22", "UA", "claimed")],
    ),
    "tanker terminal": (
        "Порт Приморск приостановил отгрузку нефти после атаки беспилотников 18 августа, сообщает Reuters "
        "со ссылкой "
        "на два источника в отрасли.",
        [("primorsk-oil-terminal", "2025-08-18", "2025-08-18", "UA", "reported")],
    ),
    "a voice behind a dash": (
        "Поражен нефтеперерабатывающий завод в Сызрани — Генштаб.",
        [("syzran-refinery", "2025-08-22", "2025-08-22", "UA", "claimed")],
    ),
    "a town without a facility of the kind": (
        "В Белгороде после обстрела ВСУ повреждена ТЭЦ. Это произошло вечером 21 августа, сообщил "
        "губернатор.",
        [("Belgorod, Belgorod Oblast", "2025-08-21", "2025-08-21", "UA", "confirmed")],
    ),
    "background": (
        "Новошахтинский завод нефтепродуктов в ночь на 21 августа атаковали дроны, начался пожар, сообщил "
        "врио "
        "губернатора Юрий Слюсарь. Ранее, 13 августа, беспилотники поразили Волгоградский НПЗ.",
        [
            ("novoshakhtinsk-refinery", "2025-08-20", "2025-08-21", "UA", "confirmed"),
            ("volgograd-refinery", "2025-08-13", "2025-08-13", "UA", "reported"),
        ],
    ),
}

NO_STRIKE = {
    "labour strike": (
        "Рабочие Рязанского НПЗ в пятницу начали забастовку, требуя повышения зарплаты, сообщил профсоюз."
    ),
    "accident": (
        "На Омском НПЗ в четверг произошел пожар из-за короткого замыкания, сообщили в МЧС. Пострадавших нет."
    ),
    "gas pop": (
        "На ТЭЦ в Саратове из-за хлопка газовоздушной смеси пострадали двое рабочих, сообщила прокуратура."
    ),
    "lightning": "Резервуар с топливом на нефтебазе в Твери загорелся от удара молнии.",
    "plan": "Киев планирует нанести удар по Рязанскому НПЗ, заявил источник в российских спецслужбах.",
    "warning": "МИД предупредил, что Украина может атаковать нефтеперекачивающую станцию «Унеча».",
    "tally": (
        "За ночь над Рязанской областью сбиты 12 беспилотников, над Воронежской областью еще пять, "
        "сообщило Минобороны. "
        "Пострадавших и разрушений нет. Аэропорт Саратова временно не принимал рейсы."
    ),
    "sanctions": "Евросоюз ввел санкции против НПЗ в индийском Вадинаре; они бьют по доходам «Роснефти».",
    "aggregate": (
        "Удары дронов вывели из строя почти пятую часть мощностей российских НПЗ, подсчитали аналитики."
    ),
    "market": "Биржевые цены на бензин обновили рекорд, Рязанский НПЗ в августе увеличил отгрузку топлива.",
    "budget": "Падение цен на нефть больно ударило по бюджету и по доходам, которые дает порт Приморск.",
    "film": "В Музее обороны показали фильм о бомбардировке нефтебазы в Плоешти в годы Второй мировой.",
    "protection": (
        "Власти усилят защиту от атак беспилотников на Ярославском НПЗ, сообщил губернатор Михаил Евраев."
    ),
    "not energy": "Российская ракета попала в завод электроники в Мукачево, ранены 23 человека.",
}

# Article, then what it says of supply: country, commodity, status, route, first day, days at least.
SUPPLY: dict[str, tuple[str, set[tuple[str, str, str, str | None, str, int | None]]]] = {
    "halt": (
        "Поставки нефти в Венгрию по нефтепроводу «Дружба» вновь остановлены, сообщил Петер Сийярто. "
        "Прокачка прекратилась 22 августа после удара по станции «Унеча».",
        {("HU", "crude_oil", "halted", "druzhba", "2025-08-22", None)},
    ),
    "at least": (
        "Поставки нефти в Словакию и Венгрию по трубопроводу «Дружба» прекращены из-за атаки на НПС "
        "«Унеча» минимум "
        "на пять дней, заявил министр иностранных дел Словакии Юрай Бланар.",
        {
            ("HU", "crude_oil", "halted", "druzhba", "None", 5),
            ("SK", "crude_oil", "halted", "druzhba", "None", 5),
        },
    ),
    "resumed": (
        "Поставки нефти по «Дружбе» в Венгрию возобновились 28 августа, сообщил Сийярто.",
        {("HU", "crude_oil", "resumed", "druzhba", "2024-08-28", None)},
    ),
    "unaffected": (
        "Поставки нефти по трубопроводу «Дружба» в Чехию не прерывались и идут в штатном режиме, сообщила "
        "компания MERO.",
        {("CZ", "crude_oil", "unaffected", "druzhba", "None", None)},
    ),
    "at risk": (
        "Транзит нефти в Словакию по «Дружбе» под угрозой, предупредила министр экономики Дениса Сакова.",
        {("SK", "crude_oil", "at_risk", "druzhba", "None", None)},
    ),
    "reduced": (
        "Прокачка казахстанской нефти в Германию по «Дружбе» сократилась вдвое, сообщил «Казтрансойл».",
        {("DE", "crude_oil", "reduced", "druzhba", "None", None)},
    ),
    "reserves are no outage": (
        "Поставки нефти в Венгрию по «Дружбе» остановлены, но стратегических запасов хватит на 90 дней, "
        "заявили в MOL.",
        {("HU", "crude_oil", "halted", "druzhba", "None", None)},
    ),
}


def _row(report: Report) -> tuple[str, str, str, str, str]:
    where = report.facility_id or (report.place.name if report.place else "-")
    return where, str(report.when.start), str(report.when.end), report.attacker, report.status.value


@pytest.mark.parametrize(("text", "expected"), STRIKES.values(), ids=STRIKES.keys())
def test_strikes(text: str, expected: list[tuple[str, str, str, str, str]]) -> None:
    assert sorted(_row(report) for report in read(text, lang="ru").reports) == expected


@pytest.mark.parametrize("text", NO_STRIKE.values(), ids=NO_STRIKE.keys())
def test_what_is_no_strike_gives_none(text: str) -> None:
    assert [_row(report) for report in read(text, lang="ru").reports] == []


@pytest.mark.parametrize(("text", "expected"), SUPPLY.values(), ids=SUPPLY.keys())
def test_supply(text: str, expected: set[tuple[str, str, str, str | None, str, int | None]]) -> None:
    rows = {
        (row.country, str(row.commodity), str(row.status), row.route, str(row.start), row.days_min)
        for row in read(text, lang="ru").supply_reports
        if row.facility_id is None
    }
    assert expected <= rows
    assert {row[:3] for row in rows} == {row[:3] for row in expected}


def test_weapons_effects_and_voices() -> None:
    text = (
        "Ракеты и ударные беспилотники ночью попали в Змиевскую ТЭС, на станции пожар, Харьков частично "
        "обесточен. "
        "Погиб работник, двое ранены, сообщил глава ОВА Олег Синегубов."
    )
    (report,) = read(text, lang="ru").reports
    assert report.weapons == (Weapon.DRONE, Weapon.MISSILE)
    assert set(report.effects) == {Effect.FIRE, Effect.POWER_OUTAGE, Effect.CASUALTIES}
    assert report.confirmed_by == ("Олег Синегубов",)


def test_the_absence_of_casualties_is_no_effect() -> None:
    text = (
        "Беспилотники ночью повредили Орский НПЗ. Погибших и раненых нет, сообщил губернатор Евгений Солнцев."
    )
    (report,) = read(text, lang="ru").reports
    assert report.effects == (Effect.DAMAGE,)
