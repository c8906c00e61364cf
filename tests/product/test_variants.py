"""Every recipe of the flagship on two papers in every variant: valid, and saying what its plan says.

The usual suite makes pairs, so that each recipe meets each paper and each variant once; `HORNBOOK_LONG` makes all of them.
"""

import itertools
import subprocess
from functools import cache

import pypdfium2
import pytest

from hornbook.build.editions import EditionResult, Planned, make_edition, plan_edition
from hornbook.build.gather import gather
from hornbook.build.options import Options
from hornbook.build.workspace import built_in, find_lesson, names_of
from hornbook.lesson.variants import PLAIN, Variant
from hornbook.plan.page import Pages
from support.counts import LONG
from support.ink import ink_of
from support.office import needs
from support.structure import plan_artifacts, plan_words, read_words
from support.validators import pdf_problems

FLAGSHIP = "human-trafficking-and-the-internet"
FLOWING = (
    "guided-notes",
    "guided-notes-key",
    "worksheet",
    "quiz",
    "fact-sheet",
    "facilitator-guide",
    "slides-3up",
    "family-letter",
)
"""Recipes that may be booklets."""
VARIANTS = {
    "normal": PLAIN,
    "large print": Variant(18),
    "large print 20": Variant(20),
    "mono": Variant(mono=True),
    "large print mono": Variant(18, mono=True),
    "booklet": Variant(booklet=True),
    "fillable": Variant(fillable=True),
}
PAIRS = (
    ("letter", "normal"),
    ("a4", "large print"),
    ("letter", "large print mono"),
    ("a4", "mono"),
    ("letter", "booklet"),
    ("a4", "fillable"),
)
ALL = tuple(itertools.product(("letter", "a4"), VARIANTS))
EACH_COPY = pytest.mark.parametrize(
    ("paper", "variant"),
    [
        pytest.param(paper, name, marks=pytest.mark.xdist_group(f"{paper} {name}"), id=f"{paper} {name}")
        for paper, name in (ALL if LONG else PAIRS)
    ],
)


@cache
def copies(paper: str, name: str) -> tuple[tuple[tuple[Planned, ...], EditionResult], ...]:
    """Every recipe that there is, planned and written, for each audience."""
    place = find_lesson(FLAGSHIP, built_in())
    names = [each for each in names_of("handouts", built_in()) if not VARIANTS[name].booklet or each in FLOWING]
    options = Options(only=tuple(names), paper=paper, variant=VARIANTS[name])
    found = []
    for edition in gather(place, options, built_in()).editions:
        plans, diagnostics = plan_edition(edition)
        assert [each for each in diagnostics if each.severity >= 3] == []
        found.append((plans, make_edition(edition)))
    return tuple(found)


@EACH_COPY
def test_every_copy_keeps_to_pdf_ua(paper, variant):
    for _, result in copies(paper, variant):
        for product in result.products:
            assert pdf_problems(product.data) == [], product.name


@EACH_COPY
def test_every_copy_says_the_words_of_its_plan_in_order_and_nothing_else(paper, variant):
    for plans, result in copies(paper, variant):
        files = {product.name: product.data for product in result.products}
        for planned in plans:
            assert isinstance(planned.plan, Pages)
            said = read_words(files[planned.name])
            assert said.problems == [], planned.name
            assert said.words == plan_words(planned.plan), planned.name
            assert said.artifacts == plan_artifacts(planned.plan), planned.name


@EACH_COPY
def test_no_side_of_any_copy_is_said_to_name_nobody_to_call(paper, variant):
    """Empty sides of a booklet are not asked."""
    for _, result in copies(paper, variant):
        assert [each.message for each in result.diagnostics if each.code == "HB540"] == []


@EACH_COPY
def test_a_copy_in_mono_has_no_dark_area_and_no_more_ink_than_its_words_and_rules(paper, variant):
    if not VARIANTS[variant].mono:
        return
    for _, result in copies(paper, variant)[: None if LONG else 1]:
        for product in result.products:
            for page in ink_of(product.data):
                assert page.beside_words_and_rules <= 0.01, product.name
                assert page.largest_dark <= 1, product.name


@EACH_COPY
def test_poppler_and_pdfium_have_nothing_to_say_about_any_copy(paper, variant, tmp_path):
    needs("pdftotext")
    path = tmp_path / "copy.pdf"
    for _, result in copies(paper, variant):
        for product in result.products:
            path.write_bytes(product.data)
            run = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=False)
            assert (run.returncode, run.stderr) == (0, b""), product.name
            assert len(pypdfium2.PdfDocument(product.data)) == product.pages, product.name
