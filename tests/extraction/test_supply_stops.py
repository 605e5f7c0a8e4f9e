"""Stops of supply, told in nouns, by pronouns, for one country and the other, in eight languages."""

from __future__ import annotations

import pytest
from supply_cases import said, wanted

PATTERNS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "a stop told as a noun": (
        (
            "en",
            "The standstill of the Druzhba line entered its third day for Slovakia on Wednesday.",
            "SK oil halted",
        ),
        (
            "en",
            "A complete loss of Russian crude is what Hungary has been coping with since Monday, according to MOL.",
            "HU oil halted",
        ),
        ("en", "Budapest reported a break in oil deliveries lasting four days.", "HU oil halted"),
        ("sk", "Odstávka Družby trvá na Slovensku už tretí deň, uviedol Transpetrol.", "SK oil halted"),
        ("sk", "Úplný výpadok ruskej ropy hlási od pondelka aj Maďarsko.", "HU oil halted"),
        ("sk", "Prerušenie dodávok ropy do Maďarska potvrdila spoločnosť MOL.", "HU oil halted"),
        ("hu", "A Barátság leállása Szlovákiát is utolérte, közölte a Transpetrol.", "SK oil halted"),
        ("hu", "Harmadik napja tart a kőolajszállítás szünete Magyarország felé.", "HU oil halted"),
        ("hu", "Teljes az olajkimaradás Szlovákiában, jelentette a Slovnaft.", "SK oil halted"),
        ("cs", "Odstávka Družby trvá na Slovensku už třetí den, uvedl Transpetrol.", "SK oil halted"),
        ("cs", "Výluka na ropovodu Družba připravila Maďarsko o ropu.", "HU oil halted"),
        ("de", "Der Lieferstopp über die Druschba trifft seit Montag auch Ungarn.", "HU oil halted"),
        ("de", "Den dritten Tag in Folge herrscht in der Slowakei Ebbe in der Druschba.", "SK oil halted"),
        ("de", "Nach dem Ausfall der Druschba bekommt die Slowakei kein Öl mehr.", "SK oil halted"),
        (
            "ru",
            "Простой нефтепровода «Дружба» в Словакии длится третий день, сообщила Transpetrol.",
            "SK oil halted",
        ),
        ("ru", "О полном прекращении поставок нефти сообщили и в Будапеште.", "HU oil halted"),
        (
            "uk",
            "Простій нафтопроводу «Дружба» у Словаччині триває третю добу, повідомила Transpetrol.",
            "SK oil halted",
        ),
        ("uk", "Про повне припинення постачання нафти повідомили і в Будапешті.", "HU oil halted"),
        ("pl", "Postój Przyjaźni trwa na Słowacji już trzeci dzień, podał Transpetrol.", "SK oil halted"),
        ("pl", "O całkowitym wstrzymaniu dostaw ropy poinformował też Budapeszt.", "HU oil halted"),
    ),
    "a fall to zero is a stop": (
        ("en", "Crude intake at Budkovce in Slovakia fell on Sunday afternoon to zero.", "SK oil halted"),
        ("sk", "Prítok ropy do Maďarska v utorok večer klesol na nulu.", "HU oil halted"),
        ("hu", "Szlovákia kőolaj-behozatala szerdán délután nullára esett.", "SK oil halted"),
        ("cs", "Přítok ropy do Maďarska v úterý večer klesl na nulu.", "HU oil halted"),
        ("de", "Der Zufluss von Rohöl in die Slowakei sank am Sonntagnachmittag auf null.", "SK oil halted"),
        ("ru", "Поступление нефти в Венгрию во вторник вечером снизилось до нуля.", "HU oil halted"),
        ("uk", "Надходження нафти до Угорщини у вівторок увечері впало до нуля.", "HU oil halted"),
        ("pl", "Dopływ ropy na Węgry spadł we wtorek wieczorem do zera.", "HU oil halted"),
    ),
    "what flows was named the sentence before": (
        (
            "en",
            "Hungary gets most of its crude through Druzhba. It has been without a drop since Friday.",
            "HU oil halted",
        ),
        (
            "en",
            "Slovakia was told late on Thursday. The pipeline has been shut since, Transpetrol added.",
            "SK oil halted",
        ),
        ("sk", "Maďarsko odoberá ropu z Družby. Od piatka ju nedostáva.", "HU oil halted"),
        ("sk", "Slovensko sa o útoku na Družbu dozvedelo v noci. Potrubie odvtedy stojí.", "SK oil halted"),
        (
            "hu",
            "Szlovákia a Barátságról kap kőolajat. Péntek óta egy csepp sem jött belőle.",
            "SK oil halted",
        ),
        (
            "hu",
            "Magyarországot az éjjel értesítették a Barátság elleni támadásról. A vezeték azóta áll.",
            "HU oil halted",
        ),
        ("cs", "Maďarsko odebírá ropu z Družby. Od pátku ji nedostává.", "HU oil halted"),
        (
            "de",
            "Die Slowakei bezieht ihr Öl über die Druschba. Seit Freitag kommt dort nichts mehr an.",
            "SK oil halted",
        ),
        ("ru", "Венгрия получает нефть по «Дружбе». С пятницы она её не видит.", "HU oil halted"),
        ("uk", "Угорщина отримує нафту «Дружбою». Від п'ятниці труба порожня.", "HU oil halted"),
        ("pl", "Węgry odbierają ropę z Przyjaźni. Od piątku rura jest pusta.", "HU oil halted"),
    ),
    "stops in many words": (
        (
            "en",
            "The valve towards Slovakia has been turned off. Not since the weekend has Transpetrol measured anything at the border, it said, and the same goes for Hungary.",
            "SK HU oil halted",
        ),
        (
            "en",
            "A drone knocked out the pumps at Unecha, and with them the oil supply of Hungary and Slovakia.",
            "HU SK oil halted",
        ),
        (
            "en",
            "Unecha attack deprives Hungary of oil\n\nThe foreign minister in Budapest said he learned of it at dawn. The tap is closed until further notice.",
            "HU oil halted",
        ),
        ("en", "Slovakia was left high and dry when Druzhba failed on Monday.", "SK oil halted"),
        ("en", "For Hungary the outage of the Druzhba pipeline is now in its second week.", "HU oil halted"),
        (
            "sk",
            "Ventil smerom na Slovensko je zatvorený, Transpetrol od víkendu na hranici nenameral nič. To isté platí pre Maďarsko.",
            "SK HU oil halted",
        ),
        (
            "sk",
            "Dron vyradil čerpadlá v Uneči a s nimi aj zásobovanie Maďarska a Slovenska ropou.",
            "HU SK oil halted",
        ),
        ("sk", "Maďarsko prišlo v pondelok o ropu z Družby.", "HU oil halted"),
        ("sk", "Družba je mimo prevádzky a Slovnaft musí siahnuť na zásoby.", "SK oil halted"),
        (
            "hu",
            "A Szlovákia felé vezető csapot elzárták, a Transpetrol hétvége óta semmit sem mért a határon. Ugyanez igaz Magyarországra.",
            "SK HU oil halted",
        ),
        (
            "hu",
            "Drón ütötte ki az unyecsai szivattyúkat, és ezzel Magyarország és Szlovákia olajellátását is.",
            "HU SK oil halted",
        ),
        ("hu", "Második hete tart a Barátság kiesése Magyarország számára.", "HU oil halted"),
        ("hu", "A Barátság üzemen kívül, a Slovnaft tartalékból dolgozik.", "SK oil halted"),
        ("hu", "Szlovákia hétfőn elesett a barátságos olajtól.", "SK oil halted"),
        (
            "de",
            "Das Ventil in Richtung Slowakei ist zugedreht, Transpetrol misst seit dem Wochenende an der Grenze nichts. Gleiches gilt für Ungarn.",
            "SK HU oil halted",
        ),
        (
            "de",
            "Eine Drohne setzte die Pumpen in Unetscha außer Gefecht und damit die Ölversorgung Ungarns und der Slowakei.",
            "HU SK oil halted",
        ),
        (
            "cs",
            "Dron vyřadil čerpadla v Uneči a s nimi i zásobování Maďarska a Slovenska ropou.",
            "HU SK oil halted",
        ),
        (
            "pl",
            "Dron unieruchomił pompy w Uneczy, a z nimi dostawy ropy na Węgry i Słowację.",
            "HU SK oil halted",
        ),
        (
            "uk",
            "Дрон вивів з ладу насоси в Унечі, а з ними й постачання нафти до Угорщини та Словаччини.",
            "HU SK oil halted",
        ),
        (
            "ru",
            "Дрон вывел из строя насосы в Унече, а с ними и снабжение Венгрии и Словакии нефтью.",
            "HU SK oil halted",
        ),
    ),
    "a stop that is denied": (
        (
            "en",
            "Transpetrol denied that deliveries to Slovakia through Druzhba had been halted.",
            "SK oil unaffected",
        ),
        (
            "sk",
            "Preprava ropy na Slovensko sa ani na minútu nezastavila, uviedol Transpetrol.",
            "SK oil unaffected",
        ),
        (
            "hu",
            "A szállítás Szlovákia felé egy percre sem állt le, közölte a Transpetrol az olajról.",
            "SK oil unaffected",
        ),
        (
            "cs",
            "Přeprava ropy na Slovensko se ani na minutu nezastavila, uvedl Transpetrol.",
            "SK oil unaffected",
        ),
        (
            "de",
            "Der Öltransport in die Slowakei wurde zu keiner Zeit unterbrochen, teilte Transpetrol mit.",
            "SK oil unaffected",
        ),
        (
            "ru",
            "Прокачка нефти в Словакию не останавливалась ни на минуту, сообщила Transpetrol.",
            "SK oil unaffected",
        ),
        (
            "uk",
            "Прокачування нафти до Словаччини не зупинялося ані на хвилину, повідомила Transpetrol.",
            "SK oil unaffected",
        ),
        ("pl", "Przesył ropy na Słowację nie ustał ani na minutę, podał Transpetrol.", "SK oil unaffected"),
    ),
    "a relative clause keeps its country to itself": (
        (
            "sk",
            "Výpadok ropy z Družby, ktorý postihol Maďarsko, sa Slovenska netýka.",
            "HU oil halted; SK oil unaffected",
        ),
        (
            "hu",
            "A Barátság leállása, amely Szlovákiát sújtja, Magyarországot nem érinti.",
            "SK oil halted; HU oil unaffected",
        ),
        (
            "cs",
            "Výpadek ropy z Družby, který postihl Maďarsko, se Slovenska netýká.",
            "HU oil halted; SK oil unaffected",
        ),
        (
            "de",
            "Der Ausfall der Druschba, der die Slowakei trifft, betrifft Ungarn nicht.",
            "SK oil halted; HU oil unaffected",
        ),
        (
            "ru",
            "Остановка «Дружбы», которая ударила по Словакии, Венгрии не коснулась.",
            "SK oil halted; HU oil unaffected",
        ),
        (
            "uk",
            "Зупинка «Дружби», яка вдарила по Словаччині, Угорщини не торкнулася.",
            "SK oil halted; HU oil unaffected",
        ),
    ),
}
CASES = [
    pytest.param(lang, text, expected, id=f"{lang} {name} {at}")
    for name, cases in PATTERNS.items()
    for at, (lang, text, expected) in enumerate(cases)
]


@pytest.mark.parametrize(("lang", "text", "expected"), CASES)
def test_stops_are_read(lang: str, text: str, expected: str) -> None:
    assert said(text, lang) == wanted(expected)
