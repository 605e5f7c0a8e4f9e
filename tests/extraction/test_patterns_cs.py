"""Czech sentences after the patterns of news: what was struck, what was not, and what flows. Published 22 August 2025."""

from __future__ import annotations

import pytest
from reading import one, read
from supply_cases import said, wanted

STRUCK: dict[str, str] = {
    "Drony v noci zasáhly rafinerii v Syzrani. Požár potvrdil gubernátor Fedoriščev.":
        "syzran-refinery confirmed",
    "V Rjazani hoří rafinerie, obyvatelé hlásí výbuchy a přelet dronů.": "ryazan-refinery reported",
    "Trosky sestřeleného dronu způsobily požár v areálu rafinerie v Ilském, oznámil krajský operační štáb.":
        "ilsky-refinery confirmed",
    "Gubernátor Rostovské oblasti Jurij Sljusar ráno oznámil, že v okrese Novošachtinsk byl odražen útok na ropný závod.":
        "novoshakhtinsk-refinery denied",
    "Bezpilotní letouny se pokusily o útok na Afipskou rafinerii, všechny zničila protivzdušná obrana a škody nevznikly, tvrdí úřady.":
        "afipsky-refinery denied",
    "Ruské ministerstvo obrany uvedlo, že zasáhlo ukrajinskou rafinerii v Kremenčuku. Kyjev to zatím nekomentoval.":
        "kremenchuk-refinery claimed",
    "Po zásahu Trypilské tepelné elektrárny zůstaly tisíce lidí bez světla, informovala společnost Centrenerho.":
        "trypilska-tpp confirmed",
    "Ukrajinské námořní drony poškodily v Černém moři dva tankery stínové flotily u Novorossijsku, tvrdí zdroj z SBU.":
        "tanker claimed",
    "Zelenskyj označil zásah rafinerie v Saratově za spravedlivou odpověď.": "saratov-refinery claimed",
    "Ruské drony zaútočily na plynárenská zařízení Naftohazu v Poltavské oblasti, oznámil šéf firmy Serhij Koreckyj.":
        "gas_field confirmed",
    "Úder vyřadil z provozu kompresorovou stanici Orlovka v Oděské oblasti, potvrdilo ministerstvo energetiky.":
        "orlovka-compressor-station confirmed",
    "Výbuch poškodil ropovod u Tuapse, podle HUR šlo o diverzní akci.": "pipeline claimed",
    "Sklad paliva v Engelsu, který zásobuje letiště, dnes v noci opět hořel po zásahu drony.":
        "engels-kristall-depot reported",
    "Rafinerie Slavněfť-JANOS v Jaroslavli se stala terčem útoku, přiznal gubernátor Jevrajev.":
        "yaroslavl-yanos-refinery confirmed",
    "Elektrárnu v Šatuře u Moskvy zachvátil po útoku dronů požár, potvrdil gubernátor Vorobjov.":
        "shatura-gres confirmed",
    "Volgorečensk hlásí zásah elektrárny, dva letouny narazily do strojovny.":
        "kostromskaya-gres reported",
    "Ukrajinské drony v noci zasáhly rafinerii v Saratově, uvedl generální štáb. Ruské úřady se k tomu nevyjádřily.":
        "saratov-refinery claimed",
    "Ukrajinské drony v noci zasáhly rafinerii v Saratově, uvedl generální štáb. Gubernátor Busargin připustil škody na civilní infrastruktuře.":
        "saratov-refinery confirmed",
    "Ukrajinské drony v noci zasáhly rafinerii v Saratově, uvedl generální štáb. Gubernátor Roman Busargin napsal, že v regionu byl zničen dron a škody nejsou.":
        "saratov-refinery denied",
    "V rafinerii v Saratově hoří, napsal telegramový kanál Astra. Gubernátor Busargin útok dosud nepotvrdil.":
        "saratov-refinery reported",
    "V rafinerii v Saratově po útoku dronů hoří, uvádějí místní média. Regionální vedení o zásahu mlčí.":
        "saratov-refinery reported",
    "Podle gubernátora Romana Busargina drony útočily na průmyslový podnik v Saratově. Kanál Astra upřesňuje, že jde o tamní rafinerii.":
        "saratov-refinery confirmed",
    "SBU zaútočila drony na rafinerii v Rjazani, řekl Ukrajinské pravdě zdroj z tajné služby. Gubernátor Malkov hlásil požár na území podniku.":
        "ryazan-refinery confirmed",
    "SBU zaútočila drony na rafinerii v Rjazani, řekl Ukrajinské pravdě zdroj z tajné služby.":
        "ryazan-refinery claimed",
    "Rafinerii v Rjazani zasáhly drony, tvrdí Kyjev. Ruské ministerstvo obrany uvedlo, že nad zemí sestřelilo 85 dronů.":
        "ryazan-refinery claimed",
    "Ruské rakety zasáhly tepelnou elektrárnu v Ladyžynu, oznámilo ministerstvo energetiky.":
        "ladyzhyn-tpp confirmed",
    "Ruské rakety zasáhly tepelnou elektrárnu v Ladyžynu. Společnost DTEK uvedla, že zařízení je vážně poškozené.":
        "ladyzhyn-tpp confirmed",
    "Ruské ministerstvo obrany potvrdilo úder na elektrárnu v Ladyžynu a označilo jej za odvetu.":
        "ladyzhyn-tpp claimed",
    "Na satelitních snímcích Planet Labs jsou vidět tři ohořelé nádrže v terminálu Feodosija, který předtím zasáhly drony.":
        "feodosia-oil-terminal confirmed",
    "Drony zasáhly ropný terminál v Novorossijsku, starosta města Andrej Kravčenko potvrdil požár.":
        "novorossiysk-sheskharis confirmed",
    "Transněfť popřela, že by útok na Primorsk zastavil nakládku. Terminál v Primorsku drony zasáhly v noci, tvrdí Kyjev.":
        "primorsk-oil-terminal denied",
    "Velitel Robert Brovdi oznámil zásah čerpací stanice Uneča. Szijjártó potvrdil, že tok ropy do Maďarska se zastavil.":
        "unecha-pumping-station confirmed",
    "Ukrajina zasáhla čerpací stanici Uneča, oznámil Brovdi. Dodávky do Maďarska to podle Szijjártóa neovlivnilo.":
        "unecha-pumping-station claimed",
    "V rafinerii v Ufě zasáhl dron jednu z jednotek, uvedl šéf Baškortostánu Radij Chabirov.":
        "refinery confirmed",
    "Rafinerie v Ufě byla zasažena, řekl vojenský zdroj agentuře AFP.": "refinery reported",
    "Zelenskyj večer potvrdil zásah rafinerie v Ufě.": "refinery claimed",
    "Prezident Zelenskyj uvedl, že ruské drony zasáhly v noci kompresorovou stanici Orlovka v Oděské oblasti.":
        "orlovka-compressor-station confirmed",
    "Útok na rafinerii v Samaře se podle úřadů nezdařil, drony byly zneškodněny, na zemi nikdo nebyl zraněn.":
        "kuibyshev-refinery denied",
    "Poškozena byla energetická zařízení v Černihivské oblasti, informoval dodavatel Černihivoblenerho. V Sumské oblasti se terčem dronů stala rozvodna v Šostce.":
        "other_energy confirmed; substation reported",
    "Feodosijský terminál zasáhly drony v noci na pátek, uvedl generální štáb. V Bělgorodu guvernér Gladkov připustil značné škody po ostřelování energetických objektů, bez proudu je 40 tisíc lidí.":
        "feodosia-oil-terminal claimed; other_energy confirmed",
    "SBU zaútočila v noci na pátek na Primorsk, největší ropný přístav v Baltském moři, uvedl zdroj ze služby. Gubernátor Drozdenko potvrdil požár na lodi a na čerpací stanici v Primorsku.":
        "primorsk-oil-terminal confirmed",
    "Brovdi ukázal záběry zasažené rjazaňské rafinerie a skladu ropy v okupované části Luhanské oblasti. Gubernátor Rjazaňské oblasti Malkov oznámil, že trosky dronů spadly na průmyslový podnik.":
        "oil_depot reported; ryazan-refinery confirmed",
    "Generální štáb uvedl, že v noci zasáhl ropný sklad v okupovaném Berdjansku. Ruské ministerstvo obrany tvrdí, že zničilo 130 dronů, o škodách nemluví.":
        "oil_depot claimed",
}  # fmt: skip
"""A text, and its strikes in order: the facility, or its kind where only a place is named, and the status."""

