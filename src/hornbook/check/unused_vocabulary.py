"""A word of the vocabulary that the lesson never uses.

Words are learned where they are used. One that stands in the vocabulary only is one more to learn for nothing.

For instance:
    vocabulary: {runoff: Water that flows over the land, aquifer: Rock that holds water}
    slides: [{title: Runoff carries soil away, points: [Into rivers]}]

Instead:
    vocabulary: {runoff: Water that flows over the land}
"""

from collections.abc import Iterator

from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.check.texts import texts
from hornbook.check.vocabulary import uses
from hornbook.diagnostics import Diagnostic, Severity, note
from hornbook.lesson.model import Define


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A note for each term that is in no title, text or note, and on no `define` slide. Other terms' meanings count."""
    lesson = subject.lesson
    defined = {
        term.word.plain for slide in lesson.slides if isinstance(slide.body, Define) for term in slide.body.terms
    }
    said = [each for each in texts(lesson) if each.role != "term"]
    for term in lesson.vocabulary:
        others = "\n".join(each.text.plain for each in said if each.text is not term.meaning)
        if term.word.plain not in defined and not uses(term, others):
            who = f" for {lesson.audience}" if lesson.audience else ""
            message = f'The lesson{who} never uses the word "{term.word.plain}".'
            yield note("HB526", message, term.span, "Use it where it is needed, or leave it out.")


RULE = Rule("HB526", Severity.NOTE, find, __doc__)
