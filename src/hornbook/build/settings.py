"""The workspace's settings: `hornbook.yaml`, which may be missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hornbook.build.workspace import shown
from hornbook.diagnostics import Diagnostic, error
from hornbook.source.files import read_source
from hornbook.source.nearest import nearest
from hornbook.source.outline import MappingNode, Node, ScalarNode, read_outline

NAME = "hornbook.yaml"
_KEYS = ("organisation",)


@dataclass(frozen=True, slots=True)
class Settings:
    organisation: Mapping[str, str]
    """Values for `<<names>>`: the organisation's name and whatever else stands under `organisation:`."""
    diagnostics: tuple[Diagnostic, ...]
    inputs: tuple[Path, ...]
    absent: tuple[Path, ...]


def read_settings(workspace: Path, here: Path) -> Settings:
    """The settings of a workspace; none, and no complaint, where there is no file."""
    path = workspace / NAME
    if not path.is_file():
        return Settings({}, (), (), (path,))
    file, found = read_source(path, shown(path, here))
    node: Node | None = None
    if file is not None:
        node, more = read_outline(file)
        found = (*found, *more)
    values, more = _organisation(node)
    return Settings(values, (*found, *more), (path,), ())
