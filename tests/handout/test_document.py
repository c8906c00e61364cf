from pathlib import Path

import pytest
from msgspec.structs import replace

from compose.lessons import draw_png, picture
from handout.lessons import LESSON, QUIZ, SPAN, contact, items, lesson_of, slide, text, texts
from hornbook.compose.deck import compose
from hornbook.diagnostics import SourceFile
from hornbook.handout.document import make_document
from hornbook.handout.recipe import read_recipe
from hornbook.lesson.model import Activity, Chart, Define, Discuss, Points, Print, Scenario, Statement, Steps
from hornbook.plan.deck import Deck, Reveal, SlidePlan
from hornbook.plan.document import (
    AnswerLines,
    Card,
    ChartFigure,
    ColumnFlow,
    Figure,
    FillFields,
    Heading,
    HelpBox,
    Keep,
    ListBlock,
    Part,
    Side,
    TableBlock,
    Thumbnail,
    Words,
)
from hornbook.plan.page import Tag, TextBox
from hornbook.plan.sheets import Ruled
from hornbook.source.runs import Run
from hornbook.typeset.text import Paragraph, ParagraphStyle
from hornbook.units import Rect
from paginate.documents import theme

STYLE = ParagraphStyle("Arial", 20.0)
BUILT_IN = Path(__file__).parents[2] / "handouts"


def find(name):
    path = BUILT_IN / f"{name}.yaml"
    return SourceFile(f"handouts/{name}.yaml", path.read_text(encoding="utf-8")) if path.exists() else None


def made(name, lesson=LESSON):
    recipe, _ = read_recipe(find(name), find)
    return make_document(lesson, recipe, None)


def document(name, lesson=LESSON):
    found, diagnostics = made(name, lesson)
    assert diagnostics == ()
    return found


def everything(blocks):
    """All blocks, those inside others too."""
    for block in blocks:
        yield block
        match block:
            case Keep(blocks=inner) | Part(blocks=inner) | Card(blocks=inner) | ColumnFlow(blocks=inner):
                yield from everything(inner)
            case Side(left=left, right=right):
                yield from everything(left)
                yield from everything(right)
            case _:
                pass


def plain(runs):
    return "".join(run.text for run in runs)


def headings(found):
    return [plain(block.runs) for block in everything(found.blocks) if isinstance(block, Heading)]


def test_the_head_says_what_this_is_and_for_whom():
    head = document("guided-notes").head
    assert (plain(head.title), head.kicker, head.audience) == (
        "Rivers and what they carry",
        "Guided notes",
        "for students",
    )


def test_a_handout_for_learners_says_the_level_of_the_lesson():
    lesson = replace(LESSON, level=text("Grades 9-12"))
    assert document("guided-notes", lesson).head.audience == "Grades 9-12"
    assert document("guided-notes-key", lesson).head.audience == "for teachers and facilitators"


def test_guided_notes_leave_out_key_words_and_the_key_has_the_same_blocks():
    notes, key = document("guided-notes"), document("guided-notes-key")
    assert [block for block in notes.blocks if not isinstance(block, FillFields)] == [
        block for block in key.blocks if not isinstance(block, FillFields)
    ]
    assert (notes.answers, key.answers) == (False, True)
    blanks = [
        run.text
        for block in everything(notes.blocks)
        if isinstance(block, ListBlock)
        for item in block.items
        for run in item.runs
        if run.write_in
    ]
    assert blanks[:3] == ["spring", "glacier", "flows"]


def test_sections_are_named_once_where_they_begin():
    found = headings(document("guided-notes"))
    assert found.count("How rivers work") == found.count("Rivers and us") == 1
    assert found.index("How rivers work") < found.index("Rivers begin small") < found.index("Rivers and us")


def test_a_lesson_without_sections_has_no_section_headings():
    lesson = lesson_of(slide("s1-1", "One", Points(items("A"))))
    assert headings(document("guided-notes", lesson)) == ["One"]


def test_slides_that_stay_out_of_handouts_or_are_hidden_are_left_out():
    shown = slide("s1-1", "Shown", Points(items("A")))
    lesson = lesson_of(
        shown,
        replace(shown, id="s1-2", title=text("Deck only"), in_handouts=False),
        replace(shown, id="s1-3", title=text("Hidden"), hidden=True),
    )
    assert headings(document("guided-notes", lesson)) == ["Shown"]


