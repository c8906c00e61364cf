"""A slide of the plan becomes a slide part: placeholders with words, native tables and charts, pictures, clicks, notes."""

from collections.abc import Mapping
from itertools import count
from typing import assert_never

from msgspec import Struct, field
from msgspec.structs import replace

from hornbook.ooxml import XML_DECLARATION, escape
from hornbook.plan.deck import Deck, Reveal, SlidePlan
from hornbook.plan.page import Box, ChartContent, GroupBox, PictureBox, ShapeBox, TableContent, TextBox
from hornbook.render.pptx.countdown import countdown_bar
from hornbook.render.pptx.frames import Frame, placeholder_xml
from hornbook.render.pptx.master import EMPTY_TREE, INHERITED_COLOURS
from hornbook.render.pptx.notes import notes_xml
from hornbook.render.pptx.parts import Parts, Relationships
from hornbook.render.pptx.pictures import MediaParts, picture_xml
from hornbook.render.pptx.shapes import shape_xml
from hornbook.render.pptx.tables import TABLE_URI, table_xml
from hornbook.render.pptx.text import Setting, number_body, text_body
from hornbook.render.pptx.timing import Countdown, Step, timing_xml
from hornbook.render.pptx.xml import NAMESPACES, emu, place
from hornbook.source.addresses import written_address
from hornbook.theme.model import Layout

_CHART_URI = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_CHART = f'<c:chart xmlns:c="{_CHART_URI}" r:id="{{id}}"/>'


class Book(Struct):
    """What the slides of a deck share while they are written."""

    deck: Deck
    parts: Parts
    layout_files: Mapping[str, str]
    """Layout name to the file of its part."""
    setting: Setting
    media: MediaParts
    charts: "count[int]" = field(default_factory=lambda: count(1))
    _frames: dict[str, dict[str, Frame]] = field(default_factory=dict[str, dict[str, Frame]])

    def frames(self, layout: Layout) -> dict[str, Frame]:
        """The placeholders of a layout by key, as slides say them."""
        if layout.name not in self._frames:
            self._frames[layout.name] = {box.key: Frame(box) for box in layout.placeholders}
        return self._frames[layout.name]


class _Slide(Struct):
    """One slide being written: ids in order, and which shape holds which placeholder."""

    plan: SlidePlan
    book: Book
    frames: Mapping[str, Frame]
    setting: Setting
    relationships: Relationships
    ids: "count[int]" = field(default_factory=lambda: count(2))
    shapes: dict[str, tuple[int, bool]] = field(default_factory=dict[str, tuple[int, bool]])
    """Key to the shape's id and whether it holds words."""
    marks: dict[str, list[int]] = field(default_factory=dict[str, list[int]])
    """Key to the ids of drawn shapes that come with its words."""


def write_slide(slide: SlidePlan, book: Book, *, notes: bool) -> None:
    """The part of a slide, those of its charts and notes, and their relationships."""
    relationships = Relationships()
    relationships.to("slideLayout", f"../slideLayouts/{book.layout_files[slide.layout]}")
    if notes:
        relationships.to("notesSlide", f"../notesSlides/notesSlide{slide.number}.xml")
        _write_notes(slide, book)
    content = _slide_xml(slide, book, relationships)
    book.parts.xml(f"ppt/slides/slide{slide.number}.xml", "slide", content, relationships)


def _write_notes(slide: SlidePlan, book: Book) -> None:
    relationships = Relationships()
    relationships.to("notesMaster", "../notesMasters/notesMaster1.xml")
    relationships.to("slide", f"../slides/slide{slide.number}.xml")
    content = notes_xml(slide.notes, slide.number, _linking(book.setting, slide, relationships, "../slides/"))
    book.parts.xml(f"ppt/notesSlides/notesSlide{slide.number}.xml", "notesSlide", content, relationships)


def _linking(setting: Setting, slide: SlidePlan, relationships: Relationships, folder: str = "") -> Setting:
    """The setting of one part, whose links become its relationships; `folder` is where it finds slides."""

    def link(url: str) -> str:
        if url.startswith("#"):
            target = slide.links.get(url)
            if target is None:
                return ""
            id = relationships.to("slide", f"{folder}slide{target}.xml")
            return f'r:id="{id}" action="ppaction://hlinksldjump"'
        return f'r:id="{relationships.to("hyperlink", written_address(url), external=True)}"'

    return replace(setting, link=link)


def _slide_xml(plan: SlidePlan, book: Book, relationships: Relationships) -> str:
    layout = book.deck.theme.layouts[plan.layout]
    setting = _linking(book.setting, plan, relationships)
    slide = _Slide(plan, book, book.frames(layout), setting, relationships)
    shapes = [_box_xml(box, slide) for box in plan.boxes]
    bar, countdown = _countdown(slide, layout)
    # A box without words is not on the slide, so that nothing waits for a click in which it would appear.
    steps = [_step(reveal, slide) for reveal in plan.reveals if reveal.placeholder in slide.shapes]
    hidden = ' show="0"' if plan.hidden else ""
    return (
        f"{XML_DECLARATION}<p:sld {NAMESPACES}{hidden}><p:cSld><p:spTree>{EMPTY_TREE}{''.join(shapes)}{bar}</p:spTree>"
        f"</p:cSld>{INHERITED_COLOURS}{timing_xml(steps, countdown)}</p:sld>"
    )


