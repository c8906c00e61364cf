"""Packages from strangers: read part by part, or refused with a reason, never believed."""

import io
import random
import zipfile
from collections.abc import Mapping
from contextlib import suppress

import pytest

from hornbook.ooxml import content_types, write_package
from hornbook.ooxml.reading import Package, RefusedPackageError, parse_xml, read_package

TYPES = content_types({"a.xml": "application/a+xml", "b.png": "image/png"})
RELS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="rId1" Type="t/one" Target="%s"%s/></Relationships>'
)


def package(parts: Mapping[str, bytes]) -> bytes:
    return write_package({"[Content_Types].xml": TYPES, **parts})


def zipped(*parts: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            archive.writestr(name, data)
    return out.getvalue()


def refusal(data: bytes, part: str = "a.xml") -> RefusedPackageError:
    with pytest.raises(RefusedPackageError) as found:
        read_package(data).data(part)
    return found.value


def test_parts_come_back_with_their_types() -> None:
    read = read_package(package({"a.xml": b"<a/>", "b.png": b"picture"}))
    assert read.names == ("[Content_Types].xml", "a.xml", "b.png")
    assert (read.type("a.xml"), read.type("B.PNG"), read.type("c.bin")) == ("application/a+xml", "image/png", "")
    assert read.data("b.png") == b"picture"
    assert read.tree("a.xml").tag == "a"


@pytest.mark.parametrize(
    ("target", "name"),
    [(b"../theme/t.xml", "ppt/theme/t.xml"), (b"/ppt/theme/t.xml", "ppt/theme/t.xml"), (b"t.xml", "ppt/masters/t.xml")],
)
def test_a_relationship_names_its_part(target: bytes, name: str) -> None:
    read = read_package(package({"ppt/masters/_rels/m.xml.rels": RELS % (target, b"")}))
    assert [found.target for found in read.relationships("ppt/masters/m.xml")] == [name]
    assert read.relationships("ppt/other.xml") == ()


def test_an_external_relationship_keeps_its_address() -> None:
    read = read_package(package({"_rels/.rels": RELS % (b"https://example.org/a", b' TargetMode="External"')}))
    (found,) = read.relationships("")
    assert (found.target, found.external) == ("https://example.org/a", True)


@pytest.mark.parametrize("name", ["../a.xml", "/a.xml", "ppt/../../a.xml", "c:a.xml", "ppt/./a.xml"])
def test_a_name_that_leads_out_of_the_file_is_unsafe(name: str) -> None:
    found = refusal(zipped(("[Content_Types].xml", TYPES), (name, b"")))
    assert found.kind == "unsafe"
    assert "leads out" in found.reason


def test_a_relationship_that_leads_out_of_the_file_is_unsafe() -> None:
    read = read_package(package({"_rels/.rels": RELS % (b"../../etc/passwd", b"")}))
    with pytest.raises(RefusedPackageError, match="leads out"):
        read.relationships("")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not a PowerPoint file"),
        (b"title: x", "not a PowerPoint file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "password"),
        (zipped(("hello.txt", b"hi")), "not one of PowerPoint's"),
        (zipped(("[Content_Types].xml", b"<Types")), "not the XML"),
    ],
)
def test_what_is_no_package_is_broken(data: bytes, reason: str) -> None:
    found = refusal(data)
    assert found.kind == "broken"
    assert reason in found.reason


def test_a_part_that_unpacks_to_far_more_than_it_should_is_unsafe() -> None:
    found = refusal(package({"a.xml": b" " * 5_000_000}))
    assert (found.kind, "unpacks to far more" in found.reason) == ("unsafe", True)


def test_too_large_a_part_is_unsafe(monkeypatch: pytest.MonkeyPatch) -> None:
    read = read_package(package({"a.xml": b"<a>" + b"x" * 900 + b"</a>"}))
    with pytest.raises(RefusedPackageError, match="larger than"):
        read.data("a.xml", most=500)
    monkeypatch.setattr("hornbook.ooxml.reading.MOST_UNPACKED", 100)
    assert refusal(package({"a.xml": b"x" * 900})).kind == "unsafe"


def test_too_many_parts_are_unsafe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hornbook.ooxml.reading.MOST_PARTS", 2)
    assert "more than 2 parts" in refusal(package({"a.xml": b"", "b.png": b""})).reason


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_unsafe() -> None:
    found = refusal(zipped(("[Content_Types].xml", TYPES), ("a.xml", b"1"), ("A.xml", b"2")))
    assert "two parts" in found.reason


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        b'<?xml version="1.0"?>\n<!DOCTYPE a []><a/>',
    ],
)
def test_xml_that_declares_anything_is_unsafe(data: bytes) -> None:
    with pytest.raises(RefusedPackageError, match="declares entities"):
        parse_xml(data)


@pytest.mark.parametrize(
    "data", [b"", b"<a", b"\xff\xfe<\0a\0", b"<a>\x80</a>", b"<a>" * 3000, b"<a>&lol;</a>", b"<a>\0</a>"]
)
def test_xml_that_is_none_is_broken(data: bytes) -> None:
    with pytest.raises(RefusedPackageError) as found:
        parse_xml(data)
    assert found.value.kind == "broken"


def test_an_encoding_that_would_hide_a_declaration_is_not_believed() -> None:
    data = b'<?xml version="1.0" encoding="UTF-7"?>+ADw-!DOCTYPE a+AD4-<a/>'
    with pytest.raises(RefusedPackageError):
        parse_xml(data)


def test_damaged_packages_are_read_or_refused() -> None:
    whole = package({"a.xml": b"<a>" + b"words " * 200 + b"</a>", "b.png": bytes(range(256)) * 9})
    chance = random.Random(7)
    for _ in range(400):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        cut = data[: chance.randrange(len(data))] if chance.random() < 0.2 else data
        with suppress(RefusedPackageError):
            _read_all(read_package(bytes(cut)))


def _read_all(read: Package) -> None:
    for name in read.names:
        if name.endswith(".xml"):
            read.tree(name)
        read.data(name)
        read.relationships(name)
