"""A row becomes its kit: read, planned, drawn and written by whichever process has it, with what they share made once in each."""

import hashlib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from os.path import relpath
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from hornbook.build import manifest
from hornbook.build.batch.names import kit_name
from hornbook.build.batch.rows import Row
from hornbook.build.batch.target import target_at
from hornbook.build.editions import EditionResult, make_edition
from hornbook.build.files import CannotWriteError
from hornbook.build.gather import Gathered, check_audiences, gather
from hornbook.build.logos import row_logo
from hornbook.build.making import turning_days_of, verdict
from hornbook.build.misnamed import misnamed
from hornbook.build.options import Options, Product, UnknownAudienceError, store_of
from hornbook.build.today import today_of
from hornbook.build.workspace import LessonPlace, names_of
from hornbook.diagnostics import Diagnostic, SourceFile, Span, error
from hornbook.diagnostics.printing import has_errors
from hornbook.source.nodes import ScalarNode
from hornbook.units import PAPERS

CHOOSING = frozenset({"paper", "theme", "audience", "language", "contacts", "logo"})
"""Columns that choose. All others fill `<<names>>`."""


class Work(Struct, frozen=True):
    """What is the same for every row: sent once to each process."""

    place: LessonPlace
    here: Path
    options: Options
    """Without what a row asks for."""
    template: str
    rows: Path
    """The table itself; a path in a cell is relative to it."""
    target: str
    zipped: bool = False


class KitFile(Struct, frozen=True):
    """A file of a kit, as it was written."""

    name: str
    kind: str
    recipe: str
    audience: str
    language: str
    pages: int
    bytes: int
    digest: str


class Kit(Struct, frozen=True):
    """What came of a row. The files themselves are where they belong."""

    number: int
    name: str
    files: tuple[KitFile, ...]
    diagnostics: tuple[Diagnostic, ...]
    failed: bool
    inputs: Mapping[str, str]
    """Hashes of what was read, by name; empty for what was looked for in vain."""
    days: tuple[str, ...] = ()
    """The ISO date on which it was made, then those on which there will be something else to say."""


def row_key(work: Work, row: Row) -> str:
    """Changes when something else is asked for; what is read counts by its own hashes."""
    return manifest.fingerprint(
        {
            **work.options.fingerprint(),
            "cells": dict(sorted(row.cells.items())),
            "lesson": work.place.path.name,
            "program": manifest.program_fingerprint(),
            "zipped": work.zipped,
        }
    )


def make_kit(work: Work, row: Row) -> Kit:
    """The kit of a row, written; with an error nothing of it is."""
    name = kit_name(work.template, row.cells, row.number)
    options, found = row_options(work, row)
    if row.problems or found:
        return Kit(row.number, name, (), (*row.problems, *found), failed=True, inputs={})
    gathered = gather(work.place, options, work.here)
    head = Span(SourceFile(row.span.file.path))
    unused = misnamed([name for name in row.cells if name not in CHOOSING], gathered.asked, head, CHOOSING)
    found = (*gathered.diagnostics, *unused, *_audience_trouble(gathered, options, row))
    if has_errors(found):
        return Kit(row.number, name, (), found, failed=True, inputs=_hashes(gathered))
    gathered = replace(gathered, diagnostics=found)
    store = store_of(options)
    parts = [make_edition(edition, store) for edition in gathered.editions]
    found, failed = verdict(gathered, parts, options)
    today = today_of(options)
    days = (today, *(day for day in turning_days_of(gathered.editions) if day > today))
    try:
        files = () if failed else _write(work, name, parts)
    except CannotWriteError as trouble:
        return Kit(row.number, name, (), (_unwritten(trouble, row),), failed=True, inputs={})
    return Kit(row.number, name, files, found, failed, _hashes(gathered), tuple(day.isoformat() for day in days))


