"""Front matter, sections, audiences, values, contacts and print: what an outline means for each audience."""

import pytest

from hornbook.lesson.reader import read_lesson
from lesson.outlines import codes, lesson, read

SLIDES = "slides:\n  - {title: A, points: [B]}\n"


def test_what_is_left_out_has_its_default(tmp_path):
    reading = read(tmp_path, "title: T\n" + SLIDES)
    made = reading.lessons[0]
    assert codes(reading) == ["HB273"]
    assert (reading.name, reading.audiences, made.audience, made.language, made.theme) == (
        tmp_path.name,
        (),
        "",
        "en-US",
        "daylight",
    )
    assert [request.recipe for request in made.handouts] == ["guided-notes", "guided-notes-key", "facilitator-guide"]
    assert (made.opening, made.closing) == (("title", "content_note", "objectives", "agenda"), ("sources", "help"))
    assert (made.duration, made.sections[0].title, made.sections[0].minutes) == (None, None, None)


def test_empty_lists_mean_none(tmp_path):
    made = lesson(tmp_path, "handouts: []\nopening: []\nclosing: []\n" + SLIDES)
    assert (made.handouts, made.opening, made.closing) == ((), (), ())


def test_a_lesson_of_another_file_is_named_after_it(tmp_path):
    (tmp_path / "rain.yaml").write_text("title: T\nlanguage: fr\n" + SLIDES)
    reading = read_lesson(tmp_path / "rain.yaml", tmp_path, theme="night", language="de")
    assert (reading.name, reading.lessons[0].theme, reading.lessons[0].language) == ("rain", "night", "de")


def test_minutes_of_a_section_are_its_own_or_the_sum_of_its_slides(tmp_path):
    made = lesson(
        tmp_path,
        """
        duration: 1 h
        sections:
          - {title: One, minutes: 8, slides: [{title: A, points: [B], minutes: 3}]}
          - {title: Two, slides: [{title: C, points: [D], minutes: 3}, {title: E, points: [F], hidden: true, minutes: 9}, {title: G, points: [H]}]}
          - {title: Three, slides: [{title: I, points: [J]}]}
        """,
    )
    assert [section.minutes for section in made.sections] == [8.0, 3.0, None]
    assert made.duration == 60.0
    assert [slide.id for slide in made.slides] == ["s1-1", "s2-1", "s2-2", "s2-3", "s3-1"]


AUDIENCES = """
audiences: [school, town]
title: {school: In class, town: At night}
subtitle: For both
duration: {school: 10, town: 20}
objectives: [Listen, {text: Vote, for: town}]
handouts: [worksheet, {recipe: fact-sheet, for: town, paper: a4, versions: 2}]
print:
  card: [{headline: Class, for: school}, {headline: Night, for: town}]
  fact_sheet: [{heading: One, text: For all}, {heading: Two, points: [A], for: [town]}]
  letter: {text: Dear families, for: school}
  exit_ticket: [{ask: Ready}, {ask: Voted, for: town}]
sections:
  - title: All
    slides:
      - {title: A, points: [One, {text: Two, for: school}]}
      - {title: B, steps: [C], for: town, minutes: 15}
  - title: Class only
    for: school
    slides:
      - {title: D, quiz: [{ask: E, answer: true}]}
"""


def test_each_audience_has_a_lesson_of_its_own(tmp_path):
    reading = read(tmp_path, "language: en-US" + AUDIENCES)
    assert codes(reading) == []
    school, town = reading.lessons
    assert (school.audience, school.title.plain, school.duration) == ("school", "In class", 10.0)
    assert (town.audience, town.title.plain, town.duration) == ("town", "At night", 20.0)
    assert (len(school.objectives), len(town.objectives)) == (1, 2)
    assert [request.recipe for request in school.handouts] == ["worksheet"]
    assert [(request.recipe, request.paper, request.versions) for request in town.handouts][1] == (
        "fact-sheet",
        "a4",
        2,
    )
    assert [section.title.plain for section in town.sections] == ["All"]
    assert ([slide.id for slide in school.slides], [slide.id for slide in town.slides]) == (
        ["s1-1", "s2-1"],
        ["s1-1", "s1-2"],
    )
    assert (len(school.slides[0].body.items), len(town.slides[0].body.items)) == (2, 1)
    assert (school.print.card.headline.plain, town.print.card.headline.plain) == ("Class", "Night")
    assert (len(school.print.fact_sheet), len(town.print.fact_sheet)) == (1, 2)
    assert (len(school.print.letter), len(town.print.letter)) == (1, 0)
    assert (len(school.print.exit_ticket), len(town.print.exit_ticket)) == (1, 2)


