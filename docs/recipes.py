"""Writes docs/recipes.md, the page of all blocks, with a picture of each: `python docs/recipes.py`.

Needs the extra `test` (pypdfium2) for the pictures, which are drawn from the examples of the page.
"""

from functools import cache
from pathlib import Path

from hornbook.build.gather import gather
from hornbook.build.options import Options
from hornbook.build.workspace import built_in, find_lesson
from hornbook.compose.deck import compose
from hornbook.diagnostics import SourceFile
from hornbook.handout.blocks import BLOCKS, BlockKind
from hornbook.handout.document import make_document
from hornbook.handout.kit import KitSheet
from hornbook.handout.recipe import read_recipe
from hornbook.handout.schema import ABOUT, OPTIONS
from hornbook.lesson.model import Lesson
from hornbook.paginate.blocks import flow
from hornbook.paginate.flow import break_pages
from hornbook.paginate.pages import drawn as pieces_drawn
from hornbook.paginate.pieces import Piece, moved_all
from hornbook.paginate.setting import Setter
from hornbook.paginate.sheets.impose import sheet_pages
from hornbook.plan.deck import Deck
from hornbook.plan.document import Document
from hornbook.plan.page import Page, Pages
from hornbook.plan.structure import StructureBuilder
from hornbook.theme.model import Theme
from hornbook.units import PAPERS, Size

HERE = Path(__file__).parent
PICTURES = HERE / "pictures" / "blocks"
WATER, TRAFFICKING = "the-water-cycle", "human-trafficking-and-the-internet"
WIDTH, PAD, TALLEST, ROOM, PIXELS = 504.0, 16.0, 330.0, 656.0, 500
WITH_NUMBERS = ("wallet-cards", "tear-off", "brochure", "help")
"""Blocks that say little of a lesson without a help line."""

EXAMPLES = {
    "fields": "- fields: {show: [name, date]}",
    "section": "- each: slides\n  blocks: [section, notes]",
    "heading": "- heading: {words: At the river}",
    "notes": "- each: slides\n  where: {kind: [steps, timeline]}\n  blocks:\n    - notes: {lines: 3}",
    "slides": "- slides: {lines: 6}",
    "slide-sheets": "- slide-sheets: {across: 2, down: 3, lines: 2}",
    "script": "- each: slides\n  where: {kind: scenario}\n  blocks: [script]",
    "task": "- each: slides\n  where: {kind: activity}\n  blocks:\n    - task: {lines: 2}",
    "question": "- each: questions\n  blocks: [question]",
    "exit-ticket": "- exit-ticket",
    "agenda": "- agenda",
    "objectives": "- objectives",
    "content-note": "- content-note",
    "vocabulary": "- vocabulary",
    "materials": "- materials: {columns: 2}",
    "disclosure": "- disclosure",
    "opt-out": "- opt-out",
    "sources": "- sources: {columns: 2, all: true}",
    "facts": "- facts: {columns: 2}",
    "help": "- help: {most: 3}",
    "wallet-cards": "- wallet-cards",
    "vocabulary-cards": "- vocabulary-cards",
    "scenario-cards": "- scenario-cards: {kinds: [scenario, discuss]}",
    "exit-tickets": "- exit-tickets: {name: false}",
    "tear-off": "- tear-off",
    "brochure": "- brochure: {most: 4}",
    "letter": "- letter",
    "reply-slip": "- reply-slip: {choices: [We come along, We cannot come]}",
    "print-list": "- print-list",
    "sign-in": "- sign-in: {columns: [name, Street], rows: 4}",
    "feedback": "- feedback",
    "lines": "- lines: {count: 4, label: my_notes}",
    "text": '- text: {words: "Bring this sheet back on Friday.", style: lead}',
    "rule": "- text: First\n- rule\n- text: Second",
    "page-break": "- fields\n- page-break\n- lines: 3",
}
"""What stands under `blocks:` to show a block."""

ALT = "What `{name}` prints"
HEAD = """\
# Recipes: what a handout is made of

*Made by `python docs/recipes.py`: the blocks from the program, the pictures from their examples.*

A handout is a recipe: a file in `handouts/` that names blocks, from top to bottom. `hornbook list recipes` shows those there are. A file of
your own in the `handouts/` folder of your workspace adds one, or takes the place of the built-in one of that name. It needs no code.

## Write one

`handouts/fridge-door.yaml`:

```yaml
# handouts/fridge-door.yaml
about: One page for the fridge door, with what we said and whom to call.
title: For the fridge door
for: for families
duplex: none
pages: 1
blocks:
  - objectives
  - facts: {columns: 2}
  - help: {most: 3}
  - lines: {label: my_notes, count: 3, fill: true}
```

Ask for it in the lesson (`handouts: [fridge-door]`) or on the command line (`hornbook build my-lesson --only fridge-door`). `pages: 1` is a
promise: when the words need more, the build says what to cut and where it stands in the outline. A mistake is answered with its line:

```
handouts/fridge-door.yaml:8:5: error HB422: There is no block "objektives".
  8 |   - objektives
    |     ^^^^^^^^^^
    Did you mean `objectives`?
```

## Start from another

`extends` takes everything from another recipe; what you write stands in place of what that one says. So a key never drifts from its copy:

```yaml
# handouts/worksheet-with-answers.yaml
extends: worksheet
about: The worksheet with the answers printed in it, for substitutes.
title: Worksheet with answers
for: for_teachers
answers: true
```

## Go through the lesson

`each` makes its blocks again for every slide (or `sections`, `questions`, `terms`), and `where` keeps those that are equal to what it says. One
level is all there is; when you need more, a block is missing: [tell us](../CONTRIBUTING.md).

```yaml
# handouts/stories-only.yaml
about: The stories with room to write, and their pictures.
title: Stories
for: learners
duplex: long-edge
blocks:
  - fields: {show: [name, date]}
  - each: slides
    where: {kind: [scenario, discuss]}
    blocks:
      - section
      - task: {lines: 3}
```

## Two columns, and blocks for some

`columns` runs blocks through columns of one height. Every block may say for which audiences it is (`for`), and for which it is not (`not_for`).

```yaml
# handouts/before-we-begin.yaml
about: What to have ready, for whoever leads.
title: Before we begin
for: for_teachers
blocks:
  - columns: 2
    blocks:
      - agenda
      - materials
  - disclosure: {not_for: community}
  - help
```

## Fields of a recipe

"""


