"""HB595, HB596 and HB60x: what cannot be set in type, and what keeps a build from beginning."""

from hornbook.diagnostics.code import Code, by_code

BUILD_CODES = by_code(
    Code(
        "HB595",
        "A character that no font has",
        "What a font does not have is printed as an empty box. Latin, Greek, Cyrillic, Vietnamese and Devanagari letters and the usual signs are there. Fonts of other scripts are extras of Hornbook: arabic, cjk (Chinese, Japanese, Korean), khmer, tamil, telugu, thai.",
        "points: [Say \u4f60\u597d to a neighbour]",
        "points: [Say nihao to a neighbour]",
    ),
    Code(
        "HB596",
        "A small picture that print leaves out",
        "PowerPoint draws emoji with a font of its own. On paper they are left out, so that a handout must make sense without them.",
        "points: [\U0001f44d for a good idea]",
        "points: [Thumbs up for a good idea]",
    ),
    Code(
        "HB601",
        "Two lessons with one name",
        "Outputs are named by the lesson's folder. Two lessons of one name would write over each other's files.",
    ),
    Code(
        "HB602",
        "A setting that is not one",
        "hornbook.yaml holds the workspace's settings: organisation, with its logo and the values that lessons use; rules of check; words, the names of word lists; spelling, words that are no slips of the finger.",
        "organization: Our school",
        "organisation: {name: Our school, school_contact: Room 12}",
    ),
    Code(
        "HB603",
        "A name that some system refuses",
        "Outputs are named by the lesson's folder, and travel: by mail, on a stick, to a computer with Windows, which keeps names such as con and nul for itself and refuses some signs.",
        "decks/aux/lesson.yaml",
        "decks/auxiliary-verbs/lesson.yaml",
    ),
    Code(
        "HB604",
        "A value under another name",
        "A value of --set or of a column that no text asks for, while one with nearly the same name stays open: the line to write on would be printed where a number was given.",
        "--set school_contcat='Ms. Rivera, room 12'",
        "--set school_contact='Ms. Rivera, room 12'",
    ),
)
