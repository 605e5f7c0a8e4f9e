"""Adding articles: many at once, stopped and gone on with, put right before they are saved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

import pytest
from streamlit.testing.v1 import AppTest

from tracker.config import settings
from tracker.model import Article, Parsed, Status, Weapon
from tracker.sources import Failure, read_bytes
from tracker.store import Store
from tracker.views import access, data, intake
from tracker.views.work import Reading, Saving, Source, told

Open = Callable[..., AppTest]
ARTICLE = (
    "Ukrainian drones struck the Unecha oil pumping station in Bryansk Oblast overnight on 12 April 2026, "
    "regional governor Alexander Bogomaz said. A fire broke out. "
)
QUIET = "Petrol prices rose in August, the ministry said."


@pytest.fixture
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader sits at the machine that runs the server."""
    monkeypatch.setattr(access, "refusal", lambda: None)


def html(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.get("html"))


def button(page: AppTest, start: str) -> object:
    return next(item for item in page.button if item.label.startswith(start))


def press(page: AppTest, start: str) -> AppTest:
    return button(page, start).click().run()  # type: ignore[attr-defined,no-any-return]


def source(name: str, payload: bytes) -> Source:
    return Source(name, partial(read_bytes, name, payload, published=date(2026, 4, 12)))


def pasted(page: Open, text: str = ARTICLE) -> AppTest:
    opened = page("add.py")
    return opened.text_area(key="intake.text").set_value(text).run()


def test_a_bad_file_is_named_with_its_reason_and_the_rest_goes_on() -> None:
    work = Reading([
        source("good.txt", ARTICLE.encode()), source("broken.pdf", b"%PDF-1.7 nothing"), source("x.exe", b"MZ"),
        source("many.jsonl", b'{"id": "1", "text": "Quiet."}\n{"id": "2"}\n'), source("empty.txt", b""),
    ])  # fmt: skip
    while work.left:
        work.step()
    failures = [str(item) for item in work.results if isinstance(item, Failure)]
    assert len([item for item in work.results if isinstance(item, Parsed)]) == 2
    assert len(failures) == 4
    assert [name for name in ("broken.pdf", "x.exe", "many.jsonl:2", "empty.txt") if name in " ".join(failures)] == [
        "broken.pdf", "x.exe", "many.jsonl:2", "empty.txt",
    ]  # fmt: skip


def test_reading_stops_between_articles_and_goes_on_where_it_stopped() -> None:
    work = Reading([source(f"{number}.txt", f"{QUIET} {number}".encode()) for number in range(3)])
    for _ in range(4):
        work.step()
    work.stop()
    assert (work.stopped, work.done, work.left) == (True, 1, 2)
    assert work.upcoming() == "1.txt"
    while work.left:
        work.step()
    assert [item.article.id for item in work.results if isinstance(item, Parsed)] == [
        "0.txt",
        "1.txt",
        "2.txt",
    ]


def test_progress_says_what_is_being_done_and_how_long_it_may_take() -> None:
    work = Reading([source(f"{number}.txt", QUIET.encode()) for number in range(3)])
    assert told(work) == "Reading 1 of 3: 0.txt"
    for _ in range(4):
        work.step()
    work.seconds = 300.0
    assert told(work) == "Reading 2 of 3: 1.txt, about 10 min left"
    work.seconds = 20.0
    assert told(work) == "Reading 2 of 3: 1.txt, about 40 seconds left"


@pytest.mark.usefixtures("at_home")
def test_a_pasted_text_is_read_without_a_button(page: Open) -> None:
    body = html(pasted(page))
    assert '<mark class="mark-target"' in body
    assert "1 strike found." in body


@pytest.mark.usefixtures("at_home")
def test_a_stopped_reading_shows_what_it_has_and_reads_on_when_told_to(page: Open) -> None:
    work = Reading([source("a.txt", ARTICLE.encode()), source("b.txt", QUIET.encode())])
    for _ in range(3):
        work.step()
    work.stop()
    opened = page("add.py")
    opened.session_state["intake.reading"] = work
    opened.run()
    assert "Stopped: 1 read, 1 left." in html(opened)
    assert button(opened, "Save 1 article")
    press(opened, "Read on")
    assert "Stopped" not in html(opened)
    assert button(opened, "Save 2 articles")


@pytest.mark.usefixtures("at_home")
def test_copies_of_one_text_are_shown_once(page: Open) -> None:
    work = Reading([source("a.txt", ARTICLE.encode()), source("b.txt", ARTICLE.encode())])
    opened = page("add.py")
    opened.session_state["intake.reading"] = work
    opened.run()
    assert not opened.exception
    assert button(opened, "Save 1 article")


