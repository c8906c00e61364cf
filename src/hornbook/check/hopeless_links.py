"""A link that cannot lead anywhere.

The address is well formed, and yet no reader of the lesson can follow it: it names this computer or this building, an example, a
host without an ending, or it was pasted twice.

For instance:
    - See [the form](https://www.exmaple)

Instead:
    - See [the form](https://www.usa.gov/form)
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from hornbook.check.places import place_of
from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.check.texts import texts
from hornbook.diagnostics import Diagnostic, Severity, Span, warning
from hornbook.lesson.model import Video
from hornbook.patterns import lazy
from hornbook.source.nodes import find_fragment

_PRIVATE = lazy(
    r"localhost|127\.|10\.\d|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[?::1|.*\.(?:local|localdomain|internal|lan|test|invalid)$"
)
_HOST = lazy(
    r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+(?:[^\W\d_]{2,}|xn--[a-z0-9-]+)\.?|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\]",
    re.IGNORECASE,
)
_HINT = "Open it in a browser, and copy the address from there."


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each address that nobody can follow."""
    for address, span in _addresses(subject):
        problem = _problem(address)
        if problem:
            yield warning("HB509", f'"{address}" {problem}.', span, _HINT)


def _addresses(subject: Subject) -> Iterator[tuple[str, Span]]:
    for said in texts(subject.lesson):
        for run in said.text.runs:
            if run.link:
                yield run.link, place_of(said.text, run.link)
    for slide in subject.lesson.slides:
        if isinstance(slide.body, Video) and slide.body.url:
            yield slide.body.url, find_fragment(slide.span, slide.span.line + 20, slide.body.url)
    for source in subject.lesson.sources:
        if source.url:
            yield source.url, find_fragment(source.span, source.span.line + 12, source.url)
    for contact in subject.lesson.contacts:
        for field in (contact.url, contact.chat):
            if field and field.plain.startswith("http"):
                yield field.plain, place_of(field, field.plain)


def _problem(address: str) -> str:
    """Why an address cannot be followed; empty where it can."""
    scheme, _, rest = address.partition(":")
    if scheme == "mailto":
        return "" if re.match(r"[^@\s]+@[^@\s]+\.[^@\s]{2,}", rest) else "is not an e-mail address"
    if scheme == "tel":
        return "" if len(re.sub(r"\D", "", rest)) >= 2 else "is not a telephone number"
    if re.search(r"https?:/{0,2}\w", rest.split("?")[0].removeprefix("//").split("/")[0]):
        return "has two beginnings"
    if re.search(r"\s", address.strip()):
        return "has a space in it"
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return "is not an address"
    if _PRIVATE.match(host):
        return "can be reached from one building at most"
    if re.fullmatch(r"(?:www\.)?example\.(?:com|org|net|edu)|.*\.example", host):
        return "is only an example"
    return "" if _HOST.fullmatch(host) else "has no host that can be found"


RULE = Rule("HB509", Severity.WARNING, find, __doc__)
