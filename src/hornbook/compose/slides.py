"""Pages of drafts become slides of the plan: boxes, tree, notes, clicks, furniture."""

from collections.abc import Iterator, Mapping
from functools import partial

from msgspec import Struct, field

from hornbook.compose.content import Draft, TextFill, plain_words
from hornbook.compose.fitting import FittedText, Misfit, Page, fit_text, texts
from hornbook.compose.logo import logo_boxes
from hornbook.compose.marks import right_marks
from hornbook.compose.notes import speaker_notes
from hornbook.compose.placing import Placing, artifact_box
from hornbook.compose.setting import Setting
from hornbook.compose.shelf import Shelf
from hornbook.compose.titles import plain_title
from hornbook.compose.tree import SlideTree
from hornbook.plan.deck import Reveal, SlidePlan
from hornbook.plan.page import Box, PictureBox
from hornbook.theme.contrast import ratio
from hornbook.theme.model import Layout, Placeholder

SEEN = 3.0
"""Contrast of a drawing with its ground (WCAG 2.1, 1.4.11)."""


class Numbered(Struct, frozen=True):
    """A page of a draft with its place in the deck."""

    draft: Draft
    page: Page
    number: int
    part: int
    parts: int


class Binder(Struct):
    """What all slides of a deck share while they are put together."""

    setting: Setting
    links: Mapping[str, int]
    """From the links of agenda entries, and back to the agenda, to the numbers of slides."""
    shelf: Shelf = field(default_factory=Shelf)
    logo: PictureBox | None = None
    _footers: dict[tuple[int, str], FittedText | None] = field(default_factory=dict[tuple[int, str], FittedText | None])

    def slide(self, one: Numbered) -> SlidePlan:
        draft, page = one.draft, one.page
        tree = SlideTree(self.setting.language, draft.level)
        accent = partial(self._accent, page.layout)
        theme = self.setting.theme
        placed = Placing(tree, self.shelf, self.links, theme.size.width, accent, theme.rest).boxes(page.fitted)
        boxes = (*placed, *right_marks(page), *self._logo(one, tree), *self._furniture(one))
        title = page.fitted[0]
        assert isinstance(title, FittedText)
        part, parts = (one.part, one.parts) if one.parts > 1 else draft.question
        return SlidePlan(
            number=one.number,
            layout=page.layout.name,
            title=plain_title(title.fill, self.setting),
            kind=draft.content.kind,
            boxes=boxes,
            elements=tree.done(),
            notes=speaker_notes((*draft.notes, *draft.content.notes), one.part, self.setting),
            section=draft.group,
            source_id=draft.source_id,
            part=part,
            parts=parts,
            reveals=tuple(reveals(page, revealing=draft.reveal)),
            hidden=draft.hidden,
            links=tree.slides,
            countdown=draft.content.countdown if one.part == one.parts else 0.0,
            span=draft.span,
        )

    def _accent(self, layout: Layout) -> str:
        """The colour of key words that is seen on the slide's ground: a title may stand on a band of another colour."""
        theme = self.setting.theme
        styles = [box.levels[0] for box in layout.placeholders if box.levels]
        named = dict.fromkeys([*(style.key_colour for style in styles[:1]), "voice", "ink", "paper"])
        seen = (name for name in named if ratio(theme.colour(name), theme.colour(layout.background)) >= SEEN)
        return theme.colour(next(seen, "ink"))

    def _logo(self, one: Numbered, tree: SlideTree) -> Iterator[Box]:
        """On the title slide whose lesson it is."""
        if self.logo is not None and one.draft.content.kind == "title":
            yield from logo_boxes(self.logo, one.page.layout, self.setting.theme, tree)

    def _furniture(self, one: Numbered) -> Iterator[Box]:
        """Footer and number, as boxes like any other; a layout without their placeholders goes without.

        The title slide has no number, as PowerPoint has it for "Don't show on title slide".
        """
        layout = one.page.layout
        footer, number = layout.placeholder("footer"), layout.placeholder("number")
        if footer and one.draft.footer and (fitted := self._footer(footer, one.draft)):
            yield artifact_box(footer, fitted.paragraphs, fitted.text)
        if number and one.draft.content.kind != "title":
            fill = TextFill("number", (plain_words(str(one.number), one.draft.span),))
            counted = fit_text(fill, number, self.setting)
            if isinstance(counted, FittedText):
                yield artifact_box(number, counted.paragraphs, counted.text)

    def _footer(self, box: Placeholder, draft: Draft) -> FittedText | None:
        key = (id(box), draft.footer)
        if key not in self._footers:
            self._footers[key] = self._shortened(box, draft)
        return self._footers[key]

    def _shortened(self, box: Placeholder, draft: Draft) -> FittedText | None:
        """The footer on one line. It repeats a title that stands in full elsewhere, so a long one ends in an ellipsis."""
        whole = self._footed(box, draft, draft.footer)
        if whole:
            return whole
        words, low, best = draft.footer.split(), 0, None
        high = len(words) - 1
        while low < high:
            middle = (low + high + 1) // 2
            fitted = self._footed(box, draft, " ".join(words[:middle]) + " …")
            low, high, best = (middle, high, fitted) if fitted else (low, middle - 1, best)
        return best

    def _footed(self, box: Placeholder, draft: Draft, words: str) -> FittedText | None:
        fill = TextFill("footer", (plain_words(words, draft.span),), single=True)
        fitted = fit_text(fill, box, self.setting)
        return None if isinstance(fitted, Misfit) else fitted


def reveals(page: Page, *, revealing: bool) -> Iterator[Reveal]:
    """The clicks of a slide in reading order; the answer of a question comes on one whatever the slide says."""
    for one in texts(page):
        fill = one.fill
        if fill.reveal == "never" or not (revealing or fill.always):
            continue
        if fill.reveal == "box":
            yield Reveal(fill.key, -1, -1)
        else:
            yield from _items(fill)


def _items(fill: TextFill) -> Iterator[Reveal]:
    """A click for each item of the first level, with what is below it."""
    starts = [index for index, line in enumerate(fill.words) if line.level == 0 or index == 0]
    for first, after in zip(starts, [*starts[1:], len(fill.words)], strict=True):
        yield Reveal(fill.key, first, after - 1)