def _countdown(slide: _Slide, layout: Layout) -> tuple[str, Countdown | None]:
    """The bar of an activity and its effect, where the slide has minutes and the layout a track."""
    bar = countdown_bar(layout) if slide.plan.countdown else None
    if bar is None:
        return "", None
    id = next(slide.ids)
    shape = shape_xml(bar, id, slide.setting.language, ("", ""), name="Countdown Bar")
    return shape, Countdown(id, slide.plan.countdown * 60, slide.book.deck.theme.leftward)


def _step(reveal: Reveal, slide: _Slide) -> Step:
    id, words = slide.shapes[reveal.placeholder]
    paragraphs = range(reveal.first, reveal.last + 1) if reveal.first >= 0 else None
    return Step(id, paragraphs, words, tuple(slide.marks.get(reveal.placeholder, ())))


def _box_xml(box: Box, slide: _Slide) -> str:
    match box:
        case TextBox():
            return _words(box, slide)
        case PictureBox():
            id = _new_id(box.placeholder, slide, words=False)
            placeholder = slide.frames[box.placeholder].placeholder if box.placeholder else None
            return picture_xml(box, id, placeholder, slide.book.media, slide.relationships)
        case ShapeBox():
            return _shape(box, slide)
        case GroupBox():
            return _group(box, slide)
        case _:
            assert_never(box)


def _shape(box: ShapeBox, slide: _Slide) -> str:
    id = next(slide.ids)
    if box.comes_with:
        slide.marks.setdefault(box.comes_with, []).append(id)
    return shape_xml(box, id, slide.setting.language, ("", ""), name="Right Answer" if box.comes_with else "")


def _new_id(key: str, slide: _Slide, *, words: bool) -> int:
    id = next(slide.ids)
    if key:
        slide.shapes[key] = (id, words)
    return id


def _words(box: TextBox, slide: _Slide) -> str:
    """A placeholder with its words; one without words is not there at all."""
    if not any(run.text for paragraph in box.paragraphs for run in paragraph.runs):
        return ""
    frame = slide.frames[box.placeholder]
    id = _new_id(box.placeholder, slide, words=True)
    if frame.placeholder.type == "sldNum" and box.paragraphs[0].plain.strip() == str(slide.plan.number):
        body = number_body(slide.plan.number, slide.setting)
    else:
        body = text_body(box.paragraphs, slide.setting, box.scale, foot=box.placeholder == "footer")
    return f'<p:sp><p:nvSpPr><p:cNvPr id="{id}"{frame.head}{body}</p:sp>'


def _group(box: GroupBox, slide: _Slide) -> str:
    match box.native:
        case ChartContent():
            graphic = (
                f'<a:graphicData uri="{_CHART_URI}">{_CHART.format(id=_write_chart(box.native, slide))}</a:graphicData>'
            )
            return _frame(box, box.alt or box.native.alt, graphic, slide)
        case TableContent():
            graphic = f'<a:graphicData uri="{TABLE_URI}">{table_xml(box.native, slide.setting)}</a:graphicData>'
            return _frame(box, box.alt or box.native.caption or slide.plan.title, graphic, slide)
        case None:
            return _drawing(box, slide)
        case _:
            assert_never(box.native)


def _frame(box: GroupBox, alt: str, graphic: str, slide: _Slide) -> str:
    """A graphic frame. The schema demands its `p:xfrm`, so it repeats the placeholder's place."""
    id = _new_id(box.placeholder, slide, words=False)
    placeholder = slide.frames[box.placeholder].placeholder
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{id}" name="{escape(placeholder.name)}" descr="{escape(alt)}"/>'
        f'<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr>{placeholder_xml(placeholder)}'
        f"</p:nvPr></p:nvGraphicFramePr>{place(placeholder.rect, 'p:xfrm')}<a:graphic>{graphic}</a:graphic></p:graphicFrame>"
    )


def _write_chart(chart: ChartContent, slide: _Slide) -> str:
    """The chart's part and workbook; the id under which the slide knows it."""
    from hornbook.render.pptx.charts import chart_xml
    from hornbook.render.pptx.workbook import workbook_bytes

    number = next(slide.book.charts)
    book = f"Microsoft_Excel_Sheet{number}.xlsx"
    slide.book.parts.binary(f"ppt/embeddings/{book}", workbook_bytes(chart))
    own = Relationships()
    id = own.to("package", f"../embeddings/{book}")
    slide.book.parts.xml(f"ppt/charts/chart{number}.xml", "chart", chart_xml(chart, id, slide.setting.language), own)
    return slide.relationships.to("chart", f"../charts/chart{number}.xml")


def _drawing(box: GroupBox, slide: _Slide) -> str:
    """Shapes drawn together, such as a QR code: one picture to a screen reader."""
    id = _new_id(box.placeholder, slide, words=False)
    name = slide.frames[box.placeholder].placeholder.name if box.placeholder else f"Drawing {id}"
    inner = "".join(_box_xml(child, slide) for child in box.boxes)
    width, height = emu(box.space.width), emu(box.space.height)
    space = f'<a:chOff x="0" y="0"/><a:chExt cx="{width}" cy="{height}"/></a:xfrm>'
    return (
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{id}" name="{escape(name)}" descr="{escape(box.alt)}"/><p:cNvGrpSpPr/><p:nvPr/>'
        f"</p:nvGrpSpPr><p:grpSpPr>{place(box.rect).replace('</a:xfrm>', space)}</p:grpSpPr>{inner}</p:grpSp>"
    )
