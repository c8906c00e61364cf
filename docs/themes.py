"""Writes down which theme files the program was tested with: `python docs/themes.py`, after one of them was changed.

It looks each of them over first, and says what is wrong.
"""

import re
import sys
from pathlib import Path

from hornbook.diagnostics import SourceFile
from hornbook.diagnostics.printing import as_text, has_errors
from hornbook.theme.proven import digest
from hornbook.theme.reader import read_theme

ROOT = Path(__file__).resolve().parents[1]
THEMES = ROOT / "decks" / "themes"
PROVEN = ROOT / "src" / "hornbook" / "theme" / "proven.py"


def theme_file(name: str) -> SourceFile | None:
    path = THEMES / f"{name}.yaml"
    return SourceFile(f"decks/themes/{path.name}", path.read_text(encoding="utf-8")) if path.is_file() else None


def main() -> int:
    digests: list[str] = []
    failed = False
    for path in sorted(THEMES.glob("*.yaml")):
        file = theme_file(path.stem)
        assert file
        _, found = read_theme(file, theme_file)
        sys.stderr.write(as_text(found))
        failed |= has_errors(found)
        digests.append(digest(file.text))
    if failed:
        return 1
    lines = "".join(f'        "{each}",\n' for each in sorted(digests))
    text = PROVEN.read_text(encoding="utf-8")
    listed = re.compile(r'(?<=PROVEN: frozenset\[str\] = ).*?(?=\n""")', re.DOTALL)
    PROVEN.write_text(listed.sub(f"frozenset(\n    (\n{lines}    )\n)", text), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