def test_the_worksheet_asks_each_question_and_the_key_answers_it():
    found = document("worksheet")
    asked = [
        item for block in everything(found.blocks) if isinstance(block, ListBlock) for item in block.items if item.lines
    ]
    assert [plain(item.runs) for item in asked] == ["What happened?", "Whom would you ask?", "Who owns a river?"]
    assert [plain(item.answer) for item in asked] == ["The river rose.", "The water board.", ""]
    assert document("worksheet-key").blocks[1:] == found.blocks[1:]


def test_an_activity_has_its_steps_to_tick_and_its_minutes():
    found = document("worksheet")
    (first,) = [
        block for block in everything(found.blocks) if isinstance(block, Heading) and plain(block.runs) == "Map a river"
    ]
    assert first.aside == "Activity · 10 minutes · pairs"
    assert any(isinstance(block, ListBlock) and block.mark == "check" for block in everything(found.blocks))


def test_the_fact_sheet_numbers_its_own_sources_by_first_use():
    found = document("fact-sheet")
    listed = [block for block in everything(found.blocks) if isinstance(block, ListBlock) and block.style == "source"]
    assert [plain(item.runs) for block in listed for item in block.items] == ["An Atlas of Rivers. A Press, 2020."]
    (first,) = [
        block for block in everything(found.blocks) if isinstance(block, Words) and "runs in a bed" in plain(block.runs)
    ]
    assert [(run.text, run.script) for run in first.runs] == [
        ("A river is water that runs in a bed.", ""),
        ("1", "super"),
    ]
    assert any(isinstance(block, ChartFigure) for block in everything(found.blocks))
    assert (found.page_limit, found.duplex, found.sheet_sides) == (2, "DuplexFlipLongEdge", True)


@pytest.mark.parametrize(
    ("title", "listed"),
    [
        ("Where do rivers end?", "Where do rivers end? A Press, 2020."),
        ("What is a “river?”", "What is a “river?” A Press, 2020."),
        ("Rivers and so on.", "Rivers and so on. A Press, 2020."),
    ],
)
def test_a_source_whose_title_ends_a_sentence_gets_no_second_full_stop(title: str, listed: str):
    asked = replace(LESSON, sources=(replace(LESSON.sources[0], title=title),))
    found = document("fact-sheet", asked)
    (sources,) = [b for b in everything(found.blocks) if isinstance(b, ListBlock) and b.style == "source"]
    assert [plain(item.runs) for item in sources.items] == [listed]


def test_a_fact_sheet_without_words_of_its_own_has_statements_vocabulary_and_charts():
    found = document("fact-sheet", replace(LESSON, print=Print()))
    blocks = list(everything(found.blocks))
    assert any(isinstance(block, Words) and "never stands still" in plain(block.runs) for block in blocks)
    assert any(isinstance(block, Words) and plain(block.runs).startswith("source: ") for block in blocks)
    assert any(isinstance(block, ChartFigure) for block in blocks)


def test_citations_leave_no_trace_where_no_sources_are_listed():
    lesson = lesson_of(slide("s1-1", "One", Points(items("It is ==old== [@atlas]"))))
    runs = [
        item.runs
        for block in everything(document("guided-notes", lesson).blocks)
        if isinstance(block, ListBlock)
        for item in block.items
    ]
    assert [plain(each) for each in runs] == ["It is old"]


def test_the_facilitator_guide_has_agenda_script_disclosure_and_the_other_task():
    found = document("facilitator-guide")
    names = headings(found)
    wanted = [
        "What we will do",
        "Materials",
        "Another task: Read a map",
        "If someone tells you something",
        "Where to get help",
    ]
    before_the_script = names[: names.index("How rivers work")]
    assert [name for name in before_the_script if name in wanted] == wanted
    (agenda,) = [block for block in everything(found.blocks) if isinstance(block, TableBlock)]
    assert [[plain(cell) for cell in row] for row in agenda.rows] == [
        ["0:00", "How rivers work", "14"],
        ["0:14", "Rivers and us", "22"],
        ["0:36", "Closing", ""],
    ]
    cues = [
        plain(block.runs) for block in everything(found.blocks) if isinstance(block, Words) and block.style == "cued"
    ]
    assert cues == ["Say\tRivers are old.", "Ask\tWhere is ours?"]