@pytest.mark.usefixtures("at_home")
def test_what_a_person_changes_is_saved_as_a_judgement_and_exports_say_so(page: Open) -> None:
    opened = pasted(page)
    opened.toggle[0].set_value(True).run()
    opened.multiselect[0].set_value([Weapon.DRONE, Weapon.MISSILE]).run()
    next(box for box in opened.selectbox if box.label == "Status").set_value(Status.CLAIMED).run()
    assert "Set by a person: status claimed; weapons drone, missile." in html(opened)
    press(opened, "Save 1 article and 1 change")
    assert "who: a name is needed" in html(opened)
    opened.text_input(key="intake.who").set_value("Eva").run()
    press(opened, "Save 1 article and 1 change")
    assert not opened.exception
    assert "Saved: 1 new article" in html(opened)
    with Store.open(settings().database_url) as store:
        saved = [s for s in store.strikes() if str(s.when.end) == "2026-04-12" and "unecha" in s.id]
        assert [(s.weapons, s.status) for s in saved] == [((Weapon.DRONE, Weapon.MISSILE), Status.CLAIMED)]
        assert set(saved[0].set_by_person) == {"weapons", "status"}
        assert {j.who for j in store.judgements()} == {"Eva"}


@pytest.mark.usefixtures("at_home")
def test_a_found_strike_can_be_left_out(page: Open) -> None:
    opened = pasted(page)
    opened.toggle[0].set_value(True).run()
    opened.checkbox[0].set_value(True).run()
    assert "<s>" in html(opened)
    opened.text_input(key="intake.who").set_value("Eva").run()
    press(opened, "Save 1 article and 1 change")
    with Store.open(settings().database_url) as store:
        assert not [s for s in store.strikes() if str(s.when.end) == "2026-04-12" and "unecha" in s.id]
        assert [a for a in store.articles() if a.text == ARTICLE]


@pytest.mark.usefixtures("at_home")
def test_changes_survive_a_visit_to_another_page(page: Open) -> None:
    opened = pasted(page)
    opened.toggle[0].set_value(True).run()
    next(box for box in opened.selectbox if box.label == "Status").set_value(Status.CLAIMED).run()
    opened.switch_page("app_pages/method.py").run()
    opened.switch_page("app_pages/add.py").run()
    assert "Set by a person: status claimed." in html(opened)
    assert next(box for box in opened.selectbox if box.label == "Status").value == Status.CLAIMED


@pytest.mark.usefixtures("at_home")
def test_switching_the_changes_off_takes_them_back(page: Open) -> None:
    opened = pasted(page)
    opened.toggle[0].set_value(True).run()
    opened.checkbox[0].set_value(True).run()
    opened.toggle[0].set_value(False).run()
    opened.run()
    assert "Left out" not in html(opened)
    assert button(opened, "Save 1 article").label == "Save 1 article"  # type: ignore[attr-defined]


@pytest.mark.usefixtures("at_home")
def test_an_address_is_fetched_only_when_the_button_is_pressed(
    page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def fetched(url: str, **_: object) -> Iterator[Article | Failure]:
        asked.append(url)
        return iter([Article(id=url, text=ARTICLE, url=url, published=date(2026, 4, 13))])

    monkeypatch.setattr(intake, "read", fetched)
    opened = page("add.py")
    opened.text_input(key="intake.url").set_value("https://news.example/1").run()
    assert asked == []
    press(opened, "Show what is found")
    assert asked == ["https://news.example/1"]
    assert "1 strike found." in html(opened)


@pytest.mark.usefixtures("at_home")
@pytest.mark.parametrize("url", ["/etc/passwd", "file:///etc/passwd", "-", "ftp://news.example/"])
def test_an_address_never_names_a_file_of_the_server(page: Open, url: str) -> None:
    opened = page("add.py")
    opened.text_input(key="intake.url").set_value(url).run()
    press(opened, "Show what is found")
    assert "is no web address" in html(opened)


def test_nobody_away_from_the_server_fetches_or_changes_anything(
    page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access, "refusal", lambda: "Saving is off")
    opened = pasted(page)
    assert opened.text_input(key="intake.url").disabled
    assert not opened.toggle
    assert not [item for item in opened.button if item.label.startswith("Save")]


def test_saving_stops_between_articles_and_says_what_is_left(page: Open) -> None:
    page("add.py")
    items = [Parsed(article=Article(id=str(n), text=f"{QUIET} {n}")) for n in range(3)]
    work = Saving(items, (), ("", ""))
    work.step()
    work.stop()
    said = intake.summary(work, data.merge(), 0)
    assert "Saved: 1 new article" in said
    assert "Stopped: 2 articles not saved." in said
