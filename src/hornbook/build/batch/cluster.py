"""Kits on a cluster of Dask: inputs go there once, kits are written by those who make them, and only what they are called comes back."""

import logging
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from time import perf_counter
from typing import Any, cast

from hornbook.build.batch.bundle import Bundle, as_at_home, beside, pack, unpacked
from hornbook.build.batch.failures import NoClusterError
from hornbook.build.batch.kits import Kit, Work, make_kit
from hornbook.build.batch.rows import Row
from hornbook.build.batch.runners import AHEAD, TRIES, Chunk, Done, Pace, again, given_up

LOCAL = "local"
_PATIENCE = 20
"""Seconds to wait for a scheduler."""


class Cluster:
    """The workers of a scheduler, or of one that is started here for as long as the batch takes."""

    def __init__(self, address: str, processes: int) -> None:
        self._address = address
        self._processes = processes

    def run(self, work: Work, rows: Iterator[Row]) -> Iterator[tuple[Row, Kit]]:
        with ExitStack() as stack:
            client = self._client(stack)
            bundle = client.scatter(pack(work), broadcast=True, hash=False)
            yield from _Flight(client, bundle, work).results(rows)

    def _client(self, stack: ExitStack) -> Any:
        try:
            import distributed
        except ImportError:
            raise NoClusterError("A cluster needs Dask: pip install 'hornbook[cluster]'.") from None
        library = cast("Any", distributed)
        logging.getLogger("distributed").setLevel(logging.ERROR)
        address = self._address
        if address == LOCAL:
            workers = library.LocalCluster(
                n_workers=self._processes, threads_per_worker=1, dashboard_address=None, silence_logs=logging.ERROR
            )
            address = stack.enter_context(workers)
        try:
            return stack.enter_context(library.Client(address, timeout=_PATIENCE))
        except OSError as trouble:
            raise NoClusterError(f"There is no scheduler at {self._address}: {trouble}.") from trouble


class _Flight:
    """Chunks on their way. There are never more than the workers can have at hand, whatever the table holds."""

    def __init__(self, client: Any, bundle: Any, work: Work) -> None:
        self._client = client
        self._bundle = bundle
        self._work = work
        self._flying: dict[Any, Chunk] = {}
        self._waiting: deque[Chunk] = deque()
        self._pace = Pace()

    def results(self, rows: Iterator[Row]) -> Iterator[tuple[Row, Kit]]:
        from distributed import as_completed  # pyright: ignore[reportUnknownVariableType]

        done: Any = cast("Any", as_completed)()
        self._fill(done, rows)
        for future in done:
            chunk = self._flying.pop(future)
            yield from self._landed(future, chunk)
            future.release()
            self._fill(done, rows)

    def _landed(self, future: Any, chunk: Chunk) -> Iterator[tuple[Row, Kit]]:
        """The kits of a chunk; where its workers ended, its rows are tried again, each alone, and then given up."""
        from distributed import KilledWorker  # pyright: ignore[reportUnknownVariableType]

        try:
            result: Done = future.result()
        except cast("type[Exception]", KilledWorker):
            for other in again(chunk):
                if other.tries >= TRIES or len(chunk.rows) == 1:
                    yield from given_up(self._work, other)
                else:
                    self._waiting.append(other)
            return
        self._pace.learn(result)
        yield from zip(chunk.rows, result.kits, strict=True)

    def _fill(self, done: Any, rows: Iterator[Row]) -> None:
        room = AHEAD * max(1, sum(self._client.nthreads().values()))
        while len(self._flying) < room:
            chunk = self._waiting.popleft() if self._waiting else self._pace.next(rows)
            if chunk is None:
                return
            more = beside(self._work, chunk.rows)
            future = self._client.submit(make_chunk_there, self._bundle, more, chunk.rows, pure=False, retries=1)
            self._flying[future] = chunk
            done.add(future)


def make_chunk_there(bundle: Bundle, more: Mapping[str, bytes], rows: tuple[Row, ...]) -> Done:
    """In a worker, which has the program and the bundle."""
    started = perf_counter()
    work = unpacked(bundle, more)
    kits = tuple(as_at_home(make_kit(work, row), work, bundle.work) for row in rows)
    return Done(kits, perf_counter() - started)
