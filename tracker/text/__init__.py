"""Text as text: cleaning, folding, sentences, language, inflection. Knows nothing of facilities."""
