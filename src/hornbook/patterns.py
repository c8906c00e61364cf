"""Regular expressions that are compiled when they are first asked: a run of the program asks few of those that it knows."""

import re
from typing import Any, cast

_METHODS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub")


def lazy(pattern: str, flags: int = 0) -> "re.Pattern[str]":
    """What `re.compile` gives, but made at its first use. A mistake in it is found then, too."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))


class _Lazy:
    """Stands in for a pattern, whose methods it has from the first use on."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._made_of = pattern, flags

    def __getattr__(self, name: str) -> Any:
        made = re.compile(*self._made_of)
        for method in _METHODS:
            setattr(self, method, getattr(made, method))
        return getattr(made, name)
