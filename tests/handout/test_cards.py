"""Cards of the built-in recipes, measured in the written file to a tenth of a millimetre."""

import pytest
from msgspec.structs import replace

from handout.lessons import text
from handout.sheets import NOTHING, RIVERS, WORDS, deck, planned, recipe_named, sheet, with_print, written_sheet
from hornbook.diagnostics import Severity
from hornbook.handout.document import make_document
from hornbook.lesson.model import Card, Scenario
from hornbook.lesson.variants import PLAIN, Variant
from hornbook.paginate.refusals import refusal
from hornbook.units import PAPERS
from paginate.documents import text_boxes
from support.drawn import strokes_drawn, words_drawn
from support.structure import assert_says_its_plan, pdf_words
from support.validators import pdf_problems

NAMES = ("wallet-cards", "vocabulary-cards", "scenario-cards", "exit-tickets")
INCH = 25.4
STOCK = {
    "letter": ([0.75 * INCH + 3.5 * INCH * each for each in range(3)], [(0.5 + 2 * each) * INCH for each in range(6)]),
    "a4": ([15, 100, 110, 195], [13.5 + 54 * each for each in range(6)]),
}
"""Left and right edges of the cards, and their top and bottom edges, in millimetres."""
TENTH = 0.1


def near(value, wanted):
    return abs(value - wanted) < TENTH


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("name", NAMES)
def test_the_file_passes_pdf_ua_and_says_its_plan(name, paper):
    assert pdf_problems(written_sheet(name, paper)) == []
    assert_says_its_plan(written_sheet(name, paper), sheet(name, paper))


@pytest.mark.parametrize("paper", ["letter", "a4", "legal"])
@pytest.mark.parametrize("name", NAMES[1:])
def test_words_keep_to_their_own_part_of_a_cut_sheet_and_away_from_its_edges(name, paper):
    for page in sheet(name, paper).pages:
        boxes = list(text_boxes(page))
        for index, box in enumerate(boxes):
            assert not any(box.rect.overlaps(other.rect, 0.5) for other in boxes[index + 1 :])
            assert box.rect.left >= 18
            assert box.rect.right <= page.size.width - 18
            assert box.rect.top >= 18
            assert box.rect.bottom <= page.size.height - 18
            middle = page.size.width / 2
            assert box.rect.right <= middle or box.rect.left >= middle


@pytest.mark.parametrize("page", [0, 1])
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_crop_marks_of_wallet_cards_stand_in_line_with_the_stock_and_on_no_card(paper, page):
    across, down = STOCK[paper]
    strokes = strokes_drawn(written_sheet("wallet-cards", paper), page)
    upright = {
        round((each.left + each.right) / 2, 2) for each in strokes if each.upright and each.bottom - each.top < 9
    }
    marks = [each for each in strokes if each.upright and (each.bottom < down[0] or each.top > down[-1])]
    level = [each for each in strokes if each.level and (each.right < across[0] or each.left > across[-1])]
    assert len(marks) == 2 * len(across)
    assert len(level) == 2 * len(down)
    assert all(any(near(at, edge) for at in upright) for edge in across)
    assert all(any(near((each.top + each.bottom) / 2, edge) for each in level) for edge in down)
    inside = [each for each in strokes if each.upright and each.bottom > down[0] and each.top < down[-1]]
    assert [each for each in inside if any(near(each.left, edge) for edge in across)] == []


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_words_of_every_wallet_card_stand_at_the_same_place_of_their_card(paper):
    across, down = STOCK[paper]
    lefts = [across[0], across[-2]]
    for page, word in ((0, "Good to have"), (1, "1-800-555-0100")):
        found = [each for each in words_drawn(written_sheet("wallet-cards", paper), page) if each.text == word]
        assert len(found) == 10
        column = {round(min(each.left - left for left in lefts if each.left >= left), 2) for each in found}
        rows = sorted({round(each.baseline, 2) for each in found})
        assert max(column) - min(column) < TENTH
        assert len(rows) == 5
        offsets = [row - top for row, top in zip(rows, down, strict=False)]
        assert max(offsets) - min(offsets) < TENTH


