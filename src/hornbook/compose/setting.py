"""What every slide of a deck is composed with: the theme, the language, and the numbers of the sources."""

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from hornbook.lesson.model import Lesson
from hornbook.locale import phrase
from hornbook.source.runs import Run
from hornbook.theme.model import Layout, Theme

LONG_TITLE = "Long Title"
"""`Title and Content Long Title` has the words of its family in their large sizes, below a title of three lines."""


class Setting(Struct, frozen=True):
    """The lesson, its theme, and the numbers of its sources."""

    lesson: Lesson
    theme: Theme
    numbers: Mapping[str, int]
    """Source id to its number."""
    families: Mapping[tuple[str, int], tuple[str, ...]]
    """Names of layouts by family and count, the largest first."""

    @classmethod
    def of(cls, lesson: Lesson, theme: Theme) -> "Setting":
        """A setting in which no source has a number yet."""
        return cls(lesson, theme, {}, theme.families())

    def family(self, name: str, count: int) -> tuple[Layout, ...]:
        """Its layouts for that many parts, in the order in which they are tried; empty where there are none."""
        own = self._layouts(name, count)
        larger = tuple(layout for layout in own if layout.density != "dense")
        return (*larger, *self._layouts(f"{name} {LONG_TITLE}", count), *own[len(larger) :])

    def _layouts(self, name: str, count: int) -> tuple[Layout, ...]:
        return tuple(self.theme.layouts[each] for each in self.families.get((name, count), ()))

    @property
    def language(self) -> str:
        return self.lesson.language

    def resolved(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        """Runs as a slide shows them: citations as raised numbers, and words where paper has a line to write on."""
        if not any(run.cite or run.write_in for run in runs):
            return runs
        return tuple(self._shown(runs))

    def _shown(self, runs: tuple[Run, ...]) -> Iterator[Run]:
        for run in runs:
            if run.cite:
                yield replace(run, text=self.cited(run.cite), script="super")
            elif run.write_in:
                yield replace(run, text=phrase("write_here", self.language), write_in=False)
            else:
                yield run

    def cited(self, ids: tuple[str, ...]) -> str:
        """`1, 3`: the numbers of sources, smallest first."""
        return ", ".join(str(number) for number in sorted({self.numbers[id] for id in ids if id in self.numbers}))
