"""`letter` and `reply-slip`: the words of `print.letter`, and a slip to cut off that comes back."""

from hornbook.handout.blocks.headings import words_of
from hornbook.handout.blocks.kind import BlockKind, Option
from hornbook.handout.scope import Options, Scope, words_in
from hornbook.handout.words import fixed, runs_of
from hornbook.locale.words import phrase
from hornbook.plan.document import Block, FillField, FillFields, Foot, Heading, ListBlock, ListItem, Rule, Words
from hornbook.source.runs import Run


def make(scope: Scope, _: Options) -> tuple[Block, ...]:
    return tuple(Words(runs_of(text, scope, blanks=False), "letter") for text in scope.lesson.print.letter)


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


BLOCK = BlockKind("letter", "The paragraphs of `print.letter`.", make)
SLIP = BlockKind(
    "reply-slip", "A slip to tick, sign, cut off and send back.", make_slip, {"choices": Option("words", ())}
)
