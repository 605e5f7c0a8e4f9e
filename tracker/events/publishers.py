"""Who stands behind an article: independent sources are counted by publisher, not by article."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from tracker.model import Article

_SECOND_LEVEL = frozenset(
    (
        "ac",
        "co",
        "com",
        "edu",
        "gob",
        "gouv",
        "gov",
        "in",
        "kharkov",
        "kiev",
        "kyiv",
        "lviv",
        "mil",
        "ne",
        "net",
        "or",
        "org",
    )
)
_PLATFORMS = frozenset(
    (
        "facebook.com",
        "instagram.com",
        "t.me",
        "telegram.me",
        "threads.net",
        "twitter.com",
        "vk.com",
        "x.com",
        "youtube.com",
    )
)
_HOST = re.compile(r"[\w-]+(\.[\w-]+)+")


def publisher_of(article: Article) -> str:
    """A key that two articles share when they come from the same publisher.

    The registrable part of the link's host ("www.bbc.co.uk" -> "bbc.co.uk"); on a platform of many authors
    the author's page ("t.me/name"); without a link the publisher's name; without either the article stands
    alone.
    """
    by_link = _by_link(article.url) if article.url else None
    if by_link:
        return by_link
    name = (article.publisher or "").strip().casefold()
    if not name:
        return f"article:{article.id}"
    return registrable(name) if _HOST.fullmatch(name) else name


def name_of(article: Article) -> str | None:
    """The publisher's printed name as a key; None where it is only the name of a platform of many authors."""
    name = " ".join((article.publisher or "").casefold().split())
    if not name or not article.url:
        return name or None
    return None if (_by_link(article.url) or "").split("/")[0] in _PLATFORMS else name


def registrable(host: str) -> str:
    """The part of a host that one owner registers."""
    labels = host.casefold().strip(".").split(".")
    keep = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL else 2
    return ".".join(labels[-keep:])


def _by_link(url: str) -> str | None:
    try:
        parts = urlsplit(url if "//" in url else f"//{url}")
        host = parts.hostname
    except ValueError:
        return None
    if not host or not _HOST.fullmatch(host):
        return None
    owner = registrable(host)
    pages = [page for page in parts.path.split("/") if page and page != "s"]
    return f"{owner}/{pages[0].casefold()}" if owner in _PLATFORMS and pages else owner
