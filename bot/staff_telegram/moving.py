"""Moves and claims of a member, one press or one reply at a time; the functions are those of the desk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from bot.casework import CaseGone, Overtaken
from bot.replying import ReplyGone, move_or_hold, send_as_written
from bot.spoken import waiting_one
from bot.staff_cards import move_label, told_refused
from bot.staff_telegram.cards import card_of, drawer_of, seen_here
from bot.staff_telegram.drawing import Letter, letter
from bot.staff_telegram.said import Said, to
from bot.staff_telegram.steps import Ask, Step, asks_of, brief_of, made_here
from bot.wiring import House
from bot.words.texts import Texts
from cases.errors import CaseError, MissingPart, PartInvalid
from cases.lifecycle import Move
from cases.parts import VOICE, read_parts
from storage import claims, desk, held_replies
from storage.cases import Stored
from storage.staff import Member


class Moving:
    """Makes moves for one house."""

    def __init__(self, house: House) -> None:
        self._house = house

    def stepped(
        self,
        connection: Connection,
        member: Member,
        step: Step,
        now: datetime,
        message: int | None,
        text: str | None,
        said: str = "",
    ) -> Said:
        """One step of a move; the last one makes it. What is out of date shows the case as it stands. `said`:
        the recording that came with the text, or in its place."""
        texts, office = self._house.texts[member.language], self._house.office
        try:
            made = self._step(connection, member, step, now, message, text, said)
            if not isinstance(made, str):
                return to(member.id, made)
        except CaseGone:
            return to(member.id, letter(texts.text("staff-no-case"), edit=message))
        except Overtaken as error:
            why = told_refused(texts, error, step.move, desk.names(connection), office)
            return self._stale(connection, member, step.number, now, message, why)
        except CaseError as error:
            why = told_refused(texts, error, step.move, {}, office)
            return self._stale(connection, member, step.number, now, None if text else message, why)
        own = f"staff-done-{made}"
        done = texts.text(own) if own in texts.ids else ""
        done = done or texts.text("staff-bot-done", move=move_label(texts, step.move))
        return to(member.id, self.card(connection, member, step.number, now, done, edit=message))

    def _step(
        self,
        connection: Connection,
        member: Member,
        step: Step,
        now: datetime,
        message: int | None,
        text: str | None,
        said: str,
    ) -> Letter | str:
        """What the move still wants; once it is made, what is said to be done."""
        casework, office = self._house.casework, self._house.office
        stored = seen_here(self._house, connection, step.number, member)
        last = desk.last_move(connection, stored.id)
        if last.id != step.after:
            raise Overtaken(last)
        move = next((m for m in casework.moves_for(stored, member) if m.name == step.move), None)
        if move is None or not made_here(move, stored.case, office):
            raise Overtaken(last)
        asked = asks_of(move, stored.case, office)
        values = step.values(asked)
        if values is None or len(step.chosen) > len(asked):
            raise Overtaken(last)
        parts = {ask.part.name: value for ask, value in zip(asked, values, strict=False)}
        drawer = drawer_of(self._house, member.language, now)
        if text is not None and len(step.chosen) < len(asked):
            ask = asked[len(step.chosen)]
            if ask.choices:
                raise Overtaken(last)
            if ask.brief:
                brief, why = self._brief(stored, move, ask, parts, text, drawer.texts)
                asks = drawer.asked(stored, step.choose(brief) if brief else step, move, 0)
                if asks is None:
                    raise Overtaken(last)
                return beneath(asks, why)
            if not text and ask.part.name in move.needs:  # it was said aloud, and is to be written too
                asks = drawer.asked(stored, replace(step, spoken=True), move, 0)
                if asks is None:
                    raise Overtaken(last)
                return beneath(asks, drawer.texts.text("staff-voice-kept"))
            parts |= {ask.part.name: text, VOICE: said or self._waiting(connection, member, step)}
        elif (asks := drawer.asked(stored, step, move, message or 0)) is not None:
            return asks
        return self._make(connection, member, step, parts, now)

    def _waiting(self, connection: Connection, member: Member, step: Step) -> str:
        """The recording for which the words were asked; none where they were not asked for one."""
        return waiting_one(connection, self._house, member, step.number, step.move) if step.spoken else ""

    def _brief(
        self, stored: Stored, move: Move, ask: Ask, parts: Mapping[str, str], text: str, texts: Texts
    ) -> tuple[str | None, str]:
        """A number or a day as it is carried on; or None, and why it is asked for again."""
        if (brief := brief_of(text)) is None:
            return None, texts.text("staff-bot-brief")
        try:
            read_parts(move, stored.case, {**parts, ask.part.name: brief})
        except MissingPart:
            pass  # what is still to come
        except PartInvalid as error:
            return None, told_refused(texts, error, move.name, {}, self._house.office)
        return brief, ""

    def _make(
        self, connection: Connection, member: Member, step: Step, parts: Mapping[str, str], now: datetime
    ) -> str:
        """Make the move, as the desk does; what is said to be done."""
        casework, keyring = self._house.casework, self._house.keyring
        made = move_or_hold(
            connection, casework, keyring, step.number, step.move, member, parts, now, step.after, step.claim
        )
        return step.move if made else "held"

    def as_written(
        self, connection: Connection, member: Member, reply: str, now: datetime, message: int, *, sure: bool
    ) -> Said:
        """A reply that waits for its Tibetan goes out in Chinese after all, once its writer is sure."""
        house, texts = self._house, self._house.texts[member.language]
        held = held_replies.find(connection, house.keyring, member, reply)
        if held is None or held.staff_id != member.id:
            return to(member.id, letter(texts.text("staff-held-gone"), edit=message))
        try:
            stored = seen_here(house, connection, held.number, member)
            if not sure and held.state == held_replies.WAITING:
                drawer = drawer_of(house, member.language, now)
                return to(member.id, drawer.as_chinese(stored, reply, message))
            send_as_written(connection, house.casework, house.keyring, member, reply, now)
        except CaseGone:
            return to(member.id, letter(texts.text("staff-no-case"), edit=message))
        except ReplyGone:
            told = texts.text("staff-held-gone")
        except (Overtaken, CaseError) as error:
            told = told_refused(texts, error, held.move, desk.names(connection), house.office)
        else:
            told = texts.text("staff-done-as_written")
        return to(member.id, self.card(connection, member, held.number, now, told, edit=message))

    def holding(
        self, connection: Connection, member: Member, what: str, number: str, now: datetime, message: int
    ) -> Said:
        """Claim a case, or let it go, and show it as it then stands; who comes late is told who holds it."""
        texts, office = self._house.texts[member.language], self._house.office
        try:
            seen_here(self._house, connection, number, member)
            if what == claims.CLAIM:
                self._house.casework.claim(connection, number, member, now)
            else:
                self._house.casework.let_go(connection, number, member, now)
        except CaseGone:
            return to(member.id, letter(texts.text("staff-no-case"), edit=message))
        except (Overtaken, CaseError) as error:
            why = told_refused(texts, error, what, desk.names(connection), office)
            return to(member.id, self.card(connection, member, number, now, why, edit=message))
        done = texts.text("staff-done-claim" if what == claims.CLAIM else "staff-done-let_go")
        return to(member.id, self.card(connection, member, number, now, done, edit=message))

    def card(
        self,
        connection: Connection,
        member: Member,
        number: str,
        now: datetime,
        *heads: str,
        edit: int | None = None,
    ) -> Letter:
        """The card of a case, or that there is none for this member."""
        return card_of(self._house, connection, member, number, now, *heads, edit=edit) or letter(
            self._house.texts[member.language].text("staff-no-case"), edit=edit
        )

    def _stale(
        self, connection: Connection, member: Member, number: str, now: datetime, edit: int | None, why: str
    ) -> Said:
        shown = self.card(connection, member, number, now, why, edit=edit)
        return to(member.id, shown, notice=self._house.texts[member.language].text("staff-bot-stale"))


def beneath(asks: Letter, why: str) -> Letter:
    """What is asked next after something was written: beneath it, and with `why` where it is asked again."""
    return {**asks, "edit": None, "text": f"{why}\n{asks['text']}" if why else asks["text"]}
