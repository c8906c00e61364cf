"""Questions of a quiz on paper, with their choices, pairs or lines; the answers are there for the document that shows them."""

from hornbook.handout.scope import Scope
from hornbook.handout.words import joined, runs_of
from hornbook.lesson.model import Question
from hornbook.locale.words import phrase
from hornbook.plan.document import AnswerLines, Block, ListBlock, ListItem, Side, Words
from hornbook.source.runs import Run

_STEP = 3
"""In a matching question the right column is turned by so many places, so that no pair stands side by side."""


def question_blocks(question: Question, scope: Scope, number: int = 0) -> tuple[Block, ...]:
    """The question with its number, and what it is answered with."""
    ask = runs_of(question.ask, scope, blanks=False)
    asked = Words((Run(f"{number}. "), *ask) if number else ask, "question", keep=True)
    match question.kind:
        case "choice":
            choices = tuple(
                ListItem(runs_of(each.text, scope, blanks=False), right=each.right) for each in question.choices
            )
            return (asked, ListBlock(choices, "answer", together=True))
        case "true-false":
            return (asked, _true_or_false(question, scope))
        case "match":
            return (asked, _pairs(question, scope))
        case "short":
            return (asked, AnswerLines(question.lines, answer=runs_of(question.answer, scope, blanks=False)))


def _true_or_false(question: Question, scope: Scope) -> ListBlock:
    right = question.answer.plain.strip().casefold() if question.answer else ""
    items = tuple(ListItem((Run(phrase(word, scope.language)),), right=word == right) for word in ("true", "false"))
    return ListBlock(items, "answer", together=True)


def _pairs(question: Question, scope: Scope) -> Side:
    """The left halves with a blank for a letter, the right halves in another order."""
    order = turned(len(question.pairs))
    letters = {pair: chr(65 + place) for place, pair in enumerate(order)}
    left = tuple(
        ListItem(joined(((Run(letters[index], key=True, write_in=True),), runs_of(pair.left, scope)), " "))
        for index, pair in enumerate(question.pairs)
    )
    right = tuple(ListItem(runs_of(question.pairs[index].right, scope)) for index in order)
    return Side((ListBlock(left, "number", gap=8.0),), (ListBlock(right, "letter", gap=8.0),), 0.5)


def turned(count: int) -> tuple[int, ...]:
    """The order of the right halves: the same every time, and never the order of the left ones."""
    shift = _STEP % count if count > _STEP else 1
    return tuple((index + shift) % count for index in range(count))
