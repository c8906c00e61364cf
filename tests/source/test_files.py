"""Files are read as UTF-8 or refused for what they are, and paths stay in the workspace."""

import pytest

from hornbook.diagnostics import SourceFile, Span
from hornbook.source.files import MAX_BYTES, decode, read_text_file, resolve_inside

AT = Span(SourceFile("lesson.yaml", "file: x"), 1, 7)


def codes(diagnostics):
    return [diagnostic.code for diagnostic in diagnostics]


@pytest.mark.parametrize("data", [b"a: b\r\nc: d\r\n", b"\xef\xbb\xbfa: b\nc: d\n", b"a: b\rc: d\r"])
def test_marks_and_line_ends_do_not_matter(data):
    file, found = decode(data, "a.yaml")
    assert (file.text, found) == ("a: b\nc: d\n", ())


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"%PDF-1.7", "HB103", "a PDF"),
        (b"\x89PNG\r\n", "HB103", "picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "HB103", "old Word"),
        (b"a: b\0c", "HB103", "not a text file"),
        (b"\xff\xfea\0:\0", "HB104", "UTF-16"),
        (b"\0a\0:\0 \0b\0c", "HB104", "UTF-16"),
        (b"a: caf\xe9\n", "HB104", "Latin-1"),
        (b"a: \x93b\x94\n", "HB104", "Windows-1252"),
        (b"a" * (MAX_BYTES + 1), "HB105", "larger"),
    ],
)
def test_bytes_that_are_no_text_are_named(data, code, words):
    file, found = decode(data, "a.yaml")
    assert file is None
    assert codes(found) == [code]
    assert words in found[0].message


def test_a_file_that_another_names_is_reported_there(tmp_path):
    _, found = read_text_file(tmp_path / "us.yaml", "us.yaml", AT)
    assert (codes(found), found[0].span) == (["HB101"], AT)


def test_the_nearest_name_is_suggested(tmp_path):
    (tmp_path / "Contacts.yaml").write_text("a: b")
    _, found = read_text_file(tmp_path / "contact.yaml")
    assert found[0].hint == 'Did you mean "Contacts.yaml"?'


def test_a_path_inside_the_workspace_is_followed(tmp_path):
    (tmp_path / "decks" / "one").mkdir(parents=True)
    (tmp_path / "decks" / "us.yaml").write_text("a")
    path, found = resolve_inside("../us.yaml", tmp_path / "decks" / "one", tmp_path, AT)
    assert (path, found) == ((tmp_path / "decks" / "us.yaml").resolve(), ())


@pytest.mark.parametrize(
    "written",
    [
        "../../secret",
        "/etc/passwd",
        "C:\\a.png",
        "~/a.png",
        "https://example.org/a.png",
        "file:///etc/passwd",
        "\\\\server\\a",
    ],
)
def test_a_path_out_of_the_workspace_is_refused(tmp_path, written):
    inner = tmp_path / "work"
    inner.mkdir()
    (tmp_path / "secret").write_text("a")
    path, found = resolve_inside(written, inner, inner, AT)
    assert path is None
    assert codes(found) == ["HB140"]


def test_a_link_out_of_the_workspace_is_refused(tmp_path):
    inner = tmp_path / "work"
    inner.mkdir()
    (tmp_path / "secret.png").write_text("a")
    (inner / "a.png").symlink_to(tmp_path / "secret.png")
    assert codes(resolve_inside("a.png", inner, inner, AT)[1]) == ["HB140"]


def test_a_link_to_itself_is_no_file(tmp_path):
    (tmp_path / "a.png").symlink_to(tmp_path / "a.png")
    path, found = resolve_inside("a.png", tmp_path, tmp_path, AT)
    assert path is None
    assert codes(found) == ["HB141"]


@pytest.mark.parametrize("written", ["images", "none.png", "images\\a.png", "a\0b", "a" * 2000, ""])
def test_what_is_no_file_is_reported(tmp_path, written):
    (tmp_path / "images").mkdir()
    path, found = resolve_inside(written, tmp_path, tmp_path, AT)
    assert path is None
    assert codes(found) == ["HB141"]


def test_backslashes_are_answered_with_the_path_as_it_should_be(tmp_path):
    _, found = resolve_inside("images\\a.png", tmp_path, tmp_path, AT)
    assert found[0].hint == 'Write "images/a.png".'
