"""`python -m bot doctor`: a line for each check; exit code 1 where something is wrong."""

from __future__ import annotations

import asyncio

import typer

from bot import logs
from bot.commands.refusals import told_plainly
from bot.commands.starting import read_settings, secrets_of
from bot.doctor import examine


def run() -> None:
    """Look, and tell."""
    with told_plainly():
        settings = read_settings()
        logs.set_up("error", secrets_of(settings))
        findings = asyncio.run(examine(settings))
    for one in findings:
        typer.echo(f"{'well ' if one.well else 'WRONG'}  {one.what}: {one.seen}")
    if not all(one.well for one in findings):
        raise typer.Exit(1)
