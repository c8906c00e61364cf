"""A small lesson with a bit of everything that a translator meets."""

from pathlib import Path

from babel.messages.catalog import Catalog

OUTLINE = """\
title: Safe online
language: en-US
audiences: [teens, parents]
subtitle: {teens: For you, parents: For your family}
objectives: [{text: Name one adult you trust, for: teens}]
vocabulary:
  coercion: Pressure that leaves no choice.
contacts:
  - id: school
    name: Our school
    what: {en: Someone to talk to, es: Alguien con quien hablar}
    call: <<school_contact>>
sources: {tvpa: {title: Trafficking Victims Protection Act, year: 2000}}
values: {school_contact: Room 12}
slides:
  - title: It takes away a choice
    points:
      - For an adult it means ==force== or ==fraud== [@tvpa]
      - {text: "See [the page](https://example.org/help)", points: [Ask <<school_contact>>]}
    notes: |
      Say: Nobody has to speak today.

      Ask: Which word is new?
      - Wait a moment
      1. Count to ten
  - title: Reports rose
    chart: {type: column, labels: [2022, "2023", March], series: {Reports: [1, 2, 3]}, highlight: March, alt: Three columns}
  - title: Check
    quiz:
      - {ask: "Which helps?", choices: [Hiding, Telling, Paying], answer: Telling, why: Telling helps.}
      - {ask: There must be force, answer: false}
      - {ask: Match, match: {force: using strength, fraud: using lies}}
  - title: Words
    define: [coercion]
handouts: [guided-notes]
print:
  card: {cover: Good numbers, headline: You are not alone, lines: [You may ask]}
"""


def write_lesson(folder: Path, outline: str = OUTLINE) -> Path:
    path = folder / "decks" / "safe" / "lesson.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(outline, "utf-8")
    return path


def write_po(outline: Path, language: str, words: dict[str, str], header: dict[str, str] | None = None) -> Path:
    """A translator's file with those words."""
    from babel.messages.pofile import write_po as write

    catalog = Catalog(locale=None, fuzzy=False)
    for text, said in words.items():
        catalog.add(text, said)
    path = outline.parent / "po" / f"{language}.po"
    path.parent.mkdir(exist_ok=True)
    with path.open("wb") as file:
        file.write(b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n')
        file.write("".join(f'"{name}: {value}\\n"\n' for name, value in (header or {}).items()).encode() + b"\n")
        write(file, catalog, omit_header=True)
    return path