QUIET = [
    "V Praze jednali ministři o ochraně energetické infrastruktury před útoky dronů.",
    "Útoky na energetickou infrastrukturu ohrožují celý region, prohlásil Fiala v Brně.",
    "Protivzdušná obrana v noci sestřelila 12 dronů nad Saratovskou oblastí, na zemi nejsou škody.",
    "Rusko v noci zaútočilo na Kyjev, poškozeny jsou obytné domy a škola.",
    "Unipetrol investuje do nové jednotky, rafinerie v Litvínově bude vyrábět vodík.",
    "Kyjev pohrozil, že zasáhne rafinerii v Omsku.",
    "Ukrajina letos zasáhla už šestnáct ruských rafinerií.",
    "V rafinerii v Omsku vypukl požár po technické poruše, útok úřady vyloučily.",
    "Letiště v Saratově uzavřeli kvůli hrozbě dronů, výrobu v tamní rafinerii to neovlivnilo.",
    "V elektrárně Temelín cvičili hasiči zásah při pádu letadla.",
    "Orbán obvinil Ukrajinu z útoku na energetickou suverenitu Maďarska.",
    "Hackeři zaútočili na polské elektrárny, uvedla Varšava.",
    "Dělníci v rafinerii v Litvínově vstoupili do stávky.",
    "Trump řekl, že Putin souhlasil s příměřím na energetické cíle.",
    "Opozice zaútočila na ministra Vlčka kvůli cenám elektřiny, výroba v Dukovanech přitom roste.",
    "Šéf NATO varoval před sabotážemi na podmořských kabelech a plynovodech v Baltském moři.",
    "V Dukovanech odstavili blok elektrárny kvůli plánované odstávce.",
    "Expert z Brna vysvětluje, proč Ukrajina útočí na ruské rafinerie a sklady paliv.",
    "V Kralupech hořel sklad plastů, rafinerie zasažena nebyla, řekli hasiči.",
    "Při výbuchu v elektrárně v Lounech se zranili dva dělníci.",
    "Úder na Írán zvedl cenu ropy o pět procent, tankery se vyhýbají Hormuzu.",
    "Dodávky ropy na Slovensko obnovili ve čtvrtek po přestávce, kterou způsobil útok na čerpací stanici v Uneči.",
    "Tok ropy Družbou se po útoku na stanici Uneča v pátek obnovil, oznámil Transpetrol.",
    "V Charkově zasáhly drony poštovní terminál, v Oděse nemocnici a školu.",
    "Rafinerie v Saratově zasažena nebyla, uvedl gubernátor.",
    "Ruské drony zasáhly obilný terminál v Oděse.",
]  # fmt: skip

