"""The command line: the only place that knows that there is a terminal."""

__all__ = ["main"]


def main() -> None:
    """Runs the command that was typed and exits with its code."""
    from hornbook.cli.app import app

    app(prog_name="hornbook")
