"""How a language writes numbers: the signs between digits, and where a percent sign stands. Digits are the Western ones.

What an author typed is kept as English has it (`80,524.5`), with groups where there were groups, and written from that.
"""

import re

from msgspec import Struct

SPACES = "\u202f\u00a0 "


class Numerals(Struct, frozen=True):
    """A way of writing numbers; that of English unless another is said."""

    decimal: str = "."
    group: str = ","
    percent: str = "{}%"
    """A number with its percent sign."""

    def read(self, typed: str) -> str | None:
        """A number as people of this language type it, as English has it; None where it is no number, or could be two.

        The signs of English are understood as well where they mean nothing else here.
        """
        own, english = (
            re.fullmatch(rf"[-\u2212]?{_number(signs)}", typed) and _as_english(typed, signs)
            for signs in (self, ENGLISH)
        )
        return None if own and english and own != english else own or english or None

    def of(self, number: str) -> str:
        """A number that is written as English has it, in this language; a percent sign stays with it."""
        if self == ENGLISH:
            return number
        digits = number.removesuffix("%")
        signs = {".": self.decimal} | dict.fromkeys(",\u202f\u00a0", self.group)
        written = "".join(signs.get(sign, sign) for sign in digits.rstrip())
        return self.percent.format(written) if number.endswith("%") else written

    def rewritten(self, text: str, own: "Numerals") -> str:
        """A text without words, its numbers no longer written as `own` has them; dates and phone numbers stay as they are."""
        if self == own:
            return text
        alone = rf"(?<![\d.,:/-])({_number(own)})(?:\s?(%))?(?![\d:/-]|[.,]\d)"
        return re.sub(alone, lambda found: self.of(_as_english(found[1], own) + (found[2] or "")), text)


ENGLISH = Numerals()


def _number(signs: Numerals) -> str:
    """The pattern of a number without its sign; any space may stand where a language has one of them."""
    return rf"(?:\d{{1,3}}(?:{_groups(signs)}\d{{3}})+|\d+)(?:{re.escape(signs.decimal)}\d+)?"


def _groups(signs: Numerals) -> str:
    spaces = SPACES if signs.group in SPACES else "\u202f\u00a0"
    return f"[{re.escape(signs.group)}{spaces}]"


def _as_english(typed: str, signs: Numerals) -> str:
    if signs == ENGLISH:
        return typed
    whole, _, part = typed.partition(signs.decimal)
    return re.sub(_groups(signs), ",", whole) + (f".{part}" if part else "")
