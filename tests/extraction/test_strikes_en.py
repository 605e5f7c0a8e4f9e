"""Strikes in English news: what is one, what is none, and whose word stands behind it."""

from __future__ import annotations

from datetime import date

import pytest
from reading import facilities, one, read

from tracker.model import DateBasis, DatePrecision, Effect, Precision, Status, Weapon

NO_STRIKE = {
    "labour strike": "Workers at the Ryazan refinery went on strike on Friday over pay, the union said.",
    "deal": "Rosneft is about to strike a deal with a trader for fuel from the Ryazan refinery, sources said.",
    "plan": "Ukraine is planning to attack the Ryazan refinery, a Russian official claimed.",
    "threat": "Moscow warned that Kyiv could strike the Unecha pumping station again.",
    "accident": "A fire broke out at the Omsk refinery on Friday because of an equipment failure, the ministry said.",
    "lightning": "A fuel tank at the Ryazan refinery caught fire after it was struck by lightning.",
    "aggregate": "Ukraine has hit several refineries this summer, and petrol prices hit a record.",
    "drones over a town": "Four drones were shot down over Ryazan overnight, the governor said. Nobody was hurt.",
    "film": "The director's new film tells of a bomb attack on the Ploiesti refinery in the Second World War.",
    "market": "Urals prices hit a high as the Primorsk oil terminal loaded more crude in August.",
    "conditional": "A missile strike on the Unecha pumping station would halt Druzhba for weeks, analysts said.",
    "sanctions": "New EU sanctions hit the Tuapse refinery on Friday.",
    "exercise": "In the exercise, drones hit two tanks of the Mozyr refinery. Crews rehearsed their response.",
    "game": "In the video game, players' drones hit the Moscow refinery on 5 June.",
    "failed": "Drones failed to hit the Ryazan refinery overnight.",
    "perhaps": "Drones may have hit the Ryazan refinery overnight.",
    "to come": "Drones will hit the Ryazan refinery next Friday, sources fear.",
    "not energy": "A Russian missile struck an electronics plant in Mukachevo on Thursday, wounding 23 people.",
}


@pytest.mark.parametrize("text", NO_STRIKE.values(), ids=NO_STRIKE.keys())
def test_what_is_no_strike_gives_none(text: str) -> None:
    assert read(text).reports == ()


def test_a_named_facility_hit_last_night() -> None:
    report = one("Ukrainian drones hit the Ryazan oil refinery last night, causing a fire.")
    assert report.facility_id == "ryazan-refinery"
    assert (report.when.start, report.when.end) == (date(2025, 8, 21), date(2025, 8, 22))
    assert (report.when.precision, report.when.basis) == (DatePrecision.NIGHT, DateBasis.RELATIVE)
    assert (report.attacker, report.weapons, report.effects) == ("UA", (Weapon.DRONE,), (Effect.FIRE,))
    assert report.place is not None
    assert (report.place.precision, report.place.country) == (Precision.FACILITY, "RU")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Drones attacked the Saratov, Ryazan and Syzran refineries overnight.",
            ["ryazan-refinery", "saratov-refinery", "syzran-refinery"],
        ),
        (
            "Drones attacked refineries in Saratov and Syzran overnight.",
            ["saratov-refinery", "syzran-refinery"],
        ),
        ("Overnight drones struck the TANECO plant in Nizhnekamsk.", ["taneco-refinery"]),
    ],
)
def test_several_named_facilities_are_several_strikes(text: str, expected: list[str]) -> None:
    assert facilities(text) == expected


def test_a_line_and_its_station_hit_together_are_one_strike_at_the_station() -> None:
    text = "Ukrainian forces on Friday struck the Druzhba oil pipeline in Russia, hitting the Unecha pumping station."
    assert facilities(text) == ["unecha-pumping-station"]


def test_an_unnamed_facility_lies_in_its_town_with_a_radius_and_is_not_invented() -> None:
    report = one("A Ukrainian drone struck an oil depot in Yelets overnight, the regional governor said.")
    assert report.facility_id is None
    assert report.place is not None
    assert (report.place.precision, report.place.country) == (Precision.TOWN, "RU")
    assert report.place.radius_km >= 5


def test_a_region_is_the_place_when_nothing_nearer_is_named() -> None:
    report = one("Drones hit an oil depot in the Smolensk region on Thursday.")
    assert report.facility_id is None
    assert report.place is not None
    assert (report.place.precision, report.place.region) == (Precision.REGION, "Smolensk Oblast")


