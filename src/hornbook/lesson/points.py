"""Points of a list, with those under them; at most three levels."""

from hornbook.lesson import keys
from hornbook.lesson.model import Item
from hornbook.lesson.reading import Reading
from hornbook.lesson.values import each
from hornbook.source.nodes import MapNode, Node

MAX_LEVELS = 3


def read_points(reading: Reading, node: Node | None, level: int = 1) -> tuple[Item, ...]:
    """The points for this audience."""
    return each(reading.items(node), lambda item: read_point(reading, item, level))


def read_point(reading: Reading, node: Node, level: int = 1) -> Item | None:
    """One point: a text, or a mapping with `text`, `points` and `for`."""
    if not isinstance(node, MapNode) or not node.entries.keys() & set(keys.POINT):
        text = reading.text(node)
        return Item(text) if text else None
    reading.check_keys(node, keys.POINT, "a point")
    wanted = reading.wanted(node)
    text = reading.needed_text(node, "text", "A point")
    under = node.get("points")
    if under is not None and level == MAX_LEVELS:
        message = f"A list has at most {MAX_LEVELS} levels."
        reading.error("HB211", message, node.key_span("points"), "Say it in fewer levels, or on a slide of its own.")
        under = None
    items = read_points(reading, under, level + 1)
    return Item(text, items) if text and wanted else None
