"""Building as a whole, on a small lesson in a workspace of its own."""

import json

import pytest

from hornbook.build.making import check
from hornbook.build.options import Options, RefusedError
from hornbook.build.run import build
from hornbook.build.workspace import find_lesson
from hornbook.diagnostics import Severity
from hornbook.lesson.variants import Variant
from support.building import LESSON, built, files, workspace


def test_a_build_leaves_a_deck_its_pdf_and_the_handouts(tmp_path):
    result = built(workspace(tmp_path))
    assert result.failed == ()
    assert [output.path.relative_to(tmp_path).as_posix() for output in result.outputs] == [
        "out/rain/rain.pptx",
        "out/rain/rain.pdf",
        "out/rain/rain-accessibility.txt",
        "out/rain/handouts/guided-notes.pdf",
    ]
    assert all(output.path.stat().st_size == output.bytes for output in result.outputs)


def test_the_accessibility_of_a_deck_is_told_beside_it_with_lines_that_keep_up(tmp_path):
    twice = LESSON.replace(
        "slides:\n", "slides:\n  - {title: Same, points: [One]}\n  - {title: Same, points: [Two]}\n", 1
    )
    built(workspace(tmp_path, twice), only=("accessibility",))
    report = tmp_path / "out" / "rain" / "rain-accessibility.txt"
    first = report.read_text("utf-8")
    assert "Duplicate slide title" in first
    line = next(number for number, text in enumerate(twice.splitlines(), 1) if "[Two]" in text)
    assert f"lesson.yaml:{line}" in first
    assert str(tmp_path) not in first
    built(workspace(tmp_path, f"# One line more\n{twice}"), only=("accessibility",))
    assert f"lesson.yaml:{line + 1}" in report.read_text("utf-8")


def test_a_second_build_makes_nothing_and_says_the_same(tmp_path):
    first = built(workspace(tmp_path))
    again = built(tmp_path)
    assert [output.built for output in again.outputs] == [False] * 4
    assert again.diagnostics == first.diagnostics
    assert [(output.path, output.bytes) for output in again.outputs] == [
        (output.path, output.bytes) for output in first.outputs
    ]


def test_a_build_with_nothing_to_do_takes_away_what_a_killed_one_left(tmp_path):
    built(workspace(tmp_path))
    left = tmp_path / "out" / "rain" / ".rain.pptx.4711.part"
    left.write_bytes(b"half")
    assert not any(output.built for output in built(tmp_path).outputs)
    assert not left.exists()


@pytest.mark.parametrize(
    "touch",
    [
        lambda folder: (folder / "decks/rain/lesson.yaml").write_text(LESSON.replace("Rain", "Snow"), "utf-8"),
        lambda folder: (folder / "out/rain/rain.pdf").write_bytes(b"damaged"),
        lambda folder: (folder / "out/rain/rain.pptx").unlink(),
        lambda folder: (folder / "hornbook.yaml").write_text("organisation: {name: Ours}\n", "utf-8"),
        lambda folder: (folder / "out/rain/.hornbook.json").write_text("{", "utf-8"),
    ],
    ids=["an edit", "a damaged output", "a deleted output", "new settings", "a damaged manifest"],
)
def test_what_changed_is_built_again(tmp_path, touch):
    built(workspace(tmp_path))
    touch(tmp_path)
    assert all(output.built for output in built(tmp_path).outputs)


def test_a_recipe_of_ones_own_is_noticed_after_the_built_in_one_was_used(tmp_path):
    built(workspace(tmp_path))
    own = tmp_path / "handouts" / "guided-notes.yaml"
    own.parent.mkdir()
    own.write_text("about: ours\ntitle: guided_notes\nextends: slides-3up\n", "utf-8")
    assert all(output.built for output in built(tmp_path).outputs)


def test_two_folders_give_the_same_bytes(tmp_path):
    for name in ("one", "another place"):
        built(workspace(tmp_path / name))
    assert files(tmp_path / "one" / "out") == files(tmp_path / "another place" / "out")


def test_an_error_leaves_the_old_files_as_they_were(tmp_path):
    built(workspace(tmp_path))
    before = files(tmp_path / "out")
    workspace(tmp_path, LESSON.replace("points:", "pionts:"))
    result = built(tmp_path)
    assert result.failed == ("rain",)
    assert result.outputs == ()
    assert files(tmp_path / "out") == before


