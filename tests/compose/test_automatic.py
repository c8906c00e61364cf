"""Automatic slides, sections, headings, sources and their numbers."""

from typing import get_args

import pytest
from msgspec.structs import replace

from compose.lessons import contact, item, lesson, notes, points, section, slide, source, term, text
from compose.reading import box, composed, deck_of, keys, words_of
from hornbook.lesson.model import Help
from hornbook.plan.deck import Deck
from hornbook.plan.drawing import slide_group
from hornbook.plan.page import TextBox
from hornbook.plan.printing import printed_boxes
from hornbook.typeset.paragraphs import set_paragraphs
from hornbook.typeset.text import Align
from hornbook.units import Rect

OPENING = ("title", "content_note", "objectives", "agenda")
SLIDES = (slide("Rain", points("Falls")), slide("Snow", points("Drifts")), slide("Ice", points("Stays")))


def sectioned(*titles: str, **changes: object) -> Deck:
    parts = tuple(section(title, one, minutes=4) for title, one in zip(titles, SLIDES, strict=False))
    return composed(replace(lesson(opening=OPENING, closing=("sources", "help"), **changes), sections=parts))


def kinds(deck: Deck) -> list[str]:
    return [one.kind for one in deck.slides]


def test_automatic_slides_with_nothing_to_show_are_skipped():
    assert kinds(sectioned("One", "Two")) == ["title", "section", "points", "section", "points"]


def test_an_agenda_needs_three_sections_and_leads_to_each():
    deck = sectioned("One", "Two", "Three")
    agenda = next(one for one in deck.slides if one.kind == "agenda")
    assert words_of(agenda, "body") == ["4\u00a0min\tOne", "4\u00a0min\tTwo", "4\u00a0min\tThree"]
    openers = [one.number for one in deck.slides if one.kind == "section"]
    assert list(agenda.links.values()) == openers
    assert [element.target for element in agenda.elements if element.role == "Link"] == openers
    body = box(agenda, "body")
    assert isinstance(body, TextBox)
    assert [paragraph.runs[-1].link for paragraph in body.paragraphs] == list(agenda.links)


def test_the_opener_of_each_section_leads_back_to_the_agenda():
    deck = sectioned("One", "Two", "Three")
    agenda = next(one.number for one in deck.slides if one.kind == "agenda")
    openers = [one for one in deck.slides if one.kind == "section"]
    for opener in openers:
        assert words_of(opener, "subtitle") == ["4 minutes\u00a0· Back to the agenda"]
        assert list(opener.links.values()) == [agenda]
        assert [element.target for element in opener.elements if element.role == "Link"] == [agenda]
    assert len(openers) == 3


def test_nothing_leads_back_where_there_is_no_agenda():
    openers = [one for one in sectioned("One", "Two").slides if one.kind == "section"]
    assert [words_of(one, "subtitle") for one in openers] == [["4 minutes"], ["4 minutes"]]
    parts = tuple(section(title, one) for title, one in zip(("One", "Two", "Three"), SLIDES, strict=True))
    bare = composed(replace(lesson(opening=("title",)), sections=parts))
    assert all("subtitle" not in keys(one) for one in bare.slides if one.kind == "section")


def test_nothing_on_paper_says_that_it_leads_back_to_the_agenda():
    deck = sectioned("One", "Two", "Three")
    for opener in (one for one in deck.slides if one.kind == "section"):
        drawn = slide_group(deck, opener.number, Rect(0.0, 0.0, 400.0, 225.0))
        assert drawn.alt.endswith(" 4 minutes.")
        subtitle = next(one for one in drawn.boxes if isinstance(one, TextBox) and one.placeholder == "subtitle")
        assert ["".join(each.text for each in line.fragments) for line in subtitle.lines] == ["4 minutes"]
    parts = tuple(section(title, one) for title, one in zip(("One", "Two", "Three"), SLIDES, strict=True))
    without_minutes = composed(replace(lesson(opening=OPENING), sections=parts))
    opener = next(one for one in without_minutes.slides if one.kind == "section")
    assert words_of(opener, "subtitle") == ["Back to the\u00a0agenda"]
    assert all(one.placeholder != "subtitle" for one in printed_boxes(opener))


@pytest.mark.parametrize("align", get_args(Align))
def test_the_minutes_of_a_section_are_printed_where_they_would_stand_alone(align: Align):
    opener = next(one for one in sectioned("One", "Two", "Three").slides if one.kind == "section")
    given = box(opener, "subtitle")
    assert isinstance(given, TextBox)
    (whole,) = (replace(each, style=replace(each.style, align=align)) for each in given.paragraphs)
    minutes = replace(whole, runs=whole.runs[:1])
    set_so = replace(given, paragraphs=(whole,), lines=set_paragraphs((whole,), given.rect.width).lines)
    (printed,) = printed_boxes(replace(opener, boxes=(set_so,)))
    assert isinstance(printed, TextBox)
    alone = set_paragraphs((minutes,), given.rect.width).lines
    for line, other in zip(printed.lines, alone, strict=True):
        assert [each.text for each in line.fragments] == [each.text for each in other.fragments]
        assert [each.x for each in line.fragments] == pytest.approx([each.x for each in other.fragments], abs=0.1)


