"""What `hornbook explain` says about a code."""

from collections.abc import Mapping

from msgspec import Struct


class Code(Struct, frozen=True):
    """A code, explained: what it means, why it matters, and an example with its remedy (both may be empty)."""

    code: str
    title: str
    why: str
    bad: str = ""
    good: str = ""


def by_code(*codes: Code) -> Mapping[str, Code]:
    """Codes by their names; a name that comes twice is an error of ours."""
    found = {code.code: code for code in codes}
    assert len(found) == len(codes), "a code is explained twice"
    return found
