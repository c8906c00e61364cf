"""Everything that reads what a stranger may hand us: a seed to begin with, and what is done with it after an accident."""

import io
import json
import random
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import mkdtemp

from fuzz.mutations import ODD
from hornbook.build.workspace import built_in
from hornbook.diagnostics import Severity, SourceFile, Span
from hornbook.source.nodes import ScalarNode

SMALL = Path(__file__).with_name("small.yaml").read_text("utf-8")
MARKUP = (
    "**a *b* c** `d` [e](https://a.org/x_y) H~2~O x^2^ ==key== [@usgs; @b] <<town>> <<a.b>> \\* <b> &amp; ![p](q)\nnext"
)
CONTACTS = (
    "title: T\nlanguage: en-US\nhandouts: []\nslides: [{title: A, points: [b]}]\ncontacts:\n"
    "  - {id: x, name: D, what: A, call: 555-1234, text: HOME to 741741, url: 'https://a.org', tty: '711'}\n"
)
PLACE = Span(SourceFile("x.yaml", "x"))


@dataclass(frozen=True)
class Target:
    """One reader."""

    seeds: Callable[[], tuple[bytes, ...]]
    read: Callable[[bytes], object]
    text: bool = True


def _texts(*texts: str) -> Callable[[], tuple[bytes, ...]]:
    return lambda: tuple(text.encode() for text in texts)


def _lines_of_small() -> tuple[bytes, ...]:
    """The lesson of every kind cut into lessons of one slide."""
    lines = SMALL.split("\n")
    head = "\n".join(lines[:10]).replace("audiences: [a, b]\n", "")
    slides = [line.strip() for line in lines if line.startswith("      - {")]
    return tuple(f"{head}\nslides:\n  {slide}\n".replace(", for: a", "").encode() for slide in slides)


def _file(data: bytes) -> SourceFile:
    """A file as it is when its bytes were taken for text, whatever they were."""
    from hornbook.source.files import decode

    file, _ = decode(data.decode("utf-8", "replace").encode(), "mine.yaml")
    return file or SourceFile("mine.yaml", "")


def outline(data: bytes) -> None:
    from hornbook.source.files import decode
    from hornbook.source.outline import read_outline
    from hornbook.source.tidying import tidied

    file, _ = decode(data, "lesson.yaml")
    if file is not None:
        _, found = read_outline(file)
        tidied(file.text, [each.fix for each in found if each.fix])
        for each in found:
            assert each.severity is Severity.NOTE or each.span is not None


def inline(data: bytes) -> None:
    from hornbook.source.inline import read_inline

    node = ScalarNode(data.decode("utf-8", "replace"), PLACE)
    for mode in ("text", "title", "notes"):
        read_inline(node, {"town": "Here"}, mode)


@cache
def _folder() -> Path:
    memory = Path("/dev/shm")
    return Path(mkdtemp(dir=memory if memory.is_dir() else None))


def lesson(data: bytes) -> None:
    from hornbook.lesson.reader import read_lesson

    path = _folder() / "lesson.yaml"
    path.write_bytes(data)
    reading = read_lesson(path, _folder())
    assert reading.lessons or any(each.severity is Severity.ERROR for each in reading.diagnostics)


def recipe(data: bytes) -> None:
    from hornbook.handout.recipe import read_recipe

    recipes = _recipes()
    read_recipe(_file(data), recipes.get)


@cache
def _recipes() -> Mapping[str, SourceFile]:
    paths = built_in().glob("handouts/*.yaml")
    return {path.stem: SourceFile(path.name, path.read_text("utf-8")) for path in paths}


def words(data: bytes) -> None:
    from hornbook.check.words import hits, occurs, read_words

    found, _ = read_words("own", _file(data))
    for entry in found.entries if found else ():
        occurs(entry, MARKUP)
        list(hits(entry, MARKUP))


def theme(data: bytes) -> None:
    from hornbook.theme.reader import read_theme

    found, problems = read_theme(_file(data))
    assert found or problems
    for layout in found.layouts.values() if found else ():
        assert layout.placeholders is not None


def xliff(data: bytes) -> None:
    from hornbook.translations.codes import pieces
    from hornbook.translations.xliff_reading import read_xliff, words_of

    file = _file(data)
    found, problems = read_xliff(file)
    assert found or problems
    _, problems = words_of(found, (MARKUP, "Rain")) if found else ({}, problems)
    for each in problems:
        assert each.span is not None
    pieces(file.text)


def translation(data: bytes) -> None:
    from hornbook.translations.catalog import read_translation
    from hornbook.translations.gettext_files import updated
    from hornbook.translations.markup import lost_markup

    file = _file(data)
    found, problems = read_translation(file, "es")
    assert found or problems
    if found:
        lost_markup(found)
        updated(file.text, "es", _template())


@cache
def _template() -> object:
    from hornbook.translations.collecting import Collected
    from hornbook.translations.gettext_files import template

    return template("rain", {MARKUP: Collected([("lesson.yaml", 1)], ["point"]), "Rain": Collected()})


def _exchanged() -> tuple[bytes, ...]:
    from hornbook.translations.xliff_writing import Exchange, Unit, xliff_bytes

    units = [Unit(MARKUP, MARKUP, places=[("lesson.yaml", 1)], notes=["A point."]), Unit("Rain", "Lluvia", fuzzy=True)]
    return (xliff_bytes(Exchange("rain", "en-US", "es", units, "Ana", "2026-11-20")),)


def _catalogs() -> tuple[bytes, ...]:
    from hornbook.translations.gettext_files import updated

    return (updated("", "es", _template()), updated(PO, "es", _template()))


