"""`python -m bot staff …`: who may sign in to the desk. No key is needed: nothing sealed is read."""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import Callable
from datetime import UTC, datetime

import typer
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from bot.commands.refusals import refuse, told_plainly
from bot.commands.starting import read_settings
from bot.passwords import PasswordRefused, hash_password
from bot.wiring import ROOT
from cases.lifecycle import Role
from cases.office import load_office
from storage import staff, staff_phones
from storage.staff import Member
from storage.store import T, open_store

_LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{1,39}")
_REFUSED = {
    "too_short": "This password is too short: ten characters or more.",
    "too_long": "This password is too long: two hundred characters or fewer.",
    "too_plain": "This password is too plain: the same few letters over and over.",
}


def add(login: str, name: str, role: str, unit: str, language: str, password_stdin: bool) -> None:
    """Let a new member in. `unit` "" is the office's own."""
    with told_plainly():
        if not _LOGIN.fullmatch(login):
            refuse("A login is 2 to 40 of: a to z, 0 to 9, dot, underscore, hyphen.")
        name = _as_typed(name)
        if not name.strip() or len(name) > 60:
            refuse("A name has 1 to 60 characters.")
        settings = read_settings()
        office = load_office(ROOT / settings.office)
        unit = unit or office.own_unit
        if unit not in office.units:
            refuse(f"There is no unit {unit!r} in {settings.office}/units.csv.")
        hashed = _hashed(password_stdin)

        def work(connection: Connection) -> None:
            staff.add(
                connection,
                login=login,
                name=name.strip(),
                role=Role(role),
                unit=unit,
                language=language,
                password_hash=hashed,
                now=datetime.now(UTC),
            )

        try:
            _in_database(work)
        except IntegrityError:
            refuse(f"The login {login} is taken.")
        typer.echo(f"{login} may sign in as {role} of {unit}.")


def show() -> None:
    """A line for each member."""
    with told_plainly():
        for member in _in_database(staff.everyone):
            state = "" if member.active else "  off"
            linked = "  telegram" if member.linked else ""
            told = (member.login, member.role.value, member.unit, member.language, member.name)
            typer.echo("  ".join(told) + linked + state)


def off(login: str) -> None:
    """Cut a member off."""
    _with(login, lambda connection, member: staff.set_active(connection, member.id, False))
    typer.echo(f"{login} may no longer sign in.")


def password(login: str, password_stdin: bool) -> None:
    """A new password for a member."""
    with told_plainly():
        hashed = _hashed(password_stdin)
    _with(login, lambda connection, member: staff.set_password(connection, member.id, hashed))
    typer.echo(f"{login} has a new password and is signed out everywhere.")


def unlink(login: str) -> None:
    """Cut a lost phone off: Telegram, and every signed-in browser."""
    _with(login, lambda connection, member: staff_phones.cut_off(connection, member.id))
    typer.echo(f"Telegram no longer reaches {login}, who is signed out everywhere.")


def _with(login: str, do: Callable[[Connection, Member], None]) -> None:
    def work(connection: Connection) -> bool:
        found = next((m for m in staff.everyone(connection) if m.login == login), None)
        if found is not None:
            do(connection, found)
        return found is not None

    with told_plainly():
        if not _in_database(work):
            refuse(f"There is nobody with the login {login}.")


def _in_database(work: Callable[[Connection], T]) -> T:
    async def run() -> T:
        store = await open_store(read_settings().database)
        try:
            return await store.write(work)
        finally:
            await store.close()

    return asyncio.run(run())


def _as_typed(text: str) -> str:
    """The words of the command line, which an operator types in UTF-8 whatever the machine's locale."""
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8")
    except UnicodeError:
        refuse("The name is not written in UTF-8.")


def _hashed(from_stdin: bool) -> str:
    if from_stdin:
        text = sys.stdin.readline().rstrip("\r\n")
    else:
        text = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    try:
        return hash_password(text)
    except PasswordRefused as refused:
        refuse(_REFUSED[refused.reason])
