"""`wallet-cards`, `vocabulary-cards`, `scenario-cards`, `exit-tickets`: whole sheets that are cut."""

from hornbook.handout.blocks.kind import BlockKind, Option
from hornbook.handout.contacts import checked_runs, for_the_foot, short_line
from hornbook.handout.numbers import Number, card_numbers
from hornbook.handout.scope import Options, Scope
from hornbook.handout.words import fixed, runs_of
from hornbook.lesson.model import Discuss, Question, Scenario, Slide
from hornbook.locale.words import phrase
from hornbook.plan.sheets import CardSheets, Cells, Face, FacePart, Ruled, Runs, Said, SheetCard, Spring, Ticks
from hornbook.source.runs import Run, Text

MORE_LINES = 24
"""Lines that a question gets more at most, where its card has room."""
PATTERN = {"vocabulary": ((2, 4), (2, 3), (2, 2)), "tickets": ((2, 2), (1, 2))}


def make_wallet(scope: Scope, _: Options) -> tuple[CardSheets, ...]:
    """Covers on one side, numbers on the other; nothing where the lesson has nobody to call."""
    numbers = card_numbers(scope.lesson.contacts, scope)
    if not numbers:
        return ()
    card = scope.lesson.print.card
    cover = runs_of(card.cover, scope, blanks=False) if card else ()
    outside = Face((Said(cover, "cover"),) if cover else (), "sun", anchor="middle")
    inside = Face(_wallet_parts(scope, numbers), "bar")
    foot = checked_runs(for_the_foot(scope.lesson.contacts), scope)
    return (CardSheets((SheetCard(outside, inside),), "wallet", repeat=True, foot=foot),)


def _wallet_parts(scope: Scope, numbers: tuple[Number, ...]) -> tuple[FacePart, ...]:
    """The headline, one line below it, the numbers, and the other lines at the foot."""
    card = scope.lesson.print.card
    headline = runs_of(card.headline, scope, blanks=False) if card else ()
    lines = [Said(runs_of(line, scope, blanks=False), "line") for line in card.lines] if card else []
    return (
        Said(headline or fixed("help", scope), "headline", 2),
        *lines[:1],
        *number_parts(numbers),
        Spring(),
        *lines[1:],
    )


def number_parts(numbers: tuple[Number, ...]) -> tuple[FacePart, ...]:
    """The first number across, the others side by side below it."""
    first, *others = (_stack(number) for number in numbers)
    return (*first, Cells(tuple(others))) if others else first


def _stack(number: Number) -> tuple[Said, ...]:
    return (Said(number.label, "label"), Said(number.value, "number"))


def make_vocabulary(scope: Scope, _: Options) -> tuple[CardSheets, ...]:
    """The term on one side, what it means on the other."""
    foot, help_ = _foot(scope, "vocabulary_cards"), _help(scope)
    cards = tuple(
        SheetCard(
            Face((Said(runs_of(term.word, scope, blanks=False), "term", 2),), anchor="middle", foot=foot),
            Face(_between_springs(Said(runs_of(term.meaning, scope, blanks=False), "meaning"), help_), anchor="middle"),
        )
        for term in scope.lesson.vocabulary
    )
    return (CardSheets(cards, grids=PATTERN["vocabulary"]),) if cards else ()


def _help(scope: Scope) -> tuple[Said, ...]:
    """Whom to call, on each piece, each on a line of its own: what is cut off is read alone, and at arm's length."""
    line = short_line(scope.lesson.contacts, scope, "\n")
    return (Said(line, "help"),) if line else ()


def _between_springs(words: Said, below: tuple[Said, ...]) -> tuple[FacePart, ...]:
    return (Spring(), words, Spring(), *below) if below else (words,)


def _foot(scope: Scope, name: str) -> Runs:
    return (Run(f"{phrase(name, scope.language)} · {scope.lesson.title.plain}"),)


