from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tracker.errors import DataError
from tracker.knowledge import chronology, gazetteer, supply
from tracker.knowledge.bulletins import load
from tracker.model import Article, Basis, PublishedBasis

DATA = Path(__file__).parents[2] / "data"
FOLDER = DATA / "bulletins"


@pytest.fixture(scope="module")
def bulletins() -> tuple[Article, ...]:
    return load(FOLDER)


def bulletin(
    folder: Path, *, head: str | None = None, text: str = "A drone hit a refinery.", **changed: str
) -> Path:
    fields = {
        "title": "A strike: in one line",
        "published": "2025-08-22",
        "lang": "en",
        "publisher": "The Paper",
        "url": "https://paper.example/1",
        "tier": "news",
    }
    lines = [f"{key}: {value}".rstrip() for key, value in (fields | changed).items()]
    path = folder / "one.md"
    path.write_text(
        head if head is not None else "\n".join(["---", *lines, "---", "", text, ""]), encoding="utf-8"
    )
    return path


def test_a_bulletin_is_an_article_in_the_name_of_its_source(tmp_path: Path) -> None:
    bulletin(tmp_path, text="First paragraph.\n\nSecond --- paragraph.")
    (article,) = load(tmp_path)
    assert article.id == "summary:one"
    assert article.text == "First paragraph.\n\nSecond --- paragraph."
    assert (article.title, article.publisher, article.lang) == ("A strike: in one line", "The Paper", "en")
    assert article.basis is Basis.SUMMARY
    assert article.published_basis is PublishedBasis.METADATA


def test_a_source_that_shows_no_day_leaves_the_publication_unknown(tmp_path: Path) -> None:
    bulletin(tmp_path, published="")
    (article,) = load(tmp_path)
    assert article.published is None
    assert article.published_basis is PublishedBasis.UNKNOWN


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({"title": ""}, "missing in the header: title"),
        ({"publisher": ""}, "missing in the header: publisher"),
        ({"url": ""}, "missing in the header: url"),
        ({"url": "javascript:alert(1)"}, "url is 'javascript:alert"),
        ({"tier": "gossip"}, "tier is 'gossip'"),
        ({"lang": "fr"}, "lang is 'fr'"),
        ({"lang": "mul"}, "lang is 'mul'"),
        ({"published": "yesterday"}, "published is 'yesterday'"),
        ({"author": "me"}, "'author: me' is not a field of the header"),
        ({"text": "  "}, "no text after the header"),
        ({"head": "A text without a header.\n"}, "no header"),
        ({"head": ""}, "no header"),
        ({"head": "---\ntitle: never closed\n"}, "no header"),
        ({"head": "---\ntitle: a\ntitle: b\n---\ntext"}, "'title: b' is not a field"),
        ({"head": "---\nno colon\n---\ntext"}, "'no colon' is not a field"),
    ],
)
def test_a_wrong_bulletin_is_refused_with_file_and_remedy(
    tmp_path: Path, changed: dict[str, str], complaint: str
) -> None:
    path = bulletin(tmp_path, **changed)
    with pytest.raises(DataError) as caught:
        load(tmp_path)
    assert str(caught.value).startswith(str(path))
    assert complaint in str(caught.value)
    assert caught.value.remedy


def test_a_bulletin_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_bytes(b"---\ntitle: caf\xe9\n---\n")
    with pytest.raises(DataError, match="not UTF-8"):
        load(tmp_path)


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no bulletins"):
        load(tmp_path)


def test_bulletins_are_short_reports_of_our_own(bulletins: tuple[Article, ...]) -> None:
    assert 10 <= len(bulletins) <= 16
    assert len({article.sha256 for article in bulletins}) == len(bulletins)
    for article in bulletins:
        assert 50 <= len(article.text.split()) <= 200, article.id
        assert article.tier.verified
        assert '"' not in article.text, f"{article.id} seems to quote somebody"


def test_every_bulletin_says_its_days_so_that_nothing_hangs_on_its_publication(
    bulletins: tuple[Article, ...],
) -> None:
    vague = ("yesterday", "today", "overnight", "last week", "on monday", "on friday", "this morning")
    for article in bulletins:
        assert " 202" in article.text, article.id
        assert not any(word in article.text.lower() for word in vague), article.id


def test_every_bulletin_stands_on_a_source_that_the_data_names(bulletins: tuple[Article, ...]) -> None:
    listed = chronology.load(DATA / "chronology.csv", gazetteer.load(DATA / "gazetteer"))
    known = " ".join(path.read_text(encoding="utf-8") for path in (DATA / "supply").glob("*.csv"))
    urls = {one.article.url for one in listed}
    assert supply.load(DATA / "supply").halts
    for article in bulletins:
        assert article.url in urls or str(article.url) in known, article.id
        assert urlsplit(str(article.url)).scheme == "https"


def test_loading_a_copy_gives_the_same_articles(tmp_path: Path, bulletins: tuple[Article, ...]) -> None:
    assert load(Path(shutil.copytree(FOLDER, tmp_path / "copy"))) == bulletins
