"""A Typer program with one command that does nothing: what a command line costs that is made with the same library."""

import typer

app = typer.Typer()


@app.command()
def main() -> None:
    """Do nothing."""


if __name__ == "__main__":
    app()
