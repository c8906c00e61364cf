"""Outlines written in tests, read as lessons."""

import textwrap

from hornbook.lesson.reader import read_lesson


def read(folder, text, **options):
    """The reading of an outline whose title and language are added where it has none."""
    written = textwrap.dedent(text)
    titled = any(line.startswith("title:") for line in written.split("\n"))
    front = "" if titled else "title: T\nlanguage: en-US\n"
    (folder / "lesson.yaml").write_text(front + written, encoding="utf-8")
    return read_lesson(folder / "lesson.yaml", folder, **options)


def lesson(folder, text, **options):
    reading = read(folder, text, **options)
    assert [diagnostic for diagnostic in reading.diagnostics if diagnostic.severity > 1] == []
    return reading.lessons[0]


def slide(folder, text, **options):
    """The only slide of an outline that says nothing else."""
    return lesson(
        folder, "slides:\n" + textwrap.indent(textwrap.dedent(text).strip("\n"), "  ") + "\n", **options
    ).slides[0]


def codes(reading):
    return [diagnostic.code for diagnostic in reading.diagnostics]
