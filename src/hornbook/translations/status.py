"""How far a translation is: what is done, fuzzy, missing, and what no longer belongs to the lesson."""

from collections.abc import Iterable

from msgspec import Struct

from hornbook.translations.catalog import Translation


class Status(Struct, frozen=True):
    """Texts of a lesson in one language."""

    language: str
    done: int
    fuzzy: tuple[str, ...]
    """Texts that have changed since they were translated."""
    missing: tuple[str, ...]
    reviewed_by: str = ""
    reviewed_on: str = ""
    too_long: tuple[str, ...] = ()
    """What a build says about texts that do not fit in this language."""

    @property
    def total(self) -> int:
        return self.done + len(self.fuzzy) + len(self.missing)


def status_of(translation: Translation, texts: Iterable[str], too_long: Iterable[str] = ()) -> Status:
    """The state of a translation against the texts of the lesson."""
    done = 0
    fuzzy: list[str] = []
    missing: list[str] = []
    for text in texts:
        words = translation.words.get(text)
        if words is None:
            missing.append(text)
        elif words.fuzzy:
            fuzzy.append(text)
        else:
            done += 1
    return Status(
        translation.language,
        done,
        tuple(fuzzy),
        tuple(missing),
        translation.reviewed_by,
        translation.reviewed_on,
        tuple(too_long),
    )
