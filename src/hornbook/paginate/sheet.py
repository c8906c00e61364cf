"""Where on a sheet words may stand: margins that desktop printers can print, and the area between head and foot."""

from msgspec import Struct

from hornbook.units import Rect, Size

SIDE = 54.0
"""Left and right margins: 0.75 in."""
FOOT_PITCH = 12.0
CLEAR = 12.0
"""Between the running title or the foot and the words of the page."""
EDGE = 36.0
"""0.5 in: nothing is drawn nearer to an edge of the paper."""
NARROW_SIDE, NARROW_EDGE = 42.0, 30.0
"""The same of a page of a booklet."""
BASELINE = 16.0


class Sheet(Struct, frozen=True):
    """A paper with its areas; the height of the body is a whole number of lines."""

    paper: Size
    foot_lines: int = 2
    """Lines of small type at the foot: whom to call, and who checked it."""
    pitch: float = FOOT_PITCH
    """Of head and foot."""
    side: float = SIDE
    edge: float = EDGE

    @property
    def body(self) -> Rect:
        top = self.edge + self.pitch + CLEAR
        foot = self.edge + self.pitch * self.foot_lines + CLEAR
        height = (self.paper.height - top - foot) // BASELINE * BASELINE
        return Rect(self.side, top, self.paper.width - 2 * self.side, height)

    @property
    def head(self) -> Rect:
        """The line of the running title."""
        return Rect(self.side, self.edge, self.paper.width - 2 * self.side, self.pitch)

    @property
    def foot(self) -> Rect:
        """Help and page number."""
        height = self.pitch * self.foot_lines
        return Rect(self.side, self.paper.height - self.edge - height, self.paper.width - 2 * self.side, height)

    @property
    def safe(self) -> Rect:
        """What every desktop printer prints."""
        return Rect(self.edge, self.edge, self.paper.width - 2 * self.edge, self.paper.height - 2 * self.edge)
