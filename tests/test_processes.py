"""Work that is shared between processes: the same results in the same order, whatever becomes of the processes."""

import os

import pytest

from hornbook.processes import CAN_FORK, side_by_side

needs_forks = pytest.mark.skipif(not CAN_FORK, reason="this system has no forks to share work with")


@pytest.fixture(autouse=True)
def forks(monkeypatch):
    """The processes that a test begins; none of them is left when it ends."""
    begun, fork = [], os.fork if CAN_FORK else None

    def counted():
        process = fork()
        begun.append(process)
        return process

    if CAN_FORK:
        monkeypatch.setattr(os, "fork", counted)
    yield begun
    for process in begun:
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)


@pytest.mark.parametrize("processes", [1, 2, 3, 5])
@pytest.mark.parametrize("count", [0, 1, 7, 1001])
def test_results_are_in_the_order_of_the_things(processes, count):
    made, said = side_by_side(lambda thing: thing * thing, range(count), lambda: "also", processes)
    assert made == [thing * thing for thing in range(count)]
    assert said == "also"


@pytest.fixture
def meeting():
    """Called for each thing: at the first, two processes wait until the other has taken one too. Says whether it is the first process."""
    own, ours, theirs, met = os.getpid(), os.pipe(), os.pipe(), []

    def meet():
        first = os.getpid() == own
        if not met:
            os.write((ours if first else theirs)[1], b".")
            met.append(os.read((theirs if first else ours)[0], 1))
        return first

    yield meet
    for end in (*ours, *theirs):
        os.close(end)


@needs_forks
def test_other_processes_take_part(meeting):
    made, said = side_by_side(lambda _: meeting() and "here", range(500), os.getpid, 2)
    assert set(made) == {"here", False}
    assert said != os.getpid()


@needs_forks
@pytest.mark.parametrize("ends", ["dies", "raises", "gives what cannot be sent"])
def test_what_a_process_leaves_undone_is_done_here(ends, meeting):
    def work(thing):
        if meeting():
            return thing
        if ends == "dies":
            os.kill(os.getpid(), 9)
        if ends == "raises":
            raise RuntimeError
        return lambda: None

    made, said = side_by_side(work, range(500), os.getpid, 2)
    assert made == list(range(500))
    assert said == os.getpid()


def test_an_error_is_raised_and_leaves_no_process_behind():
    def work(thing):
        raise ValueError(thing)

    with pytest.raises(ValueError, match="0"):
        side_by_side(work, range(1), lambda: None, 3)
