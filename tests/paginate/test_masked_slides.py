"""Slides as learners get them in hand, before the answers."""

from hornbook.plan.document import Thumbnail
from hornbook.plan.masking import masked_box
from hornbook.plan.page import ShapeBox, Tag, TextBox
from hornbook.source.runs import Run
from hornbook.typeset.paragraphs import set_paragraphs
from hornbook.typeset.text import Paragraph, ParagraphStyle
from hornbook.units import Rect


def test_the_frame_around_what_is_right_is_left_out_where_the_answer_is():
    block = Thumbnail(1, "All of it", "With blanks", hidden=("answer",))
    frame = ShapeBox(Rect(0, 0, 100, 40), "rect", stroke="voice", stroke_width=4, comes_with="answer")
    plain = ShapeBox(Rect(0, 0, 100, 40), "rect", stroke="voice", stroke_width=4)
    assert (masked_box(frame, block).stroke, masked_box(plain, block).stroke) == ("", "voice")


def test_lines_in_place_of_an_answer_say_nothing_of_how_long_it_is():
    words = Paragraph(
        (Run("It is not so, and here is why that is: the river is older than the mill"),),
        ParagraphStyle("Arial", 12.0, "ink"),
    )
    lines = set_paragraphs((words,), 120.0).lines
    box = TextBox(Rect(0, 0, 120, 60), (words,), lines, (0.0, 0.0), (Tag(),), placeholder="answer")
    masked = masked_box(box, Thumbnail(1, "All of it", "With blanks", hidden=("answer",)))
    strokes = [fragment for line in masked.lines for fragment in line.fragments]
    assert len(strokes) == len(lines) > 2
    assert len({round(stroke.x + stroke.width, 3) for stroke in strokes}) == 1
