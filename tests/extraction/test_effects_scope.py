"""Which words belong to which strike: clauses, paragraphs, lists, older strikes and other towns."""

from __future__ import annotations

import pytest
from reading import one, read

from tracker.extraction.strikes.confidence import BASE, LEAST, MOST, POINTS
from tracker.model import Effect, Status, Weapon

TWO = {
    "clauses": (
        "The Ryazan refinery caught fire after a drone strike overnight, while at the Syzran refinery drones "
        "damaged a pump house.",
        {"ryazan-refinery": {Effect.FIRE}, "syzran-refinery": {Effect.DAMAGE}},
    ),
    "paragraphs": (
        "Drones hit the Ryazan refinery overnight. A tank burned.\n\n"
        "Drones also hit the Syzran refinery overnight. Two workers were injured.",
        {"ryazan-refinery": {Effect.FIRE}, "syzran-refinery": {Effect.CASUALTIES}},
    ),
    "items of a list": (
        "Drones struck two plants overnight:\n- the Ryazan refinery was hit, a fire broke out;\n"
        "- the Syzran refinery was hit, explosions were heard.",
        {"ryazan-refinery": {Effect.FIRE}, "syzran-refinery": {Effect.EXPLOSION}},
    ),
    "an older strike": (
        "Drones hit the Ryazan refinery overnight, a fire broke out. On 2 August missiles struck the Syzran "
        "refinery and wounded a guard.",
        {"ryazan-refinery": {Effect.FIRE}, "syzran-refinery": {Effect.CASUALTIES}},
    ),
}


@pytest.mark.parametrize(("text", "expected"), TWO.values(), ids=TWO.keys())
def test_each_strike_has_its_own_effects(text: str, expected: dict[str, set[Effect]]) -> None:
    assert {report.facility_id: set(report.effects) for report in read(text).reports} == expected


EFFECTS = {
    "wounded in another town": (
        "Missiles hit the Trypilska power plant overnight, damaging a boiler. In Lviv, two people were wounded.",
        {Effect.DAMAGE},
    ),
    "a house, not the plant": (
        "Drones hit the Ryazan refinery overnight and a fire broke out. A residential building was damaged.",
        {Effect.FIRE},
    ),
    "under fire is no fire": ("The Ryazan refinery came under fire from drones overnight.", set()),
    "a ceasefire is no fire": (
        "Drones damaged the Ryazan refinery overnight. Talks on a ceasefire go on.",
        {Effect.DAMAGE},
    ),
    "damage denied, whatever others see": (
        "Residents filmed a fire at the Ryazan refinery after a drone attack overnight. "
        "The governor denied any damage to the plant.",
        {Effect.NONE},
    ),
    "damage denied, a fire on satellite images": (
        "The governor said drones aimed at the Ryazan refinery had been shot down overnight and nothing was damaged. "
        "Satellite images show a fire.",
        {Effect.FIRE},
    ),
    "a stop of something else": (
        "Drones damaged the Ryazan refinery overnight. Flights were suspended at two airports.",
        {Effect.DAMAGE},
    ),
    "fire put out": (
        "A drone hit the Ryazan refinery overnight. The fire was quickly put out.",
        {Effect.FIRE},
    ),
    "neither nor": ("Drones hit the Ryazan refinery overnight, with neither fire nor damage.", {Effect.NONE}),
}


@pytest.mark.parametrize(("text", "expected"), EFFECTS.values(), ids=EFFECTS.keys())
def test_effects_are_those_of_the_struck_site(text: str, expected: set[Effect]) -> None:
    assert set(one(text).effects) == expected


