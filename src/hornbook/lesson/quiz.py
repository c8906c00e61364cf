"""Questions of a quiz or an exit ticket: their keys decide of which kind they are."""

import re

from hornbook.lesson import keys
from hornbook.lesson.model import Choice, Pair, Question, Quiz
from hornbook.lesson.reading import Reading
from hornbook.lesson.values import each, nearest
from hornbook.source.nodes import MapNode, Node, ScalarNode, shorten
from hornbook.source.runs import Text

MAX_CHOICES = 6
MAX_PAIRS = 8
DEFAULT_LINES = 2
MAX_LINES = 30


def read_quiz(reading: Reading, node: Node) -> Quiz | None:
    questions = read_questions(reading, node)
    return Quiz(questions) if questions else None


def read_questions(reading: Reading, node: Node | None) -> tuple[Question, ...]:
    """The questions for this audience."""
    return each(reading.items(node, "A list of questions"), lambda item: read_question(reading, item))


def read_question(reading: Reading, node: Node) -> Question | None:
    """One question; None where it is for others, switched off or wrong."""
    if not isinstance(node, MapNode):
        reading.wrong(node, "A question with `ask`", "Write each question as {ask: ..., answer: ...}.")
        return None
    reading.check_keys(node, keys.QUESTION, "a question")
    wanted = reading.wanted(node)
    ask = reading.needed_text(node, "ask", "A question")
    why = reading.text(node.get("why"))
    question = _by_kind(reading, node, ask, why)
    return question if wanted else None


def _by_kind(reading: Reading, node: MapNode, ask: Text | None, why: Text | None) -> Question | None:
    if "choices" in node:
        _refuse(reading, node, ("match", "lines"), "a question with `choices`")
        choices = _choices(reading, node)
        return Question("choice", ask, choices, (), None, why, 0, node.span) if ask and choices else None
    if "match" in node:
        _refuse(reading, node, ("answer", "lines"), "a question with `match`")
        pairs = _pairs(reading, node)
        return Question("match", ask, (), pairs, None, why, 0, node.span) if ask and pairs else None
    answer = node.get("answer")
    if isinstance(answer, ScalarNode) and answer.style == "plain" and answer.text.strip().lower() in ("true", "false"):
        _refuse(reading, node, ("lines",), "a question that is answered true or false")
        plain = ScalarNode(answer.text.strip().lower(), answer.span)
        return Question("true-false", ask, (), (), reading.text(plain), why, 0, node.span) if ask else None
    lines = reading.count(node.get("lines"), DEFAULT_LINES, MAX_LINES)
    return Question("short", ask, (), (), reading.text(answer), why, lines, node.span) if ask else None


def _refuse(reading: Reading, node: MapNode, names: tuple[str, ...], what: str) -> None:
    for name in names:
        if name in node:
            reading.error("HB252", f"`{name}` has no meaning in {what}.", node.key_span(name), "Delete it.")


def _choices(reading: Reading, node: MapNode) -> tuple[Choice, ...]:
    listed = reading.items(reading.need(node, "choices", "A question"))
    scalars = [scalar for item in listed if (scalar := reading.scalar(item)) is not None]
    written = [scalar.text.strip() for scalar in scalars]
    _check_choices(reading, node, scalars)
    right = _right(reading, node, written)
    texts = [(reading.inline(scalar), scalar.text.strip() in right) for scalar in scalars]
    return tuple(Choice(text, fits) for text, fits in texts if text)


def _check_choices(reading: Reading, node: MapNode, scalars: list[ScalarNode]) -> None:
    if len(scalars) == 1 or len(scalars) > MAX_CHOICES:
        message = f"A question has two to {MAX_CHOICES} choices, not {len(scalars)}."
        reading.error("HB253", message, node.key_span("choices"))
    seen: set[str] = set()
    for scalar in scalars:
        if scalar.text.strip() in seen:
            reading.error(
                "HB253",
                f'"{shorten(scalar.text)}" is here for the second time.',
                scalar.span,
                "Each choice says something else.",
            )
        seen.add(scalar.text.strip())


def _right(reading: Reading, node: MapNode, choices: list[str]) -> set[str]:
    """The choices that the author calls right."""
    right: set[str] = set()
    for scalar in reading.one_or_more(reading.need(node, "answer", "A question with `choices`")):
        answer = scalar.text.strip()
        if answer in choices:
            right.add(answer)
        elif choices and re.fullmatch(r"\(?[A-Ha-h][.)]?|[1-8][.)]?", answer):
            message = f'"{answer}" is not understood as an answer: letters and numbers may change place.'
            reading.error("HB251", message, scalar.span, f"Write the right choice itself{_meant(answer, choices)}.")
        elif choices:
            hint = nearest(answer, choices) or "Copy the right choice word for word."
            reading.error("HB250", f'The answer "{shorten(answer)}" is not among the choices.', scalar.span, hint)
    return right


def _meant(answer: str, choices: list[str]) -> str:
    sign = answer.strip("().").lower()
    index = int(sign) - 1 if sign.isdigit() else ord(sign) - ord("a")
    return f", such as answer: {choices[index]}" if 0 <= index < len(choices) else ""


def _pairs(reading: Reading, node: MapNode) -> tuple[Pair, ...]:
    match = node.get("match")
    if match is None:
        reading.error(
            "HB202",
            "`match:` has no value.",
            node.key_span("match"),
            "Write match: {force: using strength, fraud: using lies}.",
        )
        return ()
    if not isinstance(match, MapNode):
        reading.wrong(match, "Pairs", "Write match: {force: using strength, fraud: using lies}.")
        return ()
    if not 2 <= len(match.entries) <= MAX_PAIRS:
        message = f"A question has two to {MAX_PAIRS} pairs, not {len(match.entries)}."
        reading.error("HB211", message, node.key_span("match"), "Make two questions of it." if match.entries else "")
        return ()
    pairs = [(reading.inline(entry.key), reading.needed_text(match, entry.key.text, "A pair")) for entry in match]
    return tuple(Pair(left, right) for left, right in pairs if left and right)
