"""A paragraph's runs, measured once in em: where a line may break and how wide what stands between the breaks is.

Nothing here depends on size or width, so that trying a paragraph in another size or another box measures no word again.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from operator import sub
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from hornbook.source.runs import Run
from hornbook.typeset.breaking import breaks_of_long_word, line_breaks
from hornbook.typeset.coverage import LEFT_OUT, families, pictures
from hornbook.typeset.faces import Face, face, face_key

SCRIPT_SIZE = 0.65
"""Size of sub- and superscript, as a part of the text's."""
_RISE = {"": 0.0, "super": 0.33, "sub": -0.14}
_BLANK_EMS, _BLANK_ROOM = 6.0, 1.8
_PICTURE_EMS = 1.4
"""The widest that a program draws an emoji."""
_MARK = re.compile("[\n\t]")
_STAND_IN = "x"
"""A line to write on breaks as a word does, so a letter stands for it."""


class Manner(NamedTuple):
    """How a paragraph is set where its runs say nothing else."""

    family: str
    bold: bool
    italic: bool
    kerning: bool
    language: str = ""
    caps: bool = False


class Look(Struct, frozen=True):
    """How one run is set, as parts of the paragraph's size."""

    face: Face
    scale: float
    rise: float
    kerning: bool
    blank: float = 0.0
    """Width of a line to write on; 0 where there are words."""
    left_out: bool = False
    """Emoji: an editable slide keeps their room, nothing draws them."""

    def width(self, text: str) -> float:
        if self.left_out:
            return 0.0 if self.kerning else pictures(text) * _PICTURE_EMS * self.scale
        return self.blank or self.face.advance(text, self.kerning) * self.scale

    def unit_widths(self, text: str, cuts: Sequence[int]) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """Widths of the units of a text with and without the spaces at their ends, where all of it is words of this look."""
        units = [text[start:end] for start, end in pairwise(cuts)]
        bare = [unit.rstrip(" ") for unit in units]
        scale, space = self.scale, self.face.advance_of_space * self.scale
        inks = tuple([width * scale for width in self.face.advances(bare, self.kerning)])
        return tuple(
            [ink + space * (len(unit) - len(word)) for ink, unit, word in zip(inks, units, bare, strict=True)]
        ), inks


