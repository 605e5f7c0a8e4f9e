"""Files that are built once and kept in the cache folder; a damaged one is built again."""

from __future__ import annotations

import logging
import os
import tempfile
import zlib
from collections.abc import Callable
from pathlib import Path

_LOG = logging.getLogger(__name__)


def kept(path: Path, build: Callable[[], bytes]) -> bytes:
    """The bytes of a cache file without its checksum, or those that `build` makes, left there for the next.

    Safe with several builders at once (written beside, then renamed). A damaged file is built again; where
    the folder cannot be written, the bytes live in memory only.
    """
    block = _read(path)
    if block is None:
        block = build()
        _write(path, block)
    return block


def _read(path: Path) -> bytes | None:
    """The block of a cache file, or None where there is none or its checksum is wrong."""
    try:
        head, _, block = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    if head == _checksum(block):
        return block
    _LOG.warning("%s is damaged and is built again", path)
    return None


def _write(path: Path, block: bytes) -> None:
    beside: str | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        with os.fdopen(handle, "wb") as file:
            file.write(_checksum(block) + b"\n" + block)
        Path(beside).replace(path)
    except OSError as error:
        _LOG.warning("%s is not kept for the next start: %s", path.name, error)
        if beside:
            Path(beside).unlink(missing_ok=True)


def _checksum(block: bytes) -> bytes:
    return f"{zlib.crc32(block):08x} {len(block)}".encode()
