"""Promises about settings: each is documented, and what cannot be used is refused."""

from __future__ import annotations

import pytest

from bot.commands.settings import HEAD, rows, table
from bot.settings import Settings, host_port
from bot.wiring import ROOT

ISSUED = (
    *("OFFICE", "DATABASE_URL", "DATA_DIR", "MASTER_KEY", "MASTER_KEY_FILE", "PUBLIC_URL"),
    *("RESIDENTS_LISTEN", "DESK_LISTEN", "RESIDENTS_TOKEN", "STAFF_TOKEN", "TELEGRAM_API"),
    *("WEBHOOK_URL", "PROXY"),
)


def test_every_setting_is_in_the_readme() -> None:
    """The README's table of settings is what `python -m bot settings` prints, row for row."""
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert [line for line in (*HEAD, *rows()) if line not in lines] == []
    assert [line for line in lines if line.startswith("| `LAMTON_") and line not in rows()] == []


def test_every_setting_says_what_it_is() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []
    assert {f"LAMTON_{name}" for name in ISSUED} <= {row.split("`")[1] for row in rows()}
    assert table().splitlines()[2].startswith("| `LAMTON_OFFICE` | `office/jiali` | ")


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAMTON_DESK_LISTEN", "127.0.0.1:9000")
    assert Settings().desk_listen == "127.0.0.1:9000"


@pytest.mark.parametrize("listen", ["8080", "host:", ":80", "host:port", ""])
def test_an_address_is_a_host_and_a_port(listen: str) -> None:
    with pytest.raises(ValueError, match="not host:port"):
        host_port(listen)
    assert host_port("[::1]:80") == ("::1", 80)


def test_a_setting_left_empty_is_one_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line of an env file with nothing behind it names no folder and no file, this very folder least."""
    for name in ("OFFICE", "DATA_DIR", "MASTER_KEY_FILE", "SECURE_COOKIES", "LOG_LEVEL"):
        monkeypatch.setenv(f"LAMTON_{name}", "")
    empty = Settings()
    assert (str(empty.office), str(empty.data_dir)) == ("office/jiali", "var/lamton")
    assert empty.master_key_file is None
    assert empty.secure_cookies
