"""Writing to residents in their own language: replies that wait for their Tibetan.

A text in Chinese to a resident who reads Tibetan goes to the translators first; who sends it as Chinese
says so knowingly, at once or while it waits. The move is made when its Tibetan is there, in the name of
whoever wrote it; the clocks go on meanwhile, and the last day the law leaves it is told (`law_day`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Final

from sqlalchemy import Connection

from bot.casework import CaseGone, Casework, Overtaken
from cases.clocks import law_behind
from cases.errors import CaseError
from cases.lifecycle import move_named
from cases.notices import NOTICES
from cases.parts import PARTS, VOICE
from cases.roles import List
from storage import (
    case_clocks,
    conversations,
    held_replies,
    move_drafts,
    sight,
    spoken,
    staff,
)
from storage import cases as case_rows
from storage import desk as desk_rows
from storage.cases import Stored
from storage.held_replies import AS_WRITTEN, GIVEN_BACK, MADE, Held
from storage.sealing import Keyring
from storage.staff import Member

AS_CHINESE: Final = "as_chinese"
"""The field of a form that says: send it as Chinese, knowingly."""
_TIBETAN: Final = re.compile("[\u0f40-\u0fbc]")
_CHINESE: Final = re.compile("[\u4e00-\u9fff]")


class ReplyGone(Exception):
    """No reply of this id waits: somebody was quicker."""


class NoTibetan(Exception):
    """What was given as Tibetan is none."""


def in_chinese(text: str) -> bool:
    """Whether a text is Chinese to a reader of Tibetan: it has Chinese letters and no more Tibetan ones."""
    return len(_CHINESE.findall(text)) > len(_TIBETAN.findall(text))


def language_of(connection: Connection, keyring: Keyring, stored: Stored) -> str:
    """The language the resident reads now."""
    kept = (
        conversations.find_by_id(connection, keyring, stored.conversation_id)
        if stored.conversation_id
        else None
    )
    return str((kept and kept.state.get("language")) or stored.language)


def told_part(name: str) -> str | None:
    """The part of a move in which staff write what its resident reads: a text, or a notice's reason."""
    move = move_named(name)
    carried = (*move.needs, *move.may, *move.one_of)
    if move.notice is None:
        return None
    if "text" in carried:
        return "text"
    return "reason" if "reason" in carried and NOTICES[move.notice].reason else None


def told_text(name: str, parts: Mapping[str, str]) -> str:
    """What it says; "" for a move that tells no words of staff."""
    return parts.get(told_part(name) or "", "")


def must_wait(language: str, name: str, parts: Mapping[str, str]) -> bool:
    """Whether a move's text goes to the translators before the resident reads it."""
    return language == "bo" and in_chinese(told_text(name, parts))


def move_or_hold(
    connection: Connection,
    casework: Casework,
    keyring: Keyring,
    number: str,
    name: str,
    member: Member,
    parts: Mapping[str, str],
    now: datetime,
    drawn_after: int | None,
    claim: int | None = None,
    *,
    as_chinese: bool = False,
) -> Stored | None:
    """A move, or None where its text waits for the translators first. Raises what `Casework.move` does.

    A restricted case is read by its unit alone, so its text waits for nobody: it is sent as it is written.
    """
    stored = casework.seen(connection, number, member, lock=True)
    language = language_of(connection, keyring, stored)
    if as_chinese or stored.case.restricted or not must_wait(language, name, parts):
        return casework.move(connection, number, name, member, parts, now, drawn_after, claim)
    # Tried as if it were made now, and taken back: what is refused is refused today, not when translated.
    with connection.begin_nested() as tried:
        casework.move(connection, number, name, member, parts, now, drawn_after, claim)
        tried.rollback()
    held_replies.hold(
        connection,
        stored.key,
        case_id=stored.id,
        move=name,
        staff_id=member.id,
        drawn_after=desk_rows.last_move(connection, stored.id).id if drawn_after is None else drawn_after,
        parts=parts,
        now=now,
    )
    move_drafts.drop(connection, stored, member.id, name)  # it is written; what waits is shown as held
    if voice := parts.get(VOICE):
        spoken.take_over(connection, voice, stored.id)
    return None


