"""What a strike takes from its reports."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest
from event_makers import UNECHA, article, merged, report, town, when
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.events import last_word, ledger, merge
from tracker.events.publishers import publisher_of
from tracker.model import Article, Basis, DateBasis, Effect, Kind, Report, Status, Strike, Tier, Weapon


def test_no_reports_make_no_strikes() -> None:
    assert merge((), {}) == ()


def test_an_article_that_is_not_there_is_a_bug_and_says_so() -> None:
    with pytest.raises(KeyError, match="a"):
        merge([report("a", "22")], {})


@pytest.mark.parametrize(
    ("days", "taken"),
    [
        (["21/22", "22"], "21/22"),
        (["~22", "21/22"], "21/22"),
        (["~22", "21"], "21"),
        (["listed 21", "22"], "22"),
        (["listed 21", "21/22"], "21/22"),
        (["listed 21/22", "22"], "21/22"),
        (["~22", "listed 21"], "21"),
        (["i22", "22"], "22"),
        (["22", "r22"], "22"),
        (["18-24", "22"], "22"),
        (["1-31", "18-24"], "18-24"),
    ],
)
def test_the_most_exact_date_is_taken(days: list[str], taken: str) -> None:
    reports = [report(f"{'listed' if ' ' in d else 'read'}:{n}", d.split()[-1]) for n, d in enumerate(days)]
    for order in (reports, reports[::-1]):
        (strike,) = merged(*order)
        assert strike.when == when(taken)
        assert strike.id == f"unecha-{when(taken).start}"


def test_an_undated_strike_is_called_so() -> None:
    (strike,) = merged(report("a", "?"))
    assert strike.id == "unecha-undated"
    assert strike.when.start is None


def test_without_a_facility_the_place_gives_the_id() -> None:
    (strike,) = merged(
        report("a", "22", facility=None, place=town("Kamensk-Shakhtinsky, Rostov", 48.3, 40.3))
    )
    assert strike.id == "kamensk-shakhtinsky-rostov-2025-08-22"


@pytest.mark.parametrize(
    ("name", "slug"), [("Žilina", "zilina"), ("Унеча", "унеча"), ("///", "unplaced"), ("x" * 90, "x" * 60)]
)
def test_any_name_makes_an_id(name: str, slug: str) -> None:
    (strike,) = merged(report("a", "22", facility=None, place=town(name, 48.3, 40.3)))
    assert strike.id == f"{slug}-2025-08-22"


def test_namesakes_are_numbered_by_content() -> None:
    depot = report("a", "22", facility=None, place=town("Orel", 52.9, 36.0), kind=Kind.OIL_DEPOT)
    grid = report("b", "22", facility=None, place=town("Orel", 52.9, 36.0), kind=Kind.SUBSTATION)
    strikes = merged(grid, depot)
    assert [(s.id, s.kind) for s in strikes] == [
        ("orel-2025-08-22", Kind.OIL_DEPOT),
        ("orel-2025-08-22-2", Kind.SUBSTATION),
    ]


def test_nothing_that_a_report_said_is_lost() -> None:
    first = report(
        "a", "22", weapons=(Weapon.DRONE,), effects=(Effect.FIRE,), claimed_by=("Brovdi",), primary=False
    )
    second = report(
        "b",
        "21/22",
        weapons=(Weapon.HIMARS, Weapon.DRONE),
        effects=(Effect.HALTED,),
        confirmed_by=("Bogomaz",),
        status=Status.CONFIRMED,
    )
    (strike,) = merged(first, second)
    assert strike.weapons == (Weapon.DRONE, Weapon.HIMARS)
    assert strike.effects == (Effect.FIRE, Effect.HALTED)
    assert (strike.claimed_by, strike.confirmed_by, strike.denied_by) == (("Brovdi",), ("Bogomaz",), ())
    assert set(strike.reports) == {first, second}


def test_reports_stand_in_the_order_of_their_publication() -> None:
    reports = [report("late", "22"), report("early", "22"), report("unknown", "22")]
    days = {"late": date(2025, 8, 24), "early": date(2025, 8, 22), "unknown": None}
    (strike,) = merge(reports, {key: article(key, published=day) for key, day in days.items()})
    assert [r.article_id for r in strike.reports] == ["early", "late", "unknown"]


def test_the_attacker_is_whom_most_reports_name() -> None:
    (strike,) = merged(
        report("a", "22", attacker="unknown"),
        report("b", "22", attacker="UA"),
        report("c", "22", attacker="UA"),
        report("d", "22", attacker="RU"),
    )
    assert strike.attacker == "UA"
    assert merged(report("a", "22"))[0].attacker == "unknown"


def test_the_name_is_the_gazetteers_else_english_else_the_most_frequent() -> None:
    russian = [report(f"ru{n}", "22", name="НПС Унеча") for n in range(3)]
    english = report("en", "22", name="Unecha station")
    listed = report("listed:1", "22", name="Unecha LPDS")
    articles = {r.article_id: article(r.article_id, lang="ru") for r in russian}
    articles |= {"en": article("en"), "listed:1": article("listed:1", lang=None)}
    assert merge(russian, articles)[0].name == "НПС Унеча"
    assert merge([*russian, english], articles)[0].name == "Unecha station"
    assert merge([*russian, english, listed], articles)[0].name == "Unecha LPDS"


def test_a_generic_word_does_not_decide_the_kind() -> None:
    (strike,) = merged(
        report("a", "22", kind=Kind.OTHER_ENERGY),
        report("b", "22", kind=Kind.OTHER_ENERGY),
        report("c", "22", kind=Kind.PUMPING_STATION),
    )
    assert strike.kind is Kind.PUMPING_STATION


def test_sources_count_publishers_and_not_articles() -> None:
    links = {
        "a": "https://www.bbc.co.uk/news/1",
        "b": "http://bbc.co.uk/news/2",
        "c": "https://news.bbc.co.uk/3",
        "listed:d": "https://www.bbc.co.uk/4",
        "e": "https://t.me/brovdi/10",
        "f": "https://t.me/s/brovdi/11",
        "g": "https://t.me/other/1",
    }
    articles = {key: article(key, url=link) for key, link in links.items()}
    articles["c"] = replace(articles["c"], basis=Basis.SUMMARY)
    strikes = merge([report(key, "22") for key in links], articles)
    assert [s.sources for s in strikes] == [3]


@pytest.mark.parametrize(
    ("link", "publisher", "key"),
    [
        ("https://www.pravda.com.ua/news/1/", None, "pravda.com.ua"),
        ("https://pravda.ru/1", None, "pravda.ru"),
        ("https://edition.cnn.com/x", "Somebody", "cnn.com"),
        ("https://x.com/Name/status/1", None, "x.com/name"),
        ("https://t.me", None, "t.me"),
        (None, "www.Telex.hu", "telex.hu"),
        (None, " Reuters ", "reuters"),
        ("not a link", "Reuters", "reuters"),
        ("http://[::1", "Reuters", "reuters"),
        ("file:///tmp/a.txt", None, "article:a"),
        (None, None, "article:a"),
        (None, "", "article:a"),
    ],
)
def test_publisher_keys(link: str | None, publisher: str | None, key: str) -> None:
    assert publisher_of(article("a", url=link, publisher=publisher)) == key


def test_a_strike_is_verified_when_one_source_is() -> None:
    reports = [report("a", "22"), report("b", "22")]
    for tiers, expected in (((Tier.SOCIAL, Tier.WEAK), False), ((Tier.SOCIAL, Tier.OPERATOR), True)):
        articles = {key: article(key, tier=tier) for key, tier in zip("ab", tiers, strict=True)}
        assert merge(reports, articles)[0].verified is expected


def test_confidence_grows_with_independent_publishers_only() -> None:
    one = merged(report("a", "22", confidence=0.6))[0].confidence
    two = merged(report("a", "22", confidence=0.6), report("b", "22", confidence=0.5))[0].confidence
    assert (one, two) == (0.6, 0.8)
    same = {key: article(key, url="https://x.example") for key in "ab"}
    reports = [report("a", "22", confidence=0.6), report("b", "22", confidence=0.5)]
    assert merge(reports, same)[0].confidence == 0.6
    assert merged(report("a", "22", confidence=0.6), tier=Tier.SOCIAL)[0].confidence == 0.3
    many = [report(f"a{n}", "22", confidence=0.9) for n in range(9)]
    assert merged(*many)[0].confidence == 0.99


PLACES = [UNECHA, town("Unecha", 52.84, 32.67), town("Bryansk Oblast", 53.2, 33.9, radius=150), None]
DAYS = ["20/21", "21/22", "22/23", "21", "22", "23", "~22", "~23", "18-24", "20-26", "1-31", "?", "i22"]


@st.composite
def many_reports(draw: st.DrawFn) -> list[Report]:
    reports = []
    for number in range(draw(st.integers(1, 12))):
        facility = draw(st.sampled_from(["unecha", "unecha-2", None, None]))
        prefix = draw(st.sampled_from(["listed", "read"]))
        reports.append(
            report(
                f"{prefix}:{number // draw(st.integers(1, 2))}",
                draw(st.sampled_from(DAYS)),
                facility=facility,
                place=UNECHA if facility else draw(st.sampled_from(PLACES)),
                kind=draw(
                    st.sampled_from([Kind.PUMPING_STATION, Kind.PIPELINE, Kind.OTHER_ENERGY, Kind.REFINERY])
                ),
                name=draw(st.sampled_from(["Unecha", "Унеча"])),
                status=draw(st.sampled_from([s for s in Status if s is not Status.DISPUTED])),
                attacker=draw(st.sampled_from(["UA", "RU", "unknown"])),
                confirmed_by=draw(st.sampled_from([(), ("Bogomaz",)])),
                denied_by=draw(st.sampled_from([(), ("Ministry",)])),
                effects=draw(st.sampled_from([(), (Effect.FIRE,), (Effect.NONE,)])),
            )
        )
    return reports


@given(many_reports(), st.randoms(use_true_random=False))
@settings(max_examples=300, deadline=None)
def test_any_order_of_arrival_gives_the_same_strikes(reports: list[Report], chance: random.Random) -> None:
    articles = {r.article_id: article(r.article_id) for r in reports}
    shuffled = chance.sample(reports, len(reports))
    assert merge(shuffled, dict(reversed(articles.items()))) == merge(reports, articles)


WIRE = " ".join(f"word{n}" for n in range(60))
TEXTS = [
    WIRE,
    f"Headline first. {WIRE}",
    WIRE[:150],
    "",
    "An own report of the attack in own words.",
    "Short.",
]
LINKS = ["https://one.example/1", "https://t.me/one/1", None]


def articles_of(reports: list[Report], chance: random.Random) -> dict[str, Article]:
    """Articles of few texts, publishers, days and tiers, so that many are copies and kin."""
    return {
        key: article(
            key,
            text="" if key.startswith("listed") else chance.choice(TEXTS),
            url=chance.choice([*LINKS, f"https://{len(key)}{key[-1]}.example"]),
            published=chance.choice([None, date(2025, 8, 22), date(2025, 8, 23)]),
            tier=chance.choice(list(Tier)),
        )
        for key in sorted({r.article_id for r in reports})
    }


@given(many_reports(), st.randoms(use_true_random=False))
@settings(max_examples=200, deadline=None)
def test_any_order_and_any_batching_gives_the_same_strikes_sources_and_ledger(
    reports: list[Report], chance: random.Random
) -> None:
    """Each batch meets what the batches before have become."""
    articles = articles_of(reports, chance)
    expected = merge(reports, articles)
    waiting = chance.sample(reports, len(reports))
    strikes: tuple[Strike, ...] = ()
    while waiting:
        size = chance.randint(1, len(waiting))
        batch, waiting = waiting[:size], waiting[size:]
        strikes = merge([*batch, *(r for strike in strikes for r in strike.reports)], articles)
    assert strikes == expected
    for strike in strikes:
        shuffled = chance.sample(strike.reports, len(strike.reports))
        assert ledger(shuffled, articles) == ledger(strike.reports, articles)
        assert last_word(shuffled, articles, date(2025, 9, 1)) == last_word(
            strike.reports, articles, date(2025, 9, 1)
        )


@given(many_reports())
@settings(max_examples=200, deadline=None)
def test_every_report_is_in_exactly_one_strike_and_facilities_stay_apart(reports: list[Report]) -> None:
    strikes = merge(reports, {r.article_id: article(r.article_id) for r in reports})
    inside = [r for strike in strikes for r in strike.reports]
    assert len(inside) == len(set(reports))
    assert set(inside) == set(reports)
    assert len({strike.id for strike in strikes}) == len(strikes)
    assert [s.id for s in strikes] == sorted(s.id for s in strikes)
    for strike in strikes:
        assert {r.facility_id for r in strike.reports} - {None} <= {strike.facility_id}
        nights = {r.when for r in strike.reports if r.when.precision == "night"}
        assert len({night.start for night in nights}) <= 1


@given(many_reports())
@settings(max_examples=100, deadline=None)
def test_merging_what_was_merged_changes_nothing(reports: list[Report]) -> None:
    articles = {r.article_id: article(r.article_id) for r in reports}
    once = merge(reports, articles)
    again = merge([r for strike in once for r in strike.reports], articles)
    assert again == once


def test_the_date_basis_of_the_better_words_is_kept() -> None:
    (strike,) = merged(report("a", "~22"), report("b", "r22"))
    assert strike.when.basis is DateBasis.RELATIVE
