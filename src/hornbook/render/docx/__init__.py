"""A document becomes a Word file that is edited like any other: real styles, lists, tables, pictures with words."""

from hornbook.render.docx.file import render_docx

__all__ = ["render_docx"]