def test_titles_of_an_agenda_stand_at_its_indent_whether_they_have_minutes_or_not():
    first, *others = (section(title, one) for title, one in zip(("One", "Two", "Three"), SLIDES, strict=True))
    deck = composed(replace(lesson(opening=OPENING), sections=(replace(first, minutes=4), *others)))
    agenda = next(one for one in deck.slides if one.kind == "agenda")
    assert agenda.layout.startswith("Agenda")
    body = box(agenda, "body")
    assert isinstance(body, TextBox)
    starts = [next(part.x for part in line.fragments if part.text.strip()) for line in body.lines]
    assert starts[0] < starts[1] == starts[2] == body.paragraphs[0].style.indent


def test_an_agenda_without_minutes_is_a_plain_list():
    parts = tuple(section(title, one) for title, one in zip(("One", "Two", "Three"), SLIDES, strict=True))
    deck = composed(replace(lesson(opening=OPENING), sections=parts))
    agenda = next(one for one in deck.slides if one.kind == "agenda")
    assert agenda.layout == "Agenda without Minutes Large"
    assert words_of(agenda, "body") == ["One", "Two", "Three"]


def test_the_title_slide_has_no_number():
    deck = composed(lesson(slide("Rain", points("Falls")), opening=("title",)))
    shown = [{one.placeholder for one in made.boxes if isinstance(one, TextBox)} for made in deck.slides]
    assert ["number" in keys for keys in shown] == [False, True]


def test_a_deck_begins_with_its_title_and_says_whom_to_call():
    deck = composed(
        lesson(
            slide("Rain", points("Falls")),
            opening=("title",),
            subtitle=text("Where it comes from"),
            level=text("Grade 6"),
            duration=45,
            authors=("A Teacher",),
            contacts=(contact("a"),),
        )
    )
    first = deck.slides[0]
    assert first.layout.startswith("Title Slide")
    assert words_of(first, "subtitle") == ["Where it comes\u00a0from"]
    assert words_of(first, "details") == ["Grade 6\u00a0· 45 minutes\u00a0· A Teacher"]
    assert words_of(first, "help") == ["Poison Help: 1-800-222-1222"]


def test_details_too_long_for_their_line_are_said_shorter():
    authors = tuple(f"Author Number {number} of a very long list" for number in range(6))
    made = lesson(
        slide("Rain", points("Falls")), opening=("title",), level=text("Grade 6"), duration=45, authors=authors
    )
    assert words_of(composed(made).slides[0], "details") == ["Grade 6\u00a0· 45 minutes"]


def test_headings_go_from_the_lesson_to_sections_to_slides():
    deck = sectioned("One", "Two", content_note=text("Floods are shown."))
    levels = [next(one.role for one in made.elements if one.role.startswith("H")) for made in deck.slides]
    assert levels == ["H1", "H2", "H2", "H3", "H2", "H3"]


def test_headings_skip_no_level_without_sections_or_a_title_slide():
    deck = deck_of(slide("Rain", points("Falls")))
    assert [one.role for one in deck.slides[0].elements if one.role.startswith("H")] == ["H1"]
    deck = deck_of(slide("Rain", points("Falls")), opening=("title",))
    assert [one.role for one in deck.slides[1].elements if one.role.startswith("H")] == ["H2"]


def test_every_slide_belongs_to_one_part_of_the_deck():
    deck = sectioned("One", "Two", "Three", contacts=(contact("a"),))
    assert [(one.title, one.first, one.count) for one in deck.sections] == [
        ("The Water Cycle", 1, 2),
        ("One", 3, 2),
        ("Two", 5, 2),
        ("Three", 7, 2),
        ("Closing", 9, 1),
    ]
    for one in deck.slides:
        part = deck.sections[one.section]
        assert part.first <= one.number < part.first + part.count


def test_the_footer_says_the_section_and_the_number_counts_slides():
    deck = sectioned("One", "Two")
    last = deck.slides[-1]
    assert words_of(last, "footer") == ["Two"]
    assert words_of(last, "number") == [str(len(deck.slides))]


def test_a_footer_too_long_for_its_line_ends_in_an_ellipsis():
    deck = composed(replace(lesson(), sections=(section("A very long name of a section " * 4, SLIDES[0]),)))
    (footer,) = words_of(deck.slides[-1], "footer")
    assert footer.startswith("A very long name")
    assert footer.endswith("…")


