"""E-mails, feeds, Telegram exports and web archives: recorded inputs, and what is broken is named."""

from __future__ import annotations

import gzip
import io
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.model import Article, PublishedBasis
from tracker.sources import Failure, read, read_bytes
from tracker.sources import reader as reading

RECORDED = Path(__file__).parents[1] / "data" / "sources"
SAID = PublishedBasis.METADATA


def recorded(name: str) -> list[Article | Failure]:
    return list(read(str(RECORDED / name)))


def failed(name: str, payload: bytes) -> str:
    (found,) = read_bytes(name, payload)
    assert isinstance(found, Failure)
    return found.what


def test_an_e_mail_is_its_text_part_with_subject_sender_and_day() -> None:
    assert recorded("release.eml") == [
        Article(
            id="release.eml", text="Ropa tečie opäť od dnešného rána, v menšom objeme.\n",
            title="Tok ropy obnovený", publisher="Prevádzkovateľ ropovodu", published=date(2025, 8, 28),
            published_basis=SAID, lang="sk", warnings=("1 attached files were not read",),
        )
    ]  # fmt: skip


def test_a_feed_gives_its_fullest_text_of_each_entry_and_names_an_empty_one() -> None:
    full, bare, empty = recorded("wire.rss")
    assert isinstance(full, Article)
    assert (full.id, full.title, full.url) == ("wire-1", "Station hit again", "https://wire.example/1")
    assert full.text.startswith("Drones hit the Unecha pumping station overnight.")
    assert "Flow to Hungary stopped." in full.text
    assert (full.publisher, full.lang, full.published) == ("Example Wire", "en", date(2025, 8, 22))
    assert isinstance(bare, Article)
    assert (bare.text, bare.published, bare.published_basis) == (
        "Only a headline", None, PublishedBasis.UNKNOWN,
    )  # fmt: skip
    assert isinstance(empty, Failure)
    assert (empty.where.endswith("wire.rss:3"), empty.what) == (True, "empty")


def test_an_atom_entry_is_dated_by_its_publication_not_its_update() -> None:
    (entry,) = recorded("desk.atom")
    assert isinstance(entry, Article)
    assert (entry.id, entry.published, entry.lang) == ("urn:x:1", date(2025, 8, 28), "hu")
    assert entry.text == "Ismét érkezik kőolaj a Barátságon."


def test_a_feed_that_is_the_name_of_a_file_opens_no_file(tmp_path: Path) -> None:
    (tmp_path / "secret.xml").write_bytes((RECORDED / "wire.rss").read_bytes())
    for payload in (str(tmp_path / "secret.xml").encode(), b"http://127.0.0.1:1/x"):
        assert failed("a.rss", payload) == "not a feed"


def test_a_telegram_export_is_an_article_a_message_with_words() -> None:
    first, last = recorded("channel.json")
    assert isinstance(first, Article)
    assert first == Article(
        id="channel.json:2", text="Уражено НПС «Унеча» у Брянській області.", publisher="Канал енергетики",
        published=date(2025, 8, 22), published_basis=SAID,
    )  # fmt: skip
    assert isinstance(last, Article)
    assert last.id == "channel.json:4"


def test_an_export_of_a_whole_account_names_each_channel() -> None:
    found = recorded("account.json")
    assert [item.publisher for item in found if isinstance(item, Article)] == [
        "Канал енергетики", "Канал енергетики", "Další kanál",
    ]  # fmt: skip


def test_a_web_archive_gives_the_pages_that_were_answered() -> None:
    burns, flows = recorded("news.warc.gz")
    assert isinstance(burns, Article)
    assert isinstance(flows, Article)
    assert (burns.id, burns.title, burns.published) == (
        "https://news.example/1", "Refinery burns", date(2025, 8, 22),
    )  # fmt: skip
    assert "fire broke out at the oil refinery in Saratov" in burns.text
    assert (flows.url, flows.published) == ("https://news.example/2", date(2025, 8, 28))


