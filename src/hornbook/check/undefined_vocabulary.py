"""A word that is used and explained nowhere.

The vocabulary has a meaning for it, but neither the deck nor a handout shows that meaning.

For instance:
    vocabulary: {runoff: Water that flows over the land}
    handouts: []
    slides: [{title: Runoff carries soil away, points: [Into rivers]}]

Instead:
    closing: [vocabulary, sources, help]
"""

from collections.abc import Iterator

from hornbook.check.planned import shown_words
from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.check.texts import texts
from hornbook.check.vocabulary import uses
from hornbook.diagnostics import Diagnostic, Severity, note


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A note for each term that slides use and whose meaning is on no slide and no page."""
    if subject.deck is None or not subject.lesson.vocabulary:
        return
    shown = " ".join(shown_words(subject).split())
    on_slides = "\n".join(said.text.plain for said in texts(subject.lesson) if said.place == "slide")
    for term in subject.lesson.vocabulary:
        if " ".join(term.meaning.plain.split()) not in shown and uses(term, on_slides):
            message = f'"{term.word.plain}" is used on a slide, and no slide and no handout says what it means.'
            yield note("HB527", message, term.span, "Add a `define:` slide, or put `vocabulary` under `closing:`.")


RULE = Rule("HB527", Severity.NOTE, find, __doc__)
