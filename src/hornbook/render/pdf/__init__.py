"""Pages to tagged PDF, over reportlab's canvas."""

from hornbook.render.pdf.document import render_pdf

__all__ = ["render_pdf"]
