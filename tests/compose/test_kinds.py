"""What each kind of slide fills, and in which layout."""

import pytest
from msgspec.structs import replace

from compose.lessons import (
    at,
    chart,
    choice_question,
    contact,
    every_body,
    item,
    match_question,
    points,
    slide,
    source,
    table,
    term,
    text,
    true_false_question,
)
from compose.reading import above, box, deck_of, keys, problems, roles, words_of
from hornbook.compose.quiz import mixed_pairs
from hornbook.lesson.model import (
    Activity,
    Column,
    Compare,
    Define,
    Discuss,
    Event,
    Help,
    Pair,
    Question,
    Quiz,
    Quote,
    Scenario,
    Statement,
    Steps,
    Timeline,
    Video,
)
from hornbook.plan.deck import SlidePlan
from hornbook.plan.page import ChartContent, GroupBox, PictureBox, ShapeBox, TableContent, TextBox
from hornbook.units import Insets

LONG = "This says at some length what a class should remember about where its water comes from and goes"


def only(body: object, **changes: object) -> SlidePlan:
    (found,) = deck_of(slide("Water", body, **changes), sources=(source("usgs"),)).slides
    return found


@pytest.mark.parametrize("kind", every_body())
def test_every_kind_has_its_title_in_the_title_placeholder_and_says_its_kind(kind):
    deck = deck_of(slide("Water", every_body()[kind]), sources=(source("usgs"),))
    assert {one.kind for one in deck.slides} == {kind}
    for one in deck.slides:
        title = one.boxes[0]
        assert isinstance(title, TextBox)
        assert title.placeholder == "title"
        assert one.title


@pytest.mark.parametrize("kind", every_body())
def test_every_tag_names_an_element_of_its_slide(kind):
    for one in deck_of(slide("Water", every_body()[kind]), sources=(source("usgs"),)).slides:
        for text_box in [part for part in one.boxes if isinstance(part, TextBox)]:
            assert len(text_box.tags) == len(text_box.paragraphs)
            for tag in text_box.tags:
                assert all(-1 <= id < len(one.elements) for id in (tag.element, tag.label, *tag.runs.values()))


def test_a_statement_is_its_own_title_and_keeps_its_key_words():
    found = only(Statement(text("Every drop has been here ==before==.")))
    title = box(found, "title")
    assert isinstance(title, TextBox)
    assert found.title == "Every drop has been here before."
    assert any(run.key for run in title.paragraphs[0].runs)
    assert keys(found) == ["title"]


def test_a_quote_says_who_unless_the_title_does():
    assert keys(only(Quote(text("Water is life"), text("A saying")))) == ["title", "quote", "by"]
    assert keys(only(Quote(text("Water is life"), text("Water")))) == ["title", "quote"]
    assert "BlockQuote" in roles(only(Quote(text("Water is life"), None)))


def test_columns_stand_side_by_side_under_headings_one_level_below_the_title():
    found = only(every_body()["compare"])
    assert found.layout.startswith("Compare 2")
    assert keys(found) == ["title", "heading1", "body1", "heading2", "body2"]
    assert roles(found).count("H2") == 2


def test_long_columns_go_on_under_their_headings():
    column = Column(text("Rain"), points(*(LONG for _ in range(6))).items)
    deck = deck_of(slide("Water", Compare((column, Column(text("Snow"), points("Drifts").items)))))
    assert len(deck.slides) > 1
    assert all(words_of(one, "heading1") == ["Rain"] for one in deck.slides)
    assert "body2" not in keys(deck.slides[-1])


def test_three_to_six_steps_have_a_place_each():
    found = only(every_body()["steps"])
    assert found.layout.startswith("Steps 3")
    assert words_of(found, "step1") == ["Warm it", "Use the sun"]
    step = box(found, "step2")
    assert isinstance(step, TextBox)
    assert above(found, step.tags[0].element) == ["Sect", "L", "LI", "LBody"]
    assert next(element for element in found.elements if element.role == "L").ordered


@pytest.mark.parametrize("count", [1, 2, 7])
def test_other_numbers_of_steps_are_a_numbered_list(count):
    found = only(Steps(tuple(item(f"Step number {number}") for number in range(count))))
    assert found.layout in {"Steps", "Steps Large", "Steps Dense"}
    body = box(found, "body")
    assert isinstance(body, TextBox)
    assert [paragraph.label for paragraph in body.paragraphs] == [f"{number}." for number in range(1, count + 1)]


