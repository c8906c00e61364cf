"""`scenario`: a story, then questions about it. The answers are for whoever teaches: they stand in the notes."""

from hornbook.compose.content import Arrangement, Content, Fill, Part, TextFill, joined, words
from hornbook.lesson.model import NoteBlock, NoteList, NoteParagraph, Scenario, Slide
from hornbook.locale import phrase
from hornbook.source.runs import plain_text


def scenario(slide: Slide, body: Scenario, language: str) -> Content:
    """A part is a paragraph of the story or a question."""
    story = [("story", text) for text in body.story]
    questions = [("questions", text) for text in body.questions]
    parts = tuple(
        Part({slot: (words(text),)}, text.span, (), index) for index, (slot, text) in enumerate([*story, *questions])
    )
    notes = _answers(body, slide, language)
    return Content("scenario", slide.title, (Arrangement("Scenario", _fills),), parts, notes)


def _fills(parts: tuple[Part, ...]) -> tuple[Fill, ...]:
    story, questions = joined(parts, "story"), joined(parts, "questions")
    told = (TextFill("story", story),) if story else ()
    return (*told, TextFill("questions", questions, "list", reveal="items")) if questions else told


def _answers(body: Scenario, slide: Slide, language: str) -> tuple[NoteBlock, ...]:
    if not body.answers:
        return ()
    heading = NoteParagraph(plain_text(phrase("answers", language), slide.span))
    return (heading, NoteList(body.answers, ordered=len(body.answers) > 1))
