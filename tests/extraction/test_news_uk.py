"""Patterns of Ukrainian news: what it calls to mind, what only stands near, and how a flow comes and goes."""

from __future__ import annotations

import pytest
from reading import facilities, one, read
from supply_cases import said, wanted

from tracker.model import Weapon

NO_STRIKE = {
    "repaired after last year's shelling": (
        "Кременчуцький НПЗ полагодили після торішніх обстрілів, нову установку вже запущено."
    ),
    "a year ago": "Рівно рік тому ракети накрили Трипільську ТЕС. Робітники пригадують, як за ніч втратили турбіну.",
    "years ago": "Три роки тому ворог ударив по Криворізькій ТЕС; відтоді станція пережила ще три зими.",
    "previous shelling": (
        "У Харківській області скасували аварійні відключення. Енергосистема ще не оговталася від попередніх обстрілів."
    ),
    "a memorial": "У Сумах відкрили меморіал енергетикам, які загинули на підстанції під час повторного удару.",
    "anniversary": "У роковини обстрілу на Бурштинській ТЕС вшанували загиблих працівників.",
    "hundreds of times": (
        "У Херсоні знову гріють батареї після зупинки ТЕЦ. Міська влада каже, що станцію обстрілювали понад сто разів."
    ),
    "gifts for a repair": (
        "Партнери передали трансформатори, щоб відновити Бурштинську ТЕС. Вони замінять знищені під час атак."
    ),
    "frost struck": "Ударив мороз, і харківська ТЕЦ-5 працює на межі.",
    "cold struck": "Ударили холоди: Дарницька ТЕЦ перейшла на повну потужність.",
    "gunfire near a nuclear plant": (
        "МАГАТЕ доповіло про вибухи, чутні поблизу Запорізької АЕС: експерти вирізнили артилерійську канонаду."
    ),
    "nets against drones": "Окупанти ставлять сітки проти дронів над нафтобазою у Феодосії, видно із супутника.",
    "walls against drones": "Над Сизранським НПЗ тягнуть захист від дронів, показав знімок.",
    "no attack was seen": (
        "У Пермі загорівся цех «Пермнафтооргсинтезу». Причина — розгерметизація, атак безпілотників не фіксували, кажуть у МНС."
    ),
}  # fmt: skip

STRIKES: dict[str, tuple[str, list[str | None]]] = {
    "a station that feeds a plant": (
        "Уражено газорозподільну станцію в Щасті, яка є основним джерелом газу для Луганської ТЕС, заявив Бровді.",
        ["-"],
    ),
    "a depot that supplies a port": (
        "Дрони влучили в Саратовський НПЗ, з якого пальне йде на нафтобазу в Енгельсі, пишуть канали.",
        ["saratov-refinery"],
    ),
    "but what a clause tells as hit": (
        "Дрони влучили в Саратовський НПЗ, який палає з ночі, і в нафтобазу в Енгельсі.",
        ["engels-kristall-depot", "saratov-refinery"],
    ),
    "an unknown name in quotation marks": (
        "Дрони атакували насосну станцію «Тінговатово» в Чувашії та насосну станцію «Новозибков» на Брянщині.",
        ["-", "novozybkov-pumping-station"],
    ),
    "a gas storage in short": (
        "Росія другий день б'є дронами: атаковано газові сховища на Чернігівщині та об'єкти видобутку на Харківщині.",
        ["-", "-"],
    ),
    "a town, then its district": (
        "Ворожі дрони поцілили в компресорну станцію в Орлівці Ізмаїльського району.",
        ["orlovka-compressor-station"],
    ),
    "a region before the sentence": (
        "06:10. Афіпський. Уламки БпЛА спричинили пожежу на НПЗ.\n\n07:45. Одещина. Дрони влучили в енергооб'єкт.",
        ["-", "afipsky-refinery"],
    ),
    "undated news before an old strike": (
        "Над Саратовським НПЗ знову дрони, на території дим. Мешканці чують вибухи. "
        "Школи не працюють. Минулого разу дрони били по заводу 14 серпня.",
        ["saratov-refinery", "saratov-refinery"],
    ),
    "the first raid, in short": (
        "У понеділок дрони влучили в термінал «Усть-Луга», горять ємності.\n\nПерший наліт стався 11 серпня.",
        ["ust-luga-oil-terminal", "ust-luga-oil-terminal"],
    ),
    "a line and its station in one town": (
        "Дрони вдарили по компресорній станції газогону біля Шадринська, станція горить.",
        ["-"],
    ),
}  # fmt: skip

