"""HB401 to HB415: what is wrong in a theme file."""

from hornbook.diagnostics.code import Code, by_code

THEME_CODES = by_code(
    Code(
        "HB401",
        "A theme that is not there",
        "Themes are found by name in decks/themes of the workspace, then among the built-in ones, or as a file.",
        "theme: dalight",
        "theme: daylight",
    ),
    Code(
        "HB402",
        "A recipe that is not there",
        "Recipes are found by name in handouts of the workspace, then among the built-in ones.",
        "handouts: [guided-nots]",
        "handouts: [guided-notes]",
    ),
    Code(
        "HB403",
        "A place that is not on the slide",
        "Boxes stand on columns and rows of the grid, or between two lengths from the left or the top.",
        "{across: column 1 to 6}",
        "{across: columns 1-6}",
    ),
    Code(
        "HB404",
        "A colour that is not one",
        "The palette holds twelve colours by name, so that one change recolours deck and handouts alike.",
        "{fill: marigold}",
        "{fill: light}",
    ),
    Code(
        "HB405",
        "A style or layout that is not there",
        "Styles and layouts are written once and referred to by name; nothing may refer to itself.",
        "{style: titel}",
        "{style: title}",
    ),
    Code(
        "HB406",
        "A part of the theme is missing",
        "Slides and handouts need the whole palette, three faces, the grid, the styles and the styles of print.",
    ),
    Code("HB407", "Boxes over each other", "Words of one box would be printed over those of another."),
    Code(
        "HB408",
        "A box outside the margins",
        "Projectors and printers cut the edge, and a grid is seen only where everything keeps to it. Pictures may bleed.",
    ),
    Code(
        "HB409",
        "Type too small",
        "A slide is read from the last row. Titles need 28 points, text 20, tables and notes 16, sources and feet 12.",
    ),
    Code(
        "HB410",
        "Words too faint",
        "A projector in a bright room takes half of the contrast. Text needs 7:1 on what is really behind it, and "
        "bold type of 24 points or more 4.5:1.",
        "{style: text, colour: light}",
        "{style: text, colour: ink}",
    ),
    Code(
        "HB411",
        "A layout or a box is missing",
        "A lesson may use every kind of slide. A theme without a layout for one would fail in somebody else's lesson.",
    ),
    Code(
        "HB412",
        "An unknown name in a theme",
        "What a theme does not know it would ignore, and the slide would look different from what was written.",
        "styles:\n  title: {sise: 32 pt}",
        "styles:\n  title: {size: 32 pt}",
    ),
    Code(
        "HB413",
        "A value of the wrong kind in a theme",
        "Lengths carry their unit, switches are true or false, and some fields take one word of a short list.",
        "{anchor: center}",
        "{anchor: middle}",
    ),
    Code(
        "HB414",
        "A theme that extends itself",
        "A theme says what is different from the one that it extends; one of them has to stand by itself.",
        "extends: evening",
        "extends: daylight",
    ),
    Code(
        "HB415",
        "A face that cannot be measured",
        "Every line is measured before a slide is written, so that nothing runs off it. That needs the widths of the face.",
        "faces: {heading: Futura, body: Arial, print: Atkinson Hyperlegible}",
        "faces: {heading: Arial, body: Arial, print: Atkinson Hyperlegible}",
    ),
)
