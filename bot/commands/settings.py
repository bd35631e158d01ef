"""`python -m bot settings`: the table of settings as the README has it, drawn from the fields themselves."""

from __future__ import annotations

from pathlib import Path

from pydantic import SecretStr

from bot.settings import Settings

HEAD = ("| setting | default | what it is |", "|---|---|---|")


def rows() -> tuple[str, ...]:
    """One row of the table for each setting."""
    return tuple(
        f"| `LAMTON_{name.upper()}` | {_written(field.default)} | {field.description} |"
        for name, field in Settings.model_fields.items()
    )


def table() -> str:
    """The table in Markdown; a test holds the README against it."""
    return "\n".join((*HEAD, *rows()))


def _written(default: object) -> str:
    if isinstance(default, SecretStr):
        default = default.get_secret_value()
    if isinstance(default, Path):
        default = default.as_posix()
    if isinstance(default, bool):
        default = str(default).lower()
    return f"`{default}`" if default else "–"
