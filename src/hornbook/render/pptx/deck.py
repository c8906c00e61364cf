"""A deck becomes a package: theme, master, layouts, slides, notes, properties (ECMA-376 Part 1 §13.3)."""

from collections.abc import Sequence

from hornbook.plan.deck import Deck
from hornbook.render.pptx.bases import Bases
from hornbook.render.pptx.master import FIRST_LAYOUT_ID, Ground, layout_xml, master_xml
from hornbook.render.pptx.notes_masters import handout_master_xml, notes_master_xml
from hornbook.render.pptx.parts import Parts, Relationships
from hornbook.render.pptx.pictures import MediaParts
from hornbook.render.pptx.presentation import presentation_xml
from hornbook.render.pptx.properties import (
    app_xml,
    core_xml,
    presentation_properties_xml,
    table_styles_xml,
    view_properties_xml,
)
from hornbook.render.pptx.slides import Book, write_slide
from hornbook.render.pptx.text import Setting
from hornbook.render.pptx.themes import theme_xml
from hornbook.theme.model import Layout, Theme


def render_pptx(deck: Deck, *, notes: bool = True, autofit: bool = True) -> bytes:
    """The deck as a .pptx file. The same deck gives the same bytes.

    `notes=False` leaves the speaker notes out, for a public copy. `autofit=False` lets text overflow where it would: PowerPoint
    and LibreOffice then show what our own fitting is worth.
    """
    parts = Parts()
    families = (deck.theme.heading_family, deck.theme.body_family)
    bases = _write_bases(deck, Ground(families, deck.theme.leftward, deck.language, deck.title, autofit), parts)
    _write_page_masters(deck, bases, parts)
    noted = {slide.number for slide in deck.slides if notes and slide.notes}
    book = Book(deck, parts, bases.layout_files, _setting(deck), MediaParts(deck.media, parts))
    for slide in deck.slides:
        write_slide(slide, book, notes=slide.number in noted)
    _write_presentation(deck, bases, parts)
    return parts.package(_write_properties(deck, len(noted), parts))


def _setting(deck: Deck) -> Setting:
    palette = deck.theme.palette
    like_links = frozenset(name for name, value in palette.items() if value == palette["link"])
    return Setting(deck.language, link_colours=like_links)


def _wanted_layouts(deck: Deck) -> list[Layout]:
    """The standard layouts and those that slides use, in the order of the theme."""
    return list(deck.theme.in_deck(slide.layout for slide in deck.slides))


def _write_bases(deck: Deck, ground: Ground, parts: Parts) -> Bases:
    """Masters and layouts: those of a school's template as they are, otherwise those that the theme describes."""
    layouts = _wanted_layouts(deck)
    if deck.theme.template:
        from hornbook.render.pptx.templates import write_template

        return write_template(deck.theme.template, layouts, ground, parts)
    _write_master(deck.theme, ground, layouts, parts)
    return Bases(_layout_files(layouts), ((FIRST_LAYOUT_ID - 1, "ppt/slideMasters/slideMaster1.xml"),))


def _layout_files(layouts: Sequence[Layout]) -> dict[str, str]:
    return {layout.name: f"slideLayout{number}.xml" for number, layout in enumerate(layouts, 1)}


def _write_master(theme: Theme, ground: Ground, layouts: Sequence[Layout], parts: Parts) -> None:
    relationships = Relationships()
    ids = [relationships.to("slideLayout", f"../slideLayouts/{file}") for file in _layout_files(layouts).values()]
    relationships.to("theme", "../theme/theme1.xml")
    master = master_xml(theme, ground, ids)
    parts.xml("ppt/slideMasters/slideMaster1.xml", "slideMaster", master, relationships)
    parts.xml("ppt/theme/theme1.xml", "theme", theme_xml(theme))
    up = Relationships()
    up.to("slideMaster", "../slideMasters/slideMaster1.xml")
    for layout, file in zip(layouts, _layout_files(layouts).values(), strict=True):
        parts.xml(f"ppt/slideLayouts/{file}", "slideLayout", layout_xml(layout, ground), up)


def _write_page_masters(deck: Deck, bases: Bases, parts: Parts) -> None:
    """Masters of notes and handouts; each owns a theme part, which no two masters may share."""
    for number, kind, folder, content in (
        (bases.themes + 1, "notesMaster", "notesMasters", notes_master_xml(deck.theme, deck.language)),
        (bases.themes + 2, "handoutMaster", "handoutMasters", handout_master_xml(deck.language)),
    ):
        own = Relationships()
        own.to("theme", f"../theme/theme{number}.xml")
        parts.xml(f"ppt/{folder}/{kind}1.xml", kind, content, own)
        parts.xml(f"ppt/theme/theme{number}.xml", "theme", theme_xml(deck.theme.on_paper()))


def _write_presentation(deck: Deck, bases: Bases, parts: Parts) -> None:
    relationships = Relationships()
    masters = [(id, relationships.to("slideMaster", part.removeprefix("ppt/"))) for id, part in bases.masters]
    slides = [relationships.to("slide", f"slides/slide{slide.number}.xml") for slide in deck.slides]
    notes = relationships.to("notesMaster", "notesMasters/notesMaster1.xml")
    handout = relationships.to("handoutMaster", "handoutMasters/handoutMaster1.xml")
    for kind, file in (
        ("presProps", "presProps"),
        ("viewProps", "viewProps"),
        ("theme", "theme/theme1"),
        ("tableStyles", "tableStyles"),
    ):
        relationships.to(kind, f"{file}.xml")
    content = presentation_xml(deck, masters, notes, handout, slides)
    parts.xml("ppt/presentation.xml", "presentation", content, relationships)
    parts.xml("ppt/presProps.xml", "presProps", presentation_properties_xml())
    parts.xml("ppt/viewProps.xml", "viewProps", view_properties_xml())
    parts.xml("ppt/tableStyles.xml", "tableStyles", table_styles_xml(deck.theme.rest))


def _write_properties(deck: Deck, notes: int, parts: Parts) -> Relationships:
    """The document properties, and what the package leads to."""
    parts.xml("docProps/core.xml", "core", core_xml(deck))
    parts.xml("docProps/app.xml", "app", app_xml(deck, notes))
    root = Relationships()
    root.to("officeDocument", "ppt/presentation.xml")
    root.to("core", "docProps/core.xml")
    root.to("app", "docProps/app.xml")
    return root
