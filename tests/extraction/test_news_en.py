"""English news as it is written: what was hit under other names, and what only looks like a strike."""

from __future__ import annotations

import pytest
from reading import facilities, one, read

from tracker.model import Effect, Status

QUIET = {
    "a vote to strike": "Margins suffered this month. Workers at Gdansk refinery voted to strike over shift pay.",
    "a strike abroad without weapons": "A strike at the Plock refinery on Monday cut output, the union said.",
    "no attack": (
        "A fire broke out at the Omsk refinery on Tuesday after a pump seal failed. Nobody was hurt.\n\n"
        '"There was no attack and no drones were seen over the city," a spokesman said.'
    ),
    "an everyday reality": (
        "The committee backed a bill obliging refineries to protect themselves against drones. "
        "Two regions that have been hit hardest, Samara and Saratov, asked for subsidies."
    ),
    "capital as its state": "Drone attacks stop the Druzhba pipeline: Moscow vows to resume supplies soon.",
}


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET.keys())
def test_what_only_looks_like_a_strike_is_none(text: str) -> None:
    assert read(text).reports == ()


NAMED = {
    "a lead of fire, drones told late": (
        "Saratov refinery in flames again, videos show\n\nFootage filmed early on Friday shows a column of fire "
        "above the Saratov oil refinery. A channel matched it with the western part, where the tanks stand. "
        "People counted seven explosions.\n\nThe governor spoke of damage to infrastructure after an attack by drones.",
        ["saratov-refinery"],
    ),
    "bare names behind refineries": (
        "Repairs at two of southern Russia's refineries will drag on, sources said.\n\n"
        "Ilsky, knocked out by drones on 30 July, has one unit running. "
        "At Afipsky, attacked in the night of 2 to 3 August, the column must be replaced.",
        ["afipsky-refinery", "ilsky-refinery"],
    ),
    "an owner's plant": (
        "Fire crews fought a blaze at Lukoil's Kstovo plant after drones hit it.",
        ["norsi-kstovo-refinery"],
    ),
    "a pump house": (
        "The pump house at Nikolskoye was hit by drones on Sunday night, the minister said.",
        ["nikolskoye-pumping-station"],
    ),
    "a production platform": (
        "Strike drones attacked the Filanovsky offshore production platform in the Caspian Sea.",
        ["filanovsky-platform"],
    ),
    "a berth": ("Sea drones attacked a berth at Tuapse on Monday.", ["tuapse-oil-terminal"]),
    "harm in the next sentence": (
        "Drones attacked two power plants on Thursday. Officials identified them as the Zmiivska station "
        "outside Kharkiv. It burned into the morning.",
        ["zmiivska-tpp"],
    ),
    "a river is no town": (
        "Blaze at Volga refinery after drone raid\n\nDrones set fire to the Syzran refinery on Friday.",
        ["syzran-refinery"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), NAMED.values(), ids=NAMED.keys())
def test_what_was_hit_is_found_under_other_words(text: str, expected: list[str]) -> None:
    assert facilities(text) == expected


def test_drones_that_did_the_harm_are_not_what_was_destroyed() -> None:
    assert Effect.DAMAGE in one("A substation in Chuhuiv was destroyed by two Geran drones.").effects
    assert Effect.DAMAGE not in one("The Ryazan refinery was attacked; crews destroyed 40 drones.").effects


def test_a_workshop_is_part_of_the_site_and_a_shop_is_not() -> None:
    text = "Drones struck the Ryazan refinery overnight. A {} was destroyed, the governor said."
    assert Effect.DAMAGE in one(text.format("compressor shop")).effects
    assert Effect.DAMAGE not in one(text.format("shop")).effects


def test_an_operator_that_sees_no_change_confirms_no_attack() -> None:
    text = (
        "Slovakia has seen no change in the oil it receives after reports of an explosion near the Unecha pumping "
        "station, the operator Transpetrol said on Friday.\n\nGovernor Alexander Bogomaz said that a drone was "
        "destroyed over the Unecha district and that there was no damage."
    )
    assert one(text).status is Status.DENIED


def test_a_dateline_is_no_attacker() -> None:
    text = (
        "KYIV - Russian missiles hit power plants in three regions overnight, Ukrenergo said.\n\n"
        "DTEK said its Burshtyn plant was among those attacked."
    )
    assert [weapon.value for weapon in one(text).weapons] == ["missile"]
