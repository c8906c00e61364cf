"""A lesson for one audience, complete and resolved: defaults filled in, `for:` applied, `<<names>>` replaced, references checked.

Everything knows the place in the outline that it came from, so that a later stage can point there.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar, Literal

from msgspec import Struct, field

from hornbook.diagnostics import Span
from hornbook.lesson.rules import RuleSetting
from hornbook.lesson.variants import PLAIN, Variant
from hornbook.numerals import ENGLISH, Numerals
from hornbook.source.runs import Text


class Picture(Struct, frozen=True):
    """A picture file of the workspace. `decorative` or a non-empty `alt`, never both, never neither."""

    path: Path
    """Absolute and inside the workspace; never written to an output."""
    width: int
    height: int
    """In pixels (PNG, JPEG) or in user units (SVG), read from the header alone."""
    kind: Literal["png", "jpeg", "svg"]
    alt: str
    decorative: bool
    credit: Text | None
    full: bool
    """`width: full`: the picture fills the slide under the title."""
    span: Span
    focus: tuple[float, float] = (0.5, 0.5)
    """What must stay in view when the picture is cropped, as parts of its width and height."""
    bytes: int = 0
    """Of the file."""


class Item(Struct, frozen=True):
    """A point of a list and the points under it (up to three levels)."""

    text: Text
    items: tuple["Item", ...] = ()


class Points(Struct, frozen=True):
    kind: ClassVar[str] = "points"
    items: tuple[Item, ...]


class Statement(Struct, frozen=True):
    """One sentence; it is the title of its slide as well."""

    kind: ClassVar[str] = "statement"
    text: Text


class Quote(Struct, frozen=True):
    kind: ClassVar[str] = "quote"
    text: Text
    by: Text | None


class ImageBody(Struct, frozen=True):
    """A picture that is the body of its slide; it is in `Slide.picture`."""

    kind: ClassVar[str] = "image"


class Column(Struct, frozen=True):
    heading: Text
    items: tuple[Item, ...]


class Compare(Struct, frozen=True):
    """Two or three columns."""

    kind: ClassVar[str] = "compare"
    columns: tuple[Column, ...]


class Steps(Struct, frozen=True):
    """A numbered process."""

    kind: ClassVar[str] = "steps"
    steps: tuple[Item, ...]


class Event(Struct, frozen=True):
    when: Text
    what: Text
    sources: tuple[str, ...]
    span: Span


class Timeline(Struct, frozen=True):
    kind: ClassVar[str] = "timeline"
    events: tuple[Event, ...]


class Table(Struct, frozen=True):
    """Every row has as many cells as the widest one; `header` is empty where there is none."""

    kind: ClassVar[str] = "table"
    caption: Text | None
    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    row_headers: bool
    """The first cell of each row is a header."""
    span: Span


ChartType = Literal["bar", "column", "line", "pie", "stacked"]


class Series(Struct, frozen=True):
    name: str
    values: tuple[float | None, ...]
    """As many as there are labels; None is a gap."""
    written: tuple[str, ...]
    """The numbers as English has them (`80,524`), with the decimals and groups that the author typed; empty for a gap."""


class Chart(Struct, frozen=True):
    kind: ClassVar[str] = "chart"
    type: ChartType
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    highlight: tuple[str, ...]
    """Names of series or labels that are the point; empty where all are."""
    note: Text | None
    alt: str
    """What the author wrote, or words made from the data."""
    span: Span
    numerals: Numerals = ENGLISH
    """How the language of the lesson writes its numbers."""

    def shown(self, series: int, label: int) -> str:
        """A number in the language of the lesson; empty for a gap."""
        return self.numerals.of(self.series[series].written[label])

    def marked(self, series: int, label: int) -> str:
        """The number, with a percent sign where that is the unit."""
        written = self.series[series].written[label]
        return self.numerals.of(f"{written}%" if written and self.unit == "%" and "%" not in written else written)


class Activity(Struct, frozen=True):
    kind: ClassVar[str] = "activity"
    minutes: float
    groups: str
    materials: tuple[Text, ...]
    steps: tuple[Item, ...]
    room: str = "lines"
    """What a sheet has below the steps: `lines`, an empty frame for a `drawing`, or `none`."""


class Scenario(Struct, frozen=True):
    kind: ClassVar[str] = "scenario"
    story: tuple[Text, ...]
    """Paragraphs."""
    questions: tuple[Text, ...]
    answers: tuple[Text, ...]


class Discuss(Struct, frozen=True):
    kind: ClassVar[str] = "discuss"
    questions: tuple[Text, ...]


QuestionKind = Literal["choice", "match", "true-false", "short"]


class Choice(Struct, frozen=True):
    text: Text
    right: bool


class Pair(Struct, frozen=True):
    left: Text
    right: Text


class Question(Struct, frozen=True):
    """A question of a quiz or an exit ticket. A true-or-false one has no choices here: `answer` says which."""

    kind: QuestionKind
    ask: Text
    choices: tuple[Choice, ...]
    pairs: tuple[Pair, ...]
    answer: Text | None
    """`true` or `false`, or the text of a short answer; None where the author gave none."""
    why: Text | None
    lines: int
    """Lines to write on, for a short answer."""
    span: Span


class Quiz(Struct, frozen=True):
    kind: ClassVar[str] = "quiz"
    questions: tuple[Question, ...]


class Term(Struct, frozen=True):
    word: Text
    meaning: Text
    span: Span


class Define(Struct, frozen=True):
    kind: ClassVar[str] = "define"
    terms: tuple[Term, ...]


class Video(Struct, frozen=True):
    kind: ClassVar[str] = "video"
    title: Text
    url: str
    length: str
    caution: Text | None


class Help(Struct, frozen=True):
    """Whom to call."""

    kind: ClassVar[str] = "help"
    contacts: tuple["Contact", ...]


Body = (
    Points
    | Statement
    | Quote
    | ImageBody
    | Compare
    | Steps
    | Timeline
    | Table
    | Chart
    | Activity
    | Scenario
    | Discuss
    | Quiz
    | Define
    | Video
    | Help
)
"""The closed union of slide kinds. A `match` over it ends in `assert_never`."""

Cue = Literal["", "say", "ask", "do", "watch for"]


class NoteParagraph(Struct, frozen=True):
    """A paragraph of the notes; a cue word that began it (`Say:`) is in `cue`, no longer in the text."""

    text: Text
    cue: Cue = ""


class NoteList(Struct, frozen=True):
    items: tuple[Text, ...]
    ordered: bool


NoteBlock = NoteParagraph | NoteList


class Slide(Struct, frozen=True):
    """One slide as the author wrote it; `compose` may split it."""

    id: str
    """Stable and unique in the lesson, made from its place: `s2-4`."""
    title: Text
    body: Body
    notes: tuple[NoteBlock, ...]
    minutes: float | None
    reveal: bool
    """`reveal: click`."""
    layout: str
    """A layout's name that the author wants, or empty."""
    sources: tuple[str, ...]
    """Ids for the source line, in order: the slide's own and those inside its body (not those cited in text)."""
    picture: Picture | None
    icon: str
    in_deck: bool
    in_handouts: bool
    hidden: bool
    span: Span


