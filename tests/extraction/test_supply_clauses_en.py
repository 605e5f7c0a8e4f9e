"""English statements of supply whose clauses, speakers and neighbours decide whom they concern."""

from __future__ import annotations

import pytest
from supply_cases import said, wanted

CASES: dict[str, tuple[str, str]] = {
    "one gets none, the other is supplied": (
        "Hungary is getting no oil through Druzhba since Thursday, while Slovakia is being supplied as usual.",
        "HU oil halted; SK oil unaffected",
    ),
    "halted for one, resumed for the other": (
        "Crude shipments via Druzhba to Slovakia resumed on Thursday, but deliveries to Hungary remain suspended, MOL said.",
        "SK oil resumed; HU oil halted",
    ),
    "both halves halted in words of their own": (
        "No crude has arrived in Hungary since Monday, and Slovakia's Slovnaft is not receiving any either.",
        "HU SK oil halted",
    ),
    "adjectives of two refineries": (
        "The strike on the Unecha pumping station cut off Slovak and Hungarian refineries from Russian crude.",
        "HU SK oil halted",
    ),
    "capitals stand for countries": (
        "Bratislava and Budapest said that oil deliveries through the Druzhba pipeline had been interrupted.",
        "HU SK oil halted",
    ),
    "both countries, named a sentence before": (
        "Hungary and Slovakia protested to the Commission. Crude supplies to both countries through Druzhba have been halted since Friday.",
        "HU SK oil halted",
    ),
    "two landlocked states": (
        "Oil stopped flowing to the two landlocked states on Friday. Hungary and Slovakia hold stocks for 90 days, the Commission said of Druzhba.",
        "HU SK oil halted",
    ),
    "refineries by their towns": (
        "MOL said its refineries in Szazhalombatta and Bratislava were no longer receiving crude through Druzhba.",
        "HU SK oil halted",
    ),
    "a minister who names no country": (
        'Peter Szijjarto wrote on Facebook on Friday: "Oil deliveries have stopped again after the attack on Druzhba."',
        "HU oil halted",
    ),
    "a Slovak operator who names no country": (
        "Transpetrol confirmed that the flow of crude through the Druzhba pipeline had been interrupted overnight.",
        "SK oil halted",
    ),
    "country from the headline": (
        "Hungary's oil supply hit by Druzhba attack\n\nDrones struck the Unecha station on Friday. Flows have been suspended and it is unclear when they will restart.",
        "HU oil halted",
    ),
    "country from two sentences before": (
        "Slovakia depends on the Druzhba pipeline. The line was attacked overnight. Crude deliveries were suspended on Friday morning.",
        "SK oil halted",
    ),
    "a restart expected is none": (
        "Oil deliveries to Hungary through Druzhba were halted on Thursday and are expected to resume on Monday.",
        "HU oil halted",
    ),
    "a restart that could come": (
        "Slovakia has received no crude through Druzhba since 27 January; flows could restart in early March, Bratislava said.",
        "SK oil halted",
    ),
    "a restart demanded": (
        "Budapest demanded that Kyiv restore oil transit through Druzhba, which has been suspended since January 27.",
        "HU oil halted",
    ),
    "halted, then resumed": (
        "Druzhba flows to Hungary, which stopped on Monday after a strike, resumed late on Tuesday.",
        "HU oil halted; HU oil resumed",
    ),
    "resumed at lower volume": (
        "Deliveries of oil to Slovakia through Druzhba restarted on Friday, though at reduced volumes.",
        "SK oil resumed; SK oil reduced",
    ),
    "motorists notice nothing": (
        "Crude deliveries to Slovakia through Druzhba have stopped. Petrol stations are supplied and motorists will notice nothing, the economy ministry said.",
        "SK oil halted; SK fuel unaffected",
    ),
    "fuel is safe": (
        "Hungary has received no Russian oil since Friday. The country's fuel supply is secure, MOL said.",
        "HU oil halted; HU fuel unaffected",
    ),
    "gas transit ended": (
        "Russian gas transit through Ukraine stopped on 1 January 2025, leaving Slovakia without its main route. Hungary continues to receive gas via TurkStream.",
        "SK gas halted; HU gas unaffected",
    ),
    "reserves that suffice": (
        "Slovakia has oil reserves for 90 days and Slovnaft has crude for several weeks, the economy minister said after the attack on Druzhba.",
        "",
    ),
    "a warning": (
        "Further strikes would endanger Hungary's oil supply, the foreign minister warned.",
        "HU oil at_risk",
    ),
    "a warning beside a halt": (
        "Druzhba deliveries to Hungary have been suspended since Friday. Such attacks threaten the security of our oil supply, Szijjarto said.",
        "HU oil halted",
    ),
    "Adria is no outage": (
        "Deliveries to Slovakia through Druzhba have been halted since January 27; shipments via Adria to Slovnaft have been increased.",
        "SK oil halted",
    ),
    "for at least five days, told as a possibility": (
        "Crude shipments to Hungary and Slovakia may be suspended for at least five days after the Unecha station was hit, the two governments wrote.",
        "HU SK oil halted",
    ),
    "a planned end of imports": (
        "Hungary and Slovakia oppose an EU plan to halt imports of Russian oil and gas by the end of 2027.",
        "",
    ),
    "sanctions talk": (
        "The Commission wants to ban purchases of Russian crude through Druzhba, which Hungary and Slovakia would have to stop by 2027.",
        "",
    ),
    "a call to stop attacks": (
        "Hungary and Slovakia called on Ukraine to stop attacks on the Druzhba pipeline.",
        "",
    ),
    "prices": (
        "Petrol prices in Slovakia fell by two cents, and diesel prices in Hungary were reduced as well.",
        "",
    ),
    "a lead time": (
        "Crude ordered through the Adria pipeline takes 20 to 30 days to reach Hungary and Slovakia.",
        "",
    ),
    "exports of the struck side": (
        "Exports of diesel from Primorsk were suspended after a drone attack. Hungary and Slovakia were not mentioned.",
        "",
    ),
    "an owner is no receiver": (
        "Slovnaft, which is owned by MOL, said oil deliveries through Druzhba had been interrupted.",
        "SK oil halted",
    ),
    "the same goes for the neighbour": (
        "Deliveries to Slovakia through Druzhba continue as planned, Transpetrol said. Hungary's MOL issued a similar statement.",
        "HU SK oil unaffected",
    ),
    "electricity as a threat is Ukraine's": (
        "Slovakia will stop emergency electricity supplies to Ukraine, Fico threatened.",
        "",
    ),
    "negated restart": (
        "Oil deliveries to Slovakia through Druzhba have still not resumed, Economy Minister Denisa Sakova said.",
        "SK oil halted",
    ),
    "Czech supply switched to the west": (
        "The halt on Druzhba has not affected Czech refineries, which draw their crude through the TAL pipeline, MERO said.",
        "CZ oil unaffected",
    ),
    "Schwedt": (
        "Kazakh crude deliveries to Germany's Schwedt refinery through Druzhba were suspended on Wednesday, Rosneft Deutschland said.",
        "DE oil halted; KZ oil halted",
    ),
    "conflict kept side by side": (
        "Hungary says no oil has reached it through Druzhba since Friday. Ukrtransnafta said deliveries to Hungary had not been interrupted.",
        "HU oil halted; HU oil unaffected",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_whom_an_english_clause_concerns(text: str, expected: str) -> None:
    assert said(text, "en") == wanted(expected)
