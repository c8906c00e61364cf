"""The page around the blocks: its head, its style, whom to call at its foot. No script, nothing that is fetched."""

from html import escape

from hornbook.plan.deck import Deck
from hornbook.plan.document import Document
from hornbook.render.html.blocks import blocks_html
from hornbook.render.html.style import style_sheet
from hornbook.render.html.writing import Writer, inline
from hornbook.tags import is_leftward
from hornbook.theme.model import Theme


def render_html(document: Document, theme: Theme, deck: Deck | None) -> bytes:
    """The document as one file that reads well on a screen and on paper."""
    writer = Writer(document, theme, deck)
    side = ' dir="rtl"' if is_leftward(document.language) else ""
    author = f'<meta name="author" content="{escape(document.author)}">\n' if document.author else ""
    foot = f"<footer><p>{inline(writer, document.help_line)}</p></footer>\n" if document.help_line else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(document.language)}"{side}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n{author}'
        f"<title>{escape(document.title)}</title>\n<style>\n{style_sheet(theme)}</style>\n</head>\n<body>\n"
        f"{_head(writer)}\n<main>\n{blocks_html(writer, document.blocks)}\n</main>\n{foot}</body>\n</html>\n"
    ).encode()


def _head(writer: Writer) -> str:
    head = writer.document.head
    kicker = " · ".join(words for words in (head.kicker, head.audience) if words)
    above = f'<p class="kicker">{escape(kicker)}</p>\n' if kicker else ""
    below = f'\n<p class="subtitle">{inline(writer, head.subtitle)}</p>' if head.subtitle else ""
    return f'<header class="{head.tone}">\n{above}<h1>{inline(writer, head.title)}</h1>{below}\n</header>'
