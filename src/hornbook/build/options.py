"""What a build is asked for, and what comes out of it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, field

from hornbook.build.store import Store
from hornbook.diagnostics import Diagnostic
from hornbook.lesson.variants import PLAIN, Variant

if TYPE_CHECKING:  # an up-to-date build reads no outline
    from hornbook.source.nodes import ScalarNode


class UnknownAudienceError(LookupError):
    """An audience that no lesson of the run has."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f'There is no audience "{name}"')
        self.hint = f"There are: {', '.join(known)}." if known else "No lesson that was named has audiences."


class RefusedError(ValueError):
    """Something that was asked for by name does not go together."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


Format = Literal["pdf", "docx", "html"]
OutputKind = Literal["deck", "deck-pdf", "handout", "accessibility"]


class Options(Struct, frozen=True):
    """Everything that `hornbook build` can be told."""

    only: tuple[str, ...] = ()
    """`deck`, `deck-pdf` or names of recipes; empty means what the lesson wants."""
    audiences: tuple[str, ...] = ()
    language: str = ""
    """The tag of a translation; empty for the lesson's own language."""
    draft: bool = False
    """Show texts that are not translated, marked, in place of an error."""
    theme: str = ""
    paper: str = ""
    variant: Variant = PLAIN
    """Of every handout, beside what the lesson asks for."""
    format: Format = "pdf"
    """What handouts are written as; of the others there is no deck."""
    values: Mapping[str, str] = field(default_factory=dict[str, str])
    """`--set name=value`."""
    contacts: "ScalarNode | None" = None
    """The path of a file, from the outline's folder, whose contacts come after the outline's own; where it is named."""
    logo: "ScalarNode | None" = None
    """The path of a picture, from the workspace, in place of the organisation's logo; where it is named."""
    notes: bool = True
    out: Path | None = None
    jobs: int = 0
    """Processes; 0 means one for each core."""
    force: bool = False
    cache: Path | None = None
    """The folder where what was made is kept for another time; None for nowhere."""
    strict: bool = False
    today: date | None = None
    """In place of SOURCE_DATE_EPOCH and the clock. It reaches messages only, and so is not part of the fingerprint."""

    @property
    def partial(self) -> bool:
        """Whether other outputs of the lesson are left as they are."""
        return bool(self.only or self.audiences or self.language or self.paper or self.variant or self.format != "pdf")

    def fingerprint(self) -> dict[str, object]:
        """What of this changes the bytes of an output."""
        return {
            "only": sorted(self.only),
            "audiences": sorted(self.audiences),
            "language": self.language,
            "draft": self.draft,
            "theme": self.theme,
            "paper": self.paper,
            "variant": self.variant.suffixes,
            "format": self.format,
            "values": dict(sorted(self.values.items())),
            "notes": self.notes,
            "strict": self.strict,
        }


def store_of(options: Options) -> Store:
    """What was made before, unless everything is to be made anew."""
    return Store(options.cache, reads=not options.force)


class Product(Struct, frozen=True):
    """A file that was made, not yet written."""

    name: str
    """Below the lesson's output folder, with `/`."""
    data: bytes
    kind: OutputKind
    recipe: str
    audience: str
    language: str
    pages: int
    """Slides of a deck, pages of a PDF."""


class Output(Struct, frozen=True):
    """A file that is in the output folder."""

    path: Path
    kind: OutputKind
    recipe: str
    audience: str
    language: str
    pages: int
    bytes: int
    built: bool
    """False where it was up to date."""


class Made(Struct, frozen=True):
    """What came of one lesson."""

    outputs: tuple[Output, ...]
    diagnostics: tuple[Diagnostic, ...]
    failed: bool
    """Nothing was built; earlier files are as they were."""


class BuildResult(Struct, frozen=True):
    outputs: tuple[Output, ...]
    diagnostics: tuple[Diagnostic, ...]
    failed: tuple[str, ...]
    """Names of lessons of which nothing was built."""
