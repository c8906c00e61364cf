"""Whose lesson it is, as a picture: the organisation's logo from `hornbook.yaml`, or the one that a batch row names."""

from os.path import relpath
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from hornbook.build.options import Options
from hornbook.build.settings import Settings
from hornbook.build.workspace import LessonPlace
from hornbook.diagnostics import Diagnostic, error
from hornbook.lesson.model import Lesson, Picture
from hornbook.locale import phrase
from hornbook.source.files import resolve_inside
from hornbook.source.nodes import ScalarNode
from hornbook.source.pictures import read_picture_header


class LogoReading(Struct, frozen=True):
    """A logo whose file is there, and the name of whose it is."""

    picture: Picture | None = None
    name: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
    inputs: tuple[Path, ...] = ()


def row_logo(cell: ScalarNode, rows: Path, place: LessonPlace) -> ScalarNode:
    """The path in a cell, which counts from the table's folder, as it is from the workspace."""
    path = relpath(rows.resolve().parent / cell.text, place.workspace.resolve()).replace("\\", "/")
    return ScalarNode(path, cell.span)


def read_logo(place: LessonPlace, options: Options, settings: Settings) -> LogoReading:
    """The logo of this build, its size from its header; nothing, and no complaint, where nobody has one."""
    node = options.logo or settings.logo
    if node is None:
        return LogoReading()
    name = options.values.get("name", "" if options.logo else settings.organisation.get("name", ""))
    if not name:
        return LogoReading(diagnostics=(_nameless(node, of_row=bool(options.logo)),))
    path, found = resolve_inside(node.text.strip(), place.workspace, place.workspace, node.span)
    if path is None:
        return LogoReading(diagnostics=found)
    header, problem = read_picture_header(path, node.text.strip(), node.span)
    if header is None:
        return LogoReading(diagnostics=(problem,) if problem else (), inputs=(path,))
    picture = Picture(
        path, header.width, header.height, header.kind, name, False, None, False, node.span, bytes=header.bytes
    )
    return LogoReading(picture, name, (), (path,))


def _nameless(node: ScalarNode, *, of_row: bool) -> Diagnostic:
    message = "Nothing says whose logo this is, and that is what people hear who do not see it."
    if of_row:
        return error("HB614", message, node.span, "Give the table a column `name`, or write --set name=...")
    return error("HB602", message, node.span, "Write `name: Our school` beside `logo`.")


def with_logo(lesson: Lesson, logo: LogoReading) -> Lesson:
    """The lesson with the logo, described in its language."""
    if logo.picture is None:
        return lesson
    alt = phrase("logo_of", lesson.language, name=logo.name)
    return replace(lesson, logo=replace(logo.picture, alt=alt))
