"""Fitted fills become the boxes of a slide, each mark with its element."""

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from hornbook.compose.content import CodeFill, IconFill, PictureFill
from hornbook.compose.fitting import Fitted, FittedChart, FittedPicture, FittedTable, FittedText
from hornbook.compose.shelf import Shelf, Shelved, framed
from hornbook.compose.table_drawing import MARGIN, Cell
from hornbook.compose.tree import SlideTree
from hornbook.plan.page import Box, GroupBox, PictureBox, ShapeBox, Tag, TextBox
from hornbook.plan.structure import ARTIFACT
from hornbook.source.runs import Run
from hornbook.theme.model import Placeholder
from hornbook.typeset.text import Paragraph, TextLayout
from hornbook.units import Rect, Size

HEADER_RULE, ROW_RULE = 1.5, 0.75


class Placing(Struct):
    """What the boxes of one slide are placed with."""

    tree: SlideTree
    shelf: Shelf
    sections: Mapping[str, int]
    """From the links of agenda entries, and back to the agenda, to the numbers of slides."""
    across: float
    """Width of the slide."""
    accent: Callable[[], str] = lambda: "#000000"
    """Gives the colour of icons, as `#RRGGBB`."""
    rest: str = "quiet"
    """Palette name of thin rules."""

    def boxes(self, fitted: tuple[Fitted, ...]) -> Iterator[Box]:
        """The boxes in reading order; a picture that cannot be used leaves none."""
        for one in fitted:
            match one:
                case FittedText():
                    yield self.text(one)
                case FittedPicture():
                    yield from self._picture(one)
                case FittedChart():
                    yield self._chart(one)
                case FittedTable():
                    yield self._table(one)

    def text(self, fitted: FittedText) -> TextBox:
        paragraphs = tuple(self._led(paragraph) for paragraph in fitted.paragraphs)
        return text_box(fitted.box, paragraphs, fitted.text, self.tree.tags(replace(fitted, paragraphs=paragraphs)))

    def _led(self, paragraph: Paragraph) -> Paragraph:
        """Agenda entries lead to the slide that opens their section, and that one back; where there is none, they are no links."""
        if not any(run.link.startswith("#") for run in paragraph.runs):
            return paragraph
        return replace(paragraph, runs=tuple(self._led_run(run) for run in paragraph.runs))

    def _led_run(self, run: Run) -> Run:
        if not run.link.startswith("#"):
            return run
        target = self.sections.get(run.link)
        if target is None:
            return replace(run, link="")
        self.tree.slides[f"#slide-{target}"] = target
        return replace(run, link=f"#slide-{target}")

    def _picture(self, fitted: FittedPicture) -> Iterator[Box]:
        fill, place = fitted.fill, fitted.box.rect
        match fill:
            case CodeFill():
                if shelved := self.shelf.code(fill):
                    rect, _ = framed(shelved[1], place, (0.5, 0.5), whole=True)
                    element = self.tree.figure(fill.alt)
                    yield PictureBox(
                        rect, shelved[0], alt=fill.alt, element=element, placeholder=fill.key, name="QR code"
                    )
            case IconFill():
                digest, media = self.shelf.icon(fill, self.accent())
                rect, _ = framed(media, place, (0.5, 0.5), whole=True)
                yield PictureBox(rect, digest, decorative=True, placeholder=fill.key, name="Icon")
            case PictureFill():
                if shelved := self.shelf.picture(fill):
                    yield self._framed(fill, place, shelved)

    def _framed(self, fill: PictureFill, place: Rect, shelved: Shelved) -> PictureBox:
        """A picture that does not fill its place keeps to the margin that the other slides keep."""
        digest, media = shelved
        picture = fill.picture
        aside = float((place.left + place.right) / 2 > self.across / 2 + 1.0)
        rect, crop = framed(media, place, picture.focus, whole=fill.whole, aside=aside)
        element = ARTIFACT if picture.decorative else self.tree.figure(picture.alt)
        return PictureBox(rect, digest, crop, picture.alt, picture.decorative, element, fill.key, "Picture")

    def _chart(self, fitted: FittedChart) -> GroupBox:
        drawn, alt = fitted.drawn, fitted.fill.chart.alt
        figure = self.tree.figure(alt)
        return GroupBox(
            fitted.box.rect, drawn.size, drawn.boxes, figure, drawn.content, fitted.fill.key, alt, one_mark=True
        )

    def _table(self, fitted: FittedTable) -> GroupBox:
        drawn, place = fitted.drawn, fitted.box.rect
        root = self.tree.builder.add("Table")
        boxes: list[Box] = []
        for number, row in enumerate(drawn.rows):
            line = self.tree.builder.add("TR", root)
            boxes += [self._cell(cell, line) for cell in row]
            boxes += _rule(row, place.width, self.rest, head=number == 0 and drawn.header)
        return GroupBox(
            place, Size(place.width, place.height), tuple(boxes), native=drawn.content, placeholder=fitted.fill.key
        )

    def _cell(self, cell: Cell, row: int) -> TextBox:
        builder = self.tree.builder
        element = builder.add("TH", row, scope=cell.scope) if cell.scope else builder.add("TD", row)
        top = cell.rect.top + (cell.rect.height - cell.text.height) / 2
        runs = self.tree.runs(cell.paragraph, cell.paragraph.runs, element)
        tag = Tag(element, ARTIFACT, runs)
        return TextBox(cell.rect, (cell.paragraph,), cell.text.lines, (cell.rect.left + MARGIN[0], top), (tag,))


def _rule(row: tuple[Cell, ...], width: float, rest: str, *, head: bool) -> tuple[ShapeBox, ...]:
    """The line under a row; a heavier one under the header."""
    if not row:
        return ()
    place = Rect(0.0, row[0].rect.bottom, width, 0.0)
    colour, thickness = ("ink", HEADER_RULE) if head else (rest, ROW_RULE)
    return (ShapeBox(place, "line", stroke=colour, stroke_width=thickness),)


def text_box(box: Placeholder, paragraphs: tuple[Paragraph, ...], text: TextLayout, tags: tuple[Tag, ...]) -> TextBox:
    """The words in a placeholder, at the height that its anchor says."""
    inside = box.rect.inset(box.insets)
    spare = max(inside.height - text.height, 0.0)
    down = {"top": 0.0, "middle": spare / 2, "bottom": spare}[box.anchor]
    origin = (inside.left, inside.top + down)
    return TextBox(box.rect, paragraphs, text.lines, origin, tags, box.key, scale=box.scale)


def artifact_box(box: Placeholder, paragraphs: tuple[Paragraph, ...], text: TextLayout) -> TextBox:
    """Furniture: drawn, but not part of what the slide says."""
    return text_box(box, paragraphs, text, tuple(Tag() for _ in paragraphs))
