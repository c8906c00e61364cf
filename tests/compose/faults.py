"""What must not be wrong with any deck, whatever the lesson: text that leaves its box, boxes that overlap, words that are lost."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from msgspec.structs import replace

from compose.reading import drawn
from hornbook.compose.content import Content, Part
from hornbook.compose.kinds import contents
from hornbook.lesson.model import Help, Lesson, NoteBlock, NoteList, Slide
from hornbook.plan.deck import Deck, SlidePlan
from hornbook.plan.page import GroupBox, PictureBox, TextBox
from hornbook.theme.model import Layout
from hornbook.typeset.faces import face
from hornbook.typeset.paragraphs import line_pitch, set_paragraphs, tie_last_words
from hornbook.typeset.text import Fragment, Line
from hornbook.units import Rect

FURNITURE = {"title", "footer", "number", "date", "source"}
EDGE = 12.0
"""Points from the edge of a slide within which nothing is written."""

FLOORS = {"title": 28.0, "source": 12.0, "footer": 12.0, "number": 12.0, "date": 12.0}
BODY = (
    "body",
    "step",
    "choice",
    "question",
    "ask",
    "answer",
    "story",
    "what",
    "meaning",
    "term",
    "heading",
    "left",
    "right",
)
BODY_FLOOR, CELL_FLOOR = 20.0, 16.0
SMALL_LISTS = {"Sources"}
PITCH = 1.2
"""Of PowerPoint's lines, in em (ECMA-376 has no number; it is what PowerPoint draws for every face of ours)."""

SHORT_WORD, LONG = 4, 40
"""Letters."""


@dataclass
class Count:
    """What was looked at."""

    decks: int = 0
    refused: int = 0
    slides: int = 0
    boxes: int = 0
    lines: int = 0
    continued: int = 0

    def add(self, deck: Deck) -> None:
        self.decks += 1
        self.slides += len(deck.slides)
        self.continued += sum(slide.parts > 1 for slide in deck.slides)
        for box in (box for slide in deck.slides for box in slide.boxes):
            self.boxes += isinstance(box, TextBox | PictureBox | GroupBox)
            self.lines += len(box.lines) if isinstance(box, TextBox) else 0

    def numbers(self, faults: int) -> dict[str, int]:
        """What to tell about it."""
        return {
            "decks": self.decks,
            "slides": self.slides,
            "boxes": self.boxes,
            "lines": self.lines,
            "continuations": self.continued,
            "lessons refused with a message": self.refused,
            "faults": faults,
        }


def faults(deck: Deck, lesson: Lesson) -> list[str]:
    """Everything that is wrong with a deck."""
    found = [
        f"slide {slide.number} ({slide.layout}): {fault}" for slide in deck.slides for fault in _of_slide(slide, deck)
    ]
    return [*found, *_lost(deck, lesson)]


def _of_slide(slide: SlidePlan, deck: Deck) -> Iterator[str]:
    page = Rect(0.0, 0.0, deck.theme.size.width, deck.theme.size.height)
    boxes = [box for box in slide.boxes if isinstance(box, TextBox | PictureBox | GroupBox)]
    for index, box in enumerate(boxes):
        if not page.contains(box.rect):
            yield f"{box.placeholder} leaves the slide"
        yield from (
            f"{box.placeholder} overlaps {other.placeholder}"
            for other in boxes[index + 1 :]
            if box.rect.overlaps(other.rect)
        )
        match box:
            case TextBox():
                yield from _of_text(box, page)
                yield from _sizes(box, deck.theme.layouts[slide.layout])
            case GroupBox(boxes=inner):
                yield from (fault for one in inner if isinstance(one, TextBox) for fault in _of_cell(one, box))
            case _:
                pass
    title = next(box for box in boxes if isinstance(box, TextBox) and box.placeholder == "title")
    yield from _ending(title)


