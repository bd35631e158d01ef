"""Promises of the keys' commands and of the API as a process of its own."""

from __future__ import annotations

import re
import signal
import urllib.request
from pathlib import Path
from typing import Any

import httpx

from tests.bot.processes import command, started
from tests.bot.test_commands import KEY, _free_port


def asked(url: str, token: str = "") -> tuple[int, Any]:
    """The status and the JSON of an answer."""
    answer = httpx.get(url, headers={"authorization": f"Bearer {token}"} if token else {}, timeout=60)
    return answer.status_code, answer.json()


def test_a_key_made_by_the_command_opens_the_api_until_it_is_ended(data_dir: Path) -> None:
    settings = {"LAMTON_DATA_DIR": str(data_dir), "LAMTON_MASTER_KEY": KEY}
    made = command("api-keys", "add", "那曲市", "--scope", "cases:read", **settings)
    assert made.returncode == 0, made.stderr.decode()
    token = made.stdout.decode().strip()
    assert re.fullmatch(r"lamton_[\w-]{43}", token)
    listed = command("api-keys", "list", **settings).stdout.decode()
    assert "那曲市" in listed
    assert "cases:read" in listed
    assert "never used" in listed
    assert token not in listed
    key_id = listed.split()[0]
    listen = f"127.0.0.1:{_free_port()}"
    process = started("serve", "--role", "api", LAMTON_API_LISTEN=listen, **settings)
    assert process.stderr is not None
    said = b""
    while b"running:" not in said:
        line = process.stderr.readline()
        assert line, said.decode()
        said += line
    try:
        root = f"http://{listen}/api/v1"
        assert asked(f"{root}/openapi.json")[1]["servers"] == [{"url": "/api/v1"}]
        assert asked(f"{root}/cases")[0] == 401
        assert asked(f"{root}/cases", token) == (200, {"cases": [], "next": None})
        with urllib.request.urlopen(f"http://{listen}/healthz", timeout=60) as page:
            assert page.status == 200
        assert command("api-keys", "end", key_id, **settings).returncode == 0
        assert asked(f"{root}/cases", token)[0] == 401
    finally:
        process.send_signal(signal.SIGTERM)
        _, rest = process.communicate(timeout=60)
    assert process.returncode == 0, rest.decode()
    assert token.encode() not in said + rest
    last = command("api-keys", "list", **settings).stdout.decode()
    assert "ended" in last
    assert "never used" not in last


def test_the_commands_refuse_in_a_clear_sentence(data_dir: Path) -> None:
    settings = {"LAMTON_DATA_DIR": str(data_dir), "LAMTON_MASTER_KEY": KEY}
    for words, told in (
        (("add", " ", "--scope", "cases:read"), "A name has 1 to 60"),
        (("end", "0000"), "There is no key"),
    ):
        done = command("api-keys", *words, **settings)
        assert done.returncode == 2
        assert told in done.stderr.decode()
    wrong = command("api-keys", "add", "a", "--scope", "all", **settings)
    assert wrong.returncode == 2
    keyless = command("api-keys", "add", "a", "--scope", "cases:read", LAMTON_DATA_DIR=str(data_dir))
    assert "needs its master key" in keyless.stderr.decode()
