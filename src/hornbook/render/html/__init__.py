"""A document becomes one accessible page of HTML."""

from hornbook.render.html.page import render_html

__all__ = ["render_html"]
