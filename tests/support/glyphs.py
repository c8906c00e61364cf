"""Where each glyph of a PDF stands and what it shows, read from the file itself: nobody's guess at an order of reading comes between.

A bracket is taken for what can be seen of it: programs do not agree on what a bracket that was turned round means.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from typing import NamedTuple
from unicodedata import category, normalize

import pikepdf
import pypdfium2
from PIL import Image, ImageChops

_PAIRS = {char: pair for pair in ("()", "[]", "{}", "«»", "‹›") for char in pair}
_BULLETS = "•▪–✓"
_SCALE = 4.0
_AFTER_WORD = 0.13
"""A gap this wide, in em, parts two words."""
_APART = 0.9
"""The same of two pieces of text that have nothing to do with each other."""

Matrix = tuple[float, float, float, float, float, float]


class Glyph(NamedTuple):
    """What it means, its left edge and baseline in points from the bottom left of the page, its width, and the size of its font."""

    text: str
    x: float
    y: float
    width: float
    size: float


class Line(NamedTuple):
    """What can be seen on one line, from left to right, and where it begins and ends."""

    seen: str
    left: float
    right: float
    baseline: float


def lines_drawn(data: bytes) -> Iterator[list[Line]]:
    """For each page its lines: letters of a word that runs from right to left in the order of the alphabet, all else by the eye.

    Bullets are left out: some are drawn.
    """
    picture = pypdfium2.PdfDocument(data)
    with pikepdf.open(BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages):
            everything = glyphs_of(page)
            glyphs = [each for each in everything if not _is_unseen(each.text)]
            look = _looker(picture[number], [each for each in everything if _is_unseen(each.text)])
            yield sorted(
                (_line(piece, look) for row in _rows(glyphs) for piece in _pieces(row)),
                key=lambda line: (-line.baseline, line.left),
            )


def _is_unseen(text: str) -> bool:
    return all(category(char) in {"Cf", "Cc", "Zs", "Co", "Cn"} for char in text) or text in _BULLETS


def _rows(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Glyphs of one baseline; raised numbers belong to the words that they are raised beside."""
    rows: list[list[Glyph]] = []
    for each in sorted(glyphs, key=lambda glyph: -glyph.size):
        near = (row for row in rows if abs(row[0].y - each.y) < 0.5 * min(row[0].size, each.size))
        row = min(near, key=lambda row: abs(row[0].y - each.y), default=None)
        if row is None:
            rows.append([each])
        else:
            row.append(each)
    return rows


def _pieces(row: list[Glyph]) -> Iterator[list[Glyph]]:
    row.sort(key=lambda glyph: glyph.x)
    piece = row[:1]
    for each in row[1:]:
        if each.x - max(one.x + one.width for one in piece) > _APART * max(each.size, piece[-1].size):
            yield piece
            piece = []
        piece.append(each)
    yield piece


def _line(piece: Sequence[Glyph], look: Callable[[Glyph], str]) -> Line:
    words: list[str] = []
    letters: list[str] = []
    end = piece[0].x
    for each in piece:
        if letters and each.x - end > _AFTER_WORD * each.size:
            words.append("".join(sorted(letters)))
            letters = []
        text = "".join(char for char in normalize("NFKC", each.text) if category(char) != "Mn")
        if all(_is_leftward(char) for char in text):
            letters += text
        else:
            words += ["".join(sorted(letters)), look(each) if text in _PAIRS else text.strip()]
            letters = []
        end = max(end, each.x + each.width)
    seen = " ".join(word for word in (*words, "".join(sorted(letters))) if word)
    return Line(seen, piece[0].x, end, max(piece, key=lambda glyph: glyph.size).y)


def _is_leftward(char: str) -> bool:
    return "\u05d0" <= char <= "\u05ea" or ("\u0620" <= char <= "\u06d3" and category(char) == "Lo")


