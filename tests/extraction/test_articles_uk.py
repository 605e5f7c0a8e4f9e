"""Short articles in Ukrainian, written after the patterns of real news, read end to end."""

from __future__ import annotations

import pytest
from reading import read, row

from tracker.model import Effect, Weapon

# Article, then its strikes: facility id or place, first and last day, attacker, status.
STRIKES: dict[str, tuple[str, list[tuple[str, str, str, str, str]]]] = {
    "general staff": (
        "Генеральний штаб ЗСУ підтвердив ураження Волгоградського НПЗ. У ніч проти 20 серпня підрозділи Сил "
        "безпілотних систем завдали удару по заводу, зафіксовано вибухи та пожежу.",
        [("volgograd-refinery", "2025-08-19", "2025-08-20", "UA", "claimed")],
    ),
    "commander's post": (
        "Птахи 414-ї бригади знову навідалися на ЛВДС «Унеча» — удар завдано у ніч на 22 серпня, написав "
        "командувач "
        "СБС Роберт «Мадяр» Бровді.",
        [("unecha-pumping-station", "2025-08-21", "2025-08-22", "UA", "claimed")],
    ),
    "sources": (
        "Дрони СБУ вдруге за місяць уразили Рязанський нафтопереробний завод. Про це повідомило "
        "поінформоване джерело "
        "в СБУ. Атака відбулася вночі.",
        [("ryazan-refinery", "2025-08-21", "2025-08-22", "UA", "claimed")],
    ),
    "governor admits": (
        "У Сизрані після атаки дронів спалахнула пожежа на нафтопереробному заводі, визнав губернатор "
        "Самарської "
        "області В’ячеслав Федорищев. Інцидент стався вранці 21 серпня.",
        [("syzran-refinery", "2025-08-21", "2025-08-21", "UA", "confirmed")],
    ),
    "russian ministry denies": (
        "Над Афіпським НПЗ минулої ночі збито всі безпілотники, руйнувань немає, заявили в Міноборони РФ.",
        [("afipsky-refinery", "2025-08-21", "2025-08-22", "UA", "denied")],
    ),
    "telegram channels": (
        "Невідомі безпілотники у ніч на четвер атакували нафтобазу в Енгельсі, пишуть російські "
        "телеграм-канали. "
        "Місцеві мешканці чули щонайменше десять вибухів.",
        [("engels-kristall-depot", "2025-08-20", "2025-08-21", "UA", "reported")],
    ),
    "places behind a list of kinds": (
        "Сили оборони вночі 13 серпня уразили нафтопереробні заводи в Саратові, Сизрані та Рязані, "
        "повідомив Генштаб.",
        [
            ("ryazan-refinery", "2025-08-12", "2025-08-13", "UA", "claimed"),
            ("saratov-refinery", "2025-08-12", "2025-08-13", "UA", "claimed"),
            ("syzran-refinery", "2025-08-12", "2025-08-13", "UA", "claimed"),
        ],
    ),
    "occupied": (
        "В окупованій Феодосії вранці у вівторок після прильотів горить нафтобаза, повідомляють місцеві "
        "паблики.",
        [("feodosia-oil-terminal", "2025-08-19", "2025-08-19", "UA", "reported")],
    ),
    "region only": (
        "Безпілотник влучив у резервуар з пальним на нафтобазі в Пензенській області, це сталося 19 серпня. "
        "Пожежу визнав губернатор Олег Мельниченко.",
        [("Penza Oblast", "2025-08-19", "2025-08-19", "UA", "confirmed")],
    ),
    "enemy hits a power plant": (
        "Ворог уночі масовано атакував Зміївську ТЕС ракетами, пошкоджено обладнання, є знеструмлення. "
        "Про це повідомив начальник ОВА Олег Синєгубов.",
        [("zmiivska-tpp", "2025-08-21", "2025-08-22", "RU", "confirmed")],
    ),
    "enemy hits a region's energy": (
        "Росіяни минулої доби вдарили дронами по енергетичному об'єкту в Чернігівській області, без "
        "світла залишилися "
        "30 тисяч абонентів, повідомили в обленерго.",
        [("Chernihiv Oblast", "2025-08-21", "2025-08-21", "RU", "confirmed")],
    ),
    "gas storage": (
        "Російські «Кинджали» 20 серпня влучили в Більче-Волицько-Угерське підземне сховище газу, "
        "повідомив голова "
        "правління Нафтогазу.",
        [("bilche-volytsko-ugs", "2025-08-20", "2025-08-20", "RU", "confirmed")],
    ),
    "nickname of a strike": (
        "Бавовна в Туапсе: після нічних влучань палає Туапсинський НПЗ. Це робота ГУР, розповіли джерела "
        "в розвідці.",
        [("tuapse-refinery", "2025-08-21", "2025-08-22", "UA", "claimed")],
    ),
    "a line and its station": (
        "Українські дрони в ніч на п'ятницю вдарили по нафтопроводу «Дружба» у Брянській області, уражено "
        "нафтоперекачувальну станцію «Унеча».",
        [("unecha-pumping-station", "2025-08-21", "2025-08-22", "UA", "reported")],
    ),
    "terminal halted": (
        "Порт Приморськ призупинив відвантаження нафти після удару безпілотників 18 серпня, повідомляє "
        "Reuters.",
        [("primorsk-oil-terminal", "2025-08-18", "2025-08-18", "UA", "reported")],
    ),
    "a voice behind a dash": (
        "Уражено Саратовський НПЗ, зафіксовано влучання, — Генштаб.",
        [("saratov-refinery", "2025-08-22", "2025-08-22", "UA", "claimed")],
    ),
    "several regions": (
        "Минулої доби росіяни атакували енергооб'єкти на Сумщині та Чернігівщині, повідомили в Міненерго.",
        [
            ("Chernihiv Oblast", "2025-08-21", "2025-08-21", "RU", "confirmed"),
            ("Sumy Oblast", "2025-08-21", "2025-08-21", "RU", "confirmed"),
        ],
    ),
    "background": (
        "У ніч на 21 серпня дрони атакували Новошахтинський НПЗ, сталася пожежа, підтвердив губернатор "
        "Юрій Слюсар. "
        "Нагадаємо, 13 серпня безпілотники уразили Волгоградський НПЗ.",
        [
            ("novoshakhtinsk-refinery", "2025-08-20", "2025-08-21", "UA", "confirmed"),
            ("volgograd-refinery", "2025-08-13", "2025-08-13", "UA", "reported"),
        ],
    ),
}

