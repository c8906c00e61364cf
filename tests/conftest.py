"""What all tests share: random tests are the same each time, `.ci/long` makes many more of them, and nothing comes from a cache."""

import os

from hypothesis import settings

from support.counts import LONG, told

settings.register_profile("usual", deadline=None, derandomize=True)
settings.register_profile("long", deadline=None)
settings.load_profile("long" if LONG else "usual")
os.environ["HORNBOOK_CACHE"] = "off"


def pytest_terminal_summary(terminalreporter):
    """What was counted is printed before the closing line."""
    reports = [report for kind in ("passed", "failed") for report in terminalreporter.stats.get(kind, [])]
    for line in told(reports):
        terminalreporter.write_line(line)