def test_every_wallet_card_has_its_words_inside_the_card():
    across, down = STOCK["letter"]
    for page in sheet("wallet-cards").pages:
        for box in text_boxes(page):
            top, bottom = box.rect.top / 72 * INCH, box.rect.bottom / 72 * INCH
            if bottom <= down[0] or top >= down[-1]:
                continue  # in the margin, which is cut off
            row = int((top - down[0]) // (2 * INCH))
            assert bottom <= down[row + 1]
            left, right = box.rect.left / 72 * INCH, box.rect.right / 72 * INCH
            assert right <= across[1] or left >= across[1]


def test_only_the_first_of_equal_cards_is_read():
    words = [word for _, word in pdf_words(written_sheet("wallet-cards"))]
    assert words.count("1-800-555-0100") == 1
    assert words.count("have") == 1
    tickets = [word for _, word in pdf_words(written_sheet("exit-tickets"))]
    assert tickets.count("Exit") == 1


def test_the_outside_of_a_wallet_card_says_nothing_but_its_cover():
    front = sheet("wallet-cards").pages[0]
    said = {box.paragraphs[0].plain for box in text_boxes(front) if box.rect.top >= 36 and box.rect.bottom <= 756}
    assert said == {"Good to\u00a0have"}


def test_a_lesson_without_a_cover_gets_cards_with_the_mark_alone():
    pages, diagnostics = planned("wallet-cards", lesson=with_print(card=None))
    assert diagnostics == ()
    front = pages.pages[0]
    assert [box for box in text_boxes(front) if box.rect.top >= 36 and box.rect.bottom <= 756] == []
    assert any("Where to get" in box.paragraphs[0].plain for box in text_boxes(pages.pages[1]))


def test_wallet_cards_refuse_a_paper_that_has_no_stock():
    document, _ = make_document(RIVERS, recipe_named("wallet-cards"), deck())
    refused = refusal(document, PAPERS["legal"], PLAIN, named=True)
    assert (refused.code, refused.severity) == ("HB335", Severity.ERROR)
    assert "Letter" in refused.message
    assert refusal(document, PAPERS["legal"], PLAIN, named=False).severity is Severity.NOTE
    assert refusal(document, PAPERS["legal"], Variant(18), named=True) is None
    assert refusal(document, PAPERS["a4"], PLAIN, named=True) is None


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("wallet-cards", "cut into cards"),
        ("tear-off-poster", "hangs on a wall"),
        ("brochure", "folded in three"),
        ("slides-4up", "fills whole sheets"),
    ],
)
def test_what_is_cut_or_folded_cannot_be_a_booklet_and_says_why(name, why):
    document, _ = make_document(RIVERS, recipe_named(name), deck())
    refused = refusal(document, PAPERS["letter"], Variant(booklet=True), named=True)
    assert refused.code == "HB336"
    assert why in refused.message


def test_a_worksheet_may_be_a_booklet():
    document, _ = make_document(RIVERS, recipe_named("worksheet"), deck())
    assert refusal(document, PAPERS["letter"], Variant(booklet=True), named=True) is None


@pytest.mark.parametrize(
    ("name", "lesson"),
    [
        ("wallet-cards", replace(RIVERS, contacts=())),
        ("vocabulary-cards", replace(RIVERS, vocabulary=())),
        ("exit-tickets", replace(RIVERS, print=NOTHING)),
    ],
)
def test_a_lesson_without_words_for_them_is_told_so(name, lesson):
    _, diagnostics = planned(name, lesson=lesson)
    assert [each.code for each in diagnostics] == ["HB429"]


def test_a_headline_too_long_for_a_card_is_reported_not_cut():
    card = Card(None, text("Words and words " * 40), ())
    _, diagnostics = planned("wallet-cards", lesson=with_print(card=card))
    assert [each.code for each in diagnostics] == ["HB331"]


def test_numbers_of_a_wallet_card_are_the_largest_words_on_it():
    sizes = {
        box.paragraphs[0].plain: box.paragraphs[0].style.size for box in text_boxes(sheet("wallet-cards").pages[1])
    }
    assert sizes["1-800-555-0100"] == max(sizes.values())
    assert sizes["1-800-555-0100"] >= 20


@pytest.mark.parametrize("name", ["vocabulary-cards", "scenario-cards", "exit-tickets"])
def test_whom_to_call_on_a_piece_is_as_large_as_at_the_foot_of_a_page(name):
    pages = sheet(name).pages
    lines = [line for page in pages for box in text_boxes(page) for line in box.lines]
    called = [line for line in lines if any("1-800-555-0100" in part.text for part in line.fragments)]
    assert called
    assert {part.size for line in called for part in line.fragments} == {11.0}


