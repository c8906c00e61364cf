"""`sign-in` and `feedback`: who came, and what they say afterwards."""

from hornbook.handout.blocks.headings import words_of
from hornbook.handout.blocks.kind import BlockKind, Option
from hornbook.handout.scope import Options, Scope, words_in
from hornbook.handout.words import fixed, runs_of
from hornbook.plan.document import (
    AnswerLines,
    Block,
    FillField,
    Heading,
    Keep,
    ListBlock,
    ListItem,
    RuledColumns,
    Space,
    Words,
)
from hornbook.source.runs import Run

_PARTS = {"sign_in_reach": 3.4, "name": 3.6}
"""Of the width; other columns are a little narrower."""
_OTHER = 3.0


def make_sign_in(scope: Scope, options: Options) -> tuple[Block, ...]:
    """Columns down to the foot of the page, and a word that nobody has to sign."""
    columns = tuple(
        FillField(words_of(name, scope.language), _PARTS.get(name, _OTHER)) for name in words_in(options["columns"])
    )
    return (
        Words(fixed("sign_in_note", scope)),
        RuledColumns(columns, int(float(str(options["rows"]))), fill=True),
    )


def make_feedback(scope: Scope, _: Options) -> tuple[Block, ...]:
    """How far each objective was reached, how long it was, and room for what was good and what was missing."""
    goals = tuple(
        _chosen(scope, runs_of(goal, scope, blanks=False), "reached", "partly_reached", "not_reached")
        for goal in scope.lesson.objectives
    )
    can: tuple[Block, ...] = (Heading(3, fixed("i_can", scope)), *goals) if goals else ()
    return (
        Heading(2, fixed("feedback", scope)),
        Words(fixed("feedback_note", scope)),
        *can,
        Space(16.0),
        _chosen(scope, fixed("feedback_time", scope), "too_short", "just_right", "too_long"),
        *_asked(scope, "feedback_kept"),
        *_asked(scope, "feedback_missing"),
        AnswerLines(1, fill=True),
    )


def _chosen(scope: Scope, asked: tuple[Run, ...], *choices: str) -> Keep:
    items = tuple(ListItem(fixed(choice, scope)) for choice in choices)
    return Keep((Words(asked, keep=True), ListBlock(items, "answer", together=True)))


def _asked(scope: Scope, question: str) -> tuple[Block, ...]:
    return (Heading(3, fixed(question, scope)), AnswerLines(3))


SIGN_IN = BlockKind(
    "sign-in",
    "Lines for many people to write their names on.",
    make_sign_in,
    {"rows": Option("number", 10.0), "columns": Option("words", ("name", "sign_in_from", "sign_in_reach"))},
)
FEEDBACK = BlockKind("feedback", "Questions for those who were there, out of the objectives.", make_feedback)
