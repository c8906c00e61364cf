"""Words to think about.

A word list of the lesson's subject has a better word, or asks whether this one is meant. Some of these are right in one place and
wrong in the next; an ignore with a reason says that somebody thought about it. A list is
about one language: a translation is judged by the list of its own.

For instance:
    - It is an epidemic

Instead:
    - Reports rose from 80,524 to 186,819 [@ncmec]
"""

from collections.abc import Iterator

from hornbook.check.listed_words import advice, found_words
from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.diagnostics import Diagnostic, Severity, warning


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each use of words that a list warns of."""
    for words, entry, span in found_words(subject, block=False, plain=False):
        yield warning("HB531", f'"{words}": is this the right word?', span, advice(entry))


RULE = Rule("HB531", Severity.WARNING, find, __doc__, of_words=True)
