"""Where on a sheet words may stand: margins that desktop printers can print, and the area between head and foot."""

from dataclasses import dataclass

from hornbook.units import Rect, Size

SIDE = 54.0
"""Left and right margins: 0.75 in."""
TOP = 60.0
FOOT = 72.0
FOOT_PITCH = 12.0
EDGE = 36.0
"""0.5 in: nothing is drawn nearer to an edge of the paper."""
BASELINE = 16.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper with its areas; the height of the body is a whole number of lines."""

    paper: Size
    foot_lines: int = 2
    """Lines of small type at the foot: whom to call, and who checked it."""

    @property
    def body(self) -> Rect:
        height = (self.paper.height - TOP - FOOT - self._more_foot) // BASELINE * BASELINE
        return Rect(SIDE, TOP, self.paper.width - 2 * SIDE, height)

    @property
    def head(self) -> Rect:
        """The line of the running title."""
        return Rect(SIDE, EDGE, self.paper.width - 2 * SIDE, 12.0)

    @property
    def foot(self) -> Rect:
        """Help and page number."""
        height = FOOT_PITCH * self.foot_lines
        return Rect(SIDE, self.paper.height - EDGE - height, self.paper.width - 2 * SIDE, height)

    @property
    def _more_foot(self) -> float:
        return FOOT_PITCH * max(0, self.foot_lines - 2)

    @property
    def safe(self) -> Rect:
        """What every desktop printer prints."""
        return Rect(EDGE, EDGE, self.paper.width - 2 * EDGE, self.paper.height - 2 * EDGE)
