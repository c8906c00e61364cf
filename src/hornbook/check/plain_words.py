"""A longer word than needed.

Plain words are read faster by everyone, and by people who are new to the language most of all. The list `plain` is on in every
lesson in English, and `plain.es` in every lesson in Spanish.

For instance:
    - Utilize the form prior to the lesson

Instead:
    - Use the form before the lesson
"""

from collections.abc import Iterator

from hornbook.check.listed_words import advice, found_words
from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.diagnostics import Diagnostic, Severity, note


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A note for each use of a word that has a plainer one."""
    for words, entry, span in found_words(subject, block=False, plain=True):
        yield note("HB532", f'"{words}" can be said more simply.', span, advice(entry))


RULE = Rule("HB532", Severity.NOTE, find, __doc__, of_words=True)
