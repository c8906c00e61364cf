"""The gettext files of a lesson: the template (.pot) of its texts, and a language's file (.po) brought up to date with it.

Written through Babel, without dates of its own making: the same outline and the same words give the same bytes.
"""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING

from hornbook.translations.catalog import COVERS, REVIEWED_BY, REVIEWED_ON, Words, read_catalog
from hornbook.translations.collecting import Collected, advice

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

_WIDTH = 100


def template(name: str, texts: Mapping[str, Collected]) -> "Catalog":
    """The texts of a lesson, not translated."""
    from babel.messages.catalog import Catalog

    catalog = Catalog(project=name, fuzzy=False)
    for text, found in texts.items():
        catalog.add(text, locations=found.places, auto_comments=advice(text, found.kinds))
    return catalog


def template_bytes(latest: "Catalog", language: str) -> bytes:
    """The template as a file; `language` is that of the outline."""
    return f"# The texts of {latest.project}, in {language}.\n{_header(latest, language)}\n".encode() + _body(latest)


def updated(
    text: str,
    language: str,
    latest: "Catalog",
    words: Mapping[str, Words] | None = None,
    fields: Mapping[str, str] | None = None,
) -> bytes:
    """The file of a language with the texts as they are now; what stands above the texts stays as it is.

    What has changed a little keeps its words and is marked fuzzy; what is gone is kept at the end, commented out.
    `text` is the file as it is, empty where there is none yet. `words` and `fields` of the header come from another file and take
    the places of those that are there. Raises PoFileError where the file cannot be read.
    """
    catalog = _brought_up_to_date(text, latest)
    for original, said in (words or {}).items():
        _say(catalog, original, said)
    above = text.partition("\n\n")[0] + "\n" if text else ""
    if 'msgid ""' not in above:
        above = f"# The texts of {latest.project} in {language}.\n{_header(latest, language, REVIEWED_BY, REVIEWED_ON, COVERS)}"
    for name, value in (fields or {}).items():
        above = _with_field(above, name, value)
    return f"{above}\n".encode() + _body(catalog)


def bilingual(text: str, latest: "Catalog") -> "Iterator[Message]":
    """Each text of a lesson with its words in a language's file, in the order of the outline."""
    catalog = _brought_up_to_date(text, latest)
    return (message for message in catalog if message.id)


def _brought_up_to_date(text: str, latest: "Catalog") -> "Catalog":
    from babel.messages.catalog import Catalog

    catalog = read_catalog(text) if text else Catalog(fuzzy=False)
    before = {message.id: _previous(message) for message in catalog}
    catalog.update(latest, update_header_comment=False, update_creation_date=False)
    for message in catalog:
        if message.fuzzy and not message.previous_id:
            message.previous_id = before.get(message.id, [])
    return catalog


def _previous(message: "Message") -> list[str]:
    """What a fuzzy text was before. Babel takes that for a remark of the translator, from which it is taken out here."""
    from babel.messages.pofile import denormalize

    kept = [comment for comment in message.user_comments if not comment.startswith("|")]
    lines = [comment[1:].strip() for comment in message.user_comments if comment.startswith("|")]
    message.user_comments = kept
    text = "\n".join(lines).partition("msgid ")[2]
    return [denormalize(text)] if text.startswith('"') else []


def _say(catalog: "Catalog", text: str, said: Words) -> None:
    message = catalog.get(text)
    if message is None or (message.string, message.fuzzy) == (said.text, said.fuzzy):
        return
    message.string = said.text
    if said.fuzzy:
        message.flags.add("fuzzy")
    else:
        message.flags.discard("fuzzy")
        message.previous_id = []


def _with_field(above: str, name: str, value: str) -> str:
    """What stands above the texts, with a field of the header, which may go over several lines, as it is said here."""
    from babel.messages.pofile import escape

    line = escape(f"{name}: {value}\n") + "\n"
    known = re.compile(rf'^"{name}:(?:[^"\\]|\\[^n]|"\n")*\\n"\n', re.MULTILINE)
    return known.sub(lambda _: line, above) if known.search(above) else above + line


def _body(catalog: "Catalog") -> bytes:
    from babel.messages.pofile import write_po

    body = BytesIO()
    write_po(body, catalog, width=_WIDTH, omit_header=True, include_previous=True)
    return body.getvalue()


def _header(latest: "Catalog", language: str, *empty: str) -> str:
    """The message without a text, whose words are fields; those that a person fills in are empty."""
    fields = {
        "Project-Id-Version": latest.project or "",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        **dict.fromkeys(empty, ""),
    }
    lines = "".join(f'"{name}: {value}\\n"\n' for name, value in fields.items())
    return f'msgid ""\nmsgstr ""\n{lines}'
