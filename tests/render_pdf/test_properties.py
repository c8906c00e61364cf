"""Whatever a paragraph holds and however wide it is set, the file says just its words."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hornbook.plan.page import Tag
from hornbook.plan.structure import StructureBuilder
from hornbook.render.pdf import render_pdf
from hornbook.source.runs import Run
from render_pdf.plans import BODY, SLIDE, one_paragraph, pages_of, paragraph, text_box
from support.counts import many
from support.structure import assert_says_its_plan
from support.validators import pdf_problems

WORDS = st.text(alphabet="aefilostw,.-/’“é–\u00a0 \t", min_size=1, max_size=24)
RUNS = st.builds(
    Run,
    WORDS,
    strong=st.booleans(),
    emphasis=st.booleans(),
    link=st.sampled_from(["", "", "https://example.org/a"]),
    script=st.sampled_from(["", "", "super"]),
)
BLANK = st.builds(Run, st.sampled_from(["", "a word"]), write_in=st.just(True))
BREAK = st.just(Run("\n"))
PARAGRAPH = st.lists(st.one_of(RUNS, RUNS, RUNS, BLANK, BREAK), min_size=1, max_size=6)
QUIET = settings(max_examples=many(40), deadline=None, suppress_health_check=[HealthCheck.too_slow])


@QUIET
@given(PARAGRAPH, st.floats(60, 400), st.sampled_from([BODY, SLIDE, replace(BODY, align="right", tabs=(50.0,))]))
def test_the_file_says_the_words_of_the_plan(runs, width, style):
    pages = one_paragraph(*runs, style=style, width=width)
    assert_says_its_plan(render_pdf(pages), pages)


@QUIET
@given(PARAGRAPH, st.floats(60, 400), st.integers(0, 12))
def test_a_paragraph_cut_at_any_line_says_the_same(runs, width, cut):
    builder = StructureBuilder("Document", "en-US")
    element = builder.add("P")
    words = paragraph(*(replace(run, link="", write_in=False) for run in runs))
    whole = text_box((words,), (Tag(element),), replace(text_box((words,), (Tag(element),)).rect, width=width))
    parts = (replace(whole, lines=whole.lines[:cut]), replace(whole, lines=whole.lines[cut:]))
    pages = pages_of(builder, *((part,) for part in parts if part.lines))
    assert_says_its_plan(render_pdf(pages), pages)


@pytest.mark.slow
@settings(max_examples=many(10), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PARAGRAPH, st.floats(60, 400))
def test_the_validator_finds_nothing(runs, width):
    assert pdf_problems(render_pdf(one_paragraph(*runs, width=width))) == []
