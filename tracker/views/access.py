"""Who may write: only somebody at this machine, until access control is switched on."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from urllib.parse import urlsplit

import streamlit as st

_FORWARDED = ("x-forwarded-for", "forwarded", "x-real-ip")


def refusal() -> str | None:
    """Why this reader may not write, in one line; None when they may."""
    return why_not(st.get_option("server.address"), st.context.ip_address, dict(st.context.headers))


def why_not(address: str | None, client: str | None, headers: Mapping[str, str]) -> str | None:
    """The reason for `refusal`: the server's address, the reader's address (None: this machine) and headers.

    All three must say "this machine": a proxy beside the server would make every reader look local.
    """
    lowered = {name.lower(): value for name, value in headers.items()}
    if address is None or not is_local(address):
        return f"Saving is off: the server listens on {address or 'all addresses'}, without access control."
    if client is not None and not is_local(client):
        return (
            "Saving is off: you are not at the machine that runs the server, and there is no access control."
        )
    host = urlsplit(f"//{lowered.get('host', 'localhost')}").hostname or ""
    if not is_local(host) or any(name in lowered for name in _FORWARDED):
        return "Saving is off: the request came through a proxy, and there is no access control."
    return None


def is_local(host: str) -> bool:
    """Whether a host name or address is this machine's own."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