FLOWS: dict[str, tuple[str, str]] = {
    "at zero": ("Прокачування на словацькій ділянці «Дружби» дорівнює нулю, каже Transpetrol.", "SK oil halted"),
    "lives on reserves": ("Словаччина другий тиждень живе з резервів нафти, визнав Фіцо.", "SK oil halted"),
    "there is none": ("До Угорщини «Дружбою» нафти немає вже три тижні.", "HU oil halted"),
    "the start is put off": ("Словаччині повідомили, що відновлення прокачування нафти переноситься.", "SK oil halted"),
    "hopes": ("Братислава сподівається, що транзит нафти відновиться до середини березня.", "SK oil halted"),
    "asks": ("Брюссель просить Київ пришвидшити ремонт «Дружби», щоб Угорщина знову отримувала нафту.", "HU oil halted"),
    "is to arrive": ("До Угорщини нафта «Дружбою» має надійти у вівторок.", "HU oil halted"),
    "first cargo": ("Перші обсяги нафти «Дружбою» вже дійшли до Угорщини, підтвердила MOL.", "HU oil resumed"),
    "again in full": ("Нафта до Угорщини знову надходить у повному обсязі, подякував Сійярто.", "HU oil resumed"),
    "already flows": ("Нафта до Словаччини вже йде, повідомила Сакова.", "SK oil resumed"),
    "half of the usual": ("Потік нафти до Словаччини становитиме половину звичного.", "SK oil reduced"),
    "lower pressure": ("Нафта до Словаччини тече, але з нижчим тиском, ніж зазвичай.", "SK oil reduced"),
    "as usual": ("Постачання нафти до Словаччини відбувається у звичному режимі.", "SK oil unaffected"),
    "will not be left without": ("Орбан пообіцяв, що Угорщина не залишиться без нафти.", "HU oil unaffected"),
    "no comments came": ("Нафта до Словаччини не надходить. Коментарів від словацького НПЗ не надходило.", "SK oil halted"),
    "the pipe is whole": ("Гендиректор MOL каже, що трубопровід залишився цілим і не постраждав.", ""),
    "leave for a reserve": (
        "Угорщина теж сидить без російської нафти: MOL просить дозволу взяти її зі сховищ.", "HU oil halted",
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", NO_STRIKE.values(), ids=NO_STRIKE.keys())
def test_what_ukrainian_news_only_calls_to_mind_is_no_strike(text: str) -> None:
    assert facilities(text, lang="uk") == []


@pytest.mark.parametrize(("text", "expected"), STRIKES.values(), ids=STRIKES.keys())
def test_which_of_the_facilities_named_were_struck(text: str, expected: list[str | None]) -> None:
    assert facilities(text, lang="uk") == expected


@pytest.mark.parametrize(("text", "expected"), FLOWS.values(), ids=FLOWS.keys())
def test_how_a_flow_comes_and_goes(text: str, expected: str) -> None:
    assert said(text, "uk") == wanted(expected)


@pytest.mark.parametrize(
    ("words", "first"),
    [("суботнього вечора", "16"), ("після п'ятничного обстрілу", "22"), ("вівторкової ночі", "19")],
)
def test_weekdays_as_adjectives(words: str, first: str) -> None:
    report = one(f"Безпілотники вдарили по Саратовському НПЗ {words}.", lang="uk")
    assert str(report.when.start) == f"2025-08-{first}"


def test_the_only_strike_of_an_article_is_dated_by_what_stands_far_below() -> None:
    text = (
        "Дрони дісталися платформи «Філановського», розповіло джерело в СБУ. Роботу зупинено. У компанії мовчать."
        "\n\nЗа даними каналів, атака відбулася в ніч на середу."
    )
    report = one(text, lang="uk")
    assert (str(report.when.start), str(report.when.end)) == ("2025-08-19", "2025-08-20")


def test_boats_that_blow_up_a_berth_are_no_sabotage() -> None:
    report = one("Безекіпажні катери підірвали причал термінала КТК вночі.", lang="uk")
    assert report.weapons == (Weapon.NAVAL_DRONE,)


def test_an_explosive_under_a_pipe_is_sabotage() -> None:
    report = one("Невідомі підірвали вибухівкою нафтопровід «Дружба» у Брянській області.", lang="uk")
    assert report.weapons == (Weapon.SABOTAGE,)


def test_a_town_of_an_occupied_region_is_struck_by_ukraine() -> None:
    assert one("Уражено газорозподільну станцію «Щастя».", lang="uk").attacker == "UA"


def test_an_adjective_leads_to_a_town_in_ka() -> None:
    (report,) = read("Російський дрон ударив по підстанції в Корюківському районі.", lang="uk").reports
    assert report.place is not None
    assert report.place.name.startswith("Koryukivka")


@pytest.mark.parametrize(
    "spared", ["обійшлося без жертв", "обійшлося без травмованих", "обійшлося без постраждалих"]
)
def test_that_nobody_was_hurt_denies_no_damage(spared: str) -> None:
    text = f"Ракети вдарили по Добротвірській ТЕС, обладнання зруйновано, {spared}, повідомили в ДТЕК."
    report = one(text, lang="uk")
    assert (report.status.value, [effect.value for effect in report.effects]) == ("confirmed", ["damage"])
