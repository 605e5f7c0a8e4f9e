"""Which of our languages a text is in."""

from __future__ import annotations

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

LANGUAGES = ("en", "uk", "ru", "hu", "sk", "cs", "de", "pl")
_SAMPLE = 1500


def detect(text: str) -> str:
    """The language code of a text, out of our eight; the first 1,500 characters decide."""
    sample = text.strip()[:_SAMPLE]
    lang, _ = _identifier().classify(sample)
    return str(lang)


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(LANGUAGES))
    return identifier
