"""The method in short, as HTML: figures, freshness, limits, sources with their licences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from tracker.figures import words
from tracker.history import View
from tracker.knowledge import Knowledge
from tracker.knowledge.measured import Measured
from tracker.knowledge.supply import Assumption
from tracker.model import Basis
from tracker.views import markup

_FIGURES = (
    (
        "A strike",
        "all reports of one attack on one facility or place, merged. Nothing a report says is lost in it.",
    ),
    (
        "A report",
        "what one article says. Read articles are quoted with the exact words each field rests on; our own "
        "summaries are marked as such; rows of public lists are marked 'listed, not read', without quotes.",
    ),
    (
        "Status",
        "confirmed: the struck side's authority, the operator or independent proof says so. Claimed: the "
        "attacker's side says so. Reported: media, unattributed. Denied: the struck side says nothing was "
        "hit. Disputed: sources contradict each other.",
    ),
    (
        "Sources",
        "independent publishers, not articles; copies of one text count once. "
        "A strike that rests on social channels or automatic lists "
        "alone is shown only with 'Show unverified rows too'.",
    ),
    (
        "A person's word",
        "what somebody set or decided on the page Review stands above what was read, with name and reason, "
        "and can be undone; exports name the values.",
    ),
    (
        "Flow of a day",
        "what a source says of that day. Where none does, it is modelled from known halts and published "
        "deliveries; fourteen days after the last word it is 'not known'.",
    ),
    ("Missing volume", "usual deliveries of the period minus what arrived, as low, middle and high."),
)

_LIMITS = (
    "What no source in our languages printed is not here; absence of a strike is no proof of quiet.",
    "A place without a known point is counted and listed, but not drawn. Uncertain places are circles.",
    "Dates are those of the place as reported; a night is two dates. Unknown dates stay unknown.",
    "The parser works by rules. Every field can be checked against the words it was read from.",
    "Crimea and Sevastopol are drawn as Ukraine (UN General Assembly resolution 68/262).",
)


MANUALS = {
    "model.md": "The model of supply in full: flows, volumes, cover, restart",
    "status.md": "Who confirms, claims, denies: the rule of status in full",
    "desk.md": "The correction desk in full",
}
"""The documents that travel with the program, and what the page calls them."""

_LINK = re.compile(r"!?\[([^\]]*)\]\((?!https?://)[^)]*\)")
_FIRST_TITLE = re.compile(r"\A# .*\n")


def manual(name: str, folder: Path) -> str | None:
    """The text of one of MANUALS as Markdown, from the wheel's data or from the checkout; None without it.

    Its links to other files are words here, and it starts below its title.
    """
    for place in (folder / "docs" / name, folder.parent / "docs" / name):
        if place.is_file():
            text = _FIRST_TITLE.sub("", place.read_text(encoding="utf-8"))
            return _LINK.sub(r"\1", text).replace("$", r"\$")
    return None


def measured(found: Measured | None) -> str:
    """What was measured, on what, when."""
    head = markup.heading("How often it is right", "the parser of this version")
    if found is None:
        return head + markup.line("Nothing was measured for this version.", "quiet")
    whole = next((row for row in found.rows if row.get("lang") == "all"), {})
    said = (
        f"On {found.articles:,} articles in eight languages, annotated by people who had not seen the rules "
        f"and never used to write them, strikes were found with F1 {whole.get('F1', words.NOT_KNOWN)} "
        f"(95 % interval {whole.get('95 %', words.NOT_KNOWN)}); version {found.version}, "
        f"measured on {words.day(found.made)}. A strike counts as right when its place and its date are; the "
        "other columns are shares of the strikes found."
    )
    return head + markup.line(said)


def assumptions(given: Mapping[str, Assumption]) -> str:
    """Every number that the model of supply takes for given: value, range, why, and who says so."""
    note = "every number that the model of supply takes for given; the page What if changes them"
    head = "".join(
        f'<th scope="col">{name}</th>' for name in ("Assumption", "Value", "Range", "Why", "Source")
    )
    rows = "".join(_assumption(given[name]) for name in sorted(given))
    table = f'<table class="compared"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
    box = f'<div class="words" tabindex="0" role="region" aria-label="Assumptions">{table}</div>'
    return markup.heading(f"Assumptions ({len(given)})", note) + box


def _assumption(item: Assumption) -> str:
    value = item.value
    span = "fixed" if value.low == value.high else f"{value.low:g} to {value.high:g}"
    cells = (
        markup.text(f"{value.middle:g} {item.unit}"), markup.text(span), markup.text(item.note or ""),
        markup.link(item.source_url, item.publisher),
    )  # fmt: skip
    name = f'<th scope="row">{markup.text(item.name.replace("_", " "))}</th>'
    return f"<tr>{name}{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def figures() -> str:
    """How each figure is made."""
    return markup.heading("Figures") + markup.facts(_FIGURES)


def limits() -> str:
    """What the figures cannot say."""
    return markup.heading("Limits") + markup.items(markup.text(limit) for limit in _LIMITS)


def freshness(snapshot: View, today: date) -> str:
    """How much is stored, how it is known, and how old the newest of it is."""
    articles = list(snapshot.articles.values())
    bases = Counter(article.basis for article in articles)
    newest = max((article.published for article in articles if article.published), default=None)
    latest = max((strike.when.end for strike in snapshot.strikes if strike.when.end), default=None)
    rows = [
        ("Today", words.day(today)),
        (
            "Strikes",
            f"{len(snapshot.strikes):,}, of which {sum(s.verified for s in snapshot.strikes):,} verified",
        ),
        ("Articles read", f"{bases[Basis.READ]:,}"),
        ("Our summaries", f"{bases[Basis.SUMMARY]:,}"),
        ("Listed, not read", f"{bases[Basis.LISTED]:,}"),
        ("Newest article", words.day(newest)),
        ("Latest strike", words.day(latest)),
    ]
    return markup.heading("Data") + markup.facts(rows)


def sources(known: Knowledge) -> str:
    """Who the facts of the program come from, with the licence of each row."""
    owners = Counter((item.attribution, item.licence) for item in known.gazetteer.facilities.values())
    owners.update((item.attribution, item.licence) for item in known.pipelines.segments)
    rows = [_owner(owner, licence, many) for (owner, licence), many in owners.most_common()]
    fixed = [
        markup.text("Natural Earth, country outlines (public domain)"),
        markup.text("GeoNames, towns and cities (CC BY 4.0)"),
    ]
    return markup.heading("Facilities, pipelines and outlines") + markup.items([*fixed, *rows])


def _owner(owner: str, licence: str, rows: int) -> str:
    remark = f"({licence}; {words.count(rows, 'row')})"
    return f"{markup.text(owner)} <small>{markup.text(remark)}</small>"
