"""How long a lesson takes when it is read aloud: its slides, what its notes say and ask, and what people do."""

import re
from typing import Any

from lessons.outline import all_words, minutes, shown

WORDS_A_MINUTE = 130
SPOKEN = re.compile(r"^(?:Say|Ask): (.*)", re.MULTILINE)
SILENT = frozenset({"notes", "image", "source", "for", "minutes", "reveal", "alt", "url", "answers", "help"})
"""What stands in a slide and is not read from it."""


def working_minutes(slide: Any) -> float:
    """The time in which people write or talk, and nobody explains."""
    return minutes(slide) if "activity" in slide or "discuss" in slide else 0


def spoken_words(slide: Any) -> int:
    """The words of the notes to say and to ask, and those of the slide, unless it shows a task that runs."""
    said = SPOKEN.findall(slide.get("notes", ""))
    if not working_minutes(slide):
        said += [words.text for words in all_words(slide) if not SILENT & set(words.keys)]
    return len(re.sub(r"\[@.*?\]", "", " ".join(said)).split())


def minutes_aloud(slides: Any) -> float:
    slides = list(slides)
    return sum(map(working_minutes, slides)) + sum(map(spoken_words, slides)) / WORDS_A_MINUTE


def read_aloud(lesson: Any, audience: str) -> float:
    """Minutes of everything that a room sees."""
    return minutes_aloud(shown(lesson, audience))
