"""`python -m hornbook` is `hornbook`."""

from hornbook.cli import run

if __name__ == "__main__":
    run()
