"""The pure helpers of the pages: sentences, quotes, markup, access."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from views_makers import HOSTILE, TEXT, article, evidence, strike, when

from tracker.model import Basis, Kind, Parsed, Report, Status, Target
from tracker.views import access, answers, found, markup, panel, quotes, side
from tracker.views.filters import Filters, relax

OURS = {
    "bdi",
    "blockquote",
    "mark",
    "div",
    "p",
    "h3",
    "small",
    "dl",
    "dt",
    "dd",
    "a",
    "ul",
    "li",
    "b",
    "span",
    "br",
    "details",
    "summary",
}


class Tags(HTMLParser):
    """Collects the tags, the attributes and the text of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_first_sentence_counts_what_was_hit_and_who_stands_behind_it() -> None:
    strikes = [
        strike("1"),
        strike("2", status=Status.CLAIMED),
        strike("3", kind=Kind.REFINERY, facility_id="r", name="R"),
    ]
    filters = Filters(first=date(2025, 8, 1), last=date(2025, 8, 31))
    assert answers.hit(strikes, filters) == (
        "3 strikes at 2 places, 1-31 Aug 2025: pumping station 2, refinery 1; 2 confirmed, 1 claimed."
    )
    assert answers.hit([], filters) == "No strike matches, 1-31 Aug 2025."
    assert answers.period(Filters(), strikes) == "all dates (21-22 Aug 2025)"
    assert answers.period(Filters(first=date(2025, 8, 1)), []) == "since 1 Aug 2025"
    assert answers.period(Filters(), [strike(when=when(None))]) == "all dates"


def test_an_empty_view_says_which_filter_to_relax() -> None:
    filters = Filters(status=frozenset({Status.DENIED}))
    said = answers.nothing(relax([strike(str(n)) for n in range(12)], filters), filters)
    assert said == "No strike matches. Without 'status = denied' there would be 12 strikes."
    assert "clear the filters" in answers.nothing(None, filters)


def test_evidence_is_marked_inside_its_sentence() -> None:
    (passage,) = quotes.passages(
        TEXT, [evidence(TEXT, "Unecha station"), evidence(TEXT, "overnight", "date_start")]
    )
    assert TEXT[passage.start : passage.end] == "Drones hit the Unecha station overnight."
    html = quotes.to_html(TEXT, passage)
    assert '<mark class="mark-target" title="target">Unecha station</mark>' in html
    assert '<mark class="mark-date" title="date">overnight</mark>' in html
    assert Tags(html).text == "Drones hit the Unecha station overnight."


def test_evidence_of_another_text_marks_nothing() -> None:
    assert (
        quotes.passages("Something else entirely, and longer than that.", [evidence(TEXT, "governor")]) == []
    )


@given(st.data())
def test_marking_never_changes_the_words(data: st.DataObject) -> None:
    text = data.draw(st.lists(st.sampled_from([*HOSTILE, "word. ", "\n", "a "]), max_size=8).map("".join))
    spans = data.draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=5))
    items = [evidence(text[a:], text[a:b]) for a, b in spans if a < b]
    moved = [
        type(i)(i.field, i.start + a, i.end + a, i.quote)
        for i, (a, b) in zip(items, [s for s in spans if s[0] < s[1]], strict=True)
    ]
    seen = Tags(quotes.whole(text, moved))
    assert seen.text == text
    assert seen.tags <= {"bdi", "blockquote", "mark"}
    for passage in quotes.passages(text, moved):
        assert Tags(quotes.to_html(text, passage)).text == text[passage.start : passage.end]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words_in_every_panel(text: str) -> None:
    words = f"The station was hit. {text} It burned."
    hostile = article(words, title=text, publisher=text, url=f"javascript:{text}")
    quote = evidence(words, text)
    report = Report(article_id="a", target=Target(name=text, kind=Kind.REFINERY), when=when("2025-08-21"),
                    evidence=(quote,), claimed_by=(text,))  # fmt: skip
    struck = strike(name=text, reports=(report,), claimed_by=(text,))
    parsed = Parsed(article=hostile, reports=(report,))
    for html in (
        panel.strike(struck, {"a": hostile}),
        found.head(parsed) + found.marked(parsed) + found.strike(report),
    ):
        seen = Tags(html)
        assert seen.tags <= OURS
        assert seen.attributes <= {"class", "title", "role"}
        assert text in seen.text
        assert "{" not in html
        assert "`" not in html


def test_only_web_addresses_become_links() -> None:
    assert 'href="https://example.org/a?b=1&amp;c=2"' in markup.link("https://example.org/a?b=1&c=2", "x")
    for address in (None, "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", ""):
        assert "href" not in markup.link(address, "x")


def test_a_report_says_how_we_know_it() -> None:
    assert panel.basis(article(basis=Basis.LISTED, text="")) == "listed, not read"
    assert panel.basis(article(basis=Basis.SUMMARY)) == "our summary of Example, published 22 Aug 2025"
    assert panel.basis(article()) == "quoted, published 22 Aug 2025"
    assert panel.basis(None) == "article not in the store"


def test_a_button_label_shows_its_text_and_no_markdown() -> None:
    assert side.plain("a_b *c* :red[x] $y$") == r"a\_b \*c\* \:red\[x\] \$y\$"


@pytest.mark.parametrize(
    ("address", "client", "headers", "may"),
    [
        ("127.0.0.1", None, {"Host": "localhost:8501"}, True),
        ("127.0.0.1", "127.0.0.1", {"Host": "127.0.0.1:8501"}, True),
        ("::1", "::1", {"Host": "[::1]:8501"}, True),
        ("localhost", None, {}, True),
        (None, None, {"Host": "localhost:8501"}, False),
        ("0.0.0.0", None, {"Host": "localhost:8501"}, False),  # noqa: S104
        ("127.0.0.1", "192.0.2.7", {"Host": "localhost"}, False),
        ("127.0.0.1", None, {"Host": "tracker.example.org"}, False),
        ("127.0.0.1", None, {"Host": "localhost", "X-Forwarded-For": "192.0.2.7"}, False),
    ],
)
def test_only_somebody_at_this_machine_may_write(
    address: str | None, client: str | None, headers: dict[str, str], may: bool
) -> None:
    reason = access.why_not(address, client, headers)
    assert (reason is None) is may
    assert may or str(reason).startswith("Saving is off: ")


def test_markup_escapes_what_engines_could_take() -> None:
    assert unescape(markup.text("{{7*7}} `${x}`")) == "<bdi>{{7*7}} `${x}`</bdi>"
    assert "{" not in markup.notice("{{7*7}}", "problem")


def test_an_opened_strike_shows_its_ledger_and_for_how_long_nobody_has_spoken() -> None:
    said = Report(article_id="a", target=Target(name="Station", kind=Kind.REFINERY), when=when("2025-08-21"),
                  status=Status.CONFIRMED, confirmed_by=("Bogomaz",))  # fmt: skip
    struck = strike(reports=(said, replace(said, confirmed_by=(), status=Status.REPORTED, article_id="gone")))
    articles = {"a": article(published=date(2025, 8, 22), url="https://example.org/1")}
    shown = Tags(panel.strike(struck, articles, date(2025, 9, 5))).text
    assert "22 Aug 2025: Bogomaz confirms, Example" in shown
    assert "Day not known: somebody who is not named reports, source" in shown
    assert "confirmed (22 Aug 2025)" in shown
    assert "nothing since" not in shown
    late = Tags(panel.strike(struck, articles, date(2025, 9, 6))).text
    assert "confirmed (22 Aug 2025); nothing since, how things are now is not known" in late
