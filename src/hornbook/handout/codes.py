"""A QR code for paper: the page of a contact, for those who have a phone at hand."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from hornbook.handout.contacts import shown_address
from hornbook.handout.scope import Scope
from hornbook.handout.words import runs_of
from hornbook.lesson.model import Contact
from hornbook.locale.words import phrase
from hornbook.media.qr import AddressTooLongError, qr_modules
from hornbook.plan.document import Block, Figure, Side, Words
from hornbook.plan.page import GroupBox, ShapeBox
from hornbook.source.runs import Run, Text
from hornbook.units import Rect, Size

PART = 0.36
"""Of the width, for the code."""


def code_blocks(contacts: Sequence[Contact], scope: Scope) -> tuple[Block, ...]:
    """The code of the first contact that has a chat or a page, beside whose it is and the address to type."""
    for contact in contacts:
        for address in (contact.chat, contact.url):
            drawing = _drawing(address.plain) if address and _leads_somewhere(address) else None
            if address and drawing:
                shown = shown_address(runs_of(address, scope, blanks=False))
                alt = phrase("qr_to", scope.language, url="".join(run.text for run in shown))
                name = tuple(replace(run, strong=True) for run in runs_of(contact.name, scope, blanks=False))
                return (Side((Words((*name, Run("\n"), *shown), "small"),), (Figure(drawing, alt),), 1 - PART),)
    return ()


def _leads_somewhere(address: Text) -> bool:
    return address.plain.startswith(("http://", "https://"))


def _drawing(url: str) -> GroupBox | None:
    """The code in a space of one unit for each module; None where no code has room for the address."""
    try:
        rows = qr_modules(url)
    except AddressTooLongError:
        return None
    space = Size(float(len(rows)), float(len(rows)))
    return GroupBox(Rect(0.0, 0.0, space.width, space.height), space, tuple(_strokes(rows)))


def _strokes(rows: Sequence[Sequence[bool]]) -> Iterator[ShapeBox]:
    """Dark modules beside each other are one stroke."""
    for down, row in enumerate(rows):
        left = 0
        for dark, modules in groupby(row):
            width = len(tuple(modules))
            if dark:
                yield ShapeBox(Rect(float(left), down + 0.5, float(width), 0.0), "line", stroke="ink", stroke_width=1.0)
            left += width