SUPPLY: dict[str, str] = {
    "Do Česka od úterý neteče ruská ropa, potvrdila mluvčí MERO.": "CZ oil halted",
    "Na Slovensko a do Maďarska ropa Družbou od ledna neproudí.": "HU oil halted; SK oil halted",
    "Slovenský Transpetrol oznámil, že přepravu ropy přerušil ve čtvrtek večer.": "SK oil halted",
    "Slovensko a Maďarsko jsou od čtvrtka odříznuty od ruské ropy.": "HU oil halted; SK oil halted",
    "Žádná ruská ropa na Slovensko od té doby nedorazila.": "SK oil halted",
    "Družba neslouží od 27. ledna, Slovensko i Maďarsko jsou bez ruské ropy.":
        "HU oil halted; SK oil halted",
    "Ropovod Družba stojí, Bratislava i Budapešť z toho viní Kyjev.": "HU oil halted; SK oil halted",
    "Dodávky ropy na Slovensko se podle Sakové obnovily ve středu ráno.": "SK oil resumed",
    "Do Maďarska začala ropa znovu proudit, napsal Szijjártó.": "HU oil resumed",
    "Ukrajina ve středu spustila čerpání ropy na Slovensko a do Maďarska.":
        "HU oil resumed; SK oil resumed",
    "Ruská ropa se po třech měsících vrátila na Slovensko.": "SK oil resumed",
    "Do Maďarska teče ropa v omezeném množství, uvedl Szijjártó.": "HU oil reduced",
    "Dodávky ropy do Maďarska útok neovlivnil, řekl Szijjártó.": "HU oil unaffected",
    "Slovenský Transpetrol výpadek nehlásí, ropa teče podle plánu.": "SK oil unaffected",
    "České rafinerie útok na Družbu nepocítí, berou ropu přes TAL a IKL.": "CZ oil unaffected",
    "Na dodávky do Česka nemá výpadek Družby vliv, uvedlo MERO.": "CZ oil unaffected",
    "Unipetrol zpracovává ropu z rezerv, motoristům palivo chybět nebude.": "CZ fuel unaffected",
    "Správa státních hmotných rezerv půjčí Unipetrolu 330 tisíc tun ropy.": "",
    "Maďarsku hrozí výpadek dodávek ropy, varoval Szijjártó.": "HU oil at_risk",
    "Pokud by Ukrajina tranzit zastavila, přišlo by Slovensko o ropu.": "SK oil at_risk",
    "Obnovení dodávek ropy na Slovensko se odkládá na 26. února.": "SK oil halted",
    "Plyn na Slovensko proudí TurkStreamem v plném objemu.": "SK gas unaffected",
    "Chorvatský JANAF odmítá přepravovat ruskou ropu pro MOL a Slovnaft.": "",
    "Cena ropy Brent klesla o dvě procenta, Slovnaft zdražil benzin.": "",
    "Fico pohrozil zastavením dodávek elektřiny na Ukrajinu.": "",
    "Slovensko zastavilo nouzové dodávky elektřiny na Ukrajinu.": "",
    "Zásoby ropy vystačí Slovensku na tři měsíce.": "",
    "Dodávky ruské ropy do Maďarska a na Slovensko vázly celý týden.": "HU oil halted; SK oil halted",
    "Obnovení dodávek ropy na Slovensko Ukrajina odložila na středu, oznámilo slovenské ministerstvo hospodářství.":
        "SK oil halted",
    "Termín obnovení přepravy ropy na Slovensko se znovu posunul.": "SK oil halted",
    "Nezávislá média píší o ceně ropy pro Slovensko.": "",
    "Na Slovensko ani do Maďarska žádná ruská ropa nedorazila.": "HU SK oil halted",
}  # fmt: skip

