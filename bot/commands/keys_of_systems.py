"""`python -m bot api-keys …`: keys by which other systems use the API. Loads what it needs when it runs."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

api_keys_app = typer.Typer(no_args_is_help=True, help="Keys by which other systems use the API.")


class Scope(StrEnum):
    """What a key may do."""

    cases_read = "cases:read"
    intake_write = "intake:write"


@api_keys_app.command()
def add(
    name: Annotated[str, typer.Argument(help="The system that is given it.")],
    scope: Annotated[list[Scope], typer.Option(help="What it may do; may be said twice.")],
) -> None:
    """Make a key; its token is printed this once, to standard output."""
    from bot.commands import api_keys

    api_keys.add(name, tuple(dict.fromkeys(one.value for one in scope)))


@api_keys_app.command(name="list")
def list_() -> None:
    """A line for each key: id, scopes, when it was made and last used, name."""
    from bot.commands import api_keys

    api_keys.show()


@api_keys_app.command()
def end(key: Annotated[str, typer.Argument(help="The key's id, from `list`.")]) -> None:
    """End a key: no request with it is answered any more."""
    from bot.commands import api_keys

    api_keys.end(key)