class Section(Struct, frozen=True):
    """A part of the lesson. A lesson written with `slides:` has one section without a title."""

    title: Text | None
    minutes: float | None
    """Its own, or the sum of its slides; None where nothing says."""
    slides: tuple[Slide, ...]
    span: Span


class Contact(Struct, frozen=True):
    """Whom to call. Fields are as typed; a field that a `<<name>>` switched off is empty; one to fill in by hand has a write-in run."""

    id: str
    name: Text
    what: Text | None
    short: Text | None
    call: Text | None
    text: Text | None
    chat: Text | None
    tty: Text | None
    url: Text | None
    hours: Text | None
    languages: Text | None
    emergency: bool
    local: bool
    seen_on: str
    """ISO date, or empty."""
    checked_on: str
    checked_by: str
    region: str
    """ISO 3166 country code of the contacts file, or empty."""
    span: Span
    source: str = ""
    """Where the fields were seen, in the author's words."""
    notes: str = ""
    """For whoever checks the contact; never printed."""


class Source(Struct, frozen=True):
    """Where a claim comes from."""

    id: str
    title: str
    publisher: str
    year: str
    place: str
    kind: str
    url: str
    seen_on: str
    checked_on: str
    checked_by: str
    open_before_print: bool
    note: str
    span: Span


