"""What a command's exit code says, and how trouble becomes one."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import NoReturn

import typer

from hornbook.cli.output import say

PROBLEMS = 1
"""Something in what the user wrote or handed in."""
USAGE = 2
"""A wrong option, or a name on the command line that is not there."""
ENVIRONMENT = 3
"""The disk, a permission, a missing font package."""
INTERRUPTED = 130

REFUSED = frozenset({"HB335", "HB336"})
"""Codes that say that a recipe refuses a paper or a variant: on the command line that is a wrong option."""


def stop(code: int, message: str, hint: str = "") -> NoReturn:
    """Says why on stderr and leaves with that code."""
    say(f"hornbook: {message}\n" + (f"    {hint}\n" if hint else ""))
    raise typer.Exit(code)


@contextmanager
def answering() -> Generator[None]:
    """Turns what can go wrong around us into a sentence and an exit code."""
    from hornbook.build.files import CannotWriteError
    from hornbook.build.options import RefusedError, UnknownAudienceError
    from hornbook.typeset.fontfiles import MissingFontPackageError

    try:
        yield
    except KeyboardInterrupt:
        stop(INTERRUPTED, "Interrupted. Files that were there are as they were.")
    except CannotWriteError as trouble:
        state = (
            f"{trouble.changed} files before it are new; build again." if trouble.changed else "Nothing was changed."
        )
        hint = f"Is it open in another program, is the folder read-only, or is the disk full? {state}"
        stop(ENVIRONMENT, f"Cannot write {trouble.path.as_posix()}: {trouble.strerror}.", hint)
    except MissingFontPackageError as trouble:
        stop(ENVIRONMENT, str(trouble))
    except RefusedError as trouble:
        stop(USAGE, str(trouble), trouble.hint)
    except UnknownAudienceError as trouble:
        stop(USAGE, f"{trouble}.", trouble.hint)
    except OSError as trouble:
        place = f" {trouble.filename}" if trouble.filename else ""
        stop(ENVIRONMENT, f"Cannot work with{place or ' a file'}: {trouble.strerror or trouble}.")
