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
    * sends sticker           what no dialog takes; `* loses file-damaged`: a file fetched later proves unfit
    * clerk reads             staff opens the case, or `renews` its code
    * clerk forward unit=renshe complexity=simple     staff moves the case filed last; `head` is of the
                              office, `leader` the head of the unit renshe; `voice=said` says it aloud
    * visit                   the last turn tells of an appointment; $visit stands for its number from here on
    * visits move $visit SLOT / cancel $visit         the office does so
    * receipt                 the last turn filed a case; $number and $code stand for its own from here on
    * receipt other           the same under names of its own: $other and $other_code
    * heard                   the last turn brought a recording of staff
    * paper receipt           the last turn brought this kind of paper, signed; `none`: it brought none
    * office accepts_for=xian_zhengfu readers=dangwei_zhengfu     the office's data, otherwise as they are
    * talk take               a clerk takes the one open talk; also `talk write text=…` and `talk close`
    * clock                   an hour passes in the house: the clock does what is its to do

Everything is made anew between two messages; only what was stored remains.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from sqlalchemy import Connection

from bot.housekeeping import one_round
from bot.rehearsal.plain import Screen, read_plain
from bot.rehearsal.session import Rehearsal, Turn
from bot.spoken import Spoken
from bot.wiring import House
from cases.lifecycle import Role
from dialogs.engine.events import Asked, Attachment, Event, Lost, Sent, Shared, Unusable
from dialogs.engine.view import Say
from storage import appointments, chats, staff
from storage import cases as case_rows
from storage.staff import Member
from tests.bot import made_files
from tests.bot.houses import (
    SetTime,
    demo_office,
    reloaded,
    with_channel,
    with_contacts,
    with_office,
)
from tests.bot.recorded import office_with_voice

