"""Draws docs/pictures/every-layout.png: a slide on every layout, in every theme and on two templates: `python docs/every_layout.py`.

A lesson is written for it that holds every kind in every amount, three times: with few words for the large layouts, more
for those of ordinary size, and most for the dense ones. Decks are drawn from their PDFs, so that no office program is needed.
"""

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
from msgspec.structs import replace
from pictures import HERE, save
from PIL import Image, ImageDraw, ImageFont
from theme_pictures import filled
from themes import THEMES, theme_file

from hornbook.compose.deck import compose
from hornbook.diagnostics import SourceFile, Span
from hornbook.lesson.model import Lesson, Slide
from hornbook.lesson.reader import read_lesson
from hornbook.plan.deck import Deck
from hornbook.plan.drawing import deck_pages
from hornbook.plan.page import Page, Pages
from hornbook.plan.structure import Element
from hornbook.render.pdf import render_pdf
from hornbook.theme.model import Density, Layout, Theme
from hornbook.theme.reader import read_theme
from hornbook.theme.template.reader import read_template
from hornbook.typeset.fontfiles import font_path

sys.path.append(str(HERE.parent / "tests"))
from template.making import tall_format, wide_format

Cell = tuple[str, int, Density]

DENSITIES: tuple[Density, ...] = ("large", "normal", "dense")
TEMPLATES = {"4:3": wide_format, "16:10": tall_format}
IMAGES = HERE.parent / "decks" / "the-water-cycle" / "images"
LONG = 120
HIGH, GAP, LABEL, HEAD = 42, 3, 214, 26
PAPER, WORDS = "#3C434A", "#FFFFFF"

POINTS = (
    ["Rain", "Snow", "Fog"],
    ["Rain falls where air rises", "Snow falls where it stays cold", "Fog lies where air is still"],
    [
        {"text": "Rain falls where warm air rises and cools", "points": ["At the windward side of a mountain", "In the afternoon of a hot day"]},
        {"text": "Snow falls where it stays cold down to the ground", "points": ["It waits there for the spring"]},
        "Fog lies where air is still, above a river, a lake or a wet field, in the hour before sunrise and in the one after it",
        "Hail falls where the wind in a storm carries drops up and up again",
        "Dew is no rain at all: it comes out of the air of a clear night",
    ],
)  # fmt: skip
SAID = (
    "Water is never new",
    "Water is never new: it only moves on",
    "Water is never new: it only moves on, from sea to cloud, from cloud to field, and back",
)
PART = ("Warm it", "Warm it", "Warm it")
MORE = ("In the sun", "Set it in the sun", "Set it in the sun at noon")
MEANING = ("A gas", "Liquid water turns into a gas", "Liquid water turns into a gas and rises into the air")
ASKED = ("Where is it?", "Where is water hidden here?", "Where in this room is water that nobody can see?")
CHOICE = ("The sun", "The sun that warms it", "The sun that warms the sea every day")
FACT = ("A map", "A map of rain", "The first map of rain is drawn")
NAMES = ("Sun", "Wind", "Gravity", "Salt", "Time", "Cold", "Heat")


