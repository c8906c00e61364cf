"""Lessons by chance, the same ones for the same number: every kind, from one short word to far too many."""

from collections.abc import Callable
from random import Random

from msgspec.structs import replace

from compose.lessons import at, chart, contact, lesson, notes, section, slide, source, text
from hornbook.lesson.model import (
    Activity,
    Body,
    Chart,
    Choice,
    Column,
    Compare,
    Define,
    Discuss,
    Event,
    Help,
    Item,
    Lesson,
    OptOut,
    Pair,
    Picture,
    Points,
    Print,
    PrintBlock,
    Question,
    Quiz,
    Quote,
    Scenario,
    Series,
    Slide,
    Statement,
    Steps,
    Table,
    Term,
    Timeline,
    Video,
)
from hornbook.source.runs import Text

_SAID = (
    "a an the of to in is it and or we you by at on for rain ice snow water river cloud stream ocean vapour glacier "
    "evaporates condensation precipitation groundwater transpiration infiltration thunderstorm well-known half-empty "
    "school’s “quoted” 50% 1,386 10° Über naïve café œuvre rises, falls; melts. freezes! why? (perhaps) and/or "
    "internationalisation measurable everywhere nobody someone because although"
)
WORDS = tuple(_SAID.split())
MARKS = (
    "=={}==",
    "**{}**",
    "*{}*",
    "`{}`",
    "[{}](https://example.org/a)",
    "{} [@one]",
    "{} [@two]",
    "x^n^ {}",
    "H~2~O {}",
)
CHARTS = ("bar", "column", "line", "pie", "stacked")


def random_lesson(number: int, slides: int = 5, picture: Picture | None = None) -> Lesson:
    """The lesson of that number; `picture` stands beside some of its slides."""
    chance = Random(number)
    made = tuple(_slide(chance, index, picture) for index in range(slides))
    cut = chance.randint(0, slides)
    parts = [part for part in (made[:cut], made[cut:]) if part]
    return lesson(
        title=_title(chance),
        subtitle=_title(chance) if chance.random() < 0.5 else None,
        objectives=tuple(_text(chance, 12) for _ in range(chance.randint(1, 4))),
        contacts=tuple(_contact(chance, f"c{index}") for index in range(chance.randint(1, 3))),
        sources=(
            source("one"),
            source("two", publisher="World Meteorological Organization", title="State of the climate"),
        ),
        opening=("title", "objectives", "agenda"),
        closing=("sources", "help"),
        sections=tuple(section(_title(chance).plain, *part, minutes=chance.randint(1, 90)) for part in parts),
    )


def random_print(number: int) -> Print:
    """Words that only paper needs, of that number."""
    chance = Random(number)
    return Print(
        fact_sheet=tuple(_print_block(chance) for _ in range(chance.randint(0, 7))),
        letter=_texts(chance, 9, 60),
        disclosure=_texts(chance, 6, 20, 0),
        opt_out=OptOut(_title(chance), 20, _texts(chance, 5, 20)) if chance.random() < 0.5 else None,
        materials=_texts(chance, 5, 4, 0),
    )


def _print_block(chance: Random) -> PrintBlock:
    table, chart = _table(chance), _chart(chance)
    parts: tuple[dict[str, object], ...] = (
        {"text": _texts(chance, 3, 60)},
        {"points": _items(chance, 7, 20, 1)},
        {"text": _texts(chance, 2, 30), "table": table},
        {"table": table},
        {"chart": chart},
    )
    return PrintBlock(_title(chance), **chance.choice(parts))


def _slide(chance: Random, index: int, picture: Picture | None) -> Slide:
    body = chance.choice(BODIES)(chance)
    may = isinstance(body, Points | Statement | Quote | Scenario | Discuss | Activity | Define)
    return replace(
        slide(_title(chance).plain, body, id=f"s-{index}", reveal=chance.random() < 0.5),
        notes=notes(" ".join(_words(chance, 30)), [" ".join(_words(chance, 8))]) if chance.random() < 0.5 else (),
        sources=tuple(chance.sample(("one", "two"), chance.randint(0, 2))),
        picture=picture if may and chance.random() < 0.3 else None,
    )


def _words(chance: Random, most: int) -> list[str]:
    """Mostly few words, at times many."""
    return [chance.choice(WORDS) for _ in range(1 + int((most - 1) * chance.random() ** 2))]


def _title(chance: Random) -> Text:
    return text(" ".join(_words(chance, 13)))


def _text(chance: Random, most: int) -> Text:
    words = _words(chance, most)
    if chance.random() < 0.3:
        place = chance.randrange(len(words))
        words[place] = chance.choice(MARKS).format(words[place])
    return text(" ".join(words))


def _texts(chance: Random, most: int, words: int, least: int = 1) -> tuple[Text, ...]:
    return tuple(_text(chance, words) for _ in range(chance.randint(least, most)))


