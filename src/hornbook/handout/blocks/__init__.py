"""The closed list of blocks that a recipe may name."""

from hornbook.handout.blocks import (
    agenda,
    brochure,
    cards,
    facts,
    fields,
    guests,
    headings,
    lesson_parts,
    letter,
    notes,
    plain,
    poster,
    print_list,
    quiz,
    script,
    slides,
    tasks,
    whom_to_call,
)
from hornbook.handout.blocks.kind import BlockKind

BLOCKS: dict[str, BlockKind] = {
    kind.name: kind
    for kind in (
        fields.BLOCK,
        headings.SECTION,
        headings.HEADING,
        notes.BLOCK,
        slides.BLOCK,
        slides.SHEETS,
        script.BLOCK,
        tasks.BLOCK,
        quiz.QUESTION,
        quiz.EXIT_TICKET,
        agenda.BLOCK,
        lesson_parts.OBJECTIVES,
        lesson_parts.CONTENT_NOTE,
        lesson_parts.VOCABULARY,
        lesson_parts.MATERIALS,
        lesson_parts.DISCLOSURE,
        lesson_parts.OPT_OUT,
        lesson_parts.SOURCES,
        facts.BLOCK,
        whom_to_call.BLOCK,
        cards.WALLET,
        cards.VOCABULARY,
        cards.SCENARIOS,
        cards.TICKETS,
        poster.BLOCK,
        brochure.BLOCK,
        letter.BLOCK,
        letter.SLIP,
        print_list.BLOCK,
        guests.SIGN_IN,
        guests.FEEDBACK,
        plain.LINES,
        plain.TEXT,
        plain.RULE,
        plain.PAGE_BREAK,
    )
}
"""By name, in the order of `docs`."""

__all__ = ["BLOCKS", "BlockKind"]
