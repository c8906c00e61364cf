"""A deck as text: what a golden file compares."""

from compose.lessons import chart, item, notes, points, slide, source, table
from compose.reading import deck_of
from hornbook.plan.dump import dump_deck


def dumped() -> str:
    return dump_deck(
        deck_of(
            slide(
                "Water", points(item("It ==rises==", "Warm"), "Falls [@a]"), notes=notes("Slowly", ["one"]), reveal=True
            ),
            slide("Rain", chart(), sources=("a",)),
            slide("Ice", table(rows=1), hidden=True),
            sources=(source("a"),),
        )
    )


def test_every_slide_begins_with_its_number_kind_layout_and_title():
    lines = [line for line in dumped().splitlines() if line.startswith("slide")]
    assert lines == [
        "slide 1 points [Title and Content Large] 'Water'",
        "slide 2 chart [Chart Only Large] 'Rain'",
        "slide 3 table [Table Short Large] 'Ice' hidden",
    ]


def test_paragraphs_show_role_size_level_label_and_lines():
    lines = [line.strip() for line in dumped().splitlines()]
    assert "LBody 36 <square> It rises" in lines
    assert "LBody 28 level 1 <dash> Warm" in lines
    assert "LBody 36 <square> Falls1" in lines


def test_clicks_notes_and_sources_are_shown():
    text = dumped()
    assert "  click body 0..1\n  click body 2..2\n" in text
    assert "  note Slowly\n  note - one\n" in text
    assert "source 1 a\n" in text


def test_charts_and_tables_are_groups_with_their_marks():
    text = dumped()
    assert "chart column 'Rain in three years: 610, 702 and 655.5 mm'" in text
    assert "table 2x3" in text
    assert "TH 28 Place" in text


def test_the_same_deck_gives_the_same_text():
    assert dumped() == dumped()
