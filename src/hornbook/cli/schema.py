"""`hornbook schema`: a JSON Schema on stdout, for editors that help while typing."""

import json
from collections.abc import Callable, Mapping

from hornbook.cli.exits import USAGE, stop
from hornbook.cli.output import answer
from hornbook.source.nearest import nearest


def run_schema(what: str) -> None:
    schemas: Mapping[str, Callable[[], dict[str, object]]] = {
        "lesson": _lesson,
        "contacts": _contacts,
        "recipe": _recipe,
        "theme": _theme,
    }
    wanted = what.strip().lower()
    if wanted not in schemas:
        near = nearest(wanted, tuple(schemas))
        meant = f'Did you mean "{near}"? ' if near else ""
        stop(USAGE, f'There is no schema of "{what}".', f"{meant}There are: {', '.join(schemas)}.")
    answer(json.dumps(schemas[wanted](), indent=2) + "\n")


def _lesson() -> dict[str, object]:
    from hornbook.lesson.schema import lesson_schema

    return lesson_schema()


def _contacts() -> dict[str, object]:
    from hornbook.lesson.schema import contacts_schema

    return contacts_schema()


def _recipe() -> dict[str, object]:
    from hornbook.handout.schema import recipe_schema

    return recipe_schema()


def _theme() -> dict[str, object]:
    from hornbook.theme.schema import theme_schema

    return theme_schema()
