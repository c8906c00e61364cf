"""What a command says: answers on stdout, words for people on stderr. Neither may end a command in another way than it ended."""

import os
import sys
from contextlib import suppress
from typing import TextIO

import typer

ENVIRONMENT = 3


def answer(text: str) -> None:
    """Writes what was asked for; a reader that has seen enough is no fault, a full disk is one."""
    trouble = _written(sys.stdout, text)
    if trouble is not None:
        say(f"hornbook: Cannot write the answer: {trouble.strerror}.\n")
        raise typer.Exit(ENVIRONMENT)


def say(text: str) -> None:
    """Writes words for people; where nobody can read them, the exit code still says how it went."""
    _written(sys.stderr, text)


def on_terminal() -> bool:
    """Whether words for people go to a terminal; stderr may be closed from the start."""
    return sys.stderr is not None and sys.stderr.isatty()


def _written(stream: TextIO | None, text: str) -> OSError | None:
    """None where the text was written, or where nobody reads any more: a stream may be closed from the start."""
    if stream is None:
        return None
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        _silence(stream)
    except OSError as trouble:
        _silence(stream)
        return trouble
    return None


def _silence(stream: TextIO) -> None:
    """Python writes what is left in a stream when it ends, and would complain."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
