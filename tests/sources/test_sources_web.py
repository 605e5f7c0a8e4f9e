from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tracker.model import Article
from tracker.sources import Failure, read, web

PAGE = (Path(__file__).parents[1] / "data" / "sources" / "page.html").read_bytes()
Answer = Callable[[socket.socket, str], None]


def here(address: str) -> bool:
    """Stands in for the open internet: 127.0.0.1 is let through, every other loopback address is inside."""
    return address == "127.0.0.1"


def reply(body: bytes, status: str = "200 OK", **headers: str) -> bytes:
    fields = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))}
    fields.update({name.replace("_", "-"): value for name, value in headers.items()})
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value)
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


@contextmanager
def server(answer: Answer | bytes) -> Iterator[tuple[str, list[str]]]:
    """A server on loopback that answers each connection in turn; its address and the requests it got."""
    listener = socket.create_server(("127.0.0.1", 0))
    requests: list[str] = []

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                try:
                    requests.append(connection.recv(65536).decode("latin-1"))
                    if callable(answer):
                        answer(connection, requests[-1])
                    else:
                        connection.sendall(answer)
                except OSError:
                    continue

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}", requests
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join()


def refused(url: str, max_bytes: int = 100_000, seconds: float = 10.0) -> str:
    with pytest.raises(web.FetchError) as error:
        web.fetch(url, max_bytes, allowed=here, seconds=seconds)
    assert error.value.remedy
    return error.value.what


def test_a_page_is_fetched_whole_with_one_plain_request() -> None:
    with server(reply(PAGE)) as (url, requests):
        page = web.fetch(f"{url}/ropa a/ž?q=ž&x=1#part", 100_000, allowed=here)
    assert (page.suffix, page.charset, page.payload) == (".html", "utf-8", PAGE)
    (request,) = requests
    assert request.startswith("GET /ropa%20a/%C5%BE?q=%C5%BE&x=1 HTTP/1.1\r\n")
    assert "energy-strike-tracker" in request
    assert "Accept-Encoding: identity" in request
    assert "Cookie" not in request


def test_redirects_are_followed() -> None:
    def answer(connection: socket.socket, request: str) -> None:
        there = request.startswith("GET /new ")
        connection.sendall(reply(PAGE) if there else reply(b"", "301 Moved", Location="/new"))

    with server(answer) as (url, requests):
        assert web.fetch(f"{url}/old", 100_000, allowed=here).url == f"{url}/new"
    assert len(requests) == 2


def test_endless_redirects_end() -> None:
    with server(reply(b"", "302 Found", Location="/again")) as (url, requests):
        assert refused(url) == "more than 5 redirects"
    assert len(requests) == 6


@pytest.mark.parametrize("location", ["http://127.0.0.2/admin", "http://localhost.:1/", "http://[::1]/"])
def test_a_redirect_to_the_inside_is_refused(location: str, monkeypatch: pytest.MonkeyPatch) -> None:
    known = socket.getaddrinfo
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda host, *rest, **named: known("127.0.0.3" if "localhost" in host else host, *rest, **named),
    )
    with server(reply(b"", "302 Found", Location=location)) as (url, _):
        assert refused(url).endswith("lies inside a private network")


@pytest.mark.parametrize(
    ("location", "what"),
    [
        ("file:///etc/passwd", "not a web address"),
        ("ftp://127.0.0.1/", "not a web address"),
        ("http://user:secret@127.0.0.1/", "an address with a password in it"),
        ("http://127.0.0.1:99999/", "not a web address"),
    ],
)
def test_a_redirect_to_another_kind_of_address_is_refused(location: str, what: str) -> None:
    with server(reply(b"", "302 Found", Location=location)) as (url, _):
        assert refused(url) == what


def test_a_name_that_has_one_inside_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def two(host: str, port: int, **_: object) -> list[object]:
        return [(2, 1, 6, "", (address, port)) for address in ("127.0.0.1", "127.0.0.2")]

    monkeypatch.setattr(socket, "getaddrinfo", two)
    assert refused("http://rebind.example/") == "rebind.example lies inside a private network"


