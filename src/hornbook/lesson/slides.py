"""Slides: the key of the body decides the kind; common keys; the title that every slide has."""

from msgspec.structs import replace

from hornbook.lesson import keys
from hornbook.lesson.bodies import BodyReading, Shared, read_body
from hornbook.lesson.meant import KINDS, answer
from hornbook.lesson.model import Activity, Body, ImageBody, Picture, Quote, Slide, Statement, Video
from hornbook.lesson.notes import read_notes
from hornbook.lesson.pictures import read_picture
from hornbook.lesson.reading import Reading
from hornbook.lesson.values import listed
from hornbook.source.nodes import MapNode, Node, shorten
from hornbook.source.runs import Text


def read_slide(reading: Reading, node: Node, id: str, shared: Shared) -> Slide | None:
    """The slide for this audience; None where it is for others, switched off or wrong."""
    if not isinstance(node, MapNode):
        reading.wrong(
            node,
            "A slide with a `title` and a body",
            "Write - {title: ..., points: [...]} or put its fields below each other.",
        )
        return None
    wanted = reading.wanted(node)
    kind = _kind(reading, node)
    if kind is None:
        _check_common(reading, node)
        return None
    picture, picture_sources = _picture(reading, node, kind)
    read = _body(reading, node, kind, picture, shared)
    slide = _slide(reading, node, kind, read)
    if slide is None or not wanted:
        return None
    sources = tuple(dict.fromkeys((*slide.sources, *read.sources, *picture_sources)))
    return replace(slide, id=id, picture=picture, sources=sources)


def _kind(reading: Reading, node: MapNode) -> str | None:
    """The key of the body; messages where there is none, or more than one."""
    bodies = [entry.key for entry in node if entry.key.text in keys.KINDS and (entry.key.text != "image")]
    unknown = [entry.key for entry in node if entry.key.text not in (*keys.KINDS, *keys.SLIDE)]
    if len(bodies) > 1:
        first, second = bodies[0].text, bodies[1]
        message = f"A slide has one body: this one has `{first}` and `{second.text}`."
        reading.error("HB213", message, second.span, "Make two slides of it.")
    kind = bodies[0].text if bodies else "image" if "image" in node else None
    if kind is None and unknown:
        for key in unknown:
            hint, fix = answer(node, key, (*keys.KINDS, *keys.SLIDE), KINDS)
            message = f"`{shorten(key.text)}` is not a kind of slide."
            reading.error("HB212", message, key.span, hint or _kinds(), fix)
    elif kind is None:
        message = "This slide has no body." if node.entries else "This slide is empty."
        reading.error("HB212", message, node.span, f"Give it one of {listed(keys.KINDS, 'or')}.")
    else:
        for key in unknown:
            hint, fix = answer(node, key, (*keys.SLIDE, *keys.KINDS), KINDS)
            message = f"`{shorten(key.text)}` is not a field of a slide."
            reading.error("HB201", message, key.span, hint or _kinds(), fix)
    return kind if len(bodies) < 2 else None


def _kinds() -> str:
    return f"Kinds of slides are {listed(keys.KINDS)}."


def _check_common(reading: Reading, node: MapNode) -> None:
    """The fields that every slide may have, of one whose body is wrong: their faults are told in the same run."""
    reading.text(node.get("title"), "title")
    read_notes(reading, node.get("notes"))
    reading.minutes(node.get("minutes"))
    reading.source_ids(node.get("source"))
    for name in ("deck", "handouts", "hidden"):
        reading.flag(node.get(name))


def _picture(reading: Reading, node: MapNode, kind: str) -> tuple[Picture | None, tuple[str, ...]]:
    image = node.get("image")
    for name in ("image", "icon"):
        if name in node and kind not in keys.WITH_PICTURE and kind != name:
            hint = f"It may accompany {listed(keys.WITH_PICTURE)}; otherwise give it a slide of its own."
            reading.error("HB233", f"`{name}` cannot accompany `{kind}`.", node.key_span(name), hint)
            return None, ()
    return read_picture(reading, image) if image is not None else (None, ())


