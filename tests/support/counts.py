"""How many random examples a test makes, some while working, many in `.ci/long`; and what tests have counted."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

import pytest

LONG = bool(os.environ.get("HORNBOOK_LONG"))


def many(usual: int, times: int = 40) -> int:
    """`usual` examples, or `times` as many where time is no matter."""
    return usual * times if LONG else usual


def tell(record: Callable[[str, object], None], what: str, counted: dict[str, int], lines: Iterable[str] = ()) -> None:
    """Keeps what a test has counted for the end of the run, where counts of the same thing are added up."""
    record("counted", [what, counted, list(lines)])


def told(reports: Iterable[pytest.TestReport]) -> Iterator[str]:
    """The counts of all tests, a line for each thing, and what they want to have listed below it."""
    sums: dict[str, Counter[str]] = {}
    listed: dict[str, list[str]] = {}
    for what, counted, lines in (
        value for report in reports for name, value in report.user_properties if name == "counted"
    ):
        sums.setdefault(what, Counter(dict.fromkeys(counted, 0))).update(counted)
        listed.setdefault(what, []).extend(lines)
    for what, counted in sorted(sums.items()):
        yield f"{what}: {', '.join(f'{count:,} {name}' for name, count in counted.items())}"
        yield from (f"  {line}" for line in listed[what])
