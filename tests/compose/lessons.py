"""Lessons as values, so that composing is tested without the stages that read outlines."""

from functools import cache
from pathlib import Path

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
    ImageBody,
    Item,
    Lesson,
    NoteBlock,
    NoteList,
    NoteParagraph,
    Pair,
    Picture,
    Points,
    Print,
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
    Video,
)
from hornbook.source.inline import read_inline
from hornbook.source.nodes import ScalarNode
from hornbook.source.runs import Text
from hornbook.theme.model import Theme
from hornbook.theme.reader import read_theme

FILE = SourceFile("lesson.yaml", "")
THEME_FILE = Path(__file__).parents[2] / "decks" / "themes" / "daylight.yaml"


@cache
def daylight() -> Theme:
    theme, diagnostics = read_theme(SourceFile("themes/daylight.yaml", THEME_FILE.read_text("utf-8")))
    assert theme is not None, diagnostics
    return theme


def at(line: int, column: int = 1) -> Span:
    return Span(FILE, line, column)


def text(words: str, line: int = 1) -> Text:
    """A paragraph with inline markup."""
    found = read_inline(ScalarNode(words, at(line)), {"fill-in": "write-in"}).text
    assert found is not None
    return found


def item(words: str, *below: "str | Item", line: int = 1) -> Item:
    return Item(text(words, line), tuple(one if isinstance(one, Item) else item(one, line=line) for one in below))


def points(*items: "str | Item") -> Points:
    return Points(tuple(one if isinstance(one, Item) else item(one, line=index) for index, one in enumerate(items, 10)))


def slide(title: str, body: Body, **changes: object) -> Slide:
    plain = Slide(
        id="s1-1",
        title=text(title, 3),
        body=body,
        notes=(),
        minutes=None,
        reveal=False,
        layout="",
        sources=(),
        picture=None,
        icon="",
        in_deck=True,
        in_handouts=True,
        hidden=False,
        span=at(2),
    )
    return replace(plain, **changes)


def notes(*blocks: "str | list[str]") -> tuple[NoteBlock, ...]:
    return tuple(
        NoteList(tuple(text(line) for line in block), ordered=False)
        if isinstance(block, list)
        else NoteParagraph(text(block))
        for block in blocks
    )


def section(title: str, *slides: Slide, minutes: float | None = None) -> Section:
    return Section(text(title, 2) if title else None, minutes, slides, at(2))


def lesson(*slides: Slide, **changes: object) -> Lesson:
    """A lesson of one section without a title and without automatic slides."""
    plain = Lesson(
        name="try",
        audience="",
        language="en-US",
        title=text("The Water Cycle"),
        subtitle=None,
        level=None,
        duration=None,
        authors=(),
        license="",
        theme="daylight",
        theme_span=at(1),
        care="",
        content_note=None,
        objectives=(),
        vocabulary=(),
        standards=(),
        contacts=(),
        sources=(),
        handouts=(),
        opening=(),
        closing=(),
        sections=(Section(None, None, slides, at(1)),),
        print=Print(),
        reviewed_on="",
        reviewed_by="",
        span=at(1),
    )
    return replace(plain, **changes)


def source(
    id: str, title: str = "Water Science School", publisher: str = "US Geological Survey", year: str = "2022"
) -> Source:
    return Source(
        id, title, publisher, year, "", "", "https://www.usgs.gov/water", "2026-01-02", "", "", False, "", at(5)
    )


def contact(id: str, **fields: object) -> Contact:
    named = {
        "name": "Poison Help",
        "what": "Someone drank water that was not clean",
        "short": "Poison Help: 1-800-222-1222",
        "call": "1-800-222-1222",
        "text": None,
        "chat": None,
        "tty": None,
        "url": None,
        "hours": "Day and night",
        "languages": None,
    } | fields
    said = {key: text(value) if isinstance(value, str) else value for key, value in named.items()}
    return Contact(
        id=id, emergency=False, local=False, seen_on="", checked_on="", checked_by="", region="US", span=at(7), **said
    )


