"""A headline that is not a sentence.

A headline that says the finding is understood better and remembered longer than a topic, and the body then has something to
show. It fits in two lines: 15 words at most (`words`). Slides that show evidence (points, charts, tables, pictures, comparisons)
are looked at; whether a title has a verb is guessed, in English only.

For instance:
    - title: Statistics
      points: [Reports doubled in a year]

Instead:
    - title: Reports doubled in a year
      points: [From 80,524 to 186,819]
"""

from collections.abc import Iterator

from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.diagnostics import Diagnostic, Severity, warning
from hornbook.lesson.model import Chart, Compare, ImageBody, Points, Slide, Table
from hornbook.patterns import lazy

_EVIDENCE = (Points, Chart, Table, ImageBody, Compare)
_WORD = lazy(r"[^\W_]+(?:[’'-][^\W_]+)*")
_VERBS = """
is are was were be been am has have had do does did can could may might must will would should shall
what who whom why how when where which whether if
rose fell grew came went took made said know knew knows see saw get got give gave keep kept let need say
tell told think thought learn help ask use work build built begin began start stop find found turn happen
come go take make look try read write talk call change grow move live run show mean become became leave left
bring brought hold held lead led lose lost pay paid put set cut cost rise fall feel felt win won choose chose
"""
_VERB = frozenset(_VERBS.split())
_VERBISH = lazy(r"\w+n[’']t|\w+[’'](?:s|re|ve|ll|d|m)|\w{2,}(?:ed|ing|es)|[a-z]\w+s")


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each title that is a topic, or that is too long."""
    most = subject.limit("HB510", "words")
    for slide in subject.lesson.slides:
        found = _WORD.findall(slide.title.plain)
        if len(found) > most:
            message = f"This title has {len(found)} words; more than {most:.0f} are not read at a glance."
            yield warning("HB510", message, slide.title.span, "Say the finding in one short sentence.")
        elif subject.english and _is_topic(slide, found):
            message = f'"{slide.title.plain}" is a topic, not a finding.'
            yield warning("HB510", message, slide.title.span, "Say in a sentence what the slide shows.")


def _is_topic(slide: Slide, found: list[str]) -> bool:
    """Whether a title has no word that could be its verb. The first word of a title in capitals may be a plural: it is not asked."""
    if not isinstance(slide.body, _EVIDENCE) or slide.hidden or slide.title.plain.rstrip().endswith(("?", "!", ":")):
        return False
    words = (word.casefold() for word in (found[1:] if len(found) < 3 else found))
    return not any(word in _VERB or _VERBISH.fullmatch(word) for word in words)


RULE = Rule("HB510", Severity.WARNING, find, __doc__, {"words": 15})
