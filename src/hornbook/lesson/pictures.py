"""A picture of the outline: the file looked for, its size read from its header, its words checked."""

import re

from hornbook.lesson import keys
from hornbook.lesson.model import Picture
from hornbook.lesson.reading import Reading
from hornbook.source.files import resolve_inside
from hornbook.source.nodes import MapNode, Node, shorten
from hornbook.source.pictures import read_picture_header


def read_picture(reading: Reading, node: Node) -> tuple[Picture | None, tuple[str, ...]]:
    """The picture and the ids of its sources."""
    fields = reading.mapping(node, keys.IMAGE, "a picture")
    if fields is None:
        return None, ()
    sources = reading.source_ids(fields.get("source"))
    credit = reading.text(fields.get("credit"))
    width = reading.choice(fields.get("width"), keys.WIDTHS, "", "a width of a picture")
    focus = _focus(reading, fields)
    alt, decorative = _alternative(reading, fields)
    file = reading.scalar(reading.need(fields, "file", "A picture"))
    if file is None:
        return None, sources
    path, problems = resolve_inside(file.text.strip(), reading.folder, reading.workspace, file.span)
    reading.found.diagnostics.extend(problems)
    if path is None:
        return None, sources
    header, problem = read_picture_header(path, file.text.strip(), file.span)
    reading.found.inputs.append(path)
    if header is None:
        assert problem is not None
        reading.found.diagnostics.append(problem)
        return None, sources
    full = width == "full"
    shape = (header.width, header.height, header.kind)
    return Picture(path, *shape, alt, decorative, credit, full, node.span, focus, header.bytes), sources


def _alternative(reading: Reading, fields: MapNode) -> tuple[str, bool]:
    """What the picture says in words, or that it says nothing."""
    decorative = reading.flag(fields.get("decorative"))
    alt = reading.words(fields.get("alt"))
    if alt and decorative:
        message = "A decorative picture has no `alt`: one or the other."
        reading.error("HB232", message, fields.key_span("alt"), "Keep `alt` where the picture says something.")
    elif not alt and not decorative and not isinstance(fields.get("alt"), MapNode):
        message = "This picture has no `alt`, the words for people who do not see it."
        reading.error(
            "HB230", message, fields.key_span("alt"), "Say in a sentence what it shows, or write `decorative: true`."
        )
    return ("" if decorative else alt), decorative


def _focus(reading: Reading, fields: MapNode) -> tuple[float, float]:
    node = fields.get("focus")
    scalar = reading.scalar(node)
    if scalar is None:
        return (0.5, 0.5)
    match = re.fullmatch(r"\s*(\d{1,3})\s*%\s+(\d{1,3})\s*%\s*", scalar.text)
    if match is None or int(match[1]) > 100 or int(match[2]) > 100:
        message = f'"{shorten(scalar.text)}" is not a place in a picture.'
        reading.error("HB205", message, scalar.span, "Write how far from the left and the top: 50% 30%.")
        return (0.5, 0.5)
    return (int(match[1]) / 100, int(match[2]) / 100)
