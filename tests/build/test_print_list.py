"""The list of what was made: it is made last, whatever its place, and lists the lesson's sheets where it is made alone."""

from handout.sheets import sheet
from hornbook.build.editions import plan_edition
from hornbook.build.gather import gather
from hornbook.build.options import Options
from hornbook.build.workspace import find_lesson
from hornbook.handout.kit import finish_in
from hornbook.lesson.variants import PLAIN, Variant
from hornbook.plan.document import TableBlock
from paginate.documents import words_on
from support.building import LESSON, workspace

KIT = LESSON.replace(
    "handouts: [guided-notes]", "handouts: [print-list, guided-notes, {recipe: quiz, versions: 2}]"
) + ("  - {title: Check, quiz: [{ask: Rain is dry., answer: false}]}\n")


def listed(folder, **options):
    place = find_lesson("rain", workspace(folder, KIT))
    (edition,) = gather(place, Options(**options), folder).editions
    plans, _ = plan_edition(edition)
    (made,) = [each for each in plans if each.recipe == "print-list"]
    return " ".join(words_on(made.plan)).replace("\u00a0", " ").replace("\u200b", ""), [each.recipe for each in plans]


def test_each_sheet_of_the_build_has_a_row_with_its_versions(tmp_path):
    said, recipes = listed(tmp_path)
    assert recipes[-1] == "print-list"
    assert "Guided notes guided-notes.pdf 1 One 1 for each person" in said
    assert "Paper: Letter." in said
    assert "Quiz · Version A quiz-a.pdf" in said
    assert "Quiz · Version B quiz-b.pdf" in said
    assert "print-list.pdf" not in said


def test_made_alone_it_lists_what_the_lesson_asks_for_and_makes_none_of_it(tmp_path):
    said, recipes = listed(tmp_path, only=("print-list",))
    assert recipes == ["print-list"]
    assert "guided-notes.pdf" in said


def test_the_paper_is_said_once_where_all_is_printed_on_it(tmp_path):
    said, _ = listed(tmp_path, paper="a4")
    assert "Paper: A4." in said
    assert "guided-notes-a4.pdf 1" in said


def test_what_is_not_done_with_large_print_is_not_asked_for():
    cards = sheet("vocabulary-cards")
    assert finish_in(Variant(18), "fold_three", cards) == ""
    assert finish_in(Variant(18), "cut_marks", cards) == "cut_dashes"
    assert finish_in(PLAIN, "fold_three", cards) == "fold_three"


def test_no_dashes_are_to_be_cut_along_where_none_are_printed():
    assert finish_in(PLAIN, "cut_dashes", sheet("vocabulary-cards")) == "cut_dashes"
    assert finish_in(PLAIN, "cut_dashes", sheet("quiz")) == ""


def test_it_is_a_table_with_a_header():
    from msgspec.structs import replace

    from handout.sheets import RIVERS, recipe_named
    from hornbook.handout.document import make_document
    from hornbook.handout.kit import KitSheet

    sheets = (
        KitSheet("a.pdf", "A", "letter", 3, "DuplexFlipLongEdge", "one_each", ""),
        KitSheet("b.pdf", "B", "24x36", 1, "", "Forty", "Roll it up"),
    )
    document, _ = make_document(replace(RIVERS, contacts=()), recipe_named("print-list"), None, 0, sheets)
    (table,) = [block for block in document.blocks if isinstance(block, TableBlock)]
    rows = ["|".join("".join(run.text for run in cell).replace("\u200b", "") for cell in row) for row in table.rows]
    assert len(table.header) == 6
    assert rows == [
        "A\na.pdf|Letter|3|Both,\u00a0long edge|1 for each person|Staple at the top left",
        "B\nb.pdf|24x36|1|One|Forty|Roll it up",
    ]
    assert len(document.blocks) == 2
