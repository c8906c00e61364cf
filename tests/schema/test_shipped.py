"""What is shipped, and what the pages show, is what the schemas describe."""

import re
from pathlib import Path

import pytest

from schema.editor import faults, seen

ROOT = Path(__file__).parents[2]
SHIPPED = {
    "lesson": ["decks/*/lesson.yaml", "src/hornbook/cli/starter.yaml", "tests/schema/*.yaml"],
    "contacts": ["decks/contacts/*.yaml"],
    "recipe": ["handouts/*.yaml"],
    "theme": ["decks/themes/*.yaml"],
}
FILES = [(name, path) for name, globs in SHIPPED.items() for pattern in globs for path in sorted(ROOT.glob(pattern))]


@pytest.mark.parametrize(
    ("name", "path"), FILES, ids=[f"{name}-{path.parent.name}-{path.stem}" for name, path in FILES]
)
def test_every_shipped_file_is_valid(name, path):
    assert faults(name, seen(path.read_text("utf-8"))) == []


def test_there_is_something_of_each_kind():
    assert {name for name, _ in FILES} == set(SHIPPED)


def test_every_outline_on_the_language_page_is_valid():
    page = (ROOT / "docs" / "outline.md").read_text("utf-8")
    blocks = [
        block for block in re.findall(r"^```yaml\n(.*?)^```", page, re.MULTILINE | re.DOTALL) if "title:" in block
    ]
    assert len(blocks) > 2
    assert [faults("lesson", seen(block)) for block in blocks] == [[]] * len(blocks)
