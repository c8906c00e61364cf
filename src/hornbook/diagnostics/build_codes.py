"""HB50x and HB60x: what a careful colleague would say, and what keeps a build from beginning."""

from hornbook.diagnostics.code import Code, by_code

BUILD_CODES = by_code(
    Code(
        "HB501",
        "Contacts that nobody has checked",
        "A wrong number in print is worse than none. A contact is checked when a person opened its page and tried its line; until checked_on says when, every build says so and print shows a line to sign.",
        "contacts: [{id: line, name: Help line, call: 555-0100, seen_on: 2026-11-24}]",
        "contacts: [{id: line, name: Help line, call: 555-0100, checked_on: 2026-11-30, checked_by: A. Teacher}]",
    ),
    Code(
        "HB502",
        "Sources that nobody has opened",
        "A claim is as good as its source. A source is checked when a person opened it and found the claim there; seen_on says only that a copy of it was read.",
        "sources: {law: {title: The law, publisher: Congress, year: 2000, seen_on: 2026-11-24}}",
        "sources: {law: {title: The law, publisher: Congress, year: 2000, checked_on: 2026-11-30, checked_by: A. Teacher}}",
    ),
    Code(
        "HB503",
        "Something to be written in by hand",
        "A value that is write-in leaves a line on every copy. That is right for one classroom and wrong for two hundred copies on a table.",
        "values: {school_contact: write-in}",
        "values: {school_contact: Ms. Rivera in room 12}",
    ),
    Code(
        "HB512",
        "A character that no font has",
        "What a font does not have is printed as an empty box. Latin, Greek, Cyrillic and Vietnamese letters and the usual signs are there; words that are written from right to left, and Chinese, Japanese and Korean, are not set yet.",
        "points: [Say \u4f60\u597d to a neighbour]",
        "points: [Say nihao to a neighbour]",
    ),
    Code(
        "HB513",
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
        "hornbook.yaml holds the workspace's settings: organisation, with the values that lessons use.",
        "organization: Our school",
        "organisation: {name: Our school, school_contact: Room 12}",
    ),
)
