"""Article to Reports and SupplyReports, by rules over lexicons and gazetteer; every field with its span.

`scan` lays the words of the lexicon out by sentence, `dates` reads days; `places` finds the facilities that a
text speaks of, `strikes` which of them were struck and who says so, `flows` what is said of supply.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from tracker.extraction.dates import UNKNOWN, DateMention, read_dates
from tracker.extraction.flows.supply import read_supply
from tracker.extraction.places.mentions import MentionReader
from tracker.extraction.prefilter import Prefilter
from tracker.extraction.scan import Document, Scanner
from tracker.extraction.strikes.hearing import hear_again
from tracker.extraction.strikes.offices import Named, settle_offices
from tracker.extraction.strikes.reports import read_strikes
from tracker.extraction.strikes.told import Reading
from tracker.knowledge import Knowledge
from tracker.knowledge.towns import Towns
from tracker.model import Article, Report, SupplyReport, When
from tracker.text.clean import DATE_HEADER, clean
from tracker.text.language import LANGUAGES, detect

__all__ = ["Extraction", "Extractor", "Prefilter"]

_HEAD = 2
"""Sentences that may say which week an article reviews."""
_LEAST, _MOST = timedelta(days=4), timedelta(days=8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What one article says: strikes and supply, not yet placed; and what the reader should know."""

    lang: str
    reports: tuple[Report, ...] = ()
    supply_reports: tuple[SupplyReport, ...] = ()
    warnings: tuple[str, ...] = ()


class Extractor:
    """Reads articles; builds its automata once, when the first article comes."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._scanners: dict[str, Scanner] = {}

    @cached_property
    def _mentions(self) -> MentionReader:
        known = self._knowledge
        return MentionReader(known.gazetteer, known.forms, known.towns)

    def read(self, article: Article) -> Extraction:
        """The strikes and supply statements of an article. Never raises for what a text holds."""
        lang = article.lang or detect(f"{article.title or ''}\n{article.text}")
        if lang not in LANGUAGES:
            return Extraction(lang=lang, warnings=(f"no rules for language '{lang}' yet: nothing was read",))
        document = self._scanner(lang).read(clean(article.text, article.title))
        regions = _regions(document, self._knowledge.towns)
        settle_offices(document, regions)
        hear_again(document)
        dates = _all_dates(document, article)
        mentions = self._mentions.read(document)
        reading = Reading(
            document=document, mentions=mentions, dates=dates, published=article.published,
            gazetteer=self._knowledge.gazetteer, towns=self._knowledge.towns,
            regions={number: frozenset(at.region.id for at in found) for number, found in regions.items()},
        )  # fmt: skip
        reports = read_strikes(reading, article.id)
        supply = read_supply(document, dates, reports, article.id, self._knowledge.gazetteer)
        return Extraction(
            lang=lang, reports=reports, supply_reports=supply, warnings=_warnings(article, reports)
        )

    def _scanner(self, lang: str) -> Scanner:
        if lang not in self._scanners:
            self._scanners[lang] = Scanner(self._knowledge.lexicons[lang])
        return self._scanners[lang]


def _all_dates(document: Document, article: Article) -> dict[int, list[DateMention]]:
    """Dates by sentence; "two days later" counts from the last exact date before it."""
    found: dict[int, list[DateMention]] = {}
    previous, week = UNKNOWN, UNKNOWN
    header = DATE_HEADER.match(document.clean.text)
    body = header.end() if header else 0
    for sentence in document.sentences:
        dates = [
            mention
            for mention in read_dates(document, sentence, article.published, previous, week)
            if mention.start >= body
        ]
        if dates:
            found[sentence.number] = dates
            exact = [mention.when for mention in dates if mention.when.start and not mention.vague]
            previous = exact[-1] if exact else previous
            if sentence.number < _HEAD:
                week = next((when for when in exact if _is_week(when, article.published)), week)
    return found


def _is_week(when: When, published: date | None) -> bool:
    """The span of a review, "1-7 June", that an article heads itself with."""
    if published is None or when.start is None or when.end is None:
        return False
    return _LEAST <= when.end - when.start < _MOST and timedelta(0) < published - when.end < _MOST


def _regions(document: Document, towns: Towns) -> dict[int, list[Named]]:
    """The regions that each sentence names."""
    found: dict[int, list[Named]] = defaultdict(list)
    starts = [sentence.start for sentence in document.sentences]
    for start, end, region in towns.regions_in(document.clean.text, document.lexicon.lang):
        found[bisect_right(starts, start) - 1].append(Named(start, end, region))
    return found


def _warnings(article: Article, reports: tuple[Report, ...]) -> tuple[str, ...]:
    undated = sum(report.when.start is None for report in reports)
    if article.published is None and undated:
        return (f"no publication date: {undated} of {len(reports)} strikes stay without a date",)
    return ()