def test_a_name_is_resolved_once_and_connected_to_by_that_address(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    known = socket.getaddrinfo

    def changing(host: str, *rest: object, **named: object) -> object:
        if host == "rebind.example":
            asked.append(host)
            host = "127.0.0.1" if len(asked) == 1 else "127.0.0.2"
        return known(host, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", changing)
    with server(reply(PAGE)) as (url, requests):
        page = web.fetch(url.replace("127.0.0.1", "rebind.example"), 100_000, allowed=here)
    assert page.payload == PAGE
    assert asked == ["rebind.example"]
    assert "Host: rebind.example:" in requests[0]


def test_a_body_beyond_the_limit_is_refused_whatever_length_it_claims() -> None:
    with server(reply(b"x" * 5000, Content_Length="")) as (url, _):
        assert refused(url, max_bytes=1000) == "larger than 1,000 bytes"
    with server(reply(b"x" * 5000)) as (url, _):
        assert refused(url, max_bytes=1000) == "larger than 1,000 bytes"


def test_a_body_that_breaks_off_is_refused() -> None:
    with server(reply(b"x" * 50, Content_Length="5000")) as (url, _):
        assert refused(url).startswith("cannot be reached (IncompleteRead")


@pytest.mark.parametrize(
    "start", [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>"]
)
def test_a_slow_drip_is_cut_at_the_deadline(start: bytes) -> None:
    stop = threading.Event()

    def drip(connection: socket.socket, _: str) -> None:
        connection.sendall(start)
        while not stop.wait(0.02):
            connection.sendall(b"x")

    with server(drip) as (url, _):
        began = time.monotonic()
        what = refused(url, seconds=0.4)
        took = time.monotonic() - began
        stop.set()
    assert what == "no complete answer within 0.4 seconds"
    assert took < 8


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        (reply(b"", "500 Broken"), "the server answered 500"),
        (reply(b"", "304 Not Modified"), "the server answered 304"),
        (reply(b"x", Content_Type="video/mp4"), "a page of kind video/mp4"),
        (reply(b"x", Content_Encoding="gzip"), "the server sent it compressed, though asked not to"),
        (b"", "cannot be reached ("),
        (b"SSH-2.0-OpenSSH\r\n", "cannot be reached ("),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500, "cannot be reached ("),
    ],
)
def test_a_strange_answer_is_one_clear_line(answer: bytes, what: str) -> None:
    with server(answer) as (url, _):
        assert refused(url).startswith(what)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1",
        "255.255.255.255", "224.0.0.1", "::1", "::", "fe80::1", "fc00::1", "::ffff:127.0.0.1",
        "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "ff02::1",
    ],
)  # fmt: skip
def test_inside_addresses_are_not_public(address: str) -> None:
    assert not web.is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "::ffff:1.1.1.1"])
def test_addresses_of_the_open_internet_are_public(address: str) -> None:
    assert web.is_public(address)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1/x", "http://[::1]/", "HTTP://0/", "http://", "http://a b/"]
)
def test_reading_an_address_that_cannot_be_had_is_a_failure(url: str) -> None:
    (found,) = read(url)
    assert isinstance(found, Failure)
    assert found.where == url
    assert found.remedy


def test_a_page_read_by_its_address_is_named_by_its_canonical_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        web, "fetch", lambda url, max_bytes: web.Page("https://a.example/x", ".html", "utf-8", PAGE)
    )
    (article,) = read("https://a.example/x?from=feed")
    assert isinstance(article, Article)
    assert article.id == article.url == "https://www.dennik.example/2025/08/22/ropa-druzba"


def test_a_text_read_by_its_address_keeps_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        web, "fetch", lambda url, max_bytes: web.Page("https://a.example/x.txt", ".txt", None, b"Words")
    )
    (article,) = read("https://a.example/x.txt")
    assert isinstance(article, Article)
    assert (article.id, article.text) == ("https://a.example/x.txt", "Words")
    assert (article.url, article.publisher) == ("https://a.example/x.txt", "a.example")
