"""`print:`, the words that only paper needs."""

from hornbook.lesson import keys
from hornbook.lesson.model import Card, OptOut, Poster, Print, PrintBlock
from hornbook.lesson.points import read_points
from hornbook.lesson.quiz import read_questions
from hornbook.lesson.reading import Reading
from hornbook.lesson.tables import read_chart, read_table
from hornbook.lesson.values import each, listed
from hornbook.source.nodes import ListNode, MapNode, Node
from hornbook.source.runs import Text

_CONTENTS = ("text", "points", "table", "chart")


def read_print(reading: Reading, node: Node | None) -> Print:
    """The words of `print:` for this audience."""
    fields = reading.mapping(node, keys.PRINT, "`print`")
    if fields is None:
        return Print()
    return Print(
        fact_sheet=_blocks(reading, fields.get("fact_sheet")),
        brochure=_blocks(reading, fields.get("brochure")),
        letter=_prose(reading, fields.get("letter")),
        exit_ticket=read_questions(reading, fields.get("exit_ticket")),
        card=_card(reading, _for_audience(reading, fields.get("card"))),
        poster=_poster(reading, _for_audience(reading, fields.get("poster"))),
        disclosure=reading.texts(fields.get("disclosure")),
        opt_out=_opt_out(reading, _for_audience(reading, fields.get("opt_out"))),
        materials=reading.texts(fields.get("materials")),
        fields=reading.texts(fields.get("fields")) if "fields" in fields else None,
    )


def _for_audience(reading: Reading, node: Node | None) -> Node | None:
    """An entry, or the first of a list of entries that is for this audience."""
    entries = node.items if isinstance(node, ListNode) else (node,)
    fitting = [entry for entry in entries if not isinstance(entry, MapNode) or reading.wanted(entry)]
    return fitting[0] if fitting else None


def _prose(reading: Reading, node: Node | None) -> tuple[Text, ...]:
    """Paragraphs; a mapping with `text` may say whom they are for."""
    chosen = (
        _for_audience(reading, node)
        if not isinstance(node, ListNode) or all(isinstance(item, MapNode) for item in node.items)
        else node
    )
    if isinstance(chosen, MapNode):
        reading.check_keys(chosen, keys.TEXT, "a text of `print`")
        return reading.paragraphs(reading.need(chosen, "text", "This"))
    return reading.paragraphs(chosen)


def _blocks(reading: Reading, node: Node | None) -> tuple[PrintBlock, ...]:
    return each(reading.items(node, "A list of blocks"), lambda item: _block(reading, item))


def _block(reading: Reading, node: Node) -> PrintBlock | None:
    fields = reading.mapping(node, keys.PRINT_BLOCK, "a block")
    if fields is None:
        return None
    wanted = reading.wanted(fields)
    heading = reading.needed_text(fields, "heading", "A block", "title")
    contents = [name for name in _CONTENTS if name in fields]
    if not contents:
        reading.error(
            "HB262",
            "There is nothing under this heading.",
            fields.key_span("heading"),
            f"Give the block one of {listed(_CONTENTS, 'or')}.",
        )
    for name in contents[1:]:
        message = f"A block has one content: this one has `{contents[0]}` and `{name}`."
        reading.error("HB262", message, fields.key_span(name), "Make two blocks of it.")
    text, points = reading.paragraphs(fields.get("text")), read_points(reading, fields.get("points"))
    table_node, chart_node = fields.get("table"), fields.get("chart")
    table, table_sources = read_table(reading, table_node) if table_node else (None, ())
    chart, chart_sources = read_chart(reading, chart_node) if chart_node else (None, ())
    sources = (*reading.source_ids(fields.get("source")), *table_sources, *chart_sources)
    if heading is None or not wanted or not (text or points or table or chart):
        return None
    return PrintBlock(heading, text, points, table, chart, tuple(dict.fromkeys(sources)))


def _card(reading: Reading, node: Node | None) -> Card | None:
    fields = reading.mapping(node, keys.CARD, "a card")
    if fields is None:
        return None
    cover, headline = reading.text(fields.get("cover"), "title"), reading.text(fields.get("headline"), "title")
    return Card(cover, headline, reading.texts(fields.get("lines")))


def _poster(reading: Reading, node: Node | None) -> Poster | None:
    fields = reading.mapping(node, keys.POSTER, "a poster")
    if fields is None:
        return None
    return Poster(reading.text(fields.get("headline"), "title"), reading.texts(fields.get("lines")))


def _opt_out(reading: Reading, node: Node | None) -> OptOut | None:
    fields = reading.mapping(node, keys.OPT_OUT, "`opt_out`")
    if fields is None:
        return None
    title = reading.needed_text(fields, "title", "`opt_out`", "title")
    minutes = reading.minutes(fields.get("minutes"))
    steps = reading.texts(reading.need(fields, "steps", "`opt_out`"))
    return OptOut(title, minutes, steps) if title else None
