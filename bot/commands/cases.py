"""`python -m bot cases export`: to standard output, or to a file that is there whole or not at all."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import IO, Any

from bot import logs
from bot.commands.refusals import refuse, told_plainly
from bot.commands.starting import check_key, read_settings, secrets_of, user
from bot.export import SCHEMA, Asked, exported
from bot.settings import Settings
from bot.sheets import write_csv, write_xlsx
from bot.wiring import build
from storage import staff


def run(form: str, out: Path | None, since: str | None, until: str | None, member: str = "") -> None:
    """Export, on record; `member` is the login of one whose sight bounds it."""
    asked = Asked(user(), form, _day("--since", since), _day("--until", until))
    if asked.since and asked.until and asked.since > asked.until:
        refuse(f"--since {asked.since} is after --until {asked.until}: no day lies between them.")
    if out is None and form == "xlsx" and sys.stdout.isatty():
        refuse("A workbook is not for the screen: say --out FILE.")
    if out is not None and not out.parent.is_dir():
        refuse(f"There is no folder {out.parent}.")
    with told_plainly():
        settings = read_settings()
        logs.set_up("warning", secrets_of(settings))
        cases = asyncio.run(_cases(settings, asked, member))
        if out is None:
            _write(cases, form, sys.stdout.buffer, to_file=False)
            sys.stdout.buffer.flush()
        else:
            _whole(cases, form, out)


async def _cases(settings: Settings, asked: Asked, login: str) -> list[dict[str, Any]]:
    key = settings.key()
    house = await build(settings, key)
    try:
        await check_key(house.store, key)
        if login:
            found = await house.store.read(lambda connection: staff.by_login(connection, login))
            if found is None:
                refuse(f"There is nobody with the login {login}.")
            asked = replace(asked, member=found[0])
        return [case async for page in exported(house, asked) for case in page]
    finally:
        await house.close()


def _write(cases: list[dict[str, Any]], form: str, out: IO[bytes], to_file: bool) -> None:
    match form:
        case "json":
            told = {"schema": SCHEMA, "cases": cases}
            text = json.dumps(told, ensure_ascii=False, indent=2)
            out.write(text.encode("utf-8", "backslashreplace") + b"\n")
        case "csv":
            write_csv(cases, out, mark=to_file)
        case _:
            write_xlsx(cases, out)


def _whole(cases: list[dict[str, Any]], form: str, out: Path) -> None:
    """Renamed into place; read by its owner alone, since it holds what residents wrote."""
    number, name = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}.")
    try:
        with os.fdopen(number, "wb") as file:
            _write(cases, form, file, to_file=True)
        os.replace(name, out)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _day(option: str, text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        refuse(f"{option} is a day such as 2026-11-23, not {text!r}.")
