"""Names of kits, made of the words of a row and safe on every file system."""

import re
import unicodedata
from collections.abc import Mapping

from hornbook.source.nearest import nearest

MOST_BYTES = 100
_NAME = re.compile(r"<<\s*([^<>\n]+?)\s*>>")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


class UnknownColumnError(LookupError):
    """A template asks for a column that there is not."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f'There is no column "{name}"')
        near = nearest(name, known)
        self.hint = (f'Did you mean "{near}"? ' if near else "") + f"There are: {', '.join(known)}."


def check_template(template: str, columns: tuple[str, ...]) -> None:
    for match in _NAME.finditer(template):
        if match[1] not in (*columns, "row"):
            raise UnknownColumnError(match[1], columns)


def kit_name(template: str, cells: Mapping[str, str], number: int) -> str:
    """The template with the row's words in it, as one part of a path: letters, digits, hyphens; never empty."""
    filled = _NAME.sub(lambda match: str(number) if match[1] == "row" else cells.get(match[1], ""), template)
    return _safe(filled) or f"row-{number}"


def same_name(name: str) -> str:
    """What two names have in common that one folder cannot tell apart on every computer."""
    return unicodedata.normalize("NFKC", name).casefold()


def _safe(words: str) -> str:
    """NFC letters and digits of every script, and hyphens for all that stands between; cut at a character."""
    words = unicodedata.normalize("NFC", words)
    kept = "".join(char if unicodedata.category(char)[0] in "LNM" or char in "_." else "-" for char in words)
    name = re.sub(r"-{2,}", "-", kept).strip("-._")
    while len(name.encode()) > MOST_BYTES:
        name = name[:-1]
    name = name.rstrip("-._")
    return f"{name}-kit" if _RESERVED.fullmatch(name) else name
