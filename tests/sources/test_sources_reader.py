from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tracker.model import Article
from tracker.sources import Failure, read, read_bytes

RECORDED = Path(__file__).parents[1] / "data" / "sources"


def pipe(monkeypatch: pytest.MonkeyPatch, payload: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(payload)))


def test_a_folder_is_read_in_the_order_of_its_paths(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "a.md", "b/z.txt", ".hidden.txt", "d.exe"):
        (tmp_path / name).write_text("Words")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "e.txt").write_text("Words")
    found = list(read(str(tmp_path)))
    assert [item.id if isinstance(item, Article) else item.where for item in found] == [
        "a.md",
        "b/z.txt",
        "c.txt",
        str(tmp_path / "d.exe"),
    ]


def test_a_bad_file_does_not_stop_the_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff\xfe\xfa")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7 but not really")
    (tmp_path / "c.jsonl").write_bytes(b'{"id": "1", "text"\n{"id": "2", "text": "Words"}\n')
    (tmp_path / "d.txt").write_text("Words")
    found = list(read(str(tmp_path)))
    assert [type(item) for item in found] == [Failure, Failure, Failure, Article, Article]
    assert [item.where for item in found if isinstance(item, Failure)] == [
        str(tmp_path / "a.txt"),
        str(tmp_path / "b.pdf"),
        f"{tmp_path / 'c.jsonl'}:1",
    ]


def test_an_empty_folder_is_a_failure(tmp_path: Path) -> None:
    (found,) = read(str(tmp_path))
    assert isinstance(found, Failure)
    assert found.what == "no file in this folder"


@pytest.mark.parametrize("source", ["missing.txt", "x" * 5000, "a\0b"])
def test_a_path_that_is_none_is_a_failure(
    source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (found,) = read(source)
    assert isinstance(found, Failure)
    assert found.where == source
    assert found.remedy == "Check the path"
    assert str(found).isprintable()


def test_a_device_or_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "news.txt")
    (found,) = read(str(tmp_path / "news.txt"))
    assert isinstance(found, Failure)
    assert found.what == "neither a file nor a folder"


def test_a_file_that_vanishes_while_the_folder_is_read_is_a_failure(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Words")
    reading = read(str(tmp_path))
    first = next(reading)
    assert isinstance(first, Article)
    (tmp_path / "b.txt").unlink()
    assert list(reading) == []


def test_a_file_name_that_is_not_utf_8_still_gives_a_printable_id(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/\xff.txt", "wb") as file:  # noqa: PTH123
        file.write(b"Words")
    (article,) = read(str(tmp_path))
    assert isinstance(article, Article)
    assert article.id == "\\udcff.txt"


def test_standard_input_is_text_named_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(monkeypatch, b" date 2025-08-22 Words\r\n")
    (article,) = read("-")
    assert isinstance(article, Article)
    assert (article.id, article.text) == ("stdin", " date 2025-08-22 Words\r\n")


@pytest.mark.parametrize("name", ["page.html", "release.pdf"])
def test_standard_input_knows_html_and_pdf(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    payload = (RECORDED / name).read_bytes()
    pipe(monkeypatch, payload)
    (piped,) = read("-")
    (named,) = read_bytes(name, payload)
    assert isinstance(piped, Article)
    assert isinstance(named, Article)
    assert piped.id == "stdin"
    assert piped.text == named.text


def test_standard_input_has_the_same_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(monkeypatch, b"x" * 101)
    (found,) = read("-", max_bytes=100)
    assert isinstance(found, Failure)
    assert found.where == "standard input"


def test_a_file_and_the_same_bytes_uploaded_are_the_same_article() -> None:
    for path in sorted(RECORDED.iterdir()):
        both = (read(str(path)), read_bytes(path.name, path.read_bytes()))
        found = ([item for item in items if isinstance(item, Article)] for items in both)
        assert next(found) == next(found)
