"""What the bot does with what a member wrote or pressed. All inside one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from bot.casework import CaseGone, Overtaken
from bot.staff_cards import told_refused
from bot.staff_telegram.drawing import MOVES, QUEUE, Drawer, Letter, letter
from bot.staff_telegram.reading import Pressed, Wrote
from bot.staff_telegram.steps import Step, parts_chosen, read_data, read_prompt, to_write
from bot.staff_telegram.visits_soon import visits_soon
from bot.wiring import House
from cases.errors import CaseError
from cases.numbers import parse_case_number
from dialogs.engine.reading import clean
from storage import desk, outbox, sight, staff, staff_phones, tries
from storage.staff import Member

GUESSES, WINDOW = 5, timedelta(minutes=15)
"""Wrong link codes from one chat before it waits."""
GUESSES_IN_ALL = 50
EXAMPLE: Final = "20261123-00482913"


@dataclass(frozen=True)
class Said:
    """What is owed: letters by the outbox; `aside` to the chat at once; `notice` on a press."""

    member: Member | None = None
    letters: tuple[Letter, ...] = ()
    aside: str = ""
    notice: str = ""


class Answering:
    """Answers for one house."""

    def __init__(self, house: House) -> None:
        self._house, self._prefix = house, house.office.case_prefix

    def answer(self, connection: Connection, what: Wrote | Pressed, now: datetime) -> Said:
        """Do what is asked, and say what came of it."""
        member = staff_phones.by_chat(connection, self._house.keyring, what.chat)
        if isinstance(what, Wrote):
            word, _, more = what.text.partition(" ")
            command = word.partition("@")[0].lower() if word.startswith("/") else ""
            if command == "/link" or (command == "/start" and more.strip().isdigit()):
                return self._link(connection, what, more.strip(), now)
        if member is None:
            return Said(aside=self._house.texts[what.language].text("staff-bot-stranger"))
        if isinstance(what, Pressed):
            return self._pressed(connection, member, what, now)
        if command:
            return self._command(connection, member, command, more.strip(), now)
        return self._wrote(connection, member, what, now)

    def _link(self, connection: Connection, what: Wrote, code: str, now: datetime) -> Said:
        keyring, texts = self._house.keyring, self._house.texts[what.language]
        limits = (("link-guess", what.chat, GUESSES), ("link-guess", "all", GUESSES_IN_ALL))
        for kind, whose, most in limits:
            if wait := tries.wait_for(connection, keyring.lookup(kind, whose), most, WINDOW, now):
                minutes = max(1, round(wait.total_seconds() / 60))
                return Said(aside=texts.text("staff-bot-wait", minutes=minutes))
        member = staff_phones.link(connection, keyring, code, what.chat, now)
        if member is None or not member.active:
            for kind, whose, _ in limits:
                tries.failed(connection, keyring.lookup(kind, whose), WINDOW, now)
            return Said(aside=texts.text("staff-bot-code-wrong"))
        outbox.unblock(connection, member.id, now)
        own = self._house.texts[member.language]
        return Said(member, (letter(own.text("staff-bot-welcome")), self._help(member)))

    def _command(
        self, connection: Connection, member: Member, command: str, more: str, now: datetime
    ) -> Said:
        texts = self._house.texts[member.language]
        match command:
            case "/queue":
                today, own = self._house.time.day_of(now), self._house.office.own_unit
                page = desk.queue(connection, member, own, today, limit=QUEUE)
                return Said(member, (self._drawer(member, now).queue(page.rows),))
            case "/case":
                number = parse_case_number(more[:80], self._prefix)
                if number is None:
                    example = f"/case {self._prefix}{EXAMPLE}"
                    return Said(member, (letter(texts.text("staff-bot-number", example=example)),))
                return Said(member, (self._card(connection, member, number, now),))
            case "/visits" if sight.may_see_visits(member):
                return Said(member, (visits_soon(self._house, connection, member, now),))
            case "/unlink":
                staff.unlink(connection, member.id)
                return Said(aside=texts.text("staff-bot-unlinked"))
            case "/start":
                outbox.unblock(connection, member.id, now)
                return Said(member, (self._help(member),))
            case _:
                return Said(member, (self._help(member),))

    def _wrote(self, connection: Connection, member: Member, what: Wrote, now: datetime) -> Said:
        texts = self._house.texts[member.language]
        if step := read_prompt(what.answers, self._prefix):
            if not what.text:
                return Said(member, (letter(texts.text("staff-bot-text-only")),))
            return self._stepped(connection, member, step, now, None, clean(what.text))
        if number := parse_case_number(what.text[:80], self._prefix):
            return Said(member, (self._card(connection, member, number, now),))
        return Said(member, (letter(texts.text("staff-bot-unknown", help="/help")),))

    def _pressed(self, connection: Connection, member: Member, press: Pressed, now: datetime) -> Said:
        match read_data(press.data, self._prefix):
            case Step() as step if step.move in MOVES:
                return self._stepped(connection, member, step, now, press.message, None)
            case str() as number:
                return Said(member, (self._card(connection, member, number, now, edit=press.message),))
            case _:
                stale = self._house.texts[member.language].text("staff-bot-stale")
                return Said(member, (self._help(member),), notice=stale)

    def _stepped(
        self,
        connection: Connection,
        member: Member,
        step: Step,
        now: datetime,
        message: int | None,
        text: str | None,
    ) -> Said:
        """One step of a move; the last one makes it. What is out of date shows the case as it stands."""
        casework, office = self._house.casework, self._house.office
        texts = self._house.texts[member.language]
        try:
            stored = casework.seen(connection, step.number, member)
            last = desk.last_move(connection, stored.id)
            if last.id != step.after:
                raise Overtaken(last)
            move = next((m for m in casework.moves_for(stored, member) if m.name == step.move), None)
            if move is None:
                raise Overtaken(last)
            parts = parts_chosen(step, move, stored.case, office)
            written = to_write(move, stored.case, office)
            if written is None or text is None:
                asked = self._drawer(member, now).asked(stored, step, move, message or 0)
                if asked is not None:
                    return Said(member, (asked,))
            elif written is not None:
                parts[written.name] = text
            casework.move(connection, step.number, step.move, member, parts, now, step.after)
        except CaseGone:
            return Said(member, (letter(texts.text("staff-no-case"), edit=message),))
        except Overtaken as error:
            why = told_refused(texts, error, step.move, desk.names(connection), office)
            return self._stale(connection, member, step, now, message, why)
        except CaseError as error:
            why = told_refused(texts, error, step.move, {}, office)
            return self._stale(connection, member, step, now, None if text else message, why)
        done = texts.text(f"staff-done-{step.move}")
        return Said(member, (self._card(connection, member, step.number, now, done, edit=message),))

    def _stale(
        self, connection: Connection, member: Member, step: Step, now: datetime, edit: int | None, why: str
    ) -> Said:
        shown = self._card(connection, member, step.number, now, why, edit=edit)
        return Said(member, (shown,), notice=self._house.texts[member.language].text("staff-bot-stale"))

    def _card(
        self,
        connection: Connection,
        member: Member,
        number: str,
        now: datetime,
        *heads: str,
        edit: int | None = None,
    ) -> Letter:
        return card_of(self._house, connection, member, number, now, *heads, edit=edit) or letter(
            self._house.texts[member.language].text("staff-no-case"), edit=edit
        )

    def _help(self, member: Member) -> Letter:
        texts = self._house.texts[member.language]
        commands = {"queue": "/queue", "case": "/case", "visits": "/visits", "unlink": "/unlink"}
        return letter(texts.text("staff-bot-help", **commands))

    def _drawer(self, member: Member, now: datetime) -> Drawer:
        return drawer_of(self._house, member, now)


def drawer_of(house: House, member: Member, now: datetime) -> Drawer:
    """What draws for a member."""
    return Drawer(house.texts[member.language], house.office, house.time.day_of(now))


def card_of(
    house: House,
    connection: Connection,
    member: Member,
    number: str,
    now: datetime,
    *heads: str,
    edit: int | None = None,
) -> Letter | None:
    """The card of a case as it stands, for a member; None where they may not see it."""
    try:
        stored = house.casework.seen(connection, number, member)
    except CaseGone:
        return None
    last = desk.last_move(connection, stored.id)
    moves = house.casework.moves_for(stored, member)
    return drawer_of(house, member, now).card(stored, moves, last.id, *heads, edit=edit)