def page() -> str:
    rows = [f"| `{name}` | {about} |" for name, about in ABOUT.items()]
    table = "\n".join(["| field | what it says |", "|---|---|", *rows])
    return HEAD + table + "\n\n## The blocks\n" + "".join(_block(kind) for kind in BLOCKS.values())


def _block(kind: BlockKind) -> str:
    inside = f" Inside `each`, where there is a {kind.needs}." if kind.needs else ""
    sheets = " Makes whole sheets: nothing else stands beside it." if kind.sheets else ""
    options = "".join(f"- `{name}`: {OPTIONS[name]}\n" for name in kind.options)
    picture = f"![{ALT.format(name=kind.name)}](pictures/blocks/{kind.name}.png)"
    parts = (f"\n### `{kind.name}`\n\n{kind.summary}{inside}{sheets}\n", options and f"\n{options}")
    return "".join(parts) + f"\n```yaml\n{example(kind.name)}```\n\n{picture}\n"


def example(name: str) -> str:
    """The recipe that shows a block."""
    return "blocks:\n" + "".join(f"  {line}\n" for line in EXAMPLES[name].splitlines())


@cache
def lesson_and_deck(name: str) -> tuple[Lesson, Theme, Deck]:
    place = find_lesson(name, built_in())
    assert place is not None
    edition = gather(place, Options(), built_in()).editions[0]
    deck, _ = compose(edition.lesson, edition.theme)
    assert deck is not None
    return edition.lesson, edition.theme, deck


def shown(name: str) -> tuple[Document, Theme, Deck]:
    """The example of a block, out of the water cycle where that has something for it."""
    recipe, found = read_recipe(SourceFile(f"handouts/{name}.yaml", example(name)), lambda _: None)
    assert recipe is not None, found
    kit = (
        KitSheet("worksheet.pdf", "Worksheet", "letter", 3, "DuplexFlipLongEdge", "one_each", ""),
        KitSheet("exit-tickets.pdf", "Exit tickets", "letter", 1, "Simplex", "one_piece_each", "cut_dashes"),
    )
    for lesson_name in (TRAFFICKING,) if name in WITH_NUMBERS else (WATER, TRAFFICKING):
        lesson, theme, deck = lesson_and_deck(lesson_name)
        document, _ = make_document(lesson, recipe, deck, 0, kit)
        if document.blocks or document.sheets:
            return document, theme, deck
    raise AssertionError(name)


def drawn(name: str) -> Pages:
    """The example alone: its blocks on as much paper as they need, or its sheets."""
    document, theme, deck = shown(name)
    setter = Setter(document, theme, deck, StructureBuilder(language=document.language))
    pages = sheet_pages(setter, PAPERS["letter"])[:2] if document.sheets else (_strip(setter),)
    return Pages(pages, setter.structure.done(), theme, name, document.language, media=deck.media)


def _strip(setter: Setter) -> Page:
    items = flow(setter, setter.document.blocks, WIDTH)
    slips = [item.height for item in items if isinstance(item, Piece) and item.sinks]
    (filled, *_) = break_pages(items, max(slips, default=ROOM))
    placed = [each for each in filled.placed if each.bottom <= TALLEST]
    height = max(each.bottom for each in placed)
    return Page(Size(WIDTH + 2 * PAD, height + 2 * PAD), "", moved_all(pieces_drawn(placed, height), PAD, PAD))


def draw() -> None:
    """The picture of every block."""
    import pypdfium2 as pdfium
    from PIL import Image, ImageOps

    from hornbook.render.pdf import render_pdf

    PICTURES.mkdir(parents=True, exist_ok=True)
    for name in BLOCKS:
        document = pdfium.PdfDocument(render_pdf(drawn(name)))
        each = PIXELS // 2 if document[0].get_height() > ROOM or len(document) > 1 else PIXELS
        images = [page.render(scale=2 * each / page.get_width()).to_pil().convert("RGB") for page in document]
        images = [ImageOps.expand(image.resize((each, round(image.height / 2))), 1, "#AEB7C2") for image in images]
        sheet = Image.new(
            "RGB", (sum(image.width + 8 for image in images) - 8, max(image.height for image in images)), "white"
        )
        left = 0
        for image in images:
            sheet.paste(image, (left, 0))
            left += image.width + 8
        sheet.quantize(24, dither=Image.Dither.NONE).save(PICTURES / f"{name}.png", optimize=True)


if __name__ == "__main__":
    Path(__file__).with_suffix(".md").write_text(page(), "utf-8")
    draw()