def test_minutes_are_added_up_for_each_audience_by_itself(tmp_path):
    reading = read(tmp_path, "language: en-US" + AUDIENCES.replace("town: 20", "town: 12"))
    assert codes(reading) == ["HB218"]
    assert '"town"' in reading.diagnostics[0].message


def test_a_fault_that_both_audiences_have_is_told_once(tmp_path):
    assert codes(read(tmp_path, "audiences: [a, b]\nslides:\n  - {title: A, points: ['C [@d]']}\n")) == ["HB220"]


def test_an_audience_without_slides_is_reported(tmp_path):
    assert codes(read(tmp_path, "audiences: [a, b]\nslides:\n  - {title: A, points: [C], for: a}\n")) == ["HB215"]


def test_values_are_looked_up_in_their_order(tmp_path):
    text = "values: {a: own, b: own, c: own}\nslides:\n  - {title: T, points: [<<a>> <<b>> <<c>>]}\n"
    made = lesson(tmp_path, text, values={"a": "given"}, organisation={"a": "school", "b": "school"})
    assert made.slides[0].body.items[0].text.plain == "given school own"


def test_a_value_of_none_switches_the_thing_off(tmp_path):
    text = """
        contacts: [{id: a, name: A, call: <<x>>}, {id: b, name: B, call: 1, hours: <<x>>}]
        slides:
          - {title: T, points: [One, <<x>> two]}
          - {title: <<x>> is here, points: [One]}
          - {title: Help, help: all}
        """
    made = lesson(tmp_path, text, values={"x": "none"})
    assert [slide.title.plain for slide in made.slides] == ["T", "Help"]
    assert len(made.slides[0].body.items) == 1
    assert [contact.id for contact in made.contacts] == ["b"]
    assert made.contacts[0].hours is None


def test_a_later_contact_replaces_an_earlier_one_in_its_place(tmp_path):
    (tmp_path / "us.yaml").write_text(
        "region: US\ncontacts:\n  - {id: a, name: A, call: 911, seen_on: 2026-11-24}\n  - {id: b, name: B, url: https://b.org}\n"
    )
    made = lesson(tmp_path, "contacts: [us.yaml, {id: a, name: Ours, call: 12, local: true}]\n" + SLIDES)
    assert [(contact.id, contact.name.plain, contact.region) for contact in made.contacts] == [
        ("a", "Ours", ""),
        ("b", "B", "US"),
    ]
    assert made.contacts[0].local
    assert made.contacts[0].call.plain == "12"


def test_faults_of_a_contacts_file_stand_in_that_file(tmp_path):
    (tmp_path / "us.yaml").write_text(
        "contacts:\n  - {id: a, name: A, call: 1}\n  - {id: a, name: B}\n  - {id: c, name: *C, call: 1}\n"
    )
    reading = read(tmp_path, "contacts: us.yaml\n" + SLIDES)
    assert [(str(diagnostic.span), diagnostic.code) for diagnostic in reading.diagnostics] == [
        ("us.yaml:3:6", "HB224"),
        ("us.yaml:3:10", "HB223"),
        ("us.yaml:4:19", "HB114"),
    ]
    assert [path.name for path in reading.inputs] == ["lesson.yaml", "us.yaml"]


@pytest.mark.parametrize("way", ["chat", "url"])
def test_a_page_of_a_contact_that_is_no_address_is_an_error_at_its_place(tmp_path, way):
    reading = read(tmp_path, f"contacts: [{{id: a, name: A, {way}: 'https://[bad'}}]\n" + SLIDES)
    assert [(each.code, each.span.line) for each in reading.diagnostics] == [("HB272", 3)]


