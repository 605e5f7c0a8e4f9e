"""Put before a server's path by the browser tests: writes down every socket that leaves this machine."""

from __future__ import annotations

import ipaddress
import os
import sys
from pathlib import Path
from typing import Any

_LOG = Path(os.environ["TRACKER_TEST_EGRESS"])
_EVENTS = ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname")


def _host(event: str, args: tuple[Any, ...]) -> str:
    value = args[0] if event.startswith("socket.get") else args[1]
    if isinstance(value, tuple):
        value = value[0]
    return value.decode() if isinstance(value, bytes) else str(value or "")


def _leaves(host: str) -> bool:
    if host in ("", "localhost", "None") or host.startswith("/"):
        return False
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return True
    return not (address.is_loopback or address.is_unspecified)


def _watch(event: str, args: tuple[Any, ...]) -> None:
    if event in _EVENTS and _leaves(host := _host(event, args)):
        with _LOG.open("a", encoding="utf-8") as log:
            log.write(f"{event} {host}\n")


sys.addaudithook(_watch)
