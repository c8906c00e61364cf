"""A lesson in another language: its texts as gettext files, put in the places of the outline's own."""
