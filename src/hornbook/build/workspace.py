"""Where things are: the workspace around a lesson, and what travels inside the program.

A workspace is the nearest folder upwards with `hornbook.yaml` or `decks/`, else the lesson's own folder. What it holds comes
before what is built in, by name.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from msgspec import Struct

LESSON_FILE = "lesson.yaml"
_NOT_LESSONS = frozenset({"themes", "contacts", "words"})


@cache
def built_in() -> Path:
    """The folder that holds the built-in `decks/` and `handouts/`: the checkout's, else the package's own copy."""
    package = Path(__file__).resolve().parents[1]
    checkout = package.parents[1]
    if (checkout / "pyproject.toml").is_file() and (checkout / "handouts").is_dir():
        return checkout
    return package / "_data"


def workspace_of(folder: Path) -> Path | None:
    """The nearest folder upwards that is a workspace, or None."""
    resolved = folder.resolve()
    for candidate in (resolved, *resolved.parents):
        if (candidate / "hornbook.yaml").is_file() or (candidate / "decks").is_dir():
            return candidate
    return None


class LessonPlace(Struct, frozen=True):
    """An outline that was asked for: its file, the folder it may read from, and the name of its outputs."""

    path: Path
    workspace: Path
    name: str
    out: Path
    """Where outputs go unless `--out` says otherwise."""


def lesson_name(path: Path) -> str:
    """The folder's name, or the file's where it is not `lesson.yaml`."""
    return path.resolve().parent.name if path.name == LESSON_FILE else path.stem


def find_lesson(asked: str, here: Path) -> LessonPlace | None:
    """A folder, a .yaml file, or the name of a lesson in `decks/` or built in; None where there is no such thing."""
    path = here / asked
    if path.is_dir() and (path / LESSON_FILE).is_file():
        return _place(path / LESSON_FILE, here)
    if path.is_file():
        return _place(path, here)
    if "/" in asked or "\\" in asked or asked in {".", ".."}:
        return None
    for root in _roots(workspace_of(here)):
        candidate = root / "decks" / asked / LESSON_FILE
        if is_inside(candidate, root):
            return _place(candidate, here)
    return None


def all_lessons(here: Path) -> tuple[LessonPlace, ...]:
    """Every lesson of the workspace around `here`, by name; none where there is no workspace."""
    root = workspace_of(here)
    return tuple(_place(path, here) for path in lesson_files(root)) if root else ()


def lesson_files(root: Path) -> tuple[Path, ...]:
    """The outlines in a workspace's `decks/`, by the name of their folder."""
    found = (path for path in root.glob(f"decks/*/{LESSON_FILE}") if path.parent.name not in _NOT_LESSONS)
    return tuple(sorted(path for path in found if is_inside(path, root)))


def is_inside(path: Path, root: Path) -> bool:
    """Whether there is a file, and no link leads out of the workspace to it: a workspace may come from a stranger.

    What is built in is ours, wherever an installer keeps it.
    """
    try:
        return path.is_file() and (root == built_in() or path.resolve().is_relative_to(root.resolve()))
    except (OSError, RuntimeError):
        return False


def _place(path: Path, here: Path) -> LessonPlace:
    """Outputs go to the lesson's own workspace; those of a built-in or a lone lesson go to where the user is."""
    marked = workspace_of(path.parent)
    root = marked or path.resolve().parent
    built_in_from_outside = built_in() == root and not here.resolve().is_relative_to(root)
    out = root if marked and not built_in_from_outside else workspace_of(here) or here
    return LessonPlace(path, root, lesson_name(path), out / "out")


def _roots(workspace: Path | None) -> Iterator[Path]:
    if workspace is not None:
        yield workspace
    if workspace != built_in():
        yield built_in()


def find_theme(name: str, lesson: Path, workspace: Path) -> Path | None:
    """A theme by name, or a theme file beside the lesson."""
    return _file(name, lesson, workspace, "decks/themes")


def find_words(name: str, workspace: Path) -> Path | None:
    """A word list by name: the workspace's own before the built-in one."""
    return _named(name, workspace, "decks/words")


def find_recipe(name: str, workspace: Path) -> Path | None:
    """A recipe by name: the workspace's own before the built-in one."""
    return _named(name, workspace, "handouts")


def names_of(folder: str, workspace: Path | None) -> tuple[str, ...]:
    """The names of YAML files in a folder of the workspace and of what is built in."""
    return tuple(sorted({path.stem for root in _roots(workspace) for path in (root / folder).glob("*.yaml")}))


def _file(name: str, lesson: Path, workspace: Path, folder: str) -> Path | None:
    if name.endswith((".yaml", ".yml")):
        path = (lesson.parent / name).resolve()
        return path if path.is_file() and path.is_relative_to(workspace.resolve()) else None
    return _named(name, workspace, folder)


def _named(name: str, workspace: Path, folder: str) -> Path | None:
    if not name or "/" in name or "\\" in name or name.startswith("."):
        return None
    found = ((root, root / folder / f"{name}.yaml") for root in _roots(workspace))
    return next((path for root, path in found if is_inside(path, root)), None)


def shown(path: Path, here: Path) -> str:
    """A path as a person should see it: from here where that is shorter, never with back slashes."""
    try:
        return path.resolve().relative_to(here.resolve()).as_posix()
    except ValueError:
        return path.as_posix()
