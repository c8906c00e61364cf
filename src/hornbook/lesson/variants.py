"""How a copy of a handout differs from the usual one: whom it is for, what it is printed on, how it is filled in."""

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

Large = Literal[0, 18, 20]


class Variant(Struct, frozen=True):
    """What was asked for; without any of it a handout is the usual one."""

    large: Large = 0
    """Points of the smallest words of a large-print copy: 18, or 20 with half as much again between lines."""
    mono: bool = False
    """Black on white: patterns and words in place of colours, and little ink."""
    booklet: bool = False
    """Two pages to a side, in the order in which sheets are folded into each other."""
    fillable: bool = False
    """Lines, blanks and boxes are fields of a form."""

    def __or__(self, other: "Variant") -> "Variant":
        """What either of the two asks for."""
        asked = {name: getattr(self, name) or getattr(other, name) for name in self.__struct_fields__}
        return replace(self, **asked)

    def __bool__(self) -> bool:
        return self != PLAIN

    @property
    def em(self) -> float:
        """How many times larger than usual everything around its words is."""
        return {0: 1.0, 18: 1.5, 20: 1.75}[self.large]

    @property
    def suffixes(self) -> tuple[str, ...]:
        """What a file's name says about it, in this order."""
        large = {0: "", 18: "large-print", 20: "large-print-20"}[self.large]
        others = (name for name in ("mono", "booklet", "fillable") if getattr(self, name))
        return (*filter(None, (large,)), *others)


PLAIN = Variant()