def _of_text(box: TextBox, page: Rect) -> Iterator[str]:
    left, top = box.origin
    bottom = top
    for line in box.lines:
        style = box.paragraphs[line.paragraph].style
        ends = top + line.top + line.height
        if line.height < PITCH * style.size * style.line_spacing - 0.01 or line.height < line_pitch(style) - 0.01:
            yield f"{box.placeholder} has lines closer than PowerPoint sets them"
        if top + line.top < bottom - 0.01:
            yield f"{box.placeholder} has lines over each other"
        bottom = ends
        if ends > box.rect.bottom + 0.02 or top + line.top < box.rect.top - 0.01:
            yield f"{box.placeholder} overflows by {ends - box.rect.bottom:.1f} pt"
        if left + line.right > box.rect.right + 0.01:
            yield f"{box.placeholder} has a line that is too wide"
        if left + line.right > page.right - EDGE or ends > page.bottom - EDGE or left < EDGE:
            yield f"{box.placeholder} is written at the edge of the slide"
        yield from _measured(box, line.fragments)


def _measured(box: TextBox, fragments: Iterable[Fragment]) -> Iterator[str]:
    """Widths once more, from the face itself, without what was remembered while setting."""
    for part in fragments:
        if part.kind == "text" and part.text and "\t" not in part.text:
            wide = face(part.face).advance(part.text) * part.size
            if wide > part.width + 0.05 * part.size:
                yield f'{box.placeholder}: "{part.text}" is {wide:.1f} wide, not {part.width:.1f}'


def _of_cell(cell: TextBox, group: GroupBox) -> Iterator[str]:
    for line in cell.lines:
        if cell.origin[1] + line.top + line.height > cell.rect.bottom + 0.02:
            yield f"{group.placeholder} has a cell that overflows"
        if cell.origin[0] + line.right > cell.rect.right + 0.01:
            yield f"{group.placeholder} has a cell that is too narrow"
    if any(paragraph.style.size < CELL_FLOOR for paragraph in cell.paragraphs):
        yield f"{group.placeholder} has words smaller than {CELL_FLOOR} pt"


def _sizes(box: TextBox, layout: Layout) -> Iterator[str]:
    key = box.placeholder.rstrip("0123456789")
    floor = FLOORS.get(key, BODY_FLOOR if key in BODY and layout.family not in SMALL_LISTS else 12.0)
    for paragraph in box.paragraphs:
        if paragraph.style.size < floor:
            yield f"{box.placeholder} is smaller than {floor} pt"
    levels = {(paragraph.level, paragraph.style.size) for paragraph in box.paragraphs}
    if len(levels) > len({level for level, _ in levels}):
        yield f"{box.placeholder} has one level in two sizes"


def _ending(title: TextBox) -> Iterator[str]:
    """A title of several lines whose last is one short word, though it would be better off with another word beside it."""
    last = "".join(part.text for part in title.lines[-1].fragments).split()
    if len(title.lines) < 2 or len(last) > 1 or len(last[0]) > SHORT_WORD:
        return
    (paragraph,) = title.paragraphs
    width = max(line.right for line in title.lines)
    tied = set_paragraphs((replace(paragraph, runs=tie_last_words(paragraph.runs)),), width + 0.1, slack=0.0)
    if tied.overwide:  # the two have no room on one line
        return
    if len(tied.lines) <= len(title.lines) and _shortest(tied.lines) > _shortest(title.lines) + 0.5:
        yield f'the title ends in a line of "{last[0]}"'


def _shortest(lines: tuple[Line, ...]) -> float:
    return min(line.right for line in lines)


def _lost(deck: Deck, lesson: Lesson) -> Iterator[str]:
    """Words, notes and clicks of the author's slides against those of the deck, in order."""
    by_id = {slide.id: slide for slide in lesson.slides}
    for id, group in groupby((slide for slide in deck.slides if slide.source_id), key=lambda slide: slide.source_id):
        plans = list(group)
        written = by_id.pop(id)
        yield from (f"{id} ({plans[0].layout}): {fault}" for fault in _of_source(written, plans, lesson.language))
    yield from (f"{id} is not in the deck" for id, slide in by_id.items() if slide.in_deck)


