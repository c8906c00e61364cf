"""Broken outlines are seen by an editor, as far as it can see."""

from pathlib import Path

import pytest
import yaml

from schema.editor import faults, seen

BROKEN = Path(__file__).parents[1] / "lesson" / "broken"
AT = {
    "missing-title": "",
    "unknown-key": "",
    "two-bodies": "slides/0",
    "unknown-kind": "slides/0",
    "wrong-type": "title",
}


@pytest.mark.parametrize("name", AT)
def test_a_broken_outline_is_refused(name):
    found = faults("lesson", seen((BROKEN / f"{name}.yaml").read_text("utf-8")))
    assert found
    assert AT[name] in {place[: len(AT[name])] for place, _ in found}


@pytest.mark.parametrize("change", ["subtitel: A", "slide: []", "sections: []", "opening: [ending]"])
def test_a_word_that_is_not_known_is_refused(change):
    good = "title: A\nslides:\n  - statement: B\n"
    assert faults("lesson", seen(good)) == []
    assert faults("lesson", yaml.safe_load(good + change + "\n"))


@pytest.mark.parametrize("text", ["2022", "true", "45", "0.5", "no", "12:30", "2026-11-24", '"007"'])
def test_a_text_may_look_like_a_number_a_switch_or_a_time(text):
    assert faults("lesson", seen(f"title: {text}\nslides:\n  - title: {text}\n    points: [{text}]\n")) == []


def test_an_empty_cell_and_an_unknown_number_are_seen_as_such():
    table = "title: A\nslides:\n  - {title: B, table: {rows: [[1, ], [~, x]]}}\n"
    chart = "title: A\nslides:\n  - {title: B, chart: {type: bar, labels: [a, b, c], series: {c: [1, ~, '-']}}}\n"
    assert faults("lesson", seen(table)) == faults("lesson", seen(chart)) == []
