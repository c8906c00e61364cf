"""Every kind of slide in every amount, in every theme: as PowerPoint would have written it, and with nothing to repair."""

import re
import tempfile
from functools import cache
from pathlib import Path

from compose.everything import everything
from hornbook.compose.deck import compose
from hornbook.plan.deck import Deck
from hornbook.plan.page import PictureBox, ShapeBox, TextBox
from hornbook.render.pptx import render_pptx
from hornbook.theme.contrast import ratio
from render_pptx.native import strays
from render_pptx.package import NS, Package, described, tag
from render_pptx.repairs import repairs
from support.themes import EACH_THEME, theme_named
from support.validators import deck_problems


@cache
def deck_in(theme: str) -> Deck:
    folder = Path(tempfile.mkdtemp())
    deck, diagnostics = compose(everything(folder), theme_named(theme))
    assert deck is not None, diagnostics
    return deck


@cache
def written(theme: str) -> bytes:
    return render_pptx(deck_in(theme))


@EACH_THEME
def test_the_deck_has_many_layouts_of_the_theme(theme):
    deck = deck_in(theme)
    families = {deck.theme.layouts[slide.layout].family for slide in deck.slides}
    assert len(families) > 25
    assert len(deck.slides) > 100


@EACH_THEME
def test_no_slide_says_what_its_layout_should_say(theme):
    assert strays(Package(written(theme))) == []


@EACH_THEME
def test_powerpoint_has_nothing_to_repair_as_far_as_is_known(theme):
    assert repairs(Package(written(theme))) == []


@EACH_THEME
def test_the_validator_for_office_files_finds_nothing(theme):
    assert deck_problems(written(theme)) == []


@EACH_THEME
def test_the_outline_view_has_every_title_and_every_point(theme):
    """PowerPoint's outline shows titles and bodies: what is in no placeholder is not in it."""
    package = Package(written(theme))
    for plan in deck_in(theme).slides:
        root = package.slide(plan.number)
        first = next(iter(root.iter(tag("p:sp"))))
        mark = first.find(".//p:ph", NS)
        assert mark is not None
        assert mark.get("type") in {"title", "ctrTitle"}
        assert "".join(run.text or "" for run in first.iter(tag("a:t"))).replace("\xa0", " ").startswith(plan.title[:9])


@EACH_THEME
def test_fonts_and_colours_are_named_so_that_a_change_of_theme_reaches_them(theme):
    package = Package(written(theme))
    for folder in ("slides", "slideLayouts", "slideMasters", "charts", "notesMasters", "handoutMasters"):
        for name in package.parts(folder):
            root = package.tree(name)
            assert not list(root.iter(tag("a:srgbClr"))), name
            faces = {node.get("typeface") for kind in ("a:latin", "a:ea") for node in root.iter(tag(kind))}
            assert all(face is not None and face.startswith("+") for face in faces), (name, faces)


@EACH_THEME
def test_every_picture_is_described_or_decoration(theme):
    package = Package(written(theme))
    for name in package.parts("slides"):
        for kind in ("p:pic", "p:graphicFrame"):
            for shape in package.tree(name).iter(tag(kind)):
                marked = described(shape).find(".//adec:decorative", NS) is not None
                assert bool(described(shape).get("descr")) != marked, name


@EACH_THEME
def test_frames_and_icons_are_seen_and_frames_keep_off_the_words(theme):
    deck = deck_in(theme)
    icons = frames = 0
    for slide in deck.slides:
        ground = deck.theme.colour(deck.theme.layouts[slide.layout].background)
        texts = {box.placeholder: box for box in slide.boxes if isinstance(box, TextBox)}
        for box in slide.boxes:
            if isinstance(box, PictureBox) and box.name == "Icon":
                colour = re.search(rb'stroke="(#[0-9A-F]{6})"', deck.media[box.digest].data)
                assert colour is not None
                assert ratio(colour[1].decode(), ground) >= 3.0, slide.layout
                icons += 1
            if isinstance(box, ShapeBox) and box.comes_with:
                inside = [text for text in texts.values() if box.rect.overlaps(text.rect)]
                assert all(text.origin[0] - box.rect.left > 4.0 for text in inside), slide.layout
                frames += 1
    assert icons > 5
    assert frames > 5
