"""Which layout, and how many slides: the largest layout that holds everything, then a division between parts, then an error."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from hornbook.compose.content import Arrangement, Draft, Fill, Part
from hornbook.compose.fitting import Misfit, Page, fit_page
from hornbook.compose.setting import Setting
from hornbook.compose.titles import source_fill, title_fill
from hornbook.theme.model import Layout

WORST = 9
"""Titles are measured as `(9 of 9)` before it is known how many slides there are."""

MANY_MORE = 1.5
"""So many times the slides of the dense layout are too many for the sake of larger words."""

Pages = tuple[Page, ...]
Chunks = tuple[tuple[Part, ...], ...]


class Desk(Struct, frozen=True):
    """A draft on its way to a layout."""

    draft: Draft
    setting: Setting

    def page(self, layout: Layout, fills: tuple[Fill, ...], part: int = 1, parts: int = 1) -> Page | Misfit:
        """The title, the fills and the source line in a layout."""
        title = title_fill(self.draft, part, parts, self.setting)
        return fit_page(layout, (title, *fills, *source_fill(self.draft, self.setting)), self.setting)

    def layouts(self, arrangement: Arrangement, count: int) -> tuple[Layout, ...]:
        """Of the arrangement's family, for that many parts, the largest first."""
        wanted = count if arrangement.counted else arrangement.count
        found = self._sourced(self.setting.family(arrangement.family, wanted))
        return found if arrangement.dense else tuple(layout for layout in found if layout.density != "dense")

    def _sourced(self, layouts: tuple[Layout, ...]) -> tuple[Layout, ...]:
        """With a place for sources where the slide has any, and without where it has none, if the theme has both."""
        wants = bool(source_fill(self.draft, self.setting))
        chosen = tuple(layout for layout in layouts if (layout.placeholder("source") is not None) == wants)
        return chosen or layouts

    def most(self, arrangement: Arrangement) -> int:
        """The most parts that a counted family has boxes for."""
        return max((count for family, count in self.setting.families if family == arrangement.family), default=0)


def paginate(desk: Desk) -> Pages | Misfit:
    """The slides of a draft, or why there are none: what did not fit the last layout that was tried."""
    trouble: Misfit | None = None
    for found in _attempts(desk):
        if isinstance(found, tuple):
            return found
        trouble = found or trouble
    return trouble or _no_layout(desk)


def _no_layout(desk: Desk) -> Misfit:
    family, parts = desk.draft.content.arrangements[-1].family, len(desk.draft.content.parts)
    return Misfit("missing", family, desk.draft.span, f"{family} {parts}" if parts else family)


def _attempts(desk: Desk) -> Iterator[Pages | Misfit | None]:
    """Every arrangement as it is meant, then all of them with fewer and fewer parts on a slide."""
    arrangements = desk.draft.content.arrangements
    for arrangement in arrangements:
        yield _first_choice(desk, arrangement)
    for count in range(2, len(desk.draft.content.parts) + 1):
        for arrangement in arrangements:
            if arrangement.counted and arrangement.split:
                yield _in_groups(desk, arrangement, count)