WEAPONS = {
    "from the lead": (
        "Russia fired missiles and drones at Ukraine overnight. The Burshtyn power plant was hit, DTEK said.",
        {Weapon.DRONE, Weapon.MISSILE},
    ),
    "not what was shot down elsewhere": (
        "Missiles hit the Novorossiysk oil terminal overnight. Over Rostov, 12 drones were shot down.",
        {Weapon.MISSILE},
    ),
    "the force is no weapon": ("Unmanned Systems Forces struck the Ryazan refinery overnight.", set()),
    "air defence missiles are none": (
        "Drones hit the Ryazan refinery overnight; air defence missiles missed them.",
        {Weapon.DRONE},
    ),
    "names of missiles": (
        "Flamingo and Neptune missiles hit the Ryazan refinery overnight.",
        {Weapon.MISSILE},
    ),
}


@pytest.mark.parametrize(("text", "expected"), WEAPONS.values(), ids=WEAPONS.keys())
def test_weapons_are_those_of_the_strike(text: str, expected: set[Weapon]) -> None:
    assert set(one(text).weapons) == expected


STATUS = {
    "a plan of a company": (
        "Drones hit the Ryazan refinery overnight. Rosneft said it will publish its results on Monday.",
        Status.REPORTED,
    ),
    "an army that counts what it shot down": (
        "Drones hit the Ryazan refinery overnight, residents said. Russia's defence ministry reported 40 drones "
        "shot down. One of them was hit over the Ryazan region.",
        Status.REPORTED,
    ),
    "an enemy's capital opens the next sentence": (
        "Drones hit the Ryazan refinery overnight. The governor said they had been jammed, with no harm to the plant. "
        "Kyiv's spies have it that a cracker was struck.",
        Status.DENIED,
    ),
    "a stop that the governor only wishes away": (
        "Drones hit the Ryazan refinery overnight. The governor assured that output goes on as usual.",
        Status.REPORTED,
    ),
    "an analyst who speaks after the governor": (
        "The governor said the air was clean. Drones hit the Ryazan refinery overnight, analysts said.",
        Status.REPORTED,
    ),
    "a confirmation of something older": (
        "Drones hit the Ryazan refinery overnight. On 2 August the governor confirmed damage to the plant.",
        Status.REPORTED,
    ),
    "a governor far down who names the region": (
        "Drones hit the Ryazan refinery overnight. Petrol prices rose. Exports fell.\n\n"
        "In the Ryazan region a fire broke out at an industrial site, governor Pavel Malkov admitted.",
        Status.CONFIRMED,
    ),
}


@pytest.mark.parametrize(("text", "expected"), STATUS.values(), ids=STATUS.keys())
def test_only_what_is_said_of_the_strike_counts(text: str, expected: Status) -> None:
    assert one(text).status is expected


def test_a_place_in_the_occupiers_hands_is_struck_by_ukraine() -> None:
    report = one("A drone damaged a substation in occupied Tokmak overnight, the Moscow-installed head said.")
    assert (report.attacker, report.status) == ("UA", Status.CONFIRMED)


def test_an_attack_that_the_other_side_disowns_has_no_known_attacker() -> None:
    text = "Drones hit the Zaporizhzhia nuclear power plant on Thursday. Ukraine's military intelligence denied it."
    assert one(text).attacker == "unknown"


def test_confidence_is_a_sum_of_named_points_within_limits() -> None:
    named = one("Ukrainian drones hit the Ryazan oil refinery last night, causing a fire.")
    region = one("Drones hit an oil depot in the Smolensk region.")
    assert LEAST <= region.confidence < named.confidence <= MOST
    assert named.confidence == round(
        min(BASE + POINTS["one facility"] + POINTS["struck beside the name"] + POINTS["date relative"], MOST),
        2,
    )


def test_a_long_article_on_one_strike_lends_it_nothing_from_afar() -> None:
    talk = "The Kremlin said talks would go on. Ministers met again. Nobody agreed on a date. " * 3
    found = one(
        f"The president says Russia is killing people. {talk}\n\nDrones hit the Unecha oil pumping station "
        f"overnight, the General Staff said.\n\n{talk}Russian officials said a fire in a flat in Moscow was put out."
    )
    assert (found.effects, found.confirmed_by) == ((), ())
