"""Which facility a German sentence tells as hit, what belongs to it, and what looks like a strike and is none."""

from __future__ import annotations

import pytest
from reading import facilities, one, read

from tracker.model import Effect, Status

STRUCK = {
    "old attack on the only plant, far behind": (
        "Die Raffinerie in Perm ist am Freitag getroffen worden. Der Gouverneur bestätigte einen Einschlag. "
        "Die Schulen schlossen. Der Flughafen ruhte.\n\nDie Anlage des Konzerns war bereits am 29. Juli attackiert worden.",
        ["perm-refinery", "perm-refinery"],
    ),
    "already attacked before is news": (
        "Drohnen haben in der Nacht eine bereits zuvor angegriffene Raffinerie in Saratow getroffen.",
        ["saratov-refinery"],
    ),
    "a depot in another region than the refinery before": (
        "In der Nacht wurde die Raffinerie in Slawjansk am Kuban getroffen. "
        "Auch ein Treffer auf das Erdöllager Polewoje in der Region Rostow ist bestätigt.",
        ["-", "slavyansk-refinery"],
    ),
    "pits of a company in two regions": (
        "Russland griff in der Nacht Anlagen des staatlichen Energiekonzerns Naftogaz in den Regionen Charkiw und Poltawa an.",
        ["-", "-"],
    ),
    "jenes in": (
        "Drohnen beschädigten am Donnerstag das Wärmekraftwerk Starobeschewe sowie jenes in Suhres.",
        ["starobesheve-tpp", "zuivska-tpp"],
    ),
    "a hit in the refinery is no goal": (
        "Drohnen landeten in der Nacht einen Treffer in der Raffinerie Saratow.",
        ["saratov-refinery"],
    ),
}
QUIET = {
    "a body named after a plant": "Getroffen worden sei am Freitag ein Labor, erklärte die Kraftwerksleitung in Moskau. Eine Drohne war der Auslöser.",
    "an operator": "Der Kraftwerksbetreiber in Saratow meldete am Freitag einen Gewinn, während Drohnen über Kursk flogen.",
    "capacity": "Drohnenangriffe haben Russland ein Fünftel der Raffineriekapazität gekostet, sagen Händler in Moskau.",
    "a goal": "In der Nachspielzeit gelang dem Stürmer der Treffer in der 93. Minute; der Klub gehört dem Besitzer der Raffinerie in Saratow.",
    "sentence in court": "Wegen eines geplanten Anschlags auf das Tanklager in Noginsk wurde ein Mann verurteilt.",
    "a warning": "Die Gouverneurin warnte vor möglichen Drohnenangriffen auf das Umspannwerk Usatowe.",
    "not hit so far": "In Omsk spannt der Betreiber Netze gegen Drohnen. Bislang wurde die Raffinerie nicht getroffen, sagt der Werksleiter.",
    "seen over a plant abroad": "Eine Drohne ist am Donnerstag über dem Atomkraftwerk Doel gesichtet worden, der Betrieb war nicht beeinträchtigt.",
}


@pytest.mark.parametrize(("text", "expected"), STRUCK.values(), ids=STRUCK.keys())
def test_what_a_german_text_tells_as_hit(text: str, expected: list[str]) -> None:
    assert facilities(text, lang="de") == expected


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET.keys())
def test_what_looks_like_a_strike_in_german(text: str) -> None:
    assert read(text, lang="de").reports == ()


def test_a_tanker_or_pump_at_the_berth_burns_with_its_port() -> None:
    report = one(
        "Drohnen haben in der Nacht den Ölhafen Primorsk getroffen. Der Gouverneur gestand ein, "
        "dass auf einem Tanker und in einer Pumpstation Feuer ausbrach.",
        lang="de",
    )
    assert (report.status, report.effects) == (Status.CONFIRMED, (Effect.FIRE,))


def test_an_old_strike_has_what_its_paragraph_tells() -> None:
    reports = read(
        "Die Raffinerie in Sysran wurde in der Nacht von Drohnen getroffen.\n\n"
        "Am 2. Juli war es die Pumpstation Unetscha, eine Rakete schlug ein. Der Betreiber sprach von Zerstörungen.",
        lang="de",
    ).reports
    old = next(report for report in reports if report.facility_id == "unecha-pumping-station")
    assert (old.status, old.effects) == (Status.CONFIRMED, (Effect.DAMAGE,))


def test_a_paragraph_that_names_the_target_again_tells_its_effects() -> None:
    reports = read(
        "In der Nacht wurde die Raffinerie in Slawjansk am Kuban getroffen.\n"
        "Explosionen und ein Brand wurden an der Raffinerie beobachtet.\n"
        "Getroffen wurde auch das Tanklager in Noginsk.",
        lang="de",
    ).reports
    first = next(report for report in reports if report.facility_id == "slavyansk-refinery")
    assert set(first.effects) == {Effect.FIRE, Effect.EXPLOSION}


def test_a_blast_without_damage_is_both() -> None:
    report = one(
        "Beim AKW Kursk ist am Freitag eine Drohne detoniert. Schäden gebe es nicht, teilte der Betreiber mit.",
        lang="de",
    )
    assert set(report.effects) == {Effect.EXPLOSION, Effect.NONE}
