"""What someone may have meant by the name of a field that is not known."""

from collections.abc import Mapping, Sequence

from hornbook.diagnostics import Edit
from hornbook.lesson.values import nearest
from hornbook.source.nodes import MapNode, ScalarNode
from hornbook.source.renaming import renamed, renamed_to

KINDS = {
    "bullets": "points", "bullet": "points", "list": "points", "text": "points", "content": "points", "body": "points",
    "picture": "image", "photo": "image", "img": "image", "figure": "image", "columns": "compare", "process": "steps",
    "questions": "discuss", "discussion": "discuss", "vocabulary": "define", "terms": "define", "story": "scenario",
    "graph": "chart", "film": "video", "contacts": "help", "events": "timeline", "test": "quiz", "speaker_notes": "notes",
}  # fmt: skip
"""Kinds and fields of a slide, by names that other programs give them."""
FIELDS = {
    "categories": "labels", "data": "series", "values": "series", "question": "ask", "prompt": "ask", "options": "choices",
    "correct": "answer", "explanation": "why", "do": "steps", "instructions": "steps", "tasks": "steps", "time": "minutes",
    "duration": "minutes", "author": "by", "speaker": "by", "quote": "text", "src": "file", "path": "file",
    "description": "alt", "date": "when", "year": "when", "event": "what", "headers": "header", "title": "heading",
    "bullets": "points", "items": "points", "link": "url", "phone": "call", "number": "call", "website": "url", "situation": "story",
}  # fmt: skip
"""Fields of everything else, likewise."""


def answer(node: MapNode, key: ScalarNode, known: Sequence[str], others: Mapping[str, str]) -> tuple[str, Edit | None]:
    """The hint and what `--fix` does: the name by its meaning, else the one nearest in its letters, of those that are not there yet."""
    free = [name for name in known if name not in node]
    meant = others.get(key.text.lower(), "")
    if meant in free:
        return f"Did you mean `{meant}`?", renamed_to(node, key, meant)
    return nearest(key.text, free), renamed(node, key, known)
