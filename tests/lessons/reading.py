"""How hard a text is to read, by the Flesch-Kincaid grade. A smoke alarm, not a reader."""

import re

FORCED = re.compile(r"\b(human )?trafficking\b|\bcoercion\b|\bcommercial\b", re.IGNORECASE)
"""Words that the subject does not let anyone avoid; the lesson says what they mean."""

MARKUP = re.compile(r"\[@[^\]]*\]|<<[^>]*>>|==|\*\*|https?://\S+|\b[\w-]+(\.[\w-]+)+\b|[\d-]{3,}")


def grade(text: str, *, without_forced: bool = True) -> float:
    """The school year for which the text is easy enough; addresses and phone numbers do not count."""
    text = MARKUP.sub("", text)
    if without_forced:
        text = FORCED.sub("this", text)
    sentences = max(1, len(re.findall(r"[^.!?\n]+[.!?\n]+|[^.!?\n]+$", text)))
    words = re.findall(r"[A-Za-z]+(?:['’][a-z]+)?", text)
    syllables = sum(_syllables(word) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / max(1, len(words)) - 15.59


def _syllables(word: str) -> int:
    word = re.sub(r"(?<=[^aeiouyl])e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouyszxcg])es$", "", word.lower())
    return max(1, len(re.findall(r"[aeiouy]+", word)))
