"""A number that cannot be called.

The number has too few or too many digits for its region, or no line of the region begins so. Letters count as the keys they
stand on. Short numbers (911, 988) and text codes count as well. The region is that of the contacts file, or the one that the
lesson's language names; without either nothing is said.

For instance:
    contacts: [{id: line, name: Help line, call: 1-888-373-788}]

Instead:
    contacts: [{id: line, name: Help line, call: 1-888-373-7888}]
"""

import re
from collections.abc import Iterator

from hornbook.check.phones import digits_of
from hornbook.check.places import place_of
from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.diagnostics import Diagnostic, Severity, warning
from hornbook.patterns import lazy
from hornbook.source.runs import Text

_ENDS = lazy(r"\s*(?:;|,|\bext\b|\bext\.|\bx\d|\bor\b|\boption\b|\bthen\b|\().*", re.IGNORECASE)
_WORDS = lazy(r"[A-Za-z]{2,}\s|\s[A-Za-z]+")


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each number of a contact that its region does not have. Extensions and words are left out."""
    usual = _region_of(subject.lesson.language)
    for contact in subject.lesson.contacts:
        region = contact.region or usual
        for field in (contact.call, contact.text, contact.tty):
            if field is None or not region or any(run.write_in for run in field.runs):
                continue
            number = _number(field)
            if number and not _can_be(number, region):
                span = place_of(field, number)
                message = f'"{number}" cannot be a number in the region {region}.'
                yield warning("HB508", message, span, "Compare it, digit by digit, with the publisher's own page.")


def _number(field: Text) -> str:
    """The number in a field; empty where it holds other words as well, such as a room or what to text."""
    plain = _ENDS.sub("", field.plain).strip()
    digits = digits_of(re.sub(r"[A-Za-z]", "", plain))
    return "" if len(digits) < 2 or _WORDS.search(plain) else plain


def _region_of(language: str) -> str:
    parts = language.split("-")
    return next((part.upper() for part in parts[1:] if re.fullmatch(r"[A-Za-z]{2}", part)), "")


def _can_be(number: str, region: str) -> bool:
    import phonenumbers

    digits = digits_of(number)
    try:
        parsed = phonenumbers.parse(("+" if number.startswith("+") else "") + digits, region)
    except phonenumbers.NumberParseException:
        return False
    if phonenumbers.is_valid_number(parsed) or phonenumbers.is_possible_short_number_for_region(parsed, region):
        return True
    return len(digits) <= 6 and phonenumbers.is_possible_short_number(parsed)


RULE = Rule("HB508", Severity.WARNING, find, __doc__)
