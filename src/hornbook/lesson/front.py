"""What stands above the slides of an outline: vocabulary, sources, handouts, values, and who it is for."""

import re
from collections.abc import Iterator, Mapping
from typing import cast

from hornbook.diagnostics import Span
from hornbook.lesson import keys
from hornbook.lesson.model import AutomaticName, HandoutRequest, Source, Term
from hornbook.lesson.reading import Reading
from hornbook.lesson.values import LANGUAGE, each, listed
from hornbook.lesson.variants import Large, Variant
from hornbook.source.nodes import MapNode, Node, ScalarNode, is_missing, shorten
from hornbook.units import PAPERS

MAX_VERSIONS = 26
LARGE: dict[str, Large] = {"false": 0, "true": 18, "18": 18, "20": 20}
"""What may be written for `large_print`: yes or no, or the size of its smallest words."""
DEFAULT_LANGUAGE = "en-US"
_NAME = re.compile(r"[A-Za-z0-9][\w.\-]*")


def read_language(reading: Reading, node: Node | None) -> str:
    """The lesson's language as a BCP 47 tag."""
    scalar = reading.scalar(node)
    if scalar is None:
        return DEFAULT_LANGUAGE
    tag = scalar.text.strip()
    if LANGUAGE.fullmatch(tag):
        return tag
    hint = (
        f"Write `{tag.replace('_', '-')}`."
        if LANGUAGE.fullmatch(tag.replace("_", "-"))
        else "Write a tag such as `en-US`, `es-MX` or `fr`."
    )
    reading.error("HB270", f'"{shorten(tag)}" is not the tag of a language.', scalar.span, hint)
    return DEFAULT_LANGUAGE


def read_audiences(reading: Reading, node: Node | None) -> tuple[str, ...]:
    """The names of the audiences, in order."""
    names: list[str] = []
    for item in reading.items(node, "A list of audiences"):
        scalar = reading.scalar(item)
        if scalar is None:
            continue
        name = scalar.text.strip()
        if not _NAME.fullmatch(name):
            usable = re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-").lower() or "students"
            hint = f"It becomes part of file names: write `{usable}`."
            reading.error("HB271", f'"{shorten(name)}" cannot be the name of an audience.', scalar.span, hint)
        elif name in names:
            reading.error("HB271", f'The audience "{name}" is here twice.', scalar.span, "Delete one.")
        else:
            names.append(name)
    return tuple(names)


def read_values(reading: Reading, node: Node | None) -> dict[str, str]:
    """`values:` of the lesson, as typed."""
    if node is None:
        return {}
    if not isinstance(node, MapNode):
        reading.wrong(node, "Names with their values", "Write values: {school_nurse: Room 12}.")
        return {}
    values: dict[str, str] = {}
    for entry in node:
        if is_missing(entry.value):
            hint = "Write the value, or `write-in` for a line to write on, or `none`."
            reading.error("HB202", f"The value `{shorten(entry.key.text)}` is empty.", entry.key.span, hint)
        elif (scalar := reading.scalar(entry.value)) is not None:
            values[entry.key.text.strip()] = scalar.text.strip()
    return values


def read_vocabulary(reading: Reading, node: Node | None) -> dict[str, Term]:
    """Terms by the word as it was typed."""
    if node is None:
        return {}
    if not isinstance(node, MapNode):
        reading.wrong(
            node, "Words with their meanings", "Write vocabulary: {coercion: Pressure that leaves no choice}."
        )
        return {}
    terms: dict[str, Term] = {}
    for entry in node:
        word, meaning = reading.inline(entry.key, "title"), reading.needed_text(node, entry.key.text, "A term")
        if word and meaning:
            terms[entry.key.text.strip()] = Term(word, meaning, entry.key.span)
    return terms


def source_ids(node: Node | None) -> frozenset[str]:
    return frozenset(entry.key.text.strip() for entry in node) if isinstance(node, MapNode) else frozenset()


def read_sources(reading: Reading, node: Node | None) -> tuple[Source, ...]:
    """The sources, each under its id."""
    if node is None:
        return ()
    if not isinstance(node, MapNode):
        reading.wrong(node, "Sources by their ids", "Write sources: {tvpa: {title: ..., url: ...}}.")
        return ()
    read = (_source(reading, entry.key, entry.value) for entry in node)
    return tuple(source for source in read if source is not None)


