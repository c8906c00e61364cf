"""An alternative text that says nothing.

It is read to people who do not see the picture. The name of the file, "image of", or a single word leaves them outside. Say
what the picture shows, as on the telephone; a picture that says nothing is `decorative: true`.

For instance:
    image: {file: images/phone.png, alt: phone.png}

Instead:
    image: {file: images/phone.png, alt: A phone with a message bubble}
"""

import re
from collections.abc import Iterator

from hornbook.check.places import place_of
from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.check.texts import texts
from hornbook.diagnostics import Diagnostic, Severity, warning
from hornbook.patterns import lazy

_FILE = lazy(r"\S+\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?|heic)|(?:IMG|DSC|DCIM|screenshot)[\s_-]*\d.*", re.IGNORECASE)
_IMAGE_OF = lazy(
    r"(?:an? |the )?(?:image|picture|photo|photograph|graphic|icon) (?:of|showing)\b"
    r"|(?:una? |la |el )?(?:imagen|foto|fotografía|ilustración|[ií]cono) (?:del?|que muestra)\b",
    re.IGNORECASE,
)
_NOTHING = lazy(
    r"(?:an? |the )?(?:image|picture|photo|photograph|graphic|icon|chart|diagram|logo|figure|alt(?: text)?"
    r"|imagen|foto|fotografía|ilustración|[ií]cono|gráfico|gráfica|diagrama|logotipo|figura)\s*\d*\.?",
    re.IGNORECASE,
)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each alternative text that is the name of a file or of the kind of thing."""
    for said in texts(subject.lesson):
        if said.role != "alt":
            continue
        alt = said.text.plain.strip()
        if _FILE.fullmatch(alt):
            problem = "is the name of a file"
        elif _NOTHING.fullmatch(alt):
            problem = "does not say what the picture shows"
        elif match := _IMAGE_OF.match(alt):
            problem = f'begins with "{match[0]}", which is said anyway'
        else:
            continue
        yield warning(
            "HB515",
            f'The alternative text "{alt}" {problem}.',
            place_of(said.text, alt),
            "Say what there is to see, in a sentence.",
        )


RULE = Rule("HB515", Severity.WARNING, find, __doc__)
