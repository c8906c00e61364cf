"""Packages as another program reads them."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.ooxml import PackageError, write_package

names = st.from_regex(r"[a-zé]{1,6}(/[a-z0-9]{1,6}){0,2}\.(xml|png)", fullmatch=True)


@given(st.dictionaries(names, st.binary(max_size=3000), max_size=8))
def test_every_part_comes_back_as_it_was(parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(write_package(parts))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == parts


def test_content_types_come_first_and_the_rest_by_name() -> None:
    parts = {"ppt/b.xml": b"b", "_rels/.rels": b"r", "[Content_Types].xml": b"c", "ppt/a.xml": b"a"}
    with zipfile.ZipFile(io.BytesIO(write_package(parts))) as archive:
        assert archive.namelist() == ["[Content_Types].xml", "_rels/.rels", "ppt/a.xml", "ppt/b.xml"]


def test_the_order_of_the_mapping_does_not_matter() -> None:
    parts = {"b.xml": b"b" * 500, "a.xml": b"a" * 500}
    assert write_package(parts) == write_package(dict(reversed(parts.items())))


def test_no_entry_knows_the_day() -> None:
    with zipfile.ZipFile(io.BytesIO(write_package({"a.xml": b"a" * 99, "b.png": b"\0" * 99}))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_pictures_are_stored_and_xml_is_deflated() -> None:
    with zipfile.ZipFile(io.BytesIO(write_package({"a.xml": b"a" * 999, "b.PNG": b"a" * 999}))) as archive:
        assert archive.getinfo("a.xml").compress_type == zipfile.ZIP_DEFLATED
        assert archive.getinfo("a.xml").compress_size < 50
        assert archive.getinfo("b.PNG").compress_type == zipfile.ZIP_STORED


@pytest.mark.parametrize("name", ["/ppt/a.xml", "../a.xml", "ppt//a.xml", "ppt\\a.xml", "c:a.xml", ""])
def test_a_name_that_leaves_the_package_is_refused(name: str) -> None:
    with pytest.raises(PackageError):
        write_package({name: b""})


def test_two_names_that_differ_only_in_case_are_refused() -> None:
    with pytest.raises(PackageError, match="two parts"):
        write_package({"a.xml": b"", "A.xml": b""})