def slides(much: int) -> Iterator[dict[str, Any]]:
    """Every kind in every amount: few words, more, most."""
    title = ("Where rain comes from", "Where rain comes from, and when it falls")[min(much, 1)]
    points, said, fact, more, asked = POINTS[much], SAID[much], FACT[much], MORE[much], ASKED[much]
    picture = {"file": "ripples.png", "alt": "Rings on water", "credit": "Own drawing"}
    story = f"{said}. " * (much + 1) + "The puddle by the gate is gone at noon."
    titled: list[dict[str, Any]] = [
        {"points": points, "source": "usgs"},
        {"points": points[:4], "image": picture},
        {"image": {**picture, "width": "full"}},
        {"title": "One drop", "points": flat(points)[:1], "image": picture, "layout": "Picture with Caption"},
        {"statement": said},
        {"statement": said, "image": picture},
        {"quote": {"text": said, "by": "A proverb"}, "source": "usgs"},
        {"quote": {"text": said, "by": "A proverb"}, "image": picture},
    ]
    columns = [{"heading": NAMES[each], "points": points} for each in range(3)]
    titled += [{"compare": columns[:2]}, {"compare": columns}, {"compare": columns[:2], "layout": "Comparison"}]
    titled += [{"steps": [{"text": PART[much], "points": [more]}] * count} for count in (3, 4, 5, 6)]
    titled.append({"steps": [f"{PART[much]}: {more.lower()}"] * (7 + much)})
    events = [{"when": str(1790 + 40 * each), "what": fact} for each in range(5)]
    titled += [{"timeline": events[:count]} for count in (2, 3, 4, 5)]
    titled.append({"timeline": events[:3], "layout": "Timeline"})
    rows = [[NAMES[each], f"{more} for an hour", str(90 - 7 * each)] for each in range((3, 5, 7)[much])]
    titled.append(
        {
            "table": {"caption": "What moves it", "header": ["By", "How", "Days"], "rows": rows, "row_headers": "true"},
            "source": "usgs",
        }
    )
    titled.append({"table": {"caption": "What moves it", "header": ["By", "How", "Days"], "rows": rows[:2]}})
    titled += charts(much)
    titled.append(
        {"activity": {"minutes": 10, "groups": "pairs", "materials": ["Cups", "Pens"], "steps": flat(points)}}
    )
    titled.append({"activity": {"minutes": 10, "groups": "pairs", "steps": flat(points)[:3]}, "image": picture})
    titled.append({"scenario": {"story": story, "questions": [asked, "What would you do?"]}})
    titled.append({"scenario": {"story": story, "questions": [asked]}, "image": picture})
    for extra in ({}, {"image": picture}):
        for count in (1, 2, 3, 4, (5, 6, 8)[much]):
            titled.append({"discuss": [ASKED[min(much, 1)] if extra else asked] * count, **extra})
    for count in (2, 3, 4, 5, 6):
        choices = [f"{NAMES[each]}: {CHOICE[much].lower()}" if much else NAMES[each] for each in range(count)]
        titled.append({"quiz": [{"ask": asked, "choices": choices, "answer": choices[1], "why": said}]})
    titled.append({"quiz": [{"ask": asked, "answer": CHOICE[much], "why": said}]})
    titled.append(
        {
            "quiz": [
                {
                    "ask": asked,
                    "match": {NAMES[each]: f"{FACT[much][6 * (much == 2) :]} {each}" for each in range(3 + much)},
                }
            ]
        }
    )
    for extra in ({}, {"image": picture}):
        for count in (1, 2, 3, 4):
            if count < 4 or not extra:
                titled.append({"define": ["evaporation", "condensation", "runoff", "collection"][:count], **extra})
    for each in ({}, {"image": picture}):
        titled.append(
            {"discuss": [asked] * (3 + much), "layout": "Discussion with Picture" if each else "Discussion", **each}
        )
    titled.append({"steps": [f"{PART[much]}: {more.lower()}"] * 4, "layout": "Steps"})
    titled.append(
        {
            "video": {
                "title": "A drop and its way",
                "url": "https://example.org/film",
                "length": "9 min",
                "caution": "Loud rain at the start",
            }
        }
    )
    titled.append({"video": {"title": "A drop and its way", "url": "https://example.org/film", "length": "9 min"}})
    for web in ("", "w"):
        for count in range(1, 7):
            titled.append({"help": [f"c{each}" for each in range(1, count)] + [f"c0{web}"]})
    for number, each in enumerate(titled, 1):
        yield each if "statement" in each else {"title": f"{title} {number}", **each}
    long = "Rain comes from the sea, the lakes and the fields, and it falls again where the air has to rise and where it becomes too cold to hold it"
    yield {"title": long, "points": points}
    yield {"title": long + ".", "points": points, "image": picture}


def flat(points: list[Any]) -> list[str]:
    return [point["text"] if isinstance(point, dict) else point for point in points]


