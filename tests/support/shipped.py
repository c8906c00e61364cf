"""What the shipped lessons become: planned once for each test process."""

from functools import cache
from pathlib import Path

import pytest

from hornbook.build.editions import Edition, Planned, make_edition, plan_edition
from hornbook.build.gather import gather
from hornbook.build.options import Options, Product
from hornbook.build.workspace import built_in, find_lesson
from hornbook.diagnostics import Diagnostic
from hornbook.lesson.variants import PLAIN, Variant

LESSONS = tuple(sorted(path.parent.name for path in built_in().glob("decks/*/lesson.yaml")))


@cache
def editions(lesson: str, paper: str = "", theme: str = "", variant: Variant = PLAIN) -> tuple[Edition, ...]:
    place = find_lesson(lesson, built_in())
    assert place is not None
    gathered = gather(place, Options(paper=paper, theme=theme, variant=variant), Path.cwd())
    assert gathered.editions, gathered.diagnostics
    return gathered.editions


@cache
def plans(lesson: str, paper: str = "", variant: Variant = PLAIN) -> tuple[Planned, ...]:
    return tuple(
        planned
        for edition in editions(lesson, paper, variant=variant)
        for planned in plan_edition(edition)[0]
        if planned.kind != "accessibility"
    )


@cache
def products(lesson: str, paper: str = "", variant: Variant = PLAIN) -> tuple[Product, ...]:
    found = []
    for edition in editions(lesson, paper, variant=variant):
        made = make_edition(edition)
        assert made.products, made.diagnostics
        found += [product for product in made.products if product.kind != "accessibility"]
    return tuple(found)


@cache
def reports(lesson: str) -> tuple[Product, ...]:
    """What is said of each deck's accessibility."""
    made = (product for edition in editions(lesson) for product in make_edition(edition).products)
    return tuple(product for product in made if product.kind == "accessibility")


EACH_LESSON = pytest.mark.parametrize(
    "lesson", [pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in LESSONS]
)
"""Each shipped lesson in turn, all of its tests in one process, so that it is planned once."""


@cache
def diagnostics(lesson: str) -> tuple[Diagnostic, ...]:
    """Everything that a build of the lesson says."""
    place = find_lesson(lesson, built_in())
    assert place is not None
    gathered = gather(place, Options(), Path.cwd())
    planned = [found for edition in gathered.editions for found in plan_edition(edition)[1]]
    return (*gathered.diagnostics, *planned)