def test_the_quiz_marks_the_right_choices_for_the_key():
    lists = [
        block
        for block in everything(document("quiz").blocks)
        if isinstance(block, ListBlock) and block.mark == "answer"
    ]
    assert [[(plain(item.runs), item.right) for item in block.items] for block in lists] == [
        [("In a lake or the sea", True), ("In a cloud", False)],
        [("True", False), ("False", True)],
    ]


def test_in_a_matching_question_no_pair_stands_side_by_side_and_the_letters_lead_to_it():
    lesson = lesson_of(slide("s1-1", "Check", QUIZ))
    (pairs,) = [block for block in everything(document("quiz", lesson).blocks) if isinstance(block, Side)]
    left, right = pairs.left[0].items, pairs.right[0].items
    assert [plain(item.runs[1:]).strip() for item in left] == ["source", "mouth"]
    by_letter = {chr(65 + place): plain(item.runs) for place, item in enumerate(right)}
    assert [by_letter[item.runs[0].text] for item in left] == ["where it begins", "where it ends"]
    assert [plain(item.runs) for item in right] == ["where it ends", "where it begins"]


def test_the_foot_holds_the_help_line_and_room_for_who_checked_it():
    line = document("guided-notes").help_line
    assert plain(line) == "Water board: 555-0100 · Emergency: 911\nChecked by  on "
    assert [run.write_in for run in line].count(True) == 2


def test_a_date_is_printed_once_every_contact_of_the_line_was_checked():
    checked = tuple(replace(each, checked_on="2026-02-03", checked_by="R. Lee") for each in LESSON.contacts)
    assert plain(document("guided-notes", replace(LESSON, contacts=checked)).help_line).endswith(
        "Checked by R. Lee on 2026-02-03"
    )
    half = (checked[0], LESSON.contacts[1])
    assert "2026" not in plain(document("guided-notes", replace(LESSON, contacts=half)).help_line)


def test_a_lesson_without_contacts_has_no_help():
    found = document("fact-sheet", replace(LESSON, contacts=()))
    assert found.help_line == ()
    assert not any(isinstance(block, HelpBox) for block in everything(found.blocks))


def test_the_help_box_has_a_cell_for_each_contact():
    lesson = replace(LESSON, contacts=(*LESSON.contacts, contact("third", "Library", "555-0199")))
    (box,) = [block for block in everything(document("fact-sheet", lesson).blocks) if isinstance(block, HelpBox)]
    assert [plain(cell.name) for cell in box.cells] == ["Water board", "Emergency", "Library"]
    assert all(cell.lines[0].large for cell in box.cells)


def test_a_handout_that_the_lesson_has_nothing_for_is_said():
    lesson = lesson_of(slide("s1-1", "One", Statement(text("One"))))
    found, diagnostics = made("slides-3up", lesson)
    assert found.blocks == ()
    assert [(each.code, each.span) for each in diagnostics] == [("HB429", SPAN)]


def test_no_built_in_recipe_speaks_about_a_subject():
    """Words that a reader sees come from the lesson or from the fixed words: no text block stands in a built-in recipe."""
    for path in BUILT_IN.glob("*.yaml"):
        recipe, _ = read_recipe(find(path.stem), find)
        assert not [use for use in recipe.uses if getattr(use, "name", "") in ("text", "heading")]


def test_statements_and_texts_need_no_lines_where_words_are_shown():
    lesson = lesson_of(slide("s1-1", "One", Statement(text("One"))))
    lines = [block for block in everything(document("guided-notes", lesson).blocks) if isinstance(block, AnswerLines)]
    assert [each.count for each in lines if not each.fill] == [3]
    assert any(isinstance(block, FillFields) for block in document("guided-notes", lesson).blocks)
    assert texts("a")[0].plain == "a"


@pytest.mark.parametrize(
    ("room", "left"),
    [("lines", [(3, True)]), ("drawing", [(5, False)]), ("none", [])],
    ids=["lines", "drawing", "none"],
)
def test_a_worksheet_leaves_the_room_that_an_activity_asks_for(room, left):
    lesson = lesson_of(slide("s1-1", "One", Activity(5.0, "", (), items("Draw"), room), minutes=5))
    lines = [block for block in everything(document("worksheet", lesson).blocks) if isinstance(block, AnswerLines)]
    assert [(each.count, each.ruled) for each in lines if not each.fill] == left


