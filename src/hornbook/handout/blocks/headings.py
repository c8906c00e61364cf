"""`section` and `heading`: the titles that structure a handout."""

from hornbook.handout.blocks.kind import BlockKind, Option
from hornbook.handout.scope import Options, Scope
from hornbook.handout.words import runs_of
from hornbook.locale.words import ENGLISH, minutes_in_words, phrase
from hornbook.plan.document import Block, Heading
from hornbook.source.runs import Run


def make_section(scope: Scope, options: Options) -> tuple[Block, ...]:
    """The section's title, once: at the first of its slides that passed the filter."""
    section = scope.section
    if section is None or section.title is None or (scope.slide is not None and not scope.first_of_section):
        return ()
    minutes = minutes_in_words(section.minutes, scope.language) if options["minutes"] and section.minutes else ""
    return (Heading(2, runs_of(section.title, scope, blanks=False), minutes),)


def make_heading(scope: Scope, options: Options) -> tuple[Block, ...]:
    return (Heading(2, (Run(words_of(str(options["words"]), scope.language)),)),)


def words_of(words: str, language: str) -> str:
    """A fixed phrase where the words are the name of one, otherwise the words as written."""
    return phrase(words, language) if words in ENGLISH else words


SECTION = BlockKind(
    "section",
    "The title of the section, where it begins.",
    make_section,
    {"minutes": Option("flag", default=False)},
    "slide",
)
HEADING = BlockKind("heading", "A heading in words of your own.", make_heading, {"words": Option("text", "")})
