"""A sentence that is too long.

By its end its beginning is forgotten. On slides and handouts a sentence has 20 words at most, or somewhat more where it must
(25 is `words`). Notes are spoken, and free.

For instance:
    - A sentence that begins with one thing, then remembers another, which it explains, and comes back to the first when nobody expects it any longer

Instead:
    - A sentence says one thing. The next one says another.
"""

from collections.abc import Iterator

from hornbook.check.places import place_of
from hornbook.check.reading import sentences
from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.check.texts import texts
from hornbook.diagnostics import Diagnostic, Severity, note

_FREE = frozenset({"quote", "work", "credit", "alt", "cell", "chart", "date"})


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A note for each sentence that is longer than the limit."""
    most = subject.limit("HB534", "words")
    for said in texts(subject.lesson):
        if said.place == "notes" or said.role in _FREE:
            continue
        for sentence in sentences(said.text.plain):
            count = len(sentence.split())
            if count > most:
                start = " ".join(sentence.split()[:3])
                message = f'This sentence has {count} words: "{start} ..."'
                yield note("HB534", message, place_of(said.text, start), "Make two of it.")


RULE = Rule("HB534", Severity.NOTE, find, __doc__, {"words": 25}, of_words=True)
