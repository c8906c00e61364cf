"""The sixteen kinds of slides, out of the shapes that an outline gives them."""

from typing import get_args

import pytest

from hornbook.lesson import model
from hornbook.lesson.keys import KINDS
from hornbook.locale import numerals_of
from hornbook.plan.chart_marks import number_format
from lesson.outlines import codes, lesson, read, slide


def plain(texts):
    return [text.plain for text in texts]


def test_points_have_up_to_three_levels(tmp_path):
    body = slide(
        tmp_path, "- {title: A, points: [One, {text: Two, points: [Three, {text: Four, points: [Five]}]}]}"
    ).body
    assert isinstance(body, model.Points)
    assert body.items[0].text.plain == "One"
    assert body.items[1].items[1].items[0].text.plain == "Five"


def test_a_fourth_level_is_refused(tmp_path):
    deep = "- {title: A, points: [{text: 1, points: [{text: 2, points: [{text: 3, points: [4]}]}]}]}"
    assert codes(read(tmp_path, f"slides:\n  {deep}\n")) == ["HB211"]


def test_a_statement_is_its_own_title(tmp_path):
    made = slide(tmp_path, "- {statement: It is **never** your fault.}")
    assert made.title.plain == "It is never your fault."
    assert made.body == model.Statement(made.title)


def test_a_quotation_takes_whose_words_they_are_as_its_title(tmp_path):
    made = slide(tmp_path, "- {quote: {text: We the People, by: Preamble}}")
    assert (made.title.plain, made.body.text.plain, made.body.by.plain) == ("Preamble", "We the People", "Preamble")
    assert slide(tmp_path, "- {title: Start, quote: {text: We the People}}").title.plain == "Start"


def test_a_quotation_without_title_and_without_by_has_none(tmp_path):
    assert codes(read(tmp_path, "slides:\n  - {quote: {text: We the People}}\n")) == ["HB214"]