def charts(much: int) -> Iterator[dict[str, Any]]:
    """Every type, with its note and without, and with several series."""
    labels = list(NAMES[: 3 + much])
    one = {"Rain": [61, 70, 12, 40, 33][: len(labels)]}
    three = {
        "Rain": [61, 70, 55, 40, 33][: len(labels)],
        "Snow": [20, 28, 31, 42, 36][: len(labels)],
        "Fog": [9, 12, 8, 10, 9][: len(labels)],
    }
    for type in ("bar", "column", "line", "pie", "stacked"):
        chart = {"type": type, "labels": labels, "unit": "mm", "alt": "Numbers", "series": one}
        yield {"chart": {**chart, "highlight": labels[1], "note": SAID[much]}, "source": "usgs"}
        yield {"chart": chart}
        if type != "pie":
            yield {"chart": {**chart, "series": three, "note": SAID[much]}}
            yield {"chart": {**chart, "series": three}}


def outline(much: int) -> dict[str, Any]:
    contact = {
        "name": "Library",
        "what": ("Books", "Books and films")[min(much, 1)],
        "short": "Questions? 555-0100",
        "call": "555-0100",
    }
    if much == 2:
        contact["hours"] = "Day and night"
    contacts = [{"id": f"c{each}", **contact} for each in range(6)]
    contacts.append({"id": "c0w", **contact, "url": "https://usgs.gov"})
    return {
        "title": ("Rain", "Rain and where it comes from", "Rain, and where it comes from, and where it goes when it has fallen")[much],
        "subtitle": ("Water moves", "Where water goes, and what moves it", "Where water goes, what moves it, and how long it stays")[much],
        "language": "en-US", "level": "Grade 6 science", "duration": "45 min", "content_note": SAID[much] + ".",
        "objectives": flat(POINTS[much]), "contacts": contacts,
        "vocabulary": dict.fromkeys(("evaporation", "condensation", "runoff", "collection"), MEANING[much]),
        "sources": {"usgs": {"title": "The water cycle", "publisher": "US Geological Survey", "year": 2019, "url": "https://www.usgs.gov/water"}},
        "opening": ["title", "content_note", "objectives", "agenda", "vocabulary"], "closing": ["sources", "help"], "handouts": [],
        "sections": [
            {"title": ("Rain", "What rain is", "What rain is, and how a drop begins to fall")[much], "minutes": 5, "slides": list(slides(much))},
            {"title": "Snow", "minutes": 5, "slides": [{"title": "Snow", "points": ["One"]}]},
            {"title": "Fog", "minutes": 5, "slides": [{"title": "Fog", "points": ["One"]}]},
        ],
    }  # fmt: skip


def lesson_of(much: int, folder: Path) -> Lesson:
    for image in IMAGES.iterdir():
        shutil.copy(image, folder)
    path = folder / f"{DENSITIES[much]}.yaml"
    path.write_text(json.dumps(outline(much), ensure_ascii=False, indent=1), encoding="utf-8")
    reading = read_lesson(path, folder)
    assert reading.lessons, [f"{each.message} {each.span}" for each in reading.diagnostics][:5]
    return reading.lessons[0]


def without_larger(theme: Theme, density: Density) -> Theme:
    """The theme without its layouts for fewer words, where there is one for as many."""
    wanted = DENSITIES[DENSITIES.index(density) :]
    kept: set[str] = set()
    for names in theme.families().values():
        kept |= {name for name in names if theme.layouts[name].density in wanted} or set(names[-1:])
    return replace(theme, layouts={name: theme.layouts[name] for name in theme.layouts if name in kept}, source="")


def named_in(lesson: Lesson, theme: Theme) -> Lesson:
    """The lesson, whose slides name families, with the names of the theme's own layouts."""
    families = theme.families()

    def named(slide: Slide) -> Slide:
        return replace(slide, layout=families[slide.layout, 0][0]) if slide.layout else slide

    def shown(slide: Slide) -> bool:
        """A template has no layout for a title of three lines."""
        return not theme.template or len(slide.title.plain) < LONG

    sections = tuple(replace(each, slides=tuple(map(named, filter(shown, each.slides)))) for each in lesson.sections)
    return replace(lesson, sections=sections)


