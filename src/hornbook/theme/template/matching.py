"""Which layout of a template is which of ours: by its name, then by the type that PowerPoint gives it, then by what it has boxes for.

Names are those of PowerPoint in English and those of our own decks, so that a deck of ours may be changed and used as a template.
Types are the same in every language.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from hornbook.theme import keys
from hornbook.theme.families import FAMILIES, needed
from hornbook.theme.model import Density, Layout, Placeholder
from hornbook.theme.template.ground import Backdrop

FURNITURE = {"dt": "date", "ftr": "footer", "sldNum": "number"}
_TITLES = frozenset({"title", "ctrTitle"})
_TEXTS = frozenset({"body", "obj", "subTitle"})
_PICTURES = frozenset({"obj", "pic"})
_OPTIONAL = frozenset({"source", *FURNITURE.values()})

Boxes = tuple[Placeholder, ...]
Keyed = Callable[[Boxes], Boxes | None]
"""The boxes with the keys of a family, or None where they are not what it needs."""


class Known(Struct, frozen=True):
    """A layout of the file, read."""

    part: str
    name: str
    office_type: str
    boxes: Boxes
    """Their keys are still empty."""
    backdrop: Backdrop

    @property
    def furniture(self) -> Boxes:
        return tuple(replace(box, key=FURNITURE[box.type]) for box in self.boxes if box.type in FURNITURE)

    @property
    def title(self) -> Placeholder | None:
        return next((replace(box, key="title") for box in self.boxes if box.type in _TITLES), None)

    @property
    def filled(self) -> Boxes:
        """What is neither title nor furniture, from top to bottom."""
        found = [box for box in self.boxes if box.type not in FURNITURE and box.type not in _TITLES]
        return tuple(sorted(found, key=lambda box: (round(box.rect.top), box.rect.left)))


class Match(Struct, frozen=True):
    """A layout of the file as one of ours."""

    known: Known
    boxes: Boxes
    """With their keys; title first, furniture last."""


def _one(key: str, *types: str) -> Keyed:
    """The largest box of these types."""

    def keyed(boxes: Boxes) -> Boxes | None:
        found = [box for box in boxes if box.type in types]
        return (replace(max(found, key=_area), key=key),) if found else None

    return keyed


def _two(boxes: Boxes) -> Boxes | None:
    """The two largest, from left to right, where they stand side by side."""
    found = sorted((box for box in boxes if box.type in _TEXTS), key=_area)[-2:]
    if len(found) < 2 or found[0].rect.overlaps(found[1].rect):
        return None
    left, right = sorted(found, key=lambda box: box.rect.left)
    if right.rect.left < left.rect.right - 1:
        return None
    return (replace(left, key="body1"), replace(right, key="body2"))


def _four(boxes: Boxes) -> Boxes | None:
    """Two columns, each with a heading over it."""
    found = [box for box in boxes if box.type in _TEXTS]
    if len(found) != 4:
        return None
    columns = sorted(found, key=lambda box: box.rect.left)
    pairs = [sorted(pair, key=lambda box: box.rect.top) for pair in (columns[:2], columns[2:])]
    return tuple(
        replace(box, key=f"{key}{number}")
        for number, pair in enumerate(pairs, 1)
        for key, box in zip(("heading", "body"), pair, strict=True)
    )


def _captioned(boxes: Boxes) -> Boxes | None:
    picture, words = _one("picture", "pic", "obj")(boxes), _one("body", "body")(boxes)
    return (*picture, *words) if picture and words else None


def _none(boxes: Boxes) -> Boxes | None:
    del boxes
    return ()


_STANDARD: Mapping[str, tuple[str, Keyed]] = {
    "Title Slide": ("title", _one("subtitle", "subTitle", "body")),
    "Title and Content": ("obj", _one("body", "obj", "body")),
    "Section Header": ("secHead", _one("subtitle", "body", "subTitle", "obj")),
    "Two Content": ("twoObj", _two),
    "Comparison": ("twoTxTwoObj", _four),
    "Title Only": ("titleOnly", _none),
    "Blank": ("blank", _none),
    "Picture with Caption": ("picTx", _captioned),
}
"""Family to PowerPoint's type for it, and to what it needs besides a title."""

