"""Plans written down: a deck as a .pptx, pages as a PDF."""