def deck_of(lesson: Lesson, theme: Theme, density: Density) -> Deck:
    chosen = without_larger(theme, density)
    deck, found = compose(named_in(lesson, chosen), chosen)
    assert deck, [f"{theme.name} {density}: {each.message} {each.span}" for each in found][:5]
    return replace(deck, theme=theme)


def theme_named(name: str) -> Theme:
    if name in TEMPLATES:
        theme, _ = read_template(TEMPLATES[name](), f"{name}.pptx", Span(SourceFile("", ""), 1, 1, 1))
    else:
        file = theme_file(name)
        assert file
        theme, _ = read_theme(file, theme_file)
    assert theme, name
    return theme


def bare(theme: Theme) -> Iterator[tuple[Cell, Layout]]:
    """Layouts on which no slide of the lesson stands: those of the menu only, and the agenda of a lesson without minutes."""
    for (family, count), names in theme.families().items():
        if family in {"Two Content", "Title Only", "Blank", "Agenda without Minutes"}:
            for name in names:
                yield (family, count, theme.layouts[name].density), theme.layouts[name]


def cells(theme: Theme, lessons: list[Lesson]) -> dict[Cell, Image.Image]:
    """A picture of the first slide on each layout."""
    found: dict[Cell, Page] = {}
    for layout_cell, layout in bare(theme):
        found.setdefault(layout_cell, Page(theme.size, layout.background, tuple(filled(layout))))
    pictures = drawn(render_pdf(Pages(tuple(found.values()), (Element("Document", -1),), theme, theme.title, "en")))
    shown = dict(zip(found, pictures, strict=True))
    for lesson, density in zip(lessons, DENSITIES, strict=True):
        deck = deck_of(lesson, theme, density)
        first: dict[Cell, int] = {}
        for place, slide in enumerate(deck.slides):
            layout = theme.layouts[slide.layout]
            cell = layout.family, layout.count, layout.density
            if cell not in shown:
                first.setdefault(cell, place)
        pictures = drawn(render_pdf(deck_pages(deck)), list(first.values()))
        shown |= dict(zip(first, pictures, strict=True))
    return shown


def drawn(data: bytes, numbers: list[int] | None = None) -> list[Image.Image]:
    """Pages of a PDF as high as a cell; drawn larger first, so that letters keep their grey."""
    document = pdfium.PdfDocument(data)
    wanted = range(len(document)) if numbers is None else numbers
    large = (document[number].render(scale=3 * HIGH / document[number].get_height()).to_pil() for number in wanted)
    return [one.convert("RGB").resize((round(one.width / 3), HIGH), Image.Resampling.BOX) for one in large]


def main() -> None:
    names = [*(path.stem for path in sorted(THEMES.glob("*.yaml"))), *TEMPLATES]
    with tempfile.TemporaryDirectory() as folder:
        lessons = [lesson_of(much, Path(folder)) for much in range(len(DENSITIES))]
        columns = {name: cells(theme_named(name), lessons) for name in names}
    wide = [max(picture.width for picture in columns[name].values()) + GAP for name in names]
    rows = list(dict.fromkeys((family, count) for name in names for family, count, _ in columns[name]))
    rows = [row for row in theme_named(names[0]).families() if row in rows]
    size = (LABEL + sum(len(DENSITIES) * each + 2 * GAP for each in wide), HEAD + len(rows) * (HIGH + GAP))
    whole = Image.new("RGB", size, PAPER)
    pen, face = ImageDraw.Draw(whole), ImageFont.truetype(font_path("Arial", bold=False, italic=False), 13)
    for row, (family, count) in enumerate(rows):
        pen.text((6, HEAD + row * (HIGH + GAP) + 14), f"{family} {count or ''}", WORDS, face)
    left = LABEL
    for name, step in zip(names, wide, strict=True):
        pen.text((left, 6), name.capitalize(), WORDS, face)
        for row, (family, count) in enumerate(rows):
            for place, density in enumerate(DENSITIES):
                if picture := columns[name].get((family, count, density)):
                    whole.paste(picture, (left + place * step, HEAD + row * (HIGH + GAP)))
        left += len(DENSITIES) * step + 2 * GAP
    save(whole, "every-layout.png")


if __name__ == "__main__":
    main()
