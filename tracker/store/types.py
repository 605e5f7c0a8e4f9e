"""Column types that give back exactly what was put in, on every database."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Dialect, String, Text
from sqlalchemy.types import TypeDecorator

_UNSAFE = re.compile("[\x00\x1a\ud800-\udfff]")
_ESCAPED = re.compile("\x1a([0-9a-f]{4})")


def escape(text: str) -> str:
    """Text without the characters that no database keeps: NUL and lone surrogates.

    Each becomes the control character SUB and its four hex digits, and so does SUB itself; `unescape`
    undoes it. Nothing is dropped, because evidence counts code points of the text as published.
    """
    return _UNSAFE.sub(lambda found: f"\x1a{ord(found.group()):04x}", text)


def unescape(text: str) -> str:
    """The text that `escape` was given."""
    return _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), text) if "\x1a" in text else text


class SafeText(TypeDecorator[str]):
    """Text of any code points, kept as `escape` writes it."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """To the database."""
        return None if value is None else escape(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """From the database."""
        return None if value is None else unescape(value)


class Words(TypeDecorator[tuple[str, ...]]):
    """A short list of words as a JSON array in a text column, in order."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str:
        """To the database."""
        return escape(json.dumps(value or (), ensure_ascii=False))

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...]:
        """From the database."""
        return () if value is None or value == "[]" else tuple(json.loads(unescape(value)))


class Json(TypeDecorator[Any]):
    """A plain value as JSON in a text column; None is a value like any other."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:
        """To the database."""
        return escape(json.dumps(value, ensure_ascii=False))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """From the database."""
        return None if value is None else json.loads(unescape(value))


class Moment(TypeDecorator[datetime]):
    """A moment in UTC as ISO text of fixed length, which sorts as time and is read back with its zone."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """To the database; a moment without zone is refused (ValueError)."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment needs its zone: {value}")
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """From the database."""
        return None if value is None else datetime.fromisoformat(value)
