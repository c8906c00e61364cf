"""The table in the flagship's README leads from each part of the article to what is really in the lesson."""

import re

import pytest

from lessons.outline import FLAGSHIP, all_words, load
from lessons.timing import read_aloud

README = (FLAGSHIP / "README.md").read_text(encoding="utf-8")
LESSON = load(FLAGSHIP / "lesson.yaml")
NAMES = {
    words.text.replace("’", "'")
    for words in all_words(LESSON)
    if words.keys[-1] in {"title", "statement", "heading"} and words.keys[0] in {"sections", "print"}
}


def rows(heading):
    part = README.split(f"## {heading}\n")[1].split("\n## ")[0]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in part.splitlines() if line[:1] == "|"]
    return cells[2:]


MAP = rows("The article, paragraph by paragraph")
SUBJECTS = (
    "Definition", "Who and how", "How long", "Where", "Why learn", "Rights", "Harm", "Statistics", "Online", "Payments",
    "Friend and follow", "Section 230", "Lawsuits", "Backpage", "FOSTA-SESTA", "education", "learn more", "whom to call",
)  # fmt: skip


@pytest.mark.parametrize("subject", SUBJECTS)
def test_each_part_of_the_article_has_its_row(subject):
    assert any(subject in row[0] for row in MAP)


@pytest.mark.parametrize("row", MAP, ids=lambda row: row[0][:30])
def test_the_table_names_slides_and_blocks_that_are_there(row):
    assert len(row) == 3
    for name in re.findall(r'"([^"]+)"', row[1]):
        assert name in NAMES, name


def test_the_article_is_named_by_its_public_address():
    assert "https://caclapeer.org/human-trafficking-the-internet/" in README


@pytest.mark.parametrize("audience", ["classroom", "civics", "community"])
def test_the_minutes_of_reading_are_those_that_are_counted(audience):
    (row,) = re.findall(rf"^\| `{audience}` .*$", README, re.MULTILINE)
    assert f"{round(read_aloud(LESSON, audience))} minutes" in row.split("|")[4]
