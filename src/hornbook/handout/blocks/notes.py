"""`notes`: a slide's picture beside its words with blanks, or beside lines to write on."""

from hornbook.handout.alternatives import quiz_answers, thumbnail
from hornbook.handout.blocks.kind import BlockKind, Option
from hornbook.handout.bodies import asks_for_words, body_blocks, chart_figure
from hornbook.handout.scope import Options, Scope
from hornbook.handout.words import runs_of
from hornbook.lesson.model import Chart, Compare, Define, ImageBody, Quiz, Table
from hornbook.plan.deck import SlidePlan
from hornbook.plan.document import Block, Heading, Keep, Side, Thumbnail
from hornbook.plan.page import TextBox

PICTURE = 0.31
"""Part of the width for the picture: it only has to remind of the slide."""
LARGE = 0.5
"""For a picture or a chart that is itself what the slide says."""

_BESIDE: dict[type, int] = {ImageBody: 2, Chart: 1}
"""Lines that have room beside a large picture."""

_FOUND_OUT = ("step", "body", "what")
"""Placeholders whose words a learner writes down, where lines ask for them."""


def make(scope: Scope, options: Options) -> tuple[Block, ...]:
    """Questions, tables, words to know and comparisons to write take the whole width: they are read, not looked at."""
    slide = scope.slide
    assert slide is not None
    title = Heading(3, runs_of(slide.title, scope, blanks=False))
    lines = int(float(str(options["lines"])))
    words = (title, *body_blocks(slide, scope, lines + _BESIDE.get(type(slide.body), 0) * bool(lines)))
    plans = scope.plans(slide)
    match slide.body:
        case Chart() as chart if options["picture"] and scope.blanks:
            return (Keep((Side((chart_figure(chart, scope),), words, LARGE),)),)
        case Quiz() | Define():
            return words
        case Compare() as body if scope.blanks and asks_for_words(body):
            return (Keep(words),)
        case Table():
            return (Keep(words),)
        case _ if not plans or not options["picture"]:
            return (Keep(words),)
        case body:
            width = LARGE if isinstance(body, ImageBody) else PICTURE
            return (Keep((Side((_picture(plans[0], scope),), words, width),)),)


def _picture(plan: SlidePlan, scope: Scope) -> Thumbnail:
    """The slide without its key words, and without the steps that are to be written beside it."""
    asked = scope.blanks and scope.slide is not None and asks_for_words(scope.slide.body)
    words = tuple(key for key in _placeholders(plan) if key.startswith(_FOUND_OUT)) if asked else ()
    return thumbnail(plan, scope.language, blanks=scope.blanks, hidden=(*quiz_answers(plan), *words))


def _placeholders(plan: SlidePlan) -> tuple[str, ...]:
    return tuple(box.placeholder for box in plan.boxes if isinstance(box, TextBox))


BLOCK = BlockKind(
    "notes",
    "A slide's picture, and its words with the key words left out, or lines to write on.",
    make,
    {"lines": Option("number", 2.0), "picture": Option("flag", default=True)},
    "slide",
    shows="slides",
)