def make_scenarios(scope: Scope, options: Options) -> tuple[CardSheets, ...]:
    """Each story, or what there is to talk about, on a card of its own."""
    kinds = options["kinds"]
    wanted = kinds if isinstance(kinds, tuple) else ("scenario",)
    foot = _foot(scope, "scenario_cards")
    slides = [slide for _, slide in scope.handout_slides()]
    parts = [(slide, _scenario_parts(scope, slide, wanted)) for slide in slides]
    chosen = [(slide, found) for slide, found in parts if found]
    cards = tuple(
        SheetCard(Face((_counted(scope, number, len(chosen)), *found, Spring(), *_help(scope)), foot=foot))
        for number, (_, found) in enumerate(chosen, 1)
    )
    return (CardSheets(cards),) if cards else ()


def _counted(scope: Scope, number: int, count: int) -> Said:
    words = phrase("part_of", scope.language, part=number, parts=count)
    return Said((Run(f"{phrase('scenario', scope.language)} {words}"),), "label")


def _scenario_parts(scope: Scope, slide: Slide, kinds: tuple[str, ...]) -> tuple[FacePart, ...]:
    title = Said(runs_of(slide.title, scope, blanks=False), "title", 2)
    match slide.body:
        case Scenario(story=story, questions=questions) if "scenario" in kinds:
            told = tuple(Said(runs_of(text, scope, blanks=False), "story") for text in story)
            return (title, *told, *_asked(scope, questions))
        case Discuss(questions=questions) if "discuss" in kinds:
            return (title, *_asked(scope, questions))
        case _:
            return ()


def _asked(scope: Scope, questions: tuple[Text, ...]) -> tuple[FacePart, ...]:
    """Each question with lines to write on, as many as the card has room for."""
    return tuple(
        part
        for number, question in enumerate(questions, 1)
        for part in (
            Said(runs_of(question, scope, blanks=False), "question", label=f"{number}."),
            Ruled(1, more=MORE_LINES),
        )
    )


def make_tickets(scope: Scope, options: Options) -> tuple[CardSheets, ...]:
    """The questions of `print.exit_ticket` on every quarter of a sheet; without them a question to finish by hand."""
    questions = scope.lesson.print.exit_ticket
    if not questions:
        return ()
    parts: list[FacePart] = [Said(fixed("exit_ticket", scope), "title", 1)]
    if options["name"]:
        parts.append(Ruled(1, phrase("name", scope.language)))
    for number, question in enumerate(questions, 1):
        parts += _ticket_parts(scope, question, number)
    parts += (Spring(), *_help(scope))
    return (CardSheets((SheetCard(Face(tuple(parts))),), grids=PATTERN["tickets"], repeat=True),)


def _ticket_parts(scope: Scope, question: Question, number: int) -> tuple[FacePart, ...]:
    asked = Said(runs_of(question.ask, scope, blanks=False), "question", label=f"{number}.")
    match question.kind:
        case "true-false":
            return (asked, Ticks((fixed("true", scope), fixed("false", scope))))
        case "choice":
            return (asked, Ticks(tuple(runs_of(each.text, scope, blanks=False) for each in question.choices)))
        case "match":
            pairs = tuple(Said(runs_of(pair.left, scope, blanks=False), "question") for pair in question.pairs)
            return (asked, *(part for pair in pairs for part in (pair, Ruled(1))))
        case "short":
            return (asked, Ruled(question.lines, more=MORE_LINES))


WALLET = BlockKind("wallet-cards", "Cards with whom to call, ten to a sheet of card stock.", make_wallet, sheets=True)
VOCABULARY = BlockKind("vocabulary-cards", "Words on one side, meanings on the other.", make_vocabulary, sheets=True)
SCENARIOS = BlockKind(
    "scenario-cards",
    "A card for each story.",
    make_scenarios,
    {"kinds": Option("words", ("scenario",), ("scenario", "discuss"))},
    sheets=True,
)
TICKETS = BlockKind(
    "exit-tickets",
    "The questions of `print.exit_ticket`, four to a sheet.",
    make_tickets,
    {"name": Option("flag", default=True)},
    sheets=True,
)
