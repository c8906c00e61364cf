"""The same work on many things that do not depend on each other, shared between two processes or more of this machine.

Every other process is a fork of this one, which has all that it needs. Each takes the next things whenever it is free, and sends
back what it made. Where there are no forks, or one comes to an end, its work is done here.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from io import BufferedReader
from typing import Generic, Protocol, TypeVar

Thing = TypeVar("Thing")
Result = TypeVar("Result")
Also = TypeVar("Also")

CAN_FORK = hasattr(os, "fork") and sys.platform != "darwin"
"""Frameworks of macOS do not bear it."""
_MOST_TURNS = 200
"""A turn is one byte in a pipe, which tells what to take."""


class Spread(Protocol):
    """`map` to a list, in one process or in several."""

    def __call__(self, work: Callable[[Thing], Result], things: Sequence[Thing], /) -> list[Result]: ...


def here(work: Callable[[Thing], Result], things: Sequence[Thing]) -> list[Result]:
    """Everything in this process."""
    return list(map(work, things))


def side_by_side(
    work: Callable[[Thing], Result], things: Sequence[Thing], also: Callable[[], Also], processes: int
) -> tuple[list[Result], Also]:
    """What comes of each thing, in order, and of another piece of work that one process does before it takes its first thing.

    What is made has to be picklable, and comes back as a copy where another process made it.
    """
    if processes < 2 or not CAN_FORK:
        return here(work, things), also()
    size = -(-len(things) // _MOST_TURNS) or 1
    turns = _Turns(-(-len(things) // size))

    def share(of: Iterable[int]) -> dict[int, list[Result]]:
        return {turn: here(work, things[turn * size : (turn + 1) * size]) for turn in of}

    first = _forked(lambda: (also(), share(turns)))
    others = [_forked(lambda: share(turns)) for _ in range(processes - 2)]
    try:
        made = share(turns)
        said = first.sent() if first else None
        for fork in others:
            made |= (fork.sent() if fork else None) or {}
    finally:
        turns.close()
        for fork in others:
            if fork:
                fork.end()
        if first:
            first.end()
    made |= said[1] if said else {}
    made |= share(turn for turn in range(turns.count) if turn not in made)
    return [result for turn in range(turns.count) for result in made[turn]], said[0] if said else also()


class _Turns:
    """Numbers from 0 on, each of which goes to one of the processes."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._read, write = os.pipe()
        os.write(write, bytes(range(count)))
        os.close(write)

    def __iter__(self) -> Iterator[int]:
        while turn := os.read(self._read, 1):
            yield turn[0]

    def close(self) -> None:
        os.close(self._read)


class _Fork(Generic[Result]):
    """A process at work, and the pipe through which it sends what it made."""

    def __init__(self, process: int, pipe: BufferedReader) -> None:
        self._process = process
        self._pipe = pipe

    def sent(self) -> Result | None:
        """What it made, when it has ended; None where it ended before it was done."""
        import pickle

        data = self._pipe.read()
        _, status = os.waitpid(self._process, 0)
        self._process = 0
        made: Result | None = pickle.loads(data) if status == 0 else None  # noqa: S301 - from our own process
        return made

    def end(self) -> None:
        """Nobody waits for it any more."""
        self._pipe.close()
        if self._process:
            from signal import SIGKILL

            os.kill(self._process, SIGKILL)
            os.waitpid(self._process, 0)
            self._process = 0


def _forked(work: Callable[[], Result]) -> _Fork[Result] | None:
    """A process at work; None where the system has no room for another."""
    read, write = os.pipe()
    try:
        process = os.fork()
    except OSError:
        os.close(read)
        os.close(write)
        return None
    if process:
        os.close(write)
        return _Fork(process, os.fdopen(read, "rb"))
    # Whatever happens here, this process must not return into the program that it is a fork of.
    with suppress(BaseException):
        import pickle

        os.close(read)
        with os.fdopen(write, "wb") as pipe:
            pipe.write(pickle.dumps(work(), pickle.HIGHEST_PROTOCOL))
        os._exit(0)
    os._exit(1)
