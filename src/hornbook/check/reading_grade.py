"""Too hard to read.

The Flesch-Kincaid grade says, roughly, after how many years of school a text is read with ease. Handouts that go home are read at a
kitchen table by anyone: grade 6 (`handout`) is the aim. Slides may be at grade 8 (`slide`). Words of the lesson's vocabulary, which the
subject forces on everyone and which are explained, count as short ones; the message names the grade with them as well. Notes,
guides for teachers and keys are free. English, and Spanish by the index of Fernández Huerta; texts of fewer than 60 words (`words`) say too
little.

For instance:
    fact_sheet: [{heading: What it is, text: Exploitation of individuals constitutes a serious violation of fundamental rights.}]

Instead:
    fact_sheet: [{heading: What it is, text: Someone uses another person. That is a crime.}]
"""

from collections.abc import Iterable, Iterator

from hornbook.check.reading import LANGUAGES, reading, words
from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.check.texts import texts
from hornbook.diagnostics import Diagnostic, Severity, Span, warning
from hornbook.lesson.model import Lesson
from hornbook.source.runs import Text

_READ = frozenset({"title", "point", "words", "question", "claim", "choice", "answer", "meaning"})


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for the slides, the fact sheet and brochure, and the letter, each as a whole."""
    lesson = subject.lesson
    if subject.tongue not in LANGUAGES:
        return
    slides = [said.text for said in texts(lesson) if said.place == "slide" and said.role in _READ]
    blocks = [text for text in _of_blocks(lesson) if text]
    for name, limit, part in (
        ("slides", "slide", slides),
        ("fact sheet and brochure", "handout", blocks),
        ("letter", "handout", list(lesson.print.letter)),
    ):
        yield from _too_hard(subject, name, limit, part)


def _of_blocks(lesson: Lesson) -> Iterator[Text]:
    for block in (*lesson.print.fact_sheet, *lesson.print.brochure):
        yield block.heading
        yield from block.text
        yield from (item.text for item in block.points)


def _too_hard(subject: Subject, name: str, limit: str, part: Iterable[Text]) -> Iterator[Diagnostic]:
    found = list(part)
    plain = [text.plain for text in found]
    without = frozenset(word.lower() for term in subject.lesson.vocabulary for word in words(term.word.plain))
    eased, full = reading(plain, without, subject.tongue), reading(plain, language=subject.tongue)
    most = subject.limit("HB533", limit)
    if full.words >= subject.limit("HB533", "words") and eased.grade > most:
        who = f" for {subject.lesson.audience}" if subject.lesson.audience else ""
        both = f" ({full.grade:g} with the words of the vocabulary)" if full.grade != eased.grade else ""
        message = f"The {name}{who} read at grade {eased.grade:g}{both}; {most:g} is the aim."
        yield warning(
            "HB533",
            message,
            _hardest(found, without, subject.tongue),
            "Use shorter sentences and everyday words, first of all here.",
        )


def _hardest(found: Iterable[Text], without: frozenset[str], tongue: str) -> Span:
    """Where to begin: the text that reads hardest of those long enough to be judged."""
    return max(
        found, key=lambda text: reading([text.plain], without, tongue).grade if len(text.plain.split()) > 7 else -99.0
    ).span


RULE = Rule("HB533", Severity.WARNING, find, __doc__, {"handout": 6, "slide": 8, "words": 60}, of_words=True)