def _body(reading: Reading, node: MapNode, kind: str, picture: Picture | None, shared: Shared) -> BodyReading:
    value = reading.need(node, kind, "A slide")
    if value is None:
        return BodyReading(None)
    if kind == "image":
        return BodyReading(ImageBody() if picture else None)
    return read_body(reading, kind, value, shared)


def _slide(reading: Reading, node: MapNode, kind: str, read: BodyReading) -> Slide | None:
    """The slide without its id, its picture and what its body knows of sources."""
    title = _title(reading, node, kind, read.body)
    minutes = reading.minutes(node.get("minutes"))
    body, minutes = _timed(reading, node, read, minutes)
    notes = read_notes(reading, node.get("notes"))
    sources = reading.source_ids(node.get("source"))
    layout, icon = reading.words(node.get("layout")), reading.words(node.get("icon"))
    reveal = reading.choice(node.get("reveal"), keys.REVEAL, "none", "a way to reveal")
    in_deck = reading.flag(node.get("deck"), default=True)
    in_handouts = reading.flag(node.get("handouts"), default=True)
    hidden = reading.flag(node.get("hidden"))
    _check_shown(reading, node, in_deck=in_deck, in_handouts=in_handouts, hidden=hidden)
    if title is None or body is None:
        return None
    return Slide(
        id="",
        title=title,
        body=body,
        notes=notes,
        minutes=minutes,
        reveal=reveal == "click",
        layout=layout,
        sources=sources,
        picture=None,
        icon=icon,
        in_deck=in_deck,
        in_handouts=in_handouts and not hidden,
        hidden=hidden,
        span=node.span,
    )


def _check_shown(reading: Reading, node: MapNode, *, in_deck: bool, in_handouts: bool, hidden: bool) -> None:
    if not in_deck and (hidden or not in_handouts):
        key = "hidden" if hidden else "handouts"
        reading.error(
            "HB219", "This slide would be nowhere.", node.key_span(key), "Delete one of the two fields, or the slide."
        )


def _title(reading: Reading, node: MapNode, kind: str, body: Body | None) -> Text | None:
    """The title that the slide was given or that its body has."""
    written = node.get("title")
    if written is not None:
        if kind == "statement":
            message = "A statement is its own title, so this slide has two."
            reading.error(
                "HB214",
                message,
                node.key_span("title"),
                "Delete `title`, or put the sentence into it and use another kind.",
            )
        return reading.text(written, "title")
    own = _own_title(body)
    if own is None and (body is not None or kind not in keys.OWN_TITLE):
        message = "`title:` has no value." if "title" in node else "This slide has no title."
        hint = (
            "Say what the slide says in one sentence: title: ..."
            if kind != "quote"
            else "Write `title:`, or say under `by` whose words they are."
        )
        reading.error("HB214", message, node.key_span("title"), hint)
    return own


def _own_title(body: Body | None) -> Text | None:
    match body:
        case Statement(text=text):
            return text
        case Quote(by=by):
            return by
        case Video(title=title):
            return title
        case _:
            return None


def _timed(
    reading: Reading, node: MapNode, read: BodyReading, minutes: float | None
) -> tuple[Body | None, float | None]:
    """An activity's minutes are the slide's; they may stand at either place, not at both."""
    if not isinstance(read.body, Activity):
        return read.body, minutes
    if read.minutes is not None and minutes is not None:
        message = "The minutes of this activity are said twice."
        reading.error(
            "HB217", message, node.key_span("minutes"), "Keep those inside `activity`: they are the slide's as well."
        )
    known = read.minutes if read.minutes is not None else minutes
    if known is None:
        written = node.get("activity")
        if not (isinstance(written, MapNode) and "minutes" in written) and "minutes" not in node:
            reading.error(
                "HB202",
                "An activity needs `minutes:`.",
                node.key_span("activity"),
                "Say how long it takes: minutes: 10.",
            )
        return read.body, None
    return replace(read.body, minutes=known), known
