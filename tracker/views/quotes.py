"""Evidence in its article: the sentences around what was read, with the words themselves marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tracker.figures.escape import for_html
from tracker.model import Evidence
from tracker.text import sentences

_REACH = 400
"""How far, in characters, a passage reaches at most from the marked words."""

_GROUPS = {
    "target": "target name kind facility facility_id",
    "place": "place country region town",
    "date": "date when date_start date_end start end",
    "attacker": "attacker",
    "weapon": "weapons weapon",
    "effect": "effects effect",
    "status": "status claimed_by confirmed_by denied_by said_by",
    "supply": "commodity route days_min days_max",
}
FIELDS = {field: group for group, fields in _GROUPS.items() for field in fields.split()}
"""The group that each field of evidence is coloured as."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article, `text[start:end]`, and the evidence inside it."""

    start: int
    end: int
    evidence: tuple[Evidence, ...]


def passages(text: str, evidence: Iterable[Evidence]) -> list[Passage]:
    """The sentences that hold evidence, joined where they touch, in the order of the text.

    Evidence that does not fit the text (another text, or the title) is left out.
    """
    fitting = sorted(fitting_in(text, evidence), key=lambda item: (item.start, item.end))
    spans = sentences.split(text) if fitting else []
    result: list[Passage] = []
    for item in fitting:
        start, end = _around(spans, item)
        if result and start <= result[-1].end + 1:
            last = result[-1]
            result[-1] = Passage(last.start, max(last.end, end), (*last.evidence, item))
        else:
            result.append(Passage(start, end, (item,)))
    return result


def fitting_in(text: str, evidence: Iterable[Evidence]) -> list[Evidence]:
    """The evidence whose span is exactly its quote in this text."""
    return [item for item in evidence if item.where == "text" and text[item.start : item.end] == item.quote]


def titled(title: str, evidence: Iterable[Evidence]) -> str:
    """A title as HTML with its evidence marked; nothing where none of the evidence is of it."""
    inside = tuple(e for e in evidence if e.where == "title" and title[e.start : e.end] == e.quote)
    return to_html(title, Passage(0, len(title), inside), "Title: ") if inside else ""


def to_html(text: str, passage: Passage, lead: str = "") -> str:
    """One passage as HTML: escaped text, each marked stretch with the colours and names of its fields."""
    cuts = sorted(
        {passage.start, passage.end, *(edge for item in passage.evidence for edge in (item.start, item.end))}
    )
    parts = [
        _piece(text[left:right], _covering(passage.evidence, left, right)) for left, right in pairwise(cuts)
    ]
    return f"<blockquote>{for_html(lead)}<bdi>{''.join(parts)}</bdi></blockquote>"


def whole(text: str, evidence: Sequence[Evidence]) -> str:
    """A whole article as HTML with all its evidence marked."""
    return to_html(text, Passage(0, len(text), tuple(fitting_in(text, evidence))))


def _around(spans: Sequence[sentences.Span], item: Evidence) -> tuple[int, int]:
    held = [span for span in spans if span[0] < item.end and item.start < span[1]]
    start = min((span[0] for span in held), default=item.start)
    end = max((span[1] for span in held), default=item.end)
    return max(min(start, item.start), item.start - _REACH), min(max(end, item.end), item.end + _REACH)


def _covering(evidence: Iterable[Evidence], left: int, right: int) -> list[str]:
    names = (FIELDS.get(item.field, "other") for item in evidence if item.start <= left and right <= item.end)
    return list(dict.fromkeys(names))


def _piece(text: str, groups: Sequence[str]) -> str:
    if not groups or not text:
        return for_html(text)
    return f'<mark class="mark-{groups[0]}" title="{for_html(", ".join(groups))}">{for_html(text)}</mark>'
