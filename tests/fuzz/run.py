"""`python -m fuzz.run TARGET COUNT SEED`: so many inputs after accidents, each within its time; one JSON object of what was seen.

An input that brings a reader down is kept under `corpus/`, where every later run of the tests tries it again.
"""

import gc
import hashlib
import json
import signal
import sys
import time
import traceback
from pathlib import Path

from fuzz.targets import TARGETS, mutants

SECONDS = 5.0
CORPUS = Path(__file__).with_name("corpus")


class Hang(BaseException):
    """An input that takes longer than any may; not an `Exception`, which a reader might take for a fault of the input."""


def attempt(name: str, data: bytes) -> tuple[float, str]:
    """The seconds that one input took, and the end of the traceback where there was one.

    Circles are not looked for, as in the program: among the values that hundreds of tests have left that takes seconds.
    """
    gc.disable()
    signal.signal(signal.SIGALRM, _hang)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    started = time.perf_counter()
    try:
        TARGETS[name].read(data)
        said = ""
    except (Exception, Hang):  # noqa: BLE001 - whatever it is, it is told
        said = "".join(traceback.format_exc()[-1500:])
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        gc.enable()
    return time.perf_counter() - started, said


def run(name: str, count: int, seed: int) -> dict[str, object]:
    faults: list[str] = []
    slowest = 0.0
    for number, data in enumerate(mutants(name, seed)):
        if number == count or len(faults) > 5:
            break
        seconds, said = attempt(name, data)
        slowest = max(slowest, seconds)
        if said:
            faults.append(said)
            _keep(name, data)
    return {"target": name, "inputs": count, "faults": faults, "slowest": round(slowest, 3), "megabytes": _memory()}


def _hang(*_: object) -> None:
    raise Hang


def _keep(name: str, data: bytes) -> None:
    folder = CORPUS / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)


def _memory() -> int:
    """The most that this program ever held, in MiB; `ru_maxrss` would count the program that started it."""
    import resource

    status = Path("/proc/self/status")
    if not status.is_file():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    held = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
    return int(held.split()[1]) // 1024


if __name__ == "__main__":
    print(json.dumps(run(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))))  # noqa: T201