def test_an_image_alone_is_the_body(tmp_path):
    (tmp_path / "a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>')
    made = slide(tmp_path, "- {title: A, image: {file: a.svg, alt: A square, credit: Own, width: full}}")
    assert made.body == model.ImageBody()
    picture = made.picture
    assert (picture.kind, picture.width, picture.height, picture.alt, picture.full) == ("svg", 40, 30, "A square", True)
    assert picture.path == (tmp_path / "a.svg").resolve()
    assert picture.credit.plain == "Own"


def test_an_image_may_accompany_points(tmp_path):
    (tmp_path / "a.svg").write_text('<svg width="40" height="30"/>')
    made = slide(tmp_path, "- {title: A, points: [B], image: {file: a.svg, decorative: true}}")
    assert isinstance(made.body, model.Points)
    assert (made.picture.decorative, made.picture.alt) == (True, "")


def test_a_comparison_has_columns(tmp_path):
    body = slide(tmp_path, "- {title: A, compare: [{heading: B, points: [C]}, {heading: D, points: [E, F]}]}").body
    assert [(column.heading.plain, len(column.items)) for column in body.columns] == [("B", 1), ("D", 2)]


def test_steps_are_items(tmp_path):
    body = slide(tmp_path, "- {title: A, steps: [Stop, {text: Tell, points: [A parent]}]}").body
    assert isinstance(body, model.Steps)
    assert [len(step.items) for step in body.steps] == [0, 1]


def test_a_timeline_has_dated_events_with_sources(tmp_path):
    made = lesson(
        tmp_path,
        """
        sources: {doj: {title: D}, fbi: {title: F}}
        slides:
          - {title: A, timeline: [{when: 6 April 2018, what: Seized, source: fbi}, {when: 2019, what: Over}], source: doj}
        """,
    ).slides[0]
    assert [(event.when.plain, event.what.plain, event.sources) for event in made.body.events] == [
        ("6 April 2018", "Seized", ("fbi",)),
        ("2019", "Over", ()),
    ]
    assert made.sources == ("doj", "fbi")


def test_rows_of_a_table_are_as_long_as_its_widest(tmp_path):
    body = slide(
        tmp_path,
        '- {title: A, table: {caption: C, header: [Year, Reports], rows: [[2022, "80,524"], [2023]], row_headers: true}}',
    ).body
    assert plain(body.header) == ["Year", "Reports"]
    assert [plain(row) for row in body.rows] == [["2022", "80,524"], ["2023", ""]]
    assert (body.row_headers, body.caption.plain) == (True, "C")
    assert slide(tmp_path, "- {title: A, table: {rows: [[1]]}}").body.header == ()


def test_a_row_longer_than_the_header_is_reported(tmp_path):
    assert codes(read(tmp_path, "slides:\n  - {title: A, table: {header: [B], rows: [[1, 2]]}}\n")) == ["HB211"]


def test_numbers_of_a_chart_are_read_and_kept_as_typed(tmp_path):
    body = slide(
        tmp_path,
        """
        - title: A
          chart:
            type: column
            labels: [2022, 2023, 2024, 2025]
            series: {Reports: ["80,524", 186819.5, -3, "-"]}
            unit: reports
            highlight: 2023
            note: Reports are *not* children
        """,
    ).body
    (series,) = body.series
    assert series.values == (80524.0, 186819.5, -3.0, None)
    assert series.written == ("80,524", "186819.5", "-3", "")
    assert (body.type, body.labels, body.highlight) == ("column", ("2022", "2023", "2024", "2025"), ("2023",))


def test_a_chart_without_words_says_its_data(tmp_path):
    body = slide(tmp_path, "- {title: A, chart: {type: bar, labels: [B, C], series: {D: [1, '~']}, unit: m}}").body
    assert body.alt == "D. B: 1 m; C: \u2013."


def test_minutes_of_an_activity_are_those_of_its_slide(tmp_path):
    made = slide(
        tmp_path, "- {title: A, activity: {minutes: 1 h 30 min, groups: pairs, materials: [Cards], steps: [Read]}}"
    )
    assert (made.minutes, made.body.minutes, made.body.groups) == (90.0, 90.0, "pairs")
    assert slide(tmp_path, "- {title: A, minutes: 5, activity: {steps: [Read]}}").body.minutes == 5.0
    assert codes(read(tmp_path, "slides:\n  - {title: A, activity: {steps: [Read]}}\n")) == ["HB202"]


def test_an_activity_says_what_a_sheet_has_room_for(tmp_path):
    def room(written):
        return slide(tmp_path, f"- {{title: A, activity: {{minutes: 5, steps: [Draw]{written}}}}}").body.room

    assert (room(""), room(", room: drawing"), room(", room: none")) == ("lines", "drawing", "none")
    assert codes(read(tmp_path, "slides:\n  - {title: A, activity: {minutes: 5, steps: [Draw], room: draw}}\n")) == [
        "HB205"
    ]


def test_a_story_has_paragraphs(tmp_path):
    body = slide(
        tmp_path,
        """
        - title: A
          scenario:
            story: |
              First part,
              still the first.

              Second part.
            questions: ["Who?"]
            answers: [He]
        """,
    ).body
    assert plain(body.story) == ["First part, still the first.", "Second part."]
    assert (plain(body.questions), plain(body.answers)) == (["Who?"], ["He"])


def test_keys_decide_the_kind_of_a_question(tmp_path):
    body = slide(
        tmp_path,
        """
        - title: A
          quiz:
            - {ask: Is it so, answer: false, why: No}
            - {ask: Which, choices: [Hiding, Telling, Paying], answer: Telling}
            - {ask: Which, choices: [A one, B two, C three], answer: [A one, C three]}
            - {ask: Name one, answer: Any, lines: 3}
            - {ask: Say, answer: "false"}
            - {ask: Match, match: {force: using strength, fraud: using lies}}
        """,
    ).body
    assert [question.kind for question in body.questions] == [
        "true-false",
        "choice",
        "choice",
        "short",
        "short",
        "match",
    ]
    assert body.questions[0].answer.plain == "false"
    assert [choice.right for choice in body.questions[2].choices] == [True, False, True]
    assert (body.questions[3].lines, body.questions[4].lines) == (3, 2)
    assert [(pair.left.plain, pair.right.plain) for pair in body.questions[5].pairs] == [
        ("force", "using strength"),
        ("fraud", "using lies"),
    ]


def test_defined_words_come_out_of_the_vocabulary(tmp_path):
    made = lesson(
        tmp_path, "vocabulary: {Force: Strength, fraud: Lies}\nslides:\n  - {title: A, define: [fraud, force]}\n"
    )
    assert [(term.word.plain, term.meaning.plain) for term in made.slides[0].body.terms] == [
        ("fraud", "Lies"),
        ("Force", "Strength"),
    ]


def test_a_video_takes_its_films_title(tmp_path):
    made = slide(
        tmp_path, "- {video: {title: I am Jane, url: 'https://example.org/film', length: 99 min, caution: Preview it}}"
    )
    assert (made.title.plain, made.body.url, made.body.length) == ("I am Jane", "https://example.org/film", "99 min")


@pytest.mark.parametrize(("help", "ids"), [("all", ["a", "b"]), ("[b, a]", ["b", "a"]), ("b", ["b"])])
def test_help_shows_all_contacts_or_some(tmp_path, help, ids):
    made = lesson(
        tmp_path,
        f"contacts: [{{id: a, name: A, call: 1}}, {{id: b, name: B, url: c}}]\nslides:\n  - {{title: A, help: {help}}}\n",
    )
    assert [contact.id for contact in made.slides[0].body.contacts] == ids


def test_discussion_is_a_list_of_questions(tmp_path):
    assert plain(slide(tmp_path, '- {title: A, discuss: ["Why?", How]}').body.questions) == ["Why?", "How"]


def test_every_kind_is_tried_here():
    assert len(KINDS) == len(model.Body.__args__) == 16


def test_common_keys_of_a_slide_are_read(tmp_path):
    made = slide(
        tmp_path, "- {title: A, points: [B], reveal: click, layout: Blank, icon: phone, handouts: false, minutes: 2.5}"
    )
    assert (made.reveal, made.layout, made.icon, made.in_deck, made.in_handouts, made.minutes) == (
        True,
        "Blank",
        "phone",
        True,
        False,
        2.5,
    )
    made = slide(tmp_path, "- {title: A, points: [B], hidden: true}")
    assert (made.hidden, made.in_handouts, made.reveal) == (True, False, False)


def test_notes_have_paragraphs_cues_and_lists(tmp_path):
    made = slide(
        tmp_path,
        """
        - title: A
          points: [B]
          notes: |
            First *here*.

            Ask: who knows?
            Say: well done
            - one
            - two

            1. first
            2) second
            Watch for: silence
        """,
    )
    assert [
        (type(block).__name__, getattr(block, "cue", ""), getattr(block, "ordered", None)) for block in made.notes
    ] == [
        ("NoteParagraph", "", None),
        ("NoteParagraph", "ask", None),
        ("NoteParagraph", "say", None),
        ("NoteList", "", False),
        ("NoteList", "", True),
        ("NoteParagraph", "watch for", None),
    ]
    assert made.notes[1].text.plain == "who knows?"
    assert plain(made.notes[4].items) == ["first", "second"]
    assert made.notes[1].text.span.line == 9


def test_each_body_says_the_key_that_an_outline_has_for_it():
    assert {body.kind for body in get_args(model.Body)} == set(KINDS)


@pytest.mark.parametrize(
    ("body", "meant"),
    [
        ("chart: {type: bar, categories: [a, b], series: {x: [1, 2]}}", "labels"),
        ("quiz: [{question: B, choices: [c, d], answer: c}]", "ask"),
        ("activity: {minutes: 3, instructions: [B]}", "steps"),
        ("timeline: [{year: '1912', what: B}, {when: '1913', what: C}]", "when"),
    ],
)
def test_a_field_by_the_name_that_others_give_it_is_told_its_own(tmp_path, body, meant):
    told = [
        found for found in read(tmp_path, f"slides:\n  - {{title: A, {body}}}\n").diagnostics if found.code == "HB201"
    ]
    assert [found.hint for found in told] == [f"Did you mean `{meant}`?"]
    assert told[0].fix is not None
    assert told[0].fix.new == meant


def test_no_field_is_offered_that_is_there_already(tmp_path):
    reading = read(
        tmp_path, "slides:\n  - {title: A, chart: {type: bar, labels: [a], series: {x: [1]}, serie: {y: [1]}}}\n"
    )
    assert [found.hint for found in reading.diagnostics if found.code == "HB201"] == [
        "Known here: `type`, `labels`, `series`, `unit`, `highlight`, `note`, `alt` and `source`."
    ]


FRENCH_CHART = """
    - title: A
      chart: {type: bar, labels: [B, C], series: {D: [TYPED, 1]}, unit: "%"}
"""


@pytest.mark.parametrize("typed", ["'17,3'", "17.3", "'17,3 %'"])
def test_a_chart_has_the_numbers_of_its_language_however_they_were_typed(tmp_path, typed):
    made = read(
        tmp_path, f"title: T\nlanguage: fr\nslides:{FRENCH_CHART.replace('TYPED', typed)}", numerals=numerals_of
    )
    chart = made.lessons[0].sections[0].slides[0].body
    assert chart.series[0].values == (17.3, 1.0)
    assert chart.alt == "D. B: 17,3\u00a0%; C: 1\u00a0%."
    assert number_format(chart) == 'General"\u00a0%"'


def test_a_number_that_could_be_two_is_an_error_that_says_how_to_write_either(tmp_path):
    found = read(
        tmp_path,
        f"title: T\nlanguage: fr\nslides:{FRENCH_CHART.replace('TYPED', repr('80,524'))}",
        numerals=numerals_of,
    )
    (said,) = [each for each in found.diagnostics if each.code == "HB241"]
    assert said.message == '"80,524" could be two numbers in this language.'
    assert "80524" in said.hint
    assert "80,5240" in said.hint