_OTHER_TYPES = {"Title and Content": ("tx",), "Two Content": ("twoColTx",), "Picture with Caption": ("objTx",)}


def match_standard(layouts: Sequence[Known]) -> dict[str, Match]:
    """PowerPoint's own layouts, as far as the template has them."""
    found: dict[str, Match] = {}
    for family, (type, keyed) in _STANDARD.items():
        types = (type, *_OTHER_TYPES.get(family, ()))
        for candidates in (
            [known for known in layouts if known.name.strip().casefold() == family.casefold()],
            [known for known in layouts if known.office_type in types],
            [known for known in layouts if known.office_type in {"", "cust"} and _looks_like(family, known)],
        ):
            matches = (_match(family, keyed, known) for known in candidates)
            if match := next((match for match in matches if match), None):
                found[family] = match
                break
    return found


def _match(family: str, keyed: Keyed, known: Known) -> Match | None:
    if (own := _by_index(family, 0, known)) is not None:
        return Match(known, own)
    title, boxes = known.title, keyed(known.filled)
    if boxes is None or (title is None and family != "Blank"):
        return None
    return Match(known, (*([title] if title else []), *boxes, *known.furniture))


def _looks_like(family: str, known: Known) -> bool:
    """Whether the boxes of a layout without a type say what it is for. A section's opener looks like a list, so none does."""
    types = sorted(box.type for box in known.filled)
    title = known.title is not None
    centred = any(box.type == "ctrTitle" for box in known.boxes)
    match family:
        case "Title Slide":
            return title and (centred or types == ["subTitle"])
        case "Title and Content":
            return title and not centred and len(types) == 1 and types[0] in {"body", "obj"}
        case "Two Content":
            return title and len(types) == 2 and set(types) <= {"body", "obj"}
        case "Comparison":
            return title and len(types) == 4 and set(types) <= {"body", "obj"}
        case "Title Only":
            return title and not types
        case "Blank":
            return not title and not types
        case "Picture with Caption":
            return title and types == ["body", "pic"]
        case _:
            return False


def match_ours(layouts: Sequence[Known]) -> Iterator[tuple[Layout, Known]]:
    """Layouts with our own names and boxes, as a deck of ours has them."""
    for known in layouts:
        family, count, density = _parsed(known.name)
        if family in FAMILIES and family not in _STANDARD and (boxes := _by_index(family, count, known)):
            ground = known.backdrop
            yield (
                Layout(
                    known.name, family, density, count, known.office_type, ground.colour, (), boxes,
                    part=known.part, behind=ground.drawn,
                ),
                known,
            )  # fmt: skip


def _parsed(name: str) -> tuple[str, int, Density]:
    """`Steps 4 Dense`."""
    density: Density = "normal"
    for word in ("large", "dense"):
        if name.endswith(f" {word.title()}"):
            name, density = name.removesuffix(f" {word.title()}"), word
    family, _, last = name.rpartition(" ")
    return (family, int(last), density) if last.isdecimal() and len(last) == 1 and family else (name, 0, density)


def _by_index(family: str, count: int, known: Known) -> Boxes | None:
    """The boxes by the numbers that our own layouts give them; None where any is missing."""
    kinds = {key: keys.known(key, 0) for key in needed(family, count)}
    found: list[Placeholder] = []
    for key, kind in kinds.items():
        if key in FURNITURE.values() or kind is None:
            continue
        wanted = _TITLES if key == "title" else _TEXTS if kind.type in _TEXTS else {kind.type}
        box = next(
            (box for box in known.boxes if box.type in wanted and (key == "title" or box.index == kind.index)), None
        )
        if box is not None:
            found.append(replace(box, key=key))
        elif key not in _OPTIONAL:
            return None
    return (*found, *known.furniture)


def _area(box: Placeholder) -> float:
    return box.rect.width * box.rect.height


def holds_pictures(box: Placeholder) -> bool:
    """Whether a picture may be put into a placeholder."""
    return box.type in _PICTURES
