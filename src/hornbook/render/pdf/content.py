"""The content stream of a page: operators, and marks that say which element each of them belongs to.

Everything is between `BDC` and `EMC`: of an element, under a number (MCID) that is unique on the page, or of an artifact
(ISO 32000-1 §14.7.4, §14.8.2.2). Places are points from the top left: the first operator turns the page's axis over.
"""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from hornbook.plan.structure import ARTIFACT, Element
from hornbook.render.pdf.geometry import Matrix, bounds, combine
from hornbook.render.pdf.syntax import factors, number, numbers, text_string
from hornbook.theme.model import Theme
from hornbook.units import Rect, Size


class Area(NamedTuple):
    """A rectangle of a page that an element covers: left, bottom, right, top in points from the bottom left."""

    element: int
    page: int
    rect: tuple[float, float, float, float]


class Mark(NamedTuple):
    """A marked-content sequence of an element."""

    element: int
    page: int
    mcid: int
    reading: int
    """Where its page, or the page of a booklet that it is on, comes in reading order."""


Place = tuple[int, float]
"""Where its page comes, and its number on it: where a mark is read."""

Holders = tuple[int, ...]
"""The links and figures that an element is in, or is."""


def holders_of(elements: Sequence[Element]) -> tuple[Holders, ...]:
    """The holders of each element."""
    found: list[Holders] = []
    for index, element in enumerate(elements):
        above = found[element.parent] if element.parent >= 0 else ()
        found.append((*above, index) if element.role in ("Link", "Figure") else above)
    return tuple(found)


class PageContent:
    """Collects the operators of one page."""

    def __init__(
        self, page: int, size: Size, elements: Sequence[Element], holders: Sequence[Holders], theme: Theme
    ) -> None:
        self.marks: list[Mark] = []
        self.areas: list[Area] = []
        self.fields: list[Area] = []
        self.places: dict[int, Place] = {}
        """Where fields are read, which have no marks of their own."""
        self.leftward: dict[int, str] = {}
        """What is said in sequences that hold words that run from right to left, by their numbers."""
        self.pictures: list[str] = []
        self.labels: dict[int, str] = {}
        """The text of Lbl elements: `1.`, `B`."""
        self.page = self._reading = page
        self._elements = elements
        self._holders = holders
        self._theme = theme
        self._matrix: Matrix = (1, 0, 0, -1, 0, size.height)
        self._operators = [f"1 0 0 -1 0 {number(size.height)} cm"]
        self._open = False
        self._current: int | None = None
        """Element of the open sequence, where more may join it."""
        self._held = False
        self._said: list[str] = []
        self._spoken = False
        """Whether the words of the open sequence are read, and not others in their place."""
        self._begun = 0
        """Where the open sequence begins."""
        self._colours: dict[str, str] = {}

    def add(self, operators: str) -> None:
        """Operators that draw: what they draw belongs to the element of the last `mark`."""
        self._operators.append(operators)

    def mark(self, element: int, actual: str = "") -> None:
        """What follows belongs to that element. Marks of one element that follow each other are one sequence.

        One with words of its own (`actual`) stands alone.
        """
        if self._held or (element == self._current and not actual):
            return
        self.close()
        self._begin(element, actual)
        self._current = None if actual else element

    def close(self) -> None:
        """End the sequence that is open, as is needed before the state is saved or restored."""
        if self._open and not self._held:
            self._operators.append("EMC")
            self._end()
            self._open, self._current = False, None

    @contextmanager
    def one_mark(self, element: int) -> Generator[None]:
        """All that is drawn inside is one sequence, whatever its boxes say."""
        if self._held:
            yield
            return
        self.close()
        self._begin(element, "")
        self._held = True
        yield
        self._held = False
        self.close()

    @contextmanager
    def read_as(self, place: int) -> Generator[None]:
        """What is drawn inside is read at that place among the pages."""
        before, self._reading = self._reading, place
        yield
        self.close()
        self._reading = before

    @contextmanager
    def placed(self, matrix: Matrix) -> Generator[None]:
        """What is drawn inside is transformed."""
        before = self._matrix
        self.close()
        self._operators.append(f"q {factors(*matrix)} cm")
        self._matrix = combine(matrix, before)
        yield
        self.close()
        self._operators.append("Q")
        self._matrix = before

    def cover(self, element: int, rect: Rect) -> None:
        """Say that an element covers a box: the links and figures that hold it, itself included, take note."""
        if element != ARTIFACT and not self._held:
            for holder in self._holders[element]:
                self.areas.append(Area(holder, self.page, bounds(rect, self._matrix)))

    def is_field(self, element: int) -> bool:
        return element != ARTIFACT and self._elements[element].role == "Form"

    def field(self, element: int, rect: Rect) -> None:
        """Say that a field is at a box, read between the marks before and behind it."""
        if not self._held:
            self.fields.append(Area(element, self.page, bounds(rect, self._matrix)))
            self.places[element] = (self._reading, len(self.marks) - 0.5)

    def say_label(self, element: int, text: str) -> None:
        """Note the text of a Lbl, or its beginning."""
        if element != ARTIFACT and not self._held:
            self.labels.setdefault(element, text)

    def say(self, text: str, *, leftward: bool) -> None:
        """Note words of the sequence that is open: the tree says them again, in their own order, if any run to the left."""
        self._said.append(text)
        if leftward and self._spoken:
            self.leftward[len(self.marks) - 1] = ""

    def fill_colour(self, name: str) -> str:
        return f"{self._components(name)} rg"

    def stroke_colour(self, name: str) -> str:
        return f"{self._components(name)} RG"

    def done(self) -> str:
        """The content stream."""
        self.close()
        return "\n".join(self._operators)

    def _components(self, name: str) -> str:
        found = self._colours.get(name)
        if found is None:
            digits = (name if name.startswith("#") else self._theme.colour(name)).lstrip("#")
            found = self._colours[name] = numbers(*(int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)))
        return found

    def _begin(self, element: int, actual: str) -> None:
        self._open = True
        self._said = []
        self._spoken = False
        if element == ARTIFACT:
            self._operators.append("/Artifact <</Type /Layout>> BDC")
            return
        mcid = len(self.marks)
        self.marks.append(Mark(element, self.page, mcid, self._reading))
        words = f"/ActualText {text_string(actual)}" if actual else ""
        self._begun = len(self._operators)
        self._spoken = not (self._elements[element].alt or self._elements[element].actual)
        self._operators.append(f"/{self._elements[element].role} <</MCID {mcid}{words}>> BDC")

    def _end(self) -> None:
        """What runs from right to left becomes a Span of its own, whose words are in the tree."""
        mcid = len(self.marks) - 1
        if self._spoken and mcid in self.leftward:
            self.leftward[mcid] = "".join(self._said)
            self._operators[self._begun] = f"/Span <</MCID {mcid}>> BDC"
