"""Slovak sentences after the patterns of news: what was struck, what was not, and what flows. Published 22 August 2025."""

from __future__ import annotations

import pytest
from reading import one, read
from supply_cases import said, wanted

STRUCK: dict[str, str] = {
    "Drony v noci zasiahli rafinériu v Syzrani. Požiar potvrdil gubernátor Fedoriščev.":
        "syzran-refinery confirmed",
    "V Riazani horí rafinéria, obyvatelia hlásia výbuchy a prelet dronov.": "ryazan-refinery reported",
    "Trosky zostreleného dronu spôsobili požiar na území rafinérie v Iľskom, oznámil krajský operačný štáb.":
        "ilsky-refinery confirmed",
    "Pád úlomkov dronu vyvolal požiar v prístave Tuapse, oheň zachvátil ropný terminál, uviedol štáb kraja.":
        "tuapse-oil-terminal confirmed",
    "Gubernátor Rostovskej oblasti Jurij Sľusar ráno oznámil, že v okrese Novošachtinsk bol odrazený útok na ropný závod.":
        "novoshakhtinsk-refinery denied",
    "Bezpilotné lietadlá sa pokúsili o útok na Afipskú rafinériu, všetky zničila protivzdušná obrana a škody nevznikli, tvrdia úrady.":
        "afipsky-refinery denied",
    "Ruské ministerstvo obrany uviedlo, že zasiahlo ukrajinskú rafinériu v Kremenčuku. Kyjev to zatiaľ nekomentoval.":
        "kremenchuk-refinery claimed",
    "Po zásahu Trypiľskej tepelnej elektrárne ostali tisíce ľudí bez svetla, informoval operátor Centrenerho.":
        "trypilska-tpp confirmed",
    "Ukrajinské námorné drony poškodili v Čiernom mori dva tankery tieňovej flotily pri Novorossijsku, tvrdí zdroj z SBU.":
        "tanker claimed",
    "Zelenskyj označil zásah rafinérie v Saratove za spravodlivú odpoveď.": "saratov-refinery claimed",
    "Ruské drony zaútočili na plynárenské zariadenia Naftohazu v Poltavskej oblasti, oznámil šéf firmy Serhij Koreckyj.":
        "gas_field confirmed",
    "Úder vyradil z prevádzky kompresorovú stanicu Orlovka v Odeskej oblasti, potvrdilo ministerstvo energetiky.":
        "orlovka-compressor-station confirmed",
    "Výbuch poškodil ropovod pri Tuapse, podľa HUR išlo o diverznú akciu.": "pipeline claimed",
    "Sklad pohonných hmôt v Engelse, ktorý zásobuje letisko, dnes v noci opäť horel po zásahu dronov.":
        "engels-kristall-depot reported",
    "Rafinéria Slavneft-JANOS v Jaroslavli sa stala terčom útoku, priznal gubernátor Jevrajev.":
        "yaroslavl-yanos-refinery confirmed",
    "Elektráreň v Šature pri Moskve zachvátil po útoku dronov požiar, potvrdil gubernátor Vorobjov.":
        "shatura-gres confirmed",
    "Ukrajinské drony v noci zasiahli rafinériu v Saratove, uviedol generálny štáb. Ruské úrady sa k tomu nevyjadrili.":
        "saratov-refinery claimed",
    "Ukrajinské drony v noci zasiahli rafinériu v Saratove, uviedol generálny štáb. Gubernátor Busargin pripustil škody na civilnej infraštruktúre.":
        "saratov-refinery confirmed",
    "Ukrajinské drony v noci zasiahli rafinériu v Saratove, uviedol generálny štáb. Gubernátor Roman Busargin napísal, že v regióne bol zničený dron a škody nie sú.":
        "saratov-refinery denied",
    "V rafinérii v Saratove horí, napísal telegramový kanál Astra. Gubernátor Busargin útok zatiaľ nepotvrdil.":
        "saratov-refinery reported",
    "V rafinérii v Saratove po útoku dronov horí, uvádzajú miestne médiá. Vedenie regiónu o zásahu mlčí.":
        "saratov-refinery reported",
    "Podľa gubernátora Romana Busargina drony útočili na priemyselný podnik v Saratove. Kanál Astra spresňuje, že ide o tamojšiu rafinériu.":
        "saratov-refinery confirmed",
    "SBU zaútočila dronmi na rafinériu v Riazani, povedal Ukrajinskej pravde zdroj z tajnej služby. Gubernátor Malkov hlásil požiar na území podniku.":
        "ryazan-refinery confirmed",
    "SBU zaútočila dronmi na rafinériu v Riazani, povedal Ukrajinskej pravde zdroj z tajnej služby.":
        "ryazan-refinery claimed",
    "Rafinériu v Riazani zasiahli drony, tvrdí Kyjev. Ruské ministerstvo obrany uviedlo, že nad krajinou zostrelilo 85 dronov.":
        "ryazan-refinery claimed",
    "Ruské rakety zasiahli tepelnú elektráreň v Ladyžyne, oznámilo ministerstvo energetiky.":
        "ladyzhyn-tpp confirmed",
    "Ruské rakety zasiahli tepelnú elektráreň v Ladyžyne. Spoločnosť DTEK uviedla, že zariadenie je vážne poškodené.":
        "ladyzhyn-tpp confirmed",
    "Ruské ministerstvo obrany potvrdilo úder na elektráreň v Ladyžyne a označilo ho za odvetu.":
        "ladyzhyn-tpp claimed",
    "Ruské drony poškodili rozvodňu v Kyjevskej oblasti, napísal na Telegrame šéf oblastnej vojenskej správy Mykola Kalašnyk.":
        "substation confirmed",
    "Na satelitných snímkach Planet Labs vidno tri zhorené nádrže v termináli Feodosija, ktorý predtým zasiahli drony.":
        "feodosia-oil-terminal confirmed",
    "Drony zasiahli ropný terminál v Novorossijsku, primátor mesta Andrej Kravčenko potvrdil požiar.":
        "novorossiysk-sheskharis confirmed",
    "Transnefť poprela, že by útok na Primorsk zastavil nakládku. Terminál v Primorsku drony zasiahli v noci, tvrdí Kyjev.":
        "primorsk-oil-terminal denied",
    "Veliteľ Robert Brovdi oznámil zásah čerpacej stanice Uneča. Saková potvrdila, že tok ropy na Slovensko sa zastavil.":
        "unecha-pumping-station confirmed",
    "Ukrajina zasiahla čerpaciu stanicu Uneča, oznámil Brovdi. Dodávky na Slovensko to podľa Sakovej neovplyvnilo.":
        "unecha-pumping-station claimed",
    "V rafinérii v Ufe zasiahol dron jednu z jednotiek, uviedol šéf Baškirska Radij Chabirov.":
        "refinery confirmed",
    "Rafinéria v Ufe bola zasiahnutá, povedal vojenský zdroj agentúre AFP.": "refinery reported",
    "Zelenskyj večer potvrdil zásah rafinérie v Ufe.": "refinery claimed",
    "Prezident Zelenskyj uviedol, že ruské drony zasiahli v noci kompresorovú stanicu Orlovka v Odeskej oblasti.":
        "orlovka-compressor-station confirmed",
    "Útok na rafinériu v Samare sa podľa úradov nepodaril, drony zneškodnili, na zemi nebol nikto zranený.":
        "kuibyshev-refinery denied",
    "Poškodené boli energetické zariadenia v Černihivskej oblasti, informoval dodávateľ Černihivoblenerho. V Sumskej oblasti sa terčom dronov stala rozvodňa v Šostke.":
        "other_energy confirmed; substation reported",
    "Feodosijský terminál zasiahli drony v noci na piatok, uviedol generálny štáb. V Belgorode gubernátor Gladkov pripustil značné škody po ostreľovaní energetických objektov, bez prúdu je 40-tisíc ľudí.":
        "feodosia-oil-terminal claimed; other_energy confirmed",
    "SBU zaútočila v noci na piatok na Primorsk, najväčší ropný prístav v Baltskom mori, uviedol zdroj zo služby. Gubernátor Drozdenko potvrdil požiar na lodi a na čerpacej stanici v Primorsku.":
        "primorsk-oil-terminal confirmed",
    "Brovdi ukázal zábery zasiahnutej riazanskej rafinérie a skladu ropy v okupovanej časti Luhanskej oblasti. Gubernátor Riazanskej oblasti Malkov oznámil, že trosky dronov spadli na priemyselný podnik.":
        "oil_depot reported; ryazan-refinery confirmed",
    "Generálny štáb uviedol, že v noci zasiahol ropný sklad v okupovanom Berdiansku. Ruské ministerstvo obrany tvrdí, že zničilo 130 dronov, o škodách nehovorí.":
        "oil_depot claimed",
}  # fmt: skip
"""A text, and its strikes in order: the facility, or its kind where only a place is named, and the status."""

