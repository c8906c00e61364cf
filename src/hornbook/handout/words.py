"""Text of the lesson as runs of a document: citations get their numbers, key words may become blanks."""

from collections.abc import Sequence

from msgspec.structs import replace

from hornbook.handout.scope import Scope
from hornbook.lesson.model import Item
from hornbook.locale.words import phrase
from hornbook.plan.document import ListItem
from hornbook.source.runs import Run, Text
from hornbook.tags import RIGHT_TO_LEFT, is_leftward

LONGEST_BLANK = 24
"""Letters of key words that share a blank."""


def runs_of(text: Text | None, scope: Scope, *, blanks: bool | None = None) -> tuple[Run, ...]:
    """The runs of a text; `blanks` overrides whether its key words are left out."""
    if text is None:
        return ()
    wanted = scope.blanks if blanks is None else blanks
    found: list[Run] = []
    for run in text.runs:
        if run.cite:
            found = _cited(found, run, scope)
        elif run.key and wanted:
            found += _blanks(run)
        else:
            found.append(run)
    return tuple(run for run in found if run.text or run.write_in)


def _blanks(run: Run) -> list[Run]:
    """The key words as one blank, or as several that each fit in a narrow column."""
    parts = [""]
    for word in run.text.split():
        longer = f"{parts[-1]} {word}".strip()
        parts = [*parts[:-1], longer] if len(longer) <= LONGEST_BLANK else [*parts, word]
    blanks = [replace(run, text=part, write_in=True) for part in parts if part]
    return [each for blank in blanks for each in (blank, Run(" "))][:-1]


def _cited(runs: list[Run], cite: Run, scope: Scope) -> list[Run]:
    """The runs with a raised number close to the last word; without one where the document lists no sources."""
    if runs and not runs[-1].write_in:
        runs = [*runs[:-1], replace(runs[-1], text=runs[-1].text.rstrip(" "))]
    return [*runs, *source_numbers(cite.cite, scope)]


def source_numbers(sources: tuple[str, ...], scope: Scope) -> tuple[Run, ...]:
    """The numbers of the sources, raised; nothing where the document lists none."""
    if not sources or scope.cites is None:
        return ()
    numbers = ", ".join(str(scope.cites.number(source)) for source in sources)
    return (Run(f"{_apart(scope.language)}{numbers}", script="super", cite=sources),)


def _apart(language: str) -> str:
    """A sign that nobody sees, where lines run from right to left: without it `2018.` and a raised 5 are one number, 2018.5."""
    return RIGHT_TO_LEFT if is_leftward(language) else ""


def items_of(items: Sequence[Item], scope: Scope) -> tuple[ListItem, ...]:
    """Points with the points under them."""
    return tuple(ListItem(runs_of(item.text, scope), items_of(item.items, scope)) for item in items)


def texts_as_items(texts: Sequence[Text], scope: Scope, lines: int = 0) -> tuple[ListItem, ...]:
    return tuple(ListItem(runs_of(text, scope), lines=lines) for text in texts)


def has_blanks(texts: Sequence[Text]) -> bool:
    return any(run.key for text in texts for run in text.runs)


def fixed(key: str, scope: Scope, **values: object) -> tuple[Run, ...]:
    """A phrase of Hornbook's own as runs."""
    return (Run(phrase(key, scope.language, **values)),)


def template(key: str, scope: Scope, **parts: tuple[Run, ...]) -> tuple[Run, ...]:
    """A phrase of Hornbook's own with runs in the places of its names."""
    marks = {name: f"\0{index}\0" for index, name in enumerate(parts)}
    words = phrase(key, scope.language, **marks).split("\0")
    found: list[Run] = []
    for index, word in enumerate(words):
        if index % 2:
            found += parts[list(parts)[int(word)]]
        elif word:
            found.append(Run(word))
    return tuple(found)


def joined(groups: Sequence[tuple[Run, ...]], between: str) -> tuple[Run, ...]:
    """Groups of runs with words between them."""
    found: list[Run] = []
    for group in groups:
        if found and group:
            found.append(Run(between))
        found += group
    return tuple(found)