@pytest.mark.parametrize(
    ("edit", "code", "line"),
    [
        (("handouts: [guided-notes]", "handouts: [guided-nots]"), "HB402", 4),
        (("Rain\n", "Rain\ntheme: dalight\n"), "HB401", 2),
    ],
)
def test_an_unknown_recipe_or_theme_is_reported_at_its_line_with_the_nearest_name(tmp_path, edit, code, line):
    result = built(workspace(tmp_path, LESSON.replace(*edit)))
    found = [each for each in result.diagnostics if each.code == code]
    assert [(each.span.line, "Did you mean" in each.hint) for each in found] == [(line, True)]


def test_a_handout_that_is_no_longer_wanted_is_removed_and_nothing_else(tmp_path):
    built(workspace(tmp_path))
    (tmp_path / "out" / "rain" / "my own notes.txt").write_text("keep", "utf-8")
    built(workspace(tmp_path, LESSON.replace("[guided-notes]", "[]")))
    left = [".hornbook.json", "my own notes.txt", "rain-accessibility.txt", "rain.pdf", "rain.pptx"]
    assert sorted(files(tmp_path / "out" / "rain")) == left


def test_a_manifest_cannot_make_a_build_remove_a_file_outside_its_folder(tmp_path):
    built(workspace(tmp_path))
    precious = tmp_path / "precious.txt"
    precious.write_text("keep", "utf-8")
    listing = tmp_path / "out" / "rain" / ".hornbook.json"
    data = json.loads(listing.read_text("utf-8"))
    data["outputs"].append({**data["outputs"][0], "name": "../../precious.txt"})
    listing.write_text(json.dumps(data), "utf-8")
    built(tmp_path, force=True)
    assert precious.is_file()


def test_only_makes_what_is_named_and_leaves_the_rest(tmp_path):
    built(workspace(tmp_path))
    result = built(tmp_path, only=("deck",))
    assert [output.kind for output in result.outputs] == ["deck"]
    assert (tmp_path / "out/rain/rain.pdf").is_file()


def test_a_handout_that_shows_no_slide_does_not_wait_for_the_deck(tmp_path):
    sheet = "print:\n  fact_sheet:\n    - {heading: Rain, text: It falls.}\n"
    too_long = f"  - {{title: Rain falls, points: [{'Rain' * 60}]}}\n"
    broken = built(workspace(tmp_path, LESSON + too_long + sheet))
    assert broken.failed
    result = built(tmp_path, only=("fact-sheet",))
    assert [output.path.name for output in result.outputs] == ["fact-sheet.pdf"]
    alone = result.outputs[0].path.read_bytes()
    whole = built(workspace(tmp_path, LESSON + sheet), only=("deck", "fact-sheet"), force=True)
    assert whole.outputs[-1].path.read_bytes() == alone
    assert built(workspace(tmp_path, LESSON + too_long + sheet), only=("guided-notes",)).failed


def test_another_paper_has_its_name_in_the_file(tmp_path):
    result = built(workspace(tmp_path), only=("guided-notes",), paper="a4")
    assert [output.path.name for output in result.outputs] == ["guided-notes-a4.pdf"]


def test_a_variant_is_in_the_file_s_name_behind_the_paper_and_leaves_the_usual_copies_alone(tmp_path):
    built(workspace(tmp_path))
    result = built(tmp_path, paper="a4", variant=Variant(18))
    assert [output.path.name for output in result.outputs] == ["guided-notes-a4-large-print.pdf"]
    assert (tmp_path / "out/rain/handouts/guided-notes.pdf").is_file()
    assert (tmp_path / "out/rain/rain.pptx").is_file()


def test_an_outline_asks_for_a_large_copy_beside_the_usual_one(tmp_path):
    asked = "[guided-notes, {recipe: guided-notes, large_print: true}, {recipe: guided-notes, large_print: 20}]"
    result = built(workspace(tmp_path, LESSON.replace("[guided-notes]", asked)))
    assert [output.path.name for output in result.outputs if output.kind == "handout"] == [
        "guided-notes.pdf",
        "guided-notes-large-print.pdf",
        "guided-notes-large-print-20.pdf",
    ]


