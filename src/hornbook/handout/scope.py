"""What a block of a recipe may look at: the lesson, the deck, and the slide or question that it is made for."""

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from hornbook.handout.kit import KitSheet
from hornbook.lesson.model import Lesson, Question, Quiz, Section, Slide, Term
from hornbook.plan.deck import Deck, SlidePlan

Options = Mapping[str, str | int | float | bool | tuple[str, ...]]


def words_in(value: str | float | bool | tuple[str, ...]) -> tuple[str, ...]:
    """The words of an option that holds words."""
    assert isinstance(value, tuple)
    return value


class Citations(Struct, frozen=True):
    """Numbers of the sources that a document cites, by first use in it."""

    numbers: dict[str, int] = field(default_factory=dict[str, int])

    def number(self, source: str) -> int:
        return self.numbers.setdefault(source, len(self.numbers) + 1)


class Scope(Struct, frozen=True):
    lesson: Lesson
    deck: Deck | None
    blanks: bool
    """Key words become blanks."""
    cites: Citations | None
    """None where the document lists no sources: then it cites none."""
    answers: bool = False
    """The document shows what others are to find out."""
    kit: tuple[KitSheet, ...] = ()
    """What else is made."""
    section: Section | None = None
    slide: Slide | None = None
    question: Question | None = None
    term: Term | None = None
    number: int = 0
    """Of the thing that `each` is at, counted from 1."""
    version: int = 0
    """Of a quiz in several versions, counted from 1; 0 is the order of the author."""
    first_of_section: bool = False
    """The slide is the first of its section that passed the filter."""

    @property
    def language(self) -> str:
        return self.lesson.language

    def at(self, **changes: object) -> "Scope":
        """The same scope at another slide or question."""
        return replace(self, **changes)

    def plans(self, slide: Slide) -> tuple[SlidePlan, ...]:
        """The slides of the deck that a lesson slide became; none where the deck does not have it."""
        if self.deck is None:
            return ()
        return tuple(plan for plan in self.deck.slides if plan.source_id == slide.id and not plan.hidden)

    def handout_slides(self) -> tuple[tuple[Section, Slide], ...]:
        """Slides that handouts may show, with their sections."""
        return tuple((section, slide) for section, slide in self.deck_slides() if slide.in_handouts)

    def deck_slides(self) -> tuple[tuple[Section, Slide], ...]:
        """Every slide that someone leads people through; those that only the deck shows have a script, too."""
        return tuple(
            (section, slide) for section in self.lesson.sections for slide in section.slides if not slide.hidden
        )

    def first_question(self, quiz: Slide) -> int:
        """The number of a quiz's first question on the sheet that has the questions of all; 1 for one that is on no sheet."""
        before = 0
        for _, slide in self.handout_slides():
            if slide is quiz:
                return before + 1
            before += len(slide.body.questions) if isinstance(slide.body, Quiz) else 0
        return 1
