"""Where quotations, brackets and comments end on a line that YAML could not read."""

import re


def without_comment(value: str) -> str:
    """A value without the comment after it."""
    return re.split(r"\s#(?:\s|$)", value, maxsplit=1)[0].rstrip()


def only_apostrophes(inner: str, mark: str) -> bool:
    """Whether each `'` inside stands between letters, as in `it's`."""
    return mark == "'" and not re.search(r"(?<!\w)'|'(?!\w)", inner)


def closing(value: str) -> int:
    """Where the bracket that a text begins with is closed; -1 where it is not."""
    depth, quote = 0, ""
    for index, sign in enumerate(value):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'" and (not index or value[index - 1] in " [{,:"):
            quote = sign
        elif sign in "[{":
            depth += 1
        elif sign in "]}":
            depth -= 1
            if not depth:
                return index
    return -1


def commas(value: str) -> bool:
    """Whether brackets hold more than one thing."""
    return "," in value or ": " in value


def end_of_quote(line: str, begin: int) -> int:
    """Where a quotation that begins there ends; -1 where it does not end on this line."""
    mark = line[begin : begin + 1]
    index = begin + 1
    while index < len(line):
        if line[index] == "\\" and mark == '"':
            index += 2
            continue
        if line[index] == mark:
            if mark == "'" and line[index + 1 : index + 2] == "'":
                index += 2
                continue
            return index
        index += 1
    return -1


def piece_at(line: str, column: int) -> tuple[int, int]:
    """The part of a line between the separators of a bracket around a column; quoted parts are passed over."""
    start, index = 0, 0
    while index < len(line):
        sign = line[index]
        if sign in "\"'" and not line[start:index].strip(" :"):
            closed = end_of_quote(line, index)
            index = closed + 1 if closed >= 0 else index + 1
            continue
        if sign in ",[]{}":
            if index > column or (index == column and sign in ",]}" and index > start and line[start:index].strip()):
                return start, index
            start = index + 1
        index += 1
    return start, len(line)
