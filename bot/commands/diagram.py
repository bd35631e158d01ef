"""`python -m bot diagram`: the tables of moves and clocks, drawn as a page of Markdown."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.commands.refusals import told_plainly


def diagram(
    out: Annotated[Path, typer.Argument(help="The file to write.")] = Path("docs/moves.md"),
) -> None:
    """Draw the tables of moves and clocks, as a page of Markdown with its drawing."""
    from bot.moves_page import page

    with told_plainly():
        out.write_text(page(), encoding="utf-8")
    typer.echo(out)
