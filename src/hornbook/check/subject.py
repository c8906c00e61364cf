"""What rules look at: a lesson for one audience, the slides and pages that were composed of it, and what the workspace asks for."""

import re
from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from hornbook.check.words import WordList
from hornbook.lesson.model import Lesson
from hornbook.patterns import lazy
from hornbook.plan.deck import Deck
from hornbook.plan.document import Document
from hornbook.plan.page import Pages
from hornbook.tags import subtags

_SCHOOL = lazy(
    r"\b(?:grades?|class(?:room|es)?|school|students?|pupils?|years? \d|ages? \d|k-\d+|youth|teens?"
    r"|grados?|clases?|aulas?|escuelas?|escolar(?:es)?|estudiantes?|alumn[oa]s?|secundaria|preparatoria|años? \d|jóvenes)\b",
    re.IGNORECASE,
)


class Handout(Struct, frozen=True):
    """A handout as blocks that flow, and as pages."""

    recipe: str
    document: Document
    pages: Pages


class Subject(Struct, frozen=True):
    """One audience's lesson, whole. Rules that look at slides and pages have nothing to say where there are none."""

    lesson: Lesson
    deck: Deck | None
    handouts: tuple[Handout, ...]
    today: date
    """Reaches messages only, never an output."""
    words: tuple[WordList, ...] = ()
    """The lists that are on for this lesson."""
    spelling: tuple[str, ...] = ()
    """Words of the workspace's own."""
    limits: Mapping[tuple[str, str], float] = field(default_factory=dict[tuple[str, str], float])
    """Numbers of rules, by code and name: the rule's own, or those of the settings."""

    def limit(self, code: str, name: str) -> float:
        return self.limits[code, name]

    @property
    def for_students(self) -> bool:
        """Whether the level or the audience speaks of a school."""
        level = self.lesson.level.plain if self.lesson.level else ""
        return bool(_SCHOOL.search(f"{level} {self.lesson.audience}"))

    @property
    def tongue(self) -> str:
        """The language without its region: `en`."""
        return subtags(self.lesson.language)[0].lower()

    @property
    def english(self) -> bool:
        """Whether rules that know English words may speak."""
        return self.tongue == "en"
