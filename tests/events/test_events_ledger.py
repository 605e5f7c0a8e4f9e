"""Every voice of a strike, in one line each; and how long a last word is good."""

from __future__ import annotations

import random
from datetime import date

import pytest
from event_makers import UNECHA, article, report

from tracker import parse
from tracker.events import Part, last_supply_word, last_word, ledger, stopped_by
from tracker.events.ledger import SILENCE_DAYS
from tracker.knowledge import knowledge
from tracker.model import Article, Commodity, Effect, Evidence, FlowWord, Report, Status, SupplyReport


def day(number: int, month: int = 8) -> date:
    return date(2025, month, number)


def lines(reports: list[Report], articles: dict[str, Article]) -> list[tuple[str | None, str, date | None]]:
    return [(voice.who, voice.part.value, voice.day) for voice in ledger(reports, articles)]


def test_claims_debris_denial_and_admission_stand_in_the_order_of_their_days() -> None:
    articles = {
        "claim": article("claim", published=day(22)),
        "debris": article("debris", published=day(22), publisher="Paper"),
        "denial": article("denial", published=day(23)),
        "admission": article("admission", published=day(24)),
        "media": article("media", published=day(22), publisher="Daily"),
    }
    reports = [
        report("admission", "22", status=Status.CONFIRMED, confirmed_by=("Transneft",)),
        report("denial", "22", status=Status.DENIED, denied_by=("Ministry",)),
        report("debris", "22", status=Status.CONFIRMED, confirmed_by=("Bogomaz",), claimed_by=("Brovdi",)),
        report("claim", "22", status=Status.CLAIMED, claimed_by=("Brovdi",)),
        report("media", "22"),
    ]
    assert lines(reports, articles) == [
        ("Brovdi", "claims", day(22)),
        ("Bogomaz", "confirms", day(22)),
        ("Daily", "reports", day(22)),
        ("Ministry", "denies", day(23)),
        ("Transneft", "confirms", day(24)),
    ]


def test_a_voice_has_one_line_for_each_part_with_all_its_articles() -> None:
    articles = {key: article(key, published=day(number)) for number, key in ((23, "a"), (22, "b"), (24, "c"))}
    reports = [
        report("a", "22", status=Status.DENIED, denied_by=("Szijjártó",)),
        report("b", "22", status=Status.DENIED, denied_by=("szijjarto",)),
        report("c", "22", status=Status.CONFIRMED, confirmed_by=("Szijjártó",)),
    ]
    first, second = ledger(reports, articles)
    assert (first.who, first.part, first.article_id, first.also) == ("szijjarto", Part.DENIES, "b", ("a",))
    assert (second.part, second.article_id, second.also) == (Part.CONFIRMS, "c", ())


def test_copies_of_a_wire_report_in_one_line() -> None:
    text = "Drones hit the Unecha pumping station overnight and oil stopped flowing, three people said."
    articles = {
        key: article(key, text=text + " " * n, publisher=key, published=day(22 + n))
        for n, key in enumerate("abc")
    }
    (voice,) = ledger([report(key, "22") for key in "cab"], articles)
    assert (voice.who, voice.article_id, voice.also) == ("a", "a", ("b", "c"))


def test_who_is_not_named_has_a_line_without_a_name() -> None:
    articles = {"listed:1": article("listed:1"), "b": article("b", published=day(22))}
    reports = [
        report("listed:1", "22", status=Status.CONFIRMED),
        report("b", "22", status=Status.DENIED, claimed_by=("Brovdi",)),
    ]
    assert lines(reports, articles) == [
        ("Brovdi", "claims", day(22)),
        (None, "denies", day(22)),
        (None, "confirms", None),
    ]


def test_an_article_that_is_gone_leaves_its_voices_without_a_day() -> None:
    assert lines([report("a", "22"), report("b", "22", claimed_by=("X",))], {}) == [
        (None, "reports", None),
        ("X", "claims", None),
        (None, "reports", None),
    ]


def test_each_name_has_the_span_that_says_it() -> None:
    text = "Governor Bogomaz and operator Transneft said so."
    spans = (Evidence("confirmed_by", 9, 16, "Bogomaz"), Evidence("confirmed_by", 30, 39, "Transneft"))
    said = report("a", "22", status=Status.CONFIRMED, confirmed_by=("Transneft", "Bogomaz"), evidence=spans)
    voices = ledger([said], {"a": article("a", text=text)})
    assert {voice.who: voice.evidence.quote for voice in voices if voice.evidence} == {
        "Bogomaz": "Bogomaz",
        "Transneft": "Transneft",
    }


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        (
            "Hungarian Foreign Minister Peter Szijjarto said Ukraine hit the Unecha oil pumping station in Bryansk "
            "Oblast overnight and oil deliveries to Hungary stopped.",
            "UA",
        ),
        (
            "Drones hit the Unecha oil pumping station in Bryansk Oblast overnight. Governor Alexander Bogomaz said "
            "a fire broke out at the station.",
            None,
        ),
        (
            "Ukrainian drones hit the Unecha oil pumping station in Bryansk Oblast overnight. Governor Alexander "
            "Bogomaz said a fire broke out at the station.",
            None,
        ),
    ],
)
def test_only_who_names_the_attacker_while_confirming_blames(text: str, blamed: str | None) -> None:
    parsed = parse(text, published=day(22))
    voices = ledger(parsed.reports, {parsed.article.id: parsed.article})
    assert [v.against for v in voices if v.part is Part.BLAMES] == ([blamed] if blamed else [])
    assert [v.part for v in voices if v.part is Part.CONFIRMS] == [Part.CONFIRMS]


