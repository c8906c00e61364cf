"""What PowerPoint's Accessibility Checker would list is found on the plan, and said in its words with the outline's line."""

import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from compose.everything import everything
from hornbook.check.accessibility import Finding, inspect
from hornbook.check.accessibility_report import GROUPS, HOW, accessibility_report
from hornbook.compose.deck import compose
from hornbook.diagnostics import SourceFile, Span
from hornbook.plan.deck import Deck, SlidePlan
from hornbook.plan.page import Box, ChartContent, GroupBox, PictureBox, TableContent, TextBox
from support.themes import EACH_THEME, theme_named

PLACE = Span(SourceFile("lessons/rain/lesson.yaml", "title: Rain\n"), 12, 5)


@cache
def deck(theme: str = "daylight") -> Deck:
    made, found = compose(everything(Path(tempfile.mkdtemp())), theme_named(theme))
    assert made is not None, found
    return replace(made, slides=tuple(_alone(slide, made) for slide in made.slides))


def _alone(slide: SlidePlan, made: Deck) -> SlidePlan:
    """With a title of its own: a statement is asked for twice there, with and without a picture."""
    same = any(other.title == slide.title for other in made.slides[: slide.number - 1])
    return replace(slide, title=f"{slide.title} ({slide.number})") if same else slide


def has(kind: type, native: type | None = None) -> Callable[[Box], bool]:
    return lambda box: isinstance(box, kind) and (native is None or isinstance(getattr(box, "native", None), native))


def with_slide(change: Callable[[SlidePlan], SlidePlan], wanted: Callable[[SlidePlan], bool]) -> Deck:
    """The deck, the first slide that is wanted changed, which comes from line 12."""
    number = next(index for index, slide in enumerate(deck().slides) if wanted(slide))
    slides = list(deck().slides)
    slides[number] = replace(change(slides[number]), span=PLACE)
    return replace(deck(), slides=tuple(slides))


def with_box(change: Callable[[Box], Box], wanted: Callable[[Box], bool]) -> Deck:
    def changed(slide: SlidePlan) -> SlidePlan:
        return replace(slide, boxes=tuple(change(box) if wanted(box) else box for box in slide.boxes))

    return with_slide(changed, lambda slide: any(map(wanted, slide.boxes)))


def is_title(box: Box) -> bool:
    return isinstance(box, TextBox) and box.placeholder == "title"


def is_told_picture(box: Box) -> bool:
    return isinstance(box, PictureBox) and bool(box.alt)


def without_header(box: Box) -> Box:
    assert isinstance(box, GroupBox)
    assert isinstance(box.native, TableContent)
    return replace(box, native=replace(box.native, header=False))


def silent(box: Box) -> Box:
    native = box.native
    told = replace(native, alt="") if isinstance(native, ChartContent) else replace(native, caption="")
    return replace(box, alt="", native=told)


def in_ground_colour(box: Box) -> Box:
    lines = tuple(
        replace(line, fragments=tuple(replace(each, colour="paper") for each in line.fragments)) for line in box.lines
    )
    return replace(box, lines=lines)


def is_points(slide: SlidePlan) -> bool:
    return slide.kind == "points"


def is_film(slide: SlidePlan) -> bool:
    return {"qr", "caution"} <= {getattr(box, "placeholder", "") for box in slide.boxes}


def turned(slide: SlidePlan) -> SlidePlan:
    return replace(slide, boxes=tuple(reversed(slide.boxes)))


FAULTS = {
    "no title": ("Missing slide title", lambda: with_box(lambda box: replace(box, paragraphs=()), is_title)),
    "a picture": (
        "Missing alternative text",
        lambda: with_box(lambda box: replace(box, alt="  "), is_told_picture),
    ),
    "a chart": ("Missing alternative text", lambda: with_box(silent, has(GroupBox, ChartContent))),
    "a table": ("Missing alternative text", lambda: with_box(silent, has(GroupBox, TableContent))),
    "no header": ("Missing table header", lambda: with_box(without_header, has(GroupBox, TableContent))),
    "paper on paper": (
        "Hard-to-read text contrast",
        lambda: with_box(in_ground_colour, lambda box: has(TextBox)(box) and box.placeholder == "body"),
    ),
    "turned": ("Check reading order", lambda: with_slide(turned, is_film)),
    "two titles": (
        "Duplicate slide title",
        lambda: with_slide(lambda slide: replace(slide, title=f" {deck().slides[0].title.upper()}"), is_points),
    ),
    "a default name": (
        "Default section name",
        lambda: replace(
            with_slide(lambda slide: slide, lambda slide: slide.number == deck().sections[1].first),
            sections=(
                deck().sections[0],
                replace(deck().sections[1], title="Untitled Section 2"),
                *deck().sections[2:],
            ),
        ),
    ),
}


@EACH_THEME
def test_every_kind_of_slide_in_every_theme_has_nothing_to_find(theme):
    assert inspect(deck(theme)) == ()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found_with_its_line(fault):
    kind, made = FAULTS[fault]
    found = inspect(made())
    assert {finding.kind for finding in found} == {kind}
    assert {finding.span for finding in found} == {PLACE}
    report = accessibility_report(made(), "rain.pptx")
    assert f"\n  {kind}\n" in report
    assert HOW[kind] in report
    assert "lesson.yaml:12" in report
    assert "No accessibility issues" not in report


def test_every_kind_of_finding_has_a_fault_here():
    kinds = {kind for kinds in GROUPS.values() for kind in kinds}
    assert {kind for kind, _ in FAULTS.values()} == kinds == set(HOW)


def test_a_report_says_what_was_looked_at_and_no_path():
    report = accessibility_report(deck(), "rain.pptx")
    assert report.startswith("Accessibility of rain.pptx\n\nNo accessibility issues found.\n")
    assert f"slides: {len(deck().slides)}, different titles: {len(deck().slides)}" in report
    assert "/" not in report.replace("Review > Check", "")
    assert report == accessibility_report(deck(), "rain.pptx")


def test_the_words_of_a_section_on_its_drawing_are_judged_on_it():
    opener = next(slide for slide in deck().slides if slide.kind == "section")
    assert inspect(replace(deck(), slides=(replace(opener, number=1),), sections=())) == ()


def test_a_decorative_picture_needs_no_words():
    plain = with_box(lambda box: replace(box, alt="", decorative=True), is_told_picture)
    assert inspect(plain) == ()


def test_findings_come_slide_by_slide():
    found = inspect(replace(deck(), slides=tuple(replace(slide, title="Rain") for slide in deck().slides)))
    assert all(isinstance(finding, Finding) for finding in found)
    assert [finding.slide for finding in found] == sorted(finding.slide for finding in found)
