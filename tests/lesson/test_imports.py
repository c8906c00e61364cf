"""Reading a lesson imports nothing heavy."""

import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src"


def imported(code):
    """Names of the modules that a fresh interpreter has after running the code."""
    script = f"import sys; sys.path.insert(0, {str(SOURCE)!r})\n{code}\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in done.stdout.split()}


def test_a_lesson_is_read_without_the_libraries_that_draw(tmp_path):
    (tmp_path / "lesson.yaml").write_text("title: A\nslides:\n  - {title: B, points: ['**C**']}\n")
    code = f"from pathlib import Path\nfrom hornbook.lesson.reader import read_lesson\nf = Path({str(tmp_path)!r})\nassert read_lesson(f / 'lesson.yaml', f).lessons"
    assert not imported(code) & {"pydantic", "PIL", "pptx", "reportlab", "uharfbuzz", "typer", "rich"}


def test_texts_without_markup_do_not_wake_the_markup_parser(tmp_path):
    (tmp_path / "lesson.yaml").write_text("title: A\nslides:\n  - {title: B, points: [It's plain - no more]}\n")
    code = f"from pathlib import Path\nfrom hornbook.lesson.reader import read_lesson\nf = Path({str(tmp_path)!r})\nassert read_lesson(f / 'lesson.yaml', f).lessons"
    assert "markdown_it" not in imported(code)