def row_options(work: Work, row: Row) -> tuple[Options, tuple[Diagnostic, ...]]:
    """The options of a build for that row, or what it asks for that is not there."""
    cells = row.cells
    values = {**work.options.values, **{name: cell for name, cell in cells.items() if name not in CHOOSING}}
    options = replace(work.options, values=values)
    found: list[Diagnostic] = []
    if paper := cells.get("paper", "").lower():
        options = replace(options, paper=paper)
        found += _unknown("paper", paper, tuple(PAPERS), row.span)
    if theme := cells.get("theme"):
        options = replace(options, theme=theme)
        if not theme.endswith((".yaml", ".yml")):
            found += _unknown("theme", theme, names_of("decks/themes", work.place.workspace), row.span)
    if audience := cells.get("audience"):
        options = replace(options, audiences=tuple(part.strip() for part in audience.split(",") if part.strip()))
    if contacts := cells.get("contacts"):
        path = relpath(work.rows.resolve().parent / contacts, work.place.path.resolve().parent).replace("\\", "/")
        options = replace(options, contacts=ScalarNode(path, row.span))
    if logo := cells.get("logo"):
        options = replace(options, logo=row_logo(ScalarNode(logo, row.span), work.rows, work.place))
    if language := cells.get("language"):
        options = replace(options, language=language)
    return options, tuple(found)


def _unknown(what: str, name: str, known: tuple[str, ...], span: Span) -> list[Diagnostic]:
    if name in known:
        return []
    return [error("HB614", f'There is no {what} "{name}".', span, f"There are: {', '.join(known)}.")]


def _audience_trouble(gathered: Gathered, options: Options, row: Row) -> tuple[Diagnostic, ...]:
    try:
        check_audiences([gathered], options)
    except UnknownAudienceError as trouble:
        return (error("HB614", f"{trouble}.", row.span, trouble.hint),)
    return ()


def _unwritten(trouble: CannotWriteError, row: Row) -> Diagnostic:
    return error("HB615", f"{trouble.path.name} cannot be written: {trouble.strerror}.", row.span)


def _write(work: Work, name: str, parts: Iterable[EditionResult]) -> tuple[KitFile, ...]:
    products = [product for part in parts for product in part.products]
    target = target_at(work.target)
    if work.zipped:
        from hornbook.ooxml.package import write_package

        data = write_package({product.name: product.data for product in products})
        target.write({f"{name}.zip": data})
        whole = Product(f"{name}.zip", data, "deck", "", "", "", 0)
        return (replace(_file("", whole), kind="zip"), *(_file(f"{name}.zip/", each) for each in products))
    target.write({f"{name}/{product.name}": product.data for product in products})
    return tuple(_file(f"{name}/", product) for product in products)


def _file(above: str, product: Product) -> KitFile:
    return KitFile(
        above + product.name,
        product.kind,
        product.recipe,
        product.audience,
        product.language,
        product.pages,
        len(product.data),
        hashlib.sha256(product.data).hexdigest(),
    )


def _hashes(gathered: Gathered) -> dict[str, str]:
    inputs = gathered.inputs
    read = {manifest.key_of(path, inputs.workspace): hash_of(path) for path in inputs.paths}
    return {**{manifest.key_of(path, inputs.workspace): "" for path in inputs.absent}, **read}


def hash_of(path: Path) -> str:
    """The hash of a file's bytes, empty where there is none; read once as long as it is not touched."""
    try:
        state = path.stat()
        return _hash(path, state.st_mtime_ns, state.st_size)
    except OSError:
        return ""


@lru_cache(maxsize=4096)
def _hash(path: Path, changed: int, size: int) -> str:
    del changed, size
    return hashlib.sha256(path.read_bytes()).hexdigest()


def lost(row: Row, name: str, why: str) -> Kit:
    """The kit of a row that could not be made through no fault of its own that is known."""
    found = error("HB615", f"The kit could not be made: {why}.", Span(SourceFile(row.span.file.path), row.span.line))
    return Kit(row.number, name, (), (found,), failed=True, inputs={})
