"""What PowerPoint would not have written: everything on a slide that a layout should say."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from render_pptx.package import NS, Package, described, tag, words_of

RUN_ATTRIBUTES = {"lang", "b", "i", "baseline", "noProof"}
"""The language, and what words mean: strong, emphasis, raised or lowered, code."""

_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-[a-z0-9]{5,8})*")
"""Of a language (BCP 47), as PowerPoint writes it."""

RUN_CHILDREN = {tag("a:solidFill"), tag("a:hlinkClick")}
FRAMES = ("p:sp", "p:pic", "p:graphicFrame")


def strays(package: Package) -> list[str]:
    """Places, sizes, faces, colours and paragraph formats of their own, empty placeholders, and words outside of them."""
    found: list[str] = []
    for name in package.parts("slides"):
        layout = package.tree(package.layout_of(name))
        found += [f"{name}: {problem}" for problem in _of_slide(package.tree(name), layout)]
    return found


def placeholders(root: ET.Element) -> list[ET.Element]:
    return [shape for kind in FRAMES for shape in root.iter(tag(kind)) if mark_of(shape) is not None]


def mark_of(shape: ET.Element) -> ET.Element | None:
    return shape.find("./*/p:nvPr/p:ph", NS)


def _of_slide(slide: ET.Element, layout: ET.Element) -> Iterator[str]:
    places = {_key(shape): shape for shape in placeholders(layout)}
    keys = [_key(shape) for shape in placeholders(slide)]
    if len(keys) != len(set(keys)):
        yield "a placeholder is filled twice"
    if next(iter(slide.iter(tag("a:srgbClr"))), None) is not None:
        yield "a colour is not one of the theme"
    for shape in slide.iter(tag("p:sp")):
        if mark_of(shape) is None and words_of(shape):
            yield f'"{words_of(shape)}" is in no placeholder'
    for shape in placeholders(slide):
        name = described(shape).get("name")
        if _key(shape) not in places:
            yield f"{name} is not one of its layout"
            continue
        yield from (f"{name} {problem}" for problem in _of_placeholder(shape, places[_key(shape)]))


def _key(shape: ET.Element) -> tuple[str | None, str | None]:
    mark = mark_of(shape)
    assert mark is not None
    return (mark.get("type"), mark.get("idx"))


def _of_placeholder(shape: ET.Element, model: ET.Element) -> Iterator[str]:
    if shape.tag == tag("p:graphicFrame"):
        own, theirs = shape.find("p:xfrm", NS), model.find("p:spPr/a:xfrm", NS)
        if own is None or theirs is None or [node.attrib for node in own] != [node.attrib for node in theirs]:
            yield "is not at the place of its layout"
        return
    properties = shape.find("p:spPr", NS)
    if properties is None or len(properties) or properties.attrib:
        yield "has a place or a look of its own"
    if shape.tag == tag("p:sp"):
        yield from _of_words(shape)


def _of_words(shape: ET.Element) -> Iterator[str]:
    if not words_of(shape).strip():
        yield "is empty"
    body = shape.find("p:txBody/a:bodyPr", NS)
    levels = shape.find("p:txBody/a:lstStyle", NS)
    if body is None or len(body) or body.attrib or levels is None or len(levels):
        yield "has a body format of its own"
    for paragraph in shape.iter(tag("a:pPr")):
        numbering = paragraph.find("a:buAutoNum", NS)
        goes_on = numbering is not None and int(numbering.get("startAt", "1")) > 1
        if not set(paragraph.attrib) <= {"lvl"} or (len(paragraph) and not goes_on):
            yield "has a paragraph format"
    for kind in ("a:rPr", "a:endParaRPr"):
        for run in shape.iter(tag(kind)):
            yield from _of_run(run)
    for run in shape.iter(tag("a:r")):
        yield from _of_colour(run.find("a:rPr", NS))


def _of_run(run: ET.Element) -> Iterator[str]:
    if not _TAG.fullmatch(run.get("lang", "")):
        yield "has a run without a language"
    if not set(run.attrib) <= RUN_ATTRIBUTES or not {child.tag for child in run} <= RUN_CHILDREN:
        yield f"has a run with {sorted({*run.attrib, *(child.tag.rpartition('}')[2] for child in run)})}"


def _of_colour(run: ET.Element | None) -> Iterator[str]:
    if run is None:
        yield "has a run without properties"
        return
    colour = run.find("a:solidFill", NS)
    if colour is None:
        return
    means = run.get("b") == "1" or run.find("a:hlinkClick", NS) is not None
    if [child.tag for child in colour] != [tag("a:schemeClr")] or not means:
        yield "has a colour without a meaning"
