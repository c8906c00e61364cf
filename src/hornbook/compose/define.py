"""`define`: words and what they mean, each pair in its own place."""

from hornbook.compose.content import Arrangement, Content, Fill, Part, TextFill, words
from hornbook.lesson.model import Define, Slide, Term


def define(slide: Slide, body: Define) -> Content:
    """A pair of boxes for each term; more than the layouts hold go on to the next slide."""
    parts = tuple(term_part(term, index) for index, term in enumerate(body.terms))
    return Content("define", slide.title, (Arrangement("Vocabulary", _placed, counted=True),), parts)


def term_part(term: Term, index: int) -> Part:
    """A word and its meaning, which stay together."""
    return Part({"term": (words(term.word),), "meaning": (words(term.meaning),)}, term.span, (), index)


def _placed(parts: tuple[Part, ...]) -> tuple[Fill, ...]:
    found: list[Fill] = []
    for number, part in enumerate(parts, start=1):
        found.append(TextFill(f"term{number}", part.slots["term"], "term", number - 1))
        found.append(TextFill(f"meaning{number}", part.slots["meaning"], "entry", number - 1, reveal="box"))
    return tuple(found)
