"""XML of parts as an XML parser reads it."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.ooxml import (
    IllegalCharacterError,
    Relationship,
    content_types,
    escape,
    relationship_part,
    relationships,
    relative_target,
)

legal = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff", min_codepoint=0x20)
    | st.sampled_from("\t\n\r&<>\"'")
)


@given(legal)
def test_text_comes_back_from_content_and_from_an_attribute(text: str) -> None:
    element = ET.fromstring(f'<a b="{escape(text)}">{escape(text)}</a>')
    assert element.get("b") == text
    assert (element.text or "") == text


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_a_character_that_xml_cannot_hold_is_refused_not_dropped(character: str) -> None:
    with pytest.raises(IllegalCharacterError):
        escape(f"a{character}b")


def test_a_part_is_named_only_where_its_extension_does_not_say_its_type() -> None:
    slide = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"
    root = ET.fromstring(content_types({"ppt/media/a.png": "image/png", "ppt/slides/slide1.xml": slide}))
    found = [(child.tag.rpartition("}")[2], *child.attrib.values()) for child in root]
    assert found == [
        ("Default", "png", "image/png"),
        ("Default", "rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("Default", "xml", "application/xml"),
        ("Override", "/ppt/slides/slide1.xml", slide),
    ]


def test_relationships_keep_their_order_and_say_what_is_external() -> None:
    root = ET.fromstring(
        relationships(
            [Relationship("rId2", "t", "../b.xml"), Relationship("rId1", "u", "https://a.example/?b&c", external=True)]
        )
    )
    assert [child.attrib for child in root] == [
        {"Id": "rId2", "Type": "t", "Target": "../b.xml"},
        {"Id": "rId1", "Type": "u", "Target": "https://a.example/?b&c", "TargetMode": "External"},
    ]


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("", "_rels/.rels"),
        ("a.xml", "_rels/a.xml.rels"),
        ("ppt/slides/slide1.xml", "ppt/slides/_rels/slide1.xml.rels"),
    ],
)
def test_relationships_stand_beside_their_part(part: str, expected: str) -> None:
    assert relationship_part(part) == expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("", "ppt/presentation.xml", "ppt/presentation.xml"),
        ("ppt/presentation.xml", "ppt/slides/slide1.xml", "slides/slide1.xml"),
        ("ppt/slides/slide1.xml", "ppt/slideLayouts/slideLayout2.xml", "../slideLayouts/slideLayout2.xml"),
        ("ppt/slides/slide1.xml", "ppt/slides/slide2.xml", "slide2.xml"),
        ("ppt/slides/slide1.xml", "docProps/app.xml", "../../docProps/app.xml"),
    ],
)
def test_a_target_is_relative_to_the_folder_of_its_source(source: str, target: str, expected: str) -> None:
    assert relative_target(source, target) == expected
