"""A number without a source.

A number sounds certain. Who reads it wants to know who counted, when and where. Counts, shares, amounts of money and numbers from
a hundred on are looked for in points, statements, captions and charts, on slides and in print; years, times, ages, phone
numbers and small counts ("three steps") are not.

For instance:
    - Reports rose by 125 percent

Instead:
    - Reports rose by 125 percent [@ncmec]
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from hornbook.check.phones import numbers_in
from hornbook.check.places import place_of
from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.check.texts import Said, texts
from hornbook.diagnostics import Diagnostic, Severity, warning
from hornbook.lesson.model import Chart, Slide
from hornbook.patterns import lazy

_NUMBER = lazy(
    r"(?:[$€£]\s?)?(?<![\w.,:/-])\d[\d,.]*\d?(?:\s?(?:%|percent|per cent|million|billion|thousand|hundred|por ciento|millones|millón|mil))?(?![\w/:-])"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine) (?:in|out of) (?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b"
    r"|\b(?:un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|\d+) de cada (?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|\d+)\b",
    re.IGNORECASE,
)
_HAS_ONE = lazy(r"\d| (?:in|out|de) ", re.IGNORECASE)
"""Every number has a digit or one of these words."""
_SHARE = lazy(
    r"%|percent|per cent|million|billion|thousand|hundred|[$€£]| in | out of |por ciento|millones|millón|\dmil| mil$| de cada ",
    re.IGNORECASE,
)
_UNITS = lazy(
    r"\s*-?\s*(?:degrees?|°\s?[CF]?|m|km|cm|mm|kg|g|ml|l|ft|in|feet|inches|miles|meters?|metres?|minutes?|mins?|hours?|"
    r"days?|weeks?|months?|years?|seconds?|am|pm|a\.m\.|p\.m\.|points?|words?|pages?|slides?|"
    r"minutos?|horas?|días?|semanas?|mes(?:es)?|años?|segundos?|grados?|metros?|puntos?|palabras?|páginas?|diapositivas?)\b",
    re.IGNORECASE,
)
_CLAIMS = frozenset({"point", "caption", "title", "words"})


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each text with a number that nothing vouches for, and for each chart."""
    for said in texts(subject.lesson):
        if said.role in _CLAIMS and said.place in {"slide", "print"} and not said.cited and _may_claim(said):
            number = next(iter(claims_in(said.text.plain)), "")
            if number:
                message = f'Nothing says where "{number}" comes from.'
                hint = "Name the source: [@id] behind the number, or `source:` on the slide."
                yield warning("HB528", message, place_of(said.text, number), hint)
    for slide in subject.lesson.slides:
        if isinstance(slide.body, Chart) and not slide.sources and not _cites_anywhere(slide):
            yield warning(
                "HB528",
                "Nothing says where the numbers of this chart come from.",
                slide.body.span,
                "Name the source: `source:` on the slide.",
            )


def _may_claim(said: Said) -> bool:
    """A slide's stories, materials and tasks are no claims about the world; what is printed in prose may be."""
    return not (said.place == "slide" and said.role == "words")


def _cites_anywhere(slide: Slide) -> bool:
    note = slide.body.note if isinstance(slide.body, Chart) else None
    return any(run.cite for text in (slide.title, note) if text for run in text.runs)


@lru_cache(maxsize=4096)
def claims_in(plain: str) -> tuple[str, ...]:
    """Numbers that say how many, how much or how often."""
    return tuple(_claims_in(plain))


def _claims_in(plain: str) -> Iterator[str]:
    found = [*_NUMBER.finditer(plain)] if _HAS_ONE.search(plain) else []
    phones = [match.span() for match in numbers_in(plain)] if found else []
    for match in found:
        if any(start <= match.start() < end for start, end in phones):
            continue
        number = match[0].rstrip(".,")
        if _SHARE.search(number) or (_is_large(number) and not _UNITS.match(plain, match.end())):
            yield number


def _is_large(number: str) -> bool:
    digits = re.sub(r"\D", "", number.split(".", maxsplit=1)[0] if re.search(r"\.\d{1,2}$", number) else number)
    if not digits or number.startswith("0"):
        return False
    is_year = len(digits) == 4 and "," not in number and digits[:2] in {"15", "16", "17", "18", "19", "20", "21"}
    is_line = number in {
        "911",
        "988",
        "112",
        "999",
        "111",
        "116",
        "101",
        "211",
        "311",
        "411",
        "511",
        "611",
        "711",
        "811",
    }
    return int(digits) >= 100 and not is_year and not is_line


RULE = Rule("HB528", Severity.WARNING, find, __doc__, of_words=True)