def _looker(page: pypdfium2.PdfPage, unseen: Sequence[Glyph]) -> Callable[[Glyph], str]:
    """Which bracket of its pair a glyph looks like: the middle of one that opens lies left of its ends.

    Signs that are not seen take a part of its width where they are to be copied with it.
    """
    drawn: list[Image.Image] = []

    def look(glyph: Glyph) -> str:
        if not drawn:
            drawn.append(page.render(scale=_SCALE).to_pil().convert("L"))
        left, right = glyph.x, glyph.x + glyph.width
        for each in sorted(unseen, key=lambda one: abs(one.x - glyph.x)):
            if abs(each.y - glyph.y) < 1.0 and (abs(each.x + each.width - left) < 0.1 or abs(each.x - right) < 0.1):
                left, right = min(left, each.x), max(right, each.x + each.width)
        top = page.get_height() - glyph.y - 0.85 * glyph.size
        inset = 0.1 * (right - left)  # a neighbour may reach in
        edges = (left + inset, top, right - inset, top + 1.1 * glyph.size)
        ink = _ink(drawn[0].crop(tuple(round(edge * _SCALE) for edge in edges)))
        box = ink.getbbox()
        assert box is not None, f"{glyph} is not to be seen"
        rows = [_middle(ink, row) for row in range(box[1], box[3])]
        part = max(1, len(rows) // 5)
        ends = [*rows[:part], *rows[-part:]]
        middle = rows[2 * part : 3 * part]
        opens = sum(middle) / len(middle) < sum(ends) / len(ends)
        return _PAIRS[glyph.text][0 if opens else 1]

    return look


def _ink(picture: Image.Image) -> Image.Image:
    paper = max(picture.getcolors() or [(0, 255)])[1]
    away = ImageChops.difference(picture, Image.new("L", picture.size, int(paper)))
    return away.point([0] * 80 + [255] * 176)


def _middle(ink: Image.Image, row: int) -> float:
    box = ink.crop((0, row, ink.width, row + 1)).getbbox()
    return (box[0] + box[2]) / 2 if box else ink.width / 2


class _Font:
    """The codes of a font, what they mean, and how wide they are in em."""

    def __init__(self, font: pikepdf.Dictionary) -> None:
        self.long = font.Subtype == "/Type0"
        self.meanings = _meanings(bytes(font.ToUnicode.read_bytes()).decode("latin-1")) if "/ToUnicode" in font else {}
        self.widths = dict(_wide_widths(font) if self.long else _narrow_widths(font))

    def glyphs(self, text: bytes) -> Iterator[tuple[str, float]]:
        step = 2 if self.long else 1
        for at in range(0, len(text), step):
            code = int.from_bytes(text[at : at + step], "big")
            yield self.meanings.get(code, ""), self.widths.get(code, 0.0) / 1000


def _narrow_widths(font: pikepdf.Dictionary) -> Iterator[tuple[int, float]]:
    yield from enumerate(map(float, font.Widths), int(font.FirstChar))


def _wide_widths(font: pikepdf.Dictionary) -> Iterator[tuple[int, float]]:
    entries = list(font.DescendantFonts[0].get("/W", []))
    while entries:
        first, then = int(entries.pop(0)), entries.pop(0)
        if isinstance(then, pikepdf.Array):
            yield from enumerate(map(float, then), first)
        else:
            width = float(entries.pop(0))
            yield from ((code, width) for code in range(first, int(then) + 1))


def _meanings(cmap: str) -> dict[int, str]:
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, text in re.findall(r"<(\w+)>\s*<(\w*)>", block):
            found[int(code, 16)] = _utf16(text)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, text, several in re.findall(r"<(\w+)>\s*<(\w+)>\s*(?:<(\w+)>|\[(.*?)\])", block, re.DOTALL):
            each = re.findall(r"<(\w+)>", several)
            for place, code in enumerate(range(int(first, 16), int(last, 16) + 1)):
                found[code] = _utf16(each[place]) if each else chr(ord(_utf16(text)[-1]) + place)
    return found


def _utf16(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be")


def _times(a: Matrix, b: Matrix) -> Matrix:
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


def glyphs_of(page: pikepdf.Page) -> list[Glyph]:
    """The glyphs of a page as they are drawn one after the other."""
    return list(_Reader().read(page.obj, page.obj.Resources, (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)))


class _Reader:
    """The operators that place text (ISO 32000-1 §9.4), and those that move what they place."""

    def __init__(self) -> None:
        self.fonts: dict[tuple[int, int], _Font] = {}

    def read(self, source: pikepdf.Object, resources: pikepdf.Object, around: Matrix) -> Iterator[Glyph]:
        kept: list[tuple[Matrix, _Font | None, float]] = []
        font, size, leading = None, 0.0, 0.0
        text = line = around
        for operands, operator in pikepdf.parse_content_stream(source):
            name = str(operator)
            numbers = tuple(float(each) for each in operands if isinstance(each, (int, float)) or _is_number(each))
            if name == "q":
                kept.append((around, font, size))
            elif name == "Q":
                around, font, size = kept.pop()
            elif name == "cm":
                around = _times(numbers, around)  # type: ignore[arg-type]
            elif name == "BT":
                text = line = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
            elif name == "Tf":
                font, size = self._font(resources.Font[operands[0]]), numbers[0]
            elif name == "TL":
                leading = numbers[0]
            elif name == "Tm":
                text = line = numbers  # type: ignore[assignment]
            elif name in {"Td", "TD", "T*"}:
                across, down = numbers or (0.0, -leading)
                text = line = _times((1.0, 0.0, 0.0, 1.0, across, down), line)
            elif name in {"Tj", "TJ"} and font is not None:
                for piece in operands[0] if name == "TJ" else operands:
                    if isinstance(piece, pikepdf.String):
                        for meaning, width in font.glyphs(bytes(piece)):
                            place = _times(text, around)
                            scale = (place[0] ** 2 + place[1] ** 2) ** 0.5
                            yield Glyph(meaning, place[4], place[5], width * size * scale, size * scale)
                            text = _times((1.0, 0.0, 0.0, 1.0, width * size, 0.0), text)
                    else:
                        text = _times((1.0, 0.0, 0.0, 1.0, -float(piece) / 1000 * size, 0.0), text)
            elif name == "Do":
                form = resources.XObject[operands[0]]
                if form.get("/Subtype") == "/Form":
                    own = tuple(float(each) for each in form.get("/Matrix", (1, 0, 0, 1, 0, 0)))
                    yield from self.read(form, form.get("/Resources", resources), _times(own, around))  # type: ignore[arg-type]

    def _font(self, font: pikepdf.Dictionary) -> _Font:
        key = font.objgen
        if key not in self.fonts:
            self.fonts[key] = _Font(font)
        return self.fonts[key]


def _is_number(value: object) -> bool:
    return type(value).__name__ == "Decimal"
