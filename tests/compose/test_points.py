"""Lists: sizes, continuations, what is too large for any slide."""

from compose.lessons import at, daylight, draw_png, item, notes, picture, points, slide, text
from compose.reading import above, box, deck_of, keys, problems, size_of, words_of
from hornbook.plan.page import PictureBox, TextBox

LONG = "This is one point that says at some length what a class should remember about where its water comes from"


def test_few_short_points_take_the_large_layout():
    (only,) = deck_of(slide("Water", points("It rises", "It falls"))).slides
    assert only.layout == "Title and Content Large"
    assert words_of(only, "body") == ["It rises", "It falls"]


def test_more_points_take_a_smaller_layout_before_they_are_divided():
    (only,) = deck_of(slide("Water", points(*(LONG[:40] for _ in range(7))))).slides
    assert only.layout != "Title and Content Large"
    assert len(words_of(only, "body")) == 7


def test_twenty_five_long_points_become_continuations_that_keep_every_word():
    written = [f"{number}: {LONG}" for number in range(25)]
    deck = deck_of(slide("Water", points(*written), notes=notes("Go slowly")))
    assert len(deck.slides) > 1
    assert [line for one in deck.slides for line in words_of(one, "body")] == written
    count = len(deck.slides)
    assert [one.title for one in deck.slides] == [f"Water ({part} of {count})" for part in range(1, count + 1)]
    assert {(one.layout, size_of(one, "body")) for one in deck.slides} == {
        (deck.slides[0].layout, size_of(deck.slides[0], "body"))
    }


def test_continuations_hold_nearly_the_same_number_of_points():
    deck = deck_of(slide("Water", points(*(LONG for _ in range(25)))))
    counts = [len(words_of(one, "body")) for one in deck.slides]
    assert max(counts) - min(counts) <= 1


def test_notes_stay_with_the_first_part_and_later_ones_say_so():
    deck = deck_of(slide("Water", points(*(LONG for _ in range(25))), notes=notes("Go slowly", ["one", "two"])))
    first, second, *_ = deck.slides
    assert [note.runs[0].text for note in first.notes] == ["Go slowly", "one", "two"]
    assert [note.runs[0].text for note in second.notes] == ["continued"]


def test_a_point_with_too_many_points_under_it_is_divided_between_them():
    below = [f"{number} {LONG}" for number in range(20)]
    deck = deck_of(slide("Water", points(item("All of these", *below))))
    assert len(deck.slides) > 1
    assert [line for one in deck.slides for line in words_of(one, "body")] == ["All of these", *below]


def test_a_point_too_long_for_any_slide_is_an_error_at_its_line():
    (found,) = problems(slide("Water", points("Short", item(LONG * 12, line=17), "Short")))
    assert (found.code, found.span) == ("HB301", at(17))
    assert "too long for one slide" in found.message


def test_every_point_that_is_too_long_is_reported():
    found = problems(slide("Water", points(item(LONG * 12, line=17), "Short", item(LONG * 12, line=19))))
    assert [(one.code, one.span) for one in found] == [("HB301", at(17)), ("HB301", at(19))]


def test_a_word_wider_than_the_box_is_reported_not_cut():
    (found,) = problems(slide("Water", points("Short", item("w" * 80, line=21))))
    assert (found.code, found.span) == ("HB302", at(21))
    assert '"' + "w" * 40 in found.message


def test_an_address_may_break_where_a_word_may_not():
    address = "https://www.example.org/" + "a-long-path/" * 12
    (only,) = deck_of(slide("Water", points(f"[{address}]({address})"))).slides
    assert words_of(only, "body") == [address]


def test_a_title_of_120_letters_fits():
    title = "The water that falls on the town today has been in the sea, in the ice and in the clouds many times before it came here"
    assert len(title) == 119
    (only,) = deck_of(slide(title + "!", points("It rises"))).slides
    assert only.title == title + "!"


def test_a_title_too_long_for_its_box_is_an_error_at_its_line():
    found = problems(slide("word " * 90, points("It rises")))
    assert [(one.code, one.span) for one in found] == [("HB303", at(3))]


def test_the_last_two_words_of_a_title_stay_together():
    (only,) = deck_of(slide("The sun warms the sea", points("It rises"))).slides
    assert words_of(only, "title") == ["The sun warms the\u00a0sea"]
    assert only.title == "The sun warms the sea"


def test_a_key_word_is_only_emphasis_in_a_title():
    (only,) = deck_of(slide("The ==sun== warms", points("It ==rises=="))).slides
    title = box(only, "title")
    body = box(only, "body")
    assert isinstance(title, TextBox)
    assert isinstance(body, TextBox)
    assert [(run.key, run.emphasis) for run in title.paragraphs[0].runs if run.text == "sun"] == [(False, True)]
    assert [run.key for run in body.paragraphs[0].runs if run.text == "rises"] == [True]


