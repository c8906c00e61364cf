"""What a recipe may ask for: a block's name, its options, and the function that makes it."""

from collections.abc import Callable, Mapping
from typing import Literal

from msgspec import Struct, field

from hornbook.handout.scope import Options, Scope
from hornbook.plan.document import Block
from hornbook.plan.sheets import SheetBlock

OptionType = Literal["text", "number", "flag", "words"]
Shows = Literal["", "pictures", "slides"]
Needs = Literal["", "section", "slide", "question", "term"]


class Option(Struct, frozen=True):
    """What may be written for an option, and what it is without."""

    type: OptionType
    default: str | float | bool | tuple[str, ...]
    known: tuple[str, ...] = ()
    """The only values that are accepted; empty means any."""


COMMON: Mapping[str, Option] = {"for": Option("words", ()), "not_for": Option("words", ())}
"""What every block may say: the audiences that it is for, and those that it is not for."""


class BlockKind(Struct, frozen=True):
    name: str
    summary: str
    make: Callable[[Scope, Options], tuple[Block | SheetBlock, ...]]
    options: Mapping[str, Option] = field(default_factory=dict[str, Option])
    needs: Needs = ""
    """Inside which `each` it stands; empty means anywhere."""
    sheets: bool = False
    """It makes whole sheets, which have no copy to edit."""
    shows: Shows = ""
    """What it takes from the deck: the pictures that slides have, or slides as they are."""