REPRISAL = (
    "Ukrajinské drony v noci zasáhly ropný sklad ve Feodosii a vyvolaly požár. "
    "Rusko zároveň pokračuje v útocích raketami na ukrajinská města."
)

DATED = [
    ("Ve středu krátce po půlnoci narazil dron do rafinerie v Saratově.", "2025-08-20", "2025-08-20"),
    ("O víkendu zasáhly drony rafinerii v Saratově.", "2025-08-16", "2025-08-17"),
    ("V noci z 19. na 20. 8. zasáhly drony rafinerii v Saratově.", "2025-08-19", "2025-08-20"),
]


@pytest.mark.parametrize(("text", "expected"), STRUCK.items())
def test_czech_texts_tell_these_strikes(text: str, expected: str) -> None:
    found = read(text, lang="cs").reports
    told = [f"{report.facility_id or report.target.kind.value} {report.status.value}" for report in found]
    assert "; ".join(told) == expected


@pytest.mark.parametrize("text", QUIET)
def test_czech_texts_without_a_strike_give_none(text: str) -> None:
    assert read(text, lang="cs").reports == ()


@pytest.mark.parametrize(("text", "expected"), SUPPLY.items())
def test_czech_texts_say_this_of_supply(text: str, expected: str) -> None:
    assert said(text, "cs") == wanted(expected)


@pytest.mark.parametrize(("text", "start", "end"), DATED)
def test_czech_words_date_a_strike(text: str, start: str, end: str) -> None:
    when = one(text, lang="cs").when
    assert (str(when.start), str(when.end)) == (start, end)


def test_what_the_struck_side_does_in_its_turn_is_not_of_the_strike_in_czech() -> None:
    report = one(REPRISAL, lang="cs")
    assert [weapon.value for weapon in report.weapons] == ["drone"]
