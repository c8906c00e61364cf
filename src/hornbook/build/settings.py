"""The workspace's settings: `hornbook.yaml`, which may be missing."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from hornbook.build.workspace import is_inside, shown
from hornbook.diagnostics import Diagnostic, error
from hornbook.lesson.rules import RuleSetting, read_rules
from hornbook.source.files import read_text_file
from hornbook.source.nearest import nearest
from hornbook.source.nodes import Entry, ListNode, MapNode, Node, ScalarNode
from hornbook.source.outline import read_outline
from hornbook.source.renaming import renamed

NAME = "hornbook.yaml"
LOGO = "logo"
"""What of the organisation is no value for texts, but the path of a picture."""
_KEYS = ("organisation", "rules", "words", "spelling")


class Settings(Struct, frozen=True):
    organisation: Mapping[str, str]
    """Values for `<<names>>`: whatever stands under `organisation:` but the logo."""
    diagnostics: tuple[Diagnostic, ...]
    inputs: tuple[Path, ...]
    absent: tuple[Path, ...]
    rules: tuple[RuleSetting, ...] = ()
    words: tuple[ScalarNode, ...] = ()
    """Names of word lists that are on for every lesson."""
    spelling: tuple[str, ...] = ()
    """Words that are no slips of the finger here."""
    logo: ScalarNode | None = None
    """The path of the organisation's logo, from the workspace."""


def read_settings(workspace: Path, here: Path) -> Settings:
    """The settings of a workspace; none, and no complaint, where there is no file."""
    path = workspace / NAME
    if not is_inside(path, workspace):
        return Settings({}, (), (), (path,))
    file, found = read_text_file(path, shown(path, here))
    values: dict[str, str] = {}
    logo: ScalarNode | None = None
    rules: tuple[RuleSetting, ...] = ()
    words: tuple[ScalarNode, ...] = ()
    spelling: tuple[ScalarNode, ...] = ()
    if file is not None:
        node, more = read_outline(file)
        found = (*found, *more, *_settings(node, values))
        if isinstance(node, MapNode):
            logo = _logo(node.get("organisation"))
            rules, wrong = read_rules(node.get("rules"))
            words, wrong_words = _texts(node.get("words"), "`words` wants names of word lists.")
            spelling, wrong_spelling = _texts(node.get("spelling"), "`spelling` wants words.")
            found = (*found, *wrong, *wrong_words, *wrong_spelling)
    return Settings(values, found, (path,), (), rules, words, tuple(word.text for word in spelling), logo)


def _texts(node: Node | None, wanted: str) -> tuple[tuple[ScalarNode, ...], list[Diagnostic]]:
    items = node.items if isinstance(node, ListNode) else () if node is None else (node,)
    named = tuple(item for item in items if isinstance(item, ScalarNode))
    wrong = [error("HB602", wanted, item.span) for item in items if item not in named]
    return named, wrong


def _settings(node: Node | None, values: dict[str, str]) -> list[Diagnostic]:
    if node is None:
        return []
    if not isinstance(node, MapNode):
        return [error("HB602", "The settings are fields with values, such as `organisation:`.", node.span)]
    found = [_unknown(node, entry) for entry in node if entry.key.text not in _KEYS]
    organisation = node.get("organisation")
    if isinstance(organisation, MapNode):
        for entry in organisation:
            found += _value(entry, values)
    elif organisation is not None:
        found.append(error("HB602", "`organisation` wants fields, such as `name: Our school`.", organisation.span))
    return found


def _value(entry: Entry, values: dict[str, str]) -> list[Diagnostic]:
    if not isinstance(entry.value, ScalarNode):
        return [error("HB602", f"`{entry.key.text}` wants a text.", entry.value.span)]
    if entry.key.text != LOGO:
        values[entry.key.text] = entry.value.text
    return []


def _logo(organisation: Node | None) -> ScalarNode | None:
    node = organisation.get(LOGO) if isinstance(organisation, MapNode) else None
    return node if isinstance(node, ScalarNode) and node.text.strip() else None


def _unknown(node: MapNode, entry: Entry) -> Diagnostic:
    near = nearest(entry.key.text, _KEYS)
    meant = f"Did you mean `{near}`? " if near else ""
    hint = f"{meant}Known: {', '.join(f'`{key}`' for key in _KEYS)}."
    return error(
        "HB602", f"`{entry.key.text}` is not a setting.", entry.key.span, hint, renamed(node, entry.key, _KEYS)
    )
