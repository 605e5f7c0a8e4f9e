"""A plain extractor to measure against: spaCy with the same names, and dateparser on sentences that hit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any

import dateparser.search
import spacy

from tracker.knowledge.formtable import Form
from tracker.model import Article
from tracker.text.language import LANGUAGES


class Reference:
    """Sentences, facilities by any form of their names, and the dates beside them."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._nlp = spacy.blank("xx")
        self._nlp.add_pipe("sentencizer")
        ruler = self._nlp.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
        ruler.add_patterns(  # type: ignore[attr-defined]
            [{"label": form.facility_ids[0], "pattern": form.form} for form in forms if form.alone]
        )

    def read(self, article: Article) -> list[tuple[str, list[tuple[str, datetime]]]]:
        """Facility ids and the dates of their sentences."""
        options: dict[str, Any] = {}
        if article.published:
            options["RELATIVE_BASE"] = datetime.combine(article.published, time())
        found = []
        for sentence in self._nlp(article.text).sents:
            for entity in sentence.ents:
                dates = dateparser.search.search_dates(
                    sentence.text, languages=list(LANGUAGES), settings=options
                )
                found.append((entity.label_, dates or []))
        return found
