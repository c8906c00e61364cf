"""The texts of a lesson as a translator gets them: each once, with where it stands, what it is, and what to mind."""

from collections.abc import Iterable
from pathlib import PurePosixPath

from msgspec import Struct, field

from hornbook.diagnostics import Span
from hornbook.lesson.translatable import msgid_of
from hornbook.source.nodes import ScalarNode

_HINTS = (
    ("==", "Each ==key word== stays marked: it is a blank in guided notes."),
    ("<<", "<<names>> stay as they are: they are filled in."),
    ("[@", "[@citations] stay as they are: they become numbers."),
    ("](", "The address of a [link](...) stays as it is."),
)
_LIMITS = {
    "title of the lesson": "At most about 60 letters.",
    "title of a slide": "At most about 70 letters.",
    "title of a section": "At most about 40 letters.",
    "step": "A few words: steps stand side by side.",
    "heading of a column": "A few words.",
    "label of a chart": "A word or two.",
    "headline of a wallet card": "A few words.",
    "line on a wallet card": "One short line.",
    "headline of a poster": "A few words.",
}
"""How long a text may be, where that is not left to its slide."""


class Collected(Struct):
    """Where a text stands, and what it is there."""

    places: list[tuple[str, int]] = field(default_factory=list[tuple[str, int]])
    """Name of the file and line."""
    kinds: list[str] = field(default_factory=list[str])
    span: Span | None = None
    """Where it stands first."""


class Collecting:
    """Takes down each text and leaves it as it is: a `Translate` that translates nothing."""

    def __init__(self) -> None:
        self.texts: dict[str, Collected] = {}

    def __call__(self, node: ScalarNode, kind: str) -> ScalarNode:
        found = self.texts.setdefault(msgid_of(node.text), Collected(span=node.span))
        place = (PurePosixPath(node.span.file.path).name, node.span.line)
        if place not in found.places:
            found.places.append(place)
        if kind not in found.kinds:
            found.kinds.append(kind)
        return node


def advice(text: str, kinds: Iterable[str]) -> list[str]:
    """What a translator should know about a text: what it is, how long it may be, what has to stay."""
    names = list(kinds)
    limits = dict.fromkeys(_LIMITS[name] for name in names if name in _LIMITS)
    first = ", ".join(names)
    return [f"{first[:1].upper()}{first[1:]}.", *limits, *(hint for sign, hint in _HINTS if sign in text)]