def test_the_ledger_does_not_depend_on_the_order_of_reports() -> None:
    articles = {f"a{n}": article(f"a{n}", published=day(22 + n // 3)) for n in range(9)}
    reports = [
        report(f"a{n}", "22", claimed_by=("Brovdi",) if n % 2 else (), status=list(Status)[n % 4])
        for n in range(9)
    ]
    expected = ledger(reports, articles)
    for seed in range(20):
        shuffled = random.Random(seed).sample(reports, 9)  # noqa: S311
        assert ledger(shuffled, articles) == expected


def test_after_fourteen_days_of_silence_the_last_word_stands_and_the_state_is_unknown() -> None:
    articles = {key: article(key, published=day(number)) for key, number in (("a", 22), ("b", 24))}
    reports = [
        report("a", "22", status=Status.CLAIMED),
        report("b", "22", status=Status.CONFIRMED, effects=(Effect.HALTED,)),
    ]
    assert last_word(reports, articles, day(21)) is None
    early = last_word(reports, articles, day(23))
    assert early is not None
    assert (early.word, early.day, early.unknown) == (Status.CLAIMED, day(22), False)
    for on, unknown in ((day(24), False), (day(7, 9), False), (day(8, 9), True)):
        word = last_word(reports, articles, on)
        assert word is not None
        assert (word.word, word.day, word.effects, word.unknown) == (
            Status.CONFIRMED,
            day(24),
            (Effect.HALTED,),
            unknown,
        )


def test_of_one_day_the_strongest_word_counts_and_a_list_has_no_day() -> None:
    articles = {
        "a": article("a", published=day(22)),
        "b": article("b", published=day(22)),
        "listed": article("listed"),
    }
    claim, admission = report("a", "22", status=Status.CLAIMED), report("b", "22", status=Status.CONFIRMED)
    listed = report("listed", "22", status=Status.DENIED)
    word = last_word([claim, listed, admission], articles, day(22))
    assert word is not None
    assert word.word is Status.CONFIRMED
    alone = last_word([listed], articles, day(22))
    assert alone is not None
    assert (alone.day, alone.unknown) == (None, True)


def flow(key: str, word: FlowWord, **more: object) -> SupplyReport:
    return SupplyReport(article_id=key, country="HU", commodity=Commodity.CRUDE_OIL, status=word, **more)  # type: ignore[arg-type]


def supply_word(on: date, *said: SupplyReport) -> tuple[str, bool] | None:
    articles = {key: article(key, published=day(number)) for key, number in (("a", 22), ("b", 25), ("c", 22))}
    found = last_supply_word(said, articles, on)
    return (found.word.value, found.unknown) if found else None


def test_silence_on_a_supply_is_not_recovery() -> None:
    halted = flow("a", FlowWord.HALTED)
    assert supply_word(day(21), halted) is None
    assert supply_word(day(5, 9), halted) == ("halted", False)
    assert supply_word(day(6, 9), halted) == ("halted", True)
    assert supply_word(day(6, 9), halted, flow("b", FlowWord.RESUMED)) == ("resumed", False)


def test_a_statement_is_good_until_the_last_day_that_it_names() -> None:
    long = flow("a", FlowWord.HALTED, start=day(22), days_min=5)
    assert supply_word(day(9, 9), long) == ("halted", False)
    assert supply_word(day(10, 9), long) == ("halted", True)
    assert supply_word(day(19, 9), flow("a", FlowWord.HALTED, end=day(5, 9))) == ("halted", False)


def test_a_restart_announced_for_later_is_no_flow_yet() -> None:
    said = flow("a", FlowWord.HALTED), flow("b", FlowWord.RESUMED, start=day(28))
    assert supply_word(day(27), *said) == ("halted", False)
    assert supply_word(day(28), *said) == ("resumed", False)


def test_of_one_day_the_gravest_word_counts_and_a_warning_last() -> None:
    assert supply_word(day(22), flow("a", FlowWord.RESUMED), flow("c", FlowWord.HALTED)) == ("halted", False)
    assert supply_word(day(22), flow("a", FlowWord.AT_RISK), flow("c", FlowWord.UNAFFECTED)) == (
        "unaffected",
        False,
    )


def test_damage_that_stops_the_flow_is_told_apart_from_an_owner_who_does_not_restart() -> None:
    struck = report("a", "22", status=Status.CONFIRMED, effects=(Effect.HALTED,), confirmed_by=("Transneft",))
    assert stopped_by(flow("a", FlowWord.HALTED, said_by=("TRANSNEFT",)), [struck]) == struck
    assert stopped_by(flow("a", FlowWord.HALTED), [struck]) == struck
    assert stopped_by(flow("a", FlowWord.HALTED, said_by=("Minister",)), [struck]) is None
    assert stopped_by(flow("b", FlowWord.HALTED), [struck]) is None
    assert stopped_by(flow("a", FlowWord.RESUMED), [struck]) is None
    assert stopped_by(flow("a", FlowWord.HALTED), [report("a", "22", effects=(Effect.FIRE,))]) is None


def test_fourteen_days_are_twice_what_all_full_halts_after_strikes_but_one_lasted() -> None:
    lasted = sorted(
        (halt.resumed_on - halt.start).days
        for halt in knowledge().supply.halts
        if halt.cause == "strike" and halt.completeness == "full" and halt.resumed_on
    )
    assert lasted[-2] * 2 == SILENCE_DAYS
    assert lasted[-1] > SILENCE_DAYS


def test_places_are_no_part_of_it() -> None:
    assert ledger([report("a", "22", place=UNECHA)], {"a": article("a")}) == ledger(
        [report("a", "22", place=None)], {"a": article("a")}
    )