@pytest.mark.parametrize("short", ["Aide\u00a0: 1-800-555-0100", "Aide：1-800-555-0100", "Aide: 1-800-555-0100"])
def test_what_stands_before_a_number_ends_before_its_colon_and_the_space_of_it(short):
    contact = replace(RIVERS.contacts[0], short=text(short), hours=None)
    pages, _ = planned("wallet-cards", lesson=replace(RIVERS, contacts=(contact, *RIVERS.contacts[1:])))
    assert "Aide" in {box.paragraphs[0].plain for box in text_boxes(pages.pages[1])}


def cells(paper):
    """Left edges of the two columns and the tops of the four rows, in millimetres."""
    width, height = {"letter": (8.5 * INCH, 11 * INCH), "a4": (210, 297)}[paper]
    return width / 2, height / 4


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("duplex", ["DuplexFlipLongEdge", "DuplexFlipShortEdge"])
def test_each_meaning_lies_behind_its_term(paper, duplex):
    """A term's card, turned with its sheet over that edge, covers the card of its meaning."""
    data = written_sheet("vocabulary-cards", paper, duplex)
    across, down = cells(paper)
    for first, count in ((0, 8), (2, 2)):
        terms = {each.text: each for each in words_drawn(data, first) if each.text in WORDS}
        assert len(terms) == count
        means = {each.text.split()[1]: each for each in words_drawn(data, first + 1) if each.text.startswith("What")}
        for word, term in terms.items():
            column, row = term.left // across, term.baseline // down
            behind = means[word]
            if duplex == "DuplexFlipLongEdge":
                assert (behind.left // across, behind.baseline // down) == (1 - column, row)
                assert near(behind.left - (1 - column) * across, term.left - column * across)
            else:
                right = behind.left  # the words are upside down: they run from right to left
                assert ((right - 0.01) // across, behind.baseline // down) == (column, 3 - row)
                assert near((column + 1) * across - right, term.left - column * across)


def test_a_vocabulary_card_is_read_with_its_meaning():
    words = pdf_words(written_sheet("vocabulary-cards"))
    said = " ".join(word for role, word in words if role != "H1")
    help_ = "Flood: 1-800-555-0100 Emergency: 911"
    assert said.startswith(f"source What source means {help_} mouth What mouth means {help_} bed")
    assert [role for role, _ in words if role.startswith("H")][:5] == ["H1"] * 5


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize(
    ("name", "columns", "rows"), [("exit-tickets", 2, 2), ("scenario-cards", 2, 2), ("vocabulary-cards", 2, 4)]
)
def test_cut_lines_part_the_sheet_in_equal_cards(name, columns, rows, paper):
    width, height = {"letter": (215.9, 279.4), "a4": (210.0, 297.0)}[paper]
    strokes = strokes_drawn(written_sheet(name, paper), 0)
    upright = [(each.left + each.right) / 2 for each in strokes if each.upright and each.bottom - each.top > 200]
    level = {round((each.top + each.bottom) / 2, 2) for each in strokes if each.level and each.right - each.left > 80}
    assert all(any(near(at, width * step / columns) for at in upright) for step in range(1, columns))
    assert all(any(near(at, height * step / rows) for at in level) for step in range(1, rows))


def test_a_story_too_long_for_a_quarter_gets_a_larger_card():
    story = Scenario((text("A farmer finds the field under water. " * 40),), (text("What now?"),), ())
    sections = tuple(
        replace(
            section,
            slides=tuple(replace(slide, body=story) if slide.id == "s2-2" else slide for slide in section.slides),
        )
        for section in RIVERS.sections
    )
    pages, diagnostics = planned("scenario-cards", lesson=replace(RIVERS, sections=sections))
    assert diagnostics == ()
    told = [box for box in text_boxes(pages.pages[0]) if "farmer" in box.paragraphs[0].plain]
    assert all(box.rect.width > 500 for box in told)


def test_whom_to_call_stands_at_the_foot_of_every_card():
    boxes = list(text_boxes(sheet("scenario-cards").pages[0]))
    for foot in (box for box in boxes if box.paragraphs[0].plain.startswith("Scenario cards")):
        above = [box for box in boxes if box.rect.left == foot.rect.left and box.rect.bottom <= foot.rect.top]
        nearest = max(above, key=lambda box: box.rect.bottom)
        assert "555" in nearest.paragraphs[0].plain
        assert foot.rect.top - nearest.rect.bottom < 12
    page = sheet("exit-tickets").pages[0]
    called = [box.rect.bottom for box in text_boxes(page) if "555" in box.paragraphs[0].plain]
    assert page.size.height / 2 - min(called) < 32
