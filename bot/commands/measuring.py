"""`python -m bot finder …`: how well the finder finds. Loads what it needs when it runs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

finder_app = typer.Typer(no_args_is_help=True, help="Finding a matter by a resident's own words.")


@finder_app.command()
def evaluate(
    file: Annotated[Path, typer.Argument(help="A CSV file with the columns phrase,matter.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, for programs.")] = False,
) -> None:
    """How often the finder finds the matters meant: first, among the three it offers, and its misses."""
    from bot.commands.finder import run

    run(file, as_json)


@finder_app.callback()
def _finder() -> None:
    """Keep `evaluate` a word of its own."""
