"""What every theme must have: families of layouts, the counts they come in, and the placeholders that composing fills.

A lesson may use any kind of slide, so a theme without one of these would fail in the middle of somebody's lesson.
"""

from collections.abc import Iterable, Iterator

from hornbook.theme.model import Layout

_ONE = (0,)

FAMILIES: dict[str, tuple[tuple[int, ...], str]] = {
    "Title Slide": (_ONE, "title subtitle details help"),
    "Section Header": (_ONE, "title subtitle numeral"),
    "Title and Content": (_ONE, "title body source"),
    "Two Content": (_ONE, "title body1 body2"),
    "Comparison": (_ONE, "title heading1 body1 heading2 body2"),
    "Title Only": (_ONE, "title"),
    "Blank": (_ONE, ""),
    "Picture with Caption": (_ONE, "title picture body source"),
    "Content with Picture": (_ONE, "title body picture source"),
    "Picture": (_ONE, "title picture source"),
    "Statement": (_ONE, "title source"),
    "Statement with Picture": (_ONE, "title picture source"),
    "Quote": (_ONE, "title quote by source"),
    "Quote with Picture": (_ONE, "title quote by picture source"),
    "Compare": ((2, 3), "title heading# body# source"),
    "Steps": ((0, 3, 4, 5, 6), "title step# source"),
    "Timeline": ((0, 2, 3, 4, 5), "title when# what# source"),
    "Table": (_ONE, "title caption table source"),
    "Chart": (_ONE, "title chart note source"),
    "Chart Only": (_ONE, "title chart source"),
    "Activity": (_ONE, "title groups minutes unit materials body"),
    "Scenario": (_ONE, "title story questions"),
    "Discussion": ((0, 1, 2, 3, 4), "title question#"),
    "Quiz Choices": ((2, 3, 4, 5, 6), "title ask choice# answer"),
    "Quiz Short": (_ONE, "title ask answer"),
    "Quiz Match": (_ONE, "title ask left right answer"),
    "Vocabulary": ((1, 2, 3, 4), "title term# meaning#"),
    "Video": (_ONE, "title film link caution qr"),
    "Help": ((1, 2, 3, 4, 5, 6), "title card# privacy"),
    "Help with QR": ((1, 2, 3, 4, 5, 6), "title card# privacy qr"),
    "Objectives": (_ONE, "title body"),
    "Agenda": (_ONE, "title body"),
    "Content Note": (_ONE, "title body"),
    "Vocabulary List": (_ONE, "title body"),
    "Sources": (_ONE, "title body"),
}
"""Family to its counts and its keys; `step#` stands for one of each part, or for `body` where the count is 0."""

_FURNITURE = ("date", "footer", "number")


def needed(family: str, count: int) -> tuple[str, ...]:
    """The keys that a layout of that family and count must have."""
    keys = [key for name in FAMILIES[family][1].split() for key in _each(name, count)]
    return (*dict.fromkeys(keys), *_FURNITURE)


def _each(name: str, count: int) -> Iterable[str]:
    if not name.endswith("#"):
        return (name,)
    return [f"{name[:-1]}{number}" for number in range(1, count + 1)] if count else ("body",)


def lacking(layouts: Iterable[Layout]) -> Iterator[tuple[str, int, str]]:
    """Family, count and key of everything that is not there; the key is empty where the layout itself is not."""
    found: dict[tuple[str, int], list[Layout]] = {}
    for layout in layouts:
        found.setdefault((layout.family, layout.count), []).append(layout)
    for family, (counts, _) in FAMILIES.items():
        for count in counts:
            of_family = found.get((family, count), [])
            if not of_family:
                yield family, count, ""
            for key in needed(family, count):
                if any(layout.placeholder(key) is None for layout in of_family):
                    yield family, count, key
