"""Words that do harm.

A word list of the lesson's subject says that these words blame, mislead or repeat a number that has been shown to be wrong. Nothing is
built while they stand there. Quotations, titles of works, statutes, and what a true-or-false question or a wrong choice says are left alone.
A list is about one language: a translation is judged by the list of its own.

For instance:
    - Rescue victims of trafficking

Instead:
    - Help people leave, and support them
"""

from collections.abc import Iterator

from hornbook.check.listed_words import advice, found_words
from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.diagnostics import Diagnostic, Severity, error


def find(subject: Subject) -> Iterator[Diagnostic]:
    """An error for each use of words that a list blocks."""
    for words, entry, span in found_words(subject, block=True, plain=False):
        yield error("HB530", f'"{words}" should not be said.', span, advice(entry))


RULE = Rule("HB530", Severity.ERROR, find, __doc__, of_words=True)
