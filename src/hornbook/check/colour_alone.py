"""Something told apart by its colour alone.

One man in twelve does not see red and green as others do, a copier sees neither, and a screen reader names no colours. Name
the thing as well: what it is called, or where it stands. (English and Spanish.)

For instance:
    - The red bar is larger

Instead:
    - The bar of 2024 is larger
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from hornbook.check.places import place_of
from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.check.texts import texts
from hornbook.diagnostics import Diagnostic, Severity, warning
from hornbook.patterns import lazy

_COLOUR = r"(?:red|green|blue|yellow|orange|purple|pink|brown|gr[ae]y|colou?red|teal|violet|golden)"
_SIGN = r"(?:bars?|lines?|columns?|slices?|dots?|boxes|box|areas?|parts?|words?|text|arrows?|circles?|squares?|ones?|cells?|rows?|curves?|segments?|labels?|answers?|numbers?|items?|points?)"
_ENGLISH = lazy(
    rf"\b{_COLOUR}\s+{_SIGN}\b|\b(?:shown|marked|highlighted|printed|written|set|drawn) in {_COLOUR}\b|\bin {_COLOUR} (?:type|print|ink|letters)\b",
    re.IGNORECASE,
)


_COLOR = r"(?:roj[oa]|verde|azul|amarill[oa]|naranja|morad[oa]|rosa|marrón|gris|violeta)(?:e?s)?"
_MARK = r"(?:barra|línea|columna|porción|punto|caja|recuadro|área|parte|palabra|texto|flecha|círculo|cuadro|celda|fila|curva|número)s?"
_SPANISH = lazy(
    rf"\b{_MARK} (?:en |de color )?{_COLOR}\b|\b(?:marcad|escrit|impres|dibujad|resaltad)[oa]s? en {_COLOR}\b",
    re.IGNORECASE,
)
_ALONE = {"en": _ENGLISH, "es": _SPANISH}
_NAMES = {
    "en": [
        "red",
        "green",
        "blue",
        "yellow",
        "orange",
        "purple",
        "pink",
        "brown",
        "gray",
        "grey",
        "color",
        "colour",
        "teal",
        "violet",
        "golden",
    ],
    "es": ["roj", "verde", "azul", "amarill", "naranja", "morad", "rosa", "marr", "gris", "violeta"],
}
"""What every match holds one of: most texts have none, and need no longer look."""


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each text that names a part of a chart, a table or a text by its colour."""
    if subject.tongue not in _ALONE:
        return
    for said in texts(subject.lesson):
        if said.role in {"alt", "work", "quote", "credit"}:
            continue
        for words in _coloured(said.text.plain, subject.tongue):
            message = f'"{words}" can be found by its colour alone.'
            yield warning("HB535", message, place_of(said.text, words), "Name it as well, or say where it stands.")


@lru_cache(maxsize=4096)
def _coloured(plain: str, tongue: str) -> tuple[str, ...]:
    if not any(map(plain.lower().__contains__, _NAMES[tongue])):
        return ()
    return tuple(match[0] for match in _ALONE[tongue].finditer(plain))


RULE = Rule("HB535", Severity.WARNING, find, __doc__, of_words=True)