def _first_choice(desk: Desk, arrangement: Arrangement) -> Pages | Misfit | None:
    parts = desk.draft.content.parts
    if not arrangement.counted:
        return _whole(desk, arrangement) or divided(desk, arrangement, desk.layouts(arrangement, 0))
    most = desk.most(arrangement)
    if len(parts) <= most:
        return _whole(desk, arrangement)
    return _in_groups(desk, arrangement, -(-len(parts) // most)) if most and arrangement.split else None


def _whole(desk: Desk, arrangement: Arrangement) -> Pages | None:
    """Everything on one slide in the largest layout that holds it."""
    parts = desk.draft.content.parts
    fills = arrangement.fills(parts)
    for layout in desk.layouts(arrangement, len(parts)):
        page = desk.page(layout, fills)
        if isinstance(page, Page):
            return (page,)
    return None


def _in_groups(desk: Desk, arrangement: Arrangement, count: int) -> Pages | Misfit | None:
    """Parts in that many groups of nearly the same number, all slides in one density."""
    chunks = balanced(desk.draft.content.parts, count)
    choices = [desk.layouts(arrangement, len(chunk)) for chunk in chunks]
    if not all(choices):
        return None
    trouble: Misfit | None = None
    for density in ("large", "normal", "dense"):
        layouts = [next((one for one in choice if one.density == density), None) for choice in choices]
        if None in layouts:
            continue
        found = _pages(desk, arrangement, chunks, [layout for layout in layouts if layout])
        if isinstance(found, tuple):
            return found
        trouble = found
    return trouble


def _pages(desk: Desk, arrangement: Arrangement, chunks: Chunks, layouts: list[Layout]) -> Pages | Misfit:
    pages: list[Page] = []
    for number, (chunk, layout) in enumerate(zip(chunks, layouts, strict=True), start=1):
        page = desk.page(layout, arrangement.fills(chunk), number, len(chunks))
        if isinstance(page, Misfit):
            return page
        pages.append(page)
    return tuple(pages)


def divided(desk: Desk, arrangement: Arrangement, layouts: tuple[Layout, ...]) -> Pages | Misfit | None:
    """Slides divided between parts: in the theme's ordinary size, or in the dense one where that saves many slides."""
    if not arrangement.split and len(desk.draft.content.parts) > 1:
        return None
    trouble: Misfit | None = None
    found: list[Pages] = []
    for layout in [layout for layout in layouts if layout.density != "large"] or list(layouts):
        chunks = _chunks(desk, arrangement, layout)
        pages = chunks if isinstance(chunks, Misfit) else _pages(desk, arrangement, chunks, [layout] * len(chunks))
        if isinstance(pages, Misfit):
            trouble = pages
        else:
            found.append(pages)
    if not found:
        return trouble
    return found[0] if len(found[0]) <= MANY_MORE * len(found[-1]) else found[-1]


def _chunks(desk: Desk, arrangement: Arrangement, layout: Layout) -> Chunks | Misfit:
    """As few slides as the layout needs, of nearly the same number of parts where that fits as well."""
    parts = desk.draft.content.parts
    title = fit_page(layout, (title_fill(desk.draft, WORST, WORST, desk.setting),), desk.setting)
    if isinstance(title, Misfit):
        return title

    def holds(chunk: tuple[Part, ...]) -> Misfit | None:
        page = fit_page(layout, arrangement.fills(chunk), desk.setting)
        return page if isinstance(page, Misfit) else None

    if not parts:
        return holds(parts) or (parts,)
    chunks = _filled(parts, holds)
    if isinstance(chunks, Misfit):
        return chunks
    even = balanced(tuple(part for chunk in chunks for part in chunk), len(chunks))
    return chunks if any(holds(chunk) for chunk in even) else even


def _filled(parts: tuple[Part, ...], holds: Callable[[tuple[Part, ...]], Misfit | None]) -> Chunks | Misfit:
    """Slides filled one after the other. A part too large for a slide of its own is divided, if it has pieces."""
    chunks: list[tuple[Part, ...]] = []
    current: tuple[Part, ...] = ()
    waiting = list(reversed(parts))
    while waiting:
        part = waiting.pop()
        if holds((*current, part)) is None:
            current = (*current, part)
            continue
        trouble = holds((part,))
        if trouble and part.pieces:
            waiting += reversed(part.pieces)
            continue
        if trouble:
            return trouble
        chunks.append(current)
        current = (part,)
    return (*chunks, current)


def balanced(parts: tuple[Part, ...], count: int) -> Chunks:
    """Seven parts in two groups are four and three."""
    return tuple(_groups(parts, count))


def _groups(parts: tuple[Part, ...], count: int) -> Iterator[tuple[Part, ...]]:
    size, more = divmod(len(parts), count)
    first = 0
    for index in range(count):
        last = first + size + (1 if index < more else 0)
        yield parts[first:last]
        first = last
