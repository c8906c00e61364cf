"""A rule: its code, how loud it is, what it looks for, and the page that explains it."""

import textwrap
from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct, field

from hornbook.check.subject import Subject
from hornbook.diagnostics import Diagnostic, Severity
from hornbook.diagnostics.code import Code

_BAD, _GOOD = "\nFor instance:\n", "\nInstead:\n"


class Rule(Struct, frozen=True):
    """One thing that a careful colleague looks for. Its page is the docstring of its module: a title, why, and an example."""

    code: str
    level: Severity
    find: Callable[[Subject], Iterable[Diagnostic]]
    page: str | None
    limits: Mapping[str, float] = field(default_factory=dict[str, float])
    """Numbers that settings may change, by name."""
    of_words: bool = False
    """Whether it looks at the words of the lesson alone, and at nothing that was made of them: it need not wait for that."""

    def explained(self) -> Code:
        """The page in the parts that `hornbook explain` shows."""
        words, _, examples = (self.page or "").partition(_BAD)
        bad, _, good = examples.partition(_GOOD)
        title, _, why = words.strip().partition("\n")
        return Code(self.code, title.rstrip("."), " ".join(why.split()), _example(bad), _example(good))


def _example(text: str) -> str:
    return textwrap.dedent(text).strip("\n")