def _of_source(written: Slide, plans: list[SlidePlan], language: str) -> Iterator[str]:
    made = contents(written, language)
    wanted = Counter(sign for content in made for part in content.parts for line in _slots(part) for sign in line)
    shown = Counter(sign for plan in plans for line in _lines(plan) for sign in line)
    # The card of a contact may leave out what does not fit.
    if wanted - shown and not isinstance(written.body, Help):
        yield f"lost {''.join((wanted - shown).elements())[:40]}"
    yield from _order(made, plans)
    yield from _notes(written, plans)
    yield from _clicks(written, plans)


def _slots(part: Part) -> Iterator[str]:
    """Its lines; where it has them both in one box and in several, those of the one."""
    slots = [part.slots["body"]] if "body" in part.slots else part.slots.values()
    for lines in slots:
        yield from (_squeezed("".join(run.text for run in line.runs if not run.cite)) for line in lines)


def _order(made: Iterable[Content], plans: list[SlidePlan]) -> Iterator[str]:
    """Long paragraphs, which occur once, come in the order in which they were written, and only once."""
    shown = [line for plan in plans for line in _lines(plan)]
    for slot in {slot for content in made for part in content.parts for slot in part.slots}:
        parts = [
            Part({slot: part.slots[slot]}, part.span)
            for content in made
            for part in content.parts
            if slot in part.slots
        ]
        wanted = [line for part in parts for line in _slots(part)]
        places = {line: index for index, line in enumerate(wanted) if wanted.count(line) == 1 and len(line) > LONG}
        order = [places[line] for line in shown if line in places]
        if order != sorted(set(order)):
            yield f"{slot} is out of order"


def _notes(written: Slide, plans: list[SlidePlan]) -> Iterator[str]:
    said = _squeezed("".join(run.text for note in plans[0].notes for run in note.runs))
    for block in written.notes:
        if any(_squeezed(text) not in said for text in _texts(block)):
            yield "lost notes"
    for plan in plans[1:]:
        if written.notes and plan.part > 1 and plan.kind != "quiz" and len(plan.notes) != 1:
            yield "a continuation has not one note that says so"


def _texts(block: NoteBlock) -> list[str]:
    return [text.plain for text in (block.items if isinstance(block, NoteList) else (block.text,))]


def _clicks(written: Slide, plans: list[SlidePlan]) -> Iterator[str]:
    """Every click shows something that no earlier click showed, in reading order; without `reveal` only answers wait."""
    for plan in plans:
        boxes = {box.placeholder: box for box in plan.boxes if isinstance(box, TextBox)}
        order = list(boxes)
        steps = [(order.index(step.placeholder), step.first) for step in plan.reveals]
        if steps != sorted(steps) or len(steps) != len(set(steps)):
            yield "clicks are not in reading order"
        for step in plan.reveals:
            if not -1 <= step.first <= step.last < len(boxes[step.placeholder].paragraphs):
                yield "a click shows what is not there"
            if not written.reveal and step.placeholder != "answer" and not step.placeholder.startswith("right"):
                yield f"{step.placeholder} waits for a click"
        if plan.countdown and plan.reveals:
            yield "clicks come before the countdown"


def _lines(plan: SlidePlan) -> list[str]:
    """What a slide draws besides title and furniture, a paragraph each, without spaces."""
    found: list[str] = []
    for box in plan.boxes:
        for part in box.boxes if isinstance(box, GroupBox) else (box,):
            if isinstance(part, TextBox) and part.placeholder not in FURNITURE:
                found += [_without_numbers(part, index) for index in range(len(part.paragraphs))]
    return found


def _without_numbers(box: TextBox, index: int) -> str:
    """A paragraph as its lines draw it; the numbers of sources, which composing adds, left out."""
    raised = {number for number, run in enumerate(box.paragraphs[index].runs) if run.script == "super"}
    whole = "".join(
        part.text
        for line in box.lines
        if line.paragraph == index
        for part in line.fragments
        if part.kind != "label" and not (part.run in raised and part.text.replace(", ", "").isdigit())
    )
    return _squeezed(whole or drawn(box, index))


def _squeezed(words: str) -> str:
    return "".join(words.split())
