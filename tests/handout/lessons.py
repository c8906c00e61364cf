"""Lessons as values, for tests of handouts: a small one with most kinds of slides, and the parts to make others."""

from msgspec.structs import replace

from hornbook.diagnostics import SourceFile, Span
from hornbook.lesson.model import (
    Activity,
    Body,
    Chart,
    Choice,
    Column,
    Compare,
    Contact,
    Define,
    Discuss,
    Event,
    Help,
    Item,
    Lesson,
    NoteParagraph,
    OptOut,
    Pair,
    Points,
    Print,
    PrintBlock,
    Question,
    Quiz,
    Quote,
    Scenario,
    Section,
    Series,
    Slide,
    Source,
    Statement,
    Steps,
    Table,
    Term,
    Timeline,
)
from hornbook.source.runs import Run, Text

FILE = SourceFile("decks/rivers/lesson.yaml", "title: Rivers\n")
SPAN = Span(FILE)


def text(words: str) -> Text:
    """Text in which `==word==` is a key word and `[@id]` cites a source."""
    runs: list[Run] = []
    for index, part in enumerate(words.split("==")):
        before, _, cited = part.partition("[@")
        if before:
            runs.append(Run(before, key=index % 2 == 1))
        if cited:
            runs.append(Run("", cite=(cited.rstrip("]."),)))
    return Text(tuple(runs), SPAN)


def texts(*words: str) -> tuple[Text, ...]:
    return tuple(text(each) for each in words)


def items(*words: str) -> tuple[Item, ...]:
    return tuple(Item(text(each)) for each in words)


def slide(
    id: str, title: str, body: Body, *, notes: tuple[NoteParagraph, ...] = (), minutes: float | None = 2
) -> Slide:
    return Slide(id, text(title), body, notes, minutes, False, "", (), None, "", True, True, False, SPAN)


def contact(id: str, name: str, call: str, *, emergency: bool = False) -> Contact:
    short = text(f"{name}: {call}")
    return Contact(
        id, text(name), text("Any question"), short, text(call), None, None, None, None, text("Every day"), None,
        emergency, False, "2026-01-01", "", "", "US", SPAN,
    )  # fmt: skip


CHART = Chart(
    "bar", ("Rain", "Snow", "Springs"), (Series("Share", (60.0, 25.0, 15.0), ("60", "25", "15")),), "%", ("Rain",),
    text("Measured in one valley only."), "Bar chart of where the water comes from.", SPAN,
)  # fmt: skip

QUIZ = Quiz(
    (
        Question("choice", text("Where does a river end?"), (Choice(text("In a lake or the sea"), right=True), Choice(text("In a cloud"), right=False)), (), None, text("It runs down."), 2, SPAN),
        Question("true-false", text("Rivers run uphill."), (), (), text("false"), None, 2, SPAN),
        Question("short", text("Name one river."), (), (), text("Any river"), None, 2, SPAN),
        Question("match", text("Match the words."), (), (Pair(text("source"), text("where it begins")), Pair(text("mouth"), text("where it ends"))), None, None, 2, SPAN),
    )
)  # fmt: skip

SLIDES = (
    slide("s1-1", "Rivers begin small", Points((*items("A ==spring== or a ==glacier== feeds it", "Rain joins it"), Item(text("Snow"), items("It melts")))), notes=(NoteParagraph(text("Rivers are old."), "say"), NoteParagraph(text("Where is ours?"), "ask"))),
    slide("s1-2", "A river never stands still", Statement(text("A river never stands still"))),
    slide("s1-3", "Two kinds of valleys", Compare((Column(text("Young"), items("Steep", "Narrow")), Column(text("Old"), items("Wide", "Flat"))))),
    slide("s1-4", "From rain to sea", Steps(items("It rains", "Water gathers", "It ==flows==", "It reaches the sea"))),
    slide("s1-5", "What was measured", Table(text("Lengths of three rivers"), texts("River", "Kilometres"), (texts("Long", "1,200"), texts("Short", "90")), True, SPAN)),
    slide("s1-6", "Most of the water is rain", CHART),
    slide("s1-7", "A history", Timeline((Event(text("1900"), text("A dam is built"), (), SPAN), Event(text("1990"), text("It is taken down"), (), SPAN)))),
    slide("s2-1", "Map a river", Activity(10.0, "pairs", texts("A map"), items("Find the source", "Draw the river"), "drawing"), minutes=10),
    slide("s2-2", "The flooded field", Scenario(texts("A farmer finds the field under water."), texts("What happened?", "Whom would you ask?"), texts("The river rose.", "The water board."))),
    slide("s2-3", "Talk about it", Discuss(texts("Who owns a river?"))),
    slide("s2-4", "Check", QUIZ),
    slide("s2-5", "Words", Define((Term(text("source"), text("Where a river begins"), SPAN),))),
    slide("s2-6", "Someone said", Quote(text("No one steps in the same river twice"), text("Heraclitus"))),
    slide("s2-7", "Where to get help", Help((contact("water", "Water board", "555-0100"),))),
)  # fmt: skip

LESSON = Lesson(
    name="rivers",
    audience="",
    language="en-US",
    title=text("Rivers and what they carry"),
    subtitle=text("From the spring to the sea"),
    level=None,
    duration=45,
    authors=("A Teacher",),
    license="CC BY 4.0",
    theme="daylight",
    theme_span=SPAN,
    care="",
    content_note=text("This lesson shows floods."),
    objectives=texts("Say where a river begins.", "Read a map."),
    vocabulary=(
        Term(text("source"), text("Where a river begins"), SPAN),
        Term(text("mouth"), text("Where it ends"), SPAN),
    ),
    standards=(),
    contacts=(contact("water", "Water board", "555-0100"), contact("emergency", "Emergency", "911", emergency=True)),
    sources=(
        Source("atlas", "An Atlas of Rivers", "A Press", "2020", "", "", "", "2026-01-01", "", "", False, "", SPAN),
    ),
    handouts=(),
    opening=("title",),
    closing=(),
    sections=(
        Section(text("How rivers work"), 14, SLIDES[:7], SPAN),
        Section(text("Rivers and us"), 22, SLIDES[7:], SPAN),
    ),
    print=Print(
        fact_sheet=(
            PrintBlock(text("What a river is"), texts("A river is water that runs in a bed. [@atlas]")),
            PrintBlock(text("What it carries"), points=items("Sand", "Salt", "Life")),
            PrintBlock(text("Where it comes from"), chart=CHART, sources=("atlas",)),
        ),
        materials=texts("A map", "Pencils"),
        disclosure=texts("Listen.", "Call."),
        opt_out=OptOut(text("Read a map"), 20, texts("Find a river.", "Name it.")),
    ),
    reviewed_on="",
    reviewed_by="",
    span=SPAN,
)


def lesson_of(*slides: Slide, **changes: object) -> Lesson:
    """The lesson with these slides in one section without a title."""
    changed = {"sections": (Section(None, None, slides, SPAN),), **changes}
    return replace(LESSON, **changed)
