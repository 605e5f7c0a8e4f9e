"""How nominative names end, and what becomes of it in the other cases: one table a Slavic language.

A row is `kind context ending : genitive dative accusative instrumental locative`. The first row whose
`ending` closes the word, and whose `context` (a regular expression) closes what stands before the ending,
is the word's paradigm.

- kind `n` is a noun, `a` an adjective (or a noun that declines like one), `A` an adjective only where
  another word follows it, `P` and `F` one only before a plural or a feminine noun;
- ending `-` is a consonant's empty one; among the forms `0` is the bare stem, `/` parts equals, `~` leaves
  the word as it is in every case.

Names are inanimate: the accusative of masculine nouns is the nominative. There is no vocative.
"""

from __future__ import annotations

TABLES = {
    "ru": r"""
a [кгх]                     ий : ого ому ий им ом
a [нжшчщ]                   ий : его ему ий им ем
n .                         ий : ия ию ий ием ии
a .                         ый : ого ому ый ым ом
a (ск|цк|ш|ж)               ой : ого ому ой им ом
a (ов|ев|н|лот|рут)         ой : ого ому ой ым ом
n [аеёоуыэюя]               й  : я ю й ем е
a [жшчщ]                    ая : ей ей ую ей ей
a .                         ая : ой ой ую ой ой
a .                         яя : ей ей юю ей ей
a [кгхжчшщ]                 ое : ого ому ое им ом
a .                         ое : ого ому ое ым ом
a .                         ее : его ему ее им ем
a .                         ые : ых ым ые ыми ых
a [кгхжшчщ]                 ие : их им ие ими их
P н                         ие : их им ие ими их
n .                         ие : ия ию ие ием ии
n .                         ье : ья ью ье ьем ье
n щ                         е  : а у е ем е
n .                         е  : ~
n (ов|ев|ёв|ин|ын|[бвдзчл]н|сел|озер) о : а у о ом е
n .                         о  : ~
n .                         ия : ии ии ию ией ии
n .                         ья : ьи ье ью ьей ье
n .                         я  : и е ю ей е
n [жчшщ]                    а  : и е у ей е
n ц                         а  : ы е у ей е
n [кгх]                     а  : и е у ой е
n .                         а  : ы е у ой е
n (^кон|^ирпен|^мозыр)      ь  : я ю ь ем е
n (твер|свир|сибир|^стал|^сол|^дал|^гжел|^кинел|^нерл|агидел) ь : и и ь ью и
n [рл]                      ь  : я ю ь ем е
n .                         ь  : и и ь ью и
n ^соч                      и  : ~
n [чшж]                     и  : ей ам и ами ах
n щ                         и  : 0 ам и ами ах
n [аеиоуыэюя]к              и  : ов ам и ами ах
n н                         ьки : ек/ьков ькам ьки ьками ьках
n [шжч]                     ки : ек кам ки ками ках
n [бвгдзлмнпрстфх]          ки : ок кам ки ками ках
n [гх]                      и  : и ам и ами ах
n .                         и  : ~
n иц                        ы  : 0 ам ы ами ах
n ц                         ы  : ев/ов ам ы ами ах
n (д|н|лм|уб)               ы  : ов ам ы ами ах
n .                         ы  : 0 ам ы ами ах
n .                         у  : ~
n .                         ю  : ~
n .                         э  : ~
n .                         ё  : ~
n (^ор|уз|^кот)             ел : ла лу ел лом ле
n ^ор                       ёл : ла лу ёл лом ле
n л                         ец : ьца ьцу ец ьцом/ьцем ьце
n [аеиоуя]                  ец : йца йцу ец йцем йце
n .                         ец : ца цу ец цом/цем це
n (бл|^мозд)                 ок : ока оку ок оком оке
n ([длнрбмшжч]|^участ|пес)  ок : ка ку ок ком ке
n [жчшщ]                    -  : а у 0 ем/ом е
n ц                         -  : а у 0 ем/ом е
n .                         -  : а у 0 ом е
""",
    "uk": r"""
n ^стр                      ий : ия ию ий иєм иї
a .                         ий : ого ому ий им ому/ім
a .                         ій : ього ьому ій ім ьому/ім
a [сцз]ьк                   а  : ої ій у ою ій
A (н|ов|ев|єв|[бм]іл|мал|велик|стар|свят|золот) а : ої ій у ою ій
a ([вдзкмнпрт]н|пасн|красн) а  : ої ій у ою ій
a [^дк]ов                   а  : ої ій у ою ій
A н                         я  : ьої ій ю ьою ій
a ([сцз]ьк|н|ов|ев|єв|ив|ок|[аи]т|ист|вят|обр) е : ого ому е им ому/ім
a [сцз]ьк                   і  : их им і ими их
P (н|ов|ев|єв)              і  : их им і ими их
n щ                         е  : а у е ем і
n .                         е  : ~
n (.)\1                     я  : я ю я ям і
n ['’ʼ]                     я  : я ю я ям ї
n .                         ія : ії ії ію ією ії
n [аеоуиє]                  я  : ї ї ю єю ї
n .                         я  : і і ю ею і
n [жчшщ]                    а  : і і у ею і
n .                         ка : ки ці ку кою ці
n .                         га : ги зі гу гою зі
n .                         ха : хи сі ху хою сі
n .                         а  : и і у ою і
n (ов|ев|єв|ін|їн|ин|[двз]н|сел|озер) о : а у о ом і
n .                         о  : ~
n ^(твер|перм)              -  : і і 0 'ю і
n ^(керч|галич)             -  : і і 0 ю і
n ^(к|рем)                  інь : оня оню інь онем оні
n (^ірп|кам)                інь : еня еню інь енем ені
n .                         піль : поля полю піль полем полі
n л                         ець : ьця ьцю ець ьцем ьці
n .                         ець : ця цю ець цем ці
n л                         ь  : я ю ь ем і
n .                         сть : сті сті сть стю сті
n ^коросте                  нь : ня ню нь нем ні
n .                         нь : ні ні нь нню ні
n .                         ть : ті ті ть ттю ті
n .                         дь : ді ді дь ддю ді
n .                         сь : сі сі сь ссю сі
n .                         зь : зі зі зь ззю зі
n .                         ь  : я ю ь ем і
n [аеоуиія]                 й  : я/ю ю й єм ї
n ^соч                      і  : ~
n ц                         і  : ів ям і ями ях
n [чжш]                     і  : ів ам і ами ах
n щ                         і  : 0 ам і ами ах
n .                         і  : ~
n ^черн                     івці : івців івцям івці івцями івцях
n ^луб                      ни : ен нам ни нами нах
n ^ром                      ни : ен нам ни нами нах
n лук                       и  : 0 ам и ами ах
n [аеиоуіїєюя]к             и  : ів ам и ами ах
n .                         ньки : ньок/ньків нькам ньки ньками ньках
n [бвгдзлмнпрстфхшжч]       ки : ок/ків кам ки ками ках
n [аяи]н                    и  : 0 ам и ами ах
n (д|ар|н|ог|т)             и  : ів ам и ами ах
n .                         и  : 0 ам и ами ах
n .                         у  : ~
n .                         ю  : ~
n .                         ї  : ~
n .                         є  : ~
n ^ор                       ел : ла лу ел лом лі
n (^кан|^могил|[жчшщ])      ів : ева еву ів евом еві
n .                         ів : ова ову ів овом ові
n .                         їв : єва єву їв євом єві
n ^                         ріг : рога/рогу рогу ріг рогом розі
n ([тд]в|^б)                ір : ора/ору ору ір ором орі
n [длнрбмшж]                ок : ка/ку ку ок ком ку
n [сцз]ьк                   -  : а/у у 0 ом у
n .                         к  : ка/ку ку к ком ці/ку
n .                         г  : га/гу гу г гом зі/гу
n .                         х  : ха/ху ху х хом сі/ху
n ^моз                      ир : иря ирю ир ирем ирі
n [жчшщ]                    -  : а/у у 0 ем і
n .                         -  : а/у у 0 ом і
""",
    "sk": r"""
a .                         ý  : ého ému ý ým om
a .                         á  : ej ej ú ou ej
P .                         é  : ých ým é ými ých
a .                         é  : ého ému é ým om
A .                         í  : ieho iemu í ím om
A [aeá]                     cia : cej cej ciu cou cej
A [nv]                      a  : ej ej u ou ej
A [nv]                      y  : eho emu y ym om
a sk                        oje : ého ému oje ým om
n ^(tver|perm)              -  : i/e i 0 ou i
n .                         sť : sti sti sť sťou sti
n á                         reň : rne rni reň rňou rni
n .                         ň  : ne ni ň ňou ni
n .                         ľ  : ľa ľu/li ľ ľom li
n ^ker                      č  : če či č čou či
n [^aeiouy]                 ec : ca cu ec com ci
n .                         ec : ca cu ec com ci
n [dlnrb]                   ok : ka/ku ku ok kom ku
n [^aeiouyáéíóúý]           ek : ka/ku ku ek kom ku
n .                         ia : ie ii iu iou ii
n .                         ja : je ji ju jou ji
n [čšžcľňďť]                a  : e/i i u ou i
n .                         a  : y e u ou e
n sk                        o  : a u o om u
n (ov|ev|in|ipr|[dv]n)      o  : a u o om e
n .                         o  : ~
n .                         ovce : oviec ovciam ovce ovcami ovciach
n .                         nce : niec nciam nce ncami nciach
n .                         ice : íc iciam ice icami iciach
n .                         any : ian anom any anmi/anami anoch
n [čšž]                     i  : ov om i ami och
n [spm]                     y  : 0 ám/om y ami ách/och
n .                         y  : ov om y mi/ami och
n .                         e  : ~
n .                         é  : ~
n .                         i  : ~
n .                         í  : ~
n .                         ó  : ~
n .                         u  : ~
n ([kgh])                   -  : a/u u 0 om u
n [čšžcj]                   -  : a/u u 0 om i
n [lr]                      -  : a/u u 0 om e/i
n .                         -  : a/u u 0 om e
""",
    "cs": r"""
a .                         ý  : ého ému ý ým ém
a .                         á  : é é ou ou é
P .                         é  : ých ým é ými ých
a .                         é  : ého ému é ým ém
F .                         í  : í í í í í
A .                         í  : ího ímu í ím ím
a sk                        oje : ého ému oje ým ém
n .                         í  : í í í ím í
n (^perm|^tver|^kerč|oblast|[nlv]ost) - : i i 0 í i
n .                         ň  : ně ni ň ní ni
n ^nelahoze                  ves : vsi vsi ves vsí vsi
n .                         ec : ce ci ec cem ci
n [^aeiouyáéíóúý]           ek : ku ku ek kem ku
n .                         ie : ie ii ii ií ii
n stan                      ice : ice ici ici icí ici
n .                         ice : ic icím ice icemi icích
n .                         ovce : ovců/ovec ovcím/ovcům ovce ovci/ovcemi ovcích
n .                         cha : chy še chu chou še
n .                         ka : ky ce ku kou ce
n .                         ga : gy ze gu gou ze
n .                         ha : hy ze hu hou ze
n .                         ra : ry ře ru rou ře
n .                         ia : ie ii iu ií/iou ii
n [čšžcjř]                  a  : i/y e/i u ou e/i
n [lsz]                     a  : y e u ou e
n .                         a  : y ě u ou ě
n sk                        o  : a u o em u
n ipr                       o  : a u o em u
n (ov|ev|in|[dv]n)          o  : a u o em ě
n .                         o  : ~
n .                         any : an anům any any/anami anech
n [čšž]                     i  : ů ům i i/emi ích
n c                         y  : ů ům y y ích
n k                         y  : 0/ů ům/ám y y/ami ách
n [sp]                      y  : 0 ům/ám y y/ami ech/ách
n .                         y  : ů ům y y/ami ech/ách
n .                         e  : ~
n .                         ě  : ~
n .                         é  : ~
n .                         i  : ~
n .                         ó  : ~
n .                         u  : ~
n [čšžřcjďť]                -  : e i 0 em i
n (pol|vl|mel)              -  : u/e i/u 0 em i/u
n [kgh]                     -  : a/u u 0 em u
n .                         r  : ra/ru ru r rem ru/ře
n [lsz]                     -  : a/u u 0 em e/u
n .                         -  : a/u u 0 em ě/u
""",
    "pl": r"""
a (sk|ck|dzk)               i  : iego iemu i im im
a (sk|ck|dzk)               a  : iej iej ą ą iej
P (sk|ck|dzk)               ie : ich im ie imi ich
a (sk|ck|dzk)               ie : iego iemu ie im im
A [kg]                      i  : iego iemu i im im
A [nwłtr]                   y  : ego emu y ym ym
A (n|w|ał)                  a  : ej ej ą ą ej
P [nwłt]                    e  : ych ym e ymi ych
A [nwłt]                    e  : ego emu e ym ym
n .                         ów : owa owowi ów owem owie
n .                         ód : odu odowi ód odem odzie
n (^jarosł|^wrocł)aw        -  : ia iowi 0 iem iu
n .                         niec : ńca ńcowi niec ńcem ńcu
n .                         iec : ca cowi iec cem cu
n [lrnw]                    ec : ca cowi ec cem cu
n [^aeiouy]                 ek : ka/ku kowi ek kiem ku
n .                         ń  : nia niowi ń niem niu
n .                         ść : ści ści ść ścią ści
n .                         ć  : cia ciowi ć ciem ciu
n .                         ka : ki ce kę ką ce
n .                         ga : gi dze gę gą dze
n .                         cha : chy sze chę chą sze
n (rz|cz|sz|ż|c|dz)         a  : y y ę ą y
n .                         ra : ry rze rę rą rze
n .                         ła : ły le łę łą le
n .                         sta : sty ście stę stą ście
n .                         ta : ty cie tę tą cie
n .                         da : dy dzie dę dą dzie
n l                         a  : i i ę ą i
n .                         ja : ji ji ję ją ji
n [nwmpbszc]                ia : i i ię ią i
n .                         ia : ii ii ię ią ii
n .                         a  : y ie ę ą ie
n .                         wo : wa wu wo wem wie
n [dvwi]                    no : na nu no nem nie
n .                         sko : ska sku sko skiem sku
n .                         o  : ~
n .                         ice : ic icom ice icami icach
n (ż|cz|sz|rz)              e  : a u e em u
n .                         e  : ~
n (d|n|c)                   y  : ów om y ami ach
n .                         y  : 0 om y ami ach
n [^aeiouy]                 ki : ek kom ki kami kach
n .                         i  : ~
n .                         u  : ~
n .                         ó  : ~
n [kg]                      -  : a/u owi 0 iem u
n (h|l|j|c|cz|sz|rz|ż|dz)   -  : a/u owi 0 em u
n .                         st : sta/stu stowi st stem ście
n .                         t  : ta/tu towi t tem cie
n .                         d  : da/du dowi d dem dzie
n .                         r  : ra/ru rowi r rem rze
n .                         ł  : ła/łu łowi ł łem le
n .                         -  : a/u owi 0 em ie
""",
}