FOLDER = Path(__file__).parents[1] / "transcripts"
_FILES: dict[str, tuple[str, str, Callable[[], bytes]]] = {
    "photo": ("photo", ".jpg", made_files.photo_with_gps),
    "voice": ("voice", ".ogg", made_files.ogg),
    "unmeasured": ("voice", ".webm", made_files.webm),
    "document": ("document", ".pdf", made_files.pdf),
    "program": ("photo", ".jpg", lambda: b"MZ\x90\x00" + bytes(range(256)) * 4),
    "empty": ("document", ".pdf", bytes),
}
EVENTS: dict[str, Callable[..., Event]] = {
    "sends": Unusable,
    "loses": lambda reason: Lost("none", reason),
    "sends-together": lambda *kinds: Sent(tuple(Attachment(kind, kind, kind, 10, 5) for kind in kinds)),
    "shares": Shared,
    "follows": lambda link: Asked("start", link),
}
"""Events by what is written of them."""
_UNITS = {
    "clerk": "xinfang",
    "head": "xinfang",
    "supervisor": "xinfang",
    "unit": "renshe",
    "leader": "renshe",
}
_ROLES = {"leader": Role.HEAD}


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
        elif what == "office" and "=" not in more[0]:
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
        elif what == "paper":
            await self._brought(more[0])
        elif what == "heard":
            assert self.turn is not None
            assert [f["name"] for m in self.turn.messages for f in m.get("files", ())] == ["reply.ogg"]
        elif what == "office":
            self.house = with_office(self.house, self.files, dict(one.split("=", 1) for one in more))
        elif what == "talk":
            await self._talk(more[0], dict(part.split("=", 1) for part in more[1:]))
        elif what == "visit":
            found = re.search(r"\b[1-9]\d{5}\b", self._text())
            assert found, "no number of an appointment"
            self.known["visit"] = found[0]
        elif what == "visits":
            await self._visits(*more)
        elif what == "clock":
            await one_round(self.house)
        elif what == "channel":
            self.house = with_channel(self.house, self.files, more[0])
        elif what == "contacts":
            self.house = with_contacts(self.house, self.files, more[0])
        elif what == "voices":
            office = office_with_voice(self.files / "voiced", *more)
            self.house = replace(
                self.house, settings=self.house.settings.model_copy(update={"office": office})
            )
        elif what in EVENTS:
            await self._hears(EVENTS[what](*more))
        elif what == "record":
            await self._recorded(*more)
        elif len(more) == 1 and more[0] in ("reads", "renews"):
            await self._opened(what, more[0])
        else:
            await self._move(what, more[0], dict(part.split("=", 1) for part in more[1:]))

    async def _hears(self, event: Event) -> None:
        """What no line can type."""
        self.house = await reloaded(self.house, self.monkeypatch)
        self.turn = await Rehearsal(self.house, f"phone/{self.phone}").hear(event)
        self.screens[self.phone] = Screen.of(self.turn)

    async def _opened(self, login: str, how: str) -> None:
        """Staff opens the case, or gives it a new code."""
        work, number, now = self.house.casework, self.known["number"], self.house.time.now()
        member = await self.house.store.write(lambda connection: _member(connection, login, self.house))
        if how == "reads":
            await self.house.store.write(lambda connection: work.read(connection, number, member, now))
        else:
            await self.house.store.write(
                lambda connection: work.renew_code(connection, number, member, "identity card", now)
            )

    async def _recorded(self, role: str, what: str) -> None:
        """The record of a case as an office may have it that gives this role a part in it."""
        house, number, now = self.house, self.known["number"], self.house.time.now()

        def record(connection: Connection) -> None:
            stored = case_rows.find(connection, house.keyring, number)
            assert stored is not None
            on = house.time.day_of(now)
            case_rows.record(
                connection, house.keyring, stored, what, role=role, staff_id=None, on=on, now=now
            )

        await house.store.write(record)

    async def _visits(self, done: str, number: str, slot: str = "") -> None:
        """The office moves an appointment, or calls it off."""
        house, now = self.house, self.house.time.now()

        def does(connection: Connection) -> None:
            member, one = _member(connection, "clerk", house), appointments.find(connection, number)
            assert one is not None
            if done == "move":
                house.visits.move(connection, number, slot, member, one.changed, now)
            else:
                house.visits.cancel(connection, number, member, one.changed, now)

        await house.store.write(does)

    async def _brought(self, kind: str) -> None:
        """The last turn brought one paper of this kind, or with `none` no paper."""
        assert self.turn is not None
        files = [file for message in self.turn.messages for file in message.get("files", ())]
        wanted = [] if kind == "none" else [kind]
        assert [f["name"].rpartition("-")[2].removesuffix(".pdf") for f in files] == wanted
        for file in files:
            content = await asyncio.to_thread(Path(file["path"]).read_bytes)
            assert self.house.papers.is_true(content), "not signed by this office"

    async def _move(self, login: str, move: str, parts: dict[str, str]) -> None:
        """A move by staff; `_` stands for a space in its words."""
        house, now = self.house, self.house.time.now()
        parts = {name: text.replace("_", " ") if name == "text" else text for name, text in parts.items()}
        member = await house.store.write(lambda connection: _member(connection, login, house))
        if "voice" in parts:
            keep = Spoken(house).keep
            parts["voice"] = await keep(member, self.known["number"], move, made_files.ogg(3), "audio/ogg")
        await house.store.write(
            lambda connection: house.casework.move(connection, self.known["number"], move, member, parts, now)
        )

    async def _talk(self, act: str, parts: dict[str, str]) -> None:
        """What a clerk does in the one talk that is open."""
        house, now = self.house, self.house.time.now()
        member = await house.store.write(lambda connection: _member(connection, "clerk", house))
        [chat] = await house.store.read(lambda connection: chats.listed(connection, house.keyring, member))
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
        return re.sub(r"\{([a-z0-9_-]+)\}", lambda found: texts.say(Say(found[1])), rest)

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
            role=_ROLES.get(login) or Role(login),
            unit=_UNITS[login],
            language="zh",
            password_hash="none",
            now=house.time.now(),
            own_unit="xinfang",
        )
    )
