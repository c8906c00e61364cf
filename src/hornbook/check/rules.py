"""All rules in the order in which they are listed."""

from collections.abc import Callable

from hornbook.check.unchecked_contacts import unchecked_contacts
from hornbook.check.unchecked_sources import unchecked_sources
from hornbook.check.write_in import write_in
from hornbook.diagnostics import Diagnostic
from hornbook.lesson.model import Lesson

Rule = Callable[[Lesson], tuple[Diagnostic, ...]]

RULES: tuple[Rule, ...] = (unchecked_contacts, unchecked_sources, write_in)


def check_lesson(lesson: Lesson) -> tuple[Diagnostic, ...]:
    """What every rule says of one audience's lesson."""
    return tuple(diagnostic for rule in RULES for diagnostic in rule(lesson))