QUIET = [
    "V Bratislave rokovali ministri o ochrane energetickej infraštruktúry pred útokmi dronov.",
    "Útoky na energetickú infraštruktúru ohrozujú celý región, vyhlásil Taraba v Košiciach.",
    "Protivzdušná obrana v noci zostrelila 12 dronov nad Saratovskou oblasťou, na zemi nie sú škody.",
    "Rusko v noci zaútočilo na Kyjev, poškodené sú obytné domy a škola.",
    "Slovnaft investuje do novej jednotky, rafinéria v Bratislave bude vyrábať vodík.",
    "Kyjev pohrozil, že zasiahne rafinériu v Omsku.",
    "Ukrajina tento rok zasiahla už šestnásť ruských rafinérií.",
    "V rafinérii v Omsku vypukol požiar po technickej poruche, útok úrady vylúčili.",
    "Letisko v Saratove zatvorili pre hrozbu dronov, výrobu v tamojšej rafinérii to neovplyvnilo.",
    "V elektrárni Mochovce cvičili hasiči zásah pri páde lietadla.",
    "Orbán obvinil Ukrajinu z útoku na energetickú suverenitu Maďarska.",
    "Hackeri zaútočili na poľské elektrárne, uviedla Varšava.",
    "Pri Mukačeve spadol dron do poľa neďaleko plynovodu, škody nie sú.",
    "Robotníci v rafinérii v Százhalombatte vstúpili do štrajku.",
    "Trump povedal, že Putin súhlasil s prímerím na energetické ciele.",
    "Rozpočtový výbor zaútočil na ministerku Sakovú pre ceny elektriny.",
    "Šéf NATO varoval pred sabotážami na podmorských kábloch a plynovodoch v Baltskom mori.",
    "V Jaslovských Bohuniciach odstavili blok elektrárne pre plánovanú údržbu.",
    "Dodávky ropy na Slovensko obnovili vo štvrtok po prestávke, ktorú spôsobil útok na čerpaciu stanicu v Uneči.",
    "Tok ropy Družbou sa po útoku na stanicu Uneča v piatok obnovil, oznámil Transpetrol.",
    "Vo Charkove zasiahli drony poštový terminál, v Odese nemocnicu a školu.",
    "Rafinéria v Saratove zasiahnutá nebola, uviedol gubernátor.",
    "Ruské drony trafili obilný terminál v Odese.",
]  # fmt: skip

