"""Short Slovak, Czech and Hungarian news of supply: several statements, each with its own country."""

from __future__ import annotations

import pytest
from supply_cases import said, wanted

PATTERNS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "short news": (
        (
            "sk",
            "Budapešť je už šiesty deň bez ruskej ropy. MOL preto načal zásoby, šoféri to však podľa ministerstva nepocítia.",
            "HU oil halted; HU fuel unaffected",
        ),
        (
            "sk",
            "Čerpadlá v Uneči v utorok v noci stíchli a ropa prestala na Slovensko pritekať. Prestoj potrvá podľa Transpetrolu do víkendu.",
            "SK oil halted",
        ),
        (
            "sk",
            "Ropovod sa po štyroch dňoch prebral k životu, oznámil Szijjártó: krátko po polnoci dorazili do Fényeslitke prvé kubíky. Slovensko ropu ešte nevidelo.",
            "HU oil resumed; HU oil halted; SK oil halted",
        ),
        (
            "sk",
            "Cez Budkovce tečie asi polovica toho, čo inokedy. V Maďarsku poklesu niet, tvrdí MOL.",
            "SK oil reduced; HU oil unaffected",
        ),
        (
            "sk",
            "Správy o zastavení Družby sú výmysel, reaguje rezort hospodárstva. Ropa na Slovensko prúdi vo dne v noci.",
            "SK oil unaffected",
        ),
        (
            "sk",
            "Ak by južná vetva znovu vypadla, Maďarsku by do pár týždňov došla ropa, varuje Szijjártó.",
            "HU oil at_risk",
        ),
        (
            "sk",
            "Bulharský prepravca plynu poruchu na TurkStreame poprel. Eustream nezaznamenal na vstupe z Maďarska nijakú odchýlku.",
            "SK gas unaffected",
        ),
        (
            "sk",
            "Po útoku na Uneču je Slovnaft odkázaný na Adriu, z východu mu neprišla ani kvapka.",
            "SK oil halted",
        ),
        (
            "hu",
            "Hatodik napja nem érkezik kelet felől olaj Magyarországra, a Mol a készleteihez nyúlt. Az autósok ebből semmit sem vesznek észre, ígérte a tárca.",
            "HU oil halted; HU fuel unaffected",
        ),
        (
            "hu",
            "Kedd éjjel elhallgattak a szivattyúk Unyecsában, azóta Szlovákia nem jut orosz kőolajhoz. A Transpetrol szerint hétvégéig eltart az állapot.",
            "SK oil halted",
        ),
        (
            "hu",
            "Négy nap után életre kelt a Barátság, jelentette be Szijjártó: éjfél után megjött az első mennyiség Fényeslitkére. Szlovákia egyelőre hiába vár.",
            "HU oil resumed; HU oil halted; SK oil halted",
        ),
        (
            "hu",
            "Budkovcén nagyjából fele annyi olaj megy át, mint máskor. Magyarországon nincs visszaesés, mondta a Mol.",
            "SK oil reduced; HU oil unaffected",
        ),
        (
            "hu",
            "Szó sincs leállásról, közölte a szlovák gazdasági tárca: a kőolaj éjjel-nappal folyik Szlovákiába.",
            "SK oil unaffected",
        ),
        (
            "hu",
            "Ha megint kiesik a déli ág, Magyarországnak hetek alatt elfogy az olaja, figyelmeztetett Szijjártó.",
            "HU oil at_risk",
        ),
        (
            "hu",
            "Az FGSZ a szerb határon semmilyen eltérést nem mért, a gáz ugyanúgy jön, mint tegnap.",
            "HU gas unaffected",
        ),
        (
            "hu",
            "A pozsonyi Slovnaftot az Adria tartja életben, keletről egy csepp sem jutott el hozzá szerda óta.",
            "SK oil halted",
        ),
        (
            "cs",
            "Maďarsko je už šestý den bez ruské ropy. MOL proto načal zásoby, řidiči to ale podle ministerstva nepocítí.",
            "HU oil halted; HU fuel unaffected",
        ),
        (
            "cs",
            "Čerpadla v Uneči v úterý v noci ztichla a ropa přestala na Slovensko přitékat.",
            "SK oil halted",
        ),
        (
            "cs",
            "Přes Budkovce teče na Slovensko asi polovina toho, co jindy. V Maďarsku k žádnému poklesu nedošlo, tvrdí MOL.",
            "SK oil reduced; HU oil unaffected",
        ),
        (
            "cs",
            "Zprávy o zastavení Družby jsou výmysl, reaguje slovenské ministerstvo hospodářství. Ropa na Slovensko proudí ve dne v noci.",
            "SK oil unaffected",
        ),
        (
            "cs",
            "Pokud by jižní větev znovu vypadla, Maďarsku by během pár týdnů došla ropa, varoval Szijjártó.",
            "HU oil at_risk",
        ),
        (
            "sk",
            "Transpetrol potvrdil, že v piatok o tretej ráno sa prietok na vstupe z Ukrajiny zastavil. Obnovenie čakáme najskôr v utorok, dodal hovorca. Bratislavská rafinéria má suroviny dosť.",
            "SK oil halted",
        ),
        (
            "sk",
            "Maďarská vláda priznala, že krajina je od pondelka odkázaná na more: Družba je vypnutá. Čerpacie stanice fungujú bez obmedzení.",
            "HU oil halted; HU fuel unaffected",
        ),
        (
            "sk",
            "Obom krajinám ohlásil Transnefť na október o 30 percent menej ropy. Reč je o Slovensku a Maďarsku.",
            "SK HU oil reduced",
        ),
        ("sk", "Ukrajina už tretí raz za mesiac vypla Maďarsku ropu, hnevá sa Szijjártó.", "HU oil halted"),
        (
            "sk",
            "Dodávky ropy do Maďarska nabehli v stredu ráno, do Slovnaftu potečie ropa až v piatok.",
            "HU oil resumed; SK oil halted",
        ),
        (
            "hu",
            "A kormány elismerte, hogy hétfő óta csak a tengerre számíthatunk: a Barátságot lekapcsolták. A töltőállomások korlátozás nélkül működnek.",
            "HU oil halted; HU fuel unaffected",
        ),
        (
            "hu",
            "Októberre 30 százalékkal kevesebb kőolajat jelzett a Transznyeft Szlovákiának és Magyarországnak.",
            "SK HU oil reduced",
        ),
        (
            "hu",
            "Ukrajna egy hónapon belül harmadszor zárta el az olajat Magyarország elől, háborgott Szijjártó.",
            "HU oil halted",
        ),
        (
            "hu",
            "Magyarország felé szerdán reggel beindult a szállítás a Barátságon, a Slovnaft csak pénteken kap olajat.",
            "HU oil resumed; SK oil halted",
        ),
        (
            "cs",
            "Transpetrol potvrdil, že se v pátek ve tři ráno průtok na vstupu z Ukrajiny zastavil. Obnovení čekáme nejdříve v úterý, dodal mluvčí. Bratislavská rafinerie má suroviny dost.",
            "SK oil halted",
        ),
        (
            "cs",
            "Dodávky ropy do Maďarska naběhly ve středu ráno, do Slovnaftu poteče ropa až v pátek.",
            "HU oil resumed; SK oil halted",
        ),
        (
            "cs",
            "Transněfť ohlásila Slovensku a Maďarsku na říjen o 30 procent méně ropy.",
            "SK HU oil reduced",
        ),
        (
            "hu",
            "Szijjártó: ismét olaj nélkül maradtunk\n\nA miniszter a Facebookon azt írta, hogy éjjel felrobbant egy trafó az orosz oldalon, emiatt a Barátságon megállt az élet. A javítás legalább két napig tart.",
            "HU oil halted",
        ),
        (
            "hu",
            "A szlovák kormány olajválsághelyzetet hirdetett, mert január vége óta nem indult el a nyersolaj a Barátságon.",
            "SK oil halted",
        ),
        (
            "hu",
            "Csütörtök este óta Pozsony és Budapest sem kap orosz nyersanyagot. Az uniós biztos szerint nincs ok pánikra.",
            "SK HU oil halted",
        ),
        ("hu", "Az ukrán hadsereg drónjai miatt leállt az olajtranzit hazánk felé.", "HU oil halted"),
        ("hu", "Három napra kiesett a Barátság, a Mol az Adria felé fordult.", "HU oil halted"),
        (
            "sk",
            "Do Bratislavy ani Budapešti sa od štvrtka večera nedostala ruská ropa. Komisár nevidí dôvod na paniku.",
            "SK HU oil halted",
        ),
        (
            "sk",
            "Kabinet vyhlásil ropnú núdzu, lebo ropa z východu od konca januára na Slovensko neprichádza.",
            "SK oil halted",
        ),
        ("sk", "Pre ukrajinské drony sa zastavil tranzit ropy k nám.", "SK oil halted"),
        ("sk", "Družba na tri dni vypadla, MOL sa obrátil na Adriu.", "HU oil halted"),
        (
            "sk",
            "Transpetrol: útok na Uneču nás pripravil o ropu\n\nPrepravca potvrdil, že čerpanie prestalo o polnoci. Oprava si vyžiada najmenej dva dni.",
            "SK oil halted",
        ),
        (
            "cs",
            "Do Bratislavy ani Budapešti se od čtvrtka večera nedostala ruská ropa. Komisař nevidí důvod k panice.",
            "SK HU oil halted",
        ),
        (
            "hu",
            "A Barátságon érkező olaj mennyisége Magyarországon a felére esett, Szlovákiában nem változott.",
            "HU oil reduced; SK oil unaffected",
        ),
        (
            "sk",
            "Objem ropy z Družby do Maďarska klesol na polovicu, na Slovensko ostal rovnaký.",
            "HU oil reduced; SK oil unaffected",
        ),
        (
            "hu",
            "A Mol szerint a következő napokban kockázatos lehet a kőolajellátás Magyarországon.",
            "HU oil at_risk",
        ),
        ("sk", "Ďalší útok by mohol pripraviť Slovensko o ropu, varoval Fico.", "SK oil at_risk"),
        ("cs", "Další útok by mohl připravit Slovensko o ropu, varoval Fico.", "SK oil at_risk"),
        (
            "hu",
            "A szerb–magyar határon a gáz menetrend szerint lép be Magyarországra, közölte az FGSZ.",
            "HU gas unaffected",
        ),
    ),
}
CASES = [
    pytest.param(lang, text, expected, id=f"{lang} {name} {at}")
    for name, cases in PATTERNS.items()
    for at, (lang, text, expected) in enumerate(cases)
]


@pytest.mark.parametrize(("lang", "text", "expected"), CASES)
def test_short_news_is_read(lang: str, text: str, expected: str) -> None:
    assert said(text, lang) == wanted(expected)
