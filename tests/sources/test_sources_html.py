from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tracker.model import Article, PublishedBasis
from tracker.sources import Failure, read, read_bytes

RECORDED = Path(__file__).parents[1] / "data" / "sources"
BODY = (
    "<article><h1>Pumping station hit</h1><p>Drones hit the pumping station in the night, the operator of "
    "the line said, and deliveries of crude stopped in the early morning.</p><p>Repairs will take some days, "
    "said a spokesman, who gave no date. The station was last hit on 2019-03-05.</p></article>"
)


def page(head: str = "", body: str = BODY) -> bytes:
    return f"<!DOCTYPE html><html><head><title>T</title>{head}</head><body>{body}</body></html>".encode()


def one(payload: bytes, name: str = "a.html") -> Article:
    (article,) = read_bytes(name, payload)
    assert isinstance(article, Article), article
    return article


def test_the_recorded_page_gives_its_article_and_nothing_around_it() -> None:
    (article,) = read(str(RECORDED / "page.html"))
    assert article == Article(
        id="page.html",
        text=(
            "Ropa cez Družbu netečie\n"
            "Dodávky ropy na Slovensko ropovodom Družba sa v noci na piatok zastavili po údere na čerpaciu "
            "stanicu Uneča v Brianskej oblasti, uviedlo ministerstvo hospodárstva.\n"
            "Podľa ministerstva potrvá odstávka najmenej päť dní. Rafinéria v Bratislave má zásoby a o "
            "dovoze cez Chorvátsko zatiaľ nerokuje.\n"
            "Naposledy stála ropa 13. marca 2025, keď bola poškodená meracia stanica; vtedy tok obnovili do "
            "dvoch dní."
        ),
        title="Ropa cez Družbu netečie",
        url="https://www.dennik.example/2025/08/22/ropa-druzba",
        publisher="Denník Príklad",
        published=date(2025, 8, 22),
        published_basis=PublishedBasis.METADATA,
        lang="sk",
    )


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2025-08-22T23:59:00-05:00">',
        '<meta name="DC.date.issued" content="2025-08-22">',
        '<meta name="pubdate" content="Fri, 22 Aug 2025 10:00:00 GMT">',
        '<meta itemprop="datePublished" content="2025-08-22 10:00">',
        '<script type="application/ld+json">[{"@graph": [{"datePublished": "2025-08-22"}]}]</script>',
        '<script type="application/ld+json">{broken</script><meta name="date" content="2025-08-22">',
        '<link rel="canonical" href="https://news.example/2025/08/22/station">',
        '<link rel="canonical" href="https://news.example/2025-08-22/station">',
    ],
)
def test_the_date_is_the_one_that_the_page_states(head: str) -> None:
    article = one(page(head))
    assert (article.published, article.published_basis) == (date(2025, 8, 22), PublishedBasis.METADATA)


def test_a_single_time_element_dates_the_page_and_two_that_differ_do_not() -> None:
    time = '<time datetime="2025-08-22T10:00">22 Aug</time>'
    assert one(page(body=time + BODY)).published == date(2025, 8, 22)
    other = '<time datetime="2025-08-20">20 Aug</time>'
    assert one(page(body=time + BODY + other)).published is None


@pytest.mark.parametrize(
    "head",
    [
        "",
        '<meta property="article:modified_time" content="2025-08-24">',
        '<script type="application/ld+json">{"dateModified": "2025-08-24"}</script>',
        '<meta name="date" content="yesterday">',
    ],
)
def test_no_date_is_guessed_from_words_or_changes(head: str) -> None:
    article = one(page(head))
    assert (article.published, article.published_basis) == (None, PublishedBasis.UNKNOWN)


def test_the_host_stands_for_a_site_that_does_not_name_itself() -> None:
    article = one(page('<link rel="canonical" href="https://www.news.example/station">'))
    assert article.url == "https://www.news.example/station"
    assert article.publisher == "news.example"


def test_an_address_that_is_no_web_address_is_left_out() -> None:
    article = one(page('<link rel="canonical" href="javascript:alert(1)">'))
    assert article.url is None


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "utf-8"])
def test_a_page_is_read_in_the_charset_that_it_names(charset: str) -> None:
    words = "Ночью дроны атаковали станцию, сообщил губернатор области, и прокачка нефти остановлена утром."
    text = (
        f'<html><head><meta charset="{charset}"></head><body><article><p>{words}</p></article></body></html>'
    )
    assert one(text.encode(charset)).text == words


def test_a_page_that_is_not_what_it_says_is_a_failure() -> None:
    (found,) = read_bytes("a.html", page('<meta charset="utf-8">') + b"\xcd\xee")
    assert isinstance(found, Failure)
    assert found.what.startswith("not UTF-8: byte 0xcd at offset ")


def test_an_unknown_charset_is_read_as_utf_8() -> None:
    assert one(page('<meta charset="x-nonsense">')).text.startswith("Pumping station hit")


@pytest.mark.parametrize(
    "soup",
    [
        b"<<<>>><div <p <<a href=''>",
        b"<html><body><script>var a = 1;</script></body></html>",
        b"<div>" * 5000,
        b"<!--" + b"-" * 2000,
        b"<" * 20000,
        b"</p>" * 3000 + b"&#0;&#xD800;&#x110000;",
        b"no tags at all",
    ],
)
def test_soup_is_a_failure_or_an_article_but_never_an_error(soup: bytes) -> None:
    (found,) = read_bytes("a.html", soup)
    assert isinstance(found, Failure)
    assert found.where == "a.html"
    assert found.remedy == "Save the article's text as .txt"


def test_scripts_and_comments_of_readers_are_no_text() -> None:
    body = BODY + '<script>alert("x")</script><div id="comments"><p>I say Kirishi was hit.</p></div>'
    assert "alert" not in one(page(body=body)).text
