"""HB7xx: what is wrong with translations."""

from hornbook.diagnostics.code import Code, by_code

TRANSLATION_CODES = by_code(
    Code(
        "HB701",
        "A language that the lesson does not have",
        "A translation is a file in the folder po/ beside the outline, named after its language: po/es.po.",
    ),
    Code(
        "HB702",
        "A text that is not translated",
        "A page in two languages by accident helps nobody. A file is built only when each text on it has been translated, and is translated again when the outline changes. --draft builds it all the same, with [?] before each of these texts.",
    ),
    Code(
        "HB704",
        "A translation that cannot be read",
        "Translations are gettext files (.po). Poedit and other tools for translators write them; in a text editor a lost quotation mark is enough to break one.",
    ),
    Code(
        "HB705",
        "A translation that lost something",
        "<<names>> are filled in, [@citations] become numbers, ==key words== become blanks, and links lead somewhere: each of them has to be in the translation as often as in the original, where the language wants it.",
        'msgid "Call <<school_contact>>"  msgstr "Llame a la escuela"',
        'msgid "Call <<school_contact>>"  msgstr "Llame a <<school_contact>>"',
    ),
    Code(
        "HB706",
        "A translation that nobody has reviewed",
        "Words that a program or one person translated can be wrong where it hurts. The header of the .po file has X-Reviewed-By and X-Reviewed-On for the name and the day of whoever read it; until both are there, each build warns, and the title slide and the handouts say so beside whom to call.",
    ),
    Code(
        "HB707",
        "A translation that covers something unknown",
        "X-Hornbook-Covers in the header of a .po file names what the translation is for, as --only does: deck, deck-pdf, accessibility, or handout recipes, with commas between them. Without it, or empty, the translation is for the whole lesson.",
        '"X-Hornbook-Covers: wallet card, fact sheet\\n"',
        '"X-Hornbook-Covers: wallet-cards, fact-sheet\\n"',
    ),
    Code(
        "HB708",
        "A translation that covers a part of the lesson",
        "A language may be there for some of the handouts, as X-Hornbook-Covers in the header of its .po file says. A build in that language then makes these, and says so.",
    ),
    Code(
        "HB709",
        "An XLIFF file that cannot be read",
        "Translation agencies get and send files of XLIFF 1.2. A file must be XML in UTF-8 that declares no entities, be for one language, and have each unit once. Nothing of a file that has a fault is taken.",
    ),
    Code(
        "HB710",
        "A text that is not the lesson's",
        "Each unit of an XLIFF file is known by the words of the outline that it was made from. One whose words have changed in the outline since, or in the file, cannot be told from a mistake: nothing is taken until it is out of the file, or as it was.",
    ),
)
