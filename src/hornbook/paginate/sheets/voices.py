"""The sizes of voices: what each is on a sheet of its usual size, before a face makes it smaller or larger."""

from msgspec import Struct
from msgspec.structs import replace

from hornbook.paginate.setting import Setter
from hornbook.plan.sheets import Voice
from hornbook.typeset.text import ParagraphStyle


class Look(Struct, frozen=True):
    """How a face is set: everything by `scale`, and the voices that may fill the room by `grow` as well."""

    scale: float = 1.0
    grow: float = 1.0


class _Voice(Struct, frozen=True):
    size: float
    pitch: float
    before: float
    """Space above, none at the top of a face."""
    bold: bool = False
    colour: str = "ink"
    grows: bool = False
    most: float = 3.0
    """It never grows more than so many times."""


_VOICES: dict[Voice, _Voice] = {
    "cover": _Voice(18.0, 22.0, 0.0, bold=True),
    "headline": _Voice(13.0, 16.0, 0.0, bold=True),
    "line": _Voice(9.0, 11.5, 1.0),
    "label": _Voice(8.0, 10.0, 5.0, bold=True, colour="extra"),
    "number": _Voice(17.0, 18.0, 0.0, bold=True, grows=True),
    "term": _Voice(20.0, 24.0, 0.0, bold=True, grows=True),
    "meaning": _Voice(14.0, 19.0, 0.0, grows=True, most=1.4),
    "title": _Voice(15.0, 18.0, 4.0, bold=True),
    "story": _Voice(12.0, 16.0, 7.0),
    "question": _Voice(11.0, 14.0, 9.0),
    "display": _Voice(40.0, 41.0, 0.0, bold=True, colour="paper", grows=True),
    "lead": _Voice(18.0, 23.0, 6.0, colour="paper"),
    "caption": _Voice(12.0, 15.0, 8.0, bold=True, colour="extra"),
    "figure": _Voice(28.0, 30.0, 0.0, bold=True, grows=True),
    "strip": _Voice(8.0, 10.0, 1.0),
    "strip number": _Voice(13.0, 14.0, 0.0, bold=True),
    "help": _Voice(11.0, 13.0, 6.0, bold=True),
}

BIG = 24.0
"""What is as large as this is large enough for large print."""
SCALES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75)
GROWTHS = tuple(round(3.0 - step * 0.1, 1) for step in range(21))


def looks(scales: tuple[float, ...], *, grows: bool) -> tuple[Look, ...]:
    """From the one that is wished to the smallest that is still read: words shrink only where no number can grow."""
    return tuple(Look(scale, grow) for scale in scales for grow in (GROWTHS if grows else (1.0,)))


def grows(voice: Voice) -> bool:
    return _VOICES[voice].grows


def voice_style(setter: Setter, voice: Voice, look: Look) -> ParagraphStyle:
    """The theme's print face in the size of a voice."""
    given = _VOICES[voice]
    by = look.scale * (min(look.grow, given.most) if given.grows else 1.0)
    by = max(by * (setter.em if given.size < BIG else 1.0), setter.variant.large / given.size)
    return replace(
        setter.style("body"),
        size=given.size * by,
        pitch=given.pitch * by,
        bold=given.bold,
        colour="ink" if setter.variant.large and given.colour == "extra" else given.colour,
        strong_colour="",
        link_colour=given.colour,
        space_before=0.0,
        space_after=0.0,
    )


def space_above(voice: Voice, look: Look) -> float:
    return _VOICES[voice].before * look.scale
