"""The silent countdown of an activity: a bar over the track that the layout draws, which runs out while the group works."""

from hornbook.plan.page import ShapeBox
from hornbook.theme.model import Layout, Shape

_DEEPEST_TRACK = 24.0
"""A track is a flat shape: no deeper than this, in points."""


def countdown_bar(layout: Layout) -> ShapeBox | None:
    """The bar, exactly over the layout's track, or None where the layout has none. It says nothing: the minutes stand in words."""
    tracks = [shape for shape in layout.shapes if _is_track(shape)]
    if not tracks:
        return None
    track = max(tracks, key=lambda shape: shape.rect.width)
    return ShapeBox(track.rect, track.kind, fill="ink", corner=track.corner)


def _is_track(shape: Shape) -> bool:
    return shape.kind in {"rect", "round-rect"} and shape.rect.height <= _DEEPEST_TRACK < shape.rect.width