class Measured(Struct, frozen=True):
    """Runs joined and cut into units: what is never torn apart, with the spaces after it. All widths are in em."""

    text: str
    """A line to write on counts as one letter; forced breaks and tabs are units of their own."""
    starts: tuple[int, ...]
    """Where each stretch of one look begins in the text."""
    looks: tuple[Look, ...]
    runs: tuple[int, ...]
    """Index of the run that each look belongs to: a word that its face cannot draw has another look than its neighbours."""
    cuts: tuple[int, ...]
    """Where the units begin, and the end of the text."""
    widths: tuple[float, ...]
    """Of each unit."""
    inks: tuple[float, ...]
    """Of each unit without the spaces at its end, which may hang over the end of a line."""
    marked: bool
    """Whether there are forced breaks or tabs."""
    total: float = 0.0
    """Of all units together."""
    widest: float = 0.0
    """The ink of the widest unit."""
    hanging: float = 0.0
    """The most that spaces at the end of a unit may hang over the end of a line."""
    in_one_family: bool = True
    """Whether the paragraph's own family draws all of it."""

    def width(self, start: int, end: int) -> float:
        """Width of a part of the text."""
        return sum([self.looks[run].width(self.text[a:b]) for run, a, b in self.parts(start, end)])

    def parts(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """A part of the text, look by look: index of the look, start, end."""
        run = bisect_right(self.starts, start) - 1
        found: list[tuple[int, int, int]] = []
        while start < end:
            following = self.starts[run + 1] if run + 1 < len(self.starts) else end
            if following > start:
                found.append((run, start, min(end, following)))
                start = min(end, following)
            run += 1
        return found

    def cuts_of_long(self, unit: int) -> list[int]:
        """Where a unit begins, may break if it must, and ends; empty where it may not."""
        start, end = self.cuts[unit], self.cuts[unit + 1]
        word = self.text[start:end]
        offsets = breaks_of_long_word(word)
        return [start, *(start + offset for offset in offsets), end] if offsets else []


@lru_cache(maxsize=8192)
def measured(runs: tuple[Run, ...], manner: Manner) -> Measured:
    """The runs in the paragraph's own manner, to which each run adds its meaning."""
    words: list[str] = []
    looks: list[Look] = []
    origins: list[int] = []
    for at, run in enumerate(runs):
        shown = replace(run, text=run.text.upper()) if manner.caps else run
        for part, look in _looks(shown, manner):
            words.append(part)
            looks.append(look)
            origins.append(at)
    text = "".join(words)
    starts = tuple(accumulate(map(len, words[:-1]), initial=0)) if runs else ()
    marked = "\n" in text or "\t" in text
    cuts = (*(_marked_cuts(text) if marked else (0, *line_breaks(text))), len(text)) if text else (0,)
    raised = {start for start, look in zip(starts, looks, strict=False) if look.rise > 0 and start}
    if raised:
        cuts = tuple([cut for cut in cuts if cut not in raised or text[cut - 1].isspace() or text[cut] in "\n\t"])
    if len(looks) == 1 and not (looks[0].blank or looks[0].left_out):
        widths, inks = looks[0].unit_widths(text, cuts)
    else:
        widths, inks = _unit_widths(Measured(text, starts, tuple(looks), tuple(origins), cuts, (), (), marked))
    return Measured(
        text,
        starts,
        tuple(looks),
        tuple(origins),
        cuts,
        widths,
        inks,
        marked,
        total=sum(widths),
        widest=max(inks, default=0.0),
        hanging=max(map(sub, widths, inks), default=0.0),
        in_one_family=all(look.face.family == manner.family for look in looks),
    )


def _looks(run: Run, manner: Manner) -> Iterator[tuple[str, Look]]:
    """The words of a run with their look: one, but for words that the family cannot draw. A blank is a letter wide in the text."""
    look = _look(run, manner)
    if run.write_in:
        yield _STAND_IN, look
    elif run.text.isascii():
        yield run.text, look
    else:
        for words, other in families(
            run.text, manner.family, look.face.bold, look.face.italic, run.language or manner.language
        ):
            yield words, look if other == manner.family else _other_look(look, other)


def _other_look(look: Look, family: str) -> Look:
    if family == LEFT_OUT:
        return replace(look, left_out=True)
    return replace(look, face=face(face_key(family, bold=look.face.bold, italic=look.face.italic)))


def _look(run: Run, manner: Manner) -> Look:
    bold, italic = manner.bold or run.strong or run.key, manner.italic != run.emphasis
    chosen = face(face_key(manner.family, bold=bold, italic=italic))
    scale = SCRIPT_SIZE if run.script else 1.0
    blank = scale * max(_BLANK_EMS, _BLANK_ROOM * chosen.advance(run.text)) if run.write_in else 0.0
    return Look(chosen, scale, _RISE[run.script], manner.kerning, blank)


def _marked_cuts(text: str) -> list[int]:
    cuts: list[int] = []
    start = 0
    for mark in (*_MARK.finditer(text), None):
        end = mark.start() if mark else len(text)
        if start < end:
            cuts += (start, *(start + offset for offset in line_breaks(text[start:end])))
        if mark:
            cuts.append(end)
            start = mark.end()
    return cuts


def _unit_widths(draft: Measured) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Widths of the units with and without the spaces at their ends."""
    text, looks = draft.text, draft.looks
    borders = (*draft.starts[1:], len(text))
    widths: list[float] = []
    inks: list[float] = []
    run = 0
    for start, end in pairwise(draft.cuts):
        while borders[run] <= start:
            run += 1
        word = text[start:end]
        bare = word.rstrip(" ")
        if end <= borders[run]:
            ink = looks[run].width(bare) if bare else 0.0
            space = looks[run].face.advance_of_space * looks[run].scale * (len(word) - len(bare))
        else:
            ink = draft.width(start, start + len(bare))
            space = draft.width(start + len(bare), end)
        inks.append(ink)
        widths.append(ink + space)
    return tuple(widths), tuple(inks)
