"""`quiz`: a slide for each question; what is right, and why, comes on a click."""

from msgspec.structs import replace

from hornbook.compose.content import Arrangement, Content, Fill, Part, TextFill, Words, words
from hornbook.lesson.model import Pair, Question, Quiz, Slide
from hornbook.locale import in_a_row, phrase
from hornbook.source.runs import Run, Text, plain_text

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def quiz(slide: Slide, body: Quiz, language: str) -> tuple[Content, ...]:
    """One content for each question, in order."""
    return tuple(replace(question(slide.title, asked, language), span=asked.span) for asked in body.questions)


def question(title: Text, asked: Question, language: str) -> Content:
    """The content of one question, by its kind."""
    match asked.kind:
        case "choice":
            return _choices(title, asked, tuple(choice.text for choice in asked.choices), _right_ones(asked), language)
        case "true-false":
            return _true_or_false(title, asked, language)
        case "match":
            return _match(title, asked, language)
        case "short":
            return _short(title, asked)


def _right_ones(asked: Question) -> tuple[int, ...]:
    return tuple(index for index, choice in enumerate(asked.choices) if choice.right)


def _true_or_false(title: Text, asked: Question, language: str) -> Content:
    texts = tuple(plain_text(phrase(key, language), asked.span) for key in ("true", "false"))
    said = asked.answer.plain.strip().lower() if asked.answer else ""
    right = {"true": (0,), "false": (1,)}.get(said, ())
    return _choices(title, asked, texts, right, language)


def _choices(title: Text, asked: Question, texts: tuple[Text, ...], right: tuple[int, ...], language: str) -> Content:
    """The letters are drawn by the layout, so the choices stay on one slide."""
    parts = tuple(Part({"choice": (words(text),)}, text.span, (), index) for index, text in enumerate(texts))

    def fills(chosen: tuple[Part, ...]) -> tuple[Fill, ...]:
        rows = (
            TextFill(
                f"choice{number}",
                part.slots["choice"],
                "entry",
                number - 1,
                ordered=True,
                right_with="answer" if part.index in right else "",
            )
            for number, part in enumerate(chosen, start=1)
        )
        named = tuple(run for index in right for run in (*_letter(index), *texts[index].runs, Run("   ")))[:-1]
        letters = (Run(in_a_row([LETTERS[index] for index in right], language), strong=True),) if right else ()
        return (_ask(asked), *rows, *_answer(asked, named, letters))

    arrangement = Arrangement("Quiz Choices", fills, counted=True, split=False)
    return Content("quiz", title, (arrangement,), parts)


def _letter(index: int) -> tuple[Run, ...]:
    return (Run(f"{LETTERS[index]}  ", strong=True),)


def _match(title: Text, asked: Question, language: str) -> Content:
    """The right column in an order of its own, so that the pairs do not stand side by side."""
    mixed = mixed_pairs(asked.pairs)
    left = tuple(words(pair.left, label=f"{number}.") for number, pair in enumerate(asked.pairs, start=1))
    right = tuple(words(pair.right, label=f"{LETTERS[index]}.") for index, pair in enumerate(mixed))
    found = [f"{number} {LETTERS[mixed.index(pair)]}" for number, pair in enumerate(asked.pairs, start=1)]

    def fills(_parts: tuple[Part, ...]) -> tuple[Fill, ...]:
        columns = (TextFill("left", left, "numbered"), TextFill("right", right, "numbered"))
        return (_ask(asked), *columns, *_answer(asked, (Run(in_a_row(found, language), strong=True),)))

    return Content("quiz", title, (Arrangement("Quiz Match", fills),))


def mixed_pairs(pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """By the words of the right side, turned until as few as possible stand beside their own left side."""
    ordered = tuple(sorted(pairs, key=lambda pair: pair.right.plain.lower()))
    turned = [(*ordered[by:], *ordered[:by]) for by in range(len(ordered))]
    return min(turned, key=lambda mixed: sum(one is other for one, other in zip(mixed, pairs, strict=True)), default=())


def _short(title: Text, asked: Question) -> Content:

    def fills(_parts: tuple[Part, ...]) -> tuple[Fill, ...]:
        runs = tuple(replace(run, strong=True) for run in asked.answer.runs) if asked.answer else ()
        return (_ask(asked), *_answer(asked, runs))

    return Content("quiz", title, (Arrangement("Quiz Short", fills),))


def _ask(asked: Question) -> TextFill:
    return TextFill("ask", (words(asked.ask),))


def _answer(asked: Question, right: tuple[Run, ...], letters: tuple[Run, ...] = ()) -> tuple[TextFill, ...]:
    """What is right and why, in one box; none where the author gave neither. Where that is too long, letters will do."""
    span = asked.answer.span if asked.answer else asked.span
    named = (Words(right, span),) if right else ()
    why = (words(asked.why, level=1),) if asked.why else ()
    if not named and not why:
        return ()
    short = ((Words((*letters, Run("  "), *asked.why.runs), span),),) if letters and asked.why else ()
    return (TextFill("answer", (*named, *why), reveal="box", always=True, shorter=short),)
