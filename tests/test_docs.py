"""What the pages say is true: every block of YAML builds, every command is one."""

import re
from pathlib import Path

import pytest

from hornbook.build.making import check
from hornbook.build.options import Options
from hornbook.build.workspace import built_in, find_lesson
from hornbook.diagnostics import Severity
from support.running import hornbook

PAGES = sorted([built_in() / "README.md", built_in() / "CONTRIBUTING.md", *built_in().glob("docs/*.md")])
BLOCKS = [
    pytest.param(block, id=f"{page.name}-{number}")
    for page in PAGES
    for number, block in enumerate(
        re.findall(r"^```yaml\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL), start=1
    )
    if block.startswith("title:")
]


@pytest.mark.parametrize("block", BLOCKS)
def test_every_outline_on_a_page_builds(block, tmp_path):
    outline = tmp_path / "lesson.yaml"
    outline.write_text(block, "utf-8")
    place = find_lesson("lesson.yaml", tmp_path)
    assert place is not None
    assert [found for found in check([place], Options(), tmp_path) if found.severity is Severity.ERROR] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_to_one(page: Path):
    targets = re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", page.read_text("utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_every_directory_has_its_line_on_the_architecture_page():
    page = (built_in() / "docs" / "architecture.md").read_text("utf-8")
    packages = [path.parent for path in (built_in() / "src" / "hornbook").rglob("__init__.py")]
    names = {path.relative_to(built_in()).as_posix() for path in packages} - {"src/hornbook", "src/hornbook/render"}
    assert [
        name for name in sorted(names) if f"`{name}/`" not in page and f"`{Path(name).parent.as_posix()}/`" not in page
    ] == []


def test_the_commands_of_the_readme_are_commands_of_the_program():
    from typer.testing import CliRunner

    from hornbook.cli.app import app

    text = (built_in() / "README.md").read_text("utf-8")
    calls = re.findall(
        r"hornbook (\w+)((?:\s+--?[\w-]+)?)",
        "\n".join(re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)),
    )
    assert len(calls) >= 5
    for command in {name for name, _ in calls}:
        assert CliRunner().invoke(app, [command, "--help"]).exit_code == 0, command


def test_the_message_that_the_readme_shows_is_the_one_that_a_new_lesson_gets(tmp_path):
    text = (built_in() / "README.md").read_text("utf-8")
    shown = re.search(r"^```\n(\S+ error HB212: .*?)^```", text, re.MULTILINE | re.DOTALL)
    assert shown is not None
    (tmp_path / "decks").mkdir()
    hornbook(tmp_path, "new", "volcanoes")
    outline = tmp_path / "decks" / "volcanoes" / "lesson.yaml"
    outline.write_text(outline.read_text("utf-8").replace("  points:", "  pionts:"), "utf-8")
    assert hornbook(tmp_path, "check", "volcanoes").stderr.decode().startswith(shown[1])


def test_every_limit_of_the_page_about_security_is_held_by_a_test_that_is_there():
    page = (built_in() / "docs" / "security.md").read_text("utf-8")
    named = set(re.findall(r"`(test_\w+)`", page))
    tests = {
        name
        for path in built_in().glob("tests/**/test_*.py")
        for name in re.findall(r"def (test_\w+)", path.read_text("utf-8"))
    }
    assert len(named) > 20
    assert sorted(named - tests) == []
    rows = [line for line in page.split("\n") if line.startswith("| ") and line.count(" | ") == 2]
    assert [row for row in rows if "`build." in row and "`test_" not in row] == []
