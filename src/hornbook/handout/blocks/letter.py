"""`letter` and `reply-slip`: the words of `print.letter`, and a slip to cut off that comes back."""

from hornbook.handout.blocks.headings import words_of
from hornbook.handout.blocks.kind import BlockKind, Option
from hornbook.handout.codes import NARROW, code_of
from hornbook.handout.scope import Options, Scope, words_in
from hornbook.handout.words import fixed, runs_of
from hornbook.locale.words import phrase
from hornbook.plan.document import Block, FillField, FillFields, Foot, Heading, ListBlock, ListItem, Rule, Side, Words
from hornbook.source.runs import Run

BESIDE = 3
"""Paragraphs that end a letter, with the code in the margin at their right."""


def make(scope: Scope, options: Options) -> tuple[Block, ...]:
    paragraphs = tuple(Words(runs_of(text, scope, blanks=False), "letter") for text in scope.lesson.print.letter)
    code = code_of(scope.lesson.contacts, scope) if options["code"] else None
    if code is None or not paragraphs:
        return paragraphs
    beside = (code.figure, Words(code.name, "small"))
    return (*paragraphs[:-BESIDE], Side(paragraphs[-BESIDE:], beside, NARROW))


def make_slip(scope: Scope, options: Options) -> tuple[Block, ...]:
    """Whose it is, what to tick, where to reach the family, and a line to sign; at the foot of the page."""
    choices = words_in(options["choices"]) or _usual_choices(scope)
    ticks = tuple(ListItem((Run(words_of(words, scope.language)),)) for words in choices)
    return (
        Foot(
            (
                Rule(cut=True),
                Heading(3, fixed("reply", scope), phrase("cut_and_return", scope.language)),
                _fields(scope, ("childs_name", 6.5), ("class", 3.5)),
                ListBlock(ticks, "check"),
                _fields(scope, ("reach_me", 1.0)),
                _fields(scope, ("signature", 6.5), ("date", 3.5)),
            )
        ),
    )


def _usual_choices(scope: Scope) -> tuple[str, ...]:
    return ("takes_part", "does_other_task" if scope.lesson.print.opt_out else "stays_out")


def _fields(scope: Scope, *parts: tuple[str, float]) -> FillFields:
    return FillFields(tuple(FillField(phrase(name, scope.language), part) for name, part in parts))


BLOCK = BlockKind(
    "letter",
    "The paragraphs of `print.letter`; with `code`, the QR code of the first page or chat in the margin beside the last ones.",
    make,
    {"code": Option("flag", default=False)},
)
SLIP = BlockKind(
    "reply-slip", "A slip to tick, sign, cut off and send back.", make_slip, {"choices": Option("words", ())}
)