def test_every_kind_of_file_has_a_recorded_input() -> None:
    suffixes = {path.suffix for path in RECORDED.iterdir()}
    alike = {".htm": ".html", ".xml": ".rss", ".warc": ".gz"}
    assert {alike.get(kind, kind) for kind in reading.KINDS} <= suffixes


@pytest.mark.parametrize(
    ("name", "payload", "says"),
    [
        ("a.eml", b"   \n", "empty"),
        ("a.eml", b"no header at all", "no e-mail: it has no header"),
        ("a.eml", b"Subject: x\n\n", "no text in this message"),
        ("a.eml", b"Content-Type: image/png\nSubject: x\n\nPNG", "no text in this message"),
        ("a.rss", b"<rss version='2.0'><channel></channel></rss>", "no entry in this feed"),
        ("a.atom", b"hello", "not a feed"),
        ("a.xml", b"<html><body>x</body></html>", "no"),
        ("a.json", b"{}", "no message in this export"),
        ("a.json", b"[1, 2", "broken JSON after 0 messages"),
        ("a.json", b"\xff\xfe", "broken JSON after 0 messages"),
        ("a.warc", b"hello world\n", "a"),
        ("a.warc.gz", b"\x1f\x8b broken", "a broken archive after 0 pages"),
        ("a.warc", b"", "no page in this archive"),
        ("a.gz", b"\x1f\x8b", "a file of kind .gz is not read"),
    ],
)
def test_what_is_broken_is_one_failure_that_says_so(name: str, payload: bytes, says: str) -> None:
    assert failed(name, payload).startswith(says)


def test_what_came_before_a_break_is_kept() -> None:
    whole = (RECORDED / "channel.json").read_bytes()
    cut = list(read_bytes("c.json", whole[:-60]))
    assert [type(item) for item in cut] == [Article, Failure]
    assert "broken JSON after 1 messages" in str(cut[-1])


@pytest.mark.parametrize("cut", [1, 5, 100, 200, 300, 600])
@pytest.mark.parametrize("name", ["n.warc.gz", "n.warc"])
def test_an_archive_that_is_cut_off_says_so(name: str, cut: int) -> None:
    archive = (RECORDED / "news.warc.gz").read_bytes()
    if name == "n.warc":
        archive = gzip.decompress(archive)
    found = list(read_bytes(name, archive[:-cut]))
    assert isinstance(found[0], Article)
    assert isinstance(found[-1], Failure)
    assert "cut off" in found[-1].what or "broken archive" in found[-1].what


@settings(max_examples=60)
@given(st.sampled_from([".eml", ".rss", ".atom", ".json", ".warc", ".warc.gz"]), st.binary(max_size=400))
def test_any_bytes_are_articles_or_failures_and_never_an_error(suffix: str, payload: bytes) -> None:
    for item in read_bytes(f"x{suffix}", payload):
        assert isinstance(item, Article | Failure)


MESSAGE = st.fixed_dictionaries(
    {"id": st.integers(0, 9**9), "type": st.sampled_from(["message", "service"])},
    optional={"date": st.text(max_size=30), "text": st.text(max_size=50) | st.lists(st.text(max_size=9))},
)


@given(st.lists(MESSAGE, max_size=8), st.text(max_size=20))
def test_an_export_loses_no_message_that_has_words(messages: list[dict[str, object]], name: str) -> None:
    payload = json.dumps({"name": name, "messages": messages}).encode()
    found = [item for item in read_bytes("c.json", payload) if "no message" not in str(item)]
    said = [
        message
        for message in messages
        if message["type"] == "message" and "".join(message.get("text", "")).strip()  # type: ignore[arg-type]
    ]
    assert len(found) == len(said)


def test_an_archive_is_read_as_a_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    class Counting(io.BytesIO):
        asked = 0

        def read(self, size: int | None = -1, /) -> bytes:
            assert size is not None
            assert size >= 0, "the whole archive must never be asked for at once"
            Counting.asked += 1
            return super().read(size)

    stream = Counting((RECORDED / "news.warc.gz").read_bytes())
    terms = reading.Terms(max_bytes=10_000)
    assert len(list(reading._reader(".warc")("n", "n", stream, terms))) == 2
    assert Counting.asked
