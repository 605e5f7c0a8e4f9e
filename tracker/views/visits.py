"""What has changed since yesterday and since the reader's last visit.

A cookie of our own remembers two times, when this visit began and when the last one was; nothing about the
reader, and nothing of it is kept on the server. Without the cookie only yesterday is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from http.cookies import CookieError, SimpleCookie

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.delta_generator import DeltaGenerator

from tracker.config import settings
from tracker.figures import words
from tracker.history import Change
from tracker.views import data, earlier, markup

COOKIE = "tracker_visits"
BREAK = timedelta(hours=1)
"""So long after the last page was opened, the next one is another visit."""
_KEPT = timedelta(days=180)
_FORMAT = "%Y%m%dT%H%MZ"
_TIMES = re.compile(r"(\d{8}T\d{4}Z)(?:\.(\d{8}T\d{4}Z))?", re.ASCII)


class Remember:
    """Writes the cookie with every page that is opened; only this server reads it, no script does."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request; what is no page passes untouched."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        sent = dict(scope["headers"]).get(b"cookie", b"").decode("latin-1")
        secure = "; Secure" if scope.get("scheme") == "https" else ""

        async def remembering(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    value = following(_held(sent), now())
                    rules = f"Path=/; Max-Age={_KEPT.total_seconds():.0f}; HttpOnly; SameSite=Lax{secure}"
                    headers.append("Set-Cookie", f"{COOKIE}={value}; {rules}")
            await send(message)

        await self.app(scope, receive, remembering)


def now() -> datetime:
    """This minute in UTC, on the day that the settings say it is."""
    return datetime.combine(settings().clock(), datetime.now(UTC).timetz()).replace(second=0, microsecond=0)


def following(held: str, at: datetime) -> str:
    """The cookie after a page was opened: when that was, and when the visit before this one was."""
    opened, before = times(held, at)
    if opened is not None and at - opened > BREAK:
        before = opened
    return ".".join(moment.strftime(_FORMAT) for moment in (at, before) if moment is not None)


def times(held: str, at: datetime) -> tuple[datetime | None, datetime | None]:
    """When a page was last opened and when the visit before was; nothing that a clock cannot have said."""
    found = _TIMES.fullmatch(held)
    if found is None:
        return None, None
    moments = [_moment(text) if text else None for text in found.groups()]
    opened, before = (moment if moment and moment <= at else None for moment in moments)
    return opened, before if opened and before and before < opened else None


def kept_free() -> DeltaGenerator:
    """A place of one line that `show` fills when the page stands: for a large store that takes its time."""
    place = st.empty()
    if data.moment() is None:
        place.html('<p class="quiet">&nbsp;</p>')
    return place


def show(place: DeltaGenerator) -> None:
    """The line about what changed, in the place kept free for it; none where the past is shown."""
    if data.moment() is not None:
        return
    yesterday = datetime.combine(data.today() - timedelta(days=1), time(), UTC)
    lines = [line("Yesterday and today", yesterday, data.changed_since(yesterday))]
    last = times(_sent(), now())[1]
    if last is not None:
        lines.append(line(f"Since your last visit ({_said(last)})", last, data.changed_since(last)))
    place.html("".join(lines))


def line(since: str, moment: datetime, found: Sequence[Change] | None) -> str:
    """`Yesterday and today: 3 strikes came`, which unfolds to what they are; as HTML."""
    if found is None:
        return markup.line(f"{since}: not known, because this store began later.", "quiet")
    if not found:
        return markup.line(f"{since}: no strike came and none is told differently.", "quiet")
    weak = sum(not change.strike.verified for change in found)
    noted = f" ({weak:,} of them unverified)" if weak else ""
    head = markup.text(f"{since}: {earlier.parts(found)}{noted}.")
    return f'<details class="quiet"><summary>{head}</summary>{earlier.lines(found, {})}</details>'


def _sent() -> str:
    """The cookie that came with the reader's connection; none where a page runs without a server."""
    try:
        return str(st.context.cookies.get(COOKIE, ""))
    except RuntimeError:
        return ""


def _said(moment: datetime) -> str:
    return f"{words.day(moment.date())}, {moment:%H:%M} UTC"


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.strptime(text, _FORMAT).replace(tzinfo=UTC)
    except ValueError:
        return None
    return found if found.date() >= date(2000, 1, 1) else None


def _held(header: str) -> str:
    try:
        cookies = SimpleCookie(header)
    except CookieError:
        return ""
    return cookies[COOKIE].value if COOKIE in cookies else ""