def test_numbers_of_steps_go_on_where_a_list_goes_on():
    deck = deck_of(slide("Water", Steps(tuple(item(f"{number} {LONG}") for number in range(1, 15)))))
    labels = []
    for one in deck.slides:
        body = box(one, "body")
        assert isinstance(body, TextBox)
        labels += [paragraph.label for paragraph in body.paragraphs]
    assert len(deck.slides) > 1
    assert labels == [f"{number}." for number in range(1, 15)]


def events(count: int, what: str = "A map") -> Timeline:
    return Timeline(tuple(Event(text(str(1900 + year)), text(what), (), at(11)) for year in range(count)))


def test_dates_are_the_labels_of_what_happened():
    found = only(events(3))
    assert found.layout.startswith("Timeline 3")
    when, what = box(found, "when1"), box(found, "what1")
    assert isinstance(when, TextBox)
    assert isinstance(what, TextBox)
    assert above(found, when.tags[0].element) == ["Sect", "L", "LI", "Lbl"]
    assert above(found, what.tags[0].element) == ["Sect", "L", "LI", "LBody"]


def test_seven_events_are_four_and_three():
    first, second = deck_of(slide("Water", events(7))).slides
    assert (first.layout.split()[1], second.layout.split()[1]) == ("4", "3")


def test_long_events_are_a_list_with_dates_at_a_tab_stop():
    found = deck_of(slide("Water", events(4, LONG * 2))).slides[0]
    assert found.layout in {"Timeline", "Timeline Dense"}
    assert words_of(found, "body")[0] == f"1900\t{LONG * 2}"


def test_a_table_is_native_and_tagged_with_the_scope_of_its_headers():
    found = only(table())
    group = box(found, "table")
    assert isinstance(group, GroupBox)
    assert isinstance(group.native, TableContent)
    assert group.native.header
    assert sum(group.native.columns) == pytest.approx(group.rect.width)
    scopes = [element.scope for element in found.elements if element.role == "TH"]
    assert scopes == ["Column"] * 3 + ["Row"] * 3
    assert roles(found).count("TD") == 6


def test_columns_of_numbers_are_ranged_right():
    group = box(only(table()), "table")
    assert isinstance(group, GroupBox)
    assert isinstance(group.native, TableContent)
    aligns = [[cell[0].style.align for cell in row] for row in group.native.cells]
    assert aligns[0] == aligns[1] == ["left", "right", "right"]


def test_a_table_of_few_lines_stands_lower_in_larger_type_if_its_words_stay_on_one_line():
    short = only(table(rows=2))
    assert short.layout == "Table Short Large"
    assert box(short, "table").rect.top > box(only(table(rows=4)), "table").rect.top
    wordy = table(
        rows=1, header=tuple(text(f"{word} of what the law says about it") for word in ("Name", "Age", "Sum"))
    )
    assert only(wordy).layout == "Table Large"


def test_rows_of_a_table_share_the_room_that_is_left():
    group = box(only(table(rows=4)), "table")
    assert isinstance(group, GroupBox)
    assert isinstance(group.native, TableContent)
    assert sum(group.native.rows) > 0.9 * group.rect.height


def test_a_long_table_goes_on_under_its_header():
    deck = deck_of(slide("Water", table(rows=30)))
    assert len(deck.slides) > 1
    seen = []
    for one in deck.slides:
        group = box(one, "table")
        assert isinstance(group, GroupBox)
        assert isinstance(group.native, TableContent)
        assert group.native.cells[0][0][0].plain == "Place"
        assert sum(group.native.rows) <= group.rect.height + 0.01
        seen += [row[0][0].plain for row in group.native.cells[1:]]
    assert seen == [f"Ocean number {row}" for row in range(1, 31)]


def test_a_word_too_wide_for_its_column_is_reported_at_its_cell():
    wide = (text("w" * 90, 44), text("1"), text("2"))
    (found,) = problems(slide("Water", table_with(wide)))
    assert (found.code, found.span) == ("HB302", at(44))


def table_with(row):
    plain = table(rows=1)
    return type(plain)(plain.caption, plain.header, (*plain.rows, row), plain.row_headers, plain.span)


def test_a_chart_is_one_figure_with_its_words():
    found = only(chart(note=text("Measured at one place")))
    group = box(found, "chart")
    assert isinstance(group, GroupBox)
    assert isinstance(group.native, ChartContent)
    assert group.one_mark
    assert found.elements[group.figure].alt == "Rain in three years: 610, 702 and 655.5 mm"
    assert keys(found) == ["title", "chart", "note"]
    assert only(chart()).layout.startswith("Chart Only")


