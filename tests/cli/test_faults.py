"""The world does not play along, and nothing is lost: disks, folders, clocks, fonts, locales, other builds, odd paths."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.running import OUTLINE, PROGRAM, UNIX, hornbook, left

ROOT_ON_LINUX = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0 or shutil.which("mount") is None, reason="only root can mount a disk"
)
DECK = ("--only", "deck")


@pytest.fixture
def here(tmp_path):
    (tmp_path / "rain").mkdir()
    (tmp_path / "rain" / "lesson.yaml").write_text(OUTLINE, "utf-8")
    return tmp_path


@pytest.fixture
def disk(here):
    """A small disk of its own."""
    folder = here / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=120k", "tmpfs", str(folder)], check=False, capture_output=True, text=True
    )
    if mounted.returncode:  # root in a container may lack the right; nothing else makes a disk that is really full
        pytest.skip(f"no disk can be mounted here: {mounted.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def change(here):
    (here / "rain" / "lesson.yaml").write_text(OUTLINE.replace("Water falls", "It falls again"), "utf-8")


def files(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def ended_with_3(ended, words):
    assert ended.returncode == 3, ended.stderr
    assert b"Traceback" not in ended.stderr
    assert words in ended.stderr


@ROOT_ON_LINUX
def test_a_full_disk_is_said_and_the_old_files_stay(here, disk):
    assert hornbook(here, "build", "rain", "--out", "disk", *DECK).returncode == 0
    before = files(disk)
    change(here)
    free = shutil.disk_usage(disk).free
    (disk / "filler").write_bytes(b"x" * (free - 8192))
    ended_with_3(hornbook(here, "build", "rain", "--out", "disk", *DECK), b"No space left on device.")
    (disk / "filler").unlink()
    assert files(disk) == before


@ROOT_ON_LINUX
def test_a_disk_that_may_only_be_read_is_said(here, disk):
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    ended_with_3(hornbook(here, "build", "rain", "--out", "disk", *DECK), b"Read-only file system")
    assert hornbook(here, "check", "rain").returncode == 0


def test_an_output_that_cannot_be_replaced_changes_none_of_the_others(here):
    assert hornbook(here, "build", "rain").returncode == 0
    before = files(here / "out")
    held = here / "out/rain/rain.pdf"
    held.unlink()
    held.mkdir()
    (held / "open").write_text("", "utf-8")
    change(here)
    ended = hornbook(here, "build", "rain")
    ended_with_3(ended, b"Cannot write")
    assert b"Nothing was changed" in ended.stderr
    after = files(here / "out")
    assert {name: after[name] for name in before if name != "rain/rain.pdf"} == {
        name: data for name, data in before.items() if name != "rain/rain.pdf"
    }
    shutil.rmtree(held)
    assert hornbook(here, "build", "rain").returncode == 0


@UNIX
def test_two_builds_of_one_lesson_at_once_leave_whole_files_and_nothing_else(here):
    def started():
        command = [sys.executable, "-c", PROGRAM, "build", "rain", "--force", "--quiet"]
        return subprocess.Popen(command, cwd=here, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    running = [started(), started(), started()]
    assert [each.communicate(timeout=300)[1] for each in running] == [b"", b"", b""]
    assert [each.returncode for each in running] == [0, 0, 0]
    names = {"rain/.hornbook.json", "rain/handouts/guided-notes.pdf", "rain/rain.pdf", "rain/rain.pptx"}
    names |= {"rain/rain-accessibility.txt"}
    assert set(files(here / "out")) == names
    assert b"nothing to do" in hornbook(here, "build", "rain").stderr


@pytest.mark.parametrize("epoch", ["253402300799", "99999999999999999999"])
def test_a_clock_far_from_today_changes_no_output(here, epoch):
    assert hornbook(here, "build", "rain", *DECK).returncode == 0
    before = (here / "out/rain/rain.pptx").read_bytes()
    ended = hornbook(here, "build", "rain", *DECK, "--force", env={**os.environ, "SOURCE_DATE_EPOCH": epoch})
    assert (ended.returncode, b"Traceback" in ended.stderr) == (0, False)
    assert (here / "out/rain/rain.pptx").read_bytes() == before


def test_files_from_the_future_are_files(here):
    os.utime(here / "rain/lesson.yaml", (32_503_680_000, 32_503_680_000))
    assert hornbook(here, "build", "rain", *DECK).returncode == 0


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_days_at_the_ends_of_the_calendar_are_days(here, day):
    contact = f"contacts: [{{id: a, name: A, call: '911', checked_on: {day}, checked_by: A}}]\n"
    limits = "rules: {HB504: {contacts: 99999999999999999999}}\n"
    (here / "rain" / "lesson.yaml").write_text(OUTLINE + contact + limits, "utf-8")
    ended = hornbook(here, "build", "rain", *DECK)
    assert (ended.returncode, b"Traceback" in ended.stderr) == (0, False)


def test_a_font_package_that_is_missing_is_named(here):
    without = f"import sys; sys.modules['fontpkg_arimo'] = None; {PROGRAM}"
    ended = subprocess.run(
        [sys.executable, "-c", without, "build", "rain", *DECK], cwd=here, capture_output=True, check=False
    )
    ended_with_3(ended, b"fontpkg-arimo")
    assert not (here / "out").exists()


@UNIX
def test_no_home_no_office_no_terminal_and_a_locale_without_letters_are_no_matter(here):
    environment = {"PATH": "/nonexistent", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    environment |= {key: value for key, value in os.environ.items() if key == "PYTHONPATH"}
    ended = hornbook(here, "build", "rain", env=environment, stdin=subprocess.DEVNULL, start_new_session=True)
    assert ended.returncode == 0, ended.stderr
    assert (here / "out/rain/handouts/guided-notes.pdf").is_file()


def test_a_path_with_spaces_and_arabic_is_a_path(here):
    folder = here / "\u062f\u0631\u0633 \u0627\u0644\u0645\u0627\u0621 (1) & co"
    folder.mkdir()
    (folder / "lesson.yaml").write_text(OUTLINE, "utf-8")
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    ended = hornbook(here, "build", folder.name, *DECK, "--json", env=environment)
    assert ended.returncode == 0, ended.stderr
    (output,) = json.loads(ended.stdout)["outputs"]
    assert (here / output["path"]).is_file()


@UNIX
@pytest.mark.parametrize("name", ["con", "what?"])
def test_a_name_that_windows_refuses_is_an_error_before_anything_is_written(here, name):
    (here / name).mkdir()
    (here / name / "lesson.yaml").write_text(OUTLINE, "utf-8")
    for command in ("check", "build"):
        ended = hornbook(here, command, f"./{name}")
        assert ended.returncode == 1
        assert b"HB603" in ended.stderr
    assert left(here / "out") == []


@UNIX
def test_a_link_inside_the_output_folder_does_not_lead_a_file_out_of_it(here, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (here / "out/rain").mkdir(parents=True)
    (here / "out/rain/handouts").symlink_to(elsewhere)
    ended_with_3(hornbook(here, "build", "rain"), b"leads elsewhere")
    assert left(elsewhere) == []
    assert left(here / "out") == ["rain", "rain/handouts"]


@UNIX
def test_links_to_files_outside_the_workspace_are_not_followed(here, tmp_path_factory):
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.yaml"
    secret.write_text("secret: words\n", "utf-8")
    for name in (
        "decks/themes/night-sky.yaml",
        "handouts/list.yaml",
        "decks/words/own.yaml",
        "hornbook.yaml",
        "decks/spy/lesson.yaml",
    ):
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).symlink_to(secret)
    (here / "decks/rain").mkdir()
    text = OUTLINE.replace("[guided-notes]", "[list]") + "theme: night-sky\ncare: own\n"
    (here / "decks/rain/lesson.yaml").write_text(text, "utf-8")
    ended = hornbook(here, "build")
    assert ended.returncode == 1
    assert b"secret" not in ended.stderr
    assert {code for code in (b"HB401", b"HB402") if code in ended.stderr} == {b"HB401", b"HB402"}


@pytest.mark.parametrize("damage", ["{", '{"format": 2}', "[]", "null", "\0", '{"outputs": [{"name": "../../x"}]}'])
def test_a_manifest_that_is_none_is_built_over(here, damage):
    assert hornbook(here, "build", "rain", *DECK).returncode == 0
    (here / "out/rain/.hornbook.json").write_text(damage, "utf-8")
    ended = hornbook(here, "build", "rain", *DECK)
    assert (ended.returncode, b"Traceback" in ended.stderr) == (0, False)


@pytest.mark.parametrize("field", ["diagnostics", "outputs", "inputs", "days", "absent"])
@pytest.mark.parametrize("value", [5, [5], {"a": 5}, ["\0"], [{"severity": 9, "file": "file:/etc/passwd"}]])
def test_a_manifest_with_other_things_in_it_is_built_over(here, field, value):
    from hornbook.build import manifest
    from hornbook.build.options import Options
    from hornbook.build.run import build
    from hornbook.build.workspace import find_lesson

    place = find_lesson("rain", here)
    assert place is not None
    options = Options(only=("deck",), jobs=1)
    build([place], options, here)
    path = here / "out/rain" / manifest.NAME
    data = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**data, field: value}), "utf-8")
    assert build([place], options, here).failed == ()
    assert Path(here / "out/rain/rain.pptx").is_file()
