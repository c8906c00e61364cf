"""A build: lessons in, files out. What is fresh is left alone; what has an error keeps its old files.

Nothing that reads or draws is imported until there is something to make.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from hornbook.build import manifest
from hornbook.build.files import tidy
from hornbook.build.names import name_faults
from hornbook.build.options import BuildResult, Made, Options, store_of
from hornbook.build.store import usual_limit
from hornbook.build.today import today_of
from hornbook.build.workspace import LessonPlace
from hornbook.diagnostics import Diagnostic, error
from hornbook.diagnostics.printing import in_order

Progress = Callable[[str], None]
"""Is told what has just been done."""


def build(
    places: Sequence[LessonPlace], options: Options, here: Path, progress: Progress = lambda _: None
) -> BuildResult:
    """Builds each lesson; an error in one leaves the others to be built. Raises CannotWriteError where the disk refuses."""
    same = _same_names(places)
    if same:
        return BuildResult((), same, tuple(place.name for place in places))
    refused = {place.name: found for place in places if (found := name_faults([place]))}
    made = {name: Made((), found, failed=True) for name, found in refused.items()}
    for place in places:
        if place.name in refused:
            continue
        fresh = None if options.force else _fresh(place, options, here)
        if fresh is not None:
            made[place.name] = fresh
            progress(place.name)
    for place in places if options.cache and not options.force else ():
        again = _again(place, options, here) if place.name not in made else None
        if again is not None:
            made[place.name] = again
            progress(place.name)
    stale = [place for place in places if place.name not in made]
    if stale:
        from hornbook.build.making import make

        made.update(make(stale, options, here, progress))
        store_of(options).trim(usual_limit())
    return BuildResult(
        tuple(output for place in places for output in made[place.name].outputs),
        tuple(diagnostic for place in places for diagnostic in in_order(made[place.name].diagnostics)),
        tuple(place.name for place in places if made[place.name].failed),
    )


def _fresh(place: LessonPlace, options: Options, here: Path) -> Made | None:
    """What is up to date; None where something is not, or where the manifest is not one that a build wrote."""
    folder = manifest.folder_of(place, options)
    wish, today = manifest.wish(place, options), today_of(options)
    try:
        known = manifest.load(folder)
        if known is None or not manifest.is_fresh(known, wish, folder, place.workspace, today):
            return None
        found = manifest.diagnostics_of(known, place.workspace, here)
        made = Made(manifest.outputs_of(known, folder), found, failed=False)
        tidy({folder, *(output.path.parent for output in made.outputs)})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return made


def _again(place: LessonPlace, options: Options, here: Path) -> Made | None:
    from hornbook.build.remembered import written_again

    return written_again(place, options, here)


def _same_names(places: Sequence[LessonPlace]) -> tuple[Diagnostic, ...]:
    """Two lessons whose outputs would have one name."""
    seen: dict[str, LessonPlace] = {}
    found: list[Diagnostic] = []
    for place in places:
        first = seen.setdefault(place.name, place)
        if first.path.resolve() != place.path.resolve():
            found.append(
                error(
                    "HB601",
                    f'Two lessons are called "{place.name}": {first.path.as_posix()} and {place.path.as_posix()}.',
                    hint="Rename one of the folders, or build them one at a time with different --out folders.",
                )
            )
    return tuple(found)
