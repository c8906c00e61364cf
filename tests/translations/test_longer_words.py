"""Every text 40 % longer (the pseudo-locale): each shipped lesson still fits, in every theme and recipe."""

from itertools import product
from pathlib import Path

import pytest

from hornbook.build.editions import plan_edition
from hornbook.build.gather import gather
from hornbook.build.options import Options
from hornbook.build.workspace import built_in, find_lesson
from hornbook.diagnostics import Severity
from hornbook.plan.page import Pages
from languages.test_setting import text_boxes
from support.counts import LONG
from support.shipped import LESSONS
from support.themes import THEMES

RECIPES = tuple(sorted(path.stem for path in built_in().glob("handouts/*.yaml")))
SAMPLE = tuple(
    (lesson, THEMES[(place * 2 + 1) % len(THEMES)], RECIPES[place :: len(LESSONS)])
    for place, lesson in enumerate(LESSONS)
)
"""Each lesson in a theme of its own, with its share of the recipes."""
FULLER = "HB333"
"""A sheet has more pages than its recipe allows: it says so, and nothing is lost."""


@pytest.mark.parametrize(
    ("lesson", "theme", "recipes"),
    [(lesson, theme, RECIPES) for lesson, theme in product(LESSONS, THEMES)] if LONG else SAMPLE,
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_lesson_of_longer_words_fits(lesson: str, theme: str, recipes: tuple[str, ...]):
    place = find_lesson(lesson, built_in())
    assert place is not None
    only = ("deck", "deck-pdf", *recipes)
    gathered = gather(place, Options(language="en-XA", theme=theme, only=only), Path.cwd())
    said = list(gathered.diagnostics)
    for edition in gathered.editions:
        plans, found = plan_edition(edition)
        said += found
        for each in plans:
            if isinstance(each.plan, Pages):
                assert _outside(each.plan) == [], each.name
    faults = [each for each in said if each.severity is Severity.ERROR or each.code.startswith("HB3")]
    assert [each.message for each in faults if each.code != FULLER] == []


def _outside(pages: Pages) -> list[str]:
    """Words that leave their box to the left, to the right or below."""
    return [
        part.text
        for page in pages.pages
        for box in text_boxes(page.boxes)
        for line in box.lines
        for part in line.fragments
        if box.origin[0] + part.x < box.rect.left - 0.6
        or box.origin[0] + part.x + part.width > box.rect.right + 0.6
        or box.origin[1] + line.baseline > box.rect.bottom + 0.6
    ]
