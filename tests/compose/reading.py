"""What tests ask of a composed deck."""

from compose.lessons import daylight, lesson
from hornbook.compose.deck import compose
from hornbook.diagnostics import Diagnostic
from hornbook.lesson.model import Lesson, Slide
from hornbook.plan.deck import Deck, SlidePlan
from hornbook.plan.page import Box, GroupBox, PictureBox, TextBox
from hornbook.plan.structure import Element

FURNITURE = {"footer", "number", "date"}


def deck_of(*slides: Slide, **changes: object) -> Deck:
    """The deck of a lesson that has to compose without a message."""
    return composed(lesson(*slides, **changes))


def composed(made: Lesson) -> Deck:
    deck, diagnostics = compose(made, daylight())
    assert diagnostics == ()
    assert deck is not None
    return deck


def problems(*slides: Slide, **changes: object) -> tuple[Diagnostic, ...]:
    """What is wrong with a lesson that must not compose."""
    deck, diagnostics = compose(lesson(*slides, **changes), daylight())
    assert deck is None
    return diagnostics


def box(slide: SlidePlan, key: str) -> Box:
    return next(one for one in slide.boxes if not hasattr(one, "kind") and one.placeholder == key)


def words_of(slide: SlidePlan, key: str) -> list[str]:
    """The paragraphs of a placeholder, unbroken."""
    found = box(slide, key)
    assert isinstance(found, TextBox)
    return [paragraph.plain for paragraph in found.paragraphs]


def size_of(slide: SlidePlan, key: str) -> float:
    found = box(slide, key)
    assert isinstance(found, TextBox)
    return found.paragraphs[0].style.size


def drawn(text: TextBox, paragraph: int) -> str:
    """The words of a paragraph as its lines show them, without labels; spaces at line ends are not shown."""
    return "".join(
        part.text
        for line in text.lines
        if line.paragraph == paragraph
        for part in line.fragments
        if part.kind != "label"
    )


def keys(slide: SlidePlan) -> list[str]:
    """Placeholders that the slide fills, in reading order, without furniture."""
    found = [one.placeholder for one in slide.boxes if isinstance(one, TextBox | PictureBox | GroupBox)]
    return [key for key in found if key not in FURNITURE]


def roles(slide: SlidePlan) -> list[str]:
    return [element.role for element in slide.elements]


def above(slide: SlidePlan, element: int) -> list[str]:
    """Roles from the root to an element."""
    path: list[Element] = []
    while element >= 0:
        path.insert(0, slide.elements[element])
        element = slide.elements[element].parent
    return [one.role for one in path]
