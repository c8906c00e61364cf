"""How far a translation is, as a whole and for each output: what is done, fuzzy, missing, too long to fit."""

from collections.abc import Container, Iterable, Mapping

from msgspec import Struct, field

from hornbook.translations.catalog import Translation
from hornbook.translations.collecting import Collected
from hornbook.typeset.coverage import without_a_face
from hornbook.typeset.scripts import extra_for


class Needed(Struct):
    """What an output needs of a translation: the texts that it shows, and what a build says of those that do not fit."""

    texts: dict[str, None] = field(default_factory=dict[str, None])
    too_long: dict[str, None] = field(default_factory=dict[str, None])


class Progress(Struct, frozen=True):
    """Some texts in one language."""

    done: int
    fuzzy: tuple[str, ...]
    """Texts that have changed since they were translated."""
    missing: tuple[str, ...]
    too_long: tuple[str, ...] = ()
    """What a build says about texts that do not fit in this language."""
    no_font: tuple[str, ...] = ()
    """Texts whose translation has characters that no installed font has; whether these fit cannot be told."""

    @property
    def total(self) -> int:
        return self.done + len(self.fuzzy) + len(self.missing)

    @property
    def complete(self) -> bool:
        return self.done == self.total and not self.too_long and not self.no_font


class Status(Progress, frozen=True, kw_only=True):
    """Texts of a lesson in one language: all of them, or those that the outputs need that the translation is for."""

    language: str
    covers: tuple[str, ...] = ()
    """The outputs that it is for; empty where it is for the whole lesson."""
    outputs: Mapping[str, Progress] = field(default_factory=dict[str, Progress])
    """How far each output is that a build makes in this language."""
    places: Mapping[str, str] = field(default_factory=dict[str, str])
    """Where each text that is fuzzy or missing stands in the lesson: file, line and column."""
    extra: str = ""
    """The extra of Hornbook whose fonts draw what has none."""
    reviewed_by: str = ""
    reviewed_on: str = ""


def status_of(
    translation: Translation, texts: Mapping[str, Collected], needed: Mapping[str, Needed], too_long: Iterable[str] = ()
) -> Status:
    """The state of a translation against the texts of the lesson, and against what each output needs."""
    lacking = undrawn(translation)
    covers = tuple(covered.name for covered in translation.covers)
    wanted = {text for each in needed.values() for text in each.texts}
    whole = _progress(translation, (text for text in texts if not covers or text in wanted), too_long, lacking)
    return Status(
        whole.done,
        whole.fuzzy,
        whole.missing,
        whole.too_long,
        whole.no_font,
        language=translation.language,
        covers=covers,
        outputs={name: _progress(translation, each.texts, each.too_long, lacking) for name, each in needed.items()},
        extra=extra_for("".join(lacking.values())),
        places={text: str(texts[text].span) for text in (*whole.fuzzy, *whole.missing)},
        reviewed_by=translation.reviewed_by,
        reviewed_on=translation.reviewed_on,
    )


def undrawn(translation: Translation) -> Mapping[str, str]:
    """The texts whose words no installed font draws, each with the characters that it lacks."""
    found = ((text, "".join(without_a_face(words.text))) for text, words in translation.words.items())
    return {text: chars for text, chars in found if chars}


def _progress(
    translation: Translation, texts: Iterable[str], too_long: Iterable[str], lacking: Container[str]
) -> Progress:
    done = 0
    no_font: list[str] = []
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
            no_font += [text] if text in lacking else []
    return Progress(done, tuple(fuzzy), tuple(missing), tuple(too_long), tuple(no_font))
