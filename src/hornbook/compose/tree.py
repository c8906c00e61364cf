"""The structure tree of one slide, built while its boxes are placed: what each paragraph and each run is."""

from msgspec import Struct, field

from hornbook.compose.content import TextFill
from hornbook.compose.fitting import FittedText
from hornbook.locale import phrase
from hornbook.plan.page import Tag
from hornbook.plan.structure import ARTIFACT, Element, Role, StructureBuilder
from hornbook.source.runs import Run
from hornbook.typeset.text import Paragraph

HEADINGS: tuple[Role, ...] = ("H1", "H2", "H3", "H4")


class SlideTree(Struct):
    """Elements in reading order below the slide's Sect."""

    language: str
    level: int
    """Of the slide's heading."""
    slides: dict[str, int] = field(default_factory=dict[str, int])
    """Links inside the deck: where each leads."""
    builder: StructureBuilder = field(default_factory=lambda: StructureBuilder("Sect"))
    _list: int = ARTIFACT
    _items: dict[int, int] = field(default_factory=dict[int, int])

    def done(self) -> tuple[Element, ...]:
        return self.builder.done()

    def tags(self, fitted: FittedText) -> tuple[Tag, ...]:
        """A tag for each paragraph of a box."""
        fill = fitted.fill
        match fill.role:
            case "heading":
                return self._each(fitted, self._heading(fill))
            case "paragraphs" | "note":
                return self._each(fitted, "P")
            case "quote":
                return self._each(fitted, "P", self.builder.add("BlockQuote"))
            case "term":
                return self._inside(fitted, self.builder.add("Lbl", self._item(fill)))
            case "entry":
                return self._inside(fitted, self.builder.add("LBody", self._item(fill)))
            case "list":
                return self._listed(fitted, ordered=False)
            case "numbered":
                return self._listed(fitted, ordered=True)

    def figure(self, alt: str) -> int:
        return self.builder.add("Figure", alt=alt)

    def runs(self, paragraph: Paragraph, written: tuple[Run, ...], element: int) -> dict[int, int]:
        """Runs with an element of their own: links, the numbers of sources, words of another language."""
        found: dict[int, int] = {}
        for index, (run, source) in enumerate(zip(paragraph.runs, written, strict=True)):
            before = paragraph.runs[index - 1] if index else None
            if run.link and before and before.link == run.link and index - 1 in found:
                found[index] = found[index - 1]
            elif run.link:
                found[index] = self._link(paragraph, run, element)
            elif source.cite and run.text:
                said = phrase("citation", self.language, number=run.text)
                found[index] = self.builder.add("Span", element, actual=f" ({said})")
            elif run.language and run.language != self.language:
                found[index] = self.builder.add("Span", element, language=run.language)
        return found

    def _link(self, paragraph: Paragraph, run: Run, element: int) -> int:
        words = "".join(other.text for other in paragraph.runs if other.link == run.link)
        if run.link in self.slides:
            return self.builder.add("Link", element, target=self.slides[run.link], alt=words)
        return self.builder.add("Link", element, url=run.link, alt=words)

    def _heading(self, fill: TextFill) -> Role:
        """The title, or a heading inside the slide one level below it."""
        level = self.level if fill.key == "title" else self.level + 1
        return HEADINGS[min(level, len(HEADINGS)) - 1]

    def _each(self, fitted: FittedText, role: Role, parent: int = 0) -> tuple[Tag, ...]:
        tags: list[Tag] = []
        for paragraph, line in zip(fitted.paragraphs, fitted.fill.words, strict=True):
            element = self.builder.add(role, parent)
            tags.append(Tag(element, ARTIFACT, self.runs(paragraph, line.runs, element)))
        return tuple(tags)

    def _inside(self, fitted: FittedText, element: int) -> tuple[Tag, ...]:
        """One paragraph is the element's own words; several are paragraphs in it."""
        paragraph, *others = fitted.paragraphs
        if others:
            return self._each(fitted, "P", element)
        runs = self.runs(paragraph, fitted.fill.words[0].runs, element)
        return (Tag(element, ARTIFACT, runs),)

    def _item(self, fill: TextFill) -> int:
        """The LI of one part of a list that has a box, or two, for each part."""
        if self._list == ARTIFACT:
            self._list = self.builder.add("L", ordered=fill.ordered)
        if fill.item not in self._items:
            self._items[fill.item] = self.builder.add("LI", self._list)
        return self._items[fill.item]

    def _listed(self, fitted: FittedText, *, ordered: bool) -> tuple[Tag, ...]:
        """A list with lists inside the bodies of its items. A part that begins below the first level hangs at the top."""
        lists = [self.builder.add("L", ordered=ordered)]
        bodies: list[int] = []
        tags: list[Tag] = []
        for paragraph, line in zip(fitted.paragraphs, fitted.fill.words, strict=True):
            level = min(line.level, len(bodies))
            del lists[level + 1 :], bodies[level:]
            if level == len(lists):
                lists.append(self.builder.add("L", bodies[-1]))
            item = self.builder.add("LI", lists[level])
            label = self.builder.add("Lbl", item) if paragraph.style.bullet else ARTIFACT
            body = self.builder.add("LBody", item)
            bodies.append(body)
            tags.append(Tag(body, label, self.runs(paragraph, line.runs, body)))
        return tuple(tags)
