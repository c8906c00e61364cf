"""Numbers and names of sources in a language that runs from right to left: each in its own order."""

from pathlib import Path

import pytest
from msgspec import Struct

from hornbook.build.editions import plan_edition
from hornbook.build.gather import gather
from hornbook.build.options import Options
from hornbook.build.workspace import find_lesson
from hornbook.plan.page import Pages, TextBox
from hornbook.typeset.bidi import levels

ROOT = Path(__file__).resolve().parents[2]


class Said(Struct):
    text: str
    numbers: tuple[int, ...]
    """Where numbers of sources begin."""


@pytest.fixture(scope="module")
def sheet() -> list[Said]:
    place = find_lesson("human-trafficking-and-the-internet", ROOT)
    assert place is not None
    wanted = Options(language="ar", only=("fact-sheet",), audiences=("civics",))
    (edition,) = gather(place, wanted, ROOT).editions
    ((planned,), _) = plan_edition(edition, load=False)
    assert isinstance(planned.plan, Pages)
    found: list[Said] = []
    for box in (box for page in planned.plan.pages for box in page.boxes if isinstance(box, TextBox)):
        for paragraph in box.paragraphs:
            text = ""
            numbers: list[int] = []
            for run in paragraph.runs:
                numbers += [len(text)] if run.cite else []
                text += run.text
            found.append(Said(text, tuple(numbers)))
    return found


def test_the_number_of_a_source_does_not_run_on_from_the_year_before_it(sheet: list[Said]):
    after_years = [
        (each.text, at) for each in sheet for at in each.numbers if each.text[:at].endswith(("2018.", "2026."))
    ]
    assert after_years
    for text, at in after_years:
        assert levels(text, leftward=True)[at - 1] == 1, text


def test_an_english_source_keeps_its_order_and_its_full_stop(sheet: list[Said]):
    (law,) = [each.text for each in sheet if "22 U.S.C. § 7102(11)" in each.text]
    words = law.strip("\u200e")
    assert {levels(law, leftward=True)[law.index(words) + at] for at in range(len(words))} == {2}
