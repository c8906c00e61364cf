"""`hornbook translate`: a lesson's texts for translators, and how far each language is."""

import json
import re
from collections.abc import Sequence
from pathlib import Path

import typer

from hornbook.build.exchanging import export, take
from hornbook.build.options import Options
from hornbook.build.translating import Written, extract, statuses, update
from hornbook.build.workspace import LessonPlace, built_in, shown, workspace_of
from hornbook.cli.arguments import lesson_names, lessons_at
from hornbook.cli.build import wants_colour
from hornbook.cli.exits import PROBLEMS, USAGE, answering, stop
from hornbook.cli.output import answer, say
from hornbook.diagnostics import Diagnostic
from hornbook.diagnostics.printing import as_data, as_text, has_errors
from hornbook.lesson.values import LANGUAGE
from hornbook.translations.status import Progress, Status

_SHOWN = 5


def run_extract(asked: Sequence[str], *, as_json: bool) -> None:
    here = Path.cwd()
    places = _own_lessons(asked, here)
    with answering():
        _tell([extract(place, here) for place in places], here, as_json=as_json)


def run_update(language: str, asked: Sequence[str], *, as_json: bool) -> None:
    here = Path.cwd()
    _check_language(language)
    places = _own_lessons(asked, here)
    with answering():
        _tell([update(place, language, here) for place in places], here, as_json=as_json)


def run_export(language: str, asked: Sequence[str], *, as_json: bool) -> None:
    here = Path.cwd()
    _check_language(language)
    places = _own_lessons(asked, here)
    with answering():
        _tell([export(place, language, here) for place in places], here, as_json=as_json)


def run_import(file: Path, asked: str, *, as_json: bool) -> None:
    here = Path.cwd()

    def find(name: str) -> LessonPlace | None:
        return _own_lessons([asked or name], here)[0] if asked or name in lesson_names(here) else None

    with answering():
        _tell([take(file, find, here)], here, as_json=as_json)


def _check_language(tag: str) -> None:
    if not LANGUAGE.fullmatch(tag):
        hint = f"Write {tag.replace('_', '-')}." if "_" in tag else "Write a tag such as es, fr-CA or zh-Hans."
        stop(USAGE, f'"{tag}" is not the tag of a language.', hint)


def run_status(asked: Sequence[str], options: Options, *, as_json: bool) -> None:
    here = Path.cwd()
    places = lessons_at(asked, here)
    with answering():
        found = [(place, list(statuses(place, options, here))) for place in places]
    diagnostics = list(dict.fromkeys(each for _, states in found for _, said in states for each in said))
    if as_json:
        languages = [_data(place, status) for place, states in found for status, _ in states if status is not None]
        data = {"languages": languages, "diagnostics": [as_data(each) for each in diagnostics]}
        answer(json.dumps(data, indent=1, ensure_ascii=False) + "\n")
    else:
        _say(diagnostics)
        for place, states in found:
            if not states:
                say(f"{place.name}: no translations yet. Begin one: hornbook translate update es {place.name}\n")
            _say_states(place, [status for status, _ in states if status is not None])
    if has_errors(diagnostics):
        raise typer.Exit(PROBLEMS)


def _own_lessons(asked: Sequence[str], here: Path) -> tuple[LessonPlace, ...]:
    """The lessons named, none of which may be one that came with the program."""
    places = lessons_at(asked, here)
    for place in places:
        if place.workspace == built_in() and workspace_of(here) != built_in():
            hint = f"Copy it first: hornbook new {place.name} --from {place.name}"
            stop(USAGE, f'"{place.name}" came with the program, so its files stay as they are.', hint)
    return places


def _tell(written: Sequence[Written], here: Path, *, as_json: bool) -> None:
    diagnostics = [each for one in written for each in one.diagnostics]
    done = [one for one in written if not one.failed]
    if as_json:
        outputs = [{"path": shown(one.path, here), "kind": "translation", "texts": one.texts} for one in done]
        data = {"outputs": outputs, "diagnostics": [as_data(each) for each in diagnostics]}
        answer(json.dumps(data, indent=1, ensure_ascii=False) + "\n")
    else:
        _say(diagnostics)
        for one in done:
            say(f"{shown(one.path, here)}  {one.texts} texts\n")
    if len(done) < len(written):
        raise typer.Exit(PROBLEMS)


def _say(diagnostics: Sequence[Diagnostic]) -> None:
    text = as_text(diagnostics, colour=wants_colour())
    say(text + "\n" if text else "")


def _say_states(place: LessonPlace, states: Sequence[Status]) -> None:
    for status in states:
        by = f"reviewed by {status.reviewed_by} on {status.reviewed_on}" if status.reviewed_by else "not reviewed yet"
        part = f"; for {', '.join(status.covers)}" if status.covers else ""
        say(f"{place.name} {status.language}: {_counts(status)}{part}; {by}\n")
        for name, progress in status.outputs.items():
            if status.covers or not progress.complete:
                say(f"    {name}: {_counts(progress)}\n")
        _say_some("fuzzy", _placed(status, status.fuzzy))
        _say_some("missing", _placed(status, status.missing))
        _say_some("too long", status.too_long)
        _say_some("no font", status.no_font)
        if status.extra:
            say(f"    Install the fonts: pip install 'hornbook[{status.extra}]'.\n")


def _counts(progress: Progress) -> str:
    return (
        f"{progress.done} of {progress.total} done, {len(progress.fuzzy)} fuzzy, {len(progress.missing)} missing, "
        f"{len(progress.too_long)} too long" + (f", {len(progress.no_font)} without a font" if progress.no_font else "")
    )


def _placed(status: Status, texts: Sequence[str]) -> list[str]:
    return [f"{status.places[text]}: {text}" for text in texts]


def _say_some(what: str, texts: Sequence[str]) -> None:
    for text in texts[:_SHOWN]:
        words = re.sub(r"\s+", " ", text)
        say(f"    {what}: {words[:100]}{'...' if len(words) > 100 else ''}\n")
    if len(texts) > _SHOWN:
        say(f"    {what}: {len(texts) - _SHOWN} more (see --json)\n")


def _data(place: LessonPlace, status: Status) -> dict[str, object]:
    return {
        "lesson": place.name,
        "language": status.language,
        **_progress(status),
        "places": dict(status.places),
        "covers": list(status.covers),
        "outputs": {name: _progress(progress) for name, progress in status.outputs.items()},
        "reviewed_by": status.reviewed_by,
        "reviewed_on": status.reviewed_on,
    }


def _progress(progress: Progress) -> dict[str, object]:
    return {
        "texts": progress.total,
        "done": progress.done,
        "fuzzy": list(progress.fuzzy),
        "missing": list(progress.missing),
        "too_long": list(progress.too_long),
        "no_font": list(progress.no_font),
    }
