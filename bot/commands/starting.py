"""What commands begin with: the settings, the key, the house, and the right key for the database."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.commands.refusals import refuse
from bot.settings import Settings, made_key
from storage.sealing import Keyring, MasterKey
from storage.store import Store

if TYPE_CHECKING:
    from sqlalchemy import Connection

TRIAL = Path("var/rehearse")
"""Where a rehearsal keeps its own data, unless LAMTON_DATA_DIR or `--data-dir` says where."""


def read_settings(**given: Any) -> Settings:
    """The settings of the environment, but for what is `given`. Raises pydantic's ValidationError.

    Refuses to go on with an address of a database that is none.
    """
    from sqlalchemy.exc import ArgumentError

    from storage.migrating import plain_url

    made: Callable[..., Settings] = Settings
    settings = made(**given)
    try:
        plain_url(settings.database)
    except (ArgumentError, ValueError):
        refuse("LAMTON_DATABASE_URL is sqlite:///path or postgresql://user@host/database.")
    return settings


def settings_for(data_dir: Path | None, otherwise: Path | None = None, **given: Any) -> Settings:
    """The settings of the environment, in another data folder where one is named.

    `otherwise` is the folder where neither `data_dir` nor LAMTON_DATA_DIR names one.
    Raises pydantic's ValidationError.
    """
    settings = read_settings(**given)
    if data_dir is None and "data_dir" not in settings.model_fields_set:
        data_dir = otherwise
    return settings if data_dir is None else settings.model_copy(update={"data_dir": data_dir})


def secrets_of(settings: Settings) -> tuple[str, ...]:
    """What must never be logged."""
    return tuple(
        secret.get_secret_value()
        for secret in (
            settings.master_key,
            settings.residents_token,
            settings.staff_token,
            settings.webhook_secret,
        )
    )


def key_given(settings: Settings) -> bool:
    """Whether the settings name a master key at all."""
    return bool(settings.master_key.get_secret_value() or settings.master_key_file)


def key_or_made(settings: Settings) -> MasterKey:
    """The master key of the settings, or one made on the first run in the data folder: for trials alone.

    Raises KeyInvalid.
    """
    return settings.key() if key_given(settings) else made_key(settings.data_dir)


async def check_key(store: Store, key: MasterKey) -> None:
    """Raises WrongKey where the database was sealed under another master key."""
    from sqlalchemy import select

    from storage.tables import keys

    def look(connection: Connection) -> bytes | None:
        return connection.execute(select(keys.c.wrapped).limit(1)).scalar()

    wrapped = await store.read(look)
    if wrapped is not None:
        Keyring(key).unwrap(wrapped)


def user() -> str:
    """Who runs the command, by the name the system has for them."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return str(os.getuid())
