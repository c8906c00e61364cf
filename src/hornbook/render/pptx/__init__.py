"""A deck becomes a .pptx that behaves as if it was made by hand in PowerPoint."""

from hornbook.render.pptx.deck import render_pptx

__all__ = ["render_pptx"]
