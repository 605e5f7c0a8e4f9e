"""Adding articles by hand: text, files or an address in, what the parser found, put right, into the store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from tracker.config import settings
from tracker.errors import TrackerError
from tracker.figures import words
from tracker.model import Article, Parsed
from tracker.sources import KINDS, Failure, read, read_bytes
from tracker.store import article_key
from tracker.views import access, data, fixes, found, markup
from tracker.views.filters import FIRST_DAY, LAST_DAY
from tracker.views.work import Reading, Saving, Source, run

SHOWN = 20
WHY = "put right when the article was added"
_READING, _SAVING, _SAID, _PROBLEM = "intake.reading", "intake.saving", "intake.said", "intake.problem"
_NAME = "desk.name"


def form() -> None:
    """Asks for text, files or an address; text and files are read as soon as they are there."""
    st.text_area("Text of an article", key="intake.text", height=140, on_change=_start)
    st.file_uploader(
        "or files", [kind.removeprefix(".") for kind in KINDS], accept_multiple_files=True,
        key="intake.files", on_change=_start,
    )  # fmt: skip
    address, day, button = st.columns([3, 2, 2], vertical_alignment="bottom")
    refused = access.refusal()
    address.text_input(
        "or the address of a page", key="intake.url", disabled=refused is not None, max_chars=2000,
        placeholder="https://", help=refused or "The page is asked for once, when you press the button.",
    )  # fmt: skip
    day.date_input(
        "Published on, where the article does not say", value=None, key="intake.published",
        format="YYYY-MM-DD", min_value=FIRST_DAY, max_value=LAST_DAY, on_change=_start,
    )  # fmt: skip
    button.button("Show what is found", type="primary", on_click=_start, args=(True,), width="stretch")


def result() -> None:
    """Reads what was given, shows what was found, and saves it when told to."""
    reading: Reading | None = st.session_state.get(_READING)
    for key, style in ((_SAID, "notice"), (_PROBLEM, "problem")):
        if key in st.session_state:
            st.html(markup.notice(st.session_state[key], style))
    if reading is None or not run(reading, "reading"):
        return
    _stopped(reading)
    _not_read([item for item in reading.results if isinstance(item, Failure)])
    good = _distinct(reading.results)
    fixable = access.refusal() is None and _SAID not in st.session_state
    if good and _SAID not in st.session_state:
        _save_form(good)
    for item in good[:SHOWN]:
        _article(item, fixable=fixable)
    if len(good) > SHOWN:
        st.html(markup.line(f"{len(good) - SHOWN:,} more articles are not shown here.", "quiet"))


def sources(*, fetch: bool) -> Iterator[Source]:
    """What stands in the form: the pasted text, each file, and with `fetch` the page at the address."""
    published: date | None = st.session_state.get("intake.published")
    options: dict[str, Any] = {
        "published": published, "max_bytes": settings().max_article_bytes, "today": data.today(),
    }  # fmt: skip
    pasted = str(st.session_state.get("intake.text") or "")
    if pasted.strip():
        payload = pasted.encode("utf-8", "replace")
        yield Source("the pasted text", partial(read_bytes, "pasted.txt", payload, **options))
    for file in st.session_state.get("intake.files") or ():
        yield Source(file.name, partial(read_bytes, file.name, file.getvalue(), **options))
    url = str(st.session_state.get("intake.url") or "").strip()
    if url and fetch:
        yield Source(url, partial(_page, url, options))


def summary(saving: Saving, change: Any, judged: int) -> str:
    """What saving did: `Saved: 1 new article, 0 known already; strikes: 1 added, 0 changed, 0 removed.`"""
    own = f" A person set or left out: {words.count(judged, 'judgement')}." if judged else ""
    left = f" Stopped: {words.count(saving.left, 'article')} not saved." if saving.left else ""
    return (
        f"Saved: {words.count(saving.new, 'new article')}, {saving.done - saving.new:,} known already; "
        f"strikes: {change.added:,} added, {change.changed:,} changed, {change.removed:,} removed.{own}{left}"
    )


def _page(url: str, options: dict[str, Any]) -> Iterator[Article | Failure]:
    """The page at an address; nothing else of this machine can be named here."""
    if url.lower().startswith(("http://", "https://")):
        return read(url, **options)
    return iter([Failure(url, "is no web address", "Write it as https://host/path")])


def _start(fetch: bool = False) -> None:
    """Callback: what stands in the form now is to be read."""
    for key in (_SAID, _PROBLEM, _SAVING):
        st.session_state.pop(key, None)
    given = list(sources(fetch=fetch and access.refusal() is None))
    if not given and fetch:
        st.session_state[_PROBLEM] = (
            "There is nothing to read. Paste the text of an article or choose a file, or give an address."
        )
    st.session_state[_READING] = Reading(given)


def _stopped(reading: Reading) -> None:
    if not reading.left:
        return
    line, button = st.columns([4, 1], vertical_alignment="center")
    line.html(markup.notice(f"Stopped: {reading.done:,} read, {reading.left:,} left."))
    button.button("Read on", on_click=setattr, args=(reading, "stopped", False), width="stretch")


def _not_read(failures: Sequence[Failure]) -> None:
    """What could not be read, each with its reason; the rest was read all the same."""
    if not failures:
        return
    st.html(markup.heading("Not read", words.count(len(failures), "failure")))
    st.html(markup.problems(map(str, failures[:SHOWN])))
    if len(failures) > SHOWN:
        st.html(markup.line(f"and {len(failures) - SHOWN:,} more", "quiet"))


def _distinct(results: Sequence[Parsed | Failure]) -> list[Parsed]:
    """The articles that were read, copies of one text once."""
    read_ = [item for item in results if isinstance(item, Parsed)]
    return list({article_key(item.article): item for item in reversed(read_)}.values())[::-1]


def _article(item: Parsed, *, fixable: bool) -> None:
    """What was found, with the fields that put it right, beside the text with its marks."""
    st.html(found.head(item))
    left, right = st.columns(2, gap="medium")
    with left:
        for number, report in enumerate(item.reports):
            if fixable:
                fixes.form(item, number)
            else:
                st.html(found.strike(report))
        st.html(found.supply(item))
    right.html(found.marked(item))


def _save_form(good: Sequence[Parsed]) -> None:
    """The button that saves, with a name where a person has changed something."""
    refused = access.refusal()
    if refused:
        st.html(markup.notice(refused))
        return
    saving: Saving | None = st.session_state.get(_SAVING)
    if saving:
        if run(saving, "saving"):
            _finish(saving)
        return
    place = st.container()
    made = fixes.of(good)
    if made:
        left, right = place.columns([1, 2])
        left.text_input("Your name", value=st.session_state.get(_NAME, ""), key="intake.who", max_chars=100)
        right.text_input("Reason of the changes", value=WHY, key="intake.why", max_chars=1000)
    more = f" and {words.count(len(made), 'change')}" if made else ""
    place.button(f"Save {words.count(len(good), 'article')}{more}", on_click=_save, args=(good,))


def _save(good: Sequence[Parsed]) -> None:
    """Callback: begins to save, once everything that a person changed is known to be acceptable."""
    if access.refusal():
        return
    st.session_state.pop(_PROBLEM, None)
    made = fixes.of(good)
    try:
        data.check_fixes(made, *_signed())
    except TrackerError as error:
        st.session_state[_PROBLEM] = str(error)
        return
    st.session_state[_SAVING] = Saving(good, made, _signed())


def _finish(saving: Saving) -> None:
    """Merges what was stored, and keeps what a person changed in it as judgements."""
    change = data.merge()
    stored = {id(item.article) for item in saving.kept}
    made = [fix for fix in saving.fixes if id(fix.article) in stored]
    try:
        outcomes = data.keep_fixes(made, *saving.signed)
        st.session_state[_SAID] = summary(saving, change, sum(len(done.ids) for done in outcomes))
    except TrackerError as error:
        st.session_state[_PROBLEM] = f"The articles are saved, the changes are not: {error}"
        st.session_state[_SAID] = summary(saving, change, 0)
    st.session_state[_NAME] = saving.signed[0]
    st.session_state.pop(_SAVING)
    fixes.forget()
    st.rerun()


def _signed() -> tuple[str, str]:
    who, why = (str(st.session_state.get(f"intake.{name}") or "") for name in ("who", "why"))
    return who, why
