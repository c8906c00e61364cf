"""`script`: a slide's picture with what to say and do, each cue at the edge where the eye finds it."""

from hornbook.handout.alternatives import thumbnail
from hornbook.handout.blocks.kind import BlockKind
from hornbook.handout.scope import Options, Scope
from hornbook.handout.words import runs_of, texts_as_items
from hornbook.lesson.model import NoteBlock, NoteList, NoteParagraph, Question, Quiz, Scenario, Slide
from hornbook.locale.words import minutes_in_words, phrase
from hornbook.plan.document import Block, Heading, Keep, ListBlock, ListItem, Side, Words
from hornbook.source.runs import Run

PICTURE = 0.16
"""Part of the width for the picture: it says which slide is meant, and leaves room for the words."""

ENDING = 2
"""Cues that end a slide's script together: none goes on alone to the next page."""


def make(scope: Scope, _: Options) -> tuple[Block, ...]:
    """What is on no slide stands in the column of the words as well."""
    slide = scope.slide
    assert slide is not None
    title = Heading(3, runs_of(slide.title, scope, blanks=False), _aside(scope, slide))
    notes = tuple(block for note in slide.notes for block in _note(note, scope))
    words = (title, *notes[:-ENDING], Keep(notes[-ENDING:]), *_answers(scope))
    plans = scope.plans(slide)
    picture = (thumbnail(plans[0], scope.language),) if plans else ()
    again = f"{_number(scope, slide)} · {phrase('continued', scope.language)}" if plans else ""
    return (Side(picture, words, PICTURE, again),)


def _aside(scope: Scope, slide: Slide) -> str:
    """Which slide of the deck it is, and how long it is shown."""
    minutes = minutes_in_words(slide.minutes, scope.language) if slide.minutes else ""
    return " · ".join(words for words in (_number(scope, slide), minutes) if words)


def _number(scope: Scope, slide: Slide) -> str:
    numbers = [plan.number for plan in scope.plans(slide)]
    return phrase("slide_number", scope.language, number=numbers[0]) if numbers else ""


def _note(note: NoteBlock, scope: Scope) -> tuple[Block, ...]:
    match note:
        case NoteParagraph(text=text, cue=""):
            return (Words(runs_of(text, scope, blanks=False), "script"),)
        case NoteParagraph(text=text, cue=cue):
            label = phrase(f"cue_{cue.replace(' ', '_')}", scope.language)
            runs = (Run(label, key=True), Run("\t"), *runs_of(text, scope, blanks=False))
            return (Words(runs, "cued"),)
        case NoteList(items=items, ordered=ordered):
            return (ListBlock(texts_as_items(items, scope), "number" if ordered else "disc"),)


def _answers(scope: Scope) -> tuple[Block, ...]:
    """What a good answer holds, for those who lead the talk."""
    slide = scope.slide
    body = slide.body if slide else None
    if isinstance(body, Scenario) and body.answers:
        items = texts_as_items(body.answers, scope)
        return (_answers_label(scope), ListBlock(items, "dash"))
    if slide and isinstance(body, Quiz):
        items = tuple(ListItem(_solution(question, scope)) for question in body.questions)
        return (_answers_label(scope), ListBlock(items, "number", scope.first_question(slide)))
    return ()


def _answers_label(scope: Scope) -> Words:
    return Words((Run(phrase("answers", scope.language)),), "h4", keep=True)


def _solution(question: Question, scope: Scope) -> tuple[Run, ...]:
    """The right answer and why it is right."""
    right = [choice.text.plain for choice in question.choices if choice.right]
    pairs = [f"{pair.left.plain}: {pair.right.plain}" for pair in question.pairs]
    given = _spoken(question.answer.plain, scope.language) if question.answer else ""
    words = "; ".join([*right, *pairs, *([given] if given else [])])
    return (Run(f"{words}. " if question.why else words, strong=True), *runs_of(question.why, scope, blanks=False))


def _spoken(answer: str, language: str) -> str:
    folded = answer.strip().casefold()
    return phrase(folded, language) if folded in ("true", "false") else answer


BLOCK = BlockKind(
    "script", "A slide's picture with what to say, ask, do and watch for.", make, {}, "slide", shows="slides"
)
