"""`python -m bot staff …`: who may sign in to the desk. No key is needed: nothing sealed is read.

What is done is that of the desk's page (`bot.members`), on record under the name of the machine's user.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from datetime import UTC, datetime

import typer
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from bot import members
from bot.commands.refusals import refuse, told_plainly
from bot.commands.starting import read_settings, user
from bot.members import By, MemberGone, MemberRefused, New
from bot.passwords import PasswordRefused, hash_password
from bot.wiring import ROOT
from cases.office import Office, load_office
from storage import staff
from storage.store import T, open_store

_REFUSED = {
    "too_short": "This password is too short: ten characters or more.",
    "too_long": "This password is too long: two hundred characters or fewer.",
    "too_plain": "This password is too plain: the same few letters over and over.",
}
_CANNOT = {
    "login": "A login is 2 to 40 of: a to z, 0 to 9, dot, underscore, hyphen.",
    "name": "A name has 1 to 60 characters.",
    "unit": "There is no such unit in units.csv: {unit!r}.",
    "place": "Whoever is {role} works in the office itself.",
    "role": "There is no such role: {role!r}.",
    "reads": "A member reads zh, bo or both.",
    "taken": "The login {login} is taken.",
}


def add(
    login: str, name: str, role: str, unit: str, language: str, reads: tuple[str, ...], password_stdin: bool
) -> None:
    """Let a new member in. `unit` "" is the office's own; `reads` empty: the language of their desk."""
    with told_plainly():
        office = _office()
        try:
            new = members.checked(office, New(login, as_typed(name), role, unit, language, reads))
        except MemberRefused as refused:
            refuse(_CANNOT[refused.reason].format(login=login, role=role, unit=unit))
        hashed = _hashed(password_stdin)
        _do(login, lambda c, by, now: members.add(c, office, new, hashed, by, now))
        typer.echo(f"{new.login} may sign in as {role} of {new.unit}.")


def place(login: str, role: str, unit: str) -> None:
    """Give a member another role or unit."""
    with told_plainly():
        office = _office()
        _do(login, lambda c, by, now: members.place(c, office, login, role, unit, by, now), role, unit)
    typer.echo(f"{login} is now {role} of {unit or office.own_unit}.")


def reads(login: str, languages: tuple[str, ...]) -> None:
    """Say which languages a member reads."""
    with told_plainly():
        _do(login, lambda c, by, now: members.set_reads(c, login, languages, by, now))
    typer.echo(f"{login} reads {', '.join(languages)}.")


def show() -> None:
    """A line for each member."""
    with told_plainly():
        for member in _in_database(staff.everyone):
            state = "" if member.active else "  off"
            linked = "  telegram" if member.linked else ""
            read = "+".join(member.reads)
            told = (member.login, member.role.value, member.unit, read, member.name)
            typer.echo("  ".join(told) + linked + state)


def off(login: str) -> None:
    """Cut a member off."""
    with told_plainly():
        _do(login, lambda c, by, now: members.set_active(c, login, False, by, now))
    typer.echo(f"{login} may no longer sign in.")


def password(login: str, password_stdin: bool) -> None:
    """A new password for a member."""
    with told_plainly():
        hashed = _hashed(password_stdin)
        _do(login, lambda c, by, now: members.set_password(c, login, hashed, by, now))
    typer.echo(f"{login} has a new password and is signed out everywhere.")


def unlink(login: str) -> None:
    """Cut a member's lost telephone off."""
    with told_plainly():
        _do(login, lambda c, by, now: members.lost_phone(c, login, by, now))
    typer.echo(f"Telegram no longer reaches {login}, who is signed out everywhere.")


def _do(
    login: str, what: Callable[[Connection, By, datetime], object], role: str = "", unit: str = ""
) -> None:
    by, now = By(f"terminal: {user()}"), datetime.now(UTC)
    try:
        _in_database(lambda connection: what(connection, by, now))
    except MemberGone:
        refuse(f"There is nobody with the login {login}.")
    except MemberRefused as refused:
        refuse(_CANNOT[refused.reason].format(login=login, role=role, unit=unit))
    except IntegrityError:
        refuse(f"The login {login} is taken.")


def _office() -> Office:
    return load_office(ROOT / read_settings().office)


def _in_database(work: Callable[[Connection], T]) -> T:
    async def run() -> T:
        store = await open_store(read_settings().database)
        try:
            return await store.write(work)
        finally:
            await store.close()

    return asyncio.run(run())


def as_typed(text: str) -> str:
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