SUPPLY: dict[str, str] = {
    "Ropa cez Družbu na Slovensko netečie od konca januára.": "SK oil halted",
    "Slovnaft potvrdil, že od polnoci nedostal ani liter ropy.": "SK oil halted",
    "Transpetrol zaznamenal o 4.10 h pokles tlaku a následné úplné zastavenie prepravy ropy.":
        "SK oil halted",
    "Na Slovensko prestala prichádzať ruská ropa, uviedla Saková.": "SK oil halted",
    "Tok ropy na Slovensko nabehol v noci na utorok, zatiaľ na polovičný výkon.":
        "SK oil reduced; SK oil resumed",
    "Ukrajina v stredu spustila čerpanie ropy smerom na Slovensko a do Maďarska.":
        "HU oil resumed; SK oil resumed",
    "Ropovod Družba je opäť v prevádzke a ropa dorazila na hranicu Slovenska vo štvrtok o druhej ráno.":
        "SK oil resumed",
    "Slovensko po vyše dvoch mesiacoch znovu prijíma ruskú ropu.": "SK oil resumed",
    "Prvé tony ropy po prestávke dotiekli do Slovnaftu v piatok.": "SK oil halted; SK oil resumed",
    "Dodávky ropy na Slovensko idú podľa plánu, útok na ruskú stanicu sa nás nedotkol, povedala Saková.":
        "SK oil unaffected",
    "Útok na čerpaciu stanicu nemal na dodávky ropy pre Slovensko žiadny vplyv.": "SK oil unaffected",
    "Saková: o ropu sa báť nemusíme, Družba funguje v štandardnom režime.": "SK oil unaffected",
    "Bratislavská rafinéria beží na dve tretiny výkonu.": "SK fuel reduced",
    "Slovnaft zastavil vývoz nafty na Ukrajinu.": "",
    "Slovnaft dočasne odstavil jednu z výrobných jednotiek, výroba palív klesla.": "SK fuel reduced",
    "Do Maďarska tečie menej ropy než zvyčajne, priznal MOL.": "HU oil reduced",
    "Kyjev varoval, že tranzit ropy na Slovensko sa môže kedykoľvek zastaviť.": "SK oil at_risk",
    "Slovensku hrozí výpadok dodávok ropy, varovala ministerka hospodárstva.": "SK oil at_risk",
    "Ak by sa tok ropy cez Družbu zastavil, Slovnaft by siahol na rezervy.": "SK oil at_risk",
    "Dodávky plynu na Slovensko cez TurkStream pokračujú bez výpadkov, uviedol SPP.": "SK gas unaffected",
    "Ukrajina od 1. januára neprepúšťa plyn na Slovensko, SPP ho kupuje inde.": "SK gas halted",
    "Eustream hlási, že tok plynu z Ukrajiny na Slovensko sa 1. januára zastavil.": "SK gas halted",
    "Obnovenie tranzitu ropy na Slovensko sa posúva na 24. februára, Ukrajina dôvod neuviedla.":
        "SK oil halted",
    "Harmonogram ráta s tým, že ropa na Slovensko potečie až 3. marca.": "SK oil halted",
    "Slovensko čaká na ropu už piaty týždeň.": "SK oil halted",
    "Fico: Ukrajina nám ropu zámerne nepúšťa.": "SK oil halted",
    "Zelenskyj povedal, že Družbu by najradšej neobnovil, ropa do Maďarska a na Slovensko tak stále netečie.":
        "HU oil halted; SK oil halted",
    "Orbán blokuje sankcie, kým sa neobnovia dodávky ropy do Maďarska.": "HU oil halted",
    "Vláda uvoľnila zo štátnych hmotných rezerv 250-tisíc ton ropy.": "",
    "Slovensko má zásoby ropy na 90 dní.": "",
    "Slovnaft kúpil tanker saudskej ropy, do Omišalju dorazí v marci.": "",
    "Komisia chce zákaz dovozu ruskej ropy na Slovensko od konca roka 2027.": "",
    "Chorvátsko odmietlo prepravovať ruskú ropu pre Slovensko.": "",
    "Minister financií rokoval o rozpočte, Slovnaft zaplatí vyššiu daň.": "",
    "Ceny nafty na Slovensku v marci klesli o tri percentá.": "",
    "Fico hrozí, že Slovensko zastaví dodávky elektriny na Ukrajinu.": "",
    "Motoristi sa nemusia obávať, palív na Slovensku je dostatok.": "SK fuel unaffected",
    "Na Slovensku hrozí nedostatok nafty, upozornil Slovnaft.": "SK fuel at_risk",
    "Obnovenie dodávok ropy na Slovensko Ukrajina odložila na stredu, oznámilo ministerstvo hospodárstva.":
        "SK oil halted",
    "Termín obnovenia prepravy ropy na Slovensko sa znova posunul.": "SK oil halted",
    "Po posune termínu obnovenia dodávok ropy na Slovensko rokuje Transpetrol s Kyjevom.":
        "SK oil halted",
    "Nezávislé médiá píšu o cene ropy pre Slovensko.": "",
    "Hovorca rafinérie Slovnaft povedal, že zásobovanie Slovenska pohonnými látkami nie je dotknuté.":
        "SK fuel unaffected",
}  # fmt: skip