def test_many_key_words_in_a_row_become_several_blanks():
    lesson = lesson_of(slide("s1-1", "One", Points(items("It is ==a very long answer that no column would hold==."))))
    (item,) = [
        item
        for block in everything(document("guided-notes", lesson).blocks)
        if isinstance(block, ListBlock)
        for item in block.items
    ]
    blanks = [run.text for run in item.runs if run.write_in]
    assert " ".join(blanks) == "a very long answer that no column would hold"
    assert all(len(blank) <= 24 for blank in blanks)


def test_answers_that_are_not_as_many_as_the_questions_stand_under_the_last_one():
    story = Scenario(texts("A story."), texts("What?", "Why?"), texts("One answer."))
    found = document("worksheet", lesson_of(slide("s1-1", "One", story)))
    asked = [item for block in everything(found.blocks) if isinstance(block, ListBlock) for item in block.items]
    assert [plain(item.answer) for item in asked] == ["", "One answer."]


def plan_of(kind, lesson_slide, *keys, revealed=()):
    """A slide of a deck whose placeholders hold their own names as words."""
    boxes = tuple(
        TextBox(Rect(0, 0, 100, 20), (Paragraph((Run(key),), STYLE),), (), (0, 0), (Tag(0),), placeholder=key)
        for key in keys
    )
    reveals = tuple(Reveal(key, -1, -1) for key in revealed)
    return SlidePlan(1, "Any", "A title", kind, boxes, (), (), 0, lesson_slide.id, reveals=reveals)


def thumbnails(name, lesson, plan):
    deck = Deck("D", "", "en-US", (), "", (), theme(), (plan,), ())
    recipe, _ = read_recipe(find(name), find)
    found, _ = make_document(lesson, recipe, deck)
    return [block for block in everything(found.blocks) if isinstance(block, Thumbnail)]


def test_learners_do_not_get_the_answers_of_a_quiz_before_the_questions():
    asked = slide("s1-1", "Check", QUIZ)
    plan = plan_of("quiz", asked, "ask", "answer", revealed=("answer",))
    (shown,) = thumbnails("slides-3up", lesson_of(asked), plan)
    assert (shown.hidden, shown.masked_alt) == (("answer",), "A title. ask. blank.")
    (told,) = thumbnails("facilitator-guide", lesson_of(asked), plan)
    assert (told.hidden, told.masked_alt, told.alt) == ((), "", "A title. ask. answer.")


def test_steps_that_are_to_be_written_down_are_not_on_the_picture_beside_the_lines():
    process = slide("s1-1", "How", Steps(items("One", "Two")))
    plan = plan_of("steps", process, "step1", "step2", "source")
    (shown,) = thumbnails("guided-notes", lesson_of(process), plan)
    assert shown.hidden == ("step1", "step2")
    assert shown.masked_alt == "A title. blank. blank. source."


def test_words_to_define_have_lines_and_no_picture_that_tells():
    term = LESSON.vocabulary[0]
    words = slide("s1-1", "Words", Define((term,)))
    lesson = lesson_of(words)
    assert thumbnails("guided-notes", lesson, plan_of("define", words, "term1", "meaning1")) == []
    (row,) = [
        item
        for block in everything(document("guided-notes", lesson).blocks)
        if isinstance(block, ListBlock)
        for item in block.items
    ]
    assert (row.label, row.lines, plain(row.answer)) == (term.word.plain, 2, term.meaning.plain)


def test_a_chart_is_drawn_for_paper_in_guided_notes():
    (first,) = [each for each in LESSON.slides if isinstance(each.body, Chart)][:1]
    blocks = everything(document("guided-notes", lesson_of(first)).blocks)
    assert [block.chart for block in blocks if isinstance(block, ChartFigure)] == [first.body]


def test_only_a_class_is_asked_for_its_class():
    def labels(audience):
        found = document("worksheet", replace(LESSON, audience=audience))
        return [field.label for block in found.blocks if isinstance(block, FillFields) for field in block.fields]

    assert labels("classroom") == ["Name", "Date", "Class"]
    assert labels("community") == ["Name", "Date"]


