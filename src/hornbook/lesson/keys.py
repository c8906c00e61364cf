"""The names of the fields of an outline: what may stand where. The readers and the JSON Schema both use these tables."""

AUTOMATIC = ("title", "content_note", "objectives", "agenda", "vocabulary", "sources", "help")
OPENING = ("title", "content_note", "objectives", "agenda")
CLOSING = ("sources", "help")
DEFAULT_HANDOUTS = ("guided-notes", "guided-notes-key", "facilitator-guide")

LESSON = (
    "title", "subtitle", "language", "audiences", "duration", "level", "authors", "license", "theme", "care", "content_note",
    "objectives", "vocabulary", "standards", "contacts", "sources", "handouts", "values", "reviewed", "opening", "closing", "sections",
    "slides", "print", "rules",
)  # fmt: skip
SECTION = ("title", "minutes", "for", "slides")
KINDS = (
    "points", "statement", "quote", "image", "compare", "steps", "timeline", "table", "chart", "activity", "scenario", "discuss", "quiz",
    "define", "video", "help",
)  # fmt: skip
SLIDE = (
    "title", "notes", "minutes", "for", "reveal", "layout", "source", "deck", "handouts", "hidden", "icon",
)  # fmt: skip
REVEAL = ("click", "none")
OWN_TITLE = ("statement", "quote", "video")
"""Kinds whose slides may go without a `title`."""
WITH_PICTURE = ("points", "statement", "quote", "scenario", "discuss", "activity", "define")
"""Kinds that an `image` or an `icon` may accompany."""

TEXT = ("text", "for")
"""A text of a list, where it says whom it is for."""
POINT = ("text", "points", "for")
QUOTE = ("text", "by", "source")
IMAGE = ("file", "alt", "decorative", "credit", "width", "focus", "source")
WIDTHS = ("full",)
COLUMN = ("heading", "points")
EVENT = ("when", "what", "source")
TABLE = ("caption", "header", "rows", "row_headers", "source")
CHART = ("type", "labels", "series", "unit", "highlight", "note", "alt", "source")
CHART_TYPES = ("bar", "column", "line", "pie", "stacked")
ACTIVITY = ("minutes", "groups", "materials", "steps", "room")
ROOMS = ("lines", "drawing", "none")
"""What a sheet of an activity has below its steps."""
SCENARIO = ("story", "questions", "answers")
QUESTION = ("ask", "choices", "match", "answer", "why", "lines", "for")
VIDEO = ("title", "url", "length", "caution")

CONTACTS_FILE = ("region", "contacts")
CONTACT = (
    "id", "name", "what", "short", "call", "text", "chat", "tty", "url", "hours", "languages", "emergency", "local", "seen_on",
    "checked_on", "checked_by", "source", "notes",
)  # fmt: skip
WAYS = ("call", "text", "chat", "url")
"""One of these is needed, or the contact is of no use."""
SOURCE = (
    "title", "publisher", "year", "place", "kind", "url", "seen_on", "checked_on", "checked_by", "open_before_print", "note",
)  # fmt: skip
REVIEWED = ("checked_on", "checked_by")
HANDOUT = ("recipe", "for", "paper", "versions", "large_print", "mono", "booklet", "fillable")

PRINT = (
    "fact_sheet",
    "brochure",
    "letter",
    "exit_ticket",
    "card",
    "poster",
    "disclosure",
    "opt_out",
    "materials",
    "fields",
)
PRINT_BLOCK = ("heading", "text", "points", "table", "chart", "source", "for")
CARD = ("cover", "headline", "lines", "for")
POSTER = ("headline", "lines", "for")
OPT_OUT = ("title", "minutes", "steps", "for")
