"""`notes`: a slide's picture beside its words with blanks, or beside lines to write on."""

from hornbook.handout.alternatives import slide_alt
from hornbook.handout.blocks.kind import BlockKind, Option
from hornbook.handout.bodies import body_blocks
from hornbook.handout.scope import Options, Scope
from hornbook.handout.words import runs_of
from hornbook.lesson.model import Quiz, Table
from hornbook.plan.deck import SlidePlan
from hornbook.plan.document import Block, Heading, Keep, Side, Thumbnail

PICTURE = 0.31
"""Part of the width for the picture: it only has to remind of the slide."""


def make(scope: Scope, options: Options) -> tuple[Block, ...]:
    slide = scope.slide
    """A quiz and a table take the whole width: they are read, not looked at."""
    assert slide is not None
    title = Heading(3, runs_of(slide.title, scope, blanks=False))
    words = body_blocks(slide, scope, int(float(str(options["lines"]))))
    plans = () if isinstance(slide.body, Quiz | Table) else scope.plans(slide)
    if not plans or not options["picture"]:
        return (Keep((title, *words)),)
    return (Side((_thumbnail(plans[0], scope),), (title, *words), PICTURE),)


def _thumbnail(plan: SlidePlan, scope: Scope) -> Thumbnail:
    masked = slide_alt(plan, scope.language, masked=True) if scope.blanks else ""
    return Thumbnail(plan.number, slide_alt(plan, scope.language), masked)


BLOCK = BlockKind(
    "notes",
    "A slide's picture, and its words with the key words left out, or lines to write on.",
    make,
    {"lines": Option("number", 2.0), "picture": Option("flag", default=True)},
    "slide",
)
