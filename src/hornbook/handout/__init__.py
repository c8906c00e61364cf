"""A lesson and a recipe become a document: blocks in reading order, before there are pages."""