def test_an_activity_says_groups_minutes_and_materials_and_counts_down():
    found = only(Activity(10, "pairs", (text("A glass"), text("Ice")), (item("Warm it"), item("Watch"))))
    assert [words_of(found, key) for key in ("groups", "minutes", "unit", "materials")] == [
        ["Pairs"],
        ["10"],
        ["minutes"],
        ["A glass\u00a0· Ice"],
    ]
    assert found.countdown == 10


def test_the_answers_of_a_scenario_are_in_the_notes_alone():
    found = only(Scenario((text("No rain."),), (text("What now?"),), (text("Save water"),)))
    assert keys(found) == ["title", "story", "questions"]
    assert [note.runs[0].text for note in found.notes] == ["Answers", "Save water"]


def test_a_story_that_fills_a_slide_leaves_its_questions_to_the_next():
    story = tuple(text(LONG * 2) for _ in range(3))
    deck = deck_of(slide("Water", Scenario(story, (text("What now?"), text("Who helps?")), ())))
    assert len(deck.slides) > 1
    assert words_of(deck.slides[-1], "questions")[-1] == "Who helps?"


def test_questions_to_discuss_have_a_place_each_and_long_ones_are_a_list():
    assert only(Discuss((text("Where?"), text("Who?")))).layout.startswith("Discussion 2")
    assert only(Discuss(tuple(text(LONG * 2) for _ in range(3)))).layout.split()[1] != "3"


def test_a_quiz_is_a_slide_for_each_question_and_the_answer_comes_on_a_click():
    deck = deck_of(slide("Check", Quiz((choice_question(), true_false_question()))))
    first, second = deck.slides
    assert [one.title for one in deck.slides] == ["Check (1 of 2)", "Check (2 of 2)"]
    assert [(one.placeholder, one.first) for one in first.reveals] == [("answer", -1)]
    assert words_of(first, "choice2") == ["Heat"]
    assert words_of(first, "answer") == ["B  Heat", "The sun warms it"]
    assert words_of(second, "answer") == ["A  True", "It is frozen"]


def test_a_single_question_has_no_number():
    (found,) = deck_of(slide("Check", Quiz((choice_question(),)))).slides
    assert found.title == "Check"


def test_pairs_to_match_do_not_stand_side_by_side():
    pairs = tuple(Pair(text(left), text(right)) for left, right in (("one", "a"), ("two", "b"), ("three", "c")))
    found = only(Quiz((Question("match", text("Match"), (), pairs, None, None, 0, at(9)),)))
    assert words_of(found, "left") == ["one", "two", "three"]
    assert words_of(found, "right") == ["b", "c", "a"]
    assert words_of(found, "answer") == ["1 C, 2 A, 3 B"]


def test_a_question_with_more_choices_than_any_layout_has_is_an_error_at_its_line():
    many = tuple(type(choice_question().choices[0])(text(f"Choice {number}"), number == 0) for number in range(7))
    (found,) = problems(slide("Check", Quiz((choice_question(choices=many),))))
    assert (found.code, found.span) == ("HB308", at(20))


def test_terms_that_do_not_fit_together_go_on():
    deck = deck_of(slide("Words", Define(tuple(term(f"word{number}") for number in range(6)))))
    assert [one.layout.split()[1] for one in deck.slides] == ["3", "3"]


def test_a_film_is_a_card_with_its_address_and_a_code():
    found = only(Video(text("Round and round"), "https://www.example.org/films/water", "4 min", text("Loud")))
    assert keys(found) == ["title", "film", "link", "qr", "caution"]
    assert words_of(found, "link") == ["example.org/films/water"]
    code = box(found, "qr")
    assert isinstance(code, PictureBox)
    assert found.elements[code.element].alt == "QR code that leads to example.org/films/water"


def test_a_contact_is_a_card_with_its_number_largest():
    found = only(Help((contact("a"),)))
    card = box(found, "card1")
    assert isinstance(card, TextBox)
    sizes = [paragraph.style.size for paragraph in card.paragraphs]
    assert words_of(found, "card1")[:2] == ["Someone drank water that was not clean", "1-800-222-1222"]
    assert sizes[1] == max(sizes)


def test_a_contact_to_be_filled_in_shows_its_name_large_and_where_to_write():
    found = only(Help((contact("a", call="<<fill-in>>", hours=None),)))
    assert words_of(found, "card1") == [
        "Someone drank water that was not clean",
        "Poison Help",
        "write it here: __________",
    ]


