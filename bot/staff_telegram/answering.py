"""What the bot does with what a member wrote or pressed. All inside one transaction."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from bot.looking_after import units_of
from bot.staff_telegram import drawing
from bot.staff_telegram.drawing import Letter, letter
from bot.staff_telegram.in_groups import pressed_in_group
from bot.staff_telegram.linking import Linking
from bot.staff_telegram.moving import Moving
from bot.staff_telegram.queue import queue_page, read_queue
from bot.staff_telegram.reading import Pressed, Wrote
from bot.staff_telegram.said import Said, to
from bot.staff_telegram.steps import SURE, read_prompt, read_step
from bot.staff_telegram.visits_soon import visits_soon
from bot.wiring import House
from cases.numbers import parse_case_number
from dialogs.engine.reading import clean
from storage import outbox, sight, staff, staff_phones
from storage.staff import Member

EXAMPLE: Final = "20261123-00482913"


class Answering:
    """Answers for one house."""

    def __init__(self, house: House) -> None:
        self._house, self._prefix = house, house.office.case_prefix
        self._moving, self._linking = Moving(house), Linking(house)

    def answer(self, connection: Connection, what: Wrote | Pressed, now: datetime) -> Said:
        """Do what is asked, and say what came of it."""
        member = staff_phones.by_chat(connection, self._house.keyring, what.chat)
        if isinstance(what, Pressed):
            if what.group:
                return pressed_in_group(self._house, connection, member, what, now)
            if member is None:
                return self._stranger(what)
            return self._pressed(connection, member, what, now)
        word, _, more = what.text.partition(" ")
        command = word.partition("@")[0].lower() if word.startswith("/") else ""
        if what.group:
            if member is None:
                return Said()
            return self._linking.in_group(connection, member, what, command, more.strip(), now)
        if command == "/link" or (command == "/start" and more.strip().isdigit()):
            return self._link(connection, what, more.strip(), now)
        if member is None:
            return self._stranger(what)
        if command:
            return self._command(connection, member, command, more.strip(), now)
        return self._wrote(connection, member, what, now)

    def _stranger(self, what: Wrote | Pressed) -> Said:
        """One plain answer, whatever was sent or pressed: also by a phone that was cut off."""
        return Said(aside=self._house.texts[what.language].text("staff-bot-stranger"))

    def _link(self, connection: Connection, what: Wrote, code: str, now: datetime) -> Said:
        member, why = self._linking.link(connection, what, code, now)
        if member is None:
            return Said(aside=why)
        own = self._house.texts[member.language]
        return to(member.id, letter(own.text("staff-bot-welcome")), self._help(member))

    def _command(
        self, connection: Connection, member: Member, command: str, more: str, now: datetime
    ) -> Said:
        texts = self._house.texts[member.language]
        match command:
            case "/queue":
                return to(member.id, queue_page(self._house, connection, member, now))
            case "/case":
                number = parse_case_number(more[:80], self._prefix)
                if number is None:
                    example = f"/case {self._prefix}{EXAMPLE}"
                    return to(member.id, letter(texts.text("staff-bot-number", example=example)))
                return to(member.id, self._moving.card(connection, member, number, now))
            case "/visits" if sight.may_see_visits(member):
                return to(member.id, visits_soon(self._house, connection, member, now))
            case "/group":
                return self._linking.group_code(connection, member, now)
            case "/cutoff":
                return self._linking.cut_off(connection, member, more[:40])
            case "/unlink":
                staff.unlink(connection, member.id)
                return Said(aside=texts.text("staff-bot-unlinked"))
            case "/start":
                outbox.unblock(connection, member.id, now)
                return to(member.id, self._help(member))
            case _:
                return to(member.id, self._help(member))

    def _wrote(self, connection: Connection, member: Member, what: Wrote, now: datetime) -> Said:
        texts = self._house.texts[member.language]
        if step := read_prompt(what.answers, self._prefix):
            if what.unheard or not (what.text or what.spoken):
                return to(member.id, letter(what.unheard or texts.text("staff-bot-text-only")))
            return self._moving.stepped(connection, member, step, now, None, clean(what.text), what.spoken)
        if number := parse_case_number(what.text[:80], self._prefix):
            return to(member.id, self._moving.card(connection, member, number, now))
        return to(member.id, letter(texts.text("staff-bot-unknown", help="/help")))

    def _pressed(self, connection: Connection, member: Member, press: Pressed, now: datetime) -> Said:
        if step := read_step(press.data, self._prefix):
            return self._moving.stepped(connection, member, step, now, press.message, None)
        if found := read_queue(press.data):
            name, after = found
            page = queue_page(self._house, connection, member, now, name, after, press.message)
            return to(member.id, page)
        match press.data.split("|"):
            case ["c", short] if number := parse_case_number(short, self._prefix):
                card = self._moving.card(connection, member, number, now, edit=press.message)
                return to(member.id, card)
            case ["h", ("claim" | "let_go") as what, short] if number := parse_case_number(
                short, self._prefix
            ):
                return self._moving.holding(connection, member, what, number, now, press.message)
            case [drawing.AS_CHINESE, reply, *sure] if sure in ([], [SURE]):
                return self._moving.as_written(
                    connection, member, reply[:16], now, press.message, sure=bool(sure)
                )
            case _:
                stale = self._house.texts[member.language].text("staff-bot-stale")
                return to(member.id, self._help(member), notice=stale)

    def _help(self, member: Member) -> Letter:
        texts = self._house.texts[member.language]
        commands = {"queue": "/queue", "case": "/case", "visits": "/visits", "unlink": "/unlink"}
        told = [texts.text("staff-bot-help", **commands)]
        if units_of(member, self._house.office):
            told.append(texts.text("staff-bot-help-head", group="/group", cutoff="/cutoff"))
        return letter("\n".join(told))
