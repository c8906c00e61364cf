"""The gettext files of a lesson: the template (.pot) of its texts, and a language's file (.po) brought up to date with it.

Written through Babel, without dates of its own making: the same outline and the same words give the same bytes.
"""

from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING

from hornbook.translations.catalog import COVERS, REVIEWED_BY, REVIEWED_ON
from hornbook.translations.collecting import Collected, advice

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

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


def updated(data: bytes | None, language: str, latest: "Catalog") -> bytes:
    """The file of a language with the texts as they are now; what stands above the texts stays as it is.

    What has changed a little keeps its words and is marked fuzzy; what is gone is kept at the end, commented out.
    `data` is the file as it is, None where there is none yet. Raises PoFileError where it cannot be read.
    """
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import read_po

    catalog = Catalog(fuzzy=False) if data is None else read_po(BytesIO(data), abort_invalid=True)
    catalog.update(latest, update_header_comment=False, update_creation_date=False)
    above = data.decode().partition("\n\n")[0] + "\n" if data else ""
    if 'msgid ""' not in above:
        above = f"# The texts of {latest.project} in {language}.\n{_header(latest, language, REVIEWED_BY, REVIEWED_ON, COVERS)}"
    return f"{above}\n".encode() + _body(catalog)


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