def test_the_attackers_side_claims() -> None:
    report = one("Drones hit the Ryazan refinery overnight, Ukraine's General Staff said.")
    assert (report.status, report.claimed_by) == (Status.CLAIMED, ("General Staff",))


def test_a_governor_who_admits_damage_confirms() -> None:
    text = (
        "The General Staff said that drones had struck the Saratov refinery overnight. "
        "Governor Roman Busargin said that an industrial site had been damaged in the drone attack."
    )
    report = one(text)
    assert (report.status, report.confirmed_by) == (Status.CONFIRMED, ("Roman Busargin",))


def test_all_drones_shot_down_and_no_damage_denies() -> None:
    report = one(
        "Drones attacked the Ryazan refinery overnight; all were shot down, there was no damage, the governor said."
    )
    assert (report.status, report.effects) == (Status.DENIED, (Effect.NONE,))


def test_media_alone_report() -> None:
    report = one(
        "Explosions were heard as drones attacked the Ryazan refinery overnight, local media reported."
    )
    assert report.status is Status.REPORTED


def test_an_attack_without_time_words_has_the_publication_date_and_says_so() -> None:
    report = one("Ukrainian drones struck the Ryazan refinery, the General Staff said.")
    assert (report.when.start, report.when.basis) == (date(2025, 8, 22), DateBasis.PUBLISHED)


def test_without_a_publication_date_the_date_is_unknown_and_never_today() -> None:
    parsed = read("Ukrainian drones struck the Ryazan refinery last night.", published=None)
    (report,) = parsed.reports
    assert (report.when.start, report.when.end, report.when.precision) == (None, None, DatePrecision.UNKNOWN)
    assert parsed.warnings


def test_the_day_of_a_statement_is_not_the_day_of_the_strike() -> None:
    text = "The governor said on Friday that drones had struck the Saratov refinery on Wednesday."
    assert one(text).when.start == date(2025, 8, 20)


def test_an_old_strike_with_a_date_is_background_and_without_one_is_none() -> None:
    text = (
        "Drones hit the Ryazan refinery overnight. The Saratov refinery was attacked on 2 August. "
        "The Syzran refinery had already been attacked earlier this year."
    )
    found = {report.facility_id: report.primary for report in read(text).reports}
    assert found == {"ryazan-refinery": True, "saratov-refinery": False}


def test_who_struck_follows_roles_where_the_place_is_occupied() -> None:
    report = one("Drones struck the oil terminal in occupied Feodosia overnight, causing a fire.")
    assert (report.facility_id, report.attacker) == ("feodosia-oil-terminal", "UA")


def test_russian_missiles_on_a_ukrainian_plant() -> None:
    report = one(
        "Russian missiles hit the Burshtyn thermal power plant overnight, leaving homes without power."
    )
    assert (report.facility_id, report.attacker) == ("burshtyn-tpp", "RU")
    assert Effect.POWER_OUTAGE in report.effects


def test_a_title_apart_is_evidence_of_its_own() -> None:
    parsed = read(
        "It burned until morning, the governor said.", title="Drones strike Ryazan refinery overnight"
    )
    (report,) = parsed.reports
    assert report.facility_id == "ryazan-refinery"
    assert {item.where for item in report.evidence if item.field == "target"} == {"title"}


def test_a_negated_target_is_not_struck() -> None:
    text = "Drones hit the Ryazan refinery last night, not the Saratov refinery."
    assert facilities(text) == ["ryazan-refinery"]


def test_a_day_that_does_not_exist_stays_unknown_and_is_not_filled() -> None:
    report = one("Drones hit the Ryazan refinery on 31 June 2025.")
    assert (report.when.start, report.when.precision) == (None, DatePrecision.UNKNOWN)


def test_a_company_that_speaks_of_its_profits_confirms_nothing() -> None:
    report = one("MOL said profits rose. Drones hit the Unecha pumping station on 21 August 2025.")
    assert (report.status, report.confirmed_by) == (Status.REPORTED, ())


def test_the_struck_countrys_minister_confirms() -> None:
    text = "Russia hit the Brody pumping station on 20 August, Ukraine's foreign minister Andrii Sybiha said."
    assert one(text).confirmed_by == ("Andrii Sybiha",)


def test_rumours_that_are_false_are_denied() -> None:
    text = "Rumours that drones hit the Ryazan refinery on Monday are false, the governor said."
    assert one(text).status is Status.DENIED
