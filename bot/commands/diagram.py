"""`python -m bot diagram`: the tables of moves and clocks, drawn as a page of Markdown."""

from __future__ import annotations

from pathlib import Path

import typer

from bot.commands.refusals import told_plainly


def run(out: Path) -> None:
    """Write the page."""
    from bot.moves_page import page

    with told_plainly():
        out.write_text(page(), encoding="utf-8")
    typer.echo(out)
