"""The plan of a deck: slides as boxes at places, and what only a slide has: layout, notes, reveals, sections."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from hornbook.diagnostics import Span
from hornbook.plan.page import Box, Media, PictureBox
from hornbook.plan.structure import Element
from hornbook.source.runs import Run
from hornbook.theme.model import Theme


class NoteParagraph(Struct, frozen=True):
    """A paragraph or a list item of the speaker notes."""

    runs: tuple[Run, ...]
    bullet: Literal["", "disc", "number"] = ""
    cue: str = ""
    """`Say`, `Ask`, `Do`, `Watch for`, in the lesson's language; empty where there is none."""


class Reveal(Struct, frozen=True):
    """A step of the click sequence: paragraphs of a placeholder that appear together on one click."""

    placeholder: str
    first: int
    last: int
    """Paragraph indices, both included; -1 and -1 for the whole box."""


class SlidePlan(Struct, frozen=True):
    """One slide of the deck."""

    number: int
    """Counted from 1."""
    layout: str
    """Name of a layout of the deck's theme."""
    title: str
    """Plain words of the title placeholder, unique in the deck where the author's titles are."""
    kind: str
    """The body key in the outline (`points`), or the automatic slide's name (`agenda`), or `section`."""
    boxes: tuple[Box, ...]
    """What the slide itself holds, in reading order. The layout's shapes are not here: see `plan.drawing`."""
    elements: tuple[Element, ...]
    """The tree of this slide alone; element 0 is a Sect."""
    notes: tuple[NoteParagraph, ...]
    section: int
    """Index into `Deck.sections`."""
    source_id: str
    """`Slide.id` of the lesson slide it came from; empty for automatic slides."""
    part: int = 1
    parts: int = 1
    """Continuations: 2 of 3."""
    reveals: tuple[Reveal, ...] = ()
    hidden: bool = False
    links: Mapping[str, int] = field(default_factory=dict[str, int])
    """Slide numbers that links inside the deck lead to: `#slide-4` in a run's link to 4."""
    countdown: float = 0.0
    """Minutes of an activity's countdown bar; 0 where there is none."""
    span: Span | None = None


class DeckSection(Struct, frozen=True):
    title: str
    first: int
    """Number of its first slide, counted from 1."""
    count: int


class Deck(Struct, frozen=True):
    title: str
    subtitle: str
    language: str
    authors: tuple[str, ...]
    subject: str
    keywords: tuple[str, ...]
    theme: Theme
    slides: tuple[SlidePlan, ...]
    sections: tuple[DeckSection, ...]
    media: Mapping[str, Media] = field(default_factory=dict[str, Media])
    citations: Mapping[str, int] = field(default_factory=dict[str, int])
    """Source id to its number, by first use."""
    logo: PictureBox | None = None
    """Of whoever gives the lesson, at its own size; its bytes are in `media`."""
