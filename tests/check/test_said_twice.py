"""A build and a check say the same, every time, in one order; what is said about dates changes with the day."""

from datetime import date

from check.reading import FILES, TODAY, checked
from hornbook.build.making import check
from hornbook.build.options import Options
from hornbook.build.run import build
from hornbook.build.today import today_of
from hornbook.build.workspace import find_lesson


def test_a_build_says_what_a_check_says(tmp_path):
    path = FILES / "HB528.yaml"
    place = find_lesson(str(path), FILES)
    result = build([place], Options(today=TODAY, out=tmp_path, jobs=1), FILES)
    assert result.diagnostics == checked(path)
    assert result.diagnostics


def test_the_same_findings_come_in_the_same_order():
    path = FILES / "HB530.yaml"
    assert checked(path) == checked(path)


def test_an_up_to_date_build_is_made_again_on_the_day_on_which_there_is_more_to_say(tmp_path):
    path = tmp_path / "lesson.yaml"
    path.write_text(
        "title: Water\nlanguage: en-US\nhandouts: []\n"
        "contacts: [{id: a, name: Help line, call: '911', checked_on: 2026-11-01, checked_by: A}]\n"
        "slides: [{title: Water is moving, points: [It rises]}]\n",
        "utf-8",
    )
    place = find_lesson(str(path), tmp_path)

    def built(day):
        result = build([place], Options(only=("deck",), today=date.fromisoformat(day), jobs=1), tmp_path)
        return result.outputs[0].built, [each.code for each in result.diagnostics], result.outputs[0].path.read_bytes()

    first = built("2026-11-24")
    assert first[:2] == (True, [])
    assert built("2027-01-30")[:2] == (False, [])
    late = built("2027-01-31")
    assert late[:2] == (True, ["HB504"])
    assert late[2] == first[2]
    assert built("2027-02-15")[:2] == (False, ["HB504"])


def test_today_is_what_was_asked_for_then_the_epoch_of_the_build(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert today_of(Options(today=TODAY)) == TODAY
    assert today_of(Options()) == date(1970, 1, 2)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert today_of(Options()) >= date(2024, 1, 1)


def test_a_broken_outline_is_not_lectured_on_its_style(tmp_path):
    path = tmp_path / "lesson.yaml"
    path.write_text("title: Water\nlanguage: en-US\nslides: [{title: Statistics, pionts: [It rises]}]\n", "utf-8")
    found = check([find_lesson(str(path), tmp_path)], Options(), tmp_path)
    assert {each.code[:3] for each in found} == {"HB2"}
