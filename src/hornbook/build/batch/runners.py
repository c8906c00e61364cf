"""Who makes the kits: this process, or a pool of them. A few chunks are on their way at a time, so that no table is held whole."""

import gc
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from time import perf_counter
from typing import Protocol

from msgspec import Struct

from hornbook.build.batch.kits import Kit, Work, lost, make_kit
from hornbook.build.batch.names import kit_name
from hornbook.build.batch.rows import Row

TRIES = 3
"""How often a row is tried whose process ends."""
SECONDS = 1.0
"""About as long as a chunk should take: short enough to see what happens, long enough not to wait for messages."""
MOST_IN_CHUNK = 64
AHEAD = 2
"""Chunks for each process that are on their way."""


class Chunk(Struct, frozen=True):
    rows: tuple[Row, ...]
    tries: int = 0


class Done(Struct, frozen=True):
    kits: tuple[Kit, ...]
    seconds: float


class Runner(Protocol):
    def run(self, work: Work, rows: Iterator[Row]) -> Iterator[tuple[Row, Kit]]:
        """Each row with its kit, as they are done."""
        ...


def make_chunk(work: Work, rows: tuple[Row, ...]) -> Done:
    started = perf_counter()
    kits = tuple(make_kit(work, row) for row in rows)
    return Done(kits, perf_counter() - started)


class InProcess:
    """One after another, here."""

    def run(self, work: Work, rows: Iterator[Row]) -> Iterator[tuple[Row, Kit]]:
        for number, row in enumerate(rows, start=1):
            yield row, make_kit(work, row)
            if number % MOST_IN_CHUNK == 0:
                gc.collect()


class Pace:
    """How many rows make a chunk, by what the last ones took."""

    def __init__(self) -> None:
        self._rows = 1

    def learn(self, done: Done) -> None:
        each = max(1e-4, done.seconds / max(1, len(done.kits)))
        self._rows = max(1, min(MOST_IN_CHUNK, round(SECONDS / each), 2 * self._rows))

    def next(self, rows: Iterator[Row]) -> Chunk | None:
        taken = tuple(row for _, row in zip(range(self._rows), rows, strict=False))
        return Chunk(taken) if taken else None


def again(chunk: Chunk) -> list[Chunk]:
    """The same rows for another try: each alone, so that one of them does not take the others along again."""
    return [Chunk((row,), chunk.tries + 1) for row in chunk.rows]


def given_up(work: Work, chunk: Chunk) -> Iterator[tuple[Row, Kit]]:
    for row in chunk.rows:
        name = kit_name(work.template, row.cells, row.number)
        yield row, lost(row, name, f"the process ended {chunk.tries} times")


class Pool:
    """Processes on this machine. One that ends takes the others of its pool along; their rows are tried again."""

    def __init__(self, processes: int, function: Callable[[tuple[Row, ...]], Done] | None = None) -> None:
        self._processes = processes
        self._function = function or make_chunk_here

    def run(self, work: Work, rows: Iterator[Row]) -> Iterator[tuple[Row, Kit]]:
        pace, waiting = Pace(), deque[Chunk]()
        while True:
            with ProcessPoolExecutor(self._processes, initializer=_begin, initargs=(work,)) as pool:
                flying: dict[Future[Done], Chunk] = {}
                try:
                    while self._fill(pool, flying, waiting, pace, rows):
                        for future in wait(flying, return_when=FIRST_COMPLETED).done:
                            done = future.result()
                            chunk = flying.pop(future)
                            pace.learn(done)
                            yield from zip(chunk.rows, done.kits, strict=True)
                except BrokenProcessPool:
                    for chunk in flying.values():
                        waiting.extend(again(chunk))
                else:
                    return
            spent = [chunk for chunk in waiting if chunk.tries >= TRIES]
            waiting = deque(chunk for chunk in waiting if chunk.tries < TRIES)
            for chunk in spent:
                yield from given_up(work, chunk)

    def _fill(
        self, pool: ProcessPoolExecutor, flying: dict[Future[Done], Chunk], waiting: deque[Chunk], pace: Pace,
        rows: Iterator[Row],
    ) -> bool:  # fmt: skip
        """Keeps the pool busy; whether there is something on its way. Rows that were tried go alone, to find the one at fault."""
        while len(flying) < (1 if waiting else AHEAD * self._processes):
            chunk = waiting.popleft() if waiting else pace.next(rows)
            if chunk is None:
                break
            flying[pool.submit(self._function, chunk.rows)] = chunk
            if chunk.tries:
                break
        return bool(flying)


_WORK: list[Work] = []
"""What this process of a pool works on."""


def _begin(work: Work) -> None:
    gc.disable()
    _WORK[:] = [work]


def make_chunk_here(rows: tuple[Row, ...]) -> Done:
    """In a process of a pool, which knows what it works on."""
    done = make_chunk(_WORK[0], rows)
    gc.collect()
    return done
