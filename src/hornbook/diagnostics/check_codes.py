"""HB59x: what is wrong with what was written about rules. The rules themselves are explained where they are."""

from hornbook.diagnostics.code import Code, by_code

CHECK_CODES = by_code(
    Code(
        "HB590",
        "An ignore that does not work",
        "A rule is silenced at one place by its code and with a reason, so that the next reader knows that somebody thought about it. Errors of reading cannot be ignored.",
        "- The red bar is larger  # hornbook: ignore HB535",
        "- The red bar is larger  # hornbook: ignore HB535 because it is the only one",
    ),
    Code(
        "HB591",
        "An ignore that nothing needs",
        "The place has changed, and the rule has nothing to say any longer. The comment would hide the next fault.",
    ),
    Code(
        "HB592",
        "A rule or a number that is not there",
        "Settings name rules by their codes, and numbers by the names that the rule's page gives.",
        "rules: {HB511: {word: 60}}",
        "rules: {HB511: {words: 60}}",
    ),
    Code(
        "HB593",
        "A word list that is not there",
        "`care:` turns on the word list of that name, and `words:` in hornbook.yaml turns on others. They are found in decks/words of the workspace, then among the built-in ones.",
        "care: traficking",
        "care: trafficking",
    ),
    Code(
        "HB594",
        "Something wrong in a word list",
        "A word list is a file with `entries`, each with what to `avoid`, what to `prefer`, `why`, and a `level`: block or warn.",
        "entries: [{avoid: utilise, instead: use}]",
        "entries: [{avoid: utilise, prefer: use, level: warn}]",
    ),
)
