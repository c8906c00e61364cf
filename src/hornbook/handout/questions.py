"""Questions of a quiz on paper, with their choices, pairs or lines; the answers are there for the document that shows them."""

from hashlib import sha256

from hornbook.handout.scope import Scope
from hornbook.handout.words import joined, runs_of
from hornbook.lesson.model import Question
from hornbook.locale.words import phrase
from hornbook.plan.document import AnswerLines, Block, ListBlock, ListItem, Side, Words
from hornbook.source.runs import Run

_STEP = 3
"""In a matching question the right column is turned by so many places, so that no pair stands side by side."""


def question_blocks(question: Question, scope: Scope, number: int = 0, seed: int = 0) -> tuple[Block, ...]:
    """The question with its number, and what it is answered with, in the order of the scope's version."""
    ask = runs_of(question.ask, scope, blanks=False)
    asked = Words((Run(f"{number}. "), *ask) if number else ask, "question", keep=True)
    match question.kind:
        case "choice":
            choices = tuple(
                ListItem(runs_of(question.choices[at].text, scope, blanks=False), right=question.choices[at].right)
                for at in choice_order(len(question.choices), scope.version, number, seed)
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


def choice_order(count: int, version: int, number: int, seed: int) -> tuple[int, ...]:
    """The order of the choices of question `number`: shuffled by the seed, and one place further in each version.

    So in as many versions as there are choices, no two have the right one at the same place.
    """
    if not version or count < 2:
        return tuple(range(count))
    shuffled = sorted(range(count), key=lambda at: sha256(f"{seed} {number} {at}".encode()).digest())
    shift = (version - 1) % count
    return tuple(shuffled[shift:] + shuffled[:shift])


def _pairs(question: Question, scope: Scope) -> Side:
    """The left halves with a blank for a letter, the right halves in another order."""
    order = turned(len(question.pairs), scope.version)
    letters = {pair: chr(65 + place) for place, pair in enumerate(order)}
    left = tuple(
        ListItem(joined(((Run(letters[index], key=True, write_in=True),), runs_of(pair.left, scope)), " "))
        for index, pair in enumerate(question.pairs)
    )
    right = tuple(ListItem(runs_of(question.pairs[index].right, scope)) for index in order)
    return Side((ListBlock(left, "number", gap=8.0),), (ListBlock(right, "letter", gap=8.0),), 0.5)


def turned(count: int, version: int = 0) -> tuple[int, ...]:
    """The order of the right halves: the same every time, never the order of the left ones, another in each version."""
    shift = _STEP % count if count > _STEP else 1
    if version and count > 1:
        shift = 1 + (shift - 1 + version) % (count - 1)
    return tuple((index + shift) % count for index in range(count))
