"""The closed list of what a layout may hold: for each key its type, its `idx`, and its name in the selection pane.

The numbers are the same in every layout, so that words keep their box when a teacher picks another layout.
"""

from msgspec import Struct

from hornbook.theme.model import PlaceholderType


class Key(Struct, frozen=True):
    """What is known of a placeholder before a theme says where it is."""

    type: PlaceholderType
    index: int
    name: str
    prompt: str


def _body(index: int, name: str, prompt: str = "") -> Key:
    return Key("body", index, name, prompt or name)


SINGLE: dict[str, Key] = {
    "title": Key("title", 0, "Title", "One idea, said in a sentence"),
    "date": Key("dt", 10, "Date", ""),
    "footer": Key("ftr", 11, "Footer", ""),
    "number": Key("sldNum", 12, "Slide Number", ""),
    "source": _body(20, "Source"),
    "body": _body(21, "Content", "Text"),
    "subtitle": Key("subTitle", 22, "Subtitle", "Subtitle"),
    "details": _body(23, "Details", "Level, minutes, authors"),
    "help": _body(24, "Help Line"),
    "numeral": _body(25, "Part Number", "1"),
    "quote": _body(26, "Quote", "What was said"),
    "by": _body(27, "Quoted Person", "Who said it"),
    "caption": _body(28, "Caption"),
    "note": _body(29, "Note", "What the numbers do not say"),
    "groups": _body(30, "Groups", "In pairs"),
    "minutes": _body(31, "Minutes", "10"),
    "unit": _body(32, "Unit", "minutes"),
    "materials": _body(33, "Materials"),
    "story": _body(34, "Story"),
    "questions": _body(35, "Questions"),
    "ask": _body(36, "Question"),
    "answer": _body(37, "Answer"),
    "left": _body(38, "First Column"),
    "right": _body(39, "Second Column"),
    "picture": Key("pic", 41, "Picture", "Picture"),
    "qr": Key("pic", 42, "QR Code", "QR code"),
    "table": Key("tbl", 51, "Table", "Table"),
    "chart": Key("chart", 52, "Chart", "Chart"),
    "film": _body(53, "Film"),
    "link": _body(54, "Link"),
    "caution": _body(55, "Caution"),
    "privacy": _body(56, "Privacy"),
}
"""Keys that a layout has once."""

NUMBERED: dict[str, Key] = {
    "heading": _body(60, "Heading"),
    "body": _body(70, "Content", "Text"),
    "step": _body(80, "Step"),
    "when": _body(90, "Date", "When"),
    "what": _body(100, "Event", "What happened"),
    "question": _body(110, "Question"),
    "choice": _body(120, "Choice"),
    "term": _body(130, "Term"),
    "meaning": _body(140, "Meaning"),
    "card": _body(150, "Contact"),
}
"""Keys that parts have: `step` becomes `step1`, `step2` ... with `idx` 81, 82 ..."""


def known(key: str, number: int) -> Key | None:
    """A key of the page (number 0) or of a part: `step` in the third part is `step3`, and so is `step3` on the page."""
    if number == 0 and key in SINGLE:
        return SINGLE[key]
    name, digit = (key, str(number)) if number else (key[:-1], key[-1:])
    if name not in NUMBERED or not digit.isdigit():
        return None
    base = NUMBERED[name]
    return Key(base.type, base.index + int(digit), f"{base.name} {digit}", base.prompt)
