"""What an author is told about what does not fit."""

from compose.lessons import at, chart, choice_question, lesson, points, section, slide, table, text
from compose.reading import problems
from hornbook.diagnostics.codes import CODES
from hornbook.lesson.model import Quiz, Series, Statement


def many_bars(count: int):
    names = tuple(f"Place {number}" for number in range(count))
    return chart("bar", labels=names, series=(Series("Rain", (1.0,) * count, ("1",) * count),), highlight=())


def test_a_chart_with_too_many_bars_says_so_at_its_place():
    (found,) = problems(slide("Rain", many_bars(40)))
    assert (found.code, found.span) == ("HB304", at(12))


def test_a_label_too_wide_for_its_column_is_named_with_what_to_do():
    (found,) = problems(slide("Rain", chart(labels=("x" * 60, "b", "c"))))
    assert (found.code, found.span) == ("HB302", at(12))
    assert "type: bar" in found.hint


def test_a_statement_too_long_for_its_slide_is_an_error_about_the_title():
    (found,) = problems(slide("x", Statement(text("word " * 120, 33))))
    assert (found.code, found.span) == ("HB303", at(33))


def test_a_row_too_high_for_a_slide_is_an_error_at_its_row():
    plain = table(rows=1)
    row = (text("a"), text("word " * 400, 41), text("b"))
    (found,) = problems(slide("Rain", type(plain)(None, plain.header, (row,), False, plain.span)))
    assert found.code == "HB301"
    assert found.message.startswith("This row")


def test_problems_of_all_slides_are_reported_in_one_run():
    found = problems(
        slide("Rain", points("w" * 90)),
        slide("Snow", many_bars(40)),
        slide("Check", Quiz((choice_question("word " * 200),))),
    )
    assert [one.code for one in found] == ["HB302", "HB304", "HB301"]


def test_a_section_title_too_long_for_its_opener_is_an_error_at_its_line():
    from msgspec.structs import replace

    from compose.lessons import daylight
    from hornbook.compose.deck import compose

    part = section("word " * 90, slide("Rain", points("Falls")))
    deck, (found, *_) = compose(replace(lesson(), sections=(part,)), daylight())
    assert deck is None
    assert (found.code, found.span) == ("HB303", at(2))


def test_every_code_of_composing_is_explained():
    assert {"HB301", "HB302", "HB303", "HB304", "HB306", "HB307", "HB308", "HB310", "HB311", "HB312"} <= set(CODES)


def test_an_icon_that_is_not_there_is_an_error_with_the_name_that_is_like_it():
    (found,) = problems(slide("Rain", points("Falls"), icon="smart-phone"))
    assert (found.code, found.span) == ("HB312", at(2))
    assert "`smartphone`" in found.hint


def test_a_message_about_an_agenda_entry_quotes_its_words_without_a_tab():
    long = "word " * 300
    found = problems(
        opening=("agenda",), sections=tuple(section(long, slide("A", points("B")), minutes=5.0) for _ in range(3))
    )
    assert all("\t" not in one.message and "\u00a0" not in one.message for one in found)
    assert "5 min word" in " ".join(one.message for one in found)
