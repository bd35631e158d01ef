"""Linking and cutting off, by command: a member's own phone, a unit's group, a phone that was lost."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from bot.looking_after import cut_off, looks_after, units_of
from bot.staff_cards import unit_label
from bot.staff_telegram.drawing import letter
from bot.staff_telegram.reading import Wrote
from bot.staff_telegram.said import Said, to
from bot.wiring import House
from storage import groups, outbox, staff, staff_phones, tries
from storage.staff import Member

GUESSES, WINDOW = 5, timedelta(minutes=15)
"""Wrong link codes from one chat before it waits."""
GUESSES_IN_ALL: Final = 50


class Linking:
    """Links and cuts off for one house."""

    def __init__(self, house: House) -> None:
        self._house = house

    def link(
        self, connection: Connection, what: Wrote, code: str, now: datetime
    ) -> tuple[Member | None, str]:
        """Link the writer's own phone: the member, or why not."""
        if wait := self._wait(connection, what, now):
            return None, wait
        member = staff_phones.link(connection, self._house.keyring, code, what.chat, now)
        if member is None or not member.active:
            self._failed(connection, what, now)
            return None, self._house.texts[what.language].text("staff-bot-code-wrong")
        outbox.unblock(connection, member.id, now)
        return member, ""

    def group_code(self, connection: Connection, member: Member, now: datetime) -> Said:
        """A code that links a group to the member's unit, for those who look after it."""
        texts, office = self._house.texts[member.language], self._house.office
        if member.unit not in units_of(member, office):
            return to(member.id, letter(texts.text("staff-bot-not-yours")))
        code = groups.new_code(connection, self._house.keyring, member.unit, member.id, now)
        unit = unit_label(texts, member.unit)
        told = texts.text("staff-bot-group-code", unit=unit, command=f"/group {code}")
        return to(member.id, letter(told))

    def in_group(
        self, connection: Connection, member: Member, what: Wrote, command: str, more: str, now: datetime
    ) -> Said:
        """What a linked member commands in a group: to link it, or to cut it off. All else is not for us."""
        texts = self._house.texts[member.language]
        match command:
            case "/group" if more:
                if wait := self._wait(connection, what, now):
                    return Said(aside=wait)
                keyring = self._house.keyring
                group = groups.link(connection, keyring, more, member.id, what.group, member.language, now)
                if group is not None and not looks_after(member, group.unit, self._house.office):
                    groups.unlink(connection, group.id)
                    return Said(aside=texts.text("staff-bot-not-yours"))
                if group is None:
                    self._failed(connection, what, now)
                    return Said(aside=texts.text("staff-bot-group-code-wrong"))
                return Said(aside=texts.text("staff-bot-group-linked", unit=unit_label(texts, group.unit)))
            case "/unlink":
                known = groups.by_chat(connection, self._house.keyring, what.group)
                if known is None:
                    return Said()
                if not looks_after(member, known.unit, self._house.office):
                    return Said(aside=texts.text("staff-bot-not-yours"))
                groups.unlink(connection, known.id)
                return Said(aside=texts.text("staff-bot-group-unlinked"))
            case _:
                return Said()

    def cut_off(self, connection: Connection, member: Member, login: str) -> Said:
        """A colleague's phone is lost: cut it off. Who may not is told the same as where there is nobody."""
        texts = self._house.texts[member.language]
        other = next((one for one in staff.everyone(connection) if one.login == login), None)
        now = self._house.time.now()
        if other is None or not cut_off(connection, member, other, self._house.office, now):
            return to(member.id, letter(texts.text("staff-bot-cut-off-nobody")))
        told = texts.text("staff-bot-cut-off-done", name=other.name)
        return Said(aside=told) if other.id == member.id else to(member.id, letter(told))

    def _limits(self, what: Wrote) -> tuple[tuple[str, str, int], ...]:
        return (("link-guess", what.chat, GUESSES), ("link-guess", "all", GUESSES_IN_ALL))

    def _wait(self, connection: Connection, what: Wrote, now: datetime) -> str:
        for kind, whose, most in self._limits(what):
            known = self._house.keyring.lookup(kind, whose)
            if wait := tries.wait_for(connection, known, most, WINDOW, now):
                minutes = max(1, round(wait.total_seconds() / 60))
                return self._house.texts[what.language].text("staff-bot-wait", minutes=minutes)
        return ""

    def _failed(self, connection: Connection, what: Wrote, now: datetime) -> None:
        for kind, whose, _ in self._limits(what):
            tries.failed(connection, self._house.keyring.lookup(kind, whose), WINDOW, now)
