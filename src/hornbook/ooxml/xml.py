"""Text to XML: escaped for content and for attributes alike, with nothing dropped on the way (XML 1.0 §2.2, §3.3.3)."""

import re

XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_ENTITIES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    # As themselves these become spaces in an attribute, and a carriage return is lost everywhere.
    "\t": "&#9;",
    "\n": "&#10;",
    "\r": "&#13;",
}
_SPECIAL = re.compile('[&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]')


class IllegalCharacterError(ValueError):
    """A character that no XML document can hold: reading the outline should have refused it."""

    def __init__(self, character: str) -> None:
        super().__init__(f"U+{ord(character):04X} cannot stand in an XML document")
        self.character = character


def escape(text: str) -> str:
    """The text for element content or an attribute in double quotes; IllegalCharacterError where XML has no way to say it."""
    return _SPECIAL.sub(_escaped, text) if _SPECIAL.search(text) else text


def _escaped(match: re.Match[str]) -> str:
    entity = _ENTITIES.get(match[0])
    if entity is None:
        raise IllegalCharacterError(match[0])
    return entity