PO = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"X-Reviewed-By: \\n"\n\n'
    '# a remark\n#, fuzzy\n#| msgid "Rains"\nmsgid "Rain"\nmsgstr "Lluvia"\n\nmsgid ""\n"Old "\n"words"\nmsgstr "a\\"b"\n'
)


def picture(data: bytes) -> None:
    from hornbook.media.pictures import clean_picture
    from hornbook.source.pictures import looks_like, picture_header

    picture_header(data)
    looks_like(data)
    found, problems = clean_picture(data, "a.png")
    assert found or problems


def template(data: bytes) -> None:
    from hornbook.theme.template.reader import read_template

    found, problems = read_template(data, "school.potx", PLACE)
    assert found or problems


def _rasters() -> tuple[bytes, ...]:
    from PIL import Image

    found = []
    for mode, form, options in (("RGB", "PNG", {}), ("P", "PNG", {}), ("LA", "PNG", {}), ("RGB", "JPEG", {"exif": b"Exif\0\0II*\0\x08\0\0\0\0\0"}),
                                ("CMYK", "JPEG", {}), ("L", "JPEG", {"progressive": True}), ("RGB", "GIF", {})):  # fmt: skip
        stream = io.BytesIO()
        Image.new(mode, (9, 7)).save(stream, form, **options)
        found.append(stream.getvalue())
    return tuple(found)


DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 40"><style>.a{fill:red}</style>'
    '<defs><linearGradient id="g"><stop offset="0" stop-color="#f00"/></linearGradient></defs><g transform="rotate(9 1 2)">'
    '<path class="a" d="M0 0 C 1 1 2 2 3 3 A 1 2 3 0 1 5 5 Z"/><circle r="1e3"/><use xlink:href="#g"/><text x="1">w</text>'
    '<image href="data:image/png;base64,iVBORw0KGgo="/></g></svg>'
)


@cache
def _default_template() -> bytes:
    return (files("pptx") / "templates" / "default.pptx").read_bytes()


TARGETS: dict[str, Target] = {
    "inline": Target(_texts(MARKUP), inline),
    "outline": Target(lambda: _lines_of_small() + _texts(SMALL)(), outline),
    "lesson": Target(_lines_of_small, lesson),
    "contacts": Target(_texts(CONTACTS), lesson),
    "recipe": Target(lambda: tuple(file.text.encode() for _, file in sorted(_recipes().items())), recipe),
    "words": Target(_texts("about: A\nentries:\n  - {avoid: [child|teen prostitut*, john], beside: [a], but: [b c], prefer: p, why: w, level: block}\n"), words),
    "theme": Target(lambda: ((built_in() / "decks/themes/daylight.yaml").read_bytes(),), theme),
    "translation": Target(_catalogs, translation),
    "xliff": Target(_exchanged, xliff),
    "raster": Target(_rasters, picture, text=False),
    "drawing": Target(_texts(DRAWING), picture),
    "template": Target(lambda: (_default_template(),), template, text=False),
}  # fmt: skip


def mutants(name: str, seed: int) -> Iterator[bytes]:
    """Seeds of a target after accidents, without end, the same for the same number."""
    chance = random.Random(f"{name} {seed}")
    target = TARGETS[name]
    seeds = target.seeds()
    while True:
        data = chance.choice(seeds)
        for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
            data = _repacked(chance, data) if name == "template" else _hurt(chance, data, text=target.text)
        yield data


def _hurt(chance: random.Random, data: bytes, *, text: bool) -> bytes:
    at = chance.randrange(len(data) + 1)
    end = min(len(data), at + chance.choice((1, 1, 2, 5, 40)))
    match chance.randrange(8):
        case 0:
            return data[:at] + data[end:]
        case 1:
            return data[:at] + data[at:end] * chance.choice((2, 3, 50)) + data[end:]
        case 2:
            return data[:at] + bytes(chance.randrange(256) for _ in range(end - at)) + data[end:]
        case 3 if text:
            return data[:at] + chance.choice(ODD).encode("utf-8", "surrogatepass") + data[end:]
        case 4 if text:
            return data[:at] + chance.choice(ODD).encode("utf-8", "surrogatepass") + data[at:]
        case 5:
            other = chance.randrange(len(data) + 1)
            return data[:at] + data[other : other + end - at] + data[at:]
        case 6:
            return data[:at]
        case _:
            numbers = (
                b"0",
                b"-1",
                b"99999999999",
                b"1e999",
                b"\xff\xff",
                b"\0\0\0\0",
                b"\x7f\xff\xff\xff",
                b"#",
                b": ",
                b"\n  - ",
                b"[",
                b"}",
            )
            return data[:at] + chance.choice(numbers) + data[end:]


def _repacked(chance: random.Random, data: bytes) -> bytes:
    """A package with one part hurt, dropped, doubled or renamed; now and then the bytes themselves are hurt."""
    if not zipfile.is_zipfile(io.BytesIO(data)) or chance.random() < 0.2:
        return _hurt(chance, data, text=False)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {info.filename: package.read(info) for info in package.infolist()}
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, NotImplementedError, RuntimeError):
        return data
    wanted = [
        name
        for name in parts
        if any(word in name for word in ("Layout", "Master", "theme", "rels", "Types", "presentation"))
    ]
    name = chance.choice(wanted or list(parts) or ["x"])
    part = parts.pop(name, b"")
    match chance.randrange(8):
        case 0:
            pass
        case 1:
            parts[chance.choice(("../" + name, "/" + name, name.upper(), name + "\\x", "ppt/vbaProject.bin"))] = part
        case _:
            parts[name] = _hurt(chance, part, text=True)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as package:
        for each, inner in parts.items():
            package.writestr(each, inner)
    return packed.getvalue()


def shown(data: bytes) -> str:
    return json.dumps(data[:2000].decode("latin-1"))
