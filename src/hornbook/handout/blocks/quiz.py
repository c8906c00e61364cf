"""`question` and `exit-ticket`: what is answered on paper."""

from hornbook.handout.blocks.kind import BlockKind, Option
from hornbook.handout.questions import question_blocks
from hornbook.handout.scope import Options, Scope
from hornbook.handout.words import fixed
from hornbook.plan.document import Block, Heading, Keep, Space


def make_question(scope: Scope, options: Options) -> tuple[Block, ...]:
    assert scope.question is not None
    seed = int(float(str(options["seed"])))
    return (Space(8.0), Keep(question_blocks(scope.question, scope, scope.number, seed)))


def make_exit_ticket(scope: Scope, _: Options) -> tuple[Block, ...]:
    questions = scope.lesson.print.exit_ticket
    if not questions:
        return ()
    asked = [
        block
        for number, question in enumerate(questions, 1)
        for block in (Space(8.0), Keep(question_blocks(question, scope, number)))
    ]
    return (Heading(2, fixed("exit_ticket", scope)), *asked)


QUESTION = BlockKind("question", "A question of a quiz.", make_question, {"seed": Option("number", 1.0)}, "question")
EXIT_TICKET = BlockKind("exit-ticket", "The questions of `print.exit_ticket`.", make_exit_ticket)
