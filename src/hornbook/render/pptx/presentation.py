"""The presentation part: the order of slides, their size, and the sections that the slide sorter shows."""

from collections.abc import Sequence
from itertools import pairwise

from hornbook.ooxml import XML_DECLARATION, escape
from hornbook.plan.deck import Deck, DeckSection
from hornbook.render.pptx.master import default_levels
from hornbook.render.pptx.notes_masters import PAGE
from hornbook.render.pptx.xml import NAMESPACES, emu, stable_guid

FIRST_SLIDE_ID = 256
"""Slide ids begin here (ECMA-376 Part 1 §19.7.13)."""


def presentation_xml(
    deck: Deck, masters: Sequence[tuple[int, str]], notes: str, handout: str, slides: Sequence[str]
) -> str:
    """`presentation.xml`; the other arguments are relationship ids, those of masters with the ids that they have here."""
    ids = "".join(f'<p:sldId id="{FIRST_SLIDE_ID + n}" r:id="{id}"/>' for n, id in enumerate(slides))
    size = deck.theme.size
    shown = "".join(f'<p:sldMasterId id="{number}" r:id="{id}"/>' for number, id in masters)
    return (
        f'{XML_DECLARATION}<p:presentation {NAMESPACES} saveSubsetFonts="1" autoCompressPictures="0">'
        f"<p:sldMasterIdLst>{shown}</p:sldMasterIdLst>"
        f'<p:notesMasterIdLst><p:notesMasterId r:id="{notes}"/></p:notesMasterIdLst>'
        f'<p:handoutMasterIdLst><p:handoutMasterId r:id="{handout}"/></p:handoutMasterIdLst>'
        f'<p:sldIdLst>{ids}</p:sldIdLst><p:sldSz cx="{emu(size.width)}" cy="{emu(size.height)}"/>'
        f'<p:notesSz cx="{emu(PAGE.width)}" cy="{emu(PAGE.height)}"/>'
        f"{_text_styles(deck)}{_sections(deck)}</p:presentation>"
    )


def _text_styles(deck: Deck) -> str:
    """Styles of text outside placeholders: the template's own, whose measures its placeholders may build on, else plain ones."""
    own = deck.theme.template.text_styles if deck.theme.template else b""
    if own:
        return own.decode()
    language = f'<a:defPPr><a:defRPr lang="{escape(deck.language)}"/></a:defPPr>'
    return f"<p:defaultTextStyle>{language}{default_levels(deck.theme)}</p:defaultTextStyle>"


def _sections(deck: Deck) -> str:
    """Named sections, every slide in exactly one. A deck whose parts have no titles has no sections."""
    if not any(section.title for section in deck.sections):
        return ""
    inner = "".join(_section(section, number, deck.title) for number, section in enumerate(_whole(deck), 1))
    return (
        '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst '
        f'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">{inner}</p14:sectionLst></p:ext></p:extLst>'
    )


def _whole(deck: Deck) -> list[DeckSection]:
    """The sections stretched so that no slide is left out: from one's first slide to the next one's."""
    sections = sorted(deck.sections, key=lambda section: section.first)
    starts = [1, *(section.first for section in sections[1:]), len(deck.slides) + 1]
    return [
        DeckSection(section.title or deck.title, first, after - first)
        for section, (first, after) in zip(sections, pairwise(starts), strict=True)
    ]


def _section(section: DeckSection, number: int, deck_title: str) -> str:
    first = FIRST_SLIDE_ID + section.first - 1
    slides = "".join(f'<p14:sldId id="{id}"/>' for id in range(first, first + section.count))
    guid = stable_guid("section", deck_title, str(number), section.title)
    return (
        f'<p14:section name="{escape(section.title)}" id="{guid}"><p14:sldIdLst>{slides}</p14:sldIdLst></p14:section>'
    )