def chart(type: str = "column", **changes: object) -> Chart:
    plain = Chart(
        type=type,
        labels=("2021", "2022", "2023"),
        series=(Series("Rain", (610.0, 702.0, 655.5), ("610", "702", "655.5")),),
        unit="mm",
        highlight=("2022",),
        note=None,
        alt="Rain in three years: 610, 702 and 655.5 mm",
        span=at(12),
    )
    return replace(plain, **changes)


def picture(path: Path, **changes: object) -> Picture:
    plain = Picture(path, 40, 30, "png", "A glass of water", False, text("Own drawing"), False, at(4))
    return replace(plain, **changes)


def table(rows: int = 3, **changes: object) -> Table:
    header = (text("Place"), text("Share"), text("Litres"))
    body = tuple((text(f"Ocean number {row}"), text(f"{row}.5 %"), text(f"{row},000")) for row in range(1, rows + 1))
    plain = Table(text("Where the water is"), header, body, row_headers=True, span=at(14))
    return replace(plain, **changes)


def choice_question(ask: str = "What makes water rise?", right: int = 1, **changes: object) -> Question:
    choices = tuple(Choice(text(words), index == right) for index, words in enumerate(("Cold", "Heat", "Salt")))
    plain = Question("choice", text(ask, 20), choices, (), text("Heat"), text("The sun warms it"), 0, at(20))
    return replace(plain, **changes)


def short_question() -> Question:
    return Question("short", text("Where does rain go?", 21), (), (), text("Into the ground"), None, 2, at(21))


def match_question() -> Question:
    pairs = (Pair(text("evaporate"), text("become vapour")), Pair(text("condense"), text("become drops")))
    return Question("match", text("Match", 22), (), pairs, None, None, 0, at(22))


def true_false_question() -> Question:
    return Question("true-false", text("Ice is water", 23), (), (), text("true"), text("It is frozen"), 0, at(23))


def term(word: str, meaning: str = "What it means, said in plain words") -> Term:
    return Term(text(word), text(meaning), at(30))


def every_body() -> dict[str, Body]:
    """A body of each kind but the picture."""
    events = tuple(
        Event(text(when), text(what), (), at(11))
        for when, what in (("1790", "The first **map** of rain"), ("1850", "Gauges everywhere"), ("1950", "Radar"))
    )
    three = (item("Warm it", "Use the sun"), item("Watch it rise"), item("Cool it"))
    return {
        "points": points(
            item("Water ==rises==", "When it is warm"), "It falls [@usgs]", "It [flows](https://example.org/a)"
        ),
        "statement": Statement(text("Every drop has been here ==before==.")),
        "quote": Quote(text("Water is life"), text("A saying")),
        "compare": Compare(
            (Column(text("Rain"), points("Falls").items), Column(text("Snow"), points("Drifts", "Stays").items))
        ),
        "steps": Steps(three),
        "timeline": Timeline(events),
        "table": table(),
        "chart": chart(note=text("Measured at one place")),
        "activity": Activity(10, "pairs", (text("A glass"), text("Ice")), three),
        "scenario": Scenario(
            (text("A town has no rain."),), (text("What now?"), text("Who helps?")), (text("Save water"),)
        ),
        "discuss": Discuss((text("Where is water hidden?"), text("Who has none?"))),
        "quiz": Quiz((choice_question(), short_question(), match_question(), true_false_question())),
        "define": Define((term("vapour"), term("cloud"))),
        "video": Video(
            text("Round and round"), "https://www.example.org/films/water", "4 min", text("Loud at the start")
        ),
        "help": Help((contact("a"), contact("b", url="https://example.org/chat", text="233733"))),
    }


def with_picture(path: Path) -> Slide:
    return slide("A glass", ImageBody(), picture=picture(path))


def draw_png(path: Path, width: int, height: int) -> Path:
    """A plain picture file."""
    from PIL import Image

    Image.new("RGB", (width, height), "#0A6E68").save(path)
    return path
