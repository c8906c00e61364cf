"""The command line: the only place that knows that there is a terminal."""

__all__ = ["main"]


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