@pytest.mark.parametrize("recipe", ["fact-sheet", "worksheet", "facilitator-guide"])
def test_who_checked_the_numbers_is_asked_once_at_the_foot(recipe):
    found = document(recipe)
    assert plain(found.help_line).endswith("\nChecked by  on ")
    assert str(everything(found.blocks)).count("Checked by") == 0


def test_a_date_stands_under_a_box_only_once_everybody_in_it_was_checked():
    checked = tuple(replace(each, checked_on="2026-02-03", checked_by="R. Lee") for each in LESSON.contacts)
    more = replace(checked[0], id="more", short=None, checked_on="", checked_by="")
    half = replace(LESSON, contacts=(*checked, more))
    assert "2026-02-03" in plain(document("fact-sheet", replace(LESSON, contacts=checked)).help_line)
    assert "2026-02-03" not in plain(document("fact-sheet", half).help_line)
    assert "2026-02-03" in plain(document("worksheet", half).help_line)


def test_the_blocks_of_a_slide_remember_where_it_stands():
    at = replace(SPAN, line=12, column=5)
    lesson = lesson_of(replace(slide("s1-1", "One", Points(items("A"))), span=at))
    assert [block.span for block in document("guided-notes", lesson).blocks if isinstance(block, Part)] == [at]


@pytest.mark.parametrize("name", ["guided-notes-key", "worksheet-key", "quiz-key"])
def test_nobody_writes_a_name_on_a_key(name):
    (row,) = [block for block in everything(document(name).blocks) if isinstance(block, FillFields)]
    assert [field.ruled for field in row.fields] == [False]


def test_a_ticket_asks_for_a_name_in_a_class_only():
    def labels(audience):
        lesson = replace(LESSON, audience=audience, print=replace(LESSON.print, exit_ticket=QUIZ.questions[:1]))
        (sheet,) = document("exit-tickets", lesson).sheets
        return [part.label for part in sheet.cards[0].front.parts if isinstance(part, Ruled)]

    assert labels("classroom") == ["Name"]
    assert labels("community") == []


def test_the_guide_has_the_script_of_slides_that_only_the_deck_shows():
    shown = slide("s1-1", "Shown", Points(items("A")))
    lesson = lesson_of(
        shown,
        replace(shown, id="s1-2", title=text("Deck only"), in_handouts=False),
        replace(shown, id="s1-3", title=text("Hidden"), hidden=True),
    )
    found = headings(document("facilitator-guide", lesson))
    assert "Deck only" in found
    assert "Hidden" not in found


def test_a_task_shows_the_picture_of_its_slide_beside_its_words(tmp_path):
    drawn = picture(draw_png(tmp_path / "glass.png", 400, 300))
    lesson = lesson_of(
        replace(slide("s1-1", "A story", Scenario(texts("It rains."), texts("Why?"), ())), picture=drawn),
        replace(slide("s1-2", "Talk", Discuss(texts("Where to?"))), picture=replace(drawn, alt="", decorative=True)),
    )
    found, _ = compose(lesson, theme())
    recipe, _ = read_recipe(find("worksheet"), find)
    sheet, _ = make_document(lesson, recipe, found)
    figures = [block for block in everything(sheet.blocks) if isinstance(block, Figure)]
    assert [(each.alt, plain(each.caption)) for each in figures] == [("A glass of water", "Own drawing")]


def test_a_lesson_may_say_what_its_sheets_ask_for():
    def labels(*asked, **changes):
        lesson = replace(LESSON, print=replace(LESSON.print, fields=texts(*asked)), **changes)
        found = document("worksheet", lesson)
        return [field.label for block in found.blocks if isinstance(block, FillFields) for field in block.fields]

    assert labels("Name", "Table") == ["Name", "Table"]
    assert labels("Name", audience="community") == ["Name"]
    assert labels() == []


def test_the_guide_names_the_standards_below_the_objectives():
    found = document("facilitator-guide", replace(LESSON, standards=("NGSS MS-ESS2-4", "NHES 1")))
    lines = [plain(block.runs) for block in everything(found.blocks) if isinstance(block, Words)]
    assert "Standards: NGSS MS-ESS2-4; NHES 1" in lines
    assert not any(
        plain(block.runs).startswith("Standards")
        for block in everything(document("facilitator-guide").blocks)
        if isinstance(block, Words)
    )
