"""What was typed, made sense of: lists with commas, NAME=VALUE, lessons by name."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import cast, get_args

from hornbook.build.options import Format, Options
from hornbook.build.templates import is_template
from hornbook.build.workspace import (
    LessonPlace,
    all_lessons,
    built_in,
    find_lesson,
    lesson_files,
    names_of,
    workspace_of,
)
from hornbook.cli.exits import USAGE, stop
from hornbook.source.nearest import nearest
from hornbook.units import PAPERS


def parts(typed: str) -> tuple[str, ...]:
    """`deck, fact-sheet` as two words."""
    return tuple(part.strip() for part in typed.split(",") if part.strip())


def named_values(typed: Sequence[str]) -> dict[str, str]:
    """`--set name=value`, each name once; a later one replaces an earlier one."""
    values: dict[str, str] = {}
    for pair in typed:
        name, equals, value = pair.partition("=")
        if not equals or not name.strip():
            stop(USAGE, f'--set wants NAME=VALUE, not "{pair}".')
        values[name.strip()] = value
    return values


def file_format(typed: str) -> Format:
    """`--format docx`; leaves with a usage error where there is no such format."""
    if typed.lower() not in get_args(Format):
        stop(USAGE, f'--format wants pdf, docx or html, not "{typed}".')
    return cast("Format", typed.lower())


def day(typed: str) -> date | None:
    """`--today 2026-11-24`; None where nothing was typed."""
    if not typed:
        return None
    try:
        return date.fromisoformat(typed)
    except ValueError:
        stop(USAGE, f'--today wants a date such as 2026-11-24, not "{typed}".')


def lessons_at(asked: Sequence[str], here: Path) -> tuple[LessonPlace, ...]:
    """The lessons that were named, or all of the workspace; leaves with a usage error where there are none."""
    if not asked:
        found = all_lessons(here)
        if not found:
            stop(USAGE, "There is no lesson here.", 'Name one, or make one: "hornbook new my-lesson".')
        return found
    places: list[LessonPlace] = []
    for name in asked:
        place = find_lesson(name, here)
        if place is None:
            known = lesson_names(here)
            near = nearest(name, known)
            meant = f'Did you mean "{near}"? ' if near else ""
            stop(USAGE, f'There is no lesson "{name}".', f"{meant}There are: {', '.join(known)}.")
        places.append(place)
    return tuple(places)


def lesson_names(here: Path) -> tuple[str, ...]:
    roots = dict.fromkeys(root for root in (workspace_of(here), built_in()) if root)
    beside = sorted(path.parent.name for path in here.glob("*/lesson.yaml"))
    return tuple(dict.fromkeys([*beside, *(path.parent.name for root in roots for path in lesson_files(root))]))


def check_names(options: Options, here: Path) -> None:
    """Leaves with a usage error where a paper, a theme or a recipe on the command line is not there."""
    root = workspace_of(here)
    if options.paper:
        _known("paper", options.paper, tuple(PAPERS))
    if is_template(options.theme):
        if not (here / options.theme).is_file():
            stop(
                USAGE,
                f'There is no file "{options.theme}".',
                "--theme takes a theme's name or the path of a .pptx or .potx.",
            )
    elif options.theme and not options.theme.endswith((".yaml", ".yml")):
        _known("theme", options.theme, names_of("decks/themes", root))
    for name in options.only:
        _known("recipe", name, ("deck", "deck-pdf", "accessibility", *names_of("handouts", root)))


def _known(what: str, name: str, known: Sequence[str]) -> None:
    if name not in known:
        near = nearest(name, known)
        meant = f'Did you mean "{near}"? ' if near else ""
        stop(USAGE, f'There is no {what} "{name}".', f"{meant}There are: {', '.join(known)}.")
