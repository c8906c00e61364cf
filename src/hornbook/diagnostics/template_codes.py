"""HB450 to HB456: what is wrong with a school's own template, and what a teacher should know about it."""

from hornbook.diagnostics.code import Code, by_code

TEMPLATE_CODES = by_code(
    Code(
        "HB450",
        "A template that cannot be read",
        "A theme may be a .pptx or .potx of PowerPoint's own kind. This file is damaged, protected, or something else.",
        "theme: district.ppt",
        "theme: district.potx",
    ),
    Code(
        "HB451",
        "A template that is not to be trusted",
        "A template may come from a stranger: macros, parts that lead out of the file, and files that unpack to far more "
        "than they should are refused. Masters, layouts and pictures are all that is used of it.",
        "theme: district.pptm",
        "theme: district.pptx",
    ),
    Code(
        "HB452",
        "A template without a place for words",
        "Slides stand on its layouts, so it needs one with a title and a large place for words under it.",
    ),
    Code(
        "HB453",
        "Layouts that were not matched",
        "Layouts are matched by PowerPoint's names, then by their type, then by their boxes. What a template lacks is made "
        "in its style; what no slide stands on stays in the deck.",
    ),
    Code(
        "HB454",
        "A font that is measured with another",
        "Lines are broken with the widths of a font that is here. With one of other widths, PowerPoint may break them "
        "elsewhere; words still fit where ours are the wider ones.",
    ),
    Code(
        "HB455",
        "Faint words in a template",
        "The template's own words have little contrast on its own ground, so they will be hard to read from the back.",
    ),
    Code(
        "HB456",
        "Small words in a template",
        "The template sets its titles below 24 points or its text below 20 (on a slide 540 points high). Nothing makes words "
        "larger than the template has them, and from the back row they cannot be read.",
    ),
)
