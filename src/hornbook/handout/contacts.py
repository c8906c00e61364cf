"""Whom to call, for a box and for a foot; a date that nobody has checked is never printed, but a line to write it on is."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from hornbook.handout.scope import Scope
from hornbook.handout.words import joined, runs_of, template
from hornbook.lesson.model import Contact
from hornbook.locale.words import phrase
from hornbook.plan.document import HelpCell, HelpLine
from hornbook.source.runs import Run, Text

_COLON = re.compile(r": |：")
"""Chinese has a wide one, without a space."""


def help_cells(contacts: Sequence[Contact], scope: Scope) -> tuple[HelpCell, ...]:
    return tuple(_cell(contact, scope) for contact in contacts)


def _cell(contact: Contact, scope: Scope) -> HelpCell:
    """The best way to reach a contact is large, the others are small below it."""
    lines: list[HelpLine] = []
    if contact.call:
        lines.append(HelpLine("", runs_of(contact.call, scope, blanks=False), large=True))
    if contact.text:
        label = phrase("text", scope.language)
        lines.append(HelpLine(label, _strong(contact.text, scope), large=not lines))
    addresses = (contact.url,) if contact.call else (contact.url, contact.chat)
    lines += [HelpLine("", shown_address(runs_of(each, scope, blanks=False))) for each in addresses if each]
    if contact.hours:
        lines.append(HelpLine("", runs_of(contact.hours, scope, blanks=False)))
    return HelpCell(
        runs_of(contact.name, scope, blanks=False), runs_of(contact.what, scope, blanks=False), tuple(lines)
    )


def _strong(text: Text, scope: Scope) -> tuple[Run, ...]:
    return tuple(replace(run, strong=True) for run in runs_of(text, scope, blanks=False))


def shown_address(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Addresses as a person types them, leading where they lead."""
    return tuple(_shown(run) for run in runs)


def _shown(run: Run) -> Run:
    if not run.text.startswith(("http://", "https://")):
        return run
    words = run.text.split("//", 1)[1].removeprefix("www.").rstrip("/")
    return replace(run, text=words, link=run.link or run.text)


def help_line(contacts: Sequence[Contact], scope: Scope, *, boxed: bool) -> tuple[Run, ...]:
    """The short line of the first contact and of the emergency one; below it who has checked them, or all where a box shows more."""
    shown = contacts if boxed else for_the_foot(contacts)
    checked = checked_runs(shown, scope) if shown else _unreviewed(scope)
    return joined((short_line(contacts, scope), checked), "\n")


def short_line(contacts: Sequence[Contact], scope: Scope, between: str = " · ") -> tuple[Run, ...]:
    """The short line of the first contact and of the emergency one, their numbers bold; empty where none has one."""
    shorts = [_bold_numbers(runs_of(contact.short, scope, blanks=False)) for contact in for_the_foot(contacts)]
    return joined(shorts, between)


def for_the_foot(contacts: Sequence[Contact]) -> tuple[Contact, ...]:
    """The first contact with a short line, and the emergency one after it."""
    short = [contact for contact in contacts if contact.short]
    emergency = [contact for contact in short if contact.emergency]
    others = [contact for contact in short if not contact.emergency]
    return (*others[:1], *emergency[:1])


def _bold_numbers(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The words after the colon of a short line are what people look for."""
    colon = _COLON.search(runs[0].text) if len(runs) == 1 else None
    if colon is None:
        return runs
    return (Run(runs[0].text[: colon.end()]), replace(runs[0], text=runs[0].text[colon.end() :], strong=True))


def checked_runs(contacts: Sequence[Contact], scope: Scope) -> tuple[Run, ...]:
    """`Checked by ... on ...`, with lines to write on until someone has checked every one of them; whether the words were."""
    return joined((_checked(contacts, scope), _unreviewed(scope)), " · ")


def _unreviewed(scope: Scope) -> tuple[Run, ...]:
    return (Run(phrase("unreviewed", scope.language)),) if scope.lesson.unreviewed else ()


def _checked(contacts: Sequence[Contact], scope: Scope) -> tuple[Run, ...]:
    people = sorted({contact.checked_by for contact in contacts})
    days = sorted(contact.checked_on for contact in contacts)
    if all(days) and all(people):
        return template("checked_by", scope, who=(Run(", ".join(people)),), date=(Run(days[0]),))
    blank = (Run("", write_in=True),)
    return template("checked_by", scope, who=blank, date=blank)
