"""A build: lessons in, files out. What is fresh is left alone; what has an error keeps its old files."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from hornbook.build import manifest
from hornbook.build.editions import Edition, EditionResult, make_edition, plan_edition
from hornbook.build.files import remove, write_all
from hornbook.build.gather import Gathered, gather
from hornbook.build.options import BuildResult, Options, Output, Product
from hornbook.build.workspace import LessonPlace
from hornbook.diagnostics import Diagnostic, Severity, error
from hornbook.diagnostics.printing import has_errors, in_order

Progress = Callable[[str], None]
"""Is told what has just been done."""

Mapper = Callable[[Callable[[Edition], EditionResult], Iterable[Edition]], Iterator[EditionResult]]


@dataclass(frozen=True, slots=True)
class _Made:
    outputs: tuple[Output, ...]
    diagnostics: tuple[Diagnostic, ...]
    failed: bool


def build(
    places: Sequence[LessonPlace], options: Options, here: Path, progress: Progress = lambda _: None
) -> BuildResult:
    """Builds each lesson; an error in one leaves the others to be built. Raises CannotWriteError where the disk refuses."""
    same = _same_names(places)
    if same:
        return BuildResult((), same, tuple(place.name for place in places))
    made: dict[str, _Made] = {}
    waiting: list[tuple[LessonPlace, Gathered]] = []
    for place in places:
        fresh = None if options.force else _fresh(place, options, here)
        if fresh is not None:
            made[place.name] = fresh
            progress(place.name)
            continue
        gathered = gather(place, options, here)
        if has_errors(gathered.diagnostics):
            made[place.name] = _Made((), gathered.diagnostics, failed=True)
        else:
            waiting.append((place, gathered))
    with _mapper(options.jobs, sum(len(gathered.editions) for _, gathered in waiting)) as run:
        results = run(make_edition, (edition for _, gathered in waiting for edition in gathered.editions))
        for place, gathered in waiting:
            parts: list[EditionResult] = []
            for edition in gathered.editions:
                parts.append(next(results))
                progress(f"{place.name} {edition.lesson.audience}".strip())
            made[place.name] = _finish(place, gathered, parts, options, here)
    return BuildResult(
        tuple(output for place in places for output in made[place.name].outputs),
        tuple(diagnostic for place in places for diagnostic in in_order(made[place.name].diagnostics)),
        tuple(place.name for place in places if made[place.name].failed),
    )


def check(places: Sequence[LessonPlace], options: Options, here: Path) -> tuple[Diagnostic, ...]:
    """Everything that a build would say, without rendering or writing anything."""
    found: list[Diagnostic] = []
    for place in places:
        gathered = gather(place, options, here)
        editions = () if has_errors(gathered.diagnostics) else gathered.editions
        planned = [diagnostic for edition in editions for diagnostic in plan_edition(edition)[1]]
        found += in_order((*gathered.diagnostics, *planned))
    return tuple(found)


def _folder(place: LessonPlace, options: Options) -> Path:
    return (options.out or place.out) / place.name


def _wish(place: LessonPlace, options: Options) -> str:
    return manifest.fingerprint({**options.fingerprint(), "lesson": place.path.name})


def _fresh(place: LessonPlace, options: Options, here: Path) -> _Made | None:
    folder = _folder(place, options)
    known = manifest.load(folder)
    if known is None or not manifest.is_fresh(known, _wish(place, options), folder, place.workspace):
        return None
    found = manifest.diagnostics_of(known, place.workspace, here)
    return _Made(manifest.outputs_of(known, folder), found, failed=False)


def _finish(
    place: LessonPlace, gathered: Gathered, parts: Sequence[EditionResult], options: Options, here: Path
) -> _Made:
    found = in_order((*gathered.diagnostics, *(diagnostic for part in parts for diagnostic in part.diagnostics)))
    products = [product for part in parts for product in part.products]
    strict = options.strict and any(diagnostic.severity is Severity.WARNING for diagnostic in found)
    if strict or has_errors(found):
        return _Made((), found, failed=True)
    folder = _folder(place, options)
    earlier = manifest.listed(folder)
    listing = manifest.dump(_wish(place, options), gathered.inputs, products, found, here)
    files = {folder / product.name: product.data for product in products}
    write_all({**files, folder / manifest.NAME: listing})
    if not options.only and not options.audiences:
        remove(folder / name for name in earlier if folder / name not in files)
    return _Made(tuple(_output(folder, product) for product in products), found, failed=False)


def _output(folder: Path, product: Product) -> Output:
    return Output(
        folder / product.name,
        product.kind,
        product.recipe,
        product.audience,
        product.language,
        product.pages,
        len(product.data),
        built=True,
    )


def _same_names(places: Sequence[LessonPlace]) -> tuple[Diagnostic, ...]:
    """Two lessons whose outputs would have one name."""
    seen: dict[tuple[Path, str], LessonPlace] = {}
    found: list[Diagnostic] = []
    for place in places:
        first = seen.setdefault((place.out, place.name), place)
        if first is not place:
            found.append(
                error(
                    "HB601",
                    f'Two lessons are called "{place.name}": {first.path.as_posix()} and {place.path.as_posix()}.',
                    hint="Rename one of the folders, or build them one at a time with different --out folders.",
                )
            )
    return tuple(found)


@contextmanager
def _mapper(jobs: int, count: int) -> Generator[Mapper]:
    """Runs editions here, or in a pool where there is more than one and more than one core. Results keep the order."""
    from os import cpu_count

    processes = min(jobs or cpu_count() or 1, count)
    if processes < 2:
        yield map
        return
    with ProcessPoolExecutor(processes) as pool:
        yield pool.map