NO_STRIKE = {
    "labour strike": "Працівники Кременчуцького НПЗ у п'ятницю оголосили страйк через затримку зарплати.",
    "accident": (
        "На Бурштинській ТЕС сталася пожежа через коротке замикання, повідомили в ДСНС. Постраждалих немає."
    ),
    "lightning": "Резервуар із пальним на нафтобазі в Твері загорівся від удару блискавки.",
    "plan": "Росія планує завдати удару по Трипільській ТЕС, попередив очільник розвідки.",
    "threat": "Москва погрожує новими ударами по енергетичній інфраструктурі Одеської області.",
    "tally": (
        "Протягом ночі ППО збила 46 із 55 дронів над Сумською, Полтавською та Київською областями, "
        "повідомили в "
        "Повітряних силах. Аеропорт Саратова тимчасово обмежував польоти."
    ),
    "sanctions": "ЄС запровадив санкції проти НПЗ в індійському Вадінарі, який належить «Роснефти».",
    "aggregate": (
        "Удари дронів вивели з ладу майже п'яту частину потужностей російських НПЗ, порахували аналітики."
    ),
    "market": "Кременчуцький НПЗ у серпні збільшив виробництво бензину, ціни на АЗС впали до рекорду.",
    "budget": "Падіння цін на нафту вдарило по бюджету РФ, найбільше втратив порт Приморськ.",
    "film": "У музеї показали фільм про бомбардування нафтобази в Плоєшті у роки Другої світової.",
    "protection": "Уряд посилить захист від атак на Дарницькій ТЕЦ, заявила прем'єрка Юлія Свириденко.",
    "not energy": "Російська ракета влучила у завод електроніки в Мукачеві, поранено 23 людей.",
    "in spite of": (
        "Нафтогаз закачав у Більче-Волицько-Угерське сховище 10 млрд кубометрів газу попри обстріли."
    ),
    "truce": (
        "Зеленський запропонував перемир'я: не атакувати Запорізьку АЕС та інші енергетичні об'єкти України."
    ),
}

