"""`check --fix` mends files in place, once, and leaves alone what somebody has to think about."""

import stat

import pytest
from hypothesis import HealthCheck, given, settings

from fuzz.mutations import mutated
from fuzz.test_mutations import SMALL
from hornbook.build.mending import mend
from hornbook.build.options import Options
from hornbook.build.workspace import LessonPlace, built_in, find_lesson
from support.counts import many

BROKEN = b"""\
\xef\xbb\xbftitle: Rain: all of it  \r
# a comment stays\r
language: en-US\r
contacts: ../contacts.yaml\r
handouts: []\r
slides:\r
\t- titel: "Yes" is not enough  # so does this one\r
\t  pionts: [Why?, *Star*, 80,524]\r
  - {title: Talk, bullets: [One, Two]}\r
"""
WHOLE = b"""\
\xef\xbb\xbftitle: "Rain: all of it"\r
# a comment stays\r
language: en-US\r
contacts: ../contacts.yaml\r
handouts: []\r
slides:\r
  - title: '"Yes" is not enough'  # so does this one\r
    points: ["Why?", "*Star*", "80,524"]\r
  - {title: Talk, points: [One, Two]}\r
"""


@pytest.fixture
def workspace(tmp_path):
    (tmp_path / "decks/rain").mkdir(parents=True)
    (tmp_path / "decks/rain/lesson.yaml").write_bytes(BROKEN)
    (tmp_path / "decks/contacts.yaml").write_text("contacts: [{id: a, name: A, cal: '911'}]\n", "utf-8")
    (tmp_path / "hornbook.yaml").write_text("organization: {name: Our school}\n", "utf-8")
    return tmp_path


def run(workspace):
    place = find_lesson("rain", workspace)
    return {each.path.name: each.lines for each in mend([place], Options(), workspace)}


def test_what_is_mechanical_is_mended_everywhere_and_a_second_run_changes_nothing(workspace):
    assert run(workspace) == {"lesson.yaml": (1, 7, 8, 9), "contacts.yaml": (1,), "hornbook.yaml": (1,)}
    assert (workspace / "decks/rain/lesson.yaml").read_bytes() == WHOLE
    assert "call: '911'" in (workspace / "decks/contacts.yaml").read_text("utf-8")
    assert (workspace / "hornbook.yaml").read_text("utf-8") == "organisation: {name: Our school}\n"
    assert run(workspace) == {}


@pytest.mark.parametrize(
    ("slide", "why"),
    [
        ("{title: A, points: [B], pionts: [C]}", "the other name is there already"),
        ("{title: A, xyzzy: [B]}", "no name is near"),
        ("{title: A, points: [B], for: nobody}", "a value is not a name of a field"),
    ],
)
def test_what_somebody_has_to_think_about_is_left_alone(workspace, slide, why):
    text = f"title: Rain\nlanguage: en-US\nhandouts: []\nslides:\n  - {slide}\n"
    (workspace / "decks/rain/lesson.yaml").write_text(text, "utf-8")
    run(workspace)
    assert (workspace / "decks/rain/lesson.yaml").read_text("utf-8") == text, why


def test_a_file_keeps_its_permissions_and_a_link_to_it_stays_a_link(workspace):
    outline = workspace / "decks/rain/lesson.yaml"
    outline.rename(workspace / "decks/rain/real.yaml")
    outline.symlink_to("real.yaml")
    outline.chmod(0o640)
    run(workspace)
    assert outline.is_symlink()
    assert outline.read_bytes() == WHOLE
    assert stat.S_IMODE(outline.stat().st_mode) == 0o640
    assert sorted(path.name for path in outline.parent.iterdir()) == ["lesson.yaml", "real.yaml"]


def test_what_lies_outside_the_workspace_is_not_touched(workspace, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "contacts.yaml"
    elsewhere.write_text("contacts: [{id: a, name: A, cal: '911'}]  \n", "utf-8")
    (workspace / "decks/contacts.yaml").unlink()
    (workspace / "decks/contacts.yaml").symlink_to(elsewhere)
    run(workspace)
    assert elsewhere.read_text("utf-8").endswith("  \n")


def test_what_ships_is_not_changed_from_elsewhere(tmp_path):
    place = find_lesson("the-water-cycle", tmp_path)
    before = place.path.stat().st_mtime_ns
    assert mend([place], Options(), tmp_path) == ()
    assert place.path.stat().st_mtime_ns == before


def test_what_ships_has_nothing_to_mend():
    for path in (*built_in().glob("decks/**/*.yaml"), *built_in().glob("handouts/*.yaml")):
        assert all(line == line.rstrip() for line in path.read_text("utf-8").split("\n")), path


@settings(max_examples=many(40), deadline=None, suppress_health_check=list(HealthCheck))
@given(outline=mutated(SMALL))
def test_whatever_the_accident_mending_ends_and_a_second_run_has_nothing_to_do(tmp_path_factory, outline):
    folder = tmp_path_factory.mktemp("mending")
    path = folder / "lesson.yaml"
    path.write_bytes(outline.encode("utf-8", "surrogatepass"))
    place = LessonPlace(path, folder, "lesson", folder / "out")
    mend([place], Options(), folder)
    once = path.read_bytes()
    mend([place], Options(), folder)
    assert path.read_bytes() == once


SHARED = {
    "handouts/sheet.yaml": "title: Sheet\nduplxe: long-edge\nblocks:\n  - lines: {cuont: 4}\n",
    "decks/themes/own.yaml": "extends: daylight\ntitel: Our own  # stays\n",
    "decks/contacts/own.yaml": "region: US\ncontcats:\n  - {id: a, name: The office, call: 1-800-555-0100, seen_onn: 2026-11-01}\n",
    "decks/words/own.yaml": "entries:\n  - {avoid: foo, perfer: bar, why: Because., level: warn}\n",
}


def test_names_of_fields_are_mended_in_what_lessons_share(tmp_path):
    lesson = "title: Rain\nlanguage: en-US\ntheme: own\ncontacts: ../contacts/own.yaml\nhandouts: [sheet]\nslides:\n  - {title: One, points: [Two]}\n"
    for name, text in {**SHARED, "decks/rain/lesson.yaml": lesson, "hornbook.yaml": "wrods: [own]\n"}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    place = find_lesson("rain", tmp_path)
    assert place is not None
    mended = {each.path.relative_to(tmp_path).as_posix() for each in mend([place], Options(), tmp_path)}
    assert mended == {*SHARED, "hornbook.yaml"}
    text = "".join((tmp_path / name).read_text("utf-8") for name in mended)
    for name in ("duplex:", "title: Our own  # stays", "contacts:\n", "seen_on:", "prefer:", "words:"):
        assert name in text
    assert mend([place], Options(), tmp_path) == ()
