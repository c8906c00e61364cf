"""A teacher who opens a deck in LibreOffice, changes a word and saves keeps every slide, title, note and picture's text."""

from pathlib import Path

import pytest
from pptx import Presentation

from hornbook.plan.deck import Deck, SlidePlan
from hornbook.plan.page import PictureBox
from hornbook.render.pptx import render_pptx
from product.test_every_theme import deck_in
from render_pptx.package import NS, Package, tag
from support.office import edited
from support.shipped import EACH_LESSON, plans

pytestmark = [pytest.mark.office, pytest.mark.slow]


def saved(deck: Deck, folder: Path, old: str, new: str) -> Path:
    path = folder / "deck.pptx"
    path.write_bytes(render_pptx(deck))
    return edited(path, folder, old, new)


def check(deck: Deck, path: Path, old: str, new: str) -> None:
    package = Package(path.read_bytes())
    slides = list(Presentation(str(path)).slides)
    assert len(slides) == len(deck.slides)
    words = 0
    for slide, plan in zip(slides, deck.slides, strict=True):
        assert slide.shapes.title is not None, plan.number
        assert plain(slide.shapes.title.text) in {plain(plan.title), plain(plan.title.replace(old, new))}
        notes = slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""
        assert all(plain(said) in plain(notes) for said in notes_of(plan)), plan.number
        written = [node.get("descr") for node in package.slide(plan.number).iterfind(".//p:pic//p:cNvPr", NS)]
        assert [box.alt for box in pictures(plan) if box.alt] == [alt for alt in written if alt]
        assert (package.slide(plan.number).get("show") == "0") == plan.hidden
        assert (package.slide(plan.number).find("p:timing", NS) is not None) == bool(plan.reveals or plan.countdown)
        words += sum(new in (node.text or "") for node in package.slide(plan.number).iter(tag("a:t")))
    assert words > 0


def pictures(plan: SlidePlan) -> list[PictureBox]:
    return [box for box in plan.boxes if isinstance(box, PictureBox)]


def notes_of(plan: SlidePlan) -> list[str]:
    return [run.text for note in plan.notes for run in note.runs]


def plain(text: str) -> str:
    return "".join(text.split())


def test_every_kind_of_slide_survives_a_change_in_libreoffice(tmp_path):
    deck = deck_in("daylight")
    check(deck, saved(deck, tmp_path, "vapour", "STEAM"), "vapour", "STEAM")


@EACH_LESSON
def test_a_shipped_lesson_survives_a_change_in_libreoffice(lesson, tmp_path):
    """The word stands in no link: LibreOffice 7.4 replaces without end what it finds in one and cannot change."""
    deck = next(planned.plan for planned in plans(lesson) if isinstance(planned.plan, Deck))
    check(deck, saved(deck, tmp_path, " of ", " OF-THE-NEW "), " of ", " OF-THE-NEW ")
