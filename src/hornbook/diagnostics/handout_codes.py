"""HB33x and HB42x: what keeps words off a page, and what is wrong in a recipe."""

from hornbook.diagnostics.code import Code, by_code

HANDOUT_CODES = by_code(
    Code(
        "HB331",
        "Taller than a page",
        "A row of a table, a picture and a line of type are never divided. One that is taller than a sheet would be cut.",
        "rows: [[A whole page of text in one cell]]",
        "rows: [[The first half], [The second half]]",
    ),
    Code(
        "HB332",
        "A word wider than its column",
        "Columns of a handout are narrower than a slide. A word that is wider than its column would run into the next one.",
        "points: [Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft]",
        "points: [A society of Danube steamship officials]",
    ),
    Code(
        "HB333",
        "More pages than the recipe allows",
        "A fact sheet is one sheet. A third side is printed on a second sheet, and one of the two gets lost. The message says about how many lines to cut, and what is on the page too many.",
    ),
    Code(
        "HB334",
        "A chart too narrow for its labels",
        "A chart on paper is drawn anew for the width of its column. Its labels are never cut or turned on their side.",
    ),
    Code(
        "HB335",
        "A paper that the sheet is not made for",
        "Card stock is punched, and comes in Letter and in A4. On another paper the cards would be cut at the wrong places.",
        "handouts: [{recipe: wallet-cards, paper: legal}]",
        "handouts: [{recipe: wallet-cards, paper: a4}]",
    ),
    Code(
        "HB336",
        "A booklet of what is cut or folded",
        "A booklet is pages that are folded into each other. Cards, posters, a leaflet folded in three and sheets of slides are whole sheets already.",
        "handouts: [{recipe: tear-off-poster, booklet: true}]",
        "handouts: [{recipe: guided-notes, booklet: true}]",
    ),
    Code(
        "HB421",
        "An unknown field of a recipe",
        "A recipe is a form: a field that it does not have would be ignored, and the handout would not be what its author meant.",
        "titel: My notes",
        "title: My notes",
    ),
    Code(
        "HB422",
        "An unknown block",
        "A handout is made of the blocks that `hornbook list recipes` names.",
        "blocks: [feilds]",
        "blocks: [fields]",
    ),
    Code(
        "HB423",
        "A value that does not fit its field",
        "Numbers, yes or no, and names out of a short list are read strictly, so that a slip is found before anything is printed.",
        "pages: two",
        "pages: 2",
    ),
    Code(
        "HB424",
        "Nothing to extend",
        "`extends` names another recipe by its file in `handouts/`, without the ending. A recipe cannot extend itself, not even by way of another.",
        "extends: guided",
        "extends: guided-notes",
    ),
    Code(
        "HB425",
        "No blocks",
        "A recipe without blocks, its own or those of the recipe that it extends, prints nothing.",
        "title: My notes",
        "{title: My notes, blocks: [fields]}",
    ),
    Code(
        "HB426",
        "A filter that fits nothing",
        "`where` compares a slide's `kind`, `id` or `blanks` with what is written. A misspelled one would leave the handout empty.",
        "where: {kind: pionts}",
        "where: {kind: points}",
    ),
    Code(
        "HB427",
        "Each inside each",
        "A recipe goes through the lesson once at a time. Put the second `each` beside the first.",
    ),
    Code(
        "HB428",
        "A block outside its each",
        "Some blocks are made for one slide or one question, and need an `each` that goes through them.",
        "blocks: [script]",
        "blocks: [{each: slides, blocks: [script]}]",
    ),
    Code(
        "HB429",
        "A handout with nothing in it",
        "The lesson has none of what the recipe shows, so that only the head would be printed.",
    ),
)
