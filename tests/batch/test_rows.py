"""Tables become rows with numbers and places, or messages that say what is wrong with them."""

import io
import zipfile

import pytest

from hornbook.build.batch.rows import MOST_COLUMNS, MOST_IN_CELL, UnreadableRowsError, read_rows


def rows_of(tmp_path, data: str | bytes, name: str = "rows.csv"):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read_rows(path, name))


def refused(tmp_path, data: str | bytes, name: str = "rows.csv"):
    with pytest.raises(UnreadableRowsError) as trouble:
        rows_of(tmp_path, data, name)
    return trouble.value.diagnostics


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_columns_are_named_by_the_first_row_whatever_stands_between_them(separator, tmp_path):
    text = f"district{separator}phone\nSpringfield{separator}555-0100\n"
    (row,) = rows_of(tmp_path, text)
    assert dict(row.cells) == {"district": "Springfield", "phone": "555-0100"}
    assert (row.number, str(row.span)) == (1, "rows.csv:2:1")


def test_a_mark_of_utf8_spaces_and_empty_lines_do_not_count(tmp_path):
    rows = rows_of(tmp_path, "\ufeffdistrict , phone\n\n Springfield ,\n,,\nOgdenville,1\n")
    assert [(row.number, row.span.line, dict(row.cells)) for row in rows] == [
        (1, 3, {"district": "Springfield"}),
        (2, 5, {"district": "Ogdenville", "phone": "1"}),
    ]


def test_a_cell_in_quotes_may_hold_commas_and_lines(tmp_path):
    first, second = rows_of(tmp_path, 'a,b\n"x, y","one\ntwo"\nz,3\n')
    assert dict(first.cells) == {"a": "x, y", "b": "one\ntwo"}
    assert second.span.line == 4


def test_a_row_with_too_many_cells_is_reported_and_the_next_is_read(tmp_path):
    first, second = rows_of(tmp_path, "a,b\n1,2,3\n4,5\n")
    assert [found.code for found in first.problems] == ["HB612"]
    assert dict(second.cells) == {"a": "4", "b": "5"}


def test_a_cell_as_long_as_a_book_is_reported(tmp_path):
    (row,) = rows_of(tmp_path, f"a\n{'x' * (MOST_IN_CELL + 1)}\n")
    assert [found.code for found in row.problems] == ["HB612"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a,a\n1,2\n", "HB611"),
        ("a,,b\n1,2,3\n", "HB611"),
        ("\n", "HB611"),
        (",".join(f"c{n}" for n in range(MOST_COLUMNS + 1)), "HB611"),
        ('a\n"x" y\n', "HB610"),
        (b"a\nM\xfcller\n", "HB610"),
        (b"a\n\0\n", "HB610"),
        (f"a\n{'x' * (MOST_IN_CELL * 11)}\n", "HB610"),
    ],
)
def test_a_table_that_is_none_is_refused(text, code, tmp_path):
    assert {found.code for found in refused(tmp_path, text)} == {code}


def test_what_is_no_table_or_not_there_is_refused(tmp_path):
    assert [found.code for found in refused(tmp_path, "x", "rows.docx")] == ["HB610"]
    with pytest.raises(UnreadableRowsError):
        read_rows(tmp_path / "none.csv", "none.csv")


def test_yaml_rows_are_a_list_of_groups(tmp_path):
    text = "- {district: Springfield, phone: 0123}\n- plain\n- {district: [a]}\n- {district: Ogdenville}\n"
    rows = rows_of(tmp_path, text, "rows.yaml")
    assert dict(rows[0].cells) == {"district": "Springfield", "phone": "0123"}
    assert [[found.code for found in row.problems] for row in rows] == [[], ["HB612"], ["HB612"], []]
    assert rows[3].span.line == 4


def test_yaml_that_is_none_is_refused_with_its_own_messages(tmp_path):
    assert {found.code for found in refused(tmp_path, "a: b\n", "rows.yaml")} == {"HB610"}
    assert refused(tmp_path, "- {a: b\n", "rows.yaml")


def sheet(rows) -> bytes:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_table_of_excel_reads_as_it_shows(tmp_path):
    from datetime import date

    data = sheet(
        [["district", "pupils", "day", "open"], ["Springfield", 1200.0, date(2026, 11, 24), True], [], ["O", 1.5]]
    )
    first, second = rows_of(tmp_path, data, "rows.xlsx")
    assert dict(first.cells) == {"district": "Springfield", "pupils": "1200", "day": "2026-11-24", "open": "true"}
    assert (dict(second.cells), second.number, second.span.line) == ({"district": "O", "pupils": "1.5"}, 2, 4)


def test_a_file_that_only_says_that_it_is_excel_is_refused(tmp_path):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"\0" * 500_000_000)
    assert [found.code for found in refused(tmp_path, stream.getvalue(), "rows.xlsx")] == ["HB610"]
    assert [found.code for found in refused(tmp_path, b"PK\x03\x04 no", "rows.xlsx")] == ["HB610"]
