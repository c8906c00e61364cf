"""The command line: the only place that knows that there is a terminal."""

__all__ = ["main", "run"]


def run() -> None:
    """`main` as a program of its own, which leaves its memory to the system: giving it back piece by piece takes as long as a small build."""
    import atexit
    import os
    import sys

    try:
        main()
    except SystemExit as end:
        if not isinstance(end.code, int) or _is_needed_to_the_end():
            raise
        atexit._run_exitfuncs()  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - what the interpreter would call now
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(end.code)


def _is_needed_to_the_end() -> bool:
    """Whether something still looks on or works: a debugger, a profiler, another thread."""
    import sys

    threads = sys.modules.get("threading")
    return bool(sys.gettrace() or sys.getprofile() or (threads and threads.active_count() > 1))


def main() -> None:
    """Runs the command that was typed and exits with its code, also where it is interrupted before it began."""
    import gc
    import sys

    gc.disable()  # what a lesson becomes holds no circles, and looking for them takes a quarter of the time of a large deck
    try:
        _as_utf8()
        from hornbook.cli.app import app

        app(prog_name="hornbook")
    except KeyboardInterrupt:
        sys.exit(130)


def _as_utf8() -> None:
    """An answer in a pipe is UTF-8 on every machine; an unreadable file name in it is escaped, not fatal."""
    import io
    import sys

    stream: object = sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
