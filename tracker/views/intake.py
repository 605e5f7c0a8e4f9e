"""Adding articles by hand: text or files in, what the parser found, and on demand into the store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import streamlit as st

from tracker.config import settings
from tracker.figures import words
from tracker.model import Article, Parsed
from tracker.pipeline import Summary
from tracker.sources import Failure, read_bytes
from tracker.views import access, data, found, markup
from tracker.views.filters import FIRST_DAY, LAST_DAY

KINDS = ("txt", "md", "html", "htm", "pdf", "jsonl", "csv")
SHOWN = 20
_FOUND, _SAVED = "found", "saved"


def form() -> None:
    """Asks for text or files and reads them when told to."""
    with st.form("intake", border=False):
        st.text_area("Text of an article", key="intake.text", height=220)
        st.file_uploader("or files", KINDS, accept_multiple_files=True, key="intake.files")
        left, right = st.columns([1, 2], vertical_alignment="bottom")
        left.date_input(
            "Published on, where the article does not say", value=None, key="intake.published",
            format="YYYY-MM-DD", min_value=FIRST_DAY, max_value=LAST_DAY,
        )  # fmt: skip
        if right.form_submit_button("Show what is found", type="primary"):
            st.session_state[_FOUND] = _parsed(list(articles()))
            st.session_state.pop(_SAVED, None)


def result() -> None:
    """What was found in the articles that were read last, and the button that saves them."""
    items: list[Parsed | Failure] = st.session_state.get(_FOUND, [])
    good = [item for item in items if isinstance(item, Parsed)]
    for item in items:
        if isinstance(item, Failure):
            st.html(markup.notice(str(item), "problem"))
    if st.session_state.get(_SAVED):
        st.html(markup.notice(summary(st.session_state[_SAVED])))
    elif good:
        _save_button(good)
    for item in good[:SHOWN]:
        st.html(found.article(item))
    if len(good) > SHOWN:
        st.html(markup.line(f"{len(good) - SHOWN} more articles are not shown here.", "quiet"))


def articles() -> Iterator[Article | Failure]:
    """The articles in the form: the pasted text, then each file."""
    published: date | None = st.session_state.get("intake.published")
    limit = settings().max_article_bytes
    pasted = str(st.session_state.get("intake.text") or "")
    if pasted.strip():
        payload = pasted.encode("utf-8", "replace")
        yield from read_bytes("pasted.txt", payload, published=published, max_bytes=limit, today=data.today())
    for file in st.session_state.get("intake.files") or ():
        yield from read_bytes(
            file.name, file.getvalue(), published=published, max_bytes=limit, today=data.today()
        )


def summary(done: Summary) -> str:
    """What saving did: `Saved: 1 new article, 0 known already; strikes: 1 added, 0 changed, 0 removed.`"""
    change = done.strikes
    failed = f", {len(done.failed)} not read" if done.failed else ""
    return (
        f"Saved: {words.count(done.new, 'new article')}, {done.known:,} known already{failed}; "
        f"strikes: {change.added:,} added, {change.changed:,} changed, {change.removed:,} removed."
    )


def _parsed(given: Sequence[Article | Failure]) -> list[Parsed | Failure]:
    if not given:
        return [Failure("the form", "nothing to read", "Paste the text of an article or choose a file")]
    bar = st.progress(0.0, "Reading")
    total = len(given)

    def show(done: int, _: str) -> None:
        bar.progress(done / total, f"Reading {done + 1} of {total}")

    result = data.parsed(given, show)
    bar.empty()
    return result


def _save_button(good: Sequence[Parsed]) -> None:
    refused = access.refusal()
    if refused:
        st.html(markup.notice(refused))
        return
    st.button(
        f"Save {words.count(len(good), 'article')}", on_click=_save, args=([item.article for item in good],)
    )


def _save(chosen: Sequence[Article]) -> None:
    if access.refusal() is None:
        st.session_state[_SAVED] = data.save(chosen)
