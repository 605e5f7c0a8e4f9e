"""Which targets short news in eight languages tells as struck, and which news tells of none."""

from __future__ import annotations

import pytest
from geopy.distance import great_circle
from quiet_cases import QUIET
from reading import facilities, read
from struck_cases import STRUCK

from tracker.knowledge import knowledge
from tracker.model import Report

ONE_TOWN_KM = 30


def is_meant(report: Report, expected: str) -> bool:
    """The facility of that id, or any place in or by the town after a tilde."""
    if not expected.startswith("~"):
        return report.facility_id == expected
    town = knowledge().towns.find(expected[1:])[0]
    place = report.place
    assert place is not None
    return great_circle((place.lat, place.lon), (town.lat, town.lon)).km <= ONE_TOWN_KM


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [(lang, text, expected) for lang, cases in STRUCK.items() for text, expected in cases.items()],
)
def test_these_targets_and_no_others_are_told_as_struck(lang: str, text: str, expected: str) -> None:
    reports = list(read(text, lang=lang).reports)
    assert len(reports) == len(expected.split())
    assert all(any(is_meant(report, one) for report in reports) for one in expected.split())


@pytest.mark.parametrize(("lang", "text"), [(lang, text) for lang, texts in QUIET.items() for text in texts])
def test_nothing_is_told_as_struck(lang: str, text: str) -> None:
    assert read(text, lang=lang).reports == ()


def test_lines_of_a_communique_inherit_the_attack_of_its_first_words() -> None:
    text = (
        "In the night to 21 August our units hit the following objects:\n"
        "- the Syzran refinery in Samara region;\n- an ammunition dump near Makiivka;\n"
        "- the Kristall fuel depot in Engels.\n\nThe results are being assessed."
    )
    assert facilities(text) == ["engels-kristall-depot", "syzran-refinery"]
    assert facilities(text.replace("our units hit", "our units visited")) == []


def test_a_line_that_names_a_target_is_told_by_what_follows_in_it() -> None:
    text = (
        "The week of drone raids in brief.\n\n"
        "19 August. Syzran refinery. Tanks burned until noon, the governor admitted.\n\n"
        "20 August. Ryazan refinery. Repairs went on as planned."
    )
    report = read(text).reports[0]
    assert (report.facility_id, str(report.when.start)) == ("syzran-refinery", "2025-08-19")
    assert len(read(text).reports) == 1


def test_a_target_is_named_in_the_sentence_after() -> None:
    lead = "Drones struck an industrial site in Vladimir region overnight, its governor said. "
    assert facilities(lead + "It was the Vtorovo pumping station, channels wrote.") == [
        "vladimir-pumping-station"
    ]


def test_a_numbered_station_is_that_of_the_town_in_the_article() -> None:
    text = "Missiles hit {}. Damage is severe, mayor {} said."
    assert facilities(text.format("CHP-5 in Kharkiv", "Ihor Terekhov")) == ["kharkiv-chp-5"]
    assert facilities(text.format("CHP-5 in Kyiv", "Vitali Klitschko")) == ["kyiv-chp-5"]


def test_a_tanker_at_the_berth_is_not_a_second_target() -> None:
    text = "Drones struck the oil terminal in Tuapse overnight; wreckage set a tanker at its berth on fire."
    assert facilities(text) == ["tuapse-oil-terminal"]


def test_a_town_and_the_plant_in_it_are_one_target() -> None:
    text = "Kyiv: a power plant under attack.\n\nAt dawn missiles hit the Darnytsia CHP plant, which has stopped."
    assert facilities(text) == ["darnytsia-chp"]


def test_a_second_date_at_the_same_place_is_a_second_strike() -> None:
    text = (
        "The oil terminal in Feodosia burns after a drone attack last night. "
        "A week ago, on 15 August, drones set five tanks ablaze here."
    )
    days = sorted(str(report.when.start) for report in read(text).reports)
    assert days == ["2025-08-15", "2025-08-21"]
    assert len(read(text.replace("drones set five tanks ablaze here", "the beaches reopened")).reports) == 1


def test_a_sea_a_street_and_a_name_are_no_towns() -> None:
    for text, lang in (
        ("Над Чорним морем дрон уразив нафтову платформу.", "uk"),
        ("Дрон попал в нефтебазу по улице Некрасова, горит резервуар.", "ru"),
        ("Nach den Angriffen auf Tanker drohte Wladimir Putin mit Vergeltung.", "de"),
    ):
        assert read(text, lang=lang).reports == ()
