"""Web pages: one address, fetched once, with a limit on size and time, and never from inside this network."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from tracker.sources.contract import printable

AGENT = "energy-strike-tracker (fetches one page that a person asked for)"
KINDS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/xml": ".xml",
    "text/xml": ".xml",
}
_REDIRECTS = 5
_SECONDS = 30.0
_CHUNK = 65536
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_SAVE_REMEDY = "Save the page in a browser and give the file"
_ADDRESS_REMEDY = "Write it as https://host/path"


class FetchError(Exception):
    """A page that cannot be had: what went wrong, and the remedy."""

    def __init__(self, what: str, remedy: str = _SAVE_REMEDY) -> None:
        super().__init__(what)
        self.what, self.remedy = what, remedy


@dataclass(frozen=True, slots=True)
class Page:
    """What a server answered: the final address, the kind as a file ending, the named charset, the bytes."""

    url: str
    suffix: str
    charset: str | None
    payload: bytes


def is_public(address: str) -> bool:
    """Whether an IP address lies in the open internet: not private, loopback, link-local or translated."""
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            return is_public(str(ip.ipv4_mapped))
        if ip.sixtofour is not None or ip in _NAT64:
            return False
    return ip.is_global and not ip.is_multicast


def fetch(
    url: str, max_bytes: int, *, allowed: Callable[[str], bool] = is_public, seconds: float = _SECONDS
) -> Page:
    """The page at an http or https address, redirects followed.

    Each hop's name is resolved once, refused unless all its addresses are `allowed`, and connected to
    by that very address, so that a name which answers differently the second time gains nothing.
    `seconds` bound the whole. Raises FetchError.
    """
    deadline = time.monotonic() + seconds
    for _ in range(_REDIRECTS + 1):
        parts = _parts(url)
        try:
            answer = _ask(parts, allowed, max_bytes, deadline)
        except (OSError, http.client.HTTPException, UnicodeError) as error:
            if time.monotonic() >= deadline:
                raise FetchError(f"no complete answer within {seconds:g} seconds") from None
            raise FetchError(f"cannot be reached ({printable(str(error)) or type(error).__name__})") from None
        if isinstance(answer, Page):
            return answer
        url = urljoin(parts.geturl(), answer)
    raise FetchError(f"more than {_REDIRECTS} redirects")


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        raise FetchError("not a web address", _ADDRESS_REMEDY) from None
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        raise FetchError("not a web address", _ADDRESS_REMEDY)
    if parts.username or parts.password:
        raise FetchError("an address with a password in it", "Leave the password out")
    return parts


def _ask(parts: SplitResult, allowed: Callable[[str], bool], max_bytes: int, deadline: float) -> Page | str:
    """One hop: the page, or the address that the server points to."""
    with _connected(parts, allowed, deadline) as connection:
        headers = {"User-Agent": AGENT, "Accept": ", ".join(KINDS), "Accept-Encoding": "identity"}
        connection.request("GET", _target(parts), headers=headers)
        with connection.getresponse() as response:
            location = response.headers.get("Location")
            if response.status in (301, 302, 303, 307, 308) and location:
                return location
            return _page(parts, response, max_bytes, deadline)


def _target(parts: SplitResult) -> str:
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~")
    return f"{path}?{quote(parts.query, safe='/%:@!$&()*+,;=~?')}" if parts.query else path


def _page(parts: SplitResult, response: http.client.HTTPResponse, max_bytes: int, deadline: float) -> Page:
    kind = response.headers.get_content_type()
    if response.status != http.HTTPStatus.OK:
        raise FetchError(f"the server answered {response.status}")
    if kind not in KINDS:
        raise FetchError(f"a page of kind {printable(kind)}")
    if response.headers.get("Content-Encoding", "identity").strip().lower() != "identity":
        raise FetchError("the server sent it compressed, though asked not to")
    payload = bytearray()
    while chunk := response.read1(_CHUNK):
        payload += chunk
        if len(payload) > max_bytes:
            raise FetchError(f"larger than {max_bytes:,} bytes", "Raise the limit TRACKER_MAX_ARTICLE_BYTES")
    if response.length:
        raise http.client.IncompleteRead(b"", response.length)
    if time.monotonic() >= deadline:
        raise TimeoutError
    return Page(parts.geturl(), KINDS[kind], response.headers.get_content_charset(), bytes(payload))


@contextmanager
def _connected(
    parts: SplitResult, allowed: Callable[[str], bool], deadline: float
) -> Iterator[http.client.HTTPConnection]:
    """A connection to an allowed address of the host, cut at the deadline whatever the other side does."""
    host = parts.hostname or ""
    secure = parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    sock = _socket(host, port, allowed, max(0.01, deadline - time.monotonic()))
    handle = sock.dup()
    cut = threading.Timer(max(0.01, deadline - time.monotonic()), _cut, (handle,))
    cut.start()
    try:
        if secure:
            sock = ssl.create_default_context().wrap_socket(sock, server_hostname=host)
        connection = (http.client.HTTPSConnection if secure else http.client.HTTPConnection)(host, port)
        connection.sock = sock
        with closing(connection):
            yield connection
    finally:
        cut.cancel()
        cut.join()
        handle.close()
        sock.close()


def _socket(host: str, port: int, allowed: Callable[[str], bool], seconds: float) -> socket.socket:
    """A socket to the first of the host's addresses that answers; all of them must be allowed."""
    addresses = list(
        dict.fromkeys(str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    )
    if not addresses or not all(allowed(address) for address in addresses):
        raise FetchError(f"{printable(host)} lies inside a private network", _SAVE_REMEDY)
    for address in addresses[:-1]:
        try:
            return socket.create_connection((address, port), timeout=seconds)
        except OSError:
            continue
    return socket.create_connection((addresses[-1], port), timeout=seconds)


def _cut(handle: socket.socket) -> None:
    with suppress(OSError):
        handle.shutdown(socket.SHUT_RDWR)
