"""Whoever makes the kits, they are the same; a process that is killed costs time and no kit."""

import sys

import pytest

from hornbook.build.batch.rows import Row
from hornbook.build.batch.runners import MOST_IN_CHUNK, Done, Pace, Pool
from hornbook.diagnostics import SourceFile, Span
from support.batches import batched, killed_at_first, killed_by_poison, kits, table
from support.counts import LONG

UNIX = pytest.mark.skipif(sys.platform == "win32", reason="a matter of Unix")
FEW = 200 if LONG else 12


def districts(count: int, **more: str) -> list[dict[str, str]]:
    return [{"district": f"District {number}", "phone": f"555-{number:04}", **more} for number in range(1, count + 1)]


def listing(folder) -> bytes:
    return (folder / "kits" / "manifest.json").read_bytes()


def test_a_pool_makes_the_same_bytes_as_one_process(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    batched(tmp_path / "one", table(tmp_path / "one", districts(FEW)))
    result = batched(tmp_path / "two", table(tmp_path / "two", districts(FEW)), runner=Pool(2))
    assert result.counts.made == FEW
    assert kits(tmp_path / "one") == kits(tmp_path / "two")
    assert listing(tmp_path / "one") == listing(tmp_path / "two")


@UNIX
def test_a_process_that_is_killed_costs_no_kit(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    rows = districts(FEW)
    rows[4]["flag"] = str(tmp_path / "flag")
    rows = [{"flag": "", **row} for row in rows]
    batched(tmp_path / "one", table(tmp_path / "one", rows))
    result = batched(tmp_path / "two", table(tmp_path / "two", rows), runner=Pool(2, killed_at_first))
    assert (tmp_path / "flag").exists()
    assert (result.counts.made, result.counts.failed) == (FEW, 0)
    assert kits(tmp_path / "one") == kits(tmp_path / "two")


@UNIX
def test_a_row_that_no_process_survives_fails_and_the_others_are_made(tmp_path):
    rows = districts(8)
    rows[3]["district"] = "Poison"
    result = batched(tmp_path, table(tmp_path, rows), runner=Pool(2, killed_by_poison))
    assert (result.counts.made, result.counts.failed) == (7, 1)
    assert [(told.diagnostic.code, told.rows) for told in result.told if told.diagnostic.code == "HB615"] == [
        ("HB615", [4])
    ]


def rows_without_end():
    number = 0
    while True:
        number += 1
        yield Row(number, {}, Span(SourceFile("rows.csv"), number))


def test_chunks_grow_to_the_time_that_a_chunk_should_take_and_no_further():
    pace, rows, sizes = Pace(), rows_without_end(), []
    for _ in range(10):
        chunk = pace.next(rows)
        assert chunk is not None
        sizes.append(len(chunk.rows))
        pace.learn(Done((None,) * len(chunk.rows), 0.1 * len(chunk.rows)))
    assert sizes == [1, 2, 4, 8, 10, 10, 10, 10, 10, 10]
    for _ in range(5):
        pace.learn(Done((None,) * 1000, 0.001))
    chunk = pace.next(rows)
    assert chunk is not None
    assert len(chunk.rows) == MOST_IN_CHUNK


def test_rows_are_taken_when_there_is_room_for_them_and_not_before(tmp_path):
    taken = 0
    source = table(tmp_path, districts(40))

    def counted(rows):
        nonlocal taken
        for row in rows:
            taken += 1
            yield row

    from hornbook.build.batch.rows import read_rows
    from support.batches import work_in

    done = Pool(2).run(work_in(tmp_path, source), counted(read_rows(source, "rows.csv")))
    next(done)
    assert taken < 20
    done.close()
