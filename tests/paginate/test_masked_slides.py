"""Slides as learners get them in hand, before the answers."""

from hornbook.plan.document import Thumbnail
from hornbook.plan.masking import masked_box
from hornbook.plan.page import ShapeBox
from hornbook.units import Rect


def test_the_frame_around_what_is_right_is_left_out_where_the_answer_is():
    block = Thumbnail(1, "All of it", "With blanks", hidden=("answer",))
    frame = ShapeBox(Rect(0, 0, 100, 40), "rect", stroke="voice", stroke_width=4, comes_with="answer")
    plain = ShapeBox(Rect(0, 0, 100, 40), "rect", stroke="voice", stroke_width=4)
    assert (masked_box(frame, block).stroke, masked_box(plain, block).stroke) == ("", "voice")
