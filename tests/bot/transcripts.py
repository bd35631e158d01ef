"""Transcripts: whole conversations as text, played through the rehearsal and checked line by line.

    # a note
    > what the resident types, as in `python -m bot rehearse` (#menu:complaint presses, @photo sends a photo)
    < what the answer says: words that stand in it, or {message-id} for a whole message
    ! what it does not say
    = complaint facts         what is asked now: dialog and question; `menu` at the menu
    + evidence:skip           a button that is offered; `- id` one that is not
    * later 13 hours          time passes
    * office demo             with the reception days of the demonstration
    * phone B                 somebody else's phone, and back with `* phone A`
    * clerk forward unit=renshe complexity=simple     staff moves the case filed last
    * receipt                 the last turn filed a case; $number and $code stand for its own from here on
    * receipt other           the same under names of its own: $other and $other_code
    * office accepts_for=xian_zhengfu readers=dangwei_zhengfu     the office's data, otherwise as they are
    * talk take               a clerk takes the one open talk; also `talk write text=…` and `talk close`
    * clock                   an hour passes in the house: the clock does what is its to do

Everything is made anew between two messages; only what was stored remains.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.housekeeping import one_round
from bot.rehearsal.plain import Screen, read_plain
from bot.rehearsal.session import Rehearsal, Turn
from bot.wiring import House
from cases.lifecycle import Role
from storage import chats, staff
from storage.staff import Member
from tests.bot import made_files
from tests.bot.houses import SetTime, demo_office, reloaded, with_office

FOLDER = Path(__file__).parents[1] / "transcripts"
_FILES: dict[str, tuple[str, str, Callable[[], bytes]]] = {
    "photo": ("photo", ".jpg", made_files.photo_with_gps),
    "voice": ("voice", ".ogg", made_files.ogg),
    "document": ("document", ".pdf", made_files.pdf),
    "program": ("photo", ".jpg", lambda: b"MZ\x90\x00" + bytes(range(256)) * 4),
    "empty": ("document", ".pdf", bytes),
}
_UNITS = {"clerk": "xinfang", "head": "xinfang", "unit": "renshe"}


class Unlike(AssertionError):
    """The conversation went otherwise than the transcript."""


@dataclass
class Player:
    """Plays one transcript over one house."""

    house: House
    monkeypatch: pytest.MonkeyPatch
    files: Path
    locale: str
    phone: str = "A"
    turn: Turn | None = None
    known: dict[str, str] = field(default_factory=dict)
    screens: dict[str, Screen] = field(default_factory=dict)

    async def play(self, path: Path) -> None:
        """Play it to its end. Raises Unlike with the line."""
        text = await asyncio.to_thread(path.read_text, encoding="utf-8")
        for number, line in enumerate(text.splitlines(), start=1):
            if not line.strip() or line.startswith("#"):
                continue
            sign, _, rest = line.partition(" ")
            try:
                await self._line(sign, self._filled(rest))
            except AssertionError as unlike:
                raise Unlike(f"{path.name}:{number}: {line}\n{unlike}\n\n{self._shown()}") from unlike

    async def _line(self, sign: str, rest: str) -> None:
        match sign:
            case ">":
                await self._say(self._words(rest))
            case "<":
                words = self._words(rest).rstrip("། ")  # in a list a Tibetan phrase has no stroke
                assert words in self._text(), f"not said: {words!r}"
            case "!":
                assert self._words(rest) not in self._text(), f"said: {self._words(rest)!r}"
            case "=":
                assert self._place() == rest, f"asked: {self._place()}"
            case "+":
                assert rest in self._offered(), f"offered: {self._offered()}"
            case "-":
                assert rest not in self._offered(), f"offered: {self._offered()}"
            case "*":
                await self._happens(*rest.split())
            case _:
                raise AssertionError(f"no such sign: {sign}")

    async def _say(self, line: str) -> None:
        self.house = await reloaded(self.house, self.monkeypatch)
        rehearsal = Rehearsal(self.house, f"phone/{self.phone}")
        if line == "(opens)":
            self.turn = await rehearsal.open()
        else:
            line = line.replace("\\n", "\n")
            if line.startswith("@"):
                line = self._file(line[1:])
            screen = self.screens.get(self.phone, Screen())
            self.turn = await rehearsal.hear(read_plain(line, screen))
        self.screens[self.phone] = Screen.of(self.turn)

    async def _happens(self, what: str, *more: str) -> None:
        if what == "later":
            assert isinstance(self.house.time, SetTime)
            self.house.time.later(**{more[1]: float(more[0])})
        elif what == "office" and more == ("demo",):
            self.house = await reloaded(self.house, self.monkeypatch, demo_office())
        elif what == "phone":
            self.phone = more[0]
        elif what == "receipt":
            assert self.turn is not None
            assert self.turn.receipt, "no receipt"
            number, code = (more[0], f"{more[0]}_code") if more else ("number", "code")
            self.known[number], self.known[code] = self.turn.receipt
            assert self.known[number] in self._text()
            assert self.known[code] in self._text()
        elif what == "office":
            self.house = with_office(self.house, self.files, dict(one.split("=", 1) for one in more))
        elif what == "talk":
            await self._talk(more[0], dict(part.split("=", 1) for part in more[1:]))
        elif what == "clock":
            await one_round(self.house)
        else:
            await self._move(what, more[0], dict(part.split("=", 1) for part in more[1:]))

    async def _move(self, login: str, move: str, parts: dict[str, str]) -> None:
        """A move by staff; `_` stands for a space in its words."""
        house, now = self.house, self.house.time.now()
        parts = {name: text.replace("_", " ") if name == "text" else text for name, text in parts.items()}
        member = await house.store.write(lambda connection: _member(connection, login, house))
        await house.store.write(
            lambda connection: house.casework.move(connection, self.known["number"], move, member, parts, now)
        )

    async def _talk(self, act: str, parts: dict[str, str]) -> None:
        """What a clerk does in the one talk that is open."""
        house, now = self.house, self.house.time.now()
        member = await house.store.write(lambda connection: _member(connection, "clerk", house))
        [chat] = await house.store.read(lambda connection: chats.listed(connection, house.keyring))
        more = {"take": (), "write": (parts.get("text", ""), now), "close": (now,)}[act]
        await house.store.write(lambda c: getattr(house.talking, act)(c, chat.id, member, *more))

    def _file(self, name: str) -> str:
        """A file of `_FILES`, made here; a location as it is."""
        if name not in _FILES:
            return f"@{name}"
        kind, ending, made = _FILES[name]
        path = self.files / f"{name}{ending}"
        path.write_bytes(made())
        return f"@{kind}:{path}"

    def _words(self, rest: str) -> str:
        texts = self.house.texts[self.locale]
        return re.sub(r"\{([a-z0-9_-]+)\}", lambda found: texts.text(found[1]), rest)

    def _filled(self, rest: str) -> str:
        for name, value in sorted(self.known.items(), key=lambda known: -len(known[0])):
            rest = rest.replace(f"${name}", value)
        return rest

    def _text(self) -> str:
        return "\n\n".join(m["text"] for m in self.turn.messages) if self.turn else ""

    def _place(self) -> str:
        asks = self.turn.asks if self.turn else None
        return f"{asks.dialog} {asks.question}" if asks else "menu"

    def _offered(self) -> list[str]:
        messages = self.turn.messages if self.turn else ()
        return [b["id"] for m in messages for row in m["rows"] for b in row]

    def _shown(self) -> str:
        return f"{self._text()}\n{self._offered()}\n{self._place()}"


def _member(connection: object, login: str, house: House) -> Member:
    known = [m for m in staff.everyone(connection) if m.login == login]  # type: ignore[arg-type]
    return (
        known[0]
        if known
        else staff.add(
            connection,  # type: ignore[arg-type]
            login=login,
            name=login,
            role=Role(login),
            unit=_UNITS[login],
            language="zh",
            password_hash="none",
            now=house.time.now(),
        )
    )
