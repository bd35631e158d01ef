"""`python -m bot rehearse`: the conversation in a terminal, or JSON lines in and out."""

from __future__ import annotations

import asyncio
import io
import secrets
import sys
from pathlib import Path
from typing import BinaryIO

from bot import logs
from bot.commands.refusals import told_plainly
from bot.commands.starting import TRIAL, check_key, key_or_made, secrets_of, settings_for
from bot.rehearsal.json_lines import json_line, read_json, write_json
from bot.rehearsal.plain import Screen, draw, read_plain, styled
from bot.rehearsal.session import Malformed, Rehearsal, Turn
from bot.wiring import build


def run(locale: str | None, as_json: bool, data_dir: Path | None, name: str | None) -> None:
    """Play until the input ends. `name`: go on with the conversation of that name."""
    out = sys.stdout.buffer
    with told_plainly(), asyncio.Runner() as runner:
        settings = settings_for(data_dir, TRIAL)
        logs.set_up("warning", secrets_of(settings))
        key = key_or_made(settings)
        house = runner.run(build(settings, key))
        try:
            runner.run(check_key(house.store, key))
            # One conversation a run, or the one of that name; the reader blocks, nothing else waits.
            address = f"as/{name}" if name else f"run/{secrets.token_hex(16)}"
            play = _json if as_json else _plain
            play(runner, Rehearsal(house, address, locale), sys.stdin.buffer, out)
        except (KeyboardInterrupt, BrokenPipeError):
            sys.stdout = None  # nobody reads any more: nothing to flush at exit
        finally:
            runner.run(house.close())


def _json(runner: asyncio.Runner, rehearsal: Rehearsal, lines: BinaryIO, out: BinaryIO) -> None:
    _write(out, write_json(runner.run(rehearsal.open())))
    for line in lines:
        try:
            shown = write_json(runner.run(rehearsal.hear(read_json(line))))
        except Malformed as wrong:
            shown = json_line({"error": str(wrong)})
        _write(out, shown)


def _plain(runner: asyncio.Runner, rehearsal: Rehearsal, lines: BinaryIO, out: BinaryIO) -> None:
    asked = sys.stdin.isatty()
    turn = runner.run(rehearsal.open())
    _show(turn, out)
    screen = Screen.of(turn)
    while True:
        if asked:
            _write(out, b"\n> ")
        line = lines.readline()
        if not line:
            break
        try:
            turn = runner.run(rehearsal.hear(read_plain(line.decode("utf-8", "replace"), screen)))
        except Malformed as wrong:
            _write(out, f"! {wrong}\n".encode("utf-8", "backslashreplace"))
            continue
        _show(turn, out)
        screen = Screen.of(turn)


def _show(turn: Turn, out: BinaryIO) -> None:
    text = draw(turn)
    if sys.stdout.isatty():
        from rich.console import Console

        drawn = io.StringIO()
        console = Console(file=drawn, force_terminal=True, soft_wrap=True, highlight=False)
        console.print(styled(text), end="")
        text = drawn.getvalue()
    _write(out, text.encode("utf-8", "replace"))


def _write(out: BinaryIO, line: bytes) -> None:
    out.write(line)
    out.flush()
