"""Contrast by the formula of WCAG 2.1."""

import pytest

from hornbook.theme.contrast import luminance, ratio


def test_black_on_white_is_twenty_one_to_one():
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#FFFFFF", "#000000") == pytest.approx(21)


def test_a_colour_on_itself_is_one_to_one():
    assert ratio("#14213D", "#14213D") == 1


@pytest.mark.parametrize(("grey", "expected"), [("#767676", 4.54), ("#595959", 7.0), ("#949494", 3.03)])
def test_known_greys_on_white(grey, expected):
    assert ratio(grey, "#FFFFFF") == pytest.approx(expected, abs=0.01)


def test_green_is_lighter_than_red_and_red_than_blue():
    assert luminance("#00FF00") > luminance("#FF0000") > luminance("#0000FF")