REPRISAL = (
    "Ukrajinské drony v noci zasiahli ropný sklad vo Feodosii a vyvolali požiar. "
    "Rusko zároveň pokračuje v útokoch raketami na ukrajinské mestá."
)

DATED = [
    ("V stredu krátko po polnoci narazil dron do rafinérie v Saratove.", "2025-08-20", "2025-08-20"),
    ("Cez víkend zasiahli drony rafinériu v Saratove.", "2025-08-16", "2025-08-17"),
    ("V noci z 19. na 20. 8. zasiahli drony rafinériu v Saratove.", "2025-08-19", "2025-08-20"),
]


@pytest.mark.parametrize(("text", "expected"), STRUCK.items())
def test_slovak_texts_tell_these_strikes(text: str, expected: str) -> None:
    found = read(text, lang="sk").reports
    told = [f"{report.facility_id or report.target.kind.value} {report.status.value}" for report in found]
    assert "; ".join(told) == expected


@pytest.mark.parametrize("text", QUIET)
def test_slovak_texts_without_a_strike_give_none(text: str) -> None:
    assert read(text, lang="sk").reports == ()


@pytest.mark.parametrize(("text", "expected"), SUPPLY.items())
def test_slovak_texts_say_this_of_supply(text: str, expected: str) -> None:
    assert said(text, "sk") == wanted(expected)


@pytest.mark.parametrize(("text", "start", "end"), DATED)
def test_slovak_words_date_a_strike(text: str, start: str, end: str) -> None:
    when = one(text, lang="sk").when
    assert (str(when.start), str(when.end)) == (start, end)


def test_what_the_struck_side_does_in_its_turn_is_not_of_the_strike_in_slovak() -> None:
    report = one(REPRISAL, lang="sk")
    assert [weapon.value for weapon in report.weapons] == ["drone"]