def _items(chance: Random, most: int, words: int, depth: int = 2) -> tuple[Item, ...]:
    return tuple(_item(chance, words, depth) for _ in range(chance.randint(1, most)))


def _item(chance: Random, words: int, depth: int) -> Item:
    below = _items(chance, 3, words, depth - 1) if depth and chance.random() < 0.3 else ()
    return Item(_text(chance, words), below)


def _points(chance: Random) -> Body:
    return Points(_items(chance, 12, 28))


def _statement(chance: Random) -> Body:
    return Statement(_text(chance, 18))


def _quote(chance: Random) -> Body:
    return Quote(_text(chance, 36), _text(chance, 4) if chance.random() < 0.7 else None)


def _compare(chance: Random) -> Body:
    return Compare(tuple(Column(_text(chance, 3), _items(chance, 5, 14, 1)) for _ in range(chance.randint(2, 3))))


def _steps(chance: Random) -> Body:
    return Steps(_items(chance, 9, 14, 1))


def _timeline(chance: Random) -> Body:
    return Timeline(
        tuple(
            Event(text(f"{chance.choice(('', 'May ', '6 April '))}{1800 + index}"), _text(chance, 18), (), at(9))
            for index in range(chance.randint(1, 9))
        )
    )


def _table(chance: Random) -> Body:
    width = chance.randint(1, 4)
    rows = tuple(tuple(_text(chance, 6) for _ in range(width)) for _ in range(chance.randint(1, 22)))
    header = tuple(_text(chance, 2) for _ in range(width)) if chance.random() < 0.7 else ()
    return Table(_text(chance, 8) if chance.random() < 0.5 else None, header, rows, chance.random() < 0.5, at(5))


def _chart(chance: Random) -> Body:
    labels = tuple(str(2000 + index) for index in range(chance.randint(2, 8)))
    type = chance.choice(CHARTS)
    series = tuple(_series(chance, name, len(labels)) for name in ("Rain", "Snow")[: 1 if type == "pie" else 2])
    note = _text(chance, 16) if chance.random() < 0.5 else None
    shown: Chart = chart(
        type, labels=labels, series=series, note=note, highlight=chance.choice(((), ("2001",), ("Rain",)))
    )
    return shown


def _series(chance: Random, name: str, count: int) -> Series:
    values = tuple(float(chance.randint(1, 900)) for _ in range(count))
    return Series(name, values, tuple(f"{value:.0f}" for value in values))


def _activity(chance: Random) -> Body:
    return Activity(chance.choice((1, 7.5, 10, 45)), "pairs", _texts(chance, 3, 3, 0), _items(chance, 7, 14, 1))


def _scenario(chance: Random) -> Body:
    return Scenario(_texts(chance, 3, 45), _texts(chance, 4, 14), ())


def _discuss(chance: Random) -> Body:
    return Discuss(_texts(chance, 6, 22))


def _quiz(chance: Random) -> Body:
    return Quiz(tuple(_question(chance) for _ in range(chance.randint(1, 2))))


def _question(chance: Random) -> Question:
    kind = chance.choice(("choice", "true-false", "match", "short"))
    ask, why = _text(chance, 16), _text(chance, 12) if chance.random() < 0.5 else None
    if kind == "choice":
        count = chance.randint(2, 6)
        choices = tuple(Choice(_text(chance, 7), index == 0) for index in range(count))
        return Question(kind, ask, choices, (), choices[0].text, why, 0, at(20))
    if kind == "match":
        pairs = tuple(
            Pair(text(f"{index} {chance.choice(WORDS)}"), _text(chance, 4)) for index in range(chance.randint(2, 6))
        )
        return Question(kind, ask, (), pairs, None, why, 0, at(20))
    answer = text("true") if kind == "true-false" else _text(chance, 8)
    return Question(kind, ask, (), (), answer, why, 2, at(20))


def _define(chance: Random) -> Body:
    return Define(tuple(Term(_text(chance, 2), _text(chance, 22), at(30)) for _ in range(chance.randint(1, 7))))


def _video(chance: Random) -> Body:
    return Video(
        _text(chance, 8),
        "https://www.example.org/films/water",
        "4 min",
        _text(chance, 8) if chance.random() < 0.5 else None,
    )


def _help(chance: Random) -> Body:
    return Help(tuple(_contact(chance, f"h{index}") for index in range(chance.randint(1, 8))))


def _contact(chance: Random, id: str) -> object:
    url = "https://example.org/chat" if chance.random() < 0.5 else None
    return contact(id, what=" ".join(_words(chance, 9)), url=url, text="233733" if chance.random() < 0.3 else None)


BODIES: tuple[Callable[[Random], Body], ...] = (
    _points, _statement, _quote, _compare, _steps, _timeline, _table, _chart, _activity, _scenario, _discuss, _quiz,
    _define, _video, _help, _points,
)  # fmt: skip
"""What makes a body of each kind; lists are twice as common as the others."""