def test_fields_of_contacts_and_sources_are_kept(tmp_path):
    made = lesson(
        tmp_path,
        """
        contacts:
          - {id: a, name: A, text: 233733, tty: 711, languages: Many_here, emergency: true, checked_on: 2026-11-25, checked_by: Kim}
        sources: {tvpa: {title: Act, publisher: Congress, year: 2000, url: "https://a.b/c", kind: law, open_before_print: true}}
        reviewed: {checked_on: 2026-11-24, checked_by: Kim}
        slides:
          - {title: A, points: [B]}
        """,
    )
    contact, source = made.contacts[0], made.sources[0]
    assert (contact.text.plain, contact.languages.plain, contact.emergency, contact.checked_on) == (
        "233733",
        "Many_here",
        True,
        "2026-11-25",
    )
    assert (source.id, source.year, source.kind, source.open_before_print) == ("tvpa", "2000", "law", True)
    assert made.source("tvpa") is source
    assert (made.reviewed_on, made.reviewed_by) == ("2026-11-24", "Kim")


@pytest.mark.parametrize("line", ["points: [no, on, 0123, 2022, 12:30]"])
def test_points_are_texts_as_typed(tmp_path, line):
    body = lesson(tmp_path, f"slides:\n  - title: 2022\n    {line}\n").slides[0].body
    assert [item.text.plain for item in body.items] == ["no", "on", "0123", "2022", "12:30"]


def test_a_text_with_a_colon_is_shown_as_it_should_be(tmp_path):
    reading = read(
        tmp_path, "slides:\n  - title: A\n    points:\n      - Remember: ask first\n      - Ask:\n      - Fine\n"
    )
    assert codes(reading) == ["HB204", "HB204"]
    assert [diagnostic.hint for diagnostic in reading.diagnostics] == [
        'Write: - "Remember: ask first"',
        'Write: - "Ask:"',
    ]


def test_slides_and_sections_do_not_go_together(tmp_path):
    assert codes(read(tmp_path, "sections:\n  - {title: A, slides: [{title: B, points: [C]}]}\n" + SLIDES)) == ["HB215"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: {a: B}\nlanguage: en\n" + SLIDES, ["HB216"]),
        ("title: {}\nlanguage: en\n" + SLIDES, ["HB203"]),
        ("title: {a: B}\nlanguage: en\naudiences: [a, b]\n" + SLIDES, ["HB202"]),
        ("title: A\nlanguage: en\nslides: []\n", ["HB210"]),
        ("title: A\nlanguage: en\nslides: {title: A}\n", ["HB203"]),
        ("title: A\nlanguage: en\nslides:\n  - A\n", ["HB203"]),
        ("title: A\nlanguage: en\nsections:\n  - {title: B}\n", ["HB202"]),
        ("title: A\nlanguage: en\nslides:\n  - {title: A, quiz: [{ask: B, choices: [], answer: C}]}\n", ["HB210"]),
        ("title: A\nlanguage: en\nslides:\n  - {title: A, quiz: [{ask: B, choices: [C], answer: C}]}\n", ["HB253"]),
        ("title: A\nlanguage: en\nslides:\n  - {title: A, image: a.png}\n", ["HB203"]),
        ("title: A\nlanguage: en\nslides:\n  - {title: A, chart: [1]}\n", ["HB203"]),
        ("title: A\nlanguage: en\nslides:\n  - {title: A, points: [B, , C]}\n", ["HB122"]),
        ("- a\n- b\n", ["HB203"]),
        ("just words\n", ["HB203"]),
    ],
)
def test_one_fault_gives_one_message(tmp_path, text, expected):
    (tmp_path / "lesson.yaml").write_text(text)
    assert codes(read_lesson(tmp_path / "lesson.yaml", tmp_path)) == expected


def test_standards_may_be_for_some_audiences(tmp_path):
    reading = read(tmp_path, "audiences: [a, b]\nstandards: [S 1, {text: S 2, for: b}]\n" + SLIDES)
    assert [made.standards for made in reading.lessons] == [("S 1",), ("S 1", "S 2")]