class HandoutRequest(Struct, frozen=True):
    """A handout that the lesson wants. Empty means the lesson's own."""

    recipe: str
    paper: str
    versions: int
    span: Span
    variant: Variant = PLAIN


class PrintBlock(Struct, frozen=True):
    """A part of the fact sheet or the brochure: a heading with one of text, points, a table or a chart."""

    heading: Text
    text: tuple[Text, ...] = ()
    points: tuple[Item, ...] = ()
    table: Table | None = None
    chart: Chart | None = None
    sources: tuple[str, ...] = ()


class Card(Struct, frozen=True):
    cover: Text | None
    headline: Text | None
    lines: tuple[Text, ...]


class Poster(Struct, frozen=True):
    headline: Text | None
    lines: tuple[Text, ...]


class OptOut(Struct, frozen=True):
    """What someone does who does not want to stay in the room."""

    title: Text
    minutes: float | None
    steps: tuple[Text, ...]


class Print(Struct, frozen=True):
    """Words that only paper needs."""

    fact_sheet: tuple[PrintBlock, ...] = ()
    brochure: tuple[PrintBlock, ...] = ()
    letter: tuple[Text, ...] = ()
    exit_ticket: tuple[Question, ...] = ()
    card: Card | None = None
    poster: Poster | None = None
    disclosure: tuple[Text, ...] = ()
    opt_out: OptOut | None = None
    materials: tuple[Text, ...] = ()
    fields: tuple[Text, ...] | None = None
    """What sheets ask for at their head; None leaves it to the recipe."""


AutomaticName = Literal["title", "content_note", "objectives", "agenda", "vocabulary", "sources", "help"]


class Lesson(Struct, frozen=True):
    """What an outline means for one audience."""

    name: str
    """The folder's name, or the file's where it is not `lesson.yaml`; names the outputs."""
    audience: str
    """Empty where the outline has no audiences."""
    language: str
    title: Text
    subtitle: Text | None
    level: Text | None
    duration: float | None
    """Minutes."""
    authors: tuple[str, ...]
    license: str
    theme: str
    theme_span: Span
    care: str
    content_note: Text | None
    objectives: tuple[Text, ...]
    vocabulary: tuple[Term, ...]
    standards: tuple[str, ...]
    contacts: tuple[Contact, ...]
    sources: tuple[Source, ...]
    handouts: tuple[HandoutRequest, ...]
    opening: tuple[AutomaticName, ...]
    closing: tuple[AutomaticName, ...]
    sections: tuple[Section, ...]
    print: Print
    reviewed_on: str
    reviewed_by: str
    span: Span
    values: Mapping[str, str] = field(default_factory=dict[str, str])
    rules: tuple[RuleSetting, ...] = ()
    """What the outline says about rules of `check`."""
    translated: bool = False
    """Whether its language is another one than that of the outline."""
    unreviewed: bool = False
    """Whether it is a translation that no person has gone through."""
    logo: Picture | None = None
    """Of whoever gives the lesson; from the workspace, not from the outline."""

    @property
    def slides(self) -> tuple[Slide, ...]:
        return tuple(slide for section in self.sections for slide in section.slides)

    def source(self, id: str) -> Source:
        """The source of that id; the lesson stage has checked that there is one."""
        return next(source for source in self.sources if source.id == id)
