"""HB30x and HB31x: what keeps words off a slide."""

from hornbook.diagnostics.code import Code, by_code

COMPOSE_CODES = by_code(
    Code(
        "HB301",
        "Too long for one slide",
        "A list goes on to the next slide between its points, but one point that fills a slide by itself cannot be read from a chair. Nothing is made smaller than 20 points, and nothing runs off the edge.",
        "points: [A whole page of text as one point]",
        "points: [The first half, The second half]",
    ),
    Code(
        "HB302",
        "A word wider than its place",
        "A line breaks between words, and an address after its marks. A word without either that is wider than its box would be cut.",
        "points: [Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft]",
        "points: [A society of Danube steamship officials]",
    ),
    Code(
        "HB303",
        "A title too long for its slide",
        "A title is read first and from far away. In its smallest size, 28 points, about 120 letters fit.",
        "title: Everything that this slide says, and why, and what follows from it, and ...",
        "title: Water always moves",
    ),
    Code(
        "HB304",
        "A chart with too many marks",
        "The labels of a chart are 16 points or more, so that they can be read from a chair; so many bars fit one above the other, and no more.",
    ),
    Code(
        "HB306",
        "An unknown layout",
        "`layout:` names a layout of the theme as PowerPoint's own menu shows it.",
        "layout: Titel and Content",
        "layout: Title and Content",
    ),
    Code(
        "HB307",
        "A layout without a place for the words",
        "Every word of a slide sits in a placeholder. A layout that has none for some of them would lose them.",
        "{points: [One], layout: Title Only}",
        "{points: [One], layout: Title and Content}",
    ),
    Code(
        "HB308",
        "The theme has no layout for this",
        "A theme has a family of layouts for each kind of slide, and some of them only for so many parts: a question of a quiz has two to six choices.",
    ),
    Code(
        "HB310",
        "No room for a picture",
        "A picture may stand beside points, and beside other kinds where the theme has a layout for both.",
    ),
    Code(
        "HB311",
        "An address too long for a QR code",
        "A QR code holds about 2,300 letters at the strength that survives a crease.",
    ),
    Code(
        "HB312",
        "An icon that is not there",
        "`icon:` is the name of a drawing of the Lucide set: https://lucide.dev/icons shows all of them.",
        "{points: [Call someone], icon: fone}",
        "{points: [Call someone], icon: phone}",
    ),
)
