"""The silent countdown of an activity: a bar over the track that the layout draws, which runs out while the group works."""

from hornbook.plan.page import ShapeBox
from hornbook.theme.model import Layout

TRACK = "countdown"
"""Name of the layout's shape in which the bar runs."""


def countdown_bar(layout: Layout) -> ShapeBox | None:
    """The bar, exactly over the layout's track, or None where there is no track. It says nothing: the minutes stand in words."""
    track = next((shape for shape in layout.shapes if shape.name == TRACK), None)
    return ShapeBox(track.rect, track.kind, fill="ink", corner=track.corner) if track else None
