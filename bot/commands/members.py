"""`python -m bot staff …`: who works at the desk. Loads what it needs when it runs."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from bot.commands.locale import Locale

staff_app = typer.Typer(no_args_is_help=True, help="Who works at the desk.")
Login = Annotated[str, typer.Argument(help="The login: letters, digits, . _ -")]
PasswordStdin = Annotated[
    bool, typer.Option("--password-stdin", help="Read the password from standard input, not from a prompt.")
]


class StaffRole(StrEnum):
    """What a member of staff does."""

    clerk = "clerk"
    unit = "unit"
    head = "head"
    supervisor = "supervisor"


@staff_app.command()
def add(
    login: Login,
    name: Annotated[str, typer.Option(help="The name colleagues see.")] = "",
    role: Annotated[StaffRole, typer.Option()] = StaffRole.clerk,
    unit: Annotated[str, typer.Option(help="Id in units.csv; default: the office itself.")] = "",
    language: Annotated[Locale, typer.Option()] = Locale.zh,
    password_stdin: PasswordStdin = False,
) -> None:
    """Let somebody in to the desk."""
    from bot.commands import staff

    staff.add(login, name or login, role.value, unit, language.value, password_stdin)


@staff_app.command(name="list")
def list_() -> None:
    """Who there is."""
    from bot.commands import staff

    staff.show()


@staff_app.command()
def off(login: Login) -> None:
    """Cut somebody off: signed out everywhere, Telegram unlinked."""
    from bot.commands import staff

    staff.off(login)


@staff_app.command()
def password(login: Login, password_stdin: PasswordStdin = False) -> None:
    """Give somebody a new password; they are signed out everywhere."""
    from bot.commands import staff

    staff.password(login, password_stdin)


@staff_app.command()
def unlink(login: Login) -> None:
    """Cut a lost phone off: somebody's Telegram is unlinked, and they are signed out everywhere."""
    from bot.commands import staff

    staff.unlink(login)