def may_translate(member: Member) -> bool:
    """Whether a member sees the translators' list."""
    return sight.may_list(member, List.TRANSLATIONS)


def translate(
    connection: Connection,
    casework: Casework,
    keyring: Keyring,
    member: Member,
    reply: str,
    tibetan: str,
    now: datetime,
) -> Stored | None:
    """The Tibetan of a reply is there: its move is made. None: it can be made no more, and is given back.

    Raises ReplyGone, NoTibetan.
    """
    held = _waiting(connection, keyring, member, reply, _translates)
    if in_chinese(tibetan) or not _TIBETAN.search(tibetan):
        raise NoTibetan(reply)
    writer = staff.by_id(connection, held.staff_id)
    part = told_part(held.move) or "text"
    both = f"{tibetan.strip()}\n\n{held.parts[part]}"
    # The Chinese it was translated from stands beneath, where there is room for it.
    text = both if len(both) <= PARTS[part].max_chars else tibetan.strip()
    parts = {**held.parts, part: text}
    try:
        if writer is None or not writer.active:
            raise CaseGone(held.number)
        stored = casework.move(connection, held.number, held.move, writer, parts, now, held.drawn_after)
    except (CaseError, CaseGone, Overtaken):
        _given_back(connection, keyring, held, member, now)
        return None
    held_replies.settle(connection, reply, MADE, member.id, now)
    return stored


def give_back(connection: Connection, keyring: Keyring, member: Member, reply: str, now: datetime) -> None:
    """A reply that cannot be translated goes back to whoever wrote it. Raises ReplyGone."""
    held = _waiting(connection, keyring, member, reply, _translates)
    _given_back(connection, keyring, held, member, now)


def _given_back(connection: Connection, keyring: Keyring, held: Held, member: Member, now: datetime) -> None:
    """It is its writer's again, with its recording, unless that was sent with something else too."""
    held_replies.settle(connection, held.id, GIVEN_BACK, member.id, now)
    stored, voice = case_rows.find(connection, keyring, held.number), held.parts.get(VOICE)
    if stored is None or not voice:
        return
    sent = (one.parts.get(VOICE) for one in case_rows.history(connection, stored))
    if voice not in sent:
        spoken.give_back(connection, keyring, stored, held.staff_id, held.move, voice, now)


def send_as_written(
    connection: Connection, casework: Casework, keyring: Keyring, member: Member, reply: str, now: datetime
) -> Stored:
    """A reply that waits goes out in Chinese after all: whoever wrote it says so knowingly.

    Raises ReplyGone, and what `Casework.move` does; then it waits on.
    """
    held = _waiting(connection, keyring, member, reply, _wrote)
    stored = casework.move(connection, held.number, held.move, member, held.parts, now, held.drawn_after)
    held_replies.settle(connection, reply, AS_WRITTEN, None, now)
    return stored


def own_waiting(connection: Connection, keyring: Keyring, member: Member, case_id: str) -> list[Held]:
    """What a member wrote in a case and still waits for its Tibetan, the oldest first."""
    found = held_replies.of_case(connection, keyring, case_id)
    return [one for one in found if one.state == held_replies.WAITING and _wrote(member, one)]


def law_day(connection: Connection, held: Held) -> date | None:
    """The last day on which the law still lets a reply that waits be in time; None where no limit runs."""
    if held.state != held_replies.WAITING:
        return None
    running = [one.running for one in case_clocks.all_clocks(connection, held.case_id) if not one.stopped_on]
    limit = law_behind(running, move_named(held.move))
    return limit.due_on if limit else None


def _translates(member: Member, held: Held) -> bool:
    return may_translate(member)


def _wrote(member: Member, held: Held) -> bool:
    return held.staff_id == member.id


def _waiting(
    connection: Connection,
    keyring: Keyring,
    member: Member,
    reply: str,
    may: Callable[[Member, Held], bool],
) -> Held:
    held = held_replies.find(connection, keyring, member, reply)
    if held is None or held.state != held_replies.WAITING or not may(member, held):
        raise ReplyGone(reply)
    case_rows.find(connection, keyring, held.number, lock=True)  # one at a time
    again = held_replies.find(connection, keyring, member, reply)
    if again is None or again.state != held_replies.WAITING:
        raise ReplyGone(reply)
    return again
