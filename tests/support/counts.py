"""How many random examples a test makes: some while working, many in `.ci/long`."""

import os

LONG = bool(os.environ.get("HORNBOOK_LONG"))


def many(usual: int, times: int = 40) -> int:
    """`usual` examples, or `times` as many where time is no matter."""
    return usual * times if LONG else usual
