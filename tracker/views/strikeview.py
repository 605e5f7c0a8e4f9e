"""One strike in full on the page: what is known, who says so in which words, what came before and after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import streamlit as st

from tracker.events import Voice, last_word, ledger
from tracker.figures import tempo, words
from tracker.history import View
from tracker.model import Article, Evidence, Place, Precision, Strike
from tracker.views import data, deskform, found, markup, panel, quotes, side, state

NEAR = 12
"""So many earlier and so many later strikes at the same place are listed; the rest is counted."""
_FORMER = "former strike"


def choose(wanted: str) -> None:
    """Without a strike: what became of the one that was asked for, and how to choose one."""
    if wanted:
        st.html(markup.line(f"No strike is known under '{wanted}'.", "answer"))
        told = data.desk().naming(wanted)
        if told:
            st.html(deskform.judgements_of(data.desk(), told))
    else:
        st.html(markup.line("No strike is chosen.", "answer"))
    st.html(
        markup.line("Choose one: click a marker on the map, a row of the table, or one of the latest below.")
    )
    with st.container(horizontal=True, gap="small"):
        st.page_link("app_pages/map_page.py", label="Choose on the map")
        st.page_link("app_pages/strikes.py", label="Choose in the table")
    side.latest([strike for strike in data.snapshot().strikes if strike.verified])


def redirected(wanted: str, strike: Strike) -> None:
    """Where the link names a former id: says so, and puts the present one into the link."""
    if wanted != strike.id:
        st.session_state[_FORMER] = (wanted, strike.id)
        state.change(strike=strike.id)
    former, present = st.session_state.get(_FORMER, ("", ""))
    if present != strike.id:
        return
    heirs = [name for name in data.successors(former) if name != strike.id]
    st.html(
        markup.notice(f"The link named '{former}', which is now '{strike.id}'. The link has been changed.")
    )
    if heirs:
        st.html(markup.notice("It was split: other reports of it are a strike of their own now."))
        for name in heirs:
            st.button(f"Open {name}", key=f"heir {name}", on_click=state.change, kwargs={"strike": name})


def show(strike: Strike, snapshot: View) -> None:
    """The strike with everything that belongs to it."""
    st.html(markup.line(sentence(strike), "answer"))
    left, right = st.columns([2, 1], gap="medium")
    with left:
        st.html(panel.facts(strike, _last_word(strike, snapshot.articles)))
        did = panel.supply(strike, snapshot.supply_reports, snapshot.articles, data.today())
        st.html(did or markup.heading("What it did to supply") + markup.line(words.NOT_KNOWN))
        lines = ledger(strike.reports, snapshot.articles)
        sources = words.count(strike.sources, "independent source")
        st.html(markup.heading("Who says so, in the order of time", sources) + found.key())
        st.html("".join(said(line, strike, snapshot.articles) for line in lines))
        st.html(markup.heading("The articles", words.count(len(strike.reports), "report")))
        st.html(articles(strike, snapshot.articles))
    with right:
        st.html(markup.heading("Where") + located(strike.place))
        st.page_link("app_pages/map_page.py", label="Open on the map")
        around(strike, snapshot.strikes)
        corrections(strike)


def sentence(strike: Strike) -> str:
    """`Unecha pumping station, Bryansk Oblast, Russia: struck 21-22 Aug 2025, confirmed.`"""
    day = words.when(strike.when)
    dated = f"struck {day}" if strike.when.start else f"struck on a day that is {words.NOT_KNOWN}"
    return f"{words.located(strike)}: {dated}, {words.status(strike.status)}."


def said(line: Voice, strike: Strike, articles: Mapping[str, Article]) -> str:
    """One voice with its sentence, in which the words that were read are marked."""
    article = articles.get(line.article_id)
    quote = _sentence(line, strike, article) if article and line.evidence else ""
    return f'<div class="report"><div class="who">{panel.voice(line, articles)}</div>{quote}</div>'


def articles(strike: Strike, known: Mapping[str, Article]) -> str:
    """Every report, and folded the whole text of its article with everything marked that was read of it."""
    return "".join(
        panel.report(report, known.get(report.article_id))
        + _whole(known.get(report.article_id), report.evidence)
        for report in strike.reports
    )


def located(place: Place | None) -> str:
    """Where it was, how exactly that is known, and the point."""
    if place is None:
        return markup.line(f"Place {words.NOT_KNOWN}.")
    exact = f"{place.precision.value}, within {words.number(place.radius_km)} km"
    point = f"{place.lat:.4f}, {place.lon:.4f}" if place.lat is not None else words.NOT_KNOWN
    unsure = place.precision is not Precision.FACILITY
    rows = [
        ("Place", place.name),
        ("Region", place.region or words.NOT_KNOWN),
        ("Country", words.country(place.country)),
        ("Known to the", exact if place.lat is not None else place.precision.value),
        ("Point", point + (" (centre of the area)" if unsure and place.lat is not None else "")),
    ]
    return markup.facts(rows)


def around(strike: Strike, strikes: Sequence[Strike]) -> None:
    """The strikes at the same place in the order of time, this one among them; the others open."""
    here = [item for item in strikes if side.same_place(item, strike) or item.id == strike.id]
    dated = sorted((s for s in here if s.when.start), key=lambda s: (s.when.start, s.when.end, s.id))
    undated = [item for item in here if not item.when.start]
    st.html(markup.heading("Strikes here", f"{len(here):,}, the earliest first"))
    near, left = _near([*dated, *undated], strike)
    before: Strike | None = None
    place = st.container(gap=None, key="list")
    for item in near:
        label = f"{words.when(item.when)}: {words.status(item.status)}{_after(item, before)}"
        label += "" if item.verified else ", unverified"
        if item.id == strike.id:
            place.html(f'<p class="here"><b>{markup.text(f"▸ {label}, this one")}</b></p>')
        else:
            place.button(
                side.plain(label), key=f"open {item.id}", on_click=state.change, kwargs={"strike": item.id},
                type="tertiary",
            )  # fmt: skip
        before = item if item.when.start else before
    if left:
        st.html(markup.line(f"and {words.count(left, 'strike')} further off in time", "quiet"))


def corrections(strike: Strike) -> None:
    """What people decided on this strike, and the way to decide."""
    st.html(markup.heading("Corrections"))
    desk = data.desk()
    told = desk.of(strike)
    st.html(
        deskform.judgements_of(desk, told)
        if told
        else markup.line("Nobody has judged or corrected it.", "quiet")
    )
    st.page_link("app_pages/review.py", label="Accept or correct it")


def _last_word(strike: Strike, articles: Mapping[str, Article]) -> str:
    return words.last_word(last_word(strike.reports, articles, data.today()))


def _sentence(line: Voice, strike: Strike, article: Article) -> str:
    spoken = line.evidence
    if spoken is None:
        return ""
    read = [item for r in strike.reports if r.article_id == line.article_id for item in r.evidence]
    if spoken.where == "title":
        return quotes.titled(article.title or "", [spoken, *read])
    parts = [
        quotes.Passage(part.start, part.end, _inside(part, [spoken, *read], article.text))
        for part in quotes.passages(article.text, [spoken])
    ]
    return "".join(quotes.to_html(article.text, part) for part in parts)


def _inside(part: quotes.Passage, items: Iterable[Evidence], text: str) -> tuple[Evidence, ...]:
    fitting = quotes.fitting_in(text, items)
    return tuple(dict.fromkeys(e for e in fitting if part.start <= e.start and e.end <= part.end))


def _whole(article: Article | None, items: Sequence[Evidence]) -> str:
    if article is None or not article.text.strip():
        return ""
    text = article.text[: found.LONGEST]
    title = "Whole text" if text == article.text else f"The first {found.LONGEST:,} characters"
    return (
        f'<div class="article"><details><summary>{title}</summary>{quotes.whole(text, items)}</details></div>'
    )


def _near(ordered: Sequence[Strike], strike: Strike) -> tuple[Sequence[Strike], int]:
    at = next(number for number, item in enumerate(ordered) if item.id == strike.id)
    near = ordered[max(0, at - NEAR) : at + NEAR + 1]
    return near, len(ordered) - len(near)


def _after(item: Strike, before: Strike | None) -> str:
    """How many days after the strike before it, where both days are known that exactly."""
    if before is None:
        return ""
    pair = [day for day, _ in tempo.exact([before, item], tempo.NIGHT)]
    if len(pair) != 2:
        return ""
    return f", {words.count((pair[1] - pair[0]).days, 'day')} later"
