"""Short reports in our own words about real strikes (`data/bulletins/*.md`), parsed like any article."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from tracker.errors import DataError
from tracker.knowledge.gazetteer import LANGUAGES
from tracker.model import Article, Basis, PublishedBasis, Tier

FIELDS = ("title", "published", "lang", "publisher", "url", "tier")
"""The header of a bulletin, one `key: value` a line between two lines of `---`; all about its source."""

REMEDY = f"Begin the file with ---, then {', '.join(FIELDS)} (one 'key: value' a line), then --- and the text"


def load(folder: Path) -> tuple[Article, ...]:
    """All bulletins, sorted by file name, each an Article of basis `summary` in its source's name.

    `published` is the day its source came out, or None where the source does not show it. Raises DataError
    that names file and line for a missing folder, an unknown or missing field, or an empty text.
    """
    paths = sorted(folder.glob("*.md"))
    if not paths:
        raise DataError(
            "no bulletins", where=str(folder), remedy="Restore data/bulletins from the repository"
        )
    return tuple(_article(path) for path in paths)


def _article(path: Path) -> Article:
    header, text = _split(path)
    published = _day(path, header["published"])
    return Article(
        id=f"summary:{path.stem}",
        text=text,
        title=header["title"],
        url=_url(path, header["url"]),
        publisher=header["publisher"],
        published=published,
        published_basis=PublishedBasis.METADATA if published else PublishedBasis.UNKNOWN,
        lang=_choice(path, "lang", header["lang"], LANGUAGES[:-1]),
        basis=Basis.SUMMARY,
        tier=Tier(_choice(path, "tier", header["tier"], tuple(Tier))),
    )


def _split(path: Path) -> tuple[dict[str, str], str]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise DataError(f"not UTF-8 ({error.reason})", where=str(path), remedy="Save it as UTF-8") from None
    if lines.count("---") < 2 or lines[0] != "---":
        raise DataError("no header", where=f"{path}:1", remedy=REMEDY)
    end = lines.index("---", 1)
    header = _header(path, lines[1:end])
    text = "\n".join(lines[end + 1 :]).strip()
    if not text:
        raise DataError("no text after the header", where=f"{path}:{end + 2}", remedy=REMEDY)
    return header, text


def _header(path: Path, lines: list[str]) -> dict[str, str]:
    header: dict[str, str] = {}
    for number, line in enumerate(lines, start=2):
        key, colon, value = line.partition(":")
        if not colon or key not in FIELDS or key in header:
            raise DataError(f"'{line}' is not a field of the header", where=f"{path}:{number}", remedy=REMEDY)
        header[key] = value.strip()
    missing = [key for key in FIELDS if not header.get(key) and key != "published"]
    if missing or "published" not in header:
        missing = missing or ["published"]
        raise DataError(f"missing in the header: {', '.join(missing)}", where=f"{path}:1", remedy=REMEDY)
    return header


def _day(path: Path, value: str) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise DataError(
            f"published is '{value}'", where=str(path), remedy="Write YYYY-MM-DD, or nothing"
        ) from None


def _url(path: Path, value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise DataError(
            f"url is '{value}'", where=str(path), remedy="Give the address of the source, https://..."
        )
    return value


def _choice(path: Path, key: str, value: str, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise DataError(f"{key} is '{value}'", where=str(path), remedy=f"Use one of: {', '.join(allowed)}")
    return value
