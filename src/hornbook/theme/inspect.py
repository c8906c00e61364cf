"""Looks a theme over: boxes inside the margins and clear of each other, type above its floor, words that stand out from what is behind them."""

from collections.abc import Iterable
from hornbook.theme.room import Room
from hornbook.theme.model import Layout
from hornbook.theme.tree import Form


def inspect_layouts(layouts: Iterable[Layout], room: Room, form: Form) -> None:
    pass
