"""`python -m bot staff …`: who works at the desk. Loads what it needs when it runs."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from bot.commands.locale import Locale

staff_app = typer.Typer(no_args_is_help=True, help="Who works at the desk.")
Reads = Annotated[
    list[Locale] | None, typer.Option(help="A language they read, once for each; default: their desk's.")
]
Login = Annotated[str, typer.Argument(help="The login: letters, digits, . _ -")]
PasswordStdin = Annotated[
    bool, typer.Option("--password-stdin", help="Read the password from standard input, not from a prompt.")
]


class StaffRole(StrEnum):
    """What a member of staff does (`cases.roles`)."""

    clerk = "clerk"
    unit = "unit"
    head = "head"
    supervisor = "supervisor"
    discipline = "discipline"
    outreach = "outreach"
    translator = "translator"
    admin = "admin"


@staff_app.command()
def add(
    login: Login,
    name: Annotated[str, typer.Option(help="The name colleagues see.")] = "",
    role: Annotated[StaffRole, typer.Option()] = StaffRole.clerk,
    unit: Annotated[str, typer.Option(help="Id in units.csv; default: the office itself.")] = "",
    language: Annotated[Locale, typer.Option(help="The language of their desk.")] = Locale.zh,
    reads: Reads = None,
    password_stdin: PasswordStdin = False,
) -> None:
    """Let somebody in to the desk."""
    from bot.commands import staff

    read = tuple(one.value for one in reads or ())
    staff.add(login, name or login, role.value, unit, language.value, read, password_stdin)


@staff_app.command()
def place(
    login: Login,
    role: Annotated[StaffRole, typer.Option()],
    unit: Annotated[str, typer.Option(help="Id in units.csv; default: the office itself.")] = "",
) -> None:
    """Give somebody another role or unit."""
    from bot.commands import staff

    staff.place(login, role.value, unit)


@staff_app.command(name="reads")
def reads_(login: Login, languages: Annotated[list[Locale], typer.Argument(help="zh, bo or both.")]) -> None:
    """Say which languages somebody reads: cases in Tibetan find those who read it."""
    from bot.commands import staff

    staff.reads(login, tuple(one.value for one in languages))


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
    """Give somebody a new password, which they change when they sign in; they are signed out everywhere."""
    from bot.commands import staff

    staff.password(login, password_stdin)


@staff_app.command()
def unlink(login: Login) -> None:
    """A phone was lost: Telegram is cut off from it, and somebody is signed out everywhere."""
    from bot.commands import staff

    staff.unlink(login)
