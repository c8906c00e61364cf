"""Mutated templates: a theme whose decks can be written, or one message with a reason, never anything else."""

import io
import random
import re
import zipfile
from collections.abc import Callable

import pytest

from compose.lessons import lesson, points
from compose.lessons import slide as slide_of
from hornbook.compose.deck import compose
from hornbook.plan.drawing import deck_pages
from hornbook.render.pdf import render_pdf
from hornbook.render.pptx import render_pptx
from hornbook.theme.template.reader import read_template
from template import making

Parts = dict[str, bytes]
Mutation = Callable[[Parts, random.Random], None]

NUMBERS = (b"0", b"-1", b"1", b"99999999999999999999", b"-2147483649", b"nan", b"1e400", b"", b"50%", b"x")
NAMES = (b"a:xfrm", b"a:off", b"a:ext", b"p:ph", b"a:schemeClr", b"a:srgbClr", b"a:lvl1pPr", b"a:defRPr", b"p:cSld", b"p:spTree",
         b"a:solidFill", b"p:txStyles", b"p:clrMap", b"a:latin", b"p:nvPr", b"p:sp", b"a:bodyPr", b"p:sldLayoutIdLst", b"a:fontScheme")  # fmt: skip


def xml_part(parts: Parts, chance: random.Random) -> str:
    return chance.choice([name for name in parts if name.endswith((".xml", ".rels"))])


def another_number(parts: Parts, chance: random.Random) -> None:
    name = xml_part(parts, chance)
    found = list(re.finditer(rb'="(-?\d+)"', parts[name]))
    if found:
        match = chance.choice(found)
        parts[name] = parts[name][: match.start(1)] + chance.choice(NUMBERS) + parts[name][match.end(1) :]


def another_word(parts: Parts, chance: random.Random) -> None:
    name = xml_part(parts, chance)
    found = list(re.finditer(rb'="([A-Za-z][^"]*)"', parts[name]))
    if found:
        match, other = chance.choice(found), chance.choice(found)
        parts[name] = parts[name][: match.start(1)] + other[1] + parts[name][match.end(1) :]


def without_an_element(parts: Parts, chance: random.Random) -> None:
    name, tag = xml_part(parts, chance), chance.choice(NAMES)
    found = list(re.finditer(rb"<%s\b[^>]*?(/>|>.*?</%s>)" % (tag, tag), parts[name], re.DOTALL))
    if found:
        match = chance.choice(found)
        parts[name] = parts[name][: match.start()] + parts[name][match.end() :]


def an_element_twice(parts: Parts, chance: random.Random) -> None:
    name, tag = xml_part(parts, chance), chance.choice(NAMES)
    found = list(re.finditer(rb"<%s\b[^>]*?(/>|>.*?</%s>)" % (tag, tag), parts[name], re.DOTALL))
    if found:
        match = chance.choice(found)
        parts[name] = parts[name][: match.end()] + match[0] + parts[name][match.end() :]


def another_name(parts: Parts, chance: random.Random) -> None:
    name, (one, other) = xml_part(parts, chance), chance.sample(NAMES, 2)
    parts[name] = re.sub(rb"(</?)%s\b" % one, rb"\1" + other, parts[name])


def a_part_less(parts: Parts, chance: random.Random) -> None:
    parts.pop(chance.choice([name for name in parts if name != "[Content_Types].xml"]))


def parts_swapped(parts: Parts, chance: random.Random) -> None:
    one, other = chance.sample(sorted(parts), 2)
    parts[one], parts[other] = parts[other], parts[one]


def bytes_changed(parts: Parts, chance: random.Random) -> None:
    name = chance.choice(sorted(parts))
    data = bytearray(parts[name])
    for _ in range(chance.randint(1, 4)):
        if data:
            data[chance.randrange(len(data))] = chance.randrange(256)
    parts[name] = bytes(data)


MUTATIONS: tuple[Mutation, ...] = (
    another_number, another_number, another_number, another_word, another_word, without_an_element, an_element_twice,
    another_name, a_part_less, parts_swapped, bytes_changed,
)  # fmt: skip


def mutated(data: bytes, seed: int) -> bytes:
    chance = random.Random(seed)

    def change(parts: Parts) -> None:
        for _ in range(chance.randint(1, 3)):
            chance.choice(MUTATIONS)(parts, chance)

    return making.rezipped(data, change)


LESSON = lesson(slide_of("A title that says something", points("One", "Two", "Three")))


def survives(data: bytes) -> bool:
    """Whether there was a deck; there is always an answer."""
    theme, found = read_template(data, "district.pptx", None)
    if theme is None:
        assert next(each.code for each in found) in {"HB450", "HB451", "HB452"}
        return False
    deck, troubles = compose(LESSON, theme)
    if deck is None:
        assert troubles
        return False
    with zipfile.ZipFile(io.BytesIO(render_pptx(deck))) as archive:
        assert archive.testzip() is None
    render_pdf(deck_pages(deck))
    return True


@pytest.mark.parametrize("first", range(0, 90, 30))
def test_mutated_templates_give_a_deck_or_a_reason(first: int) -> None:
    made = [
        survives(mutated(making.with_logo() if seed % 3 else making.designed(), seed))
        for seed in range(first, first + 30)
    ]
    assert any(made)


def test_truncated_templates_give_a_reason() -> None:
    data = making.designed()
    for length in range(0, len(data), len(data) // 12):
        assert survives(data[:length]) is False
