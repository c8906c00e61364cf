"""Telephone numbers as people type them."""

import re
from functools import lru_cache

from hornbook.lesson.model import Contact
from hornbook.patterns import lazy

_NUMBER = lazy(
    r"(?<![\w.,/@-])(?:\+?\d{1,3}[\s.-]?)?(?:\(\d{2,5}\)[\s.-]?|\d{2,5}[\s.-])\d{3,4}(?:[\s.-](?:\d{2,4}|[A-Z]{4}))+(?![\w/-])"
    r"|(?<![\w.,/@-])(?:\(\d{3}\)\s?|\d{3}[.-])\d{4}(?![\w/-])"
    r"|(?<![\w.,/@-])1-\d{3}-[A-Z]{3}-[A-Z]{4}(?!\w)"
)
_DIGIT = lazy(r"\d")
"""Every number begins with one, or with a sign and one: most texts have none, and need no longer look."""
_LETTERS = {
    letter: key
    for key, letters in enumerate(("ABC", "DEF", "GHI", "JKL", "MNO", "PQRS", "TUV", "WXYZ"), 2)
    for letter in letters
}


@lru_cache(maxsize=4096)
def numbers_in(plain: str) -> tuple[re.Match[str], ...]:
    """What looks like a telephone number: groups of digits with spaces, dots, dashes or brackets."""
    if not _DIGIT.search(plain):
        return ()
    return tuple(
        match
        for match in _NUMBER.finditer(plain)
        if 7 <= len(digits_of(match[0])) <= 15
        and not re.fullmatch(r"\d{4}[-.]\d{2}[-.]\d{2}|(?:1[89]|20)\d\d[\s.-].*", match[0])
    )


def digits_of(number: str) -> str:
    """The keys to press; letters as on the keypad."""
    return "".join(
        str(_LETTERS[char]) if char in _LETTERS else char
        for char in number.upper()
        if char.isdigit() or char in _LETTERS
    )


def known_digits(contacts: tuple[Contact, ...]) -> frozenset[str]:
    """All numbers of contacts, with and without the country's own prefix."""
    fields = [
        field.plain
        for contact in contacts
        for field in (contact.call, contact.text, contact.tty, contact.short)
        if field
    ]
    whole = {digits_of(match[0]) for field in fields for match in numbers_in(field)} | {
        digits_of(field) for field in fields
    }
    return frozenset(whole | {digits[1:] for digits in whole if digits.startswith("1") and len(digits) == 11})
