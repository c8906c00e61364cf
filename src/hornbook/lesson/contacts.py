"""Contacts: from files and from the lesson itself; a later `id` replaces an earlier one."""

import re
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from hornbook.diagnostics import SourceFile
from hornbook.lesson import keys
from hornbook.lesson.model import Contact
from hornbook.lesson.reading import Reading
from hornbook.lesson.translatable import translated_contacts
from hornbook.lesson.values import is_iso_country
from hornbook.source.addresses import is_address
from hornbook.source.files import read_text_file, resolve_inside
from hornbook.source.nodes import ListNode, MapNode, Node, ScalarNode, is_missing, shorten
from hornbook.source.outline import read_outline
from hornbook.source.runs import Text

BY_LANGUAGE = ("name", "what", "short", "call", "text", "chat", "url", "hours", "languages")
"""Fields that may be mappings by language."""
LANGUAGE_KEY = "^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$"


class Contacts(Struct, frozen=True):
    """The contacts by id, in order."""

    contacts: Mapping[str, Contact]
    ids: frozenset[str]
    """Also those that a value switched off."""


def read_contacts(reading: Reading, node: Node | None, more: ScalarNode | None = None) -> Contacts:
    """The contacts of a lesson: a path, or a list of paths and contacts; then those of one file more."""
    found: dict[str, Contact | None] = {}
    parts = reading.items(node) if isinstance(node, ListNode) else (node,) if node is not None else ()
    for part in (*parts, more) if more is not None else parts:
        if isinstance(part, ScalarNode):
            found |= read_contacts_file(reading, part)
        else:
            found |= _one(reading, part, "", {})
    contacts = {id: contact for id, contact in found.items() if contact}
    return Contacts(contacts, frozenset(found))


def read_contacts_file(reading: Reading, named: ScalarNode) -> dict[str, Contact | None]:
    """The contacts of a file by id; None for one that a value switched off."""
    path, problems = resolve_inside(named.text.strip(), reading.folder, reading.workspace, named.span)
    reading.found.diagnostics.extend(problems)
    if path is None:
        return {}
    reading.found.inputs.append(path)
    shown = _shown(named.span.file, named.text.strip())
    file, problems = read_text_file(path, shown, named.span)
    reading.found.diagnostics.extend(problems)
    if file is None:
        return {}
    root, problems = read_outline(file)
    reading.found.diagnostics.extend(problems)
    if isinstance(root, MapNode) and reading.translate is not None:
        root = translated_contacts(root, reading.translate)
    return contacts_of(replace(reading, folder=path.parent), root) if root is not None else {}


def _shown(file: SourceFile, written: str) -> str:
    """A path beside that of the file that names it, without `..` where that is possible."""
    parts = file.path.split("/")[:-1]
    for part in written.split("/"):
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def contacts_of(reading: Reading, root: Node) -> dict[str, Contact | None]:
    """The contacts of a contacts file's root."""
    fields = reading.mapping(root, keys.CONTACTS_FILE, "a contacts file")
    if fields is None:
        return {}
    region = reading.words(fields.get("region"))
    if region and not is_iso_country(region):
        place = fields.get("region")
        reading.error(
            "HB205",
            f'"{shorten(region)}" is not a region.',
            place.span if place else fields.span,
            "Write two capital letters, such as US or CA.",
        )
    found: dict[str, Contact | None] = {}
    places: dict[str, ScalarNode] = {}
    for item in reading.items(reading.need(fields, "contacts", "A contacts file")):
        found |= _one(reading, item, region, places)
    return found


def _one(reading: Reading, node: Node, region: str, places: dict[str, ScalarNode]) -> dict[str, Contact | None]:
    fields = reading.mapping(node, keys.CONTACT, "a contact")
    if fields is None:
        return {}
    id_node = reading.scalar(reading.need(fields, "id", "A contact"))
    contact = _contact(reading, fields, id_node.text.strip() if id_node else "", region)
    if id_node is None:
        return {}
    id = id_node.text.strip()
    if id in places:
        message = f'The contact "{shorten(id)}" is in this file twice; the first is on line {places[id].span.line}.'
        reading.error("HB223", message, id_node.span, "Give each an `id` of its own.")
    places[id] = id_node
    return {id: contact}


def by_language(reading: Reading, node: Node | None) -> Node | None:
    """The text for the lesson's language, where a field is a mapping by language: `what: {en: ..., es: ...}`.

    Where that language is missing, the first one stands; in a translation it counts as not translated.
    """
    if not isinstance(node, MapNode) or not all(re.match(LANGUAGE_KEY, entry.key.text) for entry in node):
        return node
    tag = reading.language
    for name in (tag, tag.split("-")[0]):
        if name and (found := node.get(name)) is not None:
            return found
    first = next(iter(node)).value if node.entries else None
    if isinstance(first, ScalarNode) and reading.translate is not None:
        return reading.translate(first, "text of a contact")
    return first


def _has_line(text: Text) -> bool:
    return any(run.write_in for run in text.runs)


def _contact(reading: Reading, fields: MapNode, id: str, region: str) -> Contact | None:
    def typed(key: str) -> Text | None:
        scalar = reading.scalar(by_language(reading, fields.get(key)))
        return reading.inline(scalar, "values") if scalar else None

    name_node = reading.scalar(by_language(reading, reading.need(fields, "name", "A contact")))
    name = reading.inline(name_node, "values") if name_node else None
    ways = {key: typed(key) for key in keys.WAYS}
    for way in (ways["chat"], ways["url"]):
        if way and way.plain.startswith(("http://", "https://")) and not (_has_line(way) or is_address(way.plain)):
            reading.no_address(way.plain, way.span)
    if not any(key in fields and not is_missing(fields.entries[key].value) for key in keys.WAYS):
        message = "This contact has none of `call`, `text`, `chat` and `url`."
        reading.error("HB224", message, fields.key_span("id"), "Say how to reach it.")
    others = {key: typed(key) for key in ("what", "short", "tty", "hours", "languages")}
    emergency, local = reading.flag(fields.get("emergency")), reading.flag(fields.get("local"))
    seen_on, checked_on = reading.date(fields.get("seen_on")), reading.date(fields.get("checked_on"))
    checked_by = reading.words(fields.get("checked_by"))
    source, notes = reading.words(fields.get("source")), reading.words(fields.get("notes"))
    if name is None or not any(ways.values()):
        return None
    return Contact(
        id=id,
        name=name,
        what=others["what"],
        short=others["short"],
        call=ways["call"],
        text=ways["text"],
        chat=ways["chat"],
        tty=others["tty"],
        url=ways["url"],
        hours=others["hours"],
        languages=others["languages"],
        emergency=emergency,
        local=local,
        seen_on=seen_on,
        checked_on=checked_on,
        checked_by=checked_by,
        region=region,
        span=fields.span,
        source=source,
        notes=notes,
    )
