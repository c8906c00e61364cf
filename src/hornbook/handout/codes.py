"""A QR code for paper: the page of a contact, for those who have a phone at hand."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from hornbook.handout.contacts import shown_address
from hornbook.handout.scope import Scope
from hornbook.handout.words import runs_of
from hornbook.lesson.model import Contact
from hornbook.locale.words import phrase
from hornbook.media.qr import QUIET_ZONE, AddressTooLongError, qr_modules
from hornbook.plan.document import Block, Figure, Side, Words
from hornbook.plan.page import GroupBox, ShapeBox
from hornbook.source.runs import Run, Text
from hornbook.units import POINTS_PER, Rect, Size

LEAST = 2.1 * POINTS_PER["cm"]
"""The dark square is never smaller on paper: a phone reads 2 cm from an arm's length away."""
NARROW = 0.64
"""Of the width beside a code, where a copy has no measure of its own for it."""


class Code(Struct, frozen=True):
    """Where a code leads, and its drawing."""

    name: tuple[Run, ...]
    address: tuple[Run, ...]
    """As a person types it."""
    figure: Figure
    """Its dark square begins where words below it do."""


def code_of(contacts: Sequence[Contact], scope: Scope) -> Code | None:
    """The code of the first contact that has a chat or a page; None where none has, or it is too long for a code."""
    for contact in contacts:
        for address in (contact.chat, contact.url):
            rows = _modules(address.plain) if address and _leads_somewhere(address) else ()
            if address and rows:
                shown = shown_address(runs_of(address, scope, blanks=False))
                alt = phrase("qr_to", scope.language, url="".join(run.text for run in shown))
                name = tuple(replace(run, strong=True) for run in runs_of(contact.name, scope, blanks=False))
                figure = Figure(_drawing(rows), alt, side=_side(len(rows)), aside=-QUIET_ZONE / len(rows))
                return Code(name, shown, figure)
    return None


def code_blocks(contacts: Sequence[Contact], scope: Scope) -> tuple[Block, ...]:
    """The code beside whose it is and the address to type."""
    code = code_of(contacts, scope)
    if code is None:
        return ()
    figure = replace(code.figure, aside=-code.figure.aside)
    return (Side((Words((*code.name, Run("\n"), *code.address), "small"),), (figure,), NARROW),)


def _leads_somewhere(address: Text) -> bool:
    return address.plain.startswith(("http://", "https://"))


def _modules(url: str) -> Sequence[Sequence[bool]]:
    """Empty where no code has room for the address."""
    try:
        return qr_modules(url)
    except AddressTooLongError:
        return ()


def _side(modules: int) -> float:
    """The quiet zone is around the dark square."""
    return round(LEAST * modules / (modules - 2 * QUIET_ZONE), 1)


def _drawing(rows: Sequence[Sequence[bool]]) -> GroupBox:
    """In a space of one unit for each module. It is never turned round: what reads it is no person."""
    space = Size(float(len(rows)), float(len(rows)))
    return GroupBox(Rect(0.0, 0.0, space.width, space.height), space, tuple(_strokes(rows)), settled=True)


def _strokes(rows: Sequence[Sequence[bool]]) -> Iterator[ShapeBox]:
    """Dark modules beside each other are one stroke."""
    for down, row in enumerate(rows):
        left = 0
        for dark, modules in groupby(row):
            width = len(tuple(modules))
            if dark:
                yield ShapeBox(Rect(float(left), down + 0.5, float(width), 0.0), "line", stroke="ink", stroke_width=1.0)
            left += width
