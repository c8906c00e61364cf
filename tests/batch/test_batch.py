"""Batches as a whole: what is made, what is left alone, and what is said."""

import csv
import json
import zipfile

import pytest
from msgspec.structs import replace
from pptx import Presentation

from hornbook.build.batch.rows import UnreadableRowsError, read_rows
from hornbook.build.batch.run import run_batch
from hornbook.build.batch.runners import InProcess
from hornbook.build.run import build
from hornbook.diagnostics import Severity
from support.batches import LESSON, ROWS, batched, kits, table, work_in


def manifest(tmp_path):
    with (tmp_path / "kits" / "manifest.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def words(path) -> str:
    return "\n".join(shape.text_frame.text for slide in Presentation(path).slides for shape in slide.placeholders)


def test_each_row_has_a_kit_with_its_words(tmp_path):
    result = batched(tmp_path)
    assert (result.counts.made, result.counts.failed) == (3, 0)
    for row in ROWS:
        told = words(tmp_path / "kits" / row["district"] / "rain.pptx")
        assert row["district"] in told
        assert row["phone"] in told


def test_a_kit_is_what_a_build_with_those_values_makes(tmp_path):
    batched(tmp_path, only=())
    work = work_in(tmp_path, tmp_path / "rows.csv", only=(), values=ROWS[1], jobs=1, out=tmp_path / "one")
    build([work.place], work.options, tmp_path)
    made = {name: data for name, data in kits(tmp_path).items() if name.startswith("Shelbyville/")}
    alone = {
        f"Shelbyville/{path.relative_to(tmp_path / 'one' / 'rain').as_posix()}": path.read_bytes()
        for path in (tmp_path / "one" / "rain").rglob("*.[pt]*")
    }
    assert made == alone


def test_a_second_run_makes_nothing_and_the_manifest_is_the_same(tmp_path):
    batched(tmp_path)
    before, listing = kits(tmp_path), (tmp_path / "kits" / "manifest.json").read_bytes()
    again = batched(tmp_path)
    assert (again.counts.made, again.counts.fresh) == (0, 3)
    assert kits(tmp_path) == before
    assert (tmp_path / "kits" / "manifest.json").read_bytes() == listing


def test_only_a_row_that_changed_is_made(tmp_path):
    batched(tmp_path)
    changed = [*ROWS[:2], {**ROWS[2], "phone": "555-9999"}]
    assert batched(tmp_path, table(tmp_path, changed)).counts.made == 1
    assert "555-9999" in words(tmp_path / "kits" / "Ogdenville" / "rain.pptx")


def test_a_changed_lesson_makes_all_rows_and_a_touched_kit_its_own(tmp_path):
    batched(tmp_path)
    assert batched(tmp_path, lesson=LESSON.replace("called", "named")).counts.made == 3
    (tmp_path / "kits" / "Ogdenville" / "rain.pptx").write_bytes(b"spoilt")
    assert batched(tmp_path, lesson=LESSON.replace("called", "named")).counts.made == 1


def test_a_row_with_a_mistake_is_reported_with_its_number_and_does_not_stop_the_others(tmp_path):
    rows = [ROWS[0], {**ROWS[1], "phone": ""}, ROWS[2]]
    result = batched(tmp_path, table(tmp_path, rows))
    assert (result.counts.made, result.counts.failed) == (2, 1)
    (told,) = [told for told in result.told if told.diagnostic.severity is Severity.ERROR]
    assert told.rows == [2]
    failed = [line for line in manifest(tmp_path) if line["state"] == "failed"]
    assert [(line["row"], line["kit"]) for line in failed] == [("2", "Shelbyville")]
    assert "phone" in failed[0]["problem"]


def test_a_row_that_was_mended_is_made_the_next_time(tmp_path):
    batched(tmp_path, table(tmp_path, [ROWS[0], {**ROWS[1], "phone": ""}]))
    again = batched(tmp_path, table(tmp_path, ROWS[:2]))
    assert (again.counts.made, again.counts.fresh, again.counts.failed) == (1, 1, 0)
    assert [line["state"] for line in manifest(tmp_path)] == ["made", "made"]


def test_two_rows_of_one_name_are_reported_and_the_first_is_made(tmp_path):
    rows = [ROWS[0], {**ROWS[1], "district": "SPRINGFIELD"}]
    result = batched(tmp_path, table(tmp_path, rows))
    assert (result.counts.made, result.counts.failed) == (1, 1)
    assert [(told.diagnostic.code, told.rows) for told in result.told if told.diagnostic.code == "HB613"] == [
        ("HB613", [2])
    ]
    assert ROWS[0]["phone"] in words(tmp_path / "kits" / "Springfield" / "rain.pptx")


def test_a_message_that_differs_by_the_words_of_each_row_is_told_once_with_their_number(tmp_path):
    rows = [{"district": f"D{number}", "phone": f"555-010{number}"} for number in range(8)]
    contact = "contacts:\n  - {id: line, name: A line, call: <<phone>>}\n"
    result = batched(tmp_path, table(tmp_path, rows), lesson=LESSON + contact)
    (told,) = [told for told in result.told if told.diagnostic.code == "HB508"]
    assert (told.count, told.rows) == (8, [1, 2, 3, 4, 5])
    assert '"555-0100"' in told.diagnostic.message


def test_the_same_message_of_many_rows_is_told_once_with_their_number(tmp_path):
    rows = [{"district": f"D{number}", "phone": "1"} for number in range(8)]
    result = batched(tmp_path, table(tmp_path, rows), lesson=LESSON.replace("language: en-US\n", ""))
    (told,) = [told for told in result.told if told.diagnostic.code == "HB273"]
    assert (told.count, told.rows) == (8, [1, 2, 3, 4, 5])


def test_columns_choose_paper_audience_and_contacts(tmp_path):
    contacts = tmp_path / "district.yaml"
    contacts.write_text("region: US\ncontacts:\n  - {id: nurse, name: The nurse, what: Anyone, call: 555-0177, seen_on: 2026-11-24}\n")  # fmt: skip
    lesson = LESSON.replace("slides:", "audiences: [adults, children]\nslides:") + "  - {title: Help, help: all}\n"
    rows = [{**ROWS[0], "audience": "adults", "contacts": "district.yaml", "paper": "a4"}]
    result = batched(tmp_path, table(tmp_path, rows), lesson=lesson, only=())
    assert result.counts.failed == 0, result.told
    assert sorted(kits(tmp_path)) == [
        "Springfield/handouts/guided-notes-adults-a4.pdf",
        "Springfield/rain-accessibility-adults.txt",
        "Springfield/rain-adults.pdf",
        "Springfield/rain-adults.pptx",
    ]
    assert "555-0177" in words(tmp_path / "kits" / "Springfield" / "rain-adults.pptx")


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("paper", "A5", "HB614"),
        ("theme", "moonlight", "HB614"),
        ("audience", "martians", "HB614"),
        ("contacts", "nowhere.yaml", "HB141"),
        ("contacts", "../../../etc/passwd", "HB140"),
        ("logo", "nowhere.png", "HB141"),
        ("logo", "../../../etc/passwd", "HB140"),
        ("logo", "rows.csv", "HB142"),
    ],
)
def test_a_column_that_asks_for_what_is_not_there_fails_its_row(column, cell, code, tmp_path):
    name = {"name": "Springfield"} if column == "logo" else {}
    result = batched(tmp_path, table(tmp_path, [{**ROWS[0], **name, column: cell}, {**ROWS[1], **name, column: ""}]))
    assert (result.counts.made, result.counts.failed) == (1, 1)
    assert [(told.diagnostic.code, told.rows) for told in result.told if told.diagnostic.code == code] == [(code, [1])]