def _source(reading: Reading, id: ScalarNode, node: Node) -> Source | None:
    if not re.fullmatch(r"[\w.:\-]+", id.text.strip()):
        usable = re.sub(r"[^\w]+", "-", id.text).strip("-") or "source"
        hint = f"Write `{usable}`."
        reading.error("HB226", f'"{shorten(id.text)}" cannot be the id of a source.', id.span, hint)
    fields = reading.mapping(node, keys.SOURCE, "a source")
    if fields is None:
        return None
    title = reading.needed_words(fields, "title", "A source")
    text = {key: reading.words(fields.get(key)) for key in ("publisher", "year", "place", "kind", "checked_by", "note")}
    return Source(
        id=id.text.strip(),
        title=title,
        publisher=text["publisher"],
        year=text["year"],
        place=text["place"],
        kind=text["kind"],
        url=reading.address(fields.get("url")),
        seen_on=reading.date(fields.get("seen_on")),
        checked_on=reading.date(fields.get("checked_on")),
        checked_by=text["checked_by"],
        open_before_print=reading.flag(fields.get("open_before_print")),
        note=text["note"],
        span=id.span,
    )


def read_handouts(reading: Reading, node: Node | None, at: Span) -> tuple[HandoutRequest, ...]:
    """The handouts that are wanted; `at` is the place of those that come without being named."""
    if node is None:
        return tuple(HandoutRequest(name, "", 1, at) for name in keys.DEFAULT_HANDOUTS)
    items = reading.items(node, "A list of handouts") if not _is_empty_list(node) else ()
    requests = each(items, lambda item: _handout(reading, item))
    seen: dict[tuple[str, str, Variant], HandoutRequest] = {}
    for request in requests:
        key = (request.recipe, request.paper, request.variant)
        if key in seen:
            message = f'The handout "{request.recipe}" is here twice; the first is on line {seen[key].span.line}.'
            reading.error(
                "HB261",
                message,
                request.span,
                "Delete one, or give it another `paper` or a variant such as `large_print`.",
            )
        seen.setdefault(key, request)
    return tuple(seen.values())


def _is_empty_list(node: Node) -> bool:
    return not isinstance(node, (ScalarNode, MapNode)) and not node.items


def _handout(reading: Reading, node: Node) -> HandoutRequest | None:
    if isinstance(node, ScalarNode):
        return HandoutRequest(node.text.strip(), "", 1, node.span)
    fields = reading.mapping(node, keys.HANDOUT, "a handout")
    if fields is None:
        return None
    wanted = reading.wanted(fields)
    recipe = reading.scalar(reading.need(fields, "recipe", "A handout"))
    paper = reading.choice(fields.get("paper"), tuple(PAPERS), "", "a paper")
    versions = reading.count(fields.get("versions"), 1, MAX_VERSIONS)
    variant = _variant(reading, fields)
    return HandoutRequest(recipe.text.strip(), paper, versions, recipe.span, variant) if recipe and wanted else None


def _variant(reading: Reading, fields: MapNode) -> Variant:
    large = reading.choice(fields.get("large_print"), tuple(LARGE), "false", "a size of large print")
    return Variant(LARGE[large], *(reading.flag(fields.get(name)) for name in ("mono", "booklet", "fillable")))


def read_automatic(reading: Reading, node: Node | None, default: tuple[str, ...]) -> tuple[AutomaticName, ...]:
    """The names of the automatic slides before or after the lesson."""
    if node is None:
        return cast("tuple[AutomaticName, ...]", default)
    if _is_empty_list(node):
        return ()
    names = [
        reading.choice(item, keys.AUTOMATIC, "", f"an automatic slide ({listed(keys.AUTOMATIC)})")
        for item in reading.items(node)
    ]
    return cast("tuple[AutomaticName, ...]", tuple(filter(None, names)))


def read_reviewed(reading: Reading, node: Node | None) -> tuple[str, str]:
    """When and by whom the lesson was reviewed."""
    fields = reading.mapping(node, keys.REVIEWED, "a review")
    if fields is None:
        return "", ""
    return reading.date(fields.get("checked_on")), reading.words(fields.get("checked_by"))


class Values(Mapping[str, str]):
    """Values by name, and the names that were asked for."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self.given = dict(values)
        self.asked: set[str] = set()

    def __getitem__(self, name: str) -> str:
        self.asked.add(name)
        return self.given[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.given)

    def __len__(self) -> int:
        return len(self.given)


def merged_values(*layers: Mapping[str, str]) -> dict[str, str]:
    """Values by name; the first layer that knows a name decides."""
    merged: dict[str, str] = {}
    for layer in layers:
        for name, value in layer.items():
            merged.setdefault(name, value)
    return merged