# Article, then what it says of supply: country, commodity, status, route, first day, days at least.
SUPPLY: dict[str, tuple[str, set[tuple[str, str, str, str | None, str, int | None]]]] = {
    "halt": (
        "Постачання нафти до Угорщини нафтопроводом «Дружба» знову зупинено, заявив Петер Сійярто. "
        "Прокачування припинилося 22 серпня після удару по станції «Унеча».",
        {("HU", "crude_oil", "halted", "druzhba", "2025-08-22", None)},
    ),
    "at least": (
        "Постачання нафти до Угорщини та Словаччини нафтопроводом «Дружба» через атаку на НПС «Унеча» "
        "припинено "
        "щонайменше на п’ять днів, заявив очільник МЗС Словаччини Юрай Бланар.",
        {
            ("HU", "crude_oil", "halted", "druzhba", "None", 5),
            ("SK", "crude_oil", "halted", "druzhba", "None", 5),
        },
    ),
    "resumed": (
        "Постачання нафти «Дружбою» до Угорщини відновилося 20 серпня, повідомив Сійярто.",
        {("HU", "crude_oil", "resumed", "druzhba", "2025-08-20", None)},
    ),
    "unaffected": (
        "Постачання нафти до Чехії трубопроводом «Дружба» не переривалося і триває у штатному режимі, "
        "повідомила MERO.",
        {("CZ", "crude_oil", "unaffected", "druzhba", "None", None)},
    ),
    "at risk": (
        "Транзит нафти до Словаччини «Дружбою» опинився під загрозою, попередила міністерка економіки "
        "Деніса Сакова.",
        {("SK", "crude_oil", "at_risk", "druzhba", "None", None)},
    ),
    "reduced": (
        "Прокачування казахстанської нафти до Німеччини «Дружбою» скоротилося вдвічі, повідомив "
        "«Казтрансойл».",
        {("DE", "crude_oil", "reduced", "druzhba", "None", None)},
    ),
    "reserves are no outage": (
        "Постачання нафти до Угорщини «Дружбою» зупинено, але стратегічних запасів вистачить на 90 днів, "
        "заявили в MOL.",
        {("HU", "crude_oil", "halted", "druzhba", "None", None)},
    ),
}


@pytest.mark.parametrize(("text", "expected"), STRIKES.values(), ids=STRIKES.keys())
def test_strikes(text: str, expected: list[tuple[str, str, str, str, str]]) -> None:
    assert sorted(row(report) for report in read(text, lang="uk").reports) == expected


@pytest.mark.parametrize("text", NO_STRIKE.values(), ids=NO_STRIKE.keys())
def test_what_is_no_strike_gives_none(text: str) -> None:
    assert [row(report) for report in read(text, lang="uk").reports] == []


@pytest.mark.parametrize(("text", "expected"), SUPPLY.values(), ids=SUPPLY.keys())
def test_supply(text: str, expected: set[tuple[str, str, str, str | None, str, int | None]]) -> None:
    rows = {
        (row.country, str(row.commodity), str(row.status), row.route, str(row.start), row.days_min)
        for row in read(text, lang="uk").supply_reports
        if row.facility_id is None
    }
    assert expected <= rows
    assert {row[:3] for row in rows} == {row[:3] for row in expected}


def test_weapons_effects_and_voices() -> None:
    text = (
        "Ракети й ударні дрони вночі влучили у Дарницьку ТЕЦ, на станції пожежа, частина Києва знеструмлена. "
        "Є загиблі, повідомив міський голова Віталій Кличко."
    )
    (report,) = read(text, lang="uk").reports
    assert report.weapons == (Weapon.DRONE, Weapon.MISSILE)
    assert set(report.effects) == {Effect.FIRE, Effect.POWER_OUTAGE, Effect.CASUALTIES}
    assert report.confirmed_by == ("Віталій Кличко",)


def test_the_absence_of_casualties_is_no_effect() -> None:
    text = (
        "Безпілотники вночі пошкодили Орський НПЗ. Загиблих і постраждалих немає, повідомив губернатор "
        "області."
    )
    (report,) = read(text, lang="uk").reports
    assert report.effects == (Effect.DAMAGE,)
