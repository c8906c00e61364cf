"""The rows of a batch, one after another: CSV is never held whole, YAML and XLSX are small enough to be."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from hornbook.diagnostics import Diagnostic, SourceFile, Span, error
from hornbook.source.files import read_text_file
from hornbook.source.nodes import ListNode, MapNode, ScalarNode
from hornbook.source.outline import read_outline

MOST_COLUMNS = 200
MOST_IN_CELL = 10_000
_SEPARATORS = ",;\t"


class Row(Struct, frozen=True):
    """A row with words in it: its number counts from 1 below the names of the columns."""

    number: int
    cells: Mapping[str, str]
    """By the name of the column; an empty cell is not among them."""
    span: Span
    problems: tuple[Diagnostic, ...] = ()
    """What keeps it from being made."""


class UnreadableRowsError(Exception):
    """Why a file has no rows for us."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__(str(diagnostics[0].message))
        self.diagnostics = diagnostics


def read_rows(path: Path, shown: str) -> Iterator[Row]:
    """The rows of a file. Raises UnreadableRowsError, at once where it can be seen at the file's head."""
    file = SourceFile(shown)
    readers = {".csv": _from_csv, ".tsv": _from_csv, ".yaml": _from_yaml, ".yml": _from_yaml, ".xlsx": _from_xlsx}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise _refused("HB610", f'"{shown}" is not a table that can be read.', file, "Use .csv, .tsv, .yaml or .xlsx.")
    if not path.is_file():
        raise _refused("HB610", f'"{shown}" is not there.', file)
    return reader(path, file)


def _refused(code: str, message: str, file: SourceFile, hint: str = "", line: int = 1) -> UnreadableRowsError:
    return UnreadableRowsError(error(code, message, Span(file, line), hint))


def _from_csv(path: Path, file: SourceFile) -> Iterator[Row]:
    csv.field_size_limit(MOST_IN_CELL * 10)
    with path.open(encoding="utf-8-sig", newline="") as stream:
        lines = _lines(stream, file)
        try:
            first = next(lines, "")
            reader = csv.reader(_again(first, lines), delimiter=_separator(first), strict=True)
            columns = _columns(next(reader, list[str]()), file)
            number = 0
            while True:
                line = reader.line_num + 1
                cells = next(reader, None)
                if cells is None:
                    return
                if any(cell.strip() for cell in cells):
                    number += 1
                    yield _row(number, columns, cells, Span(file, line))
        except csv.Error as problem:
            raise _refused("HB610", f"This is no CSV: {problem}.", file, "Save the table again as CSV UTF-8.") from None


def _lines(stream: io.TextIOWrapper, file: SourceFile) -> Iterator[str]:
    try:
        for line in stream:
            if "\0" in line:
                raise _refused("HB610", "This is not a text file.", file, "Save the table as CSV UTF-8.")
            yield line
    except UnicodeDecodeError:
        raise _refused("HB610", "This table is not UTF-8.", file, "Save it again as CSV UTF-8.") from None


def _again(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _separator(head: str) -> str:
    """What stands most often between the names of the columns: Excel writes semicolons in half of the world."""
    return max(_SEPARATORS, key=head.count)


def _columns(names: Sequence[str], file: SourceFile) -> tuple[str, ...]:
    columns = tuple(name.strip() for name in names)
    while columns and not columns[-1]:
        columns = columns[:-1]
    at = Span(file, 1)
    wrong = [error("HB611", f'There are two columns "{name}".', at) for name in dict.fromkeys(columns) if name and columns.count(name) > 1]  # fmt: skip
    wrong += [error("HB611", f"Column {place} has no name.", at) for place, name in enumerate(columns, 1) if not name]
    if not columns:
        wrong.append(error("HB611", "There is no row with the names of columns.", at))
    if len(columns) > MOST_COLUMNS:
        wrong.append(error("HB611", f"There are {len(columns)} columns; {MOST_COLUMNS} are read.", at))
    if wrong:
        raise UnreadableRowsError(*wrong)
    return columns


def _row(number: int, columns: Sequence[str], cells: Sequence[str], span: Span) -> Row:
    """A row of cells by name, with what is wrong with it."""
    problems: list[Diagnostic] = []
    more = [cell for cell in cells[len(columns) :] if cell.strip()]
    if more:
        message = f'There are {len(more)} cells more than columns, the first "{more[0][:40]}".'
        problems.append(error("HB612", message, span, "Put quotes around a cell with a comma in it."))
    named = {name: cell.strip() for name, cell in zip(columns, cells, strict=False) if cell.strip()}
    for name, cell in named.items():
        if len(cell) > MOST_IN_CELL:
            message = f'"{name}" has {len(cell):,} characters; {MOST_IN_CELL:,} are read.'
            problems.append(error("HB612", message, span))
    return Row(number, {} if problems else named, span, tuple(problems))


def _from_yaml(path: Path, file: SourceFile) -> Iterator[Row]:
    """A list of mappings."""
    source, problems = read_text_file(path, file.path)
    root, found = read_outline(source) if source else (None, ())
    if problems or found:
        raise UnreadableRowsError(*problems, *found)
    if not isinstance(root, ListNode):
        raise _refused("HB610", "The rows are a list.", file, "Write - {district: Springfield, phone: 555-0100}")
    for number, item in enumerate(root.items, start=1):
        if not isinstance(item, MapNode):
            yield Row(number, {}, item.span, (error("HB612", "A row is a group of fields.", item.span),))
            continue
        cells = [(entry.key.text, entry.value) for entry in item]
        groups = [error("HB612", f'"{name}" wants a text.', value.span) for name, value in cells if not isinstance(value, ScalarNode)]  # fmt: skip
        texts = {name: value.text for name, value in cells if isinstance(value, ScalarNode)}
        row = _row(number, tuple(texts), tuple(texts.values()), item.span)
        yield Row(number, {} if groups else row.cells, item.span, (*row.problems, *groups))


def _from_xlsx(path: Path, file: SourceFile) -> Iterator[Row]:
    """The first sheet. Formulas count as what they came to when the table was saved."""
    columns: tuple[str, ...] | None = None
    number = 0
    for line, cells in enumerate(_sheet(path, file), start=1):
        if columns is None:
            columns = _columns(cells, file)
        elif any(cell.strip() for cell in cells):
            number += 1
            yield _row(number, columns, cells, Span(file, line))


def _sheet(path: Path, file: SourceFile) -> Iterable[tuple[str, ...]]:
    from hornbook.ooxml.reading import RefusedPackageError, read_package

    try:
        from openpyxl import load_workbook
    except ImportError:
        hint = "Save the table as CSV UTF-8, or: pip install 'hornbook[xlsx]'."
        raise _refused("HB610", "XLSX needs one more library.", file, hint) from None
    try:
        data = path.read_bytes()
        read_package(data)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        for cells in sheet.iter_rows(max_col=MOST_COLUMNS + 1, values_only=True):
            yield tuple(_cell(cell) for cell in cells)
    except RefusedPackageError as refusal:
        raise _refused("HB610", f"This table cannot be read: {refusal.reason}.", file) from None
    except UnreadableRowsError:
        raise
    except Exception:  # noqa: BLE001 - a stranger's file, and a library with many ways to say no
        raise _refused("HB610", "This is not a table of Excel that can be read.", file, "Save it as CSV UTF-8.") from None  # fmt: skip


def _cell(value: object) -> str:
    """What a cell shows, near enough: whole numbers without a point, dates as 2026-11-24."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer():
            return str(int(value))
        case _:
            text = str(value)
            return text.removesuffix(" 00:00:00")
