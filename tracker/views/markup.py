"""HTML of our own for `st.html`: every text that comes from outside passes `escape.for_html` here.

Used instead of Markdown for all that an article, a link or a file may have put its words into: Markdown
would load its images and follow its links.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode, urlsplit

from tracker.figures import words
from tracker.figures.escape import for_html
from tracker.model import Ground


def text(value: str) -> str:
    """Text as HTML, kept apart from its surroundings, so that direction marks in it end with it."""
    return f"<bdi>{for_html(value)}</bdi>"


def line(value: str, style: str = "") -> str:
    """One paragraph of text; `style` is a class of style.css."""
    return f'<p class="{style}">{text(value)}</p>' if style else f"<p>{text(value)}</p>"


def heading(value: str, note: str = "") -> str:
    """The title of a section, with a quieter remark beside it."""
    return f"<h3>{text(value)}{f'<small>{text(note)}</small>' if note else ''}</h3>"


def link(address: str | None, label: str) -> str:
    """A link that opens apart, or the label alone where the address is no web address."""
    if address is None or urlsplit(address).scheme not in ("http", "https"):
        return text(label)
    return (
        f'<a href="{for_html(address)}" target="_blank" rel="noopener noreferrer nofollow">{text(label)}</a>'
    )


def own(page: str, strike_id: str) -> str:
    """A link to a page of ours that opens a strike there."""
    return f'<a href="./{page}?{for_html(urlencode({"strike": strike_id}))}" target="_self">open</a>'


def notice(value: str, style: str = "notice") -> str:
    """A remark in a frame; style `problem` says that something did not work."""
    role = "alert" if style == "problem" else "note"
    return f'<div class="{style}" role="{role}">{text(value)}</div>'


def problems(values: Iterable[str]) -> str:
    """Several things that did not work, in one frame."""
    return f'<div class="problem" role="alert">{items(map(text, values))}</div>'


def facts(rows: Iterable[tuple[str, str]]) -> str:
    """A list of names and values."""
    cells = "".join(f"<dt>{text(name)}</dt><dd>{text(value)}</dd>" for name, value in rows)
    return f'<dl class="facts">{cells}</dl>'


def ground(value: Ground) -> str:
    """One reason in a line, with its speaker and a link to where it is said."""
    source = f" {link(value.source_url, 'source')}" if value.source_url else ""
    return f"{text(words.said(value))}{source}"


def items(rows: Iterable[str]) -> str:
    """A list of lines that are HTML already."""
    return f"<ul>{''.join(f'<li>{row}</li>' for row in rows)}</ul>"