def test_what_refuses_a_paper_is_left_out_of_many_with_its_reason_and_is_an_error_alone(tmp_path):
    cards = "title: wallet_cards\nblocks: [wallet-cards]\n"
    contacts = (
        "contacts: [{id: a, name: Us, call: 555-0100, short: 'Us: 555-0100', checked_on: 2026-01-01, checked_by: A}]"
    )
    workspace(tmp_path, LESSON.replace("handouts: [guided-notes]", f"{contacts}\nhandouts: [guided-notes, cards]"))
    (tmp_path / "handouts").mkdir()
    (tmp_path / "handouts" / "cards.yaml").write_text(cards, "utf-8")
    many = built(tmp_path, paper="legal")
    assert many.failed == ()
    assert not any("cards" in output.path.name for output in many.outputs)
    assert [each.severity for each in many.diagnostics if each.code == "HB335"] == [Severity.NOTE]
    alone = built(tmp_path, paper="legal", only=("cards",))
    assert (alone.failed, alone.outputs) == (("rain",), ())
    assert [each.severity for each in alone.diagnostics if each.code == "HB335"] == [Severity.ERROR]


def test_strict_builds_nothing_where_there_is_a_warning(tmp_path):
    text = LESSON.replace("slides:", "sources:\n  a: {title: A book, year: 1999}\nslides:").replace(
        "It wets the ground", '"It wets the ground [@a]"'
    )
    assert built(workspace(tmp_path, text)).failed == ()
    assert built(tmp_path, strict=True, force=True).failed == ("rain",)


def test_a_pool_gives_the_same_bytes_as_one_process(tmp_path):
    text = LESSON.replace("slides:", "audiences: [class, home]\nslides:")
    for jobs in (1, 2):
        built(workspace(tmp_path / str(jobs), text), jobs=jobs)
    assert files(tmp_path / "1" / "out") == files(tmp_path / "2" / "out")


def test_one_bad_lesson_leaves_the_others_to_be_built(tmp_path):
    workspace(tmp_path)
    bad = tmp_path / "decks" / "bad" / "lesson.yaml"
    bad.parent.mkdir()
    bad.write_text("title: [\n", "utf-8")
    places = [find_lesson(name, tmp_path) for name in ("bad", "rain")]
    result = build([place for place in places if place], Options(jobs=1), tmp_path)
    assert result.failed == ("bad",)
    assert {output.path.parent.name for output in result.outputs} == {"rain", "handouts"}


def test_check_says_what_a_build_says(tmp_path):
    place = find_lesson("rain", workspace(tmp_path, LESSON.replace("[guided-notes]", "[guided-notes, nothing]")))
    assert place is not None
    assert check([place], Options(), tmp_path) == built(tmp_path).diagnostics
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("form", ["docx", "html"])
def test_copies_to_edit_stand_beside_what_is_there(tmp_path, form):
    built(workspace(tmp_path))
    result = built(tmp_path, format=form)
    assert [output.path.name for output in result.outputs] == [f"guided-notes.{form}"]
    assert (tmp_path / "out/rain/handouts/guided-notes.pdf").exists()
    assert [output.built for output in built(tmp_path, format=form).outputs] == [False]


@pytest.mark.parametrize(("name", "why"), [("wallet-cards", "sheet by sheet"), ("deck", "for handouts")])
def test_what_has_no_copy_to_edit_is_refused_where_it_is_named(tmp_path, name, why):
    with pytest.raises(RefusedError, match=why):
        built(workspace(tmp_path), format="docx", only=(name,))


OPEN = LESSON.replace("slides:", "values: {school_contact: write-in}\nslides:").replace(
    "points: [", "points: [Ask <<school_contact>>, "
)


@pytest.mark.parametrize(
    ("given", "hints"),
    [
        ({"school_contcat": "Room 12"}, ["Did you mean `school_contact`?"]),
        ({"school_contact": "Room 12"}, []),
        ({"weather": "fine"}, []),
    ],
)
def test_a_value_under_nearly_the_name_that_a_text_asks_for_is_told(tmp_path, given, hints):
    assert "<<school_contact>>" in OPEN
    result = built(workspace(tmp_path, OPEN), values=given)
    assert [found.hint for found in result.diagnostics if found.code == "HB604"] == hints
