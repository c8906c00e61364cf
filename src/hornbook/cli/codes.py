"""All codes with what they mean: those of reading and building, and those of the rules of `check`."""

from collections.abc import Mapping

from hornbook.check.rules import rule_codes
from hornbook.diagnostics.code import Code
from hornbook.diagnostics.codes import CODES


def known_codes() -> Mapping[str, Code]:
    """By code, in order."""
    return dict(sorted({**CODES, **rule_codes()}.items()))
