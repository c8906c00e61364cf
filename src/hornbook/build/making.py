"""Lessons that are not up to date: read, made here or in a pool, and written."""

import gc
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from itertools import chain
from os import cpu_count
from pathlib import Path
from typing import Protocol, TypeVar

from msgspec.structs import replace

from hornbook.build import manifest
from hornbook.build.editions import Edition, EditionResult, make_edition, plan_edition
from hornbook.build.files import check_inside, remove, write_all
from hornbook.build.gather import Gathered, check_audiences, gather
from hornbook.build.misnamed import misnamed
from hornbook.build.names import name_faults
from hornbook.build.options import Made, Options, Output, Product, store_of
from hornbook.build.remembered import remember
from hornbook.build.today import today_of
from hornbook.build.workspace import LessonPlace
from hornbook.check.dates import turning_days
from hornbook.check.ignores import apply_ignores
from hornbook.check.rules import codes, limits
from hornbook.diagnostics import Diagnostic, Severity
from hornbook.diagnostics.printing import has_errors, in_order

Result = TypeVar("Result")


class Mapper(Protocol):
    """`map`, here or in a pool."""

    def __call__(self, work: Callable[[Edition], Result], editions: Iterable[Edition], /) -> Iterator[Result]: ...


def make(
    places: Sequence[LessonPlace], options: Options, here: Path, progress: Callable[[str], None]
) -> Mapping[str, Made]:
    """What came of each lesson, by name."""
    gathered = _gathered(places, options, here)
    made = {place.name: Made((), each.diagnostics, failed=True) for place, each in gathered}
    ready = [(place, each) for place, each in gathered if not has_errors(each.diagnostics)]
    editions = _editions(ready)
    with mapper(options.jobs, editions) as run:
        work = partial(make_edition, store=store_of(options), processes=_for_each(options.jobs, editions))
        results = run(work, editions)
        for place, each in ready:
            parts: list[EditionResult] = []
            for edition in each.editions:
                parts.append(next(results))
                progress(f"{place.name} {edition.lesson.audience}".strip())
            made[place.name] = _written(place, each, parts, options, here)
            _forget_circles(last=place is ready[-1][0])
    return made


def _gathered(places: Sequence[LessonPlace], options: Options, here: Path) -> list[tuple[LessonPlace, Gathered]]:
    """Each lesson with what is read for it. Raises UnknownAudienceError."""
    gathered = [(place, gather(place, options, here)) for place in places]
    check_audiences([each for _, each in gathered], options)
    return [
        (place, replace(each, diagnostics=(*each.diagnostics, *misnamed(options.values, each.asked, None))))
        for place, each in gathered
    ]


def _editions(ready: Sequence[tuple[LessonPlace, Gathered]]) -> list[Edition]:
    return [edition for _, each in ready for edition in each.editions]


def _forget_circles(*, last: bool) -> None:
    """What renderers leave behind is looked for between lessons, where collecting is switched off while one is made."""
    if not (last or gc.isenabled()):
        gc.collect()


def check(places: Sequence[LessonPlace], options: Options, here: Path) -> tuple[Diagnostic, ...]:
    """Everything that a build would say but what is inside pictures, whose files stay closed; nothing is drawn or written."""
    found = list(name_faults(places))
    gathered = _gathered(places, options, here)
    editions = {place: () if has_errors(each.diagnostics) else each.editions for place, each in gathered}
    wanted = [*chain.from_iterable(editions.values())]
    with mapper(options.jobs, wanted) as run:
        results = run(partial(_planned, processes=_for_each(options.jobs, wanted)), wanted)
        for place, each in gathered:
            planned = [diagnostic for _ in editions[place] for diagnostic in next(results)]
            found += in_order(_left((*each.diagnostics, *planned), editions[place], options))
    return tuple(found)


def _planned(edition: Edition, processes: int) -> tuple[Diagnostic, ...]:
    """What there is to say of one edition, whose pictures stay closed."""
    return tuple(plan_edition(edition, load=False, processes=processes)[1])


def _written(
    place: LessonPlace, gathered: Gathered, parts: Sequence[EditionResult], options: Options, here: Path
) -> Made:
    found, failed = verdict(gathered, parts, options)
    products = [product for part in parts for product in part.products]
    if failed:
        return Made((), found, failed=True)
    if not products:
        return Made((), found, failed=False)
    folder = manifest.folder_of(place, options)
    files = {folder / product.name: product.data for product in products}
    earlier = [name for name in manifest.listed(folder) if folder / name not in files]
    kept = earlier if options.partial else ()
    dated = manifest.Dated(turning_days_of(gathered.editions), today_of(options))
    wish = manifest.wish(place, options)
    listing = manifest.dump(wish, gathered.inputs, products, found, here, dated=dated, kept=kept)
    check_inside(folder.parent, files)
    write_all({**files, folder / manifest.NAME: listing})
    if not options.partial:
        remove(folder / name for name in earlier)
    remember(place, options, listing, products)
    return Made(tuple(_output(folder, product) for product in products), found, failed=False)


def verdict(
    gathered: Gathered, parts: Sequence[EditionResult], options: Options
) -> tuple[tuple[Diagnostic, ...], bool]:
    """All that there is to say of a lesson, and whether that keeps it from being written."""
    said = (*gathered.diagnostics, *(diagnostic for part in parts for diagnostic in part.diagnostics))
    found = in_order(_left(said, gathered.editions, options))
    strict = options.strict and any(diagnostic.severity is Severity.WARNING for diagnostic in found)
    return found, strict or has_errors(found)


def turning_days_of(editions: Iterable[Edition]) -> tuple[date, ...]:
    """The days on which there will be something else to say about dates."""
    days: set[date] = set()
    for edition in editions:
        numbers = limits(edition.checks.settings)
        days |= set(turning_days(edition.lesson, numbers["HB504", "contacts"], numbers["HB504", "sources"]))
    return tuple(sorted(days))


def _left(found: Sequence[Diagnostic], editions: Sequence[Edition], options: Options) -> tuple[Diagnostic, ...]:
    """What the ignores of the outline leave to say. They are looked at lesson by lesson: one may be for one audience only."""
    outline = editions[0].lesson.span.file if editions else None
    return apply_ignores(found, outline, codes(), whole=not options.partial)


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


def _allowed(jobs: int) -> int:
    """How many processes may work: one for each core where nothing is said."""
    return jobs or cpu_count() or 1


def _for_each(jobs: int, editions: Sequence[Edition]) -> int:
    """Processes for every edition, where each has one of its own."""
    return max(1, _allowed(jobs) // max(1, len(editions)))


@contextmanager
def mapper(jobs: int, editions: Sequence[Edition]) -> Generator[Mapper]:
    """Runs editions here, or in a pool where there is more than one and more than one core. Results keep the order."""
    processes = min(_allowed(jobs), len(editions))
    if processes < 2:
        yield map
        return
    from concurrent.futures import ProcessPoolExecutor

    places = {id(edition): place for place, edition in enumerate(editions)}
    with ProcessPoolExecutor(processes, initializer=_begin, initargs=(editions,)) as pool:

        def run(work: Callable[[Edition], Result], wanted: Iterable[Edition]) -> Iterator[Result]:
            return pool.map(partial(_with_one, work), [places[id(each)] for each in wanted])

        yield run


_EDITIONS: list[Edition] = []
"""What a process of a pool works on. All come when it begins, with the theme that they share, and a forked one has them already."""


def _begin(editions: Sequence[Edition]) -> None:
    _EDITIONS[:] = editions


def _with_one(work: Callable[[Edition], Result], place: int) -> Result:
    return work(_EDITIONS[place])
