"""The plans of an outline that a test makes up."""

from pathlib import Path

import yaml

from hornbook.build.editions import Planned, plan_edition
from hornbook.build.gather import gather
from hornbook.build.options import Options
from hornbook.build.workspace import find_lesson
from hornbook.diagnostics import Severity


def planned_outline(outline: dict[str, object], folder: Path) -> tuple[Planned, ...]:
    """Its deck and handouts, written nowhere; the test fails where the outline has an error."""
    path = folder / "lesson.yaml"
    path.write_text(yaml.safe_dump(outline, allow_unicode=True, sort_keys=False), "utf-8")
    place = find_lesson(str(path), folder)
    assert place is not None
    gathered = gather(place, Options(), folder)
    plans, said = plan_edition(gathered.editions[0])
    assert [each.message for each in (*gathered.diagnostics, *said) if each.severity is Severity.ERROR] == []
    return plans