def test_the_code_of_a_help_slide_belongs_to_the_first_contact_with_a_page():
    found = only(Help((contact("a"), contact("b", url="https://example.org/chat"))))
    assert found.layout.startswith("Help with QR 2")
    assert isinstance(box(found, "qr"), PictureBox)


def test_six_contacts_stay_on_one_slide():
    many = tuple(
        contact(f"c{number}", languages="English and Spanish", tty="711", url="https://example.org")
        for number in range(6)
    )
    assert len(deck_of(slide("Help", Help(many))).slides) == 1


def test_a_kind_without_room_for_its_picture_says_so(tmp_path):
    from compose.lessons import daylight, draw_png, lesson, picture
    from hornbook.compose.deck import compose

    shown = picture(draw_png(tmp_path / "a.png", 40, 30))
    deck, diagnostics = compose(lesson(slide("Rain", chart(), picture=shown)), daylight())
    assert deck is not None
    assert [one.code for one in diagnostics] == ["HB310"]


def test_no_pair_to_match_stands_beside_its_own_where_that_can_be_helped():
    rights = ("gets wet", "shrinks", "snow falls", "water flows")
    pairs = tuple(
        Pair(text(str(index)), text(right)) for index, right in enumerate((rights[1], rights[0], *rights[2:]))
    )
    mixed = mixed_pairs(pairs)
    assert sorted(pair.right.plain for pair in mixed) == sorted(rights)
    assert not any(one is other for one, other in zip(mixed, pairs, strict=True))
    assert mixed_pairs(()) == ()


def test_a_film_without_a_caution_has_no_place_for_one_filled():
    found = only(Video(text("Round and round"), "https://example.org/a", "", None))
    assert found.layout.startswith("Video")
    assert "caution" not in keys(found)


def marks_of(one):
    return [found for found in one.boxes if isinstance(found, ShapeBox)]


def test_the_right_choice_is_framed_where_it_stands_and_the_frame_comes_with_the_answer():
    (only,) = deck_of(slide("Check", Quiz((choice_question(),)))).slides
    (mark,) = marks_of(only)
    assert mark.comes_with == "answer"
    assert mark.rect.contains(box(only, "choice2").rect.inset(Insets(4, 4, 4, 4)))
    assert not mark.rect.overlaps(box(only, "choice1").rect)
    assert mark.stroke == box(only, "answer").paragraphs[0].style.colour
    assert not mark.fill


def test_several_right_choices_have_a_frame_each_and_a_question_without_one_has_none():
    both = choice_question()
    both = replace(both, choices=tuple(replace(choice, right=True) for choice in both.choices[:2]))
    assert len(marks_of(deck_of(slide("Check", Quiz((both,)))).slides[0])) == 2
    assert marks_of(deck_of(slide("Check", Quiz((match_question(),)))).slides[0]) == []


@pytest.mark.parametrize("count", range(3, 24))
def test_a_quotation_does_not_end_in_a_line_of_one_short_word(count):
    said = "water is never new because it only moves from the sea to a cloud and from a cloud to the fields and then"
    said = f"{' '.join(said.split()[:count])} on"
    deck = deck_of(slide("Said", Quote(text(said), text("A proverb"))))
    quote = next(box for box in deck.slides[0].boxes if isinstance(box, TextBox) and box.placeholder == "quote")
    assert quote.paragraphs[0].plain.replace("\xa0", " ") == said
    assert "".join(part.text for part in quote.lines[-1].fragments).strip() != "on"


@pytest.mark.parametrize("count", range(3, 24))
def test_neither_a_point_nor_a_cell_ends_in_a_line_of_one_short_word(count):
    said = "water is never new because it only moves from the sea to a cloud and from a cloud to the fields and then"
    said = f"{' '.join(said.split()[:count])} on"
    told = replace(table(), header=(text("Who"), text("What")), rows=((text("I"), text(said)),))
    deck = deck_of(slide("Said", points(said, "Two")), slide("Told", told))
    body = next(box for box in deck.slides[0].boxes if isinstance(box, TextBox) and box.placeholder == "body")
    assert body.paragraphs[0].plain.replace("\xa0", " ") == said
    cells = next(box for box in deck.slides[1].boxes if isinstance(box, GroupBox))
    *_, cell = (box for box in cells.boxes if isinstance(box, TextBox))
    assert cell.paragraphs[0].plain.replace("\xa0", " ") == said
    for lines in ([line for line in body.lines if line.paragraph == 0], cell.lines):
        assert "".join(part.text for part in lines[-1].fragments).strip() != "on"
