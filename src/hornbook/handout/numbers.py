"""The numbers to call as they stand on a card, a poster and a strip: each with the few words that say what it is for."""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from hornbook.handout.contacts import for_the_foot
from hornbook.handout.scope import Scope
from hornbook.handout.words import fixed, joined, runs_of
from hornbook.lesson.model import Contact
from hornbook.plan.sheets import Runs
from hornbook.source.runs import Run

_BEFORE_COLON = re.compile(r"(.+?)\s*(?::\s|：)")
"""French has a space before its colon, Chinese none after its own."""


class Number(Struct, frozen=True):
    """A number or an address, and the words above it."""

    label: Runs
    value: Runs


def card_numbers(contacts: Sequence[Contact], scope: Scope) -> tuple[Number, ...]:
    """Of the first contact and of the emergency one: the first contact's call, then what is shorter."""
    return tuple(number for contact in for_the_foot(contacts) for number in _numbers(contact, scope))


def _numbers(contact: Contact, scope: Scope) -> tuple[Number, ...]:
    label = _label(contact, scope)
    found: list[Number] = []
    if contact.call:
        found.append(Number(label, runs_of(contact.call, scope, blanks=False)))
    if contact.text:
        text = fixed("text", scope)
        found.append(Number(text if found else (*label, Run(" · "), *text), runs_of(contact.text, scope, blanks=False)))
    return tuple(found)


def _label(contact: Contact, scope: Scope) -> Runs:
    """What the short line says before its number, and when someone answers."""
    words = short_label(contact, scope)
    hours = runs_of(contact.hours, scope, blanks=False)
    return joined((words, hours), " · ")


def short_label(contact: Contact, scope: Scope) -> Runs:
    """`Help` of `Help: 1-800 ...`; the contact's name where the short line has no colon."""
    short = runs_of(contact.short, scope, blanks=False)
    before = _BEFORE_COLON.match(short[0].text) if short else None
    if before:
        return (replace(short[0], text=before[1]),)
    return runs_of(contact.name, scope, blanks=False)