def test_a_kit_can_be_one_zip(tmp_path):
    batched(tmp_path, zipped=True, only=())
    assert sorted(path.name for path in (tmp_path / "kits").glob("*.zip")) == ["Ogdenville.zip", "Shelbyville.zip", "Springfield.zip"]  # fmt: skip
    with zipfile.ZipFile(tmp_path / "kits" / "Ogdenville.zip") as kit:
        assert kit.namelist() == ["handouts/guided-notes.pdf", "rain-accessibility.txt", "rain.pdf", "rain.pptx"]
        assert kit.testzip() is None
    assert batched(tmp_path, zipped=True, only=()).counts.fresh == 3


def test_the_manifest_names_every_file_with_its_hash(tmp_path):
    from hashlib import sha256

    batched(tmp_path, only=())
    lines = manifest(tmp_path)
    assert {line["file"]: line["sha256"] for line in lines} == {
        name: sha256(data).hexdigest() for name, data in kits(tmp_path).items()
    }
    assert len(json.loads((tmp_path / "kits" / "manifest.json").read_text("utf-8"))["kits"]) == 3


def test_words_of_a_stranger_are_no_formula_in_the_manifest(tmp_path):
    rows = [{"district": "=cmd", "phone": ""}, {"district": "@sum", "phone": "1"}]
    batched(tmp_path, table(tmp_path, rows))
    assert not any(cell.startswith(("=", "+", "-", "@")) for line in manifest(tmp_path) for cell in line.values())


def test_files_that_a_kit_no_longer_has_are_removed(tmp_path):
    batched(tmp_path, only=("deck", "deck-pdf"))
    batched(tmp_path, only=("deck",))
    assert {name.partition("/")[2] for name in kits(tmp_path)} == {"rain.pptx"}


def test_a_table_without_rows_makes_nothing(tmp_path):
    path = tmp_path / "rows.csv"
    path.write_text("district,phone\n")
    with pytest.raises(UnreadableRowsError):
        batched(tmp_path, path)


def test_kits_go_to_an_address_that_fsspec_knows(tmp_path):
    fsspec = pytest.importorskip("fsspec")
    rows = table(tmp_path)
    work = work_in(tmp_path, rows, target="memory://kits-of-a-test")
    first = run_batch(work, read_rows(rows, "rows.csv"), InProcess())
    memory = fsspec.filesystem("memory")
    made = {path.rpartition("kits-of-a-test/")[2]: memory.cat(path) for path in memory.find("/kits-of-a-test")}
    assert {name for name in made if "/" in name} == {f"{row['district']}/rain.pptx" for row in ROWS}
    assert "manifest.csv" in made
    assert first.counts.made == 3
    assert run_batch(work, read_rows(rows, "rows.csv"), InProcess()).counts.fresh == 3
    batched(tmp_path)
    assert {name: data for name, data in made.items() if "/" in name} == kits(tmp_path)


def test_with_strict_a_warning_fails_its_row(tmp_path):
    rows = table(tmp_path)
    work = work_in(tmp_path, rows, lesson=LESSON.replace("Water falls from clouds", "Water"))
    strict = replace(work, options=replace(work.options, strict=True))
    result = run_batch(strict, read_rows(rows, "rows.csv"), InProcess())
    assert result.counts.failed + result.counts.made == 3
    assert result.counts.failed == 3


def test_a_column_with_nearly_the_name_of_a_choice_is_told_once(tmp_path):
    result = batched(tmp_path, table(tmp_path, [{**row, "Language": "es", "phones": "1"} for row in ROWS]))
    said = [(told.diagnostic.hint, told.count) for told in result.told if told.diagnostic.code == "HB604"]
    assert said == [("Did you mean `language`?", 3)]
