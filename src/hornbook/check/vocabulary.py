"""Words of the vocabulary in the texts of a lesson."""

import re
from functools import lru_cache

from hornbook.lesson.model import Term


def uses(term: Term, text: str) -> bool:
    """Whether a text has the term, in one of its forms."""
    return bool(_pattern(term.word.plain.strip()).search(text))


@lru_cache(maxsize=512)
def _pattern(word: str) -> re.Pattern[str]:
    stem = re.escape(word[:-1] if len(word) > 4 and word[-1] in "ey" else word).replace(r"\ ", r"\s+")
    return re.compile(rf"(?<!\w){stem}\w{{0,4}}(?!\w)", re.IGNORECASE)
