"""`hornbook list`: what there is to choose from."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from hornbook.build.workspace import LESSON_FILE, LessonPlace, built_in, find_recipe, names_of, shown, workspace_of
from hornbook.cli.exits import USAGE, stop
from hornbook.cli.output import answer
from hornbook.source.nearest import nearest

if TYPE_CHECKING:
    from hornbook.theme.model import Theme

Row = dict[str, str]


def run_list(what: str, theme: str, *, as_json: bool) -> None:
    here = Path.cwd()
    lists: Mapping[str, Callable[[], list[Row]]] = {
        "lessons": lambda: _lessons(here),
        "recipes": lambda: _recipes(here),
        "themes": lambda: _themes(here),
        "layouts": lambda: _layouts(here, theme),
        "kinds": _kinds,
        "codes": _codes,
        "rules": _rules,
        "papers": _papers,
    }
    if what not in lists:
        near = nearest(what, tuple(lists))
        meant = f'Did you mean "{near}"? ' if near else ""
        stop(USAGE, f'There is no list of "{what}".', f"{meant}There are: {', '.join(lists)}.")
    rows = lists[what]()
    if as_json:
        answer(json.dumps({what: rows}, indent=1, ensure_ascii=False) + "\n")
        return
    width = max((len(row["name"]) for row in rows), default=0)
    for row in rows:
        level = f"  {row['level']:<7}" if "level" in row else ""
        limits = f" ({row['limits']})" if row.get("limits") else ""
        answer(f"{row['name']:<{width}}{level}  {row['what']}{limits}".rstrip() + "\n")


def _lessons(here: Path) -> list[Row]:
    from hornbook.build.workspace import all_lessons, lesson_files

    own = {place.name: place for place in all_lessons(here)}
    rows = [{"name": name, "what": shown(place.path, here)} for name, place in own.items()]
    more = [path for path in lesson_files(built_in()) if path.parent.name not in own]
    return rows + [{"name": path.parent.name, "what": "built in"} for path in more]


def _recipes(here: Path) -> list[Row]:
    from hornbook.build.gather import Shelf

    root = workspace_of(here)
    shelf = Shelf(LessonPlace(here, root or here, "", here), here)
    recipes = {name: shelf.recipe(name, None) for name in names_of("handouts", root) if find_recipe(name, root or here)}
    return [{"name": name, "what": recipe.about if recipe else "has errors"} for name, recipe in recipes.items()]


def _themes(here: Path) -> list[Row]:
    root = workspace_of(here) or here
    return [{"name": name, "what": _about(_theme(here, name))} for name in names_of("decks/themes", root)]


def _about(theme: "Theme | None") -> str:
    return (theme.about or theme.title) if theme else "has errors"


def _layouts(here: Path, name: str) -> list[Row]:
    theme = _theme(here, name)
    if theme is None:
        stop(USAGE, f'There is no theme "{name}" that can be read.')
    return [
        {"name": layout.name, "what": ", ".join(box.key for box in layout.placeholders)}
        for layout in theme.layouts.values()
    ]


def _theme(here: Path, name: str) -> "Theme | None":
    from hornbook.build.gather import Shelf
    from hornbook.diagnostics import SourceFile, Span

    root = workspace_of(here) or here
    place = LessonPlace(here / LESSON_FILE, root, "", here)
    return Shelf(place, here).theme(name, Span(SourceFile("")), typed=True)


def _kinds() -> list[Row]:
    from hornbook.lesson.kinds import KINDS

    return [{"name": name, "what": what} for name, what in KINDS.items()]


def _codes() -> list[Row]:
    from hornbook.cli.codes import known_codes

    return [{"name": code, "what": known.title} for code, known in known_codes().items()]


def _rules() -> list[Row]:
    from hornbook.check.rules import RULES

    return [
        {
            "name": rule.code,
            "what": rule.explained().title,
            "level": rule.level.name.lower(),
            "limits": ", ".join(f"{name} {number:g}" for name, number in rule.limits.items()),
        }
        for rule in RULES
    ]


def _papers() -> list[Row]:
    from hornbook.units import PAPERS, POINTS_PER

    millimetre = POINTS_PER["mm"]
    return [
        {"name": name, "what": f"{size.width / millimetre:.0f} x {size.height / millimetre:.0f} mm"}
        for name, size in PAPERS.items()
    ]
