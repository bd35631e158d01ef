"""`python -m bot words`: what was corrected at the desk, for the repository."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated

import typer

words_app = typer.Typer(no_args_is_help=True, help="The words as they were corrected at the desk.")


@words_app.callback()
def _words() -> None:
    """The words as they were corrected at the desk."""


@words_app.command()
def patch(
    file: Annotated[Path, typer.Argument(help="The file to write.")],
) -> None:
    """Write corrections and signatures as a patch of locales/, for `git apply`."""
    from bot.commands.refusals import refuse, told_plainly
    from bot.commands.starting import read_settings

    with told_plainly():
        settings = read_settings()
        content = asyncio.run(_read(settings.database, settings.office))
        if not content:
            typer.echo("Nothing differs from this release: no patch is written.")
            return
        try:
            file.write_text(content, encoding="utf-8", newline="\n")
        except OSError as error:
            refuse(f"This file cannot be written: {error.filename}")
        typer.echo(f"{file}: apply it in the repository with `git apply`, then renew and lint the words.")


async def _read(database: str, office: Path) -> str:
    from bot.clips import load_clips
    from bot.today import OfficeTime
    from bot.wiring import ROOT
    from bot.wordbook import Wordbook
    from bot.words.current import CurrentTexts
    from bot.words.texts import load_texts
    from cases.office import load_office
    from storage.store import open_store

    folder = office if office.is_absolute() else ROOT / office
    known = load_office(folder)
    texts = CurrentTexts(load_texts(ROOT / "locales", known))
    store = await open_store(database)
    try:
        time = OfficeTime(known.time_zone)
        book = Wordbook(store, texts, load_clips(folder / "voice", texts), time, ROOT)
        await book.look()
        return book.patch()
    finally:
        await store.close()