def test_citations_are_numbered_by_first_use_and_then_come_those_of_source_lines():
    deck = deck_of(
        slide("Rain", points("Falls [@b]", "Stays [@c; @b]"), sources=("d",)),
        slide("Snow", points("Drifts [@a]")),
        sources=tuple(source(id, title=f"Title {id}") for id in "abcde"),
        closing=("sources",),
    )
    assert dict(deck.citations) == {"b": 1, "c": 2, "a": 3, "d": 4}
    assert words_of(deck.slides[0], "body") == ["Falls1", "Stays1, 2"]
    listed = words_of(deck.slides[-1], "body")
    assert [line.split(", ")[1] for line in listed] == ["Title b", "Title c", "Title a", "Title d"]


def test_the_number_of_a_source_is_raised_and_says_what_it_is():
    (only,) = deck_of(slide("Rain", points("Falls [@b]")), sources=(source("b"),)).slides
    body = box(only, "body")
    assert isinstance(body, TextBox)
    assert [run.script for run in body.paragraphs[0].runs] == ["", "super"]
    assert [element.actual for element in only.elements if element.role == "Span"] == [" (source 1)"]


def test_a_source_line_says_who_what_and_when_and_gives_way_when_it_is_too_long():
    some = deck_of(slide("Rain", points("Falls"), sources=("a",)), sources=(source("a"),))
    assert words_of(some.slides[0], "source") == ["US Geological Survey, Water Science School, 2022"]
    ids = tuple(f"s{number}" for number in range(9))
    many = deck_of(slide("Rain", points("Falls"), sources=ids), sources=tuple(source(id) for id in ids))
    assert words_of(many.slides[0], "source") == ["Sources 1, 2, 3, 4, 5, 6, 7, 8, 9: see the last slides"]


def test_help_stays_the_last_slide_where_the_author_ends_with_it():
    deck = composed(
        lesson(
            slide("Rain", points("Falls [@a]")),
            slide("Help", Help((contact("a"),))),
            sources=(source("a"),),
            contacts=(contact("a"),),
            closing=("sources", "help"),
        )
    )
    assert kinds(deck) == ["points", "sources", "help"]


def test_help_is_not_said_twice_where_only_handouts_have_a_slide_after_it():
    end = slide("Who helps?", Help((contact("a"),)))
    paper = replace(slide("One week later", points("What stayed?")), in_deck=False)
    deck = composed(
        lesson(slide("Rain", points("Falls")), end, paper, contacts=(contact("a"),), closing=("sources", "help"))
    )
    assert kinds(deck) == ["points", "help"]


def test_help_is_added_where_the_author_has_none():
    deck = composed(lesson(slide("Rain", points("Falls")), contacts=(contact("a"),), closing=("sources", "help")))
    assert kinds(deck) == ["points", "help"]


def test_vocabulary_is_a_list_of_words_and_meanings():
    deck = composed(
        lesson(
            slide("Rain", points("Falls")), opening=("vocabulary",), vocabulary=(term("vapour", "Water in the air"),)
        )
    )
    assert words_of(deck.slides[0], "body") == ["vapour: Water in the air"]


def test_cue_words_of_notes_are_in_the_language_of_the_lesson():
    said = replace(notes("What falls?")[0], cue="watch for")
    (only,) = deck_of(slide("Rain", points("Falls"), notes=(said, *notes(["one"])))).slides
    assert [(note.cue, note.bullet) for note in only.notes] == [("Watch for", ""), ("", "disc")]


def test_automatic_slides_have_no_notes():
    deck = sectioned("One", "Two", "Three", objectives=(text("Say it"),))
    assert all(one.notes == () for one in deck.slides if not one.source_id)


def test_titles_of_slides_are_unique_where_the_authors_are():
    deck = composed(
        lesson(slide("Rain", points(*(item("Falls " * 30) for _ in range(12)))), slide("Snow", points("x")))
    )
    titles = [one.title for one in deck.slides]
    assert len(titles) == len(set(titles))


def test_only_placeholders_with_words_are_filled():
    deck = sectioned("One", "Two", "Three")
    for one in deck.slides:
        for key in keys(one):
            found = box(one, key)
            if isinstance(found, TextBox):
                assert any(paragraph.plain.strip() for paragraph in found.paragraphs)


def test_a_long_address_shows_its_site_and_leads_to_the_page():
    url = "https://www.usgs.gov/" + "a-long-way-down/" * 6
    deck = deck_of(slide("Rain", points("Falls [@a]")), sources=(replace(source("a"), url=url),), closing=("sources",))
    (line,) = words_of(deck.slides[-1], "body")
    assert line.endswith(", usgs.gov/…")
    assert [one.url for one in deck.slides[-1].elements if one.role == "Link"] == [url]


def test_an_agenda_takes_the_size_in_which_each_entry_has_a_line():
    def layout_of(title: str) -> str:
        parts = tuple(section(title, slide("A", points("B"), id=f"s{number}"), minutes=5.0) for number in range(3))
        return composed(lesson(opening=("agenda",), sections=parts)).slides[0].layout

    assert layout_of("What it is") == "Agenda Large"
    assert layout_of("A new law and what was found") == "Agenda"
    assert layout_of("A new law, and what a court found in it later") == "Agenda Large"
