"""The body of a slide, by its kind."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from hornbook.lesson import keys
from hornbook.lesson.model import (
    Activity,
    Body,
    Column,
    Compare,
    Contact,
    Define,
    Discuss,
    Event,
    Help,
    Points,
    Quote,
    Scenario,
    Statement,
    Steps,
    Term,
    Timeline,
    Video,
)
from hornbook.lesson.points import read_points
from hornbook.lesson.quiz import read_quiz
from hornbook.lesson.reading import Reading
from hornbook.lesson.tables import read_chart, read_table
from hornbook.lesson.values import each, listed, nearest
from hornbook.source.nodes import ListNode, MapNode, Node, ScalarNode, shorten


class Shared(Struct, frozen=True):
    """What slides refer to."""

    vocabulary: Mapping[str, Term]
    contacts: Mapping[str, Contact]
    known_contacts: frozenset[str] = frozenset()
    """Ids that were written, also those of contacts that a value switched off."""


class BodyReading(Struct, frozen=True):
    """A body with what its slide takes over from it."""

    body: Body | None
    sources: tuple[str, ...] = ()
    minutes: float | None = None


def read_body(reading: Reading, kind: str, node: Node, shared: Shared) -> BodyReading:
    """The body of a kind out of the value of its key."""
    if kind == "table":
        return BodyReading(*read_table(reading, node))
    if kind == "chart":
        return BodyReading(*read_chart(reading, node))
    if kind in ("define", "help"):
        read_shared = _define if kind == "define" else _help
        return BodyReading(read_shared(reading, node, shared))
    return _READERS[kind](reading, node)


def _points(reading: Reading, node: Node) -> BodyReading:
    items = read_points(reading, node)
    return BodyReading(Points(items) if items else None)


def _steps(reading: Reading, node: Node) -> BodyReading:
    items = read_points(reading, node)
    return BodyReading(Steps(items) if items else None)


def _statement(reading: Reading, node: Node) -> BodyReading:
    text = reading.text(node, "title")
    return BodyReading(Statement(text) if text else None)


def _quote(reading: Reading, node: Node) -> BodyReading:
    if isinstance(node, ScalarNode):
        reading.wrong(node, "A quotation with `text` and `by`", "Write quote: {text: ..., by: ...}.")
        return BodyReading(None)
    fields = reading.mapping(node, keys.QUOTE, "a quotation")
    if fields is None:
        return BodyReading(None)
    text, by = reading.needed_text(fields, "text", "A quotation"), reading.text(fields.get("by"), "title")
    return BodyReading(Quote(text, by) if text else None, reading.source_ids(fields.get("source")))


def _compare(reading: Reading, node: Node) -> BodyReading:
    items = reading.items(node, "Two or three columns")
    if isinstance(node, ListNode) and items and not 2 <= len(items) <= 3:
        message = f"A comparison has two or three columns, not {len(items)}."
        reading.error(
            "HB211", message, node.span, "Use a `table` for more." if len(items) > 3 else "Use `points` for one."
        )
    columns = each(items, lambda item: _column(reading, item))
    return BodyReading(Compare(columns) if 2 <= len(columns) <= 3 else None)


def _column(reading: Reading, node: Node) -> Column | None:
    fields = reading.mapping(node, keys.COLUMN, "a column")
    if fields is None:
        return None
    heading = reading.needed_text(fields, "heading", "A column", "title")
    items = read_points(reading, reading.need(fields, "points", "A column"))
    return Column(heading, items) if heading and items else None


def _timeline(reading: Reading, node: Node) -> BodyReading:
    events = each(reading.items(node, "A list of events"), lambda item: _event(reading, item))
    sources = tuple(id for event in events for id in event.sources)
    return BodyReading(Timeline(events) if events else None, sources)


def _event(reading: Reading, node: Node) -> Event | None:
    fields = reading.mapping(node, keys.EVENT, "an event")
    if fields is None:
        return None
    when = reading.needed_text(fields, "when", "An event")
    what = reading.needed_text(fields, "what", "An event")
    sources = reading.source_ids(fields.get("source"))
    return Event(when, what, sources, node.span) if when and what else None


def _activity(reading: Reading, node: Node) -> BodyReading:
    fields = reading.mapping(node, keys.ACTIVITY, "an activity")
    if fields is None:
        return BodyReading(None)
    minutes = reading.minutes(fields.get("minutes"))
    groups = reading.words(fields.get("groups"))
    materials = reading.texts(fields.get("materials"))
    room = reading.choice(fields.get("room"), keys.ROOMS, "lines", "a kind of room for an activity")
    steps = read_points(reading, reading.need(fields, "steps", "An activity"))
    return BodyReading(Activity(minutes or 0.0, groups, materials, steps, room) if steps else None, minutes=minutes)


def _scenario(reading: Reading, node: Node) -> BodyReading:
    fields = reading.mapping(node, keys.SCENARIO, "a scenario")
    if fields is None:
        return BodyReading(None)
    story = reading.paragraphs(reading.need(fields, "story", "A scenario"))
    questions, answers = reading.texts(fields.get("questions")), reading.texts(fields.get("answers"))
    return BodyReading(Scenario(story, questions, answers) if story else None)


def _discuss(reading: Reading, node: Node) -> BodyReading:
    questions = reading.texts(node)
    return BodyReading(Discuss(questions) if questions else None)


def _quiz(reading: Reading, node: Node) -> BodyReading:
    return BodyReading(read_quiz(reading, node))


def _define(reading: Reading, node: Node, shared: Shared) -> Define | None:
    terms: list[Term] = []
    for item in reading.items(node, "A list of terms"):
        scalar = reading.scalar(item)
        term = _term(reading, scalar, shared.vocabulary) if scalar else None
        if term:
            terms.append(term)
    return Define(tuple(terms)) if terms else None


def _term(reading: Reading, scalar: ScalarNode, vocabulary: Mapping[str, Term]) -> Term | None:
    word = scalar.text.strip()
    folded = {name.casefold(): term for name, term in vocabulary.items()}
    if word.casefold() in folded:
        return folded[word.casefold()]
    hint = nearest(word, vocabulary) or "Write the word and its meaning under `vocabulary:`."
    reading.error("HB222", f'"{shorten(word)}" is not in the vocabulary of this lesson.', scalar.span, hint)
    return None


def _video(reading: Reading, node: Node) -> BodyReading:
    fields = reading.mapping(node, keys.VIDEO, "a video")
    if fields is None:
        return BodyReading(None)
    title = reading.needed_text(fields, "title", "A video", "title")
    url = reading.address(reading.need(fields, "url", "A video"))
    length, caution = reading.words(fields.get("length")), reading.text(fields.get("caution"))
    return BodyReading(Video(title, url, length, caution) if title and url else None)


def _help(reading: Reading, node: Node, shared: Shared) -> Help | None:
    if not shared.known_contacts:
        reading.error(
            "HB225",
            "This slide shows the contacts, and the lesson has none.",
            node.span,
            "Write `contacts:` at the top of the lesson.",
        )
        return None
    if isinstance(node, ScalarNode) and node.text.strip() == "all":
        chosen = tuple(shared.contacts.values())
        return Help(chosen) if chosen else None
    if isinstance(node, MapNode):
        reading.wrong(node, "`all`, or a list of ids of contacts,")
        return None
    contacts: list[Contact] = []
    for scalar in reading.one_or_more(node):
        id = scalar.text.strip()
        if id in shared.contacts:
            contacts.append(shared.contacts[id])
        elif id not in shared.known_contacts:
            hint = (
                nearest(id, shared.known_contacts) or f"Use `all`, or some of {listed(sorted(shared.known_contacts))}."
            )
            reading.error("HB221", f'There is no contact "{shorten(id)}".', scalar.span, hint)
    return Help(tuple(contacts)) if contacts else None


_READERS: Mapping[str, Callable[[Reading, Node], BodyReading]] = {
    "points": _points,
    "statement": _statement,
    "quote": _quote,
    "compare": _compare,
    "steps": _steps,
    "timeline": _timeline,
    "activity": _activity,
    "scenario": _scenario,
    "discuss": _discuss,
    "quiz": _quiz,
    "video": _video,
}
