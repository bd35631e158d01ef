"""Settings from the environment, read once into one frozen object. Every name is in the README."""

from __future__ import annotations

import base64
import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from storage.sealing import MasterKey, new_master_key


class Settings(BaseSettings):
    """One field for each `LAMTON_…` variable. Raises pydantic's ValidationError for a value that is none."""

    model_config = SettingsConfigDict(
        env_prefix="LAMTON_",
        env_ignore_empty=True,  # `LAMTON_DATA_DIR=` is a setting left out, not this very folder
        frozen=True,
        extra="ignore",
    )

    office: Path = Field(Path("office/jiali"), description="folder of the office's data")
    database_url: str = Field(
        "",
        description="sqlite:///path or postgresql://user@host/database; default: a file in the data folder",
    )
    data_dir: Path = Field(
        Path("var/lamton"), description="folder for the database file and the residents' files"
    )
    master_key: SecretStr = Field(
        SecretStr(""), description="32 bytes in base64; everything stored is sealed under it"
    )
    master_key_file: Path | None = Field(None, description="a file that holds the master key instead")
    public_url: str = Field("", description="where residents reach the web chat, for links and QR codes")
    residents_listen: str = Field("127.0.0.1:8080", description="host:port of the residents' web chat")
    desk_listen: str = Field(
        "127.0.0.1:8081",
        description="host:port of the staff's desk; the same as the residents' puts both on one port",
    )
    api_listen: str = Field(
        "",
        description="host:port of the API for other systems, at `/api/v1`; may be another's; without one "
        "it is off",
    )
    webhooks_local: bool = Field(
        False, description="webhooks may go to this computer itself, by http too; for a trial alone"
    )
    residents_token: SecretStr = Field(
        SecretStr(""), description="Bot API token of the residents' bot; without one it is off"
    )
    staff_token: SecretStr = Field(
        SecretStr(""), description="Bot API token of the staff's bot; without one it is off"
    )
    telegram_api: str = Field("", description="a Bot API server of one's own, such as http://127.0.0.1:8081")
    webhook_url: str = Field(
        "", description="https address Telegram calls for the residents' bot; without one it polls"
    )
    webhook_secret: SecretStr = Field(
        SecretStr(""),
        description="secret Telegram must send with each call; default: derived from the master key",
    )
    proxy: str = Field("", description="proxy for both bots, such as socks5://127.0.0.1:1080")
    secure_cookies: bool = Field(
        True, description="cookies over https alone; false only for a trial without https"
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="how much is logged; never personal content"
    )

    @property
    def database(self) -> str:
        """The database's URL."""
        return self.database_url or f"sqlite:///{(self.data_dir / 'lamton.db').resolve()}"

    def key(self) -> MasterKey:
        """The master key. Raises KeyMissing or KeyInvalid."""
        text = self.master_key.get_secret_value()
        if not text and self.master_key_file:
            text = self.master_key_file.read_text(encoding="ascii", errors="replace")
        return MasterKey.parse(text)


def made_key(folder: Path) -> MasterKey:
    """The key in `folder`, made on the first run; for the demo and the rehearsal alone.

    Two first runs at once agree on one key: it is written aside and linked into place by whoever is first.
    """
    path = folder / "master.key"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        aside = folder / f"master.key.{secrets.token_hex(8)}"
        aside.touch(mode=0o600)
        aside.write_text(new_master_key() + "\n", encoding="ascii")
        with suppress(FileExistsError):
            os.link(aside, path)
        aside.unlink()
    return MasterKey.parse(path.read_text(encoding="ascii"))


def host_port(listen: str) -> tuple[str, int]:
    """`host:port` apart. Raises ValueError."""
    host, _, port = listen.rpartition(":")
    if not host or not port.isdigit():
        raise ValueError(f"not host:port: {listen!r}")
    return host.strip("[]"), int(port)


def token_shape(secret: bytes) -> str:
    """Bytes as the letters a webhook secret may have."""
    return base64.urlsafe_b64encode(secret).decode("ascii").rstrip("=")
