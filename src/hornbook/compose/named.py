"""A layout that the author named: it is taken as it is, or refused with a reason."""

from hornbook.compose.content import Arrangement, TextFill
from hornbook.compose.fitting import Misfit, Page
from hornbook.compose.paging import Desk, Pages, divided
from hornbook.compose.trouble import troubles, unknown_layout, unsuited_layout
from hornbook.diagnostics import Diagnostic
from hornbook.source.nearest import nearest
from hornbook.theme.model import Layout


def paginate_named(desk: Desk) -> tuple[Pages, tuple[Diagnostic, ...]]:
    """The slides of a draft in the layout that its author named, or why not."""
    name = desk.draft.layout
    layouts = desk.setting.theme.layouts
    known = next((one for one in layouts if one.casefold() == name.casefold()), "")
    if not known:
        return (), (unknown_layout(name, nearest(name, layouts), desk.draft.span),)
    layout = layouts[known]
    lacking: list[str] = []
    for arrangement in desk.draft.content.arrangements:
        missing = _missing(desk, arrangement, layout)
        if not missing:
            return _in(desk, arrangement, layout)
        lacking.append(missing)
    return (), (unsuited_layout(layout.name, lacking[-1], desk.draft.span),)


def _missing(desk: Desk, arrangement: Arrangement, layout: Layout) -> str:
    """The first placeholder that the words need and the layout has not; empty where it has them all."""
    fills = arrangement.fills(desk.draft.content.parts)
    keys = ["title", *(fill.key for fill in fills if not (isinstance(fill, TextFill) and fill.optional))]
    return next((key for key in keys if layout.placeholder(key) is None), "")


def _in(desk: Desk, arrangement: Arrangement, layout: Layout) -> tuple[Pages, tuple[Diagnostic, ...]]:
    page = desk.page(layout, arrangement.fills(desk.draft.content.parts))
    if isinstance(page, Page):
        return (page,), ()
    found = None if arrangement.counted else divided(desk, arrangement, (layout,))
    if isinstance(found, tuple):
        return found, ()
    return (), troubles(desk, found if isinstance(found, Misfit) else page)