def test_points_under_points_are_lists_in_the_bodies_of_their_items():
    (only,) = deck_of(slide("Water", points(item("Rises", item("Warm", "Very warm")), "Falls"))).slides
    body = box(only, "body")
    assert isinstance(body, TextBox)
    assert [above(only, tag.element) for tag in body.tags] == [
        ["Sect", "L", "LI", "LBody"],
        ["Sect", "L", "LI", "LBody", "L", "LI", "LBody"],
        ["Sect", "L", "LI", "LBody", "L", "LI", "LBody", "L", "LI", "LBody"],
        ["Sect", "L", "LI", "LBody"],
    ]
    assert [only.elements[tag.label].role for tag in body.tags] == ["Lbl"] * 4


def test_points_come_one_by_one_where_the_slide_reveals_and_sub_points_with_theirs():
    (only,) = deck_of(slide("Water", points(item("Rises", "Warm"), "Falls"), reveal=True)).slides
    assert [(one.placeholder, one.first, one.last) for one in only.reveals] == [("body", 0, 1), ("body", 2, 2)]


def test_nothing_is_revealed_unless_the_slide_says_so():
    assert deck_of(slide("Water", points("Rises", "Falls"))).slides[0].reveals == ()


def test_points_with_a_picture_stand_beside_it(tmp_path):
    file = draw_png(tmp_path / "glass.png", 400, 300)
    shown = picture(file, width=400, height=300)
    deck = deck_of(slide("Water", points("Rises", "Falls"), picture=shown))
    (only,) = deck.slides
    assert only.layout.startswith("Content with Picture")
    assert keys(only) == ["title", "body", "picture", "source"]
    assert words_of(only, "source") == ["Own drawing"]
    found = box(only, "picture")
    assert isinstance(found, PictureBox)
    assert found.digest in deck.media
    assert only.elements[found.element].alt == "A glass of water"


def test_a_link_is_an_element_with_its_address():
    (only,) = deck_of(slide("Water", points("It [flows](https://example.org/a) away"))).slides
    links = [element for element in only.elements if element.role == "Link"]
    assert [(link.url, link.alt) for link in links] == [("https://example.org/a", "flows")]


def test_a_line_to_write_on_becomes_words_on_a_slide():
    (only,) = deck_of(slide("Water", points("Ask <<fill-in>>"))).slides
    assert words_of(only, "body") == ["Ask write it here: __________"]


def test_a_layout_that_the_author_names_is_taken():
    (only,) = deck_of(slide("Water", points("Rises"), layout="Title and Content Dense")).slides
    assert only.layout == "Title and Content Dense"


def test_an_unknown_layout_is_an_error_with_the_nearest_name():
    (found,) = problems(slide("Water", points("Rises"), layout="Title and Contents"))
    assert (found.code, found.hint) == ("HB306", 'Did you mean "Title and Content"?')


def test_a_layout_without_a_place_for_the_words_is_an_error():
    (found,) = problems(slide("Water", points("Rises"), layout="Title Only"))
    assert found.code == "HB307"
    assert '"body"' in found.message


def test_a_named_layout_is_continued_like_any_other():
    deck = deck_of(slide("Water", points(*(LONG for _ in range(25))), layout="Title and Content"))
    assert {one.layout for one in deck.slides} == {"Title and Content"}
    assert len(deck.slides) > 1


def test_a_slide_that_is_only_for_handouts_is_not_in_the_deck():
    deck = deck_of(slide("Water", points("Rises")), slide("Paper", points("Falls"), in_deck=False))
    assert [one.title for one in deck.slides] == ["Water"]


def test_a_hidden_slide_is_marked_as_such():
    assert deck_of(slide("Water", points("Rises"), hidden=True)).slides[0].hidden


def test_words_of_another_language_are_a_span_of_it():
    said = text("water")
    marked = said.with_runs((*said.runs, said.runs[0].__class__(" agua", language="es")))
    (only,) = deck_of(slide("Water", points(item("x").__class__(marked)))).slides
    assert [element.language for element in only.elements if element.role == "Span"] == ["es"]


def test_a_long_title_does_not_make_the_words_below_it_small():
    title = "For an adult the law looks for force, fraud or coercion, and a promise that turns out to be a lie is one of these (so it says)"
    (found,) = deck_of(slide(title, points("Two things", "are said"))).slides
    assert found.layout == "Title and Content Long Title Large"
    assert size_of(found, "title") == 28
    assert size_of(found, "body") == 36


def test_what_is_below_a_numbered_step_stands_under_its_words_in_every_size():
    for name, layout in daylight().layouts.items():
        if layout.family in {"Steps", "Activity"} and layout.placeholder("body"):
            first, below = layout["body"].levels[:2]
            assert below.indent - below.hanging == first.indent, name
