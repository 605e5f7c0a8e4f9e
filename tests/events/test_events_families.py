"""Copies are not confirmation: which articles are one source."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import combinations

import pytest
from event_makers import article, merged, report
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.events import families, merge
from tracker.events.families import FEW
from tracker.knowledge import knowledge
from tracker.model import Article, Basis, Kind, Tier

WIRE = """MOSCOW, Aug 22 - Ukrainian drones struck the Unecha oil pumping station in Russia's Bryansk region overnight,
halting flows through the Druzhba pipeline to Hungary and Slovakia, officials in both countries said on Friday.

"The station was damaged and a fire broke out, which has since been put out," regional governor Alexander Bogomaz
wrote on Telegram. He said that nobody was hurt, and that crews were at work on the site.

Hungary's foreign minister said supplies could be halted for at least five days. Slovakia's economy ministry
confirmed the stoppage and said that reserves were sufficient for ninety days.

The Druzhba line carries crude from Russia across Belarus and Ukraine to refineries in central Europe, and it has
been struck three times this month. Kyiv says that the oil pays for Moscow's war; Budapest calls the attacks an
attack on its sovereignty and has asked the European Commission to step in.

Oil prices were little changed on Friday and headed for a weekly gain."""

OWN = """A pumping station at Unecha, on the western edge of Russia, went up in flames in the early hours after what
Kyiv's drone commander called a successful visit. Pipeline deliveries towards the Danube refinery and Bratislava
stopped within hours. Operators in the two landlocked states spoke of a pause of five days or longer, and pointed to
stocks that would last three months. Local authorities acknowledged the blaze. It is the third hit on the same branch
in ten days, and diplomats in Brussels were drawn into the quarrel before noon.
"The station was damaged and a fire broke out, which has since been put out," the governor wrote."""


def reworded(text: str, every: int, words: int) -> str:
    """A text with some words put in at every so many."""
    given = text.split()
    filler = [f"filler{n}" for n in range(words)]
    return " ".join(
        w for n, word in enumerate(given) for w in ((*filler, word) if n % every == 0 else (word,))
    )


COPIES: dict[str, Callable[[str], str]] = {
    "the very same": lambda text: text,
    "a headline before it": lambda text: (
        f"Druzhba out of work for days after drone attack, says minister\n\n{text}"
    ),
    "cut to two paragraphs": lambda text: "\n\n".join(text.split("\n\n")[:2]),
    "cut to one paragraph": lambda text: text.split("\n\n")[0],
    "Reuters reported": lambda text: text.replace("\n\n", "\n\nReuters reported.\n\n"),
    "írja a Reuters": lambda text: f"Írja a Reuters.\n{text}\nForrás: Reuters",
    "other quotes": lambda text: text.replace('"', "»").replace("'", "’"),
    "other spaces": lambda text: text.replace("\n", " ").replace(" ", "\u00a0 "),
    "invisible marks": lambda text: text.replace("pipe", "pipe\u00ad").replace("oil", "\u200boil"),
    "capitals": str.upper,
    "a new first sentence": lambda text: "Fire at a Russian oil hub stops crude. " + text.split(" - ", 1)[1],
    "words put in": lambda text: reworded(text, 30, 2),
}


@pytest.mark.parametrize("change", COPIES.values(), ids=COPIES)
def test_a_changed_copy_is_the_same_source(change: Callable[[str], str]) -> None:
    told = [article("a", text=WIRE), article("b", text=change(WIRE)), article("c", text=OWN)]
    for order in (told, told[::-1]):
        assert families(order) == {"a": "a", "b": "a", "c": "c"}


def test_reports_in_words_of_their_own_are_sources_of_their_own() -> None:
    """Two outlets quote one short post whole: that makes them no copies of each other, nor of the post."""
    post = "The station was damaged and a fire broke out, which has since been put out"
    told = [article("a", text=WIRE), article("b", text=OWN), article("c", text=post)]
    assert len(set(families(told).values())) == 3


def test_no_two_texts_that_ship_with_the_program_are_taken_for_copies() -> None:
    bulletins = knowledge().bulletins
    for one, other in combinations(bulletins, 2):
        if one.publisher != other.publisher and one.url != other.url:
            assert len(set(families([one, other]).values())) == 2


def test_kin_of_kin_are_one_family() -> None:
    told = [
        article("a", text=WIRE),
        article("b", text=WIRE.upper(), url="https://one.example/1"),
        article("c", text=OWN, url="https://one.example/2"),
    ]
    assert set(families(told).values()) == {"a"}


def test_texts_without_words_are_no_copies_of_each_other() -> None:
    told = [article("a", text="..."), article("b", text=""), article("c", text="???")]
    assert len(set(families(told).values())) == 3


@pytest.mark.parametrize("text", ["Fire", "Unecha burns", "Унеча горить"])
def test_a_text_of_a_few_words_is_copied_only_as_a_whole(text: str) -> None:
    told = [article("a", text=text), article("b", text=f"{text}!"), article("c", text="Another few words")]
    assert families(told) == {"a": "a", "b": "a", "c": "c"}


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        (
            {"publisher": "Reuters", "url": None},
            {"publisher": "reuters ", "url": "https://www.reuters.com/1"},
            True,
        ),
        ({"publisher": "Reuters"}, {"publisher": "Reuters"}, True),
        ({"publisher": "Reuters"}, {"publisher": "AP"}, False),
        (
            {"publisher": "Telegram", "url": "https://t.me/one/1"},
            {"publisher": "Telegram", "url": "https://t.me/two/1"},
            False,
        ),
        ({"publisher": None, "url": None}, {"publisher": None, "url": None}, False),
    ],
)
def test_one_publisher_is_known_by_link_or_by_name(first: dict, second: dict, one: bool) -> None:
    told = [article("a", text=WIRE, **first), article("b", text=OWN, **second)]
    assert (len(set(families(told).values())) == 1) is one


@pytest.mark.parametrize("basis", [Basis.LISTED, Basis.SUMMARY])
def test_a_list_or_a_summary_adds_only_a_publisher_who_does_not_speak_already(basis: Basis) -> None:
    read = [article("a", text=WIRE, url="https://paper.example/1"), article("b", text=OWN, publisher="Wire")]

    def count(**cited: object) -> int:
        unread = article("x", text="" if basis is Basis.LISTED else "Words of ours.", basis=basis, **cited)
        articles = {one.id: one for one in (*read, unread)}
        (strike,) = merge([report(key, "22") for key in articles], articles)
        return strike.sources

    assert count(url="https://www.paper.example/2") == 2
    assert count(url=None, publisher="Wire") == 2
    assert count(url=None, publisher=None) == 2
    assert count(url="https://third.example/1") == 3


def test_lists_that_cite_nobody_are_one_source_together() -> None:
    rows = [article(f"listed:{n}", url=None, publisher=None) for n in range(3)]
    assert set(families(rows).values()) == {"listed:0"}


def test_sources_and_confidence_count_families() -> None:
    articles = {
        key: article(key, text=text)
        for key, text in {"a": WIRE, "b": WIRE.replace("\n", " "), "c": "Headline\n" + WIRE, "d": OWN}.items()
    }
    said = [report(key, "22", confidence=0.5) for key in articles]
    assert [(s.sources, s.confidence) for s in merge(said, articles)] == [(2, 0.75)]
    assert [(s.sources, s.confidence) for s in merge(said[:3], articles)] == [(1, 0.5)]


def test_copies_have_one_vote() -> None:
    articles = {key: article(key, text=WIRE) for key in "abc"} | {
        key: article(key, text=f"{key} {key}") for key in "xy"
    }
    said = [report(key, "22", attacker="RU", kind=Kind.PIPELINE, name="Wrong station") for key in "abc"]
    said += [report(key, "22", attacker="UA") for key in "xy"]
    (strike,) = merge(said, articles)
    assert (strike.attacker, strike.kind, strike.name) == (
        "UA",
        Kind.PUMPING_STATION,
        "Unecha pumping station",
    )


def test_a_copy_in_an_unverified_channel_does_not_weigh_more_than_its_surest_report() -> None:
    articles = {"a": article("a", text=WIRE), "b": article("b", text=WIRE, tier=Tier.SOCIAL)}
    said = [report("a", "22", confidence=0.6), report("b", "22", confidence=0.9)]
    assert merge(said, articles)[0].confidence == 0.6


def many_texts(count: int) -> list[Article]:
    chance = random.Random(4)  # noqa: S311
    words = [f"w{n}" for n in range(900)]
    return [article(f"own{n}", text=" ".join(chance.choices(words, k=130))) for n in range(count)]


def test_of_many_texts_minhash_finds_the_copies() -> None:
    own = many_texts(3 * FEW)
    copies = [article(f"copy{n}", text=change(WIRE)) for n, change in enumerate(COPIES.values())]
    found = families([*own, *copies])
    assert {found[one.id] for one in copies} == {"copy0"}
    assert all(found[one.id] == one.id for one in own)


SNIPPETS = [
    WIRE,
    WIRE.upper(),
    WIRE.split("\n\n")[0],
    "Headline. " + WIRE,
    OWN,
    OWN.replace("\n", " "),
    "",
    "Short.",
]
LINKS = ["https://one.example/1", "https://two.example/1", "https://t.me/one/1", None]
NAMES = ["One", "Two", None]


@st.composite
def some_articles(draw: st.DrawFn) -> list[Article]:
    return [
        article(
            f"a{n}",
            text=draw(st.sampled_from(SNIPPETS)),
            url=draw(st.sampled_from([*LINKS, f"https://p{n}.example"])),
            publisher=draw(st.sampled_from(NAMES)),
            basis=draw(st.sampled_from(list(Basis))),
        )
        for n in range(draw(st.integers(1, 9)))
    ]


@given(some_articles(), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_families_do_not_depend_on_order_and_never_grow_by_what_was_not_read(
    told: list[Article], chance: random.Random
) -> None:
    found = families(told)
    assert families(chance.sample(told, len(told))) == found
    assert {found[first] for first in found.values()} == set(found.values())
    read = [one for one in told if one.basis is Basis.READ]
    cited = {
        (one.url, one.publisher) for one in told if one.basis is not Basis.READ and (one.url or one.publisher)
    }
    assert len(set(found.values())) <= max(1, len(set(families(read).values())) + len(cited))


def test_a_strike_of_one_article_has_one_source() -> None:
    assert merged(report("a", "22"))[0].sources == 1


def test_a_summary_that_cites_nobody_joins_whoever_else_speaks_also_when_it_comes_first() -> None:
    nameless = article("a0", text=SNIPPETS[0], url=None, publisher=None, basis=Basis.SUMMARY)
    cited = article("a1", text=SNIPPETS[-1], url="https://one.example/1", basis=Basis.SUMMARY)
    assert len(set(families([nameless, cited]).values())) == 1
