"""`python -m bot report 2025`: the yearly report of the office as a file, whole or not at all."""

from __future__ import annotations

import asyncio
import os
import tempfile
from pathlib import Path

import typer

from bot import logs
from bot.commands.refusals import refuse, told_plainly
from bot.commands.starting import check_key, read_settings, secrets_of
from bot.figures.counted import count
from bot.figures.documents import docx_of, pdf_of
from bot.figures.report import Report, report
from bot.settings import Settings
from bot.wiring import build
from bot.words.messages import LANGUAGES
from cases.periods import year_of
from storage.figures.eyes import office_eyes


def run(year: int, docx: Path | None, pdf: Path | None, language: str | None) -> None:
    """Count the year and write what was asked for; both languages in one file unless one is named."""
    wanted = [(docx, docx_of), (pdf, pdf_of)]
    if not any(path for path, _ in wanted):
        refuse("Say where to: --docx FILE, --pdf FILE, or both.")
    if not 2 <= year <= 9998:
        refuse(f"{year} is no year.")
    for path, _ in wanted:
        if path is not None and not path.parent.is_dir():
            refuse(f"There is no folder {path.parent}.")
    with told_plainly():
        settings = read_settings()
        logs.set_up("warning", secrets_of(settings))
        made = asyncio.run(_report(settings, year, (language,) if language else LANGUAGES))
        for path, form in wanted:
            if path is not None:
                _whole(path, form(made))
                typer.echo(path)


async def _report(settings: Settings, year: int, languages: tuple[str, ...]) -> Report:
    key = settings.key()
    house = await build(settings, key)
    try:
        await check_key(house.store, key)
        today = house.time.today()
        counted = await house.store.read(lambda c: count(c, office_eyes(), year_of(year), today))
        return report(languages, house.texts, house.office, counted, today)
    finally:
        await house.close()


def _whole(path: Path, content: bytes) -> None:
    number, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
