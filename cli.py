"""Runs Hornbook from a checkout: `python cli.py build decks/human-trafficking-and-the-internet`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "src"))

from hornbook.cli import run

if __name__ == "__main__":
    run()
