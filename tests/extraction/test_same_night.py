"""Nights told by another date, in every language; all published on Friday, 22 August 2025."""

from __future__ import annotations

import pytest
from reading import read

SAME = {
    "cs": "V noci na čtvrtek drony zasáhly rafinerii v Rjazani. Téže noci drony zasáhly rafinerii v Saratově.",
    "de": "In der Nacht zum Donnerstag trafen Drohnen die Raffinerie in Rjasan. "
    "In derselben Nacht trafen Drohnen die Raffinerie in Saratow.",
    "hu": "Csütörtökre virradó éjszaka drónok találták el a rjazanyi finomítót. "
    "Ugyanazon az éjszakán drónok találták el a szaratovi finomítót.",
    "pl": "W nocy na czwartek drony trafiły rafinerię w Riazaniu. Tej samej nocy drony trafiły rafinerię w Saratowie.",
    "ru": "В ночь на четверг дроны атаковали Рязанский НПЗ. В ту же ночь дроны атаковали Саратовский НПЗ.",
    "sk": "V noci na štvrtok drony zasiahli rafinériu v Riazani. Tej istej noci drony zasiahli rafinériu v Saratove.",
    "uk": "У ніч на четвер дрони атакували Рязанський НПЗ. Тієї ж ночі дрони атакували Саратовський НПЗ.",
}
BEFORE_LAST = {
    "cs": "Předminulou noc drony zasáhly rafinerii v Rjazani.",
    "de": "In der vorletzten Nacht trafen Drohnen die Raffinerie in Rjasan.",
    "hu": "Tegnapelőtt éjjel drónok találták el a rjazanyi finomítót.",
    "pl": "Przedostatniej nocy drony trafiły rafinerię w Riazaniu.",
    "ru": "Позапрошлой ночью дроны атаковали Рязанский НПЗ.",
    "sk": "Predminulú noc drony zasiahli rafinériu v Riazani.",
    "uk": "Позаминулої ночі дрони атакували Рязанський НПЗ.",
}


@pytest.mark.parametrize(("lang", "text"), SAME.items(), ids=SAME.keys())
def test_the_same_night_is_the_one_told_before(lang: str, text: str) -> None:
    whens = {(str(report.when.start), str(report.when.end)) for report in read(text, lang=lang).reports}
    assert whens == {("2025-08-20", "2025-08-21")}


@pytest.mark.parametrize(("lang", "text"), BEFORE_LAST.items(), ids=BEFORE_LAST.keys())
def test_the_night_before_last_ended_yesterday(lang: str, text: str) -> None:
    (report,) = read(text, lang=lang).reports
    assert (str(report.when.start), str(report.when.end)) == ("2025-08-20", "2025-08-21")
