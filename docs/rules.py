"""Writes docs/rules.md, the page of all rules of `check`, from their own pages: `python docs/rules.py`."""

from pathlib import Path

from hornbook.check.rule import Rule
from hornbook.check.rules import RULES
from hornbook.diagnostics import Severity

HEAD = """\
# What `check` says

*Made by `python docs/rules.py` from the rules themselves.*

`hornbook check` says what a careful colleague would say before the copier runs; `hornbook build` says the same. An error builds
nothing of the lesson, a warning fails with `--strict`, a note never fails. `hornbook explain HB511` shows one of these pages, `hornbook list rules` their names.

`hornbook check --fix` first mends in the files what nobody has to think about: quotes that YAML needs, curly quotes that YAML does not know, tabs, spaces at the
ends of lines, the name of a field with a letter wrong. Comments and layout stay, a second run changes nothing, and each file is replaced whole or not at all.

A rule is switched off, made louder or quieter, or given other numbers in `hornbook.yaml` for all lessons, or in a lesson for that one:

```yaml
rules:
  HB514: off
  HB511: {level: note, words: 60}
```

In one place it is silenced with a reason, behind a line or on a line above what it is about (a point, a slide, a section):

```yaml
- The red bar is larger  # hornbook: ignore HB535 because there is one bar only
```

An ignore without a reason does not work, and one that nothing needs any longer is reported.

Word lists are in `decks/words/`: `plain` is on everywhere, `care: trafficking` turns on the list of that name, and `words: [our-own]` in `hornbook.yaml` turns on
`decks/words/our-own.yaml` of the workspace. Each entry says what to `avoid`, what to `prefer`, and `why`. A list is about one language, English unless it says
`language: es`, and is silent in lessons of another one; `our-own.es.yaml` beside `our-own.yaml` is turned on with it. There are `plain.es` and `trafficking.es`;
no native speaker has read them yet.

## In which language

A translation is judged as a lesson in its language, and what is found stands at its line of the `.po` file. There the comment of an ignore is a line
of its own above the entry, with nothing but `# hornbook: ignore HB532 because ...` in it.

| rules | judge the words of |
|---|---|
| HB530, HB531, HB532 (word lists) | English, Spanish; other languages with a list of your own |
| HB533 (reading grade) | English (Flesch-Kincaid), Spanish (Fernández Huerta) |
| HB515, HB517, HB522, HB528, HB535, HB544, and whether HB542 and HB544 are about students | English, Spanish |
| HB510 (whether a title is a sentence), HB539 (spelling) | English |
| all others (counts, sizes, places, numbers, contacts, sources) | any language |

Spelling is silent in other languages than English. The dictionary that is installed has a list for Spanish too, but of basic forms alone:
it lacked every second word of the Spanish lesson, and had misspelt ones.
"""

SHIPPED = {
    "HB501": (3, "nobody has tried the lines; whoever copies a lesson has to"),
    "HB502": (3, "the sources were read as stored copies, not on their live pages"),
    "HB503": (3, "local lines wait for a name and a number"),
}
"""What the lessons that ship are told: how often, once for each lesson, and why it is so. A test counts anew."""


def page() -> str:
    return HEAD + _shipped() + "".join(_rule(rule) for rule in RULES)


def _shipped() -> str:
    """False alarms are counted where every sentence was written with care: on the lessons that ship."""
    rows = (f"| {code} | {count} | 0 | {why} |\n" for code, (count, why) in SHIPPED.items())
    return (
        "\n## On the lessons that ship\n\n| rule | findings | false | why it is said |\n|---|--:|--:|---|\n"
        f"{''.join(rows)}| the {len(RULES) - len(SHIPPED)} others | 0 | 0 | |\n\n"
        "No lesson silences a rule, by `rules:` or in place. What this does not tell is how often a rule is wrong about lessons of others.\n"
    )


def _rule(rule: Rule) -> str:
    known = rule.explained()
    parts = [f"\n## {rule.code}: {known.title}\n", f"\nA {_level(rule)}.", f" {known.why}\n"]
    if rule.limits:
        parts.append("\n" + ", ".join(f"`{name}`: {number:g}" for name, number in rule.limits.items()) + "\n")
    for heading, example in (("For instance:", known.bad), ("Instead:", known.good)):
        parts.append(f"\n{heading}\n\n```yaml\n{example}\n```\n")
    return "".join(parts)


def _level(rule: Rule) -> str:
    return "fault that stops the build" if rule.level is Severity.ERROR else rule.level.name.lower()


if __name__ == "__main__":
    Path(__file__).with_suffix(".md").write_text(page(), "utf-8")
